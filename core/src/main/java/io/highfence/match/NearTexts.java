package io.highfence.match;

import io.highfence.text.Chars;
import java.nio.IntBuffer;

/**
 * Texts that are found by a text a few edits away without looking at all of them.
 *
 * <p>A text that may be k edits away is cut into k + 1 pieces with at least a letter between them. An edit changes two neighbours at
 * most, and so one piece at most: one piece stays as it is. The first then begins the other text, the last ends it, and one in the
 * middle has an edit before it and one behind, so that it lies at most k - 1 letters beside where it lay. So each text is filed by its
 * length and each of its pieces. Texts that may be many edits away are looked at one by one. Beside the number of a text stand its letters,
 * which tell most texts that share a piece apart, as an edit adds and removes one letter at most; so that the texts themselves, which lie
 * anywhere, are rarely looked at.
 *
 * <p>Immutable and safe for many threads; looking up allocates nothing.
 */
final class NearTexts {
    private static final int MOST_PIECES = 7;

    /** How many edits may lie between texts of which the longer has so many letters; it rises with the letters. */
    interface Limit {
        int of(int longer);
    }

    /** Takes the number of a text that may be near. It may come several times. */
    interface Taker {
        void take(int text);
    }

    /** The texts by their numbers, in one row of characters. */
    interface Source {
        int count();

        CharSequence text();

        int from(int number);

        int to(int number);
    }

    private final Limit limit;

    /** Where the texts of each hash begin in the list of filed texts. */
    private final IntBuffer starts;

    /**
     * Two numbers for each filed text. The first is below the number of the text and above the first bits of the hash, which tell most of
     * those apart that share a place; the second has the letters of the text.
     */
    private final IntBuffer filed;

    /** How many bits the number of a text takes. */
    private final int numberBits;

    /** The texts that are looked at one by one, by their length: the number and the letters of each. */
    private final IntBuffer others;

    private final IntBuffer otherStarts;

    /** The filed texts of an index, with the limit by which they were filed. */
    NearTexts(IndexImage.Part part, Limit limit) {
        this.limit = limit;
        starts = part.ints("starts");
        filed = part.ints("filed");
        IntBuffer bits = part.ints("number-bits");
        part.check(bits.capacity() == 1 && bits.get(0) > 0 && bits.get(0) < Integer.SIZE);
        numberBits = bits.get(0);
        others = part.ints("others");
        otherStarts = part.ints("other-starts");
        part.check(Integer.bitCount(starts.capacity() - 1) == 1
                && 2 * starts.get(starts.capacity() - 1) == filed.capacity()
                && 2 * otherStarts.get(otherStarts.capacity() - 1) == others.capacity());
    }

