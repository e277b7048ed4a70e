package io.highfence.input;

import io.highfence.base.BadInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The first sheet of a workbook of Office Open XML, read as a table: cells as text, numbers as they are, days as their number.
 *
 * <p>Only the parts that the sheet needs are unpacked, and all together to a bound, whatever the file says of their sizes.
 */
public final class XlsxInput {
    /** The most bytes of all unpacked parts; the largest published workbook has about 14 million. */
    private static final long MAX_UNPACKED = 256L << 20;

    /** The most bytes of the packed file; the largest published one has under two million. */
    private static final int MAX_PACKED = 64 << 20;

    private static final int MAX_PARTS = 10_000;

    /** The most columns that are kept of a row. */
    private static final int MAX_COLUMNS = 1_000;

    private static final int MAX_CELL = 400_000;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int BUFFER = 1 << 13;

    private final String file;
    private final Map<String, byte[]> parts = new HashMap<>();

    private XlsxInput(String file) {
        this.file = file;
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes one row.
         *
         * @param number the number of the row in the sheet, counted from 1
         * @param cells the texts by column, counted from 1; cells without text are not there
         * @throws BadInput to end the reading
         */
        void take(long number, Map<Integer, String> cells) throws BadInput;
    }

    /**
     * Reads a workbook to its end.
     *
     * @param in the bytes; not closed
     * @param file the name for messages
     * @param rows takes each row that has a cell with text
     * @throws IOException if the stream cannot be read
     * @throws BadInput if this is no workbook, or a damaged one, or it unpacks to too much
     */
    public static void read(InputStream in, String file, Sink rows) throws IOException, BadInput {
        XlsxInput workbook = new XlsxInput(file);
        workbook.unpack(in);
        String sheet = workbook.sheet();
        List<String> shared = workbook.sharedTexts();
        workbook.rows(sheet, shared, rows);
    }

