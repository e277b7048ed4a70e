package io.highfence.match;

import io.highfence.base.DateRange;
import io.highfence.base.Digest;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import io.highfence.text.Abbreviations;
import io.highfence.text.AddressForm;
import io.highfence.text.Consonants;
import io.highfence.text.NameForm;
import io.highfence.text.Tables;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds every listed party whose name, identifier or address matches.
 *
 * <p>Names that cannot reach the threshold are passed over unscored; the answer is that of scoring each of them in turn.
 * Allocates; one matcher a thread.
 */
public final class PartyMatcher {
    /** A name of this many letters and digits or fewer is too short to trigger on its own. */
    private static final int VERY_SHORT = 3;

    /** Parts in a hundred of a name score that are left when a person meets an organisation. */
    private static final int TYPE_DIFFERS = 90;

    /** Each agreeing fact takes this part in a hundred of what is missing to 10,000; each disagreeing one of the score. */
    private static final int EVIDENCE_AGREES = 30;

    private static final int EVIDENCE_DISAGREES = 10;

    private static final Comparator<Matches.Hit> BEST_FIRST = Comparator.comparingInt(Matches.Hit::score)
            .thenComparingInt(Matches.Hit::nameScore)
            .reversed()
            .thenComparing(hit -> hit.records().get(0).source())
            .thenComparing(hit -> hit.records().get(0).entry());

    private final @Nullable PartyIndex index;
    private final MatchSettings settings;
    private final NameScore scorer = new NameScore();
    private final @Nullable NameFinder finder;
    private final PartyQuery nameOnly = new PartyQuery();

    /**
     * A matcher of names with an index.
     *
     * @param index the listed parties
     * @param settings how to match
     */
    public PartyMatcher(PartyIndex index, MatchSettings settings) {
        this(index, settings, true);
    }

    private PartyMatcher(PartyIndex index, MatchSettings settings, boolean finds) {
        this.index = index;
        this.settings = settings;
        finder = finds ? new NameFinder(index.nameIndex(), scorer) : null;
    }

    /**
     * The brute force that says what the right answer is: it scores every name. For checks; its answers are those of the
     * matcher that passes names over, and it takes many times as long.
     *
     * @param index the listed parties
     * @param settings how to match
     * @return a matcher, for one thread
     */
    public static PartyMatcher exhaustive(PartyIndex index, MatchSettings settings) {
        return new PartyMatcher(index, settings, false);
    }

    /**
     * A matcher that only compares two names.
     *
     * @param settings how to match
     */
    public PartyMatcher(MatchSettings settings) {
        this.index = null;
        this.settings = settings;
        finder = null;
    }

    /**
     * Finds a name.
     *
     * @param name the name in any script and order
     * @param out takes the hits
     * @throws IllegalStateException if this matcher has no index
     */
    public void match(CharSequence name, Matches out) {
        match(nameOnly.clear().name(name), out);
    }

    /**
     * Finds a party by its name, its identifiers and its address.
     *
     * @param query what is known of the party
     * @param out takes the hits
     * @throws IllegalStateException if this matcher has no index
     */
    public void match(PartyQuery query, Matches out) {
        if (index == null) {
            throw new IllegalStateException("This matcher was made without an index");
        }
        List<NameForm> forms = readings(query.name());
        out.begin(!forms.get(0).tokens().isEmpty(), forms.get(0).cut());
        Set<Integer> byIdentifier = new HashSet<>();
        query.identifiers().forEach(identifier -> byIdentifier.addAll(index.withIdentifier(identifier)));
        CharSequence address = query.address();
        AddressForm place = address == null ? null : AddressForm.of(address);
        Set<Integer> byAddress = place == null ? Set.of() : index.withAddress(place);
        Memory memory = new Memory(scorer);
        Map<Integer, List<Candidate>> byParty = new HashMap<>();
        Map<Integer, List<Candidate>> nearByParty = new HashMap<>();
        BitSet records = records(forms, index.list().records().size());
        byIdentifier.forEach(records::set);
        byAddress.forEach(records::set);
        for (int record = records.nextSetBit(0); record >= 0; record = records.nextSetBit(record + 1)) {
            Candidate best = best(forms, query.type(), record, memory);
            boolean sameIdentifier = byIdentifier.contains(record);
            boolean sameAddress = byAddress.contains(record);
            boolean hit = best.nameScore >= settings.threshold() || sameIdentifier || sameAddress;
            if (hit || isNear(best.nameScore)) {
                weigh(best, query, place, sameIdentifier, sameAddress);
                (hit ? byParty : nearByParty)
                        .computeIfAbsent(index.list().party(record), k -> new ArrayList<>())
                        .add(best);
            }
        }
        out.fill(hits(byParty));
        if (settings.nearMissMargin() > 0) {
            // A party that hits by another record is no near miss.
            nearByParty.keySet().removeAll(byParty.keySet());
            out.nearMisses().begin(out.nameUsable(), out.nameCut());
            out.nearMisses().fill(hits(nearByParty));
        }
    }

