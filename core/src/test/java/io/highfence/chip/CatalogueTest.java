package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.Decimal;
import io.highfence.chip.ChipCatalogue.Confidence;
import io.highfence.chip.Classification.Verdict;
import io.highfence.law.RuleBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every chip of the fact sheet's table (8.1), from a table of its own and from the catalogue. */
class CatalogueTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 24);
    private static ChipClassifier classifier;

    @BeforeAll
    static void make() {
        classifier = new ChipClassifier(RuleBook.bundled());
    }

    static Stream<Map<String, String>> sheet() throws IOException, BadInput {
        List<Map<String, String>> rows = new ArrayList<>();
        Set<String> columns = Set.of(
                "name",
                "rates",
                "dies",
                "datacenter",
                "expected_tpp",
                "expected_pd",
                "expected_numbers",
                "expected_result",
                "expected_memory",
                "expected_confidence");
        try (var in = CatalogueTest.class.getResourceAsStream("sheet-8.1.csv")) {
            CsvRows.read(in, "sheet-8.1.csv", columns, rows::add, refused -> {
                throw new AssertionError(refused);
            });
        }
        assertEquals(41, rows.size());
        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("sheet")
    void aRowOfTheSheetComesOutAsTheSheetSays(Map<String, String> row) {
        Map<String, String> cells = new HashMap<>(row);
        cells.put("id", row.get("name"));
        check(row, classify(ChipColumns.chip(cells)));
    }

    @ParameterizedTest
    @MethodSource("sheet")
    void theCatalogueAgreesWithTheSheet(Map<String, String> row) {
        assertNotNull(ChipCatalogue.bundled().find(row.get("name")), "not in the catalogue");
        check(row, classify(ChipColumns.chip(Map.of("id", "1", "chip", row.get("name")))));
    }

    @ParameterizedTest
    @MethodSource("sheet")
    void theCatalogueTakesMarketMemoryAndConfidenceFromTheSheet(Map<String, String> row) {
        ChipCatalogue.Entry entry = ChipCatalogue.bundled().find(row.get("name"));
        Chip chip = entry.chip();
        assertEquals(row.get("datacenter"), Chip.lower(chip.datacenter()));
        String[] range = row.get("expected_memory").split(" ");
        if (chip.dramBandwidthGbps() == Chip.UNKNOWN) {
            // Sources that contradict each other give no figure.
            assertEquals("AMD MI308X", chip.id());
        } else {
            assertEquals(Decimal.parse(range[1]), chip.dramBandwidthGbps(), "the highest of the versions");
        }
        // Nothing of the performance of this part was seen anywhere, so no row of the sheet can lend it trust.
        String confidence = chip.rates().isEmpty() ? "-" : row.get("expected_confidence");
        assertEquals(
                switch (confidence) {
                    case "2" -> Confidence.TWO_SOURCES;
                    case "1" -> Confidence.ONE_SOURCE;
                    default -> Confidence.UNVERIFIED;
                },
                entry.confidence());
    }

    private static void check(Map<String, String> row, Classification found) {
        String tpp = row.get("expected_tpp");
        String pd = row.get("expected_pd");
        if (tpp == null) {
            assertNull(found.tpp());
            assertNull(found.eccn());
            assertEquals(Verdict.NEEDS_DATA, found.verdict());
            assertEquals(List.of("rates"), found.missing());
            return;
        }
        assertEquals(new BigDecimal(tpp), found.tpp().setScale(0, RoundingMode.HALF_UP));
        if (pd == null) {
            assertNull(found.performanceDensity());
        } else {
            assertEquals(new BigDecimal(pd), rounded(found));
        }
        String numbers = row.get("expected_numbers");
        List<String> paragraphs = numbers.equals("none")
                ? List.of()
                : Stream.of(numbers.split("\\+")).map(limb -> "3A090." + limb).toList();
        assertEquals(paragraphs, pd == null ? found.paragraphs() : withoutSecond(found.paragraphs()));
        assertEquals(row.get("expected_result"), found.eccn());
    }

    /** The sheet names a.1 alone where a.2 is met as well (F1.8). */
    private static List<String> withoutSecond(List<String> paragraphs) {
        return paragraphs.contains("3A090.a.1") ? List.of("3A090.a.1") : paragraphs;
    }

    /** As the sheet rounds it, from the exact numbers and not from the cut figure. */
    private static BigDecimal rounded(Classification found) {
        return BigDecimal.valueOf(found.tppMillionths())
                .divide(BigDecimal.valueOf(found.applicableAreaMm2()), 2, RoundingMode.HALF_UP);
    }

    @ParameterizedTest
    @CsvSource({
        "NVIDIA H20, REVIEW, near-limit",
        "NVIDIA RTX 4090 D, REVIEW, near-limit",
        "NVIDIA RTX 4080, CLASSIFIED,",
        "NVIDIA A40, CLASSIFIED,",
        "NVIDIA RTX 6000 Ada, CLASSIFIED,",
        "AMD MI210, CLASSIFIED,"
    })
    void chipsBuiltToLieUnderALimitAreLookedAt(String name, Verdict verdict, String review) {
        Classification found = classify(ChipColumns.chip(Map.of("id", "1", "chip", name)));
        assertEquals(verdict, found.verdict(), found::toString);
        if (review != null) {
            assertTrue(found.review().get(0).startsWith(review + ": "), found::toString);
        }
    }

    /** F8.11, A18: a letter to one company is reported for the H20, from its day on, and not for a smaller chip. */
    @Test
    void theReportedLetterIsToldForItsChipFromItsDay() {
        Chip h20 = ChipCatalogue.bundled().find("H20").chip();
        Classification found = new Classification();
        classifier.classify(h20, LocalDate.of(2025, 4, 9), found);
        assertTrue(found.review().stream().anyMatch(look -> look.startsWith("letter-reported: ")), found::toString);
        classifier.classify(h20, LocalDate.of(2025, 4, 8), found);
        assertTrue(found.review().stream().noneMatch(look -> look.startsWith("letter-reported: ")), found::toString);
        classifier.classify(ChipCatalogue.bundled().find("V100").chip(), DAY, found);
        assertTrue(found.review().stream().noneMatch(look -> look.startsWith("letter-reported: ")), found::toString);
    }

    /** F6.3: the same chip under the rule of 2022 and under the one after it. */
    @ParameterizedTest
    @CsvSource({
        "A100, 3A090",
        "A800, 3A991.p",
        "H100 SXM, 3A090",
        "H800 SXM, 3A991.p",
    })
    void theLinkSpeedDecidedIn2022AndNoLonger(String name, String eccn2022) {
        Chip chip = ChipCatalogue.bundled().find(name).chip();
        Classification found = new Classification();
        classifier.classify(chip, LocalDate.of(2023, 11, 16), found);
        assertEquals(eccn2022, found.eccn());
        assertEquals(Verdict.CLASSIFIED, found.verdict());
        classifier.classify(chip, LocalDate.of(2023, 11, 17), found);
        assertEquals("3A090.a", found.eccn());
    }

    @Test
    void aChipIsFoundByAnyOfItsNamesHoweverTheyAreWritten() {
        ChipCatalogue catalogue = ChipCatalogue.bundled();
        assertEquals("NVIDIA H100 SXM", catalogue.find("  h100-sxm ").chip().id());
        assertEquals("NVIDIA RTX 4090 D", catalogue.find("rtx4090d").chip().id());
        assertEquals("NVIDIA RTX 4090", catalogue.find("RTX 4090").chip().id());
        assertNull(catalogue.find("H1000"));
        assertNull(catalogue.find(""));
    }

    @Test
    void everyRowSaysWhereItComesFrom() {
        for (ChipCatalogue.Entry entry : ChipCatalogue.bundled().entries()) {
            assertTrue(!entry.source().isBlank(), entry::toString);
            if (entry.confidence() == Confidence.UNVERIFIED) {
                assertTrue(!entry.flag().isBlank(), entry::toString);
            }
            if (entry.confidence() == Confidence.TWO_SOURCES) {
                assertTrue(entry.source().split("; ").length >= 2, entry::toString);
            }
        }
    }

    /** A figure that nobody published is blank; where it decides it is asked for. */
    @Test
    void aBlankFigureIsAskedForWhereItDecidesAndNowhereElse() {
        for (ChipCatalogue.Entry entry : ChipCatalogue.bundled().entries()) {
            Classification found = classify(entry.chip());
            List<String> missing = found.missing();
            if (entry.chip().rates().isEmpty()) {
                assertEquals(List.of("rates"), missing, entry::toString);
                continue;
            }
            BigDecimal tpp = found.tpp();
            // Area decides from 1600 to under 4800, and Note 2 takes out what is not made for datacenters.
            boolean areaDecides = tpp.compareTo(new BigDecimal(1600)) >= 0
                    && tpp.compareTo(new BigDecimal(4800)) < 0
                    && entry.chip().datacenter() != Chip.Answer.NO;
            boolean blank = entry.chip().dies().isEmpty();
            assertEquals(areaDecides && blank ? List.of("dies") : List.of(), missing, entry::toString);
        }
    }

    /** No planar process is in use for any of them, and each is one package. */
    @Test
    void whereAProcessIsNamedItsTransistorsAreNonPlanar() {
        for (ChipCatalogue.Entry entry : ChipCatalogue.bundled().entries()) {
            assertEquals(Chip.Form.IC, entry.chip().form(), entry::toString);
            for (Chip.Die die : entry.chip().dies()) {
                assertEquals(Chip.ProcessType.NONPLANAR, die.process(), entry::toString);
            }
        }
        assertEquals("Samsung 8N", ChipCatalogue.bundled().find("A40").process());
        assertEquals("", ChipCatalogue.bundled().find("MI308X").process());
    }

    /** F6.1: the rate of links is that of the links; a host bus of 128 GB/s beside them would bring no chip to 600. */
    @Test
    void aHostBusBesideTheLinksWouldChangeNothing() {
        long limit = Decimal.parse("600");
        for (ChipCatalogue.Entry entry : ChipCatalogue.bundled().entries()) {
            long links = entry.chip().ioBandwidthGbps();
            assertEquals(links >= limit, links + Decimal.parse("128") >= limit, entry::toString);
        }
    }

    static List<Arguments> ratesOfTheCatalogue() {
        return ChipCatalogue.bundled().entries().stream()
                .flatMap(entry -> entry.chip().rates().stream().map(rate -> Arguments.of(entry, rate)))
                .toList();
    }

    /** F8.1: from one percent under twice the dense figure to one percent over it, in the format or a wider one. */
    @ParameterizedTest
    @MethodSource("ratesOfTheCatalogue")
    void twiceAnyRateOfTheCatalogueIsSuspectedToBeSparse(ChipCatalogue.Entry entry, Chip.Rate rate) {
        long twice = 2 * rate.teraOps();
        long onePercent = twice / 100;
        for (String name : entry.names()) {
            assertTrue(suspected(name, rate.format(), twice), name);
        }
        String name = entry.chip().id();
        assertTrue(suspected(name, rate.format(), twice + onePercent));
        assertTrue(suspected(name, rate.format(), twice - onePercent));
        assertFalse(suspected(name, rate.format(), twice + onePercent + 1));
        assertFalse(suspected(name, rate.format(), twice - onePercent - 1));
        assertFalse(suspected(name, rate.format(), rate.teraOps()), "the figure of the catalogue itself");
        assertTrue(suspected(name, rate.bits() + "b", twice), "another format of the same width");
        assertTrue(suspected(name, 2 * rate.bits() + "b", twice), "the sparse figure under a wider format");
        boolean narrower = entry.chip().rates().stream()
                .anyMatch(known -> known.bits() <= rate.bits() / 2 && known.teraOps() == rate.teraOps());
        assertEquals(
                narrower,
                suspected(name, rate.bits() / 2 + "b", twice),
                "half the width at twice the rate is dense, unless the chip is no faster in it");
    }

    private static boolean suspected(String name, String format, long teraOps) {
        Chip chip =
                ChipColumns.chip(Map.of("id", "1", "chip", name, "rates", format + ":" + Decimal.toString(teraOps)));
        assertEquals(List.of(), chip.faults());
        boolean suspected = classify(chip).review().stream().anyMatch(look -> look.startsWith("sparse-suspected: "));
        assertEquals(chip.sparseSuspected(), suspected);
        return suspected;
    }

    /** F8.1: by the name alone, too; and on the board that holds the row. */
    @Test
    void aSparseFigureIsSuspectedByTheNameAndInWhatHoldsTheChip() {
        Chip named = ChipColumns.chip(Map.of("id", "1", "name", "GeForce RTX 5090", "rates", "int8:3352"));
        assertTrue(named.sparseSuspected());
        Chip board = Chip.builder("board").form(Chip.Form.BOARD).contains(named).build();
        assertTrue(classify(board).review().stream().anyMatch(look -> look.startsWith("sparse-suspected: ")));
        Chip other = ChipColumns.chip(Map.of("id", "1", "name", "some other card", "rates", "int8:3352"));
        assertFalse(other.sparseSuspected());
    }

    /** A row that nothing supports is looked at whatever the numbers beside it say, also in what holds it. */
    @ParameterizedTest
    @CsvSource({
        "fp16:10, 800:nonplanar, 3A991.p",
        "fp16:200, 800:nonplanar, 3A090.b",
        "fp16:300, 800:nonplanar, 3A090.a",
    })
    void aRowOfLowestConfidenceIsReviewedWhateverTheAnswer(String rates, String dies, String eccn) {
        Chip chip = ChipColumns.chip(Map.of("id", "1", "chip", "AMD MI308X", "rates", rates, "dies", dies));
        Chip board = Chip.builder("board").form(Chip.Form.BOARD).contains(chip).build();
        assertEquals(eccn, classify(chip).eccn());
        for (Chip one : List.of(chip, board)) {
            Classification found = classify(one);
            assertEquals(Verdict.REVIEW, found.verdict(), found::toString);
            assertTrue(
                    found.review().stream().anyMatch(look -> look.startsWith("catalogue-unverified: ")),
                    found::toString);
        }
        Chip typedIn = ChipColumns.chip(Map.of("id", "1", "rates", rates, "dies", dies, "datacenter", "yes"));
        assertEquals(Verdict.CLASSIFIED, classify(typedIn).verdict());
    }

    /** Makers by the first word of their chips' names, from general knowledge: a row of another maker must be added here. */
    @Test
    void everyRowSaysWhereItsMakerIsHeadquartered() {
        Set<String> american = Set.of("NVIDIA", "AMD", "Intel", "Google", "AWS", "Microsoft", "Groq", "Tesla", "Meta");
        Set<String> chinese = Set.of("Huawei", "Biren", "Alibaba");
        for (ChipCatalogue.Entry entry : ChipCatalogue.bundled().entries()) {
            String maker = entry.chip().id().split(" ", -1)[0];
            String seat = american.contains(maker) ? "US" : chinese.contains(maker) ? "CN" : "GB";
            assertEquals(seat.equals("GB"), maker.equals("Graphcore"), maker);
            assertEquals(Country.of(seat), entry.chip().makerHq(), maker);
            assertEquals(List.of(Country.of(seat)), entry.chip().makerSeats());
        }
    }

    @Test
    void thePageOnTheCatalogueCountsItsRows() throws IOException {
        Path root = Path.of(System.getProperty("highfence.root", ".."));
        String page = Files.readString(root.resolve("docs/catalogue.md"));
        List<ChipCatalogue.Entry> entries = ChipCatalogue.bundled().entries();
        assertTrue(page.contains("\n" + entries.size() + " chips "));
        for (Confidence confidence : Confidence.values()) {
            long rows = entries.stream()
                    .filter(entry -> entry.confidence() == confidence)
                    .count();
            assertTrue(page.contains("`" + confidence + "` | " + rows + " |"), confidence + " " + rows);
        }
    }

    static Classification classify(Chip chip) {
        Classification found = new Classification();
        classifier.classify(chip, DAY, found);
        return found;
    }
}
