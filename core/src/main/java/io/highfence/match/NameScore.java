package io.highfence.match;

import io.highfence.match.NameExplanation.Lowered.Cause;
import io.highfence.text.Chars;
import io.highfence.text.Consonants;
import io.highfence.text.EditDistance;
import io.highfence.text.NameForm;
import io.highfence.text.Places;
import io.highfence.text.Token;
import io.highfence.text.TokenWeights;
import io.highfence.text.WordMap;
import java.util.Set;
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
 * The alignment takes the most alike first, then the greatest gain, then by position, so it depends on nothing but the two names.
 * Allocates nothing once its rooms have grown. Not safe for several threads.
 */
final class NameScore {
    /** The score of equal canonical forms. */
    static final int EQUAL = 10_000;

    /** The greatest score of names that are not equal. */
    static final int ALMOST = 9_990;

    /** The greatest score of names that agree in generic words only. */
    static final int GENERIC_CAP = 6_000;

    /** Likeness is counted in thousandths. */
    static final int ALIKE = WordLikeness.ALIKE;

    /** A listed word weighs half of a word of the query: customers leave words out, and rarely add distinctive ones. */
    static final int QUERY_SHARE = 10;

    static final int LISTED_SHARE = 5;

    /** What both sides leave without a partner counts in full against the score. */
    static final int CONTRADICTION_SHARE = 10;

    private static final int JOINED = 980;

    /** Joined words must be nearly equal: one edit in eight letters. */
    static final int LEAST_JOINED_ALIKE = 870;

    /** Where two or three words run together are compared by their consonants, they have so many. */
    private static final int LEAST_CONSONANTS_OF_TWO = 2;

    private static final int LEAST_CONSONANTS_OF_THREE = 4;

    static final int ACRONYM = 800;
    static final int INITIAL = 830;

    /** An initial of the listed name: the word that was searched for fits one name in ten or so by chance. */
    static final int LISTED_INITIAL = 600;

    static final int MOST_JOINED = 3;
    static final int LEAST_ACRONYM = 4;
    static final int MOST_ACRONYM = 8;

    /** Of Han, as it is written in Latin letters. */
    private static final int LONGEST_SYLLABLE = 6;

    static final int LEAST_GLUED = 5;

    /** Names that were run together may have one edit in so many letters. */
    private static final int GLUED_LETTERS_AN_EDIT = 12;

    /** Parts in a hundred of the score that are left when numbers differ, and when the order differs. */
    private static final int NUMBERS_DIFFER = 70;

    private static final int ORDER_DIFFERS = 98;

    /** The same where all hangs by one word that is near, and where syllables of Han leave something open. */
    private static final int NEAR_WORD_ALONE = 90;

    private static final int NEAR_ENOUGH_ALONE = 850;
    private static final int LOOSE = 90;

    /** The same where only the group has the name: its part has a place besides. */
    private static final int PART_OF_GROUP = 90;

    /** Words of less weight, such as a large town, do not tell a party beside a word that is only near. */
    private static final int LEAST_TELLING = 650;

    private final WordLikeness likeness = new WordLikeness();
    private final EditDistance distance = new EditDistance();
    private final EditDistance wholeDistance = new EditDistance();
    private final Chars common = new Chars();
    private final Pairs pairs = new Pairs();

    /** Why two words are taken for the same. */
    enum Why {
        EQUAL,
        NEAR,
        ABBREVIATION,
        INITIAL,
        JOINED,
        ACRONYM
    }

    /** What is known of two names: the likeness of their words, and what cannot be found among them. A matcher remembers what it computed. */
    @FunctionalInterface
    interface Likeness {
        /** The likeness of a word of one name to a word of another, both of more than a letter or both of one. */
        int of(NameForm query, int queryWord, NameForm listed, int listedWord);

        /** Whether a word may be alike to joined ones of the other name. */
        default boolean mayJoin() {
            return true;
        }

        /** Whether a word may be the initials of the other name's words. */
        default boolean mayBeAcronym() {
            return true;
        }

        /** Whether the names may be alike without their blanks. */
        default boolean mayBeGlued() {
            return true;
        }
    }

    /**
     * Pairs of a span of query words and a span of listed words, of which one has length 1. Those that are aligned come first, most
     * alike first.
     */
    static final class Pairs implements HeapSort.Items {
        /** Each word with each other, and each with two and three joined ones and as initials, both ways round. */
        private static final int ROOM = NameForm.MAX_TOKENS * NameForm.MAX_TOKENS * (2 * MOST_JOINED + 1);

