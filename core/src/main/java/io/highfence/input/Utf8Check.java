package io.highfence.input;

/** Bytes looked at one by one: whether they are UTF-8 so far, without long forms, surrogates, and what lies beyond Unicode. */
final class Utf8Check {
    /** How many bytes the present character still lacks, and between which bounds the next one must lie. */
    private int missing;

    private int least;
    private int most;

    /** Takes a byte; false if it cannot stand here. Asking on after that makes sense once it is reset. */
    boolean accepts(int b) {
        if (missing > 0) {
            if (b < least || b > most) {
                return false;
            }
            missing--;
            least = 0x80;
            most = 0xBF;
            return true;
        }
        if (b < 0x80) {
            return true;
        }
        least = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        most = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        missing = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        return b >= 0xC2 && b <= 0xF4;
    }

    /** Forgets the present character. */
    void reset() {
        missing = 0;
    }

    /** Whether the bytes taken so far end in the middle of a character. */
    boolean isInside() {
        return missing > 0;
    }
}
