package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.highfence.base.Digest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The digest of a record: equal for equal records, and another one for each thing that is said otherwise. */
class ContentDigestTest {
    private static final String RECORD =
            "'source':'" + ListFile.SDN + "','entity_number':'7','type':'Vessel','programs':['SDGT'],"
                    + "'name':'Volga Star','title':'Captain','addresses':[{'address':'1 Quay','city':'Saratov','state':'S',"
                    + "'postal_code':'410000','country':'RU'}],'federal_register_notice':'88 FR 1','start_date':'2020-01-02',"
                    + "'end_date':'2029-01-02','standard_order':'Y','license_requirement':'All items subject to the EAR',"
                    + "'license_policy':'Presumption of denial','call_sign':'UBCD','vessel_type':'Tanker','gross_tonnage':'5000',"
                    + "'vessel_flag':'Russia','vessel_owner':'Volga Lines','remarks':'Seen in 2019','source_list_url':'a.example',"
                    + "'alt_names':['Ural Star'],'nationalities':['BY'],'dates_of_birth':['1970'],"
                    + "'ids':[{'type':'Passport','number':'P12','country':'RU','issue_date':'2011-01-02',"
                    + "'expiration_date':'2021-01-02'}]";

    private static ListedParty record(String text) throws Exception {
        return ListFile.loadJson(text).records().get(0);
    }

    @Test
    void everyThingThatIsSaidCounts() throws Exception {
        Map<Digest, String> seen = new HashMap<>();
        seen.put(record(RECORD).content(), "the record");
        for (String value : List.of(
                "'7'",
                "Vessel",
                "SDGT",
                "Volga Star",
                "Captain",
                "1 Quay",
                "Saratov",
                "'S'",
                "410000",
                "'country':'RU'}],'federal",
                "88 FR 1",
                "2020-01-02",
                "2029-01-02",
                "'Y'",
                "All items",
                "Presumption",
                "UBCD",
                "Tanker",
                "5000",
                "Russia",
                "Volga Lines",
                "Seen in 2019",
                "a.example",
                "Ural Star",
                "BY",
                "1970",
                "P12",
                "2011-01-02",
                "2021-01-02")) {
            String other = switch (value) {
                case "Vessel" -> "Aircraft";
                case "'Y'" -> "'N'";
                case "BY" -> "CN";
                case "'country':'RU'}],'federal" -> "'country':'CN'}],'federal";
                case "Russia" -> "China";
                default ->
                    value.matches("[0-9]{4}-.*")
                            ? "2022-03-04"
                            : value.matches("[0-9]{4}") ? "1971" : value.matches("'.'") ? "'8'" : value + " II";
            };
            String text = RECORD.replace(value, other);
            assertNotEquals(RECORD, text);
            String known = seen.put(record(text).content(), value);
            assertEquals(null, known, value);
        }
    }

    /** As {@code equals} has it: the edition apart, and a mapped record like the one from the file. */
    @Test
    void equalRecordsHaveEqualDigests() throws Exception {
        ListedParty first = record(RECORD);
        ListedParty again = ListFile.loadJson(RECORD, RECORD.replace("'7'", "'8'"))
                .records()
                .get(0);
        assertEquals(first, again);
        assertEquals(first.content(), again.content());
        assertEquals(first.content(), first.inEdition(3).content());
    }
}
