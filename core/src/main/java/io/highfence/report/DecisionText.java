package io.highfence.report;

import io.highfence.Decision;
import io.highfence.ItemFinding;
import io.highfence.Order;
import io.highfence.PartyMatch;
import io.highfence.Reason;
import io.highfence.Screener;
import io.highfence.list.ListedParty;
import io.highfence.match.PartyMatcher;
import io.highfence.ownership.OwnershipFinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A decision for people: at most 100 columns, the verdict first, then why, then what would change it. */
final class DecisionText {
    private final Lines lines = new Lines();
    private final Decision decision;
    private final Order order;

    private DecisionText(Decision decision) {
        this.decision = decision;
        this.order = decision.order();
    }

    static String write(Decision decision) {
        DecisionText writer = new DecisionText(decision);
        writer.headline();
        writer.reasons();
        writer.matches();
        writer.ownership();
        writer.items();
        writer.stamp();
        return writer.lines.toString();
    }

    private void headline() {
        lines.add("", order.id() + DecisionWords.at(order) + ": " + DecisionWords.verdict(decision));
        String scope = DecisionWords.scope(decision);
        if (!scope.isEmpty()) {
            lines.add("  ", scope);
            lines.add("  ", "what would change it: another party, item, place, use or day, or newer rules or lists.");
        }
    }

    private void reasons() {
        for (Screener.Check unfinished : decision.unfinished()) {
            lines.add("  - ", "Not checked to the end: " + DecisionWords.spoken(unfinished));
        }
        DecisionWords.reasons(decision).forEach(this::reason);
    }

    private void reason(List<Reason> alike) {
        Reason reason = alike.get(0);
        String about = DecisionWords.about(order, alike);
        lines.add(
                "  - ",
                DecisionWords.grade(reason) + " " + reason.rule() + (about.isEmpty() ? "" : " (" + about + ")") + ": "
                        + reason.text());
        if (reason.citation() != null) {
            lines.add("      ", "[" + DecisionWords.spoken(reason.basis()) + "] " + reason.citation());
        }
        if (!reason.missing().isEmpty()) {
            lines.add("      ", "missing: " + String.join(", ", reason.missing()));
        }
        if (reason.released() != null) {
            lines.add("      ", "released: " + reason.released().text());
        } else if (!reason.change().isEmpty()) {
            lines.add("      ", "what would change it: " + reason.change());
        }
    }

    private void matches() {
        Map<String, PartyMatch> said = new LinkedHashMap<>();
        for (PartyMatch match : decision.matches()) {
            ListedParty best = match.records().get(0);
            said.putIfAbsent(
                    "'" + match.searched() + "' matches '" + match.matched() + "' of "
                            + best.list() + ", score " + DecisionWords.score(match.score())
                            + (match.evidence().isEmpty() ? "" : "; " + String.join(", ", match.evidence()))
                            + DecisionWords.silence(match)
                            + (match.records().size() > 1
                                    ? "; " + match.records().size() + " listings"
                                    : ""),
                    match);
        }
        if (said.isEmpty()) {
            return;
        }
        PartyMatcher matcher = NameMatchWords.matcher(decision);
        said.forEach((words, match) -> {
            lines.add("  > ", words);
            NameMatchWords.points(matcher, match).forEach(point -> lines.add("      ", point));
        });
    }

    private void ownership() {
        for (OwnershipFinding finding : DecisionWords.ownership(decision)) {
            lines.add(
                    "  ^ ",
                    "who owns '" + finding.party().name() + "', by "
                            + finding.rule().values().text("name") + " (" + finding.says() + "):");
            finding.text().lines().skip(1).forEach(stake -> lines.add("      ", stake.strip()));
        }
    }

    private void items() {
        for (ItemFinding item : decision.items()) {
            lines.add("  * ", "line " + order.items().get(item.line()).line() + ": " + item.summary());
            for (String note : item.notes()) {
                lines.add("      ", note);
            }
        }
    }

    private void stamp() {
        decision.changesOn().forEach((day, what) -> lines.add("  ~ ", "changes on " + day + ": " + what));
        Decision.Stamp stamp = decision.stamp();
        if (stamp != null) {
            lines.add(
                    "  ",
                    "as of " + stamp.asOf() + ", engine " + stamp.engine() + ", rules "
                            + stamp.ruleSet().brief() + ", lists "
                            + stamp.listSet().brief() + ", settings "
                            + stamp.config().brief() + ", replay "
                            + decision.replay().brief());
            decision.editions().forEach(edition -> lines.add("  ", "list " + EditionJson.words(edition, stamp.asOf())));
        }
    }
}
