package io.highfence.cli;

import java.util.Locale;

/** A small SVG file in the making; numbers have one decimal, so that every machine writes the same bytes. */
final class Svg {
    private final StringBuilder out = new StringBuilder();

    Svg(int width, int height, String title, String description) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                        + "\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\" aria-labelledby=\"t d\""
                        + " font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\">\n")
                .append("<title id=\"t\">" + escaped(title) + "</title>\n")
                .append("<desc id=\"d\">" + escaped(description) + "</desc>\n");
    }

    String finish() {
        return out.append("</svg>\n").toString();
    }

    void rect(double x, double y, double width, double height, String style) {
        out.append("<rect x=\"" + n(x) + "\" y=\"" + n(y) + "\" width=\"" + n(width) + "\" height=\"" + n(height)
                + "\" " + style + "/>\n");
    }

    void line(double x1, double y1, double x2, double y2, String style) {
        out.append("<line x1=\"" + n(x1) + "\" y1=\"" + n(y1) + "\" x2=\"" + n(x2) + "\" y2=\"" + n(y2) + "\" " + style
                + "/>\n");
    }

    void circle(double x, double y, double radius, String style) {
        out.append("<circle cx=\"" + n(x) + "\" cy=\"" + n(y) + "\" r=\"" + n(radius) + "\" " + style + "/>\n");
    }

    /** A square on its corner. */
    void diamond(double x, double y, double radius, String style) {
        out.append("<path d=\"M" + n(x - radius) + " " + n(y) + "L" + n(x) + " " + n(y - radius) + "L" + n(x + radius)
                + " " + n(y) + "L" + n(x) + " " + n(y + radius) + "Z\" " + style + "/>\n");
    }

    void text(double x, double y, String words, String style) {
        out.append("<text x=\"" + n(x) + "\" y=\"" + n(y) + "\" " + style + ">" + escaped(words) + "</text>\n");
    }

    /** Text that reads upwards. */
    void upwards(double x, double y, String words, String style) {
        text(x, y, words, "transform=\"rotate(-90 " + n(x) + " " + n(y) + ")\" " + style);
    }

    static String n(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
