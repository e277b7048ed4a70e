package io.highfence.cli;

import io.highfence.base.Decimal;
import io.highfence.chip.Chip;
import io.highfence.chip.ChipCatalogue;
import io.highfence.chip.ChipClassifier;
import io.highfence.chip.Classification;
import io.highfence.law.Rule;
import io.highfence.law.Rule.Limit;
import io.highfence.law.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The chips of the catalogue on the plane of performance and performance density, both axes logarithmic, over the paragraphs
 * of 3A090.a and .b. Limits come from the rule book and points from the catalogue; nothing is written down twice.
 */
final class ChipMap {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 790;
    private static final double LEFT = 62;
    private static final double RIGHT = 868;
    private static final double TOP = 62;
    private static final double BOTTOM = 656;
    private static final double LEAST_TPP = 1200;
    private static final double MOST_TPP = 180_000;
    private static final double LEAST_DENSITY = 1.2;
    private static final double MOST_DENSITY = 120;
    private static final double RADIUS = 4.5;
    private static final double LETTER = 6.1;
    private static final int LEADER_STEPS = 20;
    private static final int LINE_LENGTH = 135;
    private static final double LABEL_HEIGHT = 12;

    private static final String SMALL = "font-size=\"11\" fill=\"#222\"";
    private static final String HALO =
            " stroke=\"#ffffff\" stroke-opacity=\"0.75\" stroke-width=\"2.5\" paint-order=\"stroke\"";
    private static final String INK = "#1a1a1a";

    /** One place on the plane, with the names of the chips that share it. */
    private record Point(double x, double y, Mark mark, String label) {}

    /** How a chip is classified, as far as the picture shows it. */
    private enum Mark {
        CONTROLLED,
        OUTSIDE,
        TAKEN_OUT
    }

    private record Box(double x, double y, double width, double height) {
        double nearestX(double other) {
            return Math.min(x + width, Math.max(x, other));
        }

        double nearestY(double other) {
            return Math.min(y + height, Math.max(y, other));
        }

