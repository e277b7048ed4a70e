package io.highfence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.cli.CommandLineTest.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code decide} answers on whole orders, against small lists of public names: embargoes, lists, headquarters, roles. */
class DecisionContractTest {
    @TempDir
    Path folder;

    private String list;
    private String settings;

    @BeforeEach
    void writeListsAndSettings() throws IOException {
        list = "csl-json:" + file("csl.json", """
                {"results":[
                {"id":"1","source":"Specially Designated Nationals (SDN) - Treasury Department","entity_number":"1","type":"Entity",
                 "programs":["RUSSIA-EO14024"],"name":"MIKRON JOINT STOCK COMPANY","addresses":[{"country":"RU"}]},
                {"id":"2","source":"Denied Persons List (DPL) - Bureau of Industry and Security","name":"MAHAN AIRWAYS",
                 "addresses":[{"country":"AE"}],"start_date":"2008-03-21","end_date":"2026-09-01","standard_order":"Y"},
                {"id":"3","source":"Denied Persons List (DPL) - Bureau of Industry and Security","name":"AZUR AIR",
                 "addresses":[{"country":"AE"}],"start_date":"2022-04-07","end_date":"2026-08-31","standard_order":"Y"},
                {"id":"4","source":"Denied Persons List (DPL) - Bureau of Industry and Security","name":"UTAIR AVIATION JSC",
                 "addresses":[{"country":"AE"}],"start_date":"2022-04-07","end_date":"2027-04-01","standard_order":"N"},
                {"id":"5","source":"Entity List (EL) - Bureau of Industry and Security","name":"Huawei Technologies Co., Ltd.",
                 "addresses":[{"country":"CN"}],"license_requirement":"For all items subject to the EAR. (See \\u00a7744.11 of the EAR)",
                 "license_policy":"Presumption of denial"},
                {"id":"6","source":"Military End User (MEU) List - Bureau of Industry and Security",
                 "name":"Shanghai Aircraft Design and Research Institute","addresses":[{"country":"CN"}],"start_date":"2020-12-23"},
                {"id":"7","source":"Unverified List (UVL) - Bureau of Industry and Security","name":"Beijing SWT Science",
                 "addresses":[{"country":"CN"}],"start_date":"2022-02-08"},
                {"id":"8","source":"Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department",
                 "entity_number":"8","type":"Entity","programs":["CMIC-EO13959"],"name":"PANDA ELECTRONICS GROUP CO., LTD.",
                 "addresses":[{"country":"CN"}]}
                ],"total":8,"search_performed_at":"2026-08-30T00:00:00+00:00"}
                """);
        settings = file(
                "settings.json",
                "{\"requiredLists\":[],\"acceptedThrough\":{\"date\":\"2026-09-01\",\"by\":\"a test\"}}");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String party(String role, String name, String country, String hq, String parent) {
        return "{\"role\":\"" + role + "\",\"name\":\"" + name + "\"" + field("country", country)
                + field("hqCountry", hq) + field("ultimateParentCountry", parent) + "}";
    }

    private static String field(String name, String value) {
        return value == null || value.isEmpty() ? "" : ",\"" + name + "\":\"" + value + "\"";
    }

    /** An order from the United States to three equal parties at the destination, more parties behind them. */
    private static String order(String kind, String to, String item, String hq, String parent, String more) {
        StringBuilder parties = new StringBuilder();
        String own = kind.equals("cloudAccess") ? "tenant,owner" : "purchaser,ultimateConsignee,endUser";
        for (String role : own.split(",", -1)) {
            parties.append(parties.isEmpty() ? "" : ",")
                    .append(party(role, "Wholly Unrelated Zyxwvut", to, hq, parent));
        }
        return "{\"id\":\"1\",\"kind\":\"" + kind + "\",\"exporter\":{\"country\":\"US\",\"hqCountry\":\"US\","
                + "\"ultimateParentCountry\":\"US\"},\"shipFrom\":\"US\",\"destination\":{\"country\":\"" + to
                + "\"},\"plannedExportDate\":\"2026-09-01\",\"endUse\":\"civil\",\"parties\":[" + parties + more
                + "],\"items\":[{\"line\":\"1\"," + item + "}]}\n";
    }

    private Json.Value decide(String order) throws IOException {
        return decide(order, settings);
    }

    private Json.Value decide(String order, String with) throws IOException {
        Run run =
                CommandLineTest.run("decide", "--order", file("order.json", order), "--list", list, "--settings", with);
        assertEquals("", run.err());
        Json.Value answer = run.json(0);
        int code = List.of("CLEAR", "HOLD", "BLOCK", "NEEDS_DATA").indexOf(answer.text("verdict"));
        assertEquals(code, run.code(), "the exit code is that of the verdict");
        return answer;
    }

    private static void check(String expected, Json.Value answer) {
        String kind = answer.text("holdKind");
        assertEquals(
                expected,
                answer.text("verdict") + (kind.equals("null") ? "" : "/" + kind),
                () -> answer.value("reasons").toString());
        for (Json.Value reason : answer.list("reasons")) {
            assertTrue(
                    reason.text("verdict").equals("CLEAR")
                            || !reason.text("change").equals("null"),
                    () -> "nothing would change it: " + reason);
        }
    }

    private static Json.Value reason(Json.Value answer, String rule) {
        return answer.list("reasons").stream()
                .filter(reason -> reason.text("rule").equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " is not among " + answer.value("reasons")));
    }

