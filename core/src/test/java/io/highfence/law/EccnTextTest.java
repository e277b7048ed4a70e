package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EccnTextTest {
    @Test
    void howeverLongItIsTheFormIsFoundOut() {
        String paragraphs = ".a".repeat(20_000);
        assertTrue(EccnText.isWellFormed("3A090" + paragraphs));
        assertFalse(EccnText.isWellFormed("3A090" + paragraphs + "."));
        assertFalse(EccnText.isWellFormed("3A090" + paragraphs + "-"));
        assertTrue(EccnText.isWellFormed("5A992.z.1"));
        assertFalse(EccnText.isWellFormed("3A090..a"));
    }
}
