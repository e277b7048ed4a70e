package io.highfence;

import io.highfence.match.Matches;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the lists say of one party: the hits, and the verdict that follows from them alone.
 *
 * <p>Owned by the caller and reusable; not safe for several threads.
 */
public final class PartyAnswer {
    private final Matches matches = new Matches();
    private final List<PartyMatch> hits = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();

    /** An empty answer. */
    public PartyAnswer() {}

    void begin() {
        hits.clear();
        reasons.clear();
    }

    void add(PartyMatch hit) {
        hits.add(hit);
    }

    void add(Reason reason) {
        reasons.add(reason);
    }

    /**
     * The hits, best first.
     *
     * @return the matcher's own result, filled anew by each screening
     */
    public Matches matches() {
        return matches;
    }

    /**
     * The hits as values, with the suppressions that silence them.
     *
     * @return one for each hit of {@link #matches()}, in its order; a view that cannot be changed
     */
    public List<PartyMatch> hits() {
        return Collections.unmodifiableList(hits);
    }

    /**
     * Whether a person should look: a hit alerts and is not suppressed, or hits were found that are not held.
     *
     * @return as {@link Matches#alert()}, suppressed hits apart
     */
    public boolean alert() {
        return (matches.truncated() && matches.alert()) || hits.stream().anyMatch(PartyMatch::alerts);
    }

    /**
     * How many hits would alert and are suppressed.
     *
     * @return from 0 to the number of hits
     */
    public int suppressedHits() {
        return (int) hits.stream().filter(hit -> !hit.suppressed().isEmpty()).count();
    }

    /**
     * The reasons that the hits give; those of a suppressed hit are advisories.
     *
     * @return a view that cannot be changed
     */
    public List<Reason> reasons() {
        return Collections.unmodifiableList(reasons);
    }

    /**
     * The verdict from hits alone, suppressed ones apart; it knows nothing of items, destinations or ownership.
     *
     * @return the gravest of the reasons, CLEAR without any
     */
    public Verdict verdict() {
        Verdict gravest = Verdict.CLEAR;
        for (Reason reason : reasons) {
            if (reason.verdict().compareTo(gravest) > 0) {
                gravest = reason.verdict();
            }
        }
        return gravest;
    }
}
