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
        int start = words.firstOf(word.length() * WordLikeness.LEAST_ALIKE / WordLikeness.ALIKE);
        int end = words.firstOf(word.length() * WordLikeness.ALIKE / WordLikeness.LEAST_ALIKE + 1);
        scan(words, start, end, least);
        addInConsonants(words, least);
        addShortForms(words, start, end);
        HeapSort.sort(this, 0, count);
    }

    /** Finds those that are a short form of the word or have it as theirs. */
    void findShortForms(Dictionary words, int least) {
        count = 0;
        if (least <= WordLikeness.ABBREVIATED) {
            addShortForms(words, 0, 0);
        }
    }

    /** Finds those of which one is written without vowels and the other is not. */
    void findInConsonants(Dictionary words, int least) {
        count = 0;
        addInConsonants(words, least);
    }

    /** Adds short forms but for those from one word to another. */
    private void addShortForms(Dictionary words, int start, int end) {
        int abbreviation = likeness.abbreviation();
        for (int i = 0; abbreviation != WordMap.NONE && i < Abbreviations.count(abbreviation); i++) {
            int id = words.find(Abbreviations.form(abbreviation, i));
            if (id != Dictionary.NONE && (id < start || id >= end)) {
                add(id, WordLikeness.ABBREVIATED);
            }
        }
    }

    /** Words of which the other is written without vowels, which neither length nor letters tell from others. */
    private void addInConsonants(Dictionary words, int least) {
        boolean consonants = Consonants.isOnly(likeness.word().charAt(0));
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
        for (int id = start; id < end; id++) {
            if (mayBeAlike(words, id, most) && words.isInConsonants(id) == consonants) {
                addIfAlike(words, id, least);
            }
        }
    }

    /** False only where a word is less alike: by its letters and its sounds, where both or neither are written without vowels. */
    boolean mayBeAlike(Dictionary words, int id, int least) {
        return Dictionary.apart(likeness.signs(), words.signs(id))
                        <= WordLikeness.limit(Math.max(likeness.word().length(), words.length(id)), least)
                || Dictionary.apart(likeness.soundSigns(), words.soundSigns(id))
                        <= WordLikeness.soundLimit(Math.max(likeness.sounds().length(), words.soundLength(id)), least);
    }

    private void addIfAlike(Dictionary words, int id, int least) {
        int alike = likeness(words, id);
        if (alike >= least) {
            add(id, alike);
        }
    }

    /** How alike a word is. */
    int likeness(Dictionary words, int id) {
        return likeness.to(
                words.text(),
                words.from(id),
                words.to(id),
                words.sounds(),
                words.soundsFrom(id),
                words.soundsTo(id));
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
