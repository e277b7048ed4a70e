package io.highfence.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.DateRange;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a ledger's file after a crash at any byte, and after damage to any byte. */
class LedgerCrashTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);
    private static final Account CONSIGNEE = new Account(Account.Kind.TPP_CONSIGNEE, "J*Zürich 株式会社");
    private static final Account COUNTRY = new Account(Account.Kind.TPP_COUNTRY, "MY");
    private static final Account SITE = new Account(Account.Kind.FP64_SITE, "J*Zürich 株式会社");
    private static final Account LICENSE = new Account(Account.Kind.LICENSE_VALUE, "D1234567");

    /** One call of a ledger. */
    @FunctionalInterface
    private interface Call {
        Ledger.Outcome on(Ledger ledger) throws IOException;
    }

    /** Calls that each change something. */
    private static final List<Call> CALLS = List.of(
            ledger -> ledger.reserve(key(1), CONSIGNEE, 15_832_000_000L, DAY),
            ledger -> ledger.reserve(
                    key(2),
                    List.of(
                            new Posting(CONSIGNEE, DAY, 1),
                            new Posting(COUNTRY, DAY, 790_000_000_000_000L),
                            new Posting(SITE, DAY, 99_999_999_999L),
                            new Posting(new Account(Account.Kind.FP32_SITE, "S-1"), DAY, 1),
                            new Posting(LICENSE, DAY, 2_500_000))),
            ledger -> ledger.commit(key(1)),
            ledger -> ledger.reserve(key(3), LICENSE, Long.MAX_VALUE / 2, DAY.minusDays(1)),
            ledger -> ledger.cancel(key(3)),
            ledger -> ledger.commit(key(2), DAY.plusDays(300)),
            ledger -> ledger.reserve(key(3), LICENSE, 0, DAY));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("totals.ledger");
    }

    private static OrderLine key(int line) {
        return new OrderLine("Order J*\\ " + line, "1");
    }

    /** Everything that can be asked of a ledger. */
    private static String state(Ledger ledger) {
        StringBuilder state = new StringBuilder();
        for (int i = 1; i <= 3; i++) {
            state.append(ledger.state(key(i))).append(ledger.postings(key(i))).append('\n');
        }
        for (Account account : List.of(CONSIGNEE, COUNTRY, SITE, LICENSE)) {
            state.append(ledger.totals().sum(account, DateRange.ALWAYS, Set.of()));
            state.append(ledger.totals().sum(account, DateRange.ofYear(2026), Set.of(key(2))));
        }
        return state.toString();
    }

    private static Ledger read(byte[] bytes) throws IOException, BadInput {
        return Ledger.read(new ByteArrayInputStream(bytes), "totals.ledger");
    }

    /** The file after all calls; {@code states} takes the state after each number of calls, {@code ends} where the file ended. */
    private byte[] whole(List<String> states, List<Integer> ends) throws IOException {
        Path path = folder.resolve("whole");
        try (Ledger ledger = Ledger.create(path)) {
            states.add(state(ledger));
            ends.add((int) Files.size(path));
            for (Call call : CALLS) {
                assertTrue(call.on(ledger).changed());
                states.add(state(ledger));
                ends.add((int) Files.size(path));
            }
        }
        return Files.readAllBytes(path);
    }

    @Test
    void aLedgerOutlivesItsProcess() throws Exception {
        List<String> states = new ArrayList<>();
        byte[] whole = whole(states, new ArrayList<>());
        Files.write(file, whole);
        try (Ledger ledger = Ledger.open(file)) {
            assertEquals(states.get(CALLS.size()), state(ledger));
            assertEquals(0, ledger.cutBytes());
            assertFalse(CALLS.get(2).on(ledger).changed(), "idempotent across processes");
        }
        assertEquals(whole.length, Files.size(file), "what changes nothing is not written");
    }

    @Test
    void everyPrefixOpensToAStateThatACallHadLeftOrIsRefused() throws Exception {
        List<String> states = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        byte[] whole = whole(states, ends);
        for (int length = 0; length <= whole.length; length++) {
            byte[] prefix = Arrays.copyOf(whole, length);
            if (length < ends.get(0)) {
                assertThrows(BadInput.class, () -> read(prefix), "no head is no ledger");
                continue;
            }
            int calls = 0;
            while (calls + 1 < ends.size() && ends.get(calls + 1) - 1 <= length) {
                calls++; // whole, perhaps without its line feed
            }
            int rest = Math.max(0, length - ends.get(calls));
            expect(prefix, states.get(calls), rest, calls, "cut at " + length);
            // The same where the file system had made room for more.
            expect(Arrays.copyOf(prefix, length + 37), states.get(calls), rest + 37, calls, "zeros from " + length);
        }
    }

    /** The file opens to a state; every so often, as disks are slow, that it is mended and goes on from there. */
    private void expect(byte[] bytes, String state, long cut, int calls, String where) throws Exception {
        Ledger reading = read(bytes);
        assertEquals(state, state(reading), where);
        assertEquals(cut, reading.cutBytes(), where);
        if (cut > 2 && bytes.length % 29 != 0) {
            return;
        }
        Files.write(file, bytes);
        try (Ledger ledger = Ledger.open(file)) {
            assertEquals(state, state(ledger), where);
            assertEquals(cut, ledger.cutBytes(), where);
            if (calls < CALLS.size()) {
                assertTrue(CALLS.get(calls).on(ledger).changed(), where);
            }
        }
        try (Ledger again = Ledger.open(file)) {
            assertEquals(0, again.cutBytes(), where);
            if (calls == CALLS.size()) {
                assertEquals(state, state(again), where);
            }
        }
    }

    @Test
    void everyFlippedBitIsRefusedOrHarmless() throws Exception {
        List<String> states = new ArrayList<>();
        byte[] whole = whole(states, new ArrayList<>());
        String last = states.get(CALLS.size());
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            for (int mask : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 255, whole[at]}) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) mask;
                try {
                    assertEquals(last, state(read(damaged)), "byte " + at + " by " + mask);
                    assertEquals(whole.length - 1, at, "only a missing line feed is harmless");
                } catch (BadInput e) {
                    refused++;
                    assertTrue(e.line() > 0 && e.getMessage().contains("totals.ledger"), e.getMessage());
                    if (mask == 255 && at % 17 == 0) {
                        Files.write(file, damaged);
                        assertThrows(BadInput.class, () -> Ledger.open(file));
                        assertEquals(
                                -1, Arrays.mismatch(damaged, Files.readAllBytes(file)), "a refused file is left alone");
                    }
                }
            }
        }
        assertTrue(refused > whole.length);
    }

    @Test
    void aLineThatIsLostDoubledOrMovedIsSeen() throws Exception {
        List<Integer> ends = new ArrayList<>();
        byte[] whole = whole(new ArrayList<>(), ends);
        byte[] second = Arrays.copyOfRange(whole, ends.get(1), ends.get(2));
        for (List<byte[]> parts : List.of(
                List.of(Arrays.copyOf(whole, ends.get(1)), Arrays.copyOfRange(whole, ends.get(2), whole.length)),
                List.of(
                        Arrays.copyOf(whole, ends.get(2)),
                        second,
                        Arrays.copyOfRange(whole, ends.get(2), whole.length)),
                List.of(
                        Arrays.copyOf(whole, ends.get(0)),
                        second,
                        Arrays.copyOfRange(whole, ends.get(0), ends.get(1))))) {
            ByteArrayOutputStream mixed = new ByteArrayOutputStream();
            for (byte[] part : parts) {
                mixed.write(part);
            }
            Files.write(file, mixed.toByteArray());
            assertThrows(BadInput.class, () -> Ledger.open(file));
        }
    }

    @Test
    void whatIsNoLedgerIsRefused() throws Exception {
        assertThrows(NoSuchFileException.class, () -> Ledger.open(file), "totals of zero might be wrong");
        for (String text : List.of("", "\n", "{}", "id,name\n1,x\n", "highfence-ledger 1\n", "\u0000".repeat(100))) {
            Files.writeString(file, text);
            assertThrows(BadInput.class, () -> Ledger.open(file), text);
        }
        Files.writeString(file, LedgerLog.line("00000000", "highfence-ledger 2"));
        BadInput later = assertThrows(BadInput.class, () -> Ledger.open(file));
        assertTrue(later.getMessage().contains("version"), later.getMessage());
        Files.write(file, new byte[LedgerLog.MAX_LINE + 10]);
        assertThrows(BadInput.class, () -> Ledger.open(file));
    }

    @Test
    void aTrueSumOverWhatCannotHaveHappenedIsRefused() throws Exception {
        String head = LedgerLog.head();
        for (String text : List.of(
                "commit\to\t1",
                "cancel\to\t1",
                "reserve\to\t1",
                "reserve\to\t1\tnone\tx\t2026-01-01\t1",
                "reserve\to\t1\ttpp-us\tx\t2026-13-01\t1",
                "reserve\to\t1\ttpp-us\tx\t2026-01-01\t-1",
                "reserve\to\t1\ttpp-us\tx\t2026-01-01\t1e99999999",
                "reserve\to\t1\ttpp-us\tx\t2026-01-01\t0.0000001",
                "reserve\to\t1\ttpp-us\tx\t2026-01-01\t9999999999999999",
                "reserve\t\t1\ttpp-us\tx\t2026-01-01\t1",
                "forget\to\t1",
                "")) {
            Files.writeString(file, head + LedgerLog.line(LedgerLog.sumOf(head), text));
            BadInput e = assertThrows(BadInput.class, () -> Ledger.open(file), text);
            assertEquals(2, e.line(), e.getMessage());
        }
    }

    /** Appends to a file until its bytes run out in the middle of a write. */
    private static final class Dying implements LedgerLog.Store {
        private final Path path;
        private int left;

        Dying(Path path, int left) {
            this.path = path;
            this.left = left;
        }

        @Override
        public void append(byte[] bytes) throws IOException {
            byte[] before = Files.readAllBytes(path);
            int written = Math.min(left, bytes.length);
            byte[] after = Arrays.copyOf(before, before.length + written);
            System.arraycopy(bytes, 0, after, before.length, written);
            Files.write(path, after);
            left -= written;
            if (written < bytes.length || left == 0) {
                throw new IOException("the machine went down");
            }
        }

        @Override
        public void close() {}
    }

    @Test
    void dyingAtAnyByteOfAnyWriteLosesNothingThatWasAcknowledged() throws Exception {
        List<String> states = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        whole(states, ends);
        int bytes = ends.get(CALLS.size()) - ends.get(0);
        for (int until = 0; until <= bytes; until++) {
            Files.writeString(file, LedgerLog.head());
            Ledger ledger = Ledger.over(new Dying(file, until), LedgerLog.sumOf(LedgerLog.head()));
            int acknowledged = 0;
            try {
                for (Call call : CALLS) {
                    call.on(ledger);
                    acknowledged++;
                }
            } catch (IOException e) {
                assertEquals("the machine went down", e.getMessage());
            }
            assertTrue(acknowledged < CALLS.size());
            Call next = CALLS.get(acknowledged);
            assertThrows(IllegalStateException.class, () -> next.on(ledger), "it does not go on");
            assertThrows(IllegalStateException.class, () -> ledger.totals().knows(LICENSE, ""), "nor guess");
            String found = state(read(Files.readAllBytes(file)));
            assertTrue(
                    found.equals(states.get(acknowledged)) || found.equals(states.get(acknowledged + 1)),
                    "died after " + until + " bytes");
            if (until % 29 != 0) {
                continue;
            }
            try (Ledger opened = Ledger.open(file)) {
                assertEquals(found, state(opened));
                next.on(opened); // The caller tries again, whichever it was.
                assertEquals(states.get(acknowledged + 1), state(opened));
            }
        }
    }

    @Test
    void oneWriterAtATimeAndAnyNumberOfReaders() throws Exception {
        try (Ledger ledger = Ledger.create(file)) {
            IOException again = assertThrows(IOException.class, () -> Ledger.open(file));
            assertTrue(again.getMessage().contains("open in this process"), again.getMessage());
            assertThrows(FileAlreadyExistsException.class, () -> Ledger.create(file));
            CALLS.get(0).on(ledger);
            Ledger reading = Ledger.openReadOnly(file);
            assertEquals(state(ledger), state(reading));
            assertThrows(Ledger.Refused.class, () -> CALLS.get(1).on(reading));
        }
        Ledger.open(file).close();
    }

    /** A writer of its own process: says on its output what it has acknowledged, until it is killed. */
    public static void main(String[] args) throws Exception {
        try (Ledger ledger = Ledger.open(Path.of(args[0]))) {
            for (int i = 1; i < 100_000; i++) {
                OrderLine key = new OrderLine("order", String.valueOf(i));
                ledger.reserve(key, LICENSE, i, DAY);
                ledger.commit(key);
                System.out.println(i);
                System.out.flush();
            }
        }
    }

    @Test
    void aKilledProcessLeavesAllThatItAcknowledged() throws Exception {
        Ledger.create(file).close();
        String classes = place(Ledger.class) + File.pathSeparator + place(LedgerCrashTest.class);
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes,
                        LedgerCrashTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String last = null;
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            last = output.readLine();
            assertNotNull(last);
            IOException locked = assertThrows(IOException.class, () -> Ledger.open(file), last);
            assertTrue(locked.getMessage().contains("another process"), locked.getMessage());
            Ledger.openReadOnly(file);
            assertThrows(IOException.class, () -> Ledger.open(file), "reading takes no lock away");
            for (int i = 0; i < 40; i++) {
                last = output.readLine();
            }
            writer.toHandle().destroyForcibly(); // which leaves its output to be read
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                last = line;
            }
        } finally {
            writer.destroyForcibly();
            assertTrue(writer.waitFor(60, TimeUnit.SECONDS));
        }
        int acknowledged = Integer.parseInt(last.strip());
        try (Ledger ledger = Ledger.open(file)) {
            long sum = (long) acknowledged * (acknowledged + 1) / 2;
            Totals.Sum found = ledger.totals().sum(LICENSE, DateRange.ALWAYS, Set.of());
            // One more line may be reserved, or committed, that nobody was told of.
            assertTrue(found.used() == sum || found.used() == sum + acknowledged + 1, found + " for " + acknowledged);
            assertEquals(Ledger.State.COMMITTED, ledger.state(new OrderLine("order", String.valueOf(acknowledged))));
        }
    }

    /** The folder that a class was loaded from. */
    private static String place(Class<?> of) throws Exception {
        URL url = of.getResource(of.getSimpleName() + ".class");
        assertNotNull(url);
        Path folder = Path.of(url.toURI());
        for (int depth = of.getName().split("\\.").length; depth > 0; depth--) {
            folder = folder.getParent();
        }
        return folder.toString();
    }
}
