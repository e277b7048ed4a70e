package io.highfence.match;

import io.highfence.text.Abbreviations;
import io.highfence.text.Chars;
import io.highfence.text.Consonants;
import io.highfence.text.EditDistance;
import io.highfence.text.Sounds;
import io.highfence.text.Texts;
import io.highfence.text.TokenWeights;

/**
 * How alike two words are by themselves: equal, a known short form, or near by spelling, by sound or by their consonants. A number
 * from 0, not alike enough, to {@link #ALIKE}, equal.
 *
 * <p>One word is taken by {@link #from}, and others are compared with it by {@link #to}. Allocates nothing once its rooms have grown.
 * Not safe for several threads.
 */
final class WordLikeness {
    /** Likeness is counted in thousandths. */
    static final int ALIKE = 1_000;

    /** The least likeness that counts: three edits in ten letters. */
    static final int LEAST_ALIKE = 700;

    static final int ABBREVIATED = 950;
    static final int IN_CONSONANTS = 920;
    private static final int IN_SOUND = 940;
    private static final int LEAST_SOUNDED = 4;

    /** Shorter words differ by any letter: Li is not Lu, Wu is not Hu. */
    private static final int LEAST_NEAR = 3;

    /** Two known words of so few letters that differ in their consonants are rather two words than one with a slip. */
    private static final int MOST_OF_TWO_WORDS = 5;

    private static final String VOWELS = "aeiou";

    private final EditDistance spelling = new EditDistance();
    private final EditDistance sound = new EditDistance();
    private final EditDistance consonant = new EditDistance();
    private final Consonants consonants = new Consonants();
    private final Texts ours = new Texts();
    private final Texts theirs = new Texts();

    private final Chars word = new Chars();
    private final Chars sounds = new Chars();
    private final Chars otherSounds = new Chars();
    private final Chars ourConsonants = new Chars();
    private final Chars theirConsonants = new Chars();
    private int abbreviation;
    private boolean hasDigits;

    /** For whose consonants ours were read. */
    private Script readFor = Script.NONE;

    private enum Script {
        NONE,
        ARABIC,
        HEBREW
    }

    /** Takes the word that others are compared with. */
    void from(CharSequence text, int from, int to) {
        if (word.length() == to - from && word.regionIs(0, word.length(), text, from, to)) {
            return;
        }
        word.clear().add(text, from, to);
        spelling.from(word, 0, word.length());
        Sounds.append(word, 0, word.length(), sounds.clear());
        sound.from(sounds, 0, sounds.length());
        abbreviation = Abbreviations.find(word, 0, word.length());
        hasDigits = hasDigits(word, 0, word.length());
        readFor = Script.NONE;
    }

    /** The word that was taken. */
    Chars word() {
        return word;
    }

    /** Its sounds. */
    Chars sounds() {
        return sounds;
    }

    /** The number of the word among those that have short forms. */
    int abbreviation() {
        return abbreviation;
    }

    /** How alike another word is to the one taken. */
    int to(CharSequence text, int from, int to) {
        int alike = withoutEdits(text, from, to);
        if (alike >= 0) {
            return alike;
        }
        Sounds.append(text, from, to, otherSounds.clear());
        return near(text, from, to, otherSounds, 0, otherSounds.length());
    }

    /** The same where the sounds of the other word are known. */
    int to(CharSequence text, int from, int to, CharSequence itsSounds, int soundsFrom, int soundsTo) {
        int alike = withoutEdits(text, from, to);
        return alike >= 0 ? alike : near(text, from, to, itsSounds, soundsFrom, soundsTo);
    }

    private int near(CharSequence text, int from, int to, CharSequence itsSounds, int soundsFrom, int soundsTo) {
        int bySpelling = bySpelling(text, from, to);
        boolean glide = differInGlide(text, from, to);
        int alike = glide || !isSounded(to - from)
                ? bySpelling
                : Math.max(bySpelling, bySounds(itsSounds, soundsFrom, soundsTo));
        if (alike == 0 || Math.max(word.length(), to - from) > MOST_OF_TWO_WORDS || !areKnown(text, from, to)) {
            return alike;
        }
        // A letter too few may still be a slip, a letter changed makes the other word.
        return !glide && sameConsonants(itsSounds, soundsFrom, soundsTo)
                ? alike
                : word.length() == to - from ? 0 : bySpelling;
    }

