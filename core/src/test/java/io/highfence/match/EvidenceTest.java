package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty;
import io.highfence.list.ListedParty.Identifier.Kind;
import io.highfence.list.MadeParty;
import io.highfence.list.PartyList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * matching.md, section 3b: agreement raises a score, disagreement lowers it, neither adds nor removes a hit by name, the unknown
 * changes nothing. Each fact is laid beside every set of the other facts, each agreeing, disagreeing, unknown or left out.
 */
class EvidenceTest {
    private static final long SEED = 20261129;
    private static final int RECORDS = 40;
    private static PartyIndex index;
    private static PartyList list;

    private final PartyMatcher matcher =
            new PartyMatcher(index, MatchSettings.defaults().withThreshold(6_500));
    private final Matches matches = new Matches();

    /** How a fact of the query stands to the listed one. */
    private enum Stand {
        LEFT_OUT,
        UNKNOWN,
        DISAGREES,
        AGREES
    }

    @BeforeAll
    static void makeAList() {
        MadeNames names = new MadeNames(new Random(SEED));
        List<MadeParty> parties = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            parties.add(MadeParty.of(Integer.toString(i), names.name())
                    .address(i + 10 + " Nathan Road", "Kowloon", "HK")
                    .identifier(Kind.TAX, "7700000" + (100 + i))
                    .bornIn(1930 + i));
        }
        list = MadeParty.list(parties);
        index = PartyIndex.of(list);
    }

    private static void add(PartyQuery query, int fact, Stand stand, ListedParty record) {
        if (stand == Stand.LEFT_OUT) {
            return;
        }
        boolean agrees = stand == Stand.AGREES;
        boolean unknown = stand == Stand.UNKNOWN;
        switch (fact) {
            case 0 -> query.country(unknown ? null : agrees ? Country.of("HK") : Country.of("PT"));
            case 1 ->
                query.birthDate(
                        unknown
                                ? DateRange.ALWAYS
                                : agrees ? record.birthDates().get(0) : DateRange.ofYear(2001));
            case 2 ->
                query.address(
                        unknown
                                ? "Kowloon"
                                : agrees ? record.addresses().get(0).text() : "999 Nathan Road, Kowloon, Hong Kong");
            default -> {
                if (!unknown) {
                    query.identifier(new ListedParty.Identifier(
                            Kind.TAX,
                            agrees ? record.identifiers().get(0).value() : "9999999",
                            "",
                            null,
                            DateRange.ALWAYS));
                }
            }
        }
    }

    private Map<String, Integer> scores(PartyQuery query) {
        matcher.match(query, matches);
        Map<String, Integer> scores = new TreeMap<>();
        for (int i = 0; i < matches.size(); i++) {
            scores.put(matches.records(i).get(0).key(), matches.score(i));
        }
        return scores;
    }

    @Test
    void agreementRaisesDisagreementLowersTheUnknownDoesNothing() {
        Random random = new Random(SEED + 1);
        MadeNames names = new MadeNames(random);
        int raised = 0;
        int lowered = 0;
        for (int round = 0; round < 400; round++) {
            ListedParty record = list.records().get(random.nextInt(RECORDS));
            String name = names.varied(record.primaryName());
            Stand[] stands = new Stand[4];
            for (int fact = 0; fact < 4; fact++) {
                stands[fact] = Stand.values()[random.nextInt(4)];
            }
            int varied = round % 4;
            List<Map<String, Integer>> results = new ArrayList<>();
            List<Boolean> alerts = new ArrayList<>();
            for (Stand stand : Stand.values()) {
                PartyQuery query = new PartyQuery().name(name);
                for (int fact = 0; fact < 4; fact++) {
                    add(query, fact, fact == varied ? stand : stands[fact], record);
                }
                results.add(scores(query));
                alerts.add(matches.alert());
            }
            String told = "seed " + SEED + ", round " + round + ": " + name + " for " + record.primaryName() + ", fact "
                    + varied + " beside " + List.of(stands) + ": " + results;
            Map<String, Integer> without = results.get(0);
            Map<String, Integer> disagreeing = results.get(2);
            Map<String, Integer> agreeing = results.get(3);
            assertEquals(without, results.get(1), told);
            assertEquals(without.keySet(), disagreeing.keySet(), told);
            assertTrue(agreeing.keySet().containsAll(without.keySet()), told);
            for (String key : without.keySet()) {
                assertTrue(disagreeing.get(key) <= without.get(key), told);
                assertTrue(disagreeing.get(key) > without.get(key) / 2 || without.get(key) == 0, told);
                lowered += disagreeing.get(key) < without.get(key) ? 1 : 0;
            }
            Integer was = without.get(record.key());
            if (was != null) {
                assertTrue(agreeing.get(record.key()) >= was, told);
                raised += agreeing.get(record.key()) > was ? 1 : 0;
            }
            if (varied >= 2) {
                assertTrue(agreeing.containsKey(record.key()), told);
                assertTrue(alerts.get(3), told);
            }
            assertTrue(!alerts.get(0) || alerts.get(3), told);
        }
        assertTrue(raised > 100 && lowered > 100, raised + " raised, " + lowered + " lowered");
    }

    @Test
    void whatIsSaidOfEachFact() {
        ListedParty record = list.records().get(7);
        String[] facts = {"country", "birth date", "address", "identifier"};
        for (int fact = 0; fact < 4; fact++) {
            for (Stand stand : Stand.values()) {
                PartyQuery query = new PartyQuery().name(record.primaryName());
                add(query, fact, stand, record);
                matcher.match(query, matches);
                List<String> evidence = matches.evidence(0);
                boolean agrees = stand == Stand.AGREES;
                // A party has many numbers, of which a list gives some: another number says nothing.
                boolean differs = stand == Stand.DISAGREES && fact != 3;
                String told = facts[fact] + " " + stand + ": " + evidence;
                assertEquals(agrees, evidence.contains(facts[fact] + " agrees"), told);
                assertEquals(differs, evidence.contains(facts[fact] + " differs"), told);
                if (!agrees) {
                    assertFalse(matches.confirmed(0), told);
                }
            }
        }
    }
}
