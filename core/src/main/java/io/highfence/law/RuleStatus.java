package io.highfence.law;

/** Where a rule stands between the regulation and its enforcement, on the days of its interval. */
public enum RuleStatus {
    /** Printed in the regulation and applied. */
    IN_FORCE,
    /** Printed in the regulation, and suspended by a published notice. */
    STAYED,
    /** Printed in the regulation, while the agency has said that it will not apply it. */
    ON_THE_BOOKS_NOT_ENFORCED,
    /** Published as a proposal; it binds nobody and never answers a question on its own. */
    PROPOSED,
    /** Taken out of the regulation. */
    REPEALED
}
