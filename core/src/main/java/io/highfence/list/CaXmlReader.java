package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.input.XmlElement;
import io.highfence.input.XmlInput;
import io.highfence.list.ListedParty.Identifier.Kind;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.ListedParty.Role;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The consolidated list of Canada's autonomous sanctions as XML. It has no ids: country, schedule and item are the key, and items
 * are numbered anew.
 *
 * <p>Newer files have English and French in the name of each element, {@code Country-Pays}; what stands before the hyphen counts.
 */
final class CaXmlReader implements ListReader {
    private static final Set<String> FIELDS = Set.of(
            "Country",
            "LastName",
            "GivenName",
            "Entity",
            "EntityOrShip",
            "Title",
            "TitleOrShip",
            "TitleOrShipType",
            "Aliases",
            "DateOfBirth",
            "DateOfBirthOrShipBuildDate",
            "ShipIMONumber",
            "Schedule",
            "Item",
            "DateOfListing");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Legal forms, and what else stands behind a comma and is no name alone. */
    private static final Pattern FORM = Pattern.compile(
            " ?(?:Ltd|Limited|Inc|Incorporated|LLC|L\\.L\\.C|Co|Corp|JSC|PJSC|OJSC|S\\.A|GmbH|LLP|PLC|Jr|Sr)(?![\\p{L}\\p{N}])");

    private final Set<String> keys = new HashSet<>();

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        try (XmlInput xml = new XmlInput(in, loading.file(), Set.of("data-set", "record"))) {
            xml.root("data-set");
            xml.watch(false);
            xml.children(name -> {
                if (name.equals("record")) {
                    take(xml.element(), loading);
                } else {
                    loading.note("the element '" + Published.shortened(name) + "' is not known");
                }
            });
            xml.finish();
        }
    }

    private void take(XmlElement record, Loading loading) {
        Map<String, String> fields = new HashMap<>();
        for (XmlElement child : record.children()) {
            String name = child.name();
            int hyphen = name.indexOf('-');
            String english = hyphen < 0 ? name : name.substring(0, hyphen);
            if (FIELDS.contains(english)) {
                fields.putIfAbsent(english, SPACE.matcher(child.value()).replaceAll(" "));
            } else {
                loading.note("the element '" + Published.shortened(name) + "' is not known");
            }
        }
        String whole = first(fields, "Entity", "EntityOrShip");
        String given = first(fields, "GivenName");
        String last = first(fields, "LastName");
        String name = whole.isEmpty() ? Published.name(" ", given, last) : whole;
        String country = first(fields, "Country");
        if (!Published.isName(name) || country.isEmpty()) {
            loading.refuse(record, "this record has no " + (country.isEmpty() ? "country" : "name"));
            return;
        }
        String imo = first(fields, "ShipIMONumber");
        String key = Published.join(" / ", country, first(fields, "Schedule"), first(fields, "Item"));
        // An item may hold several parties, and they are told apart by their names.
        GroupedParty party = new GroupedParty(
                "Consolidated Canadian Autonomous Sanctions List",
                "CA",
                keys.add(key) ? key : key + " / " + name,
                loading);
        party.type(!imo.isEmpty() ? "vessel" : whole.isEmpty() ? "individual" : "entity");
        party.name(name, Role.PRIMARY, Quality.UNKNOWN);
        for (String alias : aliases(first(fields, "Aliases"))) {
            party.name(alias, Published.isNonLatin(alias) ? Role.ORIGINAL_SCRIPT : Role.ALIAS, Quality.UNKNOWN);
        }
        HiddenNames.in(name).forEach(found -> party.name(found.text(), found.role(), found.quality()));
        String title = first(fields, "Title", "TitleOrShip", "TitleOrShipType");
        String date = first(fields, "DateOfBirth", "DateOfBirthOrShipBuildDate");
        if (imo.isEmpty()) {
            party.title(title);
            party.birth(date, PublishedDate.parse(date));
        } else {
            party.identifier(Kind.IMO, imo, "IMO number");
            party.vessel("type", title);
            party.extra("Year built", date);
        }
        party.program(country);
        party.citation("Canada, " + key);
        String listed = first(fields, "DateOfListing");
        LocalDate day = PublishedDate.day(listed, loading);
        party.from(day);
        loading.notBefore(day);
        party.finish();
    }

    /** Several aliases are joined by commas, but not inside brackets and not before a legal form. */
    private static List<String> aliases(String cell) {
        List<String> aliases = new ArrayList<>();
        Matcher form = FORM.matcher(cell);
        int depth = 0;
        int from = 0;
        for (int at = 0; at < cell.length(); at++) {
            char c = cell.charAt(at);
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            boolean parts = (c == ',' || c == ';') && depth == 0;
            if (parts && !form.region(at + 1, cell.length()).lookingAt()) {
                aliases.add(cell.substring(from, at));
                from = at + 1;
            }
        }
        aliases.add(cell.substring(from));
        return aliases;
    }

    private static String first(Map<String, String> fields, String... names) {
        for (String name : names) {
            String said = fields.getOrDefault(name, "");
            if (!said.isEmpty()) {
                return said;
            }
        }
        return "";
    }
}
