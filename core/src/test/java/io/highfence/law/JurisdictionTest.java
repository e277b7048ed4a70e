package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.Decimal;
import io.highfence.law.Jurisdiction.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JurisdictionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 24);
    private static Jurisdiction jurisdiction;

    @BeforeAll
    static void make() {
        jurisdiction = Jurisdiction.of(RuleBook.bundled());
    }

    @Test
    void whatLeavesFromTheUnitedStatesOrWasMadeThereIsSubject() {
        Jurisdiction.Facts fromUs = new Jurisdiction.Facts(
                Country.of("US"),
                null,
                null,
                Known.UNKNOWN,
                -1,
                Known.UNKNOWN,
                Known.UNKNOWN,
                Set.of(),
                Known.UNKNOWN,
                null);
        assertEquals(Status.SUBJECT, jurisdiction.judge(fromUs, DAY).status());
        Jurisdiction.Facts madeThere = new Jurisdiction.Facts(
                Country.of("SG"),
                null,
                null,
                Known.YES,
                -1,
                Known.UNKNOWN,
                Known.UNKNOWN,
                Set.of(),
                Known.UNKNOWN,
                null);
        assertEquals(Status.SUBJECT, jurisdiction.judge(madeThere, DAY).status());
    }

    @Test
    void nothingKnownNamesEveryFact() {
        Jurisdiction.Facts nothing = new Jurisdiction.Facts(
                null,
                Country.of("FR"),
                null,
                Known.UNKNOWN,
                -1,
                Known.UNKNOWN,
                Known.UNKNOWN,
                Set.of(),
                Known.UNKNOWN,
                null);
        Jurisdiction.Answer answer = jurisdiction.judge(nothing, DAY);
        assertEquals(Status.UNKNOWN, answer.status());
        assertEquals(
                Set.of("shipFrom", "countryOfOrigin", "usOriginControlledPercent", "usTechnologyOrPlant", "eccn"),
                new TreeSet<>(answer.missing()));
        assertFalse(answer.citations().isEmpty());
    }

    @Test
    void itemsWithoutADeMinimisLevel() {
        Jurisdiction.Facts none = new Jurisdiction.Facts(
                Country.of("TW"),
                Country.of("FR"),
                "4A003.b",
                Known.NO,
                1,
                Known.YES,
                Known.NO,
                Set.of(),
                Known.NO,
                null);
        assertEquals(Status.SUBJECT, jurisdiction.judge(none, DAY).status());
        Jurisdiction.Facts zero = new Jurisdiction.Facts(
                Country.of("TW"),
                Country.of("FR"),
                "4A003.b",
                Known.NO,
                0,
                Known.YES,
                Known.NO,
                Set.of(),
                Known.NO,
                null);
        assertEquals(Status.NOT_SUBJECT, jurisdiction.judge(zero, DAY).status());
        Jurisdiction.Facts unknown = new Jurisdiction.Facts(
                Country.of("TW"),
                Country.of("FR"),
                "4A003.b",
                Known.NO,
                1,
                Known.UNKNOWN,
                Known.NO,
                Set.of(),
                Known.NO,
                null);
        Jurisdiction.Answer answer = jurisdiction.judge(unknown, DAY);
        assertEquals(Status.UNKNOWN, answer.status());
        assertTrue(answer.missing().contains("noDeMinimisLevel"));
    }

    /** A foreign item without US technology: what is left is its US content. */
    private static Jurisdiction.Answer content(@Nullable String to, String percent, LocalDate day) {
        return jurisdiction.judge(
                new Jurisdiction.Facts(
                        Country.of("TW"),
                        to == null ? null : Country.of(to),
                        "4A003.b",
                        Known.NO,
                        percent.isEmpty() ? -1 : Decimal.parse(percent),
                        Known.NO,
                        Known.NO,
                        Set.of(),
                        Known.NO,
                        null),
                day);
    }

    /** 15 CFR 734.4: more than 25 percent, to E:1 and E:2 more than 10; both halves of a no are said and cited. */
    @Test
    void anItemThatIsNotSubjectSaysWhy() {
        Jurisdiction.Answer free = content("FR", "25", DAY);
        assertEquals(Status.NOT_SUBJECT, free.status());
        assertEquals(
                List.of(
                        "Its controlled US content is not > 25 percent.",
                        "It is no direct product of US technology, software or plants."),
                free.reasons());
        assertTrue(free.citations().toString().contains("734.4"), free::toString);
        assertTrue(free.citations().toString().contains("734.9"), free::toString);
        assertEquals(
                List.of("Its controlled US content is > 25 percent."),
                content("FR", "25.000001", DAY).reasons());
        assertEquals(
                List.of("Its controlled US content is > 10 percent."),
                content("CU", "10.000001", DAY).reasons());
        assertEquals(
                List.of("It is subject if its controlled US content is > 25 percent."),
                content("FR", "", DAY).reasons());
    }

    /** The level turns on the destination, and on a day that the rules cover. */
    @Test
    void theDeMinimisLevelAsksForDestinationAndDate() {
        assertEquals(List.of("to"), content(null, "0", DAY).missing());
        assertEquals(
                List.of("date"), content("FR", "0", LocalDate.of(2022, 10, 6)).missing());
        assertEquals(
                Status.NOT_SUBJECT,
                content("FR", "0", LocalDate.of(2022, 10, 7)).status());
    }

    private static Jurisdiction.Answer product(String to, String eccn, Known usTechnology) {
        return jurisdiction.judge(
                new Jurisdiction.Facts(
                        Country.of("TW"),
                        Country.of(to),
                        eccn,
                        Known.NO,
                        0,
                        Known.NO,
                        usTechnology,
                        Set.of(),
                        Known.NO,
                        "civil"),
                DAY);
    }

    /** F3.29: an entry that the rule does not name is not asked for its ECCN; other rules of section 734.9 may reach it. */
    @Test
    void whatNoEncodedRuleReachesMayBeReachedByAnother() {
        Jurisdiction.Answer direct = product("FR", "3A001.a.7", Known.YES);
        assertEquals(Status.UNKNOWN, direct.status());
        assertEquals(List.of("otherForeignDirectProductRules"), direct.missing());
        assertEquals(
                List.of("usTechnologyOrPlant"),
                product("FR", "3A001.a.7", Known.UNKNOWN).missing());
    }

    /** The technology alone is put in words, several facts by their names. */
    @Test
    void theFactsThatAProductTurnsOnAreNamed() {
        String technology = product("FR", "3A090.a", Known.UNKNOWN).reasons().get(0);
        assertTrue(technology.contains("if it is a direct product of US technology, software or plants: "), technology);
        String both = product("FR", "5A992", Known.UNKNOWN).reasons().get(0);
        assertTrue(both.contains("if these facts are so: eccn, usTechnologyOrPlant. "), both);
    }

    /** What a rule turns on and nobody has said leaves the answer open, and is named (decisions 4). */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // F3.29: of the ECCN that is not known one may be of the rule.
                "2026-09-24, FR, -, NO, civil, UNKNOWN, eccn",
                "2026-09-24, FR, banana, NO, civil, UNKNOWN, eccn",
                "2026-09-24, RU, EAR99-or-other, NO, civil, UNKNOWN, eccn",
                "2026-09-24, FR, 5A992, NO, civil, UNKNOWN, eccn",
                "2026-09-24, FR, 5A992.z.1, UNKNOWN, -, SUBJECT, -",
                "2026-09-24, -, 3A090.a, UNKNOWN, -, SUBJECT, -",
                // From 2023-11-17 to 2025-01-12 the rule turned on destination or headquarters.
                "2024-06-01, DE, 3A090.b, UNKNOWN, civil, UNKNOWN, hqCountry and ultimateParentCountry",
                "2024-06-01, SG, -, UNKNOWN, civil, UNKNOWN, eccn",
                "2024-06-01, DE, 3A090.b, YES, civil, SUBJECT, -",
                "2024-06-01, SA, 3A090.b, UNKNOWN, civil, SUBJECT, -",
                "2024-06-01, -, 3A090.b, NO, civil, UNKNOWN, to",
                "2024-06-01, -, 3A090.b, YES, civil, SUBJECT, -",
                // F3.30: the end use.
                "2026-09-24, CN, EAR99, NO, -, UNKNOWN, endUse",
                "2026-09-24, CN, EAR99, NO, unknown, UNKNOWN, endUse",
                "2026-09-24, CN, EAR99, NO, supercomputer, SUBJECT, -"
            })
    void whatIsNotKnownIsNeverTakenForReached(
            LocalDate day,
            @Nullable String to,
            @Nullable String eccn,
            Known d5m,
            @Nullable String endUse,
            Status expected,
            @Nullable String missing) {
        Jurisdiction.Answer answer = jurisdiction.judge(
                new Jurisdiction.Facts(
                        Country.of("TW"),
                        to == null ? null : Country.of(to),
                        eccn,
                        Known.NO,
                        0,
                        Known.NO,
                        Known.YES,
                        Set.of(),
                        d5m,
                        endUse),
                day);
        assertEquals(expected, answer.status(), answer::toString);
        if (missing == null) {
            assertEquals(Status.SUBJECT, answer.status());
            assertTrue(answer.missing().isEmpty());
        } else {
            assertTrue(answer.missing().contains(missing), answer::toString);
        }
    }

    @Test
    void headquartersInD5ReachAnywhereBeforeTheRuleWasWorldwide() {
        Jurisdiction.Facts facts = new Jurisdiction.Facts(
                Country.of("TW"),
                Country.of("DE"),
                "3A090.b",
                Known.NO,
                0,
                Known.NO,
                Known.YES,
                Set.of(),
                Known.YES,
                null);
        assertEquals(
                Status.SUBJECT,
                jurisdiction.judge(facts, LocalDate.of(2024, 6, 1)).status());
    }
}
