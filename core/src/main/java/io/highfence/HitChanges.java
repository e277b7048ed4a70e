package io.highfence;

import io.highfence.list.ListDelta;
import io.highfence.list.ListedParty;
import io.highfence.match.Matches;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which hits of two answers differ, and by which listings. Immutable and safe for many threads. */
final class HitChanges {
    /** What became of a record, by its earlier and by its later form. */
    private final Map<ListedParty, ListDelta.Change> gone = new HashMap<>();

    private final Map<ListedParty, ListDelta.Change> come = new HashMap<>();

    HitChanges(ListDelta delta) {
        for (ListDelta.Change change : delta.changes()) {
            if (change.before() != null) {
                gone.putIfAbsent(change.before(), change);
            }
            if (change.after() != null) {
                come.putIfAbsent(change.after(), change);
            }
        }
    }

    /** All that a hit says. Its records stand in no order but for the best. */
    private record Hit(
            ListedParty best,
            ListedParty.Name matched,
            int score,
            int nameScore,
            List<String> evidence,
            boolean confirmed,
            boolean triggers,
            Map<ListedParty, Integer> records) {
        static Hit of(Matches matches, int hit) {
            return new Hit(
                    matches.records(hit).get(0),
                    matches.matched(hit),
                    matches.score(hit),
                    matches.nameScore(hit),
                    matches.evidence(hit),
                    matches.confirmed(hit),
                    matches.triggers(hit),
                    counted(matches.records(hit)));
        }
    }

    /** Hits that have a record in common, on either side. */
    private static final class Cluster {
        final List<Integer> before = new ArrayList<>();
        final List<Integer> after = new ArrayList<>();
    }

    /** The hits that differ, in the order of {@link PartyChange#hits()}. */
    List<PartyChange.HitChange> between(Matches before, Matches after) {
        List<PartyChange.HitChange> changes = new ArrayList<>();
        for (Cluster cluster : clusters(before, after)) {
            List<Hit> earlier =
                    cluster.before.stream().map(hit -> Hit.of(before, hit)).toList();
            List<Hit> later =
                    cluster.after.stream().map(hit -> Hit.of(after, hit)).toList();
            if (!counted(earlier).equals(counted(later))) {
                changes.add(new PartyChange.HitChange(cluster.before, cluster.after, listings(earlier, later)));
            }
        }
        return changes;
    }

    private Iterable<Cluster> clusters(Matches before, Matches after) {
        int[] parent = new int[before.size() + after.size()];
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            boolean later = i < after.size();
            Matches side = later ? after : before;
            for (ListedParty record : side.records(later ? i : i - after.size())) {
                Integer known = first.putIfAbsent(key(record, later), i);
                if (known != null) {
                    parent[root(parent, i)] = root(parent, known);
                }
            }
        }
        Map<Integer, Cluster> clusters = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            Cluster cluster = clusters.computeIfAbsent(root(parent, i), k -> new Cluster());
            if (i < after.size()) {
                cluster.after.add(i);
            } else {
                cluster.before.add(i - after.size());
            }
        }
        return clusters.values();
    }

    private static int root(int[] parent, int of) {
        int root = of;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** The key of a record, for a changed one that of its earlier form. */
    private String key(ListedParty record, boolean later) {
        ListDelta.Change change = later ? come.get(record) : null;
        ListedParty earlier = change == null ? null : change.before();
        return (earlier == null ? record : earlier).key();
    }

    private List<ListDelta.Change> listings(List<Hit> earlier, List<Hit> later) {
        Set<ListDelta.Change> listings = new LinkedHashSet<>();
        later.forEach(hit -> hit.records().keySet().forEach(record -> add(come.get(record), listings)));
        earlier.forEach(hit -> hit.records().keySet().forEach(record -> add(gone.get(record), listings)));
        return List.copyOf(listings);
    }

    private static void add(ListDelta.@Nullable Change change, Set<ListDelta.Change> to) {
        if (change != null) {
            to.add(change);
        }
    }

    private static <T> Map<T, Integer> counted(List<T> values) {
        Map<T, Integer> counts = new LinkedHashMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts;
    }
}