    private static final String EAR99 = "\"eccn\":\"EAR99\"";
    private static final String H100 = "\"chip\":\"NVIDIA H100 SXM\"";

    /** Section 5: an EAR99 graphics card, and a consumer card under 4,800, to each embargoed country; an RTX 5090 to Russia. */
    @ParameterizedTest
    @CsvSource({
        "CU, EAR99, BLOCK",
        "KP, EAR99, BLOCK",
        "IR, EAR99, BLOCK",
        "RU, EAR99, NEEDS_DATA",
        "BY, EAR99, NEEDS_DATA",
        "SY, EAR99, CLEAR",
        "CU, NVIDIA RTX 4080, BLOCK",
        "KP, NVIDIA RTX 4080, BLOCK",
        "IR, NVIDIA RTX 4080, BLOCK",
        "RU, NVIDIA RTX 4080, BLOCK",
        "BY, NVIDIA RTX 4080, BLOCK",
        "SY, NVIDIA RTX 4080, HOLD/LICENSE",
        "RU, NVIDIA RTX 5090, BLOCK"
    })
    void embargoesComeBeforeEveryTable(String to, String item, String expected) throws IOException {
        String facts = item.equals("EAR99") ? EAR99 : "\"chip\":\"" + item + "\"";
        Json.Value answer = decide(order("export", to, facts, to, to, ""));
        check(expected, answer);
        for (Json.Value reason : answer.list("reasons")) {
            assertFalse(reason.text("change").contains("Exception NAC"), "never offered there: " + reason);
            assertFalse(reason.text("change").contains("Exception ACA"), "never offered there: " + reason);
        }
    }

    /** Section 2: only the announced policy frees an H100 to Germany; a named person may rely on it. */
    @Test
    void relianceOnNonEnforcementHoldsUntilANamedPersonAcceptsIt() throws IOException {
        String order = order("export", "DE", H100, "DE", "DE", "");
        Json.Value held = decide(order);
        check("HOLD/REVIEW", held);
        assertTrue(reason(held, "NON_ENFORCEMENT_RELIANCE").text("citation").contains("742.6(a)(6)(iii)(A)"));
        String relying = file(
                "relying.json",
                "{\"requiredLists\":[],\"acceptedThrough\":{\"date\":\"2026-09-01\",\"by\":\"a test\"},"
                        + "\"relyOnNonEnforcement\":{\"approvedBy\":\"Some Person\",\"date\":\"2026-06-01\",\"scope\":\"all\"}}");
        Json.Value accepted = decide(order, relying);
        check("CLEAR", accepted);
        String text = reason(accepted, "NON_ENFORCEMENT_ACCEPTED").text("text");
        assertTrue(text.contains("Some Person") && text.contains("2025-05-13") && text.contains("742.6"), text);
    }

