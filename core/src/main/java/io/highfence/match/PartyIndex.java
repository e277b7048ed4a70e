package io.highfence.match;

import io.highfence.base.DateRange;
import io.highfence.list.ListedParty;
import io.highfence.list.ListedParty.Identifier.Kind;
import io.highfence.list.PartyList;
import io.highfence.text.AddressForm;
import io.highfence.text.NameReader;
import java.util.ArrayList;
import java.util.BitSet;
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
    private final Map<String, List<Integer>> byIdentifier = new HashMap<>();
    private final List<List<AddressForm>> addresses = new ArrayList<>();
    private final Map<String, Set<Integer>> byAddressNumber = new HashMap<>();
    private final List<List<Integer>> recordsOfParty = new ArrayList<>();
    private final NameIndex nameIndex;

    private PartyIndex(PartyList list) {
        this.list = list;
        NameIndex.Builder names = new NameIndex.Builder();
        NameReader reader = new NameReader();
        for (int i = 0; i < list.records().size(); i++) {
            ListedParty record = list.records().get(i);
            for (int name = 0; name < record.names().size(); name++) {
                reader.read(record.names().get(name).text());
                for (int reading = 0; reading < reader.count(); reading++) {
                    names.add(i, name, reader.form(reading));
                }
            }
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
        nameIndex = names.build(new IndexImage().part("names"));
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

    List<Integer> recordsOfParty(int party) {
        return recordsOfParty.get(party);
    }

    /** Adds the records with an equal identifier; where one side does not know the kind, its value must tell enough alone. */
    void addWithIdentifier(ListedParty.Identifier identifier, BitSet found) {
        byIdentifier.getOrDefault(key(identifier), List.of()).forEach(found::set);
        String value = identifier.normal();
        if (tellsWithoutKind(value)) {
            for (Kind kind : Kind.values()) {
                if (identifier.kind() == Kind.OTHER || kind == Kind.OTHER) {
                    // A value is brought to its form by its kind: a BIC of eleven signs, a ship number with its
                    // letters.
                    String normal = new ListedParty.Identifier(kind, value, "", null, DateRange.ALWAYS).normal();
                    byIdentifier.getOrDefault(kind + ":" + normal, List.of()).forEach(found::set);
                }
            }
        }
    }

    private static boolean tellsWithoutKind(String value) {
        long digits = value.chars().filter(c -> c >= '0' && c <= '9').count();
        return value.length() >= LEAST_SIGNS && digits >= LEAST_DIGITS;
    }

    List<AddressForm> addresses(int record) {
        return addresses.get(record);
    }

    /** Adds the records with an address that finds them under any name. */
    void addWithAddress(AddressForm address, BitSet found) {
        for (String number : address.numbers()) {
            for (int record : byAddressNumber.getOrDefault(number, Set.of())) {
                if (addresses.get(record).stream().anyMatch(address::finds)) {
                    found.set(record);
                }
            }
        }
    }

    private static String key(ListedParty.Identifier identifier) {
        return identifier.kind() + ":" + identifier.normal();
    }
}
