package io.highfence.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Decimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rivals answer: a race counts only among those that do the same work. */
class ChipRivalsTest {
    private static final long SEED = 20261125;

    private final ChipRival highfence = new ChipRivals.Highfence();
    private final ChipRival doubles = new ChipRivals.Doubles();
    private final ChipRival bigDecimals = new ChipRivals.BigDecimals();

    @Test
    void exactRivalsAgreeOnEveryChip() {
        List<ChipCase> chips = ChipCase.many(SEED, 20_000);
        int[] tiers = new int[3];
        for (ChipCase chip : chips) {
            int tier = bigDecimals.tier(chip);
            tiers[tier]++;
            assertEquals(tier, highfence.tier(chip), () -> "seed " + SEED + ": " + chip.chip());
        }
        for (int tier : tiers) {
            assertTrue(tier > 1_000, "every tier occurs often");
        }
    }

    @Test
    void doublesAgreeWhereNoLimitIsNear() {
        for (long teraOps = 10; teraOps < 900; teraOps += 7) {
            for (long area = 37; area < 1_600; area += 61) {
                ChipCase chip = chip(teraOps * Decimal.ONE, area * Decimal.ONE);
                assertEquals(
                        bigDecimals.tier(chip),
                        doubles.tier(chip),
                        () -> chip.chip().toString());
            }
        }
    }

    /** 3.2 and 5.92 are no doubles, so a chip that lies exactly on such a limit may fall on either side of it. */
    @Test
    void doublesAreWrongOnSomeChipsThatLieOnALimit() {
        int wrong = 0;
        for (ChipCase chip : ChipCase.many(SEED, 20_000)) {
            wrong += bigDecimals.tier(chip) == doubles.tier(chip) ? 0 : 1;
        }
        assertNotEquals(0, wrong, "the double-based rival is not exact, and the comparison says so");
    }

    private static ChipCase chip(long top, long area) {
        return ChipCase.of(new long[] {top / 80, top / 40, top / 2, top, top}, area, true);
    }
}
