package io.highfence.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.law.RuleBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings files, and those of the demonstration. */
class GateConfigTest {
    @TempDir
    Path folder;

    private GateConfig config(String json) throws Exception {
        return GateConfig.read(Files.writeString(folder.resolve("gate.json"), json.replace('\'', '"')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{'tenants': 't', 'accelerators': [], 'failOpen': true}",
                "{'tenants': 't', 'tenants': 'u', 'accelerators': []}",
                "{'tenants': 't', 'accelerators': [{'name': 'H100'}]}",
                "{'tenants': 't', 'accelerators': [], 'envoy': {'host': 'localhost'}}",
                "{'tenants': 't', 'accelerators': [], 'reloadSeconds': -1}",
                "{'tenants': 't', 'accelerators': []} {}"
            })
    void whatIsNoSettingsFileIsRefusedWithItsName(String json) {
        BadInput refused = assertThrows(BadInput.class, () -> config(json));
        assertTrue(refused.getMessage().contains("gate.json"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "NVIDIA Abacus, no chip of the catalogue",
        "AMD MI308X, nobody has published the rates",
    })
    void anAcceleratorOfUnknownPerformanceIsRefused(String chip, String why) throws Exception {
        GateConfig config = config("{'tenants': 't', 'accelerators': [{'name': 'x', 'chip': '" + chip
                + "', 'resource': 'example.com/x'}]}");
        BadInput refused = assertThrows(
                BadInput.class,
                () -> new Accelerators(config.accelerators(), config.harmless(), RuleBook.bundled(), "gate.json"));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "kind, '\"kind\":\"cloudAccess\"', '\"kind\":\"export\"'",
        "items, '\"parties\"', '\"items\":[{\"eccn\":\"EAR99\"}],\"parties\"'",
        "date, '\"parties\"', '\"asOf\":\"2020-01-01\",\"parties\"'",
        "account, '\"account\":\"ok\"', '\"account\":\"other\"'",
        "understood, '\"country\":\"CA\"', '\"country\":\"Atlantis\"'",
        "understood, '\"endUse\"', '\"endUsage\"'",
    })
    void aTenantThatIsNotUnderstoodIsRefused(String word, String was, String is) throws Exception {
        Path file = Files.writeString(folder.resolve("tenants.jsonl"), Rig.OK.replace(was, is));
        BadInput refused = assertThrows(BadInput.class, () -> new Tenants(file));
        assertTrue(refused.getMessage().contains(word), refused.getMessage());
    }

    @Test
    void theDemonstrationIsWhole() throws Exception {
        GateConfig config = GateConfig.read(Path.of("demo", "gate.json"));
        assertEquals(
                List.of("delft", "hainan", "inspur", "lagoon", "melli", "toronto"),
                new Tenants(config.tenants()).ids());
        Server.settings(config);
        new Accelerators(config.accelerators(), config.harmless(), RuleBook.bundled(), "gate.json");
    }
}
