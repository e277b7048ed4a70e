package io.highfence.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Horizontal bars as an SVG picture, with the value written at the end of each. */
final class BarChart {
    private static final int WIDTH = 860;
    private static final int LABELS = 270;
    private static final int VALUES = 140;
    private static final int BAR = 18;
    private static final int ROW = 26;
    private static final int TOP = 48;
    private static final int BOTTOM = 34;
    private static final int[] STEPS = {1, 2, 5};

    private final String title;
    private final String axis;
    private final boolean logarithmic;
    private final List<Bar> bars = new ArrayList<>();

    /** A bar: what it is of, how long it is, what is written at its end, and whether it is ours. */
    private record Bar(String label, double value, String text, boolean ours) {}

    /**
     * An empty chart.
     *
     * @param title stands on top
     * @param axis what the numbers are
     * @param logarithmic whether each step to the right is ten times as much
     */
    BarChart(String title, String axis, boolean logarithmic) {
        this.title = title;
        this.axis = axis;
        this.logarithmic = logarithmic;
    }

    /** Adds a bar of a positive value. */
    void add(String label, double value, String text, boolean ours) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(label + " has no length: " + value);
        }
        bars.add(new Bar(label, value, text, ours));
    }

    /** The picture. */
    String svg() {
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        double least = bars.stream().mapToDouble(Bar::value).min().orElse(1);
        // Bars on a logarithmic axis begin at the power of ten below the shortest.
        double start = logarithmic ? Math.pow(10, Math.floor(Math.log10(least) - 0.1)) : 0;
        double end = logarithmic ? Math.pow(10, Math.ceil(Math.log10(most))) : most;
        int height = TOP + bars.size() * ROW + BOTTOM;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
                        + "font-family=\"sans-serif\" font-size=\"13\">%n"
                        + "<title>%s</title>%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n"
                        + "<text x=\"12\" y=\"24\" font-size=\"16\">%s</text>%n",
                WIDTH,
                height,
                WIDTH,
                height,
                escaped(title),
                escaped(title)));
        int foot = height - BOTTOM + 4;
        for (double tick : ticks(start, end)) {
            double x = x(tick, start, end);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#ddd\"/>%n"
                            + "<text x=\"%.1f\" y=\"%d\" font-size=\"11\" fill=\"#555\" text-anchor=\"middle\">%s</text>%n",
                    x,
                    TOP - 8,
                    x,
                    foot,
                    x,
                    foot + 12,
                    plain(tick)));
        }
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double right = x(bar.value, start, end);
            int y = TOP + i * ROW;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
                            + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n"
                            + "<text x=\"%.1f\" y=\"%d\">%s</text>%n",
                    LABELS - 8,
                    y + 13,
                    escaped(bar.label),
                    LABELS,
                    y,
                    right - LABELS,
                    BAR,
                    bar.ours ? "#1b6ca8" : "#a9b4bd",
                    right + 6,
                    y + 13,
                    escaped(bar.text)));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" font-size=\"11\" fill=\"#555\">%s</text>%n</svg>%n",
                12,
                foot + 12,
                escaped(axis)));
        return svg.toString();
    }

    private double x(double value, double start, double end) {
        double part = logarithmic
                ? (Math.log10(value) - Math.log10(start)) / (Math.log10(end) - Math.log10(start))
                : value / end;
        return LABELS + part * (WIDTH - LABELS - VALUES);
    }

    private List<Double> ticks(double start, double end) {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            for (double tick = start; tick <= end * 1.001; tick *= 10) {
                ticks.add(tick);
            }
            return ticks;
        }
        double step = Math.pow(10, Math.floor(Math.log10(end)) - 1);
        for (int i = 1; end / step > 8; i++) {
            step = step / STEPS[(i - 1) % STEPS.length] * STEPS[i % STEPS.length] * (i % STEPS.length == 0 ? 10 : 1);
        }
        for (double tick = 0; tick <= end * 1.001; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    private static String plain(double tick) {
        return tick >= 1 || tick == 0
                ? String.format(Locale.ROOT, "%,.0f", tick)
                : String.format(Locale.ROOT, "%.3g", tick);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
