package io.highfence.law;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of an ECCN: its entry and its paragraph. */
final class EccnText {
    private static final Pattern FORM = Pattern.compile("[0-9][A-E][0-9]{3}(?:\\.[A-Z0-9]++)*+");

    private EccnText() {}

    /** Blanks gone, the entry in upper case, the paragraph in lower; {@code EAR99} as it is. */
    static String fold(String eccn) {
        String upper = eccn.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        int dot = upper.indexOf('.');
        return dot < 0 ? upper : upper.substring(0, dot) + upper.substring(dot).toLowerCase(Locale.ROOT);
    }

    static boolean isEar99(@Nullable String eccn) {
        return eccn != null && fold(eccn).equals("EAR99");
    }

    /** Whether the text says that no entry known to the rules on chips holds the item, but another one may. */
    static boolean isOther(String eccn) {
        return fold(eccn).equals("EAR99-OR-OTHER");
    }

    /** Whether the text has the form of an ECCN, or is EAR99. */
    static boolean isWellFormed(String eccn) {
        String folded = fold(eccn);
        return folded.equals("EAR99")
                || FORM.matcher(folded.toUpperCase(Locale.ROOT)).matches();
    }

    /** Whether the product group is one of goods, not of software (D) or technology (E); true where it is not known. */
    static boolean isCommodity(@Nullable String eccn) {
        if (eccn == null || !isWellFormed(eccn)) {
            return true;
        }
        char group = fold(eccn).charAt(1);
        return group != 'D' && group != 'E';
    }

    /** The entry without its paragraph. */
    static String entry(String eccn) {
        String folded = fold(eccn);
        int dot = folded.indexOf('.');
        return dot < 0 ? folded : folded.substring(0, dot);
    }
}
