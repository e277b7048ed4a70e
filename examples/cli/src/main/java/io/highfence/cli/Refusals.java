package io.highfence.cli;

import io.highfence.base.BadInput;
import java.io.PrintStream;

/** Rows that a command could not read: the first fault and the count, told once at the end. */
final class Refusals {
    private BadInput first;
    private int count;

    void add(BadInput fault) {
        if (first == null) {
            first = fault;
        }
        count++;
    }

    /** The exit code of a command that otherwise ended with {@code code}. */
    int orElse(int code, PrintStream err) {
        if (first == null) {
            return code;
        }
        err.println(first.getMessage());
        err.println(count + (count == 1 ? " row was" : " rows were") + " refused; the others are answered.");
        return Exit.BAD_INPUT;
    }
}
