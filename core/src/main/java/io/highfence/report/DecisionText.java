package io.highfence.report;

import io.highfence.Decision;
import io.highfence.ItemFinding;
import io.highfence.Order;
import io.highfence.Party;
import io.highfence.PartyMatch;
import io.highfence.Reason;
import io.highfence.Screener;
import io.highfence.Verdict;
import io.highfence.list.ListedParty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A decision for people: at most 100 columns, the verdict first, then why, then what would change it. */
final class DecisionText {
    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();
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
        writer.items();
        writer.stamp();
        return writer.text.toString().stripTrailing();
    }

    private void headline() {
        Verdict verdict = decision.verdict();
        String kind = decision.holdKind() == null ? "" : " (" + spoken(decision.holdKind()) + ")";
        line("", order.id() + ": " + verdict + kind);
        Decision.Stamp stamp = decision.stamp();
        if (verdict == Verdict.CLEAR && stamp != null) {
            line(
                    "  ",
                    "No restriction found under rules " + stamp.ruleSet().brief() + ", lists "
                            + stamp.listSet().brief() + ", as of " + stamp.asOf() + ", threshold "
                            + score(stamp.threshold())
                            + "; not covered: ownership, red flags, foreign regimes, and what the order does not say.");
            line("  ", "what would change it: another party, item, place, use or day, or newer rules or lists.");
        }
    }

    private static String spoken(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void reasons() {
        for (Screener.Check unfinished : decision.unfinished()) {
            line("  - ", "Not checked to the end: " + spoken(unfinished));
        }
        List<Reason> sorted = new ArrayList<>(decision.reasons());
        sorted.sort((a, b) -> b.verdict().compareTo(a.verdict()));
        Map<List<Object>, List<Reason>> alike = new LinkedHashMap<>();
        for (Reason reason : sorted) {
            List<Object> same = new ArrayList<>();
            same.add(reason.rule());
            same.add(reason.verdict());
            same.add(reason.text());
            same.add(reason.subject().line());
            alike.computeIfAbsent(same, k -> new ArrayList<>()).add(reason);
        }
        alike.values().forEach(this::reason);
    }

    /** Reasons that differ in the role alone are said once. */
    private void reason(List<Reason> alike) {
        Reason reason = alike.get(0);
        String grade = DecisionJson.isAdvisory(reason)
                ? "note"
                : reason.verdict() + (reason.holdKind() == null ? "" : "/" + reason.holdKind());
        line("  - ", grade + " " + reason.rule() + about(alike) + ": " + printable(reason.text()));
        if (reason.citation() != null) {
            line("      ", "[" + reason.basis().name().toLowerCase(Locale.ROOT) + "] " + reason.citation());
        }
        if (!reason.missing().isEmpty()) {
            line("      ", "missing: " + String.join(", ", reason.missing()));
        }
        if (!reason.change().isEmpty()) {
            line("      ", "what would change it: " + reason.change());
        }
    }

    private String about(List<Reason> alike) {
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
        return about.isEmpty() ? "" : " (" + String.join(", ", about) + ")";
    }

    private void matches() {
        Set<String> said = new LinkedHashSet<>();
        for (PartyMatch match : decision.matches()) {
            ListedParty best = match.records().get(0);
            said.add("'" + printable(order.parties().get(match.party()).name()) + "' matches '"
                    + printable(match.matched()) + "' of " + best.list() + ", score " + score(match.score())
                    + (match.evidence().isEmpty() ? "" : "; " + String.join(", ", match.evidence()))
                    + (match.alerts() ? "" : "; shown, raises no alert")
                    + (match.records().size() > 1 ? "; " + match.records().size() + " listings" : ""));
        }
        said.forEach(match -> line("  > ", match));
    }

    private static String score(int score) {
        return String.format(Locale.ROOT, "%d.%04d", score / 10_000, score % 10_000);
    }

    private void items() {
        for (ItemFinding item : decision.items()) {
            line("  * ", "line " + order.items().get(item.line()).line() + ": " + item.summary());
            for (String note : item.notes()) {
                line("      ", note);
            }
        }
    }

    private void stamp() {
        decision.changesOn().forEach((day, what) -> line("  ~ ", "changes on " + day + ": " + what));
        Decision.Stamp stamp = decision.stamp();
        if (stamp != null) {
            line(
                    "  ",
                    "as of " + stamp.asOf() + ", engine " + stamp.engine() + ", rules "
                            + stamp.ruleSet().brief() + ", lists "
                            + stamp.listSet().brief() + ", settings "
                            + stamp.config().brief() + ", replay "
                            + decision.replay().brief());
        }
    }

    /** Names are hostile text: what could move the cursor or turn the direction of a line is shown as a mark. */
    static String printable(String name) {
        StringBuilder shown = new StringBuilder(name.length());
        name.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean hidden = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            shown.appendCodePoint(hidden ? '\uFFFD' : c);
        });
        return shown.toString();
    }

    /** Writes one paragraph, broken at blanks; the lines after the first stand under the first one's text. */
    private void line(String mark, String paragraph) {
        String indent = " ".repeat(mark.length());
        String start = mark;
        String rest = paragraph;
        while (start.length() + rest.length() > WIDTH) {
            int cut = rest.lastIndexOf(' ', WIDTH - start.length());
            if (cut <= 0) {
                break;
            }
            text.append(start).append(rest, 0, cut).append('\n');
            rest = rest.substring(cut + 1);
            start = indent;
        }
        text.append(start).append(rest).append('\n');
    }
}
