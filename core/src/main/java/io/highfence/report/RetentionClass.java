package io.highfence.report;

import org.jspecify.annotations.Nullable;

/** What kind of personal value stands apart in an {@link AuditLog}, so that each kind can be kept as long as it must be. */
public enum RetentionClass {
    /** The name of a party or of an owner. */
    NAME("name"),
    /** A birth date, perhaps only the year. */
    BIRTH_DATE("birthDate"),
    /** The number of a document or an account: passport, tax, registration and the like. */
    IDENTIFIER("identifier"),
    /** An address, or the place within the destination. */
    ADDRESS("address"),
    /** An address of the internet protocol, wherever it stands in the order. */
    IP_ADDRESS("ipAddress"),
    /** What was written to or by the caller alone: the texts of authorizations and of dispositions. */
    LETTER("letter");

    private final String word;

    RetentionClass(String word) {
        this.word = word;
    }

    /**
     * The word for this class in logs.
     *
     * @return for example {@code birthDate}
     */
    public String word() {
        return word;
    }

    static @Nullable RetentionClass find(String word) {
        for (RetentionClass one : values()) {
            if (one.word.equals(word)) {
                return one;
            }
        }
        return null;
    }
}