    /** Whether a name score lies within the margin under the threshold; names without anything in common never do. */
    private boolean isNear(int nameScore) {
        return nameScore > 0 && nameScore >= settings.threshold() - settings.nearMissMargin();
    }

    private List<Matches.Hit> hits(Map<Integer, List<Candidate>> byParty) {
        List<Matches.Hit> hits = new ArrayList<>();
        byParty.forEach((party, candidates) -> hits.add(hit(party, candidates)));
        hits.sort(BEST_FIRST);
        return hits;
    }

    /** The records that may be hits by their names. */
    private BitSet records(List<NameForm> forms, int count) {
        if (finder != null) {
            return finder.records(forms, Math.max(settings.threshold() - settings.nearMissMargin(), 0));
        }
        BitSet every = new BitSet(count);
        every.set(0, count);
        return every;
    }

    /** The readings of a searched name; a very short form in brackets says too little to search by. */
    private static List<NameForm> readings(CharSequence name) {
        List<NameForm> readings = new ArrayList<>(NameForm.searched(name));
        NameForm whole = readings.get(0);
        readings.removeIf(form -> !form.equals(whole) && form.glued().length() <= VERY_SHORT);
        return readings;
    }

    /** A record and how well it fits so far. */
    private static final class Candidate {
        private final int record;
        private final NameForm reading;
        private final PartyIndex.Entry entry;
        private final int nameScore;
        private final PartyIndex.@Nullable Entry trigger;
        private int score;
        private final List<String> evidence = new ArrayList<>();
        private boolean agrees;
        private boolean disagrees;
        private boolean triggers;

        Candidate(
                int record,
                NameForm reading,
                PartyIndex.Entry entry,
                int nameScore,
                PartyIndex.@Nullable Entry trigger) {
            this.record = record;
            this.reading = reading;
            this.entry = entry;
            this.nameScore = nameScore;
            this.trigger = trigger;
        }

        void agree(String what) {
            evidence.add(what);
            agrees = true;
        }

        void disagree(String what) {
            evidence.add(what);
            disagrees = true;
        }
    }

    private Candidate best(List<NameForm> queryForms, PartyType type, int record, Memory memory) {
        PartyIndex theIndex = java.util.Objects.requireNonNull(index);
        PartyType listed = theIndex.list().records().get(record).type();
        return best(queryForms, typesDiffer(type, listed), record, theIndex.names(record), memory);
    }

    private static boolean typesDiffer(PartyType type, PartyType listed) {
        return type != PartyType.UNKNOWN && listed != PartyType.UNKNOWN && type != listed;
    }

    private Candidate best(
            List<NameForm> queryForms, boolean conflict, int record, List<PartyIndex.Entry> names, Memory memory) {
        int best = -1;
        NameForm reading = queryForms.get(0);
        PartyIndex.Entry found = names.get(0);
        PartyIndex.Entry trigger = null;
        for (PartyIndex.Entry entry : names) {
            for (NameForm form : queryForms) {
                int words = scorer.score(form, entry.form(), memory);
                int score = conflict ? words * TYPE_DIFFERS / 100 : words;
                if (score > best) {
                    best = score;
                    reading = form;
                    found = entry;
                }
                if (trigger == null && score >= settings.threshold() && !isWeak(entry)) {
                    trigger = entry;
                }
            }
        }
        return new Candidate(record, reading, found, best, trigger);
    }

    private static boolean isWeak(PartyIndex.Entry entry) {
        return entry.name().quality() == ListedParty.Quality.WEAK
                || entry.form().glued().length() <= VERY_SHORT;
    }

