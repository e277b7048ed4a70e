package io.highfence;

import io.highfence.base.Country;
import io.highfence.law.Known;
import io.highfence.law.LicenseAdvisor;
import io.highfence.ownership.OwnershipGraph;
import io.highfence.ownership.OwnershipGraph.Stake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether half of a party or more is held from Macau or D:5, as far as an order and the graph of ownership tell.
 *
 * <p>A holder counts that is there by its own country, or by what a party of the order of that name says of its country, headquarters or
 * ultimate parent; so does a company that such holders control, or of which they hold half or more. Its whole stake counts: stakes
 * are added up and never multiplied, as under the ownership rules. What a party holds of itself, directly or through others, counts
 * for nothing.
 *
 * <p>What was found is kept: a look-up of a party that was met before allocates nothing, unless a party of the order bears the name of one
 * of its holders. Bounded: when {@value #MOST} parties are kept, all are forgotten. Not safe for several threads.
 */
final class Partners {
    /** How many parties are kept; a power of two. */
    static final int MOST = 1 << 12;

    private static final long HALF = OwnershipGraph.WHOLE / 2;

    private final @Nullable OwnershipGraph graph;
    private final LicenseAdvisor advisor;
    private final @Nullable Kept[] table = new Kept[2 * MOST];
    private int count;

    Partners(@Nullable OwnershipGraph graph, LicenseAdvisor advisor) {
        this.graph = graph;
        this.advisor = advisor;
    }

    /** A party as an order gave it, the names of its holders, and what was found where no party of an order says more of these. */
    private record Kept(Party party, LocalDate asOf, List<String> holders, Known found) {
        boolean is(Party other, LocalDate day) {
            return day.equals(asOf)
                    && party.name().equals(other.name())
                    && Objects.equals(party.country(), other.country())
                    && QuietOwners.same(party.identifiers(), other.identifiers())
                    && QuietOwners.same(party.owners(), other.owners());
        }

        boolean isSilent(Order order) {
            for (int holder = 0; holder < holders.size(); holder++) {
                for (int i = 0; i < order.parties().size(); i++) {
                    if (order.parties().get(i).name().equalsIgnoreCase(holders.get(holder))) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    /**
     * Whether half of a party of an order, or more, is held from Macau or D:5.
     *
     * @return unknown where stakes of unknown size, or holders at unknown places, could make it half; no where nobody says who holds it, and
     *     for a role whose headquarters count for nothing
     */
    Known holdHalf(Order order, int index, LocalDate asOf) {
        Party party = order.parties().get(index);
        if ((graph == null && party.owners().isEmpty())
                || party.isNone()
                || party.role() == null
                || !ItemChecks.BOUND_BY_HEADQUARTERS.contains(party.role())) {
            return Known.NO;
        }
        Kept kept = kept(party, asOf);
        return kept.isSilent(order) ? kept.found() : find(party, order.parties(), asOf, new HashSet<>());
    }

    private Kept kept(Party party, LocalDate asOf) {
        int at = slot(party);
        for (Kept kept = table[at]; kept != null; kept = table[at]) {
            if (kept.is(party, asOf)) {
                return kept;
            }
            at = (at + 1) & (table.length - 1);
        }
        if (count == MOST) {
            Arrays.fill(table, null);
            count = 0;
            at = slot(party);
        }
        Set<String> holders = new LinkedHashSet<>();
        Known found = find(party, List.of(), asOf, holders);
        Kept kept = new Kept(party, asOf, List.copyOf(holders), found);
        table[at] = kept;
        count++;
        return kept;
    }

    private int slot(Party party) {
        int hash = party.name().hashCode();
        return (((hash ^ (hash >>> 15)) * 0x9E3779B1) >>> 7) & (table.length - 1);
    }

    /** Judges every company of the graph that the party can be; the gravest answer counts. */
    private Known find(Party party, List<Party> others, LocalDate asOf, Set<String> holders) {
        Known found = Known.NO;
        for (OwnershipGraph.Party root : OwnershipChecks.roots(graph, party, 0)) {
            Known one = find(OwnershipChecks.above(graph, party, root, asOf), root, others, asOf, holders);
            found = one == Known.YES || found == Known.NO ? one : found;
        }
        return found;
    }

    private Known find(
            OwnershipGraph above, OwnershipGraph.Party root, List<Party> others, LocalDate asOf, Set<String> holders) {
        if (above.parties().size() > OwnershipChecks.MAX_HOLDERS) {
            return Known.UNKNOWN; // A person must look at so many in any case.
        }
        Set<String> there = new HashSet<>();
        Set<String> perhaps = new HashSet<>();
        Map<String, List<Stake>> stakes = new LinkedHashMap<>();
        for (int i = above.parties().size() - 1;
                i >= 0;
                i--) { // Those farthest above come first: what they hold is settled first.
            OwnershipGraph.Party holder = above.parties().get(i);
            stakes.put(holder.id(), above.stakesIn(holder.id()));
            if (!holder.id().equals(root.id())) {
                if (!holder.name().isBlank()) {
                    holders.add(holder.name());
                }
                Known place = isThere(holder, others, asOf);
                if (place == Known.YES) {
                    there.add(holder.id());
                }
                if (place != Known.NO) {
                    perhaps.add(holder.id());
                }
            }
        }
        if (isHalf(root, stakes, there, true)) {
            return Known.YES;
        }
        return isHalf(root, stakes, perhaps, false) ? Known.UNKNOWN : Known.NO;
    }

    /** Whether a holder is in Macau or D:5, or has its headquarters or its parent there. */
    private Known isThere(OwnershipGraph.Party holder, List<Party> others, LocalDate asOf) {
        List<@Nullable Country> seats = new ArrayList<>();
        seats.add(holder.country());
        for (Party other : others) {
            if (!holder.name().isBlank() && other.name().equalsIgnoreCase(holder.name())) {
                seats.add(other.country());
                seats.add(other.hqCountry());
                seats.add(other.ultimateParentCountry());
            }
        }
        Known found = Known.UNKNOWN;
        for (Country seat : seats) {
            if (seat != null && advisor.isD5m(seat, asOf)) {
                return Known.YES;
            }
            found = seat == null ? found : Known.NO;
        }
        return found;
    }

    /**
     * Whether those who count hold half of the root or more.
     *
     * @param counting ids of those who count by their place; the companies that they hold are added
     * @param sure whether each stake is taken for the least that it can be, else for the most
     */
    private static boolean isHalf(
            OwnershipGraph.Party root, Map<String, List<Stake>> stakes, Set<String> counting, boolean sure) {
        boolean more = !counting.isEmpty();
        while (more) {
            more = false;
            for (Map.Entry<String, List<Stake>> company : stakes.entrySet()) {
                boolean open = !company.getKey().equals(root.id()) && !counting.contains(company.getKey());
                if (open && isHalf(root, company.getValue(), counting, sure)) {
                    more |= counting.add(company.getKey());
                }
            }
        }
        return isHalf(root, Objects.requireNonNull(stakes.get(root.id())), counting, sure);
    }

    private static boolean isHalf(OwnershipGraph.Party root, List<Stake> stakes, Set<String> counting, boolean sure) {
        long held = 0;
        long elsewhere = 0;
        for (Stake stake : stakes) {
            String holder = stake.holder().id();
            if (holder.equals(root.id()) || holder.equals(stake.owned().id())) {
                continue;
            }
            if (!counting.contains(holder)) {
                elsewhere += stake.least();
            } else if (stake.control()) {
                return true;
            } else {
                held += sure ? stake.least() : stake.most();
            }
        }
        // What others are known to hold is not there to be held by those who count.
        return (sure ? held : Math.min(held, OwnershipGraph.WHOLE - elsewhere)) >= HALF;
    }
}
