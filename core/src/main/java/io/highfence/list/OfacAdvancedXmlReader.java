package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.base.DateRange;
import io.highfence.input.XmlElement;
import io.highfence.input.XmlInput;
import io.highfence.list.ListedParty.Quality;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Treasury's lists in their advanced XML, in which everything is a number that points into tables at the start of the file,
 * and what a party stands on follows at its end. So the parties are kept until the file was read.
 */
final class OfacAdvancedXmlReader implements ListReader {
    private static final Set<String> KNOWN = Set.of(
            ("Sanctions @Version DateOfIssue @CalendarTypeID Year Month Day ReferenceValueSets Locations Location LocationAreaCode"
                            + " FeatureVersionReference LocationCountry LocationPart LocationPartValue Comment Value"
                            + " IDRegDocumentReference IDRegDocuments IDRegDocument IDRegistrationNo IssuingAuthority DocumentDate"
                            + " DatePeriod Start End From To DocumentedNameReference DistinctParties DistinctParty Profile Identity"
                            + " Alias DocumentedName DocumentedNamePart NamePartValue NamePartGroups MasterNamePartGroup"
                            + " NamePartGroup Feature FeatureVersion VersionDetail VersionLocation IdentityReference"
                            + " ProfileRelationships ProfileRelationship SanctionsEntries SanctionsEntry EntryEvent Date"
                            + " SanctionsMeasure SanctionsEntryLinks SanctionsEntryLink @ID @FixedRef @AliasTypeID @Primary"
                            + " @LowQuality @DocNameStatusID @NamePartGroupID @ScriptID @ScriptStatusID @Acronym @NamePartTypeID"
                            + " @PartySubTypeID @False @FeatureTypeID @ReliabilityID @YearFixed @MonthFixed @DayFixed @Approximate"
                            + " @DetailTypeID @DetailReferenceID @LocationID @IdentityID @IdentityFeatureLinkTypeID @From-ProfileID"
                            + " @To-ProfileID @RelationTypeID @RelationQualityID @Former @SanctionsEntryID @ProfileID @ListID"
                            + " @EntryEventTypeID @LegalBasisID @SanctionsTypeID @AreaCodeID @FeatureVersionID @CountryID"
                            + " @CountryRelevanceID @LocPartTypeID @LocPartValueTypeID @LocPartValueStatusID @IDRegDocumentID"
                            + " @IDRegDocTypeID @IssuedBy-CountryID @IssuedIn-LocationID @ValidityID @DocumentedNameID"
                            + " @IDRegDocDateTypeID @DeltaAction")
                    .split(" "));

    private static final String ISSUED = "Issue Date";

    private final boolean consolidated;

    /** Tables of the file, by the name of their elements: number to text. */
    private final Map<String, Map<String, String>> tables = new HashMap<>();

    /** Places by number: each way of writing one has its parts, and the country stands beside them. */
    private final Map<String, Place> places = new HashMap<>();

    /** Documents by the number of the identity that they name. */
    private final Map<String, List<XmlElement>> documents = new HashMap<>();

    private final Map<String, OfacParty> parties = new LinkedHashMap<>();
    private final Map<String, String> primaryNames = new HashMap<>();

    /** Begins a reading; where a party stands on no list by name, its programs and the kind of file decide. */
    OfacAdvancedXmlReader(boolean consolidated) {
        this.consolidated = consolidated;
    }

