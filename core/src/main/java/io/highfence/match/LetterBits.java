package io.highfence.match;

import io.highfence.text.Chars;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * For each letter, which words have it once and which have it twice: a bit a word, so that the letters that 64 words share with
 * another are counted at once.
 *
 * <p>Words that are k edits apart share all letters of the longer but k, counted with repetition, since an edit changes one letter.
 * Letters of one class may be counted as the same, and a third of a letter as shared, which only makes the count greater. The words
 * stand in groups of one length, each group filled up to whole words of bits.
 *
 * <p>Immutable and safe for many threads.
 */
final class LetterBits {
    private static final int CLASSES = 64;
    private static final int TIMES = 2;

    /** So many letters of a word are counted, and further ones taken as shared. */
    private static final int MOST_COUNTED = 30;

    private static final int PLANES = 5;

    /** The blocks of 64 words that have a letter, one letter and number of times behind the other. */
    private final LongBuffer bits;

    private final int blocks;

    /** The first block of each length. */
    private final int[] firstBlocks;

    /** The word that each bit stands for; negative where it fills up. */
    private final IntBuffer words;

    /** The letters of an index. */
    LetterBits(IndexImage.Part part) {
        bits = part.longs("bits");
        IntBuffer blocksOfLengths = part.ints("first-blocks");
        firstBlocks = new int[blocksOfLengths.capacity()];
        blocksOfLengths.get(firstBlocks);
        blocks = firstBlocks[firstBlocks.length - 1];
        words = part.ints("words");
        part.check(bits.capacity() == (long) CLASSES * TIMES * blocks && words.capacity() == (long) blocks * Long.SIZE);
    }

    /** Puts the letters of words into an index. */
    static LetterBits build(NearTexts.Source source, IndexImage.Part part) {
        int count = source.count();
        int longest = 0;
        for (int i = 0; i < count; i++) {
            longest = Math.max(longest, source.to(i) - source.from(i));
        }
        int[] sizes = new int[longest + 1];
        for (int i = 0; i < count; i++) {
            sizes[source.to(i) - source.from(i)]++;
        }
        int[] firstBlocks = new int[longest + 2];
        for (int length = 0; length <= longest; length++) {
            firstBlocks[length + 1] = firstBlocks[length] + (sizes[length] + Long.SIZE - 1) / Long.SIZE;
        }
        int blocks = firstBlocks[longest + 1];
        long[] bits = new long[CLASSES * TIMES * blocks];
        int[] words = new int[blocks * Long.SIZE];
        Arrays.fill(words, -1);
        int[] next = new int[longest + 1];
        int[] times = new int[CLASSES];
        for (int i = 0; i < count; i++) {
            int length = source.to(i) - source.from(i);
            int slot = firstBlocks[length] * Long.SIZE + next[length]++;
            words[slot] = i;
            Arrays.fill(times, 0);
            for (int at = source.from(i); at < source.to(i); at++) {
                int letter = source.text().charAt(at) & (CLASSES - 1);
                if (times[letter] < TIMES) {
                    bits[row(letter, times[letter], blocks) + slot / Long.SIZE] |= 1L << slot;
                    times[letter]++;
                }
            }
        }
        part.put("bits", bits);
        part.put("first-blocks", firstBlocks);
        part.put("words", words);
        return new LetterBits(part);
    }

    int blocks() {
        return blocks;
    }

    private static int row(int letter, int time, int blocks) {
        return (letter * TIMES + time) * blocks;
    }

    /** Looks for words by the letters that they share. Not safe for several threads; allocates nothing. */
    static final class Scan {
        private final int[] times = new int[CLASSES];
        private final int[] rows = new int[MOST_COUNTED + 1];
        private final long[][] planes;

        /** Two rows of bits, copied out of the index, where reading is faster. */
        private final long[] oneRow;

        private final long[] otherRow;

        /** How many words have had their letters counted. */
        private long slots;

        /** A scan of words in so many blocks at most. */
        Scan(int blocks) {
            planes = new long[PLANES][blocks];
            oneRow = new long[blocks];
            otherRow = new long[blocks];
        }

