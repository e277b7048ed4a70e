package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Consonants of Arabic and Hebrew words are those of the Latin spellings in use; and spellings that sound alike are made one. */
class ConsonantsTest {
    @ParameterizedTest
    @CsvSource({
        "محمد, mohammed muhammad mohamed mohammad",
        "أحمد, ahmad ahmed",
        "حسين, hussein husayn hosein",
        "خالد, khaled khalid",
        "يوسف, yusuf yousef youssef",
        "شريف, sharif sherif shareef",
        "مصطفى, mustafa moustafa mostafa",
        "عثمان, othman uthman",
        "ناصر, nasser nasir",
        "وليد, walid waleed",
        "جمال, jamal jamaal",
        "فاطمة, fatima fatimah fatma",
        "مكة, mecca makkah",
        "دمشق, dimashq",
        "البصرة, basra basrah",
        "القدس, quds",
        "چمران, chamran",
        "پارسیان, parsian",
        "ژاله, zhaleh"
    })
    void anArabicWordHasTheConsonantsOfItsLatinSpellings(String arabic, String spellings) {
        for (String spelling : spellings.split(" ", -1)) {
            assertEquals(
                    AsStrings.consonants(Folding.fold(arabic), false), AsStrings.consonants(spelling, false), spelling);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "جلالالدين, jalaluddin",
        "شهابالدين, shahabuddin shihabaldin",
        "وثيق, wassiq",
        "فضل, fazl",
        "ذاکر, zakir",
        "ظاهر, zahir",
        "عصبة, asbat",
        "الصيد, elsseid",
        "الفقيه, alfaqih"
    })
    void aReadingOfAnArabicWordIsOneOfItsLatinSpellings(String arabic, String spellings) {
        for (String spelling : spellings.split(" ", -1)) {
            assertFalse(
                    Collections.disjoint(AsStrings.consonants(Folding.fold(arabic)), AsStrings.consonants(spelling)),
                    spelling);
        }
    }

    @ParameterizedTest
    @CsvSource({"خالد, khd", "جمالي, jami", "فضل, fadal"})
    void anArticleIsNotCutOutOfAShortWord(String arabic, String latin) {
        assertEquals(
                latin.equals("fadal"),
                !Collections.disjoint(AsStrings.consonants(Folding.fold(arabic)), AsStrings.consonants(latin)));
    }

    @ParameterizedTest
    @CsvSource({
        "כהן, cohen kohen",
        "משה, moshe",
        "יעקב, yaakov yakov",
        "יוסף, yosef yossef",
        "חולון, holon cholon",
        "שרון, sharon",
        "חיפה, haifa",
        "צבי, tzvi tsvi",
        "קליין, klein",
        "ברק, barak",
        "פלד, peled feled",
        "שמעון, shimon",
        "רבקה, rivka"
    })
    void aHebrewWordHasTheConsonantsOfItsLatinSpellings(String hebrew, String spellings) {
        for (String spelling : spellings.split(" ", -1)) {
            assertEquals(
                    AsStrings.consonants(Folding.fold(hebrew), true), AsStrings.consonants(spelling, true), spelling);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "محمد, mahmoud, true",
        "حسن, hassan, true",
        "خالد, walid, false",
        "كريم, rahim, false",
        "سعيد, saad, true"
    })
    void wordsOfOtherConsonantsDiffer(String arabic, String latin, boolean same) {
        assertEquals(
                same, AsStrings.consonants(Folding.fold(arabic), false).equals(AsStrings.consonants(latin, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "huawei", "москва", "行", "5"})
    void otherWordsAreNotInConsonants(String word) {
        assertFalse(Consonants.isOnly(word.charAt(0)));
        assertFalse(Consonants.isHebrew(word.charAt(0)));
    }

    @Test
    void theScriptIsThatOfTheFirstLetter() {
        assertTrue(Consonants.isOnly('س') && !Consonants.isHebrew('س'));
        assertTrue(Consonants.isOnly('ש') && Consonants.isHebrew('ש'));
    }

    /** Ways of romanising one name: BGN, passports, GOST, the press; French and German ways of Arabic and Russian names. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "zelenskyy zelenskiy zelensky zelenskii",
                "yuriy yury iurii yuri",
                "khaled haled",
                "mikhail mihail",
                "zhukova zhukowa",
                "shcherbakov scherbakov",
                "yevgeny evgeny yevgeniy",
                "abdoul abdul",
                "youssef yusef",
                "tariq tarik",
                "qassem kassem",
                "wladimir vladimir",
                "natalya natalia",
                "tsipras tzipras",
                "philippos filippos",
                "lee li"
            })
    void spellingsOfOneSoundAreOne(String spellings) {
        String[] all = spellings.split(" ", -1);
        for (String spelling : all) {
            assertEquals(Sounds.of(all[0]), Sounds.of(spelling), spelling);
        }
    }

    @ParameterizedTest
    @CsvSource({"ivan, igor", "chang, zhang", "kim, gim", "moon, mun gan", "sergey, sergin", "'', a", "tan, dan"})
    void otherSoundsStayApart(String one, String other) {
        assertFalse(Sounds.of(one).equals(Sounds.of(other)));
    }
}
