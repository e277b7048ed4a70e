package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.highfence.base.BadInput;
import io.highfence.law.RuleBook;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The hot side of the chip room: not one byte over every case, on many days. */
@Tag("allocation")
class ClassifyAllocationTest {
    private static final int ROUNDS = 200;

    @Test
    void classifyingAllocatesNothing() throws IOException, BadInput {
        ChipClassifier classifier = new ChipClassifier(RuleBook.bundled());
        Classification out = new Classification();
        List<ChipCases.Case> cases = ChipCases.all();
        Chip[] chips = cases.stream().map(ChipCases.Case::chip).toArray(Chip[]::new);
        LocalDate[] days = {
            LocalDate.of(2022, 10, 1),
            LocalDate.of(2022, 10, 20),
            LocalDate.of(2023, 1, 1),
            LocalDate.of(2023, 11, 17),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2026, 9, 1),
            LocalDate.MAX
        };
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        run(classifier, chips, days, out);
        long before = threads.getThreadAllocatedBytes(self);
        long own = threads.getThreadAllocatedBytes(self) - before;
        before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < ROUNDS; i++) {
            run(classifier, chips, days, out);
        }
        long allocated = threads.getThreadAllocatedBytes(self) - before - own;
        assertEquals(0, allocated, "bytes over " + ROUNDS * chips.length * days.length + " calls");
    }

    private static void run(ChipClassifier classifier, Chip[] chips, LocalDate[] days, Classification out) {
        for (Chip chip : chips) {
            for (LocalDate day : days) {
                classifier.classify(chip, day, out);
            }
        }
    }
}
