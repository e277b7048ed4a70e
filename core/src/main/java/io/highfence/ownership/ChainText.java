package io.highfence.ownership;

import io.highfence.ownership.OwnershipGraph.Party;
import io.highfence.ownership.OwnershipGraph.Stake;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A finding and its chain in lines. */
final class ChainText {
    private static final int MAX_LINES = 200;

    private ChainText() {}

    static String of(OwnershipFinding finding) {
        StringBuilder text = new StringBuilder(clean(finding.summary())).append('\n');
        List<Stake> chain = finding.chain();
        Map<Party, Set<String>> lists = finding.lists();
        for (Stake stake : chain.subList(0, Math.min(chain.size(), MAX_LINES))) {
            text.append("  ")
                    .append(name(stake.holder(), lists))
                    .append(
                            stake.percent().equals("control")
                                    ? " controls "
                                    : " holds " + clean(stake.percent()) + " of ")
                    .append(name(stake.owned(), lists))
                    .append('\n');
        }
        if (chain.size() > MAX_LINES) {
            text.append("  and ").append(chain.size() - MAX_LINES).append(" more stakes\n");
        }
        return text.toString();
    }

    private static String name(Party party, Map<Party, Set<String>> lists) {
        Set<String> codes = lists.getOrDefault(party, Set.of());
        return clean(party.shown()) + (codes.isEmpty() ? "" : " (" + String.join(", ", codes) + ")");
    }

    /** Signs that would break a line or turn its direction become blanks. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(sign -> switch (Character.getType(sign)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.UNASSIGNED -> ' ';
                    default -> sign;
                })
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
