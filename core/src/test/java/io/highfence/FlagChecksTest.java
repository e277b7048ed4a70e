package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Decisions page, section 8: an INDICATOR is shown and counted, a RED_FLAG holds, and settings may hold on indicators together. */
class FlagChecksTest {
    private static final String NEW = "no-orders-before-october-2022";
    private static final String THIN = "address-or-web-presence-thin";

    private static Settings holding(String... indicators) {
        return Orders.DEMO.toBuilder()
                .hubs(List.of(Country.of("AE")))
                .heldIndicators(List.of(new Settings.Combination("a new customer", List.of(indicators))))
                .build();
    }

    private static Order.Builder byWayOfTheEmirates() {
        return Orders.clean().party(Orders.party(Party.Role.FREIGHT_FORWARDER, "Wadi Saffron Cargo", "AE"));
    }

    private static Reason only(Decision decision, String rule) {
        List<Reason> found =
                decision.reasons().stream().filter(r -> r.rule().equals(rule)).toList();
        assertEquals(1, found.size(), () -> rule + " in " + decision.reasons());
        return found.get(0);
    }

    @Test
    void anIndicatorIsShownAndCountedAndHoldsNothing() {
        Decision decision =
                Orders.decide(Orders.clean().redFlag(NEW).redFlag(THIN).build());
        assertEquals(Verdict.CLEAR, decision.verdict());
        Reason shown = only(decision, "OBSERVED_NO_ORDERS_BEFORE_OCTOBER_2022");
        assertEquals(Verdict.CLEAR, shown.verdict());
        assertTrue(Objects.requireNonNull(shown.citation()).toString().contains("BIS guidance of 2025-05-13"));
        assertTrue(only(decision, "INDICATORS").text().startsWith("Indicators: 2 (" + THIN + ", " + NEW + ")"));
    }

    @Test
    void aRedFlagHoldsUntilItIsResolved() {
        Decision decision = Orders.decide(Orders.clean().redFlag("red-flag-4").build());
        assertEquals(Verdict.HOLD, decision.verdict());
        assertEquals(HoldKind.RED_FLAG, decision.holdKind());
        assertEquals(Verdict.HOLD, only(decision, "OBSERVED_RED_FLAG_4").verdict());
        assertFalse(Orders.has(decision, "INDICATORS"), "a red flag is no indicator");
    }

    /** Red flag 29 is stayed from 2025-11-10 to 2026-11-09, and began on 2025-09-29. */
    @Test
    void aFlagCountsOnItsOwnDaysOnly() {
        Order.Builder order = Orders.clean().redFlag("red-flag-29");
        Reason stayed = only(Orders.decide(order.build()), "OBSERVED_RED_FLAG_29");
        assertEquals(Verdict.CLEAR, stayed.verdict());
        assertTrue(stayed.text().endsWith("On this day it is stayed."), stayed.text());
        LocalDate last = LocalDate.of(2025, 11, 9);
        assertEquals(
                Verdict.HOLD,
                only(Orders.decide(order.build().asOf(last)), "OBSERVED_RED_FLAG_29")
                        .verdict());
        assertEquals(
                Verdict.CLEAR,
                only(Orders.decide(order.build().asOf(last.plusDays(1))), "OBSERVED_RED_FLAG_29")
                        .verdict());
        Decision before = Orders.decide(order.build().asOf(LocalDate.of(2025, 9, 28)));
        assertEquals(Verdict.CLEAR, only(before, "RED_FLAG_OF_ANOTHER_DAY").verdict());
    }

    @Test
    void anUnknownFlagIsAskedFor() {
        Decision decision = Orders.decide(Orders.clean().redFlag("red-flag-99").build());
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertTrue(decision.missing().contains("redFlags[0]: red-flag-99"), decision.missing()::toString);
    }

