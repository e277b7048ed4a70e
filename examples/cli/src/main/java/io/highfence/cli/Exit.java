package io.highfence.cli;

/** The exit codes that every command shares. */
final class Exit {
    /** The command ran; for a decision: CLEAR. */
    static final int OK = 0;

    /** Wrong use of the program, or a command that it does not have yet. */
    static final int USAGE = 64;

    /** Input that cannot be read as what it claims to be. */
    static final int BAD_INPUT = 65;

    /** A file is missing. */
    static final int NO_FILE = 66;

    /** A fault of ours. */
    static final int FAULT = 70;

    private Exit() {}
}
