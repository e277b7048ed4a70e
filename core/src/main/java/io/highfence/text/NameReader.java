package io.highfence.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one name can be read as: itself; itself without what stands in brackets; a short form or a second name in brackets; of a
 * joint name such as {@code Group (G). Affiliated Entity: Member}, the member alone; and what a name in another script is in Latin
 * letters. A searched name is also read as what it says out of a disguise, and as the name of the group of which it is a part.
 *
 * <p>What stands in brackets is another name only where nothing but legal forms follows: in {@code Group (G) 13th Institute}
 * the letters belong to the group and not to its institute, in {@code Trader (Shanghai) Ltd} they are a place.
 *
 * <p>One a thread. Its forms are filled anew by each name; reading allocates nothing once they have grown.
 */
public final class NameReader {
    private static final Pattern BRACKET = Pattern.compile("[(\\[（]([^()\\[\\]（）]{2,80})[)\\]）]");

    private static final Pattern JOINT = Pattern.compile(
            "[.,;]\\s+(?:and\\s+)?(?:affiliated|subordinate)\\s+(?:entity|institut(?:e|ion))\\b\\s*[:–—-]?\\s+",
            Pattern.CASE_INSENSITIVE);

    /** Words by which a bracket describes a party and does not name it. */
    private static final WordMap DESCRIPTIONS = WordMap.of(Set.of(
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
            "fka"));

    /**
     * The most readings of a name; the most of 200,000 published, damaged and ordinary names are 25. The last ones are dropped, and the
     * name counts as cut.
     */
    public static final int MOST_READINGS = 64;

    /** Two initials with dots. */
    private static final Pattern INITIALS = Pattern.compile("(?<!\\p{L})\\p{L}\\.\\s*\\p{L}\\.");

    private static final String UKRAINIAN = "іїєґІЇЄҐ";
    private static final String IN_RUSSIAN = "гГиИ";
    private static final String IN_UKRAINIAN = "һҺыЫ";

    /** What kind of ship, before its name. */
    private static final Pattern SHIP =
            Pattern.compile("^\\s*(?:m/?[vt]|[sfr]/v|s/s)\\s+(?=\\p{L})", Pattern.CASE_INSENSITIVE);

    private static final Pattern LAST_WORD = Pattern.compile("(?<![\\p{L}\\p{N}.])([\\p{L}.]{1,9})\\P{L}*$");
    private static final Pattern FIRST_WORD = Pattern.compile("^\\P{L}*([\\p{L}.]{2,9})(?![\\p{L}\\p{N}.])");

    /** The least letters of a name beside a word that may be a misspelt legal form. */
    private static final int LEAST_BESIDE_FORM = 5;

    /** The least letters of a short form. */
    private static final int LEAST_SHORT_FORM = 3;

    /** Words that make the place behind them a part of the name. */
    private static final WordMap OF_A_PLACE = WordMap.of(Set.of(
            "of", "in", "for", "to", "near", "and", "the", "de", "du", "des", "del", "della", "di", "do", "da", "la",
            "le", "les", "el", "et", "y", "e", "i", "v", "von", "van", "der", "den", "und", "fur", "saint", "st", "san",
            "new", "al"));

    private final List<NameForm> forms = new ArrayList<>();
    private int count;

    private final NameParser parser = new NameParser();
    private final Folding folding = new Folding();
    private final LegalForms legalForms = new LegalForms();
    private final NativeReadings nativeReadings = new NativeReadings();
    private final Disguises disguises = new Disguises();
    private final Texts texts = new Texts();
    private final NameForm scratch = new NameForm();
    private final Chars text = new Chars();
    private final Chars changed = new Chars();
    private final Chars behind = new Chars();
    private final Chars word = new Chars();
    private final Chars before = new Chars();
    private final Matcher joint = JOINT.matcher("");
    private final Matcher bracket = BRACKET.matcher("");
    private final Matcher furtherBracket = BRACKET.matcher("");
    private final Matcher ship = SHIP.matcher("");
    private final Matcher initials = INITIALS.matcher("");
    private final Matcher lastWord = LAST_WORD.matcher("");
    private final Matcher firstWord = FIRST_WORD.matcher("");

