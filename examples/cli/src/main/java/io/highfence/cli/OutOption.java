package io.highfence.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command writes its answers. */
final class OutOption {
    private static final String NAME = "--out";

    /** What names a list before its path. */
    private static final Pattern FORMAT = Pattern.compile("[a-z-]+!?:");

    /** What may stand behind the path of a list. */
    private static final Pattern PUBLISHED = Pattern.compile("@\\d{4}-\\d{2}-\\d{2}$");

    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    @Option(
            names = NAME,
            defaultValue = "-",
            paramLabel = "FILE",
            description = "Where to write; default: standard output.")
    String file;

    /** Opens it; a file that the command reads is refused. */
    Writer create() throws IOException {
        return create(NAME, file, command);
    }

    /** Opens the file that an option of a command names. */
    static Writer create(String option, String file, CommandSpec command) throws IOException {
        if (!file.equals("-")) {
            refuseInput(option, file, command);
        }
        return io.highfence.cli.Files.create(file, System.out);
    }

    /**
     * Refuses a file that another option or parameter of the command names, since what is still to be read, or is mapped, would
     * be lost: what is given for an order, a list, an index, settings.
     */
    static void refuseInput(String option, String file, CommandSpec command) throws IOException {
        Path out = path(file);
        if (out == null || !Files.exists(out)) {
            return;
        }
        CommandLine.ParseResult parsed = command.commandLine().getParseResult();
        List<ArgSpec> others = new ArrayList<>(parsed.matchedPositionals());
        for (CommandLine.Model.OptionSpec one : parsed.matchedOptions()) {
            if (!List.of(one.names()).contains(option)) {
                others.add(one);
            }
        }
        for (ArgSpec other : others) {
            for (String value : other.stringValues()) {
                if (isRead(out, value)) {
                    throw new FileSystemException(file, null, "it is the input; name another file for " + option);
                }
            }
        }
    }

    /** Whether a value is the path of the file, or names a list at that path or in a folder with the file in it. */
    private static boolean isRead(Path out, String value) throws IOException {
        if (isSame(out, value)) {
            return true;
        }
        if (!FORMAT.matcher(value).lookingAt()) {
            return false;
        }
        String list = value.substring(value.indexOf(':') + 1);
        String undated = PUBLISHED.matcher(list).replaceFirst("");
        Path folder = path(undated);
        return isSame(out, list)
                || isSame(out, undated)
                || (folder != null
                        && Files.isDirectory(folder)
                        && folder.toRealPath().equals(out.toRealPath().getParent()));
    }

    private static boolean isSame(Path out, String value) throws IOException {
        Path path = path(value);
        return path != null && Files.exists(path) && Files.isSameFile(out, path);
    }

    private static @Nullable Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
