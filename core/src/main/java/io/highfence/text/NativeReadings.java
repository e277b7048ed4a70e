package io.highfence.text;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a name in another script can be read as in Latin letters: its usual words in English and the rest by sound; all by sound;
 * and what a character, a surname or a way of romanising leaves open. The letters of alphabets are left to {@link Folding}. One a
 * thread; allocates nothing once its rooms have grown.
 */
final class NativeReadings {
    /** The most readings of one name. */
    static final int MOST = 24;

    private static final int MOST_READ = NameForm.MAX_CHARS + 1;

    /** The letters of Latin and its neighbours have smaller numbers. */
    private static final int FIRST_NATIVE = 0x370;

    private static final int LONGEST_PERSON = 4;

    private static final String NUMERALS = "〇一二三四五六七八九";

    /** The thirteenth: the mark of an ordinal with a numeral of more than one sign, or with digits. */
    private static final Pattern COUNTED = Pattern.compile("第\\s*([一二三四五六七八九]?十[一二三四五六七八九]?|[0-9]{1,6})");

    private static final Hangul.Way[] WAYS = Hangul.Way.values();

    private final Folding folding = new Folding();
    private final Matcher counted = COUNTED.matcher("");
    private final Chars text = new Chars();
    private final Chars changed = new Chars();
    private final Chars run = new Chars();
    private final Ways translated = new Ways();
    private final Ways spelt = new Ways();

    /** Stretches of a name in one script each, and the ways to read each: the usual one, and those that differ in one place. */
    private static final class Ways {
        private final Chars text = new Chars(MOST * MOST_READ);
        private int[] ends = new int[NameForm.MAX_CHARS];
        private int[] stretches = new int[NameForm.MAX_CHARS];
        private int ways;
        private int count;

        void clear() {
            text.clear();
            ways = 0;
            count = 0;
        }

        private int start(int way) {
            return way == 0 ? 0 : ends[way - 1];
        }

        /** Ends the way that was written to the text, and keeps it unless the stretch has it. */
        void endWay() {
            int from = start(ways);
            for (int way = first(count); way < ways; way++) {
                if (text.regionIs(from, text.length(), text, start(way), ends[way])) {
                    text.cut(from);
                    return;
                }
            }
            if (ways == ends.length) {
                ends = Arrays.copyOf(ends, 2 * ways);
            }
            ends[ways++] = text.length();
        }

        void endStretch() {
            if (count == stretches.length) {
                stretches = Arrays.copyOf(stretches, 2 * count);
            }
            stretches[count++] = ways;
        }

        /** The number of the first way of a stretch. */
        private int first(int stretch) {
            return stretch == 0 ? 0 : stretches[stretch - 1];
        }

        /** How many ways the stretch has that is being written. */
        int written() {
            return ways - first(count);
        }

        /** Adds the reading in which one stretch is read in another way and the others in their first. */
        private void read(int changedStretch, int way, Texts readings) {
            Chars reading = readings.next();
            for (int i = 0; i < count; i++) {
                int read = first(i) + (i == changedStretch ? way : 0);
                // What is longer than a name would not be read.
                int end = Math.min(ends[read], start(read) + Math.max(MOST_READ - reading.length(), 0));
                reading.add(text, start(read), end);
            }
            readings.keep();
        }

        void readFirst(Texts readings) {
            read(-1, 0, readings);
        }

        void readOthers(Texts readings) {
            for (int i = 0; i < count; i++) {
                for (int way = 1; way < stretches[i] - first(i) && readings.count() < MOST; way++) {
                    read(i, way, readings);
                }
            }
        }
    }

    /** The scripts that are read here. */
    private enum Script {
        HAN,
        HANGUL,
        KANA,
        /** Letters of an alphabet other than Latin: usual words in English, the others left to {@link Folding}. */
        LETTERS,
        OTHER;

