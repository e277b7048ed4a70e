package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.input.XmlElement;
import io.highfence.input.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The consolidated list of financial sanctions of the European Union as XML, version 1.1. */
final class EuXmlReader implements ListReader {
    private static final Set<String> KNOWN = Set.of(
            ("export @generationDate @globalFileId sanctionEntity @logicalId @euReferenceNumber @unitedNationId @designationDate"
                            + " @designationDetails remark regulation @regulationType @organisationType @publicationDate"
                            + " @entryIntoForceDate @numberTitle @programme publicationUrl subjectType @code @classificationCode"
                            + " nameAlias @firstName @middleName @lastName @wholeName @function @title @gender @nameLanguage"
                            + " @strong @regulationLanguage regulationSummary @publicationUrl birthdate @circa @calendarType"
                            + " @city @zipCode @birthdate @dayOfMonth @monthOfYear @year @region @place @countryIso2Code"
                            + " @countryDescription @yearRangeFrom @yearRangeTo citizenship address @street @poBox"
                            + " @asAtListingTime contactInfo @key @value identification @diplomatic @knownExpired @knownFalse"
                            + " @reportedLost @revokedByIssuer @issuedBy @latinNumber @nameOnDocument @number"
                            + " @identificationTypeCode @identificationTypeDescription @validFrom @validTo @issueDate")
                    .split(" "));

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        try (XmlInput xml = new XmlInput(in, loading.file(), KNOWN)) {
            xml.root("export");
            PublishedDate.published(xml.attribute("generationDate"), loading);
            xml.children(name -> {
                if (name.equals("sanctionEntity")) {
                    take(xml.element(), loading);
                }
            });
            Published.unknown(xml.finish(), loading);
        }
    }

    private static void take(XmlElement one, Loading loading) {
        String id = one.attribute("logicalId");
        EuParty party = new EuParty(id, loading);
        int names = 0;
        for (XmlElement name : one.all("nameAlias")) {
            names++;
            party.name(
                    name.attribute("wholeName"),
                    name.attribute("firstName"),
                    name.attribute("middleName"),
                    name.attribute("lastName"),
                    name.attribute("strong"),
                    name.value("remark"));
            party.group().title(name.attribute("title"));
            party.group().title(name.attribute("function"));
            party.group().extra("Gender", name.attribute("gender"));
        }
        if (id.isEmpty() || party.group().isNameless()) {
            loading.refuse(one, "this sanctionEntity has no " + (id.isEmpty() ? "logicalId" : "name"));
            return;
        }
        GroupedParty group = party.group();
        for (XmlElement subject : one.all("subjectType")) {
            party.type(subject.attribute("classificationCode"), subject.attribute("code"));
        }
        for (XmlElement regulation : one.all("regulation")) {
            party.regulation(
                    regulation.attribute("programme"),
                    regulation.attribute("numberTitle"),
                    regulation.value("publicationUrl"));
            String day = regulation.attribute("entryIntoForceDate");
            party.act(day.isEmpty() ? regulation.attribute("publicationDate") : day);
        }
        for (XmlElement part : one.children()) {
            part.all("regulationSummary").forEach(summary -> party.act(summary.attribute("publicationDate")));
        }
        one.values("remark").forEach(group::remarks);
        party.designation(
                one.attribute("euReferenceNumber"),
                one.attribute("unitedNationId"),
                one.attribute("designationDate"),
                one.attribute("designationDetails"));
        for (XmlElement birth : one.all("birthdate")) {
            party.birth(
                    birth.attribute("birthdate"),
                    birth.attribute("year"),
                    birth.attribute("monthOfYear"),
                    birth.attribute("dayOfMonth"),
                    birth.attribute("yearRangeFrom"),
                    birth.attribute("yearRangeTo"),
                    birth.attribute("circa"),
                    birth.attribute("calendarType"));
            group.extra(
                    "Place of birth",
                    Published.join(
                            ", ",
                            birth.attribute("place"),
                            birth.attribute("city"),
                            birth.attribute("region"),
                            birth.attribute("countryDescription")));
            group.extra("Date of birth note", birth.value("remark"));
        }
        for (XmlElement citizenship : one.all("citizenship")) {
            party.citizenship(citizenship.attribute("countryIso2Code"), citizenship.attribute("countryDescription"));
            group.extra("Citizenship note", citizenship.value("remark"));
        }
        for (XmlElement address : one.all("address")) {
            party.address(
                    address.attribute("street"),
                    address.attribute("poBox"),
                    address.attribute("place"),
                    address.attribute("city"),
                    address.attribute("region"),
                    address.attribute("zipCode"),
                    address.attribute("countryIso2Code"),
                    address.attribute("countryDescription"));
            group.extra("Address note", address.value("remark"));
            for (XmlElement contact : address.all("contactInfo")) {
                group.extra(contact.attribute("key"), contact.attribute("value"));
            }
        }
        for (XmlElement document : one.all("identification")) {
            String issued = document.attribute("validFrom");
            party.document(
                    document.attribute("identificationTypeCode"),
                    document.attribute("identificationTypeDescription"),
                    document.attribute("number"),
                    document.attribute("latinNumber"),
                    document.attribute("countryIso2Code"),
                    issued.isEmpty() ? document.attribute("issueDate") : issued,
                    document.attribute("validTo"),
                    document.attribute("knownFalse"));
            group.extra("Document note", document.value("remark"));
            String number = document.attribute("number");
            party.ofDocument(number, "diplomatic", document.attribute("diplomatic"));
            party.ofDocument(number, "known to be expired", document.attribute("knownExpired"));
            party.ofDocument(number, "reported as lost", document.attribute("reportedLost"));
            party.ofDocument(number, "revoked by its issuer", document.attribute("revokedByIssuer"));
            group.extra("Name on document", document.attribute("nameOnDocument"));
            group.extra("Document issued by", document.attribute("issuedBy"));
        }
        group.published(names);
        party.finish();
    }
}
