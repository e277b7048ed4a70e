package io.highfence.list;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import io.highfence.input.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a list file was retrieved and from where: what stands beside it in a small JSON file of the same name with
 * {@code .retrieved} behind it. It says nothing of the age of a list, which counts from publication.
 *
 * @param retrievedAt the instant of retrieval
 * @param source the address that it came from; blank if it was none
 * @param digest the SHA-256 of the unpacked bytes, as {@link PartyList.Edition#digest()} has it
 */
public record Retrieval(Instant retrievedAt, String source, Digest digest) {
    private static final String ENDING = ".retrieved";

    /**
     * Writes it beside a list file, in place of what stood there.
     *
     * @param list the list file
     * @throws IOException if it cannot be written
     */
    public void write(Path list) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(beside(list)))) {
            json.writeStartObject();
            json.writeStringField("retrievedAt", retrievedAt.toString());
            json.writeStringField("source", source);
            json.writeStringField("digest", digest.hex());
            json.writeEndObject();
        }
    }

    /**
     * Reads what stands beside a list file.
     *
     * @param list the list file
     * @return the retrieval, or null if nothing stands there
     * @throws IOException if it cannot be read
     * @throws BadInput if it is not what {@link #write} writes
     */
    public static @Nullable Retrieval read(Path list) throws IOException, BadInput {
        Path file = beside(list);
        if (!Files.exists(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file);
                JsonInput json = new JsonInput(in, file.toString())) {
            Map<String, String> fields = new HashMap<>();
            if (json.next() == null) {
                throw json.fault("the file is empty");
            }
            json.object("retrieval", key -> {
                String text = json.text(key);
                fields.put(key, text == null ? "" : text);
            });
            try {
                return new Retrieval(
                        Instant.parse(fields.getOrDefault("retrievedAt", "")),
                        fields.getOrDefault("source", ""),
                        new Digest(fields.getOrDefault("digest", "")));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw json.fault("retrievedAt or digest is missing or damaged: " + e.getMessage());
            }
        }
    }

    private static Path beside(Path list) {
        return list.resolveSibling(list.getFileName() + ENDING);
    }

    /** An edition with the instant of its retrieval, if that is known of these very bytes. */
    static PartyList.Edition mark(PartyList.Edition edition, Path file) throws IOException, BadInput {
        Retrieval known = read(file);
        if (known == null) {
            return edition;
        }
        if (!known.digest.equals(edition.digest())) {
            return edition.withNote("the file is not the one that was retrieved at " + known.retrievedAt);
        }
        return new PartyList.Edition(
                edition.label(),
                edition.format(),
                edition.lists(),
                edition.publishedOn(),
                known.retrievedAt,
                edition.digest(),
                edition.recordCount(),
                edition.nameCount(),
                edition.sample(),
                edition.notes());
    }
}
