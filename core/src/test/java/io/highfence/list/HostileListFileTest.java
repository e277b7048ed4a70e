package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.list.ListSource.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a file of any format, it ends in a fault with its place, and never in a smaller list. */
class HostileListFileTest {
    /** Formats that {@link BadListFileTest} tests on its own. */
    private static final Set<Format> OWN = EnumSet.of(Format.CSL_JSON, Format.CSL_CSV, Format.CUSTOM_CSV);

    private static final Set<Format> TABLES =
            EnumSet.of(Format.OFAC_SDN_CSV, Format.UK_SL_CSV, Format.OFSI_CSV, Format.EU_FSF_CSV, Format.BIS_DPL_TXT);

    static Stream<Format> formats() {
        return Arrays.stream(Format.values()).filter(format -> !OWN.contains(format));
    }

    /** The formats in XML, and the workbook, whose sheet is XML. */
    static Stream<Format> xml() {
        return formats().filter(format -> SampleFiles.text(format).startsWith("<?xml"));
    }

    static Stream<Format> tables() {
        return TABLES.stream();
    }

    private static BadInput fault(Format format, byte[] bytes, String shown) {
        BadInput fault = assertThrows(BadInput.class, () -> ListFile.loadInsisting(format, bytes), shown);
        assertTrue(fault.line() >= 1, shown + ": " + fault.getMessage());
        return fault;
    }

    private static BadInput fault(Format format, String text) {
        return fault(format, SampleFiles.file(format, text), format.word());
    }

    private static String withProlog(Format format, String prolog) {
        String text = SampleFiles.text(format);
        int end = text.indexOf("?>") + 2;
        return text.substring(0, end) + prolog + text.substring(end);
    }

    /** Puts something before the last tag of a file. */
    private static String beforeEnd(Format format, String more) {
        String text = SampleFiles.text(format);
        int end = text.lastIndexOf("</");
        return text.substring(0, end) + more + text.substring(end);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theWholeFileHasThreePartiesAndNothingUnknown(Format format) throws Exception {
        PartyList list = ListFile.loadInsisting(format, SampleFiles.bytes(format));
        assertEquals(
                3,
                list.records().stream().map(ListedParty::entry).distinct().count()
                        + (format == Format.EU_FSF_XML ? 1 : 0));
        for (String note : list.editions().get(0).notes()) {
            assertTrue(
                    !note.startsWith("the element")
                            && !note.startsWith("the attribute")
                            && !note.startsWith("the column"),
                    note);
        }
        assertEquals(
                list.digest(),
                ListFile.loadInsisting(format, SampleFiles.bytes(format)).digest());
    }

    @ParameterizedTest
    @MethodSource("xml")
    void aDocumentTypeIsRefused(Format format) {
        BadInput fault = fault(format, withProlog(format, "<!DOCTYPE list>"));
        assertTrue(fault.reason().contains("document type"), fault.reason());
    }

    @ParameterizedTest
    @MethodSource("xml")
    void anExternalEntityIsNotFetched(Format format) {
        String prolog = "<!DOCTYPE list [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        String text = withProlog(format, prolog);
        BadInput fault = fault(format, text.replaceFirst("(<[A-Za-z]+>)", "$1&x;"));
        assertTrue(!fault.reason().contains("root:"), fault.reason());
    }

    @ParameterizedTest
    @MethodSource("xml")
    void aBillionLaughsAreRefused(Format format) {
        StringBuilder prolog = new StringBuilder("<!DOCTYPE list [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            prolog.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        fault(format, withProlog(format, prolog + "]>"));
    }

    @ParameterizedTest
    @MethodSource("xml")
    void anEntityThatIsNotOfTheLanguageIsRefused(Format format) {
        fault(format, beforeEnd(format, "<x>&nbsp;</x>"));
    }

    /** The JDK has bounds of its own for entities, which the quotes and ampersands of a large list must not meet. */
    @Test
    void manyAmpersandsAreNoFault() throws Exception {
        String comment = "<COMMENTS1>" + "&amp;&quot;&#x27;".repeat(15_000) + "</COMMENTS1>";
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            more.append("<ENTITY><DATAID>9")
                    .append(i)
                    .append("</DATAID><FIRST_NAME>M &amp; N</FIRST_NAME>")
                    .append(comment)
                    .append("</ENTITY>");
        }
        String text = SampleFiles.UN_XML.replace("</ENTITIES>", more + "</ENTITIES>");
        assertEquals(43, ListFile.load(Format.UN_XML, text).records().size());
    }

