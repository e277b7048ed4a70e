package io.highfence.match;

import io.highfence.text.NameForm;
import io.highfence.text.Token;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Every reading of every listed name, as the numbers of its words in dictionaries; and for each word the posting list of the readings
 * that hold it, so that a query is compared with each word and not with each name. A reading is known by its number, in the order of
 * records. Immutable and safe for many threads; looking up allocates nothing.
 */
final class NameIndex {
    private static final int KIND_BITS = 2;

    /** Beside the origin of a reading: that its publisher trusts the name little. */
    private static final int WEAK = 1 << 6;

    /** Words, as they are aligned one to one. */
    final Dictionary words;

    /** The first letter of each word, one beside the other, as initials are compared with all of them. */
    private final char[] initials;

    /** The words by their letters and by their sounds. */
    final LetterBits letters;

    final LetterBits sounds;

    /** What the words sound like. */
    final SoundTexts spoken;

    /** The words that are alike to each word. */
    final Neighbours neighbours;

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

    final Joinable joinable;

    /** The words of Arabic and Hebrew letters by their consonants, single ones and joined ones. */
    final ConsonantIndex ownConsonants;

    final ConsonantIndex ownJoinedConsonants;

    /** The other words by their consonants. */
    final ConsonantIndex otherConsonants;

    final ConsonantIndex otherJoinedConsonants;

    /** Words that are found where they are as alike as joined words must be: by their letters and by their sounds. */
    record Joinable(Dictionary dictionary, NearTexts byLetters, NearTexts bySounds) {
        // Two neighbours that changed places leave every word alike enough.
        static final NearTexts.Limit LETTERS =
                longer -> Math.max(1, WordLikeness.limit(longer, NameScore.LEAST_JOINED_ALIKE));
        private static final NearTexts.Limit SOUNDS =
                longer -> WordLikeness.soundLimit(longer, NameScore.LEAST_JOINED_ALIKE);

        private Joinable(Dictionary dictionary, IndexImage.Part part) {
            this(dictionary, new NearTexts(part.part("letters"), LETTERS), new NearTexts(part.part("sounds"), SOUNDS));
        }

        private static void build(Dictionary dictionary, SoundTexts spoken, IndexImage.Part part) {
            NearTexts.build(dictionary, LETTERS, part.part("letters"));
            NearTexts.build(spoken, SOUNDS, part.part("sounds"));
        }
    }

    /** The readings of each hash of a whole name, legal forms by their class, and where those of each hash begin. */
    private final IntBuffer ofHash;

    private final IntBuffer hashStarts;

    private final IntBuffer records;

    /** Which of its record's names a reading is of. */
    private final IntBuffer nameOfRecord;

    private final IntBuffer firstReading;
    private final ByteBuffer origins;
    private final IntBuffer tokenStarts;

    /** Kind and number of a word, and what it weighs where it stands. */
    private final IntBuffer tokens;

    private final ShortBuffer weights;
    private final IntBuffer wholes;
    private final IntBuffer totalWeights;

    private static final List<NameForm.Origin> ORIGINS = List.of(NameForm.Origin.values());
    private static final Token.Kind[] KINDS = {Token.Kind.WORD, Token.Kind.NUMBER, Token.Kind.LEGAL_FORM};

    /** Collects readings in the order of their records. */
    static final class Builder {
        private final Dictionary.Builder[] byKind = {
            new Dictionary.Builder(), new Dictionary.Builder(), new Dictionary.Builder()
        };
        private final Dictionary.Builder joined = new Dictionary.Builder();
        private final Dictionary.Builder acronyms = new Dictionary.Builder();
        private final Dictionary.Builder glued = new Dictionary.Builder();

        /** What is known of each reading, and of each of its words behind those of the reading before. */
        private final Ints records = new Ints();

        private final Ints namesOfRecords = new Ints();
        private final Ints origins = new Ints();
        private final Ints hashes = new Ints();
        private final Ints wholes = new Ints();
        private final Ints totalWeights = new Ints();
        private final Ints tokenStarts = new Ints();
        private final Ints tokens = new Ints();
        private final Ints weights = new Ints();

        private final char[] letters = new char[NameScore.LEAST_ACRONYM];
        private final Set<String> begun = new LinkedHashSet<>();

        Builder() {
            tokenStarts.add(0);
        }

        /** Adds a reading of one of the names of a record. */
        void add(int record, int nameOfRecord, boolean weak, NameForm form) {
            int name = records.size();
            records.add(record);
            namesOfRecords.add(nameOfRecord);
            origins.add(ORIGINS.indexOf(form.origin()) | (weak ? WEAK : 0));
            hashes.add(hash(form.canonical()));
            totalWeights.add(form.totalWeight());
            for (int i = 0; i < form.size(); i++) {
                int kind = code(form.kind(i));
                int word = byKind[kind].add(form.canonical(), form.from(i), form.to(i), name, form.weight(i));
                tokens.add((word << KIND_BITS) | kind);
                weights.add(form.weight(i));
            }
            tokenStarts.add(tokens.size());
            int withoutBlanks = glued.add(form.glued(), name, 0);
            wholes.add(glued.add(form.whole(), name, 0));
            for (int from = 0; from < form.size(); from++) {
                for (int length = 2; length <= NameScore.MOST_JOINED; length++) {
                    if (form.joins(from, length)) {
                        joined.addPart(
                                form.glued(),
                                form.gluedFrom(from),
                                form.gluedTo(from + length - 1),
                                withoutBlanks,
                                name,
                                form.weight(from, length));
                    }
                }
                begun.clear();
                begin(form, from, 0);
                begun.forEach(start -> acronyms.add(start, name, 0));
            }
        }

