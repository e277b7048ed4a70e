package io.highfence.checkout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What operators are shown of a stored decision.
 *
 * @param reasons what holds the order, without what is only noted and what is released
 */
record Explained(List<Held> reasons) {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /**
     * A reason that holds.
     *
     * @param id its id
     * @param verdict what it makes of the order
     * @param holdKind what releases it, or null
     * @param text what it says
     * @param binding what a disposition about it is bound to, or null if no person can lift it
     */
    record Held(
            String id,
            String verdict,
            @Nullable String holdKind,
            String text,
            StoredDisposition.@Nullable Binding binding) {}

    static Explained of(String decision) {
        List<Held> reasons = new ArrayList<>();
        for (JsonNode reason : MAPPER.readTree(decision).path("reasons")) {
            String verdict = reason.path("verdict").asString("");
            if (!verdict.equals("CLEAR") && !reason.path("released").isObject()) {
                JsonNode kind = reason.path("holdKind");
                reasons.add(new Held(
                        reason.path("id").asString(""),
                        verdict,
                        kind.isString() ? kind.asString() : null,
                        reason.path("text").asString(""),
                        binding(reason.path("binding"))));
            }
        }
        return new Explained(List.copyOf(reasons));
    }

    private static StoredDisposition.@Nullable Binding binding(JsonNode binding) {
        return binding.isObject()
                ? new StoredDisposition.Binding(
                        binding.path("input").asString(""),
                        binding.path("rules").asString(""),
                        binding.path("lists").asString(""))
                : null;
    }

    /** What a disposition about some reasons is bound to; throws Conflict if no person can lift one of them. */
    List<Held> liftable(List<String> ids) {
        List<Held> found = new ArrayList<>();
        for (String id : ids) {
            found.add(reasons.stream()
                    .filter(held -> held.binding != null && held.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Orders.Conflict("No person can lift the reason " + id + " of this order")));
        }
        return found;
    }
}