    private void weigh(
            Candidate candidate,
            PartyQuery query,
            @Nullable AddressForm place,
            boolean sameIdentifier,
            boolean sameAddress) {
        ListedParty record =
                java.util.Objects.requireNonNull(index).list().records().get(candidate.record);
        if (sameIdentifier) {
            candidate.agree("identifier agrees");
        }
        if (place != null) {
            weighAddress(candidate, place);
        }
        if (query.country() != null && !record.countries().isEmpty()) {
            if (record.countries().contains(query.country())) {
                candidate.agree("country agrees");
            } else {
                candidate.disagree("country differs");
            }
        }
        DateRange birth = query.birthDate();
        List<DateRange> births = record.birthDates().stream()
                .filter(date -> !date.equals(DateRange.ALWAYS))
                .toList();
        // A date of which nothing is known is neither agreement nor contradiction.
        if (birth != null && !birth.equals(DateRange.ALWAYS) && !births.isEmpty()) {
            if (births.stream().anyMatch(birth::overlaps)) {
                candidate.agree("birth date agrees");
            } else {
                candidate.disagree("birth date differs");
            }
        }
        boolean weak = isWeak(candidate.entry);
        boolean wholly = candidate.nameScore == NameScore.EQUAL;
        boolean nameTriggers = candidate.nameScore >= settings.threshold()
                && (candidate.trigger != null || wholly || candidate.agrees || settings.weakAliasesTrigger());
        candidate.triggers = sameIdentifier || sameAddress || nameTriggers;
        if (weak && !wholly) {
            candidate.evidence.add("weak or very short name");
            if (candidate.trigger != null) {
                candidate.evidence.add("'" + candidate.trigger.name().text() + "' reaches the threshold too");
            }
        }
        candidate.score = score(candidate);
    }

    /** An address differs only if every listed one does. A party may have further addresses, so that contradicts nothing. */
    private void weighAddress(Candidate candidate, AddressForm place) {
        Set<AddressForm.Likeness> likeness = EnumSet.noneOf(AddressForm.Likeness.class);
        for (AddressForm listed : java.util.Objects.requireNonNull(index).addresses(candidate.record)) {
            likeness.add(place.compare(listed));
        }
        if (likeness.contains(AddressForm.Likeness.AGREES)) {
            candidate.agree("address agrees");
        } else if (likeness.equals(EnumSet.of(AddressForm.Likeness.DIFFERS))) {
            candidate.evidence.add("address differs");
        }
    }

    private static int score(Candidate candidate) {
        int score = candidate.nameScore;
        for (String fact : candidate.evidence) {
            if (fact.endsWith("agrees")) {
                score += (NameScore.EQUAL - score) * EVIDENCE_AGREES / 100;
            } else if (fact.endsWith("differs")) {
                score -= score * EVIDENCE_DISAGREES / 100;
            }
        }
        return candidate.nameScore == NameScore.EQUAL ? score : Math.min(score, NameScore.ALMOST);
    }

    private Matches.Hit hit(int party, List<Candidate> candidates) {
        PartyIndex theIndex = java.util.Objects.requireNonNull(index);
        candidates.sort(Comparator.comparingInt((Candidate c) -> c.score)
                .thenComparingInt(c -> c.nameScore)
                .reversed()
                .thenComparing(c -> theIndex.list().records().get(c.record).source())
                .thenComparing(c -> theIndex.list().records().get(c.record).entry()));
        Candidate best = candidates.get(0);
        List<ListedParty> records = new ArrayList<>();
        candidates.forEach(c -> records.add(theIndex.list().records().get(c.record)));
        for (int record : theIndex.recordsOfParty(party)) {
            if (candidates.stream().noneMatch(c -> c.record == record)) {
                records.add(theIndex.list().records().get(record));
            }
        }
        return new Matches.Hit(
                List.copyOf(records),
                best.entry.name(),
                best.nameScore,
                best.score,
                List.copyOf(best.evidence),
                best.agrees,
                best.disagrees,
                candidates.stream().anyMatch(c -> c.triggers));
    }

    /**
     * The score of two names, by the code of {@link #match}, exact far below the threshold too.
     *
     * @param query a name
     * @param target the name that plays the listed one
     * @return from 0 to 10,000
     */
    public int compare(CharSequence query, CharSequence target) {
        return closest(query, target).score();
    }

    /** Two readings that score best, the first of those that do. */
    private record Closest(NameForm query, NameForm target, int score) {}

