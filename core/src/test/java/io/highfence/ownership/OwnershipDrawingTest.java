package io.highfence.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Decimal;
import io.highfence.law.RuleBook;
import io.highfence.list.PartyType;
import io.highfence.list.Records;
import io.highfence.ownership.OwnershipGraph.Party;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class OwnershipDrawingTest {
    private static final RuleBook BOOK = RuleBook.bundled();
    private static final LocalDate DAY = LocalDate.of(2026, 9, 24);

    private static OwnershipFinding finding(OwnershipGraph graph, String party, String listed) {
        return graph.judge(
                        party,
                        one -> one.id().equals(listed) ? List.of(Records.of(one.shown(), "SDN", "SDGT")) : List.of(),
                        BOOK,
                        DAY)
                .get(0);
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** FAQ 401, example 3. */
    @Test
    void theChainIsTheSameInTextAndPicture() throws Exception {
        OwnershipFinding found = finding(OwnershipCases.graph("X 50 A; X 10 B; A 40 B", "A DE; B FR"), "B", "X");
        assertEquals(
                List.of("X 10 percent B", "A 40 percent B", "X 50 percent A"),
                found.chain().stream()
                        .map(stake -> stake.holder().id() + " " + stake.percent() + " "
                                + stake.owned().id())
                        .toList());
        String text = found.text();
        assertTrue(text.startsWith("'B' is held 50 percent by listed parties"), text);
        assertTrue(
                text.contains(
                        "\n  X (SDN) holds 10 percent of B\n  A holds 40 percent of B\n  X (SDN) holds 50 percent of A\n"),
                text);
        Document picture = parsed(found.svg());
        assertEquals(3, picture.getElementsByTagName("line").getLength());
        assertEquals(3, picture.getElementsByTagName("g").getLength());
        String words = picture.getDocumentElement().getTextContent();
        for (String word : List.of("10 percent", "40 percent", "50 percent", "listed: SDN", "FR", "RESTRICTED")) {
            assertTrue(words.contains(word), words);
        }
        assertEquals(
                found.svg(),
                finding(OwnershipCases.graph("X 50 A; X 10 B; A 40 B", "A DE; B FR"), "B", "X")
                        .svg());
    }

    @Test
    void hostileNamesStayText() throws Exception {
        String name = "</text><script>alert(1)</script>\u202E\u0000\n& \"'\uD800 end";
        OwnershipGraph graph = OwnershipGraph.builder()
                .party(new Party("X", name, PartyType.UNKNOWN, null, null, List.of()))
                .stake("X", "A", 60 * Decimal.ONE)
                .build();
        OwnershipFinding found = finding(graph, "A", "X");
        Document picture = parsed(found.svg());
        assertEquals(0, picture.getElementsByTagName("script").getLength());
        assertFalse(found.svg().contains("\u202E"));
        assertFalse(found.text().contains("\u202E"));
        assertEquals(2, found.text().lines().count(), found.text());
    }

    @Test
    void manyHoldersAreDrawnUpToABoundThatIsSaid() throws Exception {
        OwnershipGraph.Builder builder = OwnershipGraph.builder();
        IntStream.range(0, 500)
                .forEach(i -> builder.stake("X", "H" + i, 100 * Decimal.ONE).stake("H" + i, "A", Decimal.ONE / 5));
        OwnershipFinding found = finding(builder.build(), "A", "X");
        assertEquals(100 * Decimal.ONE, found.least());
        assertEquals(1_000, found.chain().size());
        assertTrue(found.text().contains("and 800 more stakes"), found.text());
        assertTrue(parsed(found.svg()).getElementsByTagName("g").getLength() <= 60);
        assertTrue(found.svg().contains("more stakes are not drawn"));
    }

    @Test
    void aCycleIsDrawnOnce() throws Exception {
        OwnershipFinding found = finding(OwnershipCases.graph("A 50 B; B 50 A; X 50 A", ""), "B", "X");
        assertEquals(3, found.chain().size());
        assertEquals(3, parsed(found.svg()).getElementsByTagName("line").getLength());
    }

    @Test
    void stakesThatAddUpToMoreThanTheWholeAreSaid() {
        OwnershipFinding found = finding(OwnershipCases.graph("X 80 A; X 40 A", ""), "A", "X");
        assertEquals(120 * Decimal.ONE, found.least());
        assertTrue(found.summary().contains("more than the whole"), found.summary());
    }

    @Test
    void aGraphRefusesWhatIsNoPercentage() {
        OwnershipGraph.Builder graph = OwnershipGraph.builder();
        assertThrows(IllegalArgumentException.class, () -> graph.stake("X", "A", OwnershipGraph.WHOLE + 1));
        assertThrows(IllegalArgumentException.class, () -> graph.stake("X", "A", -1));
        assertThrows(IllegalArgumentException.class, () -> graph.stake("X", "A", 2, 1, DateRange.ALWAYS));
        assertEquals(0, graph.build().stakes());
    }

    @Test
    void theDigestTellsGraphsApart() {
        OwnershipGraph one = OwnershipCases.graph("X 50 A; A 50 B", "");
        assertEquals(one.digest(), OwnershipCases.graph("X 50 A; A 50 B", "").digest());
        for (String other : List.of(
                "X 50 A; A 50.000001 B",
                "X 50 A; A >=50 B",
                "X 50 A; A unknown B",
                "X 50 A; A 50 B @..2026-01-01",
                "X 50 A; B 50 A")) {
            assertNotEquals(one.digest(), OwnershipCases.graph(other, "").digest(), other);
        }
        assertNotEquals(
                one.digest(), OwnershipCases.graph("X 50 A; A 50 B", "A FR").digest());
    }

    @Test
    void thePartAboveAPartyHasItsHoldersAndNobodyElse() {
        OwnershipGraph graph = OwnershipCases.graph("X 50 A; A 50 B; B 50 C; Y 10 C; B 10 A; Z 10 A @..2026-09-23", "");
        assertEquals(
                List.of("B", "A", "X"),
                graph.above(List.of("B", "nobody"), DAY).build().parties().stream()
                        .map(Party::id)
                        .toList());
        assertEquals(3, graph.above(List.of("B"), DAY).build().stakes());
        assertEquals(List.of(), graph.judge("nobody", one -> List.of(Records.of("N", "SDN")), BOOK, DAY));
        assertEquals(Country.of("DE"), graph.parties().get(0).country());
    }
}
