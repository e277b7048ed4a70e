package io.highfence.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pairs that are labelled one party are one, and the others are certainly not. */
class PairSetTest {
    private static Party party(String source, String id, String nativeName, String... latin) {
        return new Party(source, source, List.of(latin), nativeName.isEmpty() ? List.of() : List.of(nativeName), id);
    }

    @Test
    void theNearestSharesTheRarestWords() {
        Party rosneft = party("x", "", "", "Rosneft Trading Company");
        Party near = party("x", "", "", "Rosneft Finance Company");
        Similar similar = new Similar(List.of(
                rosneft,
                party("x", "", "", "Lukoil Trading Company"),
                near,
                party("x", "", "", "Gazprom Trading Company")));
        assertEquals(near, similar.nearest(rosneft));
        assertNull(similar.nearest(party("x", "", "", "Sberbank")), "nobody shares a word");
        Party longer = party("x", "", "", "Rosneft Marine Terminal");
        Party shorter = party("x", "", "", "Rosneft Port");
        assertEquals(
                shorter,
                new Similar(List.of(longer, shorter)).nearest(party("x", "", "", "Rosneft")),
                "the share counts what either name has besides");
    }

    @Test
    void nobodyIsHisOwnOther() {
        Party one = party("x", "", "", "Rosneft Company", "Rosneft Oil");
        Party again = party("x", "", "", "Oil Rosneft Ltd");
        Party sameNumber = party("x", "QDe.001", "", "Rosneft Holding");
        Similar similar = new Similar(List.of(one, again));
        assertNull(similar.nearest(one), "another entry with one name in common");
        assertNull(similar.random(one, new Random(1)));
        Party numbered = party("y", "QDe.001", "", "Rosneft Trading");
        assertNull(new Similar(List.of(sameNumber)).nearest(numbered), "another name of one number");
        assertEquals(sameNumber, new Similar(List.of(sameNumber)).nearest(one));
    }

    @Test
    void nativePairsHaveThePartysNamesAndOthersOfTheSameSourceAndPart() throws IOException {
        List<Party> parties = PublicNames.read();
        for (Part part : List.of(Part.TUNE, Part.UNSEEN)) {
            List<Pair> pairs = PairSet.nativeScripts(parties, part, 3).pairs();
            assertFalse(pairs.isEmpty());
            for (Pair pair : pairs) {
                Party owner = parties.stream()
                        .filter(party -> party.nativeNames().contains(pair.query())
                                && party.group().equals(pair.group()))
                        .findFirst()
                        .orElseThrow();
                assertTrue(part.holds(owner.key()), pair.toString());
                assertEquals(pair.same(), pair.listed().equals(owner.latin()), pair.toString());
                assertTrue(
                        parties.stream()
                                .anyMatch(party -> party.latin().equals(pair.listed()) && part.holds(party.key())),
                        pair.toString());
            }
            assertEquals(pairs, PairSet.nativeScripts(parties, part, 3).pairs(), "the same for the same seed");
        }
    }

    @Test
    void aliasesThatAreThePrimaryNameTurnedRoundAreNoPairs() {
        List<Party> parties = List.of(
                new Party("list", "persons", List.of("PUTIN, Vladimir", "Vladimir Putin"), List.of(), ""),
                new Party("list", "persons", List.of("SECHIN, Igor", "Igor SETSCHIN", "Sechin Igor"), List.of(), ""),
                new Party("list", "persons", List.of("MILLER, Alexei", "The Banker"), List.of(), ""));
        List<Pair> same = PairSet.aliases(parties, "persons", Part.ALL, 1, 10).pairs().stream()
                .filter(Pair::same)
                .toList();
        assertEquals(2, same.size());
        for (Pair pair : same) {
            assertEquals(1, pair.listed().size(), "only the primary name");
            boolean alike = pair.query().equals("Igor SETSCHIN");
            assertTrue(alike || pair.query().equals("The Banker"), pair.toString());
            assertEquals(alike ? "persons, a word alike" : "persons, no word alike", pair.group());
        }
    }

    @Test
    void twoListsArePairedByNumberWhereNoNameIsEqualAndTheNumberIsClear() {
        Party un = party("UN", "IQi.001", "", "SADDAM HUSSEIN AL-TIKRITI");
        Party uk = party("UK", "IQi.001", "", "Saddam HUSAYN", "Abu Ali");
        Party equal = party("AU", "IQi.001", "", "Hussein Saddam al Tikriti");
        List<Pair> pairs =
                PairSet.acrossLists(List.of(un, uk, equal), Part.ALL, 1).pairs();
        // UN and AU are equal; UK is paired with both, each way.
        assertEquals(4, pairs.stream().filter(Pair::same).count());
        assertTrue(pairs.stream().allMatch(pair -> pair.group().contains("UK")));
        Party ship = party("UK", "IQi.001", "", "MV Tikrit");
        assertTrue(
                PairSet.acrossLists(List.of(un, uk, ship), Part.ALL, 1).pairs().isEmpty());
    }
}
