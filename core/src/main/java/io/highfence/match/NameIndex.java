package io.highfence.match;

import io.highfence.text.Chars;
import io.highfence.text.NameForm;
import io.highfence.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every reading of every listed name, as the numbers of its words in dictionaries; and for each word the posting list of the readings
 * that hold it, so that a query is compared with each word and not with each name. A reading is known by its number, in the order of
 * records. Immutable and safe for many threads; looking up allocates nothing.
 */
final class NameIndex {
    private static final int KIND_BITS = 2;

    /** Words, as they are aligned one to one. */
    final Dictionary words;

    /** The words by their letters and by their sounds. */
    final LetterBits letters;

    final LetterBits sounds;

    /** Numbers and legal forms, which are alike only if they are equal. */
    final Dictionary numbers;

    final Dictionary legalForms;

    /** Two or three neighbours as one word. */
    final Dictionary joined;

    /** The first initials of neighbours, for which an acronym may stand. */
    final Dictionary acronyms;

    /** Whole names without blanks. */
    final Dictionary glued;

    final NearTexts nearGlued;

    /** What joined words of a query are compared with, and what a word of it is that may be joined ones. */
    final Joinable joinableWords;

    final Joinable joinableNumbers;
    final Joinable joinable;

    /** The words of Arabic and Hebrew letters by their consonants, single ones and joined ones. */
    final ConsonantIndex ownConsonants;

    final ConsonantIndex ownJoinedConsonants;

    /** The other words by their consonants: made when it is first asked for, since most lists and queries never need it. */
    private volatile @Nullable OtherConsonants others;

    /** Single words and joined ones. */
    record OtherConsonants(ConsonantIndex words, ConsonantIndex joined) {}

    /** Words that are found where they are as alike as joined words must be: by their letters and by their sounds. */
    record Joinable(Dictionary dictionary, NearTexts byLetters, NearTexts bySounds) {
        private static Joinable of(Dictionary dictionary) {
            return new Joinable(
                    dictionary,
                    // Two neighbours that changed places leave every word alike enough.
                    new NearTexts(
                            dictionary,
                            longer -> Math.max(1, WordLikeness.limit(longer, NameScore.LEAST_JOINED_ALIKE))),
                    new NearTexts(
                            dictionary.bySound(),
                            longer -> WordLikeness.soundLimit(longer, NameScore.LEAST_JOINED_ALIKE)));
        }
    }

    /** Whole names, legal forms by their class. */
    final Dictionary canonical;

    private final int[] records;

    /** Which of its record's names a reading is of. */
    private final int[] nameOfRecord;

    private final int[] firstReading;
    private final NameForm.Origin[] origins;
    private final int[] tokenStarts;

    /** Kind and number of a word, and what it weighs where it stands. */
    private final int[] tokens;

    private final short[] weights;
    private final int[] wholes;
    private final int[] totalWeights;

    private static final Token.Kind[] KINDS = {Token.Kind.WORD, Token.Kind.NUMBER, Token.Kind.LEGAL_FORM};

    /** Collects readings in the order of their records. */
    static final class Builder {
        private final Dictionary.Builder[] byKind = {
            new Dictionary.Builder(), new Dictionary.Builder(), new Dictionary.Builder()
        };
        private final Dictionary.Builder joined = new Dictionary.Builder();
        private final Dictionary.Builder acronyms = new Dictionary.Builder();
        private final Dictionary.Builder glued = new Dictionary.Builder();
        private final Dictionary.Builder canonical = new Dictionary.Builder();
        private final List<Reading> readings = new ArrayList<>();
        private int recordCount;

        private record Reading(
                int record, int nameOfRecord, NameForm.Origin origin, List<Token> tokens, String whole) {}

        /** Adds a reading of one of the names of a record. */
        void add(int record, int nameOfRecord, NameForm form) {
            int name = readings.size();
            List<Token> tokens = form.tokens();
            String whole = form.whole().toString();
            readings.add(new Reading(record, nameOfRecord, form.origin(), tokens, whole));
            recordCount = Math.max(recordCount, record + 1);
            for (Token token : tokens) {
                byKind[code(token.kind())].add(token.text(), name, token.weight());
            }
            for (int from = 0; from < form.size(); from++) {
                for (int length = 2; length <= NameScore.MOST_JOINED; length++) {
                    if (form.joins(from, length)) {
                        int end = form.gluedTo(from + length - 1);
                        joined.add(
                                form.glued()
                                        .subSequence(form.gluedFrom(from), end)
                                        .toString(),
                                name,
                                form.weight(from, length));
                    }
                }
                acronymsFrom(form, from).forEach(start -> acronyms.add(start, name, 0));
            }
            glued.add(form.glued().toString(), name, 0);
            glued.add(whole, name, 0);
            canonical.add(form.canonical().toString(), name, 0);
        }

        /** The first letters that an acronym of the words from a position on may have, small words passed over or not. */
        private static Set<String> acronymsFrom(NameForm form, int from) {
            Set<String> whole = new HashSet<>();
            Set<String> begun = Set.of("");
            for (int at = from; at < form.size() && !begun.isEmpty(); at++) {
                Set<String> next = new HashSet<>();
                char initial = NameScore.initialOf(form, at);
                for (String letters : begun) {
                    if (!letters.isEmpty() && NameScore.isSmall(form, at)) {
                        next.add(letters);
                    }
                    if (initial != 0) {
                        String longer = letters + initial;
                        (longer.length() == NameScore.LEAST_ACRONYM ? whole : next).add(longer);
                    }
                }
                begun = next;
            }
            return whole;
        }

