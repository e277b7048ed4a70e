package io.highfence.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many accelerators a pod holds. */
class PodsTest {
    private static JsonNode json(String text) throws Exception {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }

    private static Map<String, Long> resources(String spec) throws Exception {
        return Pods.resources(json("{'spec': " + spec + "}"));
    }

    private static String gpus(Object count) {
        return "{'resources': {'limits': {'nvidia.com/gpu': '" + count + "'}, 'requests': {'cpu': '500m'}}}";
    }

    @Test
    void containersHoldTogether() throws Exception {
        assertEquals(Map.of("nvidia.com/gpu", 11L), resources("{'containers': [" + gpus(8) + "," + gpus(3) + ", {}]}"));
    }

    @Test
    void whatRunsBeforeCountsIfItIsMore() throws Exception {
        String containers = "'containers': [" + gpus(2) + "," + gpus(2) + "]";
        assertEquals(
                Map.of("nvidia.com/gpu", 4L), resources("{'initContainers': [" + gpus(4) + "]," + containers + "}"));
        assertEquals(
                Map.of("nvidia.com/gpu", 5L),
                resources("{'initContainers': [" + gpus(5) + "," + gpus(1) + "]," + containers + "}"));
    }

    /** An init container that restarts always runs beside those that come after it. */
    @Test
    void sidecarsGoOnBeside() throws Exception {
        String sidecar = gpus(2).replaceFirst("\\{", "{'restartPolicy': 'Always', ");
        assertEquals(
                Map.of("nvidia.com/gpu", 6L),
                resources("{'initContainers': [" + sidecar + "], 'containers': [" + gpus(4) + "]}"));
        assertEquals(
                Map.of("nvidia.com/gpu", 7L),
                resources("{'initContainers': [" + sidecar + "," + gpus(5) + "], 'containers': [" + gpus(1) + "]}"));
        assertEquals(
                Map.of("nvidia.com/gpu", 5L),
                resources("{'initContainers': [" + gpus(5) + "," + sidecar + "], 'containers': [" + gpus(1) + "]}"));
    }

    @Test
    void ofLimitAndRequestTheLargerCounts() throws Exception {
        assertEquals(
                Map.of("amd.com/gpu", 3L),
                resources(
                        "{'containers': [{'resources': {'limits': {'amd.com/gpu': 3}, 'requests': {'amd.com/gpu': '2'}}}]}"));
    }

    @Test
    void theResourcesOfKubernetesItselfAreNone() throws Exception {
        assertEquals(
                Map.of(),
                resources(
                        "{'containers': [{'resources': {'limits': {'cpu': '1', 'memory': '1Gi', 'hugepages-2Mi': '80Mi',"
                                + " 'kubernetes.io/x': '1', 'node.kubernetes.io/x': '1', 'nvidia.com/gpu': '0'}}}]}"));
        assertEquals(Map.of(), resources("{}"));
        assertEquals(Map.of(), Pods.resources(json("null")));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"8\"', 8",
        "8, 8",
        "'\"1k\"', 1000",
        "'\"8000m\"', 8",
        "'\"1Ki\"', 1024",
        "'\"1e3\"', 1000",
        "'\"1E+3\"', 1000",
        "'\"0.5k\"', 500",
        "'\"1M\"', 1000000",
        "'\"8.0\"', 8",
        "0, 0"
    })
    void quantitiesAreRead(String json, long count) throws Exception {
        assertEquals(count, Pods.count(json(json)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'1.5'",
                "'500m'",
                "'-1'",
                "-1",
                "''",
                "' 8'",
                "'8 '",
                "'eight'",
                "'1000001'",
                "'2M'",
                "'1E'",
                "'1Ei'",
                "'1e99'",
                "'99999999999999999999'",
                "'999999999999999999999999999999'",
                "true",
                "null",
                "[8]",
                "{}",
                "1.5",
                "'8i'",
                "'8n'",
                "'٨'"
            })
    void whatIsNoWholeNumberOfAcceleratorsIsRefused(String json) {
        assertThrows(Pods.Unreadable.class, () -> Pods.count(json(json)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'containers': {}}",
                "{'containers': 8}",
                "{'initContainers': 'none'}",
                "{'containers': [{'resources': []}]}",
                "{'containers': [{'resources': {'limits': 8}}]}"
            })
    void aPodOfAnotherShapeIsRefused(String spec) {
        assertThrows(Pods.Unreadable.class, () -> resources(spec));
    }

    @Test
    void aPodRanOnceAContainerHadAnId() throws Exception {
        assertFalse(Pods.ran(json("{'status': {'phase': 'Pending'}}")));
        assertFalse(Pods.ran(json("{'status': {'phase': 'Failed', 'containerStatuses': [{'containerID': ''}]}}")));
        assertTrue(Pods.ran(
                json("{'status': {'phase': 'Failed', 'containerStatuses': [{'containerID': 'containerd://1'}]}}")));
        assertTrue(Pods.ran(json("{'status': {'phase': 'Running'}}")));
    }
}
