package io.highfence.match;

import io.highfence.list.ListedParty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hits of one query, best first, one a listed party.
 *
 * <p>Owned by the caller, filled anew by each match, and bounded: when more parties hit than it holds, the best are kept,
 * {@link #truncated()} says so and {@link #total()} how many there were. Filling it allocates nothing once it has grown; what returns a list
 * or a text allocates. Holds the index that filled it. Not safe for several threads.
 */
public final class Matches {
    /** How many hits a result keeps; the most seen for an ordinary query on the full CSL is a few hundred. */
    public static final int DEFAULT_CAPACITY = 1_000;

    /** How many near misses are kept. */
    public static final int MOST_NEAR_MISSES = 10;

    private static final int NONE = -1;
    private static final int ROOM = 4096;
    private static final Fact[] FACTS = Fact.values();

    private final int capacity;
    private final Found found = new Found();

    /** Where the records of each party begin, the best party first. */
    private final Parties parties = new Parties();

    private int size;
    private boolean alert;
    private boolean nameCut;
    private boolean nameUsable;
    private @Nullable Matches nearMisses;

    /** What is known of a hit beside its name. */
    enum Fact {
        IDENTIFIER_AGREES(1 << 0, "identifier agrees"),
        ADDRESS_AGREES(1 << 1, "address agrees"),
        ADDRESS_DIFFERS(1 << 2, "address differs"),
        COUNTRY_AGREES(1 << 3, "country agrees"),
        COUNTRY_DIFFERS(1 << 4, "country differs"),
        BIRTH_DATE_AGREES(1 << 5, "birth date agrees"),
        BIRTH_DATE_DIFFERS(1 << 6, "birth date differs"),
        WEAK_NAME(1 << 7, "weak or very short name");

        private final int bit;
        private final String words;

        Fact(int bit, String words) {
            this.bit = bit;
            this.words = words;
        }

        int bit() {
            return bit;
        }

        boolean agrees() {
            return this == IDENTIFIER_AGREES
                    || this == ADDRESS_AGREES
                    || this == COUNTRY_AGREES
                    || this == BIRTH_DATE_AGREES;
        }

        /** Whether it speaks against the hit. A party may have further addresses, so that one that differs contradicts nothing. */
        boolean disagrees() {
            return this == COUNTRY_DIFFERS || this == BIRTH_DATE_DIFFERS;
        }

        /** Whether it lowers the score. */
        boolean lowers() {
            return this == ADDRESS_DIFFERS || disagrees();
        }
    }

    /** The records that were found, each known by its place; sorted, the records of one party stand together, its best first. */
    private static final class Found implements HeapSort.Items {
        private @Nullable PartyIndex index;
        private int[] record = new int[ROOM];
        private int[] party = new int[ROOM];
        private int[] nameScore = new int[ROOM];
        private int[] score = new int[ROOM];
        private int[] name = new int[ROOM];
        private int[] trigger = new int[ROOM];
        private int[] facts = new int[ROOM];
        private boolean[] triggers = new boolean[ROOM];
        private int count;
        private @Nullable ListedParty[] read = new ListedParty[0];
        private boolean anyRead;

        private void grow() {
            int larger = 2 * count;
            record = Arrays.copyOf(record, larger);
            party = Arrays.copyOf(party, larger);
            nameScore = Arrays.copyOf(nameScore, larger);
            score = Arrays.copyOf(score, larger);
            name = Arrays.copyOf(name, larger);
            trigger = Arrays.copyOf(trigger, larger);
            facts = Arrays.copyOf(facts, larger);
            triggers = Arrays.copyOf(triggers, larger);
        }

        /** The record at a place of a finished result, read once: an index that is mapped makes it anew each time. */
        private ListedParty listed(int place) {
            if (read.length < count) {
                read = new ListedParty[record.length];
            }
            ListedParty known = read[place];
            if (known == null) {
                known = Objects.requireNonNull(index).list().records().get(record[place]);
                read[place] = known;
                anyRead = true;
            }
            return known;
        }

        private void begin(PartyIndex listed) {
            index = listed;
            count = 0;
            if (anyRead) {
                Arrays.fill(read, null);
                anyRead = false;
            }
        }

        @Override
        public boolean isBefore(int a, int b) {
            return party[a] != party[b] ? party[a] < party[b] : isBetter(a, b);
        }

        private boolean isBetter(int a, int b) {
            if (score[a] != score[b]) {
                return score[a] > score[b];
            }
            if (nameScore[a] != nameScore[b]) {
                return nameScore[a] > nameScore[b];
            }
            return Objects.requireNonNull(index).facts().isBefore(record[a], record[b]);
        }

        @Override
        public void swap(int a, int b) {
            swap(record, a, b);
            swap(party, a, b);
            swap(nameScore, a, b);
            swap(score, a, b);
            swap(name, a, b);
            swap(trigger, a, b);
            swap(facts, a, b);
            boolean was = triggers[a];
            triggers[a] = triggers[b];
            triggers[b] = was;
        }

        private static void swap(int[] values, int a, int b) {
            int value = values[a];
            values[a] = values[b];
            values[b] = value;
        }

        private boolean has(Fact fact, int place) {
            return (facts[place] & fact.bit()) != 0;
        }
    }

    /** The places of the best record of each party, the best party first. */
    private final class Parties implements HeapSort.Items {
        private int[] first = new int[ROOM];
        private int count;

        private void add(int place) {
            if (count == first.length) {
                first = Arrays.copyOf(first, 2 * count);
            }
            first[count++] = place;
        }

        @Override
        public boolean isBefore(int a, int b) {
            return found.isBetter(first[a], first[b]);
        }

        @Override
        public void swap(int a, int b) {
            int place = first[a];
            first[a] = first[b];
            first[b] = place;
        }
    }

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

    void begin(PartyIndex listed, boolean usable, boolean cut) {
        found.begin(listed);
        parties.count = 0;
        size = 0;
        alert = false;
        nameUsable = usable;
        nameCut = cut;
        if (nearMisses != null) {
            nearMisses.begin(listed, usable, cut);
        }
    }

    /**
     * Takes a record.
     *
     * @param record its number
     * @param nameScore the best score of its names
     * @param name which of its names scored best
     * @param trigger which of its names triggers, or negative
     * @param facts the bits of the facts
     * @param triggers whether it raises an alert
     */
    void add(int record, int nameScore, int name, int trigger, int facts, boolean triggers) {
        if (found.count == found.record.length) {
            found.grow();
        }
        int place = found.count++;
        found.record[place] = record;
        found.party[place] = Objects.requireNonNull(found.index).list().party(record);
        found.nameScore[place] = nameScore;
        found.score[place] = PartyMatcher.score(nameScore, facts);
        found.name[place] = name;
        found.trigger[place] = trigger;
        found.facts[place] = facts;
        found.triggers[place] = triggers;
    }

    /** Whether one of these facts agrees. */
    static boolean agrees(int facts) {
        for (int i = 0; i < FACTS.length; i++) {
            if (FACTS[i].agrees() && (facts & FACTS[i].bit()) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Groups the records by party and sorts the parties. */
    void finish() {
        HeapSort.sort(found, 0, found.count);
        for (int place = 0; place < found.count; place++) {
            if (place == 0 || found.party[place] != found.party[place - 1]) {
                parties.add(place);
            }
            alert |= found.triggers[place];
        }
        HeapSort.sort(parties, 0, parties.count);
        size = Math.min(capacity, parties.count);
    }

    /** Drops the parties that another result has. */
    void removePartiesOf(Matches other) {
        int kept = 0;
        for (int place = 0; place < found.count; place++) {
            if (!other.has(found.party[place])) {
                found.swap(kept, place);
                kept++;
            }
        }
        found.count = kept;
    }

    /** Whether a party is among the records, which are sorted by party. */
    private boolean has(int party) {
        int low = 0;
        int high = found.count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (found.party[middle] < party) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < found.count && found.party[low] == party;
    }

    /** The place of the best record of a hit. */
    private int best(int hit) {
        Objects.checkIndex(hit, size);
        return parties.first[hit];
    }

    /** Behind the last record of a hit. */
    private int end(int hit) {
        int place = best(hit);
        int party = found.party[place];
        while (place < found.count && found.party[place] == party) {
            place++;
        }
        return place;
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
        return size;
    }

    /**
     * How many parties hit.
     *
     * @return at least {@link #size()}
     */
    public int total() {
        return parties.count;
    }

    /**
     * Whether more parties hit than are held.
     *
     * @return true if the least of the hits were dropped
     */
    public boolean truncated() {
        return parties.count > size;
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
        PartyIndex listed = Objects.requireNonNull(found.index);
        List<ListedParty> records = new ArrayList<>();
        Set<Integer> matched = new HashSet<>();
        for (int place = best(hit); place < end(hit); place++) {
            records.add(found.listed(place));
            matched.add(found.record[place]);
        }
        int party = found.party[best(hit)];
        for (int i = 0; i < listed.facts().recordsOf(party); i++) {
            int record = listed.facts().recordOf(party, i);
            if (!matched.contains(record)) {
                records.add(listed.list().records().get(record));
            }
        }
        return List.copyOf(records);
    }

    /**
     * The listed name that matched best.
     *
     * @param hit from 0 to {@link #size()} less 1
     * @return the name of the best record
     */
    public ListedParty.Name matched(int hit) {
        return found.listed(best(hit)).names().get(found.name[best(hit)]);
    }

    /**
     * The score of the name alone.
     *
     * @param hit from 0 to {@link #size()} less 1
     * @return from 0 to 10,000; 10,000 only for equal canonical forms
     */
    public int nameScore(int hit) {
        return found.nameScore[best(hit)];
    }

    /**
     * The score with the other evidence; it orders the hits and decides nothing.
     *
     * @param hit from 0 to {@link #size()} less 1
     * @return from 0 to 10,000
     */
    public int score(int hit) {
        return found.score[best(hit)];
    }

    /**
     * What agrees and what disagrees beside the name.
     *
     * @param hit from 0 to {@link #size()} less 1
     * @return such as {@code country agrees}, of the best record, and what agrees with another record of the party that
     *     matched; what is unknown on either side is left out
     */
    public List<String> evidence(int hit) {
        int place = best(hit);
        List<String> evidence = new ArrayList<>();
        for (Fact fact : FACTS) {
            if (found.has(fact, place) || (fact.agrees() && anyHas(fact, hit))) {
                evidence.add(fact.words);
            }
        }
        if (found.has(Fact.WEAK_NAME, place) && found.trigger[place] != NONE) {
            String trigger =
                    found.listed(place).names().get(found.trigger[place]).text();
            evidence.add("'" + trigger + "' reaches the threshold too");
        }
        return List.copyOf(evidence);
    }

    private boolean anyHas(Fact fact, int hit) {
        for (int place = best(hit); place < end(hit); place++) {
            if (found.has(fact, place)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether, for one of the records that matched, a fact beside the name agrees and none disagrees. So a party that is
     * confirmed by one of its listings stays confirmed however well another one matches.
     *
     * @param hit from 0 to {@link #size()} less 1
     * @return true if the hit is more than a name
     */
    public boolean confirmed(int hit) {
        for (int place = best(hit); place < end(hit); place++) {
            if (agrees(found.facts[place]) && !disagrees(found.facts[place])) {
                return true;
            }
        }
        return false;
    }

    private static boolean disagrees(int facts) {
        for (Fact fact : FACTS) {
            if (fact.disagrees() && (facts & fact.bit()) != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether this hit raises an alert by itself.
     *
     * @param hit from 0 to {@link #size()} less 1
     * @return false for weak aliases and very short names without other evidence
     */
    public boolean triggers(int hit) {
        for (int place = best(hit); place < end(hit); place++) {
            if (found.triggers[place]) {
                return true;
            }
        }
        return false;
    }

    /**
     * The script of the listed name that matched.
     *
     * @param hit from 0 to {@link #size()} less 1
     * @return such as {@code LATIN}, from the first letter; {@code COMMON} without letters
     */
    public String script(int hit) {
        return matched(hit)
                .text()
                .codePoints()
                .filter(Character::isLetter)
                .mapToObj(c -> Character.UnicodeScript.of(c).name())
                .findFirst()
                .orElse("COMMON");
    }
}
