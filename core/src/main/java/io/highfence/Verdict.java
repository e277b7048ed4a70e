package io.highfence;

/** What may happen to an order or a line, from the lightest to the gravest; the gravest reason wins. */
public enum Verdict {
    /** No restriction was found under the lists, rules, date and threshold of the stamp; never "cleared". */
    CLEAR,
    /** A fact is missing, and the answer turns on it. */
    NEEDS_DATA,
    /** A person, a document or a license must release it; see {@link HoldKind}. */
    HOLD,
    /** Barred on these facts, and no license is to be had in the ordinary course. */
    BLOCK
}
