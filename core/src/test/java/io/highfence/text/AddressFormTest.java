package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.text.AddressForm.Likeness;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The addresses are of published lists, and written otherwise as people write them. */
class AddressFormTest {
    @ParameterizedTest
    @CsvFileSource(resources = "cases/addresses.csv", numLinesToSkip = 1)
    void addressesAgreeDifferOrLeaveItOpen(Likeness wanted, boolean finds, String one, String other, String reason) {
        AddressForm a = AddressForms.of(one);
        AddressForm b = AddressForms.of(other);
        String told = one + " / " + other + ": " + reason;
        assertEquals(wanted, a.compare(b), told);
        assertEquals(wanted, b.compare(a), told);
        assertEquals(finds, a.finds(b), told);
        assertEquals(finds, b.finds(a), told);
        if (finds) {
            assertFalse(Collections.disjoint(AddressForms.numbers(a), AddressForms.numbers(b)), told);
        }
    }

    @Test
    void whatSaysNothingFindsNothing() {
        for (String text :
                new String[] {"", " , ;", "7", "Room 7", "Moscow", "\ud800 5", "no no no", "1/2/3-4", "ул."}) {
            AddressForm form = AddressForms.of(text);
            assertEquals(Likeness.UNKNOWN, form.compare(form), text);
            assertFalse(form.finds(form), text);
        }
    }

    @Test
    void theEndOfAVeryLongAddressIsNotRead() {
        String address = "38 Pitt Street, Yau Ma Tei, Hong Kong";
        String blanks = " ".repeat(AddressForm.MAX_CHARS - address.length());
        assertTrue(AddressForms.of(blanks + address).finds(AddressForms.of(address)));
        assertFalse(AddressForms.of(" ".repeat(AddressForm.MAX_CHARS) + address).finds(AddressForms.of(address)));
    }
}
