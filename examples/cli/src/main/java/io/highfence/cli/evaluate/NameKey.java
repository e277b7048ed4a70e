package io.highfence.cli.evaluate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names reduced for the bookkeeping of the evaluation. It is deliberately not the engine's own folding: what is measured may not
 * decide what counts as the same name.
 */
final class NameKey {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private static final Set<String> LEGAL =
            Set.of(("CO COMPANY LTD LIMITED INC INCORPORATED CORP CORPORATION LLC LLP PLC JSC OJSC"
                            + " PJSC CJSC PAO OAO ZAO AO OOO GMBH AG SA SAS SRL SPA BV NV AS OY AB FZE FZCO FZ FZC PTE PVT PTY SDN BHD THE")
                    .split(" "));

    private NameKey() {}

    /** In capitals and without marks: what a rival is given. */
    static String plain(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(plain(name));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** The words of a name in the order of the alphabet: equal for names that differ in order, case, marks or signs. */
    static String of(String name) {
        return sorted(words(name));
    }

    /** The same without legal forms, unless the name has nothing else. */
    static String core(String name) {
        List<String> words = words(name);
        List<String> telling =
                words.stream().filter(word -> !LEGAL.contains(word)).toList();
        return sorted(telling.isEmpty() ? words : telling);
    }

    static boolean isLegalWord(String word) {
        return LEGAL.contains(word);
    }

    private static String sorted(List<String> words) {
        return String.join(" ", words.stream().sorted().toList());
    }
}