        NameIndex build() {
            return new NameIndex(this);
        }
    }

    private NameIndex(Builder builder) {
        words = builder.byKind[code(Token.Kind.WORD)].build(true);
        letters = new LetterBits(words);
        sounds = new LetterBits(words.bySound());
        numbers = builder.byKind[code(Token.Kind.NUMBER)].build(true);
        legalForms = builder.byKind[code(Token.Kind.LEGAL_FORM)].build(false);
        joined = builder.joined.build(true);
        acronyms = builder.acronyms.build(false);
        glued = builder.glued.build(false);
        canonical = builder.canonical.build(false);
        nearGlued = new NearTexts(glued, NameScore::gluedLimit);
        joinableWords = Joinable.of(words);
        joinableNumbers = Joinable.of(numbers);
        joinable = Joinable.of(joined);
        ownConsonants = new ConsonantIndex(words, true, 1);
        ownJoinedConsonants = new ConsonantIndex(joined, true, NameScore.LEAST_JOINED_ALIKE);
        int count = builder.readings.size();
        records = new int[count];
        nameOfRecord = new int[count];
        origins = new NameForm.Origin[count];
        tokenStarts = new int[count + 1];
        wholes = new int[count];
        totalWeights = new int[count];
        int all = builder.readings.stream()
                .mapToInt(reading -> reading.tokens.size())
                .sum();
        tokens = new int[all];
        weights = new short[all];
        firstReading = new int[builder.recordCount + 1];
        Arrays.fill(firstReading, count);
        for (int i = count - 1; i >= 0; i--) {
            firstReading[builder.readings.get(i).record] = i;
        }
        for (int i = builder.recordCount - 1; i >= 0; i--) {
            firstReading[i] = Math.min(firstReading[i], firstReading[i + 1]);
        }
        int at = 0;
        for (int i = 0; i < count; i++) {
            Builder.Reading reading = builder.readings.get(i);
            records[i] = reading.record;
            nameOfRecord[i] = reading.nameOfRecord;
            origins[i] = reading.origin;
            wholes[i] = builder.glued.id(reading.whole);
            for (Token token : reading.tokens) {
                int kind = code(token.kind());
                tokens[at] = (builder.byKind[kind].id(token.text()) << KIND_BITS) | kind;
                weights[at] = (short) token.weight();
                totalWeights[i] += token.weight();
                at++;
            }
            tokenStarts[i + 1] = at;
        }
    }

    /** The place of a kind among {@link #KINDS}. */
    private static int code(Token.Kind kind) {
        return switch (kind) {
            case WORD -> 0;
            case NUMBER -> 1;
            case LEGAL_FORM -> 2;
        };
    }

    private static Token.Kind kind(int token) {
        return KINDS[token & ((1 << KIND_BITS) - 1)];
    }

    Dictionary dictionary(Token.Kind kind) {
        return switch (kind) {
            case WORD -> words;
            case NUMBER -> numbers;
            case LEGAL_FORM -> legalForms;
        };
    }

    /** The words that are not of Arabic or Hebrew letters, by their consonants. The first call takes long and allocates. */
    OtherConsonants otherConsonants() {
        OtherConsonants known = others;
        if (known == null) {
            synchronized (this) {
                known = others;
                if (known == null) {
                    known = new OtherConsonants(
                            new ConsonantIndex(words, false, 1),
                            new ConsonantIndex(joined, false, NameScore.LEAST_JOINED_ALIKE));
                    others = known;
                }
            }
        }
        return known;
    }

    /** How many readings there are. */
    int readings() {
        return records.length;
    }

    /** The record that a reading stands in. */
    int record(int reading) {
        return records[reading];
    }

    /** Which of its record's names a reading is of. */
    int nameOfRecord(int reading) {
        return nameOfRecord[reading];
    }

    /** The first reading of a record, which is behind the last one of the record before. */
    int firstReading(int record) {
        return firstReading[record];
    }

    /** The weights of all words of a reading. */
    int totalWeight(int reading) {
        return totalWeights[reading];
    }

    /** How many words a reading has. */
    int tokens(int reading) {
        return tokenStarts[reading + 1] - tokenStarts[reading];
    }

    /** Whether a word of a reading is neither a number nor a legal form. */
    boolean isWord(int reading, int token) {
        return kind(tokens[tokenStarts[reading] + token]) == Token.Kind.WORD;
    }

    /** The number that a word of a reading has in {@link #words}, if it is a word. */
    int word(int reading, int token) {
        return tokens[tokenStarts[reading] + token] >> KIND_BITS;
    }

    /** Fills a form with a reading. */
    void load(int reading, NameForm form) {
        form.clear(origins[reading]);
        for (int i = tokenStarts[reading]; i < tokenStarts[reading + 1]; i++) {
            Token.Kind kind = kind(tokens[i]);
            int word = tokens[i] >> KIND_BITS;
            Dictionary dictionary = dictionary(kind);
            form.add(dictionary.text(), dictionary.from(word), dictionary.to(word), kind, weights[i]);
        }
        Chars whole = glued.text();
        form.whole().add(whole, glued.from(wholes[reading]), glued.to(wholes[reading]));
    }
}
