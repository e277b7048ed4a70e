package io.highfence.match;

import io.highfence.text.Chars;
import io.highfence.text.Consonants;
import io.highfence.text.Texts;
import java.nio.IntBuffer;

/**
 * The words of a dictionary by their consonants, for words of Arabic and Hebrew letters against those with vowels: either the words of
 * such letters, or the others, as they are read beside Arabic and beside Hebrew ones. Immutable and safe for many threads.
 */
final class ConsonantIndex {
    private final boolean own;

    /** Consonants in each way of reading, with the words that are read so as their posting lists. */
    private final Readings arabic;

    private final Readings hebrew;

    /** The letters of each reading, and the words that are read so; the readings themselves are not needed to find them. */
    private record Readings(LetterBits letters, IntBuffer wordStarts, IntBuffer words) {
        Readings(IndexImage.Part part) {
            this(new LetterBits(part.part("letters")), part.ints("word-starts"), part.ints("words"));
            part.check(wordStarts.capacity() > 0 && wordStarts.get(wordStarts.capacity() - 1) == words.capacity());
        }

        private static Readings build(Dictionary words, boolean own, boolean hebrew, IndexImage.Part part) {
            Dictionary.Builder builder = new Dictionary.Builder();
            Consonants consonants = new Consonants();
            Texts readings = new Texts();
            for (int word = 0; word < words.count(); word++) {
                int from = words.from(word);
                int to = words.to(word);
                char first = words.text().get(from);
                boolean beside = Consonants.isOnly(first) == own && (!own || Consonants.isHebrew(first) == hebrew);
                if (beside && WordLikeness.mayHaveVowelsLeftOut(words.text(), from, to)) {
                    consonants.read(words.text(), from, to, hebrew, readings);
                    for (int i = 0; i < readings.count(); i++) {
                        builder.add(readings.get(i), word, 0);
                    }
                }
            }
            Dictionary read = builder.build(new IndexImage().part("readings"));
            LetterBits.build(read, part.part("letters"));
            int[] starts = new int[read.count() + 1];
            int[] all = new int[read.names().capacity()];
            for (int i = 0; i < read.count(); i++) {
                starts[i + 1] = read.namesTo(i);
            }
            read.names().get(0, all);
            part.put("word-starts", starts);
            part.put("words", all);
            return new Readings(part);
        }
    }

    private ConsonantIndex(boolean own, Readings arabic, Readings hebrew) {
        this.own = own;
        this.arabic = arabic;
        this.hebrew = hebrew;
    }

    /** The words by their consonants that an index has: those of Arabic and Hebrew letters, or the others. */
    ConsonantIndex(IndexImage.Part part, boolean own) {
        this(own, new Readings(part.part("arabic")), new Readings(part.part("hebrew")));
    }

    /**
     * Files words in an index.
     *
     * @param words the dictionary
     * @param own whether those of Arabic and Hebrew letters, or the others
     */
    static ConsonantIndex build(Dictionary words, boolean own, IndexImage.Part part) {
        return new ConsonantIndex(
                own,
                Readings.build(words, own, false, part.part("arabic")),
                Readings.build(words, own, true, part.part("hebrew")));
    }

    int blocks() {
        return Math.max(arabic.letters.blocks(), hebrew.letters.blocks());
    }

    /** Looks for words by consonants. Not safe for several threads; allocates nothing once its room has grown. */
    static final class Scan {
        private final NearTexts.Taker taker;
        private final Consonants consonants = new Consonants();
        private final Texts readings = new Texts();
        private final NearTexts.Taker taken = this::take;
        private final NearTexts.Limit limit;
        private final LetterBits.Scan scan;
        private Readings found;

        /**
         * A scan that gives the words it finds to a taker; some of them twice.
         *
         * @param index what is looked at
         * @param least how alike a word must be that is found
         * @param taker takes the words
         */
        Scan(NameIndex index, int least, NearTexts.Taker taker) {
            found = index.ownConsonants.arabic;
            int blocks = Math.max(index.ownConsonants.blocks(), index.otherConsonants.blocks());
            int joined = Math.max(index.ownJoinedConsonants.blocks(), index.otherJoinedConsonants.blocks());
            scan = new LetterBits.Scan(Math.max(blocks, joined));
            limit = longer -> WordLikeness.consonantLimit(longer, least);
            this.taker = taker;
        }

        /** Gives the words that may be near to a word of the other kind; to a word of their own kind none is. */
        void find(ConsonantIndex words, Chars word) {
            char first = word.charAt(0);
            if (Consonants.isOnly(first) == words.own || !WordLikeness.mayHaveVowelsLeftOut(word, 0, word.length())) {
                return;
            }
            if (words.own || !Consonants.isHebrew(first)) {
                find(words.arabic, word, false);
            }
            if (words.own || Consonants.isHebrew(first)) {
                find(words.hebrew, word, true);
            }
        }

        private void find(Readings among, Chars word, boolean hebrew) {
            found = among;
            if (among.words.capacity() == 0) {
                return;
            }
            consonants.read(word, 0, word.length(), hebrew, readings);
            for (int i = 0; i < readings.count(); i++) {
                scan.find(among.letters(), readings.get(i), limit, taken);
            }
        }

        private void take(int reading) {
            for (int i = found.wordStarts.get(reading); i < found.wordStarts.get(reading + 1); i++) {
                taker.take(found.words.get(i));
            }
        }
    }
}
