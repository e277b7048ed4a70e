package io.highfence.text;

import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * Characters that grow and are used again, so that work on a name allocates nothing once they have grown. Not safe for several
 * threads; {@link #subSequence} and {@link #toString} allocate.
 */
public final class Chars implements CharSequence {
    private char[] data;
    private int length;

    /** No characters, and room for those of any folded name. */
    public Chars() {
        this(3 * NameForm.MAX_CHARS);
    }

    /**
     * No characters.
     *
     * @param room how many there may be before there must be more room
     */
    Chars(int room) {
        data = new char[room];
    }

    /**
     * Takes all characters away.
     *
     * @return this
     */
    public Chars clear() {
        length = 0;
        return this;
    }

    /**
     * Appends a character.
     *
     * @param c the character
     * @return this
     */
    public Chars add(char c) {
        if (length == data.length) {
            data = Arrays.copyOf(data, 2 * length);
        }
        data[length++] = c;
        return this;
    }

    /**
     * Appends a code point.
     *
     * @param c the code point
     * @return this
     */
    public Chars addCodePoint(int c) {
        if (Character.isBmpCodePoint(c)) {
            return add((char) c);
        }
        return add(Character.highSurrogate(c)).add(Character.lowSurrogate(c));
    }

    /**
     * Appends a text.
     *
     * @param text the text
     * @return this
     */
    public Chars add(CharSequence text) {
        return add(text, 0, text.length());
    }

    /**
     * Appends part of a text.
     *
     * @param text the text
     * @param from the first character
     * @param to behind the last one
     * @return this
     */
    public Chars add(CharSequence text, int from, int to) {
        int more = to - from;
        if (length + more > data.length) {
            data = Arrays.copyOf(data, Math.max(2 * data.length, length + more));
        }
        if (text instanceof Chars chars) {
            System.arraycopy(chars.data, from, data, length, more);
        } else if (text instanceof String string) {
            string.getChars(from, to, data, length);
        } else if (text instanceof CharBuffer buffer) {
            buffer.get(buffer.position() + from, data, length, more);
        } else {
            for (int i = 0; i < more; i++) {
                data[length + i] = text.charAt(from + i);
            }
        }
        length += more;
        return this;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public boolean isEmpty() {
        return length == 0;
    }

    @Override
    public char charAt(int index) {
        return data[index];
    }

    /** The code point that begins at a place. */
    int codePointAt(int index) {
        return Character.codePointAt(data, index, length);
    }

    /**
     * Puts a character in the place of another.
     *
     * @param index the place
     * @param c the character
     */
    public void set(int index, char c) {
        data[index] = c;
    }

    /**
     * Keeps so many characters.
     *
     * @param newLength how many, no more than there are
     */
    public void cut(int newLength) {
        length = newLength;
    }

    /**
     * Whether a part of these characters is a text.
     *
     * @param from the first character
     * @param to behind the last one
     * @param text the text
     * @return true if they are the same
     */
    public boolean regionIs(int from, int to, CharSequence text) {
        return regionIs(from, to, text, 0, text.length());
    }

    /**
     * Whether a part of these characters is the same as part of a text.
     *
     * @param from the first character
     * @param to behind the last one
     * @param text the text
     * @param textFrom its first character
     * @param textTo behind its last one
     * @return true if they are the same
     */
    public boolean regionIs(int from, int to, CharSequence text, int textFrom, int textTo) {
        if (to - from != textTo - textFrom) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (data[i] != text.charAt(textFrom + i - from)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether these characters are a text.
     *
     * @param text the text
     * @return true if they are the same
     */
    public boolean is(CharSequence text) {
        return regionIs(0, length, text);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(data, start, end - start);
    }

    @Override
    public String toString() {
        return new String(data, 0, length);
    }
}
