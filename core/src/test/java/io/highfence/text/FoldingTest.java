package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "SOCIÉTÉ GÉNÉRALE, societe generale",
        "Łódź, lodz",
        "Straße, strasse",
        "STRASSE, strasse",
        "Þórður, thordur",
        "Øresund, oresund",
        "Ærø, aero",
        "Đặng Hữu, dang huu",
        "İstanbul, istanbul",
        "Iğdır, igdir",
        "Məmmədov, mammadov",
        "ﬁnance, finance",
        "№ 5, no 5",
        "ĳssel, ijssel",
        "Kelvin, kelvin",
        "ſilicon, silicon"
    })
    void latinLettersBecomePlainOnes(String written, String folded) {
        assertEquals(folded, Folding.fold(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "O’Brien", "O‘Brien", "OʼBrien", "OʻBrien", "O`Brien", "O´Brien", "O＇Brien"})
    void anApostropheJoinsWhateverSignIsTypedForIt(String written) {
        assertEquals("obrien", Folding.fold(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Full width; bold, script, double-struck, sans-serif and monospace letters; letters in circles.
                "Ｈｕａｗｅｉ",
                "𝐇𝐮𝐚𝐰𝐞𝐢",
                "𝓗𝓾𝓪𝔀𝓮𝓲",
                "ℍ𝕦𝕒𝕨𝕖𝕚",
                "𝖧𝗎𝖺𝗐𝖾𝗂",
                "𝙷𝚞𝚊𝚠𝚎𝚒",
                "Ⓗⓤⓐⓦⓔⓘ",
                // Zero-width space, non-joiner, joiner, word joiner, byte-order mark, soft hyphen.
                "Hu\u200Baw\u200Cei",
                "Hu\u200Dawei",
                "Hua\u2060wei",
                "\uFEFFHuawei",
                "Hua\u00ADwei",
                // Direction marks, overrides and isolates.
                "\u202EHuawei\u202C",
                "Hua\u200Fwei\u200E",
                "\u2066Huawei\u2069",
                // Added marks: stroke through, dots, tilde; a variation selector; an enclosing circle.
                "H\u0336u\u0336a\u0336w\u0336e\u0336i\u0336",
                "Ḧüäẅëï",
                "Hu\u0303awe\u0301i",
                "Hua\uFE0Fwei",
                "Hua\u20DDwei",
                // Halves of surrogate pairs.
                "Hu\uD800awei",
                "Huawei\uDC00",
                // Cyrillic and Greek letters inside a Latin word; Cyrillic we, Armenian ho.
                "Нuаwеi",
                "Ηuawei",
                "Huaԝei",
                "Huawеі",
                "հuawei"
            })
    void disguisesFoldToTheNameUnderThem(String written) {
        assertEquals("huawei", Folding.fold(written));
    }

    /** Each word is judged for itself: Latin letters next door do not make a Cyrillic word a disguise. */
    @Test
    void aWordWhollyInAnotherAlphabetIsReadInIt() {
        assertEquals("rostekh", Folding.fold("Ростех"));
        assertEquals("bank rossiya", Folding.fold("Bank Россия"));
        assertEquals("rossiya", Folding.fold("РОССИЯ"));
        // The same first letter inside a Latin word is a P.
        assertEquals("putin", Folding.fold("Рutin"));
    }

    /** Belarusian names are often typed with a Latin i, and ë for ё; the lists hold such words. */
    @ParameterizedTest
    @CsvSource({
        "Вадз\u0069м, vadzim",
        "П\u00EBтр, petr",
        "Мельн\u0069к, melnik",
        "С\u006Fвк\u006Fмбанк, sovkombank",
        "\u0049гар, igar",
        // A letter that no Cyrillic one looks like: a disguised Latin word.
        "п\u006Fr\u0069nco, norinco"
    })
    void aCyrillicWordWithLettersOfALatinKeyboardIsReadAsCyrillic(String written, String read) {
        assertEquals(read, Folding.fold(written));
    }

    /** A Greek capital is read by its own shape, not by that of its small letter. */
    @ParameterizedTest
    @CsvSource({"Ηuawei, huawei", "SΜIC, smic", "ΝORINCO, norinco", "ΥMTC, ymtc", "ΝΟΡΙΝΚΟ, norinko", "μΜ, mm"})
    void capitalsHaveShapesOfTheirOwn(String written, String folded) {
        assertEquals(folded, Folding.fold(written));
    }

    @Test
    void controlCharactersPartWordsAndOtherSignsStay() {
        assertEquals("huawei tech nologies ltd", Folding.fold("Huawei\u0000Tech\u0007nologies\tLtd"));
        assertEquals("a&b, c-d.", Folding.fold("A&B, C-D."));
        assertEquals("", Folding.fold("\u200B\u202E\u0301\uD800"));
        assertEquals("", Folding.fold(""));
    }

    @Test
    void noMarkHiddenSignOrCapitalIsLeftOfAnyText() {
        long seed = 2026;
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length >= 0; length--) {
                text.append((char) random.nextInt(i % 2 == 0 ? 0x10000 : 0x0600));
            }
            String folded = Folding.fold(text);
            folded.codePoints().forEach(c -> {
                int type = Character.getType(c);
                boolean hidden = type == Character.NON_SPACING_MARK
                        || type == Character.ENCLOSING_MARK
                        || type == Character.COMBINING_SPACING_MARK
                        || type == Character.FORMAT
                        || type == Character.CONTROL
                        || type == Character.SURROGATE;
                assertFalse(hidden || (c >= 'A' && c <= 'Z'), () -> "seed " + seed + ": U+" + Integer.toHexString(c));
            });
        }
    }
}
