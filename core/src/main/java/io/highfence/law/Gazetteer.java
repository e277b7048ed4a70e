package io.highfence.law;

import io.highfence.base.Country;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of embargoed regions and their cities in addresses, in the spellings and scripts that people use.
 *
 * <p>A name counts only as whole words, in Korean also with one of its endings; marks, case, apostrophes and invisible characters
 * are folded away. Immutable, safe for many threads, and allocates only where a name is found or where Korean is written in
 * single letters.
 */
final class Gazetteer {
    private static final char SPACE = ' ';
    private static final char NOTHING = 0;

    /** What a character counts as: itself without marks and in lower case, a space, or nothing. */
    private static final char[] FOLDED = foldings();

    /** What Korean writes onto a place name without a blank: city, province, county, district; of, in, at. */
    private static final List<String> KOREAN_ENDINGS = List.of("시", "도", "군", "구", "의", "에", "에서");

    private final List<Rule> places;
    private final Words names = new Words();
    private final Words[] elsewhere;
    private final Words before = new Words();
    private final Words after = new Words();
    private final Words links = new Words();
    private final Words areas = new Words();

    Gazetteer(List<Rule> places, Rule.Values words) {
        this.places = List.copyOf(places);
        elsewhere = new Words[places.size()];
        for (int i = 0; i < places.size(); i++) {
            for (String name : places.get(i).values().texts("names")) {
                names.add(name, i);
            }
            elsewhere[i] = new Words();
            for (String word : places.get(i).values().texts("unlessWith")) {
                elsewhere[i].add(word, i);
            }
        }
        words.texts("wordsBefore").forEach(word -> before.add(word, 0));
        words.texts("wordsAfter").forEach(word -> after.add(word, 0));
        words.texts("linkWords").forEach(word -> links.add(word, 0));
        words.texts("areaWords").forEach(word -> areas.add(word, 0));
    }

    /** The surest region that a text names, or null. */
    Embargoes.@Nullable Region find(CharSequence written, @Nullable Country country) {
        CharSequence text = inSyllables(written);
        Embargoes.Region best = null;
        int previousWord = -1;
        for (int at = 0; at < text.length(); at++) {
            if (!startsWord(text, at)) {
                continue;
            }
            long match = names.longest(text, at);
            if (match >= 0) {
                int end = (int) (match >>> 32);
                Embargoes.Region region = judge(text, at, end, (int) match, previousWord, country);
                if (region != null && (best == null || (region.firm() && !best.firm()))) {
                    best = region;
                }
            }
            if (links.longest(text, at) < 0) {
                previousWord = at;
            }
        }
        return best;
    }

    private Embargoes.@Nullable Region judge(
            CharSequence text, int start, int end, int place, int previousWord, @Nullable Country country) {
        Rule.Values values = places.get(place).values();
        boolean stated = country != null && values.countries("firmIn").contains(country);
        if (!stated && elsewhere[place].anywhere(text)) {
            return null;
        }
        int next = nextWord(text, end);
        boolean street = (next >= 0 && after.longest(text, next) >= 0)
                || (previousWord >= 0 && before.longest(text, previousWord) >= 0 && !parted(text, previousWord, start));
        boolean area = next >= 0 && areas.longest(text, next) >= 0;
        String strength = values.text("strength");
        boolean ownName = strength.equals("region");
        boolean firm;
        if (country == null) {
            if (street && !ownName) {
                return null;
            }
            firm = ownName && !street;
        } else if (stated) {
            firm = !street && (ownName || !area);
        } else if (values.countries("possibleIn").contains(country)) {
            firm = false;
        } else {
            if (street || !ownName) {
                return null;
            }
            firm = false;
        }
        return new Embargoes.Region(
                values.text("region"), text.subSequence(start, end).toString().strip(), firm);
    }

    private static boolean startsWord(CharSequence text, int at) {
        char folded = FOLDED[text.charAt(at)];
        if (folded == SPACE || folded == NOTHING) {
            return false;
        }
        if (unspaced(folded)) {
            return true;
        }
        for (int before = at - 1; before >= 0; before--) {
            char other = FOLDED[text.charAt(before)];
            if (other != NOTHING) {
                return other == SPACE || unspaced(other);
            }
        }
        return true;
    }

