package io.highfence.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.Decision;
import io.highfence.Order;
import io.highfence.OrderReader;
import io.highfence.Party;
import io.highfence.PartyMatch;
import io.highfence.RandomOrders;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.Suppression;
import io.highfence.Suppressions;
import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Digest;
import io.highfence.law.RuleBook;
import io.highfence.ledger.Account;
import io.highfence.ledger.Ledger;
import io.highfence.ledger.OrderLine;
import io.highfence.ledger.Totals;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import io.highfence.match.PartyIndex;
import io.highfence.ownership.OwnershipGraph;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain shows every change, and personal values leave the file without breaking it. */
class AuditLogTest {
    private static final Instant AT = Instant.parse("2026-09-02T08:00:00Z");
    private static final byte[] KEY = "sixteen bytes or more".getBytes(StandardCharsets.US_ASCII);
    private static final Screener SCREENER =
            new Screener(RuleBook.bundled(), PartyIndex.of(PartyList.sample()), Settings.defaults());

    @TempDir
    Path folder;

    /** As small as a record can be, so that every byte of a log can be changed in turn. */
    private static AuditRecord small(String name, String birthDate) throws BadInput {
        Map<String, Object> party = Map.of("name", name, "birthDate", birthDate);
        Map<String, Object> record = new java.util.LinkedHashMap<>();
        record.put("format", AuditRecord.FORMAT);
        record.put("version", 1);
        record.put("id", "1");
        record.put("decidedAt", "2026-09-01T12:00:00Z");
        record.put("inputs", Map.of("order", Map.of("parties", List.of(party))));
        record.put("decision", Map.of("text", "'" + name + "' matches"));
        return AuditRecord.of(record, "test", 1, List.of(), java.util.Set.of());
    }

    private static Party person(Party.Role role, String name, String passport) {
        return new Party(
                role,
                name,
                PartyType.PERSON,
                Country.of("DE"),
                "Lindenallee 17, 04229 Leipzig",
                List.of(Objects.requireNonNull(ListedParty.Identifier.parse("passport:" + passport))),
                DateRange.on(LocalDate.of(1961, 3, 14)),
                null,
                null,
                List.of(new Party.Owner("Ottokar Beispielmann", 60_000_000L)));
    }

    private static AuditRecord record(Order order) {
        return AuditRecord.of(AuditRecordTest.decide(order, SCREENER), SCREENER);
    }

    private static Order persons() {
        return Order.builder("P-1")
                .destination(Country.of("DE"), "Lager 4, Hafenstr. 9")
                .party(person(Party.Role.PURCHASER, "Kunigunde Mustermax", "C01X 0006H"))
                .party(Party.of(Party.Role.END_USER, "Huawei Tecnologies", Country.of("CN")))
                .item(io.highfence.Item.ofEccn("1", "reachable at 198.51.100.23"))
                .build();
    }

    private Path three() throws Exception {
        Path file = folder.resolve("log.jsonl");
        try (AuditLog log = AuditLog.open(file)) {
            log.append(small("Kunigunde Mustermax", "1961-03-14"));
            log.append(small("Ottokar Beispielmann", "1970"));
            log.append(small("Huawei", "1987-09-15"));
            assertEquals(3, log.lines());
        }
        return file;
    }

    private static String fault(Path file) throws IOException {
        return String.valueOf(AuditLog.verify(file, null).fault());
    }

    @Test
    void everyChangedByteIsFound() throws Exception {
        Path file = three();
        byte[] whole = Files.readAllBytes(file);
        assertTrue(AuditLog.verify(file, null).isWhole());
        Path changed = folder.resolve("changed.jsonl");
        int line = 1;
        for (int i = 0; i < whole.length; i++) {
            byte[] bytes = whole.clone();
            bytes[i] ^= 1;
            Files.write(changed, bytes);
            AuditLog.Verification found = AuditLog.verify(changed, null);
            assertFalse(found.isWhole(), "byte " + i);
            assertEquals(line, found.line(), "byte " + i + ": " + found.fault());
            line += whole[i] == '\n' ? 1 : 0;
        }
        assertEquals(4, line);
    }

    private AuditLog.Verification of(List<String> lines, Digest head) throws IOException {
        return AuditLog.verify(Files.writeString(folder.resolve("edited.jsonl"), String.join("", lines)), head);
    }

