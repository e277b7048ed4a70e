package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The red flags against {@code cases/red-flags.csv}: one row for each flag and span of days, as a lawyer can read it. */
class RedFlagTest {
    private static final RuleBook BOOK = RuleBook.bundled();

    static List<NamedCsvRecord> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(RedFlagTest.class.getResourceAsStream("cases/red-flags.csv"))) {
            return CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8)).stream()
                    .toList();
        }
    }

    @Test
    void theTableHoldsEveryFlagThatShips() throws IOException {
        Set<String> table = new TreeSet<>();
        for (NamedCsvRecord row : rows()) {
            assertTrue(table.add(row.getField("flag") + " " + row.getField("first")), row::toString);
        }
        Set<String> shipped = new TreeSet<>();
        for (Rule rule : BOOK.rules("red-flag")) {
            shipped.add(rule.key() + " " + rule.inForce().from());
        }
        assertEquals(table, shipped);
    }

    @Test
    void theNumbersOfTheSupplementAreCompleteOnTheDayThroughWhichItWasRead() {
        List<Integer> numbers = RedFlag.written(BOOK, LocalDate.of(2026, 9, 24)).stream()
                .map(RedFlag::number)
                .filter(Objects::nonNull)
                .toList();
        assertEquals(IntStream.rangeClosed(1, 29).boxed().toList(), numbers);
    }

    @Test
    void theFlagOnUnknownSharesRestsDuringTheStayAndComesBack() {
        for (String day : List.of("2025-09-28", "2025-11-10", "2026-11-09")) {
            assertFalse(inForce("red-flag-29", day), day);
        }
        for (String day : List.of("2025-09-29", "2025-11-09", "2026-11-10")) {
            assertTrue(inForce("red-flag-29", day), day);
        }
        RedFlag back = RedFlag.inForce(BOOK, LocalDate.of(2026, 11, 10)).stream()
                .filter(flag -> flag.flag().equals("red-flag-29"))
                .findFirst()
                .orElseThrow();
        assertTrue(back.rule().note().contains("verify"), back.rule()::note);
    }

    private static boolean inForce(String flag, String day) {
        return RedFlag.inForce(BOOK, LocalDate.parse(day)).stream()
                .anyMatch(found -> found.flag().equals(flag));
    }

    /** FLAG-20: the 50 billion of the flag and the 30 billion of Note 1 are two numbers for two kinds of people. */
    @Test
    void theFlagOnLargeCircuitsHasItsOwnFiftyBillion() {
        Rule rule = BOOK.rule("red-flag", "red-flag-19", LocalDate.of(2026, 9, 24));
        Rule.Limit limit = rule.values().limit("transistorsBn");
        assertFalse(limit.admits(49_999_999));
        assertTrue(limit.admits(50_000_000));
        assertTrue(limit.admits(50_000_001));
        assertTrue(rule.values().flag("hbm"));
        Set<String> withNumber = new HashSet<>();
        BOOK.rules("red-flag").stream()
                .filter(other -> other.values().has("transistorsBn"))
                .forEach(other -> withNumber.add(other.key()));
        assertEquals(Set.of("red-flag-19"), withNumber);
    }

    @Test
    void nothingIsFlaggedBeforeTheseRulesBegin() {
        assertEquals(List.of(), RedFlag.written(BOOK, LocalDate.of(2022, 10, 6)));
        assertEquals(14, RedFlag.written(BOOK, LocalDate.of(2022, 10, 7)).size());
    }

    /** Each row: what to find in a sound flag, what to put there, and what the message must say. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"level\": \"RED_FLAG\" | \"level\": \"BLOCK\" | must be one of",
                "\"level\": \"RED_FLAG\", | | 'level' is missing",
                "\"number\": 3 | \"number\": 4 | is called red-flag-number",
                "\"number\": 3, | | is called red-flag-number",
                "\"number\": 3 | \"number\": 3.5 | must be a whole number",
                "\"flag\": \"red-flag-3\" | \"flag\": \"odd\" | is called red-flag-number",
                "[\"route\"] | [] | names no fact",
                "\"check\": \"c\", | | 'check' is missing",
                "\"to\": null | \"to\": \"2030-01-01\" | nothing is said after 2030-01-01",
            })
    void aFlagThatIsNotSoundIsRefusedWithItsPlace(String find, String put, String message) throws BadInput {
        String sound = """
                {"family-group": "red-flags", "rules": [
                  {"id": "F", "family": "red-flag", "cite": "x", "note": "y", "status": "IN_FORCE", "trust": "2",
                   "from": "2024-01-01", "to": null, "flag": "red-flag-3", "number": 3, "level": "RED_FLAG",
                   "check": "c", "data": ["route"]}]}
                """;
        RuleBook.of(Map.of("test.json", sound));
        String broken = sound.replace(find, put == null ? "" : put);
        assertNotEquals(sound, broken, "the case changes nothing");
        BadInput refused = assertThrows(BadInput.class, () -> RuleBook.of(Map.of("test.json", broken)));
        assertTrue(refused.getMessage().contains(message), refused::getMessage);
        assertTrue(refused.line() > 1 && refused.column() > 0, refused::getMessage);
    }
}
