package io.highfence.benchmarks;

import io.highfence.base.BadInput;
import io.highfence.match.MatchSettings;
import io.highfence.match.Matches;
import io.highfence.match.PartyIndex;
import io.highfence.match.PartyMatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From what lies on the disk to the first answer: how long a process is deaf when it starts or takes a new edition.
 *
 * <pre>
 * java -Dhighfence.data=FOLDER -jar benchmarks/target/benchmarks.jar IndexOpen -foe true
 * </pre>
 *
 * <p>As given, a running JVM and files that the operating system still has in memory; {@code -wi 0 -i 1 -f 10} gives a JVM that has
 * just started.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class IndexOpen {
    /** A party that stands on the list under this name, with a letter too many, so that more than one equal name is looked at. */
    private static final String QUERY = "Huawei Technnologies Co., Ltd.";

    /**
     * From the published file.
     *
     * @return how many parties the first query brings up
     * @throws IOException if the list cannot be read
     * @throws BadInput if it is damaged
     */
    @Benchmark
    public int fromFile() throws IOException, BadInput {
        return firstAnswer(PartyIndex.of(ListData.load()));
    }

    /** An index file. */
    @State(Scope.Benchmark)
    public static class Saved {
        private Path file = Path.of("");

        /**
         * Builds an index and writes it.
         *
         * @throws IOException if the list cannot be read
         * @throws BadInput if it is damaged
         */
        @Setup
        public void save() throws IOException, BadInput {
            file = Files.createTempFile("highfence", ".index");
            PartyIndex.of(ListData.load()).save(file);
        }

        /**
         * Deletes it.
         *
         * @throws IOException if that cannot be
         */
        @TearDown
        public void delete() throws IOException {
            Files.delete(file);
        }
    }

    /**
     * From an index file, which is mapped and checked.
     *
     * @param saved the file
     * @return how many parties the first query brings up
     * @throws IOException if it cannot be read
     * @throws BadInput if it is damaged
     */
    @Benchmark
    public int fromIndex(Saved saved) throws IOException, BadInput {
        return firstAnswer(PartyIndex.open(saved.file));
    }

    /** The first query of an index, which every way to open one ends with. */
    private static int firstAnswer(PartyIndex index) {
        Matches matches = new Matches();
        new PartyMatcher(index, MatchSettings.defaults()).match(QUERY, matches);
        if (!matches.alert()) {
            throw new IllegalStateException("The first answer does not find '" + QUERY + "'");
        }
        return matches.total();
    }
}