    @Test
    void linesThatAreRemovedMovedPutInOrCutAreFound() throws Exception {
        Path file = three();
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(line + "\n");
        }
        Digest head = AuditLog.verify(file, null).head();
        assertTrue(of(lines, head).isWhole());
        assertEquals(1, of(lines.subList(1, 3), null).line());
        assertEquals(2, of(List.of(lines.get(0), lines.get(2)), null).line());
        for (int i = 0; i < 2; i++) {
            List<String> swapped = new ArrayList<>(lines);
            Collections.swap(swapped, i, i + 1);
            assertEquals(i + 1, of(swapped, null).line());
        }
        for (int i = 0; i < 3; i++) {
            List<String> twice = new ArrayList<>(lines);
            twice.add(i, lines.get(i));
            assertEquals(i + 2, of(twice, null).line());
        }
        // The chain alone cannot show that its end is missing; the noted hash can.
        assertTrue(of(lines.subList(0, 2), null).isWhole());
        assertEquals(3, of(lines.subList(0, 2), head).line());
        assertEquals(1, of(List.of(), head).line());
        assertTrue(of(List.of(), null).isWhole());
    }

    @Test
    void appendingGoesOnWhereTheFileEnds() throws Exception {
        Path file = three();
        Digest before = AuditLog.verify(file, null).head();
        try (AuditLog log = AuditLog.open(file)) {
            assertEquals(3, log.lines());
            assertEquals(before, log.head());
            assertThrows(FileSystemException.class, () -> AuditLog.open(file));
            Digest after = log.append(small("Somebody", "1999"));
            assertNotEquals(before, after);
            AuditLog.Verification found = AuditLog.verify(file, before);
            assertEquals(4, found.lines());
            assertEquals(after, found.head());
        }
    }

    @Test
    void aHalfWrittenLineIsToldAndCutOnRequest() throws Exception {
        Path file = three();
        byte[] torn = "{\"format\":\"highfence.audit.log\",\"vers".getBytes(StandardCharsets.UTF_8);
        Files.write(file, torn, StandardOpenOption.APPEND);
        BadInput told = assertThrows(BadInput.class, () -> AuditLog.open(file));
        assertTrue(told.reason().contains("half written"), told.reason());
        assertEquals(4, AuditLog.verify(file, null).line());
        assertArrayEquals(torn, AuditLog.cut(file, AT));
        assertEquals(0, AuditLog.cut(file, AT).length);
        AuditLog.Verification found = AuditLog.verify(file, null);
        assertTrue(found.isWhole(), found.fault());
        assertEquals(4, found.lines());
        assertTrue(Files.readString(file).contains(Digest.of(torn).hex()), "the cut is noted");
    }

    @Test
    void aRecordComesOutAsItWentIn() throws Exception {
        long seed = 20260903L;
        RandomOrders random = new RandomOrders(seed);
        Path file = folder.resolve("random.jsonl");
        List<String> kept = new ArrayList<>();
        try (AuditLog log = AuditLog.open(file)) {
            for (int i = 0; i < 100; i++) {
                AuditRecord record = record(random.next());
                kept.add(record.json());
                log.append(record);
            }
        }
        AuditLog.Verification found = AuditLog.verify(file, null);
        assertTrue(found.isWhole(), found.fault());
        try (InputStream in = Files.newInputStream(file);
                AuditReader reader = new AuditReader(in, "random.jsonl")) {
            for (int i = 0; i < kept.size(); i++) {
                AuditRecord back = Objects.requireNonNull(reader.next());
                assertEquals(kept.get(i), back.json(), "seed " + seed + ", order " + i);
                assertEquals(i + 1, back.line());
            }
        }
    }

    private static final List<String> OF_THE_PERSON =
            List.of("Kunigunde", "Mustermax", "C01X", "0006H", "C01X0006H", "1961-03-14", "Lindenallee");

    @Test
    void anErasedSubjectLeavesNoTraceAndTheChainHolds() throws Exception {
        Path file = folder.resolve("log.jsonl");
        try (AuditLog log = AuditLog.open(file)) {
            log.append(record(persons()));
            log.append(small("Ottokar Beispielmann", "1970"));
            for (String value : List.of("Kunigunde", "Mustermax", "C01X 0006H", "1961-03-14", "Lindenallee")) {
                assertTrue(Files.readString(file).contains(value), value);
            }
            Digest before = log.head();
            AuditLog.Erasure done = log.erase("KUNIGUNDE  mustermax", "asked for by Kunigunde Mustermax", AT);
            assertEquals(1, done.records());
            assertEquals(0, done.held());
            assertTrue(done.values() >= 4, done.json());
            String text = Files.readString(file);
            for (String value : OF_THE_PERSON) {
                assertFalse(text.contains(value), value);
            }
            assertTrue(text.contains("Huawei Tecnologies"), "another party of the same order");
            assertTrue(text.contains("Ottokar Beispielmann"), "an owner is a subject of its own");
            AuditLog.Verification found = AuditLog.verify(file, before);
            assertTrue(found.isWhole(), found.fault());
            assertEquals(3, found.lines());
            assertEquals(0, log.erase("Kunigunde Mustermax", "again", AT).values());
            log.append(small("Somebody", "1999"));
            assertEquals(4, AuditLog.verify(file, log.head()).lines());
        }
        assertFalse(Files.exists(folder.resolve("log.jsonl.erasing")));
        try (InputStream in = Files.newInputStream(file);
                AuditReader reader = new AuditReader(in, "log.jsonl")) {
            AuditRecord record = Objects.requireNonNull(reader.next());
            assertTrue(
                    record.gone().contains("birthDate of parties[0]"),
                    record.gone().toString());
            Replay replay = record.replay(SCREENER);
            assertFalse(replay.same());
            assertTrue(replay.json().contains("it was erased"), replay.json());
            Replay beside = record.replay(SCREENER, persons());
            assertTrue(beside.same(), beside.json());
            assertTrue(
                    beside.notes().contains("not compared, as it is gone from the record: birthDate of parties[0]"),
                    beside.notes().toString());
        }
    }

    private static final String TENANT = "Jean-Luc O'Neill-Brünn";
    private static final List<String> OF_OTHERS =
            List.of("jean luc", "Jean-Luc", "Brünn", "brünn", "Privata", "An Author", "A Second", "passport P1234567");

    private static Order launch() {
        return Order.builder("L-1")
                .kind(Order.Kind.CLOUD_ACCESS)
                .plannedExportDate(LocalDate.of(2026, 9, 1))
                .party(Party.of(Party.Role.TENANT, TENANT, Country.of("DE")))
                .party(Party.of(Party.Role.PURCHASER, "Huawei Tecnologies", Country.of("CN")))
                .party(Party.of(Party.Role.OWNER, "Omega Target", Country.of("DE")))
                .total(new Order.Total(Account.parse("tpp-consignee:jean luc o neill brünn|DE"), 1))
                .item(io.highfence.Item.ofEccn("1", "3A090.a"))
                .build();
    }

    /** Knows stakes, running totals and a suppression; the latter holds from a day on. */
    private static Screener informed(LocalDate from) throws Exception {
        Ledger ledger = Ledger.inMemory();
        Account tenant = new Account(Account.Kind.TPP_TENANT, Account.idOf(TENANT, "DE"));
        ledger.reserve(new OrderLine("before", "1"), tenant, 7_000_000L, LocalDate.of(2026, 8, 30));
        return informed(from, ledger.totals());
    }

    private static Screener informed(LocalDate from, @Nullable Totals totals) throws Exception {
        Settings settings = Settings.defaults().toBuilder()
                .tenantCap(new Settings.TenantCap(1_000_000L, 30))
                .build();
        PartyIndex index = SCREENER.index();
        OwnershipGraph graph = OwnershipGraph.read(
                new ByteArrayInputStream(("owner,owned,percent\nPrivata Personne,Omega Target,60\n"
                                + "Sun Yat-Sen University,Privata Personne,60\n")
                        .getBytes(StandardCharsets.UTF_8)),
                "stakes.csv");
        Decision before = AuditRecordTest.decide(launch(), new Screener(RuleBook.bundled(), index, settings));
        Suppression.Grant grant = new Suppression.Grant(
                "An Author", "A Second", "passport P1234567 of Mr. X", from, LocalDate.of(2027, 6, 30));
        List<Suppression> suppressions = new ArrayList<>();
        for (PartyMatch match : before.matches()) {
            if (match.alerts() && match.party() == 1) {
                suppressions.addAll(Suppression.of(launch().parties().get(1), match, grant));
            }
        }
        return Screener.with(RuleBook.bundled(), index, settings)
                .ownership(graph)
                .suppressions(Suppressions.of(suppressions))
                .totals(totals)
                .build();
    }

    /** Accounts that are made of names, holders of stakes, and who suppressed what and why. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-08-01", "2026-10-01"})
    void whatWasGivenBesideTheOrderIsPersonalToo(LocalDate from) throws Exception {
        Screener screener = informed(from);
        AuditRecord record = AuditRecord.of(AuditRecordTest.decide(launch(), screener), screener);
        for (String value : OF_OTHERS) {
            assertTrue(record.json().contains(value), value + " in " + record.json());
        }
        Path keyed = folder.resolve("keyed.jsonl");
        try (AuditLog log = AuditLog.open(keyed, KEY)) {
            log.append(record);
        }
        for (String value : OF_OTHERS) {
            assertFalse(Files.readString(keyed).contains(value), value);
        }
        Path file = folder.resolve("log.jsonl");
        try (AuditLog log = AuditLog.open(file)) {
            log.append(record);
            String chained = Files.readString(file);
            chained = chained.substring(0, chained.indexOf("\"values\":"));
            for (String value : OF_OTHERS) {
                assertFalse(chained.contains(value), value);
            }
            assertTrue(log.erase(TENANT, "asked for", AT).values() >= 2);
            assertTrue(log.erase("privata personne", "asked for", AT).values() >= 1);
            assertTrue(log.erase("An Author", "asked for", AT).values() >= 1);
            assertTrue(log.erase("A Second", "asked for", AT).values() >= 1);
            assertTrue(log.erase(RetentionClass.LETTER, LocalDate.of(2030, 1, 1), "old", AT)
                            .values()
                    >= 1);
            String text = Files.readString(file);
            for (String value : OF_OTHERS) {
                assertFalse(text.contains(value), value);
            }
            assertTrue(AuditLog.verify(file, log.head()).isWhole());
        }
    }

    /** Whatever was erased or never kept, with the order beside it the record replays, and with another one it does not. */
    @Test
    void whatIsGoneReplaysWithTheOrderBesideIt() throws Exception {
        long seed = 20261201L;
        RandomOrders random = new RandomOrders(seed);
        Screener screener = informed(LocalDate.of(2026, 8, 1));
        List<Order> orders = new ArrayList<>(List.of(launch(), persons()));
        while (orders.size() < 60) {
            orders.add(random.next());
        }
        Path sealed = folder.resolve("sealed.jsonl");
        Path keyed = folder.resolve("keyed.jsonl");
        try (AuditLog log = AuditLog.open(sealed);
                AuditLog hashed = AuditLog.open(keyed, KEY)) {
            for (Order order : orders) {
                AuditRecord record = AuditRecord.of(AuditRecordTest.decide(order, screener), screener);
                log.append(record);
                hashed.append(record);
            }
            for (RetentionClass kind : RetentionClass.values()) {
                log.erase(kind, LocalDate.of(2030, 1, 1), "old", AT);
            }
        }
        replays(sealed, orders, null);
        replays(keyed, orders, null);
        replays(keyed, orders, KEY);
    }

    private static void replays(Path file, List<Order> orders, byte @Nullable [] key) throws Exception {
        try (InputStream in = Files.newInputStream(file);
                AuditReader reader = new AuditReader(in, "log.jsonl")) {
            for (int i = 0; i < orders.size(); i++) {
                String where = file.getFileName() + ", order " + i + ": ";
                AuditRecord record = Objects.requireNonNull(reader.next());
                Replay replay = record.replay(again(record), orders.get(i), key);
                assertTrue(replay.same(), () -> where + replay.json());
                assertEquals(
                        record.gone().isEmpty() || key != null,
                        replay.notes().stream().noneMatch(note -> note.startsWith("not compared")),
                        where + replay.notes());
                if (i == 0) {
                    assertFalse(record.gone().isEmpty());
                    Order another = renamed(orders.get(i));
                    Replay differs = record.replay(again(record), another, key);
                    assertFalse(differs.same(), differs.json());
                    byte[] wrong = "another key of bytes".getBytes(StandardCharsets.US_ASCII);
                    assertEquals(
                            !file.endsWith("keyed.jsonl"),
                            record.replay(again(record), orders.get(i), wrong).same());
                }
            }
        }
    }

    private static Screener again(AuditRecord record) throws Exception {
        return informed(LocalDate.of(2026, 8, 1), record.totals());
    }

    /** The same order of another tenant. */
    private static Order renamed(Order order) throws Exception {
        String json = Explanation.json(order).replace(TENANT, "Somebody Else");
        try (OrderReader reader =
                new OrderReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "order.json")) {
            return Objects.requireNonNull(reader.next());
        }
    }

    @Test
    void aValueThatIsMissingWithoutAnErasureIsFound() throws Exception {
        Path file = three();
        String text = Files.readString(file);
        int values = text.indexOf("\"values\":{");
        Files.writeString(file, text.substring(0, values) + "\"values\":{}}" + text.substring(text.indexOf('\n')));
        assertEquals(1, AuditLog.verify(file, null).line());
        assertTrue(fault(file).contains("no line says was erased"), fault(file));
    }

    @Test
    void aLegalHoldKeepsASubject() throws Exception {
        Path file = folder.resolve("log.jsonl");
        try (AuditLog log = AuditLog.open(file)) {
            log.append(record(persons()));
            log.hold("C01X-0006H", "a subpoena", AT);
            byte[] before = Files.readAllBytes(file);
            AuditLog.Erasure refused = log.erase("Kunigunde Mustermax", "asked for", AT);
            assertEquals(0, refused.values());
            assertTrue(refused.held() > 0);
            assertEquals(
                    0,
                    log.erase(RetentionClass.BIRTH_DATE, LocalDate.of(2030, 1, 1), "old", AT)
                            .values());
            assertArrayEquals(before, Files.readAllBytes(file), "nothing was written");
            assertTrue(log.erase("Huawei Tecnologies", "asked for", AT).values() > 0, "another subject");
            log.release("c01x 0006h", "the case is closed", AT);
            assertTrue(log.erase("Kunigunde Mustermax", "asked for", AT).values() > 0);
            log.hold("*", "everything", AT);
            assertEquals(0, log.erase("Ottokar Beispielmann", "asked for", AT).values());
            assertTrue(AuditLog.verify(file, log.head()).isWhole());
        }
    }

    @Test
    void aClassIsErasedByAge() throws Exception {
        Path file = three();
        try (AuditLog log = AuditLog.open(file)) {
            LocalDate day = LocalDate.of(2026, 9, 1);
            assertEquals(
                    0,
                    log.erase(RetentionClass.BIRTH_DATE, day, "too young", AT).values());
            assertEquals(
                    3,
                    log.erase(RetentionClass.BIRTH_DATE, day.plusDays(1), "old", AT)
                            .values());
            String text = Files.readString(file);
            assertFalse(text.contains("1961-03-14") || text.contains("1987-09-15"), text);
            assertTrue(text.contains("Kunigunde Mustermax"));
            assertTrue(AuditLog.verify(file, log.head()).isWhole());
        }
    }

    @Test
    void aKeyedLogHoldsNoPersonalValue() throws Exception {
        Path file = folder.resolve("keyed.jsonl");
        try (AuditLog log = AuditLog.open(file, KEY)) {
            log.append(record(persons()));
            assertThrows(IllegalStateException.class, () -> log.hold("Somebody", "why", AT));
        }
        String text = Files.readString(file);
        for (String value : OF_THE_PERSON) {
            assertFalse(text.contains(value), value);
        }
        for (String value : List.of("198.51.100.23", "Hafenstr", "Ottokar", "Beispielmann", "Tecnologies")) {
            assertFalse(text.contains(value), value);
        }
        assertTrue(text.contains(AuditLog.keyed("1961-03-14", KEY)), "who has the key finds the value");
        assertFalse(text.contains(
                AuditLog.keyed("1961-03-14", "another key of bytes".getBytes(StandardCharsets.US_ASCII))));
        assertTrue(AuditLog.verify(file, null).isWhole());
        assertThrows(IllegalArgumentException.class, () -> AuditLog.open(file, new byte[15]));
        try (InputStream in = Files.newInputStream(file);
                AuditReader reader = new AuditReader(in, "keyed.jsonl")) {
            assertFalse(Objects.requireNonNull(reader.next()).replay(SCREENER).same());
        }
    }

    @Test
    void whatIsHeldOfASubjectIsExportedAndNobodyElse() throws Exception {
        Path file = folder.resolve("log.jsonl");
        try (AuditLog log = AuditLog.open(file)) {
            log.append(record(persons()));
            log.append(small("Ottokar Beispielmann", "1970"));
            List<String> lines = new ArrayList<>();
            log.export("Kunigunde Mustermax", lines::add);
            assertEquals(1, lines.size());
            for (String value : List.of("Kunigunde Mustermax", "C01X 0006H", "1961-03-14", "Lindenallee 17")) {
                assertTrue(lines.get(0).contains(value), value);
            }
            assertFalse(lines.get(0).contains("Tecnologies") || lines.get(0).contains("Ottokar"), lines.get(0));
            List<String> owner = new ArrayList<>();
            log.export("ottokar beispielmann", owner::add);
            assertEquals(2, owner.size());
            log.export("Nobody", line -> {
                throw new AssertionError(line);
            });
        }
    }
}
