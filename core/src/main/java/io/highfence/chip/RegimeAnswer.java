package io.highfence.chip;

import io.highfence.law.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one regime says about a chip on a day. Immutable.
 *
 * @param regime the code of the regime, such as {@code US} or {@code EU}
 * @param says the answer in a word
 * @param paragraphs for {@link Says#CONTROLLED} those that the chip meets; for {@link Says#PROPOSED} those that it would meet;
 *     for {@link Says#REVIEW} and {@link Says#NEEDS_DATA} those that it may meet, as far as they are known
 * @param missing what could change the answer: columns of {@link ChipColumns#NAMES}, and what of the regime is not loaded
 * @param review what a person must look at: a code, a colon, and why
 * @param rule the profile of that day, with its citation, trust, status, days and note
 */
public record RegimeAnswer(
        String regime, Says says, List<String> paragraphs, List<String> missing, List<String> review, Rule rule) {
    /** The answer in a word. */
    public enum Says {
        /** No paragraph is met. It says nothing about entries outside the profile, and never that the chip is free. */
        NOT_CONTROLLED,
        /** A proposal, whatever it would do: it binds nobody, and is not what the regime says. */
        PROPOSED,
        /** A fact about the chip or a limit of the regime is missing. */
        NEEDS_DATA,
        /** Met or not on the best reading, and a person must look before it is relied on. */
        REVIEW,
        /** A paragraph is met. */
        CONTROLLED
    }

    /**
     * Copies the lists.
     *
     * @param regime the code of the regime
     * @param says the answer in a word
     * @param paragraphs the paragraphs
     * @param missing what could change the answer
     * @param review what a person must look at
     * @param rule the profile
     */
    public RegimeAnswer {
        paragraphs = List.copyOf(paragraphs);
        missing = List.copyOf(missing);
        review = List.copyOf(review);
    }

    /**
     * The answer in a sentence for people, with citation and mark of trust.
     *
     * @return such as {@code Canada: proposed, not law; would not reach it (…; trust 1)}
     */
    public String text() {
        String answer = switch (says) {
            case NOT_CONTROLLED -> "no paragraph of this profile is met";
            case PROPOSED ->
                "proposed, not law; "
                        + (paragraphs.isEmpty()
                                ? "nothing in it is known to reach this chip"
                                : "would control it under " + String.join(", ", paragraphs));
            case NEEDS_DATA -> "needs data";
            case REVIEW -> "a person must look";
            case CONTROLLED -> "controlled under " + String.join(", ", paragraphs);
        };
        return rule.values().text("name") + ": " + answer + listed("; may meet ", mayMeet())
                + listed("; missing: ", missing)
                + listed("; to be looked at: ", review) + " (" + rule.citation() + "; trust "
                + rule.trust().mark() + ")";
    }

    private @Nullable List<String> mayMeet() {
        return says == Says.REVIEW || says == Says.NEEDS_DATA ? paragraphs : null;
    }

    private static String listed(String lead, @Nullable List<String> words) {
        return words == null || words.isEmpty() ? "" : lead + String.join("; ", words);
    }

    @Override
    public String toString() {
        return text();
    }
}
