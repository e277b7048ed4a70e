package io.highfence.checkout;

import io.highfence.HoldKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What operators are shown of a stored decision.
 *
 * @param ruleSet the digest of its rules
 * @param listSet the digest of its lists
 * @param reasons what holds the order, without what is only noted
 */
record Explained(String ruleSet, String listSet, List<Held> reasons) {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /**
     * A reason that holds.
     *
     * @param id its id
     * @param verdict what it makes of the order
     * @param holdKind what releases it, or null
     * @param text what it says
     */
    record Held(String id, String verdict, @Nullable String holdKind, String text) {
        /** Whether a person may lift it. */
        public boolean lifts() {
            return holdKind != null && Disposition.lifts(HoldKind.valueOf(holdKind));
        }
    }

    static Explained of(String decision) {
        JsonNode root = MAPPER.readTree(decision);
        List<Held> reasons = new ArrayList<>();
        for (JsonNode reason : root.path("reasons")) {
            String verdict = reason.path("verdict").asString("");
            if (!verdict.equals("CLEAR")) {
                JsonNode kind = reason.path("holdKind");
                reasons.add(new Held(
                        reason.path("id").asString(""),
                        verdict,
                        kind.isString() ? kind.asString() : null,
                        reason.path("text").asString("")));
            }
        }
        JsonNode stamp = root.path("stamp");
        return new Explained(
                stamp.path("ruleSet").asString(""), stamp.path("listSet").asString(""), List.copyOf(reasons));
    }
}
