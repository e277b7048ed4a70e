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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final String file;
    private final KeptBytes bytes;
    private JsonParser parser;

    /** The lines before the first one of the parser. */
    private long linesBefore;

    /** The line on which the mark lies. */
    private long markedLine = 1;

    /** Whether the parser met what is no JSON, so that it can read no more. */
    private boolean broken;

    /**
     * Opens a stream.
     *
     * @param in the bytes, UTF-8 with or without a byte-order mark
     * @param file the name for messages
     * @throws IOException if the stream cannot be read
     */
    public JsonInput(InputStream in, String file) throws IOException {
        this.file = file;
        this.bytes = new KeptBytes(ByteOrderMark.passOver(in));
        this.parser = FACTORY.createParser(bytes);
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
            broken = true;
            JsonLocation place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            throw new BadInput(
                    file, linesBefore + place.getLineNr(), place.getColumnNr(), "this is not JSON: " + plain(e), e);
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
            broken = true;
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

    /** The value that the parser stands on, whatever it is: a map, a list, a text (numbers too), a truth value or null. */
    public @Nullable Object value(String path) throws IOException, BadInput {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            object(path, name -> fields.put(name, value(path + "." + name)));
            return fields;
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> elements = new ArrayList<>();
            array(path, element -> elements.add(value(element)));
            return elements;
        }
        return token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE ? truth(path) : text(path);
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

    /** Marks the place behind the value that the parser stands on, which must be no part of another, or the start. */
    public void mark() {
        bytes.keepFrom(parser.currentLocation().getByteOffset());
        markedLine = line();
    }

    /** The line that the parser has come to. */
    public long line() {
        return linesBefore + parser.currentLocation().getLineNr();
    }

    /** Reads to the end of the value behind the mark, of which a part was read; false if that is no JSON. */
    public boolean finish() throws IOException {
        try {
            while (!broken && !parser.getParsingContext().inRoot()) {
                next();
            }
        } catch (BadInput e) {
            // The caller has told of a fault before this one.
        }
        return !broken;
    }

    /**
     * Gives up what begins behind the mark, and reads on with the line after the one on which it begins.
     *
     * @param always false to do so only if that line begins with a brace, as a line that is an object does
     * @return whether it was done; at the end of the stream there is nothing to do
     */
    public boolean nextLine(boolean always) throws IOException {
        long passed = bytes.nextLine(always);
        if (passed == 0) {
            return false;
        }
        linesBefore = markedLine - 1 + passed;
        parser = FACTORY.createParser(bytes);
        broken = false;
        mark();
        return true;
    }

    /** Whether an object, or nothing, comes behind what was given up. */
    public boolean isBeforeObject() throws IOException {
        return bytes.isBeforeObject();
    }

    /** A fault at the token that the parser stands on. */
    public BadInput fault(String reason) {
        return new BadInput(
                file,
                linesBefore + parser.currentTokenLocation().getLineNr(),
                parser.currentTokenLocation().getColumnNr(),
                reason);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
