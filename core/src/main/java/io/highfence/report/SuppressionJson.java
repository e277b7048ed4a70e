package io.highfence.report;

import io.highfence.Suppression;
import java.io.IOException;

/** A suppression as one line of the file that {@link io.highfence.Suppressions#read} reads. */
final class SuppressionJson {
    private SuppressionJson() {}

    static String write(Suppression suppression) {
        Suppression.Strength strength = suppression.strength();
        return Json.object(json -> {
            json.put("name", suppression.name())
                    .put("customer", suppression.customer())
                    .put("source", suppression.source())
                    .put("entry", suppression.entry())
                    .put("listing", suppression.listing())
                    .score("score", strength.score())
                    .score("nameScore", strength.nameScore())
                    .texts("evidence", strength.evidence())
                    .put("confirmed", strength.confirmed());
            grant(json, suppression.grant());
        });
    }

    /** Who suppressed a listing in an answer, why and until when. */
    static void grant(Json json, Suppression suppression) throws IOException {
        json.put("source", suppression.source()).put("entry", suppression.entry());
        grant(json, suppression.grant());
    }

    private static void grant(Json json, Suppression.Grant grant) throws IOException {
        json.put("author", grant.author())
                .put("approver", grant.approver())
                .put("reason", grant.reason())
                .put("created", grant.created())
                .put("expires", grant.expires());
    }
}
