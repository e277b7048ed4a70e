package io.highfence.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import io.highfence.list.ListTerms;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a command says of an index file that it wrote or checked. */
final class IndexSummary {
    private IndexSummary() {}

    /** The codes of lists. */
    static List<String> codes(List<ListTerms> terms) {
        return terms.stream().map(ListTerms::list).toList();
    }

    /** Checks every byte of the file and says what is in it, as one JSON object. */
    static String of(Path file) throws IOException, BadInput {
        Digest digest = PartyIndex.verify(file);
        PartyList list = PartyIndex.open(file).list();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("index", file.toString());
            json.writeNumberField("bytes", Files.size(file));
            json.writeStringField("digest", digest.toString());
            json.writeNumberField("records", list.records().size());
            json.writeNumberField("editions", list.editions().size());
            json.writeBooleanField("sampleList", list.isSample());
            json.writeStringField("listSet", list.digest().toString());
            json.writeArrayFieldStart("notToBePassedOn");
            for (String code : codes(ListTerms.barringExport(list))) {
                json.writeString(code);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }
}
