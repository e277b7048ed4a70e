package io.highfence.match;

import io.highfence.text.Abbreviations;
import io.highfence.text.Consonants;
import io.highfence.text.WordMap;
import java.util.Arrays;

/** Words of a dictionary that are alike to one word. Not safe for several threads; allocates nothing once its rooms have grown. */
final class AlikeWords {
    private static final NearTexts.Limit LIMIT = longer -> WordLikeness.limit(longer, WordLikeness.LEAST_ALIKE);
    private static final NearTexts.Limit SOUND_LIMIT =
            longer -> WordLikeness.soundLimit(longer, WordLikeness.LEAST_ALIKE);

    private final WordLikeness likeness;
    private final LetterBits.Scan scan;
    private final NearTexts.Taker taken = this::take;
    private final ConsonantIndex.Scan consonants;
    private final NameIndex index;
    private final Dictionary words;

    /** For each word the last look in which it was met. */
    private final int[] lookedAt;

    private int look;

    /** How many words have been compared. */
    private long compared;

    /** The words that were found, and how alike they are. */
    private int[] found = new int[4096];

    private int[] alike = new int[4096];
    private int count;

    AlikeWords(NameIndex index, WordLikeness likeness) {
        this.index = index;
        this.likeness = likeness;
        words = index.words;
        lookedAt = new int[words.count()];
        scan = new LetterBits.Scan(Math.max(index.letters.blocks(), index.sounds.blocks()));
        consonants = new ConsonantIndex.Scan(index, 1, taken);
    }

    /** Finds the words of the index that are alike to the word that the likeness has taken. */
    void find() {
        count = 0;
        if (++look == Integer.MAX_VALUE) {
            Arrays.fill(lookedAt, 0);
            look = 1;
        }
        scan.find(index.letters, likeness.word(), LIMIT, taken);
        scan.find(index.sounds, likeness.sounds(), SOUND_LIMIT, taken);
        addInConsonants();
        addShortForms();
    }

    private void addInConsonants() {
        consonants.find(index.ownConsonants, likeness.word());
        if (Consonants.isOnly(likeness.word().charAt(0))) {
            consonants.find(index.otherConsonants, likeness.word());
        }
    }

    /** Takes a word that shares many letters, sounds or consonants, once. */
    private void take(int id) {
        if (lookedAt[id] != look) {
            lookedAt[id] = look;
            int likenessOfBoth = alike(id);
            if (likenessOfBoth > 0) {
                add(id, likenessOfBoth);
            }
        }
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

    private int alike(int id) {
        compared++;
        SoundTexts spoken = index.spoken;
        return likeness.to(words.text(), words.from(id), words.to(id), spoken.text(), spoken.from(id), spoken.to(id));
    }

    private void add(int id, int likenessOfBoth) {
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
            alike = Arrays.copyOf(alike, 2 * count);
        }
        found[count] = id;
        alike[count] = likenessOfBoth;
        count++;
    }

    long slots() {
        return scan.slots();
    }

    long compared() {
        return compared;
    }

    int count() {
        return count;
    }

    /** One of the words, in no certain order. */
    int word(int which) {
        return found[which];
    }

    int likeness(int which) {
        return alike[which];
    }
}
