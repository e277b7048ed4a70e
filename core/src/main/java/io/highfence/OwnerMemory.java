package io.highfence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was found before of those who hold a party, so that graph and lists are not searched again for every holder; a look-up allocates
 * nothing.
 *
 * <p>It rests on the party, and on every other party of the order that names owners or that is called as a holder is: such a party
 * tells more of a holder, be it a type that makes a hit unlikely. All of these are part of what is compared.
 *
 * <p>Bounded: when {@value #MOST} parties are kept, all are forgotten. Not safe for several threads.
 */
final class OwnerMemory<T> {
    /** How many parties are kept; a power of two. */
    static final int MOST = 1 << 13;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final @Nullable Kept<T>[] table = new Kept[2 * MOST];

    private final Map<String, String> keys = new HashMap<>();
    private int count;

    /**
     * A party as an order gave it, what else of the order the answer rests on, and the answer.
     *
     * @param names the names, as {@link OrderStakes#key} has them, by which another party would tell more of a holder
     * @param refs the ids by which another party would
     * @param others the parties that do, in the order in which they came
     */
    private record Kept<T>(
            Party party,
            int index,
            LocalDate asOf,
            Set<String> names,
            Set<String> refs,
            List<Party> others,
            T answer) {}

    /** What was found of a party before; null if that is not known. */
    @Nullable
    T find(Order order, int index, LocalDate asOf) {
        int at = slot(order, index);
        for (Kept<T> kept = table[at]; kept != null; kept = table[at]) {
            if (isSame(kept, order, index, asOf)) {
                return kept.answer();
            }
            at = (at + 1) & (table.length - 1);
        }
        return null;
    }

    /** Keeps what was found of a party. */
    void keep(Order order, int index, LocalDate asOf, Set<String> names, Set<String> refs, T answer) {
        if (count == MOST) {
            Arrays.fill(table, null);
            count = 0;
        }
        List<Party> others = new ArrayList<>();
        for (int i = 0; i < order.parties().size(); i++) {
            Party other = order.parties().get(i);
            if (i != index && matters(other, names, refs)) {
                others.add(other);
            }
        }
        int at = slot(order, index);
        while (table[at] != null) {
            at = (at + 1) & (table.length - 1);
        }
        Party party = order.parties().get(index);
        table[at] = new Kept<>(party, index, asOf, Set.copyOf(names), Set.copyOf(refs), List.copyOf(others), answer);
        count++;
    }

    private boolean isSame(Kept<T> kept, Order order, int at, LocalDate day) {
        if (kept.index() != at
                || !day.equals(kept.asOf())
                || !same(kept.party(), order.parties().get(at))) {
            return false;
        }
        int next = 0;
        for (int i = 0; i < order.parties().size(); i++) {
            Party other = order.parties().get(i);
            if (i != at && matters(other, kept.names(), kept.refs())) {
                if (next == kept.others().size() || !same(kept.others().get(next), other)) {
                    return false;
                }
                next++;
            }
        }
        return next == kept.others().size();
    }

    private boolean matters(Party other, Set<String> names, Set<String> refs) {
        return !other.owners().isEmpty()
                || (!names.isEmpty() && names.contains(key(other.name())))
                || (other.account() != null && refs.contains(other.account()));
    }

    private String key(String name) {
        if (keys.size() >= MOST) {
            keys.clear();
        }
        return keys.computeIfAbsent(name, OrderStakes::key);
    }

    /** By the names of all that name owners too: where they vary, many answers of one party would stand in a row. */
    private int slot(Order order, int index) {
        int hash = 31 * order.parties().get(index).name().hashCode() + index;
        for (int i = 0; i < order.parties().size(); i++) {
            Party other = order.parties().get(i);
            if (!other.owners().isEmpty()) {
                hash = 31 * hash + other.name().hashCode();
            }
        }
        return (((hash ^ (hash >>> 15)) * 0x9E3779B1) >>> 7) & (table.length - 1);
    }

    private static boolean same(Party one, Party other) {
        return one.name().equals(other.name())
                && one.role() == other.role()
                && one.type() == other.type()
                && Objects.equals(one.country(), other.country())
                && Objects.equals(one.hqCountry(), other.hqCountry())
                && Objects.equals(one.ultimateParentCountry(), other.ultimateParentCountry())
                && Objects.equals(one.address(), other.address())
                && Objects.equals(one.birthDate(), other.birthDate())
                && Objects.equals(one.account(), other.account())
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
