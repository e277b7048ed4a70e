package io.highfence.list;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Digest;
import java.time.LocalDate;
import java.util.List;

/** A listed party made up for a test, without a file. */
public final class MadeParty {
    private final ListedParty.Builder builder;

    private MadeParty(ListedParty.Builder builder) {
        this.builder = builder;
    }

    public static MadeParty of(String entry, String name) {
        return of("made list", entry, name);
    }

    public static MadeParty of(String source, String entry, String name) {
        return of(source, source, entry, name);
    }

    public static MadeParty of(String source, String list, String entry, String name) {
        return new MadeParty(new ListedParty.Builder(source, list, 0).entry(entry))
                .name(name, ListedParty.Role.PRIMARY, ListedParty.Quality.UNKNOWN);
    }

    public MadeParty alias(String text, ListedParty.Quality quality) {
        return name(text, ListedParty.Role.ALIAS, quality);
    }

    private MadeParty name(String text, ListedParty.Role role, ListedParty.Quality quality) {
        builder.name(text, role, quality);
        return this;
    }

    public MadeParty type(PartyType type) {
        builder.type(type);
        return this;
    }

    public MadeParty country(String code) {
        builder.country(Country.of(code));
        return this;
    }

    /** An address as a publisher gives it in parts; the country may be blank. */
    public MadeParty address(String street, String city, String country) {
        String text = street + ", " + city + (country.isEmpty() ? "" : ", " + country);
        builder.address(new ListedParty.Address(text, street, city, "", "", Country.find(country), country));
        return this;
    }

    public MadeParty identifier(ListedParty.Identifier.Kind kind, String value) {
        builder.identifier(new ListedParty.Identifier(kind, value, "", null, DateRange.ALWAYS));
        return this;
    }

    public MadeParty born(LocalDate day) {
        builder.birthDate(DateRange.on(day));
        return this;
    }

    public MadeParty bornIn(int year) {
        builder.birthDate(DateRange.ofYear(year));
        return this;
    }

    MadeParty extra(String key, String value) {
        builder.extra(new ListedParty.Extra(key, value));
        return this;
    }

    MadeParty remarks(String text) {
        builder.remarks(text);
        return this;
    }

    /** The same list with each record a party of its own. */
    public static PartyList apart(PartyList list) {
        return new PartyList(
                list.records(),
                list.editions(),
                java.util.stream.IntStream.range(0, list.records().size()).toArray());
    }

    public static PartyList list(MadeParty... parties) {
        return list(List.of(parties));
    }

    public static PartyList list(List<MadeParty> parties) {
        List<ListedParty> records =
                parties.stream().map(party -> party.builder.build()).toList();
        return new PartyList(
                records,
                List.of(new PartyList.Edition(
                        "made",
                        "made",
                        List.of("made list"),
                        LocalDate.of(2026, 9, 1),
                        null,
                        Digest.of(records.toString()),
                        records.size(),
                        records.size(),
                        false,
                        List.of())));
    }
}
