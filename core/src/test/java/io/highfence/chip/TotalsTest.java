package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.highfence.base.Decimal;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rates and dies add up to, worked out by hand, and the bands that numbers are counted into. */
class TotalsTest {
    private static String whole(long millionths) {
        if (millionths == Chip.UNKNOWN) {
            return "unknown";
        }
        return millionths == Totals.BOUNDLESS ? "boundless" : Decimal.toString(millionths);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # rates | tpp | least | most | beside analog | tops | most tops | analog
            rates=fp8:10 | 80 | 80 | 80 | 80 | 10 | 10 | 0
            rates=fp8:10 fp16:6 | 96 | 96 | 96 | 96 | 10 | 10 | 0
            rates=tf32:10 | 320 | 190 | 320 | 320 | 10 | 10 | 0
            rates=tf32:10 fp16:15 | 320 | 240 | 320 | 320 | 15 | 15 | 0
            rates=sparse-fp8:10 | unknown | 0 | 80 | 80 | unknown | 10 | 0
            rates=fp8:10 sparse-fp8:20 | 80 | 80 | 160 | 160 | 10 | 20 | 0
            rates=sparse-fp8:0 | unknown | 0 | boundless | boundless | unknown | 0 | 0
            rates=fp8:0 | 0 | 0 | 0 | 0 | 0 | 0 | 0
            rates=analog:10 | unknown | 0 | boundless | 0 | 10 | 10 | 10
            rates=analog:10 analog:12 fp8:3 | 24 | 24 | 24 | 24 | 12 | 12 | 12
            rates=analog:0 | unknown | 0 | boundless | boundless | 0 | 0 | 0
            hbm=none | unknown | 0 | boundless | boundless | unknown | 0 | 0
            hbm=standalone | unknown | 0 | 0 | 0 | unknown | 0 | 0
            """)
    void ratesAddUp(
            String cells,
            String tpp,
            String least,
            String most,
            String besideAnalog,
            String tops,
            String mostTops,
            String analog) {
        Totals totals = Made.chip(cells).totals();
        assertEquals(
                List.of(tpp, least, most, besideAnalog, tops, mostTops, analog),
                List.of(
                        whole(totals.tpp),
                        whole(totals.least),
                        whole(totals.most),
                        whole(totals.mostBesideAnalog),
                        whole(totals.tops),
                        whole(totals.mostTops),
                        whole(totals.analogOps)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # dies | certain | doubtful | unknown | smallest unknown | area | smallest area
            dies=4:nonplanar | 4 | 0 | 0 | boundless | 4 | 4
            dies=4:nonplanar 5:nonplanar:logic | 9 | 0 | 0 | boundless | 9 | 9
            dies=4:planar 5:nonplanar:memory 6:unknown:memory | 0 | 0 | 0 | boundless | 0 | boundless
            dies=4:nonplanar 2:nonplanar:io 3:nonplanar:interposer | 4 | 5 | 0 | boundless | 9 | 4
            dies=2:nonplanar:io 3:nonplanar:interposer | 0 | 5 | 0 | boundless | 5 | 5
            dies=4:unknown 3:unknown:io 1:unknown:interposer | 0 | 0 | 7 | 3 | 0 | 3
            dies=9:nonplanar:io 3:unknown | 0 | 9 | 3 | 3 | 9 | 3
            dies=2:nonplanar:io 3:unknown | 0 | 2 | 3 | 3 | 2 | 2
            hbm=none | 0 | 0 | 0 | boundless | unknown | boundless
            """)
    void diesAddUp(
            String cells,
            String certain,
            String doubtful,
            String unknown,
            String smallestUnknown,
            String area,
            String smallest) {
        Totals totals = Made.chip(cells).totals();
        assertEquals(
                List.of(certain, doubtful, unknown, smallestUnknown, area, smallest),
                List.of(
                        whole(totals.certainArea),
                        whole(totals.doubtfulArea),
                        whole(totals.unknownArea),
                        whole(totals.smallestUnknownArea),
                        whole(totals.area),
                        whole(totals.smallestArea())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rates=fp8:10, dies=4:nonplanar | false
            rates=fp8:10 | false
            rates=fp8:0, dies=4:nonplanar | true
            rates=tf32:10, dies=4:nonplanar | true
            rates=fp8:10 sparse-fp8:20, dies=4:nonplanar | true
            rates=analog:10 fp8:3, dies=4:nonplanar | true
            rates=fp8:10, dies=4:nonplanar 1:nonplanar:io | true
            rates=fp8:10, dies=4:nonplanar 1:unknown | true
            rates=fp8:10, dies=4:planar | true
            rates=fp8:10, dies=4:nonplanar 4:planar | false
            """)
    void whatCanBeReadInSeveralWaysIsDoubtful(String cells, boolean doubtful) {
        assertEquals(doubtful, Made.chip(cells).totals().doubtful);
    }

    @Test
    void thePartsOfAPackageAreSummed() {
        Chip part = Made.chip("rates=fp8:10 sparse-fp8:12 analog:1, dies=4:nonplanar");
        Chip other = Made.chip("rates=tf32:1 fp16:1, dies=1:nonplanar:io");
        Totals totals =
                Chip.builder("package").contains(part).contains(other).build().totals();
        assertEquals(112 * Decimal.ONE, totals.tpp);
        assertEquals(99 * Decimal.ONE, totals.least);
        assertEquals(128 * Decimal.ONE, totals.most);
        assertEquals(80 * Decimal.ONE, totals.largestUnit);
        assertEquals(11 * Decimal.ONE, totals.tops);
        assertEquals(13 * Decimal.ONE, totals.mostTops);
        assertEquals(Decimal.ONE, totals.analogOps);
        assertEquals(5 * Decimal.ONE, totals.area);
        assertEquals(2, totals.parts);
        assertNull(totals.best);
        assertEquals(true, totals.doubtful);
        assertEquals("fp8", Objects.requireNonNull(part.totals().best).format());
        Chip silent = Chip.builder("silent").build();
        Totals open =
                Chip.builder("package").contains(part).contains(silent).build().totals();
        assertEquals(80 * Decimal.ONE, open.tpp);
        assertEquals(Totals.BOUNDLESS, open.most);
        assertEquals(Chip.UNKNOWN, open.area, "the dies of one part are not stated");
    }

    /** A band begins at its cut: one unit below belongs to the band before. */
    @Test
    void aNumberLiesInTheBandWhoseCutItReaches() {
        for (List<Long> cuts : List.of(
                List.of(1L, 2L),
                List.of(31L, 32L, 33L, 63L, 64L, 65L),
                List.of(4_800_000_000L, 4_800_000_001L, 9_000_000_000L),
                List.of(5L, 1L << 61, (1L << 62) + 1))) {
            Bands bands = new Bands(new TreeSet<>(cuts));
            assertEquals(cuts.size() + 1, bands.count());
            assertEquals(0, bands.start(0));
            assertEquals(0, bands.of(0));
            for (int i = 0; i < cuts.size(); i++) {
                assertEquals(cuts.get(i), bands.start(i + 1));
                assertEquals(i + 1, bands.of(cuts.get(i)), "at " + cuts.get(i));
                long below = cuts.get(i) - 1;
                int reached = (int) cuts.stream().filter(cut -> cut <= below).count();
                assertEquals(reached, bands.of(below), "below " + cuts.get(i));
            }
            assertEquals(cuts.size(), bands.of(Long.MAX_VALUE - 1));
        }
    }

    /** Twice the quotient in millionths and two more, one further where something was cut off. */
    @ParameterizedTest
    @CsvSource({
        "4800000000, 1000000000, 9600002",
        "4800000000, 1000000001, 9600001",
        "0, 1000000, 2",
        "1, 1000000, 4",
        "1, 2000000, 3",
        "4800000000, 0, 1",
        "4800000000, -1, 0",
        // 10^18 / 10^12 in millionths needs more than 64 bits on the way.
        "1000000000000000000, 1000000000000, 2000000000002",
        "1000000000000000001, 1000000000000, 2000000000003",
        "1000000000000000001, 1000000000001, 2000000000001",
    })
    void aDensityHasItsPlace(long tpp, long area, long place) {
        assertEquals(place, LimbTable.density(tpp, area));
    }

    @Test
    void theDensestOfAllStillHasAPlace() {
        long largest = 9_000_000_000_000_000_000L;
        assertEquals(Long.MAX_VALUE - 1, LimbTable.density(largest, 1));
        assertEquals(Long.MAX_VALUE - 1, LimbTable.density(largest, Decimal.ONE));
        // 2^64 to the point, and the greatest quotient that has a place of its own with something cut off.
        assertEquals(Long.MAX_VALUE - 1, LimbTable.density(18_446_744_073_710L, 1));
        assertEquals(Long.MAX_VALUE - 1, LimbTable.density(4_611_690_630_113_406_330L, 1_000_001));
        long[] places = LongStream.of(1_000_000_000L, 100_000_000L, 10_000_000L)
                .map(area -> LimbTable.density(largest, area))
                .toArray();
        assertEquals(
                List.of(18_000_000_000_000_002L, 180_000_000_000_000_002L, 1_800_000_000_000_000_002L),
                LongStream.of(places).boxed().toList());
    }
}
