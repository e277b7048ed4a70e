package io.highfence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static String text(String value) {
        return Json.object(json -> json.put("k", value));
    }

    /** Every UTF-16 unit there is, halves of surrogate pairs among them. */
    @Test
    void everyUnitComesBackAsItWas() throws Exception {
        for (int unit = 0; unit < 0x10000; unit++) {
            String value = "a" + (char) unit + "b";
            String json = text(value);
            assertEquals(value, Read.object(json).get("k"), () -> "in " + json);
            assertTrue(json.chars().noneMatch(c -> c < 0x20), "a control character stands bare in " + json);
            // A half that stood bare could not be written as UTF-8.
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(json));
            assertEquals(json, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        }
    }

    @Test
    void wholePairsQuotesAndBackslashesComeBack() {
        for (String value : List.of("😀", "𠮷野", "\"", "\\", "\\u0041", "</script>", "\r\n\t", "\u2028", "中芯国际")) {
            assertEquals(value, Read.object(text(value)).get("k"));
        }
        assertEquals("{\"k\":\"a\\\"b\\\\c\\nd\"}", text("a\"b\\c\nd"));
        assertEquals("{\"k\":\"中芯国际\"}", text("中芯国际"));
    }

    @Test
    void keysAndElementsAreEscapedToo() {
        String hostile = "a\"\n\uD800b";
        String key = "a\"\n\u0000b";
        String json = Json.object(object -> object.put(key, 1)
                .texts("texts", List.of(hostile))
                .objects("objects", List.of(hostile), (element, value) -> element.put("v", value))
                .object("object", inner -> inner.put("v", hostile)));
        Map<String, Object> read = Read.object(json);
        assertEquals("1", read.get(key));
        assertEquals(List.of(hostile), read.get("texts"));
        assertEquals(hostile, Read.objects(read, "objects").get(0).get("v"));
        assertEquals(hostile, Read.inner(read, "object").get("v"));
        assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(json));
    }

    @Test
    void scoresHaveFourDecimals() {
        assertEquals("{\"s\":0.0000}", Json.object(json -> json.score("s", 0)));
        assertEquals("{\"s\":0.0001}", Json.object(json -> json.score("s", 1)));
        assertEquals("{\"s\":0.0780}", Json.object(json -> json.score("s", 780)));
        assertEquals("{\"s\":0.9999}", Json.object(json -> json.score("s", 9_999)));
        assertEquals("{\"s\":1.0000}", Json.object(json -> json.score("s", 10_000)));
        for (int score = 0; score <= 10_000; score++) {
            int asked = score;
            assertEquals(
                    new BigDecimal(score).movePointLeft(4).setScale(4).toPlainString(),
                    Read.object(Json.object(json -> json.score("s", asked))).get("s"));
        }
    }

    @Test
    void valuesKeepTheirKind() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("none", null);
        values.put("truth", true);
        values.put("whole", 7);
        values.put("long", 5_000_000_000L);
        values.put("decimal", new BigDecimal("1E+3"));
        values.put("list", List.of("a", List.of(1), Map.of("k", false)));
        assertEquals(
                "{\"none\":null,\"truth\":true,\"whole\":7,\"long\":5000000000,\"decimal\":1000,"
                        + "\"list\":[\"a\",[1],{\"k\":false}]}",
                Json.object(json -> json.putAll(values)));
        assertEquals(
                "{\"none\":null,\"n\":989.5,\"m\":null,\"b\":true,\"i\":-1}",
                Json.object(json -> json.put("none", null)
                        .number("n", "989.5")
                        .number("m", null)
                        .put("b", true)
                        .put("i", -1)));
    }
}
