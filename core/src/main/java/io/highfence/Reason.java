package io.highfence;

import io.highfence.base.Citation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One finding of a decision: what was found, about whom or what, under which rule, and what would change it.
 *
 * <p>A reason of verdict {@link Verdict#CLEAR} is an advisory: shown, and not held against the order. Immutable.
 *
 * @param rule the stable id of the rule, such as {@code ENTITY_LIST} or {@code LICENSE_REQUIRED}
 * @param verdict what this finding alone would make of the order
 * @param holdKind what releases it, if the verdict is {@link Verdict#HOLD}, else null
 * @param basis what kind of rule it is
 * @param subject the party or the line that it is about, or the order
 * @param text a sentence for people
 * @param citation where the rule or the listing is written, or null for rules of our own making
 * @param missing names of the facts that are missing; empty if none is
 * @param change what would change the answer; empty if nothing that the caller can do would
 * @param released what releases it, so that it is shown and counts for no verdict, or null if nothing does
 */
public record Reason(
        String rule,
        Verdict verdict,
        @Nullable HoldKind holdKind,
        Basis basis,
        Subject subject,
        String text,
        @Nullable Citation citation,
        List<String> missing,
        String change,
        @Nullable Release released) {

    /** What kind of rule stands behind a reason. */
    public enum Basis {
        /** A statute, a regulation or a listing under one. */
        LAW,
        /** What an agency has said about its law. */
        GUIDANCE,
        /** The caller's own settings, or the caution built into this engine. */
        POLICY,
        /** A term of a contract or of an authorization. */
        CONTRACT
    }

    /**
     * What a reason is about: one party, one line, one party in view of one line, or the whole order.
     *
     * @param party the index of the party in the order, or -1
     * @param line the index of the line in the order, or -1
     */
    public record Subject(int party, int line) {
        /** The whole order. */
        public static final Subject ORDER = new Subject(-1, -1);

        static Subject party(int index) {
            return new Subject(index, -1);
        }

        static Subject line(int index) {
            return new Subject(-1, index);
        }

        boolean binds(int lineIndex) {
            return line < 0 || line == lineIndex;
        }

        @Override
        public String toString() {
            String who = party < 0 ? "" : "party " + party;
            String what = line < 0 ? "" : "line " + line;
            return party < 0 && line < 0 ? "order" : who + (party >= 0 && line >= 0 ? " " : "") + what;
        }
    }

    /**
     * Checks that verdict and kind of hold fit.
     *
     * @param rule the rule's id
     * @param verdict the verdict
     * @param holdKind what releases a hold, or null
     * @param basis the kind of rule
     * @param subject what it is about
     * @param text a sentence for people
     * @param citation where it is written, or null
     * @param missing the missing facts
     * @param change what would change it
     * @param released what releases it, or null
     * @throws IllegalArgumentException if a hold lacks its kind, another verdict has one, NEEDS_DATA names no fact, or what is neither
     *     a hold nor a block is released
     */
    public Reason {
        Objects.requireNonNull(subject, "subject");
        missing = List.copyOf(missing);
        if ((verdict == Verdict.HOLD) != (holdKind != null)) {
            throw new IllegalArgumentException(rule + ": a HOLD, and only a HOLD, says what releases it");
        }
        if (verdict == Verdict.NEEDS_DATA && missing.isEmpty()) {
            throw new IllegalArgumentException(rule + ": NEEDS_DATA must name the missing fact");
        }
        if (released != null && verdict.compareTo(Verdict.HOLD) < 0) {
            throw new IllegalArgumentException(rule + ": only a hold or a block can be released");
        }
    }

    /**
     * A reason that nothing releases.
     *
     * @param rule the rule's id
     * @param verdict the verdict
     * @param holdKind what releases a hold, or null
     * @param basis the kind of rule
     * @param subject what it is about
     * @param text a sentence for people
     * @param citation where it is written, or null
     * @param missing the missing facts
     * @param change what would change it
     * @throws IllegalArgumentException if a hold lacks its kind, another verdict has one, or NEEDS_DATA names no fact
     */
    public Reason(
            String rule,
            Verdict verdict,
            @Nullable HoldKind holdKind,
            Basis basis,
            Subject subject,
            String text,
            @Nullable Citation citation,
            List<String> missing,
            String change) {
        this(rule, verdict, holdKind, basis, subject, text, citation, missing, change, null);
    }

    Reason releasedBy(Release release) {
        return new Reason(rule, verdict, holdKind, basis, subject, text, citation, missing, change, release);
    }

    /** Whether it counts: a released reason is shown and holds nothing. */
    boolean isOpen() {
        return released == null;
    }

    /**
     * The id of this reason within its decision: the rule and what it is about.
     *
     * @return for example {@code ENTITY_LIST/party 2}
     */
    public String id() {
        return rule + "/" + subject;
    }
}
