package io.highfence.benchmarks;

import io.highfence.base.BadInput;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** From the published file to parties, and on to names that can be searched. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class ListLoad {
    /**
     * The file alone.
     *
     * @return the number of records
     * @throws IOException if it cannot be read
     * @throws BadInput if it is damaged
     */
    @Benchmark
    public int load() throws IOException, BadInput {
        return ListData.load().records().size();
    }

    /**
     * The file, and its names in canonical form.
     *
     * @return the number of records
     * @throws IOException if it cannot be read
     * @throws BadInput if it is damaged
     */
    @Benchmark
    public int loadAndIndex() throws IOException, BadInput {
        return PartyIndex.of(ListData.load()).list().records().size();
    }
}
