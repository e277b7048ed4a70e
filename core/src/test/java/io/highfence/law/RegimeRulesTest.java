package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegimeRulesTest {
    private static final String SOUND = """
            {"family-group": "regimes", "rules": [
              {"id": "A", "family": "regime", "cite": "x", "note": "y", "status": "IN_FORCE", "trust": "2",
               "from": null, "to": null, "regime": "three", "name": "Three", "notLoaded": [],
               "assemblies": "circuits", "tiers": [
                 {"paragraph": "high", "tpp": [">= 4800"]},
                 {"paragraph": "low", "tpp": ["> 2400", "< 4800"], "tppPerMm2": [">= 1.6"]}]}
            ]}
            """;

    @Test
    void aSoundProfileIsRead() throws BadInput {
        Rule rule = book(SOUND).rule("regime", "three", LocalDate.of(2026, 1, 1));
        List<Rule.Values> tiers = rule.values().groups("tiers");
        assertEquals(2, tiers.size());
        assertEquals("[> 2400, < 4800]", tiers.get(1).limits("tpp").toString());
        assertNull(book(SOUND).rule("regime", "EU", LocalDate.of(2026, 1, 1)));
    }

    /** Each row: what to find in the sound profile, what to put there, and what the message must say. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"assemblies\": \"circuits\", | \"assemblies\": \"circuits\", \"sameAs\": \"US-entries\", | not both",
                "\"assemblies\": \"circuits\", | | go together",
                "\"assemblies\": \"circuits\" | \"assemblies\": \"summed\" | must be one of",
                "\"notLoaded\": [], | | 'notLoaded' is missing",
                "{\"paragraph\": \"high\", \"tpp\": [\">= 4800\"]} | {\"paragraph\": \"high\"} | tier high has no limit",
                "\"tpp\": [\">= 4800\"] | \"tops\": [\">= 4800\"] | 'tops' is not known here",
                "\"tpp\": [\">= 4800\"] | \"tpp\": [\">= 4800\", \"< 4800\"] | no value can pass",
                "\"tppPerMm2\": [\">= 1.6\"] | \"tppPerMm2\": [\"> 1.6\", \"<= 1.6\"] | no value can pass",
                "\">= 4800\" | \"4800\" | 'tpp' must be a limit",
                "\"from\": null | \"from\": \"2026-04-25\" | nothing is said before 2026-04-25",
                "\"to\": null | \"to\": \"2026-04-25\" | nothing is said after 2026-04-25",
                "\"regime\": \"three\" | \"regime\": 3 | 'regime' must be a text",
            })
    void aProfileThatContradictsItselfIsRefusedWithItsPlace(String find, String put, String message) {
        String broken = SOUND.replace(find, put == null ? "" : put);
        assertNotEquals(SOUND, broken, "the case changes nothing");
        BadInput refused = assertThrows(BadInput.class, () -> book(broken));
        assertTrue(refused.getMessage().contains(message), refused::getMessage);
        assertTrue(refused.line() > 1 && refused.column() > 0, refused::getMessage);
    }

    @Test
    void limitsThatLeaveOneValueAreNotRefused() throws BadInput {
        book(SOUND.replace("[\">= 4800\"]", "[\">= 4800\", \"<= 4800\"]"));
        book(SOUND.replace("[\">= 4800\"]", "[\"> 4799.999999\", \"< 4800.000001\"]"));
    }

    @Test
    void aProfileWithoutLimitsMustSayWhatIsMissing() {
        String silent = SOUND.substring(0, SOUND.indexOf("\"assemblies\"")).strip();
        String closed = silent.substring(0, silent.length() - 1) + "}]}";
        BadInput refused = assertThrows(BadInput.class, () -> book(closed));
        assertTrue(refused.getMessage().contains("must say in 'notLoaded'"), refused::getMessage);
        assertThrows(
                BadInput.class, () -> book(SOUND.replaceAll("(?s)\"tiers\": \\[.*\\]\\}\\R\\]", "\"tiers\": []}]")));
    }

    @Test
    void aProposalIsNeverTheAnswerOfItsRegime() {
        for (LocalDate day : List.of(LocalDate.of(2026, 4, 24), LocalDate.of(2026, 4, 25), LocalDate.of(2030, 1, 1))) {
            Rule rule = RuleBook.bundled().rule("regime", "CA", day);
            assertEquals(RuleStatus.IN_FORCE, rule.status());
            assertTrue(!rule.values().has("tiers"), rule::toString);
        }
    }

    @Test
    void onlyTheUnitedStatesAndCanadasProposalShipWithLimits() {
        List<String> withLimits = RuleBook.bundled().rules("regime").stream()
                .filter(rule -> rule.values().has("tiers") || rule.values().has("sameAs"))
                .map(rule -> rule.key() + " " + rule.status())
                .toList();
        assertEquals(List.of("CA PROPOSED", "US IN_FORCE"), withLimits);
    }

    private static RuleBook book(String text) throws BadInput {
        return RuleBook.of(Map.of("test.json", text));
    }
}