    /** Section 7, with D5M parties behind friendly destinations. */
    @ParameterizedTest
    @CsvSource({
        "MY, 3A090.a, MY, CN, HOLD/LICENSE",
        "MY, 3A090.a, '', '', HOLD/REVIEW",
        "SG, 3A090.b, SG, SG, CLEAR",
        "SG, 3A090.b, SG, HK, HOLD/LICENSE",
        "SG, 3A090.b, SG, MO, HOLD/LICENSE",
        "SG, 3A090.b, '', '', NEEDS_DATA",
        "SG, EAR99, '', '', CLEAR",
        "IL, 3A090.b, IL, IL, CLEAR",
        "IL, 3A090.b, CN, CN, HOLD/LICENSE"
    })
    void headquartersDecideWhereTheItemIsOfTheTables(String to, String eccn, String hq, String parent, String expected)
            throws IOException {
        check(expected, decide(order("export", to, "\"eccn\":\"" + eccn + "\"", hq, parent, "")));
    }

    @Test
    void unknownHeadquartersNameTheFactAndBothOutcomes() throws IOException {
        Json.Value answer = decide(order("export", "SG", "\"eccn\":\"3A090.b\"", "", "", ""));
        String text = reason(answer, "LICENSE_FACTS").text("text");
        assertTrue(answer.list("missing").get(0).scalar().contains("hqCountry"), text);
        assertTrue(text.contains("a license is required. Elsewhere: none is."), text);
    }

    @Test
    void aGamingCardToChinaIsHeldForALicenseAndNotSentOffWithANotice() throws IOException {
        Json.Value answer = decide(order("export", "CN", "\"chip\":\"NVIDIA RTX 4090\"", "CN", "CN", ""));
        check("HOLD/LICENSE", answer);
        assertTrue(reason(answer, "LICENSE_REQUIRED").text("change").startsWith("A license (case-by-case)"));
    }

    /** {@code --ownership}: FAQ 401, example 1, as CSV and as statements; a file that cannot be read ends with its place. */
    @Test
    void whoOwnsWhomComesFromAFile() throws IOException {
        String order = file("order.jsonl", order("export", "DE", EAR99, "DE", "DE", ""));
        String csv = file(
                "stakes.csv",
                "owner,owner_country,owned,percent\nMikron Joint Stock Company,RU,Holding,50\n"
                        + "Holding,,Wholly Unrelated Zyxwvut,50\n");
        String bods = file("stakes.jsonl", """
                {"recordId":"m","recordType":"entity","recordDetails":{"name":"Mikron Joint Stock Company","jurisdiction":{"code":"RU"}}}
                {"recordId":"z","recordType":"entity","recordDetails":{"name":"Wholly Unrelated Zyxwvut"}}
                {"recordId":"r","recordType":"relationship","recordDetails":{"subject":"z","interestedParty":"m",
                 "interests":[{"type":"shareholding","share":{"minimum":50,"maximum":75}}]}}
                """);
        for (String stakes : List.of(csv, bods)) {
            Run run = CommandLineTest.run(
                    "decide", "--order", order, "--list", list, "--settings", settings, "--ownership", stakes);
            assertEquals(2, run.code(), run.err());
            assertEquals("BLOCK", run.json(0).text("verdict"));
            assertTrue(run.out().contains("\"rule\":\"OFAC_50_PERCENT\""), run.out());
        }
        Run without = CommandLineTest.run("decide", "--order", order, "--list", list, "--settings", settings);
        assertEquals("CLEAR", without.json(0).text("verdict"));
        String bad = file("bad.csv", "owner,owned,percent\nA,B,half\n");
        Run refused = CommandLineTest.run("decide", "--order", order, "--list", list, "--ownership", bad);
        assertEquals(65, refused.code());
        assertTrue(refused.err().contains("bad.csv:2:3"), refused.err());
        assertEquals(
                66,
                CommandLineTest.run("decide", "--order", order, "--list", list, "--ownership", "no-such-file")
                        .code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"intermediateConsignee", "freightForwarder", "billTo", "owner"})
    void otherRolesFromD5AreReviewedForItemsOfTheTablesAndNotForEar99(String role) throws IOException {
        String other = "," + party(role, "Somebody Entirely Different", "DE", "CN", "CN");
        check("HOLD/REVIEW", decide(order("export", "DE", "\"eccn\":\"3A090.b\"", "DE", "DE", other)));
        check("CLEAR", decide(order("export", "DE", EAR99, "DE", "DE", other)));
    }

