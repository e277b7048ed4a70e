package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.Digest;
import io.highfence.list.ListSource;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import io.highfence.match.PartyIndex;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenerTest {
    @TempDir
    Path folder;

    private static Order with(Party party) {
        return Orders.clean().party(party).build();
    }

    private static Reason reason(Decision decision, String rule) {
        return decision.reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " is not among " + decision.reasons()));
    }

    @Test
    void anEntityListPartyInAgreementHoldsForALicenseWithItsCitation() {
        Decision decision =
                Orders.decide(with(Orders.party(Party.Role.END_USER, "HiSilicon Tecnologies Co Ltd", "CN")));
        assertEquals(Verdict.HOLD, decision.verdict());
        assertEquals(HoldKind.LICENSE, decision.holdKind());
        Reason reason = reason(decision, "ENTITY_LIST");
        assertEquals(3, reason.subject().party());
        assertEquals(-1, reason.subject().line());
        assertTrue(reason.citation() != null && reason.citation().text().contains("744.11"));
    }

    /** The effects of lists are encoded from 2022-10-07 on. */
    @Test
    void aHitOnADayOfWhichNoEffectIsEncodedIsHeldForAPerson() {
        Party party = Orders.party(Party.Role.END_USER, "Huawei Technologies Co Ltd", "CN");
        Order order = with(party);
        Screener screener = new Screener(Orders.RULES, Orders.SAMPLE, Orders.DEMO);
        PartyAnswer answer = new PartyAnswer();
        for (String day : java.util.List.of("2019-12-31", "2022-10-06", "2022-10-07")) {
            java.time.LocalDate date = java.time.LocalDate.parse(day);
            boolean encoded = day.equals("2022-10-07");
            Decision decision = new Decision();
            screener.screen(order.asOf(date), Orders.DECIDED_AT, decision);
            assertEquals(Verdict.HOLD, decision.verdict(), day);
            assertEquals(!encoded, Orders.has(decision, "LIST_EFFECT_NOT_ENCODED"), day);
            assertEquals(encoded, Orders.has(decision, "ENTITY_LIST"), day);
            assertFalse(Orders.has(decision, "CHECK_FAILED"), day);
            screener.screen(party, date, answer);
            assertEquals(Verdict.HOLD, answer.verdict(), day);
        }
    }

    /** Design decision 6: a name alone never blocks; one agreeing fact and none that contradicts does. */
    @Test
    void aNameAloneNeverBlocks() {
        Party nameOnly = Party.of(Party.Role.BANK, "Bank Mellat", null);
        Decision decision = Orders.decide(with(nameOnly));
        assertEquals(Verdict.HOLD, decision.verdict());
        assertEquals(HoldKind.REVIEW, decision.holdKind());
        assertTrue(reason(decision, "POSSIBLE_BLOCKED_PERSON").change().contains("country"));

        Party elsewhere = Orders.party(Party.Role.BANK, "Bank Mellat", "PT");
        assertEquals(Verdict.HOLD, Orders.decide(with(elsewhere)).verdict());

        Party agreeing = Orders.party(Party.Role.BANK, "Sberbank of Russia", "RU");
        Decision blocked = Orders.decide(with(agreeing));
        assertTrue(blocked.reasons().stream()
                .anyMatch(r -> r.rule().equals("BLOCKED_PERSON") && r.verdict() == Verdict.BLOCK));
    }

    private static Party bank(Country country, ListedParty.Identifier bic) {
        return new Party(
                Party.Role.BANK,
                "Entirely Different Savings Society",
                PartyType.UNKNOWN,
                country,
                null,
                List.of(bic),
                null,
                null,
                null,
                List.of());
    }

    /** Design decision 6: an equal BIC is a hit on its own, whatever the name says. */
    @Test
    void anEqualIdentifierIsAHitUnderAnyName() {
        ListedParty.Identifier bic = ListedParty.Identifier.parse("BIC:SABR RU MM XXX");
        Party renamed = bank(null, bic);
        Decision decision = Orders.decide(with(renamed));
        assertEquals(Verdict.BLOCK, decision.verdict());
        assertEquals(List.of("identifier agrees"), decision.matches().get(0).evidence());

        Party elsewhere = bank(Country.of("PT"), bic);
        String doubt = reason(Orders.decide(with(elsewhere)), "POSSIBLE_BLOCKED_PERSON")
                .text();
        assertTrue(
                doubt.contains(
                        "(identifier agrees, country differs). Something speaks for it and something against it"),
                doubt);

        ListedParty.Identifier other = ListedParty.Identifier.parse("bic:SABRRUM1");
        Party stranger = bank(null, other);
        assertEquals(Verdict.CLEAR, Orders.decide(with(stranger)).verdict());
    }

    /** Design decision 5: every listing of a party is kept, each with its own legal effect. */
    @Test
    void onePartyOnTwoListsIsOneHitWithTwoListingsAndBothEffects() throws Exception {
        Path file = folder.resolve("two-lists.json");
        Files.writeString(file, """
                {"results":[
                 {"source":"Sectoral Sanctions Identifications List (SSI) - Treasury Department","entity_number":"17018",
                  "type":"Entity","programs":["UKRAINE-EO13662"],"name":"Example Oil Company","addresses":[{"country":"RU"}]},
                 {"source":"Specially Designated Nationals (SDN) - Treasury Department","entity_number":"17018",
                  "type":"Entity","programs":["RUSSIA-EO14024"],"name":"Example Oil Company","addresses":[{"country":"RU"}]}
                ],"search_performed_at":"2026-09-01T00:00:00+00:00","total":2}
                """);
        PartyList list = PartyList.load(List.of(ListSource.parse("csl-json:" + file)));
        Settings settings =
                Orders.DEMO.toBuilder().requiredLists(List.of("SDN")).build();
        Decision decision = new Decision();
        new Screener(Orders.RULES, PartyIndex.of(list), settings)
                .screen(with(Orders.party(Party.Role.BANK, "Example Oil Company", "RU")), Orders.DECIDED_AT, decision);
        assertEquals(1, decision.matches().size());
        assertEquals(2, decision.matches().get(0).records().size());
        assertTrue(Orders.has(decision, "BLOCKED_PERSON"));
        assertTrue(
                decision.reasons().stream().anyMatch(r -> r.rule().contains("SECTORAL")),
                () -> decision.reasons().toString());
    }

    /** Design decision 7: the same order under the same stamp gives the same bytes. */
    @Test
    void theSameInputsGiveTheSameBytes() {
        Order order = with(Orders.party(Party.Role.END_USER, "Huawei Technologies", "CN"));
        Decision first = Orders.decide(order);
        Decision second = Orders.decide(order);
        assertEquals(Explanation.json(first), Explanation.json(second));
        assertEquals(Explanation.text(first), Explanation.text(second));

        Decision reused = Orders.decide(Orders.clean().build());
        new Screener(Orders.RULES, Orders.SAMPLE, Orders.DEMO).screen(order, Orders.DECIDED_AT, reused);
        assertEquals(Explanation.json(first), Explanation.json(reused));
    }

    /** Design decision 7: what goes into an answer stands in its stamp. */
    @Test
    void everyPartOfTheStampCounts() throws Exception {
        Order order = Orders.clean().build();
        Digest digest = Orders.decide(order).replay();
        assertEquals(digest, Orders.decide(Orders.clean().build()).replay());
        assertNotEquals(
                digest, Orders.decide(order.asOf(Orders.AS_OF.minusDays(1))).replay());
        assertNotEquals(
                digest,
                Orders.decide(order, Orders.DEMO.toBuilder().maxListAgeDays(8).build())
                        .replay());
        assertNotEquals(
                digest, Orders.decide(with(Orders.buyer(Party.Role.BANK))).replay());
        Decision later = new Decision();
        Screener screener = new Screener(Orders.RULES, Orders.SAMPLE, Orders.DEMO);
        screener.screen(order, Orders.DECIDED_AT.plusSeconds(1), later);
        assertNotEquals(digest, later.replay());
        Path file = folder.resolve("own.csv");
        Files.writeString(file, "id,name\n1,Somebody\n");
        Decision otherList = new Decision();
        new Screener(
                        Orders.RULES,
                        PartyIndex.of(PartyList.load(List.of(ListSource.parse("custom-csv:" + file + "@2026-08-31")))),
                        Orders.DEMO)
                .screen(order, Orders.DECIDED_AT, otherList);
        assertNotEquals(digest, otherList.replay());

        Decision.Stamp stamp = Orders.decide(order).stamp();
        assertEquals(Orders.RULES.digest(), stamp.ruleSet());
        assertEquals(Orders.SAMPLE.list().digest(), stamp.listSet());
        assertEquals(Orders.DEMO.digest(), stamp.config());
        assertEquals(Orders.AS_OF, stamp.asOf());
        assertEquals(Orders.DECIDED_AT, stamp.decidedAt());
        assertFalse(stamp.engine().isBlank());
    }

    /** Two files of one name share a place in the stamp, where the older one must not hide behind the newer. */
    @ParameterizedTest
    @CsvSource({
        "@2026-01-01, @2026-08-30, 243",
        "@2026-08-30, @2026-01-01, 243",
        "@2026-08-30, '', ",
        "'', @2026-08-30, ",
        "@2026-08-31, @2026-08-31, 1"
    })
    void ofListsOfOneNameTheStampHasTheGraverAge(String first, String second, Long age) throws Exception {
        List<ListSource> sources = new java.util.ArrayList<>();
        for (String published : List.of("a" + first, "b" + second)) {
            Path file = Files.createDirectory(folder.resolve(published.substring(0, 1)))
                    .resolve("own.csv");
            Files.writeString(file, "id,name\n1,Somebody " + published.substring(0, 1) + "\n");
            sources.add(ListSource.parse("custom-csv:" + file + published.substring(1)));
        }
        Decision decision = new Decision();
        new Screener(Orders.RULES, PartyIndex.of(PartyList.load(sources)), Orders.DEMO)
                .screen(Orders.clean().build(), Orders.DECIDED_AT, decision);
        assertEquals(1, decision.stamp().listAges().size());
        assertEquals(age, decision.stamp().listAges().values().iterator().next());
    }

    /** Without a hit there is nothing for a person to look at; the name is asked for again. */
    @Test
    void aNameTooLongToBeSearchedWholeIsAskedForUnlessItHits() {
        Screener screener = new Screener(Orders.RULES, Orders.SAMPLE, Orders.DEMO);
        PartyAnswer answer = new PartyAnswer();
        for (String name : List.of("Q".repeat(700), "Zorb ".repeat(70))) {
            screener.screen(Party.of(Party.Role.OTHER, name, null), Orders.AS_OF, answer);
            assertTrue(answer.matches().nameCut());
            assertEquals(Verdict.NEEDS_DATA, answer.verdict());
            assertEquals(List.of("name"), answer.reasons().get(0).missing());
            assertEquals("NAME_TOO_LONG", answer.reasons().get(0).rule());
        }
        String hit = "Huawei Technologies" + " .".repeat(400);
        screener.screen(Orders.party(Party.Role.OTHER, hit, "CN"), Orders.AS_OF, answer);
        assertTrue(answer.matches().nameCut());
        assertFalse(answer.hits().isEmpty());
        assertEquals(Verdict.HOLD, answer.verdict());
        assertTrue(answer.reasons().stream().anyMatch(reason -> reason.rule().equals("TRUNCATED")));
    }

    @ParameterizedTest
    @CsvSource({"2026-08-25,LIST_FRESH", "2026-08-24,LIST_STALE", "2026-09-01,LIST_FRESH", "2026-09-02,LIST_TOO_NEW"})
    void aListIsFreshForSevenDaysAndNotBeforeItsOwn(String published, String wanted) throws Exception {
        Decision decision = underOwnList("@" + published);
        for (String rule : List.of("LIST_STALE", "LIST_TOO_NEW", "LIST_UNDATED")) {
            assertEquals(rule.equals(wanted), Orders.has(decision, rule), rule);
        }
        assertEquals(wanted.equals("LIST_FRESH") ? Verdict.CLEAR : Verdict.HOLD, decision.verdict());
    }

    /** The Treasury publishes several times a week, Japan about once a year; one age for all overrides both. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2025-08-01,-,LIST_FRESH",
                "2025-07-01,-,LIST_STALE",
                "2025-08-01,395,LIST_STALE",
                "2025-08-01,396,LIST_FRESH",
                "2026-08-31,0,LIST_STALE"
            })
    void eachListHasItsOwnAgeUnlessTheSettingsHaveOneForAll(String published, Integer most, String wanted)
            throws Exception {
        Path file = folder.resolve("meti.json");
        Files.writeString(
                file, "[{\"id\":\"1\",\"entity_name\":\"Wholly Unrelated Zyxwvut\",\"entity_type\":\"organization\"}]");
        Settings settings = Orders.DEMO.toBuilder()
                .demo(false)
                .requiredLists(List.of("JP-EUL"))
                .maxListAgeDays(most)
                .build();
        PartyIndex index =
                PartyIndex.of(PartyList.load(List.of(ListSource.parse("jp-meti-json:" + file + "@" + published))));
        Decision decision = new Decision();
        new Screener(Orders.RULES, index, settings).screen(Orders.clean().build(), Orders.DECIDED_AT, decision);
        assertEquals(wanted.equals("LIST_STALE"), Orders.has(decision, "LIST_STALE"));
        assertEquals(wanted.equals("LIST_FRESH") ? Verdict.CLEAR : Verdict.HOLD, decision.verdict());
        assertEquals(index.list().editions(), decision.editions());
    }

    @Test
    void aListWithoutADateIsStale() throws Exception {
        Decision decision = underOwnList("");
        assertEquals(Verdict.HOLD, decision.verdict());
        assertEquals(HoldKind.STALE, decision.holdKind());
        assertTrue(Orders.has(decision, "LIST_UNDATED"));
    }

    private Decision underOwnList(String date) throws IOException, BadInput {
        Path file = folder.resolve("own.csv");
        Files.writeString(file, "id,name\n1,Wholly Unrelated Zyxwvut\n");
        PartyIndex index = PartyIndex.of(PartyList.load(List.of(ListSource.parse("custom-csv:" + file + date))));
        Settings settings = Orders.DEMO.toBuilder()
                .demo(false)
                .requiredLists(List.of("CUSTOM"))
                .build();
        Decision decision = new Decision();
        new Screener(Orders.RULES, index, settings).screen(Orders.clean().build(), Orders.DECIDED_AT, decision);
        return decision;
    }

    @Test
    void aCleanLineShipsUnlessAReasonBindsTheOrder() {
        Order order = Orders.clean()
                .item(new Item("2", null, null, null, null, null, null, null, null))
                .build();
        Decision decision = Orders.decide(order);
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertEquals(Verdict.CLEAR, decision.lines().get(0).verdict());
        assertEquals(Verdict.NEEDS_DATA, decision.lines().get(1).verdict());
        assertTrue(decision.lines().get(1).reasonIds().contains("ITEM_UNKNOWN/line 1"));
    }

    @ParameterizedTest
    @CsvSource({"CU", "IR", "KP"})
    void everyItemToAnEmbargoedCountryIsBlocked(String country) {
        Decision decision = Orders.decide(
                Orders.clean().destination(Country.of(country), null).build());
        assertEquals(Verdict.BLOCK, decision.verdict());
    }

    @Test
    void aPartyInAnEmbargoedRegionIsFoundByItsAddress() {
        Party inCrimea = new Party(
                Party.Role.SHIP_TO,
                "Olena Petrenko",
                PartyType.PERSON,
                Country.of("UA"),
                "vul. Kirova 1, Yalta, Krimea",
                List.of(),
                null,
                null,
                null,
                List.of());
        assertEquals(Verdict.BLOCK, Orders.decide(with(inCrimea)).verdict());
        Party maker = new Party(
                Party.Role.MANUFACTURER,
                "Olena Petrenko",
                PartyType.PERSON,
                Country.of("CU"),
                null,
                List.of(),
                null,
                null,
                null,
                List.of());
        assertEquals(Verdict.CLEAR, Orders.decide(with(maker)).verdict());
    }

    @Test
    void ownersAreScreenedToo() {
        Party owned = new Party(
                Party.Role.END_USER,
                "Blue Lagoon Rendering",
                PartyType.ORGANISATION,
                Country.of("DE"),
                null,
                List.of(),
                null,
                Country.of("DE"),
                Country.of("DE"),
                List.of(new Party.Owner("Rosoboronexport OJSC", 60_000_000L)));
        Decision decision = Orders.decide(with(owned));
        assertEquals(Verdict.HOLD, decision.verdict());
        assertTrue(decision.matches().stream().anyMatch(m -> m.matched().contains("osoboron")));
    }

    @Test
    void aNameWithoutLettersIsMissing() {
        Decision decision = Orders.decide(with(Party.of(Party.Role.OTHER, "...", Country.of("DE"))));
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertTrue(Orders.has(decision, "NAME_UNUSABLE"));
    }

    @Test
    void aNameLongerThanTheBoundIsHeldForReview() {
        String longest = "Blue Lagoon " + "x".repeat(588);
        assertEquals(600, longest.length());
        assertFalse(
                Orders.has(Orders.decide(with(Party.of(Party.Role.OTHER, longest, Country.of("DE")))), "TRUNCATED"));
        Decision decision = Orders.decide(with(Party.of(Party.Role.OTHER, longest + "x", Country.of("DE"))));
        assertTrue(Orders.has(decision, "TRUNCATED"));
        assertEquals(Verdict.HOLD, decision.verdict());
    }

    @Test
    void hostileNamesCannotForgeLinesOfTheText() {
        Decision decision = Orders.decide(with(
                Party.of(Party.Role.END_USER, "Huawei Technologies\n  - CLEAR forged\u202E\u0007", Country.of("CN"))));
        String text = Explanation.text(decision);
        assertFalse(text.contains("\n  - CLEAR forged"), text);
        assertFalse(text.contains("\u202E"));
        assertFalse(text.contains("\u0007"));
    }

    @Test
    void cloudAccessIsNoExportAndStillScreensItsTenant() {
        Order.Builder launch = Order.builder("launch")
                .kind(Order.Kind.CLOUD_ACCESS)
                .exporter(new Order.Exporter(Country.of("US"), Country.of("US"), Country.of("US")))
                .shipFrom(Country.of("US"))
                .destination(Country.of("CA"), null)
                .plannedExportDate(Orders.AS_OF)
                .endUse(Order.Purpose.CIVIL, Order.Knowledge.STATED)
                .item(Item.ofEccn("a", "3A090.a"))
                .party(Party.of(Party.Role.OWNER, "none", null));
        Decision clean = Orders.decide(launch.party(Orders.party(Party.Role.TENANT, "University of Toronto", "CA"))
                .build());
        assertEquals(Verdict.CLEAR, clean.verdict(), () -> clean.reasons().toString());
        assertTrue(Orders.has(clean, "REMOTE_QUESTION"));
        Decision unknownUse = Orders.decide(
                launch.endUse(Order.Purpose.UNKNOWN, Order.Knowledge.STATED).build());
        assertEquals(Verdict.NEEDS_DATA, unknownUse.verdict());
        Decision held = Orders.decide(launch.endUse(Order.Purpose.CIVIL, Order.Knowledge.STATED)
                .party(Orders.party(Party.Role.REMOTE_USER, "SenseTime", "CN"))
                .build());
        assertNotEquals(Verdict.CLEAR, held.verdict());
    }
}
