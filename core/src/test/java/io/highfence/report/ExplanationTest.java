package io.highfence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.Decision;
import io.highfence.Item;
import io.highfence.Order;
import io.highfence.Party;
import io.highfence.PartyAnswer;
import io.highfence.PartyReader;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.base.Country;
import io.highfence.law.RuleBook;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The keys are those of the command line's contract; more may be there, none may be missing. */
class ExplanationTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 1);
    private static final Instant DECIDED_AT = Instant.parse("2026-09-01T12:00:00Z");
    private static final Screener SCREENER = new Screener(
            RuleBook.bundled(),
            PartyIndex.of(PartyList.sample()),
            Settings.defaults().toBuilder()
                    .acceptedThrough(new Settings.Acceptance(AS_OF, "a test"))
                    .demo(true)
                    .build());

    private static PartyReader.Row row(String row) throws Exception {
        List<PartyReader.Row> rows = new ArrayList<>();
        String csv = "id,name,type,country,address,identifiers,birth_date,role\n" + row + "\n";
        PartyReader.read(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "parties.csv", rows::add, refused -> {
                    throw new AssertionError(refused);
                });
        return rows.get(0);
    }

    private static Map<String, Object> screen(String text) throws Exception {
        PartyReader.Row row = row(text);
        PartyAnswer answer = new PartyAnswer();
        SCREENER.screen(row.party(), AS_OF, answer);
        Map<String, Object> read = Read.object(Explanation.json(row, answer, SCREENER, AS_OF));
        // The JSON says what the answer says.
        assertEquals(answer.verdict().name(), read.get("verdict"));
        assertEquals(answer.matches().alert(), read.get("alert"));
        assertEquals(answer.matches().size(), Read.objects(read, "hits").size());
        for (int i = 0; i < answer.matches().size(); i++) {
            Map<String, Object> hit = Read.objects(read, "hits").get(i);
            assertEquals(decimals(answer.matches().score(i)), hit.get("score"));
            assertEquals(decimals(answer.matches().nameScore(i)), hit.get("nameScore"));
            assertEquals(answer.matches().evidence(i), hit.get("evidence"));
            assertEquals(answer.matches().matched(i).text(), hit.get("matched"));
            assertEquals(
                    answer.matches().records(i).size(),
                    Read.objects(hit, "listings").size());
        }
        return read;
    }

    private static String decimals(int score) {
        return new java.math.BigDecimal(score).movePointLeft(4).setScale(4).toPlainString();
    }

    private static void has(Map<String, Object> object, String... keys) {
        for (String key : keys) {
            assertTrue(object.containsKey(key), key + " is missing from " + object.keySet());
        }
    }

    @Test
    void aScreenedPartyHasTheKeysOfTheContract() throws Exception {
        Map<String, Object> answer = screen("7,Huawei Technologies,organisation,CN,,,,");
        has(answer, "id", "name", "alert", "verdict", "best", "threshold", "hits", "listSet", "ruleSet", "date");
        assertEquals("7", answer.get("id"));
        assertEquals("Huawei Technologies", answer.get("name"));
        assertEquals(true, answer.get("alert"));
        assertEquals("0.7800", answer.get("threshold"));
        assertEquals("2026-09-01", answer.get("date"));
        assertEquals(true, answer.get("sampleList"));
        List<Map<String, Object>> hits = Read.objects(answer, "hits");
        assertEquals(answer.get("best"), hits.get(0).get("score"));
        for (Map<String, Object> hit : hits) {
            has(hit, "source", "entry", "name", "matched", "script", "score", "nameScore", "evidence", "triggers");
            has(hit, "programs", "effectiveFrom", "effectiveTo", "citation", "listings");
            Map<String, Object> best = Read.objects(hit, "listings").get(0);
            assertEquals(hit.get("source"), best.get("source"));
            assertEquals(hit.get("entry"), best.get("entry"));
        }
    }

    /** The texts of the Entity List beside what they mean; a list of the Treasury has no such texts. */
    @Test
    void aListingSaysWhatItsLicenseTextsMean() throws Exception {
        Map<String, Object> hit =
                Read.objects(screen("7,Huawei Technologies,,,,,,"), "hits").get(0);
        Map<String, Object> entity = Read.objects(hit, "listings").get(0);
        assertEquals("EL", entity.get("list"));
        assertEquals("ALL_ITEMS", entity.get("requirement"));
        assertEquals("PRESUMPTION_OF_DENIAL", entity.get("policy"));
        Map<String, Object> other =
                Read.objects(screen("8,Sberbank of Russia,,,,,,"), "hits").get(0);
        Map<String, Object> blocked = Read.objects(other, "listings").stream()
                .filter(listing -> "SDN".equals(listing.get("list")))
                .findFirst()
                .orElseThrow();
        assertEquals("", blocked.get("licenseRequirement"));
        assertEquals("NONE", blocked.get("requirement"));
        assertEquals("NONE", blocked.get("policy"));
    }

    @Test
    void aPartyWithoutHitsScoresNothing() throws Exception {
        Map<String, Object> answer = screen("8,Orchard Lantern Meadow,,,,,,");
        assertEquals("0.0000", answer.get("best"));
        assertEquals(List.of(), answer.get("hits"));
        assertEquals(false, answer.get("alert"));
        assertEquals("CLEAR", answer.get("verdict"));
        assertEquals("NEEDS_DATA", screen("9,...,,,,,,").get("verdict"));
    }

    /** As {@link #screen}, with near misses and explanations. */
    private static Map<String, Object> explained(String text, int margin) throws Exception {
        PartyReader.Row row = row(text);
        Settings settings = SCREENER.settings().toBuilder()
                .match(SCREENER.settings().match().withNearMissMargin(margin))
                .build();
        Screener screener = new Screener(SCREENER.rules(), SCREENER.index(), settings);
        PartyAnswer answer = new PartyAnswer();
        screener.screen(row.party(), AS_OF, answer);
        return Read.object(Explanation.explainedJson(row, answer, screener, AS_OF));
    }

    @Test
    void anExplainedHitHasOneKeyMoreAndItsScoreInIt() throws Exception {
        String row = "7,Huawei Tecnologies,organisation,CN,,,,";
        Map<String, Object> plain = screen(row);
        Map<String, Object> explained = explained(row, 0);
        assertEquals(plain.keySet(), explained.keySet(), "near misses are there only when asked for");
        List<Map<String, Object>> hits = Read.objects(explained, "hits");
        assertFalse(hits.isEmpty());
        for (int i = 0; i < hits.size(); i++) {
            Map<String, Object> hit = hits.get(i);
            Map<String, Object> why = Read.inner(hit, "explanation");
            has(why, "searched", "listed", "channel", "aligned", "contradiction", "lowered", "nameScore");
            has(why, "threshold", "margin", "ignored", "changes");
            assertEquals(hit.get("nameScore"), why.get("nameScore"));
            assertEquals("Huawei Tecnologies", Read.inner(why, "searched").get("name"));
            assertEquals(hit.get("matched"), Read.inner(why, "listed").get("name"));
            for (Map<String, Object> group : Read.objects(why, "aligned")) {
                has(group, "searched", "listed", "reason", "edits", "likeness", "share");
            }
            assertEquals(
                    new java.math.BigDecimal((String) hit.get("nameScore"))
                            .subtract(new java.math.BigDecimal("0.7800"))
                            .toPlainString(),
                    why.get("margin"));
            hit.remove("explanation");
            assertEquals(Read.objects(plain, "hits").get(i), hit);
        }
    }

    @Test
    void nearMissesStandApartAndChangeNothing() throws Exception {
        String row = "8,Sberbank Moscow Office,,,,,,";
        Map<String, Object> plain = screen(row);
        Map<String, Object> explained = explained(row, 7_000);
        List<Map<String, Object>> near = Read.objects(explained, "nearMisses");
        assertFalse(near.isEmpty());
        for (Map<String, Object> miss : near) {
            assertEquals(false, miss.get("triggers"));
            assertTrue(((String) miss.get("nameScore")).compareTo("0.7800") < 0);
            String margin = (String) Read.inner(miss, "explanation").get("margin");
            assertTrue(margin.startsWith("-0."), margin);
        }
        assertTrue(Integer.parseInt((String) explained.get("nearMissesInAll")) >= near.size());
        explained.remove("nearMisses");
        explained.remove("nearMissesInAll");
        assertEquals(plain, explained);
    }

    @Test
    void anIdentifierIsShownAsTheReason() throws Exception {
        Map<String, Object> answer = screen("9,Orchard Lantern Meadow,,,,bic:SABR RU MM,,");
        Map<String, Object> hit = Read.objects(answer, "hits").get(0);
        assertEquals(List.of("identifier agrees"), hit.get("evidence"));
        assertEquals(true, hit.get("triggers"));
        assertEquals("0.0000", hit.get("nameScore"));
    }

    private static Decision decide(Order order) {
        Decision decision = new Decision();
        SCREENER.screen(order, DECIDED_AT, decision);
        return decision;
    }

    private static Order.Builder order(String buyer, String country) {
        Country us = Country.of("US");
        Country place = Country.of(country);
        Order.Builder order = Order.builder("A-1")
                .kind(Order.Kind.EXPORT)
                .exporter(new Order.Exporter(us, us, us))
                .shipFrom(us)
                .destination(place, null)
                .plannedExportDate(AS_OF)
                .endUse(Order.Purpose.CIVIL, Order.Knowledge.STATED)
                .item(Item.ofEccn("1", "3A090.a"));
        for (Party.Role role : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(Party.of(role, buyer, place));
        }
        return order;
    }

    private static List<Decision> decisions() {
        return List.of(
                decide(order("Orchard Lantern Meadow", "DE").build()),
                decide(order("Huawei Technologies", "CN").build()),
                decide(order("Bank Mellat", "IR").build()),
                decide(order("...", "DE").build()),
                decide(Order.builder("nothing").build()));
    }

    @Test
    void aDecisionHasTheKeysOfTheContract() {
        for (Decision decision : decisions()) {
            Map<String, Object> read = Read.object(Explanation.json(decision));
            has(read, "id", "verdict", "holdKind", "lines", "reasons", "matches", "license", "redFlags", "missing");
            has(read, "changesOn", "stamp", "replay");
            for (Map<String, Object> reason : Read.objects(read, "reasons")) {
                has(reason, "rule", "verdict", "holdKind", "basis", "text", "citation", "missing");
            }
            has(Read.inner(read, "stamp"), "engine", "ruleSet", "listSet", "listAges", "config", "asOf", "decidedAt");
        }
    }

    /** REG-17: days, digest and count of every list in every answer. */
    @Test
    void theStampNamesEveryListWithItsDaysDigestAndCount() {
        for (Decision decision : decisions()) {
            List<Map<String, Object>> lists =
                    Read.objects(Read.inner(Read.object(Explanation.json(decision)), "stamp"), "lists");
            assertEquals(decision.editions().size(), lists.size());
            for (int i = 0; i < lists.size(); i++) {
                has(lists.get(i), "publishedOn", "ageDays", "retrievedAt");
                assertEquals(
                        decision.editions().get(i).digest().hex(), lists.get(i).get("digest"));
                assertEquals(
                        decision.editions().get(i).recordCount(),
                        Integer.parseInt(String.valueOf(lists.get(i).get("records"))));
            }
        }
    }

    @Test
    void aReasonNamesItsPartyOrItsLine() {
        Map<String, Object> read = Read.object(
                Explanation.json(decide(order("Huawei Technologies", "CN").build())));
        List<Map<String, Object>> reasons = Read.objects(read, "reasons");
        assertTrue(reasons.stream().anyMatch(r -> "Huawei Technologies".equals(r.get("party"))));
        assertTrue(reasons.stream().anyMatch(r -> "1".equals(r.get("line"))));
    }

    /** Whatever the JSON says is what the decision holds, and the text says it too. */
    @Test
    void jsonAndTextSayWhatTheDecisionHolds() {
        for (Decision decision : decisions()) {
            Map<String, Object> json = Read.object(Explanation.json(decision));
            String text = Explanation.text(decision);
            String flat = text.replaceAll("\\s+", " ");
            assertEquals(decision.verdict().name(), json.get("verdict"));
            assertTrue(text.startsWith(json.get("id") + ": " + json.get("verdict")), text);
            List<Map<String, Object>> reasons = Read.objects(json, "reasons");
            assertEquals(decision.reasons().size(), reasons.size());
            for (int i = 0; i < reasons.size(); i++) {
                assertEquals(decision.reasons().get(i).id(), reasons.get(i).get("id"));
                assertEquals(decision.reasons().get(i).text(), reasons.get(i).get("text"));
                assertTrue(flat.contains((String) reasons.get(i).get("rule")), text);
                assertTrue(flat.contains(((String) reasons.get(i).get("text")).replaceAll("\\s+", " ")), text);
                Object citation = reasons.get(i).get("citation");
                assertTrue(citation == null || flat.contains((String) citation), text);
            }
            List<Map<String, Object>> matches = Read.objects(json, "matches");
            assertEquals(decision.matches().size(), matches.size());
            for (Map<String, Object> match : matches) {
                has(match, "source", "entry", "name", "matched", "score", "nameScore", "evidence", "listings");
                assertTrue(flat.contains("'" + match.get("matched") + "'"), text);
                assertTrue(flat.contains("score " + match.get("score")), text);
            }
            assertEquals(decision.missing().size(), ((List<?>) json.get("missing")).size());
            assertEquals(decision.replay().hex(), json.get("replay"));
            assertTrue(text.contains(decision.replay().brief()));
        }
    }

    @Test
    void answersAreOneLineAndLeaveTheResultAsItIs() {
        for (Decision decision : decisions()) {
            String first = Explanation.json(decision);
            String text = Explanation.text(decision);
            assertFalse(first.contains("\n"));
            assertEquals(first, Explanation.json(decision));
            assertEquals(text, Explanation.text(decision));
        }
    }

    @Test
    void hostileNamesStayInsideTheirQuotes() {
        String hostile = "Huawei \"Technologies\"\n{\\\u0000\u202E\uD800";
        Decision decision = decide(order(hostile, "CN").build());
        Map<String, Object> json = Read.object(Explanation.json(decision));
        assertTrue(Read.objects(json, "matches").stream().anyMatch(m -> hostile.equals(m.get("party"))));
        String text = Explanation.text(decision);
        assertTrue(
                text.codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c) || c == 0x202E || c == 0xD800));
        assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(text));
        assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(Explanation.json(decision)));
    }
}
