package io.highfence.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.DateRange;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ledger does with order lines and sums, in memory. */
class LedgerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);
    private static final OrderLine KEY = new OrderLine("o-1", "1");
    private static final Account CONSIGNEE = new Account(Account.Kind.TPP_CONSIGNEE, "C-1");
    private static final Account TENANT = new Account(Account.Kind.TPP_TENANT, "T-1");

    private final Ledger ledger = Ledger.inMemory();

    private static Posting posting(Account account, long amount) {
        return new Posting(account, DAY, amount);
    }

    private static void is(boolean changed, Ledger.State state, Ledger.Outcome outcome) {
        assertEquals(new Ledger.Outcome(changed, state), outcome);
    }

    private Totals.Sum sum() {
        return ledger.totals().sum(CONSIGNEE, DateRange.ALWAYS, Set.of());
    }

    @Test
    void theSameCallAgainChangesNothingAndSaysSo() throws IOException {
        is(true, Ledger.State.RESERVED, ledger.reserve(KEY, CONSIGNEE, 7, DAY));
        is(false, Ledger.State.RESERVED, ledger.reserve(KEY, CONSIGNEE, 7, DAY));
        assertEquals(new Totals.Sum(0, 7, 0), sum());
        is(true, Ledger.State.COMMITTED, ledger.commit(KEY));
        is(false, Ledger.State.COMMITTED, ledger.commit(KEY));
        is(false, Ledger.State.COMMITTED, ledger.commit(KEY, DAY));
        is(false, Ledger.State.COMMITTED, ledger.reserve(KEY, CONSIGNEE, 7, DAY));
        assertEquals(new Totals.Sum(7, 0, 0), sum());
    }

    @Test
    void cancellingFreesAndTheLineCanBeReservedAnew() throws IOException {
        ledger.reserve(KEY, CONSIGNEE, 7, DAY);
        is(true, Ledger.State.CANCELLED, ledger.cancel(KEY));
        is(false, Ledger.State.CANCELLED, ledger.cancel(KEY));
        assertEquals(new Totals.Sum(0, 0, 0), sum());
        assertEquals(List.of(), ledger.postings(KEY));
        is(true, Ledger.State.RESERVED, ledger.reserve(KEY, CONSIGNEE, 9, DAY));
        assertEquals(new Totals.Sum(0, 9, 0), sum());
    }

    @Test
    void otherContentUnderTheSameKeyIsRefused() throws IOException {
        ledger.reserve(KEY, CONSIGNEE, 7, DAY);
        assertThrows(Ledger.Refused.class, () -> ledger.reserve(KEY, CONSIGNEE, 8, DAY));
        assertThrows(Ledger.Refused.class, () -> ledger.reserve(KEY, TENANT, 7, DAY));
        assertThrows(Ledger.Refused.class, () -> ledger.reserve(KEY, CONSIGNEE, 7, DAY.plusDays(1)));
        ledger.commit(KEY);
        assertThrows(Ledger.Refused.class, () -> ledger.reserve(KEY, CONSIGNEE, 8, DAY));
        assertThrows(Ledger.Refused.class, () -> ledger.commit(KEY, DAY.plusDays(1)));
        assertThrows(Ledger.Refused.class, () -> ledger.cancel(KEY));
        assertEquals(new Totals.Sum(7, 0, 0), sum());
    }

    @Test
    void onlyWhatIsReservedCanBeCommitted() throws IOException {
        assertThrows(Ledger.Refused.class, () -> ledger.commit(KEY));
        is(false, Ledger.State.NONE, ledger.cancel(KEY));
        ledger.reserve(KEY, CONSIGNEE, 7, DAY);
        ledger.cancel(KEY);
        assertThrows(Ledger.Refused.class, () -> ledger.commit(KEY));
    }

    @Test
    void theSameAmountsInAnotherOrderAreTheSame() throws IOException {
        ledger.reserve(KEY, List.of(posting(TENANT, 1), posting(CONSIGNEE, 2), posting(CONSIGNEE, 3)));
        is(false, Ledger.State.RESERVED, ledger.reserve(KEY, List.of(posting(CONSIGNEE, 5), posting(TENANT, 1))));
        assertEquals(List.of(posting(CONSIGNEE, 5), posting(TENANT, 1)), ledger.postings(KEY));
        assertEquals(List.of(CONSIGNEE, TENANT), ledger.accounts());
    }

    @Test
    void goodsOfDecemberThatGoInJanuaryCountInJanuary() throws IOException {
        LocalDate december = LocalDate.of(2025, 12, 31);
        LocalDate january = LocalDate.of(2026, 1, 1);
        ledger.reserve(KEY, CONSIGNEE, 7, december);
        assertEquals(
                7,
                ledger.totals().sum(CONSIGNEE, DateRange.ofYear(2025), Set.of()).used());
        assertEquals(
                0,
                ledger.totals().sum(CONSIGNEE, DateRange.ofYear(2026), Set.of()).used());
        ledger.commit(KEY, january);
        assertEquals(
                0,
                ledger.totals().sum(CONSIGNEE, DateRange.ofYear(2025), Set.of()).used());
        assertEquals(
                7,
                ledger.totals().sum(CONSIGNEE, DateRange.ofYear(2026), Set.of()).used());
    }

    @Test
    void aWindowHoldsBothItsEndsAndNotTheDayOutside() throws IOException {
        ledger.reserve(KEY, CONSIGNEE, 7, DAY);
        Totals totals = ledger.totals();
        assertEquals(7, totals.sum(CONSIGNEE, DateRange.on(DAY), Set.of()).used());
        assertEquals(
                7, totals.sum(CONSIGNEE, new DateRange(DAY, null), Set.of()).used());
        assertEquals(
                7, totals.sum(CONSIGNEE, new DateRange(null, DAY), Set.of()).used());
        assertEquals(
                0,
                totals.sum(CONSIGNEE, new DateRange(DAY.plusDays(1), null), Set.of())
                        .used());
        assertEquals(
                0,
                totals.sum(CONSIGNEE, new DateRange(null, DAY.minusDays(1)), Set.of())
                        .used());
    }

    @Test
    void aTotalThatWouldNotFitIsAnErrorAndChangesNothing() throws IOException {
        ledger.reserve(KEY, CONSIGNEE, Long.MAX_VALUE - 10, DAY);
        OrderLine more = new OrderLine("o-2", "1");
        // On another day too: a window may hold both.
        assertThrows(ArithmeticException.class, () -> ledger.reserve(more, CONSIGNEE, 11, DAY.plusDays(1)));
        assertThrows(
                ArithmeticException.class,
                () -> ledger.reserve(more, List.of(posting(CONSIGNEE, 6), new Posting(CONSIGNEE, DAY.plusDays(1), 5))));
        assertEquals(Ledger.State.NONE, ledger.state(more));
        is(true, Ledger.State.RESERVED, ledger.reserve(more, CONSIGNEE, 10, DAY.plusDays(1)));
        assertEquals(Long.MAX_VALUE, sum().used());
    }

    @Test
    void anAccountIsKnownOnceSomethingWasPosted() throws IOException {
        assertFalse(ledger.totals().knows(CONSIGNEE, ""));
        assertEquals(new Totals.Sum(0, 0, 0), sum());
        ledger.reserve(KEY, CONSIGNEE, 0, DAY);
        assertTrue(ledger.totals().knows(CONSIGNEE, ""));
        assertTrue(ledger.totals().knows(CONSIGNEE, "o-2"));
        assertFalse(ledger.totals().knows(CONSIGNEE, KEY.order()), "its own posting tells an order nothing");
        ledger.reserve(new OrderLine("o-2", "1"), CONSIGNEE, 0, DAY);
        assertTrue(ledger.totals().knows(CONSIGNEE, KEY.order()));
        assertFalse(ledger.totals().knows(TENANT, ""));
    }

    @Test
    void whatIsOwnIsLeftOut() throws IOException {
        OrderLine second = new OrderLine("o-1", "2");
        OrderLine other = new OrderLine("o-2", "1");
        ledger.reserve(KEY, CONSIGNEE, 1, DAY);
        ledger.reserve(second, CONSIGNEE, 10, DAY);
        ledger.commit(second);
        ledger.reserve(other, CONSIGNEE, 100, DAY);
        Totals totals = ledger.totals();
        assertEquals(new Totals.Sum(0, 100, 11), totals.sum(CONSIGNEE, DateRange.ALWAYS, Set.of(KEY, second)));
        assertEquals(new Totals.Sum(10, 100, 1), totals.sum(CONSIGNEE, DateRange.ALWAYS, Set.of(KEY)));
        assertEquals(
                new Totals.Sum(0, 0, 0),
                totals.sum(CONSIGNEE, new DateRange(DAY.plusDays(1), null), Set.of(KEY, second)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\tb", "a\nb", "\u0000", "\u0085", "\uD800", "a\uDC00b", "\uDC00\uD800"})
    void anIdThatCouldNotStandInALogIsNone(String id) {
        assertFalse(OrderLine.isId(id));
        assertThrows(IllegalArgumentException.class, () -> new OrderLine(id, "1"));
        assertThrows(IllegalArgumentException.class, () -> new OrderLine("o", id));
        assertThrows(IllegalArgumentException.class, () -> new Account(Account.Kind.TPP_US, id));
    }

    @Test
    void anIdMayBeLongAndInAnyScriptUpToABound() {
        assertTrue(OrderLine.isId("注文-\uD83D\uDE80 1"));
        assertTrue(OrderLine.isId("x".repeat(OrderLine.MAX_ID)));
        assertFalse(OrderLine.isId("x".repeat(OrderLine.MAX_ID + 1)));
    }

    @Test
    void anAccountIsReadFromItsText() {
        Account account = new Account(Account.Kind.LICENSE_VALUE, "D:123 4");
        assertEquals("license-value:D:123 4", account.toString());
        assertEquals(account, Account.parse(account.toString()));
        for (String bad : List.of("", "D123", "license:1", "license-value:", "LICENSE_VALUE:1")) {
            assertThrows(IllegalArgumentException.class, () -> Account.parse(bad), bad);
        }
    }

    @Test
    void amountsDaysAndNumbersOfPostingsHaveRanges() {
        assertThrows(IllegalArgumentException.class, () -> posting(CONSIGNEE, -1));
        assertThrows(IllegalArgumentException.class, () -> new Posting(CONSIGNEE, LocalDate.of(10_000, 1, 1), 1));
        assertThrows(IllegalArgumentException.class, () -> new Posting(CONSIGNEE, LocalDate.of(-1, 12, 31), 1));
        assertThrows(IllegalArgumentException.class, () -> ledger.commit(KEY, LocalDate.of(10_000, 1, 1)));
        assertThrows(IllegalArgumentException.class, () -> ledger.reserve(KEY, List.of()));
        List<Posting> many = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            many.add(posting(new Account(Account.Kind.TPP_US, "p" + i), 1));
        }
        assertEquals(Ledger.State.RESERVED, assertReserved(many));
        many.add(posting(CONSIGNEE, 1));
        assertThrows(IllegalArgumentException.class, () -> ledger.reserve(new OrderLine("o-9", "1"), many));
    }

    private Ledger.State assertReserved(List<Posting> postings) {
        try {
            return ledger.reserve(KEY, postings).state();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aClosedLedgerNeitherWritesNorReads() throws IOException {
        Totals totals = ledger.totals();
        ledger.close();
        ledger.close();
        assertThrows(IllegalStateException.class, () -> ledger.reserve(KEY, CONSIGNEE, 1, DAY));
        assertThrows(IllegalStateException.class, () -> totals.sum(CONSIGNEE, DateRange.ALWAYS, Set.of()));
        assertThrows(IllegalStateException.class, () -> totals.knows(CONSIGNEE, ""));
    }

    /** A naive ledger: a list of what each line holds, summed anew for every question. */
    private static final class Model {
        private final Map<OrderLine, Ledger.State> states = new HashMap<>();
        private final Map<OrderLine, List<Posting>> held = new HashMap<>();

        Totals.Sum sum(Account account, DateRange window, Set<OrderLine> own) {
            long committed = 0;
            long reserved = 0;
            long mine = 0;
            for (Map.Entry<OrderLine, List<Posting>> entry : held.entrySet()) {
                for (Posting posting : entry.getValue()) {
                    if (posting.account().equals(account) && window.contains(posting.day())) {
                        if (own.contains(entry.getKey())) {
                            mine += posting.amount();
                        } else if (states.get(entry.getKey()) == Ledger.State.COMMITTED) {
                            committed += posting.amount();
                        } else {
                            reserved += posting.amount();
                        }
                    }
                }
            }
            return new Totals.Sum(committed, reserved, mine);
        }
    }

    @Test
    void randomCallsAgreeWithANaiveModel() throws IOException {
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            Ledger tested = Ledger.inMemory();
            Model model = new Model();
            for (int step = 0; step < 300; step++) {
                step(random, tested, model);
                Account account = account(random);
                DateRange window = window(random);
                Set<OrderLine> own = new HashSet<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    own.add(key(random));
                }
                assertEquals(
                        model.sum(account, window, own),
                        tested.totals().sum(account, window, own),
                        "seed " + seed + ", step " + step);
            }
        }
    }

    private static void step(Random random, Ledger tested, Model model) throws IOException {
        OrderLine key = key(random);
        Ledger.State state = model.states.getOrDefault(key, Ledger.State.NONE);
        switch (random.nextInt(4)) {
            case 0, 1 -> {
                List<Posting> postings = new ArrayList<>();
                for (int i = 1 + random.nextInt(3); i > 0; i--) {
                    postings.add(new Posting(account(random), day(random), random.nextInt(5)));
                }
                try {
                    boolean changed = tested.reserve(key, postings).changed();
                    if (state == Ledger.State.NONE || state == Ledger.State.CANCELLED) {
                        assertTrue(changed);
                        model.states.put(key, Ledger.State.RESERVED);
                        model.held.put(key, postings);
                    } else {
                        assertFalse(changed);
                        assertEquals(Event.tidy(model.held.get(key)), Event.tidy(postings));
                    }
                } catch (Ledger.Refused e) {
                    assertTrue(state == Ledger.State.RESERVED || state == Ledger.State.COMMITTED);
                }
            }
            case 2 -> {
                LocalDate day = random.nextBoolean() ? null : day(random);
                try {
                    boolean changed = day == null
                            ? tested.commit(key).changed()
                            : tested.commit(key, day).changed();
                    assertEquals(changed, state == Ledger.State.RESERVED);
                    if (changed) {
                        model.states.put(key, Ledger.State.COMMITTED);
                        if (day != null) {
                            model.held.computeIfPresent(
                                    key,
                                    (same, postings) -> postings.stream()
                                            .map(posting -> posting.on(day))
                                            .toList());
                        }
                    }
                } catch (Ledger.Refused e) {
                    assertTrue(state != Ledger.State.RESERVED);
                }
            }
            default -> {
                try {
                    assertEquals(
                            state == Ledger.State.RESERVED, tested.cancel(key).changed());
                    if (state == Ledger.State.RESERVED) {
                        model.states.put(key, Ledger.State.CANCELLED);
                        model.held.remove(key);
                    }
                } catch (Ledger.Refused e) {
                    assertEquals(Ledger.State.COMMITTED, state);
                }
            }
        }
        assertEquals(model.states.getOrDefault(key, Ledger.State.NONE), tested.state(key));
    }

    private static OrderLine key(Random random) {
        return new OrderLine("o" + random.nextInt(4), String.valueOf(random.nextInt(3)));
    }

    private static Account account(Random random) {
        return new Account(
                random.nextBoolean() ? Account.Kind.TPP_TENANT : Account.Kind.TPP_CHINA, "a" + random.nextInt(3));
    }

    private static LocalDate day(Random random) {
        return DAY.plusDays(random.nextInt(12) - 6);
    }

    private static DateRange window(Random random) {
        LocalDate from = random.nextInt(4) == 0 ? null : day(random);
        LocalDate to = random.nextInt(4) == 0 ? null : (from == null ? DAY : from).plusDays(random.nextInt(6));
        return new DateRange(from, to);
    }

    @Test
    void manyThreadsReserveEachLineOnceAndNoReaderMissesAnAmount() throws Exception {
        int threads = 4;
        int lines = 200;
        ExecutorService pool = Executors.newFixedThreadPool(threads + 1);
        CountDownLatch start = new CountDownLatch(1);
        AtomicInteger changed = new AtomicInteger();
        AtomicInteger running = new AtomicInteger(threads);
        List<Future<?>> all = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            all.add(pool.submit(() -> {
                start.await();
                for (int i = 0; i < lines; i++) {
                    OrderLine key = new OrderLine("o-" + i, "1");
                    if (ledger.reserve(key, CONSIGNEE, 1, DAY).changed()) {
                        changed.incrementAndGet();
                    }
                    ledger.commit(key);
                }
                running.decrementAndGet();
                return null;
            }));
        }
        all.add(pool.submit(() -> {
            start.await();
            long seen = 0;
            while (running.get() > 0) {
                long used = sum().used();
                // What is committed was reserved, so a sum of one moment never falls.
                assertTrue(used >= seen, used + " after " + seen);
                seen = used;
            }
            return null;
        }));
        start.countDown();
        for (Future<?> one : all) {
            one.get(60, TimeUnit.SECONDS);
        }
        pool.shutdownNow();
        assertEquals(lines, changed.get());
        assertEquals(new Totals.Sum(lines, 0, 0), sum());
    }
}
