package io.highfence.cli.evaluate;

import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parties of a loaded list with all their names. */
final class Listed {
    private final List<Party> parties = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    Listed(PartyList list) {
        Map<Integer, List<ListedParty>> byParty = new LinkedHashMap<>();
        for (int i = 0; i < list.records().size(); i++) {
            byParty.computeIfAbsent(list.party(i), k -> new ArrayList<>())
                    .add(list.records().get(i));
        }
        for (List<ListedParty> records : byParty.values()) {
            Set<String> names = new LinkedHashSet<>();
            records.forEach(record -> names.add(record.primaryName()));
            records.forEach(record -> record.names().forEach(name -> names.add(name.text())));
            names.forEach(name -> keys.add(NameKey.of(name)));
            parties.add(new Party("list", group(records.get(0).type()), List.copyOf(names), List.of(), ""));
        }
    }

    private static String group(PartyType type) {
        return switch (type) {
            case PERSON -> "persons";
            case ORGANISATION -> "organisations";
            case VESSEL -> "vessels";
            case AIRCRAFT -> "aircraft";
            case UNKNOWN -> "no type";
        };
    }

    List<Party> parties() {
        return parties;
    }

    /** Whether a name has the very words of a listed one. */
    boolean holds(String name) {
        return keys.contains(NameKey.of(name));
    }
}
