package io.highfence.report;

import io.highfence.chip.Classification;

/** A classification as the JSON object of the command line's contract. */
final class ClassificationJson {
    private ClassificationJson() {}

    static String write(Classification classification) {
        return Json.object(json -> json.putAll(classification.toMap()));
    }
}
