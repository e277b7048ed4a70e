package io.highfence.law;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a JSON document into a tree that remembers where each value stood. Strict: UTF-8 without a mark, no key twice, nothing
 * after the document, bounded depth and size.
 */
final class StrictJson {
    /** Sixteen million bytes: a hundred times the largest rule file. */
    static final int MAX_BYTES = 16_000_000;

    private static final int MAX_DEPTH = 16;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    /** A value and its place. */
    sealed interface Node {
        Place at();
    }

    /** A line and a column, both counted from 1. */
    record Place(long line, int column) {}

    record Text(Place at, String text) implements Node {}

    /** A number as it was written. */
    record Numeral(Place at, String text) implements Node {}

    record Flag(Place at, boolean yes) implements Node {}

    record Nothing(Place at) implements Node {}

    record Array(Place at, List<Node> elements) implements Node {}

    record Members(Place at, Map<String, Node> byName) implements Node {}

    private final String file;

    private StrictJson(String file) {
        this.file = file;
    }

    static Node read(String file, byte[] content) throws BadInput {
        if (content.length > MAX_BYTES) {
            throw new BadInput(file, 0, 0, "the file is larger than " + MAX_BYTES + " bytes");
        }
        return new StrictJson(file).document(decode(file, content));
    }

    private static String decode(String file, byte[] content) throws BadInput {
        CharBuffer text = CharBuffer.allocate(content.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content), text, true);
        text.flip();
        String decoded = text.toString();
        if (result.isError()) {
            long line = decoded.chars().filter(c -> c == '\n').count() + 1;
            throw new BadInput(
                    file, line, decoded.length() - decoded.lastIndexOf('\n'), "the bytes here are not UTF-8");
        }
        return decoded;
    }

    private Node document(String text) throws BadInput {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Node document = value(parser);
            if (parser.nextToken() != null) {
                throw bad(place(parser), "something follows after the end of the document");
            }
            return document;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            Place place = at == null ? new Place(0, 0) : new Place(at.getLineNr(), at.getColumnNr());
            throw new BadInput(file, place.line(), place.column(), e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
    }

    private Node value(JsonParser parser) throws IOException, BadInput {
        Place at = place(parser);
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw bad(at, "a value is missing");
        }
        return switch (token) {
            case START_OBJECT -> members(parser, at);
            case START_ARRAY -> array(parser, at);
            case VALUE_STRING -> new Text(at, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(at, parser.getText());
            case VALUE_TRUE -> new Flag(at, true);
            case VALUE_FALSE -> new Flag(at, false);
            case VALUE_NULL -> new Nothing(at);
            default -> throw bad(at, "a value is missing");
        };
    }

    private Node members(JsonParser parser, Place at) throws IOException, BadInput {
        Map<String, Node> byName = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            byName.put(name, value(parser));
        }
        return new Members(at, byName);
    }

    private Node array(JsonParser parser, Place at) throws IOException, BadInput {
        List<Node> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return new Array(at, elements);
    }

    private static Place place(JsonParser parser) {
        JsonLocation at = parser.currentTokenLocation();
        return new Place(at.getLineNr(), at.getColumnNr());
    }

    private BadInput bad(Place at, String reason) {
        return new BadInput(file, at.line(), at.column(), reason);
    }
}
