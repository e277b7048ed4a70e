package io.highfence.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The text of the bundled rule files, for tests that change it. */
final class RuleText {
    private RuleText() {}

    static String bundled(String file) {
        try (InputStream in = Objects.requireNonNull(RuleBook.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