    private boolean areKnown(CharSequence text, int from, int to) {
        return TokenWeights.of(word) < TokenWeights.GREATEST && TokenWeights.of(text, from, to) < TokenWeights.GREATEST;
    }

    /** Whether the one begins with j and the other without, where j is no y: in words of one syllable, as Jong and Yong. */
    private boolean differInGlide(CharSequence text, int from, int to) {
        char ours = word.charAt(0);
        char first = text.charAt(from);
        return (ours == 'j') != (first == 'j')
                && (isGlideOrVowel(ours) || isGlideOrVowel(first))
                && (hasOneSyllable(word, 0, word.length()) || hasOneSyllable(text, from, to));
    }

    private static boolean isGlideOrVowel(char c) {
        return c == 'y' || VOWELS.indexOf(c) >= 0;
    }

    private static boolean hasOneSyllable(CharSequence text, int from, int to) {
        int syllables = 0;
        boolean inVowel = false;
        for (int i = from; i < to; i++) {
            boolean vowel = VOWELS.indexOf(text.charAt(i)) >= 0 || (i > from && text.charAt(i) == 'y');
            syllables += vowel && !inVowel ? 1 : 0;
            inVowel = vowel;
        }
        return syllables < 2;
    }

    private boolean sameConsonants(CharSequence itsSounds, int from, int to) {
        soundingConsonants(sounds, 0, sounds.length(), ourConsonants.clear());
        soundingConsonants(itsSounds, from, to, theirConsonants.clear());
        return ourConsonants.is(theirConsonants);
    }

    /**
     * The consonants of what {@link Sounds} gives, in classes that ways of romanising mix up: voiced and voiceless ones, and an r
     * before a consonant, which is not always spoken. So Pak and Park, Gim and Kim have the same, and Song and Jong have not.
     */
    private static void soundingConsonants(CharSequence spoken, int from, int to, Chars consonants) {
        for (int i = from; i < to; i++) {
            char c = spoken.charAt(i);
            char next = i + 1 < to ? spoken.charAt(i + 1) : ' ';
            boolean silent = VOWELS.indexOf(c) >= 0 || (c == 'r' && VOWELS.indexOf(next) < 0);
            char group = switch (c) {
                case 'g' -> 'k';
                case 'b' -> 'p';
                case 'd' -> 't';
                case 'f' -> 'v';
                case 'c' -> 'j';
                default -> c;
            };
            if (!silent && (consonants.isEmpty() || consonants.charAt(consonants.length() - 1) != group)) {
                consonants.add(group);
            }
            // The h of ch and sh.
            i += next == 'h' && (c == 'c' || c == 's') ? 1 : 0;
        }
    }

    /** How many consonants a Latin word has in its usual reading, where it is compared with one that is written in consonants. */
    int consonants(CharSequence text, int from, int to, boolean hebrew) {
        consonants.read(text, from, to, hebrew, theirs);
        return theirs.get(0).length();
    }

    private boolean isSounded(int length) {
        return Math.min(word.length(), length) >= LEAST_SOUNDED;
    }

    /** The likeness where it needs no count of edits; else negative. */
    private int withoutEdits(CharSequence text, int from, int to) {
        if (word.regionIs(0, word.length(), text, from, to)) {
            return ALIKE;
        }
        if (abbreviation >= 0 && Abbreviations.related(abbreviation, Abbreviations.find(text, from, to))) {
            return ABBREVIATED;
        }
        if (Consonants.isOnly(word.charAt(0)) != Consonants.isOnly(text.charAt(from))) {
            return inConsonants(text, from, to);
        }
        int longer = Math.max(word.length(), to - from);
        int shorter = Math.min(word.length(), to - from);
        if (shorter < LEAST_NEAR
                || longer - shorter > limit(longer, LEAST_ALIKE)
                || isDigit(word.charAt(0))
                || isDigit(text.charAt(from))
                || (hasDigits && digitsDiffer(word, 0, word.length(), text, from, to))) {
            return 0;
        }
        return isSwap(text, from, to) ? ALIKE - ALIKE / (2 * longer) : -1;
    }

    private int bySpelling(CharSequence text, int from, int to) {
        int longer = Math.max(word.length(), to - from);
        int limit = limit(longer, LEAST_ALIKE);
        int edits = spelling.to(text, from, to, limit);
        return edits > limit ? 0 : ALIKE * (longer - edits) / longer;
    }

