package io.highfence.list;

import static io.highfence.list.ListFile.EL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that was cut or broken is an error with its place, and never a smaller list. */
class BadListFileTest {
    private static final String JSON = ("{'search_performed_at':'2026-07-31T13:15:00Z',\n'results':[\n"
                    + "{'source':'" + EL + "','name':'Huawei','alt_names':['HW','\\u4e2d\u82AF'],\n"
                    + " 'addresses':[{'city':'Shenzhen','country':'CN'}],'start_date':'2019-05-16'},\n"
                    + "{'source':'" + EL + "','name':'HiSilicon','ids':[{'type':'Passport','number':12.5}]},\n"
                    + "{'source':'" + EL + "','name':'SMIC','spirit':{'a':[null,true]}}]\n}\n")
            .replace('\'', '"');

    private static final String CSL_CSV = "\uFEFFsource,name,\"alt_names\",addresses,ids\r\n"
            + "\"" + EL + "\",Huawei,\"HW; \u82AF\",\"1 Road, Shenzhen, CN\",\r\n"
            + "\r\n"
            + "\"" + EL + "\",HiSilicon,\"two\r\nlines\",CN,\"Passport, \"\"12\"\"\"\r\n"
            + "\"" + EL + "\",SMIC,,,\"Passport, 12\"\r\n";

    private static final String CUSTOM_CSV = "id,name,effective_from,aliases\n"
            + "1,Huawei,2019-05-16,HW|\u82AF\n"
            + "2,\"HiSilicon, \"\"Ltd\"\"\",,\"two\nlines\"\n"
            + "3,SMIC,2020-12-18,S\n";

    private static String text(ListSource.Format format) {
        return switch (format) {
            case CSL_JSON -> JSON;
            case CSL_CSV -> CSL_CSV;
            case CUSTOM_CSV -> CUSTOM_CSV;
            default -> throw new IllegalArgumentException(format + " is tested by HostileListFileTest");
        };
    }

