package io.highfence.cli;

import io.highfence.Settings;
import io.highfence.base.BadInput;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what every setting is, and why. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Says of every setting its value, its default, what it does and why it is there; the digest is the",
            "one that stands in every stamp. Without a profile or a file: the defaults."
        },
        footer = {
            "",
            "Examples:",
            "  highfence settings show --profile checkout",
            "  highfence settings show --settings settings.json --as json     a whole settings file, canonical"
        })
final class SettingsShow implements Callable<Integer> {
    /** How the answer is written. */
    enum As {
        /** For people. */
        TEXT,
        /** The settings as one settings file. */
        JSON
    }

    @Spec
    CommandSpec spec;

    @Option(names = "--profile", paramLabel = "vendor|checkout|computeGate", description = "The settings of a profile.")
    @Nullable
    String profile;

    @Option(names = "--settings", paramLabel = "FILE", description = "Settings as JSON; may name a profile itself.")
    @Nullable
    String settingsFile;

    @Option(
            names = "--as",
            defaultValue = "text",
            paramLabel = "text|json",
            description = "text (default) for people; json is a settings file that holds every setting.")
    As as;

    @Mixin
    OutOption out;

    @Override
    public Integer call() throws IOException, BadInput {
        if (profile != null && settingsFile != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--profile or --settings: a file names its profile itself, as its first key");
        }
        Settings settings = profile == null ? SettingsFiles.read(settingsFile) : Settings.of(named(profile));
        try (Writer answers = out.create()) {
            answers.write(as == As.JSON ? settings.json() : Explanation.text(settings));
            answers.write('\n');
        }
        return Exit.OK;
    }

    private Settings.Profile named(String word) {
        for (Settings.Profile known : Settings.Profile.values()) {
            if (known.word().equals(word)) {
                return known;
            }
        }
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "There is no profile '" + word + "'; there are "
                        + Arrays.stream(Settings.Profile.values())
                                .map(Settings.Profile::word)
                                .collect(Collectors.joining(", ")));
    }
}
