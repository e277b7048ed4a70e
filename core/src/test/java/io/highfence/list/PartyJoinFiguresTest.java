package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How well records join without the numbers that tell who they are: the numbers are hidden, the records are joined by the rest,
 * and then the numbers say which joins are right. The figures stand in {@code docs/joining.md}.
 */
class PartyJoinFiguresTest {
    private static final Path PAGE = Path.of(System.getProperty("highfence.root", ".."), "docs", "joining.md");

    /** How OFSI's old file writes a reference into its remarks. */
    private static final Pattern OFSI_REFERENCE =
            Pattern.compile("UN Ref(?:erence)?[.:)]*\\s*([A-Z]{3}\\.[0-9]{3})\\b", Pattern.CASE_INSENSITIVE);

    @TempDir
    Path folder;

    private static Path data(String path) {
        String data = System.getProperty("highfence.data");
        assumeTrue(data != null, "no folder of real data is named");
        Path file = Path.of(data).resolve(path);
        assumeTrue(Files.exists(file), "there is no " + path);
        return file;
    }

    private static ListSource source(ListSource.Format format, Path file) {
        return new ListSource(format, file, null, true);
    }

    /** A folder with the files of OFAC as they are published together; the parties are the oldest of them. */
    private ListSource ofac(String name, String parties, String others) throws IOException {
        Path set = Files.createDirectory(folder.resolve(name));
        Files.copy(data("us/ofac/sdn-" + parties + ".csv.gz"), set.resolve("sdn.csv.gz"));
        for (String beside : List.of("alt", "add")) {
            Files.copy(data("us/ofac/" + beside + "-" + others + ".csv.gz"), set.resolve(beside + ".csv.gz"));
        }
        return source(ListSource.Format.OFAC_SDN_CSV, set);
    }

    /** Pairs of records of different files: those of one number, how many of them joined, and what joined wrongly. */
    private static final class Figures {
        private final TreeMap<String, int[]> rows = new TreeMap<>();
        private final List<String> wrong = new ArrayList<>();

        Figures(List<ListedParty> records, int[] parties, List<String> truth) {
            Map<Object, List<Integer>> groups = new HashMap<>();
            for (int i = 0; i < parties.length; i++) {
                if (!truth.get(i).isEmpty()) {
                    groups.computeIfAbsent(truth.get(i), k -> new ArrayList<>()).add(i);
                    groups.computeIfAbsent(parties[i], k -> new ArrayList<>()).add(i);
                }
            }
            groups.forEach((key, some) -> {
                for (int one : some) {
                    for (int other : some) {
                        boolean same = truth.get(one).equals(truth.get(other));
                        if (one < other
                                && (!same
                                        || records.get(one).edition()
                                                != records.get(other).edition())) {
                            int[] row =
                                    rows.computeIfAbsent(kind(records.get(one), records.get(other)), k -> new int[3]);
                            if (key instanceof String) {
                                row[0]++;
                            } else if (same) {
                                row[1]++;
                            } else {
                                row[2]++;
                                wrong.add(records.get(one) + " and " + records.get(other));
                            }
                        }
                    }
                }
            });
        }

        private static String kind(ListedParty one, ListedParty other) {
            String first = one.list().compareTo(other.list()) <= 0 ? one.list() : other.list();
            String second = first.equals(one.list()) ? other.list() : one.list();
            PartyType type = one.type() == PartyType.UNKNOWN ? other.type() : one.type();
            return first + " and " + second + ", " + type.name().toLowerCase(Locale.ROOT);
        }

        int wrong() {
            return wrong.size();
        }

        void checkPage(String what) throws IOException {
            StringBuilder table = new StringBuilder();
            rows.forEach((kind, row) -> table.append(
                    "| " + what + " | " + kind + " | " + row[0] + " | " + row[1] + " | " + row[2] + " |\n"));
            String page = Files.readString(PAGE);
            assertTrue(page.contains(table), "docs/joining.md should have these rows:\n" + table + wrong);
        }
    }

    private static Function<ListedParty, PublisherNumber> ofacApart() {
        return record -> {
            PublisherNumber number = PublisherNumber.of(record);
            // Each file keeps its own numbers, so that its parties stay apart, and shares none with the other.
            return number == null ? null : new PublisherNumber(number.authority() + record.edition(), number.value());
        };
    }