    private static byte[] bytes(ListSource.Format format) {
        return text(format).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * How many rows below the header these bytes hold by a reading of their own, or -1 if they are no whole table: text
     * that is not UTF-8, a quote that is open, a row of another length, a first or second cell that is blank, a day that
     * does not exist in a custom list.
     */
    private static int rows(byte[] bytes, ListSource.Format format) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return -1;
        }
        List<String[]> table = new ArrayList<>();
        // What stands in quotes holds no end of a cell; one letter stands for it.
        String flat = text.replaceFirst("^\uFEFF", "").replaceAll("\"(?:[^\"]|\"\")*\"", "Q");
        for (String line : flat.split("\r?\n|\r", -1)) {
            if (!line.isEmpty()) {
                table.add(line.split(",", -1));
            }
        }
        if (table.isEmpty() || flat.contains("\"")) {
            return -1;
        }
        boolean custom = format == ListSource.Format.CUSTOM_CSV;
        String[] header = table.get(0);
        for (String[] row : table) {
            if (row.length != header.length
                    || row.length < 2
                    || row[0].isBlank()
                    || row[1].isBlank()
                    || (custom && row != header && row.length > 2 && !isDayOrBlank(row[2]))) {
                return -1;
            }
        }
        boolean named = header[0].strip().equalsIgnoreCase(custom ? "id" : "source")
                && header[1].strip().equalsIgnoreCase("name");
        return named ? table.size() - 1 : -1;
    }

    private static boolean isDayOrBlank(String text) {
        try {
            return text.isBlank() || LocalDate.parse(text.strip()).getYear() != 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void assertPlaced(BadInput fault, String shown) {
        assertTrue(String.valueOf(Path.of(fault.file()).getFileName()).startsWith("list."), shown);
        assertTrue(fault.line() >= 1 && fault.column() >= 1, shown + ": " + fault.getMessage());
    }

    @ParameterizedTest
    @EnumSource(names = {"CSL_JSON", "CSL_CSV", "CUSTOM_CSV"})
    void theWholeFileHasThreeRecords(ListSource.Format format) throws Exception {
        assertEquals(3, ListFile.load(format, bytes(format)).records().size());
        assertEquals(3, format == ListSource.Format.CSL_JSON ? 3 : rows(bytes(format), format));
    }

    @Test
    void everyCutOfAJsonFileIsAFaultWithItsPlace() throws Exception {
        byte[] whole = bytes(ListSource.Format.CSL_JSON);
        int end = JSON.stripTrailing().getBytes(StandardCharsets.UTF_8).length;
        for (int cut = 0; cut < whole.length; cut++) {
            byte[] prefix = Arrays.copyOf(whole, cut);
            String shown = "cut at " + cut;
            if (cut >= end) {
                assertEquals(
                        3,
                        ListFile.load(ListSource.Format.CSL_JSON, prefix)
                                .records()
                                .size(),
                        shown);
            } else {
                assertPlaced(
                        assertThrows(BadInput.class, () -> ListFile.load(ListSource.Format.CSL_JSON, prefix), shown),
                        shown);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CSL_CSV", "CUSTOM_CSV"})
    void everyCutOfACsvFileIsAFaultWithItsPlaceUnlessItIsAWholeTable(ListSource.Format format) throws Exception {
        byte[] whole = bytes(format);
        int tables = 0;
        for (int cut = 0; cut < whole.length; cut++) {
            byte[] prefix = Arrays.copyOf(whole, cut);
            String shown = "cut at " + cut;
            int rows = rows(prefix, format);
            if (rows > 0) {
                assertEquals(rows, ListFile.load(format, prefix).records().size(), shown);
                tables++;
            } else {
                BadInput fault = assertThrows(BadInput.class, () -> ListFile.load(format, prefix), shown);
                if (rows < 0) {
                    assertPlaced(fault, shown);
                }
            }
        }
        assertTrue(tables > 3, "whole tables " + tables);
    }

    @ParameterizedTest
    @EnumSource(names = {"CSL_JSON", "CSL_CSV", "CUSTOM_CSV"})
    void aBrokenByteIsAFaultOrChangesNoCount(ListSource.Format format) throws Exception {
        long seed = 20261128;
        Random random = new Random(seed);
        byte[] whole = bytes(format);
        int loaded = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = whole.clone();
            int at = random.nextInt(whole.length);
            int value = i % 3 == 0 ? "\",\n\r{}[]:|\\".charAt(random.nextInt(11)) : random.nextInt(256);
            broken[at] = (byte) value;
            String shown = "seed " + seed + ", byte " + at + " is " + value;
            int records;
            try {
                records = ListFile.load(format, broken).records().size();
            } catch (BadInput e) {
                assertPlaced(e, shown);
                continue;
            } catch (IOException e) {
                throw new AssertionError(shown, e);
            }
            loaded++;
            if (format == ListSource.Format.CSL_JSON) {
                assertEquals(3, records, shown);
            } else {
                assertEquals(rows(broken, format), records, shown);
            }
        }
        assertTrue(loaded > 300, "loaded " + loaded);
    }

    @ParameterizedTest
    @EnumSource(names = {"CSL_JSON", "CSL_CSV", "CUSTOM_CSV"})
    void aByteTooManyOrTooFewIsAFaultOrChangesNoCount(ListSource.Format format) throws Exception {
        byte[] whole = bytes(format);
        for (int at = 0; at < whole.length; at++) {
            byte[] less = new byte[whole.length - 1];
            System.arraycopy(whole, 0, less, 0, at);
            System.arraycopy(whole, at + 1, less, at, less.length - at);
            byte[] quote = new byte[whole.length + 1];
            System.arraycopy(whole, 0, quote, 0, at);
            quote[at] = '"';
            System.arraycopy(whole, at, quote, at + 1, whole.length - at);
            for (byte[] changed : List.of(less, quote)) {
                String shown = "at " + at + " of " + changed.length;
                try {
                    int records = ListFile.load(format, changed).records().size();
                    assertEquals(format == ListSource.Format.CSL_JSON ? 3 : rows(changed, format), records, shown);
                } catch (BadInput e) {
                    assertPlaced(e, shown);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CSL_JSON", "CSL_CSV", "CUSTOM_CSV"})
    void aByteThatIsNotUtf8IsAFaultInItsLine(ListSource.Format format) throws Exception {
        String start = text(format).substring(0, text(format).indexOf('\u82AF'));
        long line = 1 + start.chars().filter(c -> c == '\n').count();
        ByteArrayOutputStream broken = new ByteArrayOutputStream();
        broken.write(start.getBytes(StandardCharsets.UTF_8));
        broken.write(0xE9);
        broken.write(text(format).substring(start.length() + 1).getBytes(StandardCharsets.UTF_8));
        BadInput fault = ListFile.fault(format, broken.toByteArray());
        assertEquals(line, fault.line(), fault.getMessage());
    }

    private static byte[] packed(byte[]... members) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] member : members) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(all)) {
                gzip.write(member);
            }
        }
        return all.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(names = {"CSL_JSON", "CSL_CSV", "CUSTOM_CSV"})
    void aPackedFileIsReadByItsEnding(ListSource.Format format) throws Exception {
        PartyList list = ListFile.load(format, "list.gz", packed(bytes(format)));
        assertEquals(3, list.records().size());
        assertEquals(
                ListFile.load(format, bytes(format)).digest(), list.digest(), "the digest is of the unpacked bytes");
        assertThrows(BadInput.class, () -> ListFile.load(format, "list.gz", bytes(format)));
        assertThrows(BadInput.class, () -> ListFile.load(format, "list", packed(bytes(format))));
    }

    @ParameterizedTest
    @EnumSource(names = {"CSL_JSON", "CSL_CSV", "CUSTOM_CSV"})
    void everyCutOfAPackedFileIsAFault(ListSource.Format format) throws Exception {
        byte[] whole = packed(bytes(format));
        for (int cut = 0; cut < whole.length; cut++) {
            byte[] prefix = Arrays.copyOf(whole, cut);
            assertThrows(BadInput.class, () -> ListFile.load(format, "list.gz", prefix), "cut at " + cut);
        }
    }

    @Test
    void everyCutOfAFilePackedInTwoPiecesIsAFaultExceptBetweenThem() throws Exception {
        byte[] whole = bytes(ListSource.Format.CUSTOM_CSV);
        int half = CUSTOM_CSV.indexOf("3,SMIC") + 2;
        byte[] first = packed(Arrays.copyOf(whole, half));
        byte[] both = packed(Arrays.copyOf(whole, half), Arrays.copyOfRange(whole, half, whole.length));
        assertEquals(
                3,
                ListFile.load(ListSource.Format.CUSTOM_CSV, "list.gz", both)
                        .records()
                        .size());
        assertEquals(
                2,
                ListFile.load(ListSource.Format.CUSTOM_CSV, "list.gz", first)
                        .records()
                        .size());
        for (int cut = first.length + 1; cut < both.length; cut++) {
            byte[] prefix = Arrays.copyOf(both, cut);
            assertThrows(
                    BadInput.class,
                    () -> ListFile.load(ListSource.Format.CUSTOM_CSV, "list.gz", prefix),
                    "cut at " + cut + ", the first piece has " + first.length);
        }
    }

    @Test
    void somethingBehindAPackedFileIsAFault() throws Exception {
        byte[] whole = packed(bytes(ListSource.Format.CSL_JSON));
        for (int more : new int[] {1, 9, 10, 11, 600, 70_000}) {
            byte[] longer = Arrays.copyOf(whole, whole.length + more);
            assertThrows(
                    BadInput.class,
                    () -> ListFile.load(ListSource.Format.CSL_JSON, "list.gz", longer),
                    more + " bytes");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CSL_JSON", "CSL_CSV", "CUSTOM_CSV"})
    void aBrokenByteOfAPackedFileIsAFaultOrChangesNoCount(ListSource.Format format) throws Exception {
        byte[] whole = packed(bytes(format));
        for (int at = 0; at < whole.length; at++) {
            byte[] broken = whole.clone();
            broken[at] ^= 0x10;
            try {
                // Bytes 4 to 9 of the header say when and by whom it was packed.
                assertEquals(
                        3, ListFile.load(format, "list.gz", broken).records().size(), "byte " + at);
                assertTrue(at >= 3 && at <= 9, "byte " + at);
            } catch (BadInput e) {
                assertTrue(e.file().endsWith("list.gz"));
            }
        }
    }

    @Test
    void deepNestingIsAFaultWithItsPlace() throws Exception {
        String record = "{\"results\":[{\"source\":\"" + EL + "\",\"name\":\"Huawei\",\n\"spirit\":%s}]}";
        // The spirit stands at depth four.
        String deepest = "[".repeat(47) + "]".repeat(47);
        ListFile.load(ListSource.Format.CSL_JSON, record.formatted(deepest));
        BadInput fault = ListFile.fault(ListSource.Format.CSL_JSON, record.formatted("[" + deepest + "]"));
        assertEquals(2, fault.line());
        ListFile.fault(ListSource.Format.CSL_JSON, "[".repeat(1_000_000));
    }

    @Test
    void aVeryLongTextIsAFaultWithItsPlace() throws Exception {
        String record = "{\"results\":[{\"source\":\"" + EL + "\",\n\"name\":\"%s\"}]}";
        ListFile.load(ListSource.Format.CSL_JSON, record.formatted("x".repeat(100_000)));
        BadInput fault = ListFile.fault(ListSource.Format.CSL_JSON, record.formatted("x".repeat(100_001)));
        assertEquals("2:8", fault.line() + ":" + fault.column());
        ListFile.loadCsv("source,name\n" + EL + "," + "x".repeat(400_000) + "\n");
        ListFile.assertPlace(
                "2:2",
                ListFile.fault(ListSource.Format.CSL_CSV, "source,name\n" + EL + "," + "x".repeat(400_001) + "\n"));
    }

    @Test
    void aMissingFileIsNoBadInput() {
        assertThrows(
                IOException.class,
                () -> PartyList.load(List.of(ListSource.parse("csl-json:there/is/no/such/file.json"))));
    }
}
