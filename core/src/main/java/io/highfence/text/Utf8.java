package io.highfence.text;

/**
 * Reads UTF-8 into characters that are used again. What is not UTF-8 becomes U+FFFD, one for each stretch that could have begun a
 * character and one for each byte that could not.
 */
public final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /**
     * Appends the characters of some bytes. Allocates nothing while there is room.
     *
     * @param bytes holds the text
     * @param from its first byte
     * @param to behind its last byte
     * @param text takes the characters
     */
    public static void append(byte[] bytes, int from, int to, Chars text) {
        for (int at = from; at < to; ) {
            int first = bytes[at] & 0xFF;
            int length = length(first);
            if (length == 1) {
                text.add((char) first);
                at++;
                continue;
            }
            int good = 1;
            int c = first & (0x7F >> length);
            while (good < length && at + good < to && mayFollow(first, good, bytes[at + good] & 0xFF)) {
                c = (c << 6) | (bytes[at + good] & 0x3F);
                good++;
            }
            if (length > 0 && good == length) {
                text.addCodePoint(c);
            } else {
                text.add(REPLACEMENT);
            }
            at += good;
        }
    }

    /** How many bytes a character has that begins with one; 0 if none does. */
    private static int length(int first) {
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    /** Whether a byte may stand at a place behind the first one: no character has a longer form than it needs, and none is half a pair. */
    private static boolean mayFollow(int first, int place, int next) {
        int least = 0x80;
        int most = 0xBF;
        if (place == 1) {
            switch (first) {
                case 0xE0 -> least = 0xA0;
                case 0xED -> most = 0x9F;
                case 0xF0 -> least = 0x90;
                case 0xF4 -> most = 0x8F;
                default -> {}
            }
        }
        return next >= least && next <= most;
    }
}
