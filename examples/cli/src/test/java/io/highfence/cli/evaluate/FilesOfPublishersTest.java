package io.highfence.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks and the other files that native names come from. */
class FilesOfPublishersTest {
    @TempDir
    Path folder;

    @Test
    void aWorkbookGivesSharedAndInlineText() throws IOException {
        Path file = folder.resolve("small.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write("<sst><si><t>one</t></si><si><r><t>t</t></r><r><t>wo &amp; more</t></r></si></sst>"
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(("<worksheet><sheetData><row><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"AB1\"><v>7</v></c></row>"
                            + "<row><c r=\"B2\" t=\"inlineStr\"><is><t>in line</t></is></c></row></sheetData></worksheet>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of(Map.of("A", "two & more", "AB", "7"), Map.of("B", "in line")), Xlsx.rows(file, 1));
    }

    /** A string that runs over two records says anew how wide its letters are. */
    @Test
    void anOldWorkbookGivesTextThatIsCutBetweenRecords() throws IOException {
        ByteBuffer stream = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        stream.putShort((short) 0x809).putShort((short) 0);
        // Two strings: "abcd" narrow, cut behind "ab" and wide from there on; "x" wide.
        stream.putShort((short) 0xFC).putShort((short) 13).putInt(2).putInt(2);
        stream.putShort((short) 4).put((byte) 0).put((byte) 'a').put((byte) 'b');
        stream.putShort((short) 0x3C).putShort((short) 10);
        stream.put((byte) 1).putChar('\u0446').putChar('d');
        stream.putShort((short) 1).put((byte) 1).putChar('x');
        // Row 0: cell 2 is string 1, cell 3 is string 0.
        stream.putShort((short) 0xFD).putShort((short) 10).putShort((short) 0).putShort((short) 2);
        stream.putShort((short) 0).putInt(1);
        stream.putShort((short) 0xFD).putShort((short) 10).putShort((short) 0).putShort((short) 3);
        stream.putShort((short) 0).putInt(0);

        Path file = folder.resolve("small.xls");
        Files.write(file, compound(stream.array()));
        assertEquals(
                List.of(Map.of(2, "x", 3, "ab\u0446d")),
                Xls.rows(file).stream().filter(row -> !row.isEmpty()).toList());
    }

    /** A compound file of three sectors: the table, the directory, the workbook. */
    private static byte[] compound(byte[] workbook) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort(30, (short) 9).putInt(48, 1).putInt(76, 0);
        for (int i = 1; i < 109; i++) {
            header.putInt(76 + 4 * i, -1);
        }
        ByteBuffer table = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        table.putInt(-3).putInt(-2).putInt(-2);
        ByteBuffer directory = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        byte[] name = "Workbook".getBytes(StandardCharsets.UTF_16LE);
        directory.put(name).putShort(64, (short) (name.length + 2)).putInt(116, 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : List.of(header.array(), table.array(), directory.array(), workbook)) {
            out.write(part);
        }
        return out.toByteArray();
    }

    @Test
    void anythingElseIsNoOldWorkbook() throws IOException {
        Path file = Files.write(folder.resolve("none.xls"), new byte[600]);
        assertThrows(IOException.class, () -> Xls.rows(file));
    }

    @Test
    void whatIsNotThereIsNamed() throws IOException {
        Sources sources = new Sources(folder);
        assertEquals(List.of(), sources.read());
        assertEquals(9, sources.missing().size());
    }

    @Test
    void everyPublishersFileGivesNamesInItsScripts() throws IOException {
        Path data = Path.of(System.getProperty("highfence.data", ""));
        assumeTrue(Files.isDirectory(data.resolve("un")), "no folder of published lists");
        Sources sources = new Sources(data);
        List<Party> parties = sources.read();
        assertEquals(List.of(), sources.missing());
        Map<String, List<String>> scripts = Map.of(
                "UN", List.of("Arabic"),
                "DFAT", List.of("Arabic", "Cyrillic"),
                "UK", List.of("Arabic", "Cyrillic"),
                "UA", List.of("Cyrillic"),
                "METI", List.of("Han"),
                "MOF", List.of("kana", "Arabic"),
                "UAE", List.of("Arabic"),
                "MOFCOM", List.of("Han"),
                "OFAC", List.of("Cyrillic", "Han"));
        scripts.forEach((source, wanted) -> wanted.forEach(script -> assertTrue(
                parties.stream()
                        .filter(party -> party.source().equals(source))
                        .anyMatch(party -> party.nativeNames().stream()
                                .anyMatch(name -> Script.of(name).equals(script))),
                source + " has " + script)));
        // The README of the folder counts 736 individuals and 275 entities of the United Nations.
        assertEquals(1011, parties.stream().filter(p -> p.source().equals("UN")).count(), 5);
        for (Party party : parties) {
            party.latin().forEach(name -> assertEquals(Script.LATIN, Script.of(name)));
            party.nativeNames().forEach(name -> assertTrue(!Script.isLatin(name)));
        }
    }
}
