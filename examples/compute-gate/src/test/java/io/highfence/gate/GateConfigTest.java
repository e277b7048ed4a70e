package io.highfence.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.LiveLists;
import io.highfence.base.BadInput;
import io.highfence.law.RuleBook;
import io.highfence.ledger.Ledger;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
                "{'tenants': 't', 'accelerators': [{'name': 'x', 'chip': 'y', 'resource': 'z'}], 'failOpen': true}",
                "{'tenants': 't', 'tenants': 'u', 'accelerators': []}",
                "{'tenants': 't', 'accelerators': [{'name': 'H100'}]}",
                "{'tenants': 't', 'accelerators': [{'name': 'x', 'chip': 'y', 'resource': 'z'}], 'envoy': {'host': 'localhost'}}",
                "{'tenants': 't', 'accelerators': [{'name': 'x', 'chip': 'y', 'resource': 'z'}], 'reloadSeconds': -1}",
                "{'tenants': 't', 'accelerators': []}",
                "{'tenants': 't', 'accelerators': [{'name': 'x', 'chip': 'y', 'resource': 'z'}]} {}"
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
        Accelerators accelerators =
                new Accelerators(config.accelerators(), config.harmless(), RuleBook.bundled(), "gate.json");
        Accelerators.Accelerator h100 = accelerators.named("H100");
        assertNotNull(h100);
        Gate gate = new Gate(
                RuleBook.bundled(),
                new LiveLists(PartyIndex.of(PartyList.sample())),
                Server.settings(config).toBuilder()
                        .timeBudget(Duration.ofMinutes(1))
                        .build(),
                new Tenants(config.tenants()),
                Ledger.inMemory(),
                Rig.CLOCK);
        Map<String, Answer.Verdict> verdicts = new TreeMap<>();
        for (String tenant : List.of("delft", "hainan", "inspur", "lagoon", "melli", "nobody", "toronto")) {
            Launch.Ask ask = new Launch.Ask(Launch.line(1), h100, 8);
            Launch launch = new Launch("demo", false, tenant, List.of(ask), Launch.Moment.DRY_RUN);
            verdicts.put(tenant, gate.decide(launch).verdict());
        }
        assertEquals(
                "{delft=ALLOW_WITH_CAP, hainan=HOLD, inspur=HOLD, lagoon=HOLD, melli=DENY, nobody=DENY, toronto=ALLOW_WITH_CAP}",
                verdicts.toString());
    }
}