        private final int[] query = new int[ROOM];
        private final int[] queryLength = new int[ROOM];
        private final int[] listed = new int[ROOM];
        private final int[] listedLength = new int[ROOM];
        private final int[] alike = new int[ROOM];
        private final Why[] why = new Why[ROOM];
        private final int[] gain = new int[ROOM];
        private final int[] order = new int[ROOM];
        private int count;
        private int aligned;

        private void clear() {
            count = 0;
            aligned = 0;
        }

        private void add(int q, int qLength, int l, int lLength, int likeness, Why reason, int itsGain) {
            query[count] = q;
            queryLength[count] = qLength;
            listed[count] = l;
            listedLength[count] = lLength;
            alike[count] = likeness;
            why[count] = reason;
            gain[count] = itsGain;
            order[count] = count;
            count++;
        }

        /** The most alike is aligned first, then the greatest gain, then by position. */
        @Override
        public boolean isBefore(int i, int k) {
            int a = order[i];
            int b = order[k];
            if (alike[a] != alike[b]) {
                return alike[a] > alike[b];
            }
            if (gain[a] != gain[b]) {
                return gain[a] > gain[b];
            }
            if (query[a] != query[b]) {
                return query[a] < query[b];
            }
            if (listed[a] != listed[b]) {
                return listed[a] < listed[b];
            }
            return queryLength[a] != queryLength[b]
                    ? queryLength[a] < queryLength[b]
                    : listedLength[a] < listedLength[b];
        }

        @Override
        public void swap(int i, int k) {
            int pair = order[i];
            order[i] = order[k];
            order[k] = pair;
        }

        /** Takes the pairs in their order, each that has words no earlier one took. */
        private void align() {
            HeapSort.sort(this, 0, count);
            long freeQuery = -1;
            long freeListed = -1;
            for (int i = 0; i < count; i++) {
                int pair = order[i];
                long queryBits = bits(query[pair], queryLength[pair]);
                long listedBits = bits(listed[pair], listedLength[pair]);
                if ((freeQuery & queryBits) == queryBits && (freeListed & listedBits) == listedBits) {
                    freeQuery &= ~queryBits;
                    freeListed &= ~listedBits;
                    order[aligned++] = pair;
                }
            }
        }

        /** Sorts the aligned pairs by the place of their query words. */
        private void sortByQuery() {
            for (int i = 1; i < aligned; i++) {
                int pair = order[i];
                int at = i;
                while (at > 0 && query[order[at - 1]] > query[pair]) {
                    order[at] = order[at - 1];
                    at--;
                }
                order[at] = pair;
            }
        }

        /** How many are aligned. */
        int aligned() {
            return aligned;
        }

        int query(int i) {
            return query[order[i]];
        }

        int queryLength(int i) {
            return queryLength[order[i]];
        }

        int listed(int i) {
            return listed[order[i]];
        }

        int listedLength(int i) {
            return listedLength[order[i]];
        }

        int alike(int i) {
            return alike[order[i]];
        }

        Why why(int i) {
            return why[order[i]];
        }

        int gain(int i) {
            return gain[order[i]];
        }
    }

    /** Words that an acronym leaves out. */
    private static final WordMap SMALL_WORDS = WordMap.of(Set.of(
            "of", "the", "and", "for", "in", "on", "to", "de", "del", "la", "le", "les", "des", "du", "et", "und",
            "der", "y", "e", "i"));

    /** The likeness of single words, computed anew. */
    int alike(NameForm query, int q, NameForm listed, int l) {
        likeness.from(query.canonical(), query.from(q), query.to(q));
        return likeness.to(listed.canonical(), listed.from(l), listed.to(l));
    }

    int score(NameForm query, NameForm listed) {
        return score(query, listed, this::alike);
    }

    int score(NameForm query, NameForm listed, Likeness words) {
        return score(query, listed, words, null);
    }

