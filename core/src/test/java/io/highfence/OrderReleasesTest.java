package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorizations and dispositions beside the orders are the same as in them. */
class OrderReleasesTest {
    private static final String RELEASES =
            "\"authorizations\":[{\"id\":\"L-1\",\"type\":\"LICENSE\",\"issuer\":\"BIS\",\"validFrom\":\"2026-01-15\","
                    + "\"eccns\":[\"3A090.a\"],\"conditions\":[{\"text\":\"no resale\",\"metBy\":\"a letter\"}]}],"
                    + "\"dispositions\":[{\"reasonId\":\"EL_OTHER/party 2\",\"author\":\"A. Author\",\"expires\":\"2026-09-30\"}]";

    private static OrderReleases read(String json) throws IOException, BadInput {
        return OrderReleases.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "r.jsonl");
    }

    private static Order order(String json) throws IOException, BadInput {
        try (OrderReader reader =
                new OrderReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "o.json")) {
            return reader.next();
        }
    }

    @Test
    void whatStandsBesideAnOrderIsAsInIt() throws Exception {
        OrderReleases releases = read("{\"id\":\"B\"," + RELEASES + "}\n{\"id\":\"A\",\"dispositions\":[]}\n");
        assertEquals(List.of("B", "A"), List.copyOf(releases.ids()));
        Order bare = order("{\"id\":\"B\",\"kind\":\"export\",\"items\":[{\"line\":\"1\",\"eccn\":\"3A090.a\"}]}");
        Order whole = order("{\"id\":\"B\",\"kind\":\"export\",\"items\":[{\"line\":\"1\",\"eccn\":\"3A090.a\"}],"
                + RELEASES + "}");
        assertEquals(whole, releases.addTo(bare));
        assertEquals(1, whole.authorizations().size());
        assertEquals(2, releases.addTo(whole).dispositions().size(), "behind its own");
        Order other = order("{\"id\":\"C\"}");
        assertSame(other, releases.addTo(other));
        assertEquals(List.of(), List.copyOf(read("").ids()));
    }

    /** What is not understood is asked for, and says in which file it stands. */
    @Test
    void aValueThatIsNotUnderstoodIsPassedOn() throws Exception {
        OrderReleases releases = read(
                "{\"id\":\"B\",\"authorizations\":[{\"id\":\"L\",\"type\":\"PERMIT\"}],\"dispositions\":[{\"colour\":1}]}");
        Order order = releases.addTo(order("{\"id\":\"B\"}"));
        assertEquals(1, order.unjudged().size());
        assertTrue(order.unjudged().get(0).startsWith("releases.authorizations[0].type"), order.unjudged()::toString);
        assertEquals(List.of("releases.dispositions[0].colour"), order.unread());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"A\",\"kind\":\"export\"}",
                "{\"id\":\"A\",\"kind\":\"smuggle\"}",
                "{\"id\":\"A\",\"disposition\":[]}",
                "{\"id\":\"A\",\"totals\":[{\"account\":\"tpp-tenant:T\",\"used\":1}]}",
                "{\"authorizations\":[]}",
                "{\"id\":\"B\"}\n{\"id\":\"B\"}",
                "{\"id\":\"B\""
            })
    void aFileThatSaysAnythingElseIsRefused(String json) {
        BadInput fault = assertThrows(BadInput.class, () -> read(json));
        assertTrue(fault.getMessage().startsWith("r.jsonl:"), fault::getMessage);
    }
}
