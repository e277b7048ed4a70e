package io.highfence.list;

import io.highfence.base.Citation;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
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

    /** OFAC's own number; a digest has more signs. */
    private static final Pattern OFAC_NUMBER = Pattern.compile("[0-9]{1,9}");

    /** The short code in a source's name, as in {@code Entity List (EL) - Bureau of Industry and Security}. */
    private static final Pattern CODE = Pattern.compile("\\(([A-Z-]+)(?: List)?\\)");

    /**
     * The foreign-direct-product sections that the Entity List names. The footnote's sign behind them is not reliable, as
     * footnote 2, on standards, stands at the entries of footnote 1.
     */
    private static final Pattern FDP_SECTION =
            Pattern.compile("734\\.9\\s*+\\(\\s*+(?:(g)\\s*+\\)|e\\s*+\\)(?:\\s*+\\(?\\s*+([1-3])(?![0-9]))?)");

    /** The sign of a footnote at the end of a license requirement. */
    private static final Pattern FOOTNOTE_SIGN = Pattern.compile("EAR\\s*+\\)?+\\s*+([1345])\\s*+\\.?+\\s*+$");

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

    private static boolean isOfac(String list) {
        return OFAC.contains(list);
    }

    /** OFAC's number of a record; null on other lists, and where the publisher gives none. */
    static @Nullable String ofacNumber(ListedParty record) {
        return isOfac(record.list()) && OFAC_NUMBER.matcher(record.entry()).matches() ? record.entry() : null;
    }

    /** The short code of a source; the source itself if it has none. */
    static String code(String source) {
        if (source.startsWith("Non-SDN Menu-Based")) {
            return "MBS";
        }
        Matcher code = CODE.matcher(source);
        return code.find() ? code.group(1) : source;
    }

    /** What a record must have and this one lacks; null if it can be kept. */
    @Nullable
    String lacks() {
        if (source.isBlank()) {
            return "source";
        }
        return Published.isName(name) ? null : "name";
    }

    void addTo(Loading loading) {
        String list = loading.share(code(source));
        PartyType partyType = PartyType.parse(type, loading);
        ListedParty.Builder party = new ListedParty.Builder(loading.share(source), list, loading.edition())
                .entry(isOfac(list) && !entityNumber.isBlank() ? entityNumber.strip() : id.strip())
                .type(partyType)
                .title(title)
                .remarks(loading.share(remarks));
        party.name(name, ListedParty.Role.PRIMARY, ListedParty.Quality.UNKNOWN);
        altNames.forEach(alias -> party.name(alias, ListedParty.Role.ALIAS, ListedParty.Quality.UNKNOWN));
        addHidden(name, party);
        for (String alias : altNames) {
            addHidden(alias, party);
            for (String one : alias.indexOf(';') < 0 ? new String[0] : alias.split(";", -1)) {
                // One of several names that were joined into one alias, on top of the alias as published.
                party.name(one.replace('\u00A0', ' '), ListedParty.Role.ALIAS, ListedParty.Quality.UNKNOWN);
            }
        }
        addresses.forEach(party::address);
        citizenships.forEach(country -> country("Citizenship", country, party, loading));
        nationalities.forEach(country -> country("Nationality", country, party, loading));
        birthDates.forEach(birth -> Published.birth(birth, PublishedDate.parse(birth), party, loading));
        birthPlaces.forEach(place -> Published.extra("Place of birth", place, party));
        for (Id published : ids) {
            Published.number(
                    partyType,
                    published.type(),
                    published.number(),
                    published.country(),
                    Published.validity(published.issued(), published.expires(), PublishedDate::parse, loading),
                    party,
                    loading);
        }
        Published.vessel(callSign, vesselType, vesselFlag, vesselOwner, grossTonnage, grossRegisteredTonnage, party);
        if (partyType == PartyType.VESSEL) {
            imoNumber(remarks, party);
        }
        OfacParty.links(remarks, party);
        Set<Integer> footnotes = footnotes(licenseRequirement);
        if (footnotes.remove(0)) {
            loading.note("the license requirement of '" + name
                    + "' names section 734.9(e) without its paragraph or a footnote; no footnote is taken");
        }
        if (!url.isBlank()) {
            Published.extra("Source information", loading.share(informationUrl), party);
        }
        ListedParty.Listing listing = new ListedParty.Listing(
                programs.stream().map(loading::share).toList(),
                loading.share(licenseRequirement),
                loading.share(licensePolicy),
                footnotes,
                notice.isBlank() ? null : new Citation(notice.strip()),
                Published.validity(startDate, endDate, PublishedDate::parse, loading),
                standardOrder(loading),
                loading.share(url.isBlank() ? informationUrl : url));
        if (listing.requirement() == LicenseRequirement.UNKNOWN) {
            loading.note("the license requirement '" + Published.shortened(licenseRequirement) + "' is not understood");
        }
        if (listing.policy() == LicensePolicy.UNKNOWN) {
            loading.note("the license review policy '" + Published.shortened(licensePolicy) + "' is not understood");
        }
        party.listing(listing);
        int published = 1;
        for (String alias : altNames) {
            published += alias.isBlank() ? 0 : 1;
        }
        loading.add(party.build(), published);
    }

    /** Adds a country, which is a code as a rule; NA is Namibia's. */
    private static void country(String what, String text, ListedParty.Builder party, Loading loading) {
        Country known = Country.find(text);
        if (known == null) {
            Published.country(what, text, party, loading);
        } else {
            party.country(known);
        }
    }

    private @Nullable Boolean standardOrder(Loading loading) {
        switch (standardOrder.strip()) {
            case "Y", "y" -> {
                return true;
            }
            case "N", "n" -> {
                return false;
            }
            default -> {
                if (!standardOrder.isBlank()) {
                    loading.note("the standard order '" + standardOrder + "' is not understood; it counts as not said");
                }
                return null;
            }
        }
    }

    private static void addHidden(String published, ListedParty.Builder party) {
        HiddenNames.in(published).forEach(found -> party.name(found.text(), found.role(), found.quality()));
    }

    /**
     * Footnotes by their section: 734.9(e)(1) is footnote 1, (e)(2) is 4, (e)(3) is 5, 734.9(g) is 3. Some entries name
     * 734.9(e) alone; for them the printed sign decides, and 0 says that there is none.
     */
    static Set<Integer> footnotes(String licenseRequirement) {
        Set<Integer> footnotes = new TreeSet<>();
        boolean bare = false;
        Matcher section = FDP_SECTION.matcher(licenseRequirement);
        while (section.find()) {
            if (section.group(1) != null) {
                footnotes.add(3);
            } else if (section.group(2) != null) {
                footnotes.add(
                        switch (section.group(2)) {
                            case "1" -> 1;
                            case "2" -> 4;
                            default -> 5;
                        });
            } else {
                bare = true;
            }
        }
        if (bare) {
            Matcher sign = FOOTNOTE_SIGN.matcher(licenseRequirement);
            footnotes.add(sign.find() ? Integer.parseInt(sign.group(1)) : 0);
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
        if (has(word, "swift", "bank identifier code") || word.equals("bic")) {
            return ListedParty.Identifier.Kind.BIC;
        }
        if (has(word, "legal entity number", "legal entity identifier") || word.equals("lei")) {
            return ListedParty.Identifier.Kind.LEI;
        }
        if (has(word, "vessel registration", "imo number", "international maritime organization")
                || word.equals("imo")) {
            return ListedParty.Identifier.Kind.IMO;
        }
        if (has(word, "passport", "travel document")) {
            return ListedParty.Identifier.Kind.PASSPORT;
        }
        if (has(word, "tax", "vat ", "rfc", "nit #", "fein", "fiscal code", "cuit", "ruc #", "rif #")
                || Set.of("nit", "ruc", "rut", "rtn").contains(word)) {
            return ListedParty.Identifier.Kind.TAX;
        }
        if (word.startsWith("military registration")) {
            return ListedParty.Identifier.Kind.NATIONAL_ID;
        }
        if (has(
                word,
                "registration id",
                "registration number",
                "registration document",
                "registration certificate",
                "register number",
                "registration system number",
                "folio mercantil",
                "matricula mercantil",
                "united social credit",
                "company number",
                "commercial registry",
                "certificate of incorporation",
                "unified social credit",
                "uscc",
                "government gazette",
                "registered charity",
                "enterprise number",
                "trade license",
                "chamber of comm",
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
                        "le number", // Libreta Electoral, of Peru
                        "credencial",
                        "tarjeta",
                        "birth certificate",
                        "numero de identidad",
                        "citizen's card",
                        "servicio militar",
                        "driver's license")
                || Set.of("cui", "cuip", "ife").contains(word)) {
            return ListedParty.Identifier.Kind.NATIONAL_ID;
        }
        if (has(
                        word,
                        "isin",
                        "bik",
                        "mmsi",
                        "serial no",
                        "immigration no",
                        "residency number",
                        "permit n",
                        "visanumber",
                        "branch unit number",
                        "organization code",
                        "digital currency address",
                        "transponder code",
                        "public security",
                        "license",
                        "d-u-n-s",
                        "duns")
                || word.equals("aircraft tail number")) {
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

    /** States and territories of the United States by their postal codes. */
    private static final Set<String> STATES = Set.of(
            ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK"
                            + " OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP AE AP AA")
                    .split(" "));

    private static final Pattern ZIP_CODE = Pattern.compile("[0-9]{5}(?:-[0-9]{4})?");

    /**
     * The country of an address, by its code as a rule: addresses in the United States may have a state and no country, or the
     * state where the country should stand.
     */
    private static @Nullable Country countryOf(String state, String word) {
        Country country = Country.find(word);
        boolean domestic = word.isEmpty() ? STATES.contains(state.strip()) : country == null && STATES.contains(word);
        return domestic ? Country.of("US") : country == null ? Published.country(word) : country;
    }

    /** An address in its parts; null if all are blank. A word for a country that is not understood is kept in it, and noted. */
    static ListedParty.@Nullable Address address(
            String street, String city, String state, String postcode, String country, Loading loading) {
        String word = country.strip();
        Country known = countryOf(state, word);
        ListedParty.Address address = Published.address(street, city, state, postcode, word, known, loading);
        if (address != null && Published.lacksCountry(address)) {
            loading.note(Published.unknownCountry(word));
        }
        return address;
    }

    /**
     * An address of the CSV file, of which only one text is known, its country behind the last comma. Georgia, written out, is the
     * state; behind a state with its ZIP code no country stands.
     */
    static ListedParty.Address ownAddressOf(String text, Loading loading) {
        String[] parts = text.split(",", -1);
        String last = parts[parts.length - 1].strip();
        String before = parts.length < 2 ? "" : parts[parts.length - 2].strip();
        if (last.equalsIgnoreCase("Georgia") || (ZIP_CODE.matcher(last).matches() && STATES.contains(before))) {
            return new ListedParty.Address(text, text, "", "", "", Country.of("US"), "");
        }
        if (Country.find(last) == null && STATES.contains(last)) {
            return new ListedParty.Address(text, text, "", "", "", Country.of("US"), last);
        }
        ListedParty.Address address = addressOf(text);
        if (Published.lacksCountry(address)) {
            loading.note(Published.unknownCountry(last));
        }
        return address;
    }

    /** An address of which only one text is known, its country behind the last comma. */
    static ListedParty.Address addressOf(String text) {
        int comma = text.lastIndexOf(',');
        String last = text.substring(comma + 1).strip();
        Country country = Published.country(last);
        if (country == null) {
            // "MAN, ISLE OF" and the like hold a comma themselves.
            int before = comma < 0 ? -1 : text.lastIndexOf(',', comma - 1);
            String lastTwo = text.substring(before + 1).strip();
            country = comma < 0 ? null : Published.country(lastTwo);
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
