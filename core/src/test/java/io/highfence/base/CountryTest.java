package io.highfence.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {
    @Test
    void knowsEveryCodeOfThePlatform() {
        for (String code : Locale.getISOCountries()) {
            assertSame(Country.of(code), Country.find(code.toLowerCase(Locale.ROOT)));
            assertNotNull(Country.of(code).name());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CN|PRC",
                "MO|MACAU",
                "TR|TURKIYE",
                "TR|Türkiye",
                "IM|MAN, ISLE OF",
                "KP|Korea, North",
                "MM|Burma",
                "CI|Côte d'Ivoire",
                "RU|Russian Federation",
                "GB|U.K.",
                "VN|viet nam",
                "CD|Congo, Democratic Republic of the"
            })
    void findsCountriesAsPublishersWriteThem(String code, String written) {
        assertEquals(Country.of(code), Country.find(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "QQ", "Atlantis", "REGION: CRIMEA", "C", "China City"})
    void doesNotGuess(String text) {
        assertNull(Country.find(text));
    }

    @Test
    void refusesAnUnknownCodeInRuleData() {
        assertThrows(IllegalArgumentException.class, () -> Country.of("ZZ"));
        assertThrows(IllegalArgumentException.class, () -> Country.of("cn"));
    }

    @Test
    void everyCountryIsFoundByItsOwnNameInAnyCase() {
        for (String code : Locale.getISOCountries()) {
            Country country = Country.of(code);
            assertEquals(code, country.code());
            assertSame(country, Country.find(country.name()));
            assertSame(country, Country.find("  " + country.name().toUpperCase(Locale.ROOT) + " "));
            assertSame(country, Country.find(country.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Test
    void isOrderedByCodeAndEqualToItselfAlone() {
        assertTrue(Country.of("CN").compareTo(Country.of("US")) < 0);
        assertEquals(0, Country.of("CN").compareTo(Country.of("CN")));
        assertEquals(Country.of("CN"), Country.find("China"));
        assertNotEquals(Country.of("CN"), Country.of("HK"));
        assertNotEquals(Country.of("CN"), Country.of("TW"));
        assertEquals("CN", Country.of("CN").toString());
    }
}
