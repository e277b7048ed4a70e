package io.highfence.list;

import io.highfence.base.Citation;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty.Identifier.Kind;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.ListedParty.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One party of the Treasury's files, whichever of them it came from. It becomes one record for each list that it stands on,
 * with the source names of the Consolidated Screening List, so that records of both join.
 */
final class OfacParty {
    private static final String SDN = "Specially Designated Nationals (SDN) - Treasury Department";
    private static final String MBS = "Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department";
    private static final String SSI = "Sectoral Sanctions Identifications List (SSI) - Treasury Department";
    private static final String PLC = "Palestinian Legislative Council List (PLC) - Treasury Department";
    private static final String CAP = "Capta List (CAP) - Treasury Department";
    private static final String FSE = "Foreign Sanctions Evaders (FSE) - Treasury Department";
    private static final String CMIC =
            "Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department";

    /** Programs of the parties that the list of menu-based sanctions has had; blocked persons bear them too. */
    private static final Set<String> MENU_BASED =
            Set.of("RUSSIA-EO14024", "CAATSA - RUSSIA", "BURMA-EO14014", "ILLICIT-DRUGS-EO14059");

    private static final Pattern IMO = Pattern.compile("IMO\\s*([0-9]{7})");

    /** Types of numbers that stand before the number itself; the longest that fits is taken. */
    private static final Pattern NUMBER = Pattern.compile(
            "(Passport|Diplomatic Passport|License|ISIN|SWIFT/BIC|MMSI|D\\.N\\.I\\."
                    + "|R\\.F\\.C\\.|C\\.U\\.R\\.P\\.|C\\.U\\.I\\.T\\.|C\\.U\\.I\\.P\\.|SSN|US FEIN|Matricula Mercantil No|Registration ID"
                    + "|Personal ID Card|Stateless Person ID Card|Vessel Registration Identification|BIK \\(RU\\)|Equity Ticker"
                    + "|Digital Currency Address - [A-Z]{2,10}|Aircraft Manufacturer's Serial Number \\(MSN\\)"
                    + "|[A-Z][^0-9;:]{1,60}?(?:No\\.|Number(?: \\([A-Za-z/ ]{1,40}\\))?|#|Code(?: \\([A-Z]{1,10}\\))?)) (\\S.*)");

    private static final Pattern EXPIRES = Pattern.compile(" expires ((?:[0-9]{2} )?(?:[A-Z][a-z]{2} )?[0-9]{4})$");
    private static final Pattern ISSUED = Pattern.compile(" issued ((?:[0-9]{2} )?(?:[A-Z][a-z]{2} )?[0-9]{4})$");
    private static final Pattern IN_BRACKETS = Pattern.compile(" \\(([^()]+|[^()]+\\([^()]+\\))\\)$");
    private static final Pattern WEAK = Pattern.compile("([afn])\\.k\\.a\\. '(.+)'");
    private static final Pattern LINKED = Pattern.compile("\\(?Linked To: (.+?)\\)?");

    private final ListedParty.Builder party;
    private final Loading loading;
    private final PartyType kindOfParty;
    private final List<String> programs = new ArrayList<>();
    private final Map<String, @Nullable LocalDate> lists = new LinkedHashMap<>();
    private String citation = "";
    private int names;

    OfacParty(String number, PartyType type, Loading loading) {
        this.party = new ListedParty.Builder(SDN, "SDN", loading.edition())
                .entry(number)
                .type(type);
        this.loading = loading;
        this.kindOfParty = type;
    }

    ListedParty.Builder party() {
        return party;
    }

    void program(String program) {
        String said = Published.orBlank(program);
        if (!said.isEmpty() && !programs.contains(said)) {
            programs.add(loading.share(said));
        }
    }

    /** Puts the party on a list by the name that the Treasury's own files have for it. */
    void list(String published, @Nullable LocalDate from) {
        String name = published.strip();
        if (name.isEmpty() || name.equals("Consolidated List")) {
            // The umbrella over all lists but that of blocked persons; each of them is named beside it.
            return;
        }
        String word = name.toLowerCase(Locale.ROOT);
        if (word.equals("sdn list")) {
            lists.putIfAbsent(SDN, from);
        } else if (word.contains("sectoral")) {
            lists.putIfAbsent(SSI, from);
        } else if (word.contains("palestinian")) {
            lists.putIfAbsent(PLC, from);
        } else if (word.contains("cmic") || word.contains("military-industrial")) {
            lists.putIfAbsent(CMIC, from);
        } else if (word.contains("menu-based")) {
            lists.putIfAbsent(MBS, from);
        } else if (word.contains("capta") || word.contains("part 561")) {
            lists.putIfAbsent(CAP, from);
        } else if (word.contains("fse") || word.contains("evaders")) {
            lists.putIfAbsent(FSE, from);
        } else {
            lists.putIfAbsent(name, from);
            loading.note(
                    "the list '" + Published.shortened(name) + "' is not known; its effect is that a person must look");
        }
    }

