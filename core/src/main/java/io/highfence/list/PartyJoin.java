package io.highfence.list;

import io.highfence.base.DateRange;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which records are one party. A wrong join is worse than none, so that records join only
 *
 * <ul>
 *   <li>on an equal number of one publisher;
 *   <li>on an equal identifier, or a number of another publisher, and a name that both have: publishers mistype numbers;
 *   <li>on an equal primary name of two words or more and a country, where one of them is known to be no person;
 *   <li>as persons, on an equal primary name and a birth date; where the date is not known to the day, with no country
 *       against it.
 * </ul>
 *
 * <p>What fits two parties joins none: an identifier or a name under which one publisher has two numbers, or that two kinds of
 * party have, is left aside whole. Two numbers of one publisher are never joined, not even through a third record.
 */
final class PartyJoin {
    /** What so many records share tells nobody apart; it also bounds the work for a hostile file. */
    private static final int MOST_ALIKE = 32;

    /** An identifier with fewer signs is a number that many may have. */
    private static final int LEAST_SIGNS = 5;

    /** A birth date known less well than to some years says too little. */
    private static final int MOST_YEARS = 3;

    /** Words that no person's name has, for the lists that do not say what a party is. */
    private static final Set<String> WORDS_OF_FIRMS = Set.of(
            "academy",
            "airlines",
            "aviation",
            "bureau",
            "center",
            "centre",
            "company",
            "corp",
            "corporation",
            "electronics",
            "enterprise",
            "enterprises",
            "factory",
            "gmbh",
            "group",
            "inc",
            "industries",
            "industry",
            "institute",
            "international",
            "jsc",
            "laboratory",
            "limited",
            "llc",
            "llp",
            "logistics",
            "ltd",
            "ministry",
            "ojsc",
            "pjsc",
            "plant",
            "plc",
            "services",
            "systems",
            "technologies",
            "technology",
            "trading",
            "university");

    private final List<ListedParty> records;
    private final List<@Nullable PublisherNumber> numbers = new ArrayList<>();

    /** The primary name of each record, folded; empty if it has one word only and tells too little. */
    private final String[] names;

    private final int[] parent;

    /** For each party, by its first record, the number that each authority has for it. */
    private final Map<Integer, Map<String, String>> numbersOf = new HashMap<>();

    private final Map<Integer, PartyType> typeOf = new HashMap<>();

    private PartyJoin(List<ListedParty> records, Function<ListedParty, @Nullable PublisherNumber> number) {
        this.records = records;
        this.parent = new int[records.size()];
        this.names = new String[records.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            String name = folded(records.get(i).primaryName());
            names[i] = name.indexOf(' ') < 0 ? "" : name;
            PublisherNumber own = number.apply(records.get(i));
            numbers.add(own);
            numbersOf.put(i, own == null ? Map.of() : Map.of(own.authority(), own.value()));
            typeOf.put(i, records.get(i).type());
        }
    }

    /** The number of the party of each record, counted from 0 in the order of the records. */
    static int[] join(List<ListedParty> records) {
        return join(records, PublisherNumber::of, PublisherNumber::saidBy);
    }

    /** Joins by numbers as the caller sees them, which is how it is measured what joins without them. */
    static int[] join(
            List<ListedParty> records,
            Function<ListedParty, @Nullable PublisherNumber> number,
            Function<ListedParty, List<PublisherNumber>> said) {
        PartyJoin join = new PartyJoin(records, number);
        join.byNumber();
        join.byIdentifier(said);
        join.byNameAndCountry();
        join.byNameAndBirth();
        return join.parties();
    }

    private int[] parties() {
        int[] parties = new int[parent.length];
        Map<Integer, Integer> numbered = new HashMap<>();
        for (int i = 0; i < parties.length; i++) {
            Integer known = numbered.putIfAbsent(root(i), numbered.size());
            parties[i] = known == null ? numbered.size() - 1 : known;
        }
        return parties;
    }

