package io.highfence;

import io.highfence.base.Country;
import io.highfence.law.Known;
import io.highfence.law.LicenseAdvisor;
import io.highfence.ownership.OwnershipGraph;
import io.highfence.ownership.OwnershipGraph.Stake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * <p>What was found is kept. Not safe for several threads.
 */
final class Partners {
    private static final long HALF = OwnershipGraph.WHOLE / 2;

    private final @Nullable OwnershipGraph graph;
    private final LicenseAdvisor advisor;
    private final OwnerMemory<Known> before = new OwnerMemory<>();

    Partners(@Nullable OwnershipGraph graph, LicenseAdvisor advisor) {
        this.graph = graph;
        this.advisor = advisor;
    }

    /**
     * Whether half of a party of an order, or more, is held from Macau or D:5.
     *
     * @return unknown where stakes of unknown size, or holders at unknown places, could make it half; no where nobody says who holds it, and
     *     for a role whose headquarters count for nothing
     */
    Known holdHalf(Order order, int index, LocalDate asOf) {
        Party party = order.parties().get(index);
        if ((graph == null && !OwnershipChecks.namesOwners(order))
                || party.isNone()
                || party.role() == null
                || !ItemChecks.BOUND_BY_HEADQUARTERS.contains(party.role())) {
            return Known.NO;
        }
        Known known = before.find(order, index, asOf);
        if (known != null) {
            return known;
        }
        OrderStakes stakes = new OrderStakes(order, graph, asOf);
        Set<String> holders = new HashSet<>(stakes.names());
        holders.add(OrderStakes.key(party.name()));
        Known found = find(stakes, index, order.parties(), asOf, holders);
        before.keep(order, index, asOf, holders, stakes.refs(), found);
        return found;
    }

    /** Judges every company that the party can be; the gravest answer counts. */
    private Known find(OrderStakes stakes, int index, List<Party> others, LocalDate asOf, Set<String> holders) {
        Known found = Known.NO;
        for (OwnershipGraph.Party root : stakes.roots(index)) {
            Known one = find(stakes.above(root), root, others, asOf, holders);
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
                    holders.add(OrderStakes.key(holder.name()));
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
            if (!holder.name().isBlank() && OrderStakes.key(other.name()).equals(OrderStakes.key(holder.name()))) {
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
