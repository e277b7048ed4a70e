package io.highfence.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts, numbers and lists of texts at the top of a JSON object. */
record JsonText(Map<String, String> single, Map<String, List<String>> lists) {
    static JsonText read(String json) {
        JsonText read = new JsonText(new HashMap<>(), new HashMap<>());
        try (JsonParser in = new JsonFactory().createParser(json)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String key = in.currentName();
                JsonToken value = in.nextToken();
                if (value == JsonToken.START_ARRAY) {
                    List<String> texts = new ArrayList<>();
                    while (in.nextToken() != JsonToken.END_ARRAY) {
                        if (in.currentToken() == JsonToken.START_OBJECT) {
                            in.skipChildren();
                        } else {
                            texts.add(in.getText());
                        }
                    }
                    read.lists.put(key, texts);
                } else if (value == JsonToken.START_OBJECT) {
                    in.skipChildren();
                } else {
                    read.single.put(key, value == JsonToken.VALUE_NULL ? null : in.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    String text(String key) {
        if (!single.containsKey(key)) {
            throw new AssertionError("no " + key);
        }
        return single.get(key);
    }

    List<String> texts(String key) {
        if (!lists.containsKey(key)) {
            throw new AssertionError("no " + key);
        }
        return lists.get(key);
    }
}
