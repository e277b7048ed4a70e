package io.highfence.list;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real data, which a copy of the project may lack. */
final class RealData {
    private RealData() {}

    /** A file of the folder; where it is not there, the test that asks is skipped. */
    static Path file(String path) {
        String data = System.getProperty("highfence.data");
        assumeTrue(data != null, "no folder of real data is named");
        Path file = Path.of(data, path.split("/"));
        assumeTrue(Files.exists(file), "there is no " + path);
        return file;
    }
}
