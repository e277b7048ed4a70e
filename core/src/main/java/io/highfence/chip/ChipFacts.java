package io.highfence.chip;

import io.highfence.base.Country;
import io.highfence.base.Decimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chip as a map of texts, lists and maps from which the same chip can be made again, whatever a later catalogue says of
 * its name: the form in which a recorded order keeps it.
 *
 * <p>Keys are the columns of {@link ChipColumns} in camel case. Beside them: {@code id}; {@code parts}, each a chip or the
 * number of one that was written before, counted from 0; {@code catalogue}, the row that facts come from, with
 * {@code given}, the columns that were stated over it; {@code makerHq}, the country where the company is headquartered that
 * designed it; {@code faults}; and the doubts {@code assumed2to4}, {@code leastConfidence} and {@code sparseSuspected}. What
 * is not stated is left out.
 */
public final class ChipFacts {
    private static final Set<Column> NUMBERS = Set.of(
            Column.DRAM_BANDWIDTH_GBPS,
            Column.IO_BANDWIDTH_GBPS,
            Column.TRANSISTORS_BN,
            Column.HBM_BANDWIDTH_GBPS,
            Column.HBM_AREA_MM2,
            Column.APP_WT,
            Column.FP64_TFLOPS,
            Column.FP32_TFLOPS);

    private static final String MAKER_HQ = "makerHq";

    private ChipFacts() {}

    /**
     * Writes a chip.
     *
     * @param chip the chip
     * @return a new map in a fixed order of keys; values are texts, truth values, whole numbers, lists and maps
     */
    public static Map<String, Object> of(Chip chip) {
        return of(chip, new IdentityHashMap<>());
    }

