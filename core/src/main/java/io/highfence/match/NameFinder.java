package io.highfence.match;

import io.highfence.text.Abbreviations;
import io.highfence.text.Chars;
import io.highfence.text.Consonants;
import io.highfence.text.NameForm;
import io.highfence.text.NameReader;
import io.highfence.text.Token;
import io.highfence.text.TokenWeights;
import io.highfence.text.WordMap;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * Finds the readings of listed names that may reach a threshold, so that only they are scored: all of them, and few others.
 *
 * <p>The sum of gains that the score of words is made of has a bound that needs no alignment, and a name whose bound stays under what
 * the threshold needs is passed over, unless it has nearly all letters of the query. What a name cannot have, such as a joined word, is
 * told to the scorer, which need not look for it. {@code docs/foundations.md} argues the bounds. Not safe for several threads;
 * allocates nothing once its rooms have grown.
 */
final class NameFinder implements NameScore.Likeness {
    private static final int WORD_BITS = 6;

    /** Likeness counts in thousandths, a threshold in ten-thousandths. */
    private static final int THRESHOLD_UNIT = NameScore.EQUAL / NameScore.ALIKE;

    /** Of so many small words each choice to pass over them is looked up. */
    private static final int MOST_SMALL = 6;

    private final NameIndex index;
    private final NameScore scorer;
    private final WordLikeness likeness = new WordLikeness();
    private final ConsonantIndex.Scan consonants;
    private final QueryWords words;

    /** The number of each word of each form among the words of the query. */
    private final int[][] wordOfToken = new int[NameReader.MOST_READINGS][NameForm.MAX_TOKENS];

    /** For each reading, which forms of the query may reach it, by its words or without blanks; and which readings there are such for. */
    private final long[] byWords;

    private final long[] byGlued;
    private final long[] found;

    /** For each reading, for which forms joined words or an acronym may be among its words. */
    private final long[] byJoined;

    private final long[] byAcronym;

    /** What is scored: a form of the query against a reading. */
    private int scoredForm;

    private int scoredReading;

    /** For each reading, one beside the other, what the places below say. */
    private final int[] gains;

    private static final int GAIN_BITS = 3;

    /** What the words of the query may gain together. */
    private static final int GAIN = 0;

    /** What the words of the query weigh that gain, and at most the words of the reading that they may be aligned with. */
    private static final int OURS = 1;

    private static final int THEIRS = 2;

    /** The last word that gained, its gain, and the weight of the heaviest word that it may be aligned with. */
    private static final int LAST = 3;

    private static final int LAST_GAIN = 4;
    private static final int LAST_THEIRS = 5;

    /** Before steps come round and one is taken for another. */
    private static final int LAST_STEP = Integer.MAX_VALUE / 2;

    /** More than any name needs; sums end here, as a name that joined words find in many ways would add up to any number. */
    private static final int MOST_GAIN = 1_800_000_000;

    private final int[] touched;
    private int touchedCount;

    /** For each word of a form the most that it may gain beyond what the listed word needs itself, and whether it finds no readings. */
    private final int[] net = new int[NameForm.MAX_TOKENS];

    /** The weight of the heaviest listed word that each word of a form may be aligned with. */
    private final int[] heaviest = new int[NameForm.MAX_TOKENS];

    private final boolean[] isLate = new boolean[NameForm.MAX_TOKENS];

    /** The late words of a form that each listed word may be aligned with, a bit each; those that are initials, numbers, legal forms. */
    private final long[] lateOfWord;

    private long lateInitials;
    private long lateOthers;

    /** What the late words gain in one reading, and the weight of the heaviest word there that each may be aligned with. */
    private final int[] lateGain = new int[NameForm.MAX_TOKENS];

    private final int[] lateTheirs = new int[NameForm.MAX_TOKENS];
    private int form;
    private int step;

    /** How many entries of posting lists have been looked at, how many readings that they hold, and how many more closely. */
    private long postings;