    @Test
    void oneIndicatorMoreMakesTheCombination() {
        Settings settings = holding(NEW, Settings.HUB);
        Decision one = Orders.decide(Orders.clean().redFlag(NEW).build(), settings);
        assertEquals(Verdict.CLEAR, one.verdict());
        Decision other = Orders.decide(byWayOfTheEmirates().build(), settings);
        assertEquals(Verdict.CLEAR, other.verdict());
        assertTrue(Orders.has(other, "HUB"));
        Decision both = Orders.decide(byWayOfTheEmirates().redFlag(NEW).build(), settings);
        assertEquals(Verdict.HOLD, both.verdict());
        assertEquals(HoldKind.RED_FLAG, both.holdKind());
        assertTrue(only(both, "INDICATORS_HELD").text().contains("a new customer (hub, " + NEW + ")"));
        assertEquals(
                Verdict.CLEAR,
                Orders.decide(byWayOfTheEmirates().redFlag(NEW).build(), Orders.DEMO)
                        .verdict(),
                "nothing holds where the settings name no combination");
    }

    @Test
    void aHubIsOnTheWayAndNotAtItsBeginning() {
        Settings settings = holding(Settings.HUB);
        Decision seller = Orders.decide(
                Orders.clean()
                        .party(Orders.party(Party.Role.MANUFACTURER, "Wadi Saffron Boards", "AE"))
                        .build(),
                settings);
        assertFalse(Orders.has(seller, "HUB"));
        assertEquals(
                Verdict.HOLD,
                Orders.decide(byWayOfTheEmirates().build(), settings).verdict());
    }

    @Test
    void theRulesMustHaveTheIndicator() {
        Settings settings = holding("red-flag-4");
        assertThrows(IllegalArgumentException.class, () -> new Screener(Orders.RULES, Orders.SAMPLE, settings));
    }

    @Test
    void anOrderSaysItsFlags() throws Exception {
        String json = "{\"id\":\"A\",\"redFlags\":[\"" + NEW + "\",\" red-flag-1 \",null]}";
        try (OrderReader reader =
                new OrderReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "order.json")) {
            Order order = Objects.requireNonNull(reader.next());
            assertEquals(List.of(NEW, "red-flag-1"), order.redFlags());
            assertEquals(1, order.unjudged().size(), order.unjudged()::toString);
        }
    }

    @Test
    void aRequiredRoleIsAskedForAndNoneIsAnAnswer() {
        Settings settings = Orders.DEMO.toBuilder()
                .requiredRoles(Map.of(Order.Kind.EXPORT, EnumSet.of(Party.Role.OSAT)))
                .build();
        Decision open = Orders.decide(Orders.clean().build(), settings);
        assertEquals(Verdict.NEEDS_DATA, open.verdict());
        assertEquals(List.of("parties: osat"), open.missing());
        Party none = Party.of(Party.Role.OSAT, "none", null);
        assertEquals(
                Verdict.CLEAR,
                Orders.decide(Orders.clean().party(none).build(), settings).verdict());
        Order transfer = Orders.clean().kind(Order.Kind.TRANSFER_IN_COUNTRY).build();
        assertFalse(Orders.decide(transfer, settings).missing().contains("parties: osat"), "of another kind");
    }

    @Test
    void aKindKeepsTheRolesThatItRequiresOfEverybody() {
        Settings settings = Orders.DEMO.toBuilder()
                .requiredRoles(Map.of(Order.Kind.EXPORT, Set.of()))
                .build();
        Decision decision = Orders.decide(
                Orders.bare("nobody").item(Item.ofEccn("1", "EAR99")).build(), settings);
        assertTrue(decision.missing().contains("parties: endUser"), decision.missing()::toString);
    }

    @ParameterizedTest
    @EnumSource(Settings.Profile.class)
    void aProfileIsStricterThanTheDefaultsAndNeverLaxer(Settings.Profile profile) {
        Settings settings = Settings.of(profile);
        assertTrue(settings.requiredLists().containsAll(Settings.defaults().requiredLists()));
        assertEquals(Settings.defaults().match(), settings.match());
        assertEquals(Settings.defaults().horizonDays(), settings.horizonDays());
        assertNull(settings.acceptedThrough());
        assertNull(settings.relyOnNonEnforcement());
        assertFalse(settings.demo());
        assertFalse(settings.requiredRoles().isEmpty());
        settings.heldIndicators()
                .forEach(held -> assertTrue(
                        Settings.indicators().containsAll(held.indicators())
                                && held.indicators().size() > 1,
                        held.name()));
        assertNotNull(new Screener(Orders.RULES, Orders.SAMPLE, settings));
    }
}
