package io.highfence.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Names that a person still reads and a comparison of letters does not. */
final class Disguise {
    private static final String LATIN = "aceopxyijsABCEHIKMOPTXY";
    private static final String CYRILLIC = "\u0430\u0441\u0435\u043E\u0440\u0445\u0443\u0456\u0458\u0455"
            + "\u0410\u0412\u0421\u0415\u041D\u0406\u041A\u041C\u041E\u0420\u0422\u0425\u0423";
    private static final String LEET_LETTERS = "aeiost";
    private static final String LEET = "431057";
    private static final String ZERO_WIDTH = "\u200B\u200C\u200D\u2060\uFEFF\u00AD";
    private static final String DIRECTION = "\u200E\u200F\u202A\u202C\u2066\u2069";
    private static final String MARKS = "\u0301\u0308\u0323\u0332\u0336\u0302";
    private static final int MATHEMATICAL_CAPITAL = 0x1D400;
    private static final int MATHEMATICAL_SMALL = 0x1D41A;
    private static final int FULL_WIDTH = 0xFEE0;

    private Disguise() {}

    static List<Damage> all() {
        return List.of(
                damage("look-alike letters", Disguise::lookAlike),
                damage("zero-width marks", (name, random) -> sprinkled(name, ZERO_WIDTH, random)),
                damage("spaced out", (name, random) -> spacedOut(name, " ")),
                damage("spaced out, wider between words", (name, random) -> spacedOut(name, "   ")),
                damage("glued", (name, random) -> glued(name)),
                damage("leetspeak", (name, random) -> Spelling.everyWord(name, Disguise::leet)),
                damage("full-width", (name, random) -> fullWidth(name)),
                damage("mathematical letters", (name, random) -> mathematical(name)),
                damage("direction marks", (name, random) -> sprinkled(name, DIRECTION, random)),
                damage("added marks", Disguise::marked),
                damage("mixed scripts", (name, random) -> mixed(name)));
    }

    private static Damage damage(String label, Damage.Maker maker) {
        return new Damage(label, Damage.DISGUISE, maker);
    }

    private static char shape(char letter) {
        int at = LATIN.indexOf(letter);
        return at < 0 ? letter : CYRILLIC.charAt(at);
    }

    /** One letter of each word in the shape of another alphabet. */
    static String lookAlike(String name, Random random) {
        List<String> words = new ArrayList<>();
        for (String word : name.split(" ", -1)) {
            List<Integer> places = places(word, c -> LATIN.indexOf(c) >= 0);
            if (places.isEmpty() || word.length() < 2) {
                words.add(word);
                continue;
            }
            int at = places.get(random.nextInt(places.size()));
            words.add(word.substring(0, at) + shape(word.charAt(at)) + word.substring(at + 1));
        }
        return String.join(" ", words);
    }

    /** Every second word in the shapes of another alphabet, as far as there are any. */
    static String mixed(String name) {
        String[] words = name.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            StringBuilder shaped = new StringBuilder();
            words[i].chars().forEach(c -> shaped.append(shape((char) c)));
            words[i] = shaped.toString();
        }
        return String.join(" ", words);
    }

    /** A hidden sign inside every word. */
    static String sprinkled(String name, String signs, Random random) {
        List<String> words = new ArrayList<>();
        for (String word : name.split(" ", -1)) {
            int at = word.length() < 2 ? word.length() : 1 + random.nextInt(word.length() - 1);
            words.add(word.substring(0, at) + signs.charAt(random.nextInt(signs.length())) + word.substring(at));
        }
        return String.join(" ", words);
    }

    static String spacedOut(String name, String between) {
        List<String> words = new ArrayList<>();
        for (String word : name.split(" ")) {
            words.add(String.join(" ", word.split("")));
        }
        return String.join(between, words);
    }

    static @Nullable String glued(String name) {
        String glued = name.replaceAll("[\\s,]+", "");
        return glued.length() < 6 ? null : glued;
    }

    /** Digits for letters; a word keeps two letters at least. */
    static String leet(String word) {
        StringBuilder leet = new StringBuilder();
        word.chars().forEach(c -> {
            int at = LEET_LETTERS.indexOf(Character.toLowerCase(c));
            leet.append(at < 0 ? (char) c : LEET.charAt(at));
        });
        return leet.chars().filter(Character::isLetter).count() < 2 ? word : leet.toString();
    }

    static String fullWidth(String name) {
        StringBuilder wide = new StringBuilder();
        name.chars().forEach(c -> wide.append(c > ' ' && c < 0x7F ? (char) (c + FULL_WIDTH) : (char) c));
        return wide.toString();
    }

    static String mathematical(String name) {
        StringBuilder bold = new StringBuilder();
        name.chars().forEach(c -> {
            if (c >= 'A' && c <= 'Z') {
                bold.appendCodePoint(c - 'A' + MATHEMATICAL_CAPITAL);
            } else {
                bold.appendCodePoint(c >= 'a' && c <= 'z' ? c - 'a' + MATHEMATICAL_SMALL : c);
            }
        });
        return bold.toString();
    }

    static String marked(String name, Random random) {
        StringBuilder marked = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            marked.append(name.charAt(i));
            if (Character.isLetter(name.charAt(i)) && i % 2 == 0) {
                marked.append(MARKS.charAt(random.nextInt(MARKS.length())));
            }
        }
        return marked.toString();
    }

    private static List<Integer> places(String word, IntPredicate wanted) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < word.length(); i++) {
            if (wanted.test(word.charAt(i))) {
                places.add(i);
            }
        }
        return places;
    }
}
