package io.highfence.list;

import io.highfence.list.ListedParty.Name;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.ListedParty.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that hide inside a published name: {@code KOLOKOL (AKA: X)}, {@code X -AKA- Y}, {@code X A.K.A. Y},
 * {@code X (f.k.a., Y)}, {@code X (Russian entity); and any successor, sub-unit, or subsidiary thereof}.
 *
 * <p>The published name itself is kept as it is; what is found here comes on top.
 */
final class HiddenNames {
    /** The longest name that is looked into; the longest published one has 381 characters. */
    private static final int LONGEST = 2_000;

    /** Whether looking closer is worth while; nearly every name ends here. */
    private static final Pattern HINT = Pattern.compile(
            "[af][./]?k[./]?a|known as|d/b/a|successor|sub-?unit|subsidiar|(?:entity|national|individual)\\)",
            Pattern.CASE_INSENSITIVE);

    /** Aka is a name of people, aka and AKA are none. */
    private static final String WORD =
            "[af]\\.k\\.a\\.?|[AF]\\.K\\.A\\.?|[af]/k/a|[AF]/K/A|akas?|AKAS?|fka|FKA|d/b/a|D/B/A"
                    + "|also known as|ALSO KNOWN AS|formerly known as|FORMERLY KNOWN AS";

    /** A mark between names; a word that only begins like one, such as AKADEMIK, is none. */
    private static final Pattern MARK =
            Pattern.compile("(?<![\\p{L}\\p{N}.])-?+\\s*+(" + WORD + ")(?![\\p{L}\\p{N}])[\\s.,:-]*+");

    /** A bracket that begins with a mark; one that is never closed runs to the end. */
    private static final Pattern BRACKET =
            Pattern.compile("[(\\[]\\s*+((?:" + WORD + ")(?![\\p{L}\\p{N}])(?:[^()\\[\\]]++|\\([^()]*+\\))*+)[)\\]]?+");

    private static final Pattern CATCH_ALL = Pattern.compile(
            "[;,]\\s*+and (?:any |all |its )[^;]*(?:successor|sub-?unit|subsidiar).*+", Pattern.CASE_INSENSITIVE);

    private static final Pattern DESCRIPTION =
            Pattern.compile("\\((?:[A-Z][A-Za-z]*+ ){1,4}(?:entity|Entity|national|individual)\\)");

    private static final Pattern EDGE = Pattern.compile("^[\\s,;:-]++|[\\s,;:-]++$");

    private HiddenNames() {}

    /** The further names; empty for nearly every name. */
    static List<Name> in(String published) {
        List<Name> names = new ArrayList<>();
        if (published.length() > LONGEST || !HINT.matcher(published).find()) {
            return names;
        }
        String text = CATCH_ALL.matcher(published).replaceFirst("");
        text = DESCRIPTION.matcher(text).replaceFirst("");
        Matcher bracket = BRACKET.matcher(text);
        if (bracket.find()) {
            String behind = text.substring(bracket.end()).strip();
            // A surname follows as a rule; what opens with a sign is a description.
            boolean surname = !behind.isEmpty() && Character.isLetterOrDigit(behind.codePointAt(0));
            add(text.substring(0, bracket.start()) + (surname ? " " + behind : ""), Role.ALIAS, names);
            split(bracket.group(1), true, published, names);
        } else {
            split(text, false, published, names);
        }
        return names;
    }

    private static void split(String text, boolean bracketed, String published, List<Name> names) {
        Matcher mark = MARK.matcher(text);
        int from = 0;
        Role role = Role.ALIAS;
        boolean several = false;
        while (mark.find()) {
            String word = mark.group(1);
            boolean surname = mark.start() == 0 && !bracketed && word.indexOf('.') < 0;
            if (surname || mark.end() == text.length()) {
                continue;
            }
            add(text.substring(from, mark.start()), role, several, names);
            role = word.toLowerCase(Locale.ROOT).startsWith("f") ? Role.FORMER : Role.ALIAS;
            several = word.equalsIgnoreCase("akas");
            from = mark.end();
        }
        if (from > 0 || !text.equals(published)) {
            add(text.substring(from), role, several, names);
        }
    }

    private static void add(String text, Role role, boolean several, List<Name> names) {
        for (String one : several ? text.split(",", -1) : new String[] {text}) {
            add(one, role, names);
        }
    }

    private static void add(String text, Role role, List<Name> names) {
        String name = EDGE.matcher(text).replaceAll("").replaceAll("\\s+", " ");
        if (name.codePoints().filter(Character::isLetterOrDigit).count() > 1) {
            names.add(new Name(name, role, Quality.UNKNOWN));
        }
    }
}
