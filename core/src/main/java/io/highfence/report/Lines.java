package io.highfence.report;

/** Text for people in lines of at most 100 columns, broken at blanks. */
final class Lines {
    private static final int WIDTH = 100;
    private static final int UNICODE_PLANE_END = 0xFFFE;

    private final StringBuilder text = new StringBuilder();

    /** Writes one paragraph; the lines after the first stand under the first one's text. */
    void add(String mark, String paragraph) {
        String indent = " ".repeat(mark.length());
        String start = mark;
        String rest = printable(paragraph);
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

    /** Names are hostile text: what could move the cursor or turn the direction of a line is shown as a mark. */
    static String printable(String name) {
        if (isPlain(name)) {
            return name;
        }
        StringBuilder shown = new StringBuilder(name.length());
        name.codePoints().forEach(c -> shown.appendCodePoint(hidden(c) ? '\uFFFD' : c));
        return shown.toString();
    }

    /** Whether there is nothing but letters and signs of ASCII, as in most of what is written. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < ' ' || name.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean hidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (c & UNICODE_PLANE_END) == UNICODE_PLANE_END;
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }
}
