package io.highfence.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryNamesTest {
    /** ICU4J gives the table that is committed. */
    @Test
    void theTableIsThatOfItsSource() throws Exception {
        try (var in = Country.class.getResourceAsStream("country-names.txt")) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), CountryNames.build());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CU, Kuba",
        "CU, КУБА",
        "SD, Soudan",
        "SD, السودان",
        "DE, Deutschland",
        "DE, Allemagne",
        "RU, Russland",
        "RU, Rossiya",
        "RU, Россия",
        "RU, РОССИЙСКАЯ ФЕДЕРАЦИЯ",
        "RU, 俄罗斯",
        "RU, 俄羅斯",
        "RU, ロシア",
        "CN, 中国",
        "CN, 中國",
        "CN, 中华人民共和国",
        "CN, Chine",
        "CN, Çin",
        "CN, Zhongguo",
        "IM, Νήσος του Μαν",
        "IM, ΝΗΣΟΣ ΤΟΥ ΜΑΝ",
        "CH, Suisse",
        "CH, SVIZZERA",
        "KP, Corée du Nord",
        "KP, 북한",
        "IR, Irán",
        "IR, ایران",
        "IR, 伊朗",
        "SY, Syrien",
        "SY, Сирия",
        "BY, Weißrussland",
        "BY, Беларусь",
        "MM, Birmanie",
        "LV, Łotwa",
        "LV, Lotwa",
        "ZA, Südafrika",
        "ZA, Suedafrika",
        "DK, Daenemark",
        "HR, Hirvatistan",
        "HK, 香港",
        "TW, 臺灣",
        "GE, Gruzja",
        "US, Etats-Unis"
    })
    void countriesAreKnownInOtherLanguages(String code, String written) {
        assertEquals(Country.of(code), Country.find(written));
    }

    /** Two Congos; the name that Vietnamese has for Russia and the code of Nigeria; a currency; an abbreviation. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Kongo", "刚果", "Nga", "NGA", "CAD", "Çad", "ABD", "Republik", "Krim", "Крым", "中", "Kub", "Kubaa"
            })
    void whatMayMeanSomethingElseIsRefused(String text) {
        assertNull(Country.find(text));
    }

    /** In every language of the table: a country's name finds it or nothing; most names find it. */
    @Test
    void noNameFindsAnotherCountry() {
        int names = 0;
        int found = 0;
        for (String language : CountryNames.languages()) {
            LocaleDisplayNames display = LocaleDisplayNames.getInstance(new ULocale(language));
            for (String code : Locale.getISOCountries()) {
                String name = display.regionDisplayName(code);
                Country country = Country.find(name);
                names++;
                if (country != null) {
                    found++;
                    assertEquals(code, country.code(), language + ": " + name);
                }
            }
        }
        assertTrue(found > names * 99 / 100, found + " of " + names);
    }

    @Test
    void namesInOtherLanguagesAreNoSpellingsInEnglish() {
        assertTrue(Country.spellings().contains("cuba"));
        assertFalse(Country.spellings().contains("kuba"));
    }
}
