package io.highfence.match;

import io.highfence.base.DateRange;
import io.highfence.list.ListedParty;
import io.highfence.list.ListedParty.Identifier.Kind;
import io.highfence.list.PartyList;
import io.highfence.text.AddressForm;
import io.highfence.text.NameForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Listed parties prepared for matching: every name in its canonical forms, identifiers by their value, addresses in canonical form.
 *
 * <p>Building allocates; the index is immutable and safe for many threads.
 */
public final class PartyIndex {
    /** A value of unknown kind is equal to one of another kind only with so many letters and digits, and so many digits. */
    private static final int LEAST_SIGNS = 6;

    private static final int LEAST_DIGITS = 4;

    private final PartyList list;
    private final List<List<Entry>> entries;
    private final Map<String, List<Integer>> byIdentifier = new HashMap<>();
    private final List<List<AddressForm>> addresses = new ArrayList<>();
    private final Map<String, Set<Integer>> byAddressNumber = new HashMap<>();
    private final List<List<Integer>> recordsOfParty = new ArrayList<>();
    private final NameIndex nameIndex = new NameIndex();

    /** One listed name in one of its readings. */
    record Entry(ListedParty.Name name, NameForm form) {}

    private PartyIndex(PartyList list) {
        this.list = list;
        List<List<Entry>> all = new ArrayList<>();
        for (int i = 0; i < list.records().size(); i++) {
            ListedParty record = list.records().get(i);
            List<Entry> names = names(record);
            for (Entry entry : names) {
                nameIndex.add(i, entry.form());
            }
            all.add(names);
            for (ListedParty.Identifier identifier : record.identifiers()) {
                // A value such as "-" names nobody.
                if (!identifier.normal().isEmpty()) {
                    byIdentifier
                            .computeIfAbsent(key(identifier), k -> new ArrayList<>())
                            .add(i);
                }
            }
            List<AddressForm> places = new ArrayList<>();
            for (ListedParty.Address address : record.addresses()) {
                AddressForm place = AddressForm.of(address.text());
                places.add(place);
                for (String number : place.numbers()) {
                    byAddressNumber
                            .computeIfAbsent(number, k -> new HashSet<>())
                            .add(i);
                }
            }
            addresses.add(List.copyOf(places));
            while (recordsOfParty.size() <= list.party(i)) {
                recordsOfParty.add(new ArrayList<>());
            }
            recordsOfParty.get(list.party(i)).add(i);
        }
        entries = List.copyOf(all);
        nameIndex.close();
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

    NameIndex nameIndex() {
        return nameIndex;
    }

    /** Every name of a record in each of its readings. */
    static List<Entry> names(ListedParty record) {
        List<Entry> names = new ArrayList<>();
        for (ListedParty.Name name : record.names()) {
            for (NameForm form : NameForm.readings(name.text())) {
                names.add(new Entry(name, form));
            }
        }
        return List.copyOf(names);
    }

    List<Entry> names(int record) {
        return entries.get(record);
    }

    List<Integer> recordsOfParty(int party) {
        return recordsOfParty.get(party);
    }

    /** The records with an equal identifier; where one side does not know the kind, its value must tell enough alone. */
    Set<Integer> withIdentifier(ListedParty.Identifier identifier) {
        Set<Integer> found = new HashSet<>(byIdentifier.getOrDefault(key(identifier), List.of()));
        String value = identifier.normal();
        if (tellsWithoutKind(value)) {
            for (Kind kind : Kind.values()) {
                if (identifier.kind() == Kind.OTHER || kind == Kind.OTHER) {
                    // A value is brought to its form by its kind: a BIC of eleven signs, a ship number with its
                    // letters.
                    String normal = new ListedParty.Identifier(kind, value, "", null, DateRange.ALWAYS).normal();
                    found.addAll(byIdentifier.getOrDefault(kind + ":" + normal, List.of()));
                }
            }
        }
        return found;
    }

    private static boolean tellsWithoutKind(String value) {
        long digits = value.chars().filter(c -> c >= '0' && c <= '9').count();
        return value.length() >= LEAST_SIGNS && digits >= LEAST_DIGITS;
    }

    List<AddressForm> addresses(int record) {
        return addresses.get(record);
    }

    /** The records with an address that finds them under any name. */
    Set<Integer> withAddress(AddressForm address) {
        Set<Integer> found = new HashSet<>();
        for (String number : address.numbers()) {
            for (int record : byAddressNumber.getOrDefault(number, Set.of())) {
                if (addresses.get(record).stream().anyMatch(address::finds)) {
                    found.add(record);
                }
            }
        }
        return found;
    }

    private static String key(ListedParty.Identifier identifier) {
        return identifier.kind() + ":" + identifier.normal();
    }
}
