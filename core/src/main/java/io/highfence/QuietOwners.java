package io.highfence;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Parties behind whom nobody listed was found before: what their owners add to a decision then turns on nothing else of the order, and a
 * look-up allocates nothing, where graph and lists were searched for every holder.
 *
 * <p>Bounded: when {@value #MOST} parties are kept, all are forgotten. Not safe for several threads.
 */
final class QuietOwners {
    /** How many parties are kept; a power of two. */
    static final int MOST = 1 << 12;

    private final @Nullable Kept[] table = new Kept[2 * MOST];
    private int count;

    /**
     * A party as an order gave it, and what its owners added.
     *
     * @param holders names of holders that the graph knows no country of: another party of an order may tell more of them
     */
    private record Kept(Party party, int index, LocalDate asOf, List<String> holders, List<Reason> reasons) {
        boolean is(Order order, int at, LocalDate day) {
            return index == at
                    && day.equals(asOf)
                    && same(party, order.parties().get(at))
                    && !knowsMore(order);
        }

        private boolean knowsMore(Order order) {
            for (int i = 0; i < order.parties().size(); i++) {
                for (int holder = 0; holder < holders.size(); holder++) {
                    if (order.parties().get(i).name().equalsIgnoreCase(holders.get(holder))) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** Adds what the owners of a party added before; false if that is not known. */
    boolean into(Order order, int index, LocalDate asOf, Decision out) {
        int at = slot(order.parties().get(index), index);
        for (Kept kept = table[at]; kept != null; kept = table[at]) {
            if (kept.is(order, index, asOf)) {
                for (int i = 0; i < kept.reasons().size(); i++) {
                    out.add(kept.reasons().get(i));
                }
                return true;
            }
            at = (at + 1) & (table.length - 1);
        }
        return false;
    }

    /** Keeps what the owners of a party added. */
    void keep(Order order, int index, LocalDate asOf, List<String> holders, List<Reason> reasons) {
        if (count == MOST) {
            Arrays.fill(table, null);
            count = 0;
        }
        Party party = order.parties().get(index);
        int at = slot(party, index);
        while (table[at] != null) {
            at = (at + 1) & (table.length - 1);
        }
        table[at] = new Kept(party, index, asOf, List.copyOf(holders), List.copyOf(reasons));
        count++;
    }

    private int slot(Party party, int index) {
        int hash = 31 * party.name().hashCode() + index;
        return (((hash ^ (hash >>> 15)) * 0x9E3779B1) >>> 7) & (table.length - 1);
    }

    private static boolean same(Party one, Party other) {
        return one.name().equals(other.name())
                && one.role() == other.role()
                && one.type() == other.type()
                && Objects.equals(one.country(), other.country())
                && Objects.equals(one.address(), other.address())
                && same(one.identifiers(), other.identifiers())
                && same(one.owners(), other.owners());
    }

    /** Whether two lists are equal, without an iterator. */
    static boolean same(List<?> one, List<?> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; i < one.size() && same; i++) {
            same = one.get(i).equals(other.get(i));
        }
        return same;
    }
}
