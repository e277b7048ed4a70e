package io.highfence.checkout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * What a person has decided about one reason of a hold. The screener says whether it still holds: it is bound to what the person saw.
 *
 * @param id its own id
 * @param reason the id of the reason
 * @param binding the digests of what the reason rested on
 * @param author the person
 * @param evidence what the person relied on
 * @param note why
 * @param expires the last day on which it holds
 * @param madeAt when it was made
 */
record StoredDisposition(
        String id,
        String reason,
        Binding binding,
        String author,
        String evidence,
        String note,
        LocalDate expires,
        Instant madeAt) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /**
     * The digests of what a reason rested on.
     *
     * @param input of the order and of what was found
     * @param rules of the rules
     * @param lists of the listings
     */
    record Binding(String input, String rules, String lists) {}

    /** What people have decided, in the form of an order's {@code dispositions}. */
    static String json(List<StoredDisposition> made) {
        ArrayNode array = MAPPER.createArrayNode();
        for (StoredDisposition one : made) {
            StoredDisposition other = one.approvedBy(made);
            array.addObject()
                    .put("reasonId", one.reason)
                    .put("author", one.author)
                    .put("secondApprover", other.author.equals(one.author) ? "" : other.author)
                    .put("evidence", one.evidence)
                    .put("note", one.note)
                    .put("expires", (other.expires.isBefore(one.expires) ? other : one).expires.toString())
                    .putObject("binding")
                    .put("input", one.binding.input)
                    .put("rules", one.binding.rules)
                    .put("lists", one.binding.lists);
        }
        return MAPPER.writeValueAsString(array);
    }

    /** What another person has decided about the same; itself if nobody has. */
    private StoredDisposition approvedBy(List<StoredDisposition> made) {
        return made.stream()
                .filter(other ->
                        other.reason.equals(reason) && other.binding.equals(binding) && !other.author.equals(author))
                .findFirst()
                .orElse(this);
    }
}
