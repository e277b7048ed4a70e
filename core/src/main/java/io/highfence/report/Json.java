package io.highfence.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.highfence.base.Citation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object, written key by key in the order of the calls. */
final class Json {
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder().characterEscapes(new Escapes()).build();

    private static final int SCORE_ONE = 10_000;

    private final StringWriter text = new StringWriter();
    private final JsonGenerator out;

    private Json() throws IOException {
        out = FACTORY.createGenerator(text);
    }

    /** Also escapes halves of surrogate pairs: a broken name could not be written as UTF-8 otherwise. */
    private static final class Escapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            return standardAsciiEscapesForJSON();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                    ? new SerializedString("\\u" + Integer.toHexString(c))
                    : null;
        }
    }

    /** Writes the fields of an object. */
    @FunctionalInterface
    interface Fields {
        void write(Json json) throws IOException;
    }

    /** Writes the object that one element of an array stands for. */
    @FunctionalInterface
    interface Element<T> {
        void write(Json json, T element) throws IOException;
    }

    /** The text of an object with these fields. */
    static String object(Fields fields) {
        try {
            Json json = new Json();
            json.out.writeStartObject();
            fields.write(json);
            json.out.writeEndObject();
            json.out.close();
            return json.text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of an object with the entries of a map. */
    static String object(Map<String, ? extends @Nullable Object> values) {
        return object(json -> json.putAll(values));
    }

    Json put(String key, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeNullField(key);
        } else if (value instanceof Boolean truth) {
            out.writeBooleanField(key, truth);
        } else if (value instanceof Integer || value instanceof Long) {
            out.writeNumberField(key, ((Number) value).longValue());
        } else {
            out.writeStringField(key, value.toString());
        }
        return this;
    }

    /** A number in the plain decimal form that it was given in. */
    Json number(String key, @Nullable String plainDecimal) throws IOException {
        out.writeFieldName(key);
        if (plainDecimal == null) {
            out.writeNull();
        } else {
            out.writeNumber(plainDecimal);
        }
        return this;
    }

    /** A score of 0 to 10,000 as 0.0000 to 1.0000. */
    Json score(String key, int score) throws IOException {
        String decimals = Integer.toString(SCORE_ONE + score % SCORE_ONE).substring(1);
        return number(key, score / SCORE_ONE + "." + decimals);
    }

    Json texts(String key, Collection<?> values) throws IOException {
        out.writeArrayFieldStart(key);
        for (Object value : values) {
            out.writeString(value.toString());
        }
        out.writeEndArray();
        return this;
    }

    <T> Json objects(String key, Collection<T> values, Element<T> element) throws IOException {
        out.writeArrayFieldStart(key);
        for (T value : values) {
            out.writeStartObject();
            element.write(this, value);
            out.writeEndObject();
        }
        out.writeEndArray();
        return this;
    }

    Json object(String key, Fields fields) throws IOException {
        out.writeObjectFieldStart(key);
        fields.write(this);
        out.writeEndObject();
        return this;
    }

    /** Every entry of a map, nested maps and collections included, in the map's own order. */
    Json putAll(Map<String, ? extends @Nullable Object> values) throws IOException {
        for (Map.Entry<String, ? extends @Nullable Object> value : values.entrySet()) {
            out.writeFieldName(value.getKey());
            write(value.getValue());
        }
        return this;
    }

    private void write(@Nullable Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName(String.valueOf(entry.getKey()));
                write(entry.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof Collection<?> values) {
            out.writeStartArray();
            for (Object element : values) {
                write(element);
            }
            out.writeEndArray();
        } else if (value instanceof BigDecimal number) {
            out.writeNumber(number.stripTrailingZeros().toPlainString());
        } else if (value instanceof Integer || value instanceof Long) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof JsonTree.Numeral numeral) {
            out.writeNumber(numeral.text());
        } else {
            out.writeString(value.toString());
        }
    }

    Json citation(@Nullable Citation citation) throws IOException {
        return put("citation", citation);
    }
}
