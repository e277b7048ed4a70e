package io.highfence.text;

import java.util.Arrays;

/** Words in a row, used again for each name. */
final class Words {
    private final Chars text = new Chars();
    private int[] ends = new int[NameForm.MAX_CHARS];
    private int count;

    void clear() {
        text.clear();
        count = 0;
    }

    int count() {
        return count;
    }

    /** All words, without anything between them. */
    Chars text() {
        return text;
    }

    int from(int word) {
        return word == 0 ? 0 : ends[word - 1];
    }

    int to(int word) {
        return ends[word];
    }

    int length(int word) {
        return to(word) - from(word);
    }

    boolean is(int word, String other) {
        return text.regionIs(from(word), to(word), other);
    }

    void add(CharSequence word) {
        add(word, 0, word.length());
    }

    void add(CharSequence from, int start, int end) {
        text.add(from, start, end);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = text.length();
    }

    /** Adds a word of another row. */
    void add(Words other, int word) {
        add(other.text, other.from(word), other.to(word));
    }
}
