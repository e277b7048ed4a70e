package io.highfence.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Byte sequences around the edges of UTF-8, and what the JDK's strict decoder says of them. */
final class Utf8 {
    private static final int[] FIRST = {
        0x7F, 0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5,
        0xF7, 0xF8, 0xFC, 0xFE, 0xFF
    };
    private static final int[] LATER = {0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};

    private Utf8() {}

    /** Sequences of one to four bytes, every edge with every edge, and some random ones. */
    static List<byte[]> sequences(long seed) {
        List<byte[]> all = new ArrayList<>();
        for (int first : FIRST) {
            all.add(bytes(first));
            for (int second : LATER) {
                all.add(bytes(first, second));
                for (int third : LATER) {
                    all.add(bytes(first, second, third));
                    for (int fourth : LATER) {
                        all.add(bytes(first, second, third, fourth));
                    }
                }
            }
        }
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] some = new byte[1 + random.nextInt(6)];
            for (int j = 0; j < some.length; j++) {
                some[j] = (byte) (0x80 + random.nextInt(0x80));
            }
            all.add(some);
        }
        return all;
    }

    static boolean isValid(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
