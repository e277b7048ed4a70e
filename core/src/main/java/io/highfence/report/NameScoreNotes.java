package io.highfence.report;

import io.highfence.Decision;
import io.highfence.PartyMatch;
import io.highfence.Screener;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import io.highfence.match.MatchSettings;
import io.highfence.match.PartyMatcher;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Notes in a page in the place of why a name has its score: all that is needed to say it later, whatever lists there are then. A note is
 * a comment of HTML and of XML; what is input is escaped everywhere else, so that nobody can write one.
 */
final class NameScoreNotes {
    private static final String BEGIN = "<!--name score ";
    private static final String END = "-->";

    private NameScoreNotes() {}

    static String note(Decision decision, PartyMatch match) {
        Decision.Stamp stamp = Objects.requireNonNull(decision.stamp());
        ListedParty listed = match.records().get(0);
        String json = Json.object(note -> note.put("engine", stamp.engine())
                .put("threshold", stamp.threshold())
                .put("searched", match.searched())
                .put("type", match.type().name())
                .texts(
                        "listed",
                        listed.names().stream().map(ListedParty.Name::text).toList())
                .put("listedType", listed.type().name()));
        StringBuilder out = new StringBuilder(BEGIN);
        json.chars().forEach(c -> append((char) c, out));
        return out.append(END).toString();
    }

    /** A comment has no two hyphens and a page no broken characters; all of them stand in texts, where they may be written so. */
    private static void append(char c, StringBuilder out) {
        if (c == '-' || c > '~') {
            out.append("\\u").append(HexFormat.of().toHexDigits(c));
        } else {
            out.append(c);
        }
    }

    /** The page with every note said out. */
    static String said(String page) {
        Html html = new Html();
        @Nullable PartyMatcher matcher = null;
        int threshold = -1;
        int from = 0;
        for (int at = page.indexOf(BEGIN); at >= 0; at = page.indexOf(BEGIN, from)) {
            int end = page.indexOf(END, at);
            if (end < 0) {
                throw new IllegalArgumentException("The page was cut");
            }
            Map<String, @Nullable Object> note = JsonTree.own(page.substring(at + BEGIN.length(), end));
            int own = Integer.parseInt(text(note, "threshold"));
            if (matcher == null || own != threshold) {
                matcher = new PartyMatcher(MatchSettings.defaults().withThreshold(own));
                threshold = own;
            }
            html.raw(page, from, at);
            if (!text(note, "engine").equals(Screener.ENGINE)) {
                html.element(
                        "li",
                        "explained by engine " + Screener.ENGINE
                                + "; the engine of the decision may have scored otherwise");
            }
            points(note, matcher).forEach(point -> html.element("li", point));
            from = end + END.length();
        }
        return html.raw(page, from, page.length()).toString();
    }

    private static List<String> points(Map<String, @Nullable Object> note, PartyMatcher matcher) {
        List<String> listed = note.get("listed") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
        return NameMatchWords.points(matcher.explain(
                text(note, "searched"),
                PartyType.valueOf(text(note, "type")),
                listed,
                PartyType.valueOf(text(note, "listedType"))));
    }

    private static String text(Map<String, @Nullable Object> note, String key) {
        return String.valueOf(note.get(key));
    }
}
