package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.base.DateRange;
import io.highfence.input.XmlElement;
import io.highfence.input.XmlInput;
import io.highfence.list.ListedParty.Quality;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Treasury's lists in their enhanced XML, which says for each name its quality and its script, and for each party the lists
 * on which it stands and since when.
 */
final class OfacEnhancedXmlReader implements ListReader {
    private static final Set<String> KNOWN = Set.of(
            "sanctionsData",
            "publicationInfo",
            "dataAsOf",
            "filters",
            "sanctionsLists",
            "sanctionsList",
            "@refId",
            "@id",
            "@datePublished",
            "referenceValues",
            "referenceValue",
            "type",
            "value",
            "isoCode",
            "code",
            "featureTypes",
            "featureType",
            "@featureTypeId",
            "detailType",
            "publishExclude",
            "publishDescription",
            "publishOrder",
            "entities",
            "entity",
            "generalInfo",
            "identityId",
            "entityType",
            "remarks",
            "title",
            "sanctionsPrograms",
            "sanctionsProgram",
            "sanctionsTypes",
            "sanctionsType",
            "legalAuthorities",
            "legalAuthority",
            "names",
            "name",
            "isPrimary",
            "aliasType",
            "isLowQuality",
            "translations",
            "translation",
            "script",
            "formattedFirstName",
            "formattedLastName",
            "formattedFullName",
            "nameParts",
            "namePart",
            "addresses",
            "address",
            "country",
            "addressParts",
            "addressPart",
            "features",
            "feature",
            "versionId",
            "valueDate",
            "fromDateBegin",
            "fromDateEnd",
            "toDateBegin",
            "toDateEnd",
            "isApproximate",
            "isDateRange",
            "valueRefId",
            "reliability",
            "comments",
            "identityDocuments",
            "identityDocument",
            "@nameId",
            "@nameTranslationId",
            "documentNumber",
            "isValid",
            "issuingLocation",
            "issuingCountry",
            "issuingAuthority",
            "issueDate",
            "expirationDate",
            "relationships",
            "relationship",
            "relatedEntity",
            "@entityId",
            "quality");

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        try (XmlInput xml = new XmlInput(in, loading.file(), KNOWN)) {
            xml.root("sanctionsData");
            xml.children(group -> {
                if (group.equals("publicationInfo")) {
                    PublishedDate.published(xml.element().value("dataAsOf"), loading);
                } else if (group.equals("entities")) {
                    xml.children(name -> {
                        if (name.equals("entity")) {
                            take(xml.element(), loading);
                        }
                    });
                }
            });
            Published.unknown(xml.finish(), loading);
        }
    }

    private static boolean isTrue(XmlElement of, String child) {
        return of.value(child).equals("true");
    }

    private static void take(XmlElement entity, Loading loading) {
        String number = entity.attribute("id");
        XmlElement general = entity.all("generalInfo").stream().findFirst().orElse(entity);
        OfacParty party = new OfacParty(number, PartyType.parse(general.value("entityType"), loading), loading);
        // The primary name goes first, wherever it stands.
        for (boolean primary : new boolean[] {true, false}) {
            for (XmlElement name : entity.all("names", "name")) {
                if (isTrue(name, "isPrimary") == primary) {
                    name(name, primary, party);
                }
            }
        }
        if (!number.matches("[0-9]{1,9}") || party.isNameless()) {
            loading.refuse(entity, "this entity has no " + (party.isNameless() ? "name" : "number in its id"));
            return;
        }
        party.party().title(general.value("title"));
        party.remarks(general.value("remarks"));
        for (XmlElement list : entity.all("sanctionsLists", "sanctionsList")) {
            if (list.value().isEmpty()) {
                loading.refuse(list, "this sanctionsList has no name");
            }
            party.list(list.value(), PublishedDate.day(list.attribute("datePublished"), loading));
        }
        entity.values("sanctionsPrograms", "sanctionsProgram").forEach(party::program);
        party.citation(String.join("; ", entity.values("legalAuthorities", "legalAuthority")));
        entity.values("sanctionsTypes", "sanctionsType")
                .forEach(type -> Published.extra("Sanctions type", loading.share(type), party.party()));
        for (XmlElement address : entity.all("addresses", "address")) {
            address(address, party);
        }
        entity.all("features", "feature").forEach(feature -> feature(feature, party, loading));
        for (XmlElement document : entity.all("identityDocuments", "identityDocument")) {
            String type = document.value("type");
            if (document.value("isValid").equals("false")) {
                party.falseDocument(type, document.value("documentNumber"), document.value("issuingCountry"));
            } else {
                party.document(
                        type,
                        document.value("documentNumber"),
                        document.value("issuingCountry"),
                        document.value("issueDate"),
                        document.value("expirationDate"));
            }
            Published.extra(type + ", issued by", document.value("issuingAuthority"), party.party());
            Published.extra(type + ", note", document.value("comments"), party.party());
        }
        for (XmlElement relation : entity.all("relationships", "relationship")) {
            party.link(relation.value("type"), relation.value("relatedEntity"));
        }
        party.finish(false);
    }

    private static void name(XmlElement name, boolean primary, OfacParty party) {
        Quality quality = isTrue(name, "isLowQuality") ? Quality.WEAK : Quality.STRONG;
        for (boolean first : new boolean[] {true, false}) {
            for (XmlElement translation : name.all("translations", "translation")) {
                if (isTrue(translation, "isPrimary") != first) {
                    continue;
                }
                String text = translation.value("formattedFullName");
                if (text.isEmpty()) {
                    text = String.join(" ", translation.values("nameParts", "namePart", "value"));
                }
                if (first) {
                    party.name(text, primary ? "" : alias(name), quality);
                } else {
                    party.original(text, quality);
                }
            }
        }
    }

    private static String alias(XmlElement name) {
        String type = name.value("aliasType");
        return type.isEmpty() ? "a.k.a." : type;
    }

    private static void address(XmlElement address, OfacParty party) {
        String country = address.value("country");
        boolean any = false;
        for (XmlElement translation : address.all("translations", "translation")) {
            Map<String, String> parts = new HashMap<>();
            for (XmlElement part : translation.all("addressParts", "addressPart")) {
                parts.merge(part.value("type"), part.value("value"), (a, b) -> a + ", " + b);
            }
            if (!parts.isEmpty() || !any) {
                party.address(parts, country);
            }
            any = true;
        }
        if (!any) {
            party.address(Map.of(), country);
        }
    }

    private static void feature(XmlElement feature, OfacParty party, Loading loading) {
        String type = feature.value("type");
        String value = feature.value("value");
        if (type.equals("Birthdate")) {
            for (XmlElement date : feature.all("valueDate")) {
                Published.birth(value, days(date), party.party(), loading);
            }
            if (feature.all("valueDate").isEmpty()) {
                party.born(value);
            }
        } else {
            party.feature(type, value);
        }
        Published.extra(type + ", note", feature.value("comments"), party.party());
    }

    /** From the first day that may be meant to the last. */
    private static @Nullable DateRange days(XmlElement date) {
        DateRange days = PublishedDate.between(
                PublishedDate.parse(date.value("fromDateBegin")), PublishedDate.parse(date.value("toDateEnd")));
        boolean circa = date.value("isApproximate").toLowerCase(Locale.ROOT).equals("true");
        return days == null || !circa || days.from() == null || days.to() == null
                ? days
                : new DateRange(days.from().minusYears(1), days.to().plusYears(1));
    }
}
