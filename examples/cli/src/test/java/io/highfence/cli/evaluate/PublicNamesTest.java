package io.highfence.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The typed-in names are what their columns say. */
class PublicNamesTest {
    private static final Map<String, Integer> LEAST = Map.of(
            "Han",
            300,
            "Cyrillic",
            100,
            "Arabic",
            100,
            "Hebrew",
            40,
            "Japanese",
            60,
            "Korean",
            60,
            "Greek",
            30,
            "Armenian",
            20,
            "Georgian",
            20);

    private static List<Party> parties;

    @BeforeAll
    static void read() throws IOException {
        parties = PublicNames.read();
    }

    private static String language(Party party) {
        return party.group().substring(0, party.group().indexOf(','));
    }

    @Test
    void thereAreEnoughOfEachScript() {
        Map<String, Integer> counts = new HashMap<>();
        parties.forEach(party -> counts.merge(language(party), 1, Integer::sum));
        LEAST.forEach((script, least) ->
                assertTrue(counts.getOrDefault(script, 0) >= least, script + ": " + counts.get(script)));
    }

    @Test
    void everyNativeNameIsInItsScriptAndEveryOtherInLatin() {
        for (Party party : parties) {
            String script = Script.of(party.nativeNames().get(0));
            switch (language(party)) {
                case "Japanese" -> assertTrue(Set.of("kana", "Han").contains(script), party.toString());
                case "Korean" -> assertEquals("Hangul", script, party.toString());
                default -> assertEquals(language(party), script, party.toString());
            }
            party.latin().forEach(name -> assertEquals(Script.LATIN, Script.of(name), party.toString()));
        }
    }

    @Test
    void tagsAreKnownAndNoNameComesTwice() {
        Set<String> seen = new HashSet<>();
        Set<String> tags = Set.of("transliterated", "mixed", "translated", "brand", "foreign");
        for (Party party : parties) {
            String tag = party.group().substring(party.group().indexOf(", ") + 2);
            assertTrue(tags.contains(tag), party.toString());
            assertTrue(seen.add(language(party) + party.nativeNames()), party.toString());
        }
    }
}
