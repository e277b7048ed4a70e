package io.highfence.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a name in another script can be read as in Latin letters: its usual words in English and the rest by sound; all by sound;
 * and what a character, a surname or a way of romanising leaves open. The letters of alphabets are left to {@link Folding}.
 */
final class NativeReadings {
    /** The most readings of one name. */
    static final int MOST = 24;

    private static final int LONGEST_PERSON = 4;

    /** A long o of kana, which passports and lists write short. */
    private static final Pattern LONG_O = Pattern.compile("o[ou]");

    private static final String NUMERALS = "〇一二三四五六七八九";

    /** The thirteenth: the mark of an ordinal with a numeral of more than one sign, or with digits. */
    private static final Pattern COUNTED = Pattern.compile("第\\s*([一二三四五六七八九]?十[一二三四五六七八九]?|[0-9]{1,6})");

    /** What a stretch of a name in one script is read as: in the first way, and in each way that differs from it in one place. */
    private record Stretch(List<String> ways) {}

    private NativeReadings() {}

    /** The readings of a name, none if it has no letter of such a script. */
    static Set<String> of(String name) {
        Set<String> readings = new LinkedHashSet<>();
        if (name.chars().allMatch(c -> c < 0x370)) {
            return readings;
        }
        String whole = Normalizer.normalize(name, Normalizer.Form.NFKC);
        String text = whole.substring(0, Math.min(whole.length(), NameForm.MAX_CHARS));
        String counted = COUNTED.matcher(text).replaceAll(number -> " " + digits(number.group(1)) + " ");
        if (!counted.equals(text)) {
            read(counted, readings);
        }
        read(text, readings);
        readings.remove(text);
        return readings;
    }

    /** A number from ten to ninety-nine, or one in digits, in digits. */
    private static String digits(String number) {
        int ten = number.indexOf('十');
        if (ten < 0) {
            return number;
        }
        int tens = ten == 0 ? 1 : NUMERALS.indexOf(number.charAt(0));
        int ones = ten == number.length() - 1 ? 0 : NUMERALS.indexOf(number.charAt(ten + 1));
        return String.valueOf(10 * tens + ones);
    }

