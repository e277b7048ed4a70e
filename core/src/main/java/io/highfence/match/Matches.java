package io.highfence.match;

import io.highfence.list.ListedParty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hits of one query, best first, one a listed party.
 *
 * <p>Owned by the caller, filled anew by each match, and bounded: when more parties hit than it holds, the best are kept,
 * {@link #truncated()} says so and {@link #total()} how many there were. Not safe for several threads.
 */
public final class Matches {
    /** How many hits a result keeps; the most seen for an ordinary query on the full CSL is a few hundred. */
    public static final int DEFAULT_CAPACITY = 1_000;

    /** How many near misses are kept. */
    public static final int MOST_NEAR_MISSES = 10;

    private final int capacity;
    private final List<Hit> hits = new ArrayList<>();
    private int total;
    private boolean alert;
    private boolean nameCut;
    private boolean nameUsable;
    private @Nullable Matches nearMisses;

    /** One listed party, by its best record. */
    record Hit(
            List<ListedParty> records,
            ListedParty.Name matched,
            int nameScore,
            int score,
            List<String> evidence,
            boolean agrees,
            boolean disagrees,
            boolean triggers) {}

    /** An empty result of the default capacity. */
    public Matches() {
        this(DEFAULT_CAPACITY);
    }

    /**
     * An empty result.
     *
     * @param capacity how many hits it keeps, at least 1
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public Matches(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A result holds at least one hit");
        }
        this.capacity = capacity;
    }

    void begin(boolean usable, boolean cut) {
        hits.clear();
        total = 0;
        alert = false;
        nameUsable = usable;
        nameCut = cut;
        if (nearMisses != null) {
            nearMisses.begin(usable, cut);
        }
    }

    void fill(List<Hit> sorted) {
        total = sorted.size();
        alert = sorted.stream().anyMatch(Hit::triggers);
        hits.addAll(sorted.subList(0, Math.min(capacity, sorted.size())));
    }

    /**
     * The parties just under the threshold, best first: within {@link MatchSettings#nearMissMargin()} of it, and not hits by another
     * record. They are to be looked at when a threshold is chosen; none of them alerts, and they change nothing of the hits.
     *
     * @return at most {@link #MOST_NEAR_MISSES}, with {@link #total()} saying how many there were; always the same result, filled anew by
     *     each match, and empty where the margin is 0
     */
    public Matches nearMisses() {
        if (nearMisses == null) {
            nearMisses = new Matches(MOST_NEAR_MISSES);
        }
        return nearMisses;
    }

    /**
     * How many hits are held.
     *
     * @return from 0 to the capacity
     */
    public int size() {
        return hits.size();
    }

    /**
     * How many parties hit.
     *
     * @return at least {@link #size()}
     */
    public int total() {
        return total;
    }

    /**
     * Whether more parties hit than are held.
     *
     * @return true if the least of the hits were dropped
     */
    public boolean truncated() {
        return total > hits.size();
    }

    /**
     * Whether the name was too long and its end was dropped.
     *
     * @return true if a bound of the canonical form was met
     */
    public boolean nameCut() {
        return nameCut;
    }

    /**
     * Whether the name has a letter or a digit at all.
     *
     * @return false if there was nothing to search by
     */
    public boolean nameUsable() {
        return nameUsable;
    }

    /**
     * Whether some hit raises an alert: an equal identifier, a matched address, or a triggering name at the threshold.
     *
     * @return true if a person should look
     */
    public boolean alert() {
        return alert;
    }

    /**
     * Every record of the party, the best first.
     *
     * @param hit from 0 to {@link #size()} less 1
     * @return the records; never empty
     */
    public List<ListedParty> records(int hit) {
        return hits.get(hit).records();
    }

    /**
     * The listed name that matched best.
     *
     * @param hit from 0 to {@link #size()} less 1
     * @return the name of the best record
     */
    public ListedParty.Name matched(int hit) {
        return hits.get(hit).matched();
    }

    /**
     * The score of the name alone.
     *
     * @param hit from 0 to {@link #size()} less 1
     * @return from 0 to 10,000; 10,000 only for equal canonical forms
     */
    public int nameScore(int hit) {
        return hits.get(hit).nameScore();
    }

    /**
     * The score with the other evidence; it orders the hits and decides nothing.
     *
     * @param hit from 0 to {@link #size()} less 1
     * @return from 0 to 10,000
     */
    public int score(int hit) {
        return hits.get(hit).score();
    }

    /**
     * What agrees and what disagrees beside the name.
     *
     * @param hit from 0 to {@link #size()} less 1
     * @return such as {@code country agrees}; what is unknown on either side is left out
     */
    public List<String> evidence(int hit) {
        return hits.get(hit).evidence();
    }

    /**
     * Whether a fact beside the name agrees and none disagrees.
     *
     * @param hit from 0 to {@link #size()} less 1
     * @return true if the hit is more than a name
     */
    public boolean confirmed(int hit) {
        return hits.get(hit).agrees() && !hits.get(hit).disagrees();
    }

    /**
     * Whether this hit raises an alert by itself.
     *
     * @param hit from 0 to {@link #size()} less 1
     * @return false for weak aliases and very short names without other evidence
     */
    public boolean triggers(int hit) {
        return hits.get(hit).triggers();
    }

    /**
     * The script of the listed name that matched.
     *
     * @param hit from 0 to {@link #size()} less 1
     * @return such as {@code LATIN}, from the first letter; {@code COMMON} without letters
     */
    public String script(int hit) {
        return hits.get(hit)
                .matched()
                .text()
                .codePoints()
                .filter(Character::isLetter)
                .mapToObj(c -> Character.UnicodeScript.of(c).name())
                .findFirst()
                .orElse("COMMON");
    }
}
