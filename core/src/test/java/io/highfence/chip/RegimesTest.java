package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.chip.RegimeAnswer.Says;
import io.highfence.law.Rule;
import io.highfence.law.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegimesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 24);

    @TempDir
    private static Path folder;

    static List<RegimeCases.Case> bundledCases() {
        return RegimeCases.bundled();
    }

    static List<RegimeCases.Case> tierCases() {
        return RegimeCases.threeTiers();
    }

    private static RuleBook load(String json) throws IOException, BadInput {
        return RuleBook.load(Files.writeString(folder.resolve("regimes.json"), json));
    }

    private static String threeTiers() throws IOException {
        try (InputStream in = RegimesTest.class.getResourceAsStream("cases/regimes-three-tiers.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<RegimeAnswer> compare(RuleBook book, Chip chip, LocalDate day) {
        return compare(new ChipClassifier(book), chip, day);
    }

    private static List<RegimeAnswer> compare(ChipClassifier classifier, Chip chip, LocalDate day) {
        Classification classified = new Classification();
        classifier.classify(chip, day, classified);
        return new Regimes(classifier.ruleBook()).compare(classified);
    }

    private static RegimeAnswer one(RuleBook book, String rates, String dies) {
        List<RegimeAnswer> answers =
                compare(book, ChipColumns.chip(Map.of("id", "x", "rates", rates, "dies", dies)), DAY);
        assertEquals(1, answers.size());
        return answers.get(0);
    }

    @ParameterizedTest
    @MethodSource("bundledCases")
    void aProfileThatShipsSaysWhatItsSourceSays(RegimeCases.Case one) {
        assertEquals(List.of(), one.faults(new ChipClassifier(RuleBook.bundled())), one::toString);
    }

    @ParameterizedTest
    @MethodSource("tierCases")
    void aProfileOfThreeTiersIsLoadedWithoutACodeChange(RegimeCases.Case one) throws IOException, BadInput {
        assertEquals(List.of(), one.faults(new ChipClassifier(load(threeTiers()))), one::toString);
    }

    @Test
    void everyCaseHasItsOwnIdAndSaysWhatItChecks() {
        Set<String> ids = new HashSet<>();
        for (RegimeCases.Case one :
                Stream.concat(bundledCases().stream(), tierCases().stream()).toList()) {
            assertTrue(ids.add(one.file() + one.cell("id")), () -> "twice: " + one);
            assertFalse(one.cell("about").isEmpty(), one::toString);
            assertFalse(one.cell("source").isEmpty(), one::toString);
        }
    }

    @Test
    void whatWasNotControlledIsLookedAtMoreThanFourteenDaysPastTheLawThatWasRead() {
        RuleBook book = RuleBook.bundled();
        Chip small = ChipColumns.chip(Map.of("id", "x", "rates", "fp16:10", "dies", "100:nonplanar", "hbm", "none"));
        LocalDate last = book.verifiedThrough().plusDays(14);
        assertEquals(List.of(), unitedStates(compare(book, small, last)).review());
        assertEquals(
                Says.NOT_CONTROLLED, unitedStates(compare(book, small, last)).says());
        RegimeAnswer later = unitedStates(compare(book, small, last.plusDays(1)));
        assertEquals(Says.REVIEW, later.says());
        assertTrue(later.review().get(0).startsWith("horizon: "), later::toString);
        Chip large = ChipColumns.chip(Map.of("id", "x", "chip", "NVIDIA RTX 4090"));
        assertEquals(
                Says.CONTROLLED,
                unitedStates(compare(book, large, last.plusDays(1))).says());
    }

    private static RegimeAnswer unitedStates(List<RegimeAnswer> answers) {
        return answers.stream().filter(a -> a.regime().equals("US")).findFirst().orElseThrow();
    }

    @Test
    void oneChipHasOneAnswerForEveryRegimeAndOneForAnOpenProposal() {
        Chip card = ChipColumns.chip(Map.of("id", "x", "chip", "NVIDIA RTX 4090"));
        List<RegimeAnswer> answers = compare(RuleBook.bundled(), card, DAY);
        List<String> regimes =
                answers.stream().map(a -> a.regime() + " " + a.says()).toList();
        assertEquals(
                List.of(
                        "CA NEEDS_DATA",
                        "CA PROPOSED",
                        "EU NEEDS_DATA",
                        "GB NEEDS_DATA",
                        "JP NEEDS_DATA",
                        "MY NEEDS_DATA",
                        "US CONTROLLED"),
                regimes);
        assertEquals(
                7, answers.stream().map(a -> a.rule().citation()).distinct().count());
    }

    @Test
    void noProfileButThatOfTheUnitedStatesEverSaysNotControlled() {
        ChipClassifier classifier = new ChipClassifier(RuleBook.bundled());
        for (ChipCatalogue.Entry entry : ChipCatalogue.bundled().entries()) {
            for (LocalDate day = LocalDate.of(2022, 1, 1);
                    day.isBefore(LocalDate.of(2027, 6, 1));
                    day = day.plusMonths(1)) {
                for (RegimeAnswer answer : compare(classifier, entry.chip(), day)) {
                    if (!answer.regime().equals("US")) {
                        assertNotEquals(Says.NOT_CONTROLLED, answer.says(), answer::text);
                        assertNotEquals(Says.CONTROLLED, answer.says(), answer::text);
                        assertFalse(answer.missing().isEmpty(), answer::text);
                    }
                }
            }
        }
    }

    @Test
    void oneNumberInTheDataChangesTheAnswer() throws IOException, BadInput {
        String lower = threeTiers().replace(">= 4800", ">= 4799.999992");
        assertNotEquals(lower, threeTiers());
        assertEquals(
                List.of("middle"),
                one(load(threeTiers()), "8b:599.999999", "2000:nonplanar").paragraphs());
        assertEquals(
                List.of("high", "middle"),
                one(load(lower), "8b:599.999999", "2000:nonplanar").paragraphs());
    }

    /** A doubtful mark may make an answer graver, never lighter. */
    @ParameterizedTest
    @EnumSource(Rule.Trust.class)
    void aDoubtfulMarkMayControlAndNeverFree(Rule.Trust trust) throws IOException, BadInput {
        RuleBook book = load(threeTiers().replace("\"trust\": \"2\"", "\"trust\": \"" + trust.mark() + "\""));
        RegimeAnswer above = one(book, "8b:600", "2000:nonplanar");
        assertEquals(Says.CONTROLLED, above.says());
        assertEquals(trust, above.rule().trust());
        RegimeAnswer below = one(book, "8b:100", "2000:nonplanar");
        if (trust == Rule.Trust.TWO_SOURCES) {
            assertEquals(Says.NOT_CONTROLLED, below.says());
        } else {
            assertEquals(Says.NEEDS_DATA, below.says());
            assertEquals(
                    List.of("three threshold not verified: its mark of trust is " + trust.mark()), below.missing());
        }
    }

    @Test
    void aNamedPersonMayPromoteADoubtfulNumber() throws IOException, BadInput {
        RuleBook book = load(threeTiers()
                .replace("\"trust\": \"2\"", "\"trust\": \"1\", \"promoted\": \"A. Lovelace, 2026-09-01\""));
        assertEquals(Says.NOT_CONTROLLED, one(book, "8b:100", "2000:nonplanar").says());
    }

    @ParameterizedTest
    @CsvSource({
        "IN_FORCE, CONTROLLED, NOT_CONTROLLED",
        "PROPOSED, PROPOSED, PROPOSED",
        "STAYED, REVIEW, NOT_CONTROLLED",
        "ON_THE_BOOKS_NOT_ENFORCED, REVIEW, NOT_CONTROLLED",
        "REPEALED, NOT_CONTROLLED, NOT_CONTROLLED"
    })
    void theStatusOfAProfileDecidesWhatItsLimitsAreWorth(String status, Says above, Says below)
            throws IOException, BadInput {
        RuleBook book = load(threeTiers().replace("IN_FORCE", status));
        RegimeAnswer reached = one(book, "8b:600", "2000:nonplanar");
        assertEquals(above, reached.says());
        assertEquals(status.equals("REPEALED") ? List.of() : List.of("high"), reached.paragraphs());
        assertEquals(below, one(book, "8b:100", "2000:nonplanar").says());
    }

    @Test
    void whatIsRepealedOnOneSourceAloneIsNotFree() throws IOException, BadInput {
        RuleBook book =
                load(threeTiers().replace("IN_FORCE", "REPEALED").replace("\"trust\": \"2\"", "\"trust\": \"1\""));
        assertEquals(Says.NEEDS_DATA, one(book, "8b:100", "2000:nonplanar").says());
    }

    @Test
    void aProfileMayFollowTheEntriesOfTheUnitedStatesUnderItsOwnTrust() throws IOException, BadInput {
        String profile = threeTiers();
        String follows = profile.substring(0, profile.indexOf("\"assemblies\"")) + "\"sameAs\": \"US-entries\"}]}";
        RuleBook trusted = load(follows);
        assertEquals(
                List.of("3A090.a", "3A090.a.1"),
                one(trusted, "8b:600", "2000:nonplanar").paragraphs());
        assertEquals(
                Says.NOT_CONTROLLED, one(trusted, "8b:100", "2000:nonplanar").says());
        RuleBook doubtful = load(follows.replace("\"trust\": \"2\"", "\"trust\": \"1\""));
        assertEquals(Says.CONTROLLED, one(doubtful, "8b:600", "2000:nonplanar").says());
        assertEquals(Says.NEEDS_DATA, one(doubtful, "8b:100", "2000:nonplanar").says());
    }

    @Test
    void anAssemblyIsJudgedByItsCircuitsAndIsOpenWhereTheRegimeDoesNotSayHowItCounts() throws IOException, BadInput {
        Chip small = chip("small", 100, 2000);
        Chip large = chip("large", 600, 2000);
        Chip.Builder two = Chip.builder("board").form(Chip.Form.BOARD).contains(small);
        RuleBook circuits = load(threeTiers());
        RuleBook unread = load(threeTiers().replace("\"assemblies\": \"circuits\"", "\"assemblies\": \"unread\""));
        assertEquals(
                Says.NOT_CONTROLLED, compare(circuits, two.build(), DAY).get(0).says());
        RegimeAnswer open = compare(unread, two.build(), DAY).get(0);
        assertEquals(Says.NEEDS_DATA, open.says());
        assertEquals(List.of("how three counts an assembly of several circuits"), open.missing());
        for (RuleBook book : List.of(circuits, unread)) {
            RegimeAnswer met = compare(book, two.contains(large).build(), DAY).get(0);
            assertEquals(Says.CONTROLLED, met.says());
            assertEquals(List.of("high"), met.paragraphs());
            assertEquals(List.of(), met.missing());
        }
    }

    private static Chip chip(String id, long teraOps, long areaMm2) {
        return Chip.builder(id)
                .rate("8b", teraOps * 1_000_000)
                .die(areaMm2 * 1_000_000, Chip.ProcessType.NONPLANAR, Chip.Role.LOGIC)
                .build();
    }

    @Test
    void theAnswerInASentenceNamesTrustAndWhatIsMissing() {
        Chip card = ChipColumns.chip(Map.of("id", "x", "chip", "NVIDIA RTX 4090"));
        Map<String, String> texts = new HashMap<>();
        for (RegimeAnswer answer : compare(RuleBook.bundled(), card, DAY)) {
            texts.put(answer.rule().id(), answer.text());
        }
        assertEquals(
                "United States: controlled under 3A090.a, 3A090.a.1, 3A090.a.2"
                        + " (ECCNs 3A090 and 4A090, Supp. No. 1 to 15 CFR part 774; trust 2)",
                texts.get("AR-US"));
        assertTrue(texts.get("AR-CA-P")
                .startsWith("Canada: proposed, not law; nothing in it is known to reach this chip"));
        assertTrue(texts.get("AR-EU").startsWith("European Union: needs data; missing: EU threshold not loaded: "));
        assertTrue(texts.get("AR-EU").endsWith("trust ?)"));
    }

    /** Where no fact is named that would decide, the open number is what is missing; an open answer never passes for one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rates=int8:250, datacenter=yes | dies
            rates=fp8:0, dies=400:nonplanar, hbm=copackaged | eccn
            """)
    void anOpenNumberOfTheUnitedStatesNeedsData(String cells, String missing) {
        RegimeAnswer answer = compare(RuleBook.bundled(), Made.chip(cells), DAY).stream()
                .filter(one -> one.rule().id().equals("AR-US"))
                .findFirst()
                .orElseThrow();
        assertEquals(Says.NEEDS_DATA, answer.says());
        assertEquals(List.of(missing), answer.missing());
    }

    /** A repealed profile has no figures left to ask for, and nothing to look at. */
    @Test
    void whatIsRepealedAsksForNothing() throws IOException, BadInput {
        RuleBook book = load(threeTiers().replace("IN_FORCE", "REPEALED"));
        RegimeAnswer open =
                compare(book, Made.chip("rates=tf32:105.263157"), DAY).get(0);
        assertEquals(Says.NOT_CONTROLLED, open.says());
        assertEquals(List.of(), open.missing());
        assertEquals(List.of(), open.review());
        RuleBook notLoaded = load(threeTiers()
                .replace("IN_FORCE", "REPEALED")
                .replace("\"notLoaded\": []", "\"notLoaded\": [\"the order of repeal\"]"));
        RegimeAnswer missing = one(notLoaded, "8b:100", "2000:nonplanar");
        assertEquals(Says.NEEDS_DATA, missing.says());
        assertEquals(List.of("the order of repeal"), missing.missing());
    }

    /** What a person must look at whatever the limits say: analog units, rates of zero, a row that nothing supports. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rates=analog:1 8b:100, dies=2000:nonplanar | analog
            rates=8b:0, dies=2000:nonplanar | no-multiply-accumulate
            chip=AMD MI308X, rates=8b:100, dies=2000:nonplanar | catalogue-unverified
            rates=8b:100, dies=2000:nonplanar | ''
            """)
    void whatIsDoubtfulOfAChipIsLookedAtUnderEveryRegime(String cells, String review) throws IOException, BadInput {
        RegimeAnswer answer = compare(load(threeTiers()), Made.chip(cells), DAY).get(0);
        assertEquals(review.isEmpty() ? Says.NOT_CONTROLLED : Says.REVIEW, answer.says(), answer::text);
        assertEquals(
                review.isEmpty() ? List.of() : List.of(review),
                answer.review().stream()
                        .map(reason -> reason.substring(0, reason.indexOf(':')))
                        .toList());
        assertEquals(answer.text(), answer.toString());
    }

    /** An answer that may be met names what may be met; one that is met or not has no such list. */
    @Test
    void whatMayBeMetIsToldWhereTheAnswerIsOpen() throws IOException, BadInput {
        RuleBook book = load(threeTiers());
        assertTrue(one(book, "8b:200", "400:unknown").text().contains("; may meet low"));
        assertFalse(one(book, "8b:600", "2000:nonplanar").text().contains("may meet"));
    }
}
