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
    private final List<Reason> reasons = new ArrayList<>();

    /** An empty answer. */
    public PartyAnswer() {}

    void begin() {
        reasons.clear();
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
     * The reasons that the hits give.
     *
     * @return a view that cannot be changed
     */
    public List<Reason> reasons() {
        return Collections.unmodifiableList(reasons);
    }

    /**
     * The verdict from hits alone; it knows nothing of items, destinations or ownership.
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
