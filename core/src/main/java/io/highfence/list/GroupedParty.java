package io.highfence.list;

import io.highfence.base.Citation;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty.Identifier;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.ListedParty.Role;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A party that its publisher spreads over rows, each a mixture of a name, an address, a birth date: every fact is kept once, and
 * the primary name goes first wherever it stood.
 */
final class GroupedParty {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Loading loading;
    private final ListedParty.Builder party;
    private final Map<String, ListedParty.Name> primary = new LinkedHashMap<>();
    private final Map<String, ListedParty.Name> others = new LinkedHashMap<>();
    private final Set<ListedParty.Address> addresses = new LinkedHashSet<>();
    private final Set<Country> countries = new LinkedHashSet<>();
    private final Map<String, Identifier> identifiers = new LinkedHashMap<>();
    private final Set<DateRange> births = new LinkedHashSet<>();
    private final Set<ListedParty.Link> links = new LinkedHashSet<>();
    private final Set<ListedParty.Extra> extras = new LinkedHashSet<>();
    private final Set<String> titles = new LinkedHashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Set<String> programs = new LinkedHashSet<>();
    private final Set<String> notUnderstood = new LinkedHashSet<>();
    private final Map<String, String> vessel = new LinkedHashMap<>();
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private String citation = "";
    private String url = "";
    private PartyType type = PartyType.UNKNOWN;
    private int published;

    GroupedParty(String source, String list, String entry, Loading loading) {
        this.loading = loading;
        this.party = new ListedParty.Builder(source, list, loading.edition()).entry(entry);
    }

    void type(String word) {
        if (type == PartyType.UNKNOWN && !word.isBlank()) {
            type = word.strip().equalsIgnoreCase("ship") ? PartyType.VESSEL : PartyType.parse(word, loading);
        }
    }

    void name(String text, Role role, Quality quality) {
        String said = SPACE.matcher(Published.name("", text)).replaceAll(" ");
        if (!Published.isName(said)) {
            return;
        }
        Map<String, ListedParty.Name> among = role == Role.PRIMARY ? primary : others;
        ListedParty.Name known = among.get(said);
        if (known == null || (known.quality() != Quality.STRONG && quality == Quality.STRONG)) {
            among.put(said, new ListedParty.Name(said, known == null ? role : known.role(), quality));
        }
    }

    /** Names in the script of the party's home; a publisher may put Latin letters there, and several names. */
    void original(String text) {
        for (String one : text.split(";| / ", -1)) {
            name(one, Published.isNonLatin(one) ? Role.ORIGINAL_SCRIPT : Role.ALIAS, Quality.UNKNOWN);
        }
    }

    void address(String street, String city, String state, String postcode, String country) {
        ListedParty.Address address = Published.plainAddress(street, city, state, postcode, country, loading);
        if (address != null) {
            addresses.add(address);
            if (Published.lacksCountry(address)) {
                understoodNot(Published.unknownCountry(address.countryText()));
            }
        }
    }

    /** The countries of a nationality or citizenship, where several are numbered or stand beside each other. */
    void country(String what, String text) {
        for (String one : Published.numbered(text)) {
            List<Country> said = Published.nationalities(one);
            if (said.isEmpty()) {
                extra(what, one);
                understoodNot(Published.unknownCountry(one));
            }
            countries.addAll(said);
        }
    }

    /** Adds a number that names the party; a word for its country that is not understood is kept and noted. */
    void identifier(Identifier.Kind kind, String number, String type, String country, DateRange validity) {
        String said = Published.orBlank(number);
        Country issuer = Published.country(country);
        Identifier identifier = new Identifier(kind, said, loading.share(type), issuer, validity);
        if (identifier.normal().isEmpty()) {
            return;
        }
        identifiers.putIfAbsent(kind + identifier.normal(), identifier);
        if (issuer == null && !Published.orBlank(country).isEmpty()) {
            extra(type + ", country", country);
            understoodNot(Published.unknownCountry(country));
        }
    }

    void identifier(Identifier.Kind kind, String number, String type) {
        identifier(kind, number, type, "", DateRange.ALWAYS);
    }

    void birth(String text, @Nullable DateRange days) {
        if (days != null) {
            births.add(days);
        } else if (!Published.orBlank(text).isEmpty()) {
            extra("Date of birth", text);
            understoodNot("birth date '" + Published.shortened(text.strip()) + "' is not understood");
        }
    }

    /** Notes once a party what may stand on each of its rows. */
    private void understoodNot(String note) {
        if (notUnderstood.add(note)) {
            loading.note(note);
        }
    }

    void link(String relation, String name) {
        String said = Published.orBlank(name);
        if (!said.isEmpty()) {
            links.add(new ListedParty.Link(loading.share(relation), said));
        }
    }

    void extra(String key, String value) {
        String said = Published.orBlank(value);
        if (!said.isEmpty()) {
            extras.add(new ListedParty.Extra(loading.share(key), loading.share(said)));
        }
    }

    void title(String text) {
        add(text, titles);
    }

    void remarks(String text) {
        add(text, remarks);
    }

    void program(String text) {
        add(loading.share(text.strip()), programs);
    }

    private static void add(String text, Set<String> into) {
        String said = Published.orBlank(text);
        if (!said.isEmpty()) {
            into.add(said);
        }
    }

    /** What is said of a ship; the first statement of each kind counts, and others are kept beside it. */
    void vessel(String what, String value) {
        String said = Published.orBlank(value);
        if (!said.isEmpty()) {
            String known = vessel.putIfAbsent(what, said);
            if (known != null && !known.equals(said)) {
                extra("Ship, " + what, said);
            }
        }
    }

    /** The day from which the listing holds; of several the earliest. */
    void from(@Nullable LocalDate day) {
        from = from == null || (day != null && day.isBefore(from)) ? day : from;
    }

    /** The last day on which the listing holds. */
    void to(@Nullable LocalDate day) {
        to = day;
    }

    void citation(String text) {
        citation = text;
    }

    void url(String text) {
        url = text.isBlank() ? url : text.strip();
    }

    /** Sets how many names there are as published, where several were made of one. */
    void published(int names) {
        published = names;
    }

    /** Counts a name as published, where each stands in a row of its own. */
    void publishedOne() {
        published++;
    }

    boolean isNameless() {
        return primary.isEmpty() && others.isEmpty();
    }

    void finish() {
        primary.values().forEach(name -> party.name(name.text(), name.role(), name.quality()));
        others.values().forEach(name -> party.name(name.text(), name.role(), name.quality()));
        int count = published > 0 ? published : party.nameCount();
        addresses.forEach(party::address);
        countries.forEach(party::country);
        identifiers.values().forEach(party::identifier);
        births.forEach(party::birthDate);
        links.forEach(party::link);
        extras.forEach(party::extra);
        if (!vessel.isEmpty()) {
            party.vessel(new ListedParty.Vessel(
                    vessel.getOrDefault("call sign", ""),
                    vessel.getOrDefault("type", ""),
                    vessel.getOrDefault("flag", ""),
                    vessel.getOrDefault("owner", ""),
                    vessel.getOrDefault("tonnage", "")));
        }
        party.type(type).title(String.join("; ", titles)).remarks(String.join("\n\n", remarks));
        party.listing(new ListedParty.Listing(
                List.copyOf(programs),
                "",
                "",
                Set.of(),
                citation.isBlank() ? null : new Citation(citation),
                Published.days(from, to, loading),
                null,
                url));
        loading.add(party.build(), count);
    }
}
