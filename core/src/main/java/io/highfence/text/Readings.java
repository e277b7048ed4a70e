package io.highfence.text;

import io.highfence.base.Country;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one published name can be read as: itself; itself without what stands in brackets; a short form or a second name in
 * brackets; of a joint name such as {@code Group (G). Affiliated Entity: Member}, the member alone; and what a name in another script
 * is in Latin letters.
 *
 * <p>What stands in brackets is another name only where nothing but legal forms follows: in {@code Group (G) 13th Institute}
 * the letters belong to the group and not to its institute, in {@code Trader (Shanghai) Ltd} they are a place.
 */
final class Readings {
    private static final Pattern BRACKET = Pattern.compile("[(\\[（]([^()\\[\\]（）]{2,80})[)\\]）]");

    private static final Pattern JOINT = Pattern.compile(
            "[.,;]\\s+(?:and\\s+)?(?:affiliated|subordinate)\\s+(?:entity|institut(?:e|ion))\\b\\s*[:–—-]?\\s+",
            Pattern.CASE_INSENSITIVE);

    /** Words by which a bracket describes a party and does not name it. */
    private static final Set<String> DESCRIPTIONS = Set.of(
            "entity",
            "national",
            "individual",
            "location",
            "branch",
            "subordinate",
            "subsidiary",
            "including",
            "excluding",
            "aka",
            "fka");

    /** Two initials with dots. */
    private static final Pattern INITIALS = Pattern.compile("(?<!\\p{L})\\p{L}\\.\\s*\\p{L}\\.");

    private static final Pattern UKRAINIAN = Pattern.compile("[іїєґІЇЄҐ]");

    /** What kind of ship, before its name. */
    private static final Pattern SHIP =
            Pattern.compile("^\\s*(?:m/?[vt]|[sfr]/v|s/s)\\s+(?=\\p{L})", Pattern.CASE_INSENSITIVE);

    private static final Pattern LAST_WORD = Pattern.compile("(?<![\\p{L}\\p{N}.])([\\p{L}.]{1,9})\\P{L}*$");
    private static final Pattern FIRST_WORD = Pattern.compile("^\\P{L}*([\\p{L}.]{2,9})(?![\\p{L}\\p{N}.])");

    /** The least letters of a name beside a word that may be a misspelt legal form. */
    private static final int LEAST_BESIDE_FORM = 5;

    /** The least letters of a short form. */
    private static final int LEAST_SHORT_FORM = 3;

    private Readings() {}

    /** The readings, as it stands first; the text beyond {@link NameForm#MAX_CHARS} is not looked at. */
    static List<NameForm> of(CharSequence name) {
        List<NameForm> readings = new ArrayList<>(List.of(NameForm.of(name)));
        String text =
                name.subSequence(0, Math.min(name.length(), NameForm.MAX_CHARS)).toString();
        Matcher joint = JOINT.matcher(text);
        if (joint.find() && joint.end() < text.length()) {
            String member = text.substring(joint.end());
            add(NameForm.of(member), readings);
            brackets(member, readings);
        } else {
            brackets(text, readings);
        }
        add(NameForm.of(ukrainian(text)).from(NameForm.Origin.READ), readings);
        add(NameForm.of(SHIP.matcher(text).replaceFirst("")).from(NameForm.Origin.READ), readings);
        NameForm.Origin origin = text.chars().anyMatch(Han::is) ? NameForm.Origin.SYLLABLES : NameForm.Origin.READ;
        for (String latin : NativeReadings.of(text)) {
            add(NameForm.of(latin).from(origin), readings);
        }
        return List.copyOf(readings);
    }

    /** The readings of a searched name: also what it says out of a disguise. */
    static List<NameForm> searched(CharSequence name) {
        List<NameForm> readings = new ArrayList<>(of(name));
        String text =
                name.subSequence(0, Math.min(name.length(), NameForm.MAX_CHARS)).toString();
        for (String plain : Disguises.of(text)) {
            add(NameForm.of(plain).from(NameForm.Origin.READ), readings);
        }
        if (INITIALS.matcher(text).find()) {
            NameForm apart = NameForm.withInitialsApart(text);
            if (apart.tokens().stream().anyMatch(Readings::isNameProper)) {
                add(apart, readings);
            }
        }
        add(withLegalForm(text, LAST_WORD, readings.get(0)), readings);
        add(withLegalForm(text, FIRST_WORD, readings.get(0)), readings);
        return List.copyOf(readings);
    }

    /** A name with letters that Russian has not, with the others as they are spoken in Ukrainian: г is h, и is y. */
    private static String ukrainian(String text) {
        if (!UKRAINIAN.matcher(text).find()) {
            return text;
        }
        return text.replace('г', 'һ').replace('Г', 'Һ').replace('и', 'ы').replace('И', 'Ы');
    }

