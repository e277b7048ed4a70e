package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Held against the decoder of the JDK, but for how many U+FFFD stand in a row: it takes half a pair in UTF-8 for one fault. */
class Utf8Test {
    private static final long SEED = 20261129;
    private final Chars text = new Chars();

    private void check(byte[] bytes, int length) {
        Utf8.append(bytes, 0, length, text.clear());
        String expected = once(new String(bytes, 0, length, StandardCharsets.UTF_8));
        if (!expected.contentEquals(text)) {
            assertEquals(
                    expected,
                    once(text.toString()),
                    () -> Arrays.toString(Arrays.copyOf(bytes, length)) + ", seed " + SEED);
        }
    }

    private static String once(String text) {
        return text.replaceAll("\uFFFD+", "\uFFFD");
    }

    @Test
    void everyThreeBytes() {
        byte[] bytes = new byte[3];
        for (int i = 0; i < 1 << 24; i++) {
            bytes[0] = (byte) (i >> 16);
            bytes[1] = (byte) (i >> 8);
            bytes[2] = (byte) i;
            // Of bytes that stand for themselves a few are enough.
            boolean plain = bytes[0] > 2 || bytes[1] > 2 || bytes[2] > 2;
            if (!plain) {
                check(bytes, 3);
            }
        }
    }

    @Test
    void everyCharacter() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                byte[] bytes = Character.toString(c).getBytes(StandardCharsets.UTF_8);
                check(bytes, bytes.length);
            }
        }
    }

    @Test
    void bytesAtRandomThatLookLikeText() {
        Random random = new Random(SEED);
        int[] leads = {0x41, 0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF};
        byte[] bytes = new byte[12];
        for (int i = 0; i < 500_000; i++) {
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte)
                        (random.nextInt(3) > 0 ? 0x80 + random.nextInt(0x40) : leads[random.nextInt(leads.length)]);
            }
            check(bytes, random.nextInt(bytes.length + 1));
        }
    }
}