    private Closest closest(CharSequence query, CharSequence target) {
        Closest best = null;
        for (NameForm listed : NameForm.readings(target)) {
            for (NameForm form : readings(query)) {
                int score = scorer.score(form, listed);
                if (best == null || score > best.score()) {
                    best = new Closest(form, listed, score);
                }
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    /**
     * Why a name has its score with a listed party: the explanation of a hit, of a near miss, or of a name that is neither. Its score is
     * the name score of {@link #match}. Made anew by each call, from the two names alone; allocates.
     *
     * @param name the searched name
     * @param type the type that was searched for
     * @param record a listed party; it need not be in this matcher's index
     * @return the explanation by the listed name that matches best
     */
    public NameExplanation explain(CharSequence name, PartyType type, ListedParty record) {
        List<PartyIndex.Entry> names = PartyIndex.names(record);
        Memory memory = new Memory(scorer);
        boolean conflict = typesDiffer(type, record.type());
        Candidate best = best(readings(name), conflict, 0, names, memory);
        NameExplainer.Read searched = new NameExplainer.Read(name.toString(), best.reading);
        NameExplainer.Read listed = new NameExplainer.Read(best.entry.name().text(), best.entry.form());
        NameExplanation why = new NameExplainer(scorer).explain(searched, listed, settings.threshold(), memory);
        List<NameExplanation.Change> changes = new ArrayList<>();
        if (conflict) {
            why = why.typesDiffer(best.nameScore);
            int agreed = best(readings(name), false, 0, names, memory).nameScore;
            if (agreed >= settings.threshold() && best.nameScore < settings.threshold()) {
                changes.add(new NameExplanation.Change("with types that agree", name.toString(), agreed));
            }
        }
        changes.addAll(NameExplainer.changes(
                why, searched, changed -> best(readings(changed), conflict, 0, names, memory).nameScore));
        return why.withChanges(changes);
    }

    /**
     * Why two names have their score, which is that of {@link #compare}. Made anew by each call; allocates.
     *
     * @param query a name
     * @param target the name that plays the listed one
     * @return the explanation
     */
    public NameExplanation explain(CharSequence query, CharSequence target) {
        Closest best = closest(query, target);
        NameExplainer.Read searched = new NameExplainer.Read(query.toString(), best.query());
        NameExplainer.Read listed = new NameExplainer.Read(target.toString(), best.target());
        NameExplanation why = new NameExplainer(scorer).explain(searched, listed, settings.threshold(), scorer::alike);
        return why.withChanges(NameExplainer.changes(why, searched, changed -> compare(changed, target)));
    }

    /**
     * Whether {@link #match} would alert on the name alone if the target were listed, with unknown quality and type.
     *
     * @param query a name
     * @param target the name that plays the listed one
     * @return true if it would
     */
    public boolean alerts(CharSequence query, CharSequence target) {
        for (NameForm listed : NameForm.readings(target)) {
            for (NameForm form : readings(query)) {
                int score = scorer.score(form, listed);
                boolean weak = listed.glued().length() <= VERY_SHORT && !settings.weakAliasesTrigger();
                if (score >= settings.threshold() && (!weak || score == NameScore.EQUAL)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The digest of the tables that scores rest on: part of the engine, whatever lists are loaded.
     *
     * @return the digest
     */
    public static Digest engine() {
        return Tables.digest();
    }

    /** The likeness of words, each pair computed once a query. */
    private static final class Memory implements NameScore.Likeness {
        private final NameScore scorer;
        private final Map<String, Map<String, Integer>> known = new HashMap<>();

        Memory(NameScore scorer) {
            this.scorer = scorer;
        }

        @Override
        public int of(String query, String listed) {
            int longer = Math.max(query.length(), listed.length());
            int shorter = Math.min(query.length(), listed.length());
            // Words of very different length can only be alike as abbreviations, or where one is written without
            // vowels.
            if (shorter * NameScore.ALIKE < longer * NameScore.LEAST_ALIKE
                    && !Abbreviations.isKnown(query)
                    && Consonants.isOnly(query) == Consonants.isOnly(listed)) {
                return 0;
            }
            return known.computeIfAbsent(query, k -> new HashMap<>())
                    .computeIfAbsent(listed, word -> scorer.alike(query, word));
        }
    }
}
