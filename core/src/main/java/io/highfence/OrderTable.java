package io.highfence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.highfence.base.BadInput;
import io.highfence.chip.ChipColumns;
import io.highfence.input.CsvInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads orders from a flat table, CSV with a header: one row a line of an order, and the rows of one order stand together.
 *
 * <p>The columns are {@link #COLUMNS}; only {@code id} must be there, and a column that is not known is a fault. Cells of the order
 * and of its parties stand in its first row and are blank or the same in the others. Each order is what {@link OrderReader} makes
 * of the same facts. Authorizations and dispositions have no columns: {@link OrderReleases}. An order with a row that cannot be read is refused whole, so that no line of it is lost in silence.
 */
public final class OrderTable {
    /** Every column, in alphabetical order. */
    public static final Set<String> COLUMNS;

    private static final String ID = "id";

    /** Columns of the order, with the path of the field; of a path of two names the first is an object. */
    private static final Map<String, String> OF_ORDER = new TreeMap<>(Map.ofEntries(
            Map.entry("kind", "kind"),
            Map.entry("step", "step"),
            Map.entry("ship_from", "shipFrom"),
            Map.entry("planned_export_date", "plannedExportDate"),
            Map.entry("as_of", "asOf"),
            Map.entry("end_use", "endUse"),
            Map.entry("knowledge", "knowledge"),
            Map.entry("purpose", "purpose"),
            Map.entry("known_violation", "knownViolation"),
            Map.entry("destination_country", "destination.country"),
            Map.entry("destination_region", "destination.region"),
            Map.entry("exporter_country", "exporter.country"),
            Map.entry("exporter_hq_country", "exporter.hqCountry"),
            Map.entry("exporter_ultimate_parent_country", "exporter.ultimateParentCountry"),
            Map.entry("exporter_role", "exporter.role"),
            Map.entry("us_person", "usNexus.usPerson"),
            Map.entry("us_origin", "usNexus.usOrigin"),
            Map.entry("usd_payment", "usNexus.usdPayment"),
            Map.entry("us_server", "usNexus.usServer")));

    private static final String OWNERS = "owners";

    /** What is said of a party, by the ending of its column. */
    private static final Map<String, String> OF_PARTY = new TreeMap<>(Map.of(
            "name",
            "name",
            "type",
            "type",
            "country",
            "country",
            "address",
            "address",
            "identifiers",
            "identifiers",
            "birth_date",
            "birthDate",
            "hq_country",
            "hqCountry",
            "ultimate_parent_country",
            "ultimateParentCountry",
            "account",
            "account",
            OWNERS,
            OWNERS));

    private static final Map<String, String> OF_LINE = new TreeMap<>(Map.of(
            "line", "line",
            "sku", "sku",
            "eccn", "eccn",
            "quantity", "quantity",
            "value", "value",
            "hts", "hts",
            "country_of_origin", "countryOfOrigin",
            "us_origin_controlled_percent", "usOriginControlledPercent",
            "us_technology_or_plant", "usTechnologyOrPlant"));

    private static final Set<String> TRUTHS =
            Set.of("known_violation", "us_person", "us_origin", "usd_payment", "us_server", "us_technology_or_plant");

    private static final Map<String, Boolean> ANSWERS = Map.of("yes", true, "true", true, "no", false, "false", false);

    /** The party columns of each role; what the order says of its exporter stands in columns of the order. */
    private static final Map<Party.Role, Map<String, String>> ROLES = roles();

    private static final Set<String> LINE_COLUMNS = lineColumns();

    static {
        Set<String> all = new TreeSet<>(OF_ORDER.keySet());
        all.add(ID);
        all.addAll(LINE_COLUMNS);
        ROLES.values().forEach(columns -> all.addAll(columns.keySet()));
        COLUMNS = Collections.unmodifiableSet(all);
    }

    private static Map<Party.Role, Map<String, String>> roles() {
        Map<Party.Role, Map<String, String>> roles = new LinkedHashMap<>();
        for (Party.Role role : Party.Role.values()) {
            if (role != Party.Role.EXPORTER) {
                Map<String, String> columns = new LinkedHashMap<>();
                OF_PARTY.forEach((ending, field) -> columns.put(Words.snake(role.word()) + "_" + ending, field));
                roles.put(role, columns);
            }
        }
        return roles;
    }

    private static Set<String> lineColumns() {
        Set<String> columns = new LinkedHashSet<>(OF_LINE.keySet());
        columns.addAll(ChipColumns.NAMES);
        columns.remove(ID);
        return columns;
    }

    private static final JsonFactory JSON = new JsonFactory();

    private final String file;
    private final Consumer<Order> out;
    private final Consumer<BadInput> refused;
    private final Set<String> seen = new HashSet<>();
    private @Nullable Rows rows;
    private @Nullable BadInput unreadable;
    private @Nullable BadInput unplaced;
    private boolean unplacedIsTold;

    private OrderTable(String file, Consumer<Order> out, Consumer<BadInput> refused) {
        this.file = file;
        this.out = out;
        this.refused = refused;
    }

    /** The rows of one order. */
    private static final class Rows {
        final String id;
        final long line;
        final List<Map<String, String>> cells = new ArrayList<>();

        @Nullable
        BadInput fault;

        Rows(String id, long line) {
            this.id = id;
            this.line = line;
        }

        void refuse(BadInput why) {
            fault = fault == null ? why : fault;
        }
    }

    /**
     * Reads every order.
     *
     * @param in the bytes, UTF-8 with or without a byte-order mark; not closed
     * @param file the name for messages
     * @param out takes each order once its last row is read
     * @param refused takes one fault of each order that cannot be read; reading goes on after it
     * @throws IOException if the stream cannot be read
     * @throws BadInput if the table cannot be read on: no header, a column that is not known, a quote without end, broken UTF-8
     */
    public static void read(InputStream in, String file, Consumer<Order> out, Consumer<BadInput> refused)
            throws IOException, BadInput {
        OrderTable table = new OrderTable(file, out, refused);
        try {
            new CsvInput(file, COLUMNS, Set.of(ID), fault -> table.unreadable = fault)
                    .onlyKnown()
                    .tellRefused(ID, table::refuse)
                    .read(in, table::row);
        } catch (BadInput e) {
            Rows begun = table.rows;
            if (begun != null) {
                refused.accept(new BadInput(
                        file,
                        begun.line,
                        1,
                        "the order '" + begun.id + "' may go on where the table cannot be read on"));
            }
            throw e;
        }
        table.end();
        if (table.unplaced != null && !table.unplacedIsTold) {
            refused.accept(table.unplaced);
        }
    }

    /** Takes a row that could not be read: it refuses its order, and where it has no id those before and behind it. */
    private void refuse(String id) {
        BadInput fault = unreadable;
        if (fault == null) {
            return;
        }
        if (!id.isBlank()) {
            of(id, fault.line()).refuse(fault);
        } else {
            if (rows != null) {
                rows.refuse(fault);
            }
            unplaced = fault;
            unplacedIsTold = rows != null;
        }
    }

    private void row(CsvInput.Row row) {
        String id = row.get(ID).strip();
        if (id.isEmpty()) {
            unreadable = new BadInput(file, row.line(), row.column(ID), "an order needs an id");
            refuse("");
            return;
        }
        Rows order = of(id, row.line());
        Map<String, String> cells = new LinkedHashMap<>();
        row.cells().forEach((column, cell) -> {
            if (!cell.isBlank()) {
                cells.put(column, cell.strip());
            }
        });
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            check(order, row, cell.getKey(), cell.getValue());
        }
        order.cells.add(cells);
    }

    private void check(Rows order, CsvInput.Row row, String column, String cell) {
        boolean first = order.cells.isEmpty();
        if (TRUTHS.contains(column)
                && !ANSWERS.containsKey(cell.toLowerCase(Locale.ROOT))
                && !cell.equalsIgnoreCase("unknown")) {
            order.refuse(new BadInput(
                    file, row.line(), row.column(column), column + " must be yes, no or unknown, not '" + cell + "'"));
        } else if (!first
                && !LINE_COLUMNS.contains(column)
                && !cell.equals(order.cells.get(0).get(column))) {
            order.refuse(new BadInput(
                    file,
                    row.line(),
                    row.column(column),
                    "this row says '" + cell + "' and the first row of its order does not"));
        }
    }

    /** The rows of the order of this id, which are those before it or begin here. */
    private Rows of(String id, long line) {
        Rows before = rows;
        if (before != null && before.id.equals(id)) {
            return before;
        }
        end();
        Rows begun = new Rows(id, line);
        rows = begun;
        if (unplaced != null) {
            begun.refuse(unplaced);
            unplaced = null;
        }
        if (!seen.add(id)) {
            begun.refuse(new BadInput(
                    file, line, 1, "the order '" + id + "' stood above already; the rows of an order stand together"));
        }
        return begun;
    }

    private void end() {
        Rows ended = rows;
        rows = null;
        if (ended == null) {
            return;
        }
        if (ended.fault != null) {
            refused.accept(ended.fault);
            return;
        }
        try (OrderReader reader = new OrderReader(new ByteArrayInputStream(json(ended)), file)) {
            Order order = reader.next();
            if (order != null) {
                out.accept(order);
            }
        } catch (BadInput e) {
            refused.accept(new BadInput(file, ended.line, 1, "the order '" + ended.id + "': " + e.reason(), e));
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory can be read", e);
        }
    }

    private static byte[] json(Rows order) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            Map<String, String> first = order.cells.get(0);
            json.writeStartObject();
            json.writeStringField(ID, order.id);
            Map<String, Map<String, String>> objects = new LinkedHashMap<>();
            for (Map.Entry<String, String> column : OF_ORDER.entrySet()) {
                String cell = first.get(column.getKey());
                if (cell != null) {
                    String[] path = column.getValue().split("\\.", 2);
                    if (path.length == 1) {
                        write(json, column.getKey(), path[0], cell);
                    } else {
                        objects.computeIfAbsent(path[0], k -> new LinkedHashMap<>())
                                .put(column.getKey(), path[1]);
                    }
                }
            }
            for (Map.Entry<String, Map<String, String>> object : objects.entrySet()) {
                json.writeObjectFieldStart(object.getKey());
                fields(json, object.getValue(), first);
                json.writeEndObject();
            }
            json.writeArrayFieldStart("parties");
            for (Map.Entry<Party.Role, Map<String, String>> role : ROLES.entrySet()) {
                if (role.getValue().keySet().stream().anyMatch(first::containsKey)) {
                    json.writeStartObject();
                    json.writeStringField("role", role.getKey().word());
                    fields(json, role.getValue(), first);
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeArrayFieldStart("items");
            for (Map<String, String> row : order.cells) {
                if (LINE_COLUMNS.stream().anyMatch(row::containsKey)) {
                    json.writeStartObject();
                    for (String column : LINE_COLUMNS) {
                        String cell = row.get(column);
                        if (cell != null) {
                            write(json, column, OF_LINE.getOrDefault(column, column), cell);
                        }
                    }
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void fields(JsonGenerator json, Map<String, String> fields, Map<String, String> cells)
            throws IOException {
        for (Map.Entry<String, String> field : fields.entrySet()) {
            String cell = cells.get(field.getKey());
            if (cell != null) {
                write(json, field.getKey(), field.getValue(), cell);
            }
        }
    }

    private static void write(JsonGenerator json, String column, String field, String cell) throws IOException {
        if (field.equals(OWNERS)) {
            owners(json, cell);
            return;
        }
        if (!TRUTHS.contains(column)) {
            json.writeStringField(field, cell);
            return;
        }
        Boolean answer = ANSWERS.get(cell.toLowerCase(Locale.ROOT));
        if (answer == null) {
            json.writeNullField(field);
        } else {
            json.writeBooleanField(field, answer);
        }
    }

    /** {@code name:percent} joined by bars; without a colon behind the name the percentage is not known. */
    private static void owners(JsonGenerator json, String cell) throws IOException {
        json.writeArrayFieldStart(OWNERS);
        for (String owner : cell.split("\\|", -1)) {
            if (!owner.isBlank()) {
                int colon = owner.lastIndexOf(':');
                String percent = colon < 0 ? "" : owner.substring(colon + 1).strip();
                json.writeStartObject();
                json.writeStringField("name", (colon < 0 ? owner : owner.substring(0, colon)).strip());
                if (!percent.isEmpty()) {
                    json.writeStringField("percent", percent);
                }
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
