package io.highfence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.match.MatchSettings;
import io.highfence.match.NameExplanation;
import io.highfence.match.PartyMatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NameMatchWordsTest {
    private static final Path ROOT = Path.of(System.getProperty("highfence.root", ".."));
    private static final Pattern EXAMPLE = Pattern.compile(
            "printf '([^']*)\\\\t([^']*)\\\\n' \\| [^\n]*--explain.*?```text\n(.*?)\n```", Pattern.DOTALL);

    private final PartyMatcher matcher = new PartyMatcher(MatchSettings.defaults());

    @Test
    void theExampleOfTheDocumentationIsWhatIsWritten() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(ROOT.resolve("docs/score-semantics.md")));
        assertTrue(example.find());
        assertEquals(example.group(3), Explanation.text(matcher.explain(example.group(1), example.group(2))));
    }

    @Test
    void aScoreAtTheThresholdIsNeitherOverNorUnderIt() {
        String searched = "Huawei Tecnologies";
        String listed = "Huawei Technologies";
        int score = matcher.compare(searched, listed);
        NameExplanation why = new PartyMatcher(MatchSettings.defaults().withThreshold(score)).explain(searched, listed);
        String text = Explanation.text(why);
        assertTrue(text.contains(", at the threshold of 0." + score), text);
    }

    @Test
    void hostileNamesMoveNoCursorAndBreakNoLine() {
        for (String hostile : Pages.HOSTILE) {
            String text = Explanation.text(matcher.explain("Huawei " + hostile, hostile + " Huawei"));
            assertTrue(text.codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c) || c == 0x202E), text);
            assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(text));
        }
    }
}
