package io.highfence.cli.evaluate;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The script that a name is written in, as a tag of the report. */
final class Script {
    static final String LATIN = "Latin";

    private Script() {}

    /** The script of most letters; kana wins wherever it stands, since Japanese mixes it with Han. */
    static String of(String name) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        name.codePoints().filter(Character::isLetter).forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
        if (counts.containsKey(UnicodeScript.KATAKANA) || counts.containsKey(UnicodeScript.HIRAGANA)) {
            return "kana";
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> tag(entry.getKey()))
                .orElse("none");
    }

    static boolean isLatin(String name) {
        return of(name).equals(LATIN);
    }

    private static String tag(UnicodeScript script) {
        String name = script.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
