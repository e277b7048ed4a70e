package io.highfence.list;

import io.highfence.base.BadInput;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One set of the Treasury's flat files: {@code sdn} with {@code alt}, {@code add} and {@code sdn_comments}, or {@code cons_prim}
 * with {@code cons_alt}, {@code cons_add} and {@code cons_comments}, whatever follows these words in the names.
 *
 * @param parties the file of parties
 * @param aliases the file of strong aliases, or null
 * @param addresses the file of addresses, or null
 * @param comments the file of what did not fit into the remarks, or null
 */
record OfacCsvFiles(
        Path parties,
        @Nullable Path aliases,
        @Nullable Path addresses,
        @Nullable Path comments) {
    private static final String SDN = "sdn";
    private static final String CONS = "cons_prim";

    boolean consolidated() {
        return OfacParty.isConsolidated(nameOf(parties));
    }

    /** The sets of a folder, or the one of a file of parties. */
    static List<OfacCsvFiles> find(Path given, boolean insists) throws IOException, BadInput {
        if (!Files.exists(given)) {
            throw new NoSuchFileException(given.toString());
        }
        List<OfacCsvFiles> sets = new ArrayList<>();
        if (Files.isDirectory(given)) {
            Map<String, Path> names = namesIn(given);
            for (String kind : List.of(SDN, CONS)) {
                List<Path> parties = names.entrySet().stream()
                        .filter(name -> name.getKey().startsWith(kind)
                                && !name.getKey().startsWith("sdn_comments")
                                && (name.getKey().endsWith(".csv")
                                        || name.getKey().endsWith(".csv.gz")))
                        .map(Map.Entry::getValue)
                        .toList();
                if (parties.size() > 1) {
                    throw new BadInput(
                            given.toString(),
                            0,
                            0,
                            "this folder holds several files of parties ("
                                    + parties.stream().map(OfacCsvFiles::nameOf).collect(Collectors.joining(", "))
                                    + "); name the one that is meant");
                }
                if (!parties.isEmpty()) {
                    sets.add(beside(parties.get(0), names, insists));
                }
            }
            if (sets.isEmpty()) {
                throw new BadInput(given.toString(), 0, 0, "this folder holds neither sdn.csv nor cons_prim.csv");
            }
        } else {
            Path folder = given.toAbsolutePath().getParent();
            sets.add(beside(given, folder == null ? Map.of() : namesIn(folder), insists));
        }
        return sets;
    }

    private static OfacCsvFiles beside(Path parties, Map<String, Path> names, boolean insists) throws BadInput {
        String name = nameOf(parties).toLowerCase(Locale.ROOT);
        boolean consolidated = name.startsWith(CONS);
        if (!consolidated && !name.startsWith(SDN)) {
            throw new BadInput(
                    parties.toString(),
                    0,
                    0,
                    "the file of parties is called sdn or cons_prim, so that the files beside it are found by name");
        }
        String rest = name.substring(consolidated ? CONS.length() : SDN.length());
        String before = consolidated ? "cons_" : "";
        Path aliases = sibling(before + "alt" + rest, names);
        Path addresses = sibling(before + "add" + rest, names);
        Path comments = sibling((consolidated ? "cons_" : "sdn_") + "comments" + rest, names);
        if ((aliases == null || addresses == null) && !insists) {
            throw new BadInput(
                    parties.toString(),
                    0,
                    0,
                    "the file " + before + (aliases == null ? "alt" : "add") + rest + " with the "
                            + (aliases == null ? "aliases" : "addresses")
                            + " is not beside it; to load the parties without, write ofac-sdn-csv! for the format");
        }
        return new OfacCsvFiles(parties, aliases, addresses, comments);
    }

    /** A file by its name; one may be packed and the other not. */
    private static @Nullable Path sibling(String name, Map<String, Path> names) {
        Path same = names.get(name);
        String other = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name + ".gz";
        return same == null ? names.get(other) : same;
    }

    private static Map<String, Path> namesIn(Path folder) throws IOException {
        Map<String, Path> names = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Path twin = names.put(nameOf(file).toLowerCase(Locale.ROOT), file);
                if (twin != null) {
                    throw new FileSystemException(
                            file.toString(), twin.toString(), "two files differ in the case of their letters only");
                }
            }
        }
        return names;
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
