package io.highfence.cli;

import io.highfence.list.ListCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who lists whom: a column for each combination of partners with the number of parties, a row for each partner. */
final class CoveragePicture {
    private static final int MOST_COLUMNS = 24;
    private static final double LEFT = 150;
    private static final double COLUMN = 34;
    private static final double ROW = 26;
    private static final double TOP = 70;
    private static final double BAR = 220;
    private static final String INK = "#2d6fa3";
    private static final String PALE = "#d9d9d9";
    private static final String SMALL = "font-size=\"11\" fill=\"#222\"";

    private CoveragePicture() {}

    static String draw(ListCoverage coverage) {
        List<Map.Entry<List<String>, Integer>> columns =
                new ArrayList<>(coverage.combinations().entrySet());
        int left = Math.max(0, columns.size() - MOST_COLUMNS);
        columns.subList(columns.size() - left, columns.size()).clear();
        List<String> partners = coverage.partners();
        double bottom = TOP + BAR;
        int width = (int) Math.max(560, LEFT + COLUMN * columns.size() + 30);
        int height = (int) (bottom + ROW * partners.size() + 50);
        Svg svg = new Svg(
                width,
                height,
                "Which partner lists which party",
                "A column for each combination of partners: how many parties exactly these partners list.");
        svg.rect(0, 0, width, height, "fill=\"#ffffff\"");
        svg.text(20, 26, "Which partner lists which party", "font-size=\"17\" font-weight=\"bold\" fill=\"#1a1a1a\"");
        svg.text(
                20,
                46,
                coverage.rows().size() + " parties; a column counts those that exactly the marked partners list"
                        + (left > 0 ? "; the " + left + " rarest combinations are left out" : ""),
                SMALL);
        double most = columns.isEmpty() ? 1 : columns.get(0).getValue();
        for (int row = 0; row < partners.size(); row++) {
            double y = bottom + ROW * (row + 0.5) + 10;
            svg.text(LEFT - 16, y + 4, label(coverage, partners.get(row)), SMALL + " text-anchor=\"end\"");
            svg.line(LEFT, y, LEFT + COLUMN * columns.size(), y, "stroke=\"#eeeeee\"");
        }
        for (int column = 0; column < columns.size(); column++) {
            double x = LEFT + COLUMN * (column + 0.5);
            // The logarithm, so that the small ones can be seen beside the large ones.
            double bar = (BAR - 30) * Math.log1p(columns.get(column).getValue()) / Math.log1p(most);
            svg.rect(x - 10, bottom - bar, 20, bar, "fill=\"" + INK + "\"");
            svg.text(
                    x,
                    bottom - bar - 5,
                    String.valueOf(columns.get(column).getValue()),
                    SMALL + " text-anchor=\"middle\"");
            for (int row = 0; row < partners.size(); row++) {
                boolean lists = columns.get(column).getKey().contains(partners.get(row));
                svg.circle(x, bottom + ROW * (row + 0.5) + 10, lists ? 6 : 4, "fill=\"" + (lists ? INK : PALE) + "\"");
            }
        }
        svg.text(
                20,
                height - 14,
                "Heights are logarithms of the counts. Made by: highfence lists coverage --picture",
                SMALL);
        return svg.finish();
    }

    private static String label(ListCoverage coverage, String partner) {
        return partner + " (" + coverage.count(partner) + ")";
    }
}
