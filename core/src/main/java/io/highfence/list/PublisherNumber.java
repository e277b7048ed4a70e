package io.highfence.list;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The number that a publisher gives to a party for good. The Consolidated Screening List has none for the lists that the
 * Treasury does not publish, and Canada and Japan number their entries anew.
 */
final class PublisherNumber {
    /** Lists whose publisher never gives the number of one party to another. */
    private static final Set<String> LASTING = Set.of("EU", "UN", "UK", "OFSI", "AU", "CH", "CUSTOM");

    private PublisherNumber() {}

    /** Who gives the numbers: the same for all lists that share them; null for a list without lasting numbers. */
    static @Nullable String authority(ListedParty record) {
        if (CslRecord.ofacNumber(record) != null) {
            return "OFAC";
        }
        return LASTING.contains(record.list()) ? record.list() : null;
    }

    /** Whether the entry is such a number. */
    static boolean isLasting(ListedParty record) {
        return authority(record) != null;
    }
}
