package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.list.ListSource.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The seeds of the fuzz tests, and what these found, read once more without a fuzzer. */
class FuzzSeedsTest {
    private static Path folder() throws Exception {
        return Path.of(Objects.requireNonNull(FuzzSeedsTest.class.getResource("ReadersFuzzTestInputs"))
                .toURI());
    }

    /** The name of the fuzz test of a format: its word, with capitals for hyphens. */
    private static String method(Format format) {
        StringBuilder name = new StringBuilder();
        for (String part : format.word().split("-")) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }

    private static List<Path> files(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachSeedIsReadOrRefusedAndTheFirstIsAWholeList(Format format) throws Exception {
        for (Path seed : files(folder().resolve(method(format)))) {
            boolean loaded = ReaderProperty.holds(format, Files.readAllBytes(seed));
            assertTrue(loaded || !seed.getFileName().toString().equals("whole"), seed.toString());
        }
    }

    @Test
    void eachSheetIsReadOrRefused() throws Exception {
        for (Path seed : files(folder().resolve("auDfatSheet"))) {
            ReaderProperty.holds(Format.AU_DFAT_XLSX, SampleFiles.workbookOf(Files.readAllBytes(seed)));
        }
    }

    @Test
    void everyFormatHasSeeds() throws Exception {
        assertEquals(Format.values().length + 1, files(folder()).size());
    }
}
