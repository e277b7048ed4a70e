package io.highfence.match;

import io.highfence.base.Digest;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import io.highfence.text.Chars;
import io.highfence.text.NameForm;
import io.highfence.text.NameReader;
import io.highfence.text.Tables;
import io.highfence.text.Utf8;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds every listed party whose name, identifier or address matches.
 *
 * <p>Names that cannot reach the threshold are passed over unscored; the answer is that of scoring each of them in turn.
 * One matcher a thread. Matching allocates nothing once the matcher's rooms have grown: a name with all that may
 * be known beside it.
 */
public final class PartyMatcher {
    /** A name of this many letters and digits or fewer is too short to trigger on its own. */
    private static final int VERY_SHORT = 3;

    /** Parts in a hundred of a name score that are left when a person meets an organisation. */
    private static final int TYPE_DIFFERS = 90;

    /** Each agreeing fact takes this part in a hundred of what is missing to 10,000; each disagreeing one of the score. */
    private static final int EVIDENCE_AGREES = 30;

    private static final int EVIDENCE_DISAGREES = 10;

    private static final Matches.Fact[] FACTS = Matches.Fact.values();

    private final @Nullable PartyIndex index;
    private final MatchSettings settings;

    /** The records that the profile looks at; null for all. */
    private final @Nullable RoaringBitmap lookedAt;

    private final NameScore scorer = new NameScore();
    private final NameScore.Likeness anew = scorer::alike;
    private final NameExplainer explainer = new NameExplainer(scorer);
    private final @Nullable NameFinder finder;
    private final Identifiers.@Nullable Search identifiers;
    private final ListedAddresses.@Nullable Search addresses;
    private final NameReader searched = new NameReader();
    private final NameReader target = new NameReader();
    private final NameForm listed = new NameForm();
    private final PartyQuery nameOnly = new PartyQuery();
    private final Chars decoded = new Chars();

    /** The records that an identifier or an address of the query finds under any name. */
    private final BitSet byIdentifier = new BitSet();

    private final BitSet byAddress = new BitSet();

    /** Whether every record is looked at and nothing is passed over. */
    private boolean every;

    /** How well the names of the record fit that was looked at last: the best score, which name has it, and which triggers. */
    private int bestScore;

    private int bestName;
    private boolean bestIsWeak;
    private int trigger;

    /** How many readings have been scored. */
    private long scored;

    /**
     * A matcher of names with an index.
     *
     * @param index the listed parties
     * @param settings how to match
     */
    public PartyMatcher(PartyIndex index, MatchSettings settings) {
        this(index, settings, ScreeningProfile.ALL, true);
    }

    /**
     * A matcher of names with some listings of an index. Compiling the profile takes a moment and allocates.
     *
     * @param index the listed parties
     * @param settings how to match
     * @param profile which listings are looked at; a party may have others beside them, which its hit shows too
     */
    public PartyMatcher(PartyIndex index, MatchSettings settings, ScreeningProfile profile) {
        this(index, settings, profile, true);
    }

    private PartyMatcher(PartyIndex index, MatchSettings settings, ScreeningProfile profile, boolean finds) {
        this.index = index;
        lookedAt = profile.equals(ScreeningProfile.ALL) ? null : index.sets().compile(profile);
        this.settings = settings;
        searched.reserve();
        finder = finds ? new NameFinder(index.names(), scorer) : null;
        identifiers = new Identifiers.Search(index.identifiers());
        addresses = new ListedAddresses.Search(index.addresses());
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
        return exhaustive(index, settings, ScreeningProfile.ALL);
    }

    /**
     * The brute force with some listings of an index.
     *
     * @param index the listed parties
     * @param settings how to match
     * @param profile which listings are looked at
     * @return a matcher, for one thread
     */
    public static PartyMatcher exhaustive(PartyIndex index, MatchSettings settings, ScreeningProfile profile) {
        return new PartyMatcher(index, settings, profile, false);
    }

