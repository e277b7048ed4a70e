package io.highfence.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.highfence.law.RuleBook;
import io.highfence.list.ListedParty;
import io.highfence.list.Records;
import io.highfence.ownership.OwnershipFinding.Says;
import io.highfence.ownership.OwnershipGraph.Party;
import io.highfence.ownership.OwnershipGraph.Stake;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Nine real groups from the registers, where the folder of real data exists. The same data lies there as JSON and as a table. */
class FullOwnershipTest {
    private static Path file(String name) {
        String data = System.getProperty("highfence.data");
        assumeTrue(data != null, "no folder of real data is named");
        Path file = Path.of(data, "ownership", name);
        assumeTrue(Files.exists(file), "there is no " + name);
        return file;
    }

    private static OwnershipGraph graph() throws Exception {
        Path file = file("bods-demo-entities-relationships.jsonl.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return OwnershipGraph.read(in, file.toString());
        }
    }

    private static List<Stake> stakes(OwnershipGraph graph) {
        return IntStream.range(0, graph.stakes()).mapToObj(graph::stake).toList();
    }

    @Test
    void everyShareholdingOfTheTableIsAStakeOfTheStatements() throws Exception {
        OwnershipGraph graph = graph();
        Map<String, Integer> expected = new TreeMap<>();
        Path table = file("bods-demo-owns.csv.gz");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(table)), StandardCharsets.UTF_8))) {
            rows.stream()
                    .filter(row -> row.getField("bodsInterestType").equals("shareholding"))
                    .forEach(row -> expected.merge(
                            row.getField("start_key") + " " + row.getField("end_key") + " "
                                    + whole(row.getField("shareMinimum")) + " to " + whole(row.getField("shareMaximum"))
                                    + " percent " + row.getField("startDate") + ".." + row.getField("endDate"),
                            1,
                            Integer::sum));
        }
        Map<String, Integer> found = new TreeMap<>();
        for (Stake stake : stakes(graph)) {
            if (stake.most() > 0) {
                String days = (stake.during().from() == null
                                ? ""
                                : stake.during().from())
                        + ".."
                        + (stake.during().to() == null ? "" : stake.during().to());
                found.merge(
                        stake.holder().id() + " " + stake.owned().id() + " " + stake.percent() + " " + days,
                        1,
                        Integer::sum);
            }
        }
        assertEquals(expected, found);
        assertEquals(354, found.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static String whole(String number) {
        return number.replaceAll("\\.0$", "");
    }

    @Test
    void thePartiesAreThoseOfTheRegisters() throws Exception {
        OwnershipGraph graph = graph();
        // 520 companies are described; the statements on 18 persons were left out, who are known by their ids.
        assertEquals(
                520,
                graph.parties().stream()
                        .filter(party -> !party.name().isBlank())
                        .count());
        assertEquals(
                18,
                graph.parties().stream().filter(party -> party.name().isBlank()).count());
        assertTrue(graph.parties().stream()
                        .filter(party -> party.country() != null)
                        .count()
                > 500);
    }

    /** With each company taken for listed in turn, everything is as the oracle finds it. */
    @Test
    void everyGroupIsJudgedAsTheOracleJudgesIt() throws Exception {
        OwnershipGraph graph = graph();
        LocalDate day = LocalDate.of(2025, 3, 1);
        List<NaiveOwnership.Stake> stakes = new ArrayList<>();
        for (Stake stake : stakes(graph)) {
            stakes.add(new NaiveOwnership.Stake(
                    stake.holder().id(),
                    stake.owned().id(),
                    stake.known() ? java.math.BigDecimal.valueOf(stake.least(), 6) : null,
                    stake.known() ? java.math.BigDecimal.valueOf(stake.most(), 6) : null,
                    stake.control(),
                    stake.during().from(),
                    stake.during().to()));
        }
        int restricted = 0;
        for (int i = 0; i < graph.parties().size(); i += 25) {
            String listed = graph.parties().get(i).id();
            NaiveOwnership naive = new NaiveOwnership(
                    stakes,
                    day,
                    new NaiveOwnership.Law(
                            java.util.Set.of(listed), java.util.Set.of(), false, false, id -> false, false));
            ListedParty record = Records.of(listed, "SDN", "SDGT");
            Map<String, Says> found = graph
                    .judgeAll(party -> party.id().equals(listed) ? List.of(record) : List.of(), RuleBook.bundled(), day)
                    .stream()
                    .filter(one -> one.rule().key().equals("OFAC-50"))
                    .collect(Collectors.toMap(one -> one.party().id(), OwnershipFinding::says));
            for (Party party : graph.parties()) {
                assertEquals(naive.says(party.id()), found.get(party.id()), listed + " " + party.id());
            }
            restricted += (int) found.values().stream()
                    .filter(says -> says == Says.RESTRICTED)
                    .count();
        }
        assertTrue(restricted > 0);
    }
}