    /** The same score; a working, where there is one, takes down how it comes about. */
    int score(NameForm query, NameForm listed, Likeness remembered, @Nullable Working working) {
        if (query.size() == 0 || listed.size() == 0) {
            return 0;
        }
        if (query.sameAs(listed)) {
            if (working != null) {
                working.equal();
            }
            int equal = query.derived() || listed.derived() ? lower(EQUAL, ALMOST, Cause.READING, working) : EQUAL;
            return partOfGroup(query, equal, working);
        }
        boolean exact = query.origin() == NameForm.Origin.SYLLABLES || listed.origin() == NameForm.Origin.SYLLABLES;
        pairs.clear();
        findPairs(query, listed, exact, remembered);
        pairs.align();
        int words = words(query, listed, working);
        int glued = remembered.mayBeGlued() ? glued(query, listed, exact) : 0;
        boolean generic = glued > words
                ? glued < EQUAL && (isGeneric(query) || isGeneric(listed))
                : agreesInGenericWordsOnly(query, listed);
        if (working != null) {
            working.channels(pairs, words, glued);
        }
        int score = Math.max(words, glued);
        score = lower(score, Math.min(score, ALMOST), Cause.NOT_EQUAL, working);
        if (numbersDiffer(query, listed)) {
            score = lower(score, score * NUMBERS_DIFFER / 100, Cause.NUMBERS, working);
        }
        pairs.sortByQuery();
        if (words >= glued && orderDiffers()) {
            score = lower(score, score * ORDER_DIFFERS / 100, Cause.ORDER, working);
        }
        boolean written = (!query.derived() || isGroup(query)) && !listed.derived();
        if (written && words >= glued && hangsByANearWord(query)) {
            score = lower(score, score * NEAR_WORD_ALONE / 100, Cause.NEAR_WORD_ALONE, working);
        }
        if (exact && words >= glued && isLoose(query, listed)) {
            score = lower(score, score * LOOSE / 100, Cause.LOOSE, working);
        }
        score = partOfGroup(query, score, working);
        generic |= score > GENERIC_CAP && words >= glued && agreesInPlacesOnly(query, listed);
        return generic ? lower(score, Math.min(score, GENERIC_CAP), Cause.GENERIC, working) : score;
    }

    private static boolean isGroup(NameForm query) {
        return query.origin() == NameForm.Origin.GROUP;
    }

    /** The least score before all corrections with which a form of the query may reach a threshold. */
    static int least(NameForm query, int threshold) {
        return isGroup(query) ? (threshold * 100 + PART_OF_GROUP - 1) / PART_OF_GROUP : threshold;
    }

    private static int partOfGroup(NameForm query, int score, @Nullable Working working) {
        return isGroup(query) ? lower(score, score * PART_OF_GROUP / 100, Cause.GROUP, working) : score;
    }

    private static int lower(int from, int to, Cause cause, @Nullable Working working) {
        if (working != null && to < from) {
            working.lowered(cause, from, to);
        }
        return to;
    }

    /** One bit a word; a name has at most {@link NameForm#MAX_TOKENS} words, which is the bits of a long. */
    private static long bits(int from, int length) {
        return ((1L << length) - 1) << from;
    }

    private void findPairs(NameForm query, NameForm listed, boolean exact, Likeness remembered) {
        for (int q = 0; q < query.size(); q++) {
            for (int l = 0; l < listed.size(); l++) {
                single(query, q, listed, l, exact, remembered);
            }
            for (int joined = 1; joined <= MOST_JOINED && remembered.mayJoin(); joined++) {
                joined(query, q, joined, listed, exact);
            }
            for (int l = 0; l < listed.size() && remembered.mayBeAcronym(); l++) {
                acronym(query, q, listed, l);
            }
        }
    }

    private void single(NameForm query, int q, NameForm listed, int l, boolean exact, Likeness remembered) {
        if (query.kind(q) != listed.kind(l)) {
            return;
        }
        boolean word = query.kind(q) == Token.Kind.WORD;
        if (word && isLetter(query, q) != isLetter(listed, l)) {
            if (query.canonical().charAt(query.from(q)) == listed.canonical().charAt(listed.from(l))) {
                int initial = isLetter(listed, l) ? LISTED_INITIAL : INITIAL;
                add(query, q, 1, listed, l, 1, initial, Why.INITIAL);
            }
            return;
        }
        int alike = !word || (exact && !areWords(query, q, listed, l))
                ? areEqual(query, q, listed, l) ? ALIKE : 0
                : remembered.of(query, q, listed, l);
        if (alike > 0) {
            Why why = alike == ALIKE ? Why.EQUAL : alike == WordLikeness.ABBREVIATED ? Why.ABBREVIATION : Why.NEAR;
            add(query, q, 1, listed, l, 1, alike, why);
        }
    }