        boolean meets(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    private final LocalDate date;
    private final List<Rule> limbs;
    private final List<Box> taken = new ArrayList<>();
    private final List<Box> labels = new ArrayList<>();
    private final List<String> notDrawn = new ArrayList<>();
    private final Svg svg;

    private ChipMap(LocalDate date) {
        this.date = date;
        limbs = RuleBook.bundled().rules("3A090.limb").stream()
                .filter(rule -> rule.inForce().contains(date))
                .toList();
        svg = new Svg(
                WIDTH,
                HEIGHT,
                "Chips and the paragraphs of ECCN 3A090 on " + date,
                "Total processing performance against performance density, both logarithmic. Shaded are "
                        + String.join(", ", limbs.stream().map(Rule::key).toList()) + "; points are chips.");
    }

    static String draw(LocalDate date) {
        ChipMap map = new ChipMap(date);
        map.frame();
        List<Point> points = map.collect();
        map.regions();
        map.axes();
        map.points(points);
        map.legend();
        return map.svg.finish();
    }

    private void frame() {
        svg.rect(0, 0, WIDTH, HEIGHT, "fill=\"#ffffff\"");
        svg.text(
                LEFT,
                24,
                "Where chips fall under ECCN 3A090.a and .b",
                "font-size=\"17\" font-weight=\"bold\" fill=\"" + INK + "\"");
        svg.text(
                LEFT,
                44,
                "Rules as of " + date + ", verified through "
                        + RuleBook.bundled().verifiedThrough()
                        + ". Made from the rule book and the catalogue by: highfence picture",
                SMALL);
        svg.rect(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP, "fill=\"#fafafa\" stroke=\"#999999\"");
    }

    private static double x(double tpp) {
        return LEFT + (RIGHT - LEFT) * part(tpp, LEAST_TPP, MOST_TPP);
    }

    private static double y(double density) {
        return BOTTOM - (BOTTOM - TOP) * part(density, LEAST_DENSITY, MOST_DENSITY);
    }

    private static double part(double value, double least, double most) {
        double within = Math.min(most, Math.max(least, value));
        return StrictMath.log(within / least) / StrictMath.log(most / least);
    }

    private static List<Limit> limits(Rule limb, String name) {
        return limb.values().has(name) ? limb.values().limits(name) : List.of();
    }

    private static double lower(List<Limit> limits, double otherwise) {
        return limits.stream()
                .filter(limit -> limit.sign() == Rule.Sign.AT_LEAST || limit.sign() == Rule.Sign.ABOVE)
                .mapToDouble(limit -> limit.value() / (double) Decimal.ONE)
                .max()
                .orElse(otherwise);
    }

    private static double upper(List<Limit> limits, double otherwise) {
        return limits.stream()
                .filter(limit -> limit.sign() == Rule.Sign.AT_MOST || limit.sign() == Rule.Sign.BELOW)
                .mapToDouble(limit -> limit.value() / (double) Decimal.ONE)
                .min()
                .orElse(otherwise);
    }

    /** The part of the plane that a paragraph takes. */
    private static Box region(Rule limb) {
        double left = x(lower(limits(limb, "tpp"), LEAST_TPP));
        double right = x(upper(limits(limb, "tpp"), MOST_TPP));
        double bottom = y(lower(limits(limb, "tppPerMm2"), LEAST_DENSITY));
        double top = y(upper(limits(limb, "tppPerMm2"), MOST_DENSITY));
        return new Box(left, top, right - left, bottom - top);
    }

    /** Shades each paragraph; where two of one tier overlap the shade is deeper. */
    private void regions() {
        for (Rule limb : limbs) {
            Box region = region(limb);
            boolean heavy = limb.values().text("tier").equals("a");
            String fill = heavy ? "#d1495b" : "#2d6fa3";
            String dash = heavy ? "" : " stroke-dasharray=\"5 3\"";
            svg.rect(
                    region.x,
                    region.y,
                    region.width,
                    region.height,
                    "fill=\"" + fill + "\" fill-opacity=\"0.13\" stroke=\"" + fill + "\"" + dash);
            label(limb, region, fill);
        }
    }

    /** Names a paragraph in a corner that belongs to no other paragraph and holds no point. */
    private void label(Rule limb, Box region, String ink) {
        String name = limb.key();
        double width = name.length() * 6.2;
        double left = region.x + 3;
        double right = region.x + region.width - width - 3;
        double top = region.y + 13;
        double bottom = region.y + region.height - 5;
        double[][] corners = {{left, bottom}, {right, bottom}, {left, top}, {right, top}};
        for (double[] corner : corners) {
            Box box = new Box(corner[0], corner[1] - 11, width, 14);
            if (taken.stream().noneMatch(box::meets) && inside(limb, box) == 1) {
                taken.add(box);
                svg.text(corner[0], corner[1], name, "font-size=\"11\" font-weight=\"bold\" fill=\"" + ink + "\"");
                return;
            }
        }
        throw new IllegalStateException("There is no room for the label of " + name);
    }

    /** In how many paragraphs a box lies, its own among them. */
    private int inside(Rule own, Box box) {
        int count = 0;
        for (Rule limb : limbs) {
            Box region = region(limb);
            boolean touches = box.meets(region);
            count += touches || limb.equals(own) ? 1 : 0;
        }
        return count;
    }

    private void axes() {
        double[] tpps = {2000, 5000, 10_000, 20_000, 50_000, 100_000};
        for (double tpp : tpps) {
            svg.line(x(tpp), BOTTOM, x(tpp), BOTTOM + 5, "stroke=\"#666666\"");
            svg.text(x(tpp), BOTTOM + 18, whole(tpp), SMALL + " text-anchor=\"middle\"");
        }
        double[] densities = {2, 5, 10, 20, 50, 100};
        for (double density : densities) {
            svg.line(LEFT - 5, y(density), LEFT, y(density), "stroke=\"#666666\"");
            svg.text(LEFT - 8, y(density) + 4, whole(density), SMALL + " text-anchor=\"end\"");
        }
        svg.text(
                (LEFT + RIGHT) / 2,
                BOTTOM + 36,
                "Total processing performance (TPP)",
                "font-size=\"12\" fill=\"" + INK + "\" text-anchor=\"middle\"");
        svg.upwards(
                20,
                (TOP + BOTTOM) / 2,
                "Performance density (TPP per mm\u00B2)",
                "font-size=\"12\" fill=\"" + INK + "\" text-anchor=\"middle\"");
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,d", (long) number);
    }

    private List<Point> collect() {
        ChipClassifier classifier = new ChipClassifier(RuleBook.bundled());
        Classification answer = new Classification();
        Map<String, Point> byPlace = new LinkedHashMap<>();
        for (ChipCatalogue.Entry entry : ChipCatalogue.bundled().entries()) {
            Chip chip = entry.chip();
            classifier.classify(chip, date, answer);
            double tpp = answer.tppMillionths() / (double) Decimal.ONE;
            if (tpp < LEAST_TPP || answer.applicableAreaMm2() <= 0) {
                notDrawn.add(chip.id());
                continue;
            }
            double density = (double) answer.tppMillionths() / answer.applicableAreaMm2();
            Point point = new Point(x(tpp), y(density), mark(answer), shortName(chip.id()));
            byPlace.merge(
                    Svg.n(point.x) + " " + Svg.n(point.y) + point.mark,
                    point,
                    (one, other) -> new Point(one.x, one.y, one.mark, one.label + ", " + other.label));
        }
        List<Point> points = new ArrayList<>(byPlace.values());
        points.sort(Comparator.comparingDouble(Point::x).reversed().thenComparingDouble(Point::y));
        for (Point point : points) {
            taken.add(new Box(point.x - RADIUS - 1, point.y - RADIUS - 1, 2 * RADIUS + 2, 2 * RADIUS + 2));
        }
        return points;
    }

    private static Mark mark(Classification answer) {
        Classification.Level level = answer.level();
        if (level == Classification.Level.A || level == Classification.Level.B) {
            return Mark.CONTROLLED;
        }
        return answer.notes().contains("3A090-note-2") ? Mark.TAKEN_OUT : Mark.OUTSIDE;
    }

    /** A maker's name takes room and says little: NVIDIA H20 is H20 to everybody. */
    private static String shortName(String id) {
        for (String maker : List.of("NVIDIA ", "AMD ", "Huawei ", "Microsoft ", "Biren ")) {
            if (id.startsWith(maker)) {
                return id.substring(maker.length());
            }
        }
        return id;
    }

    private void points(List<Point> points) {
        // Lines to labels lie below the marks.
        Map<Point, Box> boxes = new LinkedHashMap<>();
        for (Point point : points) {
            boxes.put(point, place(point));
        }
        boxes.forEach(this::leader);
        for (Mark kind : Mark.values()) {
            points.stream().filter(point -> point.mark == kind).forEach(point -> mark(point.x, point.y, kind));
        }
        boxes.forEach((point, box) -> svg.text(box.x + 1, box.y + LABEL_HEIGHT - 3, point.label, SMALL + HALO));
    }

    /** The nearest free place for a label; where points crowd, its line may run over marks. */
    private Box place(Point point) {
        Box box = freePlace(point, taken);
        box = box == null ? freePlace(point, labels) : box;
        if (box == null) {
            throw new IllegalStateException("There is no room for the label of " + point.label);
        }
        taken.add(box);
        labels.add(box);
        for (int step = 1; step < LEADER_STEPS; step++) {
            // No label over its line.
            Box spot = onTheLine(point, box, step);
            if (!spot.meets(box)) {
                taken.add(spot);
            }
        }
        return box;
    }

    /** The nearest free place in rings around a point from which a line reaches it without running over some boxes. */
    private @Nullable Box freePlace(Point point, List<Box> inTheWay) {
        double width = point.label.length() * LETTER + 4;
        for (double ring = 7; ring < 160; ring += 4) {
            for (int step = 0; step < 16; step++) {
                double angle = step * StrictMath.PI / 8;
                double dx = StrictMath.cos(angle) * ring;
                double dy = -StrictMath.sin(angle) * ring;
                double left = dx > 0.5 ? point.x + dx : dx < -0.5 ? point.x + dx - width : point.x - width / 2;
                Box box = new Box(left, point.y + dy - LABEL_HEIGHT / 2, width, LABEL_HEIGHT);
                boolean within = box.x > LEFT + 2
                        && box.x + width < RIGHT - 2
                        && box.y > TOP + 2
                        && box.y + LABEL_HEIGHT < BOTTOM - 2;
                if (within && taken.stream().noneMatch(box::meets) && leaderIsClear(point, box, inTheWay)) {
                    return box;
                }
            }
        }
        return null;
    }

    private static boolean leaderIsClear(Point point, Box box, List<Box> inTheWay) {
        for (int step = 1; step <= LEADER_STEPS; step++) {
            Box spot = onTheLine(point, box, step);
            boolean own = StrictMath.hypot(spot.x - point.x, spot.y - point.y) < 2 * RADIUS;
            if (!own && inTheWay.stream().anyMatch(spot::meets)) {
                return false;
            }
        }
        return true;
    }

    private static Box onTheLine(Point point, Box box, int step) {
        double part = step / (double) LEADER_STEPS;
        double x = point.x + (box.nearestX(point.x) - point.x) * part;
        double y = point.y + (box.nearestY(point.y) - point.y) * part;
        return new Box(x, y, 0.1, 0.1);
    }

    private void leader(Point point, Box box) {
        double toX = box.nearestX(point.x);
        double toY = box.nearestY(point.y);
        double distance = StrictMath.hypot(toX - point.x, toY - point.y);
        if (distance > 1.8 * RADIUS) {
            svg.line(point.x, point.y, toX, toY, "stroke=\"#555555\" stroke-width=\"0.7\"");
        }
    }

    private void mark(double x, double y, Mark mark) {
        switch (mark) {
            case CONTROLLED -> svg.circle(x, y, RADIUS, "fill=\"" + INK + "\" stroke=\"#ffffff\"");
            case TAKEN_OUT ->
                svg.diamond(x, y, RADIUS + 1.5, "fill=\"#ffd54a\" stroke=\"" + INK + "\" stroke-width=\"1.4\"");
            case OUTSIDE -> svg.circle(x, y, RADIUS, "fill=\"#ffffff\" stroke=\"" + INK + "\" stroke-width=\"1.4\"");
        }
    }

    private void legend() {
        double y = BOTTOM + 58;
        Map<Mark, String> words = new LinkedHashMap<>();
        words.put(Mark.CONTROLLED, "in 3A090.a or .b");
        words.put(Mark.TAKEN_OUT, "taken out by Note 2: no datacenter item, TPP below 4,800");
        words.put(Mark.OUTSIDE, "in neither paragraph");
        double x = LEFT;
        for (Map.Entry<Mark, String> entry : words.entrySet()) {
            mark(x + 6, y - 4, entry.getKey());
            svg.text(x + 16, y, entry.getValue(), SMALL);
            x += entry.getValue().length() * 5.3 + 36;
        }
        String names =
                String.join(", ", notDrawn.stream().map(ChipMap::shortName).toList());
        for (String line :
                wrapped("Not drawn, since it lies below every paragraph, or no rate or no die area is published: "
                        + names + ".")) {
            y += 17;
            svg.text(LEFT, y, line, SMALL);
        }
    }

    private static List<String> wrapped(String words) {
        List<String> lines = new ArrayList<>();
        String rest = words;
        while (rest.length() > LINE_LENGTH) {
            int cut = rest.lastIndexOf(' ', LINE_LENGTH);
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut + 1);
        }
        lines.add(rest);
        return lines;
    }
}
