package io.highfence.benchmarks;

import io.highfence.base.BadInput;
import io.highfence.list.PartyList;
import java.io.IOException;
import java.util.List;
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
 * How the mean time of a query grows with the list, from the list as published (57,309 names to search in, in the edition of 31 July 2026) to one
 * million names.
 *
 * <pre>
 * java -Dhighfence.data=FOLDER -jar benchmarks/target/benchmarks.jar Scaling -prof gc -foe true
 * </pre>
 *
 * <p>The queries are the first four hundred of the published list at every size, and that list is part of every grown one (see
 * {@code GrownList}). {@code -p names=published,200000} leaves sizes out; {@code -t 2} as in {@link NameScreening}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Scaling {
    /** The word for a list that is not grown. */
    static final String PUBLISHED = "published";

    /** Ten blocks of the corpus: a rival that looks at a share of the names needs a minute for them at the largest size. */
    private static final int QUERIES = 10 * Corpus.SAMPLE;

    /** Scoring every one of a million names takes seconds. */
    private static final int COMPARED = 5;

    /** Who searches. */
    @Param({"HIGHFENCE", "LUCENE_TRIGRAMS"})
    public Rival rival = Rival.HIGHFENCE;

    /** How many names the list has. */
    @Param({PUBLISHED, "200000", "500000", "1000000"})
    public String names = PUBLISHED;

    private Race race = Race.NONE;

    /**
     * Grows the list, makes the rival ready and checks its answers.
     *
     * @throws IOException if the list cannot be read
     * @throws BadInput if it is damaged
     */
    @Setup
    public void prepare() throws IOException, BadInput {
        List<Corpus.Query> queries = Corpus.of(ListData.load());
        PartyList list = GrownList.of(ListData.source(), names.equals(PUBLISHED) ? 0 : Integer.parseInt(names));
        race = Race.over(rival, list, queries);
        race.checkFound(Corpus.SAMPLE);
    }

    /** Compares with the oracle. */
    @TearDown
    public void compare() {
        race.compareWithOracle(COMPARED);
    }

    /** The same queries at every size. */
    @Benchmark
    @OperationsPerInvocation(QUERIES)
    public int corpus() {
        return race.run(QUERIES);
    }
}
