package io.highfence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.cli.CommandLineTest.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lists build}, {@code lists verify}, and {@code --list index:FILE} wherever a list is named. */
class IndexCommandTest {
    @TempDir
    Path folder;

    private String list;
    private Path index;

    @BeforeEach
    void write() throws IOException {
        list = "custom-csv:"
                + Files.writeString(
                        folder.resolve("own.csv"),
                        "id,name,aliases,type,countries,identifiers\n"
                                + "1,Rosoboroneksport OAO,Rosoboronexport,entity,RU,tax:7718852163\n"
                                + "2,Huawei Technologies Co.,,entity,CN,\n")
                + "@2026-01-02";
        index = folder.resolve("own.index");
    }

    private static Run run(String... args) {
        return CommandLineTest.run(args);
    }

    private String parties() throws IOException {
        return Files.writeString(
                        folder.resolve("parties.csv"),
                        "id,name,country,identifiers\n"
                                + "a,Rosoboronexprt,RU,\n"
                                + "b,Somebody Else,,tax:7718852163\n"
                                + "c,Huawei,CN,\n"
                                + "d,Nobody of This Name,,\n")
                .toString();
    }

    @Test
    void anIndexAnswersAsTheListItWasBuiltFrom() throws IOException {
        Run built = run("lists", "build", "--list", list, "--out", index.toString());
        assertEquals(0, built.code(), built.err());
        assertTrue(built.out().contains("\"records\":2,"), built.out());
        assertTrue(built.out().contains("\"bytes\":" + Files.size(index) + ","), built.out());
        Run fromList = run("screen", "--list", list, "--parties", parties(), "--date", "2026-02-01");
        Run fromIndex = run("screen", "--list", "index:" + index, "--parties", parties(), "--date", "2026-02-01");
        assertEquals(0, fromIndex.code(), fromIndex.err());
        assertEquals(4, fromIndex.lines().size());
        assertEquals(fromList.out(), fromIndex.out());
        assertEquals(
                run("lists", "info", "--list", list).out(),
                run("lists", "info", "--list", "index:" + index).out());
    }

    @Test
    void verifySaysWhatIsInAGoodIndexAndRefusesADamagedOne() throws IOException {
        Run built = run("lists", "build", "--list", list, "--out", index.toString());
        assertEquals(built.out(), run("lists", "verify", index.toString()).out());
        assertEquals(
                built.out(), run("lists", "verify", "--list", "index:" + index).out());
        byte[] bytes = Files.readAllBytes(index);
        bytes[bytes.length - 1] ^= 1;
        Files.write(index, bytes);
        for (Run run : new Run[] {
            run("lists", "verify", index.toString()),
            run("screen", "--list", "index:" + index, "--parties", parties()),
            run("lists", "info", "--list", "index:" + index)
        }) {
            assertEquals(65, run.code(), run.err());
            assertEquals("", run.out());
            assertTrue(run.err().contains(index + ": the section "), run.err());
        }
        Files.delete(index);
        assertEquals(66, run("lists", "verify", index.toString()).code());
        assertEquals(
                66,
                run("screen", "--list", "index:" + index, "--parties", parties())
                        .code());
    }

    @Test
    void whatIsNoIndexOrNotAloneIsRefused() throws IOException {
        run("lists", "build", "--list", list, "--out", index.toString());
        Run both = run("screen", "--list", "index:" + index, "--list", list, "--parties", parties());
        assertEquals(64, both.code());
        assertTrue(both.err().contains("an index stands alone"), both.err());
        assertEquals(64, run("lists", "verify").code());
        assertEquals(64, run("lists", "verify", "--list", list).code());
        assertEquals(64, run("lists", "build", "--list", list).code());
        assertEquals(
                65,
                run("screen", "--list", "index:" + folder.resolve("own.csv"), "--parties", parties())
                        .code());
    }

    @Test
    void anIndexToPassOnHoldsOnlyListsThatMayBe() throws IOException {
        Run own = run("lists", "build", "--list", list, "--out", index.toString(), "--to-pass-on");
        assertEquals(65, own.code());
        assertTrue(own.err().contains("do not say that they may be passed on"), own.err());
        assertTrue(Files.notExists(index));
        Run sample = run("lists", "build", "--out", index.toString(), "--to-pass-on");
        assertEquals(0, sample.code(), sample.err());
        assertTrue(sample.out().contains("\"notToBePassedOn\":[]"), sample.out());
    }
}
