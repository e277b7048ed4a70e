package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Decimal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {
    private static final String HEAD = "{\n  \"family-group\": \"horizon\",\n  \"rules\": [\n";
    private static final String COMMON =
            "\"cite\": \"x\", \"note\": \"y\", \"status\": \"IN_FORCE\", \"trust\": \"2\", ";

    @Test
    void theBundledBookSaysHowFarItWasRead() {
        RuleBook book = RuleBook.bundled();
        assertEquals(LocalDate.of(2026, 9, 24), book.verifiedThrough());
        assertTrue(book.id().startsWith("us-ear-2026-09-24-"), book::id);
        List<String> unread = book.unreviewedAmendments().stream()
                .map(amendment -> amendment.citation().text())
                .toList();
        assertEquals(List.of("91 FR 46260 (2026-07-23)", "90 FR 50857; 90 FR 47201"), unread);
        assertEquals(
                List.of("742.6"), book.unreviewedAmendments().get(0).values().texts("sections"));
    }

    @Test
    void aRuleHoldsFromItsFirstDayToItsLast() throws BadInput {
        RuleBook book = horizon(
                rule("A", null, "2024-01-31", "2024-01-01"),
                rule("B", "2024-02-01", "2024-02-29", "2024-02-02"),
                rule("C", "2024-03-01", null, "2024-03-03"));
        assertEquals("A", idOn(book, "1900-01-01"));
        assertEquals("A", idOn(book, "2024-01-31"));
        assertEquals("B", idOn(book, "2024-02-01"));
        assertEquals("B", idOn(book, "2024-02-29"));
        assertEquals("C", idOn(book, "2024-03-01"));
        assertEquals("C", idOn(book, "9999-12-31"));
        assertEquals(LocalDate.of(2024, 3, 3), book.verifiedThrough());
    }

    @Test
    void theOrderOfTheFileDoesNotMatter() throws BadInput {
        RuleBook book =
                horizon(rule("B", "2024-02-01", null, "2024-02-02"), rule("A", null, "2024-01-31", "2024-01-01"));
        assertEquals("A", idOn(book, "2024-01-31"));
        assertEquals("B", idOn(book, "2024-02-01"));
        assertEquals(LocalDate.of(2024, 2, 2), book.verifiedThrough());
    }

    @Test
    void aBookIsCalledByItsId() {
        assertEquals(RuleBook.bundled().id(), RuleBook.bundled().toString());
    }

    @Test
    void nothingIsSaidBeforeAFamilyBegins() {
        assertNull(RuleBook.bundled().rule("3A090.limb", "3A090.a.1", LocalDate.of(2023, 11, 16)));
        assertNotNull(RuleBook.bundled().rule("3A090.limb", "3A090.a.1", LocalDate.of(2023, 11, 17)));
    }

    @Test
    void anUnknownFamilyIsAnErrorOfTheProgram() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> RuleBook.bundled().rule("3A090.z", day));
        assertThrows(IllegalArgumentException.class, () -> RuleBook.bundled().rule("3A090.z", "a key", day));
        assertThrows(IllegalArgumentException.class, () -> RuleBook.bundled().rules("3A090.z"));
        Rule rule = RuleBook.bundled().rules("3A090.limb").get(0);
        assertThrows(IllegalArgumentException.class, () -> rule.values().limits("density"));
        assertThrows(IllegalArgumentException.class, () -> rule.values().text("tpp"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-31, 2024-02-02, gap",
        "2024-01-31, 2024-01-31, overlap",
        "2024-01-31, 2023-01-01, overlap",
        ", 2024-02-01, overlap"
    })
    void aGapOrAnOverlapIsRefusedAtTheLaterRule(String firstTo, String secondFrom, String fault) {
        BadInput refused = assertThrows(
                BadInput.class,
                () -> horizon(rule("A", null, firstTo, "2024-01-01"), rule("B", secondFrom, null, "2024-01-01")));
        assertTrue(refused.reason().startsWith("family verified-through: a"), refused::getMessage);
        assertTrue(refused.reason().contains(fault), refused::getMessage);
        assertEquals("test.json", refused.file());
        assertTrue(refused.line() > 0 && refused.column() > 0, refused::getMessage);
    }

    @Test
    void aFamilyThatMustLastMayNotEnd() {
        BadInput refused = assertThrows(BadInput.class, () -> horizon(rule("A", null, "2030-01-01", "2024-01-01")));
        assertTrue(refused.reason().contains("after 2030-01-01"), refused::getMessage);
        refused = assertThrows(BadInput.class, () -> horizon(rule("A", "2020-01-01", null, "2024-01-01")));
        assertTrue(refused.reason().contains("before 2020-01-01"), refused::getMessage);
    }

    @Test
    void aFamilyWithoutAnyRuleIsRefused() {
        BadInput refused = assertThrows(BadInput.class, () -> horizon());
        assertTrue(refused.reason().contains("verified-through has no rule"), refused::getMessage);
        assertEquals("test.json", refused.file());
    }

    @Test
    void theSameRuleTwiceOnOneDayIsRefusedEvenWhereManyMayHold() throws BadInput {
        String one = "{\"id\": \"U\", \"family\": \"unreviewed-amendment\", " + COMMON
                + "\"from\": null, \"to\": null, \"sections\": []}";
        horizon(rule("A", null, null, "2024-01-01"), one);
        BadInput refused = assertThrows(BadInput.class, () -> horizon(rule("A", null, null, "2024-01-01"), one, one));
        assertTrue(refused.reason().contains("twice"), refused::getMessage);
    }

    /** Each row: what to find in a sound rule, what to put there, and what the message must say. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"id\": \"A\", | | 'id' is missing",
                "\"cite\": \"x\", | | 'cite' is missing",
                "\"cite\": \"x\" | \"cite\": \" \" | 'cite' must be a text",
                "\"note\": \"y\", | | 'note' is missing",
                "\"status\": \"IN_FORCE\", | | 'status' is missing",
                "\"IN_FORCE\" | \"ENFORCED\" | 'ENFORCED' is no status",
                "\"trust\": \"2\", | | 'trust' is missing",
                "\"trust\": \"2\" | \"trust\": \"3\" | '3' is no mark of trust",
                "\"trust\": \"2\" | \"trust\": 2 | 'trust' must be a text",
                "\"from\": null, | | 'from' is missing",
                "\"from\": null | \"from\": \"2024-02-30\" | no day 2024-02-30",
                "\"from\": null | \"from\": \"24-02-01\" | 'from' must be a date",
                "\"from\": null | \"from\": \"+12024-02-01\" | 'from' must be a date",
                "\"from\": null | \"from\": 20240201 | 'from' must be a date",
                "\"day\": | \"days\": | 'days' is not known here; known are [day]",
                "\"day\": \"2024-01-01\" | \"promoted\": \"me\" | 'day' is missing",
                "\"family\": \"verified-through\" | \"family\": \"nobody\" | no such family",
                "\"id\": \"A\" | \"id\": \"A\", \"id\": \"B\" | Duplicate field 'id'",
                "\"horizon\" | \"horizons\" | no such family-group",
                "\"horizon\", | \"horizon\", \"more\": 1, | 'more' is not known here",
                "\"rules\": [ | \"rules\": {} , \"r\": [ | 'r' is not known here",
                "] | ] ] | Unexpected close marker",
                "] | , | Unexpected character",
            })
    void whatIsNotARuleFileIsRefusedWithItsPlace(String find, String put, String message) {
        String sound = file(rule("A", null, null, "2024-01-01"));
        String broken = sound.replace(find, put == null ? "" : put);
        assertNotEquals(sound, broken, "the case changes nothing");
        BadInput refused = assertThrows(BadInput.class, () -> RuleBook.of(Map.of("test.json", broken)));
        assertTrue(refused.getMessage().contains(message), refused::getMessage);
        assertTrue(refused.getMessage().startsWith("test.json:"), refused::getMessage);
        assertTrue(refused.line() > 0 && refused.column() > 0, refused::getMessage);
    }

    @Test
    void theEndOfTheFileIsTheEndOfTheDocument() {
        String sound = file(rule("A", null, null, "2024-01-01"));
        BadInput refused = assertThrows(BadInput.class, () -> RuleBook.of(Map.of("test.json", sound + "{}")));
        assertTrue(refused.reason().contains("after the end"), refused::getMessage);
        for (String empty : List.of("", " \n", "[]", "3", "null")) {
            assertThrows(BadInput.class, () -> RuleBook.of(Map.of("test.json", empty)));
        }
    }

    @Test
    void numbersAndLimitsOfALimbAreReadExactlyOrRefused() throws BadInput {
        String sound = bundledText("chip-3a090.json");
        for (String bad : List.of("\"> = 4800\"", "\"4800\"", "\">= -1\"", "\">= 1e3\"", "\">= 0.0000001\"", "4800")) {
            String broken = sound.replaceFirst("\">= 4800\"", bad);
            assertThrows(BadInput.class, () -> RuleBook.of(Map.of("chips.json", broken)), bad);
        }
        String none = sound.replaceFirst("\\[\">= 4800\"\\]", "[]");
        assertThrows(BadInput.class, () -> RuleBook.of(Map.of("chips.json", none)));
        RuleBook book = RuleBook.of(Map.of("chips.json", sound.replaceFirst("\">= 4800\"", "\"> 4800.000001\"")));
        Rule.Limit limit =
                book.rules("3A090.limb").get(0).values().limits("tpp").get(0);
        assertEquals("> 4800.000001", limit.toString());
        assertTrue(!limit.admits(4_800_000_001L) && limit.admits(4_800_000_002L));
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, false, true, true",
        "ABOVE, false, false, true",
        "AT_MOST, true, true, false",
        "BELOW, true, false, false"
    })
    void aSignDecidesOnWhichSideTheLimitItselfLies(Rule.Sign sign, boolean below, boolean at, boolean above) {
        Rule.Limit limit = new Rule.Limit(sign, Decimal.parse("5.92"));
        assertEquals(below, limit.admits(5_919_999));
        assertEquals(at, limit.admits(5_920_000));
        assertEquals(above, limit.admits(5_920_001));
        long area = Decimal.parse("628.4");
        long exact = 3_720_128_000L; // 5.92 times 628.4, in millionths
        assertEquals(below, limit.admitsQuotient(exact - 1, area));
        assertEquals(at, limit.admitsQuotient(exact, area));
        assertEquals(above, limit.admitsQuotient(exact + 1, area));
    }

    @Test
    void aNewerFileTakesThePlaceOfItsGroupAndChangesTheDigest(@TempDir Path folder) throws IOException, BadInput {
        Path file = folder.resolve("newer.json");
        Files.writeString(file, file(rule("A", null, null, "2030-05-06")));
        RuleBook newer = RuleBook.load(file);
        assertEquals(LocalDate.of(2030, 5, 6), newer.verifiedThrough());
        assertTrue(newer.unreviewedAmendments().isEmpty());
        assertEquals(
                RuleBook.bundled().rules("3A090.limb").toString(),
                newer.rules("3A090.limb").toString());
        assertNotEquals(RuleBook.bundled().digest(), newer.digest());
        Files.writeString(folder.resolve("README.md"), "What stands here is no rule file.");
        assertEquals(newer.digest(), RuleBook.load(folder).digest());
    }

    @Test
    void theBundledFilesLoadedFromAFolderAreTheBundledBook(@TempDir Path folder) throws IOException, BadInput {
        for (RuleGroup group : RuleBook.GROUPS) {
            for (String name : group.files()) {
                Files.writeString(folder.resolve(name), bundledText(name));
            }
        }
        assertEquals(RuleBook.bundled().digest(), RuleBook.load(folder).digest());
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirPlace(@TempDir Path folder) throws IOException {
        byte[] bytes = file(rule("Ä", null, null, "2024-01-01")).getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("latin.json"), bytes);
        BadInput refused = assertThrows(BadInput.class, () -> RuleBook.load(file));
        assertEquals(4, refused.line());
        assertEquals("{\"id\": \"Ä".length(), refused.column());
        assertTrue(refused.reason().contains("UTF-8"), refused::getMessage);
    }

    @Test
    void aFileOfTheLargestSizeIsRead(@TempDir Path folder) throws IOException, BadInput {
        String sound = file(rule("A", null, null, "2024-01-01"));
        String padded = sound + "\n".repeat(StrictJson.MAX_BYTES - sound.length());
        Path file = Files.writeString(folder.resolve("padded.json"), padded);
        assertEquals(LocalDate.of(2024, 1, 1), RuleBook.load(file).verifiedThrough());
        Files.writeString(file, padded + "\n");
        BadInput refused = assertThrows(BadInput.class, () -> RuleBook.load(file));
        assertTrue(refused.reason().contains("larger than 16000000 bytes"), refused::getMessage);
        refused = assertThrows(BadInput.class, () -> RuleBook.of(Map.of("padded", padded + "\n")));
        assertTrue(refused.reason().contains("larger than 16000000 bytes"), refused::getMessage);
    }

    /** A rule for people: its id, family and key, days, status, trust, values by name, and citation. */
    @Test
    void aRuleSaysWhatItIs() {
        Rule limb = RuleBook.bundled().rule("3A090.limb", "3A090.a.2", LocalDate.of(2026, 9, 1));
        assertNotNull(limb);
        assertEquals(
                "F1.2 3A090.limb[3A090.a.2] 2023-11-17.. IN_FORCE 2"
                        + " {paragraph: 3A090.a.2, tier: a, tpp: [>= 1600], tppPerMm2: [>= 5.92]} (" + limb.citation()
                        + ")",
                limb.toString());
        Rule horizon = RuleBook.bundled().rule("verified-through", LocalDate.of(2026, 9, 1));
        assertNotNull(horizon);
        assertTrue(horizon.toString().contains(" verified-through "), horizon::toString);
        Rule count = RuleBook.bundled().rule("transistor-count", LocalDate.of(2028, 1, 1));
        assertNotNull(count);
        assertEquals("{billions: < 30, billionsWithoutHbm: < 30, review: < 35}", count.values() + "");
    }

    /** A named person may promote what one source says. */
    @Test
    void aPromotedRuleSaysByWhom() throws BadInput {
        String one = rule("A", null, null, "2024-01-01").replace("\"trust\": \"2\"", "\"trust\": \"1\"");
        Rule doubtful = horizon(one).rules("verified-through").get(0);
        assertNull(doubtful.promoted());
        assertFalse(doubtful.maySupportRelief());
        Rule promoted = horizon(one.replace("\"to\"", "\"promoted\": \"A. Person, 2024-01-02\", \"to\""))
                .rules("verified-through")
                .get(0);
        assertEquals("A. Person, 2024-01-02", promoted.promoted());
        assertTrue(promoted.maySupportRelief());
    }

    @Test
    void anEmptyFolderIsNoRuleBook(@TempDir Path folder) {
        assertThrows(BadInput.class, () -> RuleBook.load(folder));
        assertThrows(IOException.class, () -> RuleBook.load(folder.resolve("nothing.json")));
    }

    @Test
    void everyGroupAndFamilyHasANameOfItsOwn() {
        List<String> families = RuleBook.GROUPS.stream()
                .flatMap(group -> group.families().keySet().stream())
                .toList();
        assertEquals(families.stream().distinct().toList(), families);
        assertEquals(families, RuleBook.bundled().families());
    }

    static String bundledText(String name) {
        try (var in = RuleBook.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String idOn(RuleBook book, String day) {
        return book.rule("verified-through", LocalDate.parse(day)).id();
    }

    private static RuleBook horizon(String... rules) throws BadInput {
        return RuleBook.of(Map.of("test.json", file(rules)));
    }

    private static String file(String... rules) {
        return HEAD + String.join(",\n", rules) + "\n  ]\n}\n";
    }

    private static String rule(String id, String from, String to, String day) {
        return "{\"id\": \"" + id + "\", \"family\": \"verified-through\", " + COMMON + "\"from\": " + quoted(from)
                + ", \"to\": " + quoted(to) + ", \"day\": \"" + day + "\"}";
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
