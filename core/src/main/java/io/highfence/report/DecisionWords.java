package io.highfence.report;

import io.highfence.Decision;
import io.highfence.Order;
import io.highfence.Party;
import io.highfence.PartyMatch;
import io.highfence.Reason;
import io.highfence.Verdict;
import io.highfence.ownership.OwnershipFinding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the text and the page of a decision say in the same words. */
final class DecisionWords {
    private static final Comparator<Reason> GRAVEST_FIRST = Comparator.comparing(
                    (Reason reason) -> reason.verdict() == Verdict.CLEAR)
            .thenComparing(reason -> reason.released() != null)
            .thenComparing(Reason::verdict, Comparator.reverseOrder());

    private DecisionWords() {}

    static String verdict(Decision decision) {
        return decision.verdict() + (decision.holdKind() == null ? "" : " (" + spoken(decision.holdKind()) + ")");
    }

    /** How far a CLEAR reaches; empty for other verdicts. */
    static String scope(Decision decision) {
        Decision.Stamp stamp = decision.stamp();
        if (decision.verdict() != Verdict.CLEAR || stamp == null) {
            return "";
        }
        boolean released = decision.reasons().stream().anyMatch(reason -> reason.released() != null);
        return (released ? "What was found is released, as shown; no other restriction found" : "No restriction found")
                + " under rules " + stamp.ruleSet().brief() + ", lists "
                + stamp.listSet().brief() + ", as of " + stamp.asOf() + ", threshold "
                + score(stamp.threshold())
                + "; not covered: ownership that was not given, red flags, foreign regimes, and what the order does not say.";
    }

    static String spoken(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String score(int score) {
        return BigDecimal.valueOf(score, 4).toPlainString();
    }

    /** The word of a step in orders and answers, such as {@code goodsIssue}. */
    static String step(Order.Step step) {
        String[] words = step.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder camel = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            camel.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
        }
        return camel.toString();
    }

    /** At which step the order was decided; empty if that is not said. */
    static String at(Order order) {
        return order.step() == null ? "" : " at the step " + spoken(order.step());
    }

    /** The reasons, gravest first and released ones before the notes; those that differ in the party alone stand together and are said once. */
    static List<List<Reason>> reasons(Decision decision) {
        List<Reason> sorted = new ArrayList<>(decision.reasons());
        sorted.sort(GRAVEST_FIRST);
        Map<List<Object>, List<Reason>> alike = new LinkedHashMap<>();
        for (Reason reason : sorted) {
            List<Object> same = List.of(
                    reason.rule(),
                    reason.verdict(),
                    reason.text(),
                    reason.subject().line(),
                    reason.released() == null ? "" : reason.released().text());
            alike.computeIfAbsent(same, k -> new ArrayList<>()).add(reason);
        }
        return List.copyOf(alike.values());
    }

    /** The findings on ownership, each once, however many roles a company plays. */
    static List<OwnershipFinding> ownership(Decision decision) {
        Map<String, OwnershipFinding> once = new LinkedHashMap<>();
        decision.ownership().forEach(finding -> once.putIfAbsent(finding.text(), finding));
        return List.copyOf(once.values());
    }

    static String grade(Reason reason) {
        if (reason.verdict() == Verdict.CLEAR) {
            return "note";
        }
        String grade = reason.verdict() + (reason.holdKind() == null ? "" : "/" + reason.holdKind());
        return reason.released() == null ? grade : "released " + grade;
    }

    /** The roles and the line that reasons of one kind are about; empty for the whole order. */
    static String about(Order order, List<Reason> alike) {
        List<String> about = new ArrayList<>();
        for (Reason reason : alike) {
            int party = reason.subject().party();
            if (party >= 0) {
                Party who = order.parties().get(party);
                about.add(who.role() == null ? "party " + party : who.role().word());
            }
        }
        int line = alike.get(0).subject().line();
        if (line >= 0) {
            about.add("line " + order.items().get(line).line());
        }
        return String.join(", ", about);
    }

    /** Why a hit raises no alert; nothing if it does. */
    static String silence(PartyMatch match) {
        return match.alerts()
                ? ""
                : match.suppressed().isEmpty() ? "; shown, raises no alert" : "; shown, suppressed, raises no alert";
    }
}
