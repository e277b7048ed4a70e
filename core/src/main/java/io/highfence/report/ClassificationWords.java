package io.highfence.report;

import io.highfence.Screener;
import io.highfence.chip.Classification;
import io.highfence.chip.Evidence;
import io.highfence.chip.Evidence.Fact;
import io.highfence.chip.Evidence.Outcome;
import io.highfence.chip.Evidence.Paragraph;
import io.highfence.law.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the text and the page of a classification say in the same words, all from one result. */
final class ClassificationWords {
    private static final String NOT_KNOWN = "not known";
    private static final String NONE = "none";

    private ClassificationWords() {}

    static String title(Classification answer) {
        String id = answer.chip().id();
        String name = answer.chip().name();
        if (id.isEmpty()) {
            return name.isEmpty() ? "a chip without a name" : name;
        }
        return name.isEmpty() || name.equals(id) ? id : id + " (" + name + ")";
    }

    static String verdict(Classification answer) {
        return eccn(answer.eccn()) + ", " + answer.verdict();
    }

    private static String eccn(@Nullable String eccn) {
        return eccn == null ? "no ECCN can be given" : eccn;
    }

    /** The answer itself, by what it is called. */
    static Map<String, String> answer(Classification answer) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("ECCN", eccn(answer.eccn()));
        rows.put("verdict", answer.verdict().name());
        rows.put("TPP", answer.tpp() == null ? NOT_KNOWN : answer.tpp().toPlainString());
        rows.put("performance density", number(answer.performanceDensity(), " TPP/mm2"));
        if (answer.memoryBandwidthDensity() != null) {
            rows.put("memory bandwidth density", number(answer.memoryBandwidthDensity(), " GB/s per mm2"));
        }
        rows.put("paragraphs met by the numbers", joined(answer.paragraphs()));
        rows.put("missing", joined(answer.missing()));
        rows.put("notes", joined(answer.notes()));
        return rows;
    }

    private static String number(@Nullable BigDecimal value, String unit) {
        return value == null ? NOT_KNOWN : value.toPlainString() + unit;
    }

    private static String joined(List<String> words) {
        return words.isEmpty() ? NONE : String.join(", ", words);
    }

    /** What would make it another answer: the limits around it, then the calendar, then what is missing. */
    static List<String> changes(Classification answer, Evidence evidence) {
        List<String> changes = new ArrayList<>();
        for (Classification.Nearest near : answer.nearest()) {
            changes.add(near.threshold() + ": " + near.value().toPlainString() + " against the limit "
                    + near.limit().toPlainString() + ", " + margin(near));
        }
        Evidence.Change next = evidence.next();
        changes.add(
                next == null
                        ? "no rule in the book changes the answer after " + answer.asOf()
                        : "from " + next.day() + " on: " + eccn(next.eccn()) + ", " + next.verdict()
                                + (next.paragraphs().isEmpty()
                                        ? ""
                                        : " (" + String.join(", ", next.paragraphs()) + ")"));
        if (!answer.missing().isEmpty()) {
            changes.add("what is missing: " + joined(answer.missing()));
        }
        return changes;
    }

    private static String margin(Classification.Nearest near) {
        BigDecimal percent = near.marginPercent();
        if (percent.signum() == 0) {
            boolean equal = near.value().compareTo(near.limit()) == 0;
            return equal ? "at the limit" : "less than 0.0001 % away";
        }
        return percent.abs().toPlainString() + " % " + (percent.signum() < 0 ? "below" : "above");
    }

    static String value(Fact fact) {
        if (fact.value().isEmpty()) {
            return "-";
        }
        return fact.unit().isEmpty() ? fact.value() : fact.value() + " " + fact.unit();
    }

    static String origin(Fact fact) {
        return switch (fact.origin()) {
            case GIVEN -> "given";
            case CATALOGUE -> "from the catalogue";
            case DERIVED -> "derived";
            case ASSUMED -> "assumed";
            case MISSING -> "MISSING";
            case NOT_STATED -> "not stated";
        };
    }

    static String outcome(Paragraph paragraph) {
        return switch (paragraph.outcome()) {
            case MET -> "MET";
            case NOT_MET -> "not met";
            case TAKEN_OUT -> "TAKEN OUT";
            case OPEN -> "OPEN";
            case NOT_ASKED -> "not asked";
        };
    }

    static boolean counts(Paragraph paragraph) {
        return paragraph.outcome() == Outcome.MET
                || paragraph.outcome() == Outcome.TAKEN_OUT
                || paragraph.outcome() == Outcome.OPEN;
    }

    /** Where a rule is written, and on which days it is so. */
    static String source(@Nullable Rule rule) {
        if (rule == null) {
            return "";
        }
        String from =
                rule.inForce().from() == null ? "" : " from " + rule.inForce().from();
        String to =
                rule.inForce().to() == null ? "" : " through " + rule.inForce().to();
        return rule.citation() + (from + to).replaceFirst("^ ", "; ");
    }

    static Map<String, String> stamp(Classification answer, Evidence evidence) {
        Map<String, String> stamp = new LinkedHashMap<>();
        stamp.put("as of", answer.asOf().toString());
        stamp.put("rule set", answer.ruleSet());
        stamp.put("rules verified through", evidence.verifiedThrough().toString());
        stamp.put("engine", Screener.ENGINE);
        return stamp;
    }
}
