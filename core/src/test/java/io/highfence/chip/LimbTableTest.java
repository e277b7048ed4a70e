package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Decimal;
import io.highfence.chip.Chip.Answer;
import io.highfence.chip.ChipLaw.Limb;
import io.highfence.law.Rule.Limit;
import io.highfence.law.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of bands against the limits as they are stated, asked one by one with products of any length. */
class LimbTableTest {
    private static final long SEED = 20_261_125;
    private static final String FILE = "chip-3a090.json";

    @TempDir
    static Path folder;

    private static ChipLaw asItIs() {
        return lawOf(RuleBook.bundled());
    }

    /** The law with each limit on the other side of its own value, where what a quotient cuts off decides. */
    private static ChipLaw turned() throws IOException, BadInput {
        String text;
        try (InputStream in = Objects.requireNonNull(RuleBook.class.getResourceAsStream(FILE))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String turned = Pattern.compile("(\"tpp(?:PerMm2)?\": )(\\[[^]]*]|\"[^\"]*\")")
                .matcher(text)
                .replaceAll(match ->
                        match.group(1) + match.group(2).replace(">= ", "> ").replace("\"< ", "\"<= "));
        assertNotEquals(text, turned);
        Path file = folder.resolve(FILE);
        Files.writeString(file, turned);
        return lawOf(RuleBook.load(file));
    }

    private static ChipLaw lawOf(RuleBook book) {
        return new ChipClassifier(book).lawOn(LocalDate.of(2026, 9, 1));
    }

    @Test
    void aBandIsTheNumberOfCutsThatANumberReaches() {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            TreeSet<Long> cuts = new TreeSet<>();
            int count = random.nextInt(12);
            while (cuts.size() < count) {
                cuts.add(1 + (random.nextLong() >>> 1 + random.nextInt(62)) % (Long.MAX_VALUE - 2));
            }
            Bands bands = new Bands(cuts);
            for (int i = 0; i < 500; i++) {
                check(bands, cuts, (random.nextLong() >>> 1 + random.nextInt(63)) % (Long.MAX_VALUE - 1));
            }
            for (long cut : cuts) {
                check(bands, cuts, cut - 1);
                check(bands, cuts, cut);
                check(bands, cuts, cut + 1);
            }
            check(bands, cuts, 0);
            check(bands, cuts, Long.MAX_VALUE - 1);
        }
    }

    private static void check(Bands bands, TreeSet<Long> cuts, long number) {
        assertEquals(
                cuts.headSet(number, true).size(), bands.of(number), () -> number + " in " + cuts + ", seed " + SEED);
    }

    @Test
    void theOutcomeIsThatOfTheLimitsAskedOneByOne() {
        checkAll(asItIs());
    }

    @Test
    void theOutcomeIsThatOfTheLimitsAskedOneByOneWhereTheyLieOnTheOtherSide() throws IOException, BadInput {
        checkAll(turned());
    }

    private static void checkAll(ChipLaw law) {
        Random random = new Random(SEED);
        long[] performances = {1_520, 1_600, 2_280, 2_400, 4_560, 4_800, 0, 9_000_000_000L, 9_223_000_000_000L};
        long[] densities = {1_600_000, 3_200_000, 5_920_000};
        for (int i = 0; i < 200_000; i++) {
            long tpp = random.nextBoolean()
                    ? random.nextLong() >>> 1 + random.nextInt(63)
                    : performances[random.nextInt(performances.length)] * Decimal.ONE + random.nextInt(3) - 1;
            tpp = Math.min(Math.max(tpp, 0), Long.MAX_VALUE - 1);
            long area = switch (random.nextInt(4)) {
                case 0 -> Chip.UNKNOWN;
                case 1 -> 0;
                case 2 -> random.nextLong() >>> 1 + random.nextInt(62);
                default -> besideLimit(tpp, densities[random.nextInt(3)], random.nextInt(3) - 1);
            };
            for (Answer datacenter : Answer.values()) {
                check(law, tpp, area, datacenter);
            }
        }
    }

