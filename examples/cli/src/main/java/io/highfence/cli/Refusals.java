package io.highfence.cli;

import io.highfence.base.BadInput;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Rows that a command could not read: the first fault and the count, told once at the end. */
final class Refusals {
    private final String row;
    private @Nullable BadInput first;
    private @Nullable BadInput last;
    private boolean stopped;
    private int count;

    /** Counts what the file of a command is made of: a row, an order. */
    Refusals(String row) {
        this.row = row;
    }

    void add(BadInput fault) {
        if (first == null) {
            first = fault;
        }
        last = fault;
        count++;
    }

    /** Takes a fault behind which nothing of the file can be read. */
    void stop(BadInput fault) {
        add(fault);
        stopped = true;
    }

    boolean none() {
        return first == null;
    }

    /** The exit code of a command that otherwise ended with {@code code}. */
    int orElse(int code, PrintStream err) {
        if (first == null || last == null) {
            return code;
        }
        err.println(first.getMessage());
        if (stopped && last != first) {
            err.println(last.getMessage());
        }
        err.println(count + " " + row + (count == 1 ? " was" : "s were") + " refused; "
                + (stopped && count == 1 && first.line() <= 1
                        ? "nothing of the file is answered."
                        : stopped
                                ? "what stands behind the fault was not read, the " + row + "s before it are answered."
                                : "the others are answered."));
        return Exit.BAD_INPUT;
    }
}
