package io.highfence.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Misspellings: letters that are left out, added, changed, turned round, doubled. */
final class Spelling {
    static final String ONE_EDIT = "one edit";
    static final String EVERY_WORD = "an edit in every word of 4+";

    /** A shorter word is another word with a letter changed. */
    static final int LEAST_WORD = 4;

    private static final String VOWELS = "aeiouy";
    private static final String[] SOUND_ALIKE = {"eo", "ia", "ey", "ua", "oi", "ie"};

    private Spelling() {}

    static List<Damage> all() {
        return List.of(
                new Damage("none", Damage.SPELLING, (name, random) -> name + " "),
                new Damage(ONE_EDIT, Damage.SPELLING, Spelling::edit),
                new Damage("two edits", Damage.SPELLING, (name, random) -> {
                    String once = edit(name, random);
                    return once == null ? null : edit(once, random);
                }),
                new Damage(EVERY_WORD, Damage.SPELLING, (name, random) -> everyWord(name, word -> edit(word, random))),
                new Damage(
                        "a doubled letter",
                        Damage.SPELLING,
                        (name, random) -> oneWord(name, random, w -> doubled(w, random))),
                new Damage("a vowel", Damage.SPELLING, (name, random) -> oneWord(name, random, w -> vowel(w, random))),
                new Damage(
                        "a vowel in every word of 4+",
                        Damage.SPELLING,
                        (name, random) -> everyWord(name, word -> vowel(word, random))),
                new Damage(
                        "a first letter",
                        Damage.SPELLING,
                        (name, random) -> oneWord(name, random, w -> first(w, random))));
    }

    /** A letter left out, added, changed or turned round with its neighbour. */
    static @Nullable String edit(String name, Random random) {
        List<Integer> letters = positions(name, Character::isLetter);
        if (letters.size() < LEAST_WORD) {
            return null;
        }
        int at = letters.get(random.nextInt(letters.size()));
        String before = name.substring(0, at);
        char own = name.charAt(at);
        char letter = cased(otherThan(Character.toLowerCase(own), random), own);
        return switch (random.nextInt(4)) {
            case 0 -> before + name.substring(at + 1);
            case 1 -> before + letter + name.substring(at);
            case 2 -> before + letter + name.substring(at + 1);
            default ->
                at + 1 < name.length() && Character.isLetter(name.charAt(at + 1)) && own != name.charAt(at + 1)
                        ? before + name.charAt(at + 1) + own + name.substring(at + 2)
                        : before + name.substring(at + 1);
        };
    }

    /** A letter doubled, or one of two equal neighbours left out. */
    static @Nullable String doubled(String word, Random random) {
        for (int i = 1; i < word.length(); i++) {
            if (Character.isLetter(word.charAt(i)) && word.charAt(i) == word.charAt(i - 1)) {
                return word.substring(0, i) + word.substring(i + 1);
            }
        }
        List<Integer> letters = positions(word, Character::isLetter);
        int at = letters.get(random.nextInt(letters.size()));
        return word.substring(0, at + 1) + word.substring(at);
    }

    /** A vowel for one that sounds nearly like it, as between two ways of writing a foreign name. */
    static @Nullable String vowel(String word, Random random) {
        List<Integer> vowels = positions(word, c -> VOWELS.indexOf(Character.toLowerCase(c)) >= 0);
        if (vowels.isEmpty()) {
            return null;
        }
        int at = vowels.get(random.nextInt(vowels.size()));
        char own = word.charAt(at);
        String choice = SOUND_ALIKE[VOWELS.indexOf(Character.toLowerCase(own))];
        char other = cased(choice.charAt(random.nextInt(choice.length())), own);
        return word.substring(0, at) + other + word.substring(at + 1);
    }

    static @Nullable String first(String word, Random random) {
        char own = word.charAt(0);
        return Character.isLetter(own)
                ? cased(otherThan(Character.toLowerCase(own), random), own) + word.substring(1)
                : null;
    }

    private static char otherThan(char own, Random random) {
        char letter = (char) ('a' + random.nextInt(26));
        return letter == own ? (char) ('a' + (letter - 'a' + 1) % 26) : letter;
    }

    private static char cased(char letter, char like) {
        return Character.isUpperCase(like) ? Character.toUpperCase(letter) : letter;
    }

    private static List<Integer> positions(String text, IntPredicate wanted) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (wanted.test(text.charAt(i))) {
                positions.add(i);
            }
        }
        return positions;
    }

    static boolean isLong(String word) {
        return word.chars().filter(Character::isLetter).count() >= LEAST_WORD;
    }

    static String everyWord(String name, UnaryOperator<@Nullable String> change) {
        List<String> words = new ArrayList<>();
        for (String word : name.split(" ", -1)) {
            String changed = isLong(word) ? change.apply(word) : word;
            words.add(changed == null ? word : changed);
        }
        return String.join(" ", words);
    }

    private static @Nullable String oneWord(String name, Random random, UnaryOperator<@Nullable String> change) {
        String[] words = name.split(" ", -1);
        List<Integer> choice = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (isLong(words[i])) {
                choice.add(i);
            }
        }
        if (choice.isEmpty()) {
            return null;
        }
        int at = choice.get(random.nextInt(choice.size()));
        String changed = change.apply(words[at]);
        if (changed == null) {
            return null;
        }
        words[at] = changed;
        return String.join(" ", words);
    }
}
