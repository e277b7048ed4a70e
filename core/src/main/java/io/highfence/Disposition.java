package io.highfence;

import io.highfence.base.Digest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a named person found about one reason of a decision, bound to the facts that the person saw.
 *
 * <p>It lifts a hold that a person may lift ({@link HoldKind#REVIEW}, {@link HoldKind#RED_FLAG}, {@link HoldKind#STATEMENT}), never a
 * license, a notice, old lists, a missing fact or a block. Where a bound fact changes, or the day after {@code expires}, the hold is
 * open again. Immutable.
 *
 * @param reasonId the reason's id within the decision, such as {@code EL_OTHER/party 2}
 * @param binding the digests of the facts that the person saw, or null if they are not given; then it lifts nothing
 * @param author who decides; blank if not said
 * @param secondApprover who agrees, or blank
 * @param evidence what it rests on, such as a document or a link; blank if not said
 * @param note the person's own words, or blank
 * @param expires the last day on which it holds, or null if not said; then it lifts nothing
 */
public record Disposition(
        String reasonId,
        @Nullable Binding binding,
        String author,
        String secondApprover,
        String evidence,
        String note,
        @Nullable LocalDate expires) {

    /**
     * The digests of the facts behind one reason.
     *
     * @param input what the order says of the reason's party and line and around them, and the reason itself
     * @param rules the rules
     * @param lists the content of the listings that the reason's party was found on; those of another party change nothing
     */
    public record Binding(Digest input, Digest rules, Digest lists) {
        /**
         * Checks that nothing is missing.
         *
         * @param input the digest of the input
         * @param rules the digest of the rules
         * @param lists the digest of the listings
         */
        public Binding {
            Objects.requireNonNull(input, "input");
            Objects.requireNonNull(rules, "rules");
            Objects.requireNonNull(lists, "lists");
        }
    }

    /**
     * Checks that nothing is null but what may be.
     *
     * @param reasonId the reason's id
     * @param binding the digests, or null
     * @param author who decides, or blank
     * @param secondApprover who agrees, or blank
     * @param evidence what it rests on, or blank
     * @param note the person's own words, or blank
     * @param expires the last day, or null
     */
    public Disposition {
        Objects.requireNonNull(reasonId, "reasonId");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(secondApprover, "secondApprover");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(note, "note");
    }

    /**
     * What a disposition of a reason must be bound to.
     *
     * @param decision a decision that was made
     * @param reason one of its reasons
     * @return the digests, or null if no disposition lifts this reason
     */
    public static @Nullable Binding bindingOf(Decision decision, Reason reason) {
        return Releases.isLiftable(reason) ? Bindings.of(decision, reason.subject(), reason.id()) : null;
    }

    /**
     * What dispositions of each reason of a decision must be bound to. As {@link #bindingOf} says of each, but what reasons share is
     * digested once.
     *
     * @param decision a decision that was made
     * @return as many as the decision has reasons, in their order; null where no disposition lifts the reason
     */
    public static List<@Nullable Binding> bindingsOf(Decision decision) {
        List<@Nullable Binding> found = new ArrayList<>();
        Bindings bindings = new Bindings(decision);
        for (Reason reason : decision.reasons()) {
            found.add(Releases.isLiftable(reason) ? bindings.of(reason.subject(), reason.id()) : null);
        }
        return found;
    }

    /**
     * Writes a disposition of a reason, bound to the facts of the decision.
     *
     * @param decision the decision that the author has seen
     * @param reasonId the id of one of its reasons
     * @param author who decides
     * @param secondApprover who agrees, or blank
     * @param evidence what it rests on
     * @param note the person's own words, or blank
     * @param expires the last day on which it holds
     * @return the disposition, for {@link Order.Builder#disposition(Disposition)}
     * @throws IllegalArgumentException if the decision has no such reason, or no disposition lifts it
     */
    public static Disposition of(
            Decision decision,
            String reasonId,
            String author,
            String secondApprover,
            String evidence,
            String note,
            LocalDate expires) {
        for (Reason reason : decision.reasons()) {
            if (reason.id().equals(reasonId) && Releases.isLiftable(reason)) {
                return new Disposition(
                        reasonId,
                        Bindings.of(decision, reason.subject(), reasonId),
                        author,
                        secondApprover,
                        evidence,
                        note,
                        expires);
            }
        }
        throw new IllegalArgumentException("The decision has no reason '" + reasonId + "' that a disposition lifts");
    }
}
