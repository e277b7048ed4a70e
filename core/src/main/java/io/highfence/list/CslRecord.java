package io.highfence.list;

import io.highfence.base.Citation;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One record of the Consolidated Screening List, whichever file it came from: the fields as published, and what they
 * mean.
 */
final class CslRecord {
    /** Lists of the Treasury, whose ids are OFAC's own numbers. */
    private static final Set<String> OFAC = Set.of("SDN", "SSI", "PLC", "CMIC", "MBS", "CAP", "FSE", "NS-MBS");

    /** The short code in a source's name, as in {@code Entity List (EL) - Bureau of Industry and Security}. */
    private static final Pattern CODE = Pattern.compile("\\(([A-Z-]+)(?: List)?\\)");

    /** Aliases that hide in a name: {@code KOLOKOL (AKA: X)}, {@code X -AKA- Y}, {@code X A.K.A. Y}. */
    private static final Pattern HIDDEN_ALIAS = Pattern.compile(
            "\\s*(?:\\(\\s*|-|\\b)(?:aka|a\\.k\\.a\\.?|fka|f\\.k\\.a\\.?)[:,\\s-]+", Pattern.CASE_INSENSITIVE);

    /** The foreign-direct-product sections that the Entity List names; the printed footnote digit is not reliable. */
    private static final Pattern FDP_SECTION =
            Pattern.compile("734\\.9\\s*\\(\\s*(?:(g)\\s*\\)|e\\s*\\)\\s*\\(?\\s*([1-3])(?![0-9]))");

    private static final Pattern YEAR = Pattern.compile("(?:circa\\s*)?([12][0-9]{3})");

    String source = "";
    String id = "";
    String entityNumber = "";
    String type = "";
    String name = "";
    String title = "";
    String notice = "";
    String startDate = "";
    String endDate = "";
    String standardOrder = "";
    String licenseRequirement = "";
    String licensePolicy = "";
    String callSign = "";
    String vesselType = "";
    String grossTonnage = "";
    String grossRegisteredTonnage = "";
    String vesselFlag = "";
    String vesselOwner = "";
    String remarks = "";
    String url = "";
    String informationUrl = "";
    final List<String> programs = new ArrayList<>();
    final List<String> altNames = new ArrayList<>();
    final List<String> citizenships = new ArrayList<>();
    final List<String> nationalities = new ArrayList<>();
    final List<String> birthDates = new ArrayList<>();
    final List<String> birthPlaces = new ArrayList<>();
    final List<ListedParty.Address> addresses = new ArrayList<>();
    final List<Id> ids = new ArrayList<>();

    /** An id as published; its type also carries things that are no ids. */
    record Id(String type, String number, String country, String issued, String expires) {}

    static boolean isOfac(String list) {
        return OFAC.contains(list);
    }

    /** The short code of a source; the source itself if it has none. */
    static String code(String source) {
        if (source.startsWith("Non-SDN Menu-Based")) {
            return "MBS";
        }
        Matcher code = CODE.matcher(source);
        return code.find() ? code.group(1) : source;
    }

