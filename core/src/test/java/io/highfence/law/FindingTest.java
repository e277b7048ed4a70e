package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.highfence.base.Citation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static Finding finding(Finding.Level level, Finding.@Nullable Hold hold, String... missing) {
        return new Finding(
                level,
                hold,
                "REASON",
                "F1.1",
                Finding.Basis.LAW,
                "text",
                new Citation("15 CFR 742.6"),
                List.of(missing),
                null,
                false);
    }

    @Test
    void aHoldAndOnlyAHoldSaysWhatReleasesIt() {
        assertThrows(IllegalArgumentException.class, () -> finding(Finding.Level.HOLD, null));
        assertThrows(IllegalArgumentException.class, () -> finding(Finding.Level.BLOCK, Finding.Hold.LICENSE));
        assertEquals(
                Finding.Hold.LICENSE,
                finding(Finding.Level.HOLD, Finding.Hold.LICENSE).hold());
    }

    @Test
    void aMissingFactIsNamedOnce() {
        Finding finding = finding(Finding.Level.NEEDS_DATA, null, "eccn", "to");
        assertEquals(
                List.of("eccn", "to", "tpp"),
                finding.withMissing(List.of("to", "tpp", "eccn")).missing());
        assertEquals(
                List.of("eccn", "to", "tpp"),
                finding.withMissing(List.of("tpp", "tpp")).missing());
    }

    @Test
    void otherWordsChangeTheTextAlone() {
        Finding finding = finding(Finding.Level.NEEDS_DATA, null, "eccn");
        assertEquals("words", finding.saying("words").text());
        assertEquals(finding, finding.saying("words").saying("text"));
    }
}
