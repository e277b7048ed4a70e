package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.base.Citation;
import io.highfence.base.DateRange;
import io.highfence.input.XmlElement;
import io.highfence.input.XmlInput;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.ListedParty.Role;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The consolidated list of the United Nations Security Council as XML.
 *
 * <p>Empty alias elements are usual. A name that holds several, joined by a semicolon, becomes several names.
 */
final class UnXmlReader implements ListReader {
    private static final Set<String> KNOWN = Set.of(
            "CONSOLIDATED_LIST",
            "@dateGenerated",
            "INDIVIDUALS",
            "INDIVIDUAL",
            "ENTITIES",
            "ENTITY",
            "DATAID",
            "VERSIONNUM",
            "FIRST_NAME",
            "SECOND_NAME",
            "THIRD_NAME",
            "FOURTH_NAME",
            "UN_LIST_TYPE",
            "REFERENCE_NUMBER",
            "LISTED_ON",
            "GENDER",
            "SUBMITTED_BY",
            "COMMENTS1",
            "HAS_INTERPOL_LINK",
            "INTERPOL_LINK",
            "NATIONALITY",
            "NATIONALITY2",
            "VALUE",
            "LIST_TYPE",
            "LAST_DAY_UPDATED",
            "INDIVIDUAL_ALIAS",
            "ENTITY_ALIAS",
            "QUALITY",
            "ALIAS_NAME",
            "INDIVIDUAL_ADDRESS",
            "ENTITY_ADDRESS",
            "STREET",
            "CITY",
            "STATE_PROVINCE",
            "ZIP_CODE",
            "COUNTRY",
            "NOTE",
            "INDIVIDUAL_DATE_OF_BIRTH",
            "TYPE_OF_DATE",
            "DATE",
            "YEAR",
            "FROM_YEAR",
            "TO_YEAR",
            "INDIVIDUAL_PLACE_OF_BIRTH",
            "INDIVIDUAL_DOCUMENT",
            "TYPE_OF_DOCUMENT",
            "TYPE_OF_DOCUMENT2",
            "NUMBER",
            "ISSUING_COUNTRY",
            "COUNTRY_OF_ISSUE",
            "CITY_OF_ISSUE",
            "DATE_OF_ISSUE",
            "DATE_OF_EXPIRY",
            "CITY_OF_BIRTH",
            "COUNTRY_OF_BIRTH",
            "DATE_OF_BIRTH",
            "TITLE",
            "DESIGNATION",
            "NAME_ORIGINAL_SCRIPT",
            "SORT_KEY",
            "SORT_KEY_LAST_MOD");

