package io.highfence.cli.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that are joined, split, left out, moved, shortened. */
final class Structure {
    static final String JOINED = "the first two words joined";
    static final String DROPPED = "a word dropped";
    static final String NATURAL_ORDER = "family name behind the given names";

    private static final Set<String> SMALL_WORDS = Set.of("OF", "AND", "THE", "FOR", "IN", "DE", "LA");
    private static final int LEAST_SPLIT = 8;
    private static final int LEAST_ACRONYM = 4;

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("TECHNOLOGY", "TECH"),
            Map.entry("TECHNOLOGIES", "TECH"),
            Map.entry("INTERNATIONAL", "INTL"),
            Map.entry("GROUP", "GRP"),
            Map.entry("COMMUNICATION", "COMM"),
            Map.entry("COMMUNICATIONS", "COMM"),
            Map.entry("UNIVERSITY", "UNIV"),
            Map.entry("INSTITUTE", "INST"),
            Map.entry("MANUFACTURING", "MFG"),
            Map.entry("ENGINEERING", "ENG"),
            Map.entry("DEVELOPMENT", "DEV"),
            Map.entry("ELECTRONIC", "ELEC"),
            Map.entry("ELECTRONICS", "ELEC"),
            Map.entry("INDUSTRY", "IND"),
            Map.entry("INDUSTRIES", "IND"),
            Map.entry("INDUSTRIAL", "IND"),
            Map.entry("NATIONAL", "NATL"),
            Map.entry("DEPARTMENT", "DEPT"),
            Map.entry("LABORATORY", "LAB"),
            Map.entry("ASSOCIATION", "ASSN"),
            Map.entry("SCIENCE", "SCI"),
            Map.entry("SERVICES", "SVCS"),
            Map.entry("MANAGEMENT", "MGMT"),
            Map.entry("BROTHERS", "BROS"));

    private Structure() {}

    static List<Damage> all() {
        return List.of(
                new Damage(JOINED, Damage.STRUCTURE, (name, random) -> joined(name, 0)),
                new Damage("any two words joined", Damage.STRUCTURE, Structure::joined),
                new Damage("a word split", Damage.STRUCTURE, Structure::split),
                new Damage(DROPPED, Damage.STRUCTURE, Structure::dropped),
                new Damage(NATURAL_ORDER, Damage.STRUCTURE, (name, random) -> naturalOrder(name)),
                new Damage("words in another order", Damage.STRUCTURE, Structure::reordered),
                new Damage("initials for given names", Damage.STRUCTURE, (name, random) -> initials(name)),
                new Damage("acronym", Damage.STRUCTURE, (name, random) -> acronym(name)),
                new Damage("abbreviation", Damage.STRUCTURE, (name, random) -> abbreviated(name)));
    }

    private static List<String> words(String name) {
        return new ArrayList<>(List.of(name.split(" ", -1)));
    }

    private static @Nullable String joined(String name, Random random) {
        int words = words(name).size();
        return words < 2 ? null : joined(name, random.nextInt(words - 1));
    }

    /** The word at this place and the next one as one word. */
    static @Nullable String joined(String name, int at) {
        List<String> words = words(name);
        if (words.size() < 2 || name.indexOf(',') >= 0) {
            return null;
        }
        words.set(at, words.get(at) + words.remove(at + 1));
        return String.join(" ", words);
    }

    static @Nullable String split(String name, Random random) {
        List<String> words = words(name);
        List<Integer> long8 = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).length() >= LEAST_SPLIT && words.get(i).chars().allMatch(Character::isLetter)) {
                long8.add(i);
            }
        }
        if (long8.isEmpty()) {
            return null;
        }
        int at = long8.get(random.nextInt(long8.size()));
        String word = words.get(at);
        int cut = 3 + random.nextInt(word.length() - 5);
        words.set(at, word.substring(0, cut) + " " + word.substring(cut));
        return String.join(" ", words);
    }

    static @Nullable String dropped(String name, Random random) {
        List<String> words = words(name);
        if (words.size() < 3) {
            return null;
        }
        words.remove(random.nextInt(words.size()));
        return String.join(" ", words);
    }

    /** {@code LAST, First} as people say it. */
    static @Nullable String naturalOrder(String name) {
        int comma = personsComma(name);
        return comma < 0 ? null : name.substring(comma + 2) + " " + name.substring(0, comma);
    }

    /** Where the family name ends; a comma before a legal form is a firm's. */
    private static int personsComma(String name) {
        int comma = name.indexOf(", ");
        return comma < 0 || name.indexOf(',', comma + 1) >= 0 || LegalFormChange.formOf(name) != null ? -1 : comma;
    }

    static @Nullable String reordered(String name, Random random) {
        List<String> words = words(name.replace(",", ""));
        if (words.size() < 3) {
            return null;
        }
        Collections.shuffle(words, random);
        return String.join(" ", words);
    }

    static @Nullable String initials(String name) {
        int comma = personsComma(name);
        if (comma < 0) {
            return null;
        }
        StringBuilder initials = new StringBuilder();
        for (String given : name.substring(comma + 2).split(" ")) {
            if (given.isEmpty() || !Character.isLetter(given.charAt(0))) {
                return null;
            }
            initials.append(given.charAt(0)).append(". ");
        }
        return initials + name.substring(0, comma);
    }

    /** The first letters of a firm's words, legal form and small words aside. */
    static @Nullable String acronym(String name) {
        if (name.indexOf(',') >= 0 && LegalFormChange.formOf(name) == null) {
            return null;
        }
        String bare = LegalFormChange.dropped(name);
        String firm = bare == null ? name : bare;
        List<String> telling = Arrays.stream(firm.toUpperCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty() && !SMALL_WORDS.contains(word) && !NameKey.isLegalWord(word))
                .toList();
        if (telling.size() < LEAST_ACRONYM) {
            return null;
        }
        StringBuilder acronym = new StringBuilder();
        telling.forEach(word -> acronym.append(word.charAt(0)));
        return acronym.toString();
    }

    static String abbreviated(String name) {
        List<String> words = words(name);
        words.replaceAll(word -> SHORT.getOrDefault(word.toUpperCase(Locale.ROOT), word));
        return String.join(" ", words);
    }
}
