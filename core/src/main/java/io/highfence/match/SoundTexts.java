package io.highfence.match;

import io.highfence.text.Chars;
import io.highfence.text.Sounds;
import java.nio.IntBuffer;

/**
 * The sounds of the words of a dictionary, by the numbers of the words. Immutable and safe for many threads; looking up allocates
 * nothing.
 */
final class SoundTexts implements NearTexts.Source {
    private final CharSequence text;
    private final IntBuffer starts;

    /** The sounds in an index. */
    SoundTexts(IndexImage.Part part) {
        text = part.chars("text");
        starts = part.ints("starts");
        part.check(starts.capacity() > 0 && starts.get(starts.capacity() - 1) == text.length());
    }

    private SoundTexts(CharSequence text, IntBuffer starts) {
        this.text = text;
        this.starts = starts;
    }

    /** The sounds of all words of a dictionary, outside of an index. */
    static SoundTexts of(Dictionary words) {
        Chars text = new Chars();
        int[] starts = new int[words.count() + 1];
        for (int i = 0; i < words.count(); i++) {
            Sounds.append(words.text(), words.from(i), words.to(i), text);
            starts[i + 1] = text.length();
        }
        return new SoundTexts(text, IntBuffer.wrap(starts));
    }

    /** Puts them into an index. */
    void put(IndexImage.Part part) {
        part.put("text", text);
        part.put("starts", starts.array());
    }

    @Override
    public int count() {
        return starts.capacity() - 1;
    }

    @Override
    public CharSequence text() {
        return text;
    }

    @Override
    public int from(int number) {
        return starts.get(number);
    }

    @Override
    public int to(int number) {
        return starts.get(number + 1);
    }
}
