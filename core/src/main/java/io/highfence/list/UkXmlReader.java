package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.input.XmlElement;
import io.highfence.input.XmlInput;
import io.highfence.list.ListedParty.Identifier.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The UK Sanctions List as XML: one element a party. */
final class UkXmlReader implements ListReader {
    private static final Set<String> KNOWN = Set.of(
            ("Designations DateGenerated Designation LastUpdated DateDesignated UniqueID OFSIGroupID UNReferenceNumber Names Name"
                            + " Name1 Name2 Name3 Name4 Name5 Name6 NameType AliasStrength NonLatinNames NonLatinName"
                            + " NameNonLatinScript NonLatinScriptType NonLatinScriptLanguage Titles Title RegimeName"
                            + " IndividualEntityShip DesignationSource SanctionsImposed SanctionsImposedIndicators"
                            + " OtherInformation UKStatementofReasons Addresses Address AddressLine1 AddressLine2 AddressLine3"
                            + " AddressLine4 AddressLine5 AddressLine6 AddressPostalCode AddressCountry PhoneNumbers PhoneNumber"
                            + " EmailAddresses EmailAddress Websites Website IndividualDetails Individual DOBs DOB BirthDetails"
                            + " Location TownOfBirth CountryOfBirth Genders Gender Nationalities Nationality Positions Position"
                            + " PassportDetails Passport PassportDetail PassportNumber PassportAdditionalInformation"
                            + " NationalIdentifierDetails NationalIdentifier NationalIdentifierDetail NationalIdentifierNumber"
                            + " NationalIdentifierAdditionalInformation EntityDetails Entity TypeOfEntities TypeOfEntity"
                            + " BusinessRegistrationNumbers BusinessRegistrationNumber ParentCompanies ParentCompany Subsidiaries"
                            + " Subsidiary ShipDetails Ship IMONumbers IMONumber CurrentOwnerOperators CurrentOwnerOperator"
                            + " PreviousOwnerOperators PreviousOwnerOperator CurrentBelievedFlagOfShips CurrentBelievedFlagOfShip"
                            + " PreviousFlags PreviousFlag TypeOfShipDetails TypeOfShip TonnageOfShipDetails TonnageOfShip"
                            + " LengthOfShipDetails LengthOfShip YearsBuilt YearBuilt HullIdentificationNumbers"
                            + " HullIdentificationNumber")
                    .split(" "));

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        try (XmlInput xml = new XmlInput(in, loading.file(), KNOWN)) {
            xml.root("Designations");
            xml.children(name -> {
                if (name.equals("DateGenerated")) {
                    String day = xml.element().value();
                    PublishedDate.published(day, PublishedDate.dayFirst(day), loading);
                } else if (name.equals("Designation")) {
                    take(xml.element(), loading);
                }
            });
            Published.unknown(xml.finish(), loading);
        }
    }

    private static void take(XmlElement one, Loading loading) {
        String id = one.value("UniqueID");
        UkParty party = new UkParty(id, loading);
        for (XmlElement name : one.all("Names", "Name")) {
            party.name(part -> name.value("Name" + part), name.value("NameType"), name.value("AliasStrength"));
        }
        for (XmlElement name : one.all("NonLatinNames", "NonLatinName")) {
            party.original(
                    name.value("NameNonLatinScript"),
                    name.value("NonLatinScriptType"),
                    name.value("NonLatinScriptLanguage"));
        }
        if (id.isEmpty() || party.group().isNameless()) {
            loading.refuse(one, "this Designation has no " + (id.isEmpty() ? "UniqueID" : "name"));
            return;
        }
        GroupedParty group = party.group();
        party.designation(
                one.value("IndividualEntityShip"),
                one.value("RegimeName"),
                one.value("SanctionsImposed"),
                one.value("DateDesignated"),
                one.value("OFSIGroupID"),
                one.value("UNReferenceNumber"),
                one.value("OtherInformation"),
                one.value("UKStatementofReasons"));
        one.values("Titles", "Title").forEach(group::title);
        for (XmlElement address : one.all("Addresses", "Address")) {
            party.address(
                    line -> address.value("AddressLine" + line),
                    address.value("AddressPostalCode"),
                    address.value("AddressCountry"));
        }
        group.extra("Designation source", one.value("DesignationSource"));
        group.extra("Last updated", one.value("LastUpdated"));
        one.values("PhoneNumbers", "PhoneNumber").forEach(value -> group.extra("Phone number", value));
        one.values("EmailAddresses", "EmailAddress").forEach(value -> group.extra("Email address", value));
        one.values("Websites", "Website").forEach(value -> group.extra("Website", value));
        for (XmlElement person : one.all("IndividualDetails", "Individual")) {
            person.values("DOBs", "DOB").forEach(party::birth);
            for (XmlElement place : person.all("BirthDetails", "Location")) {
                group.extra(
                        "Place of birth",
                        Published.join(", ", place.value("TownOfBirth"), place.value("CountryOfBirth")));
            }
            person.values("Genders", "Gender").forEach(value -> group.extra("Gender", value));
            person.values("Nationalities", "Nationality").forEach(value -> group.country("Nationality", value));
            person.values("Positions", "Position").forEach(group::title);
            for (XmlElement details : person.all("PassportDetails")) {
                details.children()
                        .forEach(passport -> party.document(
                                Kind.PASSPORT,
                                "Passport",
                                passport.value("PassportNumber"),
                                passport.value("PassportAdditionalInformation")));
            }
            for (XmlElement details : person.all("NationalIdentifierDetails")) {
                details.children()
                        .forEach(national -> party.document(
                                Kind.NATIONAL_ID,
                                "National identifier",
                                national.value("NationalIdentifierNumber"),
                                national.value("NationalIdentifierAdditionalInformation")));
            }
        }
        for (XmlElement entity : one.all("EntityDetails", "Entity")) {
            entity.values("TypeOfEntities", "TypeOfEntity").forEach(value -> group.extra("Type of entity", value));
            entity.values("BusinessRegistrationNumbers", "BusinessRegistrationNumber")
                    .forEach(party::registration);
            entity.values("ParentCompanies", "ParentCompany").forEach(value -> group.link("Parent company", value));
            entity.values("Subsidiaries", "Subsidiary").forEach(value -> group.link("Subsidiary", value));
        }
        for (XmlElement ship : one.all("ShipDetails", "Ship")) {
            ship.values("IMONumbers", "IMONumber").forEach(party::imo);
            ship.values("CurrentOwnerOperators", "CurrentOwnerOperator").forEach(party::owner);
            ship.values("PreviousOwnerOperators", "PreviousOwnerOperator")
                    .forEach(value -> group.link("Previous owner/operator", value));
            ship.values("CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip")
                    .forEach(value -> group.vessel("flag", value));
            ship.values("PreviousFlags", "PreviousFlag").forEach(value -> group.extra("Previous flag", value));
            ship.values("TypeOfShipDetails", "TypeOfShip").forEach(value -> group.vessel("type", value));
            ship.values("TonnageOfShipDetails", "TonnageOfShip").forEach(value -> group.vessel("tonnage", value));
            ship.values("LengthOfShipDetails", "LengthOfShip").forEach(value -> group.extra("Length of ship", value));
            ship.values("YearsBuilt", "YearBuilt").forEach(value -> group.extra("Year built", value));
            ship.values("HullIdentificationNumbers", "HullIdentificationNumber")
                    .forEach(value -> group.identifier(Kind.OTHER, value, "Hull identification number"));
        }
        group.finish();
    }
}
