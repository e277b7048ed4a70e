package io.highfence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Decimal;
import io.highfence.chip.Chip;
import io.highfence.chip.ChipCatalogue;
import io.highfence.chip.ChipClassifier;
import io.highfence.chip.ChipColumns;
import io.highfence.chip.Classification;
import io.highfence.chip.Evidence;
import io.highfence.chip.Evidence.Fact;
import io.highfence.chip.Evidence.Origin;
import io.highfence.chip.Evidence.Outcome;
import io.highfence.chip.Evidence.Paragraph;
import io.highfence.law.RuleBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ExplanationPagesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 10, 10), LocalDate.of(2023, 1, 1), DAY);
    private static ChipClassifier classifier;

    @BeforeAll
    static void make() {
        classifier = new ChipClassifier(RuleBook.bundled());
    }

    private static Classification classify(Chip chip, LocalDate day) {
        Classification answer = new Classification();
        classifier.classify(chip, day, answer);
        return answer;
    }

    private static Classification classify(String... cells) {
        java.util.TreeMap<String, String> row = new java.util.TreeMap<>(Map.of("id", "x"));
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return classify(ChipColumns.chip(row), DAY);
    }

    private static Classification ofCatalogue(String name) {
        return classify(ChipCatalogue.bundled().find(name).chip(), DAY);
    }

    private static Paragraph paragraph(Classification answer, String name) {
        Paragraph found = find(answer.evidence().paragraphs(), name);
        assertNotNull(found, name);
        return found;
    }

    private static Paragraph find(List<Paragraph> paragraphs, String name) {
        for (Paragraph paragraph : paragraphs) {
            Paragraph below = paragraph.name().equals(name) ? paragraph : find(paragraph.below(), name);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    private static Fact fact(Classification answer, String name) {
        return answer.evidence().facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(name + " in " + answer.evidence().facts()));
    }

    @Test
    void textJsonAndHtmlGiveTheSameAnswerForEveryCatalogueChipOnEveryDay() {
        for (LocalDate day : DAYS) {
            for (ChipCatalogue.Entry entry : ChipCatalogue.bundled().entries()) {
                Classification answer = classify(entry.chip(), day);
                JsonText json = JsonText.read(Explanation.json(answer));
                String text = Explanation.text(answer);
                Document page = Pages.wellFormed(Explanation.html(answer));
                String eccn = json.text("eccn") == null ? "no ECCN can be given" : json.text("eccn");
                String tpp = json.text("tpp") == null ? "not known" : json.text("tpp");
                String paragraphs = joined(json.texts("paragraphs"));
                String missing = joined(json.texts("missing"));
                String about = entry.chip().id() + " on " + day;
                List<String> review = json.texts("review");

                List<String> lines = text.lines().toList();
                String start = entry.chip().id() + ": " + eccn + ", " + json.text("verdict") + ", as of " + day;
                assertEquals(start, lines.get(0), about);
                assertTrue(lines.contains("  ECCN: " + eccn), about);
                assertTrue(lines.contains("  TPP: " + tpp), about);
                assertTrue(lines.contains("  paragraphs met by the numbers: " + paragraphs), about);
                assertTrue(lines.contains("  missing: " + missing), about);
                assertEquals(review, points(text, "a person must look at"), about);

                Map<String, String> rows = Pages.rows(page);
                assertEquals(eccn, rows.get("ECCN"), about);
                assertEquals(tpp, rows.get("TPP"), about);
                assertEquals(json.text("verdict"), rows.get("verdict"), about);
                assertEquals(paragraphs, rows.get("paragraphs met by the numbers"), about);
                assertEquals(missing, rows.get("missing"), about);
                assertEquals(
                        review.isEmpty() ? List.of() : review, Pages.pointsAfter(page, "A person must look at"), about);
            }
        }
    }

    private static String joined(List<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    /** The points below a heading of the text, each in one piece. */
    private static List<String> points(String text, String heading) {
        List<String> points = new ArrayList<>();
        boolean within = false;
        for (String line : text.lines().toList()) {
            if (line.equals("  " + heading)) {
                within = true;
            } else if (within && line.startsWith("    - ")) {
                points.add(line.substring(6));
            } else if (within && line.startsWith("      ")) {
                int last = points.size() - 1;
                points.set(last, points.get(last) + " " + line.substring(6));
            } else {
                within = false;
            }
        }
        return points;
    }

    @Test
    void theTreeMeetsTheParagraphsOfTheAnswerAndNoOthers() {
        for (LocalDate day : DAYS) {
            for (ChipCatalogue.Entry entry : ChipCatalogue.bundled().entries()) {
                Classification answer = classify(entry.chip(), day);
                List<String> met = new ArrayList<>();
                for (Paragraph paragraph : answer.evidence().paragraphs().get(0).below()) {
                    boolean byNumbers = paragraph.outcome() == Outcome.MET || paragraph.outcome() == Outcome.TAKEN_OUT;
                    if (byNumbers && !paragraph.name().startsWith("Note")) {
                        met.add(paragraph.name().replace(" as of 2022", ""));
                    }
                }
                assertEquals(answer.paragraphs(), met, entry.chip().id() + " on " + day);
            }
        }
    }

    @Test
    void theArithmeticOfACatalogueChipIsRightToTheLastDigit() {
        for (ChipCatalogue.Entry entry : ChipCatalogue.bundled().entries()) {
            Chip chip = entry.chip();
            List<String> steps = classify(chip, DAY).evidence().arithmetic();
            BigDecimal highest = null;
            for (Chip.Rate rate : chip.rates()) {
                BigDecimal rated = BigDecimal.valueOf(rate.teraOps(), 6);
                BigDecimal product = rated.multiply(BigDecimal.valueOf(rate.bits()));
                String equation = rate.format() + ": " + plain(rated) + " TOPS x " + rate.bits() + " bits = "
                        + plain(product) + " TPP";
                // A format of two widths says the other one in brackets.
                String rest =
                        rate.bits() == rate.leastBits() ? "" : " (" + rate.leastBits() + " bits in use would give ";
                assertTrue(
                        steps.stream()
                                .anyMatch(step ->
                                        step.startsWith(equation + rest) && (step.equals(equation) == rest.isEmpty())),
                        equation + " in " + steps);
                highest = highest == null ? product : highest.max(product);
            }
            BigDecimal area = BigDecimal.ZERO;
            for (Chip.Die die : chip.dies()) {
                area = area.add(BigDecimal.valueOf(die.areaMm2(), 6));
            }
            boolean plainDies = chip.dies().stream().allMatch(die -> die.role() == Chip.Role.LOGIC);
            if (highest != null && area.signum() > 0 && plainDies) {
                String quotient = plain(highest.divide(area, 4, RoundingMode.DOWN));
                String equation = "performance density = " + plain(highest) + " / " + plain(area) + " = " + quotient;
                assertTrue(steps.stream().anyMatch(step -> step.startsWith(equation + " TPP/mm2")), equation);
            }
        }
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    @Test
    void aQuotientThatIsCutSaysSoAndOneThatIsNotDoesNot() {
        List<String> cut = classify("rates", "fp8:588.4", "dies", "608.5:nonplanar")
                .evidence()
                .arithmetic();
        assertTrue(cut.stream().anyMatch(step -> step.contains("= 7.7357 TPP/mm2 (cut")), cut.toString());
        List<String> exact =
                classify("rates", "fp8:500", "dies", "800:nonplanar").evidence().arithmetic();
        assertTrue(exact.contains("performance density = 4000 / 800 = 5 TPP/mm2"), exact.toString());
    }

    @Test
    void aMissedLimitSaysByHowMuchOnBothSidesOfIt() {
        Classification under = classify("rates", "8b:599.99", "dies", "1000:nonplanar", "datacenter", "yes");
        Paragraph missed = paragraph(under, "3A090.a.1");
        assertEquals(Outcome.NOT_MET, missed.outcome());
        // 599.99 x 8 = 4799.92, 0.08 below 4800; 0.08 / 4800 = 0.001666... percent.
        assertEquals("TPP 4799.92 is 0.08 (0.0016 %) below 4800", missed.why());
        Classification at = classify("rates", "8b:600", "dies", "1000:nonplanar", "datacenter", "yes");
        assertEquals(Outcome.MET, paragraph(at, "3A090.a.1").outcome());
        assertEquals(
                "TPP 4800 is the limit itself, which < 4800 leaves out",
                paragraph(at, "3A090.b.1").why());
    }

    @Test
    void noteTwoTakesOutWhatTheNumbersMeetAndSaysWhenItDoesNot() {
        Classification card = ofCatalogue("RTX 4090 D");
        assertEquals(Outcome.TAKEN_OUT, paragraph(card, "3A090.a.2").outcome());
        assertEquals(Outcome.MET, paragraph(card, "Note 2").outcome());
        assertEquals(Outcome.TAKEN_OUT, paragraph(card, "3A090").outcome());
        Classification unknown = classify("rates", "fp8:400", "dies", "400:nonplanar");
        assertEquals(Outcome.MET, paragraph(unknown, "3A090.a.2").outcome());
        assertEquals(Outcome.OPEN, paragraph(unknown, "Note 2").outcome());
        Fact assumed = fact(unknown, "designed or marketed for datacenters");
        assertEquals(Origin.ASSUMED, assumed.origin());
        assertEquals("yes", assumed.value());
        Classification high = classify("rates", "fp8:600", "dies", "400:nonplanar", "datacenter", "no");
        assertEquals(Outcome.NOT_MET, paragraph(high, "Note 2").outcome());
        Classification none = classify("rates", "fp8:10", "dies", "400:nonplanar", "datacenter", "no");
        assertEquals(Outcome.NOT_ASKED, paragraph(none, "Note 2").outcome());
    }

    @Test
    void missingDiesLeaveTheParagraphsOpenThatAskForDensity() {
        Classification open = classify("rates", "int8:250", "datacenter", "yes");
        assertEquals(Outcome.NOT_MET, paragraph(open, "3A090.a.1").outcome());
        assertEquals(Outcome.OPEN, paragraph(open, "3A090.a.2").outcome());
        assertEquals(Outcome.OPEN, paragraph(open, "3A090.b.2").outcome());
        assertEquals(Outcome.OPEN, paragraph(open, "3A090").outcome());
        assertEquals(Outcome.NOT_MET, paragraph(open, "3A090.b.1").outcome(), "2000 is below 2400 on any area");
        assertEquals(Outcome.NOT_ASKED, paragraph(open, "3A991.p.1").outcome());
        assertEquals(Origin.MISSING, fact(open, "dies").origin());
        Classification decided = classify("rates", "int8:1000", "datacenter", "yes");
        assertEquals(Outcome.NOT_ASKED, paragraph(decided, "3A090.a.2").outcome());
        assertEquals(Origin.NOT_STATED, fact(decided, "dies").origin());
    }

    @Test
    void aSparseFigureLeavesOpenWhatItCouldReachAndNothingMore() {
        Classification sparse =
                classify("rates", "sparse-fp8:500", "dies", "400:nonplanar", "datacenter", "yes", "form", "ic");
        // At most 500 x 8 = 4000: a.1 at 4800 is out of reach, a.2 at 1600 is not.
        assertEquals(Outcome.OPEN, paragraph(sparse, "3A090.a.2").outcome());
        assertFalse(paragraph(sparse, "3A090.a.1").outcome() == Outcome.OPEN);
    }

    @Test
    void highBandwidthMemoryIsHeldAgainstItsTwoLimits() {
        Paragraph none = paragraph(memory("220"), "3A090.c");
        assertEquals(Outcome.NOT_MET, none.outcome());
        assertEquals("memory bandwidth density 2 is the limit itself, which > 2 leaves out", none.why());
        assertEquals(Outcome.MET, paragraph(memory("220.11"), "3A090.c").outcome());
        assertEquals(
                Outcome.MET,
                paragraph(memory("220.11"), "License Exception HBM").outcome());
        assertEquals(
                Outcome.NOT_MET,
                paragraph(memory("363"), "License Exception HBM").outcome());
    }

    private static Classification memory(String bandwidth) {
        return classify("hbm", "standalone", "hbm_bandwidth_gbps", bandwidth, "hbm_area_mm2", "110");
    }

    @Test
    void everyFactSaysWhereItComesFrom() {
        Classification given = classify("rates", "fp8:1979", "dies", "814:nonplanar", "datacenter", "yes");
        assertEquals(Origin.GIVEN, fact(given, "rate fp8").origin());
        assertEquals("TOPS", fact(given, "rate fp8").unit());
        assertEquals(Origin.GIVEN, fact(given, "die").origin());
        assertEquals("mm2", fact(given, "die").unit());
        assertEquals(Origin.ASSUMED, fact(given, "form").origin());
        assertEquals(Origin.DERIVED, fact(given, "TPP").origin());
        Classification mixed = classify("chip", "A100", "dies", "900:nonplanar", "form", "ic");
        assertEquals(Origin.CATALOGUE, fact(mixed, "rate fp16").origin());
        assertEquals(Origin.CATALOGUE, fact(mixed, "io_bandwidth_gbps").origin());
        assertEquals(Origin.GIVEN, fact(mixed, "die").origin(), "the caller's dies go before the catalogue's");
        assertEquals(Origin.GIVEN, fact(mixed, "form").origin());
        assertTrue(fact(mixed, "catalogue row").remark().contains("Ampere whitepaper"));
        Classification system = classify("form", "system", "contains", "A100|RTX 4080");
        assertEquals(Origin.CATALOGUE, fact(system, "NVIDIA A100: rate fp16").origin());
        assertEquals(Origin.GIVEN, fact(system, "contains").origin());
        Classification faulty = classify("rates", "fp9:1");
        assertEquals(Origin.MISSING, fact(faulty, "rates").origin());
    }

    @Test
    void theNextDayThatChangesTheAnswerIsNamedAndNoOther() {
        Chip a800 = ChipCatalogue.bundled().find("A800").chip();
        Evidence.Change next =
                classify(a800, LocalDate.of(2023, 1, 1)).evidence().next();
        assertEquals(LocalDate.of(2023, 11, 17), next.day());
        assertEquals("3A090.a", next.eccn());
        assertNull(classify(a800, LocalDate.of(2023, 11, 17)).evidence().next());
        // The H100 was in the entry of 2022 and is in 3A090.a since: another answer, on the same day.
        Chip h100 = ChipCatalogue.bundled().find("H100").chip();
        assertEquals(
                LocalDate.of(2023, 11, 17),
                classify(h100, LocalDate.of(2023, 11, 16)).evidence().next().day());
        Chip stack = memory("363").chip();
        assertEquals(
                LocalDate.of(2024, 12, 2),
                classify(stack, LocalDate.of(2024, 12, 1)).evidence().next().day());
    }

    @Test
    void eachParagraphNamesItsCitationAndInterval() {
        String text = Explanation.text(ofCatalogue("RTX 4090 D"));
        assertTrue(text.contains("ECCN 3A090.a.2, Supp. No. 1 to 15 CFR part 774; from 2023-11-17"), text);
        assertTrue(text.contains("rules verified through: 2026-09-24"), text);
        assertTrue(text.contains("rule set: " + RuleBook.bundled().id()), text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 100), "at most 100 columns");
    }

    @Test
    void theSmallestNumbersAreWrittenPlainly() {
        Classification answer = classify("rates", "fp8:0.000001", "dies", "1000000:nonplanar");
        assertEquals("0.000008", fact(answer, "TPP").value());
        assertEquals(Decimal.toString(8), fact(answer, "TPP").value());
        assertEquals("0.000001", fact(answer, "rate fp8").value());
    }

    @Test
    void manyClassificationsMakeOneDocumentWithAllOfThem() {
        List<Classification> answers = ChipCatalogue.bundled().entries().stream()
                .map(entry -> classify(entry.chip(), DAY))
                .toList();
        Document page = Pages.wellFormed(Explanation.html(answers.toArray(Classification[]::new)));
        List<String> titles = Pages.texts(page, "h2");
        assertEquals(answers.stream().map(answer -> answer.chip().id()).toList(), titles);
        List<Element> links = Pages.elements(page, "a");
        List<String> targets = new ArrayList<>();
        for (Element article : Pages.elements(page, "article")) {
            targets.add("#" + article.getAttribute("id"));
        }
        assertEquals(
                targets, links.stream().map(link -> link.getAttribute("href")).toList());
    }

    @Test
    void pagesHoldNoScriptAndNothingFromElsewhere() {
        for (String hostile : Pages.HOSTILE) {
            Chip chip = Chip.builder(hostile)
                    .name(hostile)
                    .vendorEccn(hostile)
                    .rate(hostile, 1)
                    .contains(Chip.builder(hostile).rate("fp8", Decimal.ONE).build())
                    .form(Chip.Form.BOARD)
                    .build();
            Classification answer = classify(chip, DAY);
            Document page = Pages.wellFormed(Explanation.html(answer));
            Pages.assertHarmless(page);
            String shown = Pages.texts(page, "h2").get(0);
            assertEquals(Lines.printable(hostile), shown.replaceAll(" \\(.*", ""));
            String text = Explanation.text(answer);
            assertTrue(
                    text.codePoints()
                            .allMatch(c -> c == '\n'
                                    || Lines.printable(Character.toString(c)).equals(Character.toString(c))),
                    Arrays.toString(text.toCharArray()));
        }
    }
}
