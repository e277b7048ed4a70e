package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tiers that an ECCN may stand for, and the fact that would settle them (facts F2.1 to F2.18). */
class ControlledItemTest {
    private static RuleBook book;

    @BeforeAll
    static void make() {
        book = RuleBook.bundled();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "3A090.a, -, a, -, false",
                "3A090.a.1, -, a, -, false",
                "3A090, -, a b c, paragraph of the eccn, false",
                "3A001.z.b, -, b, -, false",
                "3A001.z, -, a b, paragraph of the eccn, false",
                "4A004.z.1, -, a, -, false",
                "4A004.z.2.x, -, b, -, false",
                "5A992, -, a b none, paragraph of the eccn, false",
                "3A001.a.7, -, none, -, false",
                "EAR99, -, none, -, false",
                "EAR99-or-other, -, none, eccn, true",
                "-, -, a b c none, eccn, true",
                "3A09O.a, -, a b c none, eccn, true",
                // F2.18: software and technology follow the commodity.
                "3E001, -, a b c none, relatedTo, false",
                "3E001, 3A090.a, a, -, false",
                "3E001, 3A090, a b c, paragraph of the eccn, false",
                "3E001, 3A09O.a, a b c none, relatedTo, false",
                "3E001, EAR99, none, -, false"
            })
    void anEccnStandsForTiers(
            @Nullable String eccn,
            @Nullable String relatedTo,
            String tiers,
            @Nullable String missing,
            boolean unknown) {
        ControlledItem item = ControlledItem.of(book, eccn, relatedTo, LocalDate.of(2026, 9, 1));
        assertEquals(tiers, String.join(" ", new TreeSet<>(item.tiers())));
        assertEquals(missing, item.missing());
        assertEquals(unknown, item.isUnknown());
    }

    /** F1.5: 3A090.c begins on 2024-12-02; on the day before it is a paragraph of no entry. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"2024-12-02, c, -", "2024-12-01, none, -"})
    void aParagraphBeginsOnItsDay(LocalDate day, String tiers, @Nullable String missing) {
        ControlledItem item = ControlledItem.of(book, "3A090.c", null, day);
        assertEquals(tiers, String.join(" ", new TreeSet<>(item.tiers())));
        assertEquals(missing, item.missing());
    }
}
