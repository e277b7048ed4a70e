package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.highfence.base.BadInput;
import io.highfence.list.ListSource;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import io.highfence.list.SubList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The matcher against the brute force on the published list: the same hits with the same scores, and nothing else. Each round, which has
 * the number of its seed, takes 500 listings at random and asks {@value #QUERIES} queries; every fourth round asks an index with neighbours
 * from a file. Two cores halve the time. A round alone is repeated by {@code -Dhighfence.exactness.from=N -Dhighfence.exactness.to=N+1}; so a long run is cut into
 * stretches.
 */
@Tag("exactness")
class ExactnessTest {
    private static final int QUERIES = 100;
    private static final int LISTINGS = 500;
    private static final int[] THRESHOLDS = {6_500, MatchSettings.DEFAULT_THRESHOLD, 9_000};
    private static final int CAPACITY = 100_000;

    private static PartyList list;

    @BeforeAll
    static void load() throws Exception {
        String data = System.getProperty("highfence.data");
        assumeTrue(data != null, "no folder of real data is named");
        Path json = Path.of(data, "us", "csl", "consolidated-2026-07-31.reconstructed.json.gz");
        assumeTrue(Files.exists(json), "there is no folder of real data");
        list = PartyList.load(List.of(new ListSource(ListSource.Format.CSL_JSON, json, null)));
    }

    private record Hit(String record, String name, int nameScore, int score, List<String> evidence, int records) {}

    /** The hits from a threshold on; the evidence, which says which name triggers, belongs to one threshold alone. */
    private static List<Hit> hits(Matches matches, int threshold, boolean evidence) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            if (matches.nameScore(i) >= threshold) {
                List<ListedParty> records = matches.records(i);
                hits.add(new Hit(
                        records.get(0).key(),
                        matches.matched(i).text(),
                        matches.nameScore(i),
                        matches.score(i),
                        evidence ? matches.evidence(i) : List.of(),
                        records.size()));
            }
        }
        return hits;
    }

    private static String replay(int round, String query) {
        return "'" + query + "', again: -Dhighfence.exactness.from=" + round + " -Dhighfence.exactness.to="
                + (round + 1);
    }

    @Test
    void listingsAtRandom() {
        int from = Integer.getInteger("highfence.exactness.from", 0);
        int to = Integer.getInteger("highfence.exactness.to", 200);
        AtomicInteger done = new AtomicInteger();
        long hits = IntStream.range(from, to)
                .parallel()
                .mapToLong(round -> {
                    long found = round(round);
                    if (done.incrementAndGet() % 500 == 0) {
                        System.out.println("exactness: " + done + " rounds from " + from + " on without a difference");
                    }
                    return found;
                })
                .sum();
        assertTrue(hits > 40L * (to - from), "most queries are of listed names");
    }

    private static long round(int round) {
        Random random = new Random(round);
        PartyList some = SubList.of(list, random, LISTINGS);
        PartyIndex index = PartyIndex.of(some);
        if (round % 4 == 0) {
            index = mapped(index);
        }
        MadeNames names = new MadeNames(random);
        long hits = namesAlone(round, index, names, random);
        evidence(round, index, names, random);
        return hits;
    }

    private static PartyIndex mapped(PartyIndex index) {
        try {
            Path file = Files.createTempFile("highfence", ".index");
            index.save(file);
            PartyIndex mapped = PartyIndex.open(file);
            Files.delete(file);
            return mapped;
        } catch (IOException | BadInput e) {
            throw new AssertionError(e);
        }
    }

    /** The brute force once, at the least threshold: without other evidence a score does not depend on it. */
    private static long namesAlone(int round, PartyIndex index, MadeNames names, Random random) {
        PartyMatcher exhaustive =
                PartyMatcher.exhaustive(index, MatchSettings.defaults().withThreshold(THRESHOLDS[0]));
        List<PartyMatcher> finding = new ArrayList<>();
        for (int threshold : THRESHOLDS) {
            finding.add(new PartyMatcher(index, MatchSettings.defaults().withThreshold(threshold)));
        }
        Matches expected = new Matches(CAPACITY);
        Matches found = new Matches(CAPACITY);
        long hits = 0;
        for (int i = 0; i < QUERIES * 9 / 10; i++) {
            String query = query(index.list(), names, random);
            exhaustive.match(query, expected);
            for (int t = 0; t < THRESHOLDS.length; t++) {
                finding.get(t).match(query, found);
                assertEquals(hits(expected, THRESHOLDS[t], false), hits(found, 0, false), () -> replay(round, query));
            }
            hits += expected.size();
        }
        return hits;
    }

    /** With identifiers, addresses, types, countries and birth dates, all of an order in one call, and with a profile every other time. */
    private static void evidence(int round, PartyIndex index, MadeNames names, Random random) {
        MatchSettings settings = MatchSettings.defaults();
        ScreeningProfile profile = ScreeningProfile.ALL;
        if (random.nextBoolean()) {
            ListedParty any = index.list().records().get(random.nextInt(LISTINGS));
            profile = switch (random.nextInt(5)) {
                case 0 -> profile.withLists(List.of(any.list(), "SDN"));
                case 1 -> profile.withPrograms(any.listing().programs());
                case 2 -> profile.withCountries(any.countries());
                case 3 -> profile.withTypes(Set.of(PartyType.PERSON));
                default -> profile.withInForceOn(LocalDate.of(2024, 6, 30));
            };
        }
        PartyMatcher exhaustive = PartyMatcher.exhaustive(index, settings, profile);
        PartyMatcher finding = new PartyMatcher(index, settings, profile);
        List<PartyQuery> order = new ArrayList<>();
        List<Matches> found = new ArrayList<>();
        for (int i = 0; i < QUERIES / 10; i++) {
            order.add(query(index.list(), random).name(query(index.list(), names, random)));
            found.add(new Matches(CAPACITY));
        }
        finding.match(order, found);
        Matches expected = new Matches(CAPACITY);
        for (int i = 0; i < order.size(); i++) {
            String query = order.get(i).name().toString();
            exhaustive.match(order.get(i), expected);
            assertEquals(hits(expected, 0, true), hits(found.get(i), 0, true), () -> replay(round, query));
            assertEquals(expected.alert(), found.get(i).alert(), () -> replay(round, query));
        }
    }

    private static String query(PartyList some, MadeNames names, Random random) {
        int kind = random.nextInt(20);
        if (kind == 0) {
            return MatchAllocationTest.FAMILIES.get(random.nextInt(MatchAllocationTest.FAMILIES.size()));
        }
        PartyList among = kind < 3 ? list : some;
        List<ListedParty.Name> all =
                among.records().get(random.nextInt(among.records().size())).names();
        String name = all.get(random.nextInt(all.size())).text();
        for (int i = random.nextInt(4); i > 0; i--) {
            name = names.varied(name);
        }
        return random.nextInt(10) == 0 ? names.part(name) : name;
    }

    /** What is known of a listed party, or of two. */
    private static PartyQuery query(PartyList some, Random random) {
        ListedParty party = some.records().get(random.nextInt(LISTINGS));
        PartyQuery query = new PartyQuery();
        if (random.nextBoolean()) {
            query.type(PartyType.values()[random.nextInt(PartyType.values().length)]);
        }
        if (random.nextBoolean() && !party.countries().isEmpty()) {
            query.country(party.countries().get(0));
        }
        if (random.nextBoolean() && !party.addresses().isEmpty()) {
            query.address(party.addresses().get(0).text());
        }
        if (random.nextBoolean() && !party.identifiers().isEmpty()) {
            query.identifier(party.identifiers().get(0));
        }
        if (random.nextBoolean() && !party.birthDates().isEmpty()) {
            query.birthDate(party.birthDates().get(0));
        }
        return query;
    }

    @Test
    void theFullList() {
        int from = Integer.getInteger("highfence.exactness.full.from", 0);
        int to = Integer.getInteger("highfence.exactness.full", 4);
        PartyIndex index = PartyIndex.of(list).withNeighbours();
        IntStream.range(from, to).parallel().forEach(round -> {
            Random random = new Random(-1 - round);
            assertTrue(namesAlone(round, index, new MadeNames(random), random) > 40);
        });
    }
}
