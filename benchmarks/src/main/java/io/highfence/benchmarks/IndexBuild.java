package io.highfence.benchmarks;

import io.highfence.base.BadInput;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the published file to an index that answers, the index alone from a loaded list, and how much of the heap it takes.
 *
 * <pre>
 * java -Dhighfence.data=FOLDER -jar benchmarks/target/benchmarks.jar IndexBuild -foe true
 * </pre>
 *
 * <p>Single shots in a warm JVM; {@code -wi 0 -i 1 -f 10} gives the first build of a process. {@code -prof gc} gives bytes
 * allocated a build, of which the first of a process has those of the set-up among them. {@code HIGHFENCE} also finds the neighbours of
 * all words, writes the index to a file and maps it. The size is the counter {@code bytes} of {@code resident}: the heap in use after
 * collections that no longer free anything, and the buffers outside of it, with the index less without it; {@code heap} is the former
 * alone. The loaded list, which holds the text as published, is there both times and so is not part of it, nor are tables of the engine
 * that any index shares; an index file has that text too, in the section {@code list.records}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class IndexBuild {
    private static final int MOST_COLLECTIONS = 10;
    private static final long PAUSE = 50_000_000;

    /** The loaded list, and who builds an index of it. */
    @State(Scope.Benchmark)
    public static class Loaded {
        /** Whose index. */
        @Param({"HIGHFENCE_BUILT", "HIGHFENCE", "LUCENE_TRIGRAMS", "LUCENE_FUZZY"})
        public Rival rival = Rival.HIGHFENCE_BUILT;

        private PartyList list = PartyList.sample();

        /**
         * Loads the list, and checks that the index that is built from it answers.
         *
         * @throws IOException if the list cannot be read
         * @throws BadInput if it is damaged
         */
        @Setup
        public void load() throws IOException, BadInput {
            list = ListData.load();
            Race race = Race.over(rival, list, Corpus.of(list));
            race.check(Corpus.SAMPLE);
            race.letGo();
        }
    }

    /** That the list and its index, which every shot makes anew, answer as they must. */
    @State(Scope.Benchmark)
    public static class Checked {
        /**
         * Makes both once, and asks.
         *
         * @throws IOException if the list cannot be read
         * @throws BadInput if it is damaged
         */
        @Setup
        public void check() throws IOException, BadInput {
            PartyList list = ListData.load();
            Race race = Race.over(Rival.HIGHFENCE, list, Corpus.of(list));
            race.check(Corpus.SAMPLE);
            race.letGo();
        }
    }

    /** The size of an index. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Size {
        /** Bytes of heap and of buffers outside of it. */
        public long bytes;

        /** Bytes of heap. */
        public long heap;
    }

    /**
     * The published file to parties.
     *
     * @param checked has asked before
     * @return the list
     * @throws IOException if it cannot be read
     * @throws BadInput if it is damaged
     */
    @Benchmark
    public PartyList file(Checked checked) throws IOException, BadInput {
        return ListData.load();
    }

    /**
     * The published file to this SDK's index.
     *
     * @param checked has asked before
     * @return the index
     * @throws IOException if it cannot be read
     * @throws BadInput if it is damaged
     */
    @Benchmark
    public PartyIndex fileToIndex(Checked checked) throws IOException, BadInput {
        return PartyIndex.of(ListData.load());
    }

    /** The loaded list to an index. */
    @Benchmark
    public Object index(Loaded loaded) {
        return loaded.rival.index(loaded.list);
    }

    /** How much of the heap an index takes; its time says nothing. */
    @Benchmark
    public Object resident(Loaded loaded, Size size) {
        long heap = settled();
        long buffers = buffers();
        Supplier<NameRival> index = loaded.rival.index(loaded.list);
        size.heap = settled() - heap;
        size.bytes = size.heap + buffers() - buffers;
        return index;
    }

    /** The bytes of buffers outside of the heap, mapped or not. */
    private static long buffers() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    /** The heap in use when collecting frees no more, buffers outside of it neither: those go a moment after what held them. */
    private static long settled() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < MOST_COLLECTIONS; i++) {
            System.gc();
            LockSupport.parkNanos(PAUSE);
            Runtime runtime = Runtime.getRuntime();
            long now = runtime.totalMemory() - runtime.freeMemory() + buffers();
            if (now >= used) {
                break;
            }
            used = now;
        }
        return used - buffers();
    }
}
