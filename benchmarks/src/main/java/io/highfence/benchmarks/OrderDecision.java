package io.highfence.benchmarks;

import io.highfence.Decision;
import io.highfence.Item;
import io.highfence.Order;
import io.highfence.Party;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.Verdict;
import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.Decimal;
import io.highfence.law.RuleBook;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import io.highfence.match.MatchSettings;
import io.highfence.match.Matches;
import io.highfence.match.PartyIndex;
import io.highfence.match.PartyMatcher;
import io.highfence.match.PartyQuery;
import io.highfence.ownership.OwnershipGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole order against a whole list: eight parties, ten lines, owners four deep, beside the search for the same eight names alone.
 *
 * <pre>
 * java -Dhighfence.data=FOLDER -jar benchmarks/target/benchmarks.jar OrderDecision -prof gc -foe true
 * </pre>
 *
 * <p>{@code varied}: thousands of orders, each of parties of one country put together at random out of four hundred customers whose
 * owners a graph knows; what a screener remembers of lines and owners was found before, as in a running system. {@code names}: the names of the same orders, searched one by one; the order
 * may take {@value #MOST_OVER_NAMES} microseconds more. Mode {@code sample} gives the distribution of single orders. {@code first}: a
 * screener that has decided nothing before.
 */
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OrderDecision {
    /** What a decision may take over its eight names, in microseconds. */
    static final int MOST_OVER_NAMES = 100;

    private static final long SEED = 20261130;
    private static final int ORDERS = 2_000;
    private static final int CUSTOMERS = 400;
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");

    private static final List<Party.Role> ROLES = List.of(
            Party.Role.PURCHASER,
            Party.Role.ULTIMATE_CONSIGNEE,
            Party.Role.END_USER,
            Party.Role.INTERMEDIATE_CONSIGNEE,
            Party.Role.FREIGHT_FORWARDER,
            Party.Role.BILL_TO,
            Party.Role.BANK,
            Party.Role.SELLER);

    private static final List<String> PLACES = List.of("DE", "FR", "NL", "JP");

    private static final List<String> FIRST = List.of(
            "Nordsee", "Rheinland", "Alpen", "Elbtal", "Weser", "Lausitz", "Seine", "Utrecht", "Kanto", "Bretagne");

    private static final List<String> SECOND = List.of(
            "Rechenzentrum", "Klimaforschung", "Druckerei", "Werft", "Optik", "Verlag", "Messtechnik", "Wetterdienst");

    /** Orders over the published list. */
    @State(Scope.Thread)
    public static class Orders {
        private final List<Order> orders = new ArrayList<>();
        private final Decision decision = new Decision();
        private final Matches matches = new Matches();
        private final PartyQuery query = new PartyQuery();
        private Path file = Path.of("");
        private Screener screener = new Screener(RuleBook.bundled(), PartyIndex.of(PartyList.sample()), SETTINGS);
        private PartyMatcher matcher = new PartyMatcher(screener.index(), MatchSettings.defaults());
        private OwnershipGraph graph = OwnershipGraph.builder().build();
        private int next;

        private static final Settings SETTINGS = Settings.defaults().toBuilder()
                .maxListAgeDays(10_000)
                .acceptedThrough(new Settings.Acceptance(DAY, "the benchmark"))
                .build();

        /**
         * Makes the orders and decides each once; all must be answered alike by a screener that has decided nothing before.
         *
         * @throws IOException if the list cannot be read
         * @throws BadInput if it is damaged
         */
        @Setup
        public void prepare() throws IOException, BadInput {
            file = Files.createTempFile("highfence", ".index");
            PartyIndex.of(ListData.load()).save(file);
            PartyIndex index = PartyIndex.open(file);
            Random random = new Random(SEED);
            List<String> customers = customers(random);
            for (int i = 0; i < ORDERS; i++) {
                orders.add(order(random, customers));
            }
            matcher = new PartyMatcher(index, MatchSettings.defaults());
            screener = screener(index);
            for (Order order : orders) {
                screener.screen(order, NOW, decision);
            }
            Decision fresh = new Decision();
            for (int i = 0; i < ORDERS; i += 100) {
                screener.screen(orders.get(i), NOW, decision);
                screener(index).screen(orders.get(i), NOW, fresh);
                if (!fresh.reasons().equals(decision.reasons()) || decision.verdict() != fresh.verdict()) {
                    throw new IllegalStateException("A memory changed the answer to order " + i);
                }
            }
        }

        private List<String> customers(Random random) {
            OwnershipGraph.Builder stakes = OwnershipGraph.builder();
            List<String> customers = new ArrayList<>();
            for (int i = 0; i < CUSTOMERS; i++) {
                String name = FIRST.get(random.nextInt(FIRST.size())) + " " + SECOND.get(random.nextInt(SECOND.size()))
                        + " " + (char) ('A' + random.nextInt(26)) + (char) ('a' + random.nextInt(26)) + "ster " + i
                        + " GmbH";
                customers.add(name);
                String owned = name;
                for (int level = 1; level <= 4; level++) {
                    String owner = "Beteiligung " + i + " Stufe " + level;
                    stakes.stake(owner, owned, 100 * Decimal.ONE);
                    owned = owner;
                }
            }
            graph = stakes.build();
            return customers;
        }

        private Screener screener(PartyIndex index) {
            return Screener.with(RuleBook.bundled(), index, SETTINGS)
                    .ownership(graph)
                    .build();
        }

        private static Order order(Random random, List<String> customers) {
            Country us = Country.of("US");
            int at = random.nextInt(PLACES.size());
            Country place = Country.of(PLACES.get(at));
            Order.Builder order = Order.builder("o")
                    .kind(Order.Kind.EXPORT)
                    .exporter(new Order.Exporter(us, us, us))
                    .shipFrom(us)
                    .destination(place, null)
                    .plannedExportDate(DAY)
                    .endUse(Order.Purpose.CIVIL, Order.Knowledge.STATED);
            for (Party.Role role : ROLES) {
                String name = customers.get(PLACES.size() * random.nextInt(customers.size() / PLACES.size()) + at);
                order.party(new Party(
                        role,
                        name,
                        PartyType.ORGANISATION,
                        place,
                        "Hafenstrasse " + (1 + Math.floorMod(name.hashCode(), 99)),
                        List.of(),
                        null,
                        place,
                        place,
                        List.of()));
            }
            for (int line = 1; line <= 10; line++) {
                order.item(Item.ofEccn(Integer.toString(line), "EAR99"));
            }
            return order.build();
        }

        private Order next() {
            next = next + 1 == ORDERS ? 0 : next + 1;
            return orders.get(next);
        }

        /**
         * Deletes the index.
         *
         * @throws IOException if that cannot be
         */
        @TearDown(Level.Trial)
        public void delete() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Decides the next order.
     *
     * @param orders the orders
     * @return its verdict
     */
    @Benchmark
    @BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
    public Verdict varied(Orders orders) {
        orders.screener.screen(orders.next(), NOW, orders.decision);
        return orders.decision.verdict();
    }

    /**
     * Searches for the eight names of the next order, one by one.
     *
     * @param orders the orders
     * @return how many hits there are
     */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public int names(Orders orders) {
        Order order = orders.next();
        int hits = 0;
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            orders.query
                    .clear()
                    .name(party.name())
                    .type(party.type())
                    .country(party.country())
                    .address(party.address());
            orders.matcher.match(orders.query, orders.matches);
            hits += orders.matches.size();
        }
        return hits;
    }

    /**
     * A screener's first order.
     *
     * @param orders the orders
     * @return its verdict
     */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public Verdict first(Orders orders) {
        Screener first = orders.screener(orders.screener.index());
        first.screen(orders.next(), NOW, orders.decision);
        return orders.decision.verdict();
    }
}