    private void byNumber() {
        Map<PublisherNumber, Integer> first = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            PublisherNumber number = numbers.get(i);
            Integer known = number == null ? null : first.putIfAbsent(number, i);
            if (known != null) {
                parent[i] = root(known);
            }
        }
    }

    private void byIdentifier(Function<ListedParty, List<PublisherNumber>> said) {
        Map<Object, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            Set<Object> keys = new LinkedHashSet<>(said.apply(records.get(i)));
            if (numbers.get(i) != null) {
                keys.add(Objects.requireNonNull(numbers.get(i)));
            }
            for (ListedParty.Identifier identifier : records.get(i).identifiers()) {
                String value = identifier.normal();
                if (identifier.kind() != ListedParty.Identifier.Kind.OTHER && value.length() >= LEAST_SIGNS) {
                    keys.add(identifier.kind() + value);
                }
            }
            add(i, keys, alike);
        }
        joinAll(alike, (one, other) -> false, (one, other) -> !Collections.disjoint(names(one), names(other)));
    }

    private void byNameAndCountry() {
        Map<Object, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            ListedParty record = records.get(i);
            String name = names[i] + '|';
            if (!names[i].isEmpty() && !isShipOrPlane(record)) {
                add(
                        i,
                        record.countries().stream()
                                .map(country -> name + country)
                                .toList(),
                        alike);
            }
        }
        alike.values().removeIf(some -> some.size() < 2 || some.stream().noneMatch(this::isFirm));
        joinAll(alike, (one, other) -> false, (one, other) -> true);
    }

    private boolean isFirm(int record) {
        return records.get(record).type() == PartyType.ORGANISATION
                || (records.get(record).type() == PartyType.UNKNOWN
                        && words(names[record]).anyMatch(WORDS_OF_FIRMS::contains));
    }

    private void byNameAndBirth() {
        Map<Object, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            ListedParty record = records.get(i);
            if (names[i].isEmpty() || record.type() != PartyType.PERSON) {
                continue;
            }
            // Publishers differ on which name of a person goes first.
            String name = words(names[i]).sorted().collect(Collectors.joining(" ", "", "|"));
            Set<Object> keys = new LinkedHashSet<>();
            for (DateRange birth : record.birthDates()) {
                if (birth.from() != null
                        && birth.to() != null
                        && birth.to().getYear() - birth.from().getYear() < MOST_YEARS) {
                    for (int year = birth.from().getYear(); year <= birth.to().getYear(); year++) {
                        keys.add(name + year);
                    }
                }
            }
            add(i, keys, alike);
        }
        joinAll(alike, this::countriesSpeakAgainst, (one, other) -> true);
    }

    /** Whether the countries tell two persons apart whose birth date is not known to the day. */
    private boolean countriesSpeakAgainst(int one, int other) {
        ListedParty first = records.get(one);
        ListedParty second = records.get(other);
        boolean sameDay = first.birthDates().stream()
                .anyMatch(birth -> birth.from() != null
                        && birth.from().equals(birth.to())
                        && second.birthDates().contains(birth));
        return !sameDay
                && !first.countries().isEmpty()
                && !second.countries().isEmpty()
                && Collections.disjoint(first.countries(), second.countries());
    }

    private static boolean isShipOrPlane(ListedParty record) {
        return record.type() == PartyType.VESSEL || record.type() == PartyType.AIRCRAFT;
    }

    private static void add(int record, Iterable<?> keys, Map<Object, List<Integer>> alike) {
        for (Object key : keys) {
            List<Integer> some = alike.computeIfAbsent(key, k -> new ArrayList<>());
            // One more than may join, so that it shows that there are too many.
            if (some.size() <= MOST_ALIKE) {
                some.add(record);
            }
        }
    }

    /** What is asked of two records that are alike. */
    @FunctionalInterface
    private interface Judge {
        boolean of(int one, int other);
    }

    /** Joins those that are the same, unless something among them cannot be one party. */
    private void joinAll(Map<Object, List<Integer>> alike, Judge apart, Judge same) {
        for (List<Integer> some : alike.values()) {
            if (some.size() > 1 && some.size() <= MOST_ALIKE && !contradict(some, apart)) {
                for (int i = 0; i < some.size(); i++) {
                    for (int j = i + 1; j < some.size(); j++) {
                        if (same.of(some.get(i), some.get(j))) {
                            union(some.get(i), some.get(j));
                        }
                    }
                }
            }
        }
    }

    /** Whether some records cannot all be one party: two numbers of one authority, two kinds of party, two births. */
    private boolean contradict(List<Integer> some, Judge apart) {
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < some.size(); i++) {
            PublisherNumber number = numbers.get(some.get(i));
            String other = number == null ? null : known.putIfAbsent(number.authority(), number.value());
            if (number != null && other != null && !other.equals(number.value())) {
                return true;
            }
            for (int j = i + 1; j < some.size(); j++) {
                if (apart.of(some.get(i), some.get(j))
                        || contradict(records.get(some.get(i)), records.get(some.get(j)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean contradict(ListedParty one, ListedParty other) {
        if (typesDiffer(one.type(), other.type())) {
            return true;
        }
        for (DateRange birth : one.birthDates()) {
            if (other.birthDates().stream().anyMatch(birth::overlaps)) {
                return false;
            }
        }
        return !one.birthDates().isEmpty() && !other.birthDates().isEmpty();
    }

    private static boolean typesDiffer(PartyType one, PartyType other) {
        return one != PartyType.UNKNOWN && other != PartyType.UNKNOWN && one != other;
    }

    private int root(int record) {
        int root = record;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** Makes two parties one, unless some of their records contradict each other. */
    private void union(int one, int other) {
        int first = Math.min(root(one), root(other));
        int second = Math.max(root(one), root(other));
        Map<String, String> all = new HashMap<>(Objects.requireNonNull(numbersOf.get(first)));
        PartyType type = Objects.requireNonNull(typeOf.get(first));
        PartyType otherType = Objects.requireNonNull(typeOf.get(second));
        boolean differ = typesDiffer(type, otherType);
        for (Map.Entry<String, String> number :
                Objects.requireNonNull(numbersOf.get(second)).entrySet()) {
            String known = all.putIfAbsent(number.getKey(), number.getValue());
            differ |= known != null && !known.equals(number.getValue());
        }
        if (first != second && !differ) {
            parent[second] = first;
            numbersOf.put(first, all);
            typeOf.put(first, type == PartyType.UNKNOWN ? otherType : type);
        }
    }

    /** Every name of a record, folded, with its words sorted. */
    private Set<String> names(int record) {
        Set<String> all = new HashSet<>();
        for (ListedParty.Name name : records.get(record).names()) {
            all.add(words(folded(name.text())).sorted().collect(Collectors.joining(" ")));
        }
        all.remove("");
        return all;
    }

    private static Stream<String> words(String folded) {
        return Arrays.stream(folded.split(" ", -1));
    }

    /** A name without case, marks and punctuation: its words with one blank between them. */
    private static String folded(String name) {
        StringBuilder text = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKD).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                text.appendCodePoint(Character.toLowerCase(c));
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && c != '\''
                    && c != '\u2019'
                    && c != '.'
                    && !text.isEmpty()
                    && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        });
        return text.toString().stripTrailing();
    }
}
