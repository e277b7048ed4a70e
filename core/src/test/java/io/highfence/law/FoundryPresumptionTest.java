package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.Decimal;
import io.highfence.law.FoundryFacts.Attestation;
import io.highfence.law.FoundryFacts.By;
import io.highfence.law.FoundryFacts.Designer;
import io.highfence.law.FoundryFacts.Exporter;
import io.highfence.law.FoundryFacts.FinalPackage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cases of the foundry presumption cannot say: the day of the next change, numbers of 0, and rules of one source. */
class FoundryPresumptionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final Country TAIWAN = Country.of("TW");
    private static FoundryPresumption presumption;

    @BeforeAll
    static void make() {
        presumption = FoundryPresumption.of(RuleBook.bundled());
    }

    private static FoundryFacts advanced(@Nullable Attestation attestation) {
        return new FoundryFacts(Known.YES, Decimal.parse("7"), Known.YES, attestation);
    }

    private static FoundryFacts counted(long transistors) {
        return advanced(new Attestation(
                By.APPROVED_OSAT,
                -1,
                -1,
                Designer.UNKNOWN,
                new FinalPackage(Known.UNKNOWN, null, transistors, Known.NO)));
    }

    private static FoundryFacts designed(By by, String tpp, String density, Designer designer) {
        return advanced(
                new Attestation(by, Decimal.parse(tpp), Decimal.parse(density), designer, FinalPackage.UNKNOWN));
    }

    private static FoundryFacts authorized(Country headquarters, @Nullable LocalDate appliedOn) {
        return designed(
                By.AUTHORIZED_DESIGNER, "1000", "1", new Designer(TAIWAN, headquarters, TAIWAN, Known.YES, appliedOn));
    }

    private static Finding judge(FoundryPresumption by, FoundryFacts facts) {
        Finding found = by.judge(Exporter.OSAT, facts, DAY);
        assertNotNull(found);
        return found;
    }

    /** T9: the note binds from 2025-01-16, and nothing takes it away again. */
    @Test
    void theFirstDayOfTheNoteIsAnnounced() {
        FoundryFacts bare = advanced(null);
        assertEquals(LocalDate.of(2025, 1, 16), presumption.changesOn(Exporter.OSAT, bare, LocalDate.of(2025, 1, 15)));
        assertEquals(null, presumption.changesOn(Exporter.OSAT, bare, LocalDate.of(2025, 1, 16)));
        assertEquals(null, presumption.changesOn(Exporter.NEITHER, bare, LocalDate.of(2025, 1, 15)));
    }

    /** F1.38 and F1.40: 34 billion without memory pass in 2027, need a person in 2028 and pass from 2029. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-10-01, 2027-01-01",
                "2026-12-31, 2027-01-01",
                "2027-01-01, 2028-01-01",
                "2027-12-31, 2028-01-01",
                "2028-01-01, 2029-01-01",
                "2029-01-01, -"
            })
    void theYearsOfTheTransistorCountAreAnnounced(LocalDate asOf, @Nullable LocalDate next) {
        assertEquals(next, presumption.changesOn(Exporter.OSAT, counted(34_000_000_000L), asOf));
    }

    /** F1.37 and T23: an application is asked for from 2026-12-31; the 180th day after it is unclear, the 181st is too late. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 2026-10-01, 2026-12-31",
                "-, 2026-12-31, -",
                "2027-03-01, 2027-02-01, 2027-03-01",
                "2027-01-01, 2027-02-01, 2027-06-30",
                "2027-01-01, 2027-06-30, 2027-07-01",
                "2027-01-01, 2027-07-01, -"
            })
    void theLapseOfADesignerIsAnnounced(@Nullable LocalDate appliedOn, LocalDate asOf, @Nullable LocalDate next) {
        assertEquals(next, presumption.changesOn(Exporter.OSAT, authorized(TAIWAN, appliedOn), asOf));
    }

    /** F6.9: the countries of D:5 rest on two sources from 2026-07-23. */
    @Test
    void theDayOnWhichTheCountriesAreSureIsAnnounced() {
        assertEquals(
                LocalDate.of(2026, 7, 23),
                presumption.changesOn(Exporter.OSAT, authorized(TAIWAN, null), LocalDate.of(2026, 7, 22)));
    }

    /** What is missing is part of the answer: from 2026-12-31 the day of the application is asked for as well. */
    @Test
    void anotherMissingFactIsAnotherAnswer() {
        FoundryFacts open = designed(
                By.AUTHORIZED_DESIGNER, "1000", "1", new Designer(TAIWAN, TAIWAN, TAIWAN, Known.UNKNOWN, null));
        assertEquals(LocalDate.of(2026, 12, 31), presumption.changesOn(Exporter.OSAT, open, DAY));
    }

    /** F1.35: 0 is a number that is known, and at or below 16. */
    @Test
    void aNodeOf0IsANode() {
        FoundryFacts zero = new FoundryFacts(Known.YES, 0, Known.UNKNOWN, null);
        assertEquals(FoundryPresumption.PRESUMED, judge(presumption, zero).reason());
        FoundryFacts noLogic = new FoundryFacts(Known.UNKNOWN, 0, Known.UNKNOWN, null);
        assertEquals(List.of("logic", "nonPlanar"), judge(presumption, noLogic).missing());
    }

    /** F1.31: a chip without multiply-accumulate units has a TPP of 0, and so a density of 0. */
    @Test
    void attestedFiguresOf0AreFigures() {
        Finding found = judge(presumption, designed(By.APPROVED_DESIGNER, "0", "0", Designer.UNKNOWN));
        assertEquals(FoundryPresumption.OVERCOME, found.reason());
        assertEquals(List.of(), found.missing());
    }

    /** Each way out names the rule of its day. */
    @Test
    void theAnswerNamesTheRuleThatItRestsOn() {
        assertEquals("T9", judge(presumption, advanced(null)).fact());
        assertEquals("T17", judge(presumption, authorized(TAIWAN, null)).fact());
        assertEquals("F1.38", judge(presumption, counted(1)).fact());
        Finding later = presumption.judge(Exporter.OSAT, counted(1), LocalDate.of(2027, 1, 1));
        assertNotNull(later);
        assertEquals("T24", later.fact());
    }

    private static FoundryPresumption with(String file, String old, String changed) throws BadInput {
        String bundled = RuleText.bundled(file);
        assertTrue(bundled.contains(old), old);
        return FoundryPresumption.of(RuleBook.of(Map.of(file, bundled.replace(old, changed))));
    }

    /** Decisions: a rule that was seen in one source makes nothing lighter. */
    @Test
    void noWayOutRestsOnOneSource() throws BadInput {
        FoundryPresumption oneSource = with("foundry.json", "\"trust\": \"2\"", "\"trust\": \"1\"");
        for (FoundryFacts facts : List.of(
                counted(1), authorized(TAIWAN, null), designed(By.APPROVED_DESIGNER, "1000", "1", Designer.UNKNOWN))) {
            assertEquals(FoundryPresumption.OVERCOME, judge(presumption, facts).reason());
            assertEquals(LicenseAnswer.RULE_UNVERIFIED, judge(oneSource, facts).reason());
        }
    }

    @Test
    void theLimitsOf3A090aMakeNothingLighterOnOneSource() throws BadInput {
        FoundryPresumption oneSource = with("chip-3a090.json", "\"trust\": \"2\"", "\"trust\": \"1\"");
        Finding found = judge(oneSource, designed(By.APPROVED_DESIGNER, "1000", "1", Designer.UNKNOWN));
        assertEquals(LicenseAnswer.RULE_UNVERIFIED, found.reason());
        assertTrue(found.text().contains("(F1.1, F1.2)"), found.text());
    }

    /** F1.37: A:1 or A:5 is enough, so doubt about one of them counts only for a country that is in no other. */
    @ParameterizedTest
    @CsvSource({
        "ZA, RULE_UNVERIFIED, Country Group A:1 alone",
        "DE, FOUNDRY_OVERCOME, both groups",
        "AE, FOUNDRY_OVERCOME, Country Group A:5 alone",
        "TW, FOUNDRY_OVERCOME, named by itself"
    })
    void aDoubtfulGroupCountsWhereNoOtherHoldsTheCountry(String headquarters, String reason, String why)
            throws BadInput {
        String surely = "\"from\": \"2026-07-23\",\n      \"to\": null,\n      \"group\": \"A:1\"";
        FoundryPresumption doubtful =
                with("country-groups.json", "\"trust\": \"2\",\n      " + surely, "\"trust\": \"1\",\n      " + surely);
        Finding found = judge(doubtful, authorized(Country.of(headquarters), null));
        assertEquals(reason, found.reason(), why);
        assertEquals(reason.equals("RULE_UNVERIFIED"), found.text().contains("(F6.4 (A:1))"), found.text());
    }
}
