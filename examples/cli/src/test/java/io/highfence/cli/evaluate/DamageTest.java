package io.highfence.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of damage does what it is called, and nothing else. */
class DamageTest {
    private static final List<String> NAMES = List.of(
            "HUAWEI TECHNOLOGIES CO., LTD.",
            "Semiconductor Manufacturing International Corporation",
            "KASPERSKY, Yevgeniy Valentinovich",
            "AO Kaspersky Lab",
            "Rosoboronexport");

    private static void each(String label, ObjLongConsumer<String[]> check) {
        Damage damage = damage(label);
        int made = 0;
        for (String name : NAMES) {
            for (long seed = 1; seed <= 40; seed++) {
                String damaged = damage.of(name, new Random(seed));
                if (damaged != null) {
                    made++;
                    assertNotEquals(name, damaged, "seed " + seed);
                    assertEquals(damaged, damage.of(name, new Random(seed)), "the same for the same seed");
                    check.accept(new String[] {name, damaged}, seed);
                }
            }
        }
        assertTrue(made > 0, label + " damages something");
    }

    private static Damage damage(String label) {
        return Damage.all().stream()
                .filter(damage -> damage.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static String make(String label, String name) {
        return damage(label).of(name, new Random(1));
    }

    private static int edits(String a, String b) {
        return LevenshteinDistance.getDefaultInstance().apply(a, b);
    }

    /** Two for two neighbours turned round, which Levenshtein counts as two. */
    private static void isOneEdit(String name, String damaged, String message) {
        int edits = edits(name, damaged);
        char[] a = name.toCharArray();
        char[] b = damaged.toCharArray();
        Arrays.sort(a);
        Arrays.sort(b);
        assertTrue(edits == 1 || edits == 2 && Arrays.equals(a, b), message);
    }

    private static String letters(String name) {
        return name.replaceAll("[\\s,]", "");
    }

    private static List<String> sortedWords(String name) {
        return Arrays.stream(name.replace(",", "").split(" ")).sorted().toList();
    }

    @Test
    void labelsAreUnique() {
        Set<String> labels = new HashSet<>();
        Damage.all().forEach(damage -> assertTrue(labels.add(damage.label()), damage.label()));
    }

    @Test
    void oneEditIsOneEdit() {
        each(Spelling.ONE_EDIT, (names, seed) -> isOneEdit(names[0], names[1], seed + ": " + names[1]));
    }

    @Test
    void everyLongWordIsEditedOnceAndNoShortOne() {
        each(Spelling.EVERY_WORD, (names, seed) -> {
            String[] before = names[0].split(" ");
            String[] after = names[1].split(" ");
            assertEquals(before.length, after.length);
            for (int i = 0; i < before.length; i++) {
                if (before[i].chars().filter(Character::isLetter).count() >= 4) {
                    isOneEdit(before[i], after[i], seed + ": " + names[1]);
                } else {
                    assertEquals(before[i], after[i]);
                }
            }
        });
    }

    @Test
    void aVowelIsChangedForAnotherVowel() {
        each("a vowel", (names, seed) -> {
            assertEquals(names[0].length(), names[1].length());
            for (int i = 0; i < names[0].length(); i++) {
                if (names[0].charAt(i) != names[1].charAt(i)) {
                    assertTrue("aeiouyAEIOUY".indexOf(names[0].charAt(i)) >= 0, names[1]);
                    assertTrue("aeiouyAEIOUY".indexOf(names[1].charAt(i)) >= 0, names[1]);
                }
            }
            assertEquals(1, edits(names[0], names[1]));
        });
    }

    @Test
    void aDoubledLetterIsOneLetterMoreOrFewer() {
        each("a doubled letter", (names, seed) -> {
            String shorter = names[0].length() < names[1].length() ? names[0] : names[1];
            String longer = names[0].length() < names[1].length() ? names[1] : names[0];
            assertEquals(shorter.length() + 1, longer.length());
            assertEquals(longer.replaceAll("(\\p{L})\\1", "$1"), shorter.replaceAll("(\\p{L})\\1", "$1"));
        });
    }

    @Test
    void aFirstLetterIsTheFirstOfAWord() {
        each("a first letter", (names, seed) -> {
            String[] before = names[0].split(" ");
            String[] after = names[1].split(" ");
            int changed = 0;
            for (int i = 0; i < before.length; i++) {
                changed += before[i].equals(after[i]) ? 0 : 1;
                assertEquals(before[i].substring(1), after[i].substring(1));
            }
            assertEquals(1, changed);
        });
    }

    @Test
    void joiningAndSplittingMoveOneBlank() {
        each(Structure.JOINED, (names, seed) -> assertEquals(names[0].replaceFirst(" ", ""), names[1]));
        each("any two words joined", (names, seed) -> {
            assertEquals(letters(names[0]), letters(names[1]));
            assertEquals(names[0].length() - 1, names[1].length());
        });
        each("a word split", (names, seed) -> {
            assertEquals(letters(names[0]), letters(names[1]));
            assertEquals(names[0].length() + 1, names[1].length());
        });
    }

    @Test
    void namesWithoutRoomForADamageAreLeftOut() {
        assertNull(make(Structure.JOINED, "Rosoboronexport"));
        assertNull(make(Structure.JOINED, "KASPERSKY, Yevgeniy"));
        assertNull(make("a word split", "Gazprom"));
        assertNull(make(Structure.DROPPED, "Bank Melli"));
        assertNull(make(Structure.NATURAL_ORDER, "Bank Melli"));
        assertNull(make("acronym", "Bank of Communications Limited"));
        assertNull(make("legal form dropped", "Bank Melli"));
        assertNull(make("legal form added", "Huawei Technologies Co., Ltd."));
        assertNull(make("leetspeak", "Brrr 99"));
        assertNull(make(Spelling.ONE_EDIT, "ZTE"));
    }

    @Test
    void aDroppedWordIsOneWordLess() {
        each(Structure.DROPPED, (names, seed) -> {
            List<String> before = List.of(names[0].split(" "));
            List<String> after = List.of(names[1].split(" "));
            assertEquals(before.size() - 1, after.size());
            assertTrue(before.containsAll(after));
        });
    }

    @Test
    void otherOrdersKeepTheWords() {
        each("words in another order", (names, seed) -> assertEquals(sortedWords(names[0]), sortedWords(names[1])));
        each(Structure.NATURAL_ORDER, (names, seed) -> assertEquals("Yevgeniy Valentinovich KASPERSKY", names[1]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "initials for given names | KASPERSKY, Yevgeniy Valentinovich | Y. V. KASPERSKY",
                "acronym | Semiconductor Manufacturing and International Trading Group of China Limited | SMITGC",
                "acronym | OPEN JOINT STOCK COMPANY Baikal Radio Electronic Systems Works | BRESW",
                "legal form dropped | Baikal Electronics Open Joint Stock Company | Baikal Electronics",
                "legal form dropped | Huawei Technologies India Private Limited | Huawei Technologies India",
                "legal form dropped | Rosoboronexport FZ-LLC | Rosoboronexport",
                "abbreviation | Hangzhou Electronics Technology Group | Hangzhou ELEC TECH GRP",
                "legal form dropped | HUAWEI TECHNOLOGIES CO., LTD. | HUAWEI TECHNOLOGIES",
                "legal form dropped | AO Kaspersky Lab | Kaspersky Lab",
                "legal form dropped | Beijing Megvii Limited Liability Company | Beijing Megvii",
                "legal form translated | LIMITED LIABILITY COMPANY YANDEX | OOO YANDEX",
                "legal form translated | Baikal Electronics JSC | Baikal Electronics AO",
                "spaced out | ZTE Kangxun | Z T E K a n g x u n",
                "spaced out, wider between words | ZTE Kangxun | Z T E   K a n g x u n",
                "glued | Kaspersky, Yevgeniy Lab | KasperskyYevgeniyLab",
                "leetspeak | Kaspersky Lab ZTE Teboil | K45p3r5ky Lab ZTE 73b01l"
            })
    void damageByHand(String label, String name, String expected) {
        assertEquals(expected, make(label, name));
    }

    @Test
    void aChangedOrAddedLegalFormStandsBehindTheBareName() {
        each("legal form changed", (names, seed) -> {
            String bare = LegalFormChange.dropped(names[0]);
            assertTrue(names[1].startsWith(bare + " "), names[1]);
            assertNotEquals(NameKey.of(names[0]), NameKey.of(names[1]));
        });
        each("legal form added", (names, seed) -> assertTrue(names[1].startsWith(names[0] + " "), names[1]));
    }

    @Test
    void foldedDisguisesAreTheNameAgain() {
        for (String label : List.of("full-width", "mathematical letters")) {
            each(label, (names, seed) -> {
                assertEquals(names[0], Normalizer.normalize(names[1], Normalizer.Form.NFKC));
                assertFalse(names[1].matches(".*[A-Za-z].*"), names[1]);
            });
        }
        for (String label : List.of("zero-width marks", "direction marks")) {
            each(label, (names, seed) -> {
                assertEquals(names[0], names[1].replaceAll("\\p{Cf}", ""));
                for (String word : names[1].split(" ")) {
                    assertTrue(word.matches(".*\\p{Cf}.*"), "a sign in every word");
                }
            });
        }
        each("added marks", (names, seed) -> assertEquals(names[0], names[1].replaceAll("\\p{Mn}", "")));
    }

    @Test
    void lookAlikesMixTwoScripts() {
        for (String label : List.of("look-alike letters", "mixed scripts")) {
            each(label, (names, seed) -> {
                assertEquals(names[0].length(), names[1].length());
                Set<UnicodeScript> scripts = new HashSet<>();
                names[1].codePoints().filter(Character::isLetter).forEach(c -> scripts.add(UnicodeScript.of(c)));
                assertEquals(Set.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC), scripts, label);
            });
        }
        String disguised = make("look-alike letters", "Kaspersky");
        int changed = 0;
        for (int i = 0; i < disguised.length(); i++) {
            changed += disguised.charAt(i) == "Kaspersky".charAt(i) ? 0 : 1;
        }
        assertEquals(1, changed, "one letter a word");
    }

    @Test
    void everyShapeIsALetterThatUnicodeNamesAlike() {
        String latin = "aceopxyijsABCEHIKMOPTXY";
        for (char letter : latin.toCharArray()) {
            String word = String.valueOf(letter).repeat(2);
            String shaped = make("look-alike letters", word);
            int other = shaped.codePoints().filter(c -> c != letter).findFirst().orElseThrow();
            assertEquals(UnicodeScript.CYRILLIC, UnicodeScript.of(other), word);
            assertEquals(Character.isUpperCase(letter), Character.isUpperCase(other), Character.getName(other));
        }
        assertEquals("\u0421\u041E\u041C", make("mixed scripts", "COM").toUpperCase(Locale.ROOT));
    }
}
