package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.CountryNames;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbargoesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 24);
    private final Embargoes embargoes = Embargoes.of(RuleBook.bundled());

    private static @Nullable Country country(@Nullable String code) {
        return code == null ? null : Country.of(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CRIMEA||CRIMEA",
                "Yalta, Krimea||CRIMEA",
                "Republic of Crimea, Simferopol|RU|CRIMEA",
                "SEWASTOPOL|UA|CRIMEA",
                "Симферополь|RU|CRIMEA",
                "м. Севастополь, вул. Леніна|UA|CRIMEA",
                "Respublika Krym, g. Kerch, ul. Lenina 1|RU|CRIMEA",
                "Kerch|RU|CRIMEA",
                "Республика Крым|RU|CRIMEA",
                "Yevpatoriya 97400|UA|CRIMEA",
                "克里米亚||CRIMEA",
                "Sim\u200bferopol|UA|CRIMEA",
                "Crime\u0301a|UA|CRIMEA",
                "Donets\u2019k|UA|DONETSK",
                "Makeyevka, Donetsk People's Republic|RU|DONETSK",
                "LUGANSK|UA|LUHANSK",
                "Lugansk Peoples Republic||LUHANSK",
                "Kramatorsk, Donetsk oblast; Donetsk|UA|DONETSK",
                "Sevastopol, California Mall|RU|CRIMEA",
                "크림반도 12|UA|CRIMEA",
                "우크라이나, 크림반도, 레닌 거리|UA|CRIMEA",
                "크림반도시||CRIMEA",
                "크림반도의 항구||CRIMEA",
                "크림반도에서||CRIMEA",
            })
    void aRegionIsFoundAsPeopleWriteIt(String text, @Nullable String country, String region) {
        Embargoes.Region found = embargoes.region(text, country(country));
        assertNotNull(found, text);
        assertEquals(region, found.code());
        assertTrue(found.firm(), text);
    }

    /** CLDR names the city of the time zone in each language. */
    @Test
    void simferopolIsFoundInEveryLanguageOfTheCountries() {
        for (String language : CountryNames.languages()) {
            String city = TimeZoneNames.getInstance(new ULocale(language)).getExemplarLocationName("Europe/Simferopol");
            Embargoes.Region found = embargoes.region(city, Country.of("UA"));
            assertNotNull(found, language + ": " + city);
            assertEquals("CRIMEA", found.code());
            assertTrue(found.firm(), city);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Donetsk oblast, Kramatorsk|UA|DONETSK",
                "Донецкая область, Краматорск, Донецьк обл|UA|DONETSK",
                "Donetsk|RU|DONETSK",
                "Donetsk||DONETSK",
                "Luhansk||LUHANSK",
                "Yalta||CRIMEA",
                "Crimea|TR|CRIMEA",
                "Sevastopol Street 5, Kyiv|UA|CRIMEA",
                "ul. Yalta 3, Moscow|RU|CRIMEA",
                "LNR|RU|LUHANSK",
                "Crimea Street 5||CRIMEA",
                "Hotel Crimea||CRIMEA",
            })
    void aNameThatMayMeanSomethingElseIsForAPerson(String text, @Nullable String country, String region) {
        Embargoes.Region found = embargoes.region(text, country(country));
        assertNotNull(found, text);
        assertEquals(region, found.code());
        assertFalse(found.firm(), text);
        Finding finding = embargoes.judge(country(country), text, "EAR99", null, DAY);
        assertEquals(Finding.Hold.REVIEW, finding.hold());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sevastopol, Wisconsin|US",
                "Sebastopol, California|US",
                "Crimea Road, Aldershot|GB",
                "Rue de Crimée, Paris|FR",
                "Boulevard de Sébastopol 10, Paris|FR",
                "Calle Yalta 4, Madrid|ES",
                "Yalta Hotel|BG",
                "Donetskaya ul. 5, Moscow|RU",
                "Донецк, Ростовская обл.|RU",
                "Kyiv, Khreshchatyk 1|UA",
                "Krimson Trading, Manila|PH",
                "Crimean War Museum|GB",
                "DNR Wisconsin|US",
                "LNR Pakistan|PK",
                "Skerch, Lyaltava|UA",
                "|UA",
                "北京市海淀区|CN",
                "Yalta Street 5|",
                "Hotel Yalta|",
                "컬러보드|KR",
                "서울시 구로구 컬러보드 3층|KR",
                "컬러보드|",
                "크림반도체|KR",
                "크림반도체|",
                "아이스크림반도|KR",
                "크림 반도체|",
            })
    void anotherPlaceIsLeftAlone(@Nullable String text, @Nullable String country) {
        assertNull(embargoes.region(text == null ? "" : text, country(country)));
    }

    /** A word beyond a comma, a slash or a line's end has nothing to do with the name. */
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\n", "\r", "/", "|"})
    void aStreetWordOfAnotherPartOfTheAddressIsNone(String parting) {
        assertNull(embargoes.region("Yalta Street 5", null));
        assertNull(embargoes.region("Hotel Yalta", null));
        for (String text : new String[] {"Yalta" + parting + " Street 5", "Hotel" + parting + " Yalta"}) {
            assertNotNull(embargoes.region(text, null), text);
        }
    }

    /** Two parted words: the nearest is before the name, and behind it is nothing. */
    @Test
    void theFirstWordOfTheAddressIsNotTheWordBehindTheName() {
        assertNotNull(embargoes.region("Square 5, Yalta", null));
        assertNotNull(embargoes.region("Square 5, Yalta,", null));
    }

    /** A name without blanks around it, the street word right behind it. */
    @Test
    void aStreetWordMayFollowWithoutABlank() {
        assertNotNull(embargoes.region("雅尔塔", null));
        assertNull(embargoes.region("雅尔塔Hotel", null));
        assertNull(embargoes.region("雅尔塔 Hotel", null));
    }

    /** A name that folds to nothing would be found everywhere. */
    @Test
    void aPlaceNameWithoutLettersIsRefused() throws BadInput {
        String bundled = RuleText.bundled("embargoes.json");
        RuleBook book =
                RuleBook.of(Map.of("mine", bundled.replace("\"names\": [\"Crimea\"", "\"names\": [\"\u2019\"")));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Embargoes.of(book));
        assertTrue(refused.getMessage().startsWith("A place name without letters"), refused.getMessage());
    }

    /** A region that is named and not embargoed by any rule is a slip of the rule file. */
    @Test
    void aRegionWithoutAnEmbargoIsRefused() throws BadInput {
        String bundled = RuleText.bundled("embargoes.json");
        RuleBook book =
                RuleBook.of(Map.of("mine", bundled.replaceFirst("\"region\": \"CRIMEA\"", "\"region\": \"TAURIDA\"")));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Embargoes.of(book));
        assertTrue(refused.getMessage().contains("TAURIDA"), refused.getMessage());
    }

    /** Without a place the region must be asked for: a blank of another kind or a dash is no place. */
    @ParameterizedTest
    @CsvSource({
        "'', true",
        "'  ', true",
        "'\u00a0\u3000', true",
        "-, true",
        "'\u2014 .', true",
        "Lviv, false",
        "7, false"
    })
    void aPlaceThatSaysNothingIsNoPlace(String place, boolean asked) {
        Finding finding = embargoes.judge(Country.of("UA"), place, "EAR99", null, DAY);
        assertEquals(asked, finding != null && finding.level() == Finding.Level.NEEDS_DATA, () -> "'" + place + "'");
    }

    /** macOS writes file names in the single letters of a syllable. */
    @Test
    void koreanInSingleLettersIsTheSameText() {
        String name = Normalizer.normalize("크림반도", Normalizer.Form.NFD);
        assertNotEquals("크림반도", name);
        Embargoes.Region found = embargoes.region(name, null);
        assertNotNull(found);
        assertEquals(new Embargoes.Region("CRIMEA", "크림반도", true), found);
        assertNull(embargoes.region(Normalizer.normalize("컬러보드", Normalizer.Form.NFD), null));
    }

    @Test
    void noNameOfTheGazetteerStandsInTwoRules() {
        Map<String, String> seen = new HashMap<>();
        for (Rule place : RuleBook.bundled().rules(LicenseRules.REGION_NAME)) {
            for (String name : place.values().texts("names")) {
                String other = seen.put(name.toLowerCase(Locale.ROOT), place.id());
                assertNull(other, () -> name + " stands in " + other + " and " + place.id());
            }
        }
    }

    @Test
    void everyPlaceSaysWhereItIsWrittenAndHowFarItIsTrusted() {
        for (Rule place : RuleBook.bundled().rules(LicenseRules.REGION_NAME)) {
            assertTrue(place.citation().text().contains("15 CFR 746.6"), place::toString);
            assertNotNull(place.inForce().from(), place::toString);
            boolean regionItself = !place.values().text("strength").equals("city");
            assertEquals(regionItself ? Rule.Trust.TWO_SOURCES : Rule.Trust.UNVERIFIED, place.trust(), place::toString);
        }
    }

    @Test
    void everyNameOfTheGazetteerIsFoundAsWrittenAndInCapitals() {
        int names = 0;
        for (Rule place : RuleBook.bundled().rules(LicenseRules.REGION_NAME)) {
            for (String name : place.values().texts("names")) {
                for (String text :
                        new String[] {name, name.toUpperCase(java.util.Locale.ROOT), "12 Main, " + name + ", 95000"}) {
                    Embargoes.Region region = embargoes.region(text, Country.of("UA"));
                    assertNotNull(region, text);
                    assertEquals(place.values().text("region"), region.code(), text);
                }
                names++;
            }
        }
        assertTrue(names > 150, "the gazetteer has shrunk to " + names);
    }

    @Test
    void hostileTextIsNoFault() {
        String long1 = "Crimea ".repeat(20_000);
        assertNotNull(embargoes.region(long1, Country.of("UA")));
        assertNull(embargoes.region("\ud83d\ude80\ud83d \ud83d\ude80 \u202e\u0000", Country.of("UA")));
        assertNull(embargoes.region("x".repeat(100_000), null));
    }

    @Test
    void aCountryWithoutEmbargoSaysNothing() {
        assertNull(embargoes.judge(Country.of("DE"), "Berlin", "EAR99", null, DAY));
        assertNull(embargoes.judge(null, "Berlin", "EAR99", null, DAY));
        assertNull(embargoes.judge(null, null, null, null, DAY));
        assertNull(embargoes.judge(Country.of("HK"), null, "EAR99", null, DAY));
    }

    @Test
    void theTariffNumbersOfTheSupplementsCanBeLoaded() throws BadInput {
        String bundled = RuleText.bundled("embargoes.json");
        String numbers =
                "{\"id\": \"S7\", \"family\": \"tariff-number\", \"cite\": \"Supp. No. 7 to 15 CFR part 746\", \"note\": \"x\","
                        + " \"status\": \"IN_FORCE\", \"trust\": \"2\", \"from\": \"2024-01-01\", \"to\": null, \"hts6\": [\"854231\"]},";
        RuleBook book = RuleBook.of(Map.of("mine", bundled.replaceFirst("\"rules\": \\[", "\"rules\": [" + numbers)));
        Embargoes loaded = Embargoes.of(book);
        Finding listed = loaded.judge(Country.of("RU"), null, "EAR99", "8542.31.0045", DAY);
        assertEquals(Finding.Level.BLOCK, listed.level());
        Finding other = loaded.judge(Country.of("RU"), null, "EAR99", "9403.60", DAY);
        assertEquals(Finding.Level.CLEAR, other.level());
        Finding before = loaded.judge(Country.of("RU"), null, "EAR99", "8542.31", LocalDate.of(2023, 12, 31));
        assertEquals(Finding.Level.NEEDS_DATA, before.level());
    }
}
