package io.highfence.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BadInputTest {
    @Test
    void theMessageBeginsWithThePlaceAsFarAsItIsKnown() {
        assertEquals("parties.csv:7:3: no name", new BadInput("parties.csv", 7, 3, "no name").getMessage());
        assertEquals("parties.csv:7: no name", new BadInput("parties.csv", 7, 0, "no name").getMessage());
        assertEquals("parties.csv: no name", new BadInput("parties.csv", 0, 0, "no name").getMessage());
        assertEquals("parties.csv: no name", new BadInput("parties.csv", 0, 3, "no name").getMessage());
        assertEquals("-:5000000000:1: no name", new BadInput("-", 5_000_000_000L, 1, "no name").getMessage());
    }

    @Test
    void thePartsAreKeptApart() {
        IOException cause = new IOException("underneath");
        BadInput fault = new BadInput("parties.csv", 7, 3, "no name", cause);
        assertEquals("parties.csv", fault.file());
        assertEquals(7, fault.line());
        assertEquals(3, fault.column());
        assertEquals("no name", fault.reason());
        assertSame(cause, fault.getCause());
        assertNull(new BadInput("parties.csv", 7, 3, "no name").getCause());
    }

    @Test
    void aCitationNamesItsSource() {
        assertEquals("84 FR 22961", new Citation("84 FR 22961").toString());
        assertThrows(IllegalArgumentException.class, () -> new Citation(" "));
        assertThrows(IllegalArgumentException.class, () -> new Citation(""));
    }
}