    private static Figures withoutOfacNumbers(List<ListSource> sources) throws Exception {
        List<ListedParty> records = PartyList.load(sources).records();
        List<String> truth = new ArrayList<>();
        for (ListedParty record : records) {
            String number = CslRecord.ofacNumber(record);
            truth.add(number == null ? "" : number);
        }
        return new Figures(records, PartyJoin.join(records, ofacApart(), record -> List.of()), truth);
    }

    @Test
    void theConsolidatedListWithTheFilesOfTheTreasury() throws Exception {
        Figures figures = withoutOfacNumbers(List.of(
                source(ListSource.Format.CSL_JSON, data("us/csl/consolidated-2026-07-31.reconstructed.json.gz")),
                ofac("2024", "2024-05-03", "2026-08-02")));
        figures.checkPage("CSL 2026 and OFAC 2024");
        assertEquals(0, figures.wrong());
    }

    @Test
    void twoEditionsOfTheTreasury() throws Exception {
        Figures figures = withoutOfacNumbers(
                List.of(ofac("2022", "2022-01", "2022-01"), ofac("2024", "2024-05-03", "2026-08-02")));
        figures.checkPage("OFAC 2022 and OFAC 2024");
        assertEquals(0, figures.wrong());
    }

    private static String reference(ListedParty record) {
        Set<String> references = new HashSet<>();
        for (PublisherNumber said : PublisherNumber.saidBy(record)) {
            if (said.authority().equals("UN reference")) {
                references.add(said.value());
            }
        }
        if (record.list().equals("OFSI")) {
            Matcher reference = OFSI_REFERENCE.matcher(record.remarks());
            while (reference.find()) {
                references.add(reference.group(1).toUpperCase(Locale.ROOT));
            }
        }
        return references.size() == 1 ? references.iterator().next() : "";
    }

    /** Every wrong pair was read: names and births are those of one party, and one of the publishers mistyped the reference. */
    @Test
    void theListsThatNameTheReferenceOfTheSecurityCouncil() throws Exception {
        List<ListedParty> records = PartyList.load(List.of(
                        source(ListSource.Format.UN_XML, data("un/un-consolidated-2026-08-01.xml.gz")),
                        source(ListSource.Format.AU_DFAT_XLSX, data("au/dfat-consolidated-2026-08.xlsx")),
                        source(ListSource.Format.OFSI_CSV, data("uk/ofsi-ConList-2020-04-27.csv.gz")),
                        source(
                                ListSource.Format.EU_FSF_XML,
                                data("eu/fsf-xmlFullSanctionsList_1_1-2022-03-18.partial.xml.gz"))))
                .records();
        int[] parties = PartyJoin.join(records, PublisherNumber::of, record -> List.of());
        Figures figures = new Figures(
                records,
                parties,
                records.stream().map(PartyJoinFiguresTest::reference).toList());
        figures.checkPage("UN, AU, OFSI, EU");
        assertTrue(figures.wrong() <= 20, figures.wrong.toString());
    }

    /** No party has two numbers of one publisher, or two kinds. */
    @Test
    void nothingThatAPublisherKeepsApartIsJoined() throws Exception {
        PartyList list = PartyList.load(List.of(
                source(ListSource.Format.CSL_JSON, data("us/csl/consolidated-2026-07-31.reconstructed.json.gz")),
                source(ListSource.Format.UN_XML, data("un/un-consolidated-2026-08-01.xml.gz")),
                source(ListSource.Format.AU_DFAT_XLSX, data("au/dfat-consolidated-2026-08.xlsx")),
                source(
                        ListSource.Format.JP_METI_JSON,
                        data("jp/meti-foreign-end-user-list-2025-09-29.extracted.json.gz"))));
        Map<String, String> numbers = new HashMap<>();
        for (int i = 0; i < list.records().size(); i++) {
            PublisherNumber number = PublisherNumber.of(list.records().get(i));
            if (number != null) {
                String known = numbers.putIfAbsent(list.party(i) + number.authority(), number.value());
                assertTrue(
                        known == null || known.equals(number.value()),
                        list.records().get(i).toString());
            }
        }
    }
}