    void addTo(Loading loading) {
        String list = loading.share(code(source));
        ListedParty.Builder party = new ListedParty.Builder(loading.share(source), list, loading.edition())
                .entry(!id.isBlank() ? id : isOfac(list) ? entityNumber : "")
                .type(PartyType.parse(type))
                .title(title)
                .remarks(loading.share(remarks));
        party.name(name, ListedParty.Role.PRIMARY, ListedParty.Quality.UNKNOWN);
        for (String alias : altNames) {
            party.name(alias, ListedParty.Role.ALIAS, ListedParty.Quality.UNKNOWN);
        }
        for (String alias : hiddenAliases(name)) {
            party.name(alias, ListedParty.Role.ALIAS, ListedParty.Quality.UNKNOWN);
        }
        addresses.forEach(party::address);
        citizenships.forEach(country -> party.country(Country.find(country)));
        nationalities.forEach(country -> party.country(Country.find(country)));
        for (String birth : birthDates) {
            DateRange range = birthDate(birth);
            if (range == null) {
                loading.note("birth date '" + birth + "' is not understood");
            } else {
                party.birthDate(range);
            }
        }
        birthPlaces.forEach(place -> party.extra(new ListedParty.Extra("Place of birth", place)));
        for (Id published : ids) {
            ListedParty.Identifier.Kind kind = kind(published.type());
            if (kind == null || published.number().isBlank()) {
                party.extra(new ListedParty.Extra(loading.share(published.type()), published.number()));
            } else {
                party.identifier(new ListedParty.Identifier(
                        kind,
                        published.number(),
                        loading.share(published.type()),
                        Country.find(published.country()),
                        range(published.issued(), published.expires(), loading)));
            }
        }
        if (!(callSign + vesselType + vesselFlag + vesselOwner).isBlank()) {
            party.vessel(new ListedParty.Vessel(
                    callSign,
                    vesselType,
                    vesselFlag,
                    vesselOwner,
                    grossTonnage.isBlank() ? grossRegisteredTonnage : grossTonnage));
        }
        if (type.equalsIgnoreCase("vessel")) {
            imoNumber(remarks, party);
        }
        party.listing(new ListedParty.Listing(
                programs.stream().map(loading::share).toList(),
                loading.share(licenseRequirement),
                loading.share(licensePolicy),
                footnotes(licenseRequirement),
                notice.isBlank() ? null : new Citation(notice.strip()),
                range(startDate, endDate, loading),
                standardOrder.isBlank() ? null : standardOrder.strip().equalsIgnoreCase("Y"),
                loading.share(url.isBlank() ? informationUrl : url)));
        int published = 1;
        for (String alias : altNames) {
            published += alias.isBlank() ? 0 : 1;
        }
        loading.add(party.build(), published);
    }

    /** The parts of a name that are aliases of each other; none if the name hides no alias. */
    static List<String> hiddenAliases(String name) {
        Matcher mark = HIDDEN_ALIAS.matcher(name);
        if (!mark.find()) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        for (String part : HIDDEN_ALIAS.split(name, -1)) {
            String stripped = part.strip();
            if (stripped.endsWith(")") && stripped.indexOf('(') < 0) {
                stripped = stripped.substring(0, stripped.length() - 1).strip();
            }
            if (stripped.length() > 1) {
                parts.add(stripped);
            }
        }
        return parts;
    }

    /** Footnotes by their section: 734.9(e)(1) is footnote 1, (e)(2) is 4, (e)(3) is 5, 734.9(g) is 3. */
    static Set<Integer> footnotes(String licenseRequirement) {
        Set<Integer> footnotes = new TreeSet<>();
        Matcher section = FDP_SECTION.matcher(licenseRequirement);
        while (section.find()) {
            if (section.group(1) != null) {
                footnotes.add(3);
            } else {
                switch (section.group(2)) {
                    case "1" -> footnotes.add(1);
                    case "2" -> footnotes.add(4);
                    default -> footnotes.add(5);
                }
            }
        }
        return footnotes;
    }

    private static final Pattern IMO = Pattern.compile("\\bIMO\\s*([0-9]{7})\\b");

    private static void imoNumber(String remarks, ListedParty.Builder party) {
        Matcher imo = IMO.matcher(remarks);
        while (imo.find()) {
            party.identifier(new ListedParty.Identifier(
                    ListedParty.Identifier.Kind.IMO, imo.group(1), "IMO", null, DateRange.ALWAYS));
        }
    }