    private long candidates;
    private long verified;

    /** For each text of a dictionary the last look in which it was met: it has several pieces, and may be met by each. */
    private final int[] lookedAt;

    private int look;

    /** What is looked for among whole names. */
    private Chars gluedText = new Chars();

    private final NearTexts.Taker takesSame = this::takeSame;
    private final NearTexts.Taker takesGlued = this::takeGlued;
    private final NearTexts.Taker takesNear = this::takeNear;
    private final NearTexts.Taker takesJoined = this::takeJoined;
    private Dictionary joinable;
    private int joinedWeight;
    private final Chars initials = new Chars();

    NameFinder(NameIndex index, NameScore scorer) {
        this.index = index;
        this.scorer = scorer;
        words = new QueryWords(index, likeness);
        joinable = index.joined;
        consonants = new ConsonantIndex.Scan(index, NameScore.LEAST_JOINED_ALIKE, takesJoined);
        lateOfWord = new long[index.words.count()];
        byWords = new long[index.readings()];
        byJoined = new long[index.readings()];
        byAcronym = new long[index.readings()];
        byGlued = new long[index.readings()];
        found = new long[(index.readings() >> WORD_BITS) + 1];
        gains = new int[index.readings() << GAIN_BITS];
        touched = new int[index.readings()];
        lookedAt = new int[Math.max(index.words.count(), Math.max(index.joined.count(), index.glued.count()))];
    }

    private void startLook() {
        if (++look == Integer.MAX_VALUE) {
            Arrays.fill(lookedAt, 0);
            look = 1;
        }
    }

    /** Whether a text is met for the first time in this look. */
    private boolean isNew(int text) {
        if (lookedAt[text] == look) {
            return false;
        }
        lookedAt[text] = look;
        return true;
    }

    /** Forgets which listed words the words of earlier queries can be aligned with: the next ones are looked up anew. */
    void forgetWords() {
        words.clear();
    }

    /** What all queries so far have cost, but for the names that were scored. */
    Costs costs(long scored) {
        AlikeWords search = words.search();
        return new Costs(search.slots(), search.compared(), postings, candidates, verified, scored);
    }

    /** Finds the readings that may reach a threshold with some form of the query. */
    void find(NameReader query, int threshold) {
        for (int reading = next(0); reading >= 0; reading = next(reading + 1)) {
            byWords[reading] = 0;
            byJoined[reading] = 0;
            byAcronym[reading] = 0;
            byGlued[reading] = 0;
        }
        Arrays.fill(found, 0);
        if (step > LAST_STEP) {
            Arrays.fill(gains, 0);
            step = 0;
        }
        for (form = 0; form < query.count(); form++) {
            find(query.form(form), NameScore.least(query.form(form), threshold));
        }
    }

    /** The first of the readings that were found, from one on; negative if there is none. */
    int next(int from) {
        int at = from >> WORD_BITS;
        if (at >= found.length) {
            return -1;
        }
        long bits = found[at] & (-1L << from);
        while (bits == 0) {
            if (++at == found.length) {
                return -1;
            }
            bits = found[at];
        }
        return (at << WORD_BITS) + Long.numberOfTrailingZeros(bits);
    }

    /** The forms of the query that may reach a reading, one bit each. */
    long forms(int reading) {
        return byWords[reading] | byGlued[reading];
    }

    /** Says which form and which reading are scored next. */
    void look(int itsForm, int reading) {
        scoredForm = itsForm;
        scoredReading = reading;
    }

    @Override
    public boolean mayJoin() {
        return (byJoined[scoredReading] & (1L << scoredForm)) != 0;
    }

    @Override
    public boolean mayBeAcronym() {
        return (byAcronym[scoredReading] & (1L << scoredForm)) != 0;
    }

    @Override
    public boolean mayBeGlued() {
        return (byGlued[scoredReading] & (1L << scoredForm)) != 0;
    }

