package io.highfence.report;

import io.highfence.chip.Classification;
import io.highfence.chip.Evidence;
import io.highfence.chip.Evidence.Fact;
import io.highfence.chip.Evidence.Paragraph;
import java.util.Collection;
import java.util.List;

/** A classification for people: the answer, what would change it, the facts, the arithmetic, the paragraphs, the stamp. */
final class ClassificationText {
    private final Lines lines = new Lines();
    private final Classification answer;
    private final Evidence evidence;

    private ClassificationText(Classification answer) {
        this.answer = answer;
        this.evidence = answer.evidence();
    }

    static String write(Classification answer) {
        ClassificationText writer = new ClassificationText(answer);
        writer.all();
        return writer.lines.toString();
    }

    private void all() {
        lines.add(
                "",
                ClassificationWords.title(answer) + ": " + ClassificationWords.verdict(answer) + ", as of "
                        + answer.asOf());
        ClassificationWords.answer(answer).forEach((name, value) -> lines.add("  ", name + ": " + value));
        section("a person must look at", answer.review());
        section("what would change it", ClassificationWords.changes(answer, evidence));
        section("facts", evidence.facts().stream().map(ClassificationText::fact).toList());
        section("arithmetic", evidence.arithmetic());
        lines.add("  ", "paragraphs");
        evidence.paragraphs().forEach(paragraph -> paragraph("    ", paragraph));
        section("citations", answer.citations());
        ClassificationWords.stamp(answer, evidence).forEach((name, value) -> lines.add("  ", name + ": " + value));
    }

    private void section(String heading, Collection<?> points) {
        if (points.isEmpty()) {
            lines.add("  ", heading + ": none");
            return;
        }
        lines.add("  ", heading);
        points.forEach(point -> lines.add("    - ", point.toString()));
    }

    private static String fact(Fact fact) {
        return fact.name() + ": " + ClassificationWords.value(fact) + " [" + ClassificationWords.origin(fact) + "]"
                + (fact.remark().isEmpty() ? "" : " " + fact.remark());
    }

    private void paragraph(String indent, Paragraph paragraph) {
        String condition = paragraph.condition().isEmpty() ? "" : " [" + paragraph.condition() + "]";
        lines.add(
                indent + "- ",
                paragraph.name() + ": " + ClassificationWords.outcome(paragraph) + ": " + paragraph.why() + condition);
        for (String more : List.of(paragraph.values(), ClassificationWords.source(paragraph.rule()))) {
            if (!more.isEmpty()) {
                lines.add(indent + "  ", more);
            }
        }
        paragraph.below().forEach(below -> paragraph(indent + "  ", below));
    }
}
