package io.highfence.cli.evaluate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text cells of an old workbook (BIFF8 inside a compound file), row by row, over all sheets: enough of the format for columns
 * of names. Other cells are passed over.
 */
final class Xls {
    private static final int SECTOR_SHIFT = 30;
    private static final int FIRST_DIRECTORY_SECTOR = 48;
    private static final int FIRST_TABLES = 76;
    private static final int TABLES_IN_HEADER = 109;
    private static final int DIRECTORY_ENTRY = 128;

    private static final int SHARED_STRINGS = 0xFC;
    private static final int CONTINUED = 0x3C;
    private static final int SHARED_STRING_CELL = 0xFD;
    private static final int SHEET_BEGINS = 0x809;

    private final ByteBuffer file;
    private final int sector;
    private final List<Integer> next = new ArrayList<>();

    private Xls(byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        sector = 1 << file.getShort(SECTOR_SHIFT);
        for (int i = 0; i < TABLES_IN_HEADER && file.getInt(FIRST_TABLES + 4 * i) >= 0; i++) {
            int table = at(file.getInt(FIRST_TABLES + 4 * i));
            for (int k = 0; k < sector / 4; k++) {
                next.add(file.getInt(table + 4 * k));
            }
        }
    }

    /** The rows of every sheet; each is a map from the number of a column to its text. */
    static List<Map<Integer, String>> rows(Path path) throws IOException {
        try (InputStream in = Xml.open(path)) {
            return rows(new Xls(in.readAllBytes()).workbook());
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
            throw new IOException(path + " is no workbook that can be read", e);
        }
    }

    private int at(int number) {
        return (number + 1) * sector;
    }

    private byte[] chain(int first) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int number = first; number >= 0; number = next.get(number)) {
            int from = at(number);
            out.write(file.array(), from, Math.min(sector, file.capacity() - from));
        }
        return out.toByteArray();
    }

    private byte[] workbook() throws IOException {
        ByteBuffer directory =
                ByteBuffer.wrap(chain(file.getInt(FIRST_DIRECTORY_SECTOR))).order(ByteOrder.LITTLE_ENDIAN);
        for (int entry = 0; entry + DIRECTORY_ENTRY <= directory.capacity(); entry += DIRECTORY_ENTRY) {
            int length = Math.max(0, directory.getShort(entry + 64) - 2);
            String name = new String(directory.array(), entry, length, StandardCharsets.UTF_16LE);
            if (name.equals("Workbook")) {
                return chain(directory.getInt(entry + 116));
            }
        }
        throw new IOException("A compound file without a workbook");
    }

    private static List<Map<Integer, String>> rows(byte[] stream) {
        ByteBuffer in = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        List<String> shared = List.of();
        List<Map<Integer, String>> rows = new ArrayList<>();
        Map<Integer, Map<Integer, String>> sheet = new TreeMap<>();
        while (in.remaining() >= 4) {
            int kind = in.getShort() & 0xFFFF;
            int length = in.getShort() & 0xFFFF;
            int end = Math.min(in.position() + length, in.capacity());
            if (kind == SHARED_STRINGS) {
                shared = new Strings(in, end).read();
                continue;
            }
            if (kind == SHEET_BEGINS) {
                rows.addAll(sheet.values());
                sheet = new TreeMap<>();
            } else if (kind == SHARED_STRING_CELL) {
                int row = in.getShort() & 0xFFFF;
                int column = in.getShort() & 0xFFFF;
                in.getShort();
                sheet.computeIfAbsent(row, k -> new TreeMap<>()).put(column, shared.get(in.getInt()));
            }
            in.position(end);
        }
        rows.addAll(sheet.values());
        return rows;
    }

    /** The table of strings, which runs over several records; a string that is cut says anew how wide its letters are. */
    private static final class Strings {
        private final ByteBuffer in;
        private int end;

        Strings(ByteBuffer in, int end) {
            this.in = in;
            this.end = end;
        }

        List<String> read() {
            in.getInt();
            int count = in.getInt();
            List<String> strings = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                strings.add(one());
            }
            in.position(end);
            return strings;
        }

        private String one() {
            more();
            int letters = in.getShort() & 0xFFFF;
            int flags = in.get();
            int runs = (flags & 8) != 0 ? in.getShort() & 0xFFFF : 0;
            int extra = (flags & 4) != 0 ? in.getInt() : 0;
            boolean wide = (flags & 1) != 0;
            StringBuilder text = new StringBuilder();
            while (letters > 0) {
                if (more()) {
                    wide = (in.get() & 1) != 0;
                }
                text.append(wide ? in.getChar() : (char) (in.get() & 0xFF));
                letters--;
            }
            skip(4 * runs + extra);
            return text.toString();
        }

        private void skip(int bytes) {
            for (int left = bytes; left > 0; ) {
                more();
                int step = Math.min(left, end - in.position());
                in.position(in.position() + step);
                left -= step;
            }
        }

        /** Goes on to the next record where this one is used up; true if it did. */
        private boolean more() {
            if (in.position() < end) {
                return false;
            }
            if ((in.getShort() & 0xFFFF) != CONTINUED) {
                throw new IndexOutOfBoundsException("The table of strings ends too early");
            }
            int length = in.getShort() & 0xFFFF;
            end = in.position() + length;
            return true;
        }
    }
}
