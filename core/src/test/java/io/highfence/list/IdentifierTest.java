package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.highfence.base.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
    @ParameterizedTest
    @CsvSource({
        "SWIFT/BIC,BIC",
        "Legal Entity Number,LEI",
        "Vessel Registration Identification,IMO",
        "Passport,PASSPORT",
        "Diplomatic Passport,PASSPORT",
        "British National Overseas Passport,PASSPORT",
        "Travel Document Number,PASSPORT",
        "Tax ID No.,TAX",
        "V.A.T. Number,TAX",
        "NIT #,TAX",
        "R.F.C.,TAX",
        "RUC #,TAX",
        "C.U.I.T.,TAX",
        "US FEIN,TAX",
        "Italian Fiscal Code,TAX",
        "Paraguayan tax identification number,TAX",
        "Registration ID,REGISTRATION",
        "Registration Number,REGISTRATION",
        "Public Registration Number,REGISTRATION",
        "Business Registration Number,REGISTRATION",
        "Business Registration Document #,REGISTRATION",
        "Company Number,REGISTRATION",
        "UK Company Number,REGISTRATION",
        "C.R. No.,REGISTRATION",
        "Certificate of Incorporation Number,REGISTRATION",
        "Unified Social Credit Code (USCC),REGISTRATION",
        "National ID No.,NATIONAL_ID",
        "National Foreign ID Number,NATIONAL_ID",
        "Cedula No.,NATIONAL_ID",
        "C.U.R.P.,NATIONAL_ID",
        "D.N.I.,NATIONAL_ID",
        "SSN,NATIONAL_ID",
        "Identification Number,NATIONAL_ID",
        "Kenyan ID No.,NATIONAL_ID",
        "Moroccan Personal ID No.,NATIONAL_ID",
        "Personal ID Card,NATIONAL_ID"
    })
    void aPublishedTypeThatNamesOnePartyIsAnIdentifier(String type, ListedParty.Identifier.Kind kind) {
        assertEquals(kind, CslRecord.kind(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Gender",
                "Website",
                "Email Address",
                "Target Type",
                "Issuer Name",
                "Equity Ticker",
                "Listing Date (CMIC)",
                "Effective Date (CMIC)",
                "Effective Date (EO 14024 Directive 3):",
                "Purchase/Sales For Divestment Date (CMIC)",
                "Executive Order 13662 Directive Determination -",
                "Executive Order 14024 Directive Information",
                "Secondary sanctions risk:",
                "Additional Sanctions Information -",
                "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions:",
                "Organization Established Date",
                "Organization Type:",
                "Nationality of Registration",
                "Nationality Country",
                "CAATSA Section 235 Information:",
                "IFCA Determination -"
            })
    void whatIsNoIdIsNoIdentifier(String type) {
        assertNull(CslRecord.kind(type));
    }

    @ParameterizedTest
    @CsvSource({
        "bic:KRRIRU22,BIC,KRRIRU22,KRRIRU22",
        "BIC: krriru22xxx ,BIC,krriru22xxx,KRRIRU22",
        "bic:KRRIRU22ABC,BIC,KRRIRU22ABC,KRRIRU22ABC",
        "lei:2534 00-X,LEI,2534 00-X,253400X",
        "imo:IMO 9116412,IMO,IMO 9116412,9116412",
        "imo:9116412,IMO,9116412,9116412",
        "tax:CHE-267.936.404,TAX,CHE-267.936.404,CHE267936404",
        "registration:CH-660.0.559.011-2,REGISTRATION,CH-660.0.559.011-2,CH66005590112",
        "passport:u1:2,PASSPORT,u1:2,U12",
        "National-ID:7,NATIONAL_ID,7,7",
        "other:x,OTHER,x,X"
    })
    void aKindAndAValueAreAnIdentifier(String text, ListedParty.Identifier.Kind kind, String value, String normal) {
        ListedParty.Identifier identifier = ListedParty.Identifier.parse(text);
        assertEquals(new ListedParty.Identifier(kind, value, "", null, DateRange.ALWAYS), identifier);
        assertEquals(normal, identifier.normal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KRRIRU22", ":7", "swift:KRRIRU22", "bic:", "bic: ", "bic:--", "imo:IMO", "bic;X"})
    void anythingElseIsNone(String text) {
        assertNull(ListedParty.Identifier.parse(text));
    }

    @Test
    void everyKindHasTheWordOfTheContract() {
        String[] words = "bic lei imo tax registration passport national-id other".split(" ");
        assertEquals(words.length, ListedParty.Identifier.Kind.values().length);
        for (int i = 0; i < words.length; i++) {
            assertEquals(words[i], ListedParty.Identifier.Kind.values()[i].word());
        }
    }

    @Test
    void anIdentifierWithoutANumberIsNone() throws Exception {
        ListedParty party = ListFile.loadJson("'source':'" + ListFile.SDN
                        + "','name':'RIM','ids':[{'type':'Passport'},{'type':'Passport','number':' '},"
                        + "{'type':'Passport','number':12}]")
                .records()
                .get(0);
        assertEquals(java.util.List.of("passport:12"), ListFile.identifiers(party));
    }
}
