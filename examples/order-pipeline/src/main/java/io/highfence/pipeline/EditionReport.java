package io.highfence.pipeline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What one task makes of an edition, as JSON. */
final class EditionReport {
    private static final JsonFactory JSON = new JsonFactory();

    private EditionReport() {}

    @FunctionalInterface
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /** An edition that could not be opened: what was in force stays, or nothing is where there was nothing or it is lost. */
    static String refused(int partition, Edition edition, Exception why) {
        return write(json -> {
            json.writeNumberField("partition", partition);
            json.writeBooleanField("taken", false);
            json.writeStringField("edition", edition.label());
            json.writeStringField("file", edition.file().toString());
            json.writeStringField("digest", edition.digest().toString());
            json.writeStringField("fault", why.toString());
        });
    }

    /** Every open order of the partition stands decided under what is in force. */
    static String taken(int partition, InForce inForce, long changed, long unchanged) {
        return write(json -> {
            json.writeNumberField("partition", partition);
            json.writeBooleanField("taken", true);
            json.writeNumberField("changed", changed);
            json.writeNumberField("unchanged", unchanged);
            json.writeStringField("ruleSet", inForce.screener().rules().digest().toString());
            json.writeStringField(
                    "listSet", inForce.screener().index().list().digest().toString());
        });
    }

    private static String write(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
