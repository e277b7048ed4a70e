package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryGroupsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 24);
    private static CountryGroups groups;

    @BeforeAll
    static void make() {
        groups = new CountryGroups(RuleBook.bundled());
    }

    /** Facts F6.4 to F6.10: the number of members, and the members, of each group. */
    @ParameterizedTest
    @CsvSource({
        "A:1, 40, AR AU AT BE BG CA HR CZ DK EE FI FR DE GR HU IS IN IE IT JP KR LV LT LU MX NL NZ NO PL PT RO SK SI ZA ES SE CH TR GB US",
        "A:5, 38, AR AU AT BE BG CA HR CZ DK EE FI FR DE GR HU IS IN IE IT JP KR LV LT LU NL NZ NO PL PT RO SK SI ES SE CH TR AE GB",
        "A:6, 8, AL CY IL MT MX SG ZA TW",
        "D:1, 24, AM AZ BY MM KH CN GE IQ KZ KP KG LA LY MO MD MN NI RU TJ TM UZ VE VN YE",
        "D:4, 21, BH BY CN EG IR IQ IL JO KP KW LB LY MO OM PK QA RU SA SY VE YE",
        "D:5, 22, AF BY MM CF CN CD CU ER HT IR IQ KP LB LY NI RU SO SS SD SY VE ZW",
        "E:1, 3, IR KP SY",
        "E:2, 1, CU"
    })
    void aGroupHasItsMembersAndNoOthers(String group, int count, String members) {
        Rule rule = RuleBook.bundled().rule(LicenseRules.COUNTRY_GROUP, group, DAY);
        TreeSet<String> expected = new TreeSet<>(List.of(members.split(" ")));
        assertEquals(count, expected.size());
        TreeSet<String> found = new TreeSet<>();
        rule.values().countries("countries").forEach(country -> found.add(country.code()));
        assertEquals(expected, found);
        assertEquals(Rule.Trust.TWO_SOURCES, rule.trust());
    }

    /** Fact F6.12, on both sides of each date. */
    @ParameterizedTest
    @CsvSource({
        "AE, D:4, 2026-07-09, true",
        "AE, D:4, 2026-07-10, false",
        "AE, A:5, 2026-07-09, false",
        "AE, A:5, 2026-07-10, true",
        "KH, D:5, 2026-02-02, true",
        "KH, D:5, 2026-02-03, false",
        "KH, D:1, 2026-02-02, true",
        "KH, D:1, 2026-02-03, true",
        "CN, D:5, 2022-10-06, false",
        "CN, D:5, 2022-10-07, true"
    })
    void aCountryMovesOnItsDay(String country, String group, String day, boolean member) {
        assertEquals(member, groups.in(Country.of(country), group, LocalDate.parse(day)));
    }

    /** Facts F3.9 and F6.11. */
    @ParameterizedTest
    @CsvSource({
        "HK, D:1, true",
        "HK, D:4, true",
        "HK, D:5, true",
        "MO, D:5, false",
        "MO, D:1, true",
        "MO, D:4, true",
        "TW, D:5, false"
    })
    void hongKongIsChinaAndMacauIsNot(String country, String group, boolean member) {
        assertEquals(member, groups.in(Country.of(country), group, DAY));
    }

    @ParameterizedTest
    @CsvSource({"CN, true", "HK, true", "MO, true", "IQ, true", "VN, false", "SA, false", "US, false"})
    void macauOrD5(String country, boolean member) {
        assertEquals(member, groups.d5m(Country.of(country), DAY));
    }

    @Test
    void nobodyIsInMacauOrD5BeforeTheLawNamesIt() {
        assertFalse(groups.d5m(Country.of("CN"), LocalDate.of(2023, 11, 16)));
        assertTrue(groups.d5m(Country.of("CN"), LocalDate.of(2023, 11, 17)));
        assertFalse(groups.d5m(null, DAY));
    }

    @Test
    void aMembershipThatOneSourceGivesIsInDoubt() {
        assertEquals(List.of("F6.9 (D:5)"), groups.doubts(Country.of("KH"), List.of("D:1", "D:5"), DAY));
        assertEquals(List.of(), groups.doubts(Country.of("VN"), List.of("D:1", "D:5"), DAY));
        assertEquals(List.of("F6.7 (D:1)"), groups.doubts(Country.of("DE"), List.of("D:1"), LocalDate.of(2026, 7, 22)));
        assertEquals(List.of(), groups.doubts(Country.of("DE"), List.of("D:1"), LocalDate.of(2026, 7, 23)));
    }

    /** Fact F6.13: the derived list of places where a .b item needs a license by its destination. */
    @Test
    void theDestinationsOfTheBTier() {
        String expected =
                "AE AF AM AZ BH BY CD CF CN CU EG ER GE HT IQ IR JO KG KH KP KW KZ LA LB LY MD MM MN MO NI OM PK QA RU SA SD SO"
                        + " SS SY TJ TM UZ VE VN YE ZW";
        Requirements requirements = new Requirements(RuleBook.bundled(), groups);
        TreeSet<String> found = new TreeSet<>();
        for (String code : java.util.Locale.getISOCountries()) {
            for (Rule rule : requirements.byDestination("enforced", java.util.Set.of("b"), DAY)) {
                if (!code.equals("HK") && requirements.reaches(rule.values(), Country.of(code), DAY)) {
                    found.add(code);
                }
            }
        }
        assertEquals(new TreeSet<>(List.of(expected.split(" "))), found);
    }
}
