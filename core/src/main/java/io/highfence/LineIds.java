package io.highfence;

import io.highfence.ledger.OrderLine;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Whether the lines of an order have ids of their own. Verdicts and postings go by them, so that of two lines of one id the
 * second would be lost to every running total. Allocates only where it finds something; not safe for several threads.
 */
final class LineIds {
    private static final int FEWEST = 64;

    /** Places of lines by the hash of their ids, counted from 1; 0 is free. A power of two, at least twice the lines. */
    private int[] slots = new int[FEWEST];

    void check(List<Item> items, Decision out) {
        if (items.size() > 1 && isRepeated(items)) {
            report(items, out);
        }
    }

    private boolean isRepeated(List<Item> items) {
        while (slots.length < 2 * items.size()) {
            slots = new int[2 * slots.length];
        }
        Arrays.fill(slots, 0);
        for (int i = 0; i < items.size(); i++) {
            String id = items.get(i).line();
            int hash = id.hashCode();
            int at = (hash ^ (hash >>> 16)) & (slots.length - 1);
            while (slots[at] != 0) {
                if (items.get(slots[at] - 1).line().equals(id) && OrderLine.isId(id)) {
                    return true;
                }
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = i + 1;
        }
        return false;
    }

    private static void report(List<Item> items, Decision out) {
        Map<String, TreeSet<Integer>> byId = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            byId.computeIfAbsent(items.get(i).line(), id -> new TreeSet<>()).add(i);
        }
        byId.forEach((id, places) -> {
            if (places.size() > 1 && OrderLine.isId(id)) {
                List<String> missing = places.stream()
                        .map(place -> "items[" + place + "].line")
                        .toList();
                out.add(OrderChecks.needs(
                        "LINE_REPEATED",
                        missing.size() + " lines have the id '" + id + "': " + String.join(", ", missing)
                                + ". A line that has no id of its own is not counted in running totals.",
                        missing));
            }
        });
    }
}