    private void unpack(InputStream in) throws IOException, BadInput {
        byte[] packed = in.readNBytes(MAX_PACKED + 1);
        if (packed.length > MAX_PACKED) {
            throw fault("the workbook is larger than " + MAX_PACKED + " bytes");
        }
        if (packed.length < 4 || packed[0] != 'P' || packed[1] != 'K') {
            throw fault("this is not a workbook of Office Open XML (.xlsx)");
        }
        if (!endsAsItShould(packed)) {
            throw fault("the workbook is cut off");
        }
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed));
        long left = MAX_UNPACKED;
        try {
            ZipEntry entry = zip.getNextEntry();
            for (int count = 0; entry != null; count++) {
                if (count > MAX_PARTS) {
                    throw fault("the workbook has more than " + MAX_PARTS + " parts");
                }
                String name = entry.getName().startsWith("/") ? entry.getName().substring(1) : entry.getName();
                boolean needed = name.equals("xl/workbook.xml")
                        || name.equals("xl/_rels/workbook.xml.rels")
                        || name.equals("xl/sharedStrings.xml")
                        || name.startsWith("xl/worksheets/");
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                byte[] buffer = new byte[BUFFER];
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    left -= read;
                    if (left < 0) {
                        throw fault("the workbook unpacks to more than " + MAX_UNPACKED + " bytes");
                    }
                    if (needed) {
                        bytes.write(buffer, 0, read);
                    }
                }
                if (needed && parts.put(name, bytes.toByteArray()) != null) {
                    throw fault("the workbook has the part " + name + " twice");
                }
                entry = zip.getNextEntry();
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new BadInput(file, 1, 1, "this is not a workbook, or a damaged one: " + e.getMessage(), e);
        } catch (EOFException e) {
            throw new BadInput(file, 1, 1, "the workbook is cut off", e);
        }
        if (parts.isEmpty()) {
            throw fault("this is not a workbook of Office Open XML (.xlsx)");
        }
    }

    /** Whether the record stands near the end that ends every zip file; the JDK's stream stops long before it. */
    private static boolean endsAsItShould(byte[] packed) {
        for (int at = packed.length - 22; at >= 0 && at >= packed.length - 22 - 0xFFFF; at--) {
            if (packed[at] == 'P' && packed[at + 1] == 'K' && packed[at + 2] == 5 && packed[at + 3] == 6) {
                return true;
            }
        }
        return false;
    }

    private BadInput fault(String reason) {
        return new BadInput(file, 1, 1, reason);
    }

    private XmlInput part(String name) throws IOException, BadInput {
        byte[] bytes = parts.get(name);
        if (bytes == null) {
            throw fault("the workbook lacks its part " + name + "; is it cut off?");
        }
        XmlInput xml = new XmlInput(new ByteArrayInputStream(bytes), file, Set.of());
        xml.watch(false);
        return xml;
    }

    /** The part that holds the first sheet. */
    private String sheet() throws IOException, BadInput {
        List<String> ids = new ArrayList<>();
        try (XmlInput xml = part("xl/workbook.xml")) {
            xml.root("workbook");
            xml.children(name -> {
                if (name.equals("sheets")) {
                    xml.children(sheet -> ids.add(xml.attribute("id")));
                }
            });
            xml.finish();
        }
        Map<String, String> targets = new HashMap<>();
        try (XmlInput xml = part("xl/_rels/workbook.xml.rels")) {
            xml.root("Relationships");
            xml.children(name -> targets.put(xml.attribute("Id"), xml.attribute("Target")));
            xml.finish();
        }
        String target = ids.isEmpty() ? null : targets.get(ids.get(0));
        if (target == null) {
            throw fault("the workbook has no sheet");
        }
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private List<String> sharedTexts() throws IOException, BadInput {
        List<String> texts = new ArrayList<>();
        if (!parts.containsKey("xl/sharedStrings.xml")) {
            return texts;
        }
        try (XmlInput xml = part("xl/sharedStrings.xml")) {
            xml.root("sst");
            xml.children(name -> {
                if (name.equals("si")) {
                    texts.add(text(xml.element()));
                }
            });
            xml.finish();
        }
        return texts;
    }

    /** The text of a cell or a shared text, whose runs may differ in their looks; how it is spoken is left out. */
    private static String text(XmlElement of) {
        StringBuilder text = new StringBuilder();
        for (XmlElement child : of.children()) {
            if (child.name().equals("t")) {
                text.append(child.text());
            } else if (child.name().equals("r")) {
                child.all("t").forEach(run -> text.append(run.text()));
            }
        }
        return unescaped(text.toString());
    }

    /** Characters that XML may not hold are written with their number. */
    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : text;
    }

    private void rows(String sheet, List<String> shared, Sink rows) throws IOException, BadInput {
        try (XmlInput xml = part(sheet)) {
            xml.root("worksheet");
            long[] last = {0};
            xml.children(name -> {
                if (name.equals("sheetData")) {
                    xml.children(row -> {
                        XmlElement element = xml.element();
                        long number = number(element.attribute("r"), last[0] + 1);
                        if (number <= last[0]) {
                            throw fault(number, 1, "this row stands behind row " + last[0]);
                        }
                        last[0] = number;
                        Map<Integer, String> cells = cells(number, element, shared);
                        if (!cells.isEmpty()) {
                            rows.take(number, cells);
                        }
                    });
                }
            });
            xml.finish();
        }
    }

    private BadInput fault(long row, int column, String reason) {
        return new BadInput(file, row, column, reason);
    }

    private static long number(String text, long otherwise) {
        if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return otherwise;
        }
        return Long.parseLong(text);
    }

    private Map<Integer, String> cells(long row, XmlElement element, List<String> shared) throws BadInput {
        Map<Integer, String> cells = new TreeMap<>();
        int column = 0;
        for (XmlElement cell : element.children()) {
            if (!cell.name().equals("c")) {
                continue;
            }
            column = column(cell.attribute("r"), column + 1);
            if (column > MAX_COLUMNS) {
                throw fault(row, column, "this row has more than " + MAX_COLUMNS + " columns");
            }
            String text = value(row, column, cell, shared);
            if (text.length() > MAX_CELL) {
                throw fault(row, column, "this cell is longer than " + MAX_CELL + " characters");
            }
            if (!text.isEmpty() && cells.put(column, text) != null) {
                throw fault(row, column, "this cell stands twice");
            }
        }
        return cells;
    }

    /** The column of a reference such as {@code AB12}. */
    private static int column(String reference, int otherwise) {
        int column = 0;
        for (int i = 0; i < reference.length() && column <= MAX_COLUMNS; i++) {
            char letter = reference.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = 26 * column + letter - 'A' + 1;
        }
        return column == 0 ? otherwise : column;
    }

    private String value(long row, int column, XmlElement cell, List<String> shared) throws BadInput {
        String value = cell.value("v");
        switch (cell.attribute("t")) {
            case "s" -> {
                long index = number(value, Long.MAX_VALUE);
                if (index >= shared.size()) {
                    throw fault(row, column, "this cell points to a shared text that is not there");
                }
                return shared.get((int) index);
            }
            case "inlineStr" -> {
                StringBuilder text = new StringBuilder();
                cell.all("is").forEach(inline -> text.append(text(inline)));
                return text.toString();
            }
            case "", "n" -> {
                return plain(value);
            }
            default -> {
                return value;
            }
        }
    }

    /** A number without a power of ten, as in {@code 9.8E6}. */
    private static String plain(String number) {
        if (number.length() > 30 || number.indexOf('E') < 0) {
            return number;
        }
        try {
            BigDecimal decimal = new BigDecimal(number);
            return Math.abs(decimal.scale()) > 30 ? number : decimal.toPlainString();
        } catch (NumberFormatException e) {
            return number;
        }
    }
}
