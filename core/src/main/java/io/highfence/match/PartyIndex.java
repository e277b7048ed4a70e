package io.highfence.match;

import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.text.Folding;
import io.highfence.text.NameForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Listed parties prepared for matching: every name in its canonical forms, identifiers by their value, addresses as words.
 *
 * <p>Building allocates; the index is immutable and safe for many threads.
 */
public final class PartyIndex {
    private final PartyList list;
    private final List<List<Entry>> entries;
    private final Map<String, List<Integer>> byIdentifier = new HashMap<>();
    private final List<List<Set<String>>> addresses = new ArrayList<>();
    private final List<List<Integer>> recordsOfParty = new ArrayList<>();

    /** One listed name in one of its readings. */
    record Entry(ListedParty.Name name, NameForm form) {}

    private PartyIndex(PartyList list) {
        this.list = list;
        List<List<Entry>> all = new ArrayList<>();
        for (int i = 0; i < list.records().size(); i++) {
            ListedParty record = list.records().get(i);
            List<Entry> names = new ArrayList<>();
            for (ListedParty.Name name : record.names()) {
                for (NameForm form : NameForm.readings(name.text())) {
                    names.add(new Entry(name, form));
                }
            }
            all.add(List.copyOf(names));
            for (ListedParty.Identifier identifier : record.identifiers()) {
                // A value such as "-" names nobody.
                if (!identifier.normal().isEmpty()) {
                    byIdentifier
                            .computeIfAbsent(key(identifier), k -> new ArrayList<>())
                            .add(i);
                }
            }
            List<Set<String>> places = new ArrayList<>();
            for (ListedParty.Address address : record.addresses()) {
                Set<String> words = addressWords(address.text());
                // The country is evidence of its own, and people write it in other words, or nowhere.
                if (address.country() != null) {
                    words.removeAll(addressWords(address.countryText()));
                }
                if (isExactAddress(words)) {
                    places.add(words);
                }
            }
            addresses.add(List.copyOf(places));
            while (recordsOfParty.size() <= list.party(i)) {
                recordsOfParty.add(new ArrayList<>());
            }
            recordsOfParty.get(list.party(i)).add(i);
        }
        entries = List.copyOf(all);
    }

    /**
     * Prepares a list.
     *
     * @param list the listed parties
     * @return the index
     */
    public static PartyIndex of(PartyList list) {
        return new PartyIndex(list);
    }

    /**
     * The listed parties that this index was built from.
     *
     * @return the list
     */
    public PartyList list() {
        return list;
    }

    List<Entry> names(int record) {
        return entries.get(record);
    }

    List<Integer> recordsOfParty(int party) {
        return recordsOfParty.get(party);
    }

    List<Integer> withIdentifier(ListedParty.Identifier identifier) {
        return byIdentifier.getOrDefault(key(identifier), List.of());
    }

    List<Set<String>> addresses(int record) {
        return addresses.get(record);
    }

    private static String key(ListedParty.Identifier identifier) {
        return identifier.kind() + ":" + identifier.normal();
    }

    static Set<String> addressWords(CharSequence address) {
        Set<String> words = new HashSet<>();
        String folded = Folding.fold(address);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** An address can match on its own if it has a number and at least two telling words: a street and a place. */
    private static boolean isExactAddress(Set<String> words) {
        boolean number = false;
        int telling = 0;
        for (String word : words) {
            char first = word.charAt(0);
            number |= first >= '0' && first <= '9';
            telling += word.length() >= 4 && !(first >= '0' && first <= '9') ? 1 : 0;
        }
        return number && telling >= 2;
    }
}