    /** Ready to read. */
    public NameReader() {}

    /** Makes room for as many readings as a name may have, so that no later name needs more of it. */
    public void reserve() {
        while (forms.size() < MOST_READINGS) {
            forms.add(new NameForm());
        }
        texts.reserve(MOST_READINGS);
    }

    /**
     * Reads a name as lists write it; the text beyond {@link NameForm#MAX_CHARS} is not looked at but for the name as it stands, which
     * knows that it was cut.
     *
     * @param name a name as people write it
     */
    public void read(CharSequence name) {
        count = 0;
        text.clear().add(name, 0, Math.min(name.length(), NameForm.MAX_CHARS));
        parser.parse(name, 0, name.length(), true, next());
        count++;
        int from = 0;
        if (joint.reset(text).find() && joint.end() < text.length()) {
            from = joint.end();
            add(text, from, NameForm.Origin.WRITTEN);
        }
        readBrackets(from);
        if (speakUkrainian()) {
            add(changed, 0, NameForm.Origin.READ);
        }
        if (ship.reset(text).find()) {
            add(text, ship.end(), NameForm.Origin.READ);
        }
        nativeReadings.find(text, texts);
        NameForm.Origin origin = hasHan() ? NameForm.Origin.SYLLABLES : NameForm.Origin.READ;
        for (int i = 0; i < texts.count(); i++) {
            add(texts.get(i), 0, origin);
        }
    }

    /**
     * Reads a name that is searched for: as {@link #read} does, and what it says out of a disguise. Listed names are not disguised.
     *
     * @param name a name as people write it
     */
    public void search(CharSequence name) {
        read(name);
        texts.clear();
        disguises.find(text, texts);
        for (int i = 0; i < texts.count(); i++) {
            add(texts.get(i), 0, NameForm.Origin.READ);
        }
        if (initials.reset(text).find()) {
            NameForm apart = next();
            parser.parse(text, 0, text.length(), false, apart);
            if (hasNameProper(apart)) {
                keep(apart);
            }
        }
        addWithLegalForm(lastWord);
        addWithLegalForm(firstWord);
        addGroup();
    }

    /**
     * Drops the readings, but for the name as it stands, that have fewer letters and digits, legal forms aside.
     *
     * @param least the fewest that stay
     */
    public void dropShorter(int least) {
        for (int i = count - 1; i > 0; i--) {
            if (forms.get(i).glued().length() < least) {
                forms.add(forms.remove(i));
                count--;
            }
        }
    }

    /**
     * How many readings there are.
     *
     * @return at least 1 after the first name
     */
    public int count() {
        return count;
    }

    /**
     * A reading, the name as it stands first.
     *
     * @param which from 0 to {@link #count} less 1
     * @return the form, which is filled anew by the next name
     */
    public NameForm form(int which) {
        return forms.get(which);
    }

    private NameForm next() {
        if (count == forms.size()) {
            forms.add(new NameForm());
        }
        return forms.get(count);
    }

    private void add(Chars name, int from, NameForm.Origin origin) {
        NameForm form = next();
        parser.parse(name, from, name.length(), true, form);
        form.origin(origin);
        keep(form);
    }

    /** Keeps the next form unless it has no words or is known. */
    private void keep(NameForm form) {
        for (int i = 0; i < count; i++) {
            if (forms.get(i).sameAs(form)) {
                return;
            }
        }
        if (form.size() > 0 && count < MOST_READINGS) {
            count++;
        } else if (form.size() > 0) {
            forms.get(0).cut(true);
        }
    }

