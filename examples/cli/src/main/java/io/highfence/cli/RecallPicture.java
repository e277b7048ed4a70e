package io.highfence.cli;

import io.highfence.cli.evaluate.Curves;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Recall against false alerts: one line for each kind of name, one point for each threshold. */
final class RecallPicture {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;
    private static final double LEFT = 62;
    private static final double RIGHT = 640;
    private static final double TOP = 62;
    private static final double BOTTOM = 500;
    private static final int STEPS = 5;
    private static final String[] INKS = {"#d1495b", "#2d6fa3", "#2a9d55", "#b8860b", "#7b4fa3", "#444444", "#0d9aa8"};
    private static final String SMALL = "font-size=\"11\" fill=\"#222\"";

    private final Curves curves;
    private final double most;
    private final double least;
    private final Svg svg;

    private RecallPicture(Curves curves) {
        this.curves = curves;
        double alerts = 0;
        for (double share : curves.alerts()) {
            alerts = Math.max(alerts, share);
        }
        most = Math.max(0.01, Math.ceil(alerts * 100) / 100);
        double recall = 1;
        for (double[] shares : curves.recall().values()) {
            for (double share : shares) {
                recall = Math.min(recall, share);
            }
        }
        least = Math.min(0.9, Math.floor(recall * 10) / 10);
        svg = new Svg(
                WIDTH,
                HEIGHT,
                "Recall against false alerts",
                "The share of ordinary names that alert against the share of true names that are found; points are thresholds.");
    }

    static String draw(Curves curves) {
        RecallPicture picture = new RecallPicture(curves);
        picture.frame();
        picture.lines();
        return picture.svg.finish();
    }

    private void frame() {
        svg.rect(0, 0, WIDTH, HEIGHT, "fill=\"#ffffff\"");
        svg.text(LEFT, 24, "Recall against false alerts", "font-size=\"17\" font-weight=\"bold\" fill=\"#1a1a1a\"");
        svg.text(
                LEFT,
                44,
                "Points are thresholds from " + score(curves.thresholds()[curves.thresholds().length - 1])
                        + " (left) to " + score(curves.thresholds()[0]) + "; the large ones are the default, "
                        + score(curves.chosen()) + ". Made by: highfence evaluate",
                SMALL);
        svg.rect(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP, "fill=\"#fafafa\" stroke=\"#999999\"");
        for (int i = 0; i <= STEPS; i++) {
            double share = most * i / STEPS;
            svg.text(x(share), BOTTOM + 18, percent(share), SMALL + " text-anchor=\"middle\"");
            double recall = least + (1 - least) * i / STEPS;
            svg.text(LEFT - 8, y(recall) + 4, percent(recall), SMALL + " text-anchor=\"end\"");
            svg.line(LEFT, y(recall), RIGHT, y(recall), "stroke=\"#dddddd\"");
        }
        svg.text(
                (LEFT + RIGHT) / 2,
                BOTTOM + 38,
                "Ordinary names that alert, in a hundred",
                "font-size=\"12\" fill=\"#1a1a1a\" text-anchor=\"middle\"");
        svg.upwards(
                18,
                (TOP + BOTTOM) / 2,
                "Names that find their party, in a hundred",
                "font-size=\"12\" fill=\"#1a1a1a\" text-anchor=\"middle\"");
    }

    private void lines() {
        List<Map.Entry<String, double[]>> kinds =
                new ArrayList<>(curves.recall().entrySet());
        for (int kind = 0; kind < kinds.size(); kind++) {
            String ink = INKS[kind % INKS.length];
            double[] recall = kinds.get(kind).getValue();
            for (int i = 0; i < recall.length; i++) {
                double x = x(curves.alerts()[i]);
                if (i > 0) {
                    svg.line(x(curves.alerts()[i - 1]), y(recall[i - 1]), x, y(recall[i]), "stroke=\"" + ink + "\"");
                }
                boolean chosen = curves.thresholds()[i] == curves.chosen();
                svg.circle(x, y(recall[i]), chosen ? 5.5 : 2.5, "fill=\"" + ink + "\"");
            }
            double row = TOP + 14 + 20 * kind;
            svg.circle(RIGHT + 22, row - 4, 4.5, "fill=\"" + ink + "\"");
            svg.text(RIGHT + 34, row, kinds.get(kind).getKey(), SMALL);
        }
    }

    private double x(double share) {
        return LEFT + (RIGHT - LEFT) * share / most;
    }

    private double y(double recall) {
        return BOTTOM - (BOTTOM - TOP) * (recall - least) / (1 - least);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static String score(int threshold) {
        return String.format(Locale.ROOT, "0.%02d", threshold / 100);
    }
}
