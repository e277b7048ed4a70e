package io.highfence.ownership;

import io.highfence.law.ListEffects;
import io.highfence.law.Rule;
import io.highfence.law.RuleBook;
import io.highfence.law.RuleStatus;
import io.highfence.list.ListedParty;
import io.highfence.ownership.OwnershipFinding.Says;
import io.highfence.ownership.OwnershipGraph.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One ownership rule over one graph on one day.
 *
 * <p>The rule is a least fixpoint: a party is marked that is listed, or whose stakes held by marked parties reach the limit; a
 * marked party passes its whole stake on, and nothing is multiplied. It is worked out three times with three readings of the
 * stakes, each wider than the one before: the least that every stake can be, the most that known ranges allow, the most with
 * unknown percentages counted as the whole. A fourth pass follows any tie at all. Every stake is looked at once in each pass.
 */
final class Judgement {
    private static final String FAMILY = "ownership-rule";

    /** How stakes are read. */
    enum Reading {
        /** The least that each can be. */
        LEAST,
        /** The most that each can be whose percentage is known in part. */
        RANGE,
        /** The most that each can be. */
        MOST,
        /** Any tie, however small, without a limit. */
        TIE
    }

    /** Control counts for more than any stake, where it counts. */
    private static final long CONTROL = OwnershipGraph.WHOLE + 1;

    private final OwnershipGraph graph;
    private final List<List<ListedParty>> listed;
    private final Rule rule;
    private final LocalDate asOf;
    private final boolean loaded;

    /** Null where the rule has none, and where none is loaded for the day. */
    private final Rule.@Nullable Limit limit;

    private final ListEffects effects;

    private final Map<Reading, Pass> passes = new EnumMap<>(Reading.class);

    /** What a pass finds: the parties that pass on what they hold, and those that are held up to the limit. */
    private static final class Pass {
        final boolean[] marked;
        final boolean[] held;

        Pass(boolean[] marked, boolean[] held) {
            this.marked = marked;
            this.held = held;
        }
    }

    private Judgement(
            OwnershipGraph graph, List<List<ListedParty>> listed, Rule rule, ListEffects effects, LocalDate asOf) {
        this.graph = graph;
        this.listed = listed;
        this.rule = rule;
        this.effects = effects;
        this.asOf = asOf;
        loaded = rule.inForce().contains(asOf);
        limit = loaded && rule.values().has("percent") ? rule.values().limit("percent") : null;
    }

    /** A judgement for each rule under which any party of the graph is listed. */
    static List<Judgement> all(
            OwnershipGraph graph, Function<Party, Collection<ListedParty>> listings, RuleBook rules, LocalDate asOf) {
        List<List<ListedParty>> listed = new ArrayList<>(graph.parties().size());
        boolean any = false;
        for (Party party : graph.parties()) {
            List<ListedParty> own = listings.apply(party).stream()
                    .filter(record -> record.listing().inForce().contains(asOf))
                    .toList();
            any |= !own.isEmpty();
            listed.add(own);
        }
        List<Judgement> all = new ArrayList<>();
        if (any) {
            ListEffects effects = ListEffects.of(rules);
            for (Rule rule : onDay(rules, asOf)) {
                Judgement judgement = new Judgement(graph, listed, rule, effects, asOf);
                if (judgement.begins()) {
                    judgement.solve();
                    all.add(judgement);
                }
            }
        }
        return all;
    }

    /** The rule of each key on a day, or the nearest one where none is loaded for it. */
    private static Collection<Rule> onDay(RuleBook rules, LocalDate asOf) {
        Map<String, Rule> onDay = new LinkedHashMap<>();
        for (Rule rule : rules.rules(FAMILY)) {
            onDay.putIfAbsent(rule.key(), rule);
            if (rule.inForce().contains(asOf)) {
                onDay.put(rule.key(), rule);
            }
        }
        return onDay.values();
    }

