package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.report.Explanation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@code docs/settings.md}, written anew from the code.
 *
 * <p>After a wanted change, copy {@code core/target/settings.md} over {@code docs/settings.md}.
 */
class SettingsDocTest {
    private static final String BEGIN = "<!-- written by SettingsDocTest -->\n";

    @Test
    void theTablesAreThoseOfTheCode() throws IOException {
        Path docs = Path.of(System.getProperty("highfence.root", ".."), "docs", "settings.md");
        String written = Files.readString(docs);
        int begin = written.indexOf(BEGIN);
        assertTrue(begin > 0, "the mark is missing");
        String made = written.substring(0, begin) + BEGIN + tables();
        Files.writeString(Path.of("target", "settings.md"), made);
        assertEquals(made, written, "docs/settings.md differs; copy core/target/settings.md over it if that is wanted");
    }

    @Test
    void theExampleCanBeRead() throws Exception {
        Path docs = Path.of(System.getProperty("highfence.root", ".."), "docs", "settings.md");
        Matcher example = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(docs));
        assertTrue(example.find());
        Settings read = Settings.read(
                new ByteArrayInputStream(example.group(1).getBytes(StandardCharsets.UTF_8)), "docs/settings.md");
        assertEquals(Settings.Profile.CHECKOUT, read.profile());
        assertEquals(Settings.of(Settings.Profile.CHECKOUT).hubs(), read.hubs());
    }

    private static String tables() {
        StringBuilder text = new StringBuilder("\n## Every setting\n\n");
        text.append("| key | form | default | what | why |\n| --- | --- | --- | --- | --- |\n");
        for (Setting setting : Setting.values()) {
            text.append("| `").append(setting.key()).append("` | ").append(cell(setting.form()));
            text.append(" | `").append(setting.value(Settings.defaults())).append("` | ");
            text.append(cell(setting.what()))
                    .append(" | ")
                    .append(cell(setting.why()))
                    .append(" |\n");
        }
        text.append("\n## What the profiles set\n\nEverything else is as in the defaults.\n");
        for (Settings.Profile profile : Settings.Profile.values()) {
            text.append("\n### ").append(profile.word()).append("\n\n");
            for (Setting setting : Setting.values()) {
                String value = setting.value(Settings.of(profile));
                if (setting != Setting.PROFILE && !value.equals(setting.value(Settings.defaults()))) {
                    text.append("- `")
                            .append(setting.key())
                            .append("`: `")
                            .append(value)
                            .append("`\n");
                }
            }
        }
        return text.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    @Test
    void peopleReadEverySettingWithItsDefaultAndWhy() {
        String text = Explanation.text(Settings.of(Settings.Profile.CHECKOUT));
        assertTrue(
                text.startsWith(
                        "digest " + Settings.of(Settings.Profile.CHECKOUT).digest() + "\n"),
                text);
        assertTrue(text.contains("\ntimeBudgetMillis = 300\n  default: 30000\n"), text);
        assertTrue(text.contains("\nhorizonDays = 14\n  the default\n"), text);
        for (Setting setting : Setting.values()) {
            assertTrue(text.contains("\n" + setting.key() + " ="), setting.key());
        }
        assertTrue(text.replaceAll("\\s+", " ").contains(Setting.HUBS.why()), text);
    }
}
