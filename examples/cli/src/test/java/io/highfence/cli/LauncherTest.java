package io.highfence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the project's root. */
class LauncherTest {
    @TempDir
    Path folder;

    private static void executable(Path file, String text) throws Exception {
        Files.writeString(file, text);
        assumeTrue(file.toFile().setExecutable(true));
    }

    /** A project that is built, and a machine that says what it is asked to run. */
    @Test
    void linksLeadToTheProject() throws Exception {
        Path script = Path.of("../../highfence");
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")) && Files.exists(script));
        Path root = Files.createDirectories(folder.resolve("a project"));
        for (String part : List.of("core/src/main", "examples/cli/src/main", "examples/cli/target")) {
            Files.createDirectories(root.resolve(part));
        }
        for (String part : List.of("pom.xml", "core/pom.xml", "examples/cli/pom.xml")) {
            Files.writeString(root.resolve(part), "");
        }
        Path jar = Files.writeString(root.resolve("examples/cli/target/highfence.jar"), "");
        assumeTrue(jar.toFile().setLastModified(System.currentTimeMillis() + 10_000));
        executable(root.resolve("highfence"), Files.readString(script));
        Path java = Files.createDirectories(folder.resolve("jdk/bin"));
        executable(java.resolve("java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");

        Path bin = Files.createDirectories(folder.resolve("usr/bin"));
        Path whole = Files.createSymbolicLink(bin.resolve("whole"), root.resolve("highfence"));
        Path part = Files.createSymbolicLink(folder.resolve("part"), Path.of("usr/bin/whole"));
        Path back = Files.createSymbolicLink(bin.resolve("back"), Path.of("../../part"));
        for (Path start : List.of(root.resolve("highfence"), whole, part, back)) {
            ProcessBuilder process = new ProcessBuilder("/bin/sh", start.toString(), "demo").redirectErrorStream(true);
            process.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
            Process run = process.start();
            String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, run.waitFor(), said);
            List<String> arguments = said.lines().toList();
            assertEquals("demo", arguments.get(arguments.size() - 1), said);
            assertEquals(
                    jar.toRealPath(),
                    Path.of(arguments.get(arguments.size() - 2)).toRealPath(),
                    said);
        }
    }
}
