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
}
