package io.highfence.text;

import io.highfence.text.AddressForm.Likeness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How two addresses stand to each other, said with strings and sets of them: what the form must say without. */
final class AddressOnSets {
    private static final Set<String> KNOWN_PLACES = new HashSet<>();

    static {
        Tables.rows(Tables.PLACES).forEach(row -> KNOWN_PLACES.add(row.get(1)));
    }

    private record Street(String glued, boolean bounded, Set<String> words, Set<String> directions) {}

    private final EditDistance distance = new EditDistance();
    private final List<Street> streets = new ArrayList<>();
    private final Set<String> words = new HashSet<>();
    private final Map<Character, Set<String>> numbers = new HashMap<>();

    AddressOnSets(String canonical) {
        // The look-ahead cuts before each capital.
        for (String item : canonical.split("(?=[A-Z])")) {
            if (item.isEmpty()) {
                continue;
            }
            String text = item.substring(1);
            switch (item.charAt(0)) {
                case 'S' -> streets.add(new Street(text, false, new HashSet<>(), new HashSet<>()));
                case 'T' -> streets.add(new Street(text, true, new HashSet<>(), new HashSet<>()));
                case 'N', 'M' -> streets.get(streets.size() - 1).words.add(text);
                case 'D' -> streets.get(streets.size() - 1).directions.add(text);
                case 'W', 'L' -> words.add(text);
                default ->
                    numbers.computeIfAbsent(item.charAt(0), k -> new HashSet<>())
                            .add(text);
            }
        }
    }

    private Set<String> of(String kinds) {
        Set<String> all = new HashSet<>();
        kinds.chars().forEach(kind -> all.addAll(numbers.getOrDefault((char) kind, Set.of())));
        return all;
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return !Collections.disjoint(some, others);
    }

    private static boolean contradict(Set<String> some, Set<String> others) {
        return !some.isEmpty() && !others.isEmpty() && !meet(some, others);
    }

    private static Set<String> known(Set<String> words) {
        Set<String> known = new HashSet<>(words);
        known.retainAll(KNOWN_PLACES);
        return known;
    }

    Set<String> numbers() {
        return of("HBU");
    }

    Likeness compare(AddressOnSets other) {
        if (finds(other) || sameBox(other)) {
            return Likeness.AGREES;
        }
        if (!isPrecise() || !other.isPrecise()) {
            return Likeness.UNKNOWN;
        }
        boolean turned = sameStreet(other, false) && !sameStreet(other, true);
        boolean houses = !meet(of("H"), other.of("HB")) && !meet(other.of("H"), of("HB"));
        return houses || turned || contradict(known(words), known(other.words)) ? Likeness.DIFFERS : Likeness.UNKNOWN;
    }

    boolean finds(AddressOnSets other) {
        boolean contradicts = contradict(of("U"), other.of("U"))
                || contradict(of("F"), other.of("F"))
                || contradict(of("B"), other.of("B"))
                || contradict(known(words), known(other.words));
        Set<String> mine = of("H").isEmpty() ? of("B") : of("H");
        Set<String> others = other.of("H").isEmpty() ? other.of("B") : other.of("H");
        boolean houses = !mine.isEmpty() && !others.isEmpty() && (mine.containsAll(others) || others.containsAll(mine));
        boolean numbered = meet(of("U"), other.of("U")) || meet(of("B"), other.of("B"));
        boolean sameStreet = houses && sameStreet(other, true);
        boolean sameRoom =
                (of("H").isEmpty() || other.of("H").isEmpty()) && numbered && (isWithin(other) || other.isWithin(this));
        return !contradicts && (sameStreet || sameRoom);
    }

    private boolean isPrecise() {
        return !of("H").isEmpty() && !streets.isEmpty() && !words.isEmpty();
    }

    private boolean sameBox(AddressOnSets other) {
        return meet(of("X"), other.of("X"))
                && (of("H").isEmpty() || meet(of("H"), other.of("H")))
                && !contradict(known(words), known(other.words))
                && samePlace(other, Set.of());
    }

    private Set<String> allWords() {
        Set<String> all = new HashSet<>(words);
        streets.forEach(street -> all.addAll(street.words));
        return all;
    }

    private boolean isWithin(AddressOnSets other) {
        return allWords().stream().filter(word -> word.length() > 3).count() >= 2
                && areAmong(allWords(), other.allWords());
    }

    private boolean sameStreet(AddressOnSets other, boolean withDirection) {
        for (Street mine : streets) {
            for (Street theirs : other.streets) {
                boolean turned = contradict(mine.directions, theirs.directions);
                boolean inOther = areAmong(mine.words, other.allWords());
                boolean inThis = areAmong(theirs.words, allWords());
                boolean same = mine.bounded && theirs.bounded ? inOther && inThis : inOther || inThis;
                if (!(withDirection && turned)
                        && (same || isNear(mine.glued, theirs.glued, 9, 14))
                        && samePlace(other, inOther ? mine.words : theirs.words)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean samePlace(AddressOnSets other, Set<String> street) {
        return meet(of("P"), other.of("P"))
                || words.stream()
                        .filter(word -> !isAmong(word, street))
                        .anyMatch(word -> other.words.stream().anyMatch(theirs -> isSamePlace(word, theirs)));
    }

    private boolean areAmong(Set<String> some, Set<String> others) {
        return some.stream().allMatch(word -> isAmong(word, others));
    }

    private boolean isAmong(String word, Set<String> others) {
        return others.contains(word)
                || (!KNOWN_PLACES.contains(word) && others.stream().anyMatch(other -> isNear(word, other, 5, 8)));
    }

    private boolean isNear(String a, String b, int oneEdit, int twoEdits) {
        int shorter = Math.min(a.length(), b.length());
        boolean digits = a.matches(".*[0-9].*") || b.matches(".*[0-9].*");
        int limit = digits || shorter < oneEdit ? 0 : shorter < twoEdits ? 1 : 2;
        return distance.within(a, b, limit) <= limit;
    }

    private boolean isSamePlace(String a, String b) {
        return a.equals(b)
                || (Math.min(a.length(), b.length()) >= 7
                        && a.charAt(0) == b.charAt(0)
                        && !KNOWN_PLACES.contains(a)
                        && !KNOWN_PLACES.contains(b)
                        && distance.within(a, b, 1) <= 1);
    }
}
