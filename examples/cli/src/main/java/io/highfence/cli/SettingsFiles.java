package io.highfence.cli;

import io.highfence.Settings;
import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Settings as options name them. */
final class SettingsFiles {
    private SettingsFiles() {}

    /** The settings of a file, or the defaults where no file is named. */
    static Settings read(@Nullable String file) throws IOException, BadInput {
        if (file == null) {
            return Settings.defaults();
        }
        try (InputStream in = Files.open(file)) {
            return Settings.read(in, file);
        }
    }
}
