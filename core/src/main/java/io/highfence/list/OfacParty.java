package io.highfence.list;

import io.highfence.base.Citation;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.ListedParty.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
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

    /** Types of numbers that stand before the number itself: those with a name of their own, and what ends like one. */
    private static final Pattern NUMBER = Pattern.compile(
            "(Passport|Diplomatic Passport|License|ISIN|SWIFT/BIC|MMSI|D\\.N\\.I\\.|I\\.F\\.E\\.|RTN"
                    + "|R\\.F\\.C\\.|C\\.U\\.R\\.P\\.|C\\.U\\.I\\.(?:T\\.|P\\.)?|SSN|US FEIN|Matricula Mercantil No|Registration ID"
                    + "|Credencial electoral|Numero de Identidad|Cartilla de Servicio Militar Nacional|VisaNumberID"
                    + "|Paraguayan tax identification number"
                    + "|Personal ID Card|Stateless Person ID Card|Vessel Registration Identification|BIK \\(RU\\)|Equity Ticker"
                    + "|Digital Currency Address - [A-Z]{2,10}|Aircraft Manufacturer's Serial Number \\(MSN\\)"
                    + "|[A-Z][^0-9;:]{1,60}?(?:No\\.|Number(?: \\([A-Za-z/ ]{1,40}\\))?|#|Code(?: \\([A-Z]{1,10}\\))?)) (\\S.*)");

    private static final Pattern EXPIRES = Pattern.compile(" expires ((?:[0-9]{2} )?(?:[A-Z][a-z]{2} )?[0-9]{4})$");
    private static final Pattern ISSUED = Pattern.compile(" issued ((?:[0-9]{2} )?(?:[A-Z][a-z]{2} )?[0-9]{4})$");
    private static final Pattern IN_BRACKETS = Pattern.compile(" \\(([^()]+|[^()]+\\([^()]+\\))\\)$");
    private static final Pattern WEAK = Pattern.compile("([afn])\\.k\\.a\\. '(.+)'");
    private static final String LINKED = "Linked To: ";

    /** Features of a ship that have a field of their own. */
    private static final Set<String> SHIP = Set.of(
            "vessel call sign",
            "vessel type",
            "vessel flag",
            "vessel owner",
            "vessel tonnage",
            "vessel gross tonnage",
            "vessel gross registered tonnage");

    private final ListedParty.Builder party;
    private final Loading loading;
    private final PartyType kindOfParty;
    private final Set<String> programs = new LinkedHashSet<>();
    private final Set<String> citations = new LinkedHashSet<>();
    private final Map<String, @Nullable LocalDate> lists = new LinkedHashMap<>();
    private final Map<String, String> ship = new HashMap<>();
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
        if (!said.isEmpty()) {
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
        Published.number(kindOfParty, type, number, country, validity, party, loading);
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
        links(parts, party);
        for (String part : parts.split(";\\s+", -1)) {
            part(part.startsWith("alt. ") ? part.substring(5).strip() : part.strip());
        }
    }

    private void part(String part) {
        Matcher weak = WEAK.matcher(part);
        if (weak.matches()) {
            names++;
            party.name(weak.group(2), weak.group(1).equals("f") ? Role.FORMER : Role.ALIAS, Quality.WEAK);
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

    /** Takes the other parties that remarks name, as in {@code (Linked To: HIZBALLAH; Linked To: HAMAS)}. */
    static void links(String remarks, ListedParty.Builder party) {
        int from = remarks.indexOf(LINKED);
        while (from >= 0) {
            boolean bracketed = from > 0 && remarks.charAt(from - 1) == '(';
            int end = from;
            int depth = 0;
            while (end < remarks.length()) {
                char c = remarks.charAt(end);
                if (depth == 0 && c == (bracketed ? ')' : ';')) {
                    break;
                }
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                end++;
            }
            for (String name : remarks.substring(from + LINKED.length(), end).split(";\\s*" + LINKED, -1)) {
                if (!name.isBlank()) {
                    party.link(new ListedParty.Link("Linked To", name.strip()));
                }
            }
            from = remarks.indexOf(LINKED, end);
        }
    }

    private void numberIn(String part) {
        Matcher number = NUMBER.matcher(part);
        if (part.length() > 400 || !number.matches()) {
            return;
        }
        String rest = number.group(2);
        String expires = "";
        Matcher end = EXPIRES.matcher(rest);
        if (end.find()) {
            expires = end.group(1);
            rest = rest.substring(0, end.start());
        }
        String issued = "";
        Matcher start = ISSUED.matcher(rest);
        if (start.find()) {
            issued = start.group(1);
            rest = rest.substring(0, start.start());
        }
        String country = "";
        Matcher brackets = IN_BRACKETS.matcher(rest);
        if (brackets.find()) {
            country = brackets.group(1);
            rest = rest.substring(0, brackets.start());
        }
        document(number.group(1), rest, country, issued, expires);
    }

    /** A document with the texts of its dates. */
    void document(String type, String number, String country, String issued, String expires) {
        number(type, number, country, Published.validity(issued, expires, PublishedDate::parse, loading));
    }

    /** A document that is none: it may bear the number of somebody else's. */
    void falseDocument(String type, String number, String country) {
        Published.extra("False document", Published.join(" ", type, number, country), party);
    }

    /** A law or order that a listing rests on; several are joined. */
    void citation(String text) {
        if (!text.isBlank()) {
            citations.add(text);
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
            default -> {
                String word = type.toLowerCase(Locale.ROOT);
                if (!SHIP.contains(word) || ship.putIfAbsent(word, value) != null) {
                    number(type, value, "", DateRange.ALWAYS);
                }
            }
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
        if (!ship.isEmpty()) {
            vessel(
                    said("call sign"),
                    said("type"),
                    said("flag"),
                    said("owner"),
                    said("gross registered tonnage"),
                    said("gross tonnage").isEmpty() ? said("tonnage") : said("gross tonnage"));
        }
        boolean first = true;
        for (Map.Entry<String, @Nullable LocalDate> list : lists.entrySet()) {
            LocalDate from = list.getValue();
            ListedParty.Builder record = party.on(loading.share(list.getKey()), CslRecord.code(list.getKey()));
            record.listing(new ListedParty.Listing(
                    List.copyOf(programs),
                    "",
                    "",
                    Set.of(),
                    citations.isEmpty() ? null : new Citation(String.join("; ", citations)),
                    from == null ? DateRange.ALWAYS : new DateRange(from, null),
                    null,
                    ""));
            // Names that stand on several lists are published once.
            loading.add(record.build(), first ? names : 0);
            first = false;
        }
    }

    private String said(String ofShip) {
        return ship.getOrDefault("vessel " + ofShip, "");
    }

    void vessel(String callSign, String kind, String flag, String owner, String registeredTonnage, String tonnage) {
        Published.vessel(callSign, kind, flag, owner, registeredTonnage, tonnage, party);
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
