package io.highfence.report;

import io.highfence.Decision;
import io.highfence.HoldKind;
import io.highfence.Order;
import io.highfence.Party;
import io.highfence.Reason;
import io.highfence.Screener;
import io.highfence.Verdict;
import io.highfence.list.PartyList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A decision in the words of a catalogue: for the house with law and evidence, and for a customer without either. */
final class WordedDecision {
    private final Decision decision;
    private final Order order;
    private final Words words;
    private final Lines lines = new Lines();

    private WordedDecision(Decision decision, Words words) {
        this.decision = decision;
        this.order = decision.order();
        this.words = words;
    }

    static String customer(Decision decision, Words words) {
        WordedDecision writer = new WordedDecision(decision, words);
        writer.forCustomer();
        return writer.lines.toString();
    }

    static String text(Decision decision, Words words) {
        WordedDecision writer = new WordedDecision(decision, words);
        writer.forTheHouse();
        return writer.lines.toString();
    }

    /** Where nothing can be done, no reason is given: any could say whom or what it is about. */
    private void forCustomer() {
        Verdict verdict = decision.verdict();
        List<Decision.Line> each = decision.lines();
        boolean differ = each.stream().map(Decision.Line::verdict).distinct().count() > 1;
        String key = differ && verdict == Verdict.BLOCK ? "order.PARTS" : "order." + verdict;
        lines.add("", words.get(key, "order", order.id()));
        if (verdict == Verdict.HOLD || verdict == Verdict.NEEDS_DATA) {
            Set<String> said = new LinkedHashSet<>();
            for (Reason reason : decision.reasons()) {
                if (reason.verdict() != Verdict.CLEAR) {
                    said.add(words.customer(reason.rule()));
                }
            }
            said.forEach(phrase -> lines.add("- ", phrase));
        }
        if (differ) {
            each.forEach(line -> lines.add("", words.get("line." + line.verdict(), "line", line.line())));
        }
    }

    private void forTheHouse() {
        lines.add("", order.id() + ": " + decision.verdict());
        lines.add("  ", verdict());
        for (Screener.Check unfinished : decision.unfinished()) {
            lines.add("  - ", words.get("word.unfinished") + ": " + unfinished);
        }
        DecisionWords.reasons(decision).forEach(this::reason);
        Decision.Stamp stamp = decision.stamp();
        if (stamp != null) {
            lines.add(
                    "  ",
                    words.get(
                            "word.stamp",
                            "date",
                            stamp.asOf().toString(),
                            "engine",
                            stamp.engine(),
                            "rules",
                            stamp.ruleSet().brief(),
                            "lists",
                            stamp.listSet().brief(),
                            "settings",
                            stamp.config().brief(),
                            "replay",
                            decision.replay().brief()));
        }
    }

    private String verdict() {
        Decision.Stamp stamp = decision.stamp();
        HoldKind hold = decision.holdKind();
        if (decision.verdict() == Verdict.CLEAR && stamp != null) {
            return words.get(
                    "verdict.CLEAR",
                    "lists",
                    listNames() + " (" + stamp.listSet().brief() + ")",
                    "rules",
                    stamp.ruleSet().brief(),
                    "date",
                    stamp.asOf().toString(),
                    "threshold",
                    DecisionWords.score(stamp.threshold()));
        }
        return words.get("verdict." + decision.verdict(), "hold", hold == null ? "" : words.get("hold." + hold));
    }

    private String listNames() {
        Set<String> names = new TreeSet<>();
        for (PartyList.Edition edition : decision.editions()) {
            names.addAll(edition.lists());
        }
        return String.join(", ", names);
    }

    private void reason(List<Reason> alike) {
        Reason reason = alike.get(0);
        HoldKind hold = reason.holdKind();
        lines.add(
                "  - ",
                (reason.verdict() == Verdict.CLEAR
                                ? words.get("word.note")
                                : reason.verdict().name()) + (hold == null ? "" : "/" + hold) + " " + reason.rule()
                        + ": " + legal(alike));
        lines.add("      ", words.get("word.evidence") + ": " + reason.text());
        if (reason.citation() != null) {
            lines.add("      ", "[" + words.get("basis." + reason.basis()) + "] " + reason.citation());
        }
        if (!reason.missing().isEmpty()) {
            lines.add("      ", words.get("word.missing") + ": " + String.join(", ", reason.missing()));
        }
    }

    private String legal(List<Reason> alike) {
        Set<String> names = new LinkedHashSet<>();
        List<String> roles = new ArrayList<>();
        for (Reason reason : alike) {
            int party = reason.subject().party();
            if (party >= 0) {
                Party who = order.parties().get(party);
                names.add("'" + who.name() + "'");
                roles.add(
                        who.role() == null
                                ? words.get("word.party")
                                : words.get("role." + who.role().word()));
            }
        }
        Reason reason = alike.get(0);
        int line = reason.subject().line();
        return words.legal(
                reason.rule(),
                "rule",
                reason.rule(),
                "party",
                names.isEmpty() ? words.get("word.party") : String.join(", ", names),
                "role",
                roles.isEmpty() ? words.get("word.order") : String.join(", ", roles),
                "line",
                line < 0
                        ? words.get("word.line")
                        : words.get(
                                "word.lineNamed",
                                "line",
                                order.items().get(line).line()));
    }
}