    @Override
    public int of(NameForm query, int queryWord, NameForm listed, int listedWord) {
        if (query.to(queryWord) - query.from(queryWord) == 1) {
            return scorer.alike(query, queryWord, listed, listedWord);
        }
        return words.alike(wordOfToken[scoredForm][queryWord], index.word(scoredReading, listedWord));
    }

    private void find(NameForm name, int threshold) {
        index.findSame(name.canonical(), takesSame);
        findGlued(name.glued());
        if (!name.whole().is(name.glued())) {
            findGlued(name.whole());
        }
        findJoined(name);
        findAcronyms(name);
        findByWords(name, threshold);
    }

    private void findGlued(Chars text) {
        gluedText = text;
        scorer.fromGlued(text);
        startLook();
        index.nearGlued.find(text, 0, text.length(), takesGlued);
    }

    private void takeSame(int reading) {
        add(reading, byWords);
    }

    private void takeGlued(int word) {
        Dictionary glued = index.glued;
        if (isNew(word) && scorer.toGlued(gluedText, glued.text(), glued.from(word), glued.to(word)) > 0) {
            addAll(glued, word, byGlued);
        }
    }

    private void findJoined(NameForm name) {
        for (int from = 0; from < name.size(); from++) {
            for (int length = 2; length <= NameScore.MOST_JOINED && name.joins(from, length); length++) {
                likeness.from(name.glued(), name.gluedFrom(from), name.gluedTo(from + length - 1));
                joinedWeight = name.weight(from, length);
                step++;
                findJoined(index.joinableWords);
                findJoinedNumber();
                findJoinedConsonants(index.words, index.ownConsonants, index.otherConsonants);
            }
            if (name.joins(from, 1)) {
                likeness.from(name.glued(), name.gluedFrom(from), name.gluedTo(from));
                joinedWeight = name.weight(from);
                step++;
                findJoined(index.joinable);
                findJoinedConsonants(index.joined, index.ownJoinedConsonants, index.otherJoinedConsonants);
            }
        }
    }

    /** A number is alike to what is equal, and to nothing else. */
    private void findJoinedNumber() {
        int number = index.numbers.find(likeness.word());
        if (number != Dictionary.NONE) {
            joinable = index.numbers;
            takeJoined(number);
        }
    }

    /** Finds the words that are alike enough to be joined: by a short form, by letters or by sound. */
    private void findJoined(NameIndex.Joinable words) {
        joinable = words.dictionary();
        Chars word = likeness.word();
        int abbreviation = likeness.abbreviation();
        for (int i = 0; abbreviation != WordMap.NONE && i < Abbreviations.count(abbreviation); i++) {
            int form = joinable.find(Abbreviations.form(abbreviation, i));
            if (form != Dictionary.NONE) {
                takeJoined(form);
            }
        }
        if (word.length() >= NameScore.LEAST_GLUED) {
            startLook();
            words.byLetters().find(word, 0, word.length(), takesNear);
            words.bySounds().find(likeness.sounds(), 0, likeness.sounds().length(), takesNear);
        }
    }

    /** The same by consonants, of which one of the two writes no others. */
    private void findJoinedConsonants(Dictionary dictionary, ConsonantIndex own, ConsonantIndex others) {
        joinable = dictionary;
        Chars word = likeness.word();
        consonants.find(own, word);
        if (Consonants.isOnly(word.charAt(0))) {
            consonants.find(others, word);
        }
    }

    /** Takes a word that has a piece of the one that is looked for, once. */
    private void takeNear(int word) {
        if (isNew(word)) {
            takeJoined(word);
        }
    }

    private void takeJoined(int word) {
        int alike = likeness.to(joinable.text(), joinable.from(word), joinable.to(word));
        if (alike >= NameScore.LEAST_JOINED_ALIKE) {
            mark(joinable, word, byJoined);
            gain(joinable, word, alike, joinedWeight);
        }
    }

