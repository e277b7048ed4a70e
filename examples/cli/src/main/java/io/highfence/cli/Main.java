package io.highfence.cli;

import io.highfence.base.BadInput;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root command, and what every command does about wrong use, bad input, missing files and faults of ours. */
@Command(
        name = "highfence",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Demo.class,
            Classify.class,
            Screen.class,
            Suppress.class,
            Compare.class,
            Decide.class,
            Picture.class,
            Lists.class,
            License.class,
            Rules.class,
            Rescreen.class,
            LedgerCommand.class,
            ReplayCommand.class,
            Audit.class,
            Evaluate.class,
            SettingsCommand.class
        },
        description = {
            "",
            "Classifies chips, screens parties and decides orders under the export control rules,",
            "with the paragraph of law behind every answer. Not legal advice."
        },
        footer = {
            "",
            "Begin with:  highfence demo",
            "Then:        highfence COMMAND --help",
            "",
            "Exit codes: decide 0 CLEAR, 1 HOLD, 2 BLOCK, 3 NEEDS_DATA; classify 0 CLASSIFIED, 1 REVIEW,",
            "3 NEEDS_DATA; license 0 not required, 1 required, 3 unknown; 64 wrong use or not built yet,",
            "65 bad input, 66 a file is missing, 70 a fault of ours."
        })
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Main() {}

    /**
     * Runs the program.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        int code = Exit.FAULT;
        try {
            System.setOut(new StandardOutput(new java.io.FileOutputStream(java.io.FileDescriptor.out)));
            System.setErr(new PrintStream(
                    new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8));
            code = run(args);
        } finally {
            System.exit(code);
        }
    }

    /** Runs a command; whatever befalls it, the code is one of ours, as 1 to 3 are answers. */
    static int run(String... args) {
        int code;
        try {
            code = execute(args);
        } catch (Throwable e) {
            code = fault(e);
        }
        return StandardOutput.isLost(System.out, System.err) ? Exit.FAULT : code;
    }

    private static int fault(Throwable problem) {
        try {
            System.err.println("A fault of Highfence, please report it with the lines below.");
            problem.printStackTrace(System.err);
        } catch (Throwable e) {
            // Where no memory is left even to tell of it, the exit code still does.
        }
        return Exit.FAULT;
    }

    private static int execute(String... args) {
        CommandLine program = new CommandLine(new Main());
        program.setCaseInsensitiveEnumValuesAllowed(true);
        program.setUsageHelpAutoWidth(false);
        program.setUsageHelpWidth(100);
        program.setParameterExceptionHandler(Main::wrongUse);
        program.setExecutionExceptionHandler((problem, command, parsed) -> problem(problem));
        program.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return program.execute(args);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing.");
    }

    private static int wrongUse(CommandLine.ParameterException problem, String[] args) {
        System.err.println(problem.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(problem, new java.io.PrintWriter(System.err, true));
        System.err.println("Try: " + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return Exit.USAGE;
    }

    private static int problem(Exception problem) {
        if (problem instanceof StandardOutput.Lost) {
            return Exit.FAULT;
        }
        if (problem instanceof PackedInput.Fault packed) {
            System.err.println(packed.badInput().getMessage());
            return Exit.BAD_INPUT;
        }
        if (problem instanceof BadInput) {
            System.err.println(problem.getMessage());
            return Exit.BAD_INPUT;
        }
        if (problem instanceof NoSuchFileException missing) {
            System.err.println("There is no file " + missing.getFile());
            return Exit.NO_FILE;
        }
        if (problem instanceof FileSystemException refused) {
            String reason = refused.getReason();
            System.err.println(refused.getFile() + " cannot be opened: "
                    + (reason == null ? refused.getClass().getSimpleName() : reason));
            return Exit.NO_FILE;
        }
        if (problem instanceof ZipException || problem instanceof java.io.EOFException) {
            System.err.println("A packed file cannot be unpacked: " + problem.getMessage());
            return Exit.BAD_INPUT;
        }
        return fault(problem);
    }

    /** The version, from the jar's own resource. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"highfence " + io.highfence.Screener.ENGINE};
        }
    }
}