    @ParameterizedTest
    @MethodSource("xml")
    void deepNestingIsRefused(Format format) throws Exception {
        assertTrue(
                fault(format, beforeEnd(format, "<x>".repeat(5_000))).reason().contains("deep"));
        if (format != Format.AU_DFAT_XLSX) {
            // A few more elements than are known are noted alone.
            ListFile.loadInsisting(
                    format, SampleFiles.file(format, beforeEnd(format, "<x>".repeat(20) + "</x>".repeat(20))));
        }
    }

    @ParameterizedTest
    @MethodSource("xml")
    void anEndlessTagTextOrCommentIsRefused(Format format) {
        String long_ = "y".repeat(6 << 20);
        fault(format, beforeEnd(format, "<x y=\"" + long_ + "\"/>"));
        fault(format, beforeEnd(format, "<!--" + long_ + "-->"));
        fault(format, beforeEnd(format, "<" + long_ + "/>"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aMillionCharactersInOneNameAreRefused(Format format) {
        String text = SampleFiles.text(format);
        for (String name : new String[] {"FIRM", "Firm", "LAKES", "FIRST PERSON", "First Trading", "FIRST ", "CAF"}) {
            int at = text.indexOf(name);
            if (at >= 0) {
                String longer = text.substring(0, at) + "x".repeat(1_000_000) + text.substring(at);
                fault(format, longer);
                return;
            }
        }
        throw new AssertionError("no name to make longer in " + format);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyCutIsAFaultUnlessItIsAWholeTable(Format format) throws Exception {
        byte[] whole = SampleFiles.bytes(format);
        int step = Math.max(1, whole.length / 150);
        List<String> primary = new ArrayList<>(ListFile.primaryNames(ListFile.loadInsisting(format, whole)));
        if (format == Format.UK_SL_CSV || format == Format.OFSI_CSV) {
            // Until its primary name has come, the first name of a party stands for it.
            primary.addAll(List.of("OTHER", "Sheikh AL-EXAMPLE"));
        }
        int loaded = 0;
        for (int cut = 0; cut < whole.length - 60; cut += step) {
            byte[] prefix = Arrays.copyOf(whole, cut);
            String shown = format + " cut at " + cut;
            try {
                PartyList list = ListFile.loadInsisting(format, prefix);
                // Only a table may end anywhere, and only between two of its rows.
                assertTrue(TABLES.contains(format), shown);
                assertTrue(primary.containsAll(ListFile.primaryNames(list)), shown);
                loaded++;
            } catch (BadInput e) {
                assertTrue(e.file().contains(format == Format.OFAC_SDN_CSV ? "sdn.csv" : "list."), shown);
            }
        }
        assertTrue(loaded < 60, "loaded " + loaded);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aBrokenByteIsAFaultOrLosesNoParty(Format format) throws Exception {
        long seed = 20261129;
        Random random = new Random(seed);
        byte[] whole = SampleFiles.bytes(format);
        // A table may be cut into other rows; one that has too many cells or too few is refused.
        int least = TABLES.contains(format)
                ? 1
                : ListFile.loadInsisting(format, whole).records().size();
        for (int i = 0; i < 1_000; i++) {
            byte[] broken = whole.clone();
            int at = random.nextInt(whole.length);
            broken[at] = (byte) (i % 2 == 0 ? "\"<>&;,\n\r\t\0{}[]".charAt(random.nextInt(14)) : random.nextInt(256));
            String shown = "seed " + seed + ", byte " + at + " is " + broken[at];
            try {
                assertTrue(ListFile.loadInsisting(format, broken).records().size() >= least, shown);
            } catch (BadInput e) {
                assertTrue(!e.reason().isBlank(), shown);
            } catch (IOException e) {
                throw new AssertionError(shown, e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void bytesOfAnotherEncodingAreAFault(Format format) throws Exception {
        String text = SampleFiles.text(format);
        // A lone byte of windows-1252 inside a text that is UTF-8 by an earlier character.
        int at = text.indexOf(TABLES.contains(format) ? "FIRM LTD" : "FIRM");
        at = at < 0 ? text.indexOf("Alias One") : at;
        at = at < 0 ? text.indexOf("SECOND (") : at;
        at = at < 0 ? text.indexOf("THIRD") : at;
        at = at < 0 ? text.indexOf("FIRM, LTD") : at;
        at = at < 0 ? text.indexOf("LAKES") : at;
        assertTrue(at > 0, format.word());
        byte[] bytes = (text.substring(0, at) + "\u00e9\u0000" + text.substring(at)).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                bytes[i] = (byte) 0xE9;
            }
        }
        byte[] file = bytes;
        if (format == Format.AU_DFAT_XLSX) {
            file = SampleFiles.workbookOf(bytes);
        }
        fault(format, file, format.word());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aByteOrderMarkIsPassedOver(Format format) throws Exception {
        byte[] whole = SampleFiles.text(format).replace("\uFEFF", "").getBytes(StandardCharsets.UTF_8);
        byte[] marked = new byte[whole.length + 3];
        marked[0] = (byte) 0xEF;
        marked[1] = (byte) 0xBB;
        marked[2] = (byte) 0xBF;
        System.arraycopy(whole, 0, marked, 3, whole.length);
        byte[] file = format == Format.AU_DFAT_XLSX ? SampleFiles.workbookOf(marked) : marked;
        assertEquals(
                ListFile.primaryNames(ListFile.loadInsisting(format, SampleFiles.bytes(format))),
                ListFile.primaryNames(ListFile.loadInsisting(format, file)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aShortRowIsRefused(Format format) {
        BadInput fault = fault(format, SampleFiles.text(format).stripTrailing().replace("\u001A", "") + "\r\nx\r\n");
        assertTrue(fault.reason().contains("in all 1 row was refused"), fault.reason());
    }

    @ParameterizedTest
    @EnumSource(names = {"UK_SL_CSV", "OFSI_CSV", "EU_FSF_CSV", "BIS_DPL_TXT"})
    void aHeaderThatStandsTwiceIsRefused(Format format) {
        String text = SampleFiles.text(format).replace("\uFEFF", "");
        String[] lines = text.split("\r?\n");
        String header = lines[format == Format.UK_SL_CSV || format == Format.OFSI_CSV ? 1 : 0];
        BadInput fault = fault(format, text + header + "\r\n");
        assertTrue(fault.reason().contains("repeats the header"), fault.reason());
        // A column that stands twice makes it unclear which one counts.
        String separator = format == Format.BIS_DPL_TXT ? "\t" : format == Format.EU_FSF_CSV ? ";" : ",";
        String first = header.substring(0, header.indexOf(separator));
        fault(format, text.replace(header, header + separator + first));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aLoneEndMarkIsTheEndOfAFileWithoutAHeaderAndElsewhereAShortRow(Format format) throws Exception {
        String text = SampleFiles.text(format);
        if (format == Format.OFAC_SDN_CSV) {
            assertTrue(text.endsWith("\r\n\u001A"));
            assertEquals(
                    3,
                    ListFile.loadInsisting(format, SampleFiles.file(format, text.replace("\u001A", "")))
                            .records()
                            .size());
            fault(format, text + "\r\n" + text);
        } else {
            fault(format, text + "\u001A");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anEmptyFileAndAnotherFormatAreRefused(Format format) {
        assertThrows(BadInput.class, () -> ListFile.loadInsisting(format, new byte[0]));
        for (String other : new String[] {"{}", "<html></html>", "name,age\nx,1\n", "PK\u0003\u0004", "\u0000\u0000"}) {
            assertThrows(
                    BadInput.class,
                    () -> ListFile.loadInsisting(format, other.getBytes(StandardCharsets.ISO_8859_1)),
                    format + " " + other);
        }
    }

    @ParameterizedTest
    @MethodSource("xml")
    void aFileWithoutPartiesIsRefused(Format format) {
        String text = SampleFiles.text(format);
        String root = text.replaceAll("(?s)<\\?xml[^>]*>\\s*(<[^>]+>).*", "$1");
        String name = root.substring(1).split("[ >]")[0];
        if (format != Format.AU_DFAT_XLSX) {
            assertThrows(
                    BadInput.class,
                    () -> ListFile.loadInsisting(format, SampleFiles.file(format, root + "</" + name + ">")));
        }
    }

    /** Work grows with the size of the file and not with its square, whatever a field is full of. */
    @Test
    void aFieldFullOfMarksTakesNoLongTime() {
        assertTimeout(Duration.ofSeconds(60), () -> {
            String filled = "<Aliases>" + "x,".repeat(190_000) + "</Aliases>";
            ListFile.load(Format.CA_SEMA_XML, SampleFiles.CA_SEMA_XML.replaceFirst("<Aliases>.*</Aliases>", filled));
            String requirement = "734.9(e) ".repeat(11_000);
            ListFile.loadJson(
                    "'source':'" + ListFile.EL + "','name':'Huawei','license_requirement':'" + requirement + "'",
                    "'source':'" + ListFile.EL + "','name':'Huawei','remarks':'" + "(Linked To: a ".repeat(7_000) + "'",
                    "'source':'" + ListFile.EL + "','name':'" + "a (b ".repeat(20_000) + "'");
            ListFile.load(
                    Format.JP_METI_JSON,
                    "[{\"id\":\"1\",\"entity_name\":\"a" + " ".repeat(90_000) + "b\",\"addresses\":[\""
                            + "x ".repeat(49_000) + "\"]}]");
            StringBuilder rows =
                    new StringBuilder("Entity_LogicalId;Entity_Regulation_NumberTitle;NameAlias_WholeName\n");
            StringBuilder orders =
                    new StringBuilder(SampleFiles.BIS_DPL_TXT.substring(0, SampleFiles.BIS_DPL_TXT.indexOf('\n') + 1));
            for (int i = 0; i < 40_000; i++) {
                rows.append("1;Act number ").append(i).append(";Name\n");
                orders.append("\"A\"\t\"")
                        .append(i)
                        .append(" ROAD\"")
                        .append("\t\"\"".repeat(8))
                        .append("\t\"did ")
                        .append(i)
                        .append("\"\t\"\"\n");
            }
            ListFile.load(Format.EU_FSF_CSV, rows.toString());
            assertEquals(
                    40_000,
                    ListFile.load(Format.BIS_DPL_TXT, orders.toString())
                            .records()
                            .get(0)
                            .addresses()
                            .size());
        });
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(names = {"UN_XML", "OFAC_XML", "EU_FSF_CSV", "BIS_DPL_TXT", "JP_METI_JSON"})
    void aPackedFileIsReadByItsEndingAndACutOneRefused(Format format) throws Exception {
        byte[] packed = packed(SampleFiles.bytes(format));
        assertEquals(3, ListFile.load(format, "list.gz", packed).records().size());
        for (int cut = 0; cut < packed.length; cut++) {
            byte[] prefix = Arrays.copyOf(packed, cut);
            assertThrows(BadInput.class, () -> ListFile.load(format, "list.gz", prefix), "cut at " + cut);
        }
    }

    private static byte[] zipped(byte[]... files) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (int i = 0; i < files.length; i++) {
                zip.putNextEntry(new ZipEntry("FILE" + i + ".XML"));
                zip.write(files[i]);
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }

    @Test
    void aZippedFileIsReadByItsEndingAndEveryCutIsAFault() throws Exception {
        Format format = Format.OFAC_ENHANCED_XML;
        byte[] bytes = SampleFiles.bytes(format);
        byte[] zipped = zipped(bytes);
        PartyList list = ListFile.load(format, "CONS_ENHANCED.ZIP", zipped);
        assertEquals(ListFile.load(format, bytes).digest(), list.digest(), "the digest is of the unpacked bytes");
        for (int cut = 0; cut < zipped.length; cut++) {
            byte[] prefix = Arrays.copyOf(zipped, cut);
            assertThrows(BadInput.class, () -> ListFile.load(format, "list.zip", prefix), "cut at " + cut);
        }
        assertThrows(BadInput.class, () -> ListFile.load(format, "list.zip", zipped(bytes, bytes)));
        assertThrows(BadInput.class, () -> ListFile.load(format, "list.zip", bytes));
        for (int at = 30; at < zipped.length - 22; at += 7) {
            byte[] broken = zipped.clone();
            broken[at] ^= 0x20;
            try {
                // What stands behind the file's bytes says its name and sizes once more.
                assertEquals(
                        4, ListFile.load(format, "list.zip", broken).records().size(), "byte " + at);
            } catch (BadInput e) {
                assertTrue(e.file().endsWith("list.zip"));
            }
        }
    }

    @Test
    void aWorkbookThatUnpacksToTooMuchIsRefused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/theme/theme1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertTrue(bytes.size() < 1 << 20);
        BadInput fault = fault(Format.AU_DFAT_XLSX, bytes.toByteArray(), "bomb");
        assertTrue(fault.reason().contains("unpacks to more than"), fault.reason());
    }

    @Test
    void aWorkbookWithAPartTwiceOrAMissingPartIsRefused() throws Exception {
        byte[] whole = SampleFiles.bytes(Format.AU_DFAT_XLSX);
        // The name of a part is not of those that are needed any more.
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        fault(
                Format.AU_DFAT_XLSX,
                text.replace("xl/sharedStrings.xml", "xl/sharedStrongs.xml").getBytes(StandardCharsets.ISO_8859_1),
                "missing part");
        String sheet = SampleFiles.AU_SHEET;
        fault(Format.AU_DFAT_XLSX, sheet.replace("<v>4</v>", "<v>99</v>"));
        fault(Format.AU_DFAT_XLSX, sheet.replace("r=\"B5\"", "r=\"A5\""));
        fault(Format.AU_DFAT_XLSX, sheet.replace("<row r=\"6\"", "<row r=\"2\""));
    }
}
