package io.highfence.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvBytesTest {
    /** Everything that came through, and the fault at the end. */
    private static String drain(byte[] bytes, int maxCell, Random chunks, ByteArrayOutputStream through)
            throws IOException {
        try (InputStream in = new CsvBytes(new ByteArrayInputStream(bytes), maxCell)) {
            while (true) {
                if (chunks == null) {
                    int one = in.read();
                    if (one < 0) {
                        return "";
                    }
                    through.write(one);
                } else {
                    byte[] chunk = new byte[1 + chunks.nextInt(9)];
                    int read = in.read(chunk, 0, chunk.length);
                    if (read < 0) {
                        return "";
                    }
                    through.write(chunk, 0, read);
                }
            }
        } catch (CsvBytes.Fault e) {
            return e.line() + ":" + e.cell() + " " + e.reason();
        }
    }

    private static String fault(byte[] bytes, int maxCell) throws IOException {
        return drain(bytes, maxCell, null, new ByteArrayOutputStream());
    }

    private static String place(String text, int maxCell) throws IOException {
        return fault(text.getBytes(StandardCharsets.UTF_8), maxCell).split(" ", 2)[0];
    }

    @Test
    void goodBytesPassUnchanged() throws Exception {
        byte[] bytes = "\"a\",b\r\n\"x\"\"y\n\u20AC\",\r\rz,".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream through = new ByteArrayOutputStream();
        assertEquals("", drain(bytes, 100, new Random(1), through));
        assertArrayEquals(bytes, through.toByteArray());
    }

    @Test
    void acceptsWhatTheStrictDecoderAccepts() throws Exception {
        long seed = 20261124;
        for (byte[] sequence : Utf8.sequences(seed)) {
            byte[] bytes = Utf8.join("h\na,".getBytes(StandardCharsets.UTF_8), sequence);
            String fault = fault(bytes, 100);
            String shown = "seed " + seed + ", bytes " + HexFormat.of().formatHex(sequence) + ": " + fault;
            assertEquals(Utf8.isValid(sequence), fault.isEmpty(), shown);
            assertEquals(Utf8.isValid(sequence) ? "" : "2:2", fault.split(" ", 2)[0], shown);
        }
    }

    @Test
    void theSameBytesGiveTheSameFaultHoweverTheyArrive() throws Exception {
        long seed = 20261125;
        Random random = new Random(seed);
        byte[] signs = "ab,\"\n\r\u20AC".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(24)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = signs[random.nextInt(signs.length)];
            }
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            ByteArrayOutputStream many = new ByteArrayOutputStream();
            String expected = drain(bytes, 5, null, one);
            String shown = "seed " + seed + ", " + HexFormat.of().formatHex(bytes);
            assertEquals(expected, drain(bytes, 5, random, many), shown);
            assertArrayEquals(one.toByteArray(), many.toByteArray(), shown);
            assertArrayEquals(java.util.Arrays.copyOf(bytes, one.size()), one.toByteArray(), shown);
        }
    }

    @Test
    void aCellMayHaveAsManyCharactersAsTheBoundSays() throws Exception {
        assertEquals("", place("abc,abc\nabc", 3));
        assertEquals("", place("\"abc\",\"a\nc\"\n\"\"\"\"\"\"\"\"", 3));
        assertEquals("", place("\u20AC\u20AC\u20AC", 3));
        assertEquals("1:2", place("abc,abcd", 3));
        assertEquals("2:1", place("abc\n\"abcd\"", 3));
        assertEquals("1:1", place("\"\"\"\"\"\"\"\"\"\"", 3));
        assertEquals("1:1", place("\u20AC\u20AC\u20AC\u20AC", 3));
    }

    @Test
    void aFaultIsThrownAgainOnEveryFurtherRead() throws Exception {
        try (CsvBytes in = new CsvBytes(new ByteArrayInputStream("a\"b".getBytes(StandardCharsets.UTF_8)), 100)) {
            assertEquals(1, in.read(new byte[8], 0, 8));
            for (int i = 0; i < 3; i++) {
                assertEquals(0, in.available());
                String first = "";
                try {
                    in.read(new byte[8], 0, 8);
                } catch (CsvBytes.Fault e) {
                    first = e.line() + ":" + e.cell();
                }
                assertEquals("1:1", first);
            }
            assertFalse(in.markSupported());
        }
    }
}
