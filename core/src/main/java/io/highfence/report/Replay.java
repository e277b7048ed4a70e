package io.highfence.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of deciding a recorded order again: the same bytes, or what differs. Immutable.
 *
 * @param id the order's own id
 * @param line the line of the file on which the record begins, counted from 1
 * @param same whether the record made now has the bytes of the one that was kept, apart from the instants at which lists were
 *     retrieved, which change no answer
 * @param verdict the verdict found now, or null if the order could not be decided again
 * @param differs what differs: snapshots first, then the fields of the record in their order
 * @param more how many differences are left out because there are too many
 * @param notes what is worth knowing and no difference
 */
public record Replay(
        String id,
        long line,
        boolean same,
        @Nullable String verdict,
        List<Difference> differs,
        int more,
        List<String> notes) {
    /** More differences than a person reads. */
    static final int MOST = 100;

    private static final int LONGEST = 500;

    /**
     * One thing that differs.
     *
     * @param what {@code engine}, {@code rules}, {@code list}, {@code lists}, {@code settings}, {@code order}, {@code candidates},
     *     {@code decision}, or the name of what else was given, such as {@code ownership}
     * @param path where it stands in the record or the decision, such as {@code reasons[2].text}
     * @param recorded what was kept, as JSON, cut where it is long; null if nothing was
     * @param now what is found now, as JSON, cut where it is long; null if nothing is
     * @param says what would help, or null
     */
    public record Difference(
            String what,
            String path,
            @Nullable String recorded,
            @Nullable String now,
            @Nullable String says) {}

    /**
     * Copies the lists.
     *
     * @param id the order's own id
     * @param line the line of the record
     * @param same whether the bytes are the same
     * @param verdict the verdict found now, or null
     * @param differs what differs
     * @param more how many differences are left out
     * @param notes what is worth knowing
     */
    public Replay {
        differs = List.copyOf(differs);
        notes = List.copyOf(notes);
    }

    /**
     * The answer for programs.
     *
     * @return one JSON object in one line
     */
    public String json() {
        return Json.object(json -> {
            json.put("same", same).put("id", id).put("line", line).put("verdict", verdict);
            if (!same) {
                json.objects(
                                "differs",
                                differs,
                                (one, value) -> one.put("what", value.what())
                                        .put("path", value.path())
                                        .put("recorded", value.recorded())
                                        .put("now", value.now())
                                        .put("says", value.says()))
                        .put("more", more);
            }
            json.texts("notes", notes);
        });
    }

    /** Every difference between two values, as paths with both texts. */
    static List<Difference> between(@Nullable Object recorded, @Nullable Object now) {
        List<Difference> found = new ArrayList<>();
        compare("", recorded, now, found);
        return found;
    }

    private static void compare(String path, @Nullable Object recorded, @Nullable Object now, List<Difference> found) {
        if (recorded instanceof Map<?, ?> before && now instanceof Map<?, ?> after) {
            Map<Object, Boolean> keys = new LinkedHashMap<>();
            before.keySet().forEach(key -> keys.put(key, true));
            after.keySet().forEach(key -> keys.put(key, true));
            for (Object key : keys.keySet()) {
                String inner = path.isEmpty() ? String.valueOf(key) : path + "." + key;
                if (before.containsKey(key) && after.containsKey(key)) {
                    compare(inner, before.get(key), after.get(key), found);
                } else {
                    found.add(new Difference(
                            "",
                            inner,
                            before.containsKey(key) ? text(before.get(key)) : null,
                            after.containsKey(key) ? text(after.get(key)) : null,
                            null));
                }
            }
            if (found.isEmpty() && !List.copyOf(before.keySet()).equals(List.copyOf(after.keySet()))) {
                found.add(
                        new Difference("", path, text(before.keySet()), text(after.keySet()), "the order of the keys"));
            }
        } else if (recorded instanceof List<?> before && now instanceof List<?> after) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                String inner = path + "[" + i + "]";
                if (i < before.size() && i < after.size()) {
                    compare(inner, before.get(i), after.get(i), found);
                } else {
                    found.add(new Difference(
                            "",
                            inner,
                            i < before.size() ? text(before.get(i)) : null,
                            i < after.size() ? text(after.get(i)) : null,
                            null));
                }
            }
        } else if (recorded == null ? now != null : !recorded.equals(now)) {
            found.add(new Difference("", path, text(recorded), text(now), null));
        }
    }

    private static String text(@Nullable Object value) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("v", value);
        String json = Json.object(one);
        String text = json.substring("{\"v\":".length(), json.length() - 1);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
