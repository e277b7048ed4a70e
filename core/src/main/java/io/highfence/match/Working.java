package io.highfence.match;

import java.util.ArrayList;
import java.util.List;

/** How one score came about, taken down by {@link NameScore} while it scores; made only where somebody asks why. */
final class Working {
    private NameExplanation.Channel channel = NameExplanation.Channel.WORDS;
    private final List<Pair> aligned = new ArrayList<>();
    private long glued;
    private long contradiction;
    private final List<NameExplanation.Lowered> lowered = new ArrayList<>();

    /** One aligned pair: a span of query words and a span of listed words, of which one has length 1. */
    record Pair(int query, int queryLength, int listed, int listedLength, int alike, NameScore.Why why, long gain) {}

    void equal() {
        channel = NameExplanation.Channel.EQUAL;
    }

    void channels(NameScore.Pairs pairs, long words, long gluedScore) {
        channel = gluedScore > words ? NameExplanation.Channel.GLUED : NameExplanation.Channel.WORDS;
        for (int i = 0; i < pairs.aligned(); i++) {
            aligned.add(new Pair(
                    pairs.query(i),
                    pairs.queryLength(i),
                    pairs.listed(i),
                    pairs.listedLength(i),
                    pairs.alike(i),
                    pairs.why(i),
                    pairs.gain(i)));
        }
        glued = gluedScore;
    }

    void contradiction(long weight) {
        contradiction = weight;
    }

    void lowered(NameExplanation.Lowered.Cause cause, long from, long to) {
        lowered.add(new NameExplanation.Lowered(cause, (int) from, (int) to));
    }

    NameExplanation.Channel channel() {
        return channel;
    }

    /** The aligned pairs of the words channel, most alike first. */
    List<Pair> aligned() {
        return aligned;
    }

    /** The score of the glued channel. */
    long glued() {
        return glued;
    }

    /** What both sides leave without a partner, as it counts against the score of the words channel. */
    long contradiction() {
        return contradiction;
    }

    List<NameExplanation.Lowered> lowered() {
        return lowered;
    }
}
