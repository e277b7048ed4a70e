package io.highfence.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a record in the place of values that are gone, held against a record in which they are. A mark stands for any
 * text, and for the same one wherever it stands; with the key of a keyed log, for the text that has this hash and no other.
 */
final class Marks {
    /** The mark of a value that is not there. */
    static final Pattern MARK = Pattern.compile("(sealed|keyed):([0-9a-f]{64})");

    private static final String KEYED = "keyed";

    private final Set<String> erased;
    private final boolean anyKeyed;
    private final Map<String, String> texts = new HashMap<>();

    private Marks(Set<String> erased, boolean anyKeyed) {
        this.erased = erased;
        this.anyKeyed = anyKeyed;
    }

    /**
     * The recorded fields with the values of now in the places of marks, wherever all else of a text is the same.
     *
     * @param recorded the fields of a record with marks
     * @param now the fields of the record that is made now
     * @param erased the salted hashes of the values that are gone
     * @param key the key of a keyed log, or null
     */
    static Map<String, @Nullable Object> opened(
            Map<String, @Nullable Object> recorded,
            Map<String, @Nullable Object> now,
            Set<String> erased,
            byte @Nullable [] key) {
        boolean keyed = Boolean.TRUE.equals(recorded.get(KEYED));
        Marks marks = new Marks(erased, keyed && key == null);
        if (keyed && key != null) {
            PersonalValues.of(now).replaceIn(now, found -> {
                marks.texts.put(AuditLog.keyed(found.getKey(), key), found.getKey());
                return found.getKey();
            });
        }
        int known;
        do {
            known = marks.texts.size();
            marks.learn(recorded, now);
        } while (marks.texts.size() > known);
        Map<String, @Nullable Object> opened = marks.open(recorded, now);
        if (keyed) {
            opened.remove(KEYED); // It says how the log is kept, and nothing of the decision.
        }
        return opened;
    }

    private boolean isOpen(Matcher mark) {
        return mark.group(1).equals(KEYED) ? anyKeyed : erased.contains(mark.group(2));
    }

    /** A text with what is known by now in the places of its marks. */
    private String filled(String text) {
        return MARK.matcher(text)
                .replaceAll(mark -> Matcher.quoteReplacement(texts.getOrDefault(mark.group(), mark.group())));
    }

    /** Takes from every text with one mark left what that mark stands for. */
    private void learn(@Nullable Object recorded, @Nullable Object now) {
        if (recorded instanceof Map<?, ?> before && now instanceof Map<?, ?> after) {
            before.forEach((key, value) -> learn(value, after.get(key)));
        } else if (recorded instanceof List<?> before && now instanceof List<?> after) {
            for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
                learn(before.get(i), after.get(i));
            }
        } else if (recorded instanceof String before && now instanceof String after) {
            String text = filled(before);
            Matcher mark = MARK.matcher(text);
            if (mark.find() && isOpen(mark)) {
                String start = text.substring(0, mark.start());
                String end = text.substring(mark.end());
                if (!MARK.matcher(end).find()
                        && after.length() > start.length() + end.length()
                        && after.startsWith(start)
                        && after.endsWith(end)) {
                    texts.putIfAbsent(mark.group(), after.substring(start.length(), after.length() - end.length()));
                }
            }
        }
    }

    private Map<String, @Nullable Object> open(Map<?, ?> recorded, Map<?, ?> now) {
        Map<String, @Nullable Object> opened = new LinkedHashMap<>();
        recorded.forEach((key, value) -> opened.put(String.valueOf(key), open(value, now.get(key))));
        return opened;
    }

    private @Nullable Object open(@Nullable Object recorded, @Nullable Object now) {
        if (recorded instanceof Map<?, ?> before && now instanceof Map<?, ?> after) {
            return open(before, after);
        }
        if (recorded instanceof List<?> before && now instanceof List<?> after) {
            List<@Nullable Object> opened = new ArrayList<>();
            for (int i = 0; i < before.size(); i++) {
                opened.add(i < after.size() ? open(before.get(i), after.get(i)) : before.get(i));
            }
            return opened;
        }
        return recorded instanceof String before && now instanceof String after && matches(filled(before), after)
                ? after
                : recorded;
    }

    /** Whether a text is that of now, when every mark in it that is still open stands for one text of at least one sign. */
    private boolean matches(String text, String now) {
        Map<String, Integer> groups = new HashMap<>();
        StringBuilder form = new StringBuilder();
        Matcher mark = MARK.matcher(text);
        int done = 0;
        while (mark.find()) {
            if (isOpen(mark)) {
                form.append(Pattern.quote(text.substring(done, mark.start())));
                Integer group = groups.get(mark.group());
                form.append(group == null ? "(.+?)" : "\\" + group);
                groups.putIfAbsent(mark.group(), groups.size() + 1);
                done = mark.end();
            }
        }
        return done == 0
                ? text.equals(now)
                : Pattern.compile(form + Pattern.quote(text.substring(done)), Pattern.DOTALL)
                        .matcher(now)
                        .matches();
    }
}
