package io.highfence.report;

import io.highfence.Decision;
import io.highfence.ItemFinding;
import io.highfence.Order;
import io.highfence.Party;
import io.highfence.PartyMatch;
import io.highfence.Reason;
import io.highfence.Screener;
import io.highfence.Verdict;
import io.highfence.chip.Classification;
import io.highfence.match.PartyMatcher;
import io.highfence.ownership.OwnershipFinding;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decisions as one HTML file. */
final class DecisionHtml {
    private final Html html;

    /** Whether notes stand for why names have their scores. */
    private final boolean noted;

    private DecisionHtml(String title, boolean noted) {
        html = new Html(title);
        this.noted = noted;
    }

    static String write(List<Decision> decisions, boolean noted) {
        boolean single = decisions.size() == 1;
        String title = single
                ? "Decision on order " + decisions.get(0).order().id()
                : "Decisions on " + decisions.size() + " orders";
        DecisionHtml page = new DecisionHtml(title, noted);
        page.html.heading(1, single ? "Highfence: decision on an order" : "Highfence: " + title);
        if (!single) {
            page.contents(decisions);
        }
        for (int i = 0; i < decisions.size(); i++) {
            page.article(i + 1, decisions.get(i));
        }
        return page.html.finish();
    }

    private void contents(List<Decision> decisions) {
        html.table("Order", "Verdict");
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            html.open("tr").open("td").open("a href=\"#order" + (i + 1) + "\"");
            html.name(decision.order().id()).close("a").close("td");
            html.cell(DecisionWords.verdict(decision)).close("tr");
        }
        html.endTable();
    }

    private void article(int number, Decision decision) {
        html.open("article id=\"order" + number + "\"");
        html.open("h2").name(decision.order().id()).close("h2");
        html.open("div class=\"verdict\"")
                .paragraph(DecisionWords.verdict(decision) + DecisionWords.at(decision.order()));
        html.paragraph(
                decision.stamp() == null
                        ? "Nothing was screened."
                        : "as of " + decision.stamp().asOf());
        html.close("div");
        if (!DecisionWords.scope(decision).isEmpty()) {
            html.paragraph(DecisionWords.scope(decision));
        }
        for (Screener.Check unfinished : decision.unfinished()) {
            html.paragraph("Not checked to the end: " + DecisionWords.spoken(unfinished));
        }
        lines(decision);
        reasons(decision);
        html.heading(3, "Missing").list(decision.missing(), "Nothing.");
        html.heading(3, "What would change it").list(changes(decision), "Nothing that the caller can do.");
        matches(decision);
        ownership(decision);
        items(decision);
        stamp(decision);
        html.close("article");
    }

    private void lines(Decision decision) {
        if (decision.lines().isEmpty()) {
            return;
        }
        html.heading(3, "Lines").table("Line", "Verdict", "Reasons");
        for (Decision.Line line : decision.lines()) {
            String kind = line.holdKind() == null ? "" : " (" + DecisionWords.spoken(line.holdKind()) + ")";
            html.open("tr").open("th scope=\"row\"").name(line.line()).close("th");
            html.cell(line.verdict() + kind);
            html.cell(String.join(", ", rules(line, decision))).close("tr");
        }
        html.endTable();
    }

    /** The rules behind the verdict of a line, without those that only note something. */
    private static Set<String> rules(Decision.Line line, Decision decision) {
        Set<String> rules = new LinkedHashSet<>();
        for (Reason reason : decision.reasons()) {
            if (reason.verdict() != Verdict.CLEAR
                    && reason.released() == null
                    && line.reasonIds().contains(reason.id())) {
                rules.add(reason.rule());
            }
        }
        return rules;
    }

    private void reasons(Decision decision) {
        html.heading(3, "Reasons");
        if (decision.reasons().isEmpty()) {
            html.paragraph("None.");
            return;
        }
        html.table("Grade and rule", "What was found");
        for (List<Reason> alike : DecisionWords.reasons(decision)) {
            Reason reason = alike.get(0);
            html.open("tr").open("th scope=\"row\" class=\"rule\"").text(DecisionWords.grade(reason));
            under(reason.rule(), "");
            under(DecisionWords.about(decision.order(), alike), "");
            html.close("th").open("td").text(reason.text());
            if (reason.citation() != null) {
                under(reason.citation() + " [" + DecisionWords.spoken(reason.basis()) + "]", "");
            }
            under(String.join(", ", reason.missing()), "Missing: ");
            if (reason.released() == null) {
                under(reason.change(), "What would change it: ");
            } else {
                under(reason.released().text(), "Released: ");
            }
            html.close("td").close("tr");
        }
        html.endTable();
    }

    private void under(String words, String beginning) {
        if (!words.isEmpty()) {
            html.element("span class=\"under\"", beginning + words);
        }
    }

    private static Set<String> changes(Decision decision) {
        Set<String> changes = new LinkedHashSet<>();
        for (List<Reason> alike : DecisionWords.reasons(decision)) {
            Reason reason = alike.get(0);
            if (reason.verdict() != Verdict.CLEAR
                    && reason.released() == null
                    && !reason.change().isEmpty()) {
                changes.add(reason.rule() + ": " + reason.change());
            }
        }
        decision.changesOn().forEach((day, what) -> changes.add("From " + day + " on: " + what));
        return changes;
    }

    private void matches(Decision decision) {
        html.heading(3, "Listed names that were found");
        // A company that plays several roles matches once for each.
        Map<List<Object>, Set<String>> roles = new LinkedHashMap<>();
        Map<List<Object>, PartyMatch> matches = new LinkedHashMap<>();
        for (PartyMatch match : decision.matches()) {
            Party party = decision.order().parties().get(match.party());
            List<Object> same = List.of(
                    PartySides.of(party),
                    match.searched(),
                    match.matched(),
                    match.records(),
                    match.score(),
                    match.evidence(),
                    match.alerts());
            matches.putIfAbsent(same, match);
            roles.computeIfAbsent(same, k -> new LinkedHashSet<>())
                    .add(
                            party.role() == null
                                    ? "party " + match.party()
                                    : party.role().word());
        }
        if (matches.isEmpty()) {
            html.paragraph("None.");
            return;
        }
        PartyMatcher matcher = noted ? null : NameMatchWords.matcher(decision);
        matches.forEach((same, match) -> {
            facts(
                    decision.order().parties().get(match.party()),
                    String.join(", ", roles.getOrDefault(same, Set.of())),
                    match);
            score(decision, match, matcher);
        });
    }

    private void facts(Party party, String roles, PartyMatch match) {
        html.table("Fact", "The order says", "The list says");
        html.open("tr").element("th scope=\"row\" class=\"key\"", "name");
        html.open("td dir=\"auto\"").name(match.searched()).close("td");
        html.open("td dir=\"auto\"").name(match.matched()).close("td").close("tr");
        html.row("role and list", roles, match.records().get(0).list());
        Map<String, String> ours = PartySides.of(party);
        Map<String, String> theirs = PartySides.of(match.records().get(0));
        theirs.remove(PartySides.NAME, match.matched());
        ours.put(PartySides.NAME, "");
        for (Map.Entry<String, String> side : ours.entrySet()) {
            String listed = theirs.getOrDefault(side.getKey(), "");
            if (!side.getValue().isEmpty() || !listed.isEmpty()) {
                html.row(side.getKey(), dash(side.getValue()), dash(listed));
            }
        }
        html.endTable();
    }

    private void score(Decision decision, PartyMatch match, @Nullable PartyMatcher matcher) {
        html.table();
        html.row(
                "score",
                DecisionWords.score(match.score()) + ", of the name alone " + DecisionWords.score(match.nameScore())
                        + DecisionWords.silence(match));
        html.row("evidence", match.evidence().isEmpty() ? "the name alone" : String.join(", ", match.evidence()));
        html.open("tr").element("th scope=\"row\" class=\"key\"", "why this name score");
        html.open("td").open("ul");
        if (matcher == null) {
            String note = NameScoreNotes.note(decision, match);
            html.raw(note, 0, note.length());
        } else {
            NameMatchWords.points(matcher, match).forEach(point -> html.element("li", point));
        }
        html.close("ul").close("td").close("tr");
        match.records().forEach(record -> html.row("listing", PartySides.listing(record)));
        html.endTable();
    }

    private static String dash(String value) {
        return value.isEmpty() ? "-" : value;
    }

    private void ownership(Decision decision) {
        List<OwnershipFinding> findings = DecisionWords.ownership(decision);
        if (!findings.isEmpty()) {
            html.heading(3, "Who owns whom");
            for (OwnershipFinding finding : findings) {
                html.paragraph(finding.summary()).svg(finding.svg());
            }
        }
    }

    private void items(Decision decision) {
        if (decision.items().isEmpty()) {
            return;
        }
        Order order = decision.order();
        html.heading(3, "Items").table("Line", "What was found");
        for (ItemFinding item : decision.items()) {
            html.open("tr")
                    .open("th scope=\"row\"")
                    .name(order.items().get(item.line()).line())
                    .close("th");
            html.open("td").text(item.summary());
            item.notes().forEach(note -> under(note, ""));
            Classification classification = item.classification();
            if (classification != null) {
                classification.evidence().arithmetic().forEach(step -> under(step, ""));
            }
            html.close("td").close("tr");
        }
        html.endTable();
    }

    private void stamp(Decision decision) {
        Decision.Stamp stamp = decision.stamp();
        if (stamp == null) {
            return;
        }
        html.heading(3, "Stamp").table();
        html.row("as of", String.valueOf(stamp.asOf()));
        html.row("engine", stamp.engine()).row("rule set", stamp.ruleSet()).row("list set", stamp.listSet());
        decision.editions().forEach(edition -> html.row("list", EditionJson.words(edition, stamp.asOf())));
        stamp.also().forEach(html::row);
        if (!stamp.also().containsKey("ownership")) {
            html.row("ownership", "none given");
        }
        html.row("settings", stamp.config()).row("decided at", stamp.decidedAt());
        html.row("replay", decision.replay()).endTable();
    }
}