        /** Finds the first letters that an acronym may have, from a word on and with some letters before; small words may be passed over. */
        private void begin(NameForm form, int at, int before) {
            if (before == letters.length) {
                begun.add(new String(letters));
            } else if (at < form.size()) {
                char initial = NameScore.initialOf(form, at);
                if (initial != 0) {
                    letters[before] = initial;
                    begin(form, at + 1, before + 1);
                }
                if (before > 0 && NameScore.isSmall(form, at)) {
                    begin(form, at + 1, before);
                }
            }
        }

        /** Puts all readings into an index. */
        void build(IndexImage.Part part) {
            Dictionary words = byKind[code(Token.Kind.WORD)].build(part.part("words"));
            LetterBits.build(words, part.part("words.letters"));
            SoundTexts spoken = SoundTexts.of(words);
            spoken.put(part.part("words.spoken"));
            LetterBits.build(spoken, part.part("words.sounds"));
            Joinable.build(words, spoken, part.part("words.joinable"));
            ConsonantIndex.build(words, true, part.part("words.own-consonants"));
            ConsonantIndex.build(words, false, part.part("words.other-consonants"));
            byKind[code(Token.Kind.NUMBER)].build(part.part("numbers"));
            byKind[code(Token.Kind.LEGAL_FORM)].build(part.part("legal-forms"));
            Dictionary allGlued = glued.build(part.part("glued"));
            NearTexts.build(allGlued, NameScore::gluedLimit, part.part("glued.near"));
            Dictionary allJoined = joined.buildParts(part.part("joined"), glued, allGlued);
            Joinable.build(allJoined, SoundTexts.of(allJoined), part.part("joined.joinable"));
            ConsonantIndex.build(allJoined, true, part.part("joined.own-consonants"));
            ConsonantIndex.build(allJoined, false, part.part("joined.other-consonants"));
            acronyms.build(part.part("acronyms"));
            putReadings(part.part("readings"));
            putHashes(part.part("readings"));
            Neighbours.buildNone(part.part("words.neighbours"));
        }

        private void putHashes(IndexImage.Part part) {
            int slots = Math.max(8, Integer.highestOneBit(hashes.size()) << 1);
            int[] starts = new int[slots + 1];
            for (int i = 0; i < hashes.size(); i++) {
                starts[(hashes.get(i) & (slots - 1)) + 1]++;
            }
            for (int slot = 0; slot < slots; slot++) {
                starts[slot + 1] += starts[slot];
            }
            int[] ofHash = new int[hashes.size()];
            int[] next = starts.clone();
            for (int i = 0; i < ofHash.length; i++) {
                ofHash[next[hashes.get(i) & (slots - 1)]++] = i;
            }
            part.put("of-hash", ofHash);
            part.put("hash-starts", starts);
        }

        private void putReadings(IndexImage.Part part) {
            part.put("records", records.toArray());
            part.put("names-of-records", namesOfRecords.toArray());
            part.put("firsts", firstReadings());
            byte[] signs = new byte[origins.size()];
            for (int i = 0; i < signs.length; i++) {
                signs[i] = (byte) origins.get(i);
            }
            part.put("origins", signs);
            part.put("token-starts", tokenStarts.toArray());
            int[] numbers = new int[tokens.size()];
            short[] tell = new short[tokens.size()];
            for (int i = 0; i < numbers.length; i++) {
                int kind = tokens.get(i) & ((1 << KIND_BITS) - 1);
                numbers[i] = (byKind[kind].number(tokens.get(i) >> KIND_BITS) << KIND_BITS) | kind;
                tell[i] = (short) weights.get(i);
            }
            part.put("tokens", numbers);
            part.put("weights", tell);
            int[] texts = new int[wholes.size()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = glued.number(wholes.get(i));
            }
            part.put("wholes", texts);
            part.put("total-weights", totalWeights.toArray());
        }

        /** Where the readings of each record begin; those of a record without names where those of the next do. */
        private int[] firstReadings() {
            int count = records.size();
            int[] firsts = new int[count == 0 ? 1 : records.get(count - 1) + 2];
            Arrays.fill(firsts, count);
            for (int i = count - 1; i >= 0; i--) {
                firsts[records.get(i)] = i;
            }
            for (int i = firsts.length - 2; i >= 0; i--) {
                firsts[i] = Math.min(firsts[i], firsts[i + 1]);
            }
            return firsts;
        }
    }

