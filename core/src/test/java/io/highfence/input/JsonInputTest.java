package io.highfence.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonToken;
import io.highfence.base.BadInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonInputTest {
    private static JsonInput open(byte[] bytes) throws IOException {
        return new JsonInput(new ByteArrayInputStream(bytes), "order.json");
    }

    private static JsonInput open(String text) throws IOException {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads every token and every text in it. */
    private static List<String> everything(byte[] bytes) throws IOException, BadInput {
        JsonInput json = open(bytes);
        List<String> texts = new ArrayList<>();
        for (JsonToken token = json.next(); token != null; token = json.next()) {
            if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
                texts.add(json.text("value"));
            }
        }
        return texts;
    }

    private static BadInput fault(String text) {
        BadInput fault =
                assertThrows(BadInput.class, () -> everything(text.getBytes(StandardCharsets.UTF_8)), () -> text);
        assertEquals("order.json", fault.file());
        return fault;
    }

    private static void assertPlace(long line, int column, BadInput fault) {
        assertEquals(line + ":" + column, fault.line() + ":" + fault.column(), fault.getMessage());
    }

    @Test
    void objectsAndArraysAreReadFieldByField() throws Exception {
        JsonInput json = open("{\"a\":\"x\",\"b\":[1,2.50,null,true],\"c\":{\"d\":false}}");
        json.next();
        List<String> seen = new ArrayList<>();
        json.object("order", name -> {
            switch (name) {
                case "a" -> seen.add(name + "=" + json.text(name));
                case "b" ->
                    json.array(
                            "b",
                            path -> seen.add(
                                    path + "=" + (path.equals("b[3]") ? json.truth(path) + "" : json.text(path))));
                default -> json.object(name, inner -> seen.add(name + "." + inner + "=" + json.truth(inner)));
            }
        });
        assertEquals(List.of("a=x", "b[0]=1", "b[1]=2.50", "b[2]=null", "b[3]=true", "c.d=false"), seen);
        assertNull(json.next());
    }

    @Test
    void nullIsNoTextAndNoTruth() throws Exception {
        JsonInput json = open("[null]");
        json.next();
        json.next();
        assertNull(json.text("x"));
        assertNull(json.truth("x"));
    }

    @Test
    void aValueOfTheWrongTypeIsAFaultAtItsPlace() throws Exception {
        JsonInput json = open("{\n  \"a\": true,\n  \"b\": \"x\", \"c\": 7\n}");
        json.next();
        List<BadInput> faults = new ArrayList<>();
        json.object("order", name -> {
            faults.add(
                    name.equals("a")
                            ? assertThrows(BadInput.class, () -> json.text(name))
                            : assertThrows(BadInput.class, () -> json.truth(name)));
            faults.add(assertThrows(BadInput.class, () -> json.object(name, ignored -> {})));
            faults.add(assertThrows(BadInput.class, () -> json.array(name, ignored -> {})));
        });
        assertEquals("order.json:2:8: a must be a text", faults.get(0).getMessage());
        assertEquals("order.json:2:8: a must be an object", faults.get(1).getMessage());
        assertEquals("order.json:2:8: a must be an array", faults.get(2).getMessage());
        assertEquals("order.json:3:8: b must be true or false", faults.get(3).getMessage());
        assertEquals("order.json:3:18: c must be true or false", faults.get(6).getMessage());
    }

    @Test
    void skippingPassesOverWholeValuesOnly() throws Exception {
        JsonInput json = open("[{\"a\":[1,{\"b\":[]}]},7,[[]],\"end\"]");
        json.next();
        List<String> kept = new ArrayList<>();
        json.array("list", path -> {
            if (path.equals("list[3]")) {
                kept.add(json.text(path));
            } else {
                json.skip();
            }
        });
        assertEquals(List.of("end"), kept);
    }

    @Test
    void aKeyThatStandsTwiceIsAFaultWhereItStandsAgain() {
        BadInput fault = fault("{\"a\":1,\n \"b\":2,\n \"a\":3}");
        assertEquals(3, fault.line());
        assertTrue(fault.reason().contains("'a'"), fault.reason());
        fault("[{\"x\":{\"y\":1,\"y\":1}}]");
    }

    @Test
    void theSameKeyInTwoObjectsIsNoFault() throws Exception {
        assertEquals(List.of("1", "2"), everything("[{\"a\":1},{\"b\":{\"a\":2}}]".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aKeyThatIsWrittenWithAnEscapeIsTheSameKey() {
        fault("{\"a\":1,\"\\u0061\":2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "{a:1}",
                "{'a':1}",
                "[01]",
                "[+1]",
                "[.5]",
                "[1.]",
                "[NaN]",
                "[Infinity]",
                "[tru]",
                "[\"a\tb\"]",
                "[\"a\nb\"]",
                "[\"\\x41\"]",
                "[\"\\u12\"]",
                "// remark\n[1]",
                "/* remark */ [1]",
                "# remark\n[1]",
                "[1]]",
                "}",
                "[}",
                "[\u00A01]"
            })
    void whatIsNotStrictJsonIsAFaultWithItsPlace(String text) {
        BadInput fault = fault(text);
        assertTrue(fault.line() >= 1 && fault.column() >= 1, fault.getMessage());
        assertFalse(fault.reason().contains("Source"), fault.reason());
    }

    @Test
    void everyCutIsAFaultWithItsPlace() throws Exception {
        String whole = "{\n \"a\": [\"x\\u0041\u20AC\", -1.5e3, {\"b\": null}],\n \"c\": true\n}";
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        assertEquals(2, everything(bytes).size());
        assertEquals(List.of(), everything(new byte[0]));
        for (int cut = 1; cut < bytes.length; cut++) {
            byte[] prefix = java.util.Arrays.copyOf(bytes, cut);
            BadInput fault = assertThrows(BadInput.class, () -> everything(prefix), "cut at " + cut);
            assertTrue(fault.line() >= 1 && fault.column() >= 1, "cut at " + cut + ": " + fault.getMessage());
        }
    }

    @Test
    void depthIsBoundedAtFifty() throws Exception {
        everything(("[".repeat(50) + "]".repeat(50)).getBytes(StandardCharsets.UTF_8));
        BadInput fault = fault("[".repeat(51) + "]".repeat(51));
        assertEquals(1, fault.line());
        fault("[".repeat(200_000));
        fault("{\"a\":".repeat(51) + "1" + "}".repeat(51));
    }

    @Test
    void depthIsBoundedWhereAValueIsSkipped() throws Exception {
        JsonInput json = open("[".repeat(51) + "]".repeat(51));
        json.next();
        assertThrows(BadInput.class, json::skip);
    }

    @Test
    void textIsBoundedAtAHundredThousand() throws Exception {
        String longest = "x".repeat(100_000);
        assertEquals(List.of(longest), everything(("[\"" + longest + "\"]").getBytes(StandardCharsets.UTF_8)));
        assertPlace(2, 1, fault("[\n\"" + longest + "x\"]"));
    }

    @Test
    void digitsOfANumberAreBoundedAtAHundred() throws Exception {
        String longest = "7".repeat(100);
        assertEquals(List.of(longest), everything(("[" + longest + "]").getBytes(StandardCharsets.UTF_8)));
        fault("[" + longest + "7]");
    }

    @Test
    void bytesAreReadAsUtf8OrAreAFault() throws Exception {
        long seed = 20261123;
        for (byte[] sequence : Utf8.sequences(seed)) {
            byte[] bytes = Utf8.join(Utf8.bytes('[', '\n', '"'), sequence, Utf8.bytes('"', ']'));
            String shown = "seed " + seed + ", bytes " + HexFormat.of().formatHex(sequence);
            if (Utf8.isValid(sequence)) {
                assertEquals(List.of(new String(sequence, StandardCharsets.UTF_8)), everything(bytes), shown);
            } else {
                BadInput fault = assertThrows(BadInput.class, () -> everything(bytes), shown);
                assertEquals(2, fault.line(), shown);
                assertTrue(fault.column() >= 1, shown);
            }
        }
    }

    @Test
    void aKeyThatIsNotUtf8IsAFault() {
        for (byte[] sequence : List.of(
                Utf8.bytes(0xFF),
                Utf8.bytes(0xC0, 0xAF),
                Utf8.bytes(0xED, 0xA0, 0x80),
                Utf8.bytes(0xF4, 0x90, 0x80, 0x80))) {
            byte[] bytes = Utf8.join(Utf8.bytes('{', '"'), sequence, Utf8.bytes('"', ':', '1', '}'));
            assertThrows(BadInput.class, () -> everything(bytes), HexFormat.of().formatHex(sequence));
        }
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws Exception {
        assertEquals(List.of("x"), everything("\uFEFF[\"x\"]".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void otherEncodingsAreAFault() {
        for (var charset : List.of(
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16LE,
                java.nio.charset.Charset.forName("UTF-32BE"),
                java.nio.charset.Charset.forName("UTF-32LE"))) {
            assertThrows(BadInput.class, () -> everything("[\"x\"]".getBytes(charset)), charset.name());
        }
    }

    @Test
    void aBrokenByteIsNeverAnythingButAFault() throws Exception {
        byte[] whole = "{\n \"a\": [\"x\\u0041\u20AC\", -1.5e3, {\"b\": null}],\n \"c\": true\n}"
                .getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < whole.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] bytes = whole.clone();
                bytes[at] = (byte) value;
                try {
                    everything(bytes);
                } catch (BadInput e) {
                    assertTrue(e.line() >= 1 && e.column() >= 1, at + "=" + value + ": " + e.getMessage());
                }
            }
        }
    }

    @Test
    void aStreamThatFailsIsNoBadInput() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        IOException e = assertThrows(IOException.class, () -> new JsonInput(failing, "order.json").next());
        assertEquals("the disk is gone", e.getMessage());
    }

    @Test
    void theStreamStaysOpen() throws Exception {
        boolean[] closed = new boolean[1];
        InputStream in = new ByteArrayInputStream("[]".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        try (JsonInput json = new JsonInput(in, "order.json")) {
            json.next();
            json.skip();
            assertNull(json.next());
        }
        assertFalse(closed[0]);
    }
}