    private static boolean isLetter(NameForm name, int word) {
        return name.to(word) - name.from(word) == 1;
    }

    private static boolean areEqual(NameForm query, int q, NameForm listed, int l) {
        return query.canonical().regionIs(query.from(q), query.to(q), listed.canonical(), listed.from(l), listed.to(l));
    }

    /** Words that the tables know are compared as ever; others, which may be syllables of Han, are equal or are not alike. */
    private static boolean areWords(NameForm query, int q, NameForm listed, int l) {
        return areWords(
                query.canonical(), query.from(q), query.to(q), listed.canonical(), listed.from(l), listed.to(l));
    }

    private static boolean areWords(Chars a, int fromA, int toA, Chars b, int fromB, int toB) {
        return Math.min(toA - fromA, toB - fromB) > LONGEST_SYLLABLE
                && TokenWeights.of(a, fromA, toA) < TokenWeights.GREATEST
                && TokenWeights.of(b, fromB, toB) < TokenWeights.GREATEST;
    }

    /** A word against joined neighbours of the other name, or joined neighbours of the query against single words. */
    private void joined(NameForm query, int q, int queryLength, NameForm listed, boolean exact) {
        if (!query.joins(q, queryLength)) {
            return;
        }
        int from = query.gluedFrom(q);
        int to = query.gluedTo(q + queryLength - 1);
        int shortest = queryLength == 1 ? 2 : 1;
        int longest = queryLength == 1 ? MOST_JOINED : 1;
        for (int l = 0; l < listed.size(); l++) {
            for (int listedLength = shortest; listedLength <= longest; listedLength++) {
                if (!listed.joins(l, listedLength)) {
                    break;
                }
                int alike = joinedAlike(
                        query.glued(),
                        from,
                        to,
                        listed.glued(),
                        listed.gluedFrom(l),
                        listed.gluedTo(l + listedLength - 1),
                        Math.max(queryLength, listedLength),
                        exact);
                if (alike > 0) {
                    add(query, q, queryLength, listed, l, listedLength, alike, Why.JOINED);
                }
            }
        }
    }

    private int joinedAlike(Chars a, int fromA, int toA, Chars b, int fromB, int toB, int joined, boolean exact) {
        int longer = Math.max(toA - fromA, toB - fromB);
        int shorter = Math.min(toA - fromA, toB - fromB);
        boolean consonants = Consonants.isOnly(a.charAt(fromA));
        boolean inConsonants = consonants != Consonants.isOnly(b.charAt(fromB));
        if (!inConsonants && (shorter < LEAST_GLUED || shorter * ALIKE < longer * LEAST_JOINED_ALIKE)) {
            return 0;
        }
        if (inConsonants
                && (consonants
                        ? hasFewConsonants(b, fromB, toB, Consonants.isHebrew(a.charAt(fromA)), joined)
                        : hasFewConsonants(a, fromA, toA, Consonants.isHebrew(b.charAt(fromB)), joined))) {
            return 0;
        }
        int alike;
        if (exact && !areWords(a, fromA, toA, b, fromB, toB)) {
            alike = a.regionIs(fromA, toA, b, fromB, toB) ? ALIKE : 0;
        } else {
            likeness.from(a, fromA, toA);
            alike = likeness.to(b, fromB, toB);
        }
        return alike < LEAST_JOINED_ALIKE ? 0 : inConsonants ? alike : alike * JOINED / ALIKE;
    }

    /** Whether words run together have so few consonants that many a name has them too. */
    private boolean hasFewConsonants(Chars latin, int from, int to, boolean hebrew, int joined) {
        return likeness.consonants(latin, from, to, hebrew)
                < (joined == 2 ? LEAST_CONSONANTS_OF_TWO : LEAST_CONSONANTS_OF_THREE);
    }

    private void acronym(NameForm query, int q, NameForm listed, int l) {
        int spelled = spelled(query, q, listed, l);
        if (spelled > 0) {
            add(query, q, 1, listed, l, spelled, ACRONYM, Why.ACRONYM);
        }
        spelled = spelled(listed, l, query, q);
        if (spelled > 0) {
            add(query, q, spelled, listed, l, 1, ACRONYM, Why.ACRONYM);
        }
    }

