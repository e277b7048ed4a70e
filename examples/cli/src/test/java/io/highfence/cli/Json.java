package io.highfence.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSON as a tree, for tests that look into answers. */
final class Json {
    private Json() {}

    /** An object, an array, or a scalar as its text; null as "null". */
    record Value(Map<String, Value> fields, List<Value> elements, String scalar) {
        Set<String> keys() {
            return fields.keySet();
        }

        Value value(String key) {
            Value value = fields.get(key);
            if (value == null) {
                throw new AssertionError("there is no key " + key + " among " + fields.keySet());
            }
            return value;
        }

        String text(String key) {
            return value(key).scalar();
        }

        List<Value> list(String key) {
            return value(key).elements();
        }
    }

    static Value read(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            Value value = value(parser);
            if (parser.nextToken() != null) {
                throw new AssertionError("more than one value: " + text);
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static Value value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Value> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                if (fields.put(name, value(parser)) != null) {
                    throw new AssertionError("the key " + name + " stands twice");
                }
            }
            return new Value(fields, List.of(), "");
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Value> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(parser));
            }
            return new Value(Map.of(), elements, "");
        }
        return new Value(Map.of(), List.of(), parser.getText());
    }
}
