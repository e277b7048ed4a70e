package io.highfence.match;

import io.highfence.text.Chars;
import io.highfence.text.Consonants;
import io.highfence.text.NameForm;
import io.highfence.text.NameReader;
import io.highfence.text.Token;
import java.util.Arrays;

/**
 * Finds the readings of listed names that may reach a threshold, so that only they are scored: all of them, and few others.
 *
 * <p>The sum of gains that the score of words is made of has a bound that needs no alignment: each word of the query gains at
 * most its weight times its greatest likeness to a word of the name, and each word of the name likewise. A name whose bound
 * stays under what the threshold needs is passed over. Names that share a joined word, an acronym or nearly all letters with
 * the query are not passed over at all. Not safe for several threads; allocates nothing once its rooms have grown.
 */
final class NameFinder implements NameScore.Likeness {
    private static final int WORD_BITS = 6;

    /** Of so many small words each choice to pass over them is looked up. */
    private static final int MOST_SMALL = 6;

    /** In longer words an edit leaves the joined alike enough, so that a swap needs no look of its own. */
    private static final int LONGEST_SWAPPED = 7;

    private final NameIndex index;
    private final NameScore scorer;
    private final WordLikeness likeness = new WordLikeness();
    private final AlikeWords joined = new AlikeWords(likeness);
    private final QueryWords words;

    /** The number of each word of each form among the words of the query. */
    private final int[][] wordOfToken = new int[NameReader.MOST_READINGS][NameForm.MAX_TOKENS];

    /** For each reading, which forms of the query may reach it; and which readings there are such forms for. */
    private final long[] forms;

    private final long[] found;

    /** What is scored: a form of the query against a reading. */
    private int scoredForm;

    private int scoredReading;

    /** For each reading what its words and the query's may gain, and the last word of the query that added to it. */
    private final int[] gains;

    private final int[] gainedBy;
    private int[] touched = new int[256];
    private int touchedCount;

    /** For each listed word the greatest likeness to a word of the query. */
    private final short[] bestOfWord;

    private int[] touchedWords = new int[256];
    private int touchedWordCount;
    private int form;
    private int step;

    /** What is looked for among whole names. */
    private Chars gluedText = new Chars();

    private long gluedSigns;
    private final NearTexts.Taker takesGlued = this::takeGlued;
    private final NearTexts.Taker takesJoined = this::takeJoined;
    private final Chars swapped = new Chars();
    private final Chars initials = new Chars();

    NameFinder(NameIndex index, NameScore scorer) {
        this.index = index;
        this.scorer = scorer;
        words = new QueryWords(index.words, likeness);
        forms = new long[index.readings()];
        found = new long[(index.readings() >> WORD_BITS) + 1];
        gains = new int[index.readings()];
        gainedBy = new int[index.readings()];
        bestOfWord = new short[index.words.count()];
    }