    /** A name with the word that a file has for its kind: a.k.a., fka and so on; blank for the primary one. */
    void name(String text, String kind, Quality quality) {
        String said = Published.name("", text);
        if (said.isEmpty()) {
            return;
        }
        names++;
        party.name(said, role(kind), quality);
    }

    static Role role(String kind) {
        String word = kind.toLowerCase(Locale.ROOT).replace(".", "");
        return word.isBlank() || word.equals("name") ? Role.PRIMARY : word.startsWith("f") ? Role.FORMER : Role.ALIAS;
    }

    void original(String text, Quality quality) {
        if (!text.isBlank()) {
            names++;
            party.name(text, Published.isNonLatin(text) ? Role.ORIGINAL_SCRIPT : Role.ALIAS, quality);
        }
    }

    /** A number, or something that is published like one and has no field of its own. */
    void number(String type, String number, String country, DateRange validity) {
        String said = Published.orBlank(number);
        Matcher imo = IMO.matcher(said);
        Kind kind = CslRecord.kind(type);
        if (imo.matches() && kindOfParty != PartyType.VESSEL) {
            // Companies have numbers of the same organisation, which are not those of ships.
            Published.identifier(Kind.REGISTRATION, said, type, Published.country(country), validity, party);
        } else if (imo.matches()) {
            Published.identifier(Kind.IMO, imo.group(1), type, Published.country(country), validity, party);
        } else if (kind == null) {
            Published.extra(loading.share(type.strip()), said, party);
        } else {
            Published.identifier(kind, said, loading.share(type.strip()), Published.country(country), validity, party);
        }
    }

    void born(String text) {
        Published.birth(text, PublishedDate.parse(text), party, loading);
    }

    void country(String what, String text) {
        Published.country(what, text, party, loading);
    }

    void address(String street, String city, String state, String postcode, String country) {
        ListedParty.Address address = Published.address(street, city, state, postcode, country, loading);
        if (address != null) {
            party.address(address);
        }
    }

    /**
     * Takes the remarks of the flat files, a small language of its own: parts joined by a semicolon and a blank, a full stop
     * at the end, and the weak aliases in apostrophes.
     */
    void remarks(String text) {
        String said = Published.orBlank(text);
        party.remarks(said);
        String parts = said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
        for (String part : parts.split(";\\s+", -1)) {
            part(part.startsWith("alt. ") ? part.substring(5).strip() : part.strip());
        }
    }

    private void part(String part) {
        Matcher weak = WEAK.matcher(part);
        Matcher linked = LINKED.matcher(part);
        if (weak.matches()) {
            names++;
            party.name(weak.group(2), weak.group(1).equals("f") ? Role.FORMER : Role.ALIAS, Quality.WEAK);
        } else if (linked.matches()) {
            party.link(new ListedParty.Link("Linked To", linked.group(1).strip()));
        } else if (part.startsWith("DOB ")) {
            born(part.substring(4));
        } else if (part.startsWith("POB ")) {
            Published.extra("Place of birth", part.substring(4), party);
        } else if (part.startsWith("nationality ")) {
            country("Nationality", part.substring(12));
        } else if (part.startsWith("citizen ")) {
            country("Citizenship", part.substring(8));
        } else if (part.startsWith("Gender ")) {
            Published.extra("Gender", part.substring(7), party);
        } else {
            numberIn(part);
        }
    }

    private void numberIn(String part) {
        Matcher number = NUMBER.matcher(part);
        if (part.length() > 400 || !number.matches()) {
            return;
        }
        String rest = number.group(2);
        Matcher expires = EXPIRES.matcher(rest);
        DateRange end = null;
        if (expires.find()) {
            end = PublishedDate.parse(expires.group(1));
            rest = rest.substring(0, expires.start());
        }
        Matcher issued = ISSUED.matcher(rest);
        DateRange start = null;
        if (issued.find()) {
            start = PublishedDate.parse(issued.group(1));
            rest = rest.substring(0, issued.start());
        }
        Matcher brackets = IN_BRACKETS.matcher(rest);
        String country = "";
        if (brackets.find()) {
            country = brackets.group(1);
            rest = rest.substring(0, brackets.start());
        }
        number(
                number.group(1),
                rest,
                country,
                Published.days(start == null ? null : start.from(), end == null ? null : end.to(), loading));
    }

    /** A law or order that a listing rests on; several are joined. */
    void citation(String text) {
        if (!text.isBlank() && !citation.contains(text)) {
            citation = citation.isEmpty() ? text : citation + "; " + text;
        }
    }