    /** Files texts in an index. */
    static NearTexts build(Source source, Limit limit, IndexImage.Part part) {
        int count = source.count();
        int longest = 0;
        int entries = 0;
        for (int i = 0; i < count; i++) {
            int length = source.to(i) - source.from(i);
            longest = Math.max(longest, length);
            int edits = edits(length, limit);
            entries += edits < MOST_PIECES ? edits + 1 : 0;
        }
        int size = Integer.highestOneBit(Math.max(64, entries));
        int numberBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count));
        int[] starts = new int[size + 1];
        int[] otherStarts = new int[longest + 2];
        for (int i = 0; i < count; i++) {
            int from = source.from(i);
            int length = source.to(i) - from;
            int edits = edits(length, limit);
            if (edits >= MOST_PIECES) {
                otherStarts[length + 1]++;
            }
            for (int piece = 0; edits < MOST_PIECES && piece <= edits; piece++) {
                starts[slot(hash(source.text(), from, length, edits, piece, 0), size - 1) + 1]++;
            }
        }
        sum(starts);
        sum(otherStarts);
        int[] filed = new int[2 * starts[size]];
        int[] others = new int[2 * otherStarts[longest + 1]];
        int[] next = starts.clone();
        int[] nextOther = otherStarts.clone();
        for (int i = 0; i < count; i++) {
            int from = source.from(i);
            int length = source.to(i) - from;
            int edits = edits(length, limit);
            int signs = signs(source.text(), from, from + length);
            if (edits >= MOST_PIECES) {
                int at = 2 * nextOther[length]++;
                others[at] = i;
                others[at + 1] = signs;
            }
            for (int piece = 0; edits < MOST_PIECES && piece <= edits; piece++) {
                int hash = hash(source.text(), from, length, edits, piece, 0);
                int at = 2 * next[slot(hash, size - 1)]++;
                filed[at] = (hash >>> numberBits << numberBits) | i;
                filed[at + 1] = signs;
            }
        }
        part.put("starts", starts);
        part.put("filed", filed);
        part.put("number-bits", new int[] {numberBits});
        part.put("others", others);
        part.put("other-starts", otherStarts);
        return new NearTexts(part, limit);
    }

    private static void sum(int[] counts) {
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
    }

    /** The most edits between a text of so many letters and any other. */
    private static int edits(int length, Limit limit) {
        return limit.of(longest(length, limit));
    }

    /** The most letters of a text that may be near to one of so many. */
    private static int longest(int length, Limit limit) {
        int longer = length;
        while (longer + 1 - length <= limit.of(longer + 1)) {
            longer++;
        }
        return longer;
    }

    /** The hash of a piece of a text of so many letters; of another text that lies so many letters beside. */
    private static int hash(CharSequence text, int from, int length, int edits, int piece, int beside) {
        int size = pieceLength(length, edits);
        int at = from + beside + pieceStart(length, edits, piece);
        int hash = 31 * length + piece;
        for (int i = at; i < at + size; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash * 0x9E3779B9;
    }

    private static int slot(int hash, int lastSlot) {
        return (hash ^ (hash >>> 15)) & lastSlot;
    }

    private static int pieceLength(int length, int edits) {
        return Math.max((length - edits) / (edits + 1), 0);
    }

    private static int pieceStart(int length, int edits, int piece) {
        int size = pieceLength(length, edits);
        return edits == 0 ? 0 : piece * (length - size) / edits;
    }

    /** A bit for each letter of a text; letters may share one, so that a bit missing means that a letter is. */
    static int signs(CharSequence text, int from, int to) {
        int signs = 0;
        for (int i = from; i < to; i++) {
            signs |= 1 << text.charAt(i);
        }
        return signs;
    }

    /** Whether texts of these letters may be so few edits apart: each adds and removes one letter at most. */
    private static boolean mayBeWithin(int edits, int signs, int others) {
        return Integer.bitCount(signs & ~others) <= edits && Integer.bitCount(others & ~signs) <= edits;
    }

    /** Gives every text that is near enough, and others. */
    void find(Chars text, int from, int to, Taker taker) {
        int length = to - from;
        int signs = signs(text, from, to);
        int most = edits(length, limit);
        int longest = Math.min(length + most, otherStarts.capacity() - 2);
        for (int other = Math.max(length - most, 1); other <= longest; other++) {
            int apart = limit.of(Math.max(length, other));
            if (Math.abs(length - other) <= apart) {
                takeOthers(other, signs, apart, taker);
                takePieces(text, from, length, other, signs, apart, taker);
            }
        }
    }

    /** Gives the texts of another length that are looked at one by one. */
    private void takeOthers(int other, int signs, int apart, Taker taker) {
        for (int i = otherStarts.get(other); i < otherStarts.get(other + 1); i++) {
            if (mayBeWithin(apart, signs, others.get(2 * i + 1))) {
                taker.take(others.get(2 * i));
            }
        }
    }

    /** Gives the texts of another length that have a piece of this one. */
    private void takePieces(Chars text, int from, int length, int other, int signs, int apart, Taker taker) {
        int edits = edits(other, limit);
        int size = pieceLength(other, edits);
        for (int piece = 0; piece <= edits && edits < MOST_PIECES; piece++) {
            // The last piece lies at the end, whatever the lengths are.
            boolean last = piece > 0 && piece == edits;
            int aligned = last ? length - other : 0;
            int most = piece == 0 || last ? 0 : edits - 1;
            for (int beside = aligned - most; beside <= aligned + most; beside++) {
                int start = pieceStart(other, edits, piece) + beside;
                if (start >= 0 && start + size <= length) {
                    take(hash(text, from, other, edits, piece, beside), signs, apart, taker);
                }
            }
        }
    }

    private void take(int hash, int signs, int apart, Taker taker) {
        int slot = slot(hash, starts.capacity() - 2);
        int end = 2 * starts.get(slot + 1);
        for (int i = 2 * starts.get(slot); i < end; i += 2) {
            int entry = filed.get(i);
            if ((entry ^ hash) >>> numberBits == 0 && mayBeWithin(apart, signs, filed.get(i + 1))) {
                taker.take(entry & ((1 << numberBits) - 1));
            }
        }
    }
}
