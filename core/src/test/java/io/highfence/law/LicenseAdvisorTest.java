package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.Decimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a license question turns on where a case of the files cannot say it: numbers of 0, and facts that are not given. */
class LicenseAdvisorTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final LocalDate WITH_DIFFUSION = LocalDate.of(2025, 3, 1);
    private static final Country CHINA = Country.of("CN");
    private static final Country GERMANY = Country.of("DE");
    private static LicenseAdvisor advisor;

    @BeforeAll
    static void make() {
        advisor = LicenseAdvisor.of(RuleBook.bundled());
    }

    private static LicenseAnswer.ExceptionAnswer exception(String code, LicenseQuestion.Builder question) {
        LicenseAnswer answer = advisor.advise(question.build());
        return answer.exceptions().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.toString()));
    }

    private static LicenseQuestion.Builder memory() {
        return LicenseQuestion.builder(DAY)
                .eccn("3A090.c")
                .to(CHINA)
                .headquarters(CHINA, CHINA)
                .memoryDensity(Decimal.parse("2.5"))
                .exporterHq(Country.of("US"))
                .exporterParentHq(Country.of("US"));
    }

    /** F5.4: review case by case is for end users who are in China or Macau, each of them. */
    @Test
    void caseByCaseReviewNeedsEveryEndUserInChinaOrMacau() {
        assertEquals("case-by-case", policy());
        assertEquals("case-by-case", policy("CN", "MO"));
        assertEquals("presumption of denial", policy("CN", "VN"));
        assertEquals("presumption of denial", policy("VN", "CN"));
    }

    private static String policy(String... users) {
        LicenseQuestion.Builder question = LicenseQuestion.builder(DAY)
                .eccn("3A090.a")
                .to(CHINA)
                .tpp(Decimal.parse("15832"))
                .datacenter(Known.YES)
                .dramBandwidth(Decimal.parse("4800"));
        for (String user : users) {
            question.endUserCountry(Country.of(user));
        }
        return String.valueOf(advisor.advise(question.build()).reviewPolicy());
    }

    /** F4.16: density below 3.3, an exporter of the US or A:5, no parent in Macau or D:5. */
    @Test
    void memoryAsksForEachFactThatItNeeds() {
        assertEquals(List.of(), exception("HBM", memory()).missing());
        assertEquals(Known.YES, exception("HBM", memory()).eligible());
        assertEquals(
                List.of("memoryBandwidthDensity"),
                exception("HBM", memory().memoryDensity(-1)).missing());
        assertEquals(
                List.of("exporter.hqCountry"),
                exception("HBM", memory().exporterHq(null)).missing());
        assertEquals(
                List.of("exporter.ultimateParentCountry"),
                exception("HBM", memory().exporterParentHq(null)).missing());
    }

    @ParameterizedTest
    @CsvSource({"0, YES", "3.299999, YES", "3.3, NO"})
    void memoryIsOpenBelowItsDensity(String density, Known eligible) {
        assertEquals(
                eligible,
                exception("HBM", memory().memoryDensity(Decimal.parse(density))).eligible());
    }

    /** F4.3: an item that is not for datacenters is in 3A090.a from a TPP of 4800 only. */
    @ParameterizedTest
    @CsvSource({"0, NO", "4799.999999, NO", "4800, YES"})
    void anItemOfTierAThatIsNotForDatacentersHasTheTppOfNote2(String tpp, Known eligible) {
        LicenseQuestion.Builder question = LicenseQuestion.builder(DAY)
                .eccn("3A090.a")
                .to(CHINA)
                .headquarters(CHINA, CHINA)
                .datacenter(Known.NO)
                .tpp(Decimal.parse(tpp));
        assertEquals(eligible, exception("NAC", question).eligible());
    }

    /** F4.19: 26,900,000 TPP in a calendar year to an ultimate consignee. */
    @ParameterizedTest
    @CsvSource({"0, YES", "26900000, YES", "26900000.000001, NO"})
    void lowPerformanceCountsTheYear(String tpp, Known eligible) {
        LicenseQuestion.Builder question = LicenseQuestion.builder(WITH_DIFFUSION)
                .eccn("3A090.a")
                .to(Country.of("IN"))
                .headquarters(Country.of("IN"), Country.of("IN"))
                .consigneeTpp(Decimal.parse(tpp));
        assertEquals(eligible, exception("LPP", question).eligible());
        assertEquals(List.of(), exception("LPP", question).missing());
    }

    /** F4.17: the ultimate consignee and the end user, and their ultimate parents, are in a place of Supplement No. 5(a). */
    @Test
    void theAlliesAskWhereEachPartyAndItsParentAre() {
        LicenseQuestion.Builder known = LicenseQuestion.builder(WITH_DIFFUSION)
                .eccn("3A090.a")
                .to(GERMANY)
                .headquarters(GERMANY, GERMANY);
        assertEquals(Known.YES, exception("AIA", known).eligible());
        for (LicenseQuestion.Party party : List.of(
                new LicenseQuestion.Party("endUser", null, GERMANY, Known.NO),
                new LicenseQuestion.Party("endUser", GERMANY, null, Known.NO))) {
            LicenseQuestion.Builder open = LicenseQuestion.builder(WITH_DIFFUSION)
                    .eccn("3A090.a")
                    .to(GERMANY)
                    .party(party);
            assertEquals(Known.UNKNOWN, exception("AIA", open).eligible());
            assertTrue(
                    exception("AIA", open).missing().contains("hqCountry and ultimateParentCountry"), party::toString);
        }
        LicenseQuestion.Builder china = LicenseQuestion.builder(WITH_DIFFUSION)
                .eccn("3A090.a")
                .to(GERMANY)
                .headquarters(GERMANY, CHINA);
        assertEquals(Known.NO, exception("AIA", china).eligible());
        List<String> refused = exception("AIA", china).conditions();
        assertTrue(refused.contains("a party is headquartered in China"), refused::toString);
        assertTrue(refused.contains("a party is headquartered in Macau or D:5"), refused::toString);
    }

    /** A party of another role is asked as well: what is not known makes nothing lighter. */
    @Test
    void theAlliesAskEveryParty() {
        LicenseQuestion.Builder carried = LicenseQuestion.builder(WITH_DIFFUSION)
                .eccn("3A090.a")
                .to(GERMANY)
                .headquarters(GERMANY, GERMANY)
                .party(new LicenseQuestion.Party("freightForwarder", null, null, Known.NO));
        assertEquals(
                List.of("hqCountry and ultimateParentCountry"),
                exception("AIA", carried).missing());
    }

    /** F4.4: whether NAC or ACA is open turns on a headquarters that is not known. */
    @Test
    void anUnknownHeadquartersIsAskedFor() {
        LicenseQuestion.Builder question = LicenseQuestion.builder(DAY)
                .eccn("3A090.b")
                .to(Country.of("SA"))
                .party(new LicenseQuestion.Party("endUser", null, null, Known.NO));
        assertEquals(
                List.of("hqCountry and ultimateParentCountry"),
                exception("ACA", question).missing());
    }

    /** F4.3: which tier an unknown paragraph has decides on NAC. */
    @Test
    void anUnknownTierIsAskedFor() {
        LicenseQuestion.Builder question = LicenseQuestion.builder(DAY)
                .eccn("3A090")
                .to(CHINA)
                .headquarters(CHINA, CHINA)
                .tpp(Decimal.parse("6704"))
                .datacenter(Known.NO);
        assertEquals(Known.UNKNOWN, exception("NAC", question).eligible());
        assertEquals(
                List.of("paragraph of the eccn"), exception("NAC", question).missing());
    }

    private static List<String> notice(Known confirmed, Known objected, Known distributor, Known same, LocalDate sent) {
        return advisor
                .advise(LicenseQuestion.builder(DAY)
                        .eccn("3A090.b")
                        .to(CHINA)
                        .headquarters(CHINA, CHINA)
                        .notice(new LicenseQuestion.Notice(sent, confirmed, objected, distributor, same))
                        .build())
                .findings()
                .stream()
                .filter(finding -> finding.reason().startsWith("NAC"))
                .map(Finding::text)
                .toList();
    }

    /** F4.8: no distributor, and BIS can refuse and require a license. */
    @Test
    void aNoticeThatIsRefusedSaysWhy() {
        LocalDate sent = DAY.minusDays(25);
        assertEquals(List.of(), notice(Known.YES, Known.NO, Known.NO, Known.YES, sent));
        assertTrue(
                notice(Known.YES, Known.NO, Known.YES, Known.YES, sent).get(0).contains("distributor"));
        assertTrue(
                notice(Known.YES, Known.YES, Known.NO, Known.YES, sent).get(0).contains("BIS has objected"));
        assertTrue(notice(Known.YES, Known.NO, Known.NO, Known.YES, DAY.minusDays(24))
                .get(0)
                .contains("2026-09-02"));
    }

    /** F3.19: section 744.23(a)(1) names entries, and from 2023-11-17 Macau and D:5. */
    @ParameterizedTest
    @CsvSource({
        "3A991.p, CN, 2026-09-01, YES",
        "3A991.p, MO, 2026-09-01, YES",
        "3A991.p, VE, 2026-09-01, YES",
        "3A991.p, VE, 2023-11-16, NO",
        "3A991.p, VN, 2026-09-01, NO",
        "EAR99, CN, 2026-09-01, NO",
        ", CN, 2026-09-01, UNKNOWN",
        ", VN, 2026-09-01, NO",
        "3A991.p, CN, 2022-10-20, NO"
    })
    void theSectionOnSupercomputersReachesEntriesAndPlaces(String eccn, String place, LocalDate day, Known reaches) {
        assertEquals(reaches, advisor.reachesSupercomputer(eccn, List.of(GERMANY, Country.of(place)), day));
        assertEquals(Known.NO, advisor.reachesSupercomputer(eccn, List.of(), day));
    }

    /** F3.1: Macau and D:5; Hong Kong is read as China. */
    @Test
    void macauAndHongKongCount() {
        assertTrue(advisor.isD5m(Country.of("MO"), DAY));
        assertTrue(advisor.isD5m(Country.of("HK"), DAY));
        assertFalse(advisor.isD5m(Country.of("SG"), DAY));
    }

    /** An end use that no rule names is asked about, whatever its name; one that is only not known says so. */
    @Test
    void anEndUseThatIsNotKnownIsAskedFor() {
        Finding finding = advisor
                .advise(LicenseQuestion.builder(DAY)
                        .eccn("3A991.p")
                        .to(CHINA)
                        .endUse("unknown")
                        .build())
                .findings()
                .stream()
                .filter(one -> one.reason().equals("END_USE_UNKNOWN"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("endUse"), finding.missing());
        assertTrue(finding.text().startsWith("The end use is not known"), finding.text());
    }

    private static Finding finding(String reason, LicenseQuestion.Builder question) {
        LicenseAnswer answer = advisor.advise(question.build());
        return answer.findings().stream()
                .filter(one -> one.reason().equals(reason))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.toString()));
    }

    private static LicenseQuestion.Builder to(String country, String eccn, LocalDate day) {
        Country place = Country.of(country);
        return LicenseQuestion.builder(day).eccn(eccn).to(place).headquarters(place, place);
    }

    /** FLAG-39 and F3.31: three names, or the parameters of 3A090 and a developer of Macau or D:5; from 2025-05-13. */
    @Test
    void prohibition10NeedsNoDestination() {
        LicenseQuestion.Builder huawei = LicenseQuestion.builder(DAY).product("Ascend 910B2");
        Finding held = advisor.generalProhibition10(huawei.build());
        assertTrue(held != null && held.hold() == Finding.Hold.LICENSE, () -> "" + held);
        assertNull(advisor.generalProhibition10(
                LicenseQuestion.builder(DAY).product("Ascend 310").build()));
        assertNull(advisor.generalProhibition10(LicenseQuestion.builder(LocalDate.of(2025, 5, 12))
                .product("Ascend 910B")
                .build()));
        LicenseQuestion.Builder developed = LicenseQuestion.builder(DAY).developerHq(CHINA);
        Finding open = advisor.generalProhibition10(developed.build());
        assertTrue(open != null && open.missing().equals(List.of("eccn")), () -> "" + open);
        Finding whole = advisor.generalProhibition10(developed.eccn("5A992").build());
        assertTrue(whole != null && whole.missing().equals(List.of("paragraph of the eccn")), () -> "" + whole);
        Finding byEccn = advisor.generalProhibition10(developed.eccn("3A090.a").build());
        assertTrue(byEccn != null && byEccn.hold() == Finding.Hold.LICENSE, () -> "" + byEccn);
        assertNull(advisor.generalProhibition10(developed.developerHq(GERMANY).build()));
    }

    /** F1.6 and F1.7 with Note 2: .b ends below a TPP of 4800, and what is not for datacenters begins there. */
    @ParameterizedTest
    @CsvSource({
        "3A090.a, NO, 0, outside 3A090",
        "3A090.a, NO, 4799.999999, outside 3A090",
        "3A090.b, NO, 4799.999999, outside 3A090",
        "3A090.b, YES, 4800, never in .b"
    })
    void numbersThatTheParagraphCannotHaveAreContradicted(String eccn, Known datacenter, String tpp, String says) {
        LicenseQuestion.Builder question =
                to("CN", eccn, DAY).datacenter(datacenter).tpp(Decimal.parse(tpp));
        Finding found = finding("ECCN_CONTRADICTED", question);
        assertTrue(found.text().contains(says), found.text());
        assertEquals("F1.13", found.fact());
        assertTrue(found.citation().text().startsWith("Note 2 to 3A090.a"), found.citation()::text);
    }

    /** FLAG-36: both outcomes are named; with the worldwide rule on the books the lighter one says so (F3.12, F3.15). */
    @Test
    void anUnknownHeadquartersNamesBothOutcomes() {
        LicenseQuestion.Party unknown = new LicenseQuestion.Party("endUser", null, null, Known.NO);
        String before = finding(
                        "LICENSE_FACTS",
                        LicenseQuestion.builder(LocalDate.of(2024, 6, 1))
                                .eccn("3A090.a")
                                .to(GERMANY)
                                .party(unknown))
                .text();
        assertTrue(before.contains("a license is required. Elsewhere: none is."), before);
        String now = finding(
                        "LICENSE_FACTS",
                        LicenseQuestion.builder(DAY).eccn("3A090.a").to(GERMANY).party(unknown))
                .text();
        assertTrue(now.contains("Elsewhere: none is by what is enforced, while the codified text requires one."), now);
    }

    /** F4.9: from 2024-04-04 ACA stands beside NAC; only the exceptions change on that day. */
    @Test
    void anExceptionThatOpensIsAChangeOfTheAnswer() {
        LicenseAnswer answer =
                advisor.advise(to("SA", "3A090.b", LocalDate.of(2024, 4, 1)).build());
        assertEquals(LocalDate.of(2024, 4, 4), answer.changesOn());
    }

    /** What is no ECCN is asked for, in either place. */
    @Test
    void anEccnOfTechnologyThatIsNotUnderstoodIsAskedFor() {
        assertEquals(
                List.of("relatedTo"),
                finding("VALUE_NOT_UNDERSTOOD", to("CN", "3E001", DAY).relatedTo("3A09O.a"))
                        .missing());
        assertEquals(
                List.of("eccn"),
                finding("VALUE_NOT_UNDERSTOOD", to("CN", "3A09O.a", DAY)).missing());
    }

    /** T7 and T8: each rule has its own day of compliance, and the answer names it. */
    @Test
    void aDayOfComplianceIsNamedWhereItIsTheItems() {
        String worldwide =
                advisor.advise(to("DE", "3A090.a", WITH_DIFFUSION).build()).status() + "";
        assertTrue(worldwide.contains("T8: The worldwide requirement"), worldwide);
        String memory =
                advisor.advise(to("DE", "3A090.c", LocalDate.of(2024, 12, 15)).build())
                                .status()
                        + "";
        assertFalse(memory.contains("T8:"), memory);
    }

    /** F3.3: the relief for approved entities of the Emirates rests on one source, and F4.2 as well. */
    @Test
    void aReliefOfOneSourceIsNamed() {
        String emirates = advisor.advise(to("AE", "3A090.b", DAY)
                                .approvedEntity(Known.YES)
                                .build())
                        .status()
                + "";
        assertTrue(emirates.contains("F3.3: No license where the ultimate consignee"), emirates);
        String memory = advisor.advise(to("SA", "3A090.c", DAY).build()).status() + "";
        assertTrue(memory.contains("F4.2: 3A090.c to places in D:1 or D:4"), memory);
    }

    /** The license that the table requires asks for the headquarters only where they are not known. */
    @Test
    void aRequiredLicenseAsksForUnknownHeadquarters() {
        assertEquals(
                List.of(),
                finding(LicenseAnswer.LICENSE_REQUIRED, to("CN", "3A090.a", DAY))
                        .missing());
        assertEquals(
                List.of(Requirements.HEADQUARTERS),
                finding(
                                LicenseAnswer.LICENSE_REQUIRED,
                                LicenseQuestion.builder(DAY)
                                        .eccn("3A090.a")
                                        .to(CHINA)
                                        .party(new LicenseQuestion.Party("endUser", null, null, Known.NO)))
                        .missing());
    }

    /** F3.2: what requires a license is cited and named among the reasons. */
    @Test
    void theRuleThatRequiresALicenseIsAReason() {
        LicenseAnswer answer = advisor.advise(to("CN", "3A090.a", DAY).build());
        // What is enforced, by the group (F3.15); what is on the books, worldwide (F3.1).
        for (String rule : List.of("F3.15: ", "F3.1: ")) {
            assertTrue(
                    answer.reasons().stream().anyMatch(reason -> reason.startsWith(rule)), answer.reasons()::toString);
        }
        assertEquals(
                answer.reviewPolicy(),
                finding(LicenseAnswer.LICENSE_REQUIRED, to("CN", "3A090.a", DAY))
                        .reviewPolicy());
    }

    /** F3.25: the presumption of approval is named only where all are headquartered in the US, A:5 or A:6, and is not shown. */
    @Test
    void oneEndUserFromElsewhereTakesThePresumptionOfApproval() throws BadInput {
        String file = "review-policies.json";
        String rule = "\"rule\": \"end-use-allied\"";
        LicenseAdvisor promoted = LicenseAdvisor.of(RuleBook.of(Map.of(
                file, RuleText.bundled(file).replace(rule, "\"promoted\": \"A. Person, 2026-01-02\", " + rule))));
        LicenseQuestion.Party allied = new LicenseQuestion.Party("endUser", GERMANY, GERMANY, Known.NO);
        assertEquals("presumption of denial", policyOfFab(advisor, allied));
        assertEquals("presumption of approval", policyOfFab(promoted, allied));
        assertEquals("presumption of denial", policyOfFab(promoted));
        Country vietnam = Country.of("VN");
        for (LicenseQuestion.Party other : List.of(
                new LicenseQuestion.Party("endUser", vietnam, vietnam, Known.NO),
                new LicenseQuestion.Party("endUser", GERMANY, vietnam, Known.NO),
                new LicenseQuestion.Party("endUser", vietnam, GERMANY, Known.NO))) {
            assertEquals("presumption of denial", policyOfFab(promoted, allied, other));
            assertEquals("presumption of denial", policyOfFab(promoted, other, allied));
        }
    }

    /** Decisions, section 2: an end use that a promoted rule does not reach is free, but for places whose group is in doubt. */
    @Test
    void aPromotedRuleOfAnEndUseLeavesTheDoubtOfItsGroups() throws BadInput {
        String file = "end-uses.json";
        LicenseAdvisor promoted = LicenseAdvisor.of(RuleBook.of(Map.of(
                file,
                RuleText.bundled(file)
                        .replace("\"trust\": \"1\"", "\"trust\": \"1\", \"promoted\": \"A. Person, 2026-01-02\""))));
        for (String place : List.of("VN", "KH")) {
            LicenseQuestion question =
                    to(place, "3A991.p", DAY).endUse("supercomputer").build();
            assertEquals(List.of(LicenseAnswer.RULE_UNVERIFIED), reasons(advisor.advise(question)), place);
            assertEquals(
                    place.equals("VN") ? List.of() : List.of(LicenseAnswer.RULE_UNVERIFIED),
                    reasons(promoted.advise(question)),
                    place);
        }
    }

    private static List<String> reasons(LicenseAnswer answer) {
        return answer.findings().stream().map(Finding::reason).toList();
    }

    private static String policyOfFab(LicenseAdvisor asked, LicenseQuestion.Party... parties) {
        LicenseQuestion.Builder question = LicenseQuestion.builder(DAY)
                .eccn("3A991.p")
                .to(CHINA)
                .endUse("advancedNodeFab")
                .datacenter(Known.YES);
        List.of(parties).forEach(question::party);
        return String.valueOf(asked.advise(question.build()).reviewPolicy());
    }

    /** F3.25 is the policy of section 744.23 alone, from 2023-11-17; other end uses have none that is loaded. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "supercomputer, 2026-09-01, presumption of denial",
                "supercomputer, 2023-11-17, presumption of denial",
                "supercomputer, 2023-11-16, null",
                "nuclear, 2026-09-01, null",
                "military, 2026-09-01, null"
            })
    void anEndUseHasThePolicyOfItsOwnSection(String endUse, LocalDate day, @Nullable String policy) {
        LicenseAnswer answer = advisor.advise(to("CN", "3A991.p", day)
                .endUse(endUse)
                .datacenter(Known.YES)
                .tpp(0)
                .build());
        assertTrue(
                answer.findings().stream()
                        .anyMatch(finding ->
                                finding.reason().endsWith("_END_USE") && finding.hold() == Finding.Hold.LICENSE),
                answer::toString);
        assertEquals(policy, answer.reviewPolicy(), answer::toString);
    }

    /** Decisions, section 5: EAR99 goes to Syria under exception SPP (15 CFR 740.5), which rests on two sources. */
    @Test
    void anExceptionOfAnEmbargoSaysHowSureItIs() {
        LicenseAnswer.ExceptionAnswer peace = exception("SPP", to("SY", "EAR99", DAY));
        assertEquals(Known.YES, peace.eligible());
        assertFalse(peace.unverified());
    }

    /** F2.24: 3A991 is outside the tables, and the entry says so; 3D001 has other reasons for control. */
    @Test
    void anItemOutsideTheTablesSaysWhichEntryItHas() {
        LicenseAnswer free = advisor.advise(to("VN", "3A991.p", DAY).build());
        assertEquals(false, free.required());
        assertTrue(free.reasons().get(0).startsWith("F2.24: "), free.reasons()::toString);
        Rule entry = RuleBook.bundled().rule(LicenseRules.CONTROLLED_ENTRY, "3A991", DAY);
        assertTrue(entry != null && free.enforced().citation().equals(entry.citation()), free::toString);
        assertTrue(entry != null && free.codified().citation().equals(entry.citation()), free::toString);
        LicenseAnswer open =
                advisor.advise(to("VN", "3D001", DAY).relatedTo("EAR99").build());
        assertNull(open.required());
        assertFalse(open.reasons().toString().contains("F2.18: "), open.reasons()::toString);
        LicenseAnswer tier = advisor.advise(to("CN", "3A090.a", DAY).build());
        assertFalse(tier.reasons().toString().contains("F1.1: "), tier.reasons()::toString);
    }

    /** F2.20: what is asked is the tier where that may settle it, and the country chart where it cannot. */
    @Test
    void otherReasonsForControlAskForWhatSettlesThem() {
        List<String> technology = advisor.advise(to("DE", "3E001", DAY).build()).missing();
        assertTrue(technology.contains("relatedTo"), technology::toString);
        assertFalse(technology.toString().contains("country chart"), technology::toString);
        List<String> paragraph =
                advisor.advise(to("DE", "3A001.z", DAY).build()).missing();
        assertTrue(paragraph.contains("country chart for 3A001"), paragraph::toString);
    }

    /** F3.6: a deemed export of the matrix needs no license by one source. */
    @Test
    void aDeemedExportNamesItsRelief() {
        LicenseAnswer answer = advisor.advise(
                to("CN", "3E001", DAY).relatedTo("3A090.a").kind("deemedExport").build());
        assertTrue(answer.status().stream().anyMatch(one -> one.startsWith("F3.6: ")), answer.status()::toString);
    }

    /** F3.12: of the rules that require a license only the one that is not enforced is a status. */
    @Test
    void onlyARuleThatIsNotEnforcedIsAStatus() {
        List<String> high = advisor.advise(to("CN", "3A090.a", DAY).build()).status();
        assertTrue(high.stream().anyMatch(one -> one.startsWith("F3.1: ")), high::toString);
        List<String> low = advisor.advise(to("CN", "3A090.b", DAY).build()).status();
        assertTrue(low.stream().noneMatch(one -> one.startsWith("F3.2: ")), low::toString);
    }

    /** F3.12 to F3.15: the reliance cites what the text requires, or may require while the paragraph is open. */
    @Test
    void theRelianceCitesTheTextThatIsNotEnforced() {
        Finding surely = finding("NON_ENFORCEMENT_RELIANCE", to("DE", "3A090.a", DAY));
        assertTrue(
                surely.text().startsWith("The codified text requires a license (15 CFR 742.6(a)(6)(iii)(A));"),
                surely.text());
        assertEquals("15 CFR 742.6(a)(6)(iii)(A)", surely.citation().text());
        Finding perhaps = finding("NON_ENFORCEMENT_RELIANCE", to("DE", "3A090", DAY));
        assertTrue(perhaps.text().startsWith("The codified text may require a license ("), perhaps.text());
    }

    /** Of two facts that are open each is asked for by its name. */
    @Test
    void twoOpenFactsAreBothNamed() {
        LicenseQuestion.Builder question = LicenseQuestion.builder(DAY)
                .eccn("3A090")
                .to(Country.of("VN"))
                .party(new LicenseQuestion.Party("endUser", null, null, Known.NO));
        assertEquals(
                List.of(Requirements.HEADQUARTERS, "paragraph of the eccn"),
                finding("LICENSE_FACTS", question).missing());
    }

    /** Nothing is asked, and so no exception is of use. */
    @Test
    void whereNoLicenseIsRequiredNoExceptionIsNamed() {
        assertEquals(List.of(), advisor.advise(to("DE", "3A090.b", DAY).build()).exceptions());
        LicenseAnswer held =
                advisor.advise(to("CN", "EAR99", DAY).endUse("nuclear").build());
        assertEquals(true, held.required());
        assertEquals(List.of(), held.exceptions(), "SPP is an exception of the embargo of Syria");
    }

    /** F3.19 reaches Macau and D:5: elsewhere the end use has no policy, and that of F5.1a is not loaded. */
    @Test
    void thePolicyOfAnEndUseHoldsInItsPlaces() {
        LicenseAnswer vietnam =
                advisor.advise(to("VN", "3A090.b", DAY).endUse("supercomputer").build());
        assertEquals(true, vietnam.required());
        assertNull(vietnam.reviewPolicy());
        assertTrue(vietnam.status().toString().contains(LicenseAnswer.POLICY_NOT_LOADED), vietnam.status()::toString);
    }

    /** F4.8: the notice stands in the place of the license, and of nothing else. */
    @Test
    void aNoticeLeavesOtherFindingsStanding() {
        LicenseAnswer answer = advisor.advise(to("CN", "3A090.b", DAY)
                .endUse("unknown")
                .notice(new LicenseQuestion.Notice(DAY.minusDays(25), Known.YES, Known.NO, Known.NO, Known.YES))
                .build());
        List<String> reasons = answer.findings().stream().map(Finding::reason).toList();
        assertTrue(reasons.contains("END_USE_UNKNOWN"), reasons::toString);
        assertFalse(reasons.contains(LicenseAnswer.LICENSE_REQUIRED), reasons::toString);
    }

    /** F5.9: the letters on the H20 are told of where the place or the headquarters are of Macau or D:5. */
    @ParameterizedTest
    @CsvSource({"3A991.p, CN, DE, true", "3A991.p, SG, CN, true", "3A991.p, SG, SG, false", "3A090.a, CN, CN, false"})
    void aLetterThatIsKnownOfIsTold(String eccn, String place, String headquarters, boolean told) {
        Country seat = Country.of(headquarters);
        LicenseAnswer answer = advisor.advise(LicenseQuestion.builder(DAY)
                .eccn(eccn)
                .product("NVIDIA H20")
                .to(Country.of(place))
                .headquarters(seat, seat)
                .build());
        assertEquals(
                told, answer.status().stream().anyMatch(one -> one.startsWith("F5.9: ")), answer.status()::toString);
    }

    /** FLAG-42: totals of 0 are known totals, and a TPP of 0 is a TPP. */
    @Test
    void zeroIsANumberAndNotAMissingFact() {
        List<String> missing = advisor.advise(to("CN", "3A090.a", DAY)
                        .tpp(0)
                        .dramBandwidth(0)
                        .chinaTpp(0)
                        .usTpp(3)
                        .build())
                .missing();
        assertFalse(missing.contains("tpp"), missing::toString);
        assertFalse(missing.contains("dramBandwidthGbps"), missing::toString);
        assertFalse(missing.toString().contains("aggregate TPP"), missing::toString);
    }
}
