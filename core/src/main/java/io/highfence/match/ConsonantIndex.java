package io.highfence.match;

import io.highfence.text.Chars;
import io.highfence.text.Consonants;
import io.highfence.text.Texts;

/**
 * The words of a dictionary by their consonants, for words of Arabic and Hebrew letters against those with vowels: either the words of
 * such letters, or the others, as they are read beside Arabic and beside Hebrew ones. Immutable and safe for many threads.
 */
final class ConsonantIndex {
    private final boolean own;

    /** Consonants in each way of reading, with the words that are read so as their posting lists. */
    private final Readings arabic;

    private final Readings hebrew;

    private record Readings(Dictionary consonants, NearTexts near) {
        private static Readings of(Dictionary words, boolean own, boolean hebrew, int least) {
            Dictionary.Builder builder = new Dictionary.Builder();
            Consonants consonants = new Consonants();
            Texts readings = new Texts();
            for (int word = 0; word < words.count(); word++) {
                int from = words.from(word);
                int to = words.to(word);
                char first = words.text().charAt(from);
                boolean beside = Consonants.isOnly(first) == own && (!own || Consonants.isHebrew(first) == hebrew);
                if (beside && WordLikeness.mayHaveVowelsLeftOut(words.text(), from, to)) {
                    consonants.read(words.text(), from, to, hebrew, readings);
                    for (int i = 0; i < readings.count(); i++) {
                        builder.add(readings.get(i).toString(), word, 0);
                    }
                }
            }
            Dictionary read = builder.build(false);
            return new Readings(read, new NearTexts(read, longer -> WordLikeness.consonantLimit(longer, least)));
        }
    }

    /**
     * Files words.
     *
     * @param words the dictionary
     * @param own whether those of Arabic and Hebrew letters, or the others
     * @param least how alike a word must be that is found
     */
    ConsonantIndex(Dictionary words, boolean own, int least) {
        this.own = own;
        arabic = Readings.of(words, own, false, least);
        hebrew = Readings.of(words, own, true, least);
    }

    /** Looks for words by consonants. Not safe for several threads; allocates nothing once its room has grown. */
    static final class Scan {
        private final NearTexts.Taker taker;
        private final Consonants consonants = new Consonants();
        private final Texts readings = new Texts();
        private final NearTexts.Taker taken = this::take;
        private Dictionary found;

        /** A scan that gives the words it finds to a taker; some of them twice. */
        Scan(Dictionary none, NearTexts.Taker taker) {
            found = none;
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
            found = among.consonants();
            if (found.count() == 0) {
                return;
            }
            consonants.read(word, 0, word.length(), hebrew, readings);
            for (int i = 0; i < readings.count(); i++) {
                among.near().find(readings.get(i), 0, readings.get(i).length(), taken);
            }
        }

        private void take(int reading) {
            int[] words = found.names();
            for (int i = found.namesFrom(reading); i < found.namesTo(reading); i++) {
                taker.take(words[i]);
            }
        }
    }
}
