package io.highfence.chip;

import io.highfence.chip.Classification.Verdict;
import io.highfence.law.Rule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a chip is classified as it is, in the order in which a person would follow it.
 *
 * @param facts what went in and what was worked out from it
 * @param arithmetic each step as an equation with its units; what is cut for display says so
 * @param paragraphs the entries of the control list in the order in which they are asked, with their paragraphs below them
 * @param next the next day on which the answer changes, or null if no rule of the book changes it
 * @param verifiedThrough the day of the newest text that was read for the rules
 */
public record Evidence(
        List<Fact> facts,
        List<String> arithmetic,
        List<Paragraph> paragraphs,
        @Nullable Change next,
        LocalDate verifiedThrough) {

    /** Where a fact comes from. */
    public enum Origin {
        /** The caller states it. */
        GIVEN,
        /** It stands in the bundled catalogue, and the caller states nothing else. */
        CATALOGUE,
        /** It was worked out from other facts. */
        DERIVED,
        /** Nobody states it; it is taken to be so. */
        ASSUMED,
        /** Nobody states it, or what is stated cannot be judged, and the answer turns on it. */
        MISSING,
        /** Nobody states it, and as things stand the answer does not turn on it. */
        NOT_STATED
    }

    /**
     * One fact about the chip.
     *
     * @param name what it is, such as {@code rate fp8}
     * @param value the value, empty if there is none
     * @param unit its unit, empty if it has none
     * @param origin where it comes from
     * @param remark what to know about it, empty if nothing
     */
    public record Fact(String name, String value, String unit, Origin origin, String remark) {}

    /** What became of a paragraph. */
    public enum Outcome {
        /** It is met. */
        MET,
        /** It is not met. */
        NOT_MET,
        /** The numbers meet it, and a note takes the item out. */
        TAKEN_OUT,
        /** A missing fact decides whether it is met. */
        OPEN,
        /** It was not asked, since the answer did not turn on it. */
        NOT_ASKED
    }

    /**
     * One paragraph of the control list, or a note to it, with what became of it.
     *
     * @param name such as {@code 3A090.a.1}
     * @param rule the rule that was applied, or null if the book has none on that day
     * @param condition what it asks, such as {@code TPP >= 4800}
     * @param values the values that were put to it, empty if none were
     * @param outcome what became of it
     * @param why why, in words: by how much a limit was missed, or why nothing was asked
     * @param below the paragraphs below it
     */
    public record Paragraph(
            String name,
            @Nullable Rule rule,
            String condition,
            String values,
            Outcome outcome,
            String why,
            List<Paragraph> below) {
        /**
         * Copies the list.
         *
         * @param name such as {@code 3A090.a.1}
         * @param rule the rule, or null
         * @param condition what it asks
         * @param values the values
         * @param outcome what became of it
         * @param why why
         * @param below the paragraphs below it
         */
        public Paragraph {
            below = List.copyOf(below);
        }
    }

    /**
     * A day on which the answer changes.
     *
     * @param day the first day of the other answer
     * @param eccn the number from then on, or null if the facts allow no answer
     * @param verdict the verdict from then on
     * @param paragraphs the paragraphs that the numbers meet from then on
     */
    public record Change(LocalDate day, @Nullable String eccn, Verdict verdict, List<String> paragraphs) {}

    /**
     * Copies the lists.
     *
     * @param facts what went in
     * @param arithmetic the equations
     * @param paragraphs the entries
     * @param next the next change, or null
     * @param verifiedThrough the day of the newest text
     */
    public Evidence {
        facts = List.copyOf(facts);
        arithmetic = List.copyOf(arithmetic);
        paragraphs = List.copyOf(paragraphs);
    }

    static Evidence of(Classification answer) {
        return new Evidence(
                Facts.of(answer),
                Arithmetic.of(answer),
                ParagraphTree.of(answer),
                next(answer),
                answer.law().book().verifiedThrough());
    }

    /** Asks again under each later version of the law, until the answer is another. */
    private static @Nullable Change next(Classification answer) {
        ChipClassifier classifier = new ChipClassifier(answer.law().book());
        Classification later = new Classification();
        LocalDate day = classifier.nextChange(answer.asOf());
        while (day != null) {
            classifier.classify(answer.chip(), day, later);
            if (!core(later).equals(core(answer))) {
                return new Change(day, later.eccn(), later.verdict(), later.paragraphs());
            }
            day = classifier.nextChange(day);
        }
        return null;
    }

    /** What makes an answer another one; texts, since the number may be null. */
    private static List<Object> core(Classification answer) {
        return List.of(
                String.valueOf(answer.eccn()),
                answer.verdict(),
                answer.paragraphs(),
                answer.missing(),
                answer.review());
    }
}