    private static void read(String text, Set<String> readings) {
        List<Stretch> translated = new ArrayList<>();
        List<Stretch> spelt = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            Script script = Script.of(text.charAt(from));
            int to = from + 1;
            while (to < text.length() && Script.of(text.charAt(to)) == script) {
                to++;
            }
            String run = text.substring(from, to);
            translated.add(script.read(run, true));
            spelt.add(script.read(run, false));
            from = to;
        }
        readings.add(reading(translated, -1, 0));
        readings.add(reading(spelt, -1, 0));
        combine(translated, readings);
        combine(spelt, readings);
    }

    /** Each other way of one stretch, the others in their first. */
    private static void combine(List<Stretch> stretches, Set<String> readings) {
        for (int changed = 0; changed < stretches.size(); changed++) {
            int ways = stretches.get(changed).ways().size();
            for (int way = 1; way < ways && readings.size() < MOST; way++) {
                readings.add(reading(stretches, changed, way));
            }
        }
    }

    private static String reading(List<Stretch> stretches, int changed, int way) {
        StringBuilder reading = new StringBuilder();
        for (int i = 0; i < stretches.size(); i++) {
            reading.append(stretches.get(i).ways().get(i == changed ? way : 0));
        }
        return reading.toString();
    }

    /** The scripts that are read here, each in its way. */
    private enum Script {
        HAN {
            @Override
            Stretch read(String run, boolean translate) {
                return new Stretch(han(simplified(run), translate));
            }
        },
        HANGUL {
            @Override
            Stretch read(String run, boolean translate) {
                return new Stretch(hangul(run, translate));
            }
        },
        KANA {
            @Override
            Stretch read(String run, boolean translate) {
                StringBuilder latin = new StringBuilder(" ");
                Kana.append(run, 0, run.length(), latin);
                String written = latin.append(' ').toString();
                String usual = LONG_O.matcher(written).replaceAll("o").replace("uu", "u");
                return new Stretch(usual.equals(written) ? List.of(written) : List.of(usual, written));
            }
        },
        /** Letters of an alphabet other than Latin: usual words in English, the others left to {@link Folding}. */
        LETTERS {
            @Override
            Stretch read(String run, boolean translate) {
                NativeWords.Word word = translate ? NativeWords.find(Folding.fold(run)) : null;
                return new Stretch(List.of(word == null ? run : word.english().get(0)));
            }
        },
        OTHER {
            @Override
            Stretch read(String run, boolean translate) {
                return new Stretch(List.of(run));
            }
        };

        abstract Stretch read(String run, boolean translate);

        static Script of(char c) {
            if (Han.is(c)) {
                return HAN;
            }
            if (Hangul.is(c)) {
                return HANGUL;
            }
            if (Kana.is(c)) {
                return KANA;
            }
            return c >= 0x370 && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK)
                    ? LETTERS
                    : OTHER;
        }
    }

    private static String simplified(String run) {
        StringBuilder simplified = new StringBuilder(run.length());
        run.chars().forEach(c -> simplified.append(Han.simplified((char) c)));
        return simplified.toString();
    }

    private static List<String> han(String run, boolean translate) {
        Set<String> ways = new LinkedHashSet<>();
        ways.add(join(pieces(run, translate, -1, 0)));
        boolean plain = true;
        for (int i = 0; i < run.length(); i++) {
            plain &= NativeWords.length(run, i) == 0;
        }
        int given = run.length() > 2 && NativeWords.length(run, 0) == 2 ? 2 : 1;
        if (translate && run.length() >= 2 && run.length() <= LONGEST_PERSON && (plain || given == 2)) {
            String surname = given == 2
                    ? join(pieces(run.substring(0, 2), false, -1, 0))
                    : String.join("", Han.surname(run.charAt(0)));
            String rest = run.substring(given);
            ways.add(" " + surname + join(sounds(rest, -1, 0)));
            deviate(rest, ways, (at, way) -> " " + surname + join(sounds(rest, at, way)));
        }
        deviate(run, ways, (at, way) -> join(pieces(run, translate, at, way)));
        return List.copyOf(ways);
    }

    /** A reading that is not the usual one at a place. */
    @FunctionalInterface
    private interface Deviation {
        String read(int at, int way);
    }

    /** Adds the readings that differ from the usual one at one place, until there are {@link #MOST}. */
    private static void deviate(String run, Set<String> ways, Deviation deviation) {
        for (int at = 0; at < run.length() && ways.size() < MOST; at++) {
            int length = NativeWords.length(run, at);
            if (length > 0) {
                NativeWords.Word word = Objects.requireNonNull(NativeWords.find(run.substring(at, at + length)));
                for (int way = 1; way < word.english().size(); way++) {
                    ways.add(deviation.read(at, way));
                }
                at += length - 1;
                continue;
            }
            for (int way = 1; way < Han.readings(run.charAt(at)).size(); way++) {
                ways.add(deviation.read(at, way));
            }
        }
    }

    /** The words of a run: usual ones in English or by sound, the rest by sound. */
    private static List<String> pieces(String run, boolean translate, int at, int way) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < run.length(); ) {
            int length = NativeWords.length(run, i);
            if (length == 0) {
                i++;
                continue;
            }
            pieces.addAll(sounds(run.substring(from, i), at - from, way));
            pieces.add(word(run.substring(i, i + length), translate, i == at ? way : 0));
            i += length;
            from = i;
        }
        pieces.addAll(sounds(run.substring(from), at - from, way));
        return pieces;
    }

    private static String word(String word, boolean translate, int way) {
        NativeWords.Word known = Objects.requireNonNull(NativeWords.find(word));
        if (translate) {
            return known.english().get(Math.min(way, known.english().size() - 1));
        }
        return known.read().isEmpty() ? String.join("", sounds(word, -1, 0)) : known.read();
    }

    /** Characters by sound, glued to one word; the one at a place in another of its readings. */
    private static List<String> sounds(String run, int at, int way) {
        StringBuilder sounds = new StringBuilder();
        for (int i = 0; i < run.length(); i++) {
            List<String> readings = Han.readings(run.charAt(i));
            if (!readings.isEmpty()) {
                sounds.append(readings.get(i == at ? Math.min(way, readings.size() - 1) : 0));
            }
        }
        return sounds.isEmpty() ? List.of() : List.of(sounds.toString());
    }

    private static String join(List<String> pieces) {
        return " " + String.join(" ", pieces) + " ";
    }

    private static List<String> hangul(String run, boolean translate) {
        Set<String> ways = new LinkedHashSet<>();
        List<String> surnames = Hangul.surname(run.substring(0, 1));
        boolean person = run.length() <= LONGEST_PERSON && !surnames.isEmpty() && NativeWords.find(run) == null;
        for (Hangul.Way way : Hangul.Way.values()) {
            if (!translate) {
                ways.add(" " + Hangul.latin(run, way) + " ");
                continue;
            }
            if (person) {
                surnames.forEach(surname -> ways.add(" " + surname + " " + Hangul.latin(run.substring(1), way) + " "));
            }
            ways.add(hangulWords(run, way));
        }
        return List.copyOf(ways);
    }

    private static String hangulWords(String run, Hangul.Way way) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= run.length(); ) {
            int length = i < run.length() ? NativeWords.length(run, i) : 1;
            if (length == 0) {
                i++;
                continue;
            }
            if (from < i) {
                pieces.add(Hangul.latin(run.substring(from, i), way));
            }
            if (i < run.length()) {
                pieces.add(word(run.substring(i, i + length), true, 0));
            }
            i += length;
            from = i;
        }
        return join(pieces);
    }
}