    private boolean begins() {
        for (List<ListedParty> records : listed) {
            for (ListedParty record : records) {
                if (counts(record) || isFlagged(record)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void solve() {
        for (Reading reading : Reading.values()) {
            pass(reading);
        }
    }

    private void pass(Reading reading) {
        Edges edges = graph.edges();
        int parties = listed.size();
        boolean[] marks = new boolean[parties];
        boolean[] reached = new boolean[parties];
        long[] sums = new long[parties];
        int[] queue = new int[parties];
        int end = 0;
        for (int party = 0; party < parties; party++) {
            if (begins(party, reading)) {
                marks[party] = true;
                queue[end++] = party;
            }
        }
        for (int i = 0; i < end; i++) {
            int holder = queue[i];
            for (int at = edges.outStart[holder]; at < edges.outStart[holder + 1]; at++) {
                int edge = edges.out[at];
                int party = edges.owned[edge];
                long weight = weight(edge, reading);
                if (weight == 0 || party == holder) {
                    continue;
                }
                sums[party] += weight;
                reached[party] |= suffices(sums[party], reading);
                if (!marks[party] && reached[party] && passesOn(party, reading)) {
                    marks[party] = true;
                    queue[end++] = party;
                }
            }
        }
        passes.put(reading, new Pass(marks, reached));
    }

    private boolean begins(int party, Reading reading) {
        for (ListedParty record : listed.get(party)) {
            if (counts(record) || (reading == Reading.TIE && isFlagged(record))) {
                return true;
            }
        }
        return false;
    }

    private boolean suffices(long sum, Reading reading) {
        return reading == Reading.TIE || (limit != null && limit.admits(sum));
    }

    /** Whether a rule for foreign entities reaches through others is doubtful: for the least it does not, for the most it does. */
    private boolean passesOn(int party, Reading reading) {
        return reading != Reading.LEAST || reaches(party);
    }

    /** What a stake weighs, in millionths of a percent; 0 if it is none on this day. */
    long weight(int edge, Reading reading) {
        Edges edges = graph.edges();
        if (!edges.during[edge].contains(asOf)) {
            return 0;
        }
        if (reading != Reading.TIE && edges.control[edge] && isControlRule()) {
            return CONTROL;
        }
        return switch (reading) {
            case LEAST -> edges.least[edge];
            case RANGE -> edges.known[edge] ? edges.most[edge] : 0;
            case MOST -> edges.most[edge];
            case TIE -> 1;
        };
    }

    boolean isControlRule() {
        return rule.values().has("control") && rule.values().flag("control");
    }

    /** Whether the rule reaches a party by where it is; a place that is not known counts as foreign. */
    boolean reaches(int party) {
        boolean foreignOnly = rule.values().has("foreignOnly") && rule.values().flag("foreignOnly");
        return !foreignOnly || !isUnitedStates(graph.parties().get(party));
    }

    static boolean isUnitedStates(Party party) {
        return party.country() != null && party.country().code().equals("US");
    }

    /** Whether the place of a party decides, and is not known. */
    boolean lacksPlace(int party) {
        return rule.values().has("foreignOnly")
                && rule.values().flag("foreignOnly")
                && graph.parties().get(party).country() == null;
    }

    /** Whether an owner's listing counts under the rule. */
    boolean counts(ListedParty record) {
        String list = record.list().toUpperCase(Locale.ROOT);
        return rule.values().texts("lists").contains(list)
                || (isTaggedList(record) && effects.isTagged(record.listing().programs(), asOf));
    }

    boolean isTaggedList(ListedParty record) {
        return rule.values().texts("taggedLists").contains(record.list().toUpperCase(Locale.ROOT));
    }

    private boolean isFlagged(ListedParty record) {
        return rule.values().texts("flagLists").contains(record.list().toUpperCase(Locale.ROOT));
    }

    /** Whether a listed party stands behind one of the graph. */
    boolean concerns(int party) {
        return isHeld(party, Reading.TIE);
    }

    /** What the printed text says of a party that is concerned. */
    Says codified(int party) {
        if (limit == null || !reaches(party)) {
            return Says.RED_FLAG;
        }
        if (isHeld(party, Reading.LEAST)) {
            return Says.RESTRICTED;
        }
        if (isHeld(party, Reading.RANGE)) {
            return Says.STRADDLES;
        }
        return isHeld(party, Reading.MOST) ? Says.UNKNOWN : Says.RED_FLAG;
    }

    /** What is applied: a rule that is stayed leaves a red flag. */
    Says enforced(int party) {
        return rule.status() == RuleStatus.IN_FORCE ? codified(party) : Says.RED_FLAG;
    }

    /** The reading by which a finding is explained. */
    Reading reading(int party) {
        return switch (codified(party)) {
            case RESTRICTED -> Reading.LEAST;
            case STRADDLES -> Reading.RANGE;
            case UNKNOWN -> Reading.MOST;
            case RED_FLAG -> Reading.TIE;
        };
    }

    boolean isMarked(int party, Reading reading) {
        return found(reading).marked[party];
    }

    private boolean isHeld(int party, Reading reading) {
        return found(reading).held[party];
    }

    private Pass found(Reading reading) {
        return Objects.requireNonNull(passes.get(reading));
    }

    /** The stakes that lead to a party from those who are marked, nearest first; each once. */
    List<Integer> chain(int party) {
        Reading reading = reading(party);
        Edges edges = graph.edges();
        List<Integer> chain = new ArrayList<>();
        boolean[] seen = new boolean[listed.size()];
        int[] queue = new int[listed.size()];
        int end = 0;
        queue[end++] = party;
        seen[party] = true;
        for (int i = 0; i < end; i++) {
            for (int at = edges.inStart[queue[i]]; at < edges.inStart[queue[i] + 1]; at++) {
                int edge = edges.in[at];
                int holder = edges.holder[edge];
                if (isMarked(holder, reading) && weight(edge, reading) > 0 && holder != queue[i]) {
                    chain.add(edge);
                    if (!seen[holder]) {
                        seen[holder] = true;
                        queue[end++] = holder;
                    }
                }
            }
        }
        return chain;
    }

    /** The sum of a party's stakes in the hands of those who are marked, in millionths of a percent; control is no part of it. */
    long share(int party, Reading reading) {
        Edges edges = graph.edges();
        long sum = 0;
        for (int at = edges.inStart[party]; at < edges.inStart[party + 1]; at++) {
            int edge = edges.in[at];
            int holder = edges.holder[edge];
            if (holder != party && isMarked(holder, reading) && weight(edge, reading) > 0) {
                sum += reading == Reading.LEAST ? edges.least[edge] : edges.most[edge];
            }
        }
        return sum;
    }

    OwnershipGraph graph() {
        return graph;
    }

    List<ListedParty> listed(int party) {
        return listed.get(party);
    }

    Rule rule() {
        return rule;
    }

    LocalDate asOf() {
        return asOf;
    }

    /** Whether the rule is the one of the day; if not, what it said on that day is not known here. */
    boolean isLoaded() {
        return loaded;
    }

    /** Whether a record makes its party one from which a finding of this reading begins. */
    boolean begins(ListedParty record, Reading reading) {
        return counts(record) || (reading == Reading.TIE && isFlagged(record));
    }
}
