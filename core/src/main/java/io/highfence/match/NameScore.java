package io.highfence.match;

import io.highfence.match.NameExplanation.Lowered.Cause;
import io.highfence.text.Abbreviations;
import io.highfence.text.AddressForm;
import io.highfence.text.Consonants;
import io.highfence.text.EditDistance;
import io.highfence.text.NameForm;
import io.highfence.text.Sounds;
import io.highfence.text.Token;
import io.highfence.text.TokenWeights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What the score of two names is: the one definition that every matcher shares.
 *
 * <p>The score is a whole number from 0 to 10,000; 10,000 is equality of canonical forms and nothing else. Otherwise it is
 * the greatest over two channels, each a ratio of two sums:
 *
 * <ul>
 *   <li><b>words</b>: words of the query are aligned with words of the listed name, one to one, or one to a few joined
 *       neighbours, or a short word to the initials of its words. Sum of (likeness x weights) over the aligned words, against
 *       the weights of all words plus the contradiction: the lesser of the weights left without a partner on either side.
 *   <li><b>glued</b>: both names without blanks and legal forms, by edit distance; for names that were run together.
 * </ul>
 *
 * <p>Then corrections that only lower: numbers that differ, words in another order, nothing in common but generic words or a place.
 * The alignment takes the most alike first, then the greatest gain, then by position, so it depends on nothing but the two names. Not safe for
 * several threads: it holds the rows of an edit distance.
 */
final class NameScore {
    /** The score of equal canonical forms. */
    static final int EQUAL = 10_000;

    /** The greatest score of names that are not equal. */
    static final int ALMOST = 9_990;

    /** The greatest score of names that agree in generic words only. */
    static final int GENERIC_CAP = 6_000;

    /** Likeness is counted in thousandths. */
    static final int ALIKE = 1_000;

    /** The least likeness that counts: three edits in ten letters. */
    static final int LEAST_ALIKE = 700;

    /** A listed word weighs half of a word of the query: customers leave words out, and rarely add distinctive ones. */
    static final int QUERY_SHARE = 10;

    static final int LISTED_SHARE = 5;

    /** What both sides leave without a partner counts in full against the score. */
    static final int CONTRADICTION_SHARE = 10;

    static final int ABBREVIATED = 950;
    static final int IN_CONSONANTS = 920;
    private static final int IN_SOUND = 940;
    private static final int LEAST_SOUNDED = 4;
    private static final int MOST_KNOWN = 200_000;
    private static final int JOINED = 980;

    /** Joined words must be nearly equal: one edit in eight letters. */
    static final int LEAST_JOINED_ALIKE = 870;

    private static final int ACRONYM = 800;
    static final int INITIAL = 830;
    private static final int MOST_JOINED = 3;
    static final int LEAST_ACRONYM = 4;
    static final int MOST_ACRONYM = 8;

    /** Words that an acronym leaves out. */
    private static final Set<String> SMALL_WORDS = Set.of(
            "of", "the", "and", "for", "in", "on", "to", "de", "del", "la", "le", "les", "des", "du", "et", "und",
            "der", "y", "e", "i");

    /** An article is like no word that is written in consonants. */
    private static final Set<String> ARTICLES = Set.of("al", "el", "ul");

    /** Shorter words differ by any letter: Li is not Lu, Wu is not Hu. */
    private static final int LEAST_NEAR = 3;

    /** Of Han, as it is written in Latin letters. */
    private static final int LONGEST_SYLLABLE = 6;

    private static final int LEAST_GLUED = 5;

    /** Names that were run together may have one edit in so many letters. */
    private static final int GLUED_LETTERS_AN_EDIT = 12;

    /** Parts in a hundred of the score that are left when numbers differ, and when the order differs. */
    private static final int NUMBERS_DIFFER = 70;

    private static final int ORDER_DIFFERS = 98;

    /** The same where all hangs by one word that is near, and where syllables of Han leave something open. */
    private static final int NEAR_WORD_ALONE = 90;

    private static final int NEAR_ENOUGH_ALONE = 850;
    private static final int LOOSE = 90;

    /** Words of less weight, such as a large town, do not tell a party beside a word that is only near. */
    private static final int LEAST_TELLING = 650;

    private final EditDistance distance = new EditDistance();

