package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.list.ListSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a list is fetched from, and as what it is kept: one row of a tab-separated file with the columns {@code list}, {@code format},
 * {@code file} and {@code url}.
 *
 * @param list its word on the command line
 * @param format how it is written
 * @param file the name, without folders, that it is kept under
 * @param url its address
 */
record ListAddress(String list, ListSource.Format format, String file, URI url) {
    private static final String BUNDLED = "list-addresses.tsv";
    private static final String HEADER = "list\tformat\tfile\turl";

    /** A name that is no path, no option and no hidden file. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** The official addresses that ship with the program. */
    static List<ListAddress> bundled() throws IOException, BadInput {
        try (InputStream in = ListAddress.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new FileNotFoundException(BUNDLED + " is missing from the jar");
            }
            return read(in, BUNDLED);
        }
    }

    static List<ListAddress> read(InputStream in, String file) throws IOException, BadInput {
        Lines lines = new Lines(in, file);
        if (!lines.next() || !lines.text().equals(HEADER)) {
            throw new BadInput(file, 1, 0, "the header is not list, format, file, url, parted by tabs");
        }
        List<ListAddress> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (lines.next()) {
            String[] cells = lines.text().split("\t", -1);
            if (cells.length != 4) {
                throw new BadInput(file, lines.number(), 0, "there are " + cells.length + " cells and not 4");
            }
            String list = name(cells[0], file, lines, 1);
            ListSource.Format format = format(cells[1], cells[2], file, lines);
            String kept = name(cells[2], file, lines, 3);
            if (kept.endsWith(Validators.ENDING) || kept.endsWith(".retrieved")) {
                throw new BadInput(file, lines.number(), 3, "a name with this ending stands beside a list");
            }
            URI url = url(cells[3], file, lines);
            // Some file systems know no case.
            if (!names.add("list " + list) || !names.add("file " + kept.toLowerCase(Locale.ROOT))) {
                throw new BadInput(file, lines.number(), 0, "this list or file stands here twice");
            }
            all.add(new ListAddress(list, format, kept, url));
        }
        if (all.isEmpty()) {
            throw new BadInput(file, 1, 0, "there is no list in it");
        }
        return all;
    }

    private static String name(String cell, String file, Lines at, int column) throws BadInput {
        if (!NAME.matcher(cell).matches()) {
            throw new BadInput(
                    file, at.number(), column, "'" + cell + "' is no name of letters, digits, '.', '_', '-'");
        }
        return cell;
    }

    private static ListSource.Format format(String word, String kept, String file, Lines at) throws BadInput {
        ListSource.Format format;
        try {
            format = ListSource.parse(word + ":" + Path.of(kept)).format();
        } catch (IllegalArgumentException e) {
            throw new BadInput(file, at.number(), 2, String.valueOf(e.getMessage()), e);
        }
        if (format == ListSource.Format.OFAC_SDN_CSV) {
            throw new BadInput(
                    file, at.number(), 2, "a list of several files is not fetched; take one of its XML files");
        }
        return format;
    }

    private static URI url(String cell, String file, Lines at) throws BadInput {
        try {
            URI url = new URI(cell);
            String fault = fault(url);
            if (fault == null) {
                return url;
            }
            throw new BadInput(file, at.number(), 4, fault);
        } catch (URISyntaxException e) {
            throw new BadInput(file, at.number(), 4, "this is no address: " + e.getMessage(), e);
        }
    }

    /** Why an address is not asked, or null if it may be. */
    static @Nullable String fault(URI url) {
        String host = url.getHost();
        if (host == null || url.getRawUserInfo() != null) {
            return "'" + url + "' is no address of a host without a user";
        }
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        boolean own = "http".equalsIgnoreCase(url.getScheme()) && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
        return https || own ? null : "'" + url + "' is neither https nor http on this computer";
    }
}
