package io.highfence.benchmarks;

import io.highfence.base.BadInput;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Finding a name in the whole list by looking at every listed name; the measure for the index to come. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class NameSearch {
    /** Misspelt, turned round, glued, short, long, and clean. */
    static final String[] QUERIES = {
        "Huawei Tecnologies Co Ltd",
        "SIS DOO",
        "Viktor Bout",
        "Semiconducter Manufacturing International",
        "ROSOBORONEKSPORT OAO",
        "Kaspersky",
        "Technische Universität München",
        "MegaDistribution of Parts and Tools, Incorporated"
    };

    private NameRival highfence = name -> 0;
    private NameRival bruteForce = name -> 0;
    private NameRival jaroWinkler = name -> 0;
    private int next;

    /**
     * Loads the list.
     *
     * @throws IOException if it cannot be read
     * @throws BadInput if it is damaged
     */
    @Setup
    public void load() throws IOException, BadInput {
        PartyList list = ListData.load();
        PartyIndex index = PartyIndex.of(list);
        highfence = NameRivals.Highfence.finding(index);
        bruteForce = NameRivals.Highfence.scoringEveryName(index);
        jaroWinkler = new NameRivals.JaroWinkler(list);
    }

    private String query() {
        next = (next + 1) % QUERIES.length;
        return QUERIES[next];
    }

    /** This SDK: readings, words, legal forms, weights; names that cannot reach the threshold are passed over. */
    @Benchmark
    public int highfence() {
        return highfence.find(query());
    }

    /** The same answers by scoring every name. */
    @Benchmark
    public int bruteForce() {
        return bruteForce.find(query());
    }

    /** Commons Text over whole names. */
    @Benchmark
    public int jaroWinkler() {
        return jaroWinkler.find(query());
    }
}
