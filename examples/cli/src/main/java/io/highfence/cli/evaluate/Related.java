package io.highfence.cli.evaluate;

import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Whether two names have any word in common, or nearly: what a comparison of letters could go by at all. */
final class Related {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Related() {}

    static boolean are(String one, String other) {
        List<String> others = NameKey.words(other);
        return NameKey.words(one).stream()
                .filter(word -> word.length() > 2 && !NameKey.isLegalWord(word))
                .anyMatch(word -> others.stream().anyMatch(near -> alike(word, near)));
    }

    private static boolean alike(String a, String b) {
        return DISTANCE.apply(a, b) * 3 <= Math.max(a.length(), b.length()) - 1;
    }
}
