package io.highfence.match;

import io.highfence.text.Abbreviations;
import io.highfence.text.Chars;
import io.highfence.text.Consonants;
import io.highfence.text.WordMap;
import java.util.Arrays;

/** Words of a dictionary that are alike to one word. Not safe for several threads; allocates nothing once its rooms have grown. */
final class AlikeWords implements HeapSort.Items {
    private static final NearTexts.Limit LIMIT = longer -> WordLikeness.limit(longer, WordLikeness.LEAST_ALIKE);
    private static final NearTexts.Limit SOUND_LIMIT =
            longer -> WordLikeness.soundLimit(longer, WordLikeness.LEAST_ALIKE);

    private final WordLikeness likeness;
    private final LetterBits.Scan scan = new LetterBits.Scan();
    private final NearTexts.Taker taken = this::take;
    private Dictionary words;

    /** For each word the last look in which it was met. */
    private int[] lookedAt = new int[0];

    private int look;

    /** Likeness from the greatest down, then the number of the word. */
    private long[] found = new long[256];

    private int count;

    AlikeWords(Dictionary words, WordLikeness likeness) {
        this.words = words;
        this.likeness = likeness;
    }

    /** Finds the words of an index that are alike to the word that the likeness has taken; most alike first. */
    void find(NameIndex index) {
        begin(index.words);
        scan.find(index.letters, likeness.word(), LIMIT, taken);
        scan.find(index.sounds, likeness.sounds(), SOUND_LIMIT, taken);
        addInConsonants(words, 1);
        addShortForms();
        HeapSort.sort(this, 0, count);
    }

    private void begin(Dictionary dictionary) {
        words = dictionary;
        count = 0;
        look++;
        if (lookedAt.length < dictionary.count()) {
            lookedAt = new int[dictionary.count()];
        }
    }

    /** Takes a word that shares many letters or sounds, once. */
    private void take(int id) {
        if (lookedAt[id] != look) {
            lookedAt[id] = look;
            boolean consonants = Consonants.isOnly(likeness.word().charAt(0));
            if (words.isInConsonants(id) == consonants) {
                addIfAlike(words, id, 1);
            }
        }
    }

    /** Finds those that are a short form of the word or have it as theirs. */
    void findShortForms(Dictionary dictionary) {
        begin(dictionary);
        addShortForms();
    }

    /** Finds those of which one is written without vowels and the other is not. */
    void findInConsonants(Dictionary dictionary, int least) {
        begin(dictionary);
        addInConsonants(dictionary, least);
    }

    private void addShortForms() {
        int abbreviation = likeness.abbreviation();
        for (int i = 0; abbreviation != WordMap.NONE && i < Abbreviations.count(abbreviation); i++) {
            int id = words.find(Abbreviations.form(abbreviation, i));
            if (id != Dictionary.NONE && lookedAt[id] != look) {
                add(id, WordLikeness.ABBREVIATED);
            }
        }
    }

    /** Words of which the other is written without vowels, which neither length nor letters tell from others. */
    private void addInConsonants(Dictionary dictionary, int least) {
        boolean consonants = Consonants.isOnly(likeness.word().charAt(0));
        int[] without = dictionary.inConsonants();
        if (!consonants) {
            for (int id : without) {
                addIfAlike(dictionary, id, least);
            }
            return;
        }
        int next = 0;
        for (int id = 0; id < dictionary.count(); id++) {
            if (next < without.length && without[next] == id) {
                next++;
            } else {
                addIfAlike(dictionary, id, least);
            }
        }
    }

    /** False only where a word is less alike: by its letters and its sounds, where both or neither are written without vowels. */
    boolean mayBeAlike(Dictionary dictionary, int id, int least) {
        return Dictionary.apart(likeness.signs(), dictionary.signs(id))
                        <= WordLikeness.limit(Math.max(likeness.word().length(), dictionary.length(id)), least)
                || Dictionary.apart(likeness.soundSigns(), dictionary.soundSigns(id))
                        <= WordLikeness.soundLimit(Math.max(likeness.sounds().length(), dictionary.soundLength(id)), least);
    }

    private void addIfAlike(Dictionary dictionary, int id, int least) {
        int alike = likeness(dictionary, id);
        if (alike >= least) {
            add(id, alike);
        }
    }

    /** How alike a word is. */
    int likeness(Dictionary dictionary, int id) {
        return likeness.to(
                dictionary.text(),
                dictionary.from(id),
                dictionary.to(id),
                dictionary.sounds(),
                dictionary.soundsFrom(id),
                dictionary.soundsTo(id));
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
