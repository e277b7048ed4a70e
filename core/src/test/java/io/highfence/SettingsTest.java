package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.highfence.base.BadInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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
                "{\"acceptedThrough\":{\"date\":\"2026-12-01\"}}",
                "{\"acceptedThrough\":{\"date\":\"soon\",\"by\":\"x\"}}",
                "{\"relyOnNonEnforcement\":{\"approvedBy\":\"x\",\"date\":\"2026-12-01\"}}",
                "{\"weakAliasesTrigger\":\"yes\"}"
            })
    void refusesWhatIsNoSetting(String json) {
        assertThrows(BadInput.class, () -> read(json));
    }
}