    /** Section 6, one row a case: who, where, in which role, of what, and what follows. */
    @ParameterizedTest
    @CsvSource({
        "Mikron Joint Stock Company, RU, bank, EAR99, BLOCK, BLOCKED_PERSON",
        "Mikron Joint Stock Company, '', bank, EAR99, HOLD/REVIEW, POSSIBLE_BLOCKED_PERSON",
        "Mikron Joint Stock Company, PT, bank, EAR99, HOLD/REVIEW, POSSIBLE_BLOCKED_PERSON",
        "Mahan Airways, AE, freightForwarder, EAR99, BLOCK, DENIED_PERSON",
        "Mahan Airways, '', freightForwarder, EAR99, HOLD/REVIEW, POSSIBLE_DENIED_PERSON",
        "Azur Air, AE, carrier, EAR99, HOLD/REVIEW, DENIED_PERSON_ORDER",
        "Utair Aviation JSC, AE, carrier, EAR99, HOLD/REVIEW, DENIED_PERSON_ORDER",
        "Huawei Technologies, CN, endUser, EAR99, HOLD/LICENSE, ENTITY_LIST",
        "Huawei Technologies, CN, intermediateConsignee, EAR99, HOLD/LICENSE, ENTITY_LIST",
        "Huawei Technologies, CN, bank, EAR99, HOLD/RED_FLAG, ENTITY_LIST",
        "Huawei Technologies, '', endUser, EAR99, HOLD/REVIEW, POSSIBLE_ENTITY_LIST",
        "Shanghai Aircraft Design and Research Institute, CN, endUser, 3A991.p, HOLD/LICENSE, MEU_LIST",
        "Shanghai Aircraft Design and Research Institute, CN, endUser, EAR99, HOLD/RED_FLAG, MEU_LIST_OTHER_ITEM",
        "Beijing SWT Science, CN, endUser, EAR99, HOLD/STATEMENT, UNVERIFIED_LIST",
        "Panda Electronics Group, CN, endUser, EAR99, CLEAR, CHINESE_MILITARY_COMPANY"
    })
    void eachListHasItsOwnEffect(String name, String country, String role, String eccn, String expected, String rule)
            throws IOException {
        String listed = "," + party(role, name, country, country, country);
        // A bank or carrier in Russia would ask for more than the list does; section 5 has its own test.
        String to = country.equals("CN") ? "CN" : "DE";
        Json.Value answer = decide(order("export", to, "\"eccn\":\"" + eccn + "\"", to, to, listed));
        check(expected, answer);
        reason(answer, rule);
    }

    @Test
    void aBlockedPersonWithoutANexusIsHeldAndNotBlocked() throws IOException {
        String bank = "," + party("bank", "Mikron Joint Stock Company", "RU", "RU", "RU");
        String tie = "\"usPerson\":false,\"usOrigin\":false,\"usdPayment\":false,\"usServer\":false";
        String foreign = order("exportFromAbroad", "DE", EAR99 + ",\"countryOfOrigin\":\"TW\"", "DE", "DE", bank)
                .replace(
                        "\"exporter\":{\"country\":\"US\",\"hqCountry\":\"US\",\"ultimateParentCountry\":\"US\"},\"shipFrom\":\"US\"",
                        "\"exporter\":{\"country\":\"TW\",\"hqCountry\":\"TW\",\"ultimateParentCountry\":\"TW\"},\"shipFrom\":\"TW\","
                                + "\"usNexus\":{" + tie + "}");
        assertEquals("HOLD", decide(foreign).text("verdict"));
        assertEquals(
                "BLOCK",
                decide(foreign.replace("\"usServer\":false", "\"usServer\":true"))
                        .text("verdict"));
        assertEquals(
                "BLOCK",
                decide(foreign.replace(",\"usServer\":false", "")).text("verdict"),
                "a tie that is not known counts as one");
        assertEquals(
                "BLOCK",
                decide(foreign.replace("\"shipFrom\":\"TW\"", "\"shipFrom\":\"US\""))
                        .text("verdict"),
                "who ships from the United States has a tie, whatever the order says");
    }

