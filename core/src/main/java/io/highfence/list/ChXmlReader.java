package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.base.DateRange;
import io.highfence.input.XmlElement;
import io.highfence.input.XmlInput;
import io.highfence.list.ListedParty.Identifier.Kind;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.ListedParty.Role;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The whole list of Switzerland's State Secretariat for Economic Affairs as XML.
 *
 * <p>Parties that were taken off the list stay in the file, and the newest modification decides; they keep the last day on which
 * they were listed. Modifications hold copies of what was added and removed, which are never read as names.
 */
final class ChXmlReader implements ListReader {
    private static final Set<String> KNOWN = Set.of(
            ("swiss-sanctions-list @list-type @date sanctions-program @ssid @version-date @predecessor-version-date program-key"
                            + " program-name @lang sanctions-set origin place location area country @iso-code"
                            + " place-variant location-variant area-variant @variant-type target @sanctions-set-id"
                            + " sanctions-set-id foreign-identifier individual @sex entity object @object-type identity @main name"
                            + " @name-type @quality name-part @order @name-part-type value spelling-variant @script"
                            + " @spelling-variant-type day-month-year @day @month @year @calendar address @place-id c-o"
                            + " address-details zip-code p-o-box remark place-of-birth nationality identification-document"
                            + " @document-type number issuer date-of-issue expiry-date justification relation @target-id"
                            + " @relation-type other-information generic-attribute @name modification @modification-type"
                            + " @enactment-date @publication-date @effective-date added removed")
                    .split(" "));

    private static final Pattern IMO = Pattern.compile("(?i)\\bIMO\\b[^0-9]{0,12}([0-9]{7})\\b");

    /** Parts of a name in the order in which they are written; a part that is not here, such as a whole name, stands where the family name does. */
    private static final List<String> ORDER = List.of(
            "title",
            "given-name",
            "further-given-name",
            "father-name",
            "grand-father-name",
            "tribal-name",
            "family-name",
            "suffix");

    /** The most parts of a name, each of whose spellings makes a whole name; published names have up to eight. */
    private static final int MOST_PARTS = 100;

    private final Map<String, String> sets = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, String> primaryNames = new HashMap<>();
    private final List<Held> held = new ArrayList<>();

    /** What names a place, which may stand anywhere in the file. */
    private final List<Runnable> later = new ArrayList<>();

    private record Place(String location, String area, String country) {}