    private static final Pattern ORIGINAL =
            Pattern.compile("\\(?\\b(?:original|in [A-Z][a-z]++) script:\\s*+([^();]++)\\)?");

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        try (XmlInput xml = new XmlInput(in, loading.file(), KNOWN)) {
            xml.root("CONSOLIDATED_LIST");
            PublishedDate.published(xml.attribute("dateGenerated"), loading);
            xml.children(group -> {
                if (group.equals("INDIVIDUALS") || group.equals("ENTITIES")) {
                    xml.children(one -> {
                        if (one.equals("INDIVIDUAL") || one.equals("ENTITY")) {
                            take(xml.element(), loading);
                        }
                    });
                }
            });
            Published.unknown(xml.finish(), loading);
        }
    }

    private static void take(XmlElement one, Loading loading) {
        boolean person = one.name().equals("INDIVIDUAL");
        String primary = Published.name(
                " ",
                one.value("FIRST_NAME"),
                one.value("SECOND_NAME"),
                one.value("THIRD_NAME"),
                one.value("FOURTH_NAME"));
        String id = one.value("DATAID");
        if (!Published.isName(primary) || id.isEmpty()) {
            loading.refuse(one, "this " + one.name() + " has no " + (id.isEmpty() ? "DATAID" : "name"));
            return;
        }
        ListedParty.Builder party = new ListedParty.Builder(
                        "UN Security Council Consolidated List", "UN", loading.edition())
                .entry(id)
                .type(person ? PartyType.PERSON : PartyType.ORGANISATION)
                .title(String.join("; ", titles(one)))
                .remarks(one.value("COMMENTS1"));
        int names = 1;
        names(primary, Role.PRIMARY, Quality.UNKNOWN, party);
        for (XmlElement alias : one.all(person ? "INDIVIDUAL_ALIAS" : "ENTITY_ALIAS")) {
            String name = Published.name("", alias.value("ALIAS_NAME"));
            if (!name.isEmpty()) {
                names++;
                String quality = alias.value("QUALITY");
                names(name, quality.equals("f.k.a.") ? Role.FORMER : Role.ALIAS, quality(quality), party);
            }
            Published.birth(
                    alias.value("DATE_OF_BIRTH"), PublishedDate.parse(alias.value("DATE_OF_BIRTH")), party, loading);
            original(alias.value("NOTE"), quality(alias.value("QUALITY")), party);
            Published.extra("Alias note", alias.value("NOTE"), party);
            Published.extra(
                    "Place of birth",
                    Published.join(", ", alias.value("CITY_OF_BIRTH"), alias.value("COUNTRY_OF_BIRTH")),
                    party);
        }
        for (String original : one.values("NAME_ORIGINAL_SCRIPT")) {
            names++;
            party.name(original, Published.isNonLatin(original) ? Role.ORIGINAL_SCRIPT : Role.ALIAS, Quality.UNKNOWN);
        }
        Published.extra("Gender", one.value("GENDER"), party);
        Published.extra("Interpol notice", one.value("INTERPOL_LINK"), party);
        Published.extra("Submitted by", one.value("SUBMITTED_BY"), party);
        one.values("NATIONALITY", "VALUE")
                .forEach(country -> Published.country("Nationality", country, party, loading));
        for (XmlElement place : one.all(person ? "INDIVIDUAL_ADDRESS" : "ENTITY_ADDRESS")) {
            ListedParty.Address address = address(place, loading);
            if (address != null) {
                party.address(address);
            }
            Published.extra("Address note", place.value("NOTE"), party);
        }
        for (XmlElement birth : one.all("INDIVIDUAL_DATE_OF_BIRTH")) {
            birth(birth, party, loading);
        }
        for (XmlElement place : one.all("INDIVIDUAL_PLACE_OF_BIRTH")) {
            ListedParty.Address address = address(place, loading);
            Published.extra("Place of birth", address == null ? "" : address.text(), party);
        }
        one.all("INDIVIDUAL_DOCUMENT").forEach(document -> document(document, party, loading));
        String reference = one.value("REFERENCE_NUMBER");
        party.listing(new ListedParty.Listing(
                one.values("UN_LIST_TYPE").stream().map(loading::share).toList(),
                "",
                "",
                Set.of(),
                reference.isEmpty() ? null : new Citation("UN Security Council reference " + reference),
                listed(one.value("LISTED_ON"), loading),
                null,
                ""));
        loading.add(party.build(), names);
    }

    private static List<String> titles(XmlElement one) {
        List<String> titles = new ArrayList<>(one.values("TITLE", "VALUE"));
        titles.addAll(one.values("DESIGNATION", "VALUE"));
        return titles;
    }

    /** The names of one cell: several are joined by semicolons, and one may have its original script in brackets. */
    private static void names(String published, Role role, Quality quality, ListedParty.Builder party) {
        Matcher original = ORIGINAL.matcher(published);
        for (String name : original.replaceAll(" ").split(";", -1)) {
            party.name(name, role, quality);
        }
        original(published, quality, party);
    }

    private static void original(String text, Quality quality, ListedParty.Builder party) {
        Matcher original = ORIGINAL.matcher(text);
        while (original.find()) {
            party.name(original.group(1), Role.ORIGINAL_SCRIPT, quality);
        }
    }

    private static Quality quality(String word) {
        return switch (word) {
            case "Good" -> Quality.STRONG;
            case "Low" -> Quality.WEAK;
            default -> Quality.UNKNOWN;
        };
    }

    private static ListedParty.@Nullable Address address(XmlElement place, Loading loading) {
        return Published.address(
                place.value("STREET"),
                place.value("CITY"),
                place.value("STATE_PROVINCE"),
                place.value("ZIP_CODE"),
                place.value("COUNTRY"),
                loading);
    }

    private static void birth(XmlElement birth, ListedParty.Builder party, Loading loading) {
        String from = birth.value("FROM_YEAR");
        String to = birth.value("TO_YEAR");
        String day = birth.value("DATE");
        String text;
        if (!from.isEmpty() || !to.isEmpty()) {
            text = (from.isEmpty() ? to : from) + " to " + (to.isEmpty() ? from : to);
        } else {
            text = (birth.value("TYPE_OF_DATE").equals("APPROXIMATELY") ? "circa " : "")
                    + (day.isEmpty() ? birth.value("YEAR") : day);
        }
        Published.birth(text.equals("circa ") ? "" : text, PublishedDate.parse(text), party, loading);
        Published.extra("Date of birth note", birth.value("NOTE"), party);
    }

    private static void document(XmlElement document, ListedParty.Builder party, Loading loading) {
        String type = Published.join(", ", document.value("TYPE_OF_DOCUMENT"), document.value("TYPE_OF_DOCUMENT2"));
        String country = Published.orBlank(document.value("ISSUING_COUNTRY"));
        Published.identifier(
                Published.documentKind(type),
                document.value("NUMBER"),
                type,
                country.isEmpty() ? document.value("COUNTRY_OF_ISSUE") : country,
                Published.validity(
                        document.value("DATE_OF_ISSUE"),
                        document.value("DATE_OF_EXPIRY"),
                        PublishedDate::parse,
                        loading),
                party,
                loading);
        Published.extra("City of issue", document.value("CITY_OF_ISSUE"), party);
        Published.extra("Document note", document.value("NOTE"), party);
    }

    private static DateRange listed(String text, Loading loading) {
        LocalDate day = PublishedDate.day(text, loading);
        return day == null ? DateRange.ALWAYS : new DateRange(day, null);
    }
}
