package io.highfence;

import io.highfence.chip.Classification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about the item of one line.
 *
 * @param line the index of the line in the order
 * @param eccn the ECCN that the decision worked with, or null if none could be found
 * @param classification the arithmetic behind it, or null where only an ECCN was stated
 * @param summary one sentence for people
 * @param notes the arithmetic, the paragraphs met and the notes that apply, a sentence each
 */
public record ItemFinding(
        int line, @Nullable String eccn, @Nullable Classification classification, String summary, List<String> notes) {
    /**
     * Copies the notes.
     *
     * @param line the index of the line
     * @param eccn the ECCN, or null
     * @param classification the arithmetic, or null
     * @param summary one sentence
     * @param notes further sentences
     */
    public ItemFinding {
        notes = List.copyOf(notes);
    }
}