    /** Words of one sound, or nearly so, that ways of romanising spell apart. */
    private int bySounds(CharSequence text, int from, int to) {
        int longer = Math.max(sounds.length(), to - from);
        int limit = soundLimit(longer, LEAST_ALIKE);
        int edits = longer == 0 ? 1 : sound.to(text, from, to, limit);
        return edits > limit ? 0 : IN_SOUND * (longer - edits) / longer;
    }

    /** How alike another word is by its sounds alone. */
    int inSound(CharSequence text, int from, int to) {
        Sounds.append(text, from, to, otherSounds.clear());
        return bySounds(otherSounds, 0, otherSounds.length());
    }

    /** The most edits between words of so many letters that are so alike by spelling. */
    static int limit(int longer, int least) {
        return longer * (ALIKE - least) / ALIKE;
    }

    /** The most edits between the sounds of words that are so alike by sound; negative if none are. */
    static int soundLimit(int longer, int least) {
        return longer * (IN_SOUND - least) / IN_SOUND;
    }

    /** The most edits between the consonants of words that are so alike. */
    static int consonantLimit(int longer, int least) {
        return Math.min(limit(longer, LEAST_ALIKE), longer * (IN_CONSONANTS - least) / IN_CONSONANTS);
    }

    /** Whether two neighbours have changed places: a slip of the hand, and rarely another name. */
    private boolean isSwap(CharSequence text, int from, int to) {
        int length = word.length();
        if (length != to - from) {
            return false;
        }
        int at = 0;
        while (at < length && word.charAt(at) == text.charAt(from + at)) {
            at++;
        }
        return at + 1 < length
                && word.charAt(at) == text.charAt(from + at + 1)
                && word.charAt(at + 1) == text.charAt(from + at)
                && word.regionIs(at + 2, length, text, from + at + 2, to);
    }

    /** A word that is written in consonants against one with vowels: the classes of their consonants, by edits. */
    private int inConsonants(CharSequence text, int from, int to) {
        if (!mayHaveVowelsLeftOut(word, 0, word.length()) || !mayHaveVowelsLeftOut(text, from, to)) {
            return 0;
        }
        boolean hebrew = Consonants.isHebrew(word.charAt(0)) || Consonants.isHebrew(text.charAt(from));
        Script script = hebrew ? Script.HEBREW : Script.ARABIC;
        if (readFor != script) {
            consonants.read(word, 0, word.length(), hebrew, ours);
            readFor = script;
        }
        consonants.read(text, from, to, hebrew, theirs);
        int best = 0;
        for (int i = 0; i < ours.count(); i++) {
            consonant.from(ours.get(i), 0, ours.get(i).length());
            for (int k = 0; k < theirs.count(); k++) {
                best = Math.max(best, byConsonants(ours.get(i).length(), theirs.get(k)));
            }
        }
        return best;
    }

    private int byConsonants(int length, Chars other) {
        int longer = Math.max(length, other.length());
        int limit = limit(longer, LEAST_ALIKE);
        int edits = longer == 0 ? 1 : consonant.to(other, 0, other.length(), limit);
        return edits > limit ? 0 : IN_CONSONANTS * (longer - edits) / longer;
    }

    /** Whether a word may be one that another script writes without vowels. */
    static boolean mayHaveVowelsLeftOut(CharSequence text, int from, int to) {
        // An article is like no word that is written in consonants.
        boolean article = to - from == 2 && text.charAt(from + 1) == 'l' && "aeu".indexOf(text.charAt(from)) >= 0;
        return to - from > 1 && !article && !hasDigits(text, from, to);
    }

    private static boolean hasDigits(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Numbers are identities inside a word too: institute13 is not institute14. Words of which one has no digit do not differ. */
    static boolean digitsDiffer(CharSequence a, int fromA, int toA, CharSequence b, int fromB, int toB) {
        int atA = nextDigit(a, fromA, toA);
        int atB = nextDigit(b, fromB, toB);
        if (atA == toA || atB == toB) {
            return false;
        }
        while (atA < toA && atB < toB && a.charAt(atA) == b.charAt(atB)) {
            atA = nextDigit(a, atA + 1, toA);
            atB = nextDigit(b, atB + 1, toB);
        }
        return atA < toA || atB < toB;
    }

    private static int nextDigit(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && !isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
