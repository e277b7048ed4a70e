package io.highfence.chip;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.chip.Chip.Rate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Real chips with their rates, dies, market and memory, each with its source and how far it is trusted.
 *
 * <p>What a chip is classified as is worked out from its facts and never stored. Immutable and safe for many threads.
 */
public final class ChipCatalogue {
    /** How well the facts of a row are supported. */
    public enum Confidence {
        /** Rate and area were seen in two sources. */
        TWO_SOURCES,
        /** They were seen in one source. */
        ONE_SOURCE,
        /** General knowledge, or nothing published. */
        UNVERIFIED
    }

    /**
     * A row of the catalogue.
     *
     * @param chip its facts; the id is the name
     * @param names its name and the others it is found by
     * @param process who makes it in which process, as the sources call it; empty if they do not say
     * @param source where the facts were seen
     * @param confidence how well they are supported
     * @param flag what to know before relying on them, empty if nothing
     */
    public record Entry(
            Chip chip, List<String> names, String process, String source, Confidence confidence, String flag) {}

    private static final String FILE = "catalogue.csv";
    private static final String MAKER_HQ = "maker_hq";
    private static final Set<String> COLUMNS = columns();

    /** Data sheets round: a rate within one percent of twice the dense figure is the sparse one. */
    private static final long TOLERANCE_PERCENT = 1;

    /** Holds the bundled catalogue, read when it is first asked for. */
    private static final class Bundled {
        static final ChipCatalogue CATALOGUE = readBundled();
    }

    private final List<Entry> entries;
    private final Map<String, Entry> byKey;

    private ChipCatalogue(List<Entry> entries, Map<String, Entry> byKey) {
        this.entries = List.copyOf(entries);
        this.byKey = Map.copyOf(byKey);
    }

    private static Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(ChipColumns.NAMES);
        columns.addAll(List.of("aliases", "process", MAKER_HQ, "source", "confidence", "flag"));
        return columns;
    }

    /**
     * The chips that ship inside the jar. Reads them once.
     *
     * @return the bundled catalogue
     */
    public static ChipCatalogue bundled() {
        return Bundled.CATALOGUE;
    }

    private static ChipCatalogue readBundled() {
        try (InputStream in = ChipCatalogue.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The catalogue is missing from the jar");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadInput e) {
            throw new IllegalStateException("The bundled catalogue is damaged", e);
        }
    }

    /** Reads a catalogue; one that is damaged anywhere is refused as a whole. */
    static ChipCatalogue read(InputStream in) throws IOException, BadInput {
        List<Map<String, String>> rows = new ArrayList<>();
        List<BadInput> refused = new ArrayList<>();
        CsvRows.read(in, FILE, COLUMNS, rows::add, refused::add);
        if (!refused.isEmpty()) {
            throw refused.get(0);
        }
        return of(rows);
    }

    private static ChipCatalogue of(List<Map<String, String>> rows) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Entry> byKey = new HashMap<>();
        for (Map<String, String> row : rows) {
            Entry entry = entry(row);
            entries.add(entry);
            for (String name : entry.names()) {
                Entry before = byKey.put(key(name), entry);
                if (before != null && !before.equals(entry)) {
                    throw new IllegalStateException("Two chips are called " + name);
                }
            }
        }
        return new ChipCatalogue(entries, byKey);
    }

    private static Entry entry(Map<String, String> row) {
        String name = row.getOrDefault("name", "");
        Confidence confidence = switch (row.getOrDefault("confidence", "")) {
            case "2" -> Confidence.TWO_SOURCES;
            case "1" -> Confidence.ONE_SOURCE;
            default -> Confidence.UNVERIFIED;
        };
        List<String> names = new ArrayList<>(List.of(name));
        for (String alias : row.getOrDefault("aliases", "").split("\\|", -1)) {
            if (!alias.isBlank()) {
                names.add(alias.strip());
            }
        }
        Chip.Builder builder =
                ChipColumns.fill(Chip.builder(name), row, other -> null, false).fromCatalogue(name);
        String seat = row.getOrDefault(MAKER_HQ, "");
        if (!seat.isEmpty()) {
            builder.makerHq(Country.of(seat));
        }
        if (confidence == Confidence.UNVERIFIED) {
            builder.leastConfidence();
        }
        Chip chip = builder.build();
        if (name.isEmpty() || !chip.faults().isEmpty()) {
            throw new IllegalStateException("A row of the catalogue is damaged: " + row + " " + chip.faults());
        }
        return new Entry(
                chip,
                List.copyOf(names),
                row.getOrDefault("process", ""),
                row.getOrDefault("source", ""),
                confidence,
                row.getOrDefault("flag", ""));
    }

    /**
     * Every chip of the catalogue.
     *
     * @return the rows in the order of the file
     */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * Finds a chip by one of its names; case, blanks and punctuation aside.
     *
     * @param name such as {@code NVIDIA H100 SXM} or {@code h100-sxm}
     * @return the row, or null if no chip is called so
     */
    public @Nullable Entry find(String name) {
        return byKey.get(key(name));
    }

    /**
     * Whether a rate stated as dense is about twice what the chip of this name has, as a sparse figure would be: in that format,
     * or in another of as many bits or fewer. So four-bit "AI TOPS" are noticed under the name of a wider format too.
     */
    boolean looksSparse(String name, Rate rate) {
        Entry entry = find(name);
        if (entry == null || rate.sparse() || rate.teraOps() == 0) {
            return false;
        }
        for (Rate known : entry.chip().rates()) {
            long twice = 2 * known.teraOps();
            boolean aboutTwice = 100 * Math.abs(rate.teraOps() - twice) <= TOLERANCE_PERCENT * twice;
            if (known.bits() <= rate.bits() && aboutTwice) {
                return true;
            }
        }
        return false;
    }

    /** The signs of a text as a set of bits: a text that holds another has all the bits of that other. */
    static long signs(String text) {
        long signs = 0;
        for (int i = 0; i < text.length(); i++) {
            signs |= 1L << text.charAt(i);
        }
        return signs;
    }

    /**
     * A name in the form in which names are compared: words of letters and words of digits in lower case, a blank between them
     * and at both ends, so that {@code H20} is found in {@code NVIDIA H20} and not in {@code H200}.
     */
    static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(lower.length() + 2).append(' ');
        boolean digits = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean wordEnds = key.charAt(key.length() - 1) == ' ';
            if (!digit && !Character.isLetter(c)) {
                if (!wordEnds) {
                    key.append(' ');
                }
                continue;
            }
            if (!wordEnds && digit != digits) {
                key.append(' ');
            }
            digits = digit;
            key.append(c);
        }
        if (key.charAt(key.length() - 1) != ' ') {
            key.append(' ');
        }
        return key.toString();
    }
}
