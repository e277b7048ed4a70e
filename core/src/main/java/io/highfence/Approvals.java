package io.highfence;

import io.highfence.law.LicenseAdvisor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom of an order Supplement No. 8 to part 740 must name, where its approval counts: the ultimate consignee and every end user. */
final class Approvals {
    private static final Set<Party.Role> ASKED = EnumSet.of(Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER);

    private final LicenseAdvisor advisor;

    Approvals(LicenseAdvisor advisor) {
        this.advisor = advisor;
    }

    /** The name by which the supplement is asked about a party, or null if it is not; allocates nothing. */
    @Nullable
    String name(Order order, Party party) {
        return party.role() != null
                        && ASKED.contains(party.role())
                        && !party.isNone()
                        && !party.name().isBlank()
                        && advisor.mayCountApproval(order.destination().country())
                ? party.name()
                : null;
    }

    /**
     * The names that decide. Where a role is filled by nobody and the supplement names all the others, there are none: who is not known may
     * be anybody.
     */
    List<String> names(Order order, LocalDate asOf) {
        List<String> names = new ArrayList<>();
        Set<Party.Role> open = EnumSet.copyOf(ASKED);
        boolean all = true;
        for (Party party : order.parties()) {
            String name = name(order, party);
            if (name != null) {
                names.add(name);
                open.remove(party.role());
                all &= advisor.isApproved(name, asOf);
            }
        }
        return all && !open.isEmpty() ? List.of() : names;
    }
}
