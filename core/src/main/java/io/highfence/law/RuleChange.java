package io.highfence.law;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two days in the answer of one family of rules, or of one key within it.
 *
 * @param kind whether a rule begins, ends or changes
 * @param before the rule of the first day, or null if it begins
 * @param after the rule of the second day, or null if it ends
 * @param fields what differs where a rule changes: {@code id}, {@code citation}, {@code status}, {@code trust}, {@code note} and
 *     the names of values
 */
public record RuleChange(
        Kind kind, @Nullable Rule before, @Nullable Rule after, List<String> fields) {
    /** How a rule differs between two days. */
    public enum Kind {
        /** There is none on the first day. */
        BEGINS,
        /** There is none on the second day. */
        ENDS,
        /** There is one on both days, and they differ. */
        CHANGES
    }

    /**
     * Copies the list.
     *
     * @param kind how it differs
     * @param before the rule of the first day, or null
     * @param after the rule of the second day, or null
     * @param fields what differs
     */
    public RuleChange {
        fields = List.copyOf(fields);
    }

    static RuleChange of(@Nullable Rule before, @Nullable Rule after) {
        if (before == null || after == null) {
            return new RuleChange(before == null ? Kind.BEGINS : Kind.ENDS, before, after, List.of());
        }
        List<String> fields = new ArrayList<>();
        differs(fields, "id", before.id(), after.id());
        differs(fields, "citation", before.citation(), after.citation());
        differs(fields, "status", before.status(), after.status());
        differs(fields, "trust", before.trust(), after.trust());
        differs(fields, "note", before.note(), after.note());
        TreeSet<String> names = new TreeSet<>(before.values().names());
        names.addAll(after.values().names());
        for (String name : names) {
            differs(fields, name, shown(before, name), shown(after, name));
        }
        return new RuleChange(Kind.CHANGES, before, after, fields);
    }

    private static String shown(Rule rule, String name) {
        return rule.values().has(name) ? rule.values().show(name) : "";
    }

    private static void differs(List<String> fields, String name, Object one, Object other) {
        if (!one.equals(other)) {
            fields.add(name);
        }
    }
}