    private void findAcronyms(NameForm name) {
        for (int token = 0; token < name.size(); token++) {
            int length = name.to(token) - name.from(token);
            if (name.kind(token) == Token.Kind.WORD
                    && length >= NameScore.LEAST_ACRONYM
                    && length <= NameScore.MOST_ACRONYM) {
                int from = name.from(token);
                int start = index.acronyms.find(name.canonical(), from, from + NameScore.LEAST_ACRONYM);
                if (start != Dictionary.NONE) {
                    gainOfInitials(start, name.weight(token));
                }
            }
        }
        if (smallWords(name) > MOST_SMALL) {
            findAmongAllInitials(name);
            return;
        }
        for (int from = 0; from < name.size(); from++) {
            initials.clear();
            findInitials(name, from);
        }
    }

    /** Adds what a word of the query gains that may be the initials of listed words. */
    private void gainOfInitials(int start, int weight) {
        step++;
        mark(index.acronyms, start, byAcronym);
        IntBuffer names = index.acronyms.names();
        for (int i = index.acronyms.namesFrom(start); i < index.acronyms.namesTo(start); i++) {
            touch(names.get(i));
            gain(names.get(i), NameScore.ACRONYM, weight, index.totalWeight(names.get(i)));
        }
    }

    /** Adds what words of the query gain that may have a listed word as their initials. */
    private void gainOfAcronym(int word, NameForm name) {
        step++;
        mark(index.words, word, byAcronym);
        gain(index.words, word, NameScore.ACRONYM, name.totalWeight());
    }

    private static int smallWords(NameForm name) {
        int small = 0;
        for (int i = 0; i < name.size(); i++) {
            small += NameScore.isSmall(name, i) ? 1 : 0;
        }
        return small;
    }

    /** Looks at every word that may be initials: of many small words there would be too many choices. */
    private void findAmongAllInitials(NameForm name) {
        Dictionary listed = index.words;
        initials.clear();
        for (int i = 0; i < name.size(); i++) {
            char initial = NameScore.initialOf(name, i);
            if (initial != 0) {
                initials.add(initial);
            }
        }
        int letters = NearTexts.signs(initials, 0, initials.length());
        int end = listed.firstOf(NameScore.MOST_ACRONYM + 1);
        for (int word = listed.firstOf(NameScore.LEAST_ACRONYM); word < end; word++) {
            boolean mayBe = (NearTexts.signs(listed.text(), listed.from(word), listed.to(word)) & ~letters) == 0;
            for (int from = 0; mayBe && from < name.size(); from++) {
                if (NameScore.initials(listed.text(), listed.from(word), listed.to(word), name, from) > 0) {
                    gainOfAcronym(word, name);
                }
            }
        }
    }

    /** Finds the words that are the initials of the words from one on, small ones passed over or not. */
    private void findInitials(NameForm name, int at) {
        int length = initials.length();
        if (length >= NameScore.LEAST_ACRONYM) {
            int word = index.words.find(initials);
            if (word != Dictionary.NONE) {
                gainOfAcronym(word, name);
            }
        }
        if (length == NameScore.MOST_ACRONYM || at == name.size()) {
            return;
        }
        char initial = NameScore.initialOf(name, at);
        if (initial != 0) {
            initials.add(initial);
            findInitials(name, at + 1);
            initials.cut(length);
        }
        if (length > 0 && NameScore.isSmall(name, at)) {
            findInitials(name, at + 1);
        }
    }

    private void addAll(Dictionary dictionary, int word, long[] channel) {
        IntBuffer names = dictionary.names();
        for (int i = dictionary.namesFrom(word); i < dictionary.namesTo(word); i++) {
            add(names.get(i), channel);
        }
    }

