package io.highfence.checkout;

import io.highfence.Decision;
import io.highfence.HoldKind;
import io.highfence.Reason;
import io.highfence.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a person has decided about one reason of a hold.
 *
 * @param id its own id
 * @param reason the id of the reason
 * @param content the digest of the order that the person saw
 * @param ruleSet the digest of the rules at that time
 * @param listSet the digest of the lists at that time
 * @param author the person
 * @param evidence what the person relied on
 * @param note why
 * @param expires the last day on which it holds
 * @param madeAt when it was made
 */
record Disposition(
        String id,
        String reason,
        String content,
        String ruleSet,
        String listSet,
        String author,
        String evidence,
        String note,
        LocalDate expires,
        Instant madeAt) {

    /** Whether a person may lift a hold of this kind at all. */
    static boolean lifts(HoldKind kind) {
        return kind == HoldKind.REVIEW || kind == HoldKind.RED_FLAG || kind == HoldKind.STATEMENT;
    }

    /** The verdict that is left when what people have decided is taken into account. */
    static Verdict verdict(Decision decision, List<Disposition> dispositions) {
        if (!decision.unfinished().isEmpty()) {
            return decision.verdict();
        }
        Verdict left = Verdict.CLEAR;
        for (Reason reason : decision.reasons()) {
            boolean lifted = reason.holdKind() != null
                    && lifts(reason.holdKind())
                    && dispositions.stream().anyMatch(made -> made.covers(reason, decision));
            if (!lifted && reason.verdict().compareTo(left) > 0) {
                left = reason.verdict();
            }
        }
        return left;
    }

    private boolean covers(Reason held, Decision decision) {
        Decision.Stamp stamp = decision.stamp();
        return stamp != null
                && reason.equals(held.id())
                && ruleSet.equals(stamp.ruleSet().hex())
                && listSet.equals(stamp.listSet().hex())
                && !stamp.asOf().isAfter(expires);
    }
}
