package io.highfence.report;

import io.highfence.Party;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A party of an order and a listed party by the same headings, to be set side by side. */
final class PartySides {
    static final String NAME = "listed under";

    private PartySides() {}

    static Map<String, String> of(Party party) {
        return side(
                party.name(),
                party.type(),
                country(party.country()),
                party.address() == null ? "" : party.address(),
                party.identifiers(),
                party.birthDate() == null ? "" : day(party.birthDate()));
    }

    static Map<String, String> of(ListedParty record) {
        return side(
                record.primaryName(),
                record.type(),
                String.join(
                        ", ",
                        record.countries().stream().map(PartySides::country).toList()),
                String.join(
                        " | ",
                        record.addresses().stream()
                                .map(ListedParty.Address::text)
                                .toList()),
                record.identifiers(),
                String.join(
                        ", ", record.birthDates().stream().map(PartySides::day).toList()));
    }

    private static Map<String, String> side(
            String name,
            PartyType type,
            String country,
            String address,
            List<ListedParty.Identifier> identifiers,
            String born) {
        Map<String, String> side = new LinkedHashMap<>();
        side.put(NAME, name);
        side.put("type", type == PartyType.UNKNOWN ? "" : DecisionWords.spoken(type));
        side.put("country", country);
        side.put("address", address);
        side.put(
                "identifiers",
                String.join(
                        ", ",
                        identifiers.stream()
                                .map(identifier -> identifier.kind().word() + ":" + identifier.value())
                                .toList()));
        side.put("born", born);
        return side;
    }

    private static String country(@Nullable Country country) {
        return country == null ? "" : country.name() + " (" + country.code() + ")";
    }

    /** A birth date may be known to the day or only to the year. */
    private static String day(DateRange span) {
        boolean exact = span.from() != null && span.from().equals(span.to());
        return exact ? String.valueOf(span.from()) : span.toString();
    }

    /** One listing in a line: where it stands, under what, since when, and where that is written. */
    static String listing(ListedParty record) {
        ListedParty.Listing listing = record.listing();
        StringBuilder line =
                new StringBuilder(record.list() + ", entry " + record.entry() + ", " + record.primaryName());
        if (!listing.programs().isEmpty()) {
            line.append("; programs ").append(String.join(", ", listing.programs()));
        }
        DateRange inForce = listing.inForce();
        if (!inForce.equals(DateRange.ALWAYS)) {
            line.append("; in force ").append(inForce);
        }
        if (listing.citation() != null) {
            line.append("; ").append(listing.citation());
        }
        return line.toString();
    }
}
