package io.highfence.list;

import io.highfence.base.DateRange;
import java.util.List;
import java.util.Set;

/** Records of lists made by hand, for tests of the rooms above. */
public final class Records {
    private Records() {}

    /** A party on a list, with what its listing says. */
    public static ListedParty of(
            String name,
            String list,
            List<String> programs,
            Set<Integer> footnotes,
            String requirement,
            String policy,
            DateRange inForce) {
        return new ListedParty.Builder("list " + list, list, 0)
                .entry(name)
                .name(name, ListedParty.Role.PRIMARY, ListedParty.Quality.STRONG)
                .listing(new ListedParty.Listing(programs, requirement, policy, footnotes, null, inForce, null, ""))
                .build();
    }

    /** A party on a list of which nothing more is said. */
    public static ListedParty of(String name, String list, String... programs) {
        return of(name, list, List.of(programs), Set.of(), "", "", DateRange.ALWAYS);
    }
}