    /** Notes that something may be found among readings, if they are scored. */
    private void mark(Dictionary dictionary, int word, long[] channel) {
        IntBuffer names = dictionary.names();
        for (int i = dictionary.namesFrom(word); i < dictionary.namesTo(word); i++) {
            channel[names.get(i)] |= 1L << form;
        }
    }

    private void add(int reading, long[] channel) {
        found[reading >> WORD_BITS] |= 1L << reading;
        channel[reading] |= 1L << form;
    }

    /**
     * Finds the readings by their words, aligned one to one. A word of the query that is aligned gains at most its greatest gain with
     * any word of the reading, so the sum of these bounds what the reading gains. What it needs is known, but for the contradiction: of
     * that too the least is known, since words that gain nothing are left over.
     *
     * <p>A reading that has no other words than some of the query may be out of reach. The words of which that is so, the least telling
     * ones, find no readings: they are looked for in those that another word has found, and only where they could make up for what is
     * missing.
     */
    private void findByWords(NameForm name, int threshold) {
        long enough = threshold / THRESHOLD_UNIT;
        long need = enough * NameScore.QUERY_SHARE * name.totalWeight();
        for (int token = 0; token < name.size(); token++) {
            findAlike(name, token, (int) enough);
        }
        long lateNet = 0;
        long lateWeight = 0;
        for (int token = leastTelling(name); token >= 0 && lateNet + net[token] < need; token = leastTelling(name)) {
            lateNet += net[token];
            lateWeight += heaviest[token];
            isLate[token] = true;
            note(name, token, true);
        }
        for (int token = 0; token < name.size(); token++) {
            if (!isLate[token]) {
                gain(name, token);
            }
        }
        candidates += touchedCount;
        for (int i = 0; i < touchedCount; i++) {
            int reading = touched[i];
            int at = reading << GAIN_BITS;
            int listed = index.totalWeight(reading);
            long most = gains[at + GAIN] + lateNet + enough * NameScore.LISTED_SHARE * Math.min(listed, lateWeight);
            if (most < need + enough * NameScore.LISTED_SHARE * listed || !reaches(name, reading, need, enough)) {
                byJoined[reading] &= ~(1L << form);
                byAcronym[reading] &= ~(1L << form);
            } else {
                add(reading, byWords);
            }
            gains[at + GAIN] = 0;
            gains[at + OURS] = 0;
            gains[at + THEIRS] = 0;
        }
        touchedCount = 0;
        for (int token = 0; token < name.size(); token++) {
            if (isLate[token]) {
                note(name, token, false);
            }
        }
        lateInitials = 0;
        lateOthers = 0;
    }

    /** Whether a reading may reach the threshold, once the gains of the late words are added to its own. */
    private boolean reaches(NameForm name, int reading, long need, long enough) {
        verified++;
        long gaining = 0;
        for (int i = 0; i < index.tokens(reading); i++) {
            Token.Kind kind = index.kind(reading, i);
            int word = index.word(reading, i);
            long late = kind == Token.Kind.WORD ? lateOfWord[word] | initialsOf(name, word) : lateOthers;
            for (; late != 0; late &= late - 1) {
                int token = Long.numberOfTrailingZeros(late);
                int alike = alike(name, token, kind, word);
                if (alike > 0) {
                    int theirs = index.dictionary(kind).weight(word);
                    boolean first = (gaining & (1L << token)) == 0;
                    gaining |= 1L << token;
                    int gain = gain(alike, name.weight(token), theirs);
                    lateGain[token] = first ? gain : Math.max(lateGain[token], gain);
                    lateTheirs[token] = first ? theirs : Math.max(lateTheirs[token], theirs);
                }
            }
        }
        int at = reading << GAIN_BITS;
        long gain = gains[at + GAIN];
        int ours = gains[at + OURS];
        int theirs = gains[at + THEIRS];
        for (long left = gaining; left != 0; left &= left - 1) {
            int token = Long.numberOfTrailingZeros(left);
            gain += lateGain[token];
            ours += name.weight(token);
            theirs += lateTheirs[token];
        }
        int listed = index.totalWeight(reading);
        int open = Math.max(Math.min(name.totalWeight() - ours, listed - theirs), 0);
        return gain
                >= need
                        + enough
                                * (NameScore.LISTED_SHARE * (long) listed
                                        + NameScore.CONTRADICTION_SHARE * (long) open);
    }

