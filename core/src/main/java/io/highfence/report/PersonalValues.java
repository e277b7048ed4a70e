package io.highfence.report;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The personal values of a record: those in the order's own fields, and every place in the record where one of them stands,
 * such as a reason that quotes a name.
 */
final class PersonalValues {
    private static final Pattern IP =
            Pattern.compile("(?<![\\w.:])(?:(?:\\d{1,3}\\.){3}\\d{1,3}|(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4})(?![\\w:])");

    /** Where the reader of orders quotes a value that it did not understand. */
    private static final Pattern UNJUDGED = Pattern.compile(
            "(parties\\[\\d+])(\\.owners\\[\\d+])?\\.(name|address|birthDate|identifiers)[^ ]* '(.*)'", Pattern.DOTALL);

    /** What says when and under what was decided, and names nobody. */
    private static final Set<String> IMPERSONAL =
            Set.of("format", "version", "verdict", "holdKind", "asOf", "decidedAt", "rules", "lists", "stamp", "settings");

    private final Map<String, Value> values = new LinkedHashMap<>();

    private PersonalValues() {}

    /** A personal value: its class, and whose it is, as paths into the order. */
    record Value(RetentionClass kind, TreeSet<String> of) {}

    /** The personal values of a record's order. */
    static PersonalValues of(Map<String, @Nullable Object> record) {
        PersonalValues found = new PersonalValues();
        if (record.get("inputs") instanceof Map<?, ?> inputs && inputs.get("order") instanceof Map<?, ?> order) {
            found.order(order);
        }
        return found;
    }

    /** One value that is personal as a whole. */
    static PersonalValues of(String text, RetentionClass kind, String owner) {
        PersonalValues one = new PersonalValues();
        one.add(text, kind, owner);
        return one;
    }

    private void order(Map<?, ?> order) {
        each(order.get("parties"), (i, party) -> {
            String owner = "parties[" + i + "]";
            if (party instanceof Map<?, ?> facts) {
                party(facts, owner);
                each(facts.get("owners"), (j, holder) -> {
                    if (holder instanceof Map<?, ?> stake) {
                        add(stake.get("name"), RetentionClass.NAME, owner + ".owners[" + j + "]");
                    }
                });
            }
        });
        if (order.get("destination") instanceof Map<?, ?> destination) {
            add(destination.get("region"), RetentionClass.ADDRESS, "destination");
        }
        for (String letters : List.of("authorizations", "dispositions")) {
            texts(order.get(letters), text -> add(text, RetentionClass.LETTER, letters));
        }
        each(order.get("unjudged"), (i, text) -> {
            Matcher quoted = UNJUDGED.matcher(String.valueOf(text));
            if (quoted.matches()) {
                String owner = quoted.group(1) + (quoted.group(2) == null ? "" : quoted.group(2));
                add(quoted.group(4), kind(quoted.group(3)), owner);
            }
        });
        texts(order, text -> {
            Matcher address = IP.matcher(text);
            while (address.find()) {
                add(address.group(), RetentionClass.IP_ADDRESS, "order");
            }
        });
    }

    private void party(Map<?, ?> facts, String owner) {
        Object name = facts.get("name");
        if (name != null && !name.toString().strip().equalsIgnoreCase("none")) {
            add(name, RetentionClass.NAME, owner);
        }
        add(facts.get("address"), RetentionClass.ADDRESS, owner);
        add(facts.get("birthDate"), RetentionClass.BIRTH_DATE, owner);
        each(facts.get("identifiers"), (i, identifier) -> {
            if (identifier instanceof Map<?, ?> number) {
                Object value = number.get("value");
                add(value, RetentionClass.IDENTIFIER, owner);
                add(value == null ? null : key(value.toString()), RetentionClass.IDENTIFIER, owner);
            }
        });
    }

    private static RetentionClass kind(String field) {
        return switch (field) {
            case "name" -> RetentionClass.NAME;
            case "address" -> RetentionClass.ADDRESS;
            case "birthDate" -> RetentionClass.BIRTH_DATE;
            default -> RetentionClass.IDENTIFIER;
        };
    }

    private static void each(@Nullable Object list, BiConsumer<Integer, @Nullable Object> use) {
        if (list instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                use.accept(i, elements.get(i));
            }
        }
    }

    private static void texts(@Nullable Object value, java.util.function.Consumer<String> use) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(inner -> texts(inner, use));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> texts(inner, use));
        } else if (value instanceof String text) {
            use.accept(text);
        }
    }

    private void add(@Nullable Object value, RetentionClass kind, String owner) {
        String text = value instanceof String given ? given : "";
        if (!text.isBlank()) {
            values.computeIfAbsent(text, k -> new Value(kind, new TreeSet<>())).of().add(owner);
        }
    }

    /** The form in which a subject is compared: letters and digits alone, in upper case. */
    static String key(String text) {
        StringBuilder key = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toUpperCase)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /**
     * A copy of a tree in which every personal value is replaced, whatever the case of its letters.
     *
     * @param token gives the replacement of a text, by the text as it stands there and what it is
     */
    Map<String, @Nullable Object> replaceIn(
            Map<String, @Nullable Object> tree, Function<Map.Entry<String, Value>, String> token) {
        if (values.isEmpty()) {
            return tree;
        }
        Map<String, Value> byLowerCase = new TreeMap<>();
        values.forEach((text, value) -> byLowerCase
                .merge(lower(text), value, PersonalValues::both));
        List<String> longestFirst = new ArrayList<>(values.keySet());
        longestFirst.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        StringBuilder any = new StringBuilder();
        for (String text : longestFirst) {
            any.append(any.isEmpty() ? "" : "|").append(alone(text));
        }
        Pattern pattern = Pattern.compile(any.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return replaced(tree, text -> {
            Matcher found = pattern.matcher(text);
            return found.replaceAll(match -> {
                Value value = byLowerCase.get(lower(match.group()));
                return Matcher.quoteReplacement(
                        value == null ? match.group() : token.apply(Map.entry(match.group(), value)));
            });
        });
    }

    private static Value both(Value one, Value other) {
        one.of().addAll(other.of());
        return one;
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .forEach(lower::appendCodePoint);
        return lower.toString();
    }

    /** The text where it is no part of a longer word: a year must not be found within a digest. */
    private static String alone(String text) {
        boolean begins = isPlain(text.charAt(0));
        boolean ends = isPlain(text.charAt(text.length() - 1));
        return (begins ? "(?<![\\p{L}\\p{N}])" : "") + Pattern.quote(text) + (ends ? "(?![\\p{L}\\p{N}])" : "");
    }

    private static boolean isPlain(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    /** A copy of a tree in which every text is replaced, but those that are never personal. */
    static Map<String, @Nullable Object> replaced(Map<?, ?> tree, Function<String, String> replacement) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        tree.forEach((key, value) -> {
            String name = String.valueOf(key);
            copy.put(name, IMPERSONAL.contains(name) ? value : replaced(value, replacement));
        });
        return copy;
    }

    private static @Nullable Object replaced(@Nullable Object value, Function<String, String> replacement) {
        if (value instanceof Map<?, ?> map) {
            return replaced(map, replacement);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(replaced(element, replacement)));
            return copy;
        }
        return value instanceof String text ? replacement.apply(text) : value;
    }

}