    void link(String relation, String name) {
        if (!name.isBlank()) {
            party.link(new ListedParty.Link(loading.share(relation), name));
        }
    }

    /** An address in the parts that the two larger XML files name. */
    void address(Map<String, String> parts, String country) {
        address(
                Published.join(
                        ", ",
                        parts.getOrDefault("ADDRESS1", ""),
                        parts.getOrDefault("ADDRESS2", ""),
                        parts.getOrDefault("ADDRESS3", ""),
                        parts.getOrDefault("Unknown", "")),
                parts.getOrDefault("CITY", ""),
                Published.join(", ", parts.getOrDefault("STATE/PROVINCE", ""), parts.getOrDefault("REGION", "")),
                parts.getOrDefault("POSTAL CODE", ""),
                country);
    }

    /** What the two larger XML files call a feature of a party. */
    void feature(String type, String value) {
        switch (type) {
            case "Nationality Country", "Nationality of Registration" -> country("Nationality", value);
            case "Citizenship Country" -> country("Citizenship", value);
            case "Place of Birth" -> Published.extra("Place of birth", value, party);
            case "Title" -> party.title(value);
            default -> number(type, value, "", DateRange.ALWAYS);
        }
    }

    /** Takes a feature of a ship; false if it is none. */
    static boolean vessel(String type, String value, Map<String, String> vessel) {
        String word = type.toLowerCase(Locale.ROOT);
        if (!word.startsWith("vessel ") || word.contains("identification")) {
            return false;
        }
        vessel.putIfAbsent(word.substring("vessel ".length()), value);
        return true;
    }

    void vessel(Map<String, String> vessel) {
        if (!vessel.isEmpty()) {
            String gross = vessel.getOrDefault("gross registered tonnage", vessel.getOrDefault("gross tonnage", ""));
            party.vessel(new ListedParty.Vessel(
                    vessel.getOrDefault("call sign", ""),
                    vessel.getOrDefault("type", ""),
                    vessel.getOrDefault("flag", ""),
                    vessel.getOrDefault("owner", ""),
                    gross.isEmpty() ? vessel.getOrDefault("tonnage", "") : gross));
        }
    }

    boolean isNameless() {
        return party.isNameless();
    }

    /** Ends the party where its file says by programs alone on which lists it stands. */
    void finish(boolean consolidated) {
        if (lists.isEmpty()) {
            byPrograms(programs, consolidated).forEach(list -> lists.put(list, null));
            if (consolidated && lists.containsKey(SDN)) {
                loading.note("the programs '" + Published.shortened(String.join(", ", programs))
                        + "' are of no list but that of blocked persons; their party counts as blocked");
            }
        }
        boolean first = true;
        for (Map.Entry<String, @Nullable LocalDate> list : lists.entrySet()) {
            LocalDate from = list.getValue();
            ListedParty.Builder record = party.on(loading.share(list.getKey()), CslRecord.code(list.getKey()));
            record.listing(new ListedParty.Listing(
                    programs,
                    "",
                    "",
                    Set.of(),
                    citation.isEmpty() ? null : new Citation(citation),
                    from == null ? DateRange.ALWAYS : new DateRange(from, null),
                    null,
                    ""));
            // Names that stand on several lists are published once.
            loading.add(record.build(), first ? names : 0);
            first = false;
        }
    }

    /**
     * The lists that follow from programs. A file of blocked persons makes each of its parties one; in the other file some
     * programs stand for a list, and others are known from the list of menu-based sanctions. A party without any of these counts
     * as blocked in either file: a list of blocked persons under another name must not lose its effect.
     */
    static Set<String> byPrograms(Collection<String> programs, boolean consolidated) {
        Set<String> lists = new LinkedHashSet<>();
        boolean others = programs.isEmpty();
        boolean menuBased = !programs.isEmpty();
        for (String program : programs) {
            menuBased &= MENU_BASED.contains(program);
            String word = program.toUpperCase(Locale.ROOT);
            if (word.equals("NS-PLC")) {
                lists.add(PLC);
            } else if (word.startsWith("CMIC")) {
                lists.add(CMIC);
            } else if (word.startsWith("561")) {
                lists.add(CAP);
            } else if (word.startsWith("FSE-")) {
                lists.add(FSE);
            } else if (consolidated && word.equals("UKRAINE-EO13662")) {
                lists.add(SSI);
            } else {
                others = true;
            }
        }
        if (others && !consolidated) {
            return Set.of(SDN);
        }
        return !lists.isEmpty() ? lists : Set.of(menuBased ? MBS : SDN);
    }

    /** Whether a file holds the lists other than that of blocked persons, by its name as the Treasury gives it. */
    static boolean isConsolidated(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).startsWith("cons");
    }
}
