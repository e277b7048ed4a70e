package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.input.XmlElement;
import io.highfence.input.XmlInput;
import io.highfence.list.ListedParty.Quality;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * The Treasury's lists in their plain XML, {@code sdn.xsd}: of blocked persons, or of the other lists together, which this file
 * does not say of itself; its name and the programs tell.
 */
final class OfacXmlReader implements ListReader {
    private static final Set<String> KNOWN = Set.of(
            "sdnList",
            "publshInformation",
            "Publish_Date",
            "Record_Count",
            "sdnEntry",
            "uid",
            "firstName",
            "lastName",
            "title",
            "sdnType",
            "remarks",
            "programList",
            "program",
            "idList",
            "id",
            "idType",
            "idNumber",
            "idCountry",
            "issueDate",
            "expirationDate",
            "akaList",
            "aka",
            "type",
            "category",
            "addressList",
            "address",
            "address1",
            "address2",
            "address3",
            "city",
            "stateOrProvince",
            "postalCode",
            "country",
            "nationalityList",
            "nationality",
            "citizenshipList",
            "citizenship",
            "dateOfBirthList",
            "dateOfBirthItem",
            "dateOfBirth",
            "placeOfBirthList",
            "placeOfBirthItem",
            "placeOfBirth",
            "mainEntry",
            "vesselInfo",
            "callSign",
            "vesselType",
            "vesselFlag",
            "vesselOwner",
            "tonnage",
            "grossRegisteredTonnage");

    private final boolean consolidated;

    /** Begins a reading, of the lists other than that of blocked persons if so said. */
    OfacXmlReader(boolean consolidated) {
        this.consolidated = consolidated;
    }

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        String[] said = {""};
        int[] entries = {0};
        try (XmlInput xml = new XmlInput(in, loading.file(), KNOWN)) {
            xml.root("sdnList");
            xml.children(name -> {
                if (name.equals("publshInformation")) {
                    XmlElement information = xml.element();
                    String day = information.value("Publish_Date");
                    if (!day.isEmpty()) {
                        PublishedDate.published(day, PublishedDate.monthFirst(day), loading);
                    }
                    said[0] = information.value("Record_Count");
                } else if (name.equals("sdnEntry")) {
                    entries[0]++;
                    take(xml.element(), loading);
                }
            });
            if (!said[0].isEmpty() && !said[0].equals(Integer.toString(entries[0]))) {
                String reason = "the file says that it holds " + Published.shortened(said[0])
                        + " entries, and it holds " + entries[0];
                if (!loading.insists()) {
                    throw xml.fault(reason + "; to load it all the same, write ofac-xml! for the format");
                }
                loading.note(reason);
            }
            Published.unknown(xml.finish(), loading);
        }
    }

    private static String name(XmlElement of) {
        return Published.name(", ", of.value("lastName"), of.value("firstName"));
    }

    private void take(XmlElement entry, Loading loading) {
        String number = entry.value("uid");
        if (!number.matches("[0-9]{1,9}") || !Published.isName(name(entry))) {
            loading.refuse(
                    entry, "this sdnEntry has no " + (Published.isName(name(entry)) ? "number in its uid" : "name"));
            return;
        }
        OfacParty party = new OfacParty(number, PartyType.parse(entry.value("sdnType"), loading), loading);
        party.name(name(entry), "", Quality.UNKNOWN);
        for (XmlElement alias : entry.all("akaList", "aka")) {
            party.name(
                    name(alias),
                    alias.value("type").isEmpty() ? "a.k.a." : alias.value("type"),
                    switch (alias.value("category")) {
                        case "strong" -> Quality.STRONG;
                        case "weak" -> Quality.WEAK;
                        default -> Quality.UNKNOWN;
                    });
        }
        party.party().title(entry.value("title"));
        party.remarks(entry.value("remarks"));
        entry.values("programList", "program").forEach(party::program);
        for (XmlElement id : entry.all("idList", "id")) {
            party.document(
                    id.value("idType"),
                    id.value("idNumber"),
                    id.value("idCountry"),
                    id.value("issueDate"),
                    id.value("expirationDate"));
        }
        for (XmlElement address : entry.all("addressList", "address")) {
            party.address(
                    Published.join(
                            ", ", address.value("address1"), address.value("address2"), address.value("address3")),
                    address.value("city"),
                    address.value("stateOrProvince"),
                    address.value("postalCode"),
                    address.value("country"));
        }
        entry.values("nationalityList", "nationality", "country")
                .forEach(country -> party.country("Nationality", country));
        entry.values("citizenshipList", "citizenship", "country")
                .forEach(country -> party.country("Citizenship", country));
        entry.values("dateOfBirthList", "dateOfBirthItem", "dateOfBirth").forEach(party::born);
        entry.values("placeOfBirthList", "placeOfBirthItem", "placeOfBirth")
                .forEach(place -> Published.extra("Place of birth", place, party.party()));
        for (XmlElement vessel : entry.all("vesselInfo")) {
            party.vessel(
                    vessel.value("callSign"),
                    vessel.value("vesselType"),
                    vessel.value("vesselFlag"),
                    vessel.value("vesselOwner"),
                    vessel.value("grossRegisteredTonnage"),
                    vessel.value("tonnage"));
        }
        party.finish(consolidated);
    }
}