    @Test
    void anEqualIdentifierOnAListOfTheCallersOwnIsAHitUnderAnyName() throws IOException {
        list = "custom-csv:"
                + file("own.csv", "id,name,identifiers\n1,Made-up Photonics,lei:5299000J2N45DDNE4Y28\n")
                + "@2026-08-30";
        String bank = ",{\"role\":\"bank\",\"name\":\"Somebody Else\",\"identifiers\":\"LEI:5299000j2n45ddne4y28\"}";
        Json.Value answer = decide(order("export", "DE", EAR99, "DE", "DE", bank));
        check("HOLD/REVIEW", answer);
        assertTrue(reason(answer, "CUSTOM_LIST").text("text").contains("identifier agrees"));
        check("CLEAR", decide(order("export", "DE", EAR99, "DE", "DE", bank.replace("4y28", "4y29"))));
    }

    @Test
    void rolesAreNamedOrSaidToBeNone() throws IOException {
        String full = order("export", "DE", EAR99, "DE", "DE", "");
        String without = full.replace("\"role\":\"endUser\"", "\"role\":\"other\"");
        Json.Value answer = decide(without);
        check("NEEDS_DATA", answer);
        assertEquals("parties: endUser", answer.list("missing").get(0).scalar());
        check(
                "CLEAR",
                decide(without.replace("]," + "\"items\"", ",{\"role\":\"endUser\",\"name\":\"none\"}],\"items\"")));
        check("NEEDS_DATA", decide(full.replace("\"role\":\"endUser\"", "\"role\":\"villain\"")));
    }

    @ParameterizedTest
    @CsvSource({
        "teleport, DE, EAR99, NEEDS_DATA",
        "domestic, US, 3A090.a, CLEAR",
        "domestic, CN, 3A090.a, NEEDS_DATA",
        "cloudAccess, CA, 3A090.a, CLEAR",
        "cloudAccess, IR, 3A090.a, BLOCK"
    })
    void theKindDecidesWhichRulesApply(String kind, String to, String eccn, String expected) throws IOException {
        check(expected, decide(order(kind, to, "\"eccn\":\"" + eccn + "\"", to, to, "")));
    }

    @Test
    void cloudAccessIsBarredToADeniedPerson() throws IOException {
        String denied = "," + party("remoteUser", "Mahan Airways", "AE", "AE", "AE");
        check("BLOCK", decide(order("cloudAccess", "CA", H100, "CA", "CA", denied)));
    }

    @Test
    void anEar99SaleDoesNotRestOnSection7426AndAnAdvancedOneDoes() throws IOException {
        String unaccepted = file("bare.json", "{\"requiredLists\":[]}");
        check("CLEAR", decide(order("export", "DE", EAR99, "DE", "DE", ""), unaccepted));
        Json.Value advanced = decide(order("export", "DE", "\"eccn\":\"3A090.b\"", "DE", "DE", ""), unaccepted);
        check("HOLD/STALE", advanced);
        assertTrue(reason(advanced, "RELIES_ON_UNREVIEWED_AMENDMENT")
                .text("citation")
                .contains("91 FR 46260"));
    }

    @Test
    void aCleanLineShipsBesideOneThatIsHeld() throws IOException {
        String order =
                order("export", "CN", EAR99, "CN", "CN", "").replace("}]}\n", "},{\"line\":\"2\"," + H100 + "}]}\n");
        Json.Value answer = decide(order);
        check("HOLD/LICENSE", answer);
        assertEquals("CLEAR", answer.list("lines").get(0).text("verdict"));
        assertEquals("HOLD", answer.list("lines").get(1).text("verdict"));
    }

    @Test
    void theTextOfACleanDecisionNamesWhatItRestsOn() throws IOException {
        Run run = CommandLineTest.run(
                "decide",
                "--explain",
                "text",
                "--order",
                file("order.json", order("export", "DE", EAR99, "DE", "DE", "")),
                "--list",
                list,
                "--settings",
                settings);
        assertTrue(run.out().startsWith("1: CLEAR\n  No restriction found under rules "), run.out());
        for (String part : List.of("lists ", "as of 2026-09-01", "0.7800", "not covered", "what would change it")) {
            assertTrue(run.out().contains(part), part);
        }
        assertFalse(run.out().toLowerCase(java.util.Locale.ROOT).contains("cleared"), run.out());
    }
}
