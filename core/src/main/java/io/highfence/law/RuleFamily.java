package io.highfence.law;

import io.highfence.law.RuleFields.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A question that the law answers anew from date to date: its name, the values that each answer has, and how the answers must
 * cover the calendar.
 */
final class RuleFamily {
    /** How the rules of one family, or of one key within it, must lie on the calendar. */
    enum Coverage {
        /** One rule for every day without end. */
        ALWAYS,
        /** Nothing before the first rule's first day, one rule for every day from then on. */
        ONCE_BEGUN,
        /** Nothing before the first rule and nothing after the last, one rule for every day between. */
        SPAN,
        /** Any number of rules on any day; only the same rule twice on one day is a fault. */
        ANY
    }

    /** What the values of one rule must be to each other. */
    @FunctionalInterface
    interface Check {
        /** What is wrong with the values, or null. */
        @Nullable
        String fault(Rule.Values values);
    }

    private final String name;
    private final Coverage coverage;
    private final RuleFields fields;
    private final @Nullable String keyField;
    private final Check check;

    private RuleFamily(String name, Coverage coverage, RuleFields fields, @Nullable String keyField, Check check) {
        this.name = name;
        this.coverage = coverage;
        this.fields = fields;
        this.keyField = keyField;
        this.check = check;
    }

    static RuleFamily of(String name, Coverage coverage, RuleFields fields) {
        return new RuleFamily(name, coverage, fields, null, values -> null);
    }

    /** Splits the family by one of its texts: each value of it must cover the calendar on its own. */
    RuleFamily keyedBy(String field) {
        if (fields.kind(field) != Kind.TEXT) {
            throw new IllegalArgumentException("A key must be a required text: " + field);
        }
        return new RuleFamily(name, coverage, fields, field, check);
    }

    /** Refuses rules whose values do not fit each other. */
    RuleFamily checkedBy(Check values) {
        return new RuleFamily(name, coverage, fields, keyField, values);
    }

    String name() {
        return name;
    }

    Coverage coverage() {
        return coverage;
    }

    RuleFields fields() {
        return fields;
    }

    @Nullable
    String keyField() {
        return keyField;
    }

    /** What is wrong with how the values of a rule fit each other, or null. */
    @Nullable
    String fault(Rule.Values values) {
        return check.fault(values);
    }
}
