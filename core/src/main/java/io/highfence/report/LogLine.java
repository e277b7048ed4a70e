package io.highfence.report;

import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * One line of an {@link AuditLog}: the chained part, its hash, and beside it the personal values, of which the chained part
 * holds salted hashes only.
 *
 * @param number the number of the line, counted from 1
 * @param previous the hash of the line before; {@link #FIRST} on the first
 * @param kind what the line is
 * @param body what it says, with a mark in the place of each personal value
 * @param sealed the personal values that the marks stand for: their salted hash, their class, whose they are
 * @param hash the hash of all that
 * @param values what is still there of the personal values, by salted hash
 */
record LogLine(
        long number,
        Digest previous,
        String kind,
        Map<String, @Nullable Object> body,
        List<Seal> sealed,
        Digest hash,
        Map<String, Value> values) {
    static final String FORMAT = "highfence.audit.log";
    static final String RECORD = "record";
    static final String ERASURE = "erasure";
    static final String HOLD = "hold";
    static final String RELEASE = "release";
    static final String CUT = "cut";

    /** What the first line names as the hash before it. */
    static final Digest FIRST = new Digest("0".repeat(64));

    private static final Set<String> KINDS = Set.of(RECORD, ERASURE, HOLD, RELEASE, CUT);

    /** A personal value as the chained part knows it. */
    record Seal(String id, RetentionClass kind, List<String> of) {}

    /** A personal value and the salt that keeps its hash from being guessed. */
    record Value(String salt, String text) {
        String id() {
            return Digest.of(salt + ":" + Json.object(Map.of("v", text))).hex();
        }
    }

    static LogLine make(
            long number,
            Digest previous,
            String kind,
            Map<String, @Nullable Object> body,
            List<Seal> sealed,
            Map<String, Value> values) {
        LogLine line = new LogLine(number, previous, kind, body, sealed, FIRST, values);
        return new LogLine(number, previous, kind, body, sealed, line.digest(), values);
    }

    static boolean isOne(Map<String, @Nullable Object> fields) {
        return FORMAT.equals(fields.get("format"));
    }

    /** The line that a JSON object is. */
    static LogLine of(Map<String, @Nullable Object> fields, String file, long at) throws BadInput {
        try {
            if (!isOne(fields)) {
                throw new IllegalArgumentException("it is no line of an audit log");
            }
            AuditRecord.checkVersion(fields, file, at);
            List<Seal> sealed = new ArrayList<>();
            for (Object seal : list(fields, "sealed")) {
                Map<String, @Nullable Object> one = object(seal, "sealed");
                RetentionClass kind = RetentionClass.find(text(one, "class"));
                if (kind == null) {
                    throw new IllegalArgumentException("there is no class " + one.get("class"));
                }
                sealed.add(new Seal(
                        text(one, "id"),
                        kind,
                        list(one, "of").stream().map(String::valueOf).toList()));
            }
            Map<String, Value> values = new LinkedHashMap<>();
            for (Map.Entry<String, @Nullable Object> value :
                    object(fields.get("values"), "values").entrySet()) {
                Map<String, @Nullable Object> one = object(value.getValue(), "values");
                values.put(value.getKey(), new Value(text(one, "salt"), text(one, "value")));
            }
            String kind = text(fields, "kind");
            if (!KINDS.contains(kind)) {
                throw new IllegalArgumentException("there is no kind '" + kind + "'");
            }
            return new LogLine(
                    Long.parseLong(String.valueOf(fields.get("line"))),
                    new Digest(text(fields, "previous")),
                    kind,
                    object(fields.get("body"), "body"),
                    sealed,
                    new Digest(text(fields, "hash")),
                    values);
        } catch (IllegalArgumentException e) {
            throw new BadInput(file, at, 1, "the line is damaged: " + e.getMessage(), e);
        }
    }

    private static String text(Map<String, @Nullable Object> in, String key) {
        if (in.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(key + " is no text");
    }

    private static List<?> list(Map<String, @Nullable Object> in, String key) {
        if (in.get(key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(key + " is no array");
    }

    @SuppressWarnings("unchecked") // The keys of an object are texts.
    private static Map<String, @Nullable Object> object(@Nullable Object value, String key) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new IllegalArgumentException(key + " is no object");
    }

    private Map<String, @Nullable Object> chained() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("format", FORMAT);
        fields.put("version", AuditRecord.VERSION);
        fields.put("line", number);
        fields.put("previous", previous);
        fields.put("kind", kind);
        fields.put("body", body);
        fields.put(
                "sealed",
                sealed.stream()
                        .map(seal -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("id", seal.id());
                            one.put("class", seal.kind().word());
                            one.put("of", seal.of());
                            return one;
                        })
                        .toList());
        return fields;
    }

    /** The hash of the chained part as it is, which {@link #hash} should be. */
    Digest digest() {
        return Digest.of(Json.object(chained()));
    }

    /** The line as it is written, without a line end. */
    String text() {
        Map<String, @Nullable Object> fields = chained();
        fields.put("hash", hash);
        Map<String, Object> kept = new LinkedHashMap<>();
        values.forEach((id, value) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("salt", value.salt());
            one.put("value", value.text());
            kept.put(id, one);
        });
        fields.put("values", kept);
        return Json.object(fields);
    }

    byte[] bytes() {
        return (text() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** What is wrong with the line in itself, or null. */
    @Nullable
    String fault() {
        if (!digest().equals(hash)) {
            return "the line was changed: its hash is another";
        }
        Set<String> ids = new java.util.HashSet<>();
        for (Seal seal : sealed) {
            ids.add(seal.id());
        }
        for (Map.Entry<String, Value> value : values.entrySet()) {
            if (!ids.contains(value.getKey())) {
                return "a personal value was added";
            }
            if (!value.getValue().id().equals(value.getKey())) {
                return "a personal value was changed";
            }
        }
        return null;
    }

    /** Whose values the line holds under the name or number of a subject, as paths into the order. */
    Set<String> owners(String subject) {
        Set<String> owners = new java.util.TreeSet<>();
        String wanted = PersonalValues.key(subject);
        for (Seal seal : sealed) {
            Value value = values.get(seal.id());
            if (value != null
                    && (seal.kind() == RetentionClass.NAME || seal.kind() == RetentionClass.IDENTIFIER)
                    && PersonalValues.key(value.text()).equals(wanted)) {
                owners.addAll(seal.of());
            }
        }
        return owners;
    }

    /** The line without some of its personal values. */
    LogLine without(Set<String> ids) {
        Map<String, Value> kept = new LinkedHashMap<>(values);
        kept.keySet().removeAll(ids);
        return new LogLine(number, previous, kind, body, sealed, hash, kept);
    }

    /** What it says, with the personal values of these owners in their places; of all if there are none given. */
    Map<String, @Nullable Object> opened(@Nullable Set<String> owners) {
        Set<String> shown = new java.util.HashSet<>();
        for (Seal seal : sealed) {
            if (owners == null || seal.of().stream().anyMatch(owners::contains)) {
                shown.add(seal.id());
            }
        }
        return PersonalValues.replaced(body, text -> {
            Matcher mark = Marks.MARK.matcher(text);
            return mark.replaceAll(match -> {
                Value value = shown.contains(match.group(2)) ? values.get(match.group(2)) : null;
                return Matcher.quoteReplacement(value == null ? match.group() : value.text());
            });
        });
    }

    /** The record that it is. */
    AuditRecord record(String file, long at) throws BadInput {
        List<String> gone = new ArrayList<>();
        Set<String> erased = new java.util.HashSet<>();
        for (Seal seal : sealed) {
            if (!values.containsKey(seal.id())) {
                erased.add(seal.id());
                gone.add(seal.kind().word() + " of " + String.join(", ", seal.of()));
            }
        }
        if (Boolean.TRUE.equals(body.get("keyed"))) {
            gone.add(AuditRecord.KEYED);
        }
        return AuditRecord.of(opened(null), file, at, gone, erased);
    }
}