        /**
         * Gives every word that may be near: within so many edits as the limit says.
         *
         * @param letters the words to look among
         * @param text a word
         * @param limit how many edits may lie between
         * @param taker takes words that share letters enough
         */
        void find(LetterBits letters, Chars text, NearTexts.Limit limit, NearTexts.Taker taker) {
            int length = text.length();
            int shortest = length - limit.of(length);
            int longest = length;
            while (longest + 1 - length <= limit.of(longest + 1)) {
                longest++;
            }
            int last = letters.firstBlocks.length - 2;
            int first = letters.firstBlocks[Math.min(Math.max(shortest, 0), last + 1)];
            int count = letters.firstBlocks[Math.min(longest, last) + 1] - first;
            if (shortest > last || count <= 0) {
                return;
            }
            slots += (long) count * Long.SIZE;
            int counted = rows(letters, text, first);
            count(letters, counted, count);
            for (int other = Math.max(shortest, 0); other <= Math.min(longest, last); other++) {
                int longer = Math.max(length, other);
                int need = longer - limit.of(longer) - (length - counted);
                int from = letters.firstBlocks[other] - first;
                int to = letters.firstBlocks[other + 1] - first;
                for (int block = from; block < to; block++) {
                    take(letters, first + block, atLeast(need, block), taker);
                }
            }
        }

        long slots() {
            return slots;
        }

        /** The rows of the letters of a word, from a block on. */
        private int rows(LetterBits letters, Chars text, int first) {
            Arrays.fill(times, 0);
            int counted = 0;
            for (int i = 0; i < text.length() && counted < MOST_COUNTED; i++) {
                int letter = text.charAt(i) & (CLASSES - 1);
                if (times[letter] < TIMES) {
                    rows[counted++] = row(letter, times[letter]++, letters.blocks) + first;
                }
            }
            return counted;
        }

        /** Counts the letters of each word in binary, a plane a digit. */
        private void count(LetterBits letters, int counted, int count) {
            for (long[] plane : planes) {
                Arrays.fill(plane, 0, count, 0);
            }
            int row = 0;
            if (counted % 2 != 0) {
                letters.bits.get(rows[0], planes[0], 0, count);
                row = 1;
            }
            for (; row < counted; row += 2) {
                letters.bits.get(rows[row], oneRow, 0, count);
                letters.bits.get(rows[row + 1], otherRow, 0, count);
                addTwo(oneRow, otherRow, count, planes[0], planes[1], planes[2], planes[3], planes[4]);
            }
        }

        private static void addTwo(
                long[] xs,
                long[] ys,
                int count,
                long[] ones,
                long[] twos,
                long[] fours,
                long[] eights,
                long[] sixteens) {
            for (int i = 0; i < count; i++) {
                long x = xs[i];
                long y = ys[i];
                long one = x ^ y;
                long carry = (x & y) | (ones[i] & one);
                ones[i] ^= one;
                long four = twos[i] & carry;
                twos[i] ^= carry;
                long eight = fours[i] & four;
                fours[i] ^= four;
                sixteens[i] ^= eights[i] & eight;
                eights[i] ^= eight;
            }
        }

        /** The words of a block that share so many letters at least. */
        private long atLeast(int need, int block) {
            if (need <= 0) {
                return -1L;
            }
            long more = 0;
            long equal = -1L;
            for (int plane = PLANES - 1; plane >= 0; plane--) {
                long digit = planes[plane][block];
                if ((need & (1 << plane)) != 0) {
                    equal &= digit;
                } else {
                    more |= equal & digit;
                    equal &= ~digit;
                }
            }
            return more | equal;
        }

        private static void take(LetterBits letters, int block, long found, NearTexts.Taker taker) {
            for (long left = found; left != 0; left &= left - 1) {
                int word = letters.words.get(block * Long.SIZE + Long.numberOfTrailingZeros(left));
                if (word >= 0) {
                    taker.take(word);
                }
            }
        }
    }
}
