package io.highfence.ownership;

import io.highfence.ownership.OwnershipGraph.Party;
import io.highfence.ownership.OwnershipGraph.Stake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A chain of stakes as a drawing: the party at the bottom, its holders in rows above it by how many steps lie between. */
final class ChainSvg {
    private static final int MAX_PARTIES = 60;
    private static final int MAX_NAME = 26;
    private static final int WIDTH = 200;
    private static final int HEIGHT = 44;
    private static final int GAP = 24;
    private static final int RISE = 72;
    private static final int MARGIN = 20;
    private static final int FOOT = 24;

    private final OwnershipFinding finding;
    private final Map<Party, int[]> places = new LinkedHashMap<>();
    private final StringBuilder svg = new StringBuilder();

    private ChainSvg(OwnershipFinding finding) {
        this.finding = finding;
    }

    static String of(OwnershipFinding finding) {
        return new ChainSvg(finding).draw();
    }

    private String draw() {
        List<Stake> chain = finding.chain();
        List<List<Party>> rows = rows(chain);
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        int width = 2 * MARGIN + columns * WIDTH + (columns - 1) * GAP;
        int height = 2 * MARGIN + rows.size() * HEIGHT + (rows.size() - 1) * RISE + FOOT;
        for (int row = 0; row < rows.size(); row++) {
            List<Party> parties = rows.get(row);
            int used = parties.size() * WIDTH + (parties.size() - 1) * GAP;
            for (int i = 0; i < parties.size(); i++) {
                int x = (width - used) / 2 + i * (WIDTH + GAP);
                int y = MARGIN + (rows.size() - 1 - row) * (HEIGHT + RISE);
                places.put(parties.get(i), new int[] {x, y});
            }
        }
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\""
                + width + "\" height=\"" + height + "\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.append("<title>").append(escape(finding.summary())).append("</title>\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        int left = 0;
        for (Stake stake : chain) {
            if (places.containsKey(stake.holder()) && places.containsKey(stake.owned())) {
                line(stake);
            } else {
                left++;
            }
        }
        Map<Party, Set<String>> lists = finding.lists();
        places.forEach((party, place) -> box(party, place, lists.getOrDefault(party, Set.of())));
        svg.append("<text x=\"" + MARGIN + "\" y=\"" + (height - MARGIN / 2) + "\">")
                .append(escape(finding.rule().values().text("name") + ", " + finding.asOf() + ": " + finding.says()))
                .append(left == 0 ? "" : "; " + left + " more stakes are not drawn")
                .append("</text>\n</svg>\n");
        return svg.toString();
    }

    /** The parties by how many steps lie between, each once; the farthest are left out where there are too many. */
    private List<List<Party>> rows(List<Stake> chain) {
        Map<Party, Integer> depth = new LinkedHashMap<>();
        depth.put(finding.party(), 0);
        List<List<Party>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(List.of(finding.party())));
        for (Stake stake : chain) { // nearest first, so the owned party has its row already
            Integer below = depth.get(stake.owned());
            if (below != null && depth.size() < MAX_PARTIES && depth.putIfAbsent(stake.holder(), below + 1) == null) {
                if (rows.size() == below + 1) {
                    rows.add(new ArrayList<>());
                }
                rows.get(below + 1).add(stake.holder());
            }
        }
        return rows;
    }

    private void line(Stake stake) {
        int[] from = places.getOrDefault(stake.holder(), new int[2]);
        int[] to = places.getOrDefault(stake.owned(), new int[2]);
        boolean down = from[1] < to[1];
        int x1 = from[0] + WIDTH / 2;
        int x2 = to[0] + WIDTH / 2;
        int y1 = down ? from[1] + HEIGHT : from[1];
        int y2 = down ? to[1] : to[1] + HEIGHT;
        // A label a third of the way keeps labels of one row apart where lines meet at one party.
        int x = x1 + (x2 - x1) / 3;
        int y = y1 + (y2 - y1) / 3;
        svg.append("<line x1=\"" + x1 + "\" y1=\"" + y1 + "\" x2=\"" + x2 + "\" y2=\"" + y2 + "\" stroke=\"#555\"/>\n");
        svg.append("<text x=\"" + (x + 4) + "\" y=\"" + y + "\" fill=\"#333\">")
                .append(escape(stake.percent()))
                .append("</text>\n");
    }

    private void box(Party party, int[] place, Set<String> lists) {
        boolean asked = party.equals(finding.party());
        svg.append("<g><title>").append(escape(party.shown())).append("</title>");
        svg.append("<rect x=\"" + place[0] + "\" y=\"" + place[1] + "\" width=\"" + WIDTH + "\" height=\"" + HEIGHT
                + "\" rx=\"4\" stroke=\"#333\" stroke-width=\"" + (asked ? 2 : 1) + "\" fill=\""
                + (lists.isEmpty() ? asked ? "#e8f0fe" : "#f5f5f5" : "#fde0dc") + "\"/>");
        label(place, HEIGHT / 2 - 4, cut(party.shown()));
        String below = party.country() == null ? "" : party.country().code();
        label(
                place,
                HEIGHT / 2 + 14,
                lists.isEmpty()
                        ? below
                        : (below.isEmpty() ? "" : below + " - ") + "listed: " + String.join(", ", lists));
        svg.append("</g>\n");
    }

    private void label(int[] place, int down, String text) {
        svg.append("<text x=\"" + (place[0] + WIDTH / 2) + "\" y=\"" + (place[1] + down) + "\" text-anchor=\"middle\">")
                .append(escape(text))
                .append("</text>");
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= MAX_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_NAME - 1)) + "\u2026";
    }

    private static String escape(String text) {
        return ChainText.clean(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