    /** The word that tells least of those that find readings; negative where none does. */
    private int leastTelling(NameForm name) {
        int least = -1;
        for (int token = 0; token < name.size(); token++) {
            if (!isLate[token] && (least < 0 || net[token] < net[least])) {
                least = token;
            }
        }
        return least;
    }

    /** Finds the words that a word of the query can be aligned with, and the most that it may gain. */
    private void findAlike(NameForm name, int token, int enough) {
        int from = name.from(token);
        int to = name.to(token);
        net[token] = 0;
        heaviest[token] = 0;
        isLate[token] = false;
        if (name.kind(token) != Token.Kind.WORD) {
            Dictionary equal = index.dictionary(name.kind(token));
            int word = equal.find(name.canonical(), from, to);
            wordOfToken[form][token] = word;
            if (word != Dictionary.NONE) {
                bound(name, token, NameScore.ALIKE, equal.weight(word), enough);
            }
        } else if (to - from == 1) {
            // It may stand for any word that begins with it, or be that letter in the list too.
            bound(name, token, NameScore.INITIAL, TokenWeights.GREATEST, enough);
            int same = index.words.find(name.canonical(), from, to);
            if (same != Dictionary.NONE) {
                bound(name, token, NameScore.ALIKE, index.words.weight(same), enough);
            }
        } else {
            int word = words.add(name.canonical(), from, to);
            wordOfToken[form][token] = word;
            for (int i = words.from(word); i < words.to(word); i++) {
                bound(name, token, words.likeness(i), index.words.weight(words.listed(i)), enough);
            }
            int initial = index.words.find(name.canonical(), from, from + 1);
            if (initial != Dictionary.NONE) {
                bound(name, token, NameScore.LISTED_INITIAL, index.words.weight(initial), enough);
            }
        }
    }

    private void bound(NameForm name, int token, int alike, int listedWeight, int enough) {
        int ours = alike * NameScore.QUERY_SHARE * name.weight(token);
        // A word may weigh less where it stands, so what it would cost does not count.
        int theirs = Math.max(alike - enough, 0) * NameScore.LISTED_SHARE * listedWeight;
        net[token] = Math.max(net[token], ours + theirs);
        heaviest[token] = Math.max(heaviest[token], listedWeight);
    }

    /** Adds what a word of the query gains to the readings that have a word that is alike. */
    private void gain(NameForm name, int token) {
        step++;
        int weight = name.weight(token);
        int number = wordOfToken[form][token];
        if (name.kind(token) != Token.Kind.WORD) {
            if (number != Dictionary.NONE) {
                gain(index.dictionary(name.kind(token)), number, NameScore.ALIKE, weight);
            }
            return;
        }
        int from = name.from(token);
        if (name.to(token) - from == 1) {
            gainOfInitial(name.canonical().charAt(from), weight);
            return;
        }
        for (int i = words.from(number); i < words.to(number); i++) {
            gain(index.words, words.listed(i), words.likeness(i), weight);
        }
        int initial = index.words.find(name.canonical(), from, from + 1);
        if (initial != Dictionary.NONE) {
            gain(index.words, initial, NameScore.LISTED_INITIAL, weight);
        }
    }

    private void gainOfInitial(char initial, int weight) {
        Dictionary listed = index.words;
        for (int word = 0; word < listed.count(); word++) {
            if (index.initial(word) == initial) {
                gain(listed, word, listed.length(word) == 1 ? NameScore.ALIKE : NameScore.INITIAL, weight);
            }
        }
    }