    private boolean hasHan() {
        for (int i = 0; i < text.length(); i++) {
            if (Han.is(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** A name with letters that Russian has not, with the others as they are spoken in Ukrainian: г is h, и is y. */
    private boolean speakUkrainian() {
        boolean ukrainian = false;
        for (int i = 0; i < text.length() && !ukrainian; i++) {
            ukrainian = UKRAINIAN.indexOf(text.charAt(i)) >= 0;
        }
        changed.clear();
        for (int i = 0; ukrainian && i < text.length(); i++) {
            int at = IN_RUSSIAN.indexOf(text.charAt(i));
            changed.add(at < 0 ? text.charAt(i) : IN_UKRAINIAN.charAt(at));
        }
        return ukrainian;
    }

    /** Adds the name with a short legal form in the place of a word that may be a misspelt one. */
    private void addWithLegalForm(Matcher place) {
        NameForm form = forms.get(0);
        if (form.size() < 2 || !place.reset(text).find()) {
            return;
        }
        letters(place.start(1), place.end(1));
        String legal = NameParser.isNumber(word) ? null : legalForms.nearShort(word);
        if (legal == null || form.glued().length() - word.length() < LEAST_BESIDE_FORM) {
            return;
        }
        changed.clear().add(text, 0, place.start(1)).add(legal).add(text, place.end(1), text.length());
        add(changed, 0, NameForm.Origin.READ);
    }

    /** Adds the name of a group whose part has a place at the end of its name: {@code Gazprom Germania GmbH}. */
    private void addGroup() {
        NameForm form = forms.get(0);
        int end = form.size();
        while (end > 0 && form.kind(end - 1) == Token.Kind.LEGAL_FORM) {
            end--;
        }
        int place = Math.max(1, end - Places.MOST_WORDS);
        while (place < end && !Places.isPlace(form, place, end - 1)) {
            place++;
        }
        if (place >= end || !namesGroup(form, place)) {
            return;
        }
        NameForm group = next().clear(NameForm.Origin.GROUP);
        for (int i = 0; i < form.size(); i++) {
            if (i < place || i >= end) {
                group.add(form.canonical(), form.from(i), form.to(i), form.kind(i), form.weight(i));
            }
        }
        group.whole().add(form.glued(), 0, form.gluedTo(place - 1));
        keep(group);
    }

    /** Whether the words before a place are not all generic, and do not end with one that belongs to the place, as {@code of} does. */
    private static boolean namesGroup(NameForm form, int place) {
        if (OF_A_PLACE.has(form.canonical(), form.from(place - 1), form.to(place - 1))) {
            return false;
        }
        for (int i = 0; i < place; i++) {
            if (!form.isGeneric(i)) {
                return true;
            }
        }
        return false;
    }

    private void readBrackets(int from) {
        if (!bracket.reset(text).region(from, text.length()).find()) {
            return;
        }
        withoutBrackets(from);
        NameForm outside = next();
        parser.parse(changed, 0, changed.length(), true, outside);
        boolean named = outside.size() > 0;
        keep(outside);
        bracket.region(from, text.length());
        while (named && bracket.find()) {
            NameForm inside = next();
            parser.parse(text, bracket.start(1), bracket.end(1), true, inside);
            if (!isGeneric(inside)
                    && isLegalForms(bracket.end())
                    && (words(inside) == 1
                            ? isShortForm(from, bracket.start(), bracket.start(1), bracket.end(1))
                            : isSecondName(inside))
                    && !Places.isCountry(text, bracket.start(1), bracket.end(1), word)
                    && !Places.isPlace(inside.canonical())) {
                keep(inside);
            }
        }
    }

    /** Writes the text from a place on with a blank for each bracket, the first of which is found, as {@link #changed}. */
    private void withoutBrackets(int from) {
        changed.clear();
        int at = from;
        do {
            changed.add(text, at, bracket.start()).add(' ');
            at = bracket.end();
        } while (bracket.find());
        changed.add(text, at, text.length());
    }

    private static boolean isGeneric(NameForm form) {
        for (int i = 0; i < form.size(); i++) {
            if (!form.isGeneric(i)) {
                return false;
            }
        }
        return true;
    }

    /** A word that tells, beside initials. */
    private static boolean hasNameProper(NameForm form) {
        for (int i = 0; i < form.size(); i++) {
            boolean longEnough = form.to(i) - form.from(i) >= LEAST_SHORT_FORM;
            if (longEnough && form.kind(i) == Token.Kind.WORD && !form.isGeneric(i)) {
                return true;
            }
        }
        return false;
    }

    private static int words(NameForm form) {
        int words = 0;
        for (int i = 0; i < form.size(); i++) {
            words += form.kind(i) == Token.Kind.WORD ? 1 : 0;
        }
        return words;
    }

    /** Whether what follows a bracket is no more than legal forms and further brackets. */
    private boolean isLegalForms(int from) {
        // A legal form is known as one only behind a name.
        behind.clear().add("x ");
        int at = from;
        furtherBracket.reset(text).region(from, text.length());
        while (furtherBracket.find()) {
            behind.add(text, at, furtherBracket.start()).add(' ');
            at = furtherBracket.end();
        }
        behind.add(text, at, text.length());
        parser.parse(behind, 0, behind.length(), true, scratch);
        for (int i = 1; i < scratch.size(); i++) {
            if (scratch.kind(i) != Token.Kind.LEGAL_FORM) {
                return false;
            }
        }
        return true;
    }

    /** A second name has a legal form of its own, or tells by two words at least, and does not describe. */
    private static boolean isSecondName(NameForm inside) {
        int telling = 0;
        boolean known = false;
        for (int i = 0; i < inside.size(); i++) {
            if (DESCRIPTIONS.has(inside.canonical(), inside.from(i), inside.to(i))) {
                return false;
            }
            telling += inside.isGeneric(i) ? 0 : 1;
            known |= inside.kind(i) != Token.Kind.WORD;
        }
        return telling >= 2 || known;
    }

    /**
     * A short form is a word of the name itself, or is written in capitals where the name is not, or is made of the first letters
     * of the name's words in their order. A legal form is none.
     */
    private boolean isShortForm(int nameFrom, int nameTo, int from, int to) {
        letters(from, to);
        if (word.length() < LEAST_SHORT_FORM || LegalForms.isForm(word)) {
            return false;
        }
        if (capitals(from, to) >= 2 && !isUncased(nameFrom, nameTo)) {
            return true;
        }
        before.clear();
        folding.fold(text, nameFrom, nameTo, false, before);
        return isWordOfName() || isAbbreviation();
    }

    private int capitals(int from, int to) {
        int capitals = 0;
        for (int i = from; i < to; ) {
            int c = text.codePointAt(i);
            capitals += Character.isUpperCase(c) ? 1 : 0;
            i += Character.charCount(c);
        }
        return capitals;
    }

    /** Whether part of the text is written in capitals only, or without any. */
    private boolean isUncased(int from, int to) {
        boolean upper = true;
        boolean lower = true;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            upper &= Character.toUpperCase(c) == c;
            lower &= Character.toLowerCase(c) == c;
        }
        return upper || lower;
    }

    /** The letters and digits of part of the text, folded, as {@link #word}. */
    private void letters(int from, int to) {
        before.clear();
        folding.fold(text, from, to, false, before);
        word.clear();
        for (int i = 0; i < before.length(); ) {
            int c = before.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                word.addCodePoint(c);
            }
            i += Character.charCount(c);
        }
    }

    private boolean isWordOfName() {
        for (int from = 0; from < before.length(); from++) {
            int to = from;
            while (to < before.length() && Character.isLetterOrDigit(before.charAt(to))) {
                to++;
            }
            if (to > from && before.regionIs(from, to, word)) {
                return true;
            }
            from = to;
        }
        return false;
    }

    /** Whether every letter of a word is the first of some word of the name, in their order. */
    private boolean isAbbreviation() {
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
