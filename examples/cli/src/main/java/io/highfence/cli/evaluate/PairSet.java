package io.highfence.cli.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Labelled pairs of one kind.
 *
 * @param title what they are
 * @param pairs the pairs
 */
record PairSet(String title, List<Pair> pairs) {
    PairSet {
        pairs = List.copyOf(pairs);
    }

    /** Names in a party's own script against its names in Latin letters. */
    static PairSet nativeScripts(List<Party> parties, Part part, long seed) {
        List<Pair> pairs = new ArrayList<>();
        Map<String, List<Party>> bySource = new LinkedHashMap<>();
        parties.stream()
                .filter(party -> part.holds(party.key()))
                .forEach(party -> bySource.computeIfAbsent(party.source(), k -> new ArrayList<>())
                        .add(party));
        Random random = new Random(seed);
        for (List<Party> source : bySource.values()) {
            Similar similar = new Similar(source);
            for (Party party : source) {
                for (String name : party.nativeNames()) {
                    add(pairs, name, party, party.group(), similar, random);
                }
            }
        }
        return new PairSet("native script against Latin", pairs);
    }

    /** Aliases against the primary name of their record; only those that are not the same words. */
    static PairSet aliases(List<Party> parties, String group, Part part, long seed, int sample) {
        List<Party> held = parties.stream()
                .filter(party -> party.group().equals(group) && part.holds(party.key()))
                .map(Party::primaryOnly)
                .toList();
        Similar similar = new Similar(held);
        Random random = new Random(seed);
        List<Party> drawn = new ArrayList<>(held);
        Collections.shuffle(drawn, random);
        List<Pair> pairs = new ArrayList<>();
        int asked = 0;
        for (Party party : drawn) {
            String primary = party.latin().get(0);
            List<String> aliases = party.nativeNames().stream()
                    .filter(alias -> !NameKey.of(alias).equals(NameKey.of(primary)))
                    .toList();
            if (aliases.isEmpty() || asked == sample) {
                continue;
            }
            asked++;
            String alias = aliases.get(random.nextInt(aliases.size()));
            String kind = Related.are(alias, primary) ? ", a word alike" : ", no word alike";
            add(pairs, alias, party, group + kind, similar, random);
        }
        return new PairSet("alias against primary name", pairs);
    }

    /** Parties of two lists with one number of the United Nations, where no name is written the same way. */
    static PairSet acrossLists(List<Party> parties, Part part, long seed) {
        Map<String, List<Party>> byId = new LinkedHashMap<>();
        Map<String, Similar> similar = new HashMap<>();
        List<Party> held = parties.stream()
                .filter(party -> !party.id().isEmpty() && part.holds(party.key()))
                .toList();
        held.forEach(party ->
                byId.computeIfAbsent(party.id(), k -> new ArrayList<>()).add(party));
        Random random = new Random(seed);
        List<Pair> pairs = new ArrayList<>();
        for (List<Party> same : byId.values()) {
            for (Party one : same) {
                for (Party other : same) {
                    String query = one.latin().get(0);
                    boolean equal = other.latin().stream()
                            .anyMatch(name -> NameKey.of(name).equals(NameKey.of(query)));
                    if (!one.source().equals(other.source()) && !equal && isOnly(one, same) && isOnly(other, same)) {
                        Similar pool = similar.computeIfAbsent(
                                other.source(),
                                source -> new Similar(held.stream()
                                        .filter(party -> party.source().equals(source))
                                        .toList()));
                        Party listed = new Party(other.source(), "", other.latin(), one.latin(), other.id());
                        add(pairs, query, listed, one.source() + " to " + other.source(), pool, random);
                    }
                }
            }
        }
        return new PairSet("one party on two lists", pairs);
    }

    /** A number that one list gives to several parties, such as a ship and its owner, says nothing. */
    private static boolean isOnly(Party party, List<Party> sameNumber) {
        return sameNumber.stream()
                .allMatch(other -> other == party || !other.source().equals(party.source()));
    }

    private static void add(List<Pair> pairs, String query, Party party, String group, Similar similar, Random random) {
        pairs.add(pair(query, party, Pair.Kind.SAME, group));
        add(pairs, query, similar.random(party, random), Pair.Kind.RANDOM, group);
        add(pairs, query, similar.nearest(party), Pair.Kind.SIMILAR, group);
    }

    private static void add(List<Pair> pairs, String query, @Nullable Party other, Pair.Kind kind, String group) {
        if (other != null) {
            pairs.add(pair(query, Objects.requireNonNull(other), kind, group));
        }
    }

    private static Pair pair(String query, Party party, Pair.Kind kind, String group) {
        return new Pair(query, party.latin(), kind, Script.of(query), group);
    }
}
