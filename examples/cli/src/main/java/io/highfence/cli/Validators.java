package io.highfence.cli;

import io.highfence.base.Digest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a server calls the version of a list that was fetched from it: the headers {@code ETag} and {@code Last-Modified}, in a file beside
 * the list, so that the next fetch asks for a newer version only.
 */
final class Validators {
    static final String ENDING = ".validators";

    /** The header of an answer, and the one of a request that hands its value back. */
    private static final Map<String, String> HEADERS =
            Map.of("etag", "If-None-Match", "last-modified", "If-Modified-Since");

    private Validators() {}

    static Path beside(Path list) {
        return list.resolveSibling(list.getFileName() + ENDING);
    }

    /** Writes what the answer calls these bytes of this address. */
    static void write(Path list, URI url, Digest digest, HttpHeaders answer) throws IOException {
        StringBuilder text = new StringBuilder(head(url, digest));
        HEADERS.keySet().stream()
                .sorted()
                .forEach(header -> answer.firstValue(header)
                        .ifPresent(value ->
                                text.append('\n').append(header).append('\t').append(value)));
        Files.writeString(beside(list), text.append('\n'));
    }

    /**
     * The headers that ask for a newer version: none if nothing is known of these very bytes from this very address, so that a list that
     * somebody changed is fetched whole.
     */
    static Map<String, String> conditions(Path list, URI url, Digest digest) {
        List<String> lines;
        try {
            lines = Files.readAllLines(beside(list));
        } catch (IOException e) {
            // Without the file, or with a broken one, the list is fetched whole.
            return Map.of();
        }
        if (lines.isEmpty() || !lines.get(0).equals(head(url, digest))) {
            return Map.of();
        }
        Map<String, String> conditions = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int tab = line.indexOf('\t');
            String header = tab < 0 ? null : HEADERS.get(line.substring(0, tab));
            String value = line.substring(tab + 1);
            if (header != null && value.matches("[\\x20-\\x7e]+")) {
                conditions.put(header, value);
            }
        }
        return conditions;
    }

    private static String head(URI url, Digest digest) {
        return digest.hex() + '\t' + url;
    }
}