    private static Map<String, Object> of(Chip chip, IdentityHashMap<Chip, Integer> written) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", chip.id());
        put(facts, "name", chip.name().isEmpty() ? null : chip.name());
        put(facts, "catalogue", chip.catalogueName());
        if (chip.catalogueName() != null) {
            List<String> given = new ArrayList<>();
            for (Column column : Column.values()) {
                if (!chip.fromCatalogue(column)) {
                    given.add(column.label());
                }
            }
            putAll(facts, "given", given);
        }
        put(facts, MAKER_HQ, chip.makerHq() == null ? null : chip.makerHq().code());
        put(facts, "form", chip.formStated() || chip.form() != Chip.Form.IC ? Chip.lower(chip.form()) : null);
        putAll(facts, "rates", chip.rates());
        putAll(facts, "dies", chip.dies());
        put(facts, "datacenter", chip.datacenter() == Chip.Answer.UNKNOWN ? null : Chip.lower(chip.datacenter()));
        put(facts, "hbm", chip.hbm() == Chip.Hbm.NOT_STATED ? null : Chip.lower(chip.hbm()));
        put(facts, "encryption", chip.encryption() == Chip.Encryption.NOT_STATED ? null : word(chip.encryption()));
        put(facts, "baseEccn", chip.baseEccn());
        put(facts, "vendorEccn", chip.vendorEccn());
        for (Column column : Column.values()) {
            if (NUMBERS.contains(column) && chip.stated(column) != Chip.UNKNOWN) {
                facts.put(camel(column), Decimal.toString(chip.stated(column)));
            }
        }
        List<Object> parts = new ArrayList<>();
        for (Chip part : chip.parts()) {
            Integer before = written.get(part);
            if (before != null) {
                parts.add(before);
            } else {
                parts.add(of(part, written));
                written.put(part, written.size());
            }
        }
        if (!parts.isEmpty()) {
            facts.put("parts", parts);
        }
        putAll(facts, "faults", chip.faults());
        put(facts, "assumed2to4", chip.assumed2to4() ? true : null);
        put(facts, "leastConfidence", chip.leastConfidence() ? true : null);
        put(facts, "sparseSuspected", chip.sparseSuspected() ? true : null);
        return facts;
    }

    private static void put(Map<String, Object> facts, String key, @Nullable Object value) {
        if (value != null) {
            facts.put(key, value);
        }
    }

    private static void putAll(Map<String, Object> facts, String key, List<?> values) {
        if (!values.isEmpty()) {
            facts.put(key, values.stream().map(Object::toString).toList());
        }
    }

    private static String word(Chip.Encryption encryption) {
        return switch (encryption) {
            case MASS_MARKET -> "massMarket";
            case ECCN_5A002 -> "5A002";
            default -> Chip.lower(encryption);
        };
    }

    private static String camel(Column column) {
        StringBuilder word = new StringBuilder();
        for (String part : column.label().split("_", -1)) {
            word.append(word.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return word.toString();
    }

    /**
     * Makes a chip of what {@link #of} wrote. Facts that cannot be judged become faults of the chip, as everywhere.
     *
     * @param facts the map, as read from JSON: numbers may be texts or numbers
     * @return the chip
     * @throws IllegalArgumentException if a key or the kind of a value is not one of {@link #of}; the message says which
     */
    public static Chip read(Map<String, ? extends @Nullable Object> facts) {
        return read(facts, new ArrayList<>());
    }

    private static Chip read(Map<?, ?> facts, List<Chip> read) {
        Chip.Builder builder = Chip.builder(text("id", facts.get("id")));
        for (Map.Entry<?, ?> fact : facts.entrySet()) {
            String key = String.valueOf(fact.getKey());
            state(builder, key, fact.getValue(), read);
        }
        return builder.buildAgain();
    }

    private static void state(Chip.Builder builder, String key, @Nullable Object value, List<Chip> read) {
        switch (key) {
            case "id" -> {
                // Read before.
            }
            case "name" -> builder.name(text(key, value));
            case "catalogue" -> builder.catalogue(text(key, value));
            case MAKER_HQ -> builder.makerHq(Country.of(text(key, value)));
            case "given" -> list(key, value).forEach(label -> builder.given(column(text(key, label))));
            case "parts" -> list(key, value).forEach(part -> builder.contains(part(part, read)));
            case "faults" -> list(key, value).forEach(fault -> fault(builder, text(key, fault)));
            case "assumed2to4" -> builder.assumed2to4(truth(key, value));
            case "leastConfidence" -> {
                if (truth(key, value)) {
                    builder.leastConfidence();
                }
            }
            case "sparseSuspected" -> {
                if (truth(key, value)) {
                    builder.sparseSuspected();
                }
            }
            case "rates", "dies" -> {
                List<String> words =
                        list(key, value).stream().map(word -> text(key, word)).toList();
                ChipColumns.state(builder, column(key), String.join(" ", words));
            }
            case "form", "datacenter", "hbm", "encryption", "baseEccn", "vendorEccn" ->
                ChipColumns.state(builder, column(snake(key)), text(key, value));
            default -> {
                Column column = Column.find(snake(key));
                if (column == null || !NUMBERS.contains(column)) {
                    throw new IllegalArgumentException("a chip has no '" + key + "'");
                }
                ChipColumns.state(builder, column, text(key, value));
            }
        }
    }

    private static Chip part(@Nullable Object part, List<Chip> read) {
        if (part instanceof Map<?, ?> facts) {
            Chip chip = read(facts, read);
            read.add(chip);
            return chip;
        }
        try {
            return read.get(Integer.parseInt(text("parts", part)));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("parts: there is no part " + part + " before this one", e);
        }
    }

    private static void fault(Chip.Builder builder, String fault) {
        int colon = fault.indexOf(": ");
        builder.fault(
                column(colon < 0 ? fault : fault.substring(0, colon)), colon < 0 ? "" : fault.substring(colon + 2));
    }

    private static Column column(String label) {
        Column column = Column.find(label);
        if (column == null) {
            throw new IllegalArgumentException("a chip has no column '" + label + "'");
        }
        return column;
    }

    private static String snake(String camel) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (Character.isUpperCase(c)) {
                word.append('_');
            }
            word.append(Character.toLowerCase(c));
        }
        return word.toString();
    }

    private static String text(String key, @Nullable Object value) {
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        throw new IllegalArgumentException("a chip's " + key + " must be a text");
    }

    private static boolean truth(String key, @Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new IllegalArgumentException("a chip's " + key + " must be true or false");
    }

    private static List<?> list(String key, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("a chip's " + key + " must be an array");
    }
}
