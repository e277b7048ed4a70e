package io.highfence.match;

import io.highfence.text.Chars;
import io.highfence.text.Sounds;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
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

    private final CharBuffer text;
    private final IntBuffer starts;
    private final ShortBuffer weights;
    private final LongBuffer signs;

    /** The sounds of the words, where they are words that sound. */
    private final CharBuffer sounds;

    private final IntBuffer soundStarts;
    private final LongBuffer soundSigns;

    private final IntBuffer names;
    private final IntBuffer nameStarts;

    /** The number of the first word of each length. */
    private final IntBuffer lengths;

    private final IntBuffer table;

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

        /** Puts the words so far into an index; with their sounds or without. */
        Dictionary build(IndexImage.Part part, boolean sounded) {
            List<Word> sorted = new ArrayList<>(words.values());
            sorted.sort(
                    Comparator.comparingInt((Word word) -> word.text.length()).thenComparing(Word::text));
            for (int i = 0; i < sorted.size(); i++) {
                sorted.get(i).id = i;
            }
            put(sorted, part, sounded);
            return new Dictionary(part);
        }

        private static void put(List<Word> words, IndexImage.Part part, boolean sounded) {
            int count = words.size();
            Chars text = new Chars();
            Chars sounds = new Chars();
            int[] starts = new int[count + 1];
            short[] weights = new short[count];
            long[] signs = new long[count];
            int[] soundStarts = new int[sounded ? count + 1 : 0];
            long[] soundSigns = new long[sounded ? count : 0];
            int[] nameStarts = new int[count + 1];
            int[] names = new int[words.stream().mapToInt(word -> word.size).sum()];
            int longest = count == 0 ? 0 : words.get(count - 1).text.length();
            int[] lengths = new int[longest + 2];
            int[] table = new int[Integer.highestOneBit(Math.max(8, 2 * count)) << 1];
            Arrays.fill(table, NONE);
            for (int i = 0; i < count; i++) {
                Word word = words.get(i);
                text.add(word.text);
                starts[i + 1] = text.length();
                weights[i] = (short) word.weight;
                signs[i] = signs(text, starts[i], starts[i + 1]);
                if (sounded) {
                    Sounds.append(text, starts[i], starts[i + 1], sounds);
                    soundSigns[i] = signs(sounds, soundStarts[i], sounds.length());
                    soundStarts[i + 1] = sounds.length();
                }
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
            part.put("text", text);
            part.put("starts", starts);
            part.put("weights", weights);
            part.put("signs", signs);
            part.put("sounds", sounds);
            part.put("sound-starts", soundStarts);
            part.put("sound-signs", soundSigns);
            part.put("names", names);
            part.put("name-starts", nameStarts);
            part.put("lengths", lengths);
            part.put("table", table);
        }

        /** The number that a word has in the dictionary that was built. */
        int id(String word) {
            return Objects.requireNonNull(words.get(word)).id;
        }
    }

    /** The dictionary of an index. */
    Dictionary(IndexImage.Part part) {
        text = part.chars("text");
        starts = part.ints("starts");
        weights = part.shorts("weights");
        signs = part.longs("signs");
        sounds = part.chars("sounds");
        soundStarts = part.ints("sound-starts");
        soundSigns = part.longs("sound-signs");
        names = part.ints("names");
        nameStarts = part.ints("name-starts");
        lengths = part.ints("lengths");
        table = part.ints("table");
        int count = weights.capacity();
        part.check(starts.capacity() == count + 1
                && starts.get(count) == text.capacity()
                && signs.capacity() == count
                && nameStarts.capacity() == count + 1
                && nameStarts.get(count) == names.capacity()
                && lengths.capacity() > 1
                && Integer.bitCount(table.capacity()) == 1
                && table.capacity() > count);
    }

    @Override
    public int count() {
        return weights.capacity();
    }

    /** The number of a word, or {@link #NONE}. */
    int find(CharSequence words, int from, int to) {
        int last = table.capacity() - 1;
        int at = hash(words, from, to) & last;
        for (int word = table.get(at); word != NONE; word = table.get(at)) {
            if (is(word, words, from, to)) {
                return word;
            }
            at = (at + 1) & last;
        }
        return NONE;
    }

    private boolean is(int word, CharSequence words, int from, int to) {
        int start = starts.get(word);
        if (starts.get(word + 1) - start != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.get(start + i - from) != words.charAt(i)) {
                return false;
            }
        }
        return true;
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
    public CharBuffer text() {
        return text;
    }

    @Override
    public int from(int word) {
        return starts.get(word);
    }

    @Override
    public int to(int word) {
        return starts.get(word + 1);
    }

    /** The words by their sounds. */
    NearTexts.Source bySound() {
        return new NearTexts.Source() {
            @Override
            public int count() {
                return weights.capacity();
            }

            @Override
            public CharBuffer text() {
                return sounds;
            }

            @Override
            public int from(int word) {
                return soundStarts.get(word);
            }

            @Override
            public int to(int word) {
                return soundStarts.get(word + 1);
            }
        };
    }

    int length(int word) {
        return starts.get(word + 1) - starts.get(word);
    }

    /** The most that a word weighs anywhere; where it stands in some names it may weigh less. */
    int weight(int word) {
        return weights.get(word);
    }

    /** The sounds of all words in a row. */
    CharBuffer sounds() {
        return sounds;
    }

    int soundsFrom(int word) {
        return soundStarts.get(word);
    }

    int soundsTo(int word) {
        return soundStarts.get(word + 1);
    }

    int soundLength(int word) {
        return soundStarts.get(word + 1) - soundStarts.get(word);
    }

    /** The letters of a word, as {@link #signs(CharSequence, int, int)} gives them. */
    long signs(int word) {
        return signs.get(word);
    }

    long soundSigns(int word) {
        return soundSigns.get(word);
    }

    /** The posting list of a word, from {@link #namesFrom} to {@link #namesTo}. */
    IntBuffer names() {
        return names;
    }

    int namesFrom(int word) {
        return nameStarts.get(word);
    }

    int namesTo(int word) {
        return nameStarts.get(word + 1);
    }

    /** The number of the first word of at least so many letters. */
    int firstOf(int length) {
        return lengths.get(Math.min(Math.max(length, 0), lengths.capacity() - 1));
    }

    /** A bit for each letter of a word; two letters may share one, so that a bit missing means that a letter is. */
    static long signs(CharSequence text, int from, int to) {
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
