package io.highfence.chip;

import io.highfence.base.BadInput;
import io.highfence.base.Decimal;
import io.highfence.chip.Chip.Answer;
import io.highfence.chip.Chip.Encryption;
import io.highfence.chip.Chip.Form;
import io.highfence.chip.Chip.Hbm;
import io.highfence.chip.Chip.ProcessType;
import io.highfence.chip.Chip.Rate;
import io.highfence.chip.Chip.Role;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Chips as rows of a table: the columns of {@code highfence classify}, read from a map or from CSV.
 *
 * <p>A cell that cannot be judged never stops the reading: it becomes a fault of the chip, and the classifier answers with
 * NEEDS_DATA and names the column.
 */
public final class ChipColumns {
    /** The names of the columns, in the order of the contract. */
    public static final Set<String> NAMES = names();

    /** Deep enough for a rack of trays of boards of modules, and shallow enough for the stack. */
    private static final int DEEPEST = 32;

    private ChipColumns() {}

    private static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Column column : Column.values()) {
            if (column != Column.DATE) {
                names.add(column.label());
            }
        }
        return Collections.unmodifiableSet(names);
    }

    /**
     * Makes a chip of a row. Parts in {@code contains} are chips of the bundled catalogue.
     *
     * @param row cells by column; a blank cell is an absent one, other keys are left alone
     * @return the chip; what cannot be judged is among its faults
     */
    public static Chip chip(Map<String, String> row) {
        return chip(row, false);
    }

    /**
     * Makes a chip of a row.
     *
     * @param row cells by column; a blank cell is an absent one, other keys are left alone
     * @param assume2to4 whether a sparse rate counts two of every four values as zero, so that the dense one is half of it
     * @return the chip; what cannot be judged is among its faults
     */
    public static Chip chip(Map<String, String> row, boolean assume2to4) {
        return chip(row, ChipColumns::inCatalogue, assume2to4);
    }

    private static @Nullable Chip inCatalogue(String name) {
        ChipCatalogue.Entry entry = ChipCatalogue.bundled().find(name);
        return entry == null ? null : entry.chip();
    }

    private static Chip chip(Map<String, String> row, Function<String, @Nullable Chip> parts, boolean assume2to4) {
        String id = cell(row, Column.ID);
        Chip.Builder builder = Chip.builder(id);
        if (id.isEmpty()) {
            builder.fault(Column.ID, "every chip needs an id");
        }
        String known = cell(row, Column.CHIP);
        ChipCatalogue.Entry entry =
                known.isEmpty() ? null : ChipCatalogue.bundled().find(known);
        if (entry != null) {
            builder.like(entry.chip());
        } else if (!known.isEmpty()) {
            builder.fault(Column.CHIP, "the catalogue has no chip '" + known + "'");
        }
        fill(builder, row, parts, assume2to4);
        for (Rate rate : builder.rates()) {
            if (ChipCatalogue.bundled().looksSparse(known.isEmpty() ? cell(row, Column.NAME) : known, rate)) {
                builder.sparseSuspected();
            }
        }
        return builder.build();
    }

    private static String cell(Map<String, String> row, Column column) {
        String cell = row.get(column.label());
        return cell == null ? "" : cell.strip();
    }

    /** States what a row states, over what the builder already has. */
    static Chip.Builder fill(
            Chip.Builder builder, Map<String, String> row, Function<String, @Nullable Chip> parts, boolean assume2to4) {
        for (Column column : Column.values()) {
            String cell = cell(row, column);
            if (!cell.isEmpty()) {
                builder.given(column);
                state(builder, column, cell, parts, assume2to4);
            }
        }
        return builder;
    }

    /** States one cell of a column that names no other chip. */
    static void state(Chip.Builder builder, Column column, String cell) {
        state(builder, column, cell, name -> null, false);
    }

    private static void state(
            Chip.Builder builder,
            Column column,
            String cell,
            Function<String, @Nullable Chip> parts,
            boolean assume2to4) {
        switch (column) {
            case NAME -> builder.name(cell);
            case RATES -> rates(builder.withoutRates(), cell, assume2to4);
            case DIES -> dies(builder.withoutDies(), cell);
            case DATACENTER -> datacenter(builder, cell);
            case FORM -> form(builder, cell);
            case CONTAINS -> contains(builder, cell, parts);
            case BASE_ECCN -> builder.baseEccn(cell);
            case ENCRYPTION -> encryption(builder, cell);
            case VENDOR_ECCN -> builder.vendorEccn(cell);
            case HBM -> hbm(builder, cell);
            case HBM_AREA_MM2 -> number(builder, column, cell, builder::hbmAreaMm2);
            case DRAM_BANDWIDTH_GBPS,
                    IO_BANDWIDTH_GBPS,
                    TRANSISTORS_BN,
                    HBM_BANDWIDTH_GBPS,
                    APP_WT,
                    FP64_TFLOPS,
                    FP32_TFLOPS -> number(builder, column, cell, value -> builder.number(column, value));
            case ID, CHIP, DATE -> {
                // Read before, or no column of a row.
            }
        }
    }

    private static void number(Chip.Builder builder, Column column, String cell, LongConsumer use) {
        try {
            use.accept(Decimal.parse(cell));
        } catch (NumberFormatException e) {
            builder.fault(column, message(e));
        }
    }

    private static String message(NumberFormatException e) {
        return String.valueOf(e.getMessage());
    }

    private static void rates(Chip.Builder builder, String cell, boolean assume2to4) {
        for (String word : words(cell)) {
            int colon = word.lastIndexOf(':');
            if (colon < 0) {
                builder.fault(Column.RATES, "'" + word + "' is no rate; write FORMAT:TERA_OPS such as fp16:989.5");
                continue;
            }
            String format = word.substring(0, colon).toLowerCase(Locale.ROOT);
            boolean sparse = format.startsWith("sparse-");
            String dense = sparse ? format.substring("sparse-".length()) : format;
            try {
                long teraOps = Decimal.parse(word.substring(colon + 1));
                if (!sparse) {
                    builder.rate(dense, teraOps);
                } else if (assume2to4) {
                    builder.sparse2to4Rate(dense, teraOps);
                } else {
                    builder.sparseRate(dense, teraOps);
                }
            } catch (NumberFormatException e) {
                builder.fault(Column.RATES, "the rate of '" + format + "': " + message(e));
            }
        }
    }

    private static String[] words(String cell) {
        return cell.strip().split("\\s+", -1);
    }

    private static void dies(Chip.Builder builder, String cell) {
        for (String word : words(cell)) {
            String[] parts = word.split(":", -1);
            ProcessType process = parts.length < 2 ? null : constant(ProcessType.values(), parts[1]);
            Role role = parts.length < 3 ? Role.LOGIC : constant(Role.values(), parts[2]);
            if (parts.length > 3 || process == null || role == null) {
                builder.fault(
                        Column.DIES,
                        "'" + word + "' is no die; write AREA_MM2:PROCESS or AREA_MM2:PROCESS:ROLE, process nonplanar,"
                                + " planar or unknown, role logic, io, memory or interposer");
                continue;
            }
            try {
                builder.die(Decimal.parse(parts[0]), process, role);
            } catch (NumberFormatException e) {
                builder.fault(Column.DIES, "the area in '" + word + "': " + message(e));
            }
        }
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] constants, String word) {
        for (E constant : constants) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        return null;
    }

    private static void datacenter(Chip.Builder builder, String cell) {
        Answer answer = constant(Answer.values(), cell);
        if (answer == null) {
            builder.fault(Column.DATACENTER, "'" + cell + "' is none of yes, no and unknown");
        } else {
            builder.datacenter(answer);
        }
    }

    private static void form(Chip.Builder builder, String cell) {
        Form form = constant(Form.values(), cell);
        if (form == null) {
            builder.fault(Column.FORM, "'" + cell + "' is none of ic, module, board and system");
        } else {
            builder.form(form);
        }
    }

    private static void hbm(Chip.Builder builder, String cell) {
        Hbm hbm = constant(Hbm.values(), cell);
        if (hbm == null || hbm == Hbm.NOT_STATED) {
            builder.fault(Column.HBM, "'" + cell + "' is none of none, standalone and copackaged");
        } else {
            builder.hbm(hbm);
        }
    }

    private static void encryption(Chip.Builder builder, String cell) {
        switch (cell.toLowerCase(Locale.ROOT)) {
            case "none" -> builder.encryption(Encryption.NONE);
            case "massmarket" -> builder.encryption(Encryption.MASS_MARKET);
            case "5a002" -> builder.encryption(Encryption.ECCN_5A002);
            case "unknown" -> builder.encryption(Encryption.UNKNOWN);
            default ->
                builder.fault(Column.ENCRYPTION, "'" + cell + "' is none of none, massMarket, 5A002 and unknown");
        }
    }

    /** Parts are separated by {@code |} or {@code ;}, or by blanks where names made of several words leave no doubt. */
    private static void contains(Chip.Builder builder, String cell, Function<String, @Nullable Chip> parts) {
        for (String piece : cell.split("[|;]", -1)) {
            String name = piece.strip();
            if (name.isEmpty()) {
                continue;
            }
            Chip whole = parts.apply(name);
            if (whole != null) {
                builder.contains(whole);
            } else {
                containsWords(builder, words(name), parts);
            }
        }
    }

    /** Takes the longest run of words that names a part, again and again. */
    private static void containsWords(Chip.Builder builder, String[] words, Function<String, @Nullable Chip> parts) {
        int from = 0;
        while (from < words.length) {
            Chip part = null;
            int to = Math.min(words.length, from + LONGEST_NAME) + 1;
            while (part == null && --to > from) {
                part = parts.apply(String.join(" ", List.of(words).subList(from, to)));
            }
            if (part == null) {
                builder.fault(
                        Column.CONTAINS,
                        "'" + words[from] + "'"
                                + (words.length > 1 ? " in '" + String.join(" ", words) + "'" : "")
                                + " names neither another row of the file, apart from those that contain this"
                                + " one, nor a chip of the catalogue");
                return;
            }
            builder.contains(part);
            from = to;
        }
    }

    /** No chip's name has more words. */
    private static final int LONGEST_NAME = 8;

    /**
     * Reads a table of chips in CSV, UTF-8, with a header.
     *
     * <p>Chips are passed on in the order of the rows, as they are read; a row whose {@code contains} names a row that has not
     * been read yet holds itself and the rows after it back until the end of the file. A row goes before a chip of the
     * catalogue of the same name.
     *
     * @param in the bytes; left open
     * @param file the name of the file for messages
     * @param assume2to4 whether a sparse rate counts two of every four values as zero
     * @param out takes each chip
     * @param refused takes each row that has not as many cells as the header, a byte that is not UTF-8 or a stray quote;
     *     reading goes on after it
     * @throws BadInput if reading cannot go on: no header, an unknown or repeated column, an unclosed quote, a cell that is
     *     too long
     * @throws IOException if the bytes cannot be read
     */
    public static void read(
            InputStream in, String file, boolean assume2to4, Consumer<Chip> out, Consumer<BadInput> refused)
            throws IOException, BadInput {
        Rows rows = new Rows(assume2to4, out);
        CsvRows.read(in, file, NAMES, rows::accept, refused);
        rows.finish();
    }

    /** The rows of one file, some of which name others as parts. */
    private static final class Rows {
        private final boolean assume2to4;
        private final Consumer<Chip> out;
        private final Map<String, Chip> built = new HashMap<>();
        private final Set<String> repeated = new HashSet<>();
        private final List<Map<String, String>> held = new ArrayList<>();
        private final Map<String, Map<String, String>> heldById = new HashMap<>();
        private final Set<String> underway = new LinkedHashSet<>();

        Rows(boolean assume2to4, Consumer<Chip> out) {
            this.assume2to4 = assume2to4;
            this.out = out;
        }

        void accept(Map<String, String> row) {
            String id = cell(row, Column.ID);
            if (built.containsKey(id) || heldById.containsKey(id)) {
                repeated.add(id);
            }
            if (held.isEmpty()) {
                Chip chip = chip(row, this::builtOrKnown, assume2to4);
                if (chip.faults().stream().noneMatch(fault -> fault.column().equals(Column.CONTAINS.label()))) {
                    built.put(id, chip);
                    out.accept(chip);
                    return;
                }
            }
            held.add(row);
            heldById.put(id, row);
        }

        private @Nullable Chip builtOrKnown(String name) {
            Chip chip = repeated.contains(name) ? null : built.get(name);
            return chip != null ? chip : inCatalogue(name);
        }

        void finish() {
            for (Map<String, String> row : held) {
                out.accept(finished(row));
            }
        }

        private Chip finished(Map<String, String> row) {
            String id = cell(row, Column.ID);
            Chip before = repeated.contains(id) ? null : built.get(id);
            if (before != null) {
                return before;
            }
            underway.add(id);
            Chip chip = chip(row, this::anyRowOrKnown, assume2to4);
            underway.remove(id);
            built.put(id, chip);
            return chip;
        }

        private @Nullable Chip anyRowOrKnown(String name) {
            Map<String, String> row = heldById.get(name);
            if (row == null || repeated.contains(name)) {
                return builtOrKnown(name);
            }
            // A row that contains itself names nothing that could be built.
            return underway.contains(name) || underway.size() > DEEPEST ? null : finished(row);
        }
    }
}
