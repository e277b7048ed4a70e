package io.highfence.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Decimal;
import io.highfence.law.RuleBook;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import io.highfence.list.Records;
import io.highfence.ownership.NaiveOwnership.Law;
import io.highfence.ownership.OwnershipFinding.Says;
import io.highfence.ownership.OwnershipGraph.Party;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The solver against one that works as the guidance words the rule, on graphs made by chance. A failure names its seed. */
class OwnershipOracleTest {
    private static final RuleBook BOOK = RuleBook.bundled();
    private static final int GRAPHS = 4_000;
    private static final long FIRST_SEED = 20_260_924;

    /** A day on which the Affiliates rule holds, one of its stay, and one between two days of stakes. */
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2025, 10, 15), LocalDate.of(2026, 9, 24), LocalDate.of(2026, 11, 10));

    private static final List<String> PERCENTS = List.of(
            "50",
            "25",
            "24.99",
            "49.999999",
            "50.000001",
            "10",
            "20",
            "30",
            "40",
            "60",
            "100",
            "0.000001",
            "33.333333");
    private static final List<List<String>> RANGES = List.of(
            List.of("25", "50"),
            List.of("50", "75"),
            List.of("75", "100"),
            List.of("0", "49.999999"),
            List.of("10", "20"));

    /** A graph made by chance, once for the solver and once for the oracle. */
    private static final class Made {
        final Map<String, Country> places = new HashMap<>();
        final Map<String, List<ListedParty>> listed = new HashMap<>();
        final List<NaiveOwnership.Stake> stakes = new ArrayList<>();

        Made(long seed) {
            Random random = new Random(seed);
            int parties = 2 + random.nextInt(9);
            int edges = 1 + random.nextInt(3 * parties);
            List<String> lists = List.of("SDN", "SDN-OTHER", "EL", "MEU", "UVL", "DPL", "UK", "CMIC", "COUNTER");
            for (int i = 0; i < parties; i++) {
                String name = "P" + i;
                int place = random.nextInt(5);
                places.put(name, place == 0 ? Country.of("US") : place == 1 ? null : Country.of("DE"));
                List<ListedParty> records = new ArrayList<>();
                for (int k = random.nextInt(4); k > 2; k--) {
                    String list = lists.get(random.nextInt(lists.size()));
                    records.add(
                            list.equals("SDN-OTHER")
                                    ? Records.of(name, "SDN", "RUSSIA-EO14065")
                                    : Records.of(name, list, "SDGT"));
                }
                listed.put(name, records);
            }
            for (int i = 0; i < edges; i++) {
                stakes.add(stake("P" + random.nextInt(parties), "P" + random.nextInt(parties), random));
            }
        }

        private static NaiveOwnership.Stake stake(String holder, String owned, Random random) {
            LocalDate day = LocalDate.of(2026, 3, 1);
            int dated = random.nextInt(12);
            LocalDate from = dated == 0 ? day : null;
            LocalDate to = dated == 1 ? day : null;
            BigDecimal least;
            BigDecimal most;
            boolean control = false;
            switch (random.nextInt(10)) {
                case 0 -> {
                    least = null;
                    most = null;
                }
                case 1 -> {
                    least = BigDecimal.ZERO;
                    most = BigDecimal.ZERO;
                    control = random.nextBoolean();
                }
                case 2, 3 -> {
                    List<String> range = RANGES.get(random.nextInt(RANGES.size()));
                    least = new BigDecimal(range.get(0));
                    most = new BigDecimal(range.get(1));
                }
                default -> {
                    least = new BigDecimal(PERCENTS.get(random.nextInt(PERCENTS.size())));
                    most = least;
                }
            }
            return new NaiveOwnership.Stake(holder, owned, least, most, control, from, to);
        }

        OwnershipGraph graph(List<NaiveOwnership.Stake> inOrder) {
            OwnershipGraph.Builder graph = OwnershipGraph.builder();
            new TreeMap<>(places)
                    .keySet()
                    .forEach(name ->
                            graph.party(new Party(name, name, PartyType.UNKNOWN, places.get(name), null, List.of())));
            for (NaiveOwnership.Stake stake : inOrder) {
                DateRange days = new DateRange(stake.from(), stake.to());
                if (stake.least() == null) {
                    graph.unknownStake(stake.holder(), stake.owned(), days);
                } else if (stake.control()) {
                    graph.control(stake.holder(), stake.owned(), days);
                } else if (stake.most().signum() == 0) {
                    graph.influence(stake.holder(), stake.owned(), days);
                } else {
                    graph.stake(
                            stake.holder(), stake.owned(), millionths(stake.least()), millionths(stake.most()), days);
                }
            }
            return graph.build();
        }

        Function<Party, Collection<ListedParty>> listings() {
            return party -> listed.getOrDefault(party.id(), List.of());
        }

        private Set<String> onLists(Set<String> lists, boolean anySdn) {
            return listed.entrySet().stream()
                    .filter(entry -> entry.getValue().stream()
                            .anyMatch(record -> lists.contains(record.list())
                                    && (anySdn
                                            || !record.list().equals("SDN")
                                            || record.listing().programs().contains("SDGT"))))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }

        /** The rules in the words of the fact sheet: F7.16; F7.1 and F7.6; more than half or control; half. */
        Law law(String rule) {
            return switch (rule) {
                case "OFAC-50" -> new Law(onLists(Set.of("SDN"), true), Set.of(), false, false, this::isInUs, false);
                case "BIS-AFFILIATES" ->
                    new Law(
                            onLists(Set.of("EL", "MEU", "SDN"), false),
                            onLists(Set.of("UVL", "DPL"), false),
                            false,
                            false,
                            this::isInUs,
                            true);
                case "UK-OWNERSHIP" ->
                    new Law(onLists(Set.of("UK", "OFSI"), true), Set.of(), true, true, this::isInUs, false);
                default -> new Law(onLists(Set.of("COUNTER"), true), Set.of(), false, false, this::isInUs, false);
            };
        }

        private boolean isInUs(String party) {
            Country place = places.get(party);
            return place != null && place.code().equals("US");
        }
    }

    private static long millionths(BigDecimal percent) {
        return percent.movePointRight(6).longValueExact();
    }

    @Test
    void thousandsOfGraphsAgreeWithTheOracle() {
        System.out.println("ownership graphs: seeds " + FIRST_SEED + " to " + (FIRST_SEED + GRAPHS - 1));
        Map<Says, Integer> met = new TreeMap<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + GRAPHS; seed++) {
            Made made = new Made(seed);
            LocalDate day = DAYS.get((int) (seed % DAYS.size()));
            check("seed " + seed + " on " + day, made, made.graph(made.stakes), day, met);
        }
        System.out.println("ownership graphs: answers " + met);
        for (Says says : Says.values()) {
            assertTrue(met.getOrDefault(says, 0) > 400, () -> "too few to mean anything: " + met);
        }
    }

    private static void check(String where, Made made, OwnershipGraph graph, LocalDate day, Map<Says, Integer> met) {
        Map<String, OwnershipFinding> all = graph.judgeAll(made.listings(), BOOK, day).stream()
                .collect(Collectors.toMap(
                        found -> found.rule().key() + " " + found.party().id(), found -> found));
        Map<String, List<OwnershipFinding>> oneByOne = new HashMap<>();
        for (Party party : graph.parties()) {
            oneByOne.put(party.id(), graph.judge(party.id(), made.listings(), BOOK, day));
        }
        for (String rule : List.of("OFAC-50", "BIS-AFFILIATES", "UK-OWNERSHIP", "CN-OWNERSHIP")) {
            NaiveOwnership naive = new NaiveOwnership(made.stakes, day, made.law(rule));
            for (Party party : graph.parties()) {
                String name = party.id();
                String what = where + " " + rule + " " + name;
                Says expected = naive.says(name);
                OwnershipFinding found = all.get(rule + " " + name);
                OwnershipFinding alone = oneByOne.getOrDefault(name, List.of()).stream()
                        .filter(one -> one.rule().key().equals(rule))
                        .findFirst()
                        .orElse(null);
                if (expected == null) {
                    assertNull(found, what);
                    assertNull(alone, what);
                    continue;
                }
                met.merge(expected, 1, Integer::sum);
                assertNotNull(found, what);
                assertNotNull(alone, what);
                for (OwnershipFinding one : List.of(found, alone)) {
                    assertEquals(expected, one.codified(), what);
                    assertEquals(millionths(naive.share(name, 0)), one.least(), what);
                    BigDecimal most = naive.share(name, 2).min(new BigDecimal(100));
                    assertEquals(Math.max(one.least(), millionths(most)), one.most(), what);
                    if (expected != Says.RED_FLAG) {
                        int taken = expected == Says.RESTRICTED ? 0 : expected == Says.STRADDLES ? 1 : 2;
                        assertEquals(
                                naive.owners(name, taken),
                                new TreeSet<>(one.owners().stream()
                                        .map(ListedParty::primaryName)
                                        .toList()),
                                what);
                    }
                }
                boolean stayed = day.equals(DAYS.get(1)) && !rule.equals("OFAC-50") && !rule.equals("UK-OWNERSHIP");
                boolean suspended = rule.equals("CN-OWNERSHIP") && !day.isAfter(LocalDate.of(2026, 11, 10));
                assertEquals(stayed || suspended ? Says.RED_FLAG : expected, found.says(), what);
            }
        }
    }

    /** No answer depends on the order in which stakes were given. */
    @Test
    void theOrderOfStakesDoesNotMatter() {
        for (long seed = 1; seed <= 500; seed++) {
            Made made = new Made(seed);
            List<NaiveOwnership.Stake> shuffled = new ArrayList<>(made.stakes);
            Collections.shuffle(shuffled, new Random(seed));
            assertEquals(answers(made, made.stakes), answers(made, shuffled), "seed " + seed);
        }
    }

    private static Map<String, String> answers(Made made, List<NaiveOwnership.Stake> stakes) {
        return made.graph(stakes).judgeAll(made.listings(), BOOK, DAYS.get(0)).stream()
                .collect(Collectors.toMap(
                        found -> found.rule().key() + " " + found.party().id(),
                        found -> found.says() + " " + Decimal.toString(found.least()) + " "
                                + Decimal.toString(found.most()) + " "
                                + new TreeSet<>(found.owners().stream()
                                        .map(ListedParty::key)
                                        .toList()),
                        (a, b) -> a,
                        TreeMap::new));
    }

    /** More of a listed party's stake never makes an answer lighter. */
    @Test
    void aLargerStakeIsNeverALighterAnswer() {
        for (long seed = 1; seed <= 1_000; seed++) {
            Made made = new Made(seed);
            Map<String, OwnershipFinding> before = byName(made, made.stakes);
            List<NaiveOwnership.Stake> more = new ArrayList<>(made.stakes);
            NaiveOwnership.Stake first = more.get(0);
            more.add(new NaiveOwnership.Stake(
                    first.holder(), first.owned(), BigDecimal.TEN, BigDecimal.TEN, false, null, null));
            Map<String, OwnershipFinding> after = byName(made, more);
            for (Map.Entry<String, OwnershipFinding> one : before.entrySet()) {
                OwnershipFinding then = after.get(one.getKey());
                assertNotNull(then, "seed " + seed);
                assertTrue(then.says().compareTo(one.getValue().says()) <= 0, "seed " + seed + " " + one.getValue());
            }
        }
    }

    private static Map<String, OwnershipFinding> byName(Made made, List<NaiveOwnership.Stake> stakes) {
        return made.graph(stakes).judgeAll(made.listings(), BOOK, DAYS.get(0)).stream()
                .collect(Collectors.toMap(
                        found -> found.rule().key() + " " + found.party().id(), found -> found));
    }
}
