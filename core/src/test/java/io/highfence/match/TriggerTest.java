package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.MadeParty;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weak and very short names confirm; they trigger only when wholly equal, with agreeing evidence, or if the caller says so. */
class TriggerTest {
    private final Matches matches = new Matches();

    private static MadeParty weak() {
        return MadeParty.of("1", "Orchard Lantern")
                .alias("Rosoboronexport", Quality.WEAK)
                .country("RU");
    }

    private void match(MadeParty listed, MatchSettings settings, PartyQuery query) {
        new PartyMatcher(PartyIndex.of(MadeParty.list(listed)), settings).match(query, matches);
        assertEquals(1, matches.size());
    }

    private void match(MadeParty listed, PartyQuery query) {
        match(listed, MatchSettings.defaults(), query);
    }

    private static PartyQuery name(String name) {
        return new PartyQuery().name(name);
    }

    @Test
    void aWeakAliasIsAHitThatDoesNotAlert() {
        match(weak(), name("Rosoboronexpor"));
        assertFalse(matches.alert());
        assertFalse(matches.triggers(0));
        assertEquals(List.of("weak or very short name"), matches.evidence(0));
    }

    @Test
    void aWeakAliasThatIsWhollyEqualAlerts() {
        match(weak(), name("ROSOBORONEXPORT"));
        assertTrue(matches.alert());
        assertEquals(List.of(), matches.evidence(0));
    }

    @Test
    void aWeakAliasWithAgreeingEvidenceAlerts() {
        match(weak(), name("Rosoboronexpor").country(Country.of("RU")));
        assertTrue(matches.alert());
        assertEquals(List.of("country agrees", "weak or very short name"), matches.evidence(0));
        match(weak(), name("Rosoboronexpor").country(Country.of("PT")));
        assertFalse(matches.alert());
    }

    @Test
    void aWeakAliasAlertsWhereTheCallerSaysSo() {
        match(weak(), MatchSettings.defaults().withWeakAliasesTrigger(true), name("Rosoboronexpor"));
        assertTrue(matches.alert());
        assertEquals(List.of("weak or very short name"), matches.evidence(0));
    }

    @Test
    void aStrongAliasNeedsNothingElse() {
        match(MadeParty.of("1", "Orchard Lantern").alias("Rosoboronexport", Quality.STRONG), name("Rosoboronexpor"));
        assertTrue(matches.alert());
        match(MadeParty.of("1", "Rosoboronexport"), name("Rosoboronexpor"));
        assertTrue(matches.alert());
    }

    /** An alert needs one triggering name at the threshold; a weak one that scores higher does not hide it. */
    @Test
    void aStrongNameAtTheThresholdAlertsBehindAWeakOneThatScoresHigher() {
        MadeParty both = MadeParty.of("1", "Rosoboronexporxx").alias("Rosoboronexportx", Quality.WEAK);
        match(both, name("Rosoboronexport"));
        assertEquals("Rosoboronexportx", matches.matched(0).text());
        assertTrue(matches.alert());
        assertEquals(
                List.of("weak or very short name", "'Rosoboronexporxx' reaches the threshold too"),
                matches.evidence(0));
        int strong = new PartyMatcher(MatchSettings.defaults()).compare("Rosoboronexport", "Rosoboronexporxx");
        match(both, MatchSettings.defaults().withThreshold(strong), name("Rosoboronexport"));
        assertTrue(matches.alert());
        match(both, MatchSettings.defaults().withThreshold(strong + 1), name("Rosoboronexport"));
        assertFalse(matches.alert());
    }

    /** Three letters and digits are very short, four are not; legal forms do not count. */
    @Test
    void veryShortNamesEndAtThreeLetters() {
        match(MadeParty.of("1", "DJI"), name("DJI Ltd"));
        assertTrue(matches.nameScore(0) >= MatchSettings.DEFAULT_THRESHOLD);
        assertFalse(matches.alert());
        assertEquals(List.of("weak or very short name"), matches.evidence(0));
        match(MadeParty.of("1", "DJI"), name("dji"));
        assertTrue(matches.alert());
        match(MadeParty.of("1", "DJI Ltd"), name("DJI"));
        assertFalse(matches.alert());
        match(MadeParty.of("1", "SMEE"), name("SMEE Ltd"));
        assertTrue(matches.alert());
        assertEquals(List.of(), matches.evidence(0));
        PartyMatcher pairs = new PartyMatcher(MatchSettings.defaults());
        assertFalse(pairs.alerts("DJI Ltd", "DJI"));
        assertTrue(pairs.alerts("DJI", "DJI"));
        assertTrue(pairs.alerts("SMEE Ltd", "SMEE"));
        assertTrue(new PartyMatcher(MatchSettings.defaults().withWeakAliasesTrigger(true)).alerts("DJI Ltd", "DJI"));
    }
}
