package io.highfence.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names and kinds of the values that a rule, or a group within one, must and may have. Immutable. */
final class RuleFields {
    /** What a value looks like in a rule file. */
    enum Kind {
        /** A JSON number, from 0, at most six decimals. */
        DECIMAL("a number"),
        /** A JSON number without a point. */
        WHOLE("a whole number"),
        /** A JSON text that is not blank. */
        TEXT("a text"),
        /** {@code true} or {@code false}. */
        FLAG("true or false"),
        /** A text {@code YYYY-MM-DD}. */
        DATE("a date YYYY-MM-DD"),
        /** An array of upper-case two-letter country codes, none twice. */
        COUNTRIES("an array of country codes"),
        /** An array of texts. */
        TEXTS("an array of texts"),
        /** A text such as {@code >= 4800}. */
        LIMIT("a limit such as \">= 4800\""),
        /** An array of such texts that must all hold. */
        LIMITS("an array of limits such as \">= 4800\""),
        /** A JSON object of its own fields. */
        GROUP("an object"),
        /** An array of such objects. */
        GROUPS("an array of objects");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** One field; a text with choices may be nothing else. */
    record Field(Kind kind, boolean required, RuleFields inner, List<String> choices) {}

    /** No fields. */
    static final RuleFields NONE = new RuleFields(Map.of());

    private final Map<String, Field> byName;

    private RuleFields(Map<String, Field> byName) {
        this.byName = byName;
    }

    /** These fields and a required one more. */
    RuleFields with(Kind kind, String name) {
        return and(name, new Field(kind, true, NONE, List.of()));
    }

    /** These fields and one more that may be absent. */
    RuleFields maybe(Kind kind, String name) {
        return and(name, new Field(kind, false, NONE, List.of()));
    }

    /** These fields and a required text that is one of these words. */
    RuleFields oneOf(String name, String... words) {
        return and(name, new Field(Kind.TEXT, true, NONE, List.of(words)));
    }

    /** These fields and a text that may be absent, and is one of these words. */
    RuleFields maybeOneOf(String name, String... words) {
        return and(name, new Field(Kind.TEXT, false, NONE, List.of(words)));
    }

    /** These fields and a required object, or array of objects, with fields of its own. */
    RuleFields with(Kind kind, String name, RuleFields inner) {
        return and(name, new Field(kind, true, inner, List.of()));
    }

    /** These fields and an object, or array of objects, that may be absent. */
    RuleFields maybe(Kind kind, String name, RuleFields inner) {
        return and(name, new Field(kind, false, inner, List.of()));
    }

    private RuleFields and(String name, Field field) {
        Map<String, Field> more = new LinkedHashMap<>(byName);
        if (more.put(name, field) != null) {
            throw new IllegalArgumentException("Twice the same field: " + name);
        }
        return new RuleFields(more);
    }

    Map<String, Field> byName() {
        return byName;
    }

    /** The kind of a required field, or null. */
    @Nullable
    Kind kind(String name) {
        Field field = byName.get(name);
        return field != null && field.required() ? field.kind() : null;
    }
}