    private static long besideLimit(long tpp, long density, int off) {
        BigInteger area = BigInteger.valueOf(tpp)
                .multiply(BigInteger.valueOf(Decimal.ONE))
                .divide(BigInteger.valueOf(density));
        return area.bitLength() > 62 ? 1 : Math.max(area.longValueExact() + off, 0);
    }

    private static void check(ChipLaw law, long tpp, long area, Answer datacenter) {
        int met = 0;
        int tier = Tier.NONE;
        for (int i = 0; i < law.limbs().length; i++) {
            Limb limb = law.limbs()[i];
            if (all(limb.tpp().stated, tpp, 1, 1)
                    && (limb.density().stated.isEmpty()
                            || (area > 0 && all(limb.density().stated, tpp, area, Decimal.ONE)))) {
                met |= 1 << i;
                tier = Math.max(tier, limb.tier());
            }
        }
        boolean out = datacenter == Answer.NO && all(law.note2().stated, tpp, 1, 1);
        LimbTable.Outcome outcome = law.table().of(tpp, LimbTable.density(tpp, area), datacenter);
        String what = tpp + " on " + area + ", datacenter " + datacenter + ", seed " + SEED;
        assertEquals(met, outcome.limbs(), what);
        assertEquals(out ? Tier.NONE : tier, outcome.tier(), what);
        if (!outcome.nearAsks()) {
            boolean near = (outcome.remarks() & Remark.NEAR_LIMIT.bit()) != 0;
            assertEquals(isNear(law, tpp, area, datacenter, outcome.gravest()), near, what);
        }
    }

    /** Whether a limit at most 5 percent above would change the tier that this area, or some area, gives. */
    private static boolean isNear(ChipLaw law, long tpp, long area, Answer datacenter, int gravest) {
        boolean near = false;
        for (long limit : law.tppLimitValues()) {
            BigInteger least = BigInteger.valueOf(limit).multiply(BigInteger.valueOf(95));
            boolean below = tpp < limit
                    && BigInteger.valueOf(tpp).multiply(BigInteger.valueOf(100)).compareTo(least) >= 0;
            near |= below
                    && law.table()
                                    .of(limit, LimbTable.density(limit, area), datacenter)
                                    .gravest()
                            != gravest;
        }
        return near;
    }

    /** Whether {@code dividend x unit / divisor} passes every limit. */
    private static boolean all(List<Limit> limits, long dividend, long divisor, long unit) {
        BigInteger value = BigInteger.valueOf(dividend).multiply(BigInteger.valueOf(unit));
        for (Limit limit : limits) {
            int compared = value.compareTo(BigInteger.valueOf(limit.value()).multiply(BigInteger.valueOf(divisor)));
            boolean passes = switch (limit.sign()) {
                case AT_LEAST -> compared >= 0;
                case ABOVE -> compared > 0;
                case AT_MOST -> compared <= 0;
                case BELOW -> compared < 0;
            };
            if (!passes) {
                return false;
            }
        }
        return true;
    }

    /** A11: five percent below a limit, which between two millionths is the upper one. */
    @Test
    void theLeastValueThatIsNearALimitIsRoundedUp() {
        ChipLaw law = asItIs();
        assertEquals(19, law.nearFrom(20));
        assertEquals(20, law.nearFrom(21), "95 percent of it are 19.95");
        for (long limit = 1; limit <= 100; limit++) {
            long least = law.nearFrom(limit);
            assertTrue(100 * least >= 95 * limit && 100 * (least - 1) < 95 * limit, limit + " from " + least);
        }
    }

    @Test
    void aValueOnALimitIsNotNearIt() {
        ChipLaw law = asItIs();
        assertFalse(law.near(100, 100));
        assertTrue(law.near(99, 100));
        assertTrue(law.near(95, 100));
        assertFalse(law.near(94, 100));
    }

    @Test
    void whereTheLawHasNoLimitsNothingPassesThem() {
        assertFalse(Limits.NONE.admit(0));
        assertFalse(Limits.NONE.admitQuotient(1, 1));
    }
}
