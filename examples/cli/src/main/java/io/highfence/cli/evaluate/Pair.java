package io.highfence.cli.evaluate;

import java.util.List;

/**
 * A name that is asked for, the names of a listed party, and whether both are one party.
 *
 * @param query the name that is asked for
 * @param listed the names of the listed party, its primary name first
 * @param kind whether both are one party, and if not, how the other party was chosen
 * @param script the script of the query
 * @param group the source, or the kind of the party
 */
record Pair(String query, List<String> listed, Kind kind, String script, String group) {
    /** How the two sides belong together. */
    enum Kind {
        SAME,
        RANDOM,
        SIMILAR
    }

    Pair {
        listed = List.copyOf(listed);
    }

    boolean same() {
        return kind == Kind.SAME;
    }
}
