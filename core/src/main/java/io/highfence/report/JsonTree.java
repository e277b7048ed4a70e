package io.highfence.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.highfence.base.BadInput;
import io.highfence.input.KeptBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects as maps, lists, texts, truth values, null and {@link Numeral}s, so that writing gives back what was read.
 * Strict: a key stands once, and numbers keep their digits.
 */
final class JsonTree implements AutoCloseable {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_TEXT = 50_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final KeptBytes bytes;
    private final String file;
    private JsonParser parser;

    /** The line of the file on which the text of the parser begins, counted from 1. */
    private long firstLine;

    private long line;

    /** The line on which what is kept begins. */
    private long markedLine;

    /** Whether the parser met what is no JSON, so that it can read no more. */
    private boolean broken;

    /** Opens a stream of objects; it stays open. */
    JsonTree(InputStream in, String file, long firstLine) throws IOException {
        this.bytes = new KeptBytes(in);
        this.parser = FACTORY.createParser(bytes);
        this.file = file;
        this.firstLine = firstLine;
        this.markedLine = firstLine;
    }

    /** A number with the digits that it was written in. */
    record Numeral(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Reads one object and nothing behind it. */
    static Map<String, @Nullable Object> read(byte[] utf8, String file, long line) throws BadInput {
        try (JsonTree tree = new JsonTree(new ByteArrayInputStream(utf8), file, line)) {
            Map<String, @Nullable Object> object = tree.next();
            if (object == null || tree.next() != null) {
                throw new BadInput(file, line, 1, "there must be one JSON object on the line");
            }
            return object;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one object that this library wrote. */
    static Map<String, @Nullable Object> own(String json) {
        try {
            return read(json.getBytes(StandardCharsets.UTF_8), "what was written", 1);
        } catch (BadInput e) {
            throw new IllegalStateException("What was written cannot be read", e);
        }
    }

    /** The next object, or null at the end. */
    @Nullable
    Map<String, @Nullable Object> next() throws IOException, BadInput {
        JsonToken token = advance();
        if (token == null) {
            return null;
        }
        line = firstLine - 1 + parser.currentTokenLocation().getLineNr();
        if (token != JsonToken.START_OBJECT) {
            throw new BadInput(file, line, parser.currentTokenLocation().getColumnNr(), "this must be a JSON object");
        }
        return object();
    }

    /** Marks the place behind the object that was read last, or the start, as the one to go on from after a fault. */
    void mark() {
        bytes.keepFrom(parser.currentLocation().getByteOffset());
        markedLine = lineHere();
    }

    /** The line that the parser has come to. */
    long lineHere() {
        return firstLine - 1 + parser.currentLocation().getLineNr();
    }

    /** Reads to the end of the value behind the mark, of which a part may have been read; false if that is no JSON. */
    boolean finish() throws IOException {
        try {
            while (!broken && !parser.getParsingContext().inRoot()) {
                advance();
            }
        } catch (BadInput e) {
            // The caller has told of a fault before this one.
        }
        return !broken;
    }

    /** Gives up what begins behind the mark, as {@link KeptBytes#nextLine} does; whether it was done. */
    boolean nextLine(boolean always) throws IOException {
        long passed = bytes.nextLine(always);
        if (passed == 0) {
            return false;
        }
        firstLine = markedLine + passed;
        parser = FACTORY.createParser(bytes);
        broken = false;
        mark();
        return true;
    }

    /** Whether an object, or nothing, comes behind what was given up. */
    boolean isBeforeObject() throws IOException {
        return bytes.isBeforeObject();
    }

    /** The line on which the object that was read last begins. */
    long line() {
        return line;
    }

    private Map<String, @Nullable Object> object() throws IOException, BadInput {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (advance() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            advance();
            fields.put(name, value());
        }
        return fields;
    }

    private @Nullable Object value() throws IOException, BadInput {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new BadInput(file, line, 1, "the object has no end");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(text());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private List<@Nullable Object> array() throws IOException, BadInput {
        List<@Nullable Object> elements = new ArrayList<>();
        while (advance() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return elements;
    }

    private String text() throws IOException, BadInput {
        try {
            return parser.getText();
        } catch (JsonProcessingException e) {
            throw fault(e);
        }
    }

    private @Nullable JsonToken advance() throws IOException, BadInput {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            throw fault(e);
        }
    }

    private BadInput fault(JsonProcessingException e) {
        broken = true;
        JsonLocation place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        String message = e.getOriginalMessage();
        int source = message.indexOf("[Source");
        return new BadInput(
                file,
                firstLine - 1 + place.getLineNr(),
                place.getColumnNr(),
                "this is not JSON: "
                        + (source < 0 ? message : message.substring(0, source).strip()),
                e);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
