package io.highfence.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number that a publisher gives to a party for good. The Consolidated Screening List has none for the lists that the
 * Treasury does not publish, and Canada and Japan number their entries anew.
 *
 * @param authority who gives it: the same word for all lists that share the numbers
 * @param value the number
 */
record PublisherNumber(String authority, String value) {
    /** Lists whose publisher never gives the number of one party to another. */
    private static final Set<String> LASTING = Set.of("EU", "UN", "UK", "OFSI", "AU", "CH");

    /** The reference of the Security Council, as in {@code QDi.001}; typed with either case. */
    private static final Pattern UN_REFERENCE = Pattern.compile("[A-Za-z]{3}\\.[0-9]{3}(?![0-9])");

    /** The number under which a record is listed; null for a list without lasting numbers. */
    static @Nullable PublisherNumber of(ListedParty record) {
        String ofac = CslRecord.ofacNumber(record);
        if (ofac != null) {
            return new PublisherNumber("OFAC", ofac);
        }
        if (record.list().equals("CUSTOM")) {
            // Two files of a caller may each have a party 1.
            return new PublisherNumber("CUSTOM " + record.edition(), record.entry());
        }
        return LASTING.contains(record.list()) ? new PublisherNumber(record.list(), record.entry()) : null;
    }

    /** The numbers of other publishers, or of another series, that a record says the party has. */
    static List<PublisherNumber> saidBy(ListedParty record) {
        List<PublisherNumber> said = new ArrayList<>();
        for (ListedParty.Extra extra : record.extras()) {
            switch (extra.key()) {
                case "UN reference" -> reference(extra.value(), false, said);
                case "OFSI group ID" ->
                    said.add(new PublisherNumber("OFSI", extra.value().strip()));
                default -> {
                    // Says nothing of a number.
                }
            }
        }
        if (record.list().equals("UN") && record.listing().citation() != null) {
            reference(record.listing().citation().text(), true, said);
        }
        if (record.list().equals("AU")) {
            // It opens the text; further on stand those of other parties.
            reference(record.remarks(), false, said);
        }
        return said;
    }

    private static void reference(String text, boolean anywhere, List<PublisherNumber> said) {
        Matcher reference = UN_REFERENCE.matcher(text);
        if (anywhere ? reference.find() : reference.lookingAt()) {
            said.add(new PublisherNumber("UN reference", reference.group().toUpperCase(Locale.ROOT)));
        }
    }
}
