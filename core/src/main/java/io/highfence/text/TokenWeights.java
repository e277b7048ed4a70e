package io.highfence.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a word tells: a whole number from {@link #LEAST} to {@link #GREATEST}, from one fixed table of how often words
 * stand in listed names and in ordinary names. An unknown word has the greatest weight. No loaded list changes a weight.
 */
public final class TokenWeights {
    /** The weight of a legal form, which tells next to nothing. */
    public static final int LEGAL_FORM = 60;

    /** The least weight of a word. */
    public static final int LEAST = 100;

    /** The weight of a word that stands in fewer than three names. */
    public static final int GREATEST = 1000;

    /** Words below this weight are generic: a name that agrees in nothing else never alerts. */
    public static final int GENERIC = 540;

    /** As common as words get, and as rare as a word of the greatest weight, in names out of a million. */
    private static final double COMMONEST = 20_000;

    private static final double RARE = 30;

    private static final double LISTED_DISCOUNT = 8;

    private static final WordMap WEIGHTS;

    static {
        Map<String, Integer> weights = new HashMap<>();
        for (List<String> row : Tables.rows(Tables.TOKEN_WEIGHTS)) {
            int weight = Integer.parseInt(row.get(0));
            for (String token : row.get(1).split(" ", -1)) {
                weights.put(token, weight);
            }
        }
        WEIGHTS = WordMap.of(weights);
    }

    private TokenWeights() {}

    /**
     * The weight of a word.
     *
     * @param token a folded word
     * @return the weight
     */
    public static int of(CharSequence token) {
        return of(token, 0, token.length());
    }

    /**
     * The weight of a word.
     *
     * @param text a text that holds the folded word
     * @param from where it begins
     * @param to behind its end
     * @return the weight
     */
    public static int of(CharSequence text, int from, int to) {
        int weight = WEIGHTS.get(text, from, to);
        return weight == WordMap.NONE ? GREATEST : weight;
    }

    /**
     * The weight that counts give. A word that is common among ordinary names tells little. A word that is common among
     * listed names alone, such as the name of a large group, still tells much: it counts an eighth.
     *
     * @param listed in how many of a million listed names the word stands
     * @param ordinary in how many of a million ordinary names the word stands
     * @return the weight
     */
    public static int fromFrequencies(double listed, double ordinary) {
        double perMillion = Math.max(ordinary, listed / LISTED_DISCOUNT);
        double position = Math.log(COMMONEST / Math.max(perMillion, 1)) / Math.log(COMMONEST / RARE);
        double bounded = Math.max(0, Math.min(1, position));
        return (int) Math.round((LEAST + (GREATEST - LEAST) * bounded) / 10) * 10;
    }
}