    /** The late words of the query that are initials of a listed word. */
    private long initialsOf(NameForm name, int word) {
        long initials = 0;
        for (long late = lateInitials; late != 0; late &= late - 1) {
            int token = Long.numberOfTrailingZeros(late);
            if (name.canonical().charAt(name.from(token)) == index.initial(word)) {
                initials |= late & -late;
            }
        }
        return initials;
    }

    /** How alike a word of the query is to a listed word among those that it may be aligned with. */
    private int alike(NameForm name, int token, Token.Kind kind, int word) {
        if (name.kind(token) != kind) {
            return 0;
        }
        int number = wordOfToken[form][token];
        if (kind != Token.Kind.WORD) {
            return word == number ? NameScore.ALIKE : 0;
        }
        boolean listedInitial = index.words.length(word) == 1;
        if (name.to(token) - name.from(token) == 1) {
            return listedInitial ? NameScore.ALIKE : NameScore.INITIAL;
        }
        return listedInitial ? NameScore.LISTED_INITIAL : words.alike(number, word);
    }

    /** Notes which listed words a late word of the query may be aligned with, or that it may no more. */
    private void note(NameForm name, int token, boolean isNoted) {
        long bit = 1L << token;
        int from = name.from(token);
        if (name.kind(token) != Token.Kind.WORD) {
            lateOthers |= bit;
        } else if (name.to(token) - from == 1) {
            lateInitials |= bit;
        } else {
            int number = wordOfToken[form][token];
            for (int i = words.from(number); i < words.to(number); i++) {
                note(words.listed(i), bit, isNoted);
            }
            int initial = index.words.find(name.canonical(), from, from + 1);
            if (initial != Dictionary.NONE) {
                note(initial, bit, isNoted);
            }
        }
    }

    private void note(int word, long bit, boolean isNoted) {
        lateOfWord[word] = isNoted ? lateOfWord[word] | bit : 0;
    }

    private void gain(Dictionary dictionary, int word, int alike, int weight) {
        int theirs = dictionary.weight(word);
        postings += dictionary.namesTo(word) - dictionary.namesFrom(word);
        IntBuffer names = dictionary.names();
        for (int i = dictionary.namesFrom(word); i < dictionary.namesTo(word); i++) {
            int reading = names.get(i);
            touch(reading);
            gain(reading, alike, weight, theirs);
        }
    }

    private void touch(int reading) {
        if (gains[(reading << GAIN_BITS) + GAIN] != 0) {
            return;
        }
        gains[(reading << GAIN_BITS) + GAIN] = 1;
        touched[touchedCount++] = reading;
    }

    /** Adds what a word of the query gains with a word of the reading, or with a better one than before. */
    private void gain(int reading, int alike, int weight, int theirs) {
        int at = reading << GAIN_BITS;
        int gain = gain(alike, weight, theirs);
        if (gains[at + LAST] != step) {
            gains[at + LAST] = step;
            gains[at + LAST_GAIN] = gain;
            gains[at + LAST_THEIRS] = theirs;
            gains[at + GAIN] = Math.min(gains[at + GAIN] + gain, MOST_GAIN);
            gains[at + OURS] += weight;
            gains[at + THEIRS] += theirs;
            return;
        }
        if (gain > gains[at + LAST_GAIN]) {
            gains[at + GAIN] = Math.min(gains[at + GAIN] + gain - gains[at + LAST_GAIN], MOST_GAIN);
            gains[at + LAST_GAIN] = gain;
        }
        if (theirs > gains[at + LAST_THEIRS]) {
            gains[at + THEIRS] += theirs - gains[at + LAST_THEIRS];
            gains[at + LAST_THEIRS] = theirs;
        }
    }

    private static int gain(int alike, int weight, int theirs) {
        return alike * (NameScore.QUERY_SHARE * weight + NameScore.LISTED_SHARE * theirs);
    }
}
