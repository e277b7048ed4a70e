package io.highfence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of license, rules and rules diff: keys, exit codes, defaults and what is refused. */
class LicenseCommandTest {
    private static final String LETTERS = Path.of(
                    System.getProperty("highfence.root"), "examples", "cli", "letters.json")
            .toString();

    @TempDir
    Path folder;

    private static CommandLineTest.Run run(String command, String... more) {
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.addAll(List.of(more));
        CommandLineTest.Run run = CommandLineTest.run(args.toArray(new String[0]));
        assertFalse(run.err().contains("\tat "), run.err());
        return run;
    }

    private static Json.Value license(int code, String options, String... more) {
        CommandLineTest.Run run = run("license " + options, more);
        assertEquals(code, run.code(), run.out() + run.err());
        assertEquals("", run.err());
        assertEquals(1, run.lines().size(), "one object on one line");
        return run.json(0);
    }

    private static Json.Value exception(Json.Value answer, String code) {
        return answer.list("exceptions").stream()
                .filter(exception -> exception.text("code").equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String all(Json.Value answer, String key) {
        StringBuilder text = new StringBuilder();
        answer.list(key).forEach(value -> text.append(value.scalar()).append('\n'));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"banana", "3A09", "9Z999"})
    void anEccnThatIsNoneIsNeverFreeOfALicense(String nonsense) {
        for (String to : List.of("DE", "CN", "US")) {
            Json.Value answer = license(3, "--date 2026-09-01 --to " + to + " --eccn", nonsense);
            assertEquals("null", answer.text("required"));
            assertEquals("eccn", answer.list("missing").get(0).scalar());
            assertTrue(all(answer, "status").contains("VALUE_NOT_UNDERSTOOD"));
        }
        license(1, "--date 2026-09-01 --to CU --eccn", nonsense);
    }

    /** Facts F5.4 and F5.5: the H200 class to China. */
    @Test
    void theKeysOfTheContractAreThere() {
        Json.Value answer = license(
                1, "--eccn 3A090.a --to CN --tpp 15832 --datacenter yes --dram-bandwidth-gbps 4800 --date 2026-09-01");
        assertTrue(answer.keys()
                .containsAll(Set.of(
                        "required",
                        "codified",
                        "enforced",
                        "exceptions",
                        "reviewPolicy",
                        "checklist",
                        "reasons",
                        "citations",
                        "status",
                        "missing",
                        "date")));
        assertEquals("true", answer.text("required"));
        assertEquals("true", answer.value("codified").text("required"));
        assertEquals("15 CFR 742.6(a)(6)(iii)(A)", answer.value("codified").text("citation"));
        assertEquals("true", answer.value("enforced").text("required"));
        assertEquals("case-by-case", answer.text("reviewPolicy"));
        assertEquals("2026-09-01", answer.text("date"));
        assertEquals(11, answer.list("checklist").size(), "nine points of the certificate and two papers");
        assertTrue(
                answer.list("checklist").get(10).scalar().contains("(dd)(1)(ix)"), "in the order of the certificate");
        Json.Value nac = exception(answer, "NAC");
        assertTrue(nac.keys().containsAll(Set.of("code", "eligible", "conditions", "missing")));
        assertEquals("no", nac.text("eligible"));
        assertTrue(all(answer, "status").contains("Answered for parties headquartered at the destination"));
        assertTrue(all(answer, "status").contains("no overlay of private letters is loaded"));
        assertTrue(all(answer, "status").contains("91 FR 46260"));
    }

    @ParameterizedTest
    @CsvSource({
        "20999.999999, 6499.999999, case-by-case",
        "21000, 6499.999999, presumption of denial",
        "20999.999999, 6500, presumption of denial"
    })
    void theLimitsOfCaseByCaseReviewAreStrict(String tpp, String dram, String policy) {
        String options = "--eccn 3A090.a --to CN --date 2026-09-01 --tpp " + tpp + " --dram-bandwidth-gbps " + dram;
        assertEquals(policy, license(1, options).text("reviewPolicy"));
    }

    /** Facts F3.12 to F3.15. */
    @Test
    void codifiedAndEnforcedStandSideBySide() {
        Json.Value answer = license(0, "--eccn 3A090.a --to DE --date 2026-09-01");
        assertEquals("false", answer.text("required"));
        assertEquals("true", answer.value("codified").text("required"));
        assertEquals("false", answer.value("enforced").text("required"));
        assertEquals("none", answer.text("reviewPolicy"));
        assertTrue(all(answer, "reasons").contains("announced policy"));
        assertTrue(all(answer, "status").contains("No license under the policy that BIS has announced"));
        assertEquals("NON_ENFORCEMENT_RELIANCE", answer.list("findings").get(0).text("rule"));
    }

    /** FLAG-36 and decisions, section 7. */
    @Test
    void headquartersMayBeGivenLeftAsideOrUnknown() {
        String question = "--eccn 3A090.b --to MY --date 2026-09-01";
        assertEquals("false", license(0, question).text("required"));
        assertEquals("true", license(1, question + " --hq CN").text("required"));
        assertEquals("true", license(1, question + " --parent-hq HK").text("required"));
        assertEquals("true", license(1, question + " --hq MY --parent-hq China").text("required"));
        assertEquals("false", license(0, question + " --hq MY --parent-hq US").text("required"));
        Json.Value open = license(3, question + " --hq unknown");
        assertEquals("null", open.text("required"));
        assertEquals("null", open.value("enforced").text("required"));
        assertEquals("hqCountry and ultimateParentCountry", all(open, "missing").strip());
        assertTrue(all(open, "reasons").contains("in Macau or D:5: a license is required. Elsewhere: none is."));
        assertEquals(
                "null", license(3, question + " --hq MY --parent-hq unknown").text("required"));
        assertEquals(
                "true", license(1, question + " --hq unknown --parent-hq CN").text("required"));
    }

    @Test
    void exceptionsPolicyKindAndEntityAreAsked() {
        Json.Value consumer = license(1, "--eccn 3A090.a --to CN --datacenter no --tpp 6704 --date 2026-09-01");
        assertEquals("yes", exception(consumer, "NAC").text("eligible"));
        assertTrue(exception(consumer, "NAC").list("conditions").toString().contains("25 calendar days"));
        Json.Value open = license(1, "--eccn 3A090.a --to CN --date 2026-09-01");
        assertEquals("unknown", exception(open, "NAC").text("eligible"));
        assertEquals("datacenter", all(exception(open, "NAC"), "missing").strip());

        Json.Value saudi = license(1, "--eccn 3A090.a --to SA --date 2026-09-01");
        assertEquals("null", saudi.text("reviewPolicy"));
        assertTrue(all(saudi, "status").contains("POLICY_NOT_LOADED"));

        Json.Value reexport = license(
                1,
                "--eccn 3A090.a --to CN --kind REEXPORT --from SG --tpp 15832 --dram-bandwidth-gbps 4800 --date 2026-09-01");
        assertEquals("reexport", reexport.text("kind"));
        assertEquals("presumption of denial", reexport.text("reviewPolicy"));

        assertEquals(
                "null", license(3, "--eccn 3A090.b --to AE --date 2026-09-01").text("required"));
        assertEquals(
                "true",
                license(1, "--eccn 3A090.b --to AE --approved-entity no --date 2026-09-01")
                        .text("required"));
        Json.Value approved = license(0, "--eccn 3A090.b --to AE --approved-entity YES --date 2026-09-01");
        assertTrue(all(approved, "status").contains("RULE_UNVERIFIED"));

        assertEquals(
                "true",
                license(1, "--eccn 3A991.p --to CN --end-use supercomputer --date 2026-09-01")
                        .text("required"));
        assertEquals(
                "null",
                license(3, "--eccn 3A991.p --to CN --end-use unknown --date 2026-09-01")
                        .text("required"));
        assertEquals(
                "true",
                license(1, "--eccn EAR99 --to UA --date 2026-09-01 --to-region", "Yalta, Krimea")
                        .text("required"));
        assertEquals(
                "null", license(3, "--eccn EAR99 --to UA --date 2026-09-01").text("required"));
        assertEquals(
                "null",
                license(3, "--eccn EAR99-or-other --to DE --date 2026-09-01").text("required"));
        Json.Value memory =
                license(1, "--eccn 3A090.c --to CN --memory-density 3.299999 --exporter-hq US --date 2026-09-01");
        assertEquals("yes", exception(memory, "HBM").text("eligible"));
        assertEquals(
                "true",
                license(1, "--eccn 3E001 --related-to 3A090.a --to VN --date 2026-09-01")
                        .text("required"));
        assertEquals(
                "true", license(1, "--eccn EAR99 --to CU --date 2026-09-01").text("required"));
    }

    /** Features A5 and A6. */
    @Test
    void aLetterOfTheCallersOwnIsLoadedFromARuleFile() {
        String h20 = "--eccn 3A991.p --to CN --date 2026-09-01 --product";
        assertEquals("false", license(0, h20, "NVIDIA H20").text("required"));
        Json.Value held = license(1, "--rules " + LETTERS + " " + h20, "NVIDIA H20");
        assertEquals("true", held.text("required"));
        assertEquals("LETTER_REQUIREMENT", held.list("findings").get(0).text("rule"));
        assertEquals("LICENSE", held.list("findings").get(0).text("holdKind"));
        assertTrue(all(held, "reasons").contains("H20-2025-04"));
        assertFalse(all(held, "status").contains("no overlay"));
        assertEquals(
                "false",
                license(0, "--rules " + LETTERS + " " + h20, "NVIDIA L4").text("required"));
        String before = "--eccn 3A991.p --to CN --date 2025-04-08 --rules " + LETTERS + " --product";
        assertEquals("false", license(0, before, "NVIDIA H20").text("required"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "license",
                "license --eccn 3A090.a",
                "license --to CN",
                "license --eccn 3A090.a --to Narnia",
                "license --eccn 3A090.a --to CN --from Narnia",
                "license --eccn 3A090.a --to CN --hq Narnia",
                "license --eccn 3A090.a --to CN --parent-hq Narnia",
                "license --eccn 3A090.a --to CN --tpp many",
                "license --eccn 3A090.a --to CN --tpp -1",
                "license --eccn 3A090.a --to CN --tpp 0.0000001",
                "license --eccn 3A090.a --to CN --datacenter perhaps",
                "license --eccn 3A090.a --to CN --approved-entity perhaps",
                "license --eccn 3A090.a --to CN --kind re-export",
                "license --eccn 3A090.a --to CN --end-use mining",
                "license --eccn 3A090.a --to CN --date 2026-02-30",
                "rules --date yesterday",
                "rules diff",
                "rules diff 2026-01-01",
                "rules diff 2026-01-01 tomorrow",
                "rules nonsense"
            })
    void wrongUseIs64(String args) {
        CommandLineTest.Run run = run(args);
        assertEquals(64, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains("--help"), run.err());
    }

    @Test
    void ruleFilesThatAreMissingOrBrokenAreTold() throws IOException {
        String question = "license --eccn EAR99 --to DE --rules ";
        assertEquals(66, run(question + "nowhere.json").code());
        assertEquals(66, run("rules --rules nowhere.json").code());
        Path broken =
                Files.writeString(folder.resolve("broken.json"), "{\"family-group\": \"letters\",\n\"rules\": 7}");
        CommandLineTest.Run run = run(question + broken);
        assertEquals(65, run.code());
        assertTrue(run.err().contains("broken.json:2:"), run.err());
    }

    @Test
    void rulesAreListedAsOfADate() {
        CommandLineTest.Run run = run("rules --date 2026-09-01");
        assertEquals(0, run.code(), run.err());
        TreeSet<String> statuses = new TreeSet<>();
        for (int i = 0; i < run.lines().size(); i++) {
            Json.Value rule = run.json(i);
            assertTrue(rule.keys()
                    .containsAll(Set.of("id", "family", "citation", "status", "trust", "interval", "note", "date")));
            String from = rule.value("interval").text("from");
            String to = rule.value("interval").text("to");
            assertTrue(from.equals("null") || from.compareTo("2026-09-01") <= 0, from);
            assertTrue(to.equals("null") || to.compareTo("2026-09-01") >= 0, to);
            statuses.add(rule.text("status"));
        }
        // Canada's proposal of 2026-04-25 is listed as what it is.
        assertEquals(Set.of("IN_FORCE", "STAYED", "ON_THE_BOOKS_NOT_ENFORCED", "PROPOSED"), statuses);
        assertTrue(run.out().contains("\"id\":\"F5.4\""));
        assertFalse(run("rules --date 2026-01-14").out().contains("\"id\":\"F5.4\""));
        CommandLineTest.Run own = run("rules --date 2026-09-01 --rules " + LETTERS);
        assertEquals(run.lines().size() + 1, own.lines().size());
        assertTrue(own.out().contains("\"id\":\"H20-2025-04\""));
    }

    /** Facts T22, T25 and T15. */
    @Test
    void rulesDiffSaysWhatBeginsEndsOrChanges() {
        CommandLineTest.Run stay = run("rules diff 2026-11-09 2026-11-10");
        assertEquals(0, stay.code(), stay.err());
        Json.Value change = IntStream.range(0, stay.lines().size())
                .mapToObj(stay::json)
                .filter(line -> line.text("family").equals("ownership-rule"))
                .findFirst()
                .orElseThrow();
        assertEquals("changes", change.text("change"));
        assertEquals("STAYED", change.value("before").text("status"));
        assertEquals("IN_FORCE", change.value("after").text("status"));
        assertTrue(all(change, "fields").contains("status"));
        CommandLineTest.Run over = run("rules diff 2027-04-06 2027-04-07");
        assertEquals(2, over.lines().size());
        assertEquals("ends", over.json(0).text("change"));
        assertEquals("Core42", over.json(0).text("key"));
        assertEquals("null", over.json(0).text("after"));
        CommandLineTest.Run begins = run("rules diff 2026-01-14 2026-01-15");
        assertTrue(begins.json(0).text("change").equals("begins"), begins.out());
        assertEquals("", run("rules diff 2026-08-01 2026-08-02").out());
    }
}
