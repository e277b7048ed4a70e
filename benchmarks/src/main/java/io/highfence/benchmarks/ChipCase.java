package io.highfence.benchmarks;

import io.highfence.base.Decimal;
import io.highfence.chip.Chip;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A chip of five formats and one die, in the form that each rival wants, so that none pays for a conversion. */
record ChipCase(
        Chip chip,
        int[] bits,
        double[] rates,
        double area,
        BigDecimal[] exactRates,
        BigDecimal exactArea,
        boolean datacenter) {
    private static final String[] FORMATS = {"fp64", "fp32", "fp16", "fp8", "int8"};
    private static final int[] BITS = {64, 32, 16, 8, 8};

    static ChipCase of(long[] rates, long area, boolean datacenter) {
        Chip.Builder chip = Chip.builder("case")
                .hbm(Chip.Hbm.NONE)
                .ioBandwidthGbps(0)
                .encryption(Chip.Encryption.NONE)
                .datacenter(datacenter ? Chip.Answer.YES : Chip.Answer.NO)
                .die(area, Chip.ProcessType.NONPLANAR, Chip.Role.LOGIC);
        double[] doubles = new double[FORMATS.length];
        BigDecimal[] exact = new BigDecimal[FORMATS.length];
        for (int i = 0; i < FORMATS.length; i++) {
            chip.rate(FORMATS[i], rates[i]);
            exact[i] = BigDecimal.valueOf(rates[i], 6);
            doubles[i] = exact[i].doubleValue();
        }
        BigDecimal exactArea = BigDecimal.valueOf(area, 6);
        return new ChipCase(chip.build(), BITS, doubles, exactArea.doubleValue(), exact, exactArea, datacenter);
    }

    /** Chips over the whole range that matters, and as many that lie on a limit or next to one. */
    static List<ChipCase> many(long seed, int count) {
        Random random = new Random(seed);
        List<ChipCase> cases = new ArrayList<>(count);
        long[] densities = {1_600_000, 3_200_000, 5_920_000};
        long[] performances = {1_600, 2_400, 4_800};
        while (cases.size() < count) {
            long top = cases.size() % 2 == 0
                    ? (long) (random.nextDouble() * 800 * Decimal.ONE)
                    : performances[random.nextInt(3)] * Decimal.ONE / 8 + random.nextInt(3) - 1;
            long tpp = top * 8;
            long area = random.nextBoolean()
                    ? (long) ((50 + random.nextDouble() * 1_500) * Decimal.ONE)
                    : tpp * Decimal.ONE / densities[random.nextInt(3)] + random.nextInt(3) - 1;
            long[] rates = {top / 80, top / 40, top / 2, top, top};
            cases.add(of(rates, Math.max(area, 1), random.nextBoolean()));
        }
        return cases;
    }
}
