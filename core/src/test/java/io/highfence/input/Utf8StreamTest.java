package io.highfence.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8StreamTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static byte[] read(byte[] bytes) throws IOException {
        return new Utf8Stream(new ByteArrayInputStream(bytes)).readAllBytes();
    }

    /** The JDK's own charset is the oracle; five bytes mean nothing in it. */
    @Test
    void everyByteOfWindows1252IsTheCharacterThatTheJdkReads() throws IOException {
        for (int value = 0x20; value < 0x100; value++) {
            byte[] bytes = {'a', (byte) value, 'b'};
            String expected = new String(bytes, WINDOWS);
            String found = new String(read(bytes), StandardCharsets.UTF_8);
            if (value == 0x81 || value == 0x8D || value == 0x8F || value == 0x90 || value == 0x9D) {
                assertFalse(Utf8.isValid(read(bytes)), "byte " + value);
            } else {
                assertEquals(expected, found, "byte " + value);
            }
        }
    }

    @Test
    void utf8PassesUnchangedWithOrWithoutAMark() throws IOException {
        for (String text : new String[] {"", "abc", "\uFEFFabc", "caf\u00e9 \u4e2d\ud83d\ude00", "\u0410"}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertArrayEquals(bytes, read(bytes), text);
        }
    }

    /** So that a file in UTF-8 with one damaged byte is not taken for another encoding. */
    @Test
    void theFirstCharacterBeyondAsciiDecides() throws IOException {
        byte[] damaged = {(byte) 0xC3, (byte) 0xA9, ' ', (byte) 0xE9, ' '};
        assertArrayEquals(damaged, read(damaged));
        assertFalse(Utf8.isValid(read(damaged)));
        byte[] windows = {(byte) 0xE9, ' ', (byte) 0xC3, (byte) 0xA9};
        assertEquals("\u00e9 \u00c3\u00a9", new String(read(windows), StandardCharsets.UTF_8));
        Utf8Stream stream = new Utf8Stream(new ByteArrayInputStream(windows));
        assertTrue(stream.isUtf8());
        stream.readAllBytes();
        assertFalse(stream.isUtf8());
    }

    @Test
    void aCharacterOverTheEdgeOfABufferIsOne() throws IOException {
        for (int before = 8_185; before < 8_195; before++) {
            String text = "x".repeat(before) + "\u4e2d\u00e9";
            assertEquals(text, new String(read(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
            String windows = "x".repeat(before) + "\u20ac\u00e9";
            assertEquals(windows, new String(read(windows.getBytes(WINDOWS)), StandardCharsets.UTF_8));
        }
    }
}
