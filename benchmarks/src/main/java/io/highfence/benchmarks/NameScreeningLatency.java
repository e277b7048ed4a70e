package io.highfence.benchmarks;

import io.highfence.base.BadInput;
import io.highfence.list.PartyList;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long single queries take: the middle, the tail and the worst, in microseconds.
 *
 * <pre>
 * java -Dhighfence.data=FOLDER -jar benchmarks/target/benchmarks.jar NameScreeningLatency -foe true
 * </pre>
 *
 * <p>Each query of the corpus is timed alone, the whole corpus {@code rounds} times over, after as many rounds of warm-up. Two
 * distributions come out of the same times. {@code p50} to {@code max} are of every single time, with whatever else the machine
 * did meanwhile. {@code work50} to {@code workMax} are of each query's middle time over the rounds: what the queries themselves
 * cost, since a neighbour does not hit the same query in half of the rounds. A query starts when the one before has ended, so
 * none waits in a queue and there is no waiting time to correct for. JMH adds up what several forks or iterations count, where
 * the report of {@code benchmarks/report} gives their mean. {@code -t 1} only.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 1)
@Measurement(iterations = 1)
public class NameScreeningLatency {
    private static final int CHECKED = 5 * Corpus.SAMPLE;
    private static final int DIGITS = 3;
    private static final double NANOS = 1e3;

    /** A rival over the list. */
    @State(Scope.Benchmark)
    public static class Single {
        /** Who searches. */
        @Param({"HIGHFENCE", "LUCENE_TRIGRAMS"})
        public Rival rival = Rival.HIGHFENCE;

        /** How often each query is timed; odd, so that there is a middle one. */
        @Param("11")
        public int rounds = 1;

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

    /** What comes out, in microseconds. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Microseconds {
        /** Half of all times are no longer. */
        public double p50;

        /** 99 in a hundred. */
        public double p99;

        /** 999 in a thousand. */
        public double p999;

        /** The longest. */
        public double max;

        /** Half of the queries cost no more. */
        public double work50;

        /** 99 in a hundred. */
        public double work99;

        /** 999 in a thousand. */
        public double work999;

        /** The costliest query. */
        public double workMax;
    }

    /** All rounds. */
    @Benchmark
    public int rounds(Single single, Microseconds out) {
        NameRival searcher = single.race.searcher();
        Histogram every = new Histogram(DIGITS);
        long[][] times = new long[Corpus.SIZE][single.rounds];
        int found = 0;
        for (int round = 0; round < single.rounds; round++) {
            for (int query = 0; query < Corpus.SIZE; query++) {
                String name = single.race.name(query);
                long start = System.nanoTime();
                found += searcher.find(name);
                long time = System.nanoTime() - start;
                every.recordValue(time);
                times[query][round] = time;
            }
        }
        Histogram work = new Histogram(DIGITS);
        for (long[] of : times) {
            Arrays.sort(of);
            work.recordValue(of[of.length / 2]);
        }
        out.p50 = every.getValueAtPercentile(50) / NANOS;
        out.p99 = every.getValueAtPercentile(99) / NANOS;
        out.p999 = every.getValueAtPercentile(99.9) / NANOS;
        out.max = every.getMaxValue() / NANOS;
        out.work50 = work.getValueAtPercentile(50) / NANOS;
        out.work99 = work.getValueAtPercentile(99) / NANOS;
        out.work999 = work.getValueAtPercentile(99.9) / NANOS;
        out.workMax = work.getMaxValue() / NANOS;
        return found;
    }
}