    /** The name with a short legal form in the place of a word that may be a misspelt one; the name itself where none is. */
    private static NameForm withLegalForm(String text, Pattern place, NameForm form) {
        Matcher word = place.matcher(text);
        if (form.tokens().size() < 2 || !word.find()) {
            return form;
        }
        String folded = letters(word.group(1));
        String legal = NameForm.number(folded) == null ? LegalForms.nearShort(folded) : null;
        if (legal == null || form.glued().length() - folded.length() < LEAST_BESIDE_FORM) {
            return form;
        }
        String mended = text.substring(0, word.start(1)) + legal + text.substring(word.end(1));
        return NameForm.of(mended).from(NameForm.Origin.READ);
    }

    private static void brackets(String text, List<NameForm> readings) {
        Matcher bracket = BRACKET.matcher(text);
        if (!bracket.find()) {
            return;
        }
        NameForm outside = NameForm.of(bracket.replaceAll(" "));
        add(outside, readings);
        bracket.reset();
        while (bracket.find()) {
            NameForm inside = NameForm.of(bracket.group(1));
            if (outside.tokens().isEmpty()
                    || inside.tokens().stream().allMatch(Token::isGeneric)
                    || !isLegalForms(text.substring(bracket.end()))) {
                continue;
            }
            boolean named = words(inside) == 1
                    ? isShortForm(bracket.group(1).strip(), text, bracket.start())
                    : isSecondName(inside);
            if (named && Country.find(bracket.group(1)) == null && !AddressForm.isPlace(inside.canonical())) {
                add(inside, readings);
            }
        }
    }

    /** A word that tells, beside initials. */
    private static boolean isNameProper(Token token) {
        return token.kind() == Token.Kind.WORD && token.text().length() >= LEAST_SHORT_FORM && !token.isGeneric();
    }

    private static void add(NameForm form, List<NameForm> readings) {
        if (!form.tokens().isEmpty()
                && readings.stream().noneMatch(r -> r.canonical().equals(form.canonical()))) {
            readings.add(form);
        }
    }

    private static long words(NameForm form) {
        return form.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.WORD)
                .count();
    }

    /** Whether what follows a bracket is no more than legal forms and further brackets. */
    private static boolean isLegalForms(String behind) {
        String plain = BRACKET.matcher(behind).replaceAll(" ");
        // A legal form is known as one only behind a name.
        return NameForm.of("x " + plain).tokens().stream()
                .skip(1)
                .allMatch(token -> token.kind() == Token.Kind.LEGAL_FORM);
    }

    /** A second name has a legal form of its own, or tells by two words at least, and does not describe. */
    private static boolean isSecondName(NameForm inside) {
        boolean describes = inside.tokens().stream().anyMatch(token -> DESCRIPTIONS.contains(token.text()));
        long telling =
                inside.tokens().stream().filter(token -> !token.isGeneric()).count();
        boolean legal = inside.tokens().stream().anyMatch(token -> token.kind() == Token.Kind.LEGAL_FORM);
        boolean number = inside.tokens().stream().anyMatch(token -> token.kind() == Token.Kind.NUMBER);
        return !describes && (telling >= 2 || legal || number);
    }

    /**
     * A short form is a word of the name itself, or is written in capitals where the name is not, or is made of the first letters
     * of the name's words in their order. A legal form is none.
     */
    private static boolean isShortForm(String inside, String text, int bracket) {
        String word = letters(inside);
        if (word.length() < LEAST_SHORT_FORM || LegalForms.length(List.of(word), 0) > 0) {
            return false;
        }
        String before = text.substring(0, bracket);
        boolean uncased =
                before.equals(before.toUpperCase(Locale.ROOT)) || before.equals(before.toLowerCase(Locale.ROOT));
        long capitals = inside.codePoints().filter(Character::isUpperCase).count();
        if (!uncased && capitals >= 2) {
            return true;
        }
        for (String part : Folding.fold(before).split("[^\\p{L}\\p{N}]+", -1)) {
            if (part.equals(word)) {
                return true;
            }
        }
        return isAbbreviation(word, Folding.fold(before));
    }

    private static String letters(String inside) {
        StringBuilder letters = new StringBuilder();
        Folding.fold(inside).codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** Whether every letter of a word is the first of some word of the name, in their order. */
    private static boolean isAbbreviation(String word, String before) {
        int found = 0;
        boolean inWord = false;
        for (int i = 0; i < before.length() && found < word.length(); i++) {
            boolean letter = Character.isLetterOrDigit(before.charAt(i));
            if (letter && !inWord && before.charAt(i) == word.charAt(found)) {
                found++;
            }
            inWord = letter;
        }
        return found == word.length();
    }
}
