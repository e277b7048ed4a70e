package io.highfence.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Commands of the contract that are not built yet: each says so and exits 64. */
abstract class NotYet implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Unmatched
    String[] ignored;

    @Override
    public Integer call() {
        System.err.println(spec.qualifiedName() + " is not built yet. What is: highfence --help");
        return Exit.USAGE;
    }

    @Command(name = "replay", description = "Not built yet: decides a stored decision again and compares the bytes.")
    static final class Replay extends NotYet {}
}
