package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Digest;
import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import io.highfence.ownership.OwnershipGraph;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lists that are swapped while orders are decided. The stress test lasts {@code -Dhighfence.swaps.seconds}, three unless more are asked
 * for.
 */
class LiveListsTest {
    private static final int READERS = 2;

    /** So many swaps and decisions at least, however slow the machine is. */
    private static final int LEAST = 60;

    private static final int MOST_COLLECTIONS = 100;

    /** Parties that stand on every edition, so that each decision has matches of the edition that it began on. */
    private static final String BUYER = "Huawei Technologies";

    private static final String CONSIGNEE = "Rosoboronexport";

    @TempDir
    Path folder;

    private final List<Path> files = new ArrayList<>();
    private final List<Digest> digests = new ArrayList<>();

    @BeforeEach
    void write() throws Exception {
        for (int edition = 0; edition < 3; edition++) {
            Path csv = Files.writeString(
                    folder.resolve("edition" + edition + ".csv"),
                    "id,name,type,program\n"
                            + "%d-1,Huawei Technologies Co.,entity,E%d\n".formatted(edition, edition)
                            + "%d-2,Rosoboronexport,entity,E%d\n".formatted(edition, edition));
            PartyList list = PartyList.load(List.of(ListSource.parse("custom-csv:" + csv + "@2026-08-31")));
            Path file = folder.resolve("edition" + edition + ".index");
            PartyIndex.of(list).save(file);
            files.add(file);
            digests.add(list.digest());
        }
    }

    private static Order order() {
        return Orders.bare("live")
                .party(Orders.party(Party.Role.PURCHASER, BUYER, "CN"))
                .party(Orders.party(Party.Role.ULTIMATE_CONSIGNEE, CONSIGNEE, "RU"))
                .build();
    }

    @Test
    void aDecisionIsOfTheEditionThatIsCurrentWhenItBegins() throws Exception {
        LiveLists lists = new LiveLists(PartyIndex.open(files.get(0)));
        LiveScreener screener = new LiveScreener(Orders.RULES, lists, Settings.defaults());
        Decision decision = new Decision();
        for (int i = 0; i < 6; i++) {
            assertTrue(lists.swap(files.get(i % 3)));
            screener.screen(order(), Orders.DECIDED_AT, decision);
            assertEquals(i % 3, editionOf(decision));
        }
    }

    @Test
    void whatElseAScreenerKnowsGoesOverToEachEdition() throws Exception {
        LiveLists lists = new LiveLists(PartyIndex.open(files.get(0)));
        OwnershipGraph stakes = OwnershipGraph.builder().build();
        LiveScreener screener =
                new LiveScreener(Orders.RULES, lists, Settings.defaults(), with -> with.ownership(stakes));
        Decision decision = new Decision();
        for (int i = 1; i < 3; i++) {
            assertTrue(lists.swap(files.get(i)));
            screener.screen(order(), Orders.DECIDED_AT, decision);
            assertEquals(i, editionOf(decision));
            assertEquals(stakes.digest(), decision.stamp().also().get("ownership"));
        }
    }

    /** The edition of a decision: of every match and of the stamp. */
    private int editionOf(Decision decision) {
        int edition = digests.indexOf(decision.stamp().listSet());
        assertEquals(2, decision.matches().size());
        for (PartyMatch match : decision.matches()) {
            assertEquals(
                    "E" + edition, match.records().get(0).listing().programs().get(0));
        }
        return edition;
    }

    @Test
    void anEditionThatCannotBeLoadedKeepsTheOldOne() throws Exception {
        PartyIndex first = PartyIndex.open(files.get(0));
        LiveLists lists = new LiveLists(first);
        byte[] bytes = Files.readAllBytes(files.get(1));
        bytes[bytes.length - 1] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.index"), bytes);
        assertFalse(lists.swap(damaged));
        assertSame(first, lists.current());
        assertNotNull(lists.fault());
        assertTrue(lists.fault().contains(damaged + ": the section engine.digest is damaged"), lists.fault());
        assertFalse(lists.swap(folder.resolve("missing.index")));
        assertSame(first, lists.current());
        assertTrue(lists.swap(files.get(2)));
        assertNull(lists.fault());
    }

    @Test
    void swapsUnderLoadMixNothingAndKeepNothing() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.getInteger("highfence.swaps.seconds", 3));
        long before = mapped(0);
        LiveLists lists = new LiveLists(PartyIndex.open(files.get(0)));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        AtomicInteger decisions = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            all.add(readers.submit(() -> {
                LiveScreener screener = new LiveScreener(Orders.RULES, lists, Settings.defaults());
                Decision decision = new Decision();
                Order order = order();
                while (!over.get()) {
                    screener.screen(order, Orders.DECIDED_AT, decision);
                    editionOf(decision);
                    decisions.incrementAndGet();
                }
                return null;
            }));
        }
        // The current edition, and one for each reader that has not begun its next decision.
        long size = Files.size(files.get(0)) + Files.size(files.get(1)) + Files.size(files.get(2));
        int swaps = 0;
        long most = 0;
        for (; System.nanoTime() - end < 0 || ((swaps < LEAST || decisions.get() < LEAST) && !failed(all)); swaps++) {
            assertTrue(lists.swap(files.get(swaps % 3)));
            // A swap that no decision met would test nothing.
            for (int seen = decisions.get(); decisions.get() == seen && !failed(all); ) {
                Thread.onSpinWait();
            }
            if (swaps % 50 == 49) {
                most = Math.max(most, mapped(before + 2 * size) - before);
            }
        }
        over.set(true);
        for (Future<?> one : all) {
            one.get();
        }
        readers.shutdown();
        assertTrue(readers.awaitTermination(10, TimeUnit.SECONDS));
        assertTrue(swaps >= LEAST && decisions.get() >= LEAST);
        assertTrue(most <= 2 * size, most + " bytes are mapped");
        long left = mapped(before + size) - before;
        assertTrue(left <= size, left + " bytes stay mapped");
        assertNotNull(lists.current());
    }

    private static boolean failed(List<Future<?>> all) {
        return all.stream().anyMatch(Future::isDone);
    }

    /** The bytes that are mapped when collecting has brought them to a bound; if it never does, what is left. */
    private static long mapped(long bound) {
        BufferPoolMXBean pool = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(one -> one.getName().equals("mapped"))
                .findFirst()
                .orElseThrow();
        // Another thread unmaps what has been collected, some time after.
        for (int i = 0; i < MOST_COLLECTIONS && pool.getMemoryUsed() > bound; i++) {
            System.gc();
            Thread.yield();
        }
        return pool.getMemoryUsed();
    }
}
