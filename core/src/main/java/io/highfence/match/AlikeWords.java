package io.highfence.match;

import io.highfence.text.Abbreviations;
import io.highfence.text.Chars;
import io.highfence.text.Consonants;
import io.highfence.text.WordMap;
import java.util.Arrays;

/** Words of a dictionary that are alike to one word. Not safe for several threads; allocates nothing once its rooms have grown. */
final class AlikeWords implements HeapSort.Items {
    private final WordLikeness likeness;

    /** Likeness from the greatest down, then the number of the word. */
    private long[] found = new long[256];

    private int count;

    AlikeWords(WordLikeness likeness) {
        this.likeness = likeness;
    }

    /** Finds the words that are so alike at least, from 1, to the word that the likeness has taken; most alike first. */
    void find(Dictionary words, int least) {
        count = 0;
        Chars word = likeness.word();
        boolean consonants = Consonants.isOnly(word.charAt(0));
        int start = words.firstOf(word.length() * WordLikeness.LEAST_ALIKE / WordLikeness.ALIKE);
        int end = words.firstOf(word.length() * WordLikeness.ALIKE / WordLikeness.LEAST_ALIKE + 1);
        scan(words, start, end, least);
        findInConsonants(words, consonants, least);
        int abbreviation = likeness.abbreviation();
        for (int i = 0; abbreviation != WordMap.NONE && i < Abbreviations.count(abbreviation); i++) {
            String form = Abbreviations.form(abbreviation, i);
            int id = words.find(form);
            // Others were met by their length.
            if (id != Dictionary.NONE && (id < start || id >= end)) {
                add(id, WordLikeness.ABBREVIATED);
            }
        }
        HeapSort.sort(this, 0, count);
    }

    /** Words of which the other is written without vowels, which neither length nor letters tell from others. */
    private void findInConsonants(Dictionary words, boolean consonants, int least) {
        int[] without = words.inConsonants();
        if (!consonants) {
            for (int id : without) {
                addIfAlike(words, id, least);
            }
            return;
        }
        int next = 0;
        for (int id = 0; id < words.count(); id++) {
            if (next < without.length && without[next] == id) {
                next++;
            } else {
                addIfAlike(words, id, least);
            }
        }
    }

    private void scan(Dictionary words, int start, int end, int least) {
        boolean consonants = Consonants.isOnly(likeness.word().charAt(0));
        int most = Math.max(least, WordLikeness.LEAST_ALIKE);
        int length = likeness.word().length();
        int sounds = likeness.sounds().length();
        long signs = Dictionary.signs(likeness.word(), 0, length);
        long soundSigns = Dictionary.signs(likeness.sounds(), 0, sounds);
        for (int id = start; id < end; id++) {
            // False only where words are less alike.
            boolean mayBeAlike = Dictionary.apart(signs, words.signs(id))
                            <= WordLikeness.limit(Math.max(length, words.length(id)), most)
                    || Dictionary.apart(soundSigns, words.soundSigns(id))
                            <= WordLikeness.soundLimit(Math.max(sounds, words.soundLength(id)), most);
            if (mayBeAlike && words.isInConsonants(id) == consonants) {
                addIfAlike(words, id, least);
            }
        }
    }

    private void addIfAlike(Dictionary words, int id, int least) {
        int alike = likeness.to(
                words.text(), words.from(id), words.to(id), words.sounds(), words.soundsFrom(id), words.soundsTo(id));
        if (alike >= least) {
            add(id, alike);
        }
    }

    private void add(int id, int alike) {
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = ((long) (WordLikeness.ALIKE - alike) << Integer.SIZE) | id;
    }

    @Override
    public boolean isBefore(int a, int b) {
        return found[a] < found[b];
    }

    @Override
    public void swap(int a, int b) {
        long word = found[a];
        found[a] = found[b];
        found[b] = word;
    }

    int count() {
        return count;
    }

    /** One of the words, most alike first. */
    int word(int which) {
        return (int) found[which];
    }

    int likeness(int which) {
        return WordLikeness.ALIKE - (int) (found[which] >>> Integer.SIZE);
    }
}
