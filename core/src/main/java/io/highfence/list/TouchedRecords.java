package io.highfence.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The records by which alone an answer can differ between two editions. {@code docs/rescreening.md} argues why no other can.
 *
 * <p>A record stands as it stood if its key has the same records in the same order on both sides, each with a party of the same
 * records in the same order. All others are touched.
 */
final class TouchedRecords {
    /** A record, and the number of the content of its party; equal numbers are equal parties on either side. */
    private record Place(ListedParty record, int party) {}

    private final Map<List<ListedParty>, Integer> contents = new HashMap<>();

    private TouchedRecords() {}

    /** Each touched record once, in its old and in its new form, as a party of its own. */
    static PartyList between(PartyList before, PartyList after) {
        TouchedRecords both = new TouchedRecords();
        Map<String, List<Place>> earlier = both.places(before);
        Map<String, List<Place>> later = both.places(after);
        Set<ListedParty> touched = new LinkedHashSet<>();
        addTouched(earlier, later, 0, touched);
        addTouched(later, earlier, before.editions().size(), touched);
        List<PartyList.Edition> editions = new ArrayList<>(before.editions());
        editions.addAll(after.editions());
        return new PartyList(
                List.copyOf(touched),
                editions,
                IntStream.range(0, touched.size()).toArray());
    }

    /** The records of each key in the order of the list. */
    private Map<String, List<Place>> places(PartyList list) {
        // A list that is mapped from a file makes a record anew each time that it is asked.
        List<ListedParty> records = List.copyOf(list.records());
        Map<Integer, List<ListedParty>> parties = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            parties.computeIfAbsent(list.party(i), k -> new ArrayList<>()).add(records.get(i));
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        parties.forEach((party, content) -> {
            Integer known = contents.putIfAbsent(content, contents.size());
            numbers.put(party, known == null ? contents.size() - 1 : known);
        });
        Map<String, List<Place>> places = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            ListedParty record = records.get(i);
            places.computeIfAbsent(record.key(), k -> new ArrayList<>())
                    .add(new Place(record, numbers.getOrDefault(list.party(i), -1)));
        }
        return places;
    }

    private static void addTouched(
            Map<String, List<Place>> side, Map<String, List<Place>> other, int editions, Set<ListedParty> touched) {
        side.forEach((key, places) -> {
            if (!places.equals(other.get(key))) {
                for (Place place : places) {
                    ListedParty record = place.record();
                    touched.add(record.inEdition(editions + record.edition()));
                }
            }
        });
    }
}