    private static int spelled(NameForm name, int word, NameForm other, int from) {
        return name.kind(word) == Token.Kind.WORD
                ? initials(name.canonical(), name.from(word), name.to(word), other, from)
                : 0;
    }

    static boolean isSmall(NameForm name, int word) {
        return SMALL_WORDS.has(name.canonical(), name.from(word), name.to(word));
    }

    /**
     * How many words from a position on have the letters of this word as their initials; 0 if they have not. Small words such as
     * {@code of} may be passed over.
     */
    static int initials(CharSequence text, int wordFrom, int wordTo, NameForm name, int from) {
        int length = wordTo - wordFrom;
        if (length < LEAST_ACRONYM || length > MOST_ACRONYM) {
            return 0;
        }
        int letter = 0;
        for (int at = from; at < name.size(); at++) {
            if (initialOf(name, at) == text.charAt(wordFrom + letter)) {
                letter++;
                if (letter == length) {
                    return at - from + 1;
                }
            } else if (letter == 0 || !isSmall(name, at)) {
                return 0;
            }
        }
        return 0;
    }

    /** The letter that a word may give to an acronym, or 0. A legal form gives that of its English word, if any. */
    static char initialOf(NameForm name, int word) {
        char first = name.canonical().charAt(name.from(word));
        if (name.kind(word) != Token.Kind.LEGAL_FORM) {
            return isLetter(name, word) ? 0 : first;
        }
        boolean english = name.canonical().regionIs(name.from(word), name.to(word), "limited")
                || name.canonical().regionIs(name.from(word), name.to(word), "company")
                || name.canonical().regionIs(name.from(word), name.to(word), "corporation");
        return english ? first : 0;
    }

    private void add(
            NameForm query, int q, int queryLength, NameForm listed, int l, int listedLength, int alike, Why why) {
        int gain = alike * (QUERY_SHARE * query.weight(q, queryLength) + LISTED_SHARE * listed.weight(l, listedLength));
        pairs.add(q, queryLength, l, listedLength, alike, why, gain);
    }

    private int words(NameForm query, NameForm listed, @Nullable Working working) {
        long gain = 0;
        int queryOpen = query.totalWeight();
        int listedOpen = listed.totalWeight();
        for (int i = 0; i < pairs.aligned(); i++) {
            gain += pairs.gain(i);
            queryOpen -= query.weight(pairs.query(i), pairs.queryLength(i));
            listedOpen -= listed.weight(pairs.listed(i), pairs.listedLength(i));
        }
        long contradiction = (long) CONTRADICTION_SHARE * Math.min(queryOpen, listedOpen);
        if (working != null) {
            working.contradiction(contradiction);
        }
        long need =
                (long) QUERY_SHARE * query.totalWeight() + (long) LISTED_SHARE * listed.totalWeight() + contradiction;
        return (int) (EQUAL * gain / (ALIKE * need));
    }

    private int glued(NameForm query, NameForm listed, boolean exact) {
        int plain = query.names() == listed.names() ? 0 : glued(query.glued(), listed.glued());
        int best = query.size() == listed.size()
                ? plain
                : Math.max(plain, glued(wholeDistance, query.whole(), listed.whole()));
        return exact && best < EQUAL ? 0 : best;
    }

    int glued(Chars a, Chars b) {
        return glued(distance, a, b);
    }

    private static int glued(EditDistance from, Chars a, Chars b) {
        from.from(a, 0, a.length());
        return glued(from, a, b, 0, b.length());
    }

    /** Takes a whole name that others are compared with by {@link #toGlued}. */
    void fromGlued(Chars name) {
        distance.from(name, 0, name.length());
    }

    /** The score of whole names that were run together, of the one that was taken and of one that is part of a text. */
    int toGlued(Chars taken, CharSequence text, int from, int to) {
        return glued(distance, taken, text, from, to);
    }

    private static int glued(EditDistance distance, Chars taken, CharSequence text, int from, int to) {
        int longer = Math.max(taken.length(), to - from);
        int shorter = Math.min(taken.length(), to - from);
        int limit = gluedLimit(longer);
        if (shorter < LEAST_GLUED || longer - shorter > limit || !distance.mayBeWithin(text, from, to, limit)) {
            return 0;
        }
        int edits = distance.to(text, from, to, limit);
        return edits > limit || WordLikeness.digitsDiffer(taken, 0, taken.length(), text, from, to)
                ? 0
                : EQUAL * (longer - edits) / longer;
    }

