package io.highfence.benchmarks;

import java.util.List;
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

/** Classifying a chip of five formats, over a thousand chips in turn so that no branch is learnt by heart. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChipClassification {
    private static final int CHIPS = 1_024;

    private final ChipRival highfence = new ChipRivals.Highfence();
    private final ChipRival doubles = new ChipRivals.Doubles();
    private final ChipRival bigDecimals = new ChipRivals.BigDecimals();
    private ChipCase[] chips = {};
    private int next;

    /** Makes the chips. */
    @Setup
    public void makeChips() {
        List<ChipCase> cases = ChipCase.many(1, CHIPS);
        chips = cases.toArray(new ChipCase[0]);
    }

    private ChipCase chip() {
        next = (next + 1) & (CHIPS - 1);
        return chips[next];
    }

    /** This SDK, with everything it answers. */
    @Benchmark
    public int highfence() {
        return highfence.tier(chip());
    }

    /** Doubles and a division: four limits and one note. */
    @Benchmark
    public int doubles() {
        return doubles.tier(chip());
    }

    /** Exact decimals of the JDK: four limits and one note. */
    @Benchmark
    public int bigDecimals() {
        return bigDecimals.tier(chip());
    }
}
