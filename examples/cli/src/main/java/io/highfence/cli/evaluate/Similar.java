package io.highfence.cli.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds, for a party, another party that is certainly not the same: any one, or the one whose name shares most. */
final class Similar {
    /** A word that more parties have is shared with too many to look at. */
    private static final int MOST_SHARERS = 1_500;

    private static final int TRIES = 50;

    private final List<Party> parties;
    private final Map<String, List<Integer>> byWord = new HashMap<>();
    private final List<Set<String>> words = new ArrayList<>();

    Similar(List<Party> parties) {
        this.parties = parties;
        for (int i = 0; i < parties.size(); i++) {
            Set<String> own = new HashSet<>(NameKey.words(parties.get(i).latin().get(0)));
            words.add(own);
            for (String word : own) {
                byWord.computeIfAbsent(word, k -> new ArrayList<>()).add(i);
            }
        }
    }

    @Nullable
    Party random(Party party, Random random) {
        for (int i = 0; i < TRIES && !parties.isEmpty(); i++) {
            Party other = parties.get(random.nextInt(parties.size()));
            if (isOther(party, other)) {
                return other;
            }
        }
        return null;
    }

    /** The other party with the greatest share of rare words in common; null if none shares a word. */
    @Nullable
    Party nearest(Party party) {
        Set<String> own = new HashSet<>(NameKey.words(party.latin().get(0)));
        Map<Integer, Double> common = new HashMap<>();
        for (String word : own) {
            List<Integer> sharers = byWord.getOrDefault(word, List.of());
            if (sharers.size() <= MOST_SHARERS) {
                sharers.forEach(i -> common.merge(i, weight(word), Double::sum));
            }
        }
        Party best = null;
        double most = 0;
        for (Map.Entry<Integer, Double> candidate :
                common.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            Set<String> all = new HashSet<>(own);
            all.addAll(words.get(candidate.getKey()));
            double share = candidate.getValue()
                    / all.stream().sorted().mapToDouble(this::weight).sum();
            if (share > most && isOther(party, parties.get(candidate.getKey()))) {
                most = share;
                best = parties.get(candidate.getKey());
            }
        }
        return best;
    }

    private double weight(String word) {
        return 1.0 / Math.max(1, byWord.getOrDefault(word, List.of()).size());
    }

    /** A party that shares a whole name, legal forms aside, or a number may be the same one under another entry. */
    private static boolean isOther(Party one, Party other) {
        boolean sameNumber = !one.id().isEmpty() && one.id().equals(other.id());
        return one != other && !sameNumber && Collections.disjoint(one.marks(), other.marks());
    }
}
