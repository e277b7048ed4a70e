package io.highfence.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000000",
        "989.5, 989500000",
        ".5, 500000",
        "4799.999999, 4799999999",
        "1., 1000000",
        "1000000000, 1000000000000000"
    })
    void readsPlainDecimalsExactly(String text, long millionths) {
        assertEquals(millionths, Decimal.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-1",
                "1e3",
                "NaN",
                "Infinity",
                "1,5",
                "0x10",
                " 1",
                "1 ",
                "1.0000001",
                "1000000000.000001",
                "99999999999999999999",
                "1..2",
                "+1",
                "١٢"
            })
    void refusesWhatIsNoPlainDecimal(String text) {
        NumberFormatException refused = assertThrows(NumberFormatException.class, () -> Decimal.parse(text));
        assertTrue(refused.getMessage() != null && !refused.getMessage().isBlank());
    }

    @Test
    void comparesProductsLikeBigIntegers() {
        long seed = 20261;
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            long a = random.nextLong() >> random.nextInt(64);
            long b = random.nextLong() >> random.nextInt(64);
            long c = i % 3 == 0 ? a : random.nextLong() >> random.nextInt(64);
            long d = i % 5 == 0 ? b : random.nextLong() >> random.nextInt(64);
            int wanted = product(a, b).compareTo(product(c, d));
            assertEquals(
                    wanted,
                    Integer.signum(Decimal.compareProducts(a, b, c, d)),
                    () -> "seed " + seed + ": " + a + " * " + b + " against " + c + " * " + d);
        }
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    @Test
    void cutsAQuotientAndNeverRoundsIt() {
        assertEquals("5.9199", Decimal.quotient(5_919_999L, 1_000_000L, 4));
        assertEquals("0", Decimal.quotient(0, 7, 4));
        assertEquals("2", Decimal.quotient(4, 2, 4));
        assertEquals("0.3333", Decimal.quotient(1, 3, 4));
    }

    @Test
    void writesTheShortestPlainForm() {
        for (String text : new String[] {"0", "1", "989.5", "0.000001", "1000000000", "10"}) {
            assertEquals(text, Decimal.toString(Decimal.parse(text)));
            assertEquals(0, new BigDecimal(text).compareTo(new BigDecimal(Decimal.toString(Decimal.parse(text)))));
        }
    }

    /** A thousand million, in millionths: the bound itself, one unit less, one unit more. */
    @Test
    void theLargestValueIsReadAndOneUnitMoreIsNot() {
        assertEquals(1_000_000_000_000_000L, Decimal.MAX);
        assertEquals(Decimal.MAX, Decimal.parse("1000000000.000000"));
        assertEquals(Decimal.MAX - 1, Decimal.parse("999999999.999999"));
        assertThrows(NumberFormatException.class, () -> Decimal.parse("1000000000.000001"));
        assertThrows(NumberFormatException.class, () -> Decimal.parse("1000000001"));
        assertThrows(NumberFormatException.class, () -> Decimal.parse("9".repeat(1_000)));
    }

    @Test
    void sixDecimalsAreReadAndSevenAreNot() {
        assertEquals(1, Decimal.parse("0.000001"));
        assertEquals(0, Decimal.parse("0.000000"));
        assertThrows(NumberFormatException.class, () -> Decimal.parse("0.0000001"));
        assertThrows(NumberFormatException.class, () -> Decimal.parse("0.0000000"));
    }

    @Test
    void readsLikeBigDecimal() {
        long seed = 3;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long millionths = Math.floorMod(random.nextLong(), Decimal.MAX + 1) >> random.nextInt(40);
            String text = BigDecimal.valueOf(millionths, 6).toPlainString();
            String told = "seed " + seed + ": " + text;
            assertEquals(millionths, Decimal.parse(text), told);
            assertEquals(millionths, Decimal.parse("000" + text), told);
            assertEquals(0, new BigDecimal(text).compareTo(new BigDecimal(Decimal.toString(millionths))), told);
        }
    }

    @Test
    void quotientsAreCutLikeBigDecimals() {
        long seed = 4;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            long dividend = random.nextLong() >>> 1 + random.nextInt(60);
            long divisor = Math.max(1, random.nextLong() >>> 1 + random.nextInt(60));
            int decimals = random.nextInt(7);
            BigInteger scaled = BigInteger.valueOf(dividend)
                    .multiply(BigInteger.TEN.pow(decimals))
                    .divide(BigInteger.valueOf(divisor));
            BigDecimal wanted = new BigDecimal(scaled, decimals);
            assertEquals(
                    0,
                    wanted.compareTo(new BigDecimal(Decimal.quotient(dividend, divisor, decimals))),
                    "seed " + seed + ": " + dividend + " / " + divisor);
        }
    }

    /** The limit of 4,800 as the law compares it: at it, and one millionth on either side. */
    @Test
    void aProductIsToldFromALimitByOneUnit() {
        long limit = 4_800 * Decimal.ONE;
        assertEquals(0, Decimal.compareProducts(limit, Decimal.ONE, 600 * Decimal.ONE, 8 * Decimal.ONE));
        assertTrue(Decimal.compareProducts(limit - 1, Decimal.ONE, 600 * Decimal.ONE, 8 * Decimal.ONE) < 0);
        assertTrue(Decimal.compareProducts(limit + 1, Decimal.ONE, 600 * Decimal.ONE, 8 * Decimal.ONE) > 0);
        assertTrue(Decimal.compareProducts(Decimal.MAX, Decimal.MAX, Decimal.MAX, Decimal.MAX - 1) > 0);
        assertTrue(Decimal.compareProducts(Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE) > 0);
        assertTrue(Decimal.compareProducts(Long.MIN_VALUE, 1, Long.MAX_VALUE, 1) < 0);
    }
}
