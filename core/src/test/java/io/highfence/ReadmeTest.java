package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.chip.Chip;
import io.highfence.chip.ChipCatalogue;
import io.highfence.chip.ChipClassifier;
import io.highfence.chip.Classification;
import io.highfence.law.RuleBook;
import io.highfence.list.PartyList;
import io.highfence.match.MatchSettings;
import io.highfence.match.Matches;
import io.highfence.match.PartyIndex;
import io.highfence.match.PartyMatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of the README compile, and print what the README says they print. */
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("highfence.root", ".."));
    private static final Pattern BLOCK = Pattern.compile("```(java|text)\n(.*?)```", Pattern.DOTALL);

    private final StringBuilder printed = new StringBuilder();

    private void print(String line) {
        printed.append(line).append('\n');
    }

    private void classify() {
        Chip chip = ChipCatalogue.bundled().find("RTX 4090 D").chip();
        Classification answer = new Classification();
        new ChipClassifier(RuleBook.bundled()).classify(chip, LocalDate.of(2026, 9, 1), answer);
        print(answer.eccn() + ": TPP " + answer.tpp() + ", density " + answer.performanceDensity());
        print(answer.paragraphs() + " by the numbers, but " + answer.notes());
    }

    private void screen() {
        PartyMatcher matcher = new PartyMatcher(PartyIndex.of(PartyList.sample()), MatchSettings.defaults());
        Matches hits = new Matches();
        matcher.match("Huawei Tecnologies Co Ltd", hits);
        for (int i = 0; i < hits.size(); i++) {
            print(hits.nameScore(i) + " " + hits.matched(i).text());
        }
    }

    @Test
    void theExamplesAreThisCodeAndPrintThis() throws IOException {
        List<String> code = new ArrayList<>();
        List<String> output = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve("README.md")));
        while (block.find()) {
            (block.group(1).equals("java") ? code : output).add(block.group(2));
        }
        assertEquals(2, code.size(), "examples in the README");
        assertEquals(2, output.size(), "outputs in the README");
        String source = squeezed(Files.readString(ROOT.resolve("core/src/test/java/io/highfence/ReadmeTest.java")));
        for (String example : code) {
            assertTrue(source.contains(squeezed(example)), () -> "not the code of this test:\n" + example);
        }
        classify();
        assertEquals(output.get(0), printed.toString());
        printed.setLength(0);
        screen();
        assertEquals(output.get(1), printed.toString());
    }

    /** Code without line breaks and blanks, as the formatter may set them. */
    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