    /** The sounds of words met before. */
    private final Map<String, String> known = new HashMap<>();

    /** One aligned pair: a span of query words and a span of listed words, of which one has length 1. */
    record Pair(int query, int queryLength, int listed, int listedLength, int alike, Why why, long gain) {}

    /** Why two words are taken for the same. */
    enum Why {
        EQUAL,
        NEAR,
        ABBREVIATION,
        INITIAL,
        JOINED,
        ACRONYM
    }

    /** Looks up the likeness of two words; a matcher may remember what it computed before. */
    @FunctionalInterface
    interface Likeness {
        int of(String query, String listed);
    }

    /** The likeness of two words by itself: equal, a known short form, or near by spelling; 0 if not alike enough. */
    int alike(String a, String b) {
        return alike(a, b, sounds(a), sounds(b));
    }

    /** The same where the sounds of both words are known. */
    int alike(String a, String b, String soundsOfA, String soundsOfB) {
        if (a.equals(b)) {
            return ALIKE;
        }
        if (Abbreviations.related(a, b)) {
            return ABBREVIATED;
        }
        if (Consonants.isOnly(a) != Consonants.isOnly(b)) {
            return alikeInConsonants(a, b);
        }
        int longer = Math.max(a.length(), b.length());
        int shorter = Math.min(a.length(), b.length());
        int limit = limit(a, b);
        if (shorter < LEAST_NEAR || longer - shorter > limit || isNumber(a) || isNumber(b) || digitsDiffer(a, b)) {
            return 0;
        }
        if (isSwap(a, b)) {
            return ALIKE - ALIKE / (2 * longer);
        }
        int edits = distance.within(a, b, limit);
        int bySpelling = edits > limit ? 0 : ALIKE * (longer - edits) / longer;
        return shorter < LEAST_SOUNDED ? bySpelling : Math.max(bySpelling, bySounds(soundsOfA, soundsOfB));
    }

    /** Whether two neighbours have changed places: a slip of the hand, and rarely another name. */
    private static boolean isSwap(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        int at = 0;
        while (at < a.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at + 1 < a.length()
                && a.charAt(at) == b.charAt(at + 1)
                && a.charAt(at + 1) == b.charAt(at)
                && a.regionMatches(at + 2, b, at + 2, a.length() - at - 2);
    }

    /** The most edits between words that are alike. */
    private static int limit(String a, String b) {
        return limit(a, b, LEAST_ALIKE);
    }

    /** The most edits between words that are so alike by spelling. */
    static int limit(String a, String b, int least) {
        return Math.max(a.length(), b.length()) * (ALIKE - least) / ALIKE;
    }

    /** The most edits between the sounds of words that are so alike by sound; negative if none are. */
    static int soundLimit(String a, String b, int least) {
        return Math.max(a.length(), b.length()) * (IN_SOUND - least) / IN_SOUND;
    }

    /** Words of one sound, or nearly so, that ways of romanising spell apart. */
    int alikeInSound(String a, String b) {
        return bySounds(sounds(a), sounds(b));
    }

    private int bySounds(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        int limit = soundLimit(one, other, LEAST_ALIKE);
        int edits = longer == 0 ? 1 : distance.within(one, other, limit);
        return edits > limit ? 0 : IN_SOUND * (longer - edits) / longer;
    }

    private String sounds(String word) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(word, Sounds::of);
    }

    /** A word that is written in consonants against one with vowels: the classes of their consonants, by edits. */
    private int alikeInConsonants(String a, String b) {
        if (!mayHaveVowelsLeftOut(a) || !mayHaveVowelsLeftOut(b)) {
            return 0;
        }
        boolean hebrew = Consonants.isHebrew(a) || Consonants.isHebrew(b);
        if (hebrew) {
            return byConsonants(Consonants.of(a, true), Consonants.of(b, true));
        }
        int best = 0;
        for (String one : Consonants.readings(a)) {
            for (String other : Consonants.readings(b)) {
                best = Math.max(best, byConsonants(one, other));
            }
        }
        return best;
    }

    private static boolean mayHaveVowelsLeftOut(String word) {
        return word.length() > 1 && digits(word).isEmpty() && !ARTICLES.contains(word);
    }