    /** The names of an index. */
    NameIndex(IndexImage.Part part) {
        words = new Dictionary(part.part("words"));
        initials = new char[words.count()];
        for (int word = 0; word < initials.length; word++) {
            initials[word] = words.text().get(words.from(word));
        }
        letters = new LetterBits(part.part("words.letters"));
        sounds = new LetterBits(part.part("words.sounds"));
        spoken = new SoundTexts(part.part("words.spoken"));
        neighbours = new Neighbours(part.part("words.neighbours"));
        joinableWords = new Joinable(words, part.part("words.joinable"));
        ownConsonants = new ConsonantIndex(part.part("words.own-consonants"), true);
        otherConsonants = new ConsonantIndex(part.part("words.other-consonants"), false);
        numbers = new Dictionary(part.part("numbers"));
        legalForms = new Dictionary(part.part("legal-forms"));
        glued = new Dictionary(part.part("glued"));
        nearGlued = new NearTexts(part.part("glued.near"), NameScore::gluedLimit);
        joined = new Dictionary(part.part("joined"), glued.text());
        joinable = new Joinable(joined, part.part("joined.joinable"));
        ownJoinedConsonants = new ConsonantIndex(part.part("joined.own-consonants"), true);
        otherJoinedConsonants = new ConsonantIndex(part.part("joined.other-consonants"), false);
        acronyms = new Dictionary(part.part("acronyms"));
        IndexImage.Part readings = part.part("readings");
        records = readings.ints("records");
        nameOfRecord = readings.ints("names-of-records");
        firstReading = readings.ints("firsts");
        origins = readings.bytes("origins");
        tokenStarts = readings.ints("token-starts");
        tokens = readings.ints("tokens");
        weights = readings.shorts("weights");
        wholes = readings.ints("wholes");
        totalWeights = readings.ints("total-weights");
        ofHash = readings.ints("of-hash");
        hashStarts = readings.ints("hash-starts");
        readings.check(Integer.bitCount(hashStarts.capacity() - 1) == 1
                && hashStarts.get(hashStarts.capacity() - 1) == ofHash.capacity());
    }

    private static int hash(CharSequence canonical) {
        int hash = Dictionary.hash(canonical, 0, canonical.length()) * 0x9E3779B1;
        return hash ^ (hash >>> 16);
    }

    /** Gives the readings that are a name, word for word. */
    void findSame(CharSequence canonical, NearTexts.Taker taker) {
        int slot = hash(canonical) & (hashStarts.capacity() - 2);
        for (int i = hashStarts.get(slot); i < hashStarts.get(slot + 1); i++) {
            if (is(ofHash.get(i), canonical)) {
                taker.take(ofHash.get(i));
            }
        }
    }

    private boolean is(int reading, CharSequence canonical) {
        int at = 0;
        for (int i = tokenStarts.get(reading); i < tokenStarts.get(reading + 1); i++) {
            Dictionary dictionary = dictionary(kind(tokens.get(i)));
            int word = tokens.get(i) >> KIND_BITS;
            at += at == 0 ? 0 : 1;
            if (canonical.length() < at + dictionary.length(word) || !dictionary.begins(word, canonical, at)) {
                return false;
            }
            at += dictionary.length(word);
            if (at < canonical.length() && canonical.charAt(at) != ' ') {
                return false;
            }
        }
        return at == canonical.length();
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

    /** How many readings there are. */
    int readings() {
        return records.capacity();
    }

    /** The record that a reading stands in. */
    int record(int reading) {
        return records.get(reading);
    }

    /** Which of its record's names a reading is of. */
    int nameOfRecord(int reading) {
        return nameOfRecord.get(reading);
    }

    /** Whether a reading is of a name that its publisher trusts little. */
    boolean isWeak(int reading) {
        return (origins.get(reading) & WEAK) != 0;
    }

    /** The first reading of a record, which is behind the last one of the record before. */
    int firstReading(int record) {
        return firstReading.get(record);
    }

    /** The weights of all words of a reading. */
    int totalWeight(int reading) {
        return totalWeights.get(reading);
    }

    /** The first letter of a word. */
    char initial(int word) {
        return initials[word];
    }

    /** How many words a reading has. */
    int tokens(int reading) {
        return tokenStarts.get(reading + 1) - tokenStarts.get(reading);
    }

    /** What a word of a reading is. */
    Token.Kind kind(int reading, int token) {
        return kind(tokens.get(tokenStarts.get(reading) + token));
    }

    /** The number that a word of a reading has in the dictionary of its kind. */
    int word(int reading, int token) {
        return tokens.get(tokenStarts.get(reading) + token) >> KIND_BITS;
    }

    /** Fills a form with a reading. */
    void load(int reading, NameForm form) {
        form.clear(ORIGINS.get(origins.get(reading) & ~WEAK));
        for (int i = tokenStarts.get(reading); i < tokenStarts.get(reading + 1); i++) {
            Token.Kind kind = kind(tokens.get(i));
            int word = tokens.get(i) >> KIND_BITS;
            Dictionary dictionary = dictionary(kind);
            form.add(dictionary.text(), dictionary.from(word), dictionary.to(word), kind, weights.get(i));
        }
        form.whole().add(glued.text(), glued.from(wholes.get(reading)), glued.to(wholes.get(reading)));
    }
}
