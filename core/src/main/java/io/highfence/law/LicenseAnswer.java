package io.highfence.law;

import io.highfence.base.Citation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the law says to a {@link LicenseQuestion}: what is required by the words of the regulation and by what is enforced, which
 * exception is open, which policy an application would meet, and what is not known.
 *
 * <p>Immutable.
 *
 * @param codified what the regulation says
 * @param enforced what the agency has said that it enforces; this answers the question
 * @param exceptions the license exceptions that were considered, in the order of the rules
 * @param reviewPolicy the policy of an application: {@code presumption of denial}, {@code presumption of approval}, {@code
 *     case-by-case}, {@code none} where no license is required, or null where the policy is not loaded
 * @param checklist what an application or a shipment must be able to show
 * @param reasons why, in sentences for people, each with the id of its fact
 * @param citations every paragraph that the answer rests on, each once
 * @param status notes on the standing of the rules: on the books and not enforced, a stay that ended, an amendment not read
 * @param missing the facts that could change the answer
 * @param findings the same as a decision needs it, with what each holds up
 * @param sections the sections that the answer relied on, such as {@code 742.6}
 * @param changesOn the next day on which a change that is known today would change the answer, or null if there is none
 */
public record LicenseAnswer(
        Result codified,
        Result enforced,
        List<ExceptionAnswer> exceptions,
        @Nullable String reviewPolicy,
        List<String> checklist,
        List<String> reasons,
        List<Citation> citations,
        List<String> status,
        List<String> missing,
        List<Finding> findings,
        List<String> sections,
        @Nullable LocalDate changesOn) {
    /** The id of the finding that a license is required. */
    public static final String LICENSE_REQUIRED = "LICENSE_REQUIRED";

    /** The id of the finding that the answer rests only on an announced policy not to enforce. */
    public static final String NON_ENFORCEMENT_RELIANCE = "NON_ENFORCEMENT_RELIANCE";

    /** The id of the finding that a lighter answer rests on a fact that was not seen in two sources. */
    public static final String RULE_UNVERIFIED = "RULE_UNVERIFIED";

    /** The id of the finding that an item is presumed made in breach of the EAR. */
    public static final String GP10_PRESUMPTION = "GP10_PRESUMPTION";

    /** The id of the finding that an ECCN is none. */
    public static final String VALUE_NOT_UNDERSTOOD = "VALUE_NOT_UNDERSTOOD";

    /** What {@link #status} says where the review policy was not read. */
    public static final String POLICY_NOT_LOADED = "POLICY_NOT_LOADED";

    /**
     * Whether a license is required, by one reading of the law.
     *
     * @param required true or false, or null where a missing fact could change it
     * @param citation the paragraph that decides
     */
    public record Result(@Nullable Boolean required, Citation citation) {
        /**
         * Checks that there is a paragraph.
         *
         * @param required true or false, or null
         * @param citation the paragraph that decides
         */
        public Result {
            Objects.requireNonNull(citation, "citation");
        }
    }

    /**
     * A license exception: whether item, destination, parties and date fit it, and what else it asks.
     *
     * @param code its code, such as {@code NAC}
     * @param eligible whether the tests of item, destination, party and date pass
     * @param conditions what else it asks; where it is not open, why
     * @param missing the facts on which the tests turn
     * @param citation where it is written
     * @param unverified whether it rests on a fact that was not seen in two sources
     */
    public record ExceptionAnswer(
            String code,
            Known eligible,
            List<String> conditions,
            List<String> missing,
            Citation citation,
            boolean unverified) {
        /**
         * Copies the lists.
         *
         * @param code its code
         * @param eligible whether the tests pass
         * @param conditions what else it asks
         * @param missing the facts on which the tests turn
         * @param citation where it is written
         * @param unverified whether it rests on a fact that was not seen in two sources
         */
        public ExceptionAnswer {
            conditions = List.copyOf(conditions);
            missing = List.copyOf(missing);
        }
    }

    /**
     * Copies the lists.
     *
     * @param codified what the regulation says
     * @param enforced what is enforced
     * @param exceptions the exceptions considered
     * @param reviewPolicy the policy of an application, or null
     * @param checklist what must be shown
     * @param reasons why
     * @param citations where it is written
     * @param status notes on the standing of the rules
     * @param missing the facts that could change the answer
     * @param findings the same for a decision
     * @param sections the sections relied on
     * @param changesOn the next day of a change, or null
     */
    public LicenseAnswer {
        exceptions = List.copyOf(exceptions);
        checklist = List.copyOf(checklist);
        reasons = List.copyOf(reasons);
        citations = List.copyOf(citations);
        status = List.copyOf(status);
        missing = List.copyOf(missing);
        findings = List.copyOf(findings);
        sections = List.copyOf(sections);
    }

    /**
     * Whether a license is required, by what is enforced.
     *
     * @return true or false, or null where a missing fact could change it
     */
    public @Nullable Boolean required() {
        return enforced.required();
    }
}