        /** A mark of Latin and its neighbours belongs to the letter before it. */
        static Script of(char c, Script before) {
            if (Han.is(c)) {
                return HAN;
            }
            if (Hangul.is(c)) {
                return HANGUL;
            }
            if (Kana.is(c)) {
                return KANA;
            }
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                return c >= FIRST_NATIVE || before == LETTERS ? LETTERS : OTHER;
            }
            return c >= FIRST_NATIVE && Character.isLetter(c) ? LETTERS : OTHER;
        }
    }

    /** Ready to read. */
    NativeReadings() {}

    /** Finds the readings of a name, none if it has no letter of such a script. */
    void find(Chars name, Texts readings) {
        readings.clear();
        boolean any = false;
        for (int i = 0; i < name.length() && !any; i++) {
            any = name.charAt(i) >= FIRST_NATIVE;
        }
        if (!any) {
            return;
        }
        compose(name);
        if (setNumbersApart()) {
            read(changed, readings);
        }
        read(text, readings);
        readings.remove(text);
    }

    /** The name in plain forms, with whole syllables of Hangul and kana, as {@link #text}. */
    private void compose(Chars name) {
        text.clear();
        for (int i = 0; i < name.length() && text.length() < NameForm.MAX_CHARS; ) {
            int c = name.codePointAt(i);
            i += Character.charCount(c);
            String parts = Decompositions.of(c);
            if (parts == null) {
                compose(c);
                continue;
            }
            for (int k = 0; k < parts.length(); ) {
                int part = parts.codePointAt(k);
                compose(part);
                k += Character.charCount(part);
            }
        }
        text.cut(Math.min(text.length(), NameForm.MAX_CHARS));
    }

    private void compose(int c) {
        int last = text.length() - 1;
        if (last >= 0 && Kana.isVoicingMark(c)) {
            int voiced = Kana.voiced(text.charAt(last), c);
            if (voiced != text.charAt(last)) {
                text.set(last, (char) voiced);
                return;
            }
        }
        char syllable = last >= 0 && c <= Character.MAX_VALUE ? Hangul.compose(text.charAt(last), (char) c) : 0;
        if (syllable == 0) {
            text.addCodePoint(c);
        } else {
            text.set(last, syllable);
        }
    }

    /** The text with ordinal numbers in digits, as {@link #changed}. */
    private boolean setNumbersApart() {
        changed.clear();
        int from = 0;
        counted.reset(text);
        while (counted.find()) {
            changed.add(text, from, counted.start()).add(' ');
            addDigits(counted.start(1), counted.end(1));
            changed.add(' ');
            from = counted.end();
        }
        changed.add(text, from, text.length());
        return from > 0;
    }

    /** A number from ten to ninety-nine, or one in digits, in digits. */
    private void addDigits(int from, int to) {
        int ten = from;
        while (ten < to && text.charAt(ten) != '十') {
            ten++;
        }
        if (ten == to) {
            changed.add(text, from, to);
            return;
        }
        int tens = ten == from ? 1 : NUMERALS.indexOf(text.charAt(from));
        int ones = ten == to - 1 ? 0 : NUMERALS.indexOf(text.charAt(ten + 1));
        changed.add((char) ('0' + tens)).add((char) ('0' + ones));
    }

    private void read(Chars name, Texts readings) {
        translated.clear();
        spelt.clear();
        for (int from = 0; from < name.length(); ) {
            Script script = Script.of(name.charAt(from), Script.OTHER);
            int to = from + 1;
            while (to < name.length() && Script.of(name.charAt(to), script) == script) {
                to++;
            }
            read(name, from, to, script, true, translated);
            read(name, from, to, script, false, spelt);
            from = to;
        }
        translated.readFirst(readings);
        spelt.readFirst(readings);
        translated.readOthers(readings);
        spelt.readOthers(readings);
    }

    private void read(Chars name, int from, int to, Script script, boolean translate, Ways ways) {
        switch (script) {
            case HAN -> readHan(name, from, to, translate, ways);
            case HANGUL -> readHangul(name, from, to, translate, ways);
            case KANA -> readKana(name, from, to, ways);
            case LETTERS -> readLetters(name, from, to, translate, ways);
            case OTHER -> {
                ways.text.add(name, from, to);
                ways.endWay();
            }
        }
        ways.endStretch();
    }

    private void readLetters(Chars name, int from, int to, boolean translate, Ways ways) {
        NativeWords.Word word = null;
        if (translate) {
            run.clear();
            folding.fold(name, from, to, false, run);
            word = NativeWords.find(run, 0, run.length());
        }
        if (word == null) {
            ways.text.add(name, from, to);
        } else {
            ways.text.add(word.english().get(0));
        }
        ways.endWay();
    }

    /** A long o or u is written short in passports and lists, or as it is spelt. */
    private void readKana(Chars name, int from, int to, Ways ways) {
        run.clear().add(' ');
        Kana.append(name, from, to, run);
        run.add(' ');
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            char next = i + 1 < run.length() ? run.charAt(i + 1) : ' ';
            ways.text.add(c);
            i += (c == 'o' && (next == 'o' || next == 'u')) || (c == 'u' && next == 'u') ? 1 : 0;
        }
        ways.endWay();
        ways.text.add(run);
        ways.endWay();
    }

    private void readHan(Chars name, int from, int to, boolean translate, Ways ways) {
        run.clear();
        for (int i = from; i < to; i++) {
            run.add(Han.simplified(name.charAt(i)));
        }
        addPieces(0, run.length(), translate, -1, 0, ways);
        boolean plain = true;
        for (int i = 0; i < run.length(); i++) {
            plain &= NativeWords.length(run, i, run.length()) == 0;
        }
        int surname = run.length() > 2 && NativeWords.length(run, 0, run.length()) == 2 ? 2 : 1;
        if (translate && run.length() >= 2 && run.length() <= LONGEST_PERSON && (plain || surname == 2)) {
            addPerson(surname, -1, 0, ways);
            deviate(surname, translate, true, ways);
        }
        deviate(0, translate, false, ways);
    }

    /** Adds the readings that differ from the usual one at one place, until there are {@link #MOST}. */
    private void deviate(int from, boolean translate, boolean person, Ways ways) {
        for (int at = from; at < run.length() && ways.written() < MOST; at++) {
            int length = NativeWords.length(run, at, run.length());
            int readings = length > 0
                    ? Objects.requireNonNull(NativeWords.find(run, at, at + length))
                            .english()
                            .size()
                    : Han.readings(run.charAt(at));
            for (int way = 1; way < readings; way++) {
                if (person) {
                    addPerson(from, at, way, ways);
                } else {
                    addPieces(0, run.length(), translate, at, way, ways);
                }
            }
            at += Math.max(length - 1, 0);
        }
    }

    /** A surname of so many characters and a given name by sound, the character at a place in another of its readings. */
    private void addPerson(int surname, int at, int way, Ways ways) {
        ways.text.add(' ');
        if (surname == 2) {
            writePieces(0, surname, false, -1, 0, ways.text);
        } else {
            ways.text.add(Han.surname(run.charAt(0)));
        }
        ways.text.add(' ');
        writeSounds(surname, run.length(), at, way, ways.text);
        ways.text.add(' ');
        ways.endWay();
    }

    private void addPieces(int from, int to, boolean translate, int at, int way, Ways ways) {
        writePieces(from, to, translate, at, way, ways.text);
        ways.endWay();
    }

    /** The words of a run: usual ones in English or by sound, the rest by sound; a blank before and behind each. */
    private void writePieces(int from, int to, boolean translate, int at, int way, Chars pieces) {
        int begin = from;
        pieces.add(' ');
        for (int i = from; i < to; ) {
            int length = NativeWords.length(run, i, to);
            if (length == 0) {
                i++;
                continue;
            }
            if (writeSounds(begin, i, at, way, pieces)) {
                pieces.add(' ');
            }
            writeWord(run, i, i + length, translate, i == at ? way : 0, pieces);
            pieces.add(' ');
            i += length;
            begin = i;
        }
        if (writeSounds(begin, to, at, way, pieces)) {
            pieces.add(' ');
        }
    }

    private static void writeWord(Chars text, int from, int to, boolean translate, int way, Chars pieces) {
        NativeWords.Word known = Objects.requireNonNull(NativeWords.find(text, from, to));
        if (translate) {
            pieces.add(known.english().get(Math.min(way, known.english().size() - 1)));
        } else if (known.read().isEmpty()) {
            writeSounds(text, from, to, -1, 0, pieces);
        } else {
            pieces.add(known.read());
        }
    }

    private boolean writeSounds(int from, int to, int at, int way, Chars sounds) {
        return writeSounds(run, from, to, at, way, sounds);
    }

    /** Characters by sound, glued to one word; the one at a place in another of its readings. Whether there were any. */
    private static boolean writeSounds(Chars text, int from, int to, int at, int way, Chars sounds) {
        int before = sounds.length();
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int readings = Han.readings(c);
            if (readings > 0) {
                sounds.add(Han.reading(c, i == at ? Math.min(way, readings - 1) : 0));
            }
        }
        return sounds.length() > before;
    }

    private void readHangul(Chars name, int from, int to, boolean translate, Ways ways) {
        String[] surnames = Hangul.surname(name.charAt(from));
        boolean person = to - from <= LONGEST_PERSON && surnames.length > 0 && NativeWords.find(name, from, to) == null;
        for (Hangul.Way way : WAYS) {
            if (!translate) {
                ways.text.add(' ');
                Hangul.latin(name, from, to, way, ways.text);
                ways.text.add(' ');
                ways.endWay();
                continue;
            }
            for (int i = 0; person && i < surnames.length; i++) {
                ways.text.add(' ').add(surnames[i]).add(' ');
                Hangul.latin(name, from + 1, to, way, ways.text);
                ways.text.add(' ');
                ways.endWay();
            }
            addHangulWords(name, from, to, way, ways);
        }
    }

    private static void addHangulWords(Chars name, int from, int to, Hangul.Way way, Ways ways) {
        int begin = from;
        ways.text.add(' ');
        for (int i = from; i <= to; ) {
            int length = i < to ? NativeWords.length(name, i, to) : 1;
            if (length == 0) {
                i++;
                continue;
            }
            if (begin < i) {
                Hangul.latin(name, begin, i, way, ways.text);
                ways.text.add(' ');
            }
            if (i < to) {
                writeWord(name, i, i + length, true, 0, ways.text);
                ways.text.add(' ');
            }
            i += length;
            begin = i;
        }
        ways.endWay();
    }
}