    /** Whether a comma or line end stands between two places, so that the words there have nothing to do with each other. */
    private static boolean parted(CharSequence text, int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == ',' || c == ';' || c == '\n' || c == '\r' || c == '/' || c == '|') {
                return true;
            }
        }
        return false;
    }

    /** The next word of the same part of the address, or -1. */
    private static int nextWord(CharSequence text, int from) {
        for (int at = from; at < text.length() && !parted(text, at, at + 1); at++) {
            if (startsWord(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean endsWord(CharSequence text, int end, char last) {
        if (unspaced(last) || breaksAt(text, end)) {
            return true;
        }
        if (isKorean(last)) {
            for (String ending : KOREAN_ENDINGS) {
                int after = end + ending.length();
                if (after <= text.length()
                        && ending.contentEquals(text.subSequence(end, after))
                        && breaksAt(text, after)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether no letter of the same word follows. */
    private static boolean breaksAt(CharSequence text, int end) {
        for (int at = end; at < text.length(); at++) {
            char folded = FOLDED[text.charAt(at)];
            if (folded != NOTHING) {
                return folded == SPACE || unspaced(folded);
            }
        }
        return true;
    }

    /** A Korean syllable: one letter here, since the sounds that it is made of are many words' sounds. */
    private static boolean isKorean(char c) {
        return c >= '\uac00' && c <= '\ud7a3';
    }

    /** The same text with Korean syllables that are written in their single letters, as some file systems do, put together. */
    private static CharSequence inSyllables(CharSequence text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= '\u1100' && text.charAt(at) <= '\u11ff') {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    /** Chinese and Japanese are written without blanks, so any character may begin or end a name. */
    private static boolean unspaced(char folded) {
        return folded >= '\u2e80' && folded <= '\u9fff';
    }

    private static char[] foldings() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = fold((char) c);
        }
        return table;
    }

    private static char fold(char c) {
        if (c == '\''
                || c == '`'
                || c == '\u2018'
                || c == '\u2019'
                || c == '\u02bc'
                || c == '\u02b9'
                || c == '\u00b4') {
            return NOTHING;
        }
        if (c == '\u0131') {
            return 'i';
        }
        if (c == '\u03c2') {
            return '\u03c3';
        }
        if (Character.isSurrogate(c)) {
            return 'x';
        }
        if (isKorean(c)) {
            return c;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return NOTHING;
        }
        String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        for (int i = 0; i < plain.length(); i++) {
            char base = plain.charAt(i);
            if (Character.isLetterOrDigit(base)) {
                return String.valueOf(base).toLowerCase(Locale.ROOT).charAt(0);
            }
        }
        return SPACE;
    }

    /** Some names as one tree of folded characters, walked without allocating. */
    private static final class Words {
        private char[] label = new char[64];
        private int[] child = new int[64];
        private int[] sibling = new int[64];
        private int[] value = new int[64];
        private int size = 1;

        Words() {
            Arrays.fill(value, -1);
        }

        void add(String name, int payload) {
            int node = 0;
            char before = SPACE;
            String stripped = name.strip();
            for (int i = 0; i < stripped.length(); i++) {
                char folded = FOLDED[stripped.charAt(i)];
                if (folded == NOTHING || (folded == SPACE && before == SPACE)) {
                    continue;
                }
                node = step(node, folded, true);
                before = folded;
            }
            if (node == 0) {
                throw new IllegalArgumentException("A place name without letters: '" + name + "'");
            }
            value[node] = payload;
        }

        /** The longest name that begins at a place: its end in the high half, its payload in the low, or -1. */
        long longest(CharSequence text, int start) {
            long found = -1;
            int node = 0;
            char before = SPACE;
            for (int at = start; at < text.length(); at++) {
                char folded = FOLDED[text.charAt(at)];
                if (folded == NOTHING || (folded == SPACE && before == SPACE)) {
                    continue;
                }
                node = step(node, folded, false);
                if (node < 0) {
                    return found;
                }
                before = folded;
                if (value[node] >= 0 && endsWord(text, at + 1, folded)) {
                    found = ((long) (at + 1) << 32) | value[node];
                }
            }
            return found;
        }

        boolean anywhere(CharSequence text) {
            if (size == 1) {
                return false;
            }
            for (int at = 0; at < text.length(); at++) {
                if (startsWord(text, at) && longest(text, at) >= 0) {
                    return true;
                }
            }
            return false;
        }

        private int step(int node, char next, boolean grow) {
            int last = -1;
            for (int other = child[node]; other != 0; other = sibling[other]) {
                if (label[other] == next) {
                    return other;
                }
                last = other;
            }
            if (!grow) {
                return -1;
            }
            if (size == label.length) {
                int wider = size * 2;
                label = Arrays.copyOf(label, wider);
                child = Arrays.copyOf(child, wider);
                sibling = Arrays.copyOf(sibling, wider);
                value = Arrays.copyOf(value, wider);
                Arrays.fill(value, size, wider, -1);
            }
            label[size] = next;
            if (last < 0) {
                child[node] = size;
            } else {
                sibling[last] = size;
            }
            return size++;
        }
    }

    /** The codes of all regions that are known. */
    Set<String> regions() {
        Set<String> codes = new java.util.TreeSet<>();
        places.forEach(place -> codes.add(place.values().text("region")));
        return codes;
    }
}
