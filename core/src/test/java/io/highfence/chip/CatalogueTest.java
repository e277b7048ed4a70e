package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.chip.Classification.Verdict;
import io.highfence.law.RuleBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every chip of the fact sheet's table (8.1), from a table of its own and from the catalogue. */
class CatalogueTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 24);
    private static final ChipClassifier CLASSIFIER = new ChipClassifier(RuleBook.bundled());

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
                "expected_result");
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
        CLASSIFIER.classify(h20, LocalDate.of(2025, 4, 9), found);
        assertTrue(found.review().stream().anyMatch(look -> look.startsWith("letter-reported: ")), found::toString);
        CLASSIFIER.classify(h20, LocalDate.of(2025, 4, 8), found);
        assertTrue(found.review().stream().noneMatch(look -> look.startsWith("letter-reported: ")), found::toString);
        CLASSIFIER.classify(ChipCatalogue.bundled().find("V100").chip(), DAY, found);
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
        CLASSIFIER.classify(chip, LocalDate.of(2023, 11, 16), found);
        assertEquals(eccn2022, found.eccn());
        assertEquals(Verdict.CLASSIFIED, found.verdict());
        CLASSIFIER.classify(chip, LocalDate.of(2023, 11, 17), found);
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
            if (entry.confidence() == ChipCatalogue.Confidence.UNVERIFIED) {
                assertTrue(!entry.flag().isBlank(), entry::toString);
            }
        }
    }

    static Classification classify(Chip chip) {
        Classification found = new Classification();
        CLASSIFIER.classify(chip, DAY, found);
        return found;
    }
}
