package io.highfence.match;

import io.highfence.text.Chars;
import io.highfence.text.Sounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Different words, sorted by length, each with its posting list: the numbers of the names that hold it, rising, once for each place. Immutable
 * and safe for many threads; looking up allocates nothing.
 */
final class Dictionary implements NearTexts.Source {
    /** What is no word of the dictionary. */
    static final int NONE = -1;

    private final Chars text = new Chars();
    private final int[] starts;
    private final int[] weights;
    private final long[] signs;

    /** The sounds of the words, where they are words that sound. */
    private final Chars sounds = new Chars();

    private final int[] soundStarts;
    private final long[] soundSigns;

    private final int[] names;
    private final int[] nameStarts;

    /** The number of the first word of each length. */
    private final int[] lengths;

    private final int[] table;

    /** Collects the words of a dictionary. */
    static final class Builder {
        private final Map<String, Word> words = new HashMap<>();

        /** A word, and the names that hold it. */
        private static final class Word {
            private final String text;
            private int weight;
            private int[] names = new int[1];
            private int size;
            private int id;

            Word(String text) {
                this.text = text;
            }

            String text() {
                return text;
            }

            private void add(int name, int itsWeight) {
                weight = Math.max(weight, itsWeight);
                if (size == names.length) {
                    names = Arrays.copyOf(names, 2 * size);
                }
                names[size++] = name;
            }
        }

        void add(String text, int name, int weight) {
            words.computeIfAbsent(text, Word::new).add(name, weight);
        }

        /** The dictionary of the words so far; with their sounds or without. */
        Dictionary build(boolean sounded) {
            List<Word> sorted = new ArrayList<>(words.values());
            sorted.sort(
                    Comparator.comparingInt((Word word) -> word.text.length()).thenComparing(Word::text));
            for (int i = 0; i < sorted.size(); i++) {
                sorted.get(i).id = i;
            }
            return new Dictionary(sorted, sounded);
        }

        /** The number that a word has in the dictionary that was built. */
        int id(String word) {
            return Objects.requireNonNull(words.get(word)).id;
        }
    }

    private Dictionary(List<Builder.Word> words, boolean sounded) {
        int count = words.size();
        starts = new int[count + 1];
        weights = new int[count];
        signs = new long[count];
        soundStarts = new int[count + 1];
        soundSigns = new long[sounded ? count : 0];
        nameStarts = new int[count + 1];
        names = new int[words.stream().mapToInt(word -> word.size).sum()];
        int longest = count == 0 ? 0 : words.get(count - 1).text.length();
        lengths = new int[longest + 2];
        table = new int[Integer.highestOneBit(Math.max(8, 2 * count)) << 1];
        Arrays.fill(table, NONE);
        for (int i = 0; i < count; i++) {
            Builder.Word word = words.get(i);
            text.add(word.text);
            starts[i + 1] = text.length();
            weights[i] = word.weight;
            signs[i] = signs(text, starts[i], starts[i + 1]);
            if (sounded) {
                Sounds.append(text, starts[i], starts[i + 1], sounds);
                soundSigns[i] = signs(sounds, soundStarts[i], sounds.length());
            }
            soundStarts[i + 1] = sounds.length();
            System.arraycopy(word.names, 0, names, nameStarts[i], word.size);
            nameStarts[i + 1] = nameStarts[i] + word.size;
            lengths[word.text.length() + 1] = i + 1;
            int at = hash(text, starts[i], starts[i + 1]) & (table.length - 1);
            while (table[at] != NONE) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = i;
        }
        for (int length = 1; length < lengths.length; length++) {
            lengths[length] = Math.max(lengths[length], lengths[length - 1]);
        }
    }

    @Override
    public int count() {
        return weights.length;
    }

    /** The number of a word, or {@link #NONE}. */
    int find(CharSequence words, int from, int to) {
        int at = hash(words, from, to) & (table.length - 1);
        while (table[at] != NONE) {
            if (text.regionIs(starts[table[at]], starts[table[at] + 1], words, from, to)) {
                return table[at];
            }
            at = (at + 1) & (table.length - 1);
        }
        return NONE;
    }

    int find(CharSequence word) {
        return find(word, 0, word.length());
    }

    private static int hash(CharSequence words, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + words.charAt(i);
        }
        return hash ^ (hash >>> 15);
    }

    @Override
    public Chars text() {
        return text;
    }

    @Override
    public int from(int word) {
        return starts[word];
    }

    @Override
    public int to(int word) {
        return starts[word + 1];
    }

    /** The words by their sounds. */
    NearTexts.Source bySound() {
        return new NearTexts.Source() {
            @Override
            public int count() {
                return weights.length;
            }

            @Override
            public Chars text() {
                return sounds;
            }

            @Override
            public int from(int word) {
                return soundStarts[word];
            }

            @Override
            public int to(int word) {
                return soundStarts[word + 1];
            }
        };
    }

    int length(int word) {
        return starts[word + 1] - starts[word];
    }

    /** The most that a word weighs anywhere; where it stands in some names it may weigh less. */
    int weight(int word) {
        return weights[word];
    }

    /** The sounds of all words in a row. */
    Chars sounds() {
        return sounds;
    }

    int soundsFrom(int word) {
        return soundStarts[word];
    }

    int soundsTo(int word) {
        return soundStarts[word + 1];
    }

    int soundLength(int word) {
        return soundStarts[word + 1] - soundStarts[word];
    }

    /** The letters of a word, as {@link #signs(Chars, int, int)} gives them. */
    long signs(int word) {
        return signs[word];
    }

    long soundSigns(int word) {
        return soundSigns[word];
    }

    /** The posting list of a word, from {@link #namesFrom} to {@link #namesTo}. Not to be changed. */
    int[] names() {
        return names;
    }

    int namesFrom(int word) {
        return nameStarts[word];
    }

    int namesTo(int word) {
        return nameStarts[word + 1];
    }

    /** The number of the first word of at least so many letters. */
    int firstOf(int length) {
        return lengths[Math.min(Math.max(length, 0), lengths.length - 1)];
    }

    /** A bit for each letter of a word; two letters may share one, so that a bit missing means that a letter is. */
    static long signs(Chars text, int from, int to) {
        long signs = 0;
        for (int i = from; i < to; i++) {
            signs |= 1L << text.charAt(i);
        }
        return signs;
    }

    /** The least number of edits between words of these letters: each adds and removes one at most. */
    static int apart(long a, long b) {
        return Math.max(Long.bitCount(a & ~b), Long.bitCount(b & ~a));
    }
}
