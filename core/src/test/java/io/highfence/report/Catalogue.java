package io.highfence.report;

/** Whether the catalogues of words know a rule, for tests of other rooms. */
public final class Catalogue {
    private Catalogue() {}

    /** Whether there is an entry of the rule or of its like, and not only that for rules of a caller's own. */
    public static boolean has(String rule) {
        return !Words.entry(rule).equals("*");
    }
}
