package io.highfence.report;

import io.highfence.chip.Classification;
import io.highfence.chip.Evidence;
import io.highfence.chip.Evidence.Fact;
import io.highfence.chip.Evidence.Paragraph;
import java.util.List;

/** Classifications as one HTML file. */
final class ClassificationHtml {
    private final Html html;

    private ClassificationHtml(String title) {
        html = new Html(title);
    }

    static String write(List<Classification> answers) {
        boolean single = answers.size() == 1;
        String title = single
                ? "Classification of " + ClassificationWords.title(answers.get(0))
                : "Classification of " + answers.size() + " items";
        ClassificationHtml page = new ClassificationHtml(title);
        page.html.heading(1, single ? "Highfence: classification" : "Highfence: " + title);
        if (!single) {
            page.contents(answers);
        }
        for (int i = 0; i < answers.size(); i++) {
            page.article(i + 1, answers.get(i));
        }
        return page.html.finish();
    }

    private void contents(List<Classification> answers) {
        html.table("Item", "Answer");
        for (int i = 0; i < answers.size(); i++) {
            Classification answer = answers.get(i);
            html.open("tr").open("td").open("a href=\"#item" + (i + 1) + "\"");
            html.name(ClassificationWords.title(answer)).close("a").close("td");
            html.cell(ClassificationWords.verdict(answer)).close("tr");
        }
        html.endTable();
    }

    private void article(int number, Classification answer) {
        Evidence evidence = answer.evidence();
        html.open("article id=\"item" + number + "\"");
        html.open("h2").name(ClassificationWords.title(answer)).close("h2");
        html.open("div class=\"verdict\"");
        html.paragraph(ClassificationWords.verdict(answer)).paragraph("as of " + answer.asOf());
        html.close("div");
        html.heading(3, "Answer").table();
        ClassificationWords.answer(answer).forEach(html::row);
        html.endTable();
        html.heading(3, "A person must look at").list(answer.review(), "Nothing.");
        html.heading(3, "What would change it").list(ClassificationWords.changes(answer, evidence), "Nothing.");
        facts(evidence);
        html.heading(3, "Arithmetic").list(evidence.arithmetic(), "There is nothing to work out.");
        html.heading(3, "Paragraphs, in the order in which they are asked");
        html.table("Paragraph", "Asks", "Outcome");
        evidence.paragraphs().forEach(paragraph -> paragraph(0, paragraph));
        html.endTable();
        html.heading(3, "Citations").list(answer.citations(), "None.");
        html.heading(3, "Stamp").table();
        ClassificationWords.stamp(answer, evidence).forEach(html::row);
        html.endTable().close("article");
    }

    private void facts(Evidence evidence) {
        html.heading(3, "Facts").table("Fact", "Value", "Where it comes from");
        for (Fact fact : evidence.facts()) {
            html.open("tr")
                    .open("th scope=\"row\" class=\"key\"")
                    .name(fact.name())
                    .close("th");
            html.cell(ClassificationWords.value(fact));
            html.open("td").text(ClassificationWords.origin(fact));
            under(fact.remark());
            html.close("td").close("tr");
        }
        html.endTable();
    }

    private void under(String words) {
        if (!words.isEmpty()) {
            html.element("span class=\"under\"", words);
        }
    }

    private void paragraph(int depth, Paragraph paragraph) {
        String indent = depth == 0 ? "" : depth == 1 ? " class=\"below\"" : " class=\"below2\"";
        html.open("tr").open("th scope=\"row\"" + indent).text(paragraph.name());
        under(ClassificationWords.source(paragraph.rule()));
        html.close("th").open("td class=\"asks\"").text(paragraph.condition());
        under(paragraph.values());
        html.close("td").open("td");
        html.open(ClassificationWords.counts(paragraph) ? "span class=\"strong\"" : "span");
        html.text(ClassificationWords.outcome(paragraph)).close("span");
        under(paragraph.why());
        html.close("td").close("tr");
        paragraph.below().forEach(below -> paragraph(depth + 1, below));
    }
}
