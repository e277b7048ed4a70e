package io.highfence.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which partner lists which party, and which does not: the lists of several partners side by side.
 *
 * <p>Parties are those of {@link PartyList#party(int)}; what is not known to be one party counts as two. Making it allocates;
 * immutable.
 */
public final class ListCoverage {
    private final List<String> partners;
    private final List<Row> rows;
    private final Map<List<String>, Integer> combinations;

    private ListCoverage(List<String> partners, List<Row> rows, Map<List<String>, Integer> combinations) {
        this.partners = partners;
        this.rows = rows;
        this.combinations = combinations;
    }

    /**
     * One party and who lists it.
     *
     * @param records its records, in the order of the files
     * @param lists for each partner that lists it the short codes of its lists, both sorted
     */
    public record Row(List<ListedParty> records, Map<String, List<String>> lists) {
        /**
         * Copies the records.
         *
         * @param records its records
         * @param lists the lists by partner
         */
        public Row {
            records = List.copyOf(records);
            lists = java.util.Collections.unmodifiableMap(new TreeMap<>(lists));
        }
    }

    /**
     * Puts lists side by side.
     *
     * @param list the loaded lists
     * @return who lists whom
     */
    public static ListCoverage of(PartyList list) {
        TreeSet<String> partners = new TreeSet<>();
        list.editions().forEach(edition -> edition.lists().forEach(code -> partners.add(partner(code))));
        Map<Integer, List<ListedParty>> parties = new LinkedHashMap<>();
        for (int i = 0; i < list.records().size(); i++) {
            parties.computeIfAbsent(list.party(i), k -> new ArrayList<>())
                    .add(list.records().get(i));
        }
        List<Row> rows = new ArrayList<>();
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        for (List<ListedParty> records : parties.values()) {
            TreeMap<String, TreeSet<String>> lists = new TreeMap<>();
            for (ListedParty record : records) {
                lists.computeIfAbsent(partner(record.list()), k -> new TreeSet<>())
                        .add(record.list());
            }
            Map<String, List<String>> sorted = new TreeMap<>();
            lists.forEach((partner, codes) -> sorted.put(partner, List.copyOf(codes)));
            rows.add(new Row(records, sorted));
            counts.merge(List.copyOf(lists.keySet()), 1, Integer::sum);
        }
        Map<List<String>, Integer> combinations = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().toString()))
                .forEach(entry -> combinations.put(entry.getKey(), entry.getValue()));
        return new ListCoverage(
                List.copyOf(partners), List.copyOf(rows), java.util.Collections.unmodifiableMap(combinations));
    }

    private static String partner(String list) {
        return ListTerms.of(list).partner();
    }

    /**
     * The partners whose lists are loaded.
     *
     * @return their words, as {@link ListTerms#partner()} has them, sorted
     */
    public List<String> partners() {
        return partners;
    }

    /**
     * Every party.
     *
     * @return the parties in the order of their first records
     */
    public List<Row> rows() {
        return rows;
    }

    /**
     * How many parties exactly these partners list.
     *
     * @return each combination of partners that occurs, the most frequent first
     */
    public Map<List<String>, Integer> combinations() {
        return combinations;
    }

    /**
     * How many parties a partner lists.
     *
     * @param partner one of {@link #partners()}
     * @return the number of parties, whoever else lists them
     */
    public int count(String partner) {
        return combinations.entrySet().stream()
                .filter(entry -> entry.getKey().contains(partner))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /**
     * How many parties two partners both list.
     *
     * @param one one of {@link #partners()}
     * @param other one of {@link #partners()}
     * @return the number of parties that both list
     */
    public int shared(String one, String other) {
        return combinations.entrySet().stream()
                .filter(entry -> entry.getKey().contains(one) && entry.getKey().contains(other))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
