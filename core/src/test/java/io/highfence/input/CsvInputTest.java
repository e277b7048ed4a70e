package io.highfence.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvInputTest {
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private final List<BadInput> refused = new ArrayList<>();
    private List<String> unknown = List.of();

    private void read(InputStream in) throws IOException, BadInput {
        unknown = new CsvInput("parties.csv", Set.of("a", "b", "c"), Set.of("a"), refused::add).read(in, row -> {
            rows.add(row.cells());
            lines.add(row.line());
            numbers.add(row.number());
        });
    }

    private void read(String text) throws IOException, BadInput {
        read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private BadInput fault(byte[] bytes) {
        BadInput fault = assertThrows(BadInput.class, () -> read(new ByteArrayInputStream(bytes)));
        assertEquals("parties.csv", fault.file());
        return fault;
    }

    private BadInput fault(String text) {
        return fault(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertPlace(String place, BadInput fault) {
        assertEquals(place, fault.line() + ":" + fault.column(), fault.getMessage());
    }

    @Test
    void cellsAreFoundByTheNameOfTheirColumn() throws Exception {
        read("b,a\n2,1\n4,3\n");
        assertEquals(List.of(Map.of("a", "1", "b", "2"), Map.of("a", "3", "b", "4")), rows);
        assertEquals(List.of(2L, 3L), lines);
        assertEquals(List.of(1L, 2L), numbers);
        assertEquals(List.of(), refused);
    }

    @Test
    void aRowTellsWhereItsColumnsStandAndGivesBlankForOneThatIsMissing() throws Exception {
        new CsvInput("parties.csv", Set.of("a"), Set.of(), refused::add)
                .read(new ByteArrayInputStream("x,a\n1,2\n".getBytes(StandardCharsets.UTF_8)), row -> {
                    assertEquals(2, row.column("a"));
                    assertEquals(0, row.column("b"));
                    assertEquals("2", row.get("a"));
                    assertEquals("", row.get("b"));
                    rows.add(row.cells());
                });
        assertEquals(1, rows.size());
    }

    @Test
    void namesOfColumnsAreReadWithoutRegardToCaseAndBlanks() throws Exception {
        read(" A ,\"B\"\n1,2\n");
        assertEquals(List.of(Map.of("a", "1", "b", "2")), rows);
    }

    @Test
    void columnsThatNobodyAskedForAreTold() throws Exception {
        read("a,ghost,b,Other\n1,2,3,4\n");
        assertEquals(List.of("ghost", "other"), unknown);
        assertEquals("2", rows.get(0).get("ghost"));
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws Exception {
        read("\uFEFFa,b\n1,2\n");
        assertEquals(List.of(Map.of("a", "1", "b", "2")), rows);
    }

    @Test
    void aByteOrderMarkBeforeAQuoteIsPassedOver() throws Exception {
        read("\uFEFF\"a\",\"b\"\n1,2\n");
        assertEquals(List.of(Map.of("a", "1", "b", "2")), rows);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"'',1", "a,1"})
    void aFileShorterThanAByteOrderMarkIsReadAsItIs(String text, int line) throws Exception {
        if (text.isEmpty()) {
            assertPlace("1:1", fault(text));
        } else {
            read(text);
            assertEquals(List.of(), rows);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyKindOfLineEndCountsAsOneLine(String end) throws Exception {
        read(String.join(end, "a,b", "1,\"x" + end + "y\"", "3,4", "", "5,6", "7"));
        assertEquals(
                List.of("1", "3", "5"), rows.stream().map(row -> row.get("a")).toList());
        assertEquals("x" + end + "y", rows.get(0).get("b"));
        assertEquals(List.of(2L, 4L, 6L), lines);
        assertPlace("7:2", refused.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aFaultOfAByteCountsLinesAsTheRowsDo(String end) {
        assertPlace("4:1", fault(String.join(end, "a,b", "1,\"x" + end + "y\"", "3\",4")));
    }

    @Test
    void theLastLineNeedsNoEnd() throws Exception {
        read("a,b\n1,2");
        assertEquals(List.of(Map.of("a", "1", "b", "2")), rows);
    }

    @Test
    void quotedCellsKeepCommasQuotesAndBlanks() throws Exception {
        read("a,b\n\" 1, \"\"one\"\" \",\"\"\n");
        assertEquals(List.of(Map.of("a", " 1, \"one\" ", "b", "")), rows);
    }

    @Test
    void aMissingColumnAShortRowAndALongRowAreToldAtTheirPlace() throws Exception {
        assertPlace("1:1", fault("b,c\n1,2\n"));
        read("a,b\n1\n1,2\n1,2,3\n1,2,3,4\n");
        assertEquals(1, rows.size());
        assertEquals(3, refused.size());
        assertPlace("2:2", refused.get(0));
        assertPlace("4:3", refused.get(1));
        assertPlace("5:3", refused.get(2));
        assertTrue(refused.get(2).reason().contains("4 cells"), refused.get(2).reason());
    }

    @Test
    void aLineOfBlanksIsAShortRow() throws Exception {
        read("a,b\n \n1,2\n");
        assertEquals(1, refused.size());
        assertEquals(1, rows.size());
    }

    @Test
    void aColumnThatStandsTwiceIsAFaultWhereItStandsAgain() {
        assertPlace("1:3", fault("a,b,A\n1,2,3\n"));
    }

    @Test
    void aRowThatRepeatsTheHeaderIsRefused() throws Exception {
        read("a,b\n1,2\n\"A\", b\n3,4\n");
        assertEquals(2, rows.size());
        assertPlace("3:1", refused.get(0));
    }

    @Test
    void anEmptyFileIsAFaultAndAHeaderAloneIsNone() throws Exception {
        assertPlace("1:1", fault(""));
        assertPlace("1:1", fault("\uFEFF"));
        assertPlace("1:1", fault("\n\n\r\n"));
        read("a,b\n");
        assertEquals(List.of(), rows);
    }

    @Test
    void aQuoteInsideAPlainCellIsAFault() {
        assertPlace("3:2", fault("a,b\n1,2\n3,x\"y\n"));
        assertPlace("2:1", fault("a,b\n \"1\",2\n"));
    }

    @Test
    void somethingBehindAClosingQuoteIsAFault() {
        assertPlace("2:1", fault("a,b\n\"1\"x,2\n"));
        assertPlace("2:2", fault("a,b\n1,\"2\" \n"));
    }

    @Test
    void aQuoteThatIsNeverClosedIsAFaultWhereItOpens() {
        assertPlace("3:2", fault("a,b\n1,2\n3,\"x\n5,6\n7,8\n"));
        assertPlace("2:1", fault("a,b\n\"x\"\"\n1,2\n"));
    }

    @Test
    void rowsBeforeAFaultAreHandedOverFirst() {
        fault("a,b\n1,2\n3,4\n5,x\"\n7,8\n");
        assertEquals(List.of("1", "3"), rows.stream().map(row -> row.get("a")).toList());
    }

    @Test
    void bytesThatAreNotUtf8AreAFaultInTheirCell() {
        assertPlace("2:2", fault("a,b\n1,\u00E9\n".getBytes(StandardCharsets.ISO_8859_1)));
        assertPlace("1:1", fault("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16)));
        assertPlace("2:2", fault(Utf8.join("a,b\n1,".getBytes(StandardCharsets.UTF_8), Utf8.bytes(0xE2, 0x82))));
    }

    private void readRowByRow(byte[] bytes) throws IOException, BadInput {
        new CsvInput("parties.csv", Set.of("a", "b"), Set.of("a"), refused::add)
                .rowByRow()
                .read(new ByteArrayInputStream(bytes), row -> {
                    rows.add(row.cells());
                    lines.add(row.line());
                });
    }

    private void readRowByRow(String text) throws IOException, BadInput {
        readRowByRow(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String first() {
        return String.join(" ", rows.stream().map(row -> row.get("a")).toList());
    }

    private String places() {
        return String.join(
                " ",
                refused.stream().map(one -> one.line() + ":" + one.column()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void rowByRowABadByteOrAStrayQuoteCostsItsRowAlone(String end) throws Exception {
        readRowByRow(String.join(
                end,
                "a,b",
                "1,x",
                "bad \u00FF,x",
                "2,x",
                "x,\u00C3",
                "3,x",
                "She said \"hi, there\" to,\"x",
                "4,x",
                "b\"x,\"",
                "5,x",
                "\"b\"x,\"\"\"",
                "6,x",
                "\"two" + end + "lines \u00FF\",x",
                "7,x",
                "\u00FF\"a,x",
                "\"\u00FF\",\"x\"",
                "\"8\",\"x\"",
                "9,\u00E2\u0082"));
        assertEquals("1 2 3 4 5 6 7 8", first());
        assertEquals("3:1 5:2 7:1 9:1 11:1 14:1 16:1 17:1 19:2", places());
        assertTrue(refused.get(0).reason().contains("not UTF-8"), refused.get(0).reason());
        assertTrue(
                refused.get(2).reason().contains("a quote stands inside"),
                refused.get(2).reason());
        assertEquals(List.of(2L, 4L, 6L, 8L, 10L, 12L, 15L, 18L), lines);
    }

    @Test
    void rowByRowAFaultyHeaderIsAFaultOfTheFile() {
        for (String header : List.of("a,\u00FF", "a,b\"", "\"a\"x,b")) {
            BadInput fault = assertThrows(BadInput.class, () -> readRowByRow(header + "\n1,2\n"));
            assertEquals(1, fault.line());
        }
        assertEquals(List.of(), rows);
    }

    /** What cannot be read on from tells which lines are lost to it. */
    @Test
    void rowByRowAQuoteWithoutEndAndAnEndlessCellTellWhatWasNotRead() {
        BadInput open = assertThrows(BadInput.class, () -> readRowByRow("a,b\n1,2\n3\"x,\"4\n3,\"x\n5,6\r\n7,8\n"));
        assertPlace("4:2", open);
        assertTrue(open.reason().endsWith("; lines 4 to 6 were not read"), open.reason());
        assertEquals("1", first());
        assertEquals("3:1", places());
        BadInput last = assertThrows(BadInput.class, () -> readRowByRow("a,b\n3,\"x"));
        assertTrue(last.reason().endsWith("; line 2 was not read"), last.reason());
        String longest = "x".repeat(400_001);
        for (String cell : List.of(longest, "\"x\"y" + longest, "\"" + longest)) {
            BadInput endless = assertThrows(BadInput.class, () -> readRowByRow("a,b\n1,2\n" + cell + ",2\n5,6\n\n7,8"));
            assertTrue(endless.reason().endsWith("; lines 3 to 6 were not read"), endless.reason());
        }
    }

    /** Rows of every kind of damage: the good ones come, in order, and each bad one is told once. */
    @Test
    void rowByRowNoGoodRowIsLostToABadOne() throws Exception {
        long seed = 20261130;
        java.util.Random random = new java.util.Random(seed);
        String signs = "ab,\"\u00FF\u00C3\u00A9 ";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder("a,b\n");
            StringBuilder good = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                if (random.nextBoolean()) {
                    text.append("good")
                            .append(i)
                            .append(random.nextBoolean() ? ",\"x\"\"y\"" : ",x")
                            .append("\n");
                    good.append("good").append(i).append(' ');
                } else {
                    StringBuilder bad = new StringBuilder(random.nextBoolean() ? "z" : "\"z\"z");
                    for (int j = random.nextInt(8); j > 0; j--) {
                        bad.append(signs.charAt(random.nextInt(signs.length())));
                    }
                    // A quote behind a comma might open a cell that goes over the line.
                    text.append(bad.toString().replace(",\"", ",a\"")).append("z\"\u00FF\n");
                }
            }
            rows.clear();
            refused.clear();
            readRowByRow(text.toString());
            String shown = "seed " + seed + ", round " + round + ": " + text;
            assertEquals(good.toString().strip(), first(), shown);
            assertEquals(8, rows.size() + refused.size(), shown);
        }
    }

    @Test
    void aCellIsBoundedAtFourHundredThousandCharacters() throws Exception {
        String longest = "x".repeat(400_000);
        read("a,b\n" + longest + ",2\n");
        read("a,b\n1,\"" + longest + "\"\n");
        read("a,b\n1,\"" + "\u20AC".repeat(400_000) + "\"\n");
        read("a,b\n1,\"" + "\"\"".repeat(400_000) + "\"\n");
        assertEquals(4, rows.size());
        assertEquals("\"".repeat(400_000), rows.get(3).get("b"));
        assertPlace("2:1", fault("a,b\n" + longest + "x,2\n"));
        assertPlace("2:2", fault("a,b\n1,\"" + longest + "x\"\n"));
        assertPlace("2:2", fault("a,b\n1,\"" + "\"\"".repeat(400_001) + "\"\n"));
    }

    @Test
    void supplementaryCharactersCountOnceInTheBound() throws Exception {
        read("a,b\n1,\"" + "\uD83D\uDEA2".repeat(400_000) + "\"\n");
        assertEquals(800_000, rows.get(0).get("b").length());
        assertPlace("2:2", fault("a,b\n1," + "\uD83D\uDEA2".repeat(400_001) + "\n"));
    }

    @Test
    void aStreamThatFailsIsNoBadInput() {
        InputStream failing = new InputStream() {
            private int sent;

            @Override
            public int read() throws IOException {
                byte[] start = "a,b\n1,2\n3".getBytes(StandardCharsets.UTF_8);
                if (sent == start.length) {
                    throw new IOException("the disk is gone");
                }
                return start[sent++];
            }
        };
        IOException e = assertThrows(IOException.class, () -> read(failing));
        assertEquals("the disk is gone", e.getMessage());
    }

    @Test
    void aSinkEndsTheReadingWithItsOwnFault() {
        BadInput mine = new BadInput("parties.csv", 2, 1, "enough");
        BadInput fault = assertThrows(
                BadInput.class,
                () -> new CsvInput("parties.csv", Set.of("a"), Set.of("a"), refused::add)
                        .read(new ByteArrayInputStream("a\n1\n2\n".getBytes(StandardCharsets.UTF_8)), row -> {
                            throw mine;
                        }));
        assertEquals(mine, fault);
    }

    @Test
    void theStreamStaysOpen() throws Exception {
        boolean[] closed = new boolean[1];
        read(new ByteArrayInputStream("a\n1\n".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        });
        assertFalse(closed[0]);
    }
}
