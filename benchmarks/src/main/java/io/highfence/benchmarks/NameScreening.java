package io.highfence.benchmarks;

import io.highfence.base.BadInput;
import io.highfence.list.PartyList;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Mean time of one name against the whole list, all rivals in one run.
 *
 * <pre>
 * java -Dhighfence.data=FOLDER -jar benchmarks/target/benchmarks.jar NameScreening -prof gc -foe true
 * </pre>
 *
 * <p>{@code -t 1} is what it does unasked; {@code -t 2} gives the mean time of a query while two threads search one index, so that
 * {@code 2 x (time of -t 1) / (time of -t 2)} is how much more is done. {@code -p rival=HIGHFENCE,LUCENE_TRIGRAMS} leaves the others
 * out. With {@code -prof gc} the line {@code gc.alloc.rate.norm} is bytes a query; the harness's own are 5 to 6 KB an iteration,
 * which over a second of queries is less than one byte each.
 *
 * <p>Every call runs a fixed series of queries in turn, so all rivals answer the same questions. {@code sample} has few queries and
 * every rival; {@code corpus} has all queries and the rivals with an index. Compare within one of them only. That the names are
 * found is checked before the clock starts; that Highfence equals its oracle, after it stops.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class NameScreening {
    private static final int CHECKED = 5 * Corpus.SAMPLE;

    /** Every rival over the list. */
    @State(Scope.Benchmark)
    public static class EveryRival {
        /** Who searches. */
        @Param
        public Rival rival = Rival.HIGHFENCE;

        private Race race = Race.NONE;

        /**
         * Loads the list, makes the rival ready and checks its answers.
         *
         * @throws IOException if the list cannot be read
         * @throws BadInput if it is damaged
         */
        @Setup
        public void prepare() throws IOException, BadInput {
            PartyList list = ListData.load();
            race = Race.over(rival, list, Corpus.of(list));
            race.check(Corpus.SAMPLE);
        }

        /** Compares with the oracle. */
        @TearDown
        public void compare() {
            race.compareWithOracle(Corpus.SAMPLE);
        }
    }

    /** The rivals that look only at some names. */
    @State(Scope.Benchmark)
    public static class IndexedRivals {
        /** Who searches. */
        @Param({"HIGHFENCE", "HIGHFENCE_BUILT", "LUCENE_TRIGRAMS", "LUCENE_FUZZY"})
        public Rival rival = Rival.HIGHFENCE;

        private Race race = Race.NONE;

        /**
         * Loads the list, makes the rival ready and checks its answers.
         *
         * @throws IOException if the list cannot be read
         * @throws BadInput if it is damaged
         */
        @Setup
        public void prepare() throws IOException, BadInput {
            PartyList list = ListData.load();
            race = Race.over(rival, list, Corpus.of(list));
            race.check(CHECKED);
        }

        /** Compares with the oracle. */
        @TearDown
        public void compare() {
            race.compareWithOracle(Corpus.SAMPLE);
        }
    }

    /** The first forty queries. */
    @Benchmark
    @OperationsPerInvocation(Corpus.SAMPLE)
    public int sample(EveryRival every) {
        return every.race.run(Corpus.SAMPLE);
    }

    /** All two thousand queries. */
    @Benchmark
    @OperationsPerInvocation(Corpus.SIZE)
    public int corpus(IndexedRivals indexed) {
        return indexed.race.run(Corpus.SIZE);
    }
}
