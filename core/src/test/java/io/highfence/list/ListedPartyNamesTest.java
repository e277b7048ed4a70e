package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.list.ListedParty.Quality;
import io.highfence.list.ListedParty.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a party takes as its names. */
class ListedPartyNamesTest {
    private static ListedParty.Builder party(String... names) {
        ListedParty.Builder party = new ListedParty.Builder("A list", "LIST", 0).entry("1");
        for (String name : names) {
            party.name(name, Role.ALIAS, Quality.UNKNOWN);
        }
        return party;
    }

    @Test
    void anAliasOfMarksIsNoName() {
        List<ListedParty.Name> names =
                party("Sberbank", ":", " ", "-7-").build().names();
        assertEquals(
                List.of("Sberbank", "-7-"),
                names.stream().map(ListedParty.Name::text).toList());
        assertEquals(Role.PRIMARY, names.get(0).role());
    }

    @Test
    void aPartyWhosePrimaryNameIsMarksIsNameless() {
        assertTrue(party().isNameless());
        assertTrue(party(":").isNameless());
        assertTrue(party(":", "Sberbank").isNameless());
        assertFalse(party("Sberbank", ":").isNameless());
        assertFalse(party("7").isNameless());
    }
}
