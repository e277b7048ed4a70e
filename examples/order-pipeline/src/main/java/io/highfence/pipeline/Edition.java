package io.highfence.pipeline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the topic {@code editions} says: where the lists or the rules in force lie, and what they must be.
 *
 * @param label {@link #LISTS} or {@link #RULES}, the key of the record
 * @param file the index file, or the rule file or folder; give every edition a name of its own
 * @param digest of an index what {@code lists build} prints as {@code digest}, of rules that of the whole book, which stands in every
 *     decision as {@code ruleSet}
 */
record Edition(String label, Path file, Digest digest) {
    static final String LISTS = "lists";
    static final String RULES = "rules";

    private static final List<String> LABELS = List.of(LISTS, RULES);
    private static final int MAX_BYTES = 10_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Reads a record of the topic.
     *
     * @param key the key
     * @param value {@code {"file": PATH, "digest": 64 hexadecimal digits}}
     * @param place what to call the record in messages
     * @return the edition
     * @throws BadInput if it is anything else
     */
    static Edition read(byte @Nullable [] key, byte @Nullable [] value, String place) throws BadInput {
        String label = key == null ? null : Texts.utf8(key);
        if (label == null || !LABELS.contains(label)) {
            throw new BadInput(place, 0, 0, "the key of an edition is one of " + String.join(", ", LABELS));
        }
        if (value == null) {
            throw new BadInput(place, 0, 0, "an edition cannot be taken back; name the one that is to be in force");
        }
        if (value.length > MAX_BYTES || Texts.utf8(value) == null) {
            throw new BadInput(place, 0, 0, "an edition is a JSON object in UTF-8 of at most " + MAX_BYTES + " bytes");
        }
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(value)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw fault(json, place, "an edition is a JSON object");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                if (json.nextToken() != JsonToken.VALUE_STRING
                        || !List.of("file", "digest").contains(name)) {
                    throw fault(json, place, "an edition has a file and a digest, both texts, not '" + name + "'");
                }
                fields.put(name, json.getText());
            }
            String file = fields.get("file");
            String digest = fields.get("digest");
            if (file == null || file.isBlank() || digest == null) {
                throw fault(json, place, "an edition needs a file and a digest");
            }
            if (json.nextToken() != null) {
                throw fault(json, place, "nothing may follow the edition");
            }
            return new Edition(label, Path.of(file), new Digest(digest));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new BadInput(
                    place,
                    at == null ? 0 : at.getLineNr(),
                    at == null ? 0 : at.getColumnNr(),
                    e.getOriginalMessage(),
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput(place, 0, 0, String.valueOf(e.getMessage()), e);
        }
    }

    private static BadInput fault(JsonParser json, String place, String reason) {
        JsonLocation at = json.currentTokenLocation();
        return new BadInput(place, at.getLineNr(), at.getColumnNr(), reason);
    }
}
