package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.law.RuleBook;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import io.highfence.report.Explanation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of settings would do to orders. */
class SettingsTrialTest {
    private static final Settings BANK = Orders.DEMO.toBuilder()
            .requiredRoles(Map.of(Order.Kind.EXPORT, EnumSet.of(Party.Role.BANK)))
            .build();

    private static SettingsTrial trial(Settings before, Settings after) {
        return new SettingsTrial(
                new Screener(Orders.RULES, Orders.SAMPLE, before), new Screener(Orders.RULES, Orders.SAMPLE, after));
    }

    @Test
    void tellsVerdictsAndReasonsThatComeAndGo() {
        SettingsTrial trial = trial(Orders.DEMO, BANK);
        SettingsTrial.Change change = trial.screen(Orders.clean().build(), Orders.DECIDED_AT);
        assertTrue(change.isChange());
        assertEquals(Verdict.CLEAR, change.before());
        assertEquals(Verdict.NEEDS_DATA, change.after());
        assertEquals(
                List.of("ROLE_MISSING/order"),
                change.appeared().stream().map(Reason::id).toList());
        assertEquals(List.of(), change.gone());
        Order transfer = Orders.clean().kind(Order.Kind.REEXPORT).build();
        assertFalse(trial.screen(transfer, Orders.DECIDED_AT).isChange(), "the role is asked for of exports");
        assertEquals(2, trial.orders());
        assertEquals(1, trial.changed());
        assertEquals(Map.of("CLEAR > NEEDS_DATA", 1), trial.verdicts());
        assertEquals(List.of(Setting.REQUIRED_ROLES), trial.differing());

        SettingsTrial back = trial(BANK, Orders.DEMO);
        SettingsTrial.Change gone = back.screen(Orders.clean().build(), Orders.DECIDED_AT);
        assertEquals(change.appeared(), gone.gone());
        assertEquals(List.of(), gone.appeared());
    }

    /** The same rule with a graver verdict is a reason that comes and one that goes. */
    @Test
    void aReasonThatHoldsInsteadOfBeingShownIsAChange() {
        Settings unaccepted = Settings.defaults().toBuilder().demo(true).build();
        Order later = Orders.clean().build().asOf(Orders.RULES.verifiedThrough().plusDays(15));
        Settings accepted = unaccepted.toBuilder()
                .acceptedThrough(
                        new Settings.Acceptance(Orders.RULES.verifiedThrough().plusDays(15), "a test"))
                .build();
        SettingsTrial trial = trial(accepted, unaccepted);
        SettingsTrial.Change change = trial.screen(later, Orders.DECIDED_AT);
        assertEquals(HoldKind.STALE, change.afterHold());
        assertTrue(change.gone().stream().anyMatch(r -> r.rule().equals("RULES_ACCEPTED")));
        assertTrue(change.appeared().stream().anyMatch(r -> r.rule().equals("RULES_HORIZON")));
        assertEquals(Map.of("CLEAR > HOLD/STALE", 1), trial.verdicts());
    }

    @Test
    void equalSettingsChangeNothing() {
        SettingsTrial trial = trial(Orders.DEMO, Orders.DEMO);
        assertFalse(trial.screen(Orders.bare("x").build(), Orders.DECIDED_AT).isChange());
        assertEquals(0, trial.changed());
        assertEquals(Map.of(), trial.verdicts());
        assertEquals(List.of(), trial.differing());
    }

    @Test
    void isWrittenForPrograms() {
        SettingsTrial trial = trial(Orders.DEMO, BANK);
        String change = Explanation.json(trial.screen(Orders.clean().build(), Orders.DECIDED_AT));
        assertTrue(
                change.startsWith("{\"id\":\"clean\",\"before\":{\"verdict\":\"CLEAR\",\"holdKind\":null},"
                        + "\"after\":{\"verdict\":\"NEEDS_DATA\",\"holdKind\":null},"
                        + "\"appeared\":[{\"id\":\"ROLE_MISSING/order\",\"rule\":\"ROLE_MISSING\","),
                change);
        assertEquals(
                "{\"orders\":1,\"changed\":1,\"verdicts\":{\"CLEAR > NEEDS_DATA\":1},\"settings\":[\"requiredRoles\"],"
                        + "\"from\":\"" + Orders.DEMO.digest() + "\",\"to\":\"" + BANK.digest() + "\"}",
                Explanation.json(trial));
    }

    @Test
    void otherRulesAreNoTrialOfSettings(@TempDir Path folder) throws Exception {
        Path letters = folder.resolve("letters.json");
        Files.copy(Path.of(System.getProperty("highfence.root", "..")).resolve("examples/cli/letters.json"), letters);
        Screener other = new Screener(RuleBook.load(letters), Orders.SAMPLE, Orders.DEMO);
        Screener own = new Screener(Orders.RULES, PartyIndex.of(PartyList.sample()), Orders.DEMO);
        assertThrows(IllegalArgumentException.class, () -> new SettingsTrial(own, other));
    }
}
