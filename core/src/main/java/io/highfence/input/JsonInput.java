package io.highfence.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Strict JSON from a stream, in which every fault has its line and column. */
public final class JsonInput implements AutoCloseable {
    /** The longest text in an order; the longest seen in real orders is an address of a few hundred characters. */
    private static final int MAX_TEXT = 100_000;

    private static final int MAX_DEPTH = 50;

    /** What the parser says about its source in a message, which is nothing. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;]*; (line[^]]*)]");

    /** What it says about its own switches, which a person who wrote the file does not have. */
    private static final Pattern SWITCHES =
            Pattern.compile(", from `StreamReadConstraints[^`]*`|: enable `JsonReadFeature[^`]*` to allow");

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

    private final JsonParser parser;
    private final String file;

    /**
     * Opens a stream.
     *
     * @param in the bytes, UTF-8 with or without a byte-order mark
     * @param file the name for messages
     * @throws IOException if the stream cannot be read
     */
    public JsonInput(InputStream in, String file) throws IOException {
        this.parser = FACTORY.createParser(ByteOrderMark.passOver(in));
        this.file = file;
    }

    /** Reads one field; the parser stands on the first token of its value. */
    @FunctionalInterface
    public interface Field {
        /**
         * Reads one field or element to its last token.
         *
         * @param name the name of the field, or the path of the element
         * @throws IOException if the stream cannot be read
         * @throws BadInput if the value is not what it should be
         */
        void read(String name) throws IOException, BadInput;
    }

    /** Moves on, and returns the token, or null at the end of the stream. */
    public @Nullable JsonToken next() throws IOException, BadInput {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            throw new BadInput(file, place.getLineNr(), place.getColumnNr(), "this is not JSON: " + plain(e), e);
        }
    }

    private static String plain(JsonProcessingException e) {
        return SWITCHES.matcher(SOURCE.matcher(e.getOriginalMessage()).replaceAll("$1"))
                .replaceAll("");
    }

    public @Nullable JsonToken current() {
        return parser.currentToken();
    }

    /** Reads the fields of the object that the parser stands on. */
    public void object(String path, Field field) throws IOException, BadInput {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw fault(path + " must be an object");
        }
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            next();
            field.read(name);
        }
    }

    /** Reads the elements of the array that the parser stands on; each call of the reader consumes one element. */
    public void array(String path, Field element) throws IOException, BadInput {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw fault(path + " must be an array");
        }
        for (int i = 0; next() != JsonToken.END_ARRAY; i++) {
            element.read(path + "[" + i + "]");
        }
    }

    /** The text or number that the parser stands on; null for JSON's null. */
    public @Nullable String text(String path) throws IOException, BadInput {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING && (token == null || !token.isNumeric())) {
            throw fault(path + " must be a text");
        }
        try {
            return parser.getText();
        } catch (JsonProcessingException e) {
            throw fault(path + " cannot be read: " + plain(e));
        }
    }

    /** The truth value that the parser stands on; null for JSON's null. */
    public @Nullable Boolean truth(String path) throws BadInput {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw fault(path + " must be true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /** Passes over the value that the parser stands on. */
    public void skip() throws IOException, BadInput {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            for (int depth = 1; depth > 0; ) {
                JsonToken inner = next();
                if (inner == null) {
                    throw fault("the file ends in the middle of a value");
                } else if (inner.isStructStart()) {
                    depth++;
                } else if (inner.isStructEnd()) {
                    depth--;
                }
            }
        }
    }

    /** A fault at the token that the parser stands on. */
    public BadInput fault(String reason) {
        return new BadInput(
                file,
                parser.currentTokenLocation().getLineNr(),
                parser.currentTokenLocation().getColumnNr(),
                reason);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
