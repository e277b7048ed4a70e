package io.highfence;

/** What releases a {@link Verdict#HOLD}. */
public enum HoldKind {
    /** Only a record of an authorization releases it. */
    LICENSE,
    /** A notice, its clock and a confirmation. */
    NOTICE,
    /** A document, such as the statement of a party on the Unverified List. */
    STATEMENT,
    /** A person must look. */
    REVIEW,
    /** A warning sign that a disposition resolves. */
    RED_FLAG,
    /** Lists or rules are too old. */
    STALE
}