    /** A party whose relations wait for the names of other parties. */
    private record Held(GroupedParty party, List<XmlElement> relations) {}

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        try (XmlInput xml = new XmlInput(in, loading.file(), KNOWN)) {
            xml.root("swiss-sanctions-list");
            PublishedDate.published(xml.attribute("date"), loading);
            String type = xml.attribute("list-type");
            if (!type.isEmpty() && !type.equals("whole-list")) {
                throw xml.fault("this is the list-type '" + Published.shortened(type)
                        + "'; only the whole list can be screened against");
            }
            xml.children(name -> {
                switch (name) {
                    case "sanctions-program" -> program(xml.element());
                    case "place" -> place(xml.element());
                    case "target" -> target(xml.element(), loading);
                    default -> {
                        // Noted as not known.
                    }
                }
            });
            Published.unknown(xml.finish(), loading);
        }
        later.forEach(Runnable::run);
        for (Held one : held) {
            for (XmlElement relation : one.relations()) {
                String other = relation.attribute("target-id");
                String kind = relation.attribute("relation-type");
                one.party()
                        .link(
                                kind.isEmpty() ? "relation" : kind,
                                primaryNames.getOrDefault(other, "SECO number " + other));
                one.party().extra("Relation", relation.value().isEmpty() ? relation.value("remark") : relation.value());
            }
            one.party().finish();
        }
    }

    private static String inEnglish(List<XmlElement> texts) {
        for (XmlElement text : texts) {
            if (text.attribute("lang").equals("eng")) {
                return text.value();
            }
        }
        return texts.isEmpty() ? "" : texts.get(0).value();
    }

    private void program(XmlElement program) {
        String name = inEnglish(program.all("program-name"));
        String key = inEnglish(program.all("program-key"));
        for (XmlElement set : program.all("sanctions-set")) {
            String id = set.attribute("ssid");
            String lang = set.attribute("lang");
            // A party points to the set; the program of it says for which country.
            String words = Published.join(": ", key.isEmpty() ? name : key, set.value());
            if (lang.isEmpty() || lang.equals("eng") || !sets.containsKey(id)) {
                sets.put(id, words);
            }
        }
    }

    private void place(XmlElement place) {
        places.put(
                place.attribute("ssid"),
                new Place(place.value("location"), place.value("area"), place.value("country")));
    }

    private void target(XmlElement target, Loading loading) {
        String id = target.attribute("ssid");
        GroupedParty party = new GroupedParty("Swiss sanctions list (SECO)", "CH", id, loading);
        for (XmlElement body : target.children()) {
            switch (body.name()) {
                case "individual" -> party.type("individual");
                case "entity" -> party.type("entity");
                case "object" -> {
                    String kind = body.attribute("object-type");
                    party.type(kind.equals("vessel") || kind.equals("aircraft") ? kind : "");
                    party.extra("Object", kind);
                }
                default -> {
                    continue;
                }
            }
            party.extra("Gender", body.attribute("sex"));
            // The main identity first, then those that are aliases as a whole.
            body.all("identity").stream()
                    .sorted(Comparator.comparing(identity -> !isMain(identity)))
                    .forEach(identity -> identity(id, identity, party, loading));
            body.values("justification").forEach(party::remarks);
            for (String information : body.values("other-information")) {
                party.remarks(information);
                Matcher imo = IMO.matcher(information);
                if (imo.find()) {
                    party.identifier(Kind.IMO, imo.group(1), "IMO number");
                }
            }
            body.all("generic-attribute")
                    .forEach(attribute -> party.extra(attribute.attribute("name"), attribute.value()));
        }
        if (id.isEmpty() || party.isNameless()) {
            loading.refuse(target, "this target has no " + (id.isEmpty() ? "ssid" : "name"));
            return;
        }
        List<String> in = new ArrayList<>(target.values("sanctions-set-id"));
        String older = target.attribute("sanctions-set-id");
        if (!older.isEmpty()) {
            in.add(older);
        }
        for (String set : in) {
            String known = sets.get(set);
            if (known == null) {
                loading.note("the sanctions set " + Published.shortened(set) + " is not in the file");
            }
            party.program(known == null ? set : known);
        }
        target.values("foreign-identifier").forEach(foreign -> party.extra("Foreign identifier", foreign));
        party.citation("SECO " + id);
        modifications(target.all("modification"), party, loading);
        List<XmlElement> relations = new ArrayList<>(target.all("relation"));
        target.children().forEach(body -> relations.addAll(body.all("relation")));
        held.add(new Held(party, relations));
    }

    /** The newest modification stands first; where the days say otherwise, the latest day decides, and the first of equal ones. */
    private static void modifications(List<XmlElement> modifications, GroupedParty party, Loading loading) {
        XmlElement newest = null;
        LocalDate newestDay = null;
        LocalDate listed = null;
        for (XmlElement modification : modifications) {
            LocalDate day = effective(modification, loading);
            if (newest == null || (day != null && (newestDay == null || day.isAfter(newestDay)))) {
                newest = modification;
                newestDay = day;
            }
            if (modification.attribute("modification-type").equals("listed")
                    && day != null
                    && (listed == null || day.isBefore(listed))) {
                listed = day;
            }
        }
        party.from(listed);
        if (newest != null && newest.attribute("modification-type").equals("de-listed")) {
            party.extra("Delisted", newestDay == null ? "yes" : newestDay.toString());
            if (newestDay == null) {
                loading.note("a party was taken off the list on a day that is not understood; it counts as listed");
            } else {
                party.to(newestDay.minusDays(1));
            }
        }
    }

    private static @Nullable LocalDate effective(XmlElement modification, Loading loading) {
        for (String of : new String[] {"effective-date", "publication-date", "enactment-date"}) {
            String text = modification.attribute(of);
            if (!text.isEmpty()) {
                return PublishedDate.day(text, loading);
            }
        }
        return null;
    }

    private static boolean isMain(XmlElement identity) {
        return !identity.attribute("main").equals("false");
    }

    private void identity(String id, XmlElement identity, GroupedParty party, Loading loading) {
        boolean main = isMain(identity);
        for (XmlElement name : identity.all("name")) {
            String kind = name.attribute("name-type").toLowerCase(Locale.ROOT);
            Role role = main && kind.equals("primary-name")
                    ? Role.PRIMARY
                    : kind.equals("formerly-known-as") ? Role.FORMER : Role.ALIAS;
            Quality quality = switch (name.attribute("quality")) {
                case "good" -> Quality.STRONG;
                case "low" -> Quality.WEAK;
                default -> Quality.UNKNOWN;
            };
            name(id, name, role, quality, party, loading);
        }
        for (XmlElement birth : identity.all("day-month-year")) {
            birth(birth, party, loading);
        }
        for (XmlElement address : identity.all("address")) {
            later.add(() -> {
                Place place = places.getOrDefault(address.attribute("place-id"), new Place("", "", ""));
                party.address(
                        Published.join(
                                ", ", address.value("c-o"), address.value("address-details"), address.value("p-o-box")),
                        place.location(),
                        place.area(),
                        address.value("zip-code"),
                        place.country());
            });
            party.extra("Address note", address.value("remark"));
        }
        for (XmlElement born : identity.all("place-of-birth")) {
            later.add(() -> {
                Place place = places.getOrDefault(born.attribute("place-id"), new Place("", "", ""));
                party.extra("Place of birth", Published.join(", ", place.location(), place.area(), place.country()));
            });
        }
        for (XmlElement nationality : identity.all("nationality")) {
            String country = nationality.value("country");
            party.country("Nationality", country.isEmpty() ? nationality.value() : country);
        }
        for (XmlElement document : identity.all("identification-document")) {
            String type = document.attribute("document-type");
            party.identifier(
                    Published.documentKind(type),
                    document.value("number"),
                    type,
                    document.value("issuer"),
                    Published.validity(
                            document.value("date-of-issue"),
                            document.value("expiry-date"),
                            PublishedDate::parse,
                            loading));
            party.extra("Document note", document.value("remark"));
        }
    }

    /** The name of its parts, and each spelling of a part put into its place. */
    private void name(String id, XmlElement name, Role role, Quality quality, GroupedParty party, Loading loading) {
        List<XmlElement> parts = name.all("name-part").stream()
                .filter(part -> !part.attribute("name-part-type").equals("title"))
                .sorted(Comparator.comparingInt(ChXmlReader::rank))
                .toList();
        name.all("name-part").stream()
                .filter(part -> part.attribute("name-part-type").equals("title"))
                .forEach(part -> party.title(value(part)));
        List<String> texts = parts.stream().map(ChXmlReader::value).toList();
        String whole = Published.name(" ", texts);
        if (role == Role.PRIMARY) {
            primaryNames.putIfAbsent(id, whole);
        }
        party.name(whole, role, quality);
        if (parts.size() > MOST_PARTS) {
            loading.refuse(name, "this name has more than " + MOST_PARTS + " parts");
            return;
        }
        Map<String, List<String>> together = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            for (XmlElement variant : parts.get(i).all("spelling-variant")) {
                // Spellings of one language and script belong together: they are of one writing of the name.
                String writing = variant.attribute("lang") + " " + variant.attribute("script");
                List<String> spelt = together.computeIfAbsent(writing, key -> new ArrayList<>(texts));
                if (spelt.get(i).equals(texts.get(i))) {
                    spelt.set(i, variant.value());
                } else {
                    List<String> one = new ArrayList<>(texts);
                    one.set(i, variant.value());
                    spelling(one, quality, party);
                }
            }
        }
        together.values().forEach(spelt -> spelling(spelt, quality, party));
    }

    private static void spelling(List<String> parts, Quality quality, GroupedParty party) {
        String text = Published.name(" ", parts);
        party.name(text, Published.isNonLatin(text) ? Role.ORIGINAL_SCRIPT : Role.ALIAS, quality);
    }

    private static int rank(XmlElement part) {
        int known = ORDER.indexOf(part.attribute("name-part-type"));
        String order = part.attribute("order");
        int written = order.matches("[0-9]{1,3}") ? Integer.parseInt(order) : 0;
        return (known < 0 ? ORDER.indexOf("family-name") : known) * 1_000 + written;
    }

    private static String value(XmlElement part) {
        String value = part.value("value");
        return value.isEmpty() ? part.value() : value;
    }

    private void birth(XmlElement birth, GroupedParty party, Loading loading) {
        String year = birth.attribute("year");
        String month = birth.attribute("month");
        String day = birth.attribute("day");
        String calendar = birth.attribute("calendar");
        String said = Published.join(" ", day, month, year);
        if (!calendar.isEmpty() && !calendar.equalsIgnoreCase("Gregorian")) {
            party.extra("Date of birth", said + " (" + calendar + ")");
            loading.note("a birth date of the calendar " + Published.shortened(calendar) + " is not used");
            return;
        }
        if (year.isEmpty()) {
            party.extra("Date of birth", said);
            return;
        }
        DateRange days = null;
        try {
            int m = month.isEmpty() ? 0 : Integer.parseInt(month);
            LocalDate first = LocalDate.of(
                    Integer.parseInt(year), m == 0 ? 1 : m, m == 0 || day.isEmpty() ? 1 : Integer.parseInt(day));
            days = m == 0
                    ? DateRange.ofYear(first.getYear())
                    : new DateRange(first, day.isEmpty() ? first.plusMonths(1).minusDays(1) : first);
        } catch (NumberFormatException | DateTimeException e) {
            // Said below not to be understood.
        }
        party.birth(said, days);
    }
}
