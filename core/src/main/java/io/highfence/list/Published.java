package io.highfence.list;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the readers of all publishers' files need to turn published words into parts of a record. */
final class Published {
    /** Words that publishers write where they know nothing. */
    private static final Set<String> NOTHING = Set.of(
            "",
            "na",
            "n/a",
            "-0-",
            "-",
            "nil",
            "none",
            "unknown",
            "not available",
            "undetermined",
            "\u4e0d\u660e",
            "00");

    private static final int LONGEST_COUNTRY = 100;

    private static final Set<String> NO_NAME = Set.of("", "na", "n/a", "-0-", "-");

    private static final int LONGEST_NOTHING = 13;

    /** Names of countries that publishers have beside those that every part of the program knows. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "China, Hong Kong Special Administrative Region", "HK",
            "China, Macao Special Administrative Region", "MO",
            "Macedonia, The Former Yugoslav Republic of", "MK");

    /** Countries by their code of three letters. */
    private static final Map<String, Country> BY_THREE = byThree();

    private static final Pattern BRACKET = Pattern.compile("\\s*[(\\[][^()\\[\\]]*[)\\]]\\s*");

    /** The numbers before several values in one cell, as in {@code 1) Saudi Arabia 2) Qatar}, {@code (1) A (2) B}. */
    private static final Pattern NUMBERED = Pattern.compile("(?:^|(?<=\\s))\\(?([0-9]{1,2})\\)\\.?\\s+");

    /** The letters that do the same, where the cell begins with the first of them, as in {@code (a) Jordan (b) Iraq}. */
    private static final Pattern LETTERED = Pattern.compile("(?:^|(?<=\\s))\\(?([a-z])\\)\\.?\\s+");

    /** Between nationalities that are not numbered. */
    private static final Pattern BESIDE = Pattern.compile("[,;/&]| and ");

    private static final Pattern CITIZENSHIP =
            Pattern.compile("(?i)(?: (?:citizen(?:s|ship)?|national(?:s|ity|ities)?))?[ ,;.]*$");

    /** Before the name of what may be a country or a part of one. */
    private static final String REGION = "REGION: ";

    /** A number of the International Maritime Organization, which says so itself. */
    private static final Pattern IMO = Pattern.compile("IMO\\s*[0-9]{7}");

    /** What formal names put before that of the land; where two lands share it, only a name that is known whole counts. */
    private static final Pattern FORMAL = Pattern.compile(
            "(?:[A-Z][a-z]+ )?(?:Republic|State|Kingdom|Sultanate) of (?:the )?(?!Congo|Korea|China)([A-Z].*)");

    private static final int LONGEST = 400_000;

    private Published() {}

