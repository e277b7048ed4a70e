package io.highfence.base;

import java.util.Objects;

/**
 * Where a rule or a listing is written: a paragraph of a regulation, a Federal Register page, an agency's notice.
 *
 * @param text the citation as a lawyer would write it, such as {@code 15 CFR 742.6(a)(6)(iii)(A)}; never blank
 */
public record Citation(String text) {
    /**
     * Checks that there is something to look up.
     *
     * @param text the citation
     * @throws IllegalArgumentException if the text is blank
     */
    public Citation {
        Objects.requireNonNull(text, "text");
        if (text.isBlank()) {
            throw new IllegalArgumentException("A citation must name its source");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