    /**
     * A matcher that only compares two names.
     *
     * @param settings how to match
     */
    public PartyMatcher(MatchSettings settings) {
        this.index = null;
        lookedAt = null;
        this.settings = settings;
        finder = null;
        identifiers = null;
        addresses = null;
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
     * Finds a name in UTF-8. What is not UTF-8 counts as the character U+FFFD, which is no letter.
     *
     * @param utf8 holds the name, in any script and order
     * @param from its first byte
     * @param to behind its last byte
     * @param out takes the hits
     * @throws IllegalStateException if this matcher has no index
     * @throws IndexOutOfBoundsException if the name does not lie in the bytes
     */
    public void match(byte[] utf8, int from, int to, Matches out) {
        Objects.checkFromToIndex(from, to, utf8.length);
        // Of a longer name only the beginning is read, and a character has four bytes at most.
        int end = Math.min(to, from + 4 * (NameForm.MAX_CHARS + 1));
        decoded.clear();
        Utf8.append(utf8, from, end, decoded);
        match(decoded, out);
    }

    /**
     * Finds the parties of one order. Names of an order share words, a group's name, a city, a trade, and each is looked up once; the
     * answers are those of {@link #match(PartyQuery, Matches)}.
     *
     * @param queries what is known of the parties
     * @param out takes the hits of each, in their order
     * @throws IllegalStateException if this matcher has no index
     * @throws IllegalArgumentException if there are fewer results than queries
     */
    public void match(List<PartyQuery> queries, List<Matches> out) {
        if (out.size() < queries.size()) {
            throw new IllegalArgumentException(queries.size() + " queries need as many results, not " + out.size());
        }
        forgetWords();
        for (int i = 0; i < queries.size(); i++) {
            matchNext(queries.get(i), out.get(i));
        }
    }

    /**
     * Finds a party by its name, its identifiers and its address.
     *
     * @param query what is known of the party
     * @param out takes the hits
     * @throws IllegalStateException if this matcher has no index
     */
    public void match(PartyQuery query, Matches out) {
        forgetWords();
        matchNext(query, out);
    }

    /** What all queries so far have cost. */
    Costs costs() {
        return Objects.requireNonNull(finder).costs(scored);
    }

    private void forgetWords() {
        if (finder != null) {
            finder.forgetWords();
        }
    }

    private void matchNext(PartyQuery query, Matches out) {
        if (index == null || identifiers == null || addresses == null) {
            throw new IllegalStateException("This matcher was made without an index");
        }
        search(query.name(), searched);
        if (settings.nearMissMargin() > 0) {
            out.nearMisses().begin(index, true, false);
        }
        out.begin(index, searched.form(0).size() > 0, searched.form(0).cut());
        byIdentifier.clear();
        byAddress.clear();
        for (int i = 0; i < query.identifiers().size(); i++) {
            identifiers.addEqual(query.identifiers().get(i), byIdentifier);
        }
        addresses.search(query.address());
        addresses.addFound(byAddress);
        int least = settings.threshold() - settings.nearMissMargin();
        every = finder == null || least <= 0;
        if (finder != null && !every) {
            finder.find(searched, least);
        }
        for (int record = next(index, 0); record >= 0; record = next(index, record + 1)) {
            if (lookedAt != null && !lookedAt.contains(record)) {
                continue;
            }
            lookAt(index, record, query.type());
            boolean hit = bestScore >= settings.threshold() || byIdentifier.get(record) || byAddress.get(record);
            if (hit || (bestScore > 0 && bestScore >= least)) {
                weigh(index, addresses.fact(record), record, query, hit ? out : out.nearMisses());
            }
        }
        out.finish();
        if (settings.nearMissMargin() > 0) {
            // A party that hits by another record is no near miss.
            out.nearMisses().removePartiesOf(out);
            out.nearMisses().finish();
        }
    }

    /** Reads a searched name; a very short form in brackets says too little to search by. */
    private static void search(CharSequence name, NameReader into) {
        into.search(name);
        into.dropShorter(VERY_SHORT + 1);
    }

    /** The next record to look at, from one on; negative if there is none. */
    private int next(PartyIndex theIndex, int from) {
        int count = theIndex.list().records().size();
        if (finder == null || every || from >= count) {
            return from < count ? from : -1;
        }
        int reading = finder.next(theIndex.names().firstReading(from));
        int next = reading < 0 ? count : theIndex.names().record(reading);
        int asked = byIdentifier.nextSetBit(from);
        next = asked < 0 ? next : Math.min(next, asked);
        asked = byAddress.nextSetBit(from);
        next = asked < 0 ? next : Math.min(next, asked);
        return next < count ? next : -1;
    }

    /** Scores the names of a record: all of them where an identifier or an address found it, else those that may reach the threshold. */
    private void lookAt(PartyIndex theIndex, int record, PartyType type) {
        NameIndex names = theIndex.names();
        boolean conflict = typesDiffer(type, theIndex.facts().type(record));
        boolean all = every || byIdentifier.get(record) || byAddress.get(record);
        bestScore = -1;
        bestName = 0;
        trigger = -1;
        int end = names.firstReading(record + 1);
        for (int reading = names.firstReading(record); reading < end; reading++) {
            long forms = all ? -1 : Objects.requireNonNull(finder).forms(reading);
            if (forms == 0) {
                continue;
            }
            names.load(reading, listed);
            int name = names.nameOfRecord(reading);
            boolean weak = names.isWeak(reading) || listed.glued().length() <= VERY_SHORT;
            for (int form = 0; form < searched.count(); form++) {
                if ((forms & (1L << form)) != 0) {
                    int words = scorer.score(searched.form(form), listed, likeness(form, reading));
                    scored++;
                    take(conflict ? words * TYPE_DIFFERS / 100 : words, name, weak);
                }
            }
        }
    }

    private NameScore.Likeness likeness(int form, int reading) {
        if (finder == null || every) {
            return anew;
        }
        finder.look(form, reading);
        return finder;
    }

    private void take(int score, int name, boolean weak) {
        if (score > bestScore) {
            bestScore = score;
            bestName = name;
            bestIsWeak = weak;
        }
        if (trigger < 0 && score >= settings.threshold() && !weak) {
            trigger = name;
        }
    }

    private static boolean typesDiffer(PartyType type, PartyType listed) {
        return type != PartyType.UNKNOWN && listed != PartyType.UNKNOWN && type != listed;
    }

    /** Adds the record that was looked at, with what is known of it beside its name. */
    private void weigh(PartyIndex theIndex, int addressFact, int record, PartyQuery query, Matches out) {
        boolean sameIdentifier = byIdentifier.get(record);
        int facts = addressFact | (sameIdentifier ? Matches.Fact.IDENTIFIER_AGREES.bit() : 0);
        facts |= theIndex.facts().countryFact(query.country(), record);
        facts |= theIndex.facts().birthDateFact(query.birthDate(), record);
        boolean wholly = bestScore == NameScore.EQUAL;
        boolean nameTriggers = bestScore >= settings.threshold()
                && (trigger >= 0 || wholly || Matches.agrees(facts) || settings.weakAliasesTrigger());
        if (bestIsWeak && !wholly) {
            facts |= Matches.Fact.WEAK_NAME.bit();
        }
        out.add(record, bestScore, bestName, trigger, facts, sameIdentifier || byAddress.get(record) || nameTriggers);
    }

    /** The score of a record with the facts beside its name: agreement raises it, disagreement lowers it. */
    static int score(int nameScore, int facts) {
        int score = nameScore;
        for (int i = 0; i < FACTS.length; i++) {
            Matches.Fact fact = FACTS[i];
            if ((facts & fact.bit()) != 0) {
                if (fact.agrees()) {
                    score += (NameScore.EQUAL - score) * EVIDENCE_AGREES / 100;
                } else if (fact.lowers()) {
                    score -= score * EVIDENCE_DISAGREES / 100;
                }
            }
        }
        return nameScore == NameScore.EQUAL ? score : Math.min(score, NameScore.ALMOST);
    }

    /**
     * The score of two names, by the code of {@link #match}, exact far below the threshold too.
     *
     * @param query a name
     * @param other the name that plays the listed one
     * @return from 0 to 10,000
     */
    public int compare(CharSequence query, CharSequence other) {
        search(query, searched);
        target.read(other);
        int best = 0;
        for (int l = 0; l < target.count(); l++) {
            for (int form = 0; form < searched.count(); form++) {
                best = Math.max(best, scorer.score(searched.form(form), target.form(l), anew));
            }
        }
        return best;
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
        return explain(
                name, type, record.names().stream().map(ListedParty.Name::text).toList(), record.type());
    }

    /**
     * Why a name has its score with a listed party of which names and type are known, as
     * {@link #explain(CharSequence, PartyType, ListedParty)} says.
     *
     * @param name the searched name
     * @param type the type that was searched for
     * @param listed the names of the listed party in their order, at least one
     * @param listedType the type of the listed party
     * @return the explanation by the listed name that matches best
     * @throws IllegalArgumentException if there is no listed name
     */
    public NameExplanation explain(CharSequence name, PartyType type, List<String> listed, PartyType listedType) {
        if (listed.isEmpty()) {
            throw new IllegalArgumentException("A listed party has a name");
        }
        List<NameExplainer.Read> names = new ArrayList<>();
        for (String published : listed) {
            for (NameForm form : NameForm.readings(published)) {
                names.add(new NameExplainer.Read(published, form));
            }
        }
        boolean conflict = typesDiffer(type, listedType);
        Closest closest = closest(name, names, conflict);
        NameExplanation why = explainer.explain(closest.query(), closest.target(), settings.threshold());
        List<NameExplanation.Change> changes = new ArrayList<>();
        if (conflict) {
            why = why.typesDiffer(closest.score());
            int agreed = best(name, names, false);
            if (agreed >= settings.threshold() && closest.score() < settings.threshold()) {
                changes.add(new NameExplanation.Change("with types that agree", name.toString(), agreed));
            }
        }
        changes.addAll(NameExplainer.changes(why, closest.query(), changed -> best(changed, names, conflict)));
        return why.withChanges(changes);
    }

    /**
     * Why two names have their score, which is that of {@link #compare}. Made anew by each call; allocates.
     *
     * @param query a name
     * @param other the name that plays the listed one
     * @return the explanation
     */
    public NameExplanation explain(CharSequence query, CharSequence other) {
        List<NameExplainer.Read> names = new ArrayList<>();
        for (NameForm form : NameForm.readings(other)) {
            names.add(new NameExplainer.Read(other.toString(), form));
        }
        Closest closest = closest(query, names, false);
        NameExplanation why = explainer.explain(closest.query(), closest.target(), settings.threshold());
        return why.withChanges(NameExplainer.changes(why, closest.query(), changed -> best(changed, names, false)));
    }

    /** Two readings that score best, the first of those that do. */
    private record Closest(NameExplainer.Read query, NameExplainer.Read target, int score) {}

    /** The reading of the query stands in a room of its own, so that changes of the query can be scored beside it. */
    private Closest closest(CharSequence query, List<NameExplainer.Read> names, boolean conflict) {
        search(query, target);
        Closest best = null;
        for (NameExplainer.Read name : names) {
            for (int form = 0; form < target.count(); form++) {
                int score = score(target.form(form), name.form(), conflict);
                if (best == null || score > best.score()) {
                    best = new Closest(new NameExplainer.Read(query.toString(), target.form(form)), name, score);
                }
            }
        }
        return Objects.requireNonNull(best);
    }

    /** The score that {@link #closest} finds. */
    private int best(CharSequence query, List<NameExplainer.Read> names, boolean conflict) {
        search(query, searched);
        int best = 0;
        for (NameExplainer.Read name : names) {
            for (int form = 0; form < searched.count(); form++) {
                best = Math.max(best, score(searched.form(form), name.form(), conflict));
            }
        }
        return best;
    }

    private int score(NameForm query, NameForm other, boolean conflict) {
        int words = scorer.score(query, other, anew);
        return conflict ? words * TYPE_DIFFERS / 100 : words;
    }

    /**
     * Whether {@link #match} would alert on the name alone if the target were listed, with unknown quality and type.
     *
     * @param query a name
     * @param other the name that plays the listed one
     * @return true if it would
     */
    public boolean alerts(CharSequence query, CharSequence other) {
        search(query, searched);
        target.read(other);
        for (int l = 0; l < target.count(); l++) {
            boolean weak = target.form(l).glued().length() <= VERY_SHORT && !settings.weakAliasesTrigger();
            for (int form = 0; form < searched.count(); form++) {
                int score = scorer.score(searched.form(form), target.form(l), anew);
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
}
