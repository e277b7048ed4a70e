package io.highfence.text;

/** A part of a text, seen as a text; set anew for each use and allocates only in {@link #subSequence} and {@link #toString}. */
public final class Span implements CharSequence {
    private CharSequence text = "";
    private int from;
    private int to;

    /** An empty part. */
    public Span() {}

    /**
     * Looks at a part of a text, which must not change meanwhile.
     *
     * @param whole the text
     * @param start the first character
     * @param end behind the last one
     * @return this
     */
    public Span of(CharSequence whole, int start, int end) {
        text = whole;
        from = start;
        to = end;
        return this;
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        return text.charAt(from + index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(from + start, from + end);
    }

    @Override
    public String toString() {
        return text.subSequence(from, to).toString();
    }
}
