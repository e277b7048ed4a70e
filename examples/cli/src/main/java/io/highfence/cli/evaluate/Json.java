package io.highfence.cli.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Objects with a name and other names, as the extracted lists hold them, wherever they stand in a file. */
final class Json {
    private Json() {}

    /** An object's text fields that the evaluation needs. */
    record Named(String name, List<String> aliases, List<String> addresses) {}

    static List<Named> read(Path file, String nameField) throws IOException {
        List<Named> found = new ArrayList<>();
        try (InputStream in = Xml.open(file);
                JsonParser json = new JsonFactory().createParser(in)) {
            String name = "";
            List<String> aliases = new ArrayList<>();
            List<String> addresses = new ArrayList<>();
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    name = "";
                    aliases = new ArrayList<>();
                    addresses = new ArrayList<>();
                } else if (token == JsonToken.END_OBJECT && !name.isEmpty()) {
                    found.add(new Named(name, aliases, addresses));
                    name = "";
                } else if (token == JsonToken.VALUE_STRING && nameField.equals(json.currentName())) {
                    name = json.getText();
                } else if (token == JsonToken.START_ARRAY && "aliases".equals(json.currentName())) {
                    strings(json, aliases);
                } else if (token == JsonToken.START_ARRAY && "addresses".equals(json.currentName())) {
                    strings(json, addresses);
                }
            }
        }
        return found;
    }

    private static void strings(JsonParser json, List<String> into) throws IOException {
        for (JsonToken token = json.nextToken(); token == JsonToken.VALUE_STRING; token = json.nextToken()) {
            into.add(json.getText());
        }
    }
}
