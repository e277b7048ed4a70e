package io.highfence.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A list that lost more records from one edition to the next than {@link ListTerms#maxShrinkPercent()} allows: the file may be cut
 * or the wrong one, so that a person must accept it first.
 *
 * @param list the short code of the list
 * @param before how many records it had
 * @param after how many it has, perhaps none
 * @param maxPercent how many in a hundred may go
 */
public record Shrinkage(String list, int before, int after, int maxPercent) {
    /**
     * Compares two editions.
     *
     * @param before the edition before
     * @param after the edition after it
     * @return the lists that shrank too much, by code; empty if none did
     */
    public static List<Shrinkage> between(PartyList before, PartyList after) {
        Map<String, Integer> counts = counts(before);
        Map<String, Integer> now = counts(after);
        List<Shrinkage> found = new ArrayList<>();
        counts.forEach((list, count) -> {
            int left = now.getOrDefault(list, 0);
            int percent = ListTerms.of(list).maxShrinkPercent();
            if (100L * (count - left) > (long) percent * count) {
                found.add(new Shrinkage(list, count, left, percent));
            }
        });
        return List.copyOf(found);
    }

    private static Map<String, Integer> counts(PartyList list) {
        Map<String, Integer> counts = new TreeMap<>();
        list.records().forEach(record -> counts.merge(record.list(), 1, Integer::sum));
        return counts;
    }

    /**
     * What happened, for people.
     *
     * @return one clause, such as {@code SDN has 9044 records after 14965; at most 10 % may go}
     */
    @Override
    public String toString() {
        return list + " has " + after + " records after " + before + "; at most " + maxPercent + " % may go";
    }
}