    /** Finds the readings that may reach a threshold with some form of the query. */
    void find(NameReader query, int threshold) {
        for (int reading = next(0); reading >= 0; reading = next(reading + 1)) {
            forms[reading] = 0;
        }
        Arrays.fill(found, 0);
        words.clear();
        for (form = 0; form < query.count(); form++) {
            find(query.form(form), threshold);
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
        return forms[reading];
    }

    /** Says which form and which reading are scored next. */
    void look(int itsForm, int reading) {
        scoredForm = itsForm;
        scoredReading = reading;
    }

    @Override
    public int of(NameForm query, int queryWord, NameForm listed, int listedWord) {
        if (query.to(queryWord) - query.from(queryWord) == 1) {
            return scorer.alike(query, queryWord, listed, listedWord);
        }
        return words.alike(wordOfToken[scoredForm][queryWord], index.word(scoredReading, listedWord));
    }

    private void find(NameForm name, int threshold) {
        int same = index.canonical.find(name.canonical());
        if (same != Dictionary.NONE) {
            addAll(index.canonical, same);
        }
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
        gluedSigns = Dictionary.signs(text, 0, text.length());
        index.nearGlued.find(text, 0, text.length(), takesGlued);
    }

    private void takeGlued(int word) {
        Dictionary glued = index.glued;
        int most = NameScore.gluedLimit(Math.max(gluedText.length(), glued.length(word)));
        if (Dictionary.apart(gluedSigns, glued.signs(word)) <= most
                && scorer.glued(gluedText, glued.text(), glued.from(word), glued.to(word)) > 0) {
            addAll(glued, word);
        }
    }

    private void findJoined(NameForm name) {
        for (int from = 0; from < name.size(); from++) {
            for (int length = 2; length <= NameScore.MOST_JOINED && name.joins(from, length); length++) {
                likeness.from(name.glued(), name.gluedFrom(from), name.gluedTo(from + length - 1));
                joined.find(index.words, NameScore.LEAST_JOINED_ALIKE);
                addJoined(index.words);
                joined.find(index.numbers, NameScore.LEAST_JOINED_ALIKE);
                addJoined(index.numbers);
            }
            if (name.joins(from, 1)) {
                likeness.from(name.glued(), name.gluedFrom(from), name.gluedTo(from));
                findAmongJoined();
            }
        }
    }

    private void addJoined(Dictionary dictionary) {
        for (int i = 0; i < joined.count(); i++) {
            addAll(dictionary, joined.word(i));
        }
    }

    /** Finds the joined neighbours that are alike to a word: by a short form, by letters, by sound or by consonants. */
    private void findAmongJoined() {
        Chars word = likeness.word();
        joined.findShortForms(index.joined, NameScore.LEAST_JOINED_ALIKE);
        addJoined(index.joined);
        if (Consonants.isOnly(word.charAt(0)) || index.joined.inConsonants().length > 0) {
            joined.findInConsonants(index.joined, NameScore.LEAST_JOINED_ALIKE);
            addJoined(index.joined);
        }
        if (word.length() < NameScore.LEAST_GLUED && !Consonants.isOnly(word.charAt(0))) {
            return;
        }
        index.nearJoined.find(word, 0, word.length(), takesJoined);
        index.nearJoinedSounds.find(likeness.sounds(), 0, likeness.sounds().length(), takesJoined);
        if (word.length() <= LONGEST_SWAPPED) {
            findSwapped(word);
        }
    }

    /** Of short words only two neighbours that changed places leave them alike enough. */
    private void findSwapped(Chars word) {
        swapped.clear().add(word);
        for (int i = 0; i + 1 < word.length(); i++) {
            swapped.set(i, word.charAt(i + 1));
            swapped.set(i + 1, word.charAt(i));
            int found = index.joined.find(swapped);
            if (found != Dictionary.NONE) {
                takeJoined(found);
            }
            swapped.set(i, word.charAt(i));
            swapped.set(i + 1, word.charAt(i + 1));
        }
    }

    private void takeJoined(int word) {
        if (joined.mayBeAlike(index.joined, word, NameScore.LEAST_JOINED_ALIKE)
                && joined.likeness(index.joined, word) >= NameScore.LEAST_JOINED_ALIKE) {
            addAll(index.joined, word);
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
                    addAll(index.acronyms, start);
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
        int end = listed.firstOf(NameScore.MOST_ACRONYM + 1);
        for (int word = listed.firstOf(NameScore.LEAST_ACRONYM); word < end; word++) {
            for (int from = 0; from < name.size(); from++) {
                if (NameScore.initials(listed.text(), listed.from(word), listed.to(word), name, from) > 0) {
                    addAll(listed, word);
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
                addAll(index.words, word);
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

    private void addAll(Dictionary dictionary, int word) {
        int[] names = dictionary.names();
        for (int i = dictionary.namesFrom(word); i < dictionary.namesTo(word); i++) {
            add(names[i]);
        }
    }

    private void add(int reading) {
        found[reading >> WORD_BITS] |= 1L << reading;
        forms[reading] |= 1L << form;
    }

    private void findByWords(NameForm name, int threshold) {
        int everyName = 0;
        for (int token = 0; token < name.size(); token++) {
            step++;
            int weight = NameScore.QUERY_SHARE * name.weight(token);
            int from = name.from(token);
            int to = name.to(token);
            if (name.kind(token) != Token.Kind.WORD) {
                Dictionary equal = index.dictionary(name.kind(token));
                int word = equal.find(name.canonical(), from, to);
                if (word != Dictionary.NONE) {
                    gainOfListed(equal, word, NameScore.ALIKE * NameScore.LISTED_SHARE * equal.weight(word));
                    gainOfQuery(equal, word, NameScore.ALIKE * weight);
                }
            } else if (to - from == 1) {
                // An initial may stand for any word that begins with it: what it could gain is granted to every name.
                everyName += NameScore.ALIKE * weight;
                touchInitial(name.canonical(), from);
            } else {
                int word = words.add(name.canonical(), from, to);
                wordOfToken[form][token] = word;
                int initial = index.words.find(name.canonical(), from, from + 1);
                int i = gainOfAlike(words.from(word), words.to(word), NameScore.INITIAL, weight);
                if (initial != Dictionary.NONE) {
                    touch(initial, NameScore.INITIAL);
                    gainOfQuery(index.words, initial, NameScore.INITIAL * weight);
                }
                gainOfAlike(i, words.to(word), 1, weight);
            }
        }
        for (int i = 0; i < touchedWordCount; i++) {
            int word = touchedWords[i];
            int gain = bestOfWord[word] * NameScore.LISTED_SHARE * index.words.weight(word);
            gainOfListed(index.words, word, gain);
            bestOfWord[word] = 0;
        }
        touchedWordCount = 0;
        long need = (long) NameScore.QUERY_SHARE * name.totalWeight();
        for (int i = 0; i < touchedCount; i++) {
            int reading = touched[i];
            long least = need + (long) NameScore.LISTED_SHARE * index.totalWeight(reading);
            long gain = (long) gains[reading] + everyName;
            if (NameScore.EQUAL * gain >= (long) threshold * NameScore.ALIKE * least) {
                add(reading);
            }
            gains[reading] = 0;
        }
        touchedCount = 0;
    }

    /** Takes the words that are so alike at least, and returns the place of the next. */
    private int gainOfAlike(int from, int to, int least, int weight) {
        int i = from;
        while (i < to && words.likeness(i) >= least) {
            touch(words.listed(i), words.likeness(i));
            gainOfQuery(index.words, words.listed(i), words.likeness(i) * weight);
            i++;
        }
        return i;
    }

    private void touchInitial(Chars text, int at) {
        Dictionary listed = index.words;
        for (int word = 0; word < listed.count(); word++) {
            if (listed.text().charAt(listed.from(word)) == text.charAt(at)) {
                touch(word, listed.length(word) == 1 ? NameScore.ALIKE : NameScore.INITIAL);
            }
        }
    }

    private void touch(int word, int alike) {
        if (bestOfWord[word] == 0) {
            if (touchedWordCount == touchedWords.length) {
                touchedWords = Arrays.copyOf(touchedWords, 2 * touchedWordCount);
            }
            touchedWords[touchedWordCount++] = word;
        }
        bestOfWord[word] = (short) Math.max(bestOfWord[word], alike);
    }

    /** A word of the query gains once a name, by the most alike word, which comes first. */
    private void gainOfQuery(Dictionary dictionary, int word, int gain) {
        int[] names = dictionary.names();
        for (int i = dictionary.namesFrom(word); i < dictionary.namesTo(word); i++) {
            if (gainedBy[names[i]] != step) {
                gainedBy[names[i]] = step;
                gain(names[i], gain);
            }
        }
    }

    private void gainOfListed(Dictionary dictionary, int word, int gain) {
        int[] names = dictionary.names();
        for (int i = dictionary.namesFrom(word); i < dictionary.namesTo(word); i++) {
            gain(names[i], gain);
        }
    }

    private void gain(int reading, int gain) {
        if (gains[reading] == 0) {
            if (touchedCount == touched.length) {
                touched = Arrays.copyOf(touched, 2 * touchedCount);
            }
            touched[touchedCount++] = reading;
        }
        gains[reading] += gain;
    }
}
