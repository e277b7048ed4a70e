package io.highfence.text;

import java.util.ArrayList;
import java.util.List;

/** Different texts in the order in which they were found, used again for each name. */
public final class Texts {
    private final List<Chars> texts = new ArrayList<>();
    private int count;

    /** The ways in which a word of consonants is read, and one more that is being written. */
    private static final int USUAL = Consonants.MOST_READINGS + 1;

    /** No texts. */
    public Texts() {
        reserve(USUAL);
    }

    /** Makes room for so many texts. */
    final void reserve(int most) {
        while (texts.size() < most) {
            texts.add(new Chars());
        }
    }

    void clear() {
        count = 0;
    }

    /**
     * How many texts there are.
     *
     * @return their number
     */
    public int count() {
        return count;
    }

    /**
     * One of the texts.
     *
     * @param index from 0 to {@link #count} less 1
     * @return the text, which is written anew by the next use
     */
    public Chars get(int index) {
        return texts.get(index);
    }

    /** An empty text to be written and then kept or not. */
    Chars next() {
        if (count == texts.size()) {
            texts.add(new Chars());
        }
        return texts.get(count).clear();
    }

    /** The text that is being written. */
    Chars written() {
        return texts.get(count);
    }

    /** Keeps the text that was written, unless it stands here already. */
    void keep() {
        if (!has(texts.get(count))) {
            count++;
        }
    }

    /** Keeps the text that was written, unless it stands here already or is another. */
    void keepUnless(CharSequence other) {
        if (!texts.get(count).is(other)) {
            keep();
        }
    }

    private boolean has(Chars text) {
        for (int i = 0; i < count; i++) {
            if (texts.get(i).is(text)) {
                return true;
            }
        }
        return false;
    }

    /** Takes a text away. */
    void remove(CharSequence text) {
        for (int i = 0; i < count; i++) {
            if (texts.get(i).is(text)) {
                texts.add(texts.remove(i));
                count--;
                return;
            }
        }
    }
}
