package io.highfence.match;

import io.highfence.text.Chars;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;

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

    /**
     * Collects the words of a dictionary. It keeps them in rows of letters and numbers, as the joined words of a list are many times its
     * names.
     */
    static final class Builder {
        /** The words in the order in which they first came, and where each begins. */
        private final Chars text = new Chars();

        private final Ints starts = new Ints();
        private final Ints hashes = new Ints();
        private final Ints weights = new Ints();

        /** The words by their hashes. */
        private int[] table = emptyTable(0);

        /** Each place of a word as they came: the word, and the name that holds it there. */
        private final Ints placed = new Ints();

        private final Ints names = new Ints();

        /** For words that are parts of those of another dictionary: in which, and from where on. */
        private final Ints hosts = new Ints();

        private final Ints hostPlaces = new Ints();

        /** The number that each word has in the dictionary that was built. */
        private int[] numbers = new int[0];

        Builder() {
            starts.add(0);
        }

        /**
         * Adds a word of a name.
         *
         * @return which one it is, as {@link #number} takes it
         */
        int add(CharSequence words, int from, int to, int name, int weight) {
            int hash = hash(words, from, to);
            int word = find(words, from, to, hash);
            if (word == NONE) {
                word = take(words, from, to, hash);
            }
            weights.set(word, Math.max(weights.get(word), weight));
            placed.add(word);
            names.add(name);
            return word;
        }

        int add(CharSequence word, int name, int weight) {
            return add(word, 0, word.length(), name, weight);
        }

        /** Adds a word of a name that is a part of a word of another dictionary, from some place on. */
        void addPart(CharSequence words, int from, int to, int host, int name, int weight) {
            int word = add(words, from, to, name, weight);
            if (word == hosts.size()) {
                hosts.add(host);
                hostPlaces.add(from);
            }
        }

        private int find(CharSequence words, int from, int to, int hash) {
            int last = table.length - 1;
            int at = hash & last;
            for (int word = table[at]; word != NONE; word = table[at]) {
                if (hashes.get(word) == hash && text.regionIs(from(word), to(word), words, from, to)) {
                    return word;
                }
                at = (at + 1) & last;
            }
            return NONE;
        }

        private int take(CharSequence words, int from, int to, int hash) {
            int word = count();
            text.add(words, from, to);
            starts.add(text.length());
            hashes.add(hash);
            weights.add(0);
            if (tableSize(count()) > table.length) {
                table = emptyTable(count());
                for (int i = 0; i < word; i++) {
                    put(i, hashes.get(i), table);
                }
            }
            put(word, hash, table);
            return word;
        }

        private int count() {
            return hashes.size();
        }

        private int from(int word) {
            return starts.get(word);
        }

        private int to(int word) {
            return starts.get(word + 1);
        }

        private int length(int word) {
            return to(word) - from(word);
        }

        /** Puts the words so far into an index. */
        Dictionary build(IndexImage.Part part) {
            int[] sorted = sorted();
            Chars all = new Chars();
            int[] begins = new int[sorted.length + 1];
            for (int i = 0; i < sorted.length; i++) {
                all.add(text, from(sorted[i]), to(sorted[i]));
                begins[i + 1] = all.length();
            }
            part.put("text", all);
            part.put("starts", begins);
            part.put("sizes", new short[0]);
            put(sorted, part);
            return new Dictionary(part);
        }

        /** Puts words that are all parts of the words of another dictionary into an index: their text is that of the other. */
        Dictionary buildParts(IndexImage.Part part, Builder whole, Dictionary hostWords) {
            int[] sorted = sorted();
            int[] begins = new int[sorted.length];
            short[] sizes = new short[sorted.length];
            for (int i = 0; i < sorted.length; i++) {
                int word = sorted[i];
                begins[i] = hostWords.from(whole.number(hosts.get(word))) + hostPlaces.get(word);
                sizes[i] = (short) length(word);
            }
            part.put("starts", begins);
            part.put("sizes", sizes);
            put(sorted, part);
            return new Dictionary(part, hostWords.text());
        }

        /** The words by their length, those of one length as they came; numbers them so. */
        private int[] sorted() {
            int longest = 0;
            for (int word = 0; word < count(); word++) {
                longest = Math.max(longest, length(word));
            }
            int[] next = new int[longest + 2];
            for (int word = 0; word < count(); word++) {
                next[length(word) + 1]++;
            }
            for (int length = 1; length < next.length; length++) {
                next[length] += next[length - 1];
            }
            numbers = new int[count()];
            int[] sorted = new int[count()];
            for (int word = 0; word < sorted.length; word++) {
                numbers[word] = next[length(word)]++;
                sorted[numbers[word]] = word;
            }
            return sorted;
        }

        private void put(int[] sorted, IndexImage.Part part) {
            int count = sorted.length;
            short[] most = new short[count];
            int longest = count == 0 ? 0 : length(sorted[count - 1]);
            int[] lengths = new int[longest + 2];
            int[] places = emptyTable(count);
            for (int i = 0; i < count; i++) {
                most[i] = (short) weights.get(sorted[i]);
                lengths[length(sorted[i]) + 1] = i + 1;
                put(i, hashes.get(sorted[i]), places);
            }
            for (int length = 1; length < lengths.length; length++) {
                lengths[length] = Math.max(lengths[length], lengths[length - 1]);
            }
            part.put("weights", most);
            putNames(part);
            part.put("lengths", lengths);
            part.put("table", places);
        }

        private void putNames(IndexImage.Part part) {
            int[] nameStarts = new int[count() + 1];
            for (int i = 0; i < placed.size(); i++) {
                nameStarts[numbers[placed.get(i)] + 1]++;
            }
            for (int i = 0; i < count(); i++) {
                nameStarts[i + 1] += nameStarts[i];
            }
            int[] next = nameStarts.clone();
            int[] all = new int[placed.size()];
            for (int i = 0; i < all.length; i++) {
                all[next[numbers[placed.get(i)]]++] = names.get(i);
            }
            part.put("names", all);
            part.put("name-starts", nameStarts);
        }

        private static void put(int word, int hash, int[] table) {
            int at = hash & (table.length - 1);
            while (table[at] != NONE) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = word;
        }

        /** Two in three places are taken at most, so that a search soon ends. */
        private static int tableSize(int count) {
            return Math.max(8, Integer.highestOneBit(count + count / 2) << 1);
        }

        private static int[] emptyTable(int count) {
            int[] table = new int[tableSize(count)];
            Arrays.fill(table, NONE);
            return table;
        }

        /** The number that a word which was added has in the dictionary that was built. */
        int number(int word) {
            return numbers[word];
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
