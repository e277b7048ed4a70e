package io.highfence.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.Decimal;
import io.highfence.law.RuleBook;
import io.highfence.list.ListedParty;
import io.highfence.list.Records;
import io.highfence.ownership.OwnershipFinding.Says;
import io.highfence.ownership.OwnershipGraph.Party;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large graphs. The time is a bound that a slow machine under load keeps, and is printed. */
class OwnershipScaleTest {
    private static final RuleBook BOOK = RuleBook.bundled();
    private static final LocalDate DAY = LocalDate.of(2025, 10, 15);
    private static final int STAKES = 1_000_000;
    private static final long SEED = 7;

    @Test
    void aMillionStakesAreJudgedInSeconds() {
        Random random = new Random(SEED);
        int parties = 400_000;
        String[] ids = IntStream.range(0, parties).mapToObj(i -> "P" + i).toArray(String[]::new);
        long[] percents = {10, 20, 30, 50, 51, 100};
        OwnershipGraph.Builder builder = OwnershipGraph.builder();
        for (int i = 0; i < STAKES; i++) {
            builder.stake(
                    ids[random.nextInt(parties)],
                    ids[random.nextInt(parties)],
                    percents[random.nextInt(percents.length)] * Decimal.ONE);
        }
        OwnershipGraph graph = builder.build();
        ListedParty blocked = Records.of("listed", "SDN", "SDGT");
        ListedParty entity = Records.of("entity", "EL");
        Function<Party, Collection<ListedParty>> listings = party -> {
            int number = Integer.parseInt(party.id().substring(1));
            return number % 1_000 == 0 ? List.of(blocked) : number % 1_000 == 1 ? List.of(entity) : List.of();
        };
        long start = System.nanoTime();
        List<OwnershipFinding> findings = graph.judgeAll(listings, BOOK, DAY);
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println(
                "ownership: " + graph + " under all rules in " + millis + " ms, " + findings.size() + " findings");
        assertEquals(STAKES, graph.stakes());
        assertTrue(findings.stream().anyMatch(found -> found.says() == Says.RESTRICTED));
        assertTrue(millis < 30_000, () -> millis + " ms");
        // What the whole graph says of a party, the part above it says too.
        for (int i = 0; i < 3; i++) {
            OwnershipFinding one = findings.get(random.nextInt(findings.size()));
            OwnershipFinding alone = graph.judge(one.party().id(), listings, BOOK, DAY).stream()
                    .filter(found -> found.rule() == one.rule())
                    .findFirst()
                    .orElseThrow();
            assertEquals(one.says(), alone.says(), one::toString);
            assertEquals(one.least(), alone.least(), one::toString);
        }
    }

    /** Depth is no recursion: a chain of a hundred thousand companies, and the drawing of its end is bounded. */
    @Test
    void aVeryLongChainIsJudgedAndDrawnWithinBounds() {
        OwnershipGraph.Builder builder = OwnershipGraph.builder().party(Party.of("C0", Country.of("DE")));
        int length = 100_000;
        for (int i = 1; i <= length; i++) {
            builder.stake("C" + (i - 1), "C" + i, 50 * Decimal.ONE);
        }
        OwnershipFinding last = builder.build()
                .judge(
                        "C" + length,
                        party -> party.id().equals("C0") ? List.of(Records.of("C0", "SDN", "SDGT")) : List.of(),
                        BOOK,
                        DAY)
                .get(0);
        assertEquals(Says.RESTRICTED, last.says());
        assertEquals(length, last.chain().size());
        assertTrue(last.text().contains("and 99800 more stakes"), last.text());
        assertTrue(last.svg().length() < 60_000);
        assertTrue(last.svg().contains("more stakes are not drawn"));
    }
}
