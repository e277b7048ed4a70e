package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameFormTest {
    private static String canonical(CharSequence name) {
        return NameForm.of(name).toString();
    }

    private static List<String> words(String name) {
        return NameForm.of(name).tokens().stream().map(Token::text).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"YMTC", "Y.M.T.C.", "Y. M. T. C.", "Y M T C", "y. m. t. c", "Y.M.T.C"})
    void initialsAreOneWord(String written) {
        assertEquals("ymtc", canonical(written));
    }

    /** Two letters are initials only with a dot between them; three in a row were spaced out. */
    @Test
    void spacedOutWordsAreJoinedFromThreeLettersOn() {
        assertEquals(List.of("a", "b", "trading"), words("A B Trading"));
        assertEquals(List.of("abc", "trading"), words("A B C Trading"));
        assertEquals(List.of("aq", "khan"), words("A.Q. Khan"));
        assertEquals(List.of("huawei"), words("H u a w e i"));
        assertEquals(List.of("huawei"), words("H-U-A-W-E-I"));
    }

    @Test
    void wordsAreCutAtSignsAndHyphens() {
        assertEquals(List.of("da", "jiang", "innovations"), words("Da-Jiang Innovations"));
        assertEquals(List.of("china", "precision", "machinery"), words("  China/Precision_Machinery!!"));
        assertEquals(List.of("obrien", "sons"), words("O'Brien & Sons"));
    }

    @ParameterizedTest
    @CsvSource({
        "13, 13",
        "13th, 13",
        "013, 13",
        "1st, 1",
        "2nd, 2",
        "3rd, 3",
        "first, 1",
        "Tenth, 10",
        "0, 0",
        "000, 0",
        "１３, 13",
        "100000000000000000000000, 100000000000000000000000"
    })
    void numbersAndOrdinalsAreTheirDigits(String written, String number) {
        Token token = NameForm.of("Institute " + written).tokens().get(1);
        assertEquals(Token.Kind.NUMBER, token.kind());
        assertEquals(number, token.text());
    }

    @Test
    void romanNumbersOfMoreThanOneLetterAreNumbersUpToTwenty() {
        String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        for (int number = 1; number <= 20; number++) {
            String roman = number == 20 ? "XX" : (number >= 10 ? "X" : "") + ones[number % 10];
            Token token = NameForm.of("Institute " + roman).tokens().get(1);
            assertEquals(roman.length() > 1 ? Token.Kind.NUMBER : Token.Kind.WORD, token.kind(), roman);
            if (roman.length() > 1) {
                assertEquals(canonical("Institute " + number), canonical("Institute " + roman));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5G", "13a", "S7", "1sts", "th", "mix"})
    void wordsWithDigitsAreWords(String written) {
        assertEquals(
                Token.Kind.WORD,
                NameForm.of("Institute " + written).tokens().get(1).kind());
    }

    @Test
    void gluedIsTheNameWithoutLegalFormsAndBlanks() {
        assertEquals(
                "huaweitechnologies",
                NameForm.of("Huawei Technologies Co., Ltd.").glued().toString());
        NameForm form = NameForm.of("Yangtze Memory Technologies Co., Ltd.");
        assertEquals(List.of("yangtzememory", "memorytechnologies", "", ""), AsStrings.joins(form, 2));
        assertEquals(List.of("yangtzememorytechnologies", "", "", ""), AsStrings.joins(form, 3));
    }

    @Test
    void nothingToReadGivesNoTokens() {
        for (String nothing : List.of("", " ", "...", "()", "\u0301\u0301", "😀😀", "\uD800", "\u0000", "\u200F")) {
            NameForm form = NameForm.of(nothing);
            assertTrue(form.tokens().isEmpty(), nothing);
            assertEquals("", form.toString());
            assertFalse(form.cut());
            assertEquals(1, NameForm.readings(nothing).size());
        }
    }

    /** Written with the bound itself, on both sides of it. */
    @Test
    void aNameIsCutBehindItsLastAllowedCharacter() {
        assertEquals(600, NameForm.MAX_CHARS);
        String longest = "x".repeat(599) + "y";
        assertFalse(NameForm.of(longest).cut());
        assertEquals(longest, canonical(longest));
        NameForm cut = NameForm.of(longest + "z");
        assertTrue(cut.cut());
        assertEquals(longest, cut.toString());
        assertTrue(NameForm.of(longest + " ").cut());
    }

    @Test
    void aCutThroughASurrogatePairLeavesNoHalf() {
        String name = "x".repeat(599) + "𝐇";
        assertTrue(NameForm.of(name).cut());
        assertEquals("x".repeat(599), canonical(name));
    }

    @Test
    void aNameIsCutBehindItsLastAllowedWord() {
        assertEquals(64, NameForm.MAX_TOKENS);
        String longest = String.join(" ", Collections.nCopies(63, "zx")) + " cd";
        assertFalse(NameForm.of(longest).cut());
        assertEquals(64, NameForm.of(longest).tokens().size());
        NameForm cut = NameForm.of(longest + " ef");
        assertTrue(cut.cut());
        assertEquals(longest, cut.toString());
    }

    /** One letter of decomposition may become eighteen; the bound on the text bounds that too. */
    @Test
    void lettersThatDecomposeIntoManyStayBounded() {
        NameForm form = NameForm.of("\uFDFA".repeat(10_000));
        assertTrue(form.cut());
        assertTrue(form.tokens().size() <= NameForm.MAX_TOKENS);
        assertTrue(form.canonical().length() <= 18 * NameForm.MAX_CHARS);
    }

    @Test
    void aBracketedShortFormIsAReadingOfItsOwn() {
        List<String> readings = readings("Semiconductor Manufacturing International Corporation (SMIC)");
        assertEquals(canonical("Semiconductor Manufacturing International Corporation SMIC"), readings.get(0));
        assertTrue(readings.contains(canonical("Semiconductor Manufacturing International Corporation")));
        assertTrue(readings.contains("smic"));
    }

    @Test
    void aPlaceInBracketsIsNoName() {
        assertFalse(readings("Huawei Technologies (China) Co., Ltd.").contains("china"));
        assertTrue(
                readings("Huawei Technologies (China) Co., Ltd.").contains(canonical("Huawei Technologies Co., Ltd.")));
        assertEquals(1, readings("Huawei Technologies Co., Ltd.").size());
        assertEquals(1, readings("Huawei Technologies (").size());
    }

    private static List<String> readings(String name) {
        return NameForm.readings(name).stream().map(NameForm::toString).toList();
    }

    @Test
    void legalFormsAreKnownByTheirClass() {
        assertEquals(canonical("Huawei Technologies Ltd"), canonical("HUAWEI TECHNOLOGIES CO., LTD."));
        assertEquals(canonical("Huawei Technologies Limited"), canonical("Huawei Technologies Company Limited"));
        assertNotEquals(canonical("Rosneft OAO"), canonical("Rosneft Ltd"));
        assertEquals(canonical("OAO Rosneft"), canonical("Open Joint-Stock Company Rosneft"));
        assertEquals(canonical("PAO Gazprom"), canonical("Public Joint Stock Company Gazprom"));
        assertEquals(canonical("Petroleos de Venezuela, S.A."), canonical("Petróleos de Venezuela SA"));
        assertEquals(canonical("Siemens d.o.o."), canonical("Siemens doo"));
        assertEquals(canonical("Siemens GmbH"), canonical("Siemens Ges.m.b.H."));
        assertEquals(canonical("Siemens s.r.o."), canonical("Siemens spol. s r.o."));
    }

    @Test
    void aMisspeltLegalFormIsStillOne() {
        assertEquals(canonical("Rosneft Company"), canonical("Rosneft Compnay"));
        assertEquals(canonical("Rosneft Ltd"), canonical("Rosneft LDT"));
        assertEquals(canonical("Rosneft Limited"), canonical("Rosneft Limitd"));
        assertEquals(canonical("Rosneft Corporation"), canonical("Rosneft Corporaton"));
    }

    @Test
    void aNameOfNothingButALegalFormIsAName() {
        for (String name : List.of("Limited", "Corporation", "AO", "Co. Ltd.", "Limited Company")) {
            NameForm form = NameForm.of(name);
            assertTrue(form.tokens().stream().anyMatch(t -> t.kind() == Token.Kind.WORD), name);
        }
    }
}
