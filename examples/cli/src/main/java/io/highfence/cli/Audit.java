package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import io.highfence.report.AuditLog;
import io.highfence.report.RetentionClass;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after a log of audit records. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Audit.Verify.class,
            AuditEvents.class,
            Audit.Export.class,
            Audit.Erase.class,
            Audit.Hold.class,
            Audit.Release.class,
            Audit.Cut.class
        },
        description = {
            "Looks after a log that 'decide --audit' writes: verifies its chain, tells what was held, released and",
            "reopened, exports or erases what it holds of a subject, and keeps a subject from being erased. docs/audit.md says what stands in it."
        })
final class Audit implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing.");
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The log, which must be there. */
    private static Path log(String file) throws NoSuchFileException {
        Path path = Path.of(file);
        if (!java.nio.file.Files.exists(path)) {
            throw new NoSuchFileException(file);
        }
        return path;
    }

    /** Verifies the chain. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Verifies every hash of a log. Prints one JSON object; a log that was changed, or from which a line",
                "was removed, put in or moved, ends with exit code 65 and the first line that is broken."
            })
    static final class Verify implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "The log.")
        String file;

        @Option(
                names = "--head",
                paramLabel = "HASH",
                converter = Hash.class,
                description = "The hash of the last line as it was noted elsewhere: shows lines cut off the end.")
        @Nullable
        Digest head;

        @Override
        public Integer call() throws IOException {
            AuditLog.Verification found = AuditLog.verify(log(file), head);
            System.out.println(found.json());
            return found.isWhole() ? Exit.OK : Exit.BAD_INPUT;
        }
    }

    /** A hash as the log prints it. */
    static final class Hash implements CommandLine.ITypeConverter<Digest> {
        @Override
        public Digest convert(String text) {
            try {
                return new Digest(text);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException("'" + text + "' is no hash of 64 digits");
            }
        }
    }

    /** Shows what is held of a subject. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Prints what a log holds of a subject: one JSON object a record, with that subject's values and marks",
                "in the place of everybody else's."
            })
    static final class Export implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "The log.")
        String file;

        @Option(names = "--subject", required = true, paramLabel = "TEXT", description = "A name or a number.")
        String subject;

        @Override
        public Integer call() throws IOException, BadInput {
            try (AuditLog log = AuditLog.open(log(file))) {
                log.export(subject, System.out::println);
            }
            return Exit.OK;
        }
    }

    /** Erases personal values. */
    @Command(
            name = "erase",
            mixinStandardHelpOptions = true,
            description = {
                "Erases the personal values of a subject, or those of a class in old records, and appends a line that",
                "says so. The chain still verifies. Prints how many values were erased, and how many are held."
            })
    static final class Erase implements Callable<Integer> {
        @Spec
        CommandSpec spec;

        @Parameters(index = "0", paramLabel = "FILE", description = "The log.")
        String file;

        @Option(names = "--subject", paramLabel = "TEXT", description = "A name or a number.")
        @Nullable
        String subject;

        @Option(
                names = "--class",
                paramLabel = "CLASS",
                description = "name, birth_date, identifier, address, ip_address or letter; with --before.")
        @Nullable
        RetentionClass kind;

        @Option(
                names = "--before",
                paramLabel = "YYYY-MM-DD",
                converter = Dates.Day.class,
                description = "Only records of decisions made before this day in UTC.")
        @Nullable
        LocalDate before;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; without the name.")
        String reason;

        @Override
        public Integer call() throws IOException, BadInput {
            try (AuditLog log = AuditLog.open(log(file))) {
                AuditLog.Erasure done;
                if (subject != null && kind == null && before == null) {
                    done = log.erase(subject, reason, now());
                } else if (subject == null && kind != null && before != null) {
                    done = log.erase(kind, before, reason, now());
                } else {
                    throw new CommandLine.ParameterException(
                            spec.commandLine(), "Give --subject, or --class with --before.");
                }
                System.out.println(done.json());
            }
            return Exit.OK;
        }
    }

    /** Keeps a subject from being erased. */
    @Command(
            name = "hold",
            mixinStandardHelpOptions = true,
            description = "Puts a subject under legal hold: nothing of it is erased until 'audit release'.")
    static final class Hold extends Event {
        @Override
        void write(AuditLog log) throws IOException {
            log.hold(subject, reason, now());
        }
    }

    /** Ends a hold. */
    @Command(name = "release", mixinStandardHelpOptions = true, description = "Ends a legal hold.")
    static final class Release extends Event {
        @Override
        void write(AuditLog log) throws IOException {
            log.release(subject, reason, now());
        }
    }

    /** What happens to a subject. */
    abstract static class Event implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "The log.")
        String file;

        @Option(
                names = "--subject",
                required = true,
                paramLabel = "TEXT",
                description = "A name or a number; * for everybody.")
        String subject;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; without the name.")
        String reason;

        abstract void write(AuditLog log) throws IOException;

        @Override
        public Integer call() throws IOException, BadInput {
            try (AuditLog log = AuditLog.open(log(file))) {
                write(log);
            }
            return Exit.OK;
        }
    }

    /** Cuts off what a crash left. */
    @Command(
            name = "cut",
            mixinStandardHelpOptions = true,
            description = {
                "Cuts a half-written last line off, which a crash may leave, prints it, and notes its length and",
                "digest in the log."
            })
    static final class Cut implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "The log.")
        String file;

        @Override
        public Integer call() throws IOException, BadInput {
            byte[] torn = AuditLog.cut(log(file), now());
            if (torn.length > 0) {
                System.out.write(torn);
                System.out.println();
            }
            return Exit.OK;
        }
    }
}
