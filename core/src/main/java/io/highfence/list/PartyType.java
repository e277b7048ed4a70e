package io.highfence.list;

import java.util.Locale;

/** What kind of party a name belongs to. */
public enum PartyType {
    /** A natural person. */
    PERSON,
    /** A company, an agency, an institute, a group. */
    ORGANISATION,
    /** A ship. */
    VESSEL,
    /** An aircraft. */
    AIRCRAFT,
    /** Not said, or not understood. */
    UNKNOWN;

    /**
     * Understands a publisher's or a caller's word for a type, letter case aside.
     *
     * @param word such as {@code individual}, {@code entity} or {@code vessel}; blank is unknown
     * @return the type, {@link #UNKNOWN} for any other word
     */
    public static PartyType parse(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "person", "individual" -> PERSON;
            case "organisation", "organization", "entity" -> ORGANISATION;
            case "vessel" -> VESSEL;
            case "aircraft" -> AIRCRAFT;
            default -> UNKNOWN;
        };
    }

    /** Understands a word of a file, and notes one that is not known. */
    static PartyType parse(String word, Loading loading) {
        PartyType type = parse(word);
        if (type == UNKNOWN && !word.isBlank() && !word.strip().equalsIgnoreCase("unknown")) {
            loading.note("the type '" + word + "' is not known");
        }
        return type;
    }
}
