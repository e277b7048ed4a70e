package io.highfence.match;

import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;

/**
 * For each listed word the listed words that it can be aligned with, and how alike they are: what {@link AlikeWords} finds, found before
 * anybody asks. Immutable and safe for many threads; looking up allocates nothing.
 */
final class Neighbours {
    private static final int ROOM = 1 << 16;

    private final IntBuffer starts;
    private final IntBuffer words;
    private final ShortBuffer likeness;

    /** The neighbours of an index; none where they have not been found beforehand. */
    Neighbours(IndexImage.Part part) {
        starts = part.ints("starts");
        words = part.ints("words");
        likeness = part.shorts("likeness");
        int count = Math.max(starts.capacity() - 1, 0);
        part.check(words.capacity() == likeness.capacity() && (count == 0 ? 0 : starts.get(count)) == words.capacity());
    }

    /** Leaves an index without neighbours. */
    static void buildNone(IndexImage.Part part) {
        part.put("starts", new int[0]);
        part.put("words", new int[0]);
        part.put("likeness", new short[0]);
    }

    /** Finds the neighbours of all words of an index and puts them into it. */
    static void build(NameIndex index, IndexImage.Part part) {
        int count = index.words.count();
        int[] starts = new int[count + 1];
        int[] words = new int[ROOM];
        short[] alike = new short[ROOM];
        int size = 0;
        WordLikeness likeness = new WordLikeness();
        AlikeWords found = new AlikeWords(index, likeness);
        for (int word = 0; word < count; word++) {
            likeness.from(index.words.text(), index.words.from(word), index.words.to(word));
            found.find();
            if (size + found.count() > words.length) {
                words = Arrays.copyOf(words, 2 * (size + found.count()));
                alike = Arrays.copyOf(alike, words.length);
            }
            for (int i = 0; i < found.count(); i++) {
                words[size] = found.word(i);
                alike[size] = (short) found.likeness(i);
                size++;
            }
            starts[word + 1] = size;
        }
        part.put("starts", starts);
        part.put("words", Arrays.copyOf(words, size));
        part.put("likeness", Arrays.copyOf(alike, size));
    }

    /** Whether the neighbours of the words are known. */
    boolean areKnown() {
        return starts.capacity() > 0;
    }

    int from(int word) {
        return starts.get(word);
    }

    int to(int word) {
        return starts.get(word + 1);
    }

    int word(int place) {
        return words.get(place);
    }

    int likeness(int place) {
        return likeness.get(place);
    }
}
