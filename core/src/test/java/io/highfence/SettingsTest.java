package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.Digest;
import io.highfence.match.MatchSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static Settings read(String json) throws IOException, BadInput {
        return Settings.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "settings.json");
    }

    @Test
    void readsEverySetting() throws Exception {
        Settings settings = read("""
                {"threshold":0.8123,"weakAliasesTrigger":true,"requiredLists":["SDN","EL"],"maxListAgeDays":3,
                 "horizonDays":20,"acceptedThrough":{"date":"2026-12-01","by":"A. Person"},
                 "relyOnNonEnforcement":{"approvedBy":"A. Person","date":"2026-01-02","scope":"Germany"},
                 "timeBudgetMillis":250}
                """);
        assertEquals(8123, settings.match().threshold());
        assertEquals(true, settings.match().weakAliasesTrigger());
        assertEquals(List.of("EL", "SDN"), settings.requiredLists());
        assertEquals(3, settings.maxListAgeDays());
        assertEquals(20, settings.horizonDays());
        assertEquals(new Settings.Acceptance(LocalDate.of(2026, 12, 1), "A. Person"), settings.acceptedThrough());
        assertEquals(
                new Settings.Reliance("A. Person", LocalDate.of(2026, 1, 2), "Germany"),
                settings.relyOnNonEnforcement());
        assertEquals(Duration.ofMillis(250), settings.timeBudget());
        assertEquals(false, settings.demo());
    }

    @Test
    void anEmptyObjectIsTheDefaults() throws Exception {
        assertEquals(Settings.defaults(), read("{}"));
        assertNull(Settings.defaults().maxListAgeDays(), "each list has its own age");
        assertEquals(Settings.defaults().digest(), read("{}").digest());
        assertNotEquals(
                Settings.defaults().digest(), read("{\"maxListAgeDays\":8}").digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"treshold\":0.8}",
                "{\"threshold\":1.1}",
                "{\"threshold\":-1}",
                "{\"threshold\":\"high\"}",
                "{\"maxListAgeDays\":1.5}",
                "{\"demo\":true}",
                "{\"threshold\":0.81234}",
                "{\"horizonDays\":null}",
                "{\"requiredLists\":[\"SDM\"]}",
                "{\"horizonDays\":14,\"profile\":\"vendor\"}",
                "{\"profile\":\"seller\"}",
                "{\"profile\":\"Vendor\"}",
                "{\"requiredRoles\":{\"exports\":[]}}",
                "{\"requiredRoles\":[]}",
                "{\"hubs\":[\"ae\"]}",
                "{\"hubs\":\"AE\"}",
                "{\"heldIndicators\":[{\"name\":\"x\",\"indicators\":[]}]}",
                "{\"heldIndicators\":[{\"indicators\":[\"hub\"]}]}",
                "{\"heldIndicators\":[{\"name\":\"x\",\"indicators\":[\"red-flag-1\"]}]}",
                "{\"timeBudgetMillis\":1000000001}",
                "{\"acceptedThrough\":{\"date\":\"2026-12-01\"}}",
                "{\"acceptedThrough\":{\"date\":\"soon\",\"by\":\"x\"}}",
                "{\"relyOnNonEnforcement\":{\"approvedBy\":\"x\",\"date\":\"2026-12-01\"}}",
                "{\"weakAliasesTrigger\":\"yes\"}"
            })
    void refusesWhatIsNoSetting(String json) {
        assertThrows(BadInput.class, () -> read(json));
    }

    private static Settings everythingSaid() {
        return Settings.of(Settings.Profile.VENDOR).toBuilder()
                .match(new MatchSettings(8123, true, 300))
                .requiredLists(List.of("SDN", "EL"))
                .maxListAgeDays(3)
                .horizonDays(20)
                .acceptedThrough(new Settings.Acceptance(LocalDate.of(2026, 12, 1), "A. \u017bak \ud800 \"B\""))
                .relyOnNonEnforcement(new Settings.Reliance("A. Person", LocalDate.of(2026, 1, 2), "Germany"))
                .timeBudget(Duration.ofNanos(250_000_001))
                .requiredRoles(Map.of(
                        Order.Kind.SERVICE, Set.of(Party.Role.PAYER, Party.Role.BANK),
                        Order.Kind.DOMESTIC, Set.of()))
                .hubs(List.of(Country.of("MY"), Country.of("AE")))
                .tenantCap(new Settings.TenantCap(1_500_000, 30))
                .secondApprover(true)
                .heldIndicators(
                        List.of(new Settings.Combination("both", List.of("hub", "no-orders-before-october-2022"))))
                .build();
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        for (Settings settings : List.of(
                Settings.defaults(),
                everythingSaid(),
                Settings.of(Settings.Profile.VENDOR),
                Settings.of(Settings.Profile.CHECKOUT),
                Settings.of(Settings.Profile.COMPUTE_GATE),
                // What the profile sets is not what a file gets that says null.
                Settings.of(Settings.Profile.CHECKOUT).toBuilder()
                        .maxListAgeDays(null)
                        .hubs(List.of())
                        .heldIndicators(List.of())
                        .requiredRoles(Map.of())
                        .build())) {
            Settings again = read(settings.json());
            assertEquals(settings, again);
            assertEquals(settings.json(), again.json());
            assertEquals(settings.digest(), again.digest());
        }
    }

    @Test
    void theCanonicalFormIsPlain() {
        assertEquals(
                "{\"profile\":null,\"threshold\":0.78,\"nearMissMargin\":0,\"weakAliasesTrigger\":false,"
                        + "\"requiredLists\":[\"DPL\",\"EL\",\"MEU\",\"SDN\",\"UVL\"],\"maxListAgeDays\":null,"
                        + "\"horizonDays\":14,\"acceptedThrough\":null,\"relyOnNonEnforcement\":null,"
                        + "\"timeBudgetMillis\":30000,\"requiredRoles\":{},\"hubs\":[],\"heldIndicators\":[],"
                        + "\"tenantCap\":null,\"secondApprover\":false}",
                Settings.defaults().json());
        assertEquals(Digest.of(Settings.defaults().json()), Settings.defaults().digest());
        String written = everythingSaid().json();
        assertTrue(written.chars().allMatch(c -> c >= ' ' && c < 127), written);
        assertTrue(written.contains("\"requiredRoles\":{\"service\":[\"bank\",\"payer\"]}"), written);
        assertTrue(written.contains("\"timeBudgetMillis\":250.000001"), written);
    }

    @Test
    void aDemonstrationIsSaidAndCannotBeReadBack() {
        Settings demo = Settings.defaults().toBuilder().demo(true).build();
        assertTrue(demo.json().endsWith(",\"demo\":true}"), demo.json());
        assertNotEquals(Settings.defaults().digest(), demo.digest());
        assertThrows(BadInput.class, () -> read(demo.json()));
    }

    /** A setting that is no key, or a key that is no setting, would be no part of the digest. */
    @Test
    void everyComponentIsWritten() throws Exception {
        Set<String> components = new TreeSet<>();
        for (RecordComponent component : Settings.class.getRecordComponents()) {
            components.add(component.getName());
        }
        for (RecordComponent component : MatchSettings.class.getRecordComponents()) {
            components.add(component.getName());
        }
        components.removeAll(Set.of("match", "demo", "timeBudget"));
        components.add("timeBudgetMillis");
        assertEquals(components, new TreeSet<>(Setting.keys()));
        Settings all = everythingSaid();
        for (Setting setting : Setting.values()) {
            assertNotEquals(setting.value(Settings.defaults()), setting.value(all), setting.key());
            assertTrue(all.json().contains("\"" + setting.key() + "\":" + setting.value(all)), setting.key());
            assertTrue(setting.what().length() > 20 && setting.why().length() > 20, setting.key());
            // Only the profile changes what the others begin as.
            if (setting != Setting.PROFILE) {
                assertEquals(
                        setting.value(all),
                        setting.value(read("{\"" + setting.key() + "\":" + setting.value(all) + "}")));
            }
        }
    }

    @Test
    void laterKeysOverrideTheProfile() throws Exception {
        Settings gate = read("{\"profile\":\"computeGate\",\"timeBudgetMillis\":40,\"requiredLists\":[\"EU\"]}");
        assertEquals(
                Settings.of(Settings.Profile.COMPUTE_GATE).toBuilder()
                        .timeBudget(Duration.ofMillis(40))
                        .requiredLists(List.of("EU"))
                        .build(),
                gate);
        assertEquals(Settings.Profile.COMPUTE_GATE, gate.profile());
        assertEquals(Settings.defaults(), read("{\"profile\":null}"));
    }

    @Test
    void aFaultHasItsPlace() {
        BadInput fault = assertThrows(
                BadInput.class,
                () -> read("{\"horizonDays\":14,\n \"requiredRoles\":{\"export\":[\"bank\",\"banker\"]}}"));
        assertEquals("settings.json", fault.file());
        assertEquals(2, fault.line());
        assertEquals(36, fault.column());
        assertTrue(fault.getMessage().contains("requiredRoles.export[1] does not know 'banker'"), fault.getMessage());
    }

    @Test
    void rangesEndWhereAFileEnds() {
        Settings.Builder builder = Settings.defaults().toBuilder();
        Duration most = Duration.ofMillis(1_000_000_000L);
        assertEquals(most, builder.timeBudget(most).build().timeBudget());
        assertThrows(
                IllegalArgumentException.class,
                () -> builder.timeBudget(most.plusNanos(1)).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> builder.timeBudget(Duration.ofNanos(-1)).build());
        builder.timeBudget(Duration.ZERO);
        assertEquals(0, builder.maxListAgeDays(0).build().maxListAgeDays());
        assertThrows(
                IllegalArgumentException.class, () -> builder.maxListAgeDays(-1).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> builder.maxListAgeDays(1_000_000_001).build());
    }
}