    /** The most edits between whole names of so many letters that were run together. */
    static int gluedLimit(int letters) {
        return letters / GLUED_LETTERS_AN_EDIT;
    }

    /**
     * Whether nothing that tells is in common but one word that is no more than near: by one edit in fewer than seven letters. An
     * initial tells nothing beside it.
     */
    private boolean hangsByANearWord(NameForm query) {
        int near = 0;
        for (int i = 0; i < pairs.aligned(); i++) {
            boolean tells = pairs.queryLength(i) > 1 || query.weight(pairs.query(i)) > LEAST_TELLING;
            if (tells && pairs.why(i) != Why.INITIAL) {
                if (pairs.why(i) != Why.NEAR || pairs.alike(i) >= NEAR_ENOUGH_ALONE || near++ > 0) {
                    return false;
                }
            }
        }
        return near == 1;
    }

    /** Syllables of Han stand in one order, and a listed name of further words that tell is another. */
    private boolean isLoose(NameForm query, NameForm listed) {
        long open = -1;
        int last = -1;
        for (int i = 0; i < pairs.aligned(); i++) {
            open &= ~bits(pairs.listed(i), pairs.listedLength(i));
            if (pairs.listed(i) < last && query.size() == 2) {
                return true;
            }
            last = pairs.listed(i);
        }
        for (int i = 0; i < listed.size(); i++) {
            if ((open & (1L << i)) != 0 && !listed.isGeneric(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean agreesInGenericWordsOnly(NameForm query, NameForm listed) {
        for (int i = 0; i < pairs.aligned(); i++) {
            for (int q = pairs.query(i); q < pairs.query(i) + pairs.queryLength(i); q++) {
                if (pairs.why(i) != Why.INITIAL && !query.isGeneric(q)) {
                    return false;
                }
            }
        }
        return !hasSameWords(query, listed);
    }

    /** Whether a place is all that is in common, legal forms aside: where it lies tells no party. */
    private boolean agreesInPlacesOnly(NameForm query, NameForm listed) {
        common.clear();
        for (int i = 0; i < pairs.aligned(); i++) {
            for (int q = pairs.query(i); q < pairs.query(i) + pairs.queryLength(i); q++) {
                if (query.kind(q) != Token.Kind.LEGAL_FORM) {
                    common.add(common.isEmpty() ? "" : " ").add(query.canonical(), query.from(q), query.to(q));
                }
            }
        }
        return Places.isPlace(common) && !hasSameWords(query, listed);
    }

    /** Every word has an equal partner, legal forms aside, so the names differ in order or legal form alone. */
    private boolean hasSameWords(NameForm query, NameForm listed) {
        int equal = 0;
        for (int i = 0; i < pairs.aligned(); i++) {
            boolean same = pairs.alike(i) == ALIKE && query.kind(pairs.query(i)) != Token.Kind.LEGAL_FORM;
            equal += same ? 1 : 0;
        }
        return equal == query.names() && equal == listed.names();
    }

    private static boolean isGeneric(NameForm name) {
        for (int i = 0; i < name.size(); i++) {
            if (!name.isGeneric(i)) {
                return false;
            }
        }
        return true;
    }

    /** Institute 13 is not institute 14; a number on one side only is no contradiction. */
    private static boolean numbersDiffer(NameForm query, NameForm listed) {
        return !hasNumbersOf(query, listed) && !hasNumbersOf(listed, query);
    }

    /** Whether a name has every number of another, which may have none. */
    private static boolean hasNumbersOf(NameForm name, NameForm other) {
        for (int o = 0; o < other.size(); o++) {
            if (other.kind(o) == Token.Kind.NUMBER && !hasNumber(name, other, o)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasNumber(NameForm name, NameForm other, int number) {
        for (int i = 0; i < name.size(); i++) {
            if (name.kind(i) == Token.Kind.NUMBER && areEqual(name, i, other, number)) {
                return true;
            }
        }
        return false;
    }

    /** Whether aligned words stand in another order; {@code LAST, First} against First LAST is a rotation and is not. */
    private boolean orderDiffers() {
        int descents = 0;
        for (int i = 0; i < pairs.aligned(); i++) {
            descents += pairs.listed((i + 1) % pairs.aligned()) < pairs.listed(i) ? 1 : 0;
        }
        return pairs.aligned() > 1 && descents > 1;
    }
}