    /**
     * What a published id type means: only numbers that name one party alone are identifiers. Web sites, tickers,
     * directives, dates and the like are not, and give null.
     */
    static ListedParty.Identifier.@Nullable Kind kind(String type) {
        String word = type.toLowerCase(Locale.ROOT).replace(".", "").strip();
        if (has(word, "swift", "bic") && !word.startsWith("bik")) {
            return ListedParty.Identifier.Kind.BIC;
        }
        if (has(word, "legal entity number", "legal entity identifier")
                || word.equals("lei")
                || word.equals("le number")) {
            return ListedParty.Identifier.Kind.LEI;
        }
        if (has(word, "vessel registration", "imo number") || word.equals("imo")) {
            return ListedParty.Identifier.Kind.IMO;
        }
        if (has(word, "passport", "travel document")) {
            return ListedParty.Identifier.Kind.PASSPORT;
        }
        if (has(word, "tax", "vat ", "rfc", "nit #", "fein", "fiscal code", "cuit", "ruc #", "rut")
                || word.equals("nit")
                || word.equals("ruc")) {
            return ListedParty.Identifier.Kind.TAX;
        }
        if (has(
                word,
                "registration id",
                "registration number",
                "registration document",
                "company number",
                "commercial registry",
                "certificate of incorporation",
                "unified social credit",
                "uscc",
                "government gazette",
                "registered charity",
                "enterprise number",
                "trade license",
                "chamber of commerce",
                "cr no",
                "business number")) {
            return ListedParty.Identifier.Kind.REGISTRATION;
        }
        if (has(
                word,
                "national id",
                "national foreign id",
                "personal id",
                "identification number",
                "identity card",
                "id no",
                "id card",
                "cedula",
                "curp",
                "dni",
                "ssn",
                "electoral",
                "credencial",
                "tarjeta",
                "birth certificate",
                "driver's license")) {
            return ListedParty.Identifier.Kind.NATIONAL_ID;
        }
        if (has(
                word,
                "isin",
                "bik (ru)",
                "bik",
                "mmsi",
                "serial no",
                "immigration no",
                "public security",
                "license",
                "d-u-n-s",
                "duns")) {
            return ListedParty.Identifier.Kind.OTHER;
        }
        return null;
    }

    private static boolean has(String word, String... parts) {
        for (String part : parts) {
            if (word.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** An ISO day, month or year, perhaps with {@code circa}; null if it is none of these. */
    static @Nullable DateRange birthDate(String text) {
        String stripped = text.strip();
        Matcher year = YEAR.matcher(stripped);
        if (year.matches()) {
            int y = Integer.parseInt(year.group(1));
            return stripped.startsWith("circa")
                    ? new DateRange(LocalDate.of(y - 1, 1, 1), LocalDate.of(y + 1, 12, 31))
                    : DateRange.ofYear(y);
        }
        String date = stripped.startsWith("circa")
                ? stripped.substring("circa".length()).strip()
                : stripped;
        try {
            if (date.length() == 7) {
                YearMonth month = YearMonth.parse(date);
                return new DateRange(month.atDay(1), month.atEndOfMonth());
            }
            return DateRange.on(LocalDate.parse(date));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static DateRange range(String from, String to, Loading loading) {
        LocalDate first = day(from, loading);
        LocalDate last = day(to, loading);
        if (first != null && last != null && last.isBefore(first)) {
            loading.note("the end " + last + " lies before the start " + first + "; the end is not used");
            last = null;
        }
        return first == null && last == null ? DateRange.ALWAYS : new DateRange(first, last);
    }

    private static @Nullable LocalDate day(String text, Loading loading) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(stripped.length() > 10 ? stripped.substring(0, 10) : stripped);
        } catch (DateTimeException e) {
            loading.note("the date '" + stripped + "' is not understood; it counts as not given");
            return null;
        }
    }

    /** An address of which only one text is known, its country behind the last comma as the CSV has it. */
    static ListedParty.Address addressOf(String text) {
        int comma = text.lastIndexOf(',');
        String last = text.substring(comma + 1).strip();
        Country country = Country.find(last);
        if (country == null) {
            // "MAN, ISLE OF" and the like hold a comma themselves.
            int before = comma < 0 ? -1 : text.lastIndexOf(',', comma - 1);
            String lastTwo = text.substring(before + 1).strip();
            country = comma < 0 ? null : Country.find(lastTwo);
            if (country == null) {
                return new ListedParty.Address(text, text, "", "", "", null, last);
            }
            comma = before;
            last = lastTwo;
        }
        String rest = comma < 0 ? "" : text.substring(0, comma).strip();
        return new ListedParty.Address(text, rest, "", "", "", country, last);
    }
}
