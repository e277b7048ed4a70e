package io.highfence.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Why two names have their score, taken down by the very calculation that scored them.
 *
 * <p>In the channel {@link Channel#WORDS} the score is 10,000 x the sum of (likeness / 1,000 x weight) over the groups, through
 * {@link #need()}; in {@link Channel#GLUED} it is 10,000 x the letters that no edit touches, through the letters of the longer
 * name; in {@link Channel#EQUAL} it is 10,000. Then each of {@link #lowered()} takes it down in turn. Sums are cut to whole numbers.
 * {@code docs/score-semantics.md} says how to read it. Immutable and safe for many threads.
 *
 * @param searched the searched name
 * @param listed the listed name
 * @param channel what won
 * @param groups what is aligned, most alike first; in {@link Channel#GLUED} the two whole names
 * @param contradiction the weight of what both sides leave without a partner, which counts against the score; 0 or more
 * @param lowered what lowered the score then, in its order
 * @param score the name score, 0 to 10,000
 * @param threshold the score from which a name is a hit
 * @param ignored what counts little or was passed over, and which reading was compared, in sentences
 * @param changes single changes of the searched name that take the score over the threshold or below it, each really scored; empty
 *     if no single one does
 */
public record NameExplanation(
        Side searched,
        Side listed,
        Channel channel,
        List<Group> groups,
        long contradiction,
        List<Lowered> lowered,
        int score,
        int threshold,
        List<String> ignored,
        List<Change> changes) {
    /** How two names can come to their score. */
    public enum Channel {
        /** Their canonical forms are equal. */
        EQUAL("the same name"),
        /** Words of one are aligned with words of the other. */
        WORDS("words aligned"),
        /** Both written without blanks. */
        GLUED("whole names without blanks");

        private final String words;

        Channel(String words) {
            this.words = words;
        }

        /**
         * The channel for people.
         *
         * @return a few words
         */
        public String words() {
            return words;
        }
    }

    /**
     * One of the two names.
     *
     * @param name the whole name as it was given
     * @param reading what was compared: its words folded, legal forms by their class
     * @param alone the words that met nothing, in their order; none but in {@link Channel#WORDS}
     */
    public record Side(String name, String reading, List<Word> alone) {
        /**
         * Copies the list.
         *
         * @param name the whole name
         * @param reading what was compared
         * @param alone the words that met nothing
         */
        public Side {
            alone = List.copyOf(alone);
        }
    }

    /**
     * A word that met nothing.
     *
     * @param text the folded word
     * @param weight what it counts against the score
     * @param why what that means, in a few words
     */
    public record Word(String text, long weight, String why) {}

    /**
     * Words of both sides that were taken for the same.
     *
     * @param searched the folded words of the searched name
     * @param listed the folded words of the listed name
     * @param likeness how alike they are, in thousandths, cut
     * @param edits how many letters are edited where they are alike by spelling, else 0
     * @param weight what they count at most
     * @param reason why, in a few words
     */
    public record Group(String searched, String listed, int likeness, int edits, long weight, String reason) {}

    /**
     * What lowered the score.
     *
     * @param cause what it was
     * @param from the score before
     * @param to the score after, less than before
     */
    public record Lowered(Cause cause, int from, int to) {
        /** What can lower a score. */
        public enum Cause {
            /** All words are equal, and the names are not. */
            NOT_EQUAL("only equal names score 1.0000"),
            /** Equal in a reading by sound or out of a disguise. */
            READING("equal only as it is read, by its sound or out of a disguise"),
            /** Both have numbers, and they differ. */
            NUMBERS("numbers differ"),
            /** Aligned words stand in another order, a rotation aside. */
            ORDER("the words stand in another order"),
            /** Nothing that tells agrees but one word, and that is only near. */
            NEAR_WORD_ALONE("all hangs by one word that is only near"),
            /** Syllables of Han agree, in another order or with words left over. */
            LOOSE("a reading of Han in another order, or with words left over"),
            /** The group has the name, and the part that is searched for has a place besides. */
            GROUP("the name of a group, without the place that its part has at the end"),
            /** Nothing agrees but generic words. */
            GENERIC("nothing agrees but generic words"),
            /** The types are known and differ. */
            TYPE("the types differ");

            private final String words;

            Cause(String words) {
                this.words = words;
            }

            /**
             * The cause for people.
             *
             * @return a few words
             */
            public String words() {
                return words;
            }
        }
    }

    /**
     * A single change that takes the score over the threshold or below it.
     *
     * @param what the change, in a few words
     * @param name the whole changed name
     * @param score the score of the changed name
     */
    public record Change(String what, String name, int score) {}

    /**
     * Copies the lists.
     *
     * @param searched the searched name
     * @param listed the listed name
     * @param channel what won
     * @param groups what is aligned
     * @param contradiction the weight of what both sides leave
     * @param lowered what lowered the score
     * @param score the name score
     * @param threshold the score from which a name is a hit
     * @param ignored what counts little
     * @param changes single changes that cross the threshold
     */
    public NameExplanation {
        groups = List.copyOf(groups);
        lowered = List.copyOf(lowered);
        ignored = List.copyOf(ignored);
        changes = List.copyOf(changes);
    }

    /** This explanation, with the score lowered by types that differ. */
    NameExplanation typesDiffer(int to) {
        List<Lowered> more = new ArrayList<>(lowered);
        more.add(new Lowered(Lowered.Cause.TYPE, score, to));
        return new NameExplanation(
                searched, listed, channel, groups, contradiction, more, to, threshold, ignored, changes);
    }

    NameExplanation withChanges(List<Change> found) {
        return new NameExplanation(
                searched, listed, channel, groups, contradiction, lowered, score, threshold, ignored, found);
    }

    /**
     * The weight of everything: groups, words that met nothing, and contradiction.
     *
     * @return 0 or more
     */
    public long need() {
        long need = contradiction;
        for (Group group : groups) {
            need += group.weight();
        }
        for (Word word : searched.alone()) {
            need += word.weight();
        }
        for (Word word : listed.alone()) {
            need += word.weight();
        }
        return need;
    }

    /**
     * A weight as a part of {@link #need()}.
     *
     * @param weight one of the weights
     * @return from 0 to 10,000, cut
     */
    public int share(long weight) {
        long need = need();
        return need == 0 ? 0 : (int) (NameScore.EQUAL * weight / need);
    }
}