    private static Map<String, Country> byThree() {
        Map<String, Country> countries = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Country country = Country.find(code);
            if (country != null) {
                countries.put(new Locale("", code).getISO3Country(), country);
            }
        }
        return Map.copyOf(countries);
    }

    /** The text, or blank where it only says that nothing is known. */
    static String orBlank(String text) {
        String stripped = text.strip();
        return stripped.length() <= LONGEST_NOTHING && NOTHING.contains(stripped.toLowerCase(Locale.ROOT))
                ? ""
                : stripped;
    }

    /** Whether there is a letter or a digit to find a party by. */
    static boolean isName(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /**
     * The parts of a name, joined. Only a few ways to write nothing are none: Na and Unknown may be names.
     */
    static String name(String separator, String... parts) {
        List<String> said = new ArrayList<>();
        for (String part : parts) {
            String stripped = part.strip();
            if (!NO_NAME.contains(stripped)) {
                said.add(stripped);
            }
        }
        return String.join(separator, said);
    }

    static String name(String separator, List<String> parts) {
        return name(separator, parts.toArray(String[]::new));
    }

    /** The texts that say something, joined. */
    static String join(String separator, String... texts) {
        List<String> said = new ArrayList<>();
        for (String text : texts) {
            String known = orBlank(text);
            if (!known.isEmpty()) {
                said.add(known);
            }
        }
        return String.join(separator, said);
    }

    static String join(String separator, List<String> texts) {
        return join(separator, texts.toArray(String[]::new));
    }

    /** A country by code or name, without a remark in brackets as in {@code Afghanistan (since 2009)}; null if not known. */
    static @Nullable Country country(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_COUNTRY) {
            return null;
        }
        Country whole = find(stripped);
        if (whole != null) {
            return whole;
        }
        String bare = BRACKET.matcher(stripped).replaceAll(" ").strip();
        if (bare.regionMatches(true, 0, REGION, 0, REGION.length())) {
            bare = bare.substring(REGION.length());
        }
        bare = OTHER_NAMES.getOrDefault(bare, bare);
        Country found = BY_THREE.getOrDefault(bare, find(bare));
        Matcher formal = FORMAL.matcher(bare);
        return found == null && formal.matches() ? find(formal.group(1)) : found;
    }

    /** The country of a nationality: its name or code, or what its people are called; null if not known. */
    static @Nullable Country nationality(String text) {
        Country country = country(text);
        if (country != null || text.length() > LONGEST_COUNTRY) {
            return country;
        }
        String bare = withoutCitizenship(BRACKET.matcher(text).replaceAll(" "));
        country = Demonyms.country(bare);
        return country != null ? country : country(bare);
    }

    /** A nationality without what stands behind it, as in {@code Kuwaiti citizenship}, {@code Chadian,}. */
    private static String withoutCitizenship(String text) {
        return CITIZENSHIP.matcher(text.strip()).replaceFirst("");
    }

    /** The countries of a nationality, or of several beside each other as in {@code Russian/Syrian}; empty if one is not known. */
    static List<Country> nationalities(String text) {
        Country whole = nationality(text);
        if (whole != null) {
            return List.of(whole);
        }
        List<Country> countries = new ArrayList<>();
        for (String part : BESIDE.split(text.length() > LONGEST_COUNTRY ? "" : withoutCitizenship(text), -1)) {
            Country country = nationality(part);
            if (country == null) {
                return List.of();
            }
            countries.add(country);
        }
        return countries;
    }

    /** No country has a digit in its code or name; without this, {@code Georgia 30301} would be one by its letters. */
    private static @Nullable Country find(String text) {
        return text.chars().anyMatch(Character::isDigit) ? null : Country.find(text);
    }

    /** Adds the country of a nationality or citizenship, or notes a word for one that is not understood and keeps it. */
    static void country(String what, String text, ListedParty.Builder party, Loading loading) {
        String said = orBlank(text);
        if (said.isEmpty()) {
            return;
        }
        Country country = nationality(said);
        if (country == null) {
            party.extra(new ListedParty.Extra(what, said));
            loading.note(unknownCountry(said));
        } else {
            party.country(country);
        }
    }

    /** An address of its parts; null if all are blank. A word for a country that is not understood is kept in it, and noted. */
    static ListedParty.@Nullable Address address(
            String street, String city, String state, String postcode, String country, Loading loading) {
        ListedParty.Address address = plainAddress(street, city, state, postcode, country, loading);
        if (address != null && lacksCountry(address)) {
            loading.note(unknownCountry(address.countryText()));
        }
        return address;
    }

    /** Whether an address has a word for a country that is not understood. */
    static boolean lacksCountry(ListedParty.Address address) {
        return address.country() == null && !address.countryText().isEmpty();
    }

    static String unknownCountry(String word) {
        return "the country '" + shortened(word.strip()) + "' is not known";
    }

    /** An address of its parts; null if all are blank. */
    static ListedParty.@Nullable Address plainAddress(
            String street, String city, String state, String postcode, String country, Loading loading) {
        String word = orBlank(country);
        return address(street, city, state, postcode, word, country(word), loading);
    }

    /** An address of its parts with the word for its country and what that means; null if all are blank. */
    static ListedParty.@Nullable Address address(
            String street,
            String city,
            String state,
            String postcode,
            String word,
            @Nullable Country country,
            Loading loading) {
        String parts = join(", ", street, city, state, postcode);
        String text = parts.isEmpty() || word.isEmpty() ? parts + word : parts + ", " + word;
        return text.isEmpty()
                ? null
                : new ListedParty.Address(
                        loading.share(text),
                        orBlank(street),
                        orBlank(city),
                        orBlank(state),
                        orBlank(postcode),
                        country,
                        loading.share(word));
    }

    /** The values of a cell, which are numbered where there are several. */
    static List<String> numbered(String cell) {
        List<String> values = new ArrayList<>();
        if (cell.length() > LONGEST) {
            values.add(cell.strip());
            return values;
        }
        boolean lettered = LETTERED.matcher(cell).lookingAt();
        Matcher mark = (lettered ? LETTERED : NUMBERED).matcher(cell);
        int from = 0;
        int expected = lettered ? 'a' : 1;
        while (mark.find()) {
            // Only a run that counts up from the first is a numbering; "(2003)" and the like are words of the text.
            if ((lettered ? mark.group(1).charAt(0) : Integer.parseInt(mark.group(1))) == expected) {
                add(cell.substring(from, mark.start()), values);
                from = mark.end();
                expected++;
            }
        }
        add(cell.substring(from), values);
        return values;
    }

    private static void add(String value, List<String> into) {
        String said = orBlank(value);
        if (!said.isEmpty()) {
            into.add(said);
        }
    }

    /** Adds a number that names the party, if it holds a letter or digit, with the publisher's words for kind and country. */
    static void identifier(
            ListedParty.Identifier.Kind kind,
            String number,
            String type,
            String country,
            DateRange validity,
            ListedParty.Builder party,
            Loading loading) {
        String said = orBlank(number);
        if (said.isEmpty()) {
            return;
        }
        Country issuer = issuer(country, type, party, loading);
        ListedParty.Identifier identifier =
                new ListedParty.Identifier(kind, said, loading.share(type.strip()), issuer, validity);
        if (!identifier.normal().isEmpty()) {
            party.identifier(identifier);
        }
    }

    /** The country that issued a document; a word for one that is not understood is kept and noted. */
    static @Nullable Country issuer(String word, String type, ListedParty.Builder party, Loading loading) {
        String said = orBlank(word);
        Country issuer = country(said);
        if (issuer == null && !said.isEmpty()) {
            extra(loading.share(type.strip() + ", country"), said, party);
            loading.note(unknownCountry(said));
        }
        return issuer;
    }

    /**
     * Adds a number of the Treasury's files or of the Consolidated Screening List, or what is published like one and has no field
     * of its own.
     */
    static void number(
            PartyType of,
            String type,
            String number,
            String country,
            DateRange validity,
            ListedParty.Builder party,
            Loading loading) {
        ListedParty.Identifier.Kind kind = CslRecord.kind(type);
        if (kind == null || orBlank(number).isEmpty()) {
            String days = validity.equals(DateRange.ALWAYS) ? "" : validity.toString();
            extra(loading.share(type.strip()), join(", ", number, country, days), party);
            return;
        }
        // Companies have numbers of the same organisation, and registers of ships their own.
        boolean imo = IMO.matcher(number.strip()).matches();
        boolean ofShip = imo && of != PartyType.ORGANISATION && of != PartyType.PERSON;
        if (imo || kind == ListedParty.Identifier.Kind.IMO) {
            kind = ofShip ? ListedParty.Identifier.Kind.IMO : ListedParty.Identifier.Kind.REGISTRATION;
        }
        identifier(kind, number, type, country, validity, party, loading);
    }

    /** What is said of a ship, if anything; of two tonnages the second is kept beside it. */
    static void vessel(
            String callSign,
            String kind,
            String flag,
            String owner,
            String tonnage,
            String otherTonnage,
            ListedParty.Builder party) {
        String first = orBlank(tonnage);
        String second = orBlank(otherTonnage);
        if (!join("", callSign, kind, flag, owner, first, second).isEmpty()) {
            party.vessel(new ListedParty.Vessel(
                    orBlank(callSign), orBlank(kind), orBlank(flag), orBlank(owner), first.isEmpty() ? second : first));
        }
        if (!first.isEmpty() && !first.equals(second)) {
            extra("Other tonnage", second, party);
        }
    }

    /** From the first day that the text of an issue may mean to the last that the text of an expiry may mean. */
    static DateRange validity(
            String issued, String expires, Function<String, @Nullable DateRange> reading, Loading loading) {
        DateRange start = dateOrAlways(issued, reading, loading);
        DateRange end = dateOrAlways(expires, reading, loading);
        return days(start.from(), end.to(), loading);
    }

    private static DateRange dateOrAlways(String text, Function<String, @Nullable DateRange> reading, Loading loading) {
        String said = orBlank(text);
        DateRange read = reading.apply(said);
        if (read == null && !said.isEmpty()) {
            loading.note("the date '" + shortened(said) + "' is not understood; it counts as not given");
        }
        return read == null ? DateRange.ALWAYS : read;
    }

    /** The kind of a document or number that a publisher calls by these words, in any of the languages met. */
    static ListedParty.Identifier.Kind documentKind(String type) {
        ListedParty.Identifier.Kind known = CslRecord.kind(type);
        if (known != null) {
            return known;
        }
        String word = type.toLowerCase(Locale.ROOT);
        if (word.contains("passp") || word.contains("pasaport") || word.contains("passeport")) {
            return ListedParty.Identifier.Kind.PASSPORT;
        }
        if (word.contains("identi") || word.contains("national") || word.contains("card")) {
            return ListedParty.Identifier.Kind.NATIONAL_ID;
        }
        return ListedParty.Identifier.Kind.OTHER;
    }

    /** Adds what has no field of its own, unless it is blank. */
    static void extra(String key, String value, ListedParty.Builder party) {
        String said = orBlank(value);
        if (!said.isEmpty()) {
            party.extra(new ListedParty.Extra(key, said));
        }
    }

    /** Adds a birth date, or notes one that is not understood. */
    static void birth(String text, @Nullable DateRange days, ListedParty.Builder party, Loading loading) {
        if (days != null) {
            party.birthDate(days);
        } else if (!orBlank(text).isEmpty()) {
            party.extra(new ListedParty.Extra("Date of birth", text.strip()));
            loading.note("birth date '" + shortened(text.strip()) + "' is not understood");
        }
    }

    /** A span of days; an end before its start is not used, and noted. */
    static DateRange days(@Nullable LocalDate from, @Nullable LocalDate to, Loading loading) {
        if (from != null && to != null && to.isBefore(from)) {
            loading.note("the end " + to + " lies before the start " + from + "; the end is not used");
            return new DateRange(from, null);
        }
        return from == null && to == null ? DateRange.ALWAYS : new DateRange(from, to);
    }

    /** Whether a text has a letter of a script other than Latin. */
    static boolean isNonLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .anyMatch(
                        script -> script != Character.UnicodeScript.LATIN && script != Character.UnicodeScript.COMMON);
    }

    /** The beginning of a text, short enough for a note. */
    static String shortened(String text) {
        if (text.length() <= 60) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(56)) ? 56 : 57;
        return text.substring(0, end) + "...";
    }

    /** Notes what a later edition has and this reader does not know. */
    static void unknown(Iterable<String> names, Loading loading) {
        for (String name : names) {
            loading.note((name.startsWith("@") ? "the attribute '" + name.substring(1) : "the element '" + name)
                    + "' is not known");
        }
    }
}
