package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.highfence.base.DateRange;
import io.highfence.law.ListEffects.Listing;
import io.highfence.law.ListEffects.Part;
import io.highfence.list.ListSource;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListEffectsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 24);
    private static ListEffects effects;

    @BeforeAll
    static void make() {
        effects = ListEffects.of(RuleBook.bundled());
    }

    private static final String ALL = "For all items subject to the EAR. (See § 744.11 of the EAR)";

    private static Listing listing(String list, String requirement, String... programs) {
        return new Listing(
                list,
                List.of(programs),
                Set.of(),
                requirement,
                "",
                null,
                new DateRange(LocalDate.of(2020, 1, 1), null));
    }

    private static Part part(String role, @Nullable String eccn) {
        return new Part(role, Jurisdiction.Status.SUBJECT, eccn, Known.UNKNOWN);
    }

    private static Finding effect(Listing listing, Part part) {
        return effects.effect(listing, part, DAY);
    }

    private static String text(Finding finding) {
        return finding.reason() + " " + finding.level() + (finding.hold() == null ? "" : "/" + finding.hold());
    }

    private static Listing order(@Nullable Boolean standard, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Listing("DPL", List.of(), Set.of(), "", "", standard, new DateRange(from, to));
    }

    /** Decisions, section 6, rows 1 and 2. */
    @Test
    void aDenialOrder() {
        LocalDate from = LocalDate.of(2020, 1, 1);
        Part forwarder = part("freightForwarder", "EAR99");
        assertEquals("DENIED_PERSON BLOCK", text(effect(order(true, from, null), forwarder)));
        assertEquals("DENIED_PERSON BLOCK", text(effect(order(true, from, DAY), forwarder)));
        String read = "DENIED_PERSON_ORDER HOLD/REVIEW";
        assertEquals(read, text(effect(order(true, from, DAY.minusDays(1)), forwarder)));
        assertEquals(read, text(effect(order(false, from, null), forwarder)));
        assertEquals(read, text(effect(order(null, from, null), forwarder)));
        assertEquals(read, text(effect(order(true, null, null), forwarder)));
        assertEquals("LISTING_NOT_IN_FORCE CLEAR", text(effect(order(true, DAY.plusDays(1), null), forwarder)));
        assertEquals("DENIED_PERSON BLOCK", text(effect(order(true, DAY, null), forwarder)));
        Part foreign = new Part("endUser", Jurisdiction.Status.NOT_SUBJECT, "EAR99", Known.NO);
        assertEquals("LIST_NOT_REACHING_ITEM CLEAR", text(effect(order(true, from, null), foreign)));
        Part doubtful = new Part("endUser", Jurisdiction.Status.UNKNOWN, "EAR99", Known.NO);
        assertEquals("SUBJECT_TO_EAR_UNKNOWN NEEDS_DATA", text(effect(order(true, from, null), doubtful)));
    }

    /** Row 3: the roles that the list binds, and the others. */
    @ParameterizedTest
    @CsvSource({
        "purchaser, LICENSE",
        "intermediateConsignee, LICENSE",
        "ultimateConsignee, LICENSE",
        "endUser, LICENSE",
        "something else, LICENSE",
        "freightForwarder, RED_FLAG",
        "bank, RED_FLAG",
        "owner, RED_FLAG",
        "carrier, RED_FLAG",
        "other, RED_FLAG"
    })
    void theEntityListBindsFourRoles(String role, Finding.Hold hold) {
        assertEquals(hold, effect(listing("EL", ALL), part(role, "EAR99")).hold());
        assertEquals(hold, effect(listing("MEU", ""), part(role, "3A991.p")).hold());
    }

    /** Row 3: the entry's own requirement column, in the words that the publisher uses. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "For all items subject to the EAR. (See § 744.11 of the EAR)|EAR99|ENTITY_LIST HOLD/LICENSE",
                "All Items Subject to the EAR|3A090.a|ENTITY_LIST HOLD/LICENSE",
                "For all items subject to the EAR, see §§ 734.9(e) 1 and 744.11 of the EAR 2|EAR99|ENTITY_LIST HOLD/LICENSE",
                "For  all items\tsubject to the EAR||ENTITY_LIST HOLD/LICENSE",
                "For all items subject to the EAR when used in projects specified in § 746.8(a)(4) of the EAR|EAR99|ENTITY_LIST_PROJECTS HOLD/REVIEW",
                "For all items subject to the EAR when used in projects specified in §746.5 of the EAR|3A090.a|ENTITY_LIST_PROJECTS HOLD/REVIEW",
                "For items on the CCL and listed in supplement no. 7 to part 746 of the EAR|3A090.a|ENTITY_LIST HOLD/LICENSE",
                "For items on the CCL and listed in supplement no. 7 to part 746 of the EAR|EAR99|ENTITY_LIST_OTHER_ITEM HOLD/RED_FLAG",
                "For items on the CCL and EAR99 items listed in supplement no. 7 to part 746 of the EAR|EAR99|ENTITY_LIST_SUPPLEMENT HOLD/REVIEW",
                "For items on the CCL and EAR 99 items listed in supplement no. 7 to part 746 of the EAR|EAR99|ENTITY_LIST_SUPPLEMENT HOLD/REVIEW",
                "For items on the CCL and EAR99 items listed in supplement no. 7 to part 746 of the EAR||ENTITY_LIST HOLD/LICENSE",
                "All items subject to the EAR except for: —crude oil, condensates|EAR99|ENTITY_LIST HOLD/LICENSE",
                "For all items subject to the EAR (see § 744.11 of the EAR), apart from items that are related to transactions|EAR99|ENTITY_LIST HOLD/LICENSE",
                "|EAR99|ENTITY_LIST HOLD/LICENSE",
                "See Federal Register|EAR99|ENTITY_LIST HOLD/LICENSE"
            })
    void theEntityListFollowsItsColumn(@Nullable String requirement, @Nullable String eccn, String expected) {
        Finding finding = effect(listing("EL", requirement == null ? "" : requirement), part("endUser", eccn));
        assertEquals(expected, text(finding));
    }

    @Test
    void anEntryWithExceptionsAndOneWithoutColumnNameWhatIsMissing() {
        assertEquals(
                List.of(), effect(listing("EL", ALL), part("endUser", "EAR99")).missing());
        assertFalse(effect(listing("EL", "All items subject to the EAR, except food"), part("endUser", "EAR99"))
                .missing()
                .isEmpty());
        assertFalse(
                effect(listing("EL", ""), part("endUser", "EAR99")).missing().isEmpty());
        assertTrue(effect(listing("EL", ALL), part("endUser", "EAR99")).exceptionsBarred());
    }

    /** License Exception GOV in the column is no item that the entry leaves out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "For all items subject to the EAR. (See § 744.11 of the EAR)|EL.all",
                "For all items subject to the EAR. (See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR) This license requirement may be overcome by License Exception GOV under § 740.11(b)(2) and e.|EL.gov",
                "For All Items Subject to the EAR (See §744.11 of the EAR). This license requirement may be overcome by License Exception GOV under §740.11(b) when used by the U.S Geological Survey.|EL.gov",
                "For all items subject to the EAR. No License Exceptions are available|EL.all",
                "For all items subject to the EAR except food. This license requirement may be overcome by License Exception GOV|EL.part",
                "For All Items Subject to the EAR (See §744.11 of the EAR), except for EAR99-designated technology|EL.part",
                "For all items subject to the EAR excepting food|EL.part",
                "For all items subject to the EAR, exceptional cases included|EL.all",
                "For all items subject to the EAR, with case-by-case basis for items listed on the CCL|EL.all",
                "For all items subject to the EAR (see § 744.11 of the EAR), apart from items that are related to transactions|EL.part"
            })
    void aLicenseExceptionIsNoExceptedItem(String requirement, String row) {
        assertEquals(row, ListEffects.entity(requirement, null));
        assertEquals(
                row.equals("EL.part"),
                !effect(listing("EL", requirement), part("endUser", "EAR99"))
                        .missing()
                        .isEmpty());
        assertTrue(effect(listing("EL", requirement), part("endUser", "EAR99")).exceptionsBarred());
    }

    /**
     * Every Entity List entry of 2026-07-31. Decisions, section 6: 19 entries are not for all items, 82 apply only in projects; of the
     * rest 4 leave items out and 20 allow License Exception GOV. The list room reads the same texts by patterns of its own, and says the
     * same but for one wording that it does not know.
     */
    @Test
    void theWholeEntityList() throws Exception {
        String data = System.getProperty("highfence.data");
        Path file = Path.of(String.valueOf(data), "us", "csl", "consolidated-2026-07-31.reconstructed.json.gz");
        assumeTrue(data != null && Files.exists(file), "there is no full list");
        Map<String, Integer> rows = new TreeMap<>();
        Map<String, Integer> both = new TreeMap<>();
        for (ListedParty record :
                PartyList.load(List.of(ListSource.parse("csl-json:" + file))).records()) {
            if (record.list().equals("EL")) {
                String row = ListEffects.entity(record.listing().licenseRequirement(), null);
                rows.merge(row, 1, Integer::sum);
                both.merge(row + " " + record.listing().requirement(), 1, Integer::sum);
            }
        }
        assertEquals(Map.of("EL.all", 3295, "EL.gov", 20, "EL.part", 4, "EL.listed", 19, "EL.projects", 82), rows);
        assertEquals(
                Map.of(
                        "EL.all ALL_ITEMS", 3294,
                        "EL.all UNKNOWN", 1,
                        "EL.gov ALL_ITEMS_GOV_ALLOWED", 20,
                        "EL.part ALL_ITEMS_EXCEPT", 4,
                        "EL.listed CCL_ITEMS", 19,
                        "EL.projects ALL_ITEMS_IN_PROJECTS", 82),
                both);
    }

    @Test
    void theEntrysOwnPolicyIsShown() {
        Listing listing =
                new Listing("EL", List.of(), Set.of(), ALL, "Presumption of denial. ", null, DateRange.ALWAYS);
        assertEquals(
                "Presumption of denial.",
                effect(listing, part("endUser", "EAR99")).reviewPolicy());
        assertNull(effect(listing, part("bank", "EAR99")).reviewPolicy());
    }

    /** Row 4. */
    @ParameterizedTest
    @CsvSource({
        "3A991.p, MEU_LIST HOLD/LICENSE",
        "4A994.l, MEU_LIST HOLD/LICENSE",
        "5A992.c, MEU_LIST HOLD/LICENSE",
        ", MEU_LIST HOLD/LICENSE",
        "EAR99, MEU_LIST_OTHER_ITEM HOLD/RED_FLAG",
        "ear99, MEU_LIST_OTHER_ITEM HOLD/RED_FLAG",
        "2B001, MEU_LIST_SUPPLEMENT HOLD/REVIEW",
        "EAR99-or-other, MEU_LIST_SUPPLEMENT HOLD/REVIEW"
    })
    void theMilitaryEndUserListReachesItsSupplement(@Nullable String eccn, String expected) {
        assertEquals(expected, text(effect(listing("MEU", ""), part("endUser", eccn))));
    }

    /** Row 5. */
    @Test
    void theUnverifiedListAsksForAStatement() {
        Finding finding = effect(listing("UVL", ""), part("intermediateConsignee", "EAR99"));
        assertEquals("UNVERIFIED_LIST HOLD/STATEMENT", text(finding));
        assertTrue(finding.exceptionsBarred());
        assertEquals(
                Finding.Hold.RED_FLAG,
                effect(listing("UVL", ""), part("bank", "EAR99")).hold());
    }

    /** Row 6, and fact F7.1: tags are compared without blanks and hyphens. */
    @ParameterizedTest
    @CsvSource({
        "YES, SUBJECT, CYBER2, BLOCKED_PERSON BLOCK",
        "UNKNOWN, SUBJECT, CYBER2, BLOCKED_PERSON BLOCK",
        "UNKNOWN, NOT_SUBJECT, CYBER2, BLOCKED_PERSON BLOCK",
        "NO, SUBJECT, CYBER2, BLOCKED_PERSON_NO_NEXUS HOLD/REVIEW",
        "NO, SUBJECT, RUSSIA-EO14024, BLOCKED_PERSON_TAG HOLD/LICENSE",
        "NO, SUBJECT, russia eo 14024, BLOCKED_PERSON_TAG HOLD/LICENSE",
        "NO, SUBJECT, ILLICIT DRUGS EO14059, BLOCKED_PERSON_TAG HOLD/LICENSE",
        "NO, SUBJECT, [SDGT], BLOCKED_PERSON_TAG HOLD/LICENSE",
        "NO, UNKNOWN, SDGT, BLOCKED_PERSON_TAG HOLD/LICENSE",
        "NO, NOT_SUBJECT, SDGT, BLOCKED_PERSON_NO_NEXUS HOLD/REVIEW",
        "NO, SUBJECT, RUSSIA-EO14065, BLOCKED_PERSON_NO_NEXUS HOLD/REVIEW",
        "NO, SUBJECT, UKRAINE-EO1366, BLOCKED_PERSON_NO_NEXUS HOLD/REVIEW",
        "NO, SUBJECT, SDNTK, BLOCKED_PERSON_TAG HOLD/LICENSE"
    })
    void aBlockedPerson(Known nexus, Jurisdiction.Status subject, String program, String expected) {
        Part part = new Part("bank", subject, "EAR99", nexus);
        assertEquals(expected, text(effect(listing("SDN", "", "OTHER", program), part)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BELARUS",
                "BELARUS-EO14038",
                "RUSSIA-EO14024",
                "UKRAINE-EO13660",
                "UKRAINE-EO13661",
                "UKRAINE-EO13662",
                "UKRAINE-EO13685",
                "FTO",
                "SDGT",
                "NPWMD",
                "ILLICIT-DRUGS-EO14059",
                "SDNT",
                "SDNTK",
                "TCO"
            })
    void theTagsOfSection744_8(String tag) {
        assertTrue(effects.isTagged(List.of(tag), DAY));
        assertFalse(effects.isTagged(List.of(tag), LocalDate.of(2022, 10, 6)), "before the oldest rules");
        assertEquals(List.of(tag), effects.tagsWithoutParty(allTagsBut(tag), DAY));
    }

    private static List<String> allTagsBut(String tag) {
        return RuleBook.bundled().rule(LicenseRules.SDN_TAGS, DAY).values().texts("tags").stream()
                .filter(other -> !other.equals(tag))
                .map(other -> other.replace('-', ' '))
                .toList();
    }

    /** Rows 8 to 11. */
    @ParameterizedTest
    @CsvSource({
        "CMIC, CHINESE_MILITARY_COMPANY CLEAR",
        "SSI, SECTORAL_SANCTIONS CLEAR",
        "CAP, CAPTA CLEAR",
        "MBS, MENU_BASED CLEAR",
        "PLC, PALESTINIAN_COUNCIL CLEAR",
        "DTC, ITAR_DEBARRED CLEAR",
        "ISN, NONPROLIFERATION HOLD/REVIEW",
        "FSE, SANCTIONS_EVADER HOLD/REVIEW",
        "ALLIED, ALLIED_LIST HOLD/REVIEW",
        "COUNTER, CONFLICT_OF_LAW CLEAR",
        "CUSTOM, CUSTOM_LIST HOLD/REVIEW",
        "house list, CUSTOM_LIST HOLD/REVIEW",
        "sdn, BLOCKED_PERSON BLOCK"
    })
    void otherLists(String list, String expected) {
        assertEquals(expected, text(effect(listing(list, ""), part("endUser", "3A090.a"))));
    }

    @Test
    void aListingHoldsOnItsDaysAndWithoutADateItHolds() {
        Listing dated = new Listing("EL", List.of(), Set.of(), ALL, "", null, new DateRange(DAY, DAY));
        assertEquals("ENTITY_LIST HOLD/LICENSE", text(effect(dated, part("endUser", "EAR99"))));
        assertEquals(
                "LISTING_NOT_IN_FORCE CLEAR", text(effects.effect(dated, part("endUser", "EAR99"), DAY.minusDays(1))));
        assertEquals(
                "LISTING_NOT_IN_FORCE CLEAR", text(effects.effect(dated, part("endUser", "EAR99"), DAY.plusDays(1))));
        Listing undated = new Listing("EL", List.of(), Set.of(), ALL, "", null, DateRange.ALWAYS);
        assertEquals("ENTITY_LIST HOLD/LICENSE", text(effect(undated, part("endUser", "EAR99"))));
    }

    /** The rules of list effects begin on 2022-10-07; what a list did before it is for a person. */
    @ParameterizedTest
    @CsvSource({
        "EL, ENTITY_LIST HOLD/LICENSE",
        "SDN, BLOCKED_PERSON BLOCK",
        "DPL, DENIED_PERSON_ORDER HOLD/REVIEW",
        "ISN, NONPROLIFERATION HOLD/REVIEW",
        "UK, ALLIED_LIST HOLD/REVIEW",
        "house list, CUSTOM_LIST HOLD/REVIEW"
    })
    void onADayOfWhichNoEffectIsEncodedAPersonMustLook(String list, String after) {
        LocalDate first = LocalDate.of(2022, 10, 7);
        Listing listing =
                new Listing(list, List.of(), Set.of(), "All items subject to the EAR", "", null, DateRange.ALWAYS);
        for (String role : List.of("endUser", "carrier")) {
            Finding before = effects.effect(listing, part(role, "EAR99"), first.minusDays(1));
            assertEquals("LIST_EFFECT_NOT_ENCODED HOLD/REVIEW", text(before));
            assertEquals("The effect of this list on 2022-10-06 is not encoded: a person must look.", before.text());
        }
        assertEquals(after, text(effects.effect(listing, part("endUser", "EAR99"), first)));
        Part unknown = new Part("endUser", Jurisdiction.Status.UNKNOWN, "EAR99", Known.NO);
        assertEquals("LIST_EFFECT_NOT_ENCODED HOLD/REVIEW", text(effects.effect(listing, unknown, first.minusDays(1))));
        Listing later = new Listing(list, List.of(), Set.of(), "", "", null, new DateRange(first, null));
        assertEquals(
                "LISTING_NOT_IN_FORCE CLEAR",
                text(effects.effect(later, part("endUser", "EAR99"), first.minusDays(1))));
    }

    /** Fact F7.39: a foreign item and a party of footnote 4: the facts that decide are named. */
    @Test
    void anItemOfUnknownStandingNamesTheFactsOfTheFootnote() {
        Listing footnote4 = new Listing("EL", List.of(), Set.of(4), ALL, "", null, DateRange.ALWAYS);
        Part unknown = new Part("endUser", Jurisdiction.Status.UNKNOWN, "EAR99", Known.NO);
        Finding finding = effect(footnote4, unknown);
        assertEquals("SUBJECT_TO_EAR_UNKNOWN NEEDS_DATA", text(finding));
        assertTrue(finding.missing().toString().contains("5D002"), finding.toString());
        assertTrue(finding.text().contains("a license is required"), finding::text);
        Listing none = new Listing("EL", List.of(), Set.of(), ALL, "", null, DateRange.ALWAYS);
        assertEquals(1, effect(none, unknown).missing().size());
    }
}
