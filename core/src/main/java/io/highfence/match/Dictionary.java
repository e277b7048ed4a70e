package io.highfence.match;

import io.highfence.text.Chars;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

    /** How many letters the words have where they are parts of another text; else one begins where the one before ends. */
    private final ShortBuffer sizes;

    private final ShortBuffer weights;

    private final IntBuffer names;
    private final IntBuffer nameStarts;

    /** The number of the first word of each length. */
    private final IntBuffer lengths;

    private final IntBuffer table;

    /** Collects the words of a dictionary. */
    static final class Builder {
        private final Map<String, Word> words = new LinkedHashMap<>();

        /** A word, and the names that hold it. */
        private static final class Word {
            private final String text;
            private String host = "";
            private int at;
            private int weight;
            private int[] names = new int[1];
            private int size;
            private int id;

            Word(String text) {
                this.text = text;
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

        /** Adds a word that is a part of a word of another dictionary, from some place on. */
        void addPart(String host, int from, int to, int name, int weight) {
            Word word = words.computeIfAbsent(host.substring(from, to), Word::new);
            if (word.size == 0) {
                word.host = host;
                word.at = from;
            }
            word.add(name, weight);
        }

        /** Puts the words so far into an index. */
        Dictionary build(IndexImage.Part part) {
            List<Word> sorted = sorted();
            Chars text = new Chars();
            int[] starts = new int[sorted.size() + 1];
            for (int i = 0; i < sorted.size(); i++) {
                text.add(sorted.get(i).text);
                starts[i + 1] = text.length();
            }
            part.put("text", text);
            part.put("starts", starts);
            part.put("sizes", new short[0]);
            put(sorted, part);
            return new Dictionary(part);
        }

        /** Puts words that are all parts of the words of another dictionary into an index: their text is that of the other. */
        Dictionary buildParts(IndexImage.Part part, Builder whole, Dictionary hosts) {
            List<Word> sorted = sorted();
            int[] starts = new int[sorted.size()];
            short[] sizes = new short[sorted.size()];
            for (int i = 0; i < sorted.size(); i++) {
                Word word = sorted.get(i);
                starts[i] = hosts.from(whole.id(word.host)) + word.at;
                sizes[i] = (short) word.text.length();
            }
            part.put("starts", starts);
            part.put("sizes", sizes);
            put(sorted, part);
            return new Dictionary(part, hosts.text());
        }

        /** The words by their length, those of one length as they came. */
        private List<Word> sorted() {
            int longest = words.keySet().stream().mapToInt(String::length).max().orElse(0);
            int[] next = new int[longest + 2];
            for (String text : words.keySet()) {
                next[text.length() + 1]++;
            }
            for (int length = 1; length < next.length; length++) {
                next[length] += next[length - 1];
            }
            Word[] sorted = new Word[words.size()];
            for (Word word : words.values()) {
                word.id = next[word.text.length()]++;
                sorted[word.id] = word;
            }
            return Arrays.asList(sorted);
        }

        private static void put(List<Word> words, IndexImage.Part part) {
            int count = words.size();
            short[] weights = new short[count];
            int[] nameStarts = new int[count + 1];
            int[] names = new int[words.stream().mapToInt(word -> word.size).sum()];
            int longest = count == 0 ? 0 : words.get(count - 1).text.length();
            int[] lengths = new int[longest + 2];
            int[] table = new int[tableSize(count)];
            Arrays.fill(table, NONE);
            for (int i = 0; i < count; i++) {
                Word word = words.get(i);
                String text = word.text;
                weights[i] = (short) word.weight;
                System.arraycopy(word.names, 0, names, nameStarts[i], word.size);
                nameStarts[i + 1] = nameStarts[i] + word.size;
                lengths[text.length() + 1] = i + 1;
                int at = hash(text, 0, text.length()) & (table.length - 1);
                while (table[at] != NONE) {
                    at = (at + 1) & (table.length - 1);
                }
                table[at] = i;
            }
            for (int length = 1; length < lengths.length; length++) {
                lengths[length] = Math.max(lengths[length], lengths[length - 1]);
            }
            part.put("weights", weights);
            part.put("names", names);
            part.put("name-starts", nameStarts);
            part.put("lengths", lengths);
            part.put("table", table);
        }

        /** Two in three places are taken at most, so that a search soon ends. */
        private static int tableSize(int count) {
            return Math.max(8, Integer.highestOneBit(count + count / 2) << 1);
        }

        /** The number that a word has in the dictionary that was built. */
        int id(String word) {
            return Objects.requireNonNull(words.get(word)).id;
        }
    }

    /** The dictionary of an index. */
    Dictionary(IndexImage.Part part) {
        this(part, part.chars("text"), false);
    }

    /** The dictionary of an index whose words are parts of another text. */
    Dictionary(IndexImage.Part part, CharBuffer text) {
        this(part, text, true);
    }

    private Dictionary(IndexImage.Part part, CharBuffer text, boolean parts) {
        this.text = text;
        starts = part.ints("starts");
        sizes = part.shorts("sizes");
        weights = part.shorts("weights");
        names = part.ints("names");
        nameStarts = part.ints("name-starts");
        lengths = part.ints("lengths");
        table = part.ints("table");
        int count = weights.capacity();
        part.check((parts ? sizes.capacity() == count && starts.capacity() == count : isWhole(count))
                && nameStarts.capacity() == count + 1
                && nameStarts.get(count) == names.capacity()
                && lengths.capacity() > 1
                && Integer.bitCount(table.capacity()) == 1
                && table.capacity() > count);
    }

    /** Whether the words are parts of another text. */
    private boolean isPart() {
        return sizes.capacity() > 0;
    }

    private boolean isWhole(int count) {
        return sizes.capacity() == 0 && starts.capacity() == count + 1 && starts.get(count) == text.capacity();
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
        if (length(word) != to - from) {
            return false;
        }
        return begins(word, words, from);
    }

    /** Whether a text that is long enough has the letters of a word from some place on. */
    boolean begins(int word, CharSequence words, int at) {
        int start = starts.get(word);
        for (int i = length(word) - 1; i >= 0; i--) {
            if (text.get(start + i) != words.charAt(at + i)) {
                return false;
            }
        }
        return true;
    }

    int find(CharSequence word) {
        return find(word, 0, word.length());
    }

    static int hash(CharSequence words, int from, int to) {
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
        return starts.get(word) + length(word);
    }

    int length(int word) {
        return isPart() ? sizes.get(word) : starts.get(word + 1) - starts.get(word);
    }

    /** The most that a word weighs anywhere; where it stands in some names it may weigh less. */
    int weight(int word) {
        return weights.get(word);
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
}
