package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.list.MadeParty;
import io.highfence.list.PartyList;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Design decision 8: hostile input is normal input. It ends in bounded time, throws nothing, and says what was not read. */
class HostileNamesTest {
    private static final int MANY = 1_000_000;
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final PartyIndex SAMPLE = PartyIndex.of(PartyList.sample());

    static Stream<Arguments> hostileNames() {
        return Stream.of(
                Arguments.of("one letter a million times", "x".repeat(MANY), true, true),
                Arguments.of("a name and a million blanks", "Huawei" + " ".repeat(MANY), true, true),
                Arguments.of("a million words", "ab ".repeat(MANY / 3), true, true),
                Arguments.of("ten thousand words of one letter", "a ".repeat(10_000), true, true),
                Arguments.of("a million marks", "\u0301".repeat(MANY), false, true),
                Arguments.of("five hundred marks", "\u0301".repeat(500), false, false),
                Arguments.of("a letter and a million marks", "e" + "\u0301".repeat(MANY), true, true),
                Arguments.of("faces", "😀".repeat(100), false, false),
                Arguments.of("half a million faces", "😀".repeat(MANY / 2), false, true),
                Arguments.of("first halves of pairs", "\uD800".repeat(300), false, false),
                Arguments.of("second halves of pairs", "\uDC00".repeat(300), false, false),
                Arguments.of("halves around a name", "\uDC00Huawei\uD800", true, false),
                Arguments.of("direction marks", "\u202E\u200F\u2067".repeat(100), false, false),
                Arguments.of("zeros", "\u0000".repeat(600), false, false),
                Arguments.of("one zero more than the bound", "\u0000".repeat(601), false, true),
                Arguments.of("a million brackets", "(".repeat(MANY), false, true),
                Arguments.of("a million bracketed names", "(ab)".repeat(MANY / 4), true, true),
                Arguments.of("bracketed short forms", "Orchard (ABCD)" + " (ABCD)".repeat(60), true, false),
                Arguments.of("nested brackets", "Orchard " + "((ABCD".repeat(60) + ")".repeat(120), true, false),
                Arguments.of("letters of eighteen letters", "\uFDFA".repeat(MANY), true, true),
                Arguments.of("dots", "a.".repeat(300), true, false),
                Arguments.of("digits", "9".repeat(600), true, false),
                Arguments.of("legal forms", "Ltd ".repeat(64), true, false),
                Arguments.of("nothing", "", false, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileNames")
    void aHostileNameIsBoundedAndFlagged(String kind, String name, boolean usable, boolean cut) {
        assertTimeoutPreemptively(BOUND, () -> {
            Matches matches = new Matches();
            PartyMatcher matcher = new PartyMatcher(SAMPLE, MatchSettings.defaults());
            matcher.match(name, matches);
            assertEquals(usable, matches.nameUsable(), "usable");
            assertEquals(cut, matches.nameCut(), "cut");
            assertTrue(usable || !matches.alert());
            matcher.match(new PartyQuery().name("Huawei").address(name), matches);
            assertTrue(matches.alert());
            assertEquals(matcher.compare(name, name), usable ? 10_000 : 0);
            matcher.alerts(name, "Huawei");
            matcher.alerts("Huawei", name);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileNames")
    void aHostileListedNameHarmsNoQuery(String kind, String name, boolean usable, boolean cut) {
        if (name.isBlank()) {
            return;
        }
        assertTimeoutPreemptively(BOUND, () -> {
            PartyIndex index =
                    PartyIndex.of(MadeParty.list(MadeParty.of("1", name), MadeParty.of("2", "Rosoboronexport")));
            Matches matches = new Matches();
            new PartyMatcher(index, MatchSettings.defaults()).match("Rosoboronexport", matches);
            assertEquals(1, matches.size());
            assertEquals("2", matches.records(0).get(0).entry());
            new PartyMatcher(index, MatchSettings.defaults().withThreshold(0)).match(name, matches);
            assertTrue(matches.size() > 0);
            matches.script(0);
        });
    }

    @Test
    void theListedNameBehindTheNoiseIsFound() {
        Matches matches = new Matches();
        PartyMatcher matcher = new PartyMatcher(SAMPLE, MatchSettings.defaults());
        for (String name : new String[] {
            "\uDC00Huawei\uD800 Technologies",
            "\u0000Huawei\u0000Technologies\u0000",
            "😀Huawei😀Technologies😀",
            "\u202EHuawei Technologies\u202C",
            " ".repeat(580) + "Huawei Technologies" + " ".repeat(MANY)
        }) {
            matcher.match(name, matches);
            assertTrue(matches.alert(), name.strip());
        }
    }

    @Test
    void randomUnitsNeverThrow() {
        long seed = 20261125;
        Random random = new Random(seed);
        PartyMatcher matcher = new PartyMatcher(SAMPLE, MatchSettings.defaults());
        Matches matches = new Matches();
        for (int i = 0; i < 300; i++) {
            StringBuilder name = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                int kind = random.nextInt(4);
                name.append(
                        kind == 0
                                ? (char) random.nextInt(0x10000)
                                : kind == 1 ? (char) (0xD800 + random.nextInt(0x800)) : (char) random.nextInt(0x180));
            }
            try {
                matcher.match(name, matches);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + i, e);
            }
            assertFalse(matches.nameCut());
            for (int hit = 0; hit < matches.size(); hit++) {
                assertTrue(matches.score(hit) >= 0 && matches.score(hit) <= 10_000);
            }
        }
    }
}
