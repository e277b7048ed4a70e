package io.highfence.report;

import java.util.Collection;
import java.util.List;

/**
 * One HTML file in the making: well-formed as XML too, without scripts and without anything from elsewhere.
 *
 * <p>Whatever is written goes through {@link #text} or {@link #name}, which escape it; names are hostile text.
 */
final class Html {
    private static final String STYLE = """
            @page { size: A4; margin: 16mm 14mm; }
            body { font: 10.5pt/1.45 system-ui, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
              color: #111; background: #fff; max-width: 52rem; margin: 1.5rem auto; padding: 0 1rem;
              overflow-wrap: anywhere; }
            h1 { font-size: 1.2rem; margin: 0 0 .2rem; }
            h2 { font-size: 1.35rem; margin: 1.6rem 0 .5rem; line-height: 1.25; }
            h3 { font-size: 1rem; margin: 1.3rem 0 .35rem; border-bottom: 1px solid #999; break-after: avoid; }
            p { margin: .35rem 0; }
            .verdict { border: 2px solid #111; padding: .4rem .7rem; font-size: 1.15rem; font-weight: 600; }
            .verdict p { margin: 0; }
            .verdict p + p { font-size: .95rem; font-weight: 400; margin-top: .2rem; }
            .under { display: block; font-size: .87em; font-weight: 400; color: #444; }
            .strong { font-weight: 600; }
            .below { padding-left: 1.4rem; }
            .below2 { padding-left: 2.6rem; }
            table { border-collapse: collapse; width: 100%; margin: .3rem 0 .6rem; }
            th, td { text-align: left; vertical-align: top; padding: .22rem .5rem; border: 1px solid #bbb; }
            th { font-weight: 600; background: #f2f2f2; }
            tr { break-inside: avoid; }
            thead { display: table-header-group; }
            thead th { overflow-wrap: normal; }
            .key { width: 11.5rem; }
            .rule { width: 16rem; }
            .asks { width: 34%; }
            svg { max-width: 100%; height: auto; break-inside: avoid; }
            ul, ol { margin: .3rem 0; padding-left: 1.4rem; }
            article + article { break-before: page; border-top: 3px double #111; margin-top: 2rem; }
            @media print { body { font-size: 9.5pt; margin: 0; padding: 0; max-width: none; } }
            @media (max-width: 600px) { th, td { padding: .15rem .3rem; } .key { width: 7rem; } }
            """;

    /** Where the block of Hebrew begins. */
    private static final int FIRST_RIGHT_TO_LEFT = 0x590;

    private final StringBuilder out = new StringBuilder();

    /** A piece of a document. */
    Html() {}

    /** Begins a document; its title is escaped like everything else. */
    Html(String title) {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .append("<meta http-equiv=\"Content-Security-Policy\"")
                .append(" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>");
        escape(title, false);
        out.append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    }

    /** Ends the document. */
    String finish() {
        return out.append("</body>\n</html>\n").toString();
    }

    /** Opens an element; the tag, with its attributes, is ours and never input. */
    Html open(String tag) {
        out.append('<').append(tag).append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    /** Words of ours, in which names may stand: a stretch that reads from right to left is isolated from the rest. */
    Html text(Object words) {
        escape(words.toString(), true);
        return this;
    }

    /** A name, an id, or another text of one piece, isolated from what stands around it. */
    Html name(Object name) {
        out.append("<bdi>");
        escape(name.toString(), false);
        out.append("</bdi>");
        return this;
    }

    Html element(String tag, Object words) {
        int blank = tag.indexOf(' ');
        return open(tag).text(words).close(blank < 0 ? tag : tag.substring(0, blank));
    }

    Html heading(int level, String words) {
        return element("h" + level, words);
    }

    Html paragraph(String words) {
        return element("p", words);
    }

    /** A list, or the words that stand for an empty one. */
    Html list(Collection<?> points, String none) {
        if (points.isEmpty()) {
            return paragraph(none);
        }
        open("ul").line();
        points.forEach(point -> element("li", point));
        return close("ul");
    }

    private Html line() {
        out.append('\n');
        return this;
    }

    /** A drawing of ours, whose words its maker has escaped. */
    Html svg(String drawing) {
        out.append(drawing);
        return this;
    }

    /** Part of what was written by this class before. */
    Html raw(String written, int from, int to) {
        out.append(written, from, to);
        return this;
    }

    /** Begins a table whose columns have these headings. */
    Html table(String... headings) {
        open("table").line().open("thead").open("tr");
        for (String heading : headings) {
            element("th scope=\"col\"", heading);
        }
        return close("tr").close("thead").open("tbody").line();
    }

    /** Begins a table whose rows each have a heading. */
    Html table() {
        return open("table").line().open("tbody").line();
    }

    Html endTable() {
        return close("tbody").close("table");
    }

    /** A row of a heading and cells. */
    Html row(String heading, Object... cells) {
        open("tr").element("th scope=\"row\" class=\"key\"", heading);
        List.of(cells).forEach(this::cell);
        return close("tr");
    }

    Html cell(Object words) {
        return element("td dir=\"auto\"", words);
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void escape(String words, boolean isolate) {
        String shown = Lines.printable(words);
        int end = 0;
        for (int i = 0; i < shown.length(); i++) {
            if (isolate && i >= end && isRightToLeft(shown.codePointAt(i))) {
                end = endOfRightToLeft(shown, i);
                out.append("<bdi>");
            }
            escape(shown.charAt(i));
            if (i + 1 == end) {
                out.append("</bdi>");
            }
        }
    }

    private void escape(char c) {
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.append(c);
        }
    }

    private static boolean isRightToLeft(int c) {
        if (c < FIRST_RIGHT_TO_LEFT) {
            return false;
        }
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** The end of the stretch that begins here: its last letter from right to left before one from left to right. */
    private static int endOfRightToLeft(String words, int start) {
        int end = start;
        for (int i = start; i < words.length(); ) {
            int c = words.codePointAt(i);
            i += Character.charCount(c);
            if (isRightToLeft(c)) {
                end = i;
            } else if (Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
                break;
            }
        }
        return end;
    }
}