    private int byConsonants(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        int limit = limit(one, other);
        int edits = longer == 0 ? 1 : distance.within(one, other, limit);
        return edits > limit ? 0 : IN_CONSONANTS * (longer - edits) / longer;
    }

    private static boolean isNumber(String word) {
        return isDigit(word.charAt(0));
    }

    /** Numbers are identities inside a word too: institute13 is not institute14. */
    private static boolean digitsDiffer(String a, String b) {
        String ofA = digits(a);
        String ofB = digits(b);
        return !ofA.isEmpty() && !ofB.isEmpty() && !ofA.equals(ofB);
    }

    private static String digits(String word) {
        int first = 0;
        while (first < word.length() && !isDigit(word.charAt(first))) {
            first++;
        }
        if (first == word.length()) {
            return "";
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            if (isDigit(word.charAt(i))) {
                digits.append(word.charAt(i));
            }
        }
        return digits.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    int score(NameForm query, NameForm listed) {
        return score(query, listed, this::alike);
    }

    int score(NameForm query, NameForm listed, Likeness likeness) {
        return score(query, listed, likeness, null);
    }

    /** The same score; a working, where there is one, takes down how it comes about. */
    int score(NameForm query, NameForm listed, Likeness likeness, @Nullable Working working) {
        if (query.tokens().isEmpty() || listed.tokens().isEmpty()) {
            return 0;
        }
        if (query.canonical().equals(listed.canonical())) {
            if (working != null) {
                working.equal();
            }
            return query.derived() || listed.derived() ? (int) lower(EQUAL, ALMOST, Cause.READING, working) : EQUAL;
        }
        boolean exact = query.origin() == NameForm.Origin.SYLLABLES || listed.origin() == NameForm.Origin.SYLLABLES;
        List<Pair> aligned = align(query, listed, exact ? (a, b) -> exactly(a, b, likeness) : likeness);
        long words = words(query, listed, aligned, working);
        long glued = glued(query, listed, exact);
        boolean generic = glued > words
                ? glued < EQUAL && (isGeneric(query) || isGeneric(listed))
                : agreesInGenericWordsOnly(query, listed, aligned);
        if (working != null) {
            working.channels(aligned, words, glued);
        }
        long score = Math.max(words, glued);
        score = lower(score, Math.min(score, ALMOST), Cause.NOT_EQUAL, working);
        if (numbersDiffer(query, listed)) {
            score = lower(score, score * NUMBERS_DIFFER / 100, Cause.NUMBERS, working);
        }
        if (words >= glued && orderDiffers(aligned)) {
            score = lower(score, score * ORDER_DIFFERS / 100, Cause.ORDER, working);
        }
        boolean written = !query.derived() && !listed.derived();
        if (written && words >= glued && hangsByANearWord(query, aligned)) {
            score = lower(score, score * NEAR_WORD_ALONE / 100, Cause.NEAR_WORD_ALONE, working);
        }
        if (exact && words >= glued && isLoose(query, listed, aligned)) {
            score = lower(score, score * LOOSE / 100, Cause.LOOSE, working);
        }
        generic |= score > GENERIC_CAP && words >= glued && agreesInPlacesOnly(query, listed, aligned);
        return (int) (generic ? lower(score, Math.min(score, GENERIC_CAP), Cause.GENERIC, working) : score);
    }

    private static long lower(long from, long to, Cause cause, @Nullable Working working) {
        if (working != null && to < from) {
            working.lowered(cause, from, to);
        }
        return to;
    }

    /** The aligned pairs, most alike first. */
    List<Pair> align(NameForm query, NameForm listed, Likeness likeness) {
        List<Pair> pairs = candidates(query, listed, likeness);
        pairs.sort((a, b) -> {
            int order = Integer.compare(b.alike(), a.alike());
            order = order != 0 ? order : Long.compare(b.gain(), a.gain());
            order = order != 0 ? order : Integer.compare(a.query(), b.query());
            order = order != 0 ? order : Integer.compare(a.listed(), b.listed());
            order = order != 0 ? order : Integer.compare(a.queryLength(), b.queryLength());
            return order != 0 ? order : Integer.compare(a.listedLength(), b.listedLength());
        });
        long freeQuery = -1;
        long freeListed = -1;
        List<Pair> aligned = new ArrayList<>();
        for (Pair pair : pairs) {
            long queryBits = bits(pair.query(), pair.queryLength());
            long listedBits = bits(pair.listed(), pair.listedLength());
            if ((freeQuery & queryBits) == queryBits && (freeListed & listedBits) == listedBits) {
                freeQuery &= ~queryBits;
                freeListed &= ~listedBits;
                aligned.add(pair);
            }
        }
        return aligned;
    }

    /** One bit a word; a name has at most {@link NameForm#MAX_TOKENS} words, which is the bits of a long. */
    private static long bits(int from, int length) {
        return ((1L << length) - 1) << from;
    }

    private static List<Pair> candidates(NameForm query, NameForm listed, Likeness likeness) {
        List<Pair> pairs = new ArrayList<>();
        for (int q = 0; q < query.tokens().size(); q++) {
            for (int l = 0; l < listed.tokens().size(); l++) {
                single(query.tokens(), q, listed.tokens(), l, likeness, pairs);
                for (int joined = 2; joined <= MOST_JOINED; joined++) {
                    joined(query, q, joined, listed, l, 1, likeness, pairs);
                    joined(query, q, 1, listed, l, joined, likeness, pairs);
                }
                acronym(query.tokens(), q, listed.tokens(), l, pairs);
            }
        }
        return pairs;
    }

    private static void single(
            List<Token> query, int q, List<Token> listed, int l, Likeness likeness, List<Pair> pairs) {
        Token a = query.get(q);
        Token b = listed.get(l);
        if (a.kind() != b.kind()) {
            return;
        }
        if (a.kind() == Token.Kind.WORD && (a.text().length() == 1) != (b.text().length() == 1)) {
            if (a.text().charAt(0) == b.text().charAt(0)) {
                add(query, q, 1, listed, l, 1, INITIAL, Why.INITIAL, pairs);
            }
            return;
        }
        int alike = a.kind() == Token.Kind.WORD
                ? likeness.of(a.text(), b.text())
                : a.text().equals(b.text()) ? ALIKE : 0;
        if (alike > 0) {
            Why why = alike == ALIKE ? Why.EQUAL : alike == ABBREVIATED ? Why.ABBREVIATION : Why.NEAR;
            add(query, q, 1, listed, l, 1, alike, why, pairs);
        }
    }

    private static void joined(
            NameForm query,
            int q,
            int queryLength,
            NameForm listed,
            int l,
            int listedLength,
            Likeness likeness,
            List<Pair> pairs) {
        String a = span(query, q, queryLength);
        String b = span(listed, l, listedLength);
        int longer = Math.max(a.length(), b.length());
        int shorter = Math.min(a.length(), b.length());
        boolean inConsonants = shorter > 0 && Consonants.isOnly(a) != Consonants.isOnly(b);
        if (!inConsonants && (shorter < LEAST_GLUED || shorter * ALIKE < longer * LEAST_JOINED_ALIKE)) {
            return;
        }
        int alike = likeness.of(a, b);
        if (alike >= LEAST_JOINED_ALIKE) {
            int joined = inConsonants ? alike : alike * JOINED / ALIKE;
            add(query.tokens(), q, queryLength, listed.tokens(), l, listedLength, joined, Why.JOINED, pairs);
        }
    }

    /** A word, or it glued to its right neighbours; empty where there is no such span of words. */
    private static String span(NameForm name, int from, int length) {
        return switch (length) {
            case 1 ->
                name.tokens().get(from).kind() == Token.Kind.LEGAL_FORM
                        ? ""
                        : name.tokens().get(from).text();
            case 2 -> name.pairs().get(from);
            default -> name.triples().get(from);
        };
    }

    private static void acronym(List<Token> query, int q, List<Token> listed, int l, List<Pair> pairs) {
        int spelled = spelled(query.get(q), listed, l);
        if (spelled > 0) {
            add(query, q, 1, listed, l, spelled, ACRONYM, Why.ACRONYM, pairs);
        }
        spelled = spelled(listed.get(l), query, q);
        if (spelled > 0) {
            add(query, q, spelled, listed, l, 1, ACRONYM, Why.ACRONYM, pairs);
        }
    }

    private static int spelled(Token word, List<Token> tokens, int from) {
        return word.kind() == Token.Kind.WORD ? initials(word.text(), tokens, from) : 0;
    }

    static boolean isSmall(String word) {
        return SMALL_WORDS.contains(word);
    }

    /**
     * How many words from a position on have the letters of this word as their initials; 0 if they have not. Small words such as
     * {@code of} may be passed over.
     */
    static int initials(String word, List<Token> tokens, int from) {
        int length = word.length();
        if (length < LEAST_ACRONYM || length > MOST_ACRONYM) {
            return 0;
        }
        int letter = 0;
        for (int at = from; at < tokens.size(); at++) {
            Token part = tokens.get(at);
            if (initialsOf(part).indexOf(word.charAt(letter)) >= 0) {
                letter++;
                if (letter == length) {
                    return at - from + 1;
                }
            } else if (letter == 0 || !isSmall(part.text())) {
                return 0;
            }
        }
        return 0;
    }

    /** The letters that a word may give to an acronym. A legal form gives that of its English word, if any. */
    static String initialsOf(Token token) {
        String text = token.text();
        if (token.kind() != Token.Kind.LEGAL_FORM) {
            return text.length() > 1 ? text.substring(0, 1) : "";
        }
        return switch (text) {
            case "limited" -> "l";
            case "company", "corporation" -> "c";
            default -> "";
        };
    }

    private static void add(
            List<Token> query,
            int q,
            int queryLength,
            List<Token> listed,
            int l,
            int listedLength,
            int alike,
            Why why,
            List<Pair> pairs) {
        long gain = (long) alike
                * (QUERY_SHARE * weight(query, q, queryLength) + LISTED_SHARE * weight(listed, l, listedLength));
        pairs.add(new Pair(q, queryLength, l, listedLength, alike, why, gain));
    }

    static long weight(List<Token> tokens, int from, int length) {
        long weight = 0;
        for (Token token : tokens.subList(from, from + length)) {
            weight += token.weight();
        }
        return weight;
    }

    private static long words(NameForm query, NameForm listed, List<Pair> aligned, @Nullable Working working) {
        long queryNeed = weight(query.tokens(), 0, query.tokens().size());
        long listedNeed = weight(listed.tokens(), 0, listed.tokens().size());
        long gain = 0;
        long queryOpen = queryNeed;
        long listedOpen = listedNeed;
        for (Pair pair : aligned) {
            gain += pair.gain();
            queryOpen -= weight(query.tokens(), pair.query(), pair.queryLength());
            listedOpen -= weight(listed.tokens(), pair.listed(), pair.listedLength());
        }
        long contradiction = CONTRADICTION_SHARE * Math.min(queryOpen, listedOpen);
        if (working != null) {
            working.contradiction(contradiction);
        }
        long need = QUERY_SHARE * queryNeed + LISTED_SHARE * listedNeed + contradiction;
        return EQUAL * gain / (ALIKE * need);
    }

    /** Words that the tables know are compared as ever; others, which may be syllables of Han, are equal or are not alike. */
    private static int exactly(String a, String b, Likeness likeness) {
        boolean known = TokenWeights.of(a) < TokenWeights.GREATEST && TokenWeights.of(b) < TokenWeights.GREATEST;
        boolean word = known && Math.min(a.length(), b.length()) > LONGEST_SYLLABLE;
        return word ? likeness.of(a, b) : a.equals(b) ? ALIKE : 0;
    }

    private long glued(NameForm query, NameForm listed, boolean exact) {
        long plain = words(query) == words(listed) ? 0 : glued(query.glued(), listed.glued());
        boolean sameCount = query.tokens().size() == listed.tokens().size();
        long best = sameCount ? plain : Math.max(plain, glued(query.whole(), listed.whole()));
        return exact && best < EQUAL ? 0 : best;
    }

    long glued(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        if (Math.min(a.length(), b.length()) < LEAST_GLUED || digitsDiffer(a, b)) {
            return 0;
        }
        int limit = gluedLimit(longer);
        int edits = distance.within(a, b, limit);
        return edits > limit ? 0 : (long) EQUAL * (longer - edits) / longer;
    }

    /** The most edits between whole names of so many letters that were run together. */
    static int gluedLimit(int letters) {
        return letters / GLUED_LETTERS_AN_EDIT;
    }

    private static long words(NameForm name) {
        return name.tokens().stream()
                .filter(token -> token.kind() != Token.Kind.LEGAL_FORM)
                .count();
    }

    /** Whether nothing that tells is in common but one word that is no more than near: by one edit in fewer than seven letters. */
    private static boolean hangsByANearWord(NameForm query, List<Pair> aligned) {
        int near = 0;
        for (Pair pair : aligned) {
            Token token = query.tokens().get(pair.query());
            if (pair.queryLength() > 1 || token.weight() > LEAST_TELLING) {
                if (pair.why() != Why.NEAR || pair.alike() >= NEAR_ENOUGH_ALONE || near++ > 0) {
                    return false;
                }
            }
        }
        return near == 1;
    }

    /** Syllables of Han stand in one order, and a listed name of further words that tell is another. */
    private static boolean isLoose(NameForm query, NameForm listed, List<Pair> aligned) {
        long open = -1;
        int last = -1;
        List<Pair> inOrder = new ArrayList<>(aligned);
        inOrder.sort((a, b) -> Integer.compare(a.query(), b.query()));
        for (Pair pair : inOrder) {
            open &= ~bits(pair.listed(), pair.listedLength());
            if (pair.listed() < last && query.tokens().size() == 2) {
                return true;
            }
            last = pair.listed();
        }
        for (int i = 0; i < listed.tokens().size(); i++) {
            if ((open & 1L << i) != 0 && !listed.tokens().get(i).isGeneric()) {
                return true;
            }
        }
        return false;
    }

    private static boolean agreesInGenericWordsOnly(NameForm query, NameForm listed, List<Pair> aligned) {
        if (hasSameWords(query, listed, aligned)) {
            return false;
        }
        for (Pair pair : aligned) {
            for (Token token : query.tokens().subList(pair.query(), pair.query() + pair.queryLength())) {
                if (pair.why() != Why.INITIAL && !token.isGeneric()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a place is all that is in common, legal forms aside: where it lies tells no party. */
    private static boolean agreesInPlacesOnly(NameForm query, NameForm listed, List<Pair> aligned) {
        long common = 0;
        for (Pair pair : aligned) {
            common |= bits(pair.query(), pair.queryLength());
        }
        StringJoiner words = new StringJoiner(" ");
        for (int i = 0; i < query.tokens().size(); i++) {
            Token token = query.tokens().get(i);
            if ((common & 1L << i) != 0 && token.kind() != Token.Kind.LEGAL_FORM) {
                words.add(token.text());
            }
        }
        return AddressForm.isPlace(words.toString()) && !hasSameWords(query, listed, aligned);
    }

    /** Every word has an equal partner, legal forms aside, so the names differ in order or legal form alone. */
    private static boolean hasSameWords(NameForm query, NameForm listed, List<Pair> aligned) {
        long equal = aligned.stream()
                .filter(pair -> pair.alike() == ALIKE
                        && query.tokens().get(pair.query()).kind() != Token.Kind.LEGAL_FORM)
                .count();
        return equal == words(query) && equal == words(listed);
    }

    private static boolean isGeneric(NameForm name) {
        return name.tokens().stream().allMatch(Token::isGeneric);
    }

    /** Institute 13 is not institute 14; a number on one side only is no contradiction. */
    private static boolean numbersDiffer(NameForm query, NameForm listed) {
        List<String> a = numbers(query);
        List<String> b = numbers(listed);
        return !a.isEmpty() && !b.isEmpty() && !a.containsAll(b) && !b.containsAll(a);
    }

    private static List<String> numbers(NameForm name) {
        return name.tokens().stream()
                .filter(t -> t.kind() == Token.Kind.NUMBER)
                .map(Token::text)
                .toList();
    }

    /** Whether aligned words stand in another order; {@code LAST, First} against First LAST is a rotation and is not. */
    private static boolean orderDiffers(List<Pair> aligned) {
        List<Pair> inOrder = new ArrayList<>(aligned);
        inOrder.sort((a, b) -> Integer.compare(a.query(), b.query()));
        int descents = 0;
        for (int i = 0; i < inOrder.size(); i++) {
            int here = inOrder.get(i).listed();
            int next = inOrder.get((i + 1) % inOrder.size()).listed();
            descents += next < here ? 1 : 0;
        }
        return inOrder.size() > 1 && descents > 1;
    }
}
