package io.highfence;

import io.highfence.list.ListDelta;
import java.util.List;
import java.util.Objects;

/**
 * What a change of lists does to the answer about one party: the answer before, the answer after, and the hits that differ.
 *
 * <p>Owned by the caller and reusable; not safe for several threads.
 */
public final class PartyChange {
    private final PartyAnswer before = new PartyAnswer();
    private final PartyAnswer after = new PartyAnswer();
    private List<HitChange> hits = List.of();

    /** An empty change. */
    public PartyChange() {}

    /** What became of a hit. */
    public enum Kind {
        /** Only the later lists give it. */
        CAME,
        /** Only the earlier lists give it. */
        WENT,
        /** Both give it, and it says something else. */
        CHANGED
    }

    /**
     * What became of one hit. Where records of one listed party were two parties before, or the other way round, all their hits stand
     * together here.
     *
     * @param before which hits of {@link PartyChange#before()} they are; empty if the hit came
     * @param after which hits of {@link PartyChange#after()} they are; empty if the hit went
     * @param listings the listings that did it: what was added, removed or changed among the records of these parties; empty where
     *     records that say the same are joined otherwise, or stand in another order
     */
    public record HitChange(List<Integer> before, List<Integer> after, List<ListDelta.Change> listings) {
        /**
         * Copies the lists.
         *
         * @param before hits before
         * @param after hits after
         * @param listings what did it
         */
        public HitChange {
            before = List.copyOf(before);
            after = List.copyOf(after);
            listings = List.copyOf(listings);
        }

        /**
         * What became of it.
         *
         * @return came or went if one side has no hit
         */
        public Kind kind() {
            return before.isEmpty() ? Kind.CAME : after.isEmpty() ? Kind.WENT : Kind.CHANGED;
        }
    }

    void hits(List<HitChange> found) {
        hits = Objects.requireNonNull(found);
    }

    /**
     * The answer from the earlier lists.
     *
     * @return always the same object, filled anew by each rescreening that finds a difference
     */
    public PartyAnswer before() {
        return before;
    }

    /**
     * The answer from the later lists.
     *
     * @return always the same object, filled anew by each rescreening that finds a difference
     */
    public PartyAnswer after() {
        return after;
    }

    /**
     * The hits that differ.
     *
     * @return those of the later answer in its order, then those that went; empty only where more hits came or went than an answer
     *     holds, and those that it holds are the same
     */
    public List<HitChange> hits() {
        return hits;
    }
}
