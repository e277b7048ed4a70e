package io.highfence.ownership;

import io.highfence.ownership.OwnershipFinding.Says;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rule as the guidance words it, in the slowest way: mark who is listed; for every party add up what marked parties hold of it;
 * mark it at the limit; again, until nothing changes. Knows nothing of the solver that it is held against.
 */
final class NaiveOwnership {
    private static final BigDecimal HALF = new BigDecimal(50);
    private static final BigDecimal WHOLE = new BigDecimal(100);

    /** A stake in whole percent and its fractions; least and most are null where no percentage is known. */
    record Stake(
            String holder,
            String owned,
            BigDecimal least,
            BigDecimal most,
            boolean control,
            LocalDate from,
            LocalDate to) {
        boolean isOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    /** One rule: what counts, what is a red flag besides, and where it stops. */
    record Law(
            Set<String> seeds,
            Set<String> flagged,
            boolean moreThanHalf,
            boolean control,
            Predicate<String> inUnitedStates,
            boolean foreignOnly) {}

    private final List<Stake> stakes;
    private final Set<String> parties = new HashSet<>();
    private final Law law;

    NaiveOwnership(List<Stake> all, LocalDate day, Law law) {
        stakes = all.stream().filter(stake -> stake.isOn(day)).toList();
        all.forEach(stake -> {
            parties.add(stake.holder());
            parties.add(stake.owned());
        });
        this.law = law;
    }

    /** How a percentage is taken: 0 the least, 1 the most of those known in part, 2 the most. */
    private static BigDecimal weight(Stake stake, int taken) {
        if (stake.least() == null) {
            return taken == 2 ? WHOLE : BigDecimal.ZERO;
        }
        return taken == 0 ? stake.least() : stake.most();
    }

    private boolean reaches(BigDecimal sum) {
        return sum.compareTo(HALF) >= (law.moreThanHalf() ? 1 : 0);
    }

    private boolean isHeld(String party, Set<String> marked, int taken) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Stake stake : stakes) {
            if (stake.owned().equals(party) && !stake.holder().equals(party) && marked.contains(stake.holder())) {
                if (stake.control() && law.control()) {
                    return true;
                }
                sum = sum.add(weight(stake, taken));
            }
        }
        return reaches(sum);
    }

    Set<String> marked(int taken) {
        Set<String> marked = new HashSet<>(law.seeds());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (String party : parties) {
                boolean stops =
                        taken == 0 && law.foreignOnly() && law.inUnitedStates().test(party);
                if (!marked.contains(party) && !stops && isHeld(party, marked, taken)) {
                    marked.add(party);
                    changed = true;
                }
            }
        }
        return marked;
    }

    BigDecimal share(String party, int taken) {
        Set<String> marked = marked(taken);
        BigDecimal sum = BigDecimal.ZERO;
        for (Stake stake : stakes) {
            if (stake.owned().equals(party) && !stake.holder().equals(party) && marked.contains(stake.holder())) {
                sum = sum.add(weight(stake, taken));
            }
        }
        return sum;
    }

    /** Whether somebody listed is found by going up any ties. */
    private boolean hasListedBehind(String party) {
        Set<String> above = new HashSet<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Stake stake : stakes) {
                boolean leads = stake.owned().equals(party) || above.contains(stake.owned());
                if (leads && !stake.holder().equals(stake.owned()) && above.add(stake.holder())) {
                    changed = true;
                }
            }
        }
        above.retainAll(union(law.seeds(), law.flagged()));
        return !above.isEmpty();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** What the printed rule says, or null if nobody listed stands behind the party. */
    Says says(String party) {
        if (!hasListedBehind(party)) {
            return null;
        }
        if (!(law.foreignOnly() && law.inUnitedStates().test(party))) {
            Says[] says = {Says.RESTRICTED, Says.STRADDLES, Says.UNKNOWN};
            for (int taken = 0; taken < says.length; taken++) {
                if (isHeld(party, marked(taken), taken)) {
                    return says[taken];
                }
            }
        }
        return Says.RED_FLAG;
    }

    /** The listed parties from whom stakes lead to a party over marked ones alone. */
    Set<String> owners(String party, int taken) {
        Set<String> marked = marked(taken);
        Set<String> above = new HashSet<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Stake stake : stakes) {
                boolean counts = weight(stake, taken).signum() > 0 || (stake.control() && law.control());
                boolean leads = stake.owned().equals(party) || above.contains(stake.owned());
                if (counts
                        && leads
                        && marked.contains(stake.holder())
                        && !stake.holder().equals(stake.owned())
                        && above.add(stake.holder())) {
                    changed = true;
                }
            }
        }
        above.retainAll(law.seeds());
        return above;
    }
}
