package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.Decimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts F3.23 and A18: a private letter asks for a license where the caller has loaded it, and nobody else knows of it. */
class LettersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final String NAMED = letter(
            "H20-2025-04", "2025-04-09", "null", "\"names\": [\"H20\"], \"eccns\": []", "\"D:5\"", "\"MO\"", true, "");
    private static final String WIDE = letter(
            "BANDWIDTH",
            "2025-04-09",
            "\"2025-12-31\"",
            "\"names\": [], \"eccns\": [\"3A991.p\"]",
            "\"D:5\"",
            "",
            false,
            ", \"tpp\": [\"< 2400\"], \"dramBandwidthGBps\": [\">= 4000\"], \"policy\": \"presumption of denial\"");

    private static String letter(
            String id,
            String from,
            String to,
            String what,
            String groups,
            String countries,
            boolean headquarters,
            String more) {
        return "{\"id\": \"" + id + "\", \"family\": \"informed-letter\", \"cite\": \"letter " + id
                + "\", \"note\": \"the caller's own.\", \"status\": \"IN_FORCE\", \"trust\": \"1\", \"from\": \"" + from
                + "\", \"to\": " + to + ", " + what + ", \"groups\": [" + groups + "], \"countries\": [" + countries
                + "], \"headquarters\": " + headquarters + more + "}";
    }

    private static RuleBook book(String... letters) throws BadInput {
        return RuleBook.of(Map.of(
                "letters.json", "{\"family-group\": \"letters\", \"rules\": [" + String.join(",", letters) + "]}"));
    }

    private static LicenseQuestion.Builder question(String to) {
        return LicenseQuestion.builder(DAY).eccn("3A991.p").to(Country.of(to));
    }

    private static LicenseAnswer ask(RuleBook book, LicenseQuestion.Builder question) {
        return LicenseAdvisor.of(book).advise(question.build());
    }

    @Test
    void aLetterThatIsLoadedRequiresALicenseByItsIdAndOneThatIsNotDoesNot() throws BadInput {
        LicenseAnswer without = ask(RuleBook.bundled(), question("CN").product("NVIDIA H20"));
        assertEquals(false, without.required());
        assertTrue(without.status().toString().contains("no overlay of private letters is loaded"));

        LicenseAnswer with = ask(book(NAMED), question("CN").product("NVIDIA H20"));
        assertEquals(true, with.required());
        assertEquals(true, with.codified().required());
        assertEquals("letter H20-2025-04", with.enforced().citation().text());
        Finding hold = with.findings().get(0);
        assertEquals("LETTER_REQUIREMENT", hold.reason());
        assertEquals(Finding.Hold.LICENSE, hold.hold());
        assertEquals("The letter H20-2025-04 requires a license: the caller's own.", hold.text());
        assertEquals("H20-2025-04", hold.fact());
        assertTrue(hold.exceptionsBarred());
        assertTrue(with.status().toString().contains("in force on this date: H20-2025-04"));
        assertFalse(with.status().toString().contains("no overlay"));
        assertEquals(null, with.reviewPolicy());
        assertNotEquals(RuleBook.bundled().digest(), book(NAMED).digest());
    }

    @ParameterizedTest
    @CsvSource({
        "NVIDIA H20, CN, true",
        "nvidia-h20 (96GB), HK, true",
        "H20, MO, true",
        "H20, VN, false",
        "H20, DE, false",
        "NVIDIA H200, CN, false",
        "H 20, CN, false"
    })
    void aLetterNamesWholeWordsAndPlaces(String product, String to, boolean required) throws BadInput {
        assertEquals(required, ask(book(NAMED), question(to).product(product)).required());
    }

    @Test
    void aChipInTheProductIsNamedToo() throws BadInput {
        assertEquals(
                true,
                ask(book(NAMED), question("CN").product("SKU-1").chip("NVIDIA H20"))
                        .required());
        assertEquals(
                false,
                ask(book(NAMED), question("CN").product("SKU-1").chip("NVIDIA L4"))
                        .required());
    }

    @Test
    void aProductThatIsNotSaidLeavesTheAnswerOpen() throws BadInput {
        LicenseAnswer open = ask(book(NAMED), question("CN"));
        assertEquals(null, open.required());
        assertEquals(List.of("product"), open.missing());
        Finding asked = open.findings().get(0);
        assertEquals(Finding.Level.NEEDS_DATA, asked.level());
        assertTrue(
                asked.text().startsWith("The letter H20-2025-04 may require a license; not known: product."),
                asked.text());
        assertEquals(false, ask(book(NAMED), question("DE")).required(), "the place settles it");
    }

    @ParameterizedTest
    @CsvSource({"CN, CN, true", "DE, CN, true", "DE, DE, false", "DE, , "})
    void headquartersCountWhereTheLetterSaysSo(String hq, @Nullable String parent, @Nullable Boolean required)
            throws BadInput {
        LicenseQuestion.Builder question = question("SG")
                .product("H20")
                .party(new LicenseQuestion.Party(
                        "endUser", Country.of(hq), parent == null ? null : Country.of(parent), Known.NO));
        assertEquals(required, ask(book(NAMED), question).required());
    }

    @Test
    void headquartersThatAreNotKnownAreNamedAsMissing() throws BadInput {
        LicenseAnswer open = ask(
                book(NAMED),
                question("SG").product("H20").party(new LicenseQuestion.Party("endUser", null, null, Known.NO)));
        assertEquals(null, open.required());
        assertEquals(List.of("hqCountry and ultimateParentCountry"), open.missing());
    }

    @Test
    void aLetterOfPlacesAloneLeavesHeadquartersAside() throws BadInput {
        RuleBook places = book(NAMED.replace("\"headquarters\": true", "\"headquarters\": false"));
        LicenseQuestion.Party chinese =
                new LicenseQuestion.Party("endUser", Country.of("CN"), Country.of("CN"), Known.NO);
        assertEquals(
                false, ask(places, question("SG").product("H20").party(chinese)).required());
        assertEquals(
                true, ask(places, question("CN").product("H20").party(chinese)).required());
    }

    /** Both sides of each limit, by one millionth; and the ECCN with its paragraphs. */
    @ParameterizedTest
    @CsvSource({
        "3A991.p, 2399.999999, 4000, true",
        "3A991.p, 2400, 4000, false",
        "3A991.p, 2399.999999, 3999.999999, false",
        "3A991.p.1, 2368, 4000, true",
        "3A991, 2368, 4000, false",
        "3A991.p, 0, 4000, true",
        "3A991.p, 2368, , ",
        "3A991.p, , 3999.999999, false",
        "4A994.l, 2368, 4000, false"
    })
    void parametersMustAllHold(String eccn, @Nullable String tpp, @Nullable String dram, @Nullable Boolean required)
            throws BadInput {
        LicenseQuestion.Builder question = question("CN").eccn(eccn);
        LicenseQuestion asked = question.tpp(tpp == null ? -1 : Decimal.parse(tpp))
                .dramBandwidth(dram == null ? -1 : Decimal.parse(dram))
                .build()
                .on(LocalDate.of(2025, 12, 31));
        assertEquals(required, LicenseAdvisor.of(book(WIDE)).advise(asked).required());
    }

    @ParameterizedTest
    @CsvSource({"2025-04-08, false", "2025-04-09, true", "2025-12-31, true", "2026-01-01, false"})
    void aLetterHoldsFromItsFirstDayToItsLast(LocalDate day, boolean required) throws BadInput {
        LicenseQuestion asked = question("CN")
                .tpp(Decimal.parse("2368"))
                .dramBandwidth(Decimal.parse("4000"))
                .build()
                .on(day);
        LicenseAnswer answer = LicenseAdvisor.of(book(WIDE)).advise(asked);
        assertEquals(required, answer.required());
        String inForce = required ? "BANDWIDTH" : "none";
        assertTrue(
                answer.status().toString().contains("in force on this date: " + inForce + "."),
                answer.status()::toString);
        assertEquals(required ? "presumption of denial" : "none", answer.reviewPolicy());
        if (required) {
            assertEquals(LocalDate.of(2026, 1, 1), answer.changesOn());
        }
    }

    /** A name or the parameters are enough; what is asked is what could still decide. */
    @Test
    void onlyWhatCouldDecideIsAskedFor() throws BadInput {
        String either = WIDE.replace("\"names\": []", "\"names\": [\"H20\"]");
        LocalDate day = LocalDate.of(2025, 12, 31);
        LicenseAdvisor advisor = LicenseAdvisor.of(book(either));
        LicenseQuestion dram =
                question("CN").product("L4").tpp(Decimal.parse("2368")).build().on(day);
        assertEquals(List.of("dramBandwidthGbps"), advisor.advise(dram).missing());
        LicenseQuestion product =
                question("CN").tpp(Decimal.parse("2400")).build().on(day);
        assertEquals(List.of("product"), advisor.advise(product).missing());
    }

    /** The end user's country is a place of the item, too. */
    @Test
    void anEndUserElsewhereCounts() throws BadInput {
        Country china = Country.of("CN");
        assertEquals(
                true,
                ask(book(NAMED), question("SG").product("H20").endUserCountry(china))
                        .required());
        assertEquals(
                false,
                ask(book(NAMED), question("SG").product("H20").endUserCountry(Country.of("DE")))
                        .required());
    }

    @Test
    void aLetterWithoutAnyTestReachesEveryItemAndPlace() throws BadInput {
        String all = letter("ALL", "2025-05-23", "\"2025-07-02\"", "\"names\": [], \"eccns\": []", "", "", false, "");
        for (String eccn : List.of("EAR99", "3D991", "3A090.a")) {
            LicenseQuestion asked = question("DE").eccn(eccn).build();
            LicenseAdvisor advisor = LicenseAdvisor.of(book(all));
            assertEquals(
                    true, advisor.advise(asked.on(LocalDate.of(2025, 6, 15))).required());
            assertNotEquals(
                    true, advisor.advise(asked.on(LocalDate.of(2025, 7, 10))).required());
        }
    }

    @Test
    void aLetterClosesTheExceptionsOfTheTable() throws BadInput {
        String all = letter("ALL", "2025-05-23", "null", "\"names\": [], \"eccns\": [\"3A090\"]", "", "", false, "");
        LicenseAnswer answer = ask(book(all), question("CN").eccn("3A090.b"));
        for (LicenseAnswer.ExceptionAnswer exception : answer.exceptions()) {
            assertEquals(Known.NO, exception.eligible(), exception.code());
        }
        assertEquals("presumption of denial", answer.reviewPolicy());
    }

    @Test
    void useFromAfarIsNoShipmentOfTheLettersItem() throws BadInput {
        LicenseAnswer answer = ask(
                book(NAMED), question("CN").product("H20").kind("cloudAccess").endUse("civil"));
        assertEquals(false, answer.required());
    }

    @Test
    void aLetterThatIsMalformedOrThereTwiceIsRefused() {
        assertThrows(BadInput.class, () -> book(NAMED.replace("\"headquarters\": true", "\"headquarters\": 1")));
        assertThrows(BadInput.class, () -> book(NAMED.replace("\"names\"", "\"name\"")));
        assertThrows(BadInput.class, () -> book(NAMED, NAMED));
    }
}
