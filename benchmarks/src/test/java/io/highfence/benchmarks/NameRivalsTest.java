package io.highfence.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import org.junit.jupiter.api.Test;

/** Both searches find a listed name as it is listed, and neither finds what resembles nothing. */
class NameRivalsTest {
    private final NameRival highfence = NameRivals.Highfence.finding(PartyIndex.of(PartyList.sample()));
    private final NameRival jaroWinkler = new NameRivals.JaroWinkler(PartyList.sample());

    @Test
    void aListedNameIsFoundByBoth() {
        String listed = PartyList.sample().records().get(0).primaryName();
        assertTrue(highfence.find(listed) >= 1);
        assertTrue(jaroWinkler.find(listed) >= 1);
    }

    @Test
    void aNameThatResemblesNothingIsFoundByNeither() {
        assertEquals(0, highfence.find("Wexford Quilting Bee"));
        assertEquals(0, jaroWinkler.find("Wexford Quilting Bee"));
    }

    @Test
    void onlyTheBruteForceFindsANameTurnedRound() {
        assertTrue(highfence.find("Technologies Huawei") >= 1);
        assertEquals(0, jaroWinkler.find("Technologies Huawei"));
    }
}
