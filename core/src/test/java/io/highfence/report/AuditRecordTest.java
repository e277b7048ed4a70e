package io.highfence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.Decision;
import io.highfence.Item;
import io.highfence.Order;
import io.highfence.Party;
import io.highfence.RandomOrders;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.chip.Chip;
import io.highfence.chip.ChipColumns;
import io.highfence.law.RuleBook;
import io.highfence.ledger.Account;
import io.highfence.ledger.Ledger;
import io.highfence.ledger.OrderLine;
import io.highfence.ledger.Posting;
import io.highfence.ledger.RecordedTotals;
import io.highfence.ledger.Totals;
import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import io.highfence.match.PartyIndex;
import io.highfence.ownership.OwnershipGraph;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a decision is enough to make it again, and what is another is named. */
class AuditRecordTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 1);
    private static final Instant DECIDED_AT = Instant.parse("2026-09-01T12:00:00.123Z");
    private static final PartyIndex SAMPLE = PartyIndex.of(PartyList.sample());
    private static final RuleBook RULES = RuleBook.bundled();
    private static final Settings DEMO = Settings.defaults().toBuilder()
            .acceptedThrough(new Settings.Acceptance(AS_OF, "a test"))
            .timeBudget(java.time.Duration.ofMinutes(10))
            .demo(true)
            .build();

    @TempDir
    Path folder;

    static Decision decide(Order order, Screener screener) {
        Decision decision = new Decision();
        screener.screen(order, DECIDED_AT, decision);
        return decision;
    }

    static AuditRecord read(String json) throws IOException, BadInput {
        try (AuditReader reader =
                new AuditReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "record.json")) {
            return Objects.requireNonNull(reader.next());
        }
    }

    static Order order() {
        Country us = Country.of("US");
        Country cn = Country.of("CN");
        return Order.builder("A-1")
                .kind(Order.Kind.EXPORT)
                .exporter(new Order.Exporter(us, us, us))
                .shipFrom(us)
                .destination(cn, null)
                .plannedExportDate(AS_OF)
                .endUse(Order.Purpose.CIVIL, Order.Knowledge.STATED)
                .party(Party.of(Party.Role.PURCHASER, "Huawei Tecnologies", cn))
                .party(Party.of(Party.Role.ULTIMATE_CONSIGNEE, "Wholly Unrelated Zyxwvut", cn))
                .item(Item.ofEccn("1", "EAR99"))
                .build();
    }

    @Test
    void aThousandRandomOrdersAreDecidedAgainToTheByte() throws Exception {
        long seed = 20260902L;
        RandomOrders random = new RandomOrders(seed);
        Map<Settings, Screener> again = new HashMap<>();
        Screener first = new Screener(RULES, SAMPLE, DEMO);
        for (int i = 0; i < 1000; i++) {
            Order order = random.next();
            Decision decision = decide(order, first);
            AuditRecord kept = AuditRecord.of(decision, first);
            String where = "seed " + seed + ", order " + i + ": ";
            AuditRecord record = read(kept.json());
            assertEquals(kept.json(), record.json(), where);
            assertTrue(kept.json().contains("\"replayable\":true"), where + kept.json());
            Settings settings = Objects.requireNonNull(record.settings());
            assertEquals(DEMO, settings, where);
            Screener second = again.computeIfAbsent(settings, under -> new Screener(RULES, SAMPLE, under));
            Replay replay = record.replay(second);
            assertTrue(replay.same(), where + replay.json() + "\n" + kept.json());
            if (i % 5 == 0) {
                Replay ofAnswer = read(Explanation.json(decision)).replay(second);
                assertTrue(ofAnswer.same(), where + ofAnswer.json());
            }
        }
    }

    /** A recorded chip keeps where its maker is headquartered, alone and within a server. */
    @Test
    void anOrderHeldForTheMakerOfItsChipIsDecidedAgainToTheByte() throws Exception {
        for (String form : new String[] {"", "system"}) {
            Chip chip = ChipColumns.chip(
                    form.isEmpty()
                            ? Map.of("id", "c", "chip", "Biren BR100")
                            : Map.of("id", "c", "form", form, "contains", "Biren BR100", "datacenter", "yes"));
            Order.Builder order = Order.builder("A-2").kind(Order.Kind.SERVICE).item(Item.ofChip("1", chip));
            Screener screener = new Screener(RULES, SAMPLE, DEMO);
            Decision decision = decide(order.build(), screener);
            assertTrue(
                    decision.reasons().stream().anyMatch(reason -> reason.rule().equals("GP10_PRESUMPTION")));
            AuditRecord record = read(AuditRecord.of(decision, screener).json());
            Replay replay = record.replay(new Screener(RULES, SAMPLE, DEMO));
            assertTrue(replay.same(), replay.json());
        }
    }

    @Test
    void itSaysByItselfWhatItIs() throws Exception {
        Screener screener = new Screener(RULES, SAMPLE, DEMO);
        Decision decision = decide(order(), screener);
        Map<String, Object> record =
                Read.object(AuditRecord.of(decision, screener).json());
        assertEquals("highfence.audit", record.get("format"));
        assertEquals("1", String.valueOf(record.get("version")));
        assertEquals(decision.verdict().name(), record.get("verdict"));
        Map<?, ?> rules = (Map<?, ?>) record.get("rules");
        assertEquals(RULES.digest().hex(), rules.get("digest"));
        assertEquals("true", String.valueOf(rules.get("bundled")));
        PartyList.Edition edition = decision.editions().get(0);
        Map<String, Object> list = Read.objects(record, "lists").get(0);
        assertEquals(edition.digest().hex(), list.get("digest"));
        assertEquals(Integer.toString(edition.recordCount()), String.valueOf(list.get("records")));
        Map<?, ?> inner = (Map<?, ?>) record.get("decision");
        assertEquals(decision.reasons().size(), ((List<?>) inner.get("reasons")).size());
        assertEquals(decision.replay().hex(), inner.get("replay"));
    }

    /** A name that falls short of the threshold stands in the record with its score, and in no reason. */
    @Test
    void nearMissesAreKept() throws Exception {
        Screener screener = new Screener(
                RULES,
                SAMPLE,
                DEMO.toBuilder().match(DEMO.match().withThreshold(9900)).build());
        Decision decision = decide(order(), screener);
        assertEquals(
                0, decision.matches().stream().filter(match -> match.alerts()).count());
        Map<String, Object> record =
                Read.object(AuditRecord.of(decision, screener).json());
        List<?> parties = (List<?>) ((Map<?, ?>) record.get("candidates")).get("parties");
        assertEquals(2, parties.size());
        List<?> near = (List<?>) ((Map<?, ?>) parties.get(0)).get("nearMisses");
        assertTrue(near.toString().contains("Huawei Technologies"), near.toString());
        assertEquals(List.of(), ((Map<?, ?>) parties.get(1)).get("nearMisses"));
    }

    private static Replay.Difference only(Replay replay, String what) {
        assertFalse(replay.same());
        List<Replay.Difference> found =
                replay.differs().stream().filter(one -> one.what().equals(what)).toList();
        assertEquals(1, found.size(), replay.json());
        return found.get(0);
    }

    private AuditRecord kept() throws Exception {
        Screener screener = new Screener(RULES, SAMPLE, DEMO);
        return read(AuditRecord.of(decide(order(), screener), screener).json());
    }

    private PartyIndex index(String name, String row) throws Exception {
        Path csv = Files.writeString(folder.resolve(name), "id,name,type,program\n" + row + "\n");
        return PartyIndex.of(PartyList.load(List.of(ListSource.parse("custom-csv:" + csv + "@2026-08-30"))));
    }

    @Test
    void anotherListIsNamedAndTheOneThatIsWanted() throws Exception {
        PartyIndex then = index("then.csv", "1,Huawei Technologies,entity,X");
        PartyIndex today = index("now.csv", "1,Huawei Technologies,entity,Y");
        Screener screener = new Screener(RULES, then, DEMO);
        AuditRecord record =
                read(AuditRecord.of(decide(order(), screener), screener).json());
        assertTrue(record.replay(new Screener(RULES, then, DEMO)).same());
        Replay replay = record.replay(new Screener(RULES, today, DEMO));
        List<Replay.Difference> lists = replay.differs().stream()
                .filter(one -> one.what().equals("list"))
                .toList();
        assertEquals(2, lists.size(), replay.json());
        assertEquals("then.csv of 2026-08-30", lists.get(0).path());
        assertEquals(then.list().editions().get(0).digest().hex(), lists.get(0).recorded());
        assertNull(lists.get(0).now());
        assertTrue(String.valueOf(lists.get(0).says()).endsWith("is wanted"));
        assertEquals(today.list().editions().get(0).digest().hex(), lists.get(1).now());
    }

    @Test
    void otherRulesAreNamed() throws Exception {
        RuleBook others =
                RuleBook.load(Path.of(System.getProperty("highfence.root"), "examples", "cli", "letters.json"));
        Replay.Difference rules = only(kept().replay(new Screener(others, SAMPLE, DEMO)), "rules");
        assertEquals(RULES.digest().hex(), rules.recorded());
        assertEquals(others.digest().hex(), rules.now());
    }

    @Test
    void anotherSettingIsNamed() throws Exception {
        Settings others = DEMO.toBuilder().maxListAgeDays(77).build();
        Replay replay = kept().replay(new Screener(RULES, SAMPLE, others));
        assertFalse(replay.same());
        Replay.Difference digest = replay.differs().get(0);
        assertEquals("settings stamp.config", digest.what() + " " + digest.path());
        assertEquals(DEMO.digest().hex(), digest.recorded());
        assertEquals(others.digest().hex(), digest.now());
        Replay.Difference value = replay.differs().get(1);
        assertEquals("settings inputs.settings.maxListAgeDays", value.what() + " " + value.path());
        assertEquals("null", value.recorded());
        assertEquals("77", value.now());
    }

    @Test
    void anotherEngineIsNamedAndNothingElse() throws Exception {
        AuditRecord record = read(kept().json().replace("\"engine\":\"" + Screener.ENGINE, "\"engine\":\"9.9.9+abc"));
        Replay replay = record.replay(new Screener(RULES, SAMPLE, DEMO));
        Replay.Difference engine = only(replay, "engine");
        assertEquals("9.9.9+abc", engine.recorded());
        assertEquals(Screener.ENGINE, engine.now());
        assertEquals(1, replay.differs().size(), replay.json());
    }

    @Test
    void stakesThatWereNotThereAreNamed() throws Exception {
        OwnershipGraph graph = OwnershipGraph.read(
                new ByteArrayInputStream(
                        "owner,owned,percent\nA Holding,B Works,60\n".getBytes(StandardCharsets.UTF_8)),
                "stakes.csv");
        Screener with = Screener.with(RULES, SAMPLE, DEMO).ownership(graph).build();
        Replay.Difference stakes = only(kept().replay(with), "ownership");
        assertNull(stakes.recorded());
        assertEquals(graph.digest().hex(), stakes.now());
        AuditRecord record = read(AuditRecord.of(decide(order(), with), with).json());
        assertTrue(record.replay(with).same());
        assertEquals(
                graph.digest().hex(),
                only(record.replay(new Screener(RULES, SAMPLE, DEMO)), "ownership")
                        .recorded());
    }

    /** Running totals go on running; the record has those of then. */
    @Test
    void totalsOfThenAreInTheRecord() throws Exception {
        Settings capped = DEMO.toBuilder()
                .tenantCap(new Settings.TenantCap(100_000_000_000L, 30))
                .build();
        Totals then = new Totals() {
            @Override
            public Sum sum(Account account, DateRange window, Set<OrderLine> own) {
                return new Sum(AS_OF.plusDays(5).equals(window.to()) ? 9_000_000L : 7_000_000L, 3_000_000L, 0);
            }

            @Override
            public boolean knows(Account account, String order) {
                return true;
            }
        };
        Country de = Country.of("DE");
        Order launch = Order.builder("L-1")
                .kind(Order.Kind.CLOUD_ACCESS)
                .plannedExportDate(AS_OF)
                .party(new Party(
                        Party.Role.TENANT,
                        "Wholly Unrelated Zyxwvut",
                        PartyType.UNKNOWN,
                        de,
                        null,
                        List.of(),
                        null,
                        de,
                        de,
                        List.of(),
                        "T-1"))
                .item(new Item(
                        "1",
                        null,
                        io.highfence.chip.ChipCatalogue.bundled()
                                .entries()
                                .get(0)
                                .chip(),
                        null,
                        1_000_000L,
                        null,
                        null,
                        null,
                        null))
                .build();
        Screener screener = Screener.with(RULES, SAMPLE, capped).totals(then).build();
        Decision decision = decide(launch, screener);
        assertFalse(decision.totals().isEmpty());
        AuditRecord record = read(AuditRecord.of(decision, screener).json());
        Screener later =
                Screener.with(RULES, SAMPLE, capped).totals(record.totals()).build();
        Replay same = record.replay(later);
        assertTrue(same.same(), same.json());
        Replay without = record.replay(new Screener(RULES, SAMPLE, capped));
        assertFalse(without.same());
        assertEquals("totals", without.differs().get(0).what());
    }

    /** Each order is decided with what the ones before it have posted, and decided again without the ledger. */
    @Test
    void randomOrdersWithALedgerAreDecidedAgainToTheByte() throws Exception {
        long seed = 20261130L;
        RandomOrders random = new RandomOrders(seed);
        Settings capped = DEMO.toBuilder()
                .tenantCap(new Settings.TenantCap(100_000_000_000L, 30))
                .build();
        Set<Account.Kind> read = new java.util.TreeSet<>();
        int unshown = 0;
        try (Ledger ledger = Ledger.inMemory()) {
            Screener first =
                    Screener.with(RULES, SAMPLE, capped).totals(ledger.totals()).build();
            for (int i = 0; i < 600; i++) {
                Order order = random.next();
                Decision decision = decide(order, first);
                RecordedTotals asked = Objects.requireNonNull(decision.askedTotals());
                asked.sums().keySet().forEach(account -> read.add(account.kind()));
                unshown += decision.totals().isEmpty() && !asked.isEmpty() ? 1 : 0;
                String where = "seed " + seed + ", order " + i + ": ";
                for (String kept : List.of(AuditRecord.of(decision, first).json(), Explanation.json(decision))) {
                    AuditRecord record = read(kept);
                    Screener second = Screener.with(RULES, SAMPLE, capped)
                            .totals(record.totals())
                            .build();
                    Replay replay = record.replay(second);
                    assertTrue(replay.same(), where + replay.json() + "\n" + kept);
                }
                for (Map.Entry<OrderLine, List<Posting>> line :
                        decision.postings().entrySet()) {
                    if (ledger.state(line.getKey()) == Ledger.State.NONE) {
                        ledger.reserve(line.getKey(), line.getValue());
                        if (i % 3 == 0) {
                            ledger.commit(line.getKey());
                        }
                    }
                }
            }
        }
        assertTrue(
                read.containsAll(List.of(
                        Account.Kind.TPP_CONSIGNEE,
                        Account.Kind.TPP_COUNTRY,
                        Account.Kind.TPP_TENANT,
                        Account.Kind.TPP_CHINA,
                        Account.Kind.FP64_SITE)),
                read.toString());
        assertTrue(unshown > 10, "figures that no reason shows are in the record too");
    }

    /** A ledger that fills up while an order is decided cannot give it two figures of one account. */
    @Test
    void aDecisionSeesEachFigureOnce() throws Exception {
        long[] used = {0};
        Totals filling = new Totals() {
            @Override
            public Sum sum(Account account, DateRange window, Set<OrderLine> own) {
                return new Sum(used[0] += 1_000_000L, 0, 0);
            }

            @Override
            public boolean knows(Account account, String order) {
                return true;
            }
        };
        RandomOrders random = new RandomOrders(7);
        Screener first = Screener.with(RULES, SAMPLE, DEMO).totals(filling).build();
        for (int i = 0; i < 100; i++) {
            AuditRecord record =
                    read(AuditRecord.of(decide(random.next(), first), first).json());
            Replay replay = record.replay(
                    Screener.with(RULES, SAMPLE, DEMO).totals(record.totals()).build());
            assertTrue(replay.same(), "order " + i + ": " + replay.json());
        }
    }

    /** Whatever is changed in the recorded order, it is no longer the one that was decided. */
    @Test
    void anotherOrderIsNamed() throws Exception {
        Screener screener = new Screener(RULES, SAMPLE, DEMO);
        String json = kept().json();
        int start = json.indexOf("\"order\":{");
        int end = json.indexOf("\"settings\":{", start);
        int changed = 0;
        for (String[] swap : new String[][] {
            {"Zyxwvut", "Zyxwvus"},
            {"\"US\"", "\"GB\""},
            {"2026-09-01", "2026-09-02"},
            {"EAR99", "4A994"},
            {"\"A-1\"", "\"A-2\""}
        }) {
            String order = json.substring(start, end).replaceFirst(swap[0], swap[1]);
            AuditRecord other = read(json.substring(0, start) + order + json.substring(end));
            Replay replay = other.replay(screener);
            assertFalse(replay.same(), swap[0]);
            assertTrue(replay.differs().stream().anyMatch(one -> one.what().equals("order")), replay.json());
            changed++;
        }
        assertEquals(5, changed);
        Replay given = read(json).replay(screener, order().asOf(AS_OF.plusDays(1)));
        assertTrue(given.differs().stream().anyMatch(one -> one.path().equals("inputs.order.asOf")), given.json());
    }

    @Test
    void anAnswerWithoutItsOrderNeedsTheOrder() throws Exception {
        Screener screener = new Screener(RULES, SAMPLE, DEMO);
        String whole = Explanation.json(decide(order(), screener));
        String old = whole.substring(0, whole.indexOf(",\"inputs\":")) + "}";
        AuditRecord answer = read(old);
        assertNull(answer.order());
        assertNull(answer.settings());
        assertEquals(
                "give the order beside it",
                only(answer.replay(screener), "order").says());
        assertTrue(answer.replay(screener, order()).same());
    }

    @Test
    void anOrderThatNoReaderCouldMakeIsMarked() throws Exception {
        Screener screener = new Screener(RULES, SAMPLE, DEMO);
        Order odd = Order.builder("1")
                .item(new Item("1", null, null, "EAR99", -5L, null, null, null, null))
                .build();
        assertTrue(AuditRecord.of(decide(odd, screener), screener).json().contains("\"replayable\":false"));
    }

    @Test
    void whatIsNoRecordIsRefused() {
        for (String text : new String[] {
            "{}", "[]", "{\"format\":\"highfence.audit\",\"version\":1}",
                    "{\"format\":\"highfence.audit\",\"version\":0}",
            "{\"verdict\":\"HOLD\"}", "{\"verdict\":1,\"verdict\":2,\"stamp\":{}}", "{\"verdict\":", "nonsense"
        }) {
            assertThrows(BadInput.class, () -> read(text), text);
        }
        BadInput newer = assertThrows(
                BadInput.class, () -> read("{\"format\":\"highfence.audit\",\"version\":2,\"decision\":{}}"));
        assertTrue(newer.reason().contains("newer than this engine"), newer.reason());
    }

    @Test
    void logsOfEveryVersionVerify() throws Exception {
        for (int version = 1; version <= AuditRecord.VERSION; version++) {
            String name = "audit-log-v" + version + ".jsonl";
            Path file = folder.resolve(name);
            try (InputStream in = Objects.requireNonNull(AuditRecordTest.class.getResourceAsStream(name))) {
                Files.copy(in, file);
            }
            AuditLog.Verification found = AuditLog.verify(file, null);
            assertTrue(found.isWhole(), found.fault());
            assertEquals(5, found.lines(), "a record, one whose subject was erased, a hold, its release, the erasure");
        }
    }

    /**
     * Records of every version of the form, kept as they were written: whatever becomes of rules and engine, they are read, and
     * replaying them names what has changed since.
     */
    @Test
    void recordsOfEveryVersionAreRead() throws Exception {
        for (int version = 1; version <= AuditRecord.VERSION; version++) {
            List<AuditRecord> records = new ArrayList<>();
            for (String name : List.of("audit-v" + version + ".json", "audit-log-v" + version + ".jsonl")) {
                try (InputStream in = Objects.requireNonNull(AuditRecordTest.class.getResourceAsStream(name));
                        AuditReader reader = new AuditReader(in, name)) {
                    records.add(Objects.requireNonNull(reader.next()));
                }
            }
            assertEquals(records.get(0).json(), records.get(1).json(), "the log keeps the same record");
            for (AuditRecord record : records) {
                assertEquals("A-1", record.id());
                assertEquals(order(), record.order());
                assertEquals(DEMO, record.settings());
                assertEquals("HOLD", record.verdict());
                Replay replay = record.replay(new Screener(RULES, SAMPLE, DEMO));
                assertNotNull(replay.verdict());
                if (!replay.same()) {
                    assertTrue(
                            List.of("engine", "rules", "list", "settings")
                                    .contains(replay.differs().get(0).what()),
                            replay.json());
                }
            }
        }
    }
}
