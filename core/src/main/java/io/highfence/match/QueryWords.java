package io.highfence.match;

import io.highfence.text.Chars;
import io.highfence.text.NameForm;
import io.highfence.text.NameReader;
import java.util.Arrays;

/**
 * The different words of a query in all its forms, each with the listed words that it can be aligned with, which are found once. Not
 * safe for several threads; allocates nothing once its rooms have grown.
 */
final class QueryWords {
    private static final long FREE = -1;

    /** Of pairs of words; a name of ten common words has some two thousand. */
    private static final int ROOM = 1 << 15;

    private final NameIndex index;
    private final WordLikeness likeness;
    private final AlikeWords found;

    private final Chars texts = new Chars();
    private int[] textEnds = new int[NameReader.MOST_READINGS * NameForm.MAX_TOKENS];
    private int count;

    /** The listed words of each query word, and how alike they are. */
    private int[] ends = new int[NameReader.MOST_READINGS * NameForm.MAX_TOKENS];

    private int[] listed = new int[ROOM];
    private short[] alike = new short[ROOM];
    private int size;

    /** Where a pair of a query word and a listed word stands above, by a hash of both. */
    private long[] keys = new long[4 * ROOM];

    private int[] places = new int[4 * ROOM];

    /** The slots of the pairs, to empty them. */
    private int[] slots = new int[ROOM];

    QueryWords(NameIndex index, WordLikeness likeness) {
        this.index = index;
        this.likeness = likeness;
        found = new AlikeWords(index, likeness);
        Arrays.fill(keys, FREE);
    }

    /** Where listed words are looked for; counts what it does. */
    AlikeWords search() {
        return found;
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            keys[slots[i]] = FREE;
        }
        texts.clear();
        count = 0;
        size = 0;
    }

    /** The number of a word of two letters or more, whose listed words are found if it is new. */
    int add(Chars text, int from, int to) {
        for (int word = 0; word < count; word++) {
            if (text.regionIs(from, to, texts, textFrom(word), textEnds[word])) {
                return word;
            }
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
            textEnds = Arrays.copyOf(textEnds, 2 * count);
        }
        texts.add(text, from, to);
        textEnds[count] = texts.length();
        int known = index.neighbours.areKnown() ? index.words.find(text, from, to) : Dictionary.NONE;
        if (known == Dictionary.NONE) {
            likeness.from(text, from, to);
            found.find();
            for (int i = 0; i < found.count(); i++) {
                addNear(found.word(i), found.likeness(i));
            }
        } else {
            for (int i = index.neighbours.from(known); i < index.neighbours.to(known); i++) {
                addNear(index.neighbours.word(i), index.neighbours.likeness(i));
            }
        }
        ends[count] = size;
        return count++;
    }

    private void addNear(int listedWord, int likenessOfBoth) {
        // A single letter is no word that is near, but an initial.
        if (index.words.length(listedWord) > 1) {
            add(listedWord, likenessOfBoth);
        }
    }

    private int textFrom(int word) {
        return word == 0 ? 0 : textEnds[word - 1];
    }

    private void add(int listedWord, int likenessOfBoth) {
        if (size == listed.length) {
            listed = Arrays.copyOf(listed, 2 * size);
            alike = Arrays.copyOf(alike, 2 * size);
            slots = Arrays.copyOf(slots, 2 * size);
        }
        if (4 * size > keys.length) {
            rehash();
        }
        listed[size] = listedWord;
        alike[size] = (short) likenessOfBoth;
        put(key(count, listedWord), size);
        size++;
    }

    private void put(long key, int place) {
        int slot = slot(key);
        keys[slot] = key;
        places[slot] = place;
        slots[place] = slot;
    }

    private void rehash() {
        keys = new long[2 * keys.length];
        places = new int[keys.length];
        Arrays.fill(keys, FREE);
        for (int word = 0, i = 0; i < size; i++) {
            while (word < count && i >= ends[word]) {
                word++;
            }
            put(key(word, listed[i]), i);
        }
    }

    private static long key(int word, int listedWord) {
        return ((long) word << Integer.SIZE) | listedWord;
    }

    /** Where a pair stands, or the free place where it would. */
    private int slot(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> Integer.SIZE) & (keys.length - 1);
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /** How alike a query word and a listed word are; 0 if they cannot be aligned. */
    int alike(int word, int listedWord) {
        int slot = slot(key(word, listedWord));
        return keys[slot] == FREE ? 0 : alike[places[slot]];
    }

    /** Where the listed words of a query word begin. */
    int from(int word) {
        return word == 0 ? 0 : ends[word - 1];
    }

    int to(int word) {
        return ends[word];
    }

    int listed(int place) {
        return listed[place];
    }

    int likeness(int place) {
        return alike[place];
    }
}