    private record Place(List<Map<String, String>> parts, String country) {}

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        List<XmlElement> relations = new ArrayList<>();
        try (XmlInput xml = new XmlInput(in, loading.file(), KNOWN)) {
            xml.root("Sanctions");
            xml.children(group -> {
                // The tables are many, and each has names of its own.
                xml.watch(!group.equals("ReferenceValueSets"));
                switch (group) {
                    case "DateOfIssue" -> {
                        LocalDate day = day(xml.element());
                        if (day == null) {
                            loading.note("the date of issue is not understood; it counts as not given");
                        } else {
                            loading.published(day);
                        }
                    }
                    case "ReferenceValueSets" -> xml.children(set -> xml.children(name -> table(xml.element())));
                    case "Locations" -> xml.children(name -> place(xml.element()));
                    case "IDRegDocuments" ->
                        xml.children(name -> {
                            XmlElement document = xml.element();
                            documents
                                    .computeIfAbsent(document.attribute("IdentityID"), key -> new ArrayList<>())
                                    .add(document);
                        });
                    case "DistinctParties" ->
                        xml.children(name -> {
                            XmlElement party = xml.element();
                            for (XmlElement profile : party.all("Profile")) {
                                profile(party, profile, loading);
                            }
                        });
                    case "ProfileRelationships" -> xml.children(name -> relations.add(xml.element()));
                    case "SanctionsEntries" -> xml.children(name -> entry(xml.element(), loading));
                    default -> {
                        // What else there is says nothing about a party.
                    }
                }
            });
            Published.unknown(xml.finish(), loading);
        }
        for (List<XmlElement> left : documents.values()) {
            XmlElement first = left.get(0);
            loading.refuse(
                    first,
                    "there is no party with the identity '" + Published.shortened(first.attribute("IdentityID"))
                            + "' of this IDRegDocument");
        }
        relations.forEach(relation -> relation(relation, loading));
        parties.values().forEach(party -> party.finish(consolidated));
    }

    private String text(String table, String number) {
        return tables.getOrDefault(table, Map.of()).getOrDefault(number, "");
    }

    private void table(XmlElement row) {
        String text = row.value();
        if (row.name().equals("AreaCode")) {
            text = row.attribute("Description");
        }
        tables.computeIfAbsent(row.name(), key -> new HashMap<>()).put(row.attribute("ID"), text);
        if (row.name().equals("PartySubType")) {
            tables.computeIfAbsent("TypeOfSubType", key -> new HashMap<>())
                    .put(row.attribute("ID"), row.attribute("PartyTypeID"));
        }
    }

    private void place(XmlElement location) {
        List<Map<String, String>> ways = new ArrayList<>();
        Map<String, String> primary = new LinkedHashMap<>();
        Map<String, String> other = new LinkedHashMap<>();
        for (XmlElement part : location.all("LocationPart")) {
            String type = text("LocPartType", part.attribute("LocPartTypeID"));
            for (XmlElement value : part.all("LocationPartValue")) {
                (value.attribute("Primary").equals("false") ? other : primary)
                        .merge(type, value.value("Value"), (a, b) -> a + ", " + b);
            }
        }
        ways.add(primary);
        if (!other.isEmpty()) {
            ways.add(other);
        }
        String country = "";
        for (XmlElement one : location.all("LocationCountry")) {
            country = text("Country", one.attribute("CountryID"));
        }
        if (country.isEmpty()) {
            for (XmlElement one : location.all("LocationAreaCode")) {
                country = text("AreaCode", one.attribute("AreaCodeID"));
            }
        }
        places.put(location.attribute("ID"), new Place(ways, country));
    }

    private void profile(XmlElement distinct, XmlElement profile, Loading loading) {
        String number = profile.attribute("ID");
        String subType = profile.attribute("PartySubTypeID");
        String type = text("PartySubType", subType);
        if (type.isEmpty() || type.equals("Unknown")) {
            type = text("PartyType", text("TypeOfSubType", subType));
        }
        OfacParty party = new OfacParty(number, PartyType.parse(type, loading), loading);
        for (XmlElement identity : profile.all("Identity")) {
            identity(number, identity, party);
            List<XmlElement> own = documents.remove(identity.attribute("ID"));
            for (XmlElement document : own == null ? List.<XmlElement>of() : own) {
                document(document, party, loading);
            }
        }
        if (!number.matches("[0-9]{1,9}") || party.isNameless() || parties.containsKey(number)) {
            loading.refuse(
                    profile,
                    party.isNameless()
                            ? "this Profile has no name"
                            : "the ID of this Profile is no number, or stands twice");
            return;
        }
        party.remarks(distinct.value("Comment"));
        for (XmlElement feature : profile.all("Feature")) {
            String kind = text("FeatureType", feature.attribute("FeatureTypeID"));
            feature.all("FeatureVersion").forEach(version -> feature(kind, version, party, loading));
        }
        parties.put(number, party);
    }

    private void identity(String number, XmlElement identity, OfacParty party) {
        Map<String, String> partTypes = new HashMap<>();
        for (XmlElement group : identity.all("NamePartGroups", "MasterNamePartGroup", "NamePartGroup")) {
            partTypes.put(group.attribute("ID"), text("NamePartType", group.attribute("NamePartTypeID")));
        }
        for (boolean primary : new boolean[] {true, false}) {
            for (XmlElement alias : identity.all("Alias")) {
                if (alias.attribute("Primary").equals("true") == primary) {
                    alias(number, alias, primary, partTypes, party);
                }
            }
        }
    }

    private void alias(
            String number, XmlElement alias, boolean primary, Map<String, String> partTypes, OfacParty party) {
        Quality quality = alias.attribute("LowQuality").equals("true") ? Quality.WEAK : Quality.STRONG;
        List<String> originals = new ArrayList<>();
        for (XmlElement documented : alias.all("DocumentedName")) {
            List<String> last = new ArrayList<>();
            List<String> other = new ArrayList<>();
            for (XmlElement part : documented.all("DocumentedNamePart", "NamePartValue")) {
                String type = partTypes.getOrDefault(part.attribute("NamePartGroupID"), "");
                (type.equals("Last Name") ? last : other).add(part.value());
            }
            String text = Published.name(", ", String.join(" ", last), String.join(" ", other));
            if (Published.isNonLatin(text)) {
                originals.add(text);
            } else {
                if (primary) {
                    primaryNames.putIfAbsent(number, text);
                }
                String type = text("AliasType", alias.attribute("AliasTypeID"));
                party.name(text, primary ? "" : type.isEmpty() || type.equals("Name") ? "a.k.a." : type, quality);
            }
        }
        originals.forEach(original -> party.original(original, quality));
    }

    private void document(XmlElement document, OfacParty party, Loading loading) {
        LocalDate issued = null;
        LocalDate expires = null;
        for (XmlElement date : document.all("DocumentDate")) {
            DateRange days = period(date);
            if (days != null) {
                if (text("IDRegDocDateType", date.attribute("IDRegDocDateTypeID"))
                        .equals(ISSUED)) {
                    issued = days.from();
                } else {
                    expires = days.to();
                }
            }
        }
        String type = text("IDRegDocType", document.attribute("IDRegDocTypeID"));
        String number = document.value("IDRegistrationNo");
        String country = text("Country", document.attribute("IssuedBy-CountryID"));
        if (text("Validity", document.attribute("ValidityID")).equals("Fraudulent")) {
            party.falseDocument(type, number, country);
        } else {
            party.number(type, number, country, Published.days(issued, expires, loading));
        }
        Published.extra(type + ", issued by", document.value("IssuingAuthority"), party.party());
        Published.extra(type + ", note", document.value("Comment"), party.party());
    }

    private void feature(String kind, XmlElement version, OfacParty party, Loading loading) {
        if (kind.equals("Birthdate")) {
            DateRange days = period(version);
            if (days == null) {
                loading.note("a birth date is not understood");
            } else {
                party.party().birthDate(days);
            }
            return;
        }
        for (XmlElement at : version.all("VersionLocation")) {
            Place place = places.get(at.attribute("LocationID"));
            if (place == null) {
                loading.note("a place of number " + at.attribute("LocationID") + " is not in the file");
            } else if (kind.equals("Location")) {
                place.parts().forEach(parts -> party.address(parts, place.country()));
            } else {
                String words = Published.join(
                        ", ", String.join(", ", place.parts().get(0).values()), place.country());
                party.feature(kind, kind.contains("Countr") || kind.contains("Nationality") ? place.country() : words);
            }
        }
        for (XmlElement detail : version.all("VersionDetail")) {
            party.feature(
                    kind,
                    detail.value().isEmpty()
                            ? text("DetailReference", detail.attribute("DetailReferenceID"))
                            : detail.value());
        }
        if (version.all("VersionDetail").isEmpty()
                && version.all("VersionLocation").isEmpty()) {
            DateRange days = period(version);
            Published.extra(kind, days == null ? "" : String.valueOf(days.from()), party.party());
        }
    }

    /** From the first day that a period may mean to its last. */
    private static @Nullable DateRange period(XmlElement of) {
        for (XmlElement period : of.all("DatePeriod")) {
            List<XmlElement> from = period.all("Start", "From");
            List<XmlElement> to = period.all("End", "To");
            LocalDate first = from.isEmpty() ? null : day(from.get(0));
            LocalDate last = to.isEmpty() ? null : day(to.get(0));
            boolean circa = period.all("Start").stream()
                    .anyMatch(start -> start.attribute("Approximate").equals("true"));
            if (first != null && last != null && !last.isBefore(first)) {
                return circa ? new DateRange(first.minusYears(1), last.plusYears(1)) : new DateRange(first, last);
            }
        }
        return null;
    }

    private static @Nullable LocalDate day(XmlElement of) {
        try {
            return LocalDate.of(
                    Integer.parseInt(of.value("Year")),
                    Integer.parseInt(of.value("Month")),
                    Integer.parseInt(of.value("Day")));
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    private void relation(XmlElement relation, Loading loading) {
        OfacParty from = parties.get(relation.attribute("From-ProfileID"));
        if (from == null) {
            loading.note("a relation begins at a party that is not in the file");
            return;
        }
        String other = relation.attribute("To-ProfileID");
        String type = text("RelationType", relation.attribute("RelationTypeID"));
        from.link(
                relation.attribute("Former").equals("true") ? "Formerly: " + type : type,
                primaryNames.getOrDefault(other, "OFAC number " + other));
    }

    private void entry(XmlElement entry, Loading loading) {
        OfacParty party = parties.get(entry.attribute("ProfileID"));
        if (party == null) {
            loading.refuse(
                    entry,
                    "there is no party with the number '" + Published.shortened(entry.attribute("ProfileID"))
                            + "' of this SanctionsEntry");
            return;
        }
        LocalDate listed = null;
        for (XmlElement event : entry.all("EntryEvent")) {
            for (XmlElement date : event.all("Date")) {
                LocalDate day = day(date);
                listed = listed == null || (day != null && day.isBefore(listed)) ? day : listed;
            }
            party.citation(text("LegalBasis", event.attribute("LegalBasisID")));
        }
        String list = text("List", entry.attribute("ListID"));
        if (list.isEmpty()) {
            loading.refuse(
                    entry,
                    "there is no list with the number '" + Published.shortened(entry.attribute("ListID"))
                            + "' of this SanctionsEntry");
            return;
        }
        party.list(list, listed);
        for (XmlElement measure : entry.all("SanctionsMeasure")) {
            String type = text("SanctionsType", measure.attribute("SanctionsTypeID"));
            if (type.isEmpty()) {
                loading.note("a kind of measure of number " + Published.shortened(measure.attribute("SanctionsTypeID"))
                        + " is not in the file");
            }
            if (type.equals("Program") || type.isEmpty()) {
                party.program(measure.value("Comment"));
            } else {
                Published.extra("Sanctions type", loading.share(type), party.party());
            }
        }
    }
}
