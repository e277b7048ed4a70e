package io.highfence.text;

/**
 * A word of a name.
 *
 * @param text the folded word; for a legal form of several words, these joined by blanks
 * @param kind what the word is
 * @param weight how much it tells
 */
public record Token(String text, Kind kind, int weight) {
    /** What a word is. */
    public enum Kind {
        /** Any word. */
        WORD,
        /** A number or an ordinal, in plain digits. */
        NUMBER,
        /** A legal form, known by its class. */
        LEGAL_FORM
    }

    /**
     * Whether the word is too common to find a party by.
     *
     * @return true for legal forms and for words below {@link TokenWeights#GENERIC}
     */
    public boolean isGeneric() {
        return kind == Kind.LEGAL_FORM || weight < TokenWeights.GENERIC;
    }
}
