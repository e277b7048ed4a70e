package io.highfence;

import io.highfence.base.Digest;
import io.highfence.law.LicenseAnswer;
import io.highfence.ledger.OrderLine;
import io.highfence.ledger.Posting;
import io.highfence.ledger.RecordedTotals;
import io.highfence.list.PartyList;
import io.highfence.ownership.OwnershipFinding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to an order, with every reason, what is missing, and the stamp that makes it repeatable.
 *
 * <p>A decision begins as {@link Verdict#NEEDS_DATA}. It can become {@link Verdict#CLEAR} only when every
 * {@link Screener.Check} has run to its end and none left a graver reason: there is no method that sets a verdict. Owned
 * by the caller and reusable; not safe for several threads.
 */
public final class Decision {
    private static final Comparator<OrderLine> BY_ORDER_AND_LINE =
            Comparator.comparing(OrderLine::order).thenComparing(OrderLine::line);

    private Order order = Order.builder("").build();
    private final List<Reason> reasons = new ArrayList<>();
    private final List<PartyMatch> matches = new ArrayList<>();
    private final List<ItemFinding> items = new ArrayList<>();
    private final List<OwnershipFinding> ownership = new ArrayList<>();
    private final List<TotalUse> totals = new ArrayList<>();
    private final SortedMap<OrderLine, List<Posting>> postings = new TreeMap<>(BY_ORDER_AND_LINE);
    private final EnumSet<Screener.Check> passed = EnumSet.noneOf(Screener.Check.class);
    private final SortedMap<LocalDate, String> changesOn = new TreeMap<>();
    private @Nullable Stamp stamp;
    private @Nullable Digest replay;
    private @Nullable Settings settings;
    private @Nullable RecordedTotals askedTotals;
    private @Nullable Instant decidedAt;
    private List<PartyList.Edition> editions = List.of();
    private boolean exceptionsBarred;
    private final List<List<LicenseAnswer.ExceptionAnswer>> exceptions = new ArrayList<>();
    private final IdentityHashMap<Reason, Release> releases = new IdentityHashMap<>();

    /** An empty decision: NEEDS_DATA until a screener has filled it. */
    public Decision() {}

    /**
     * The verdict on one line of an order.
     *
     * @param line the line's own id
     * @param verdict the gravest of the reasons that bind it and that nothing releases
     * @param holdKind what releases it, if it is held
     * @param reasonIds the ids of the reasons that bind it, with advisories and released ones
     */
    public record Line(
            String line, Verdict verdict, @Nullable HoldKind holdKind, List<String> reasonIds) {
        /**
         * Copies the list.
         *
         * @param line the line's own id
         * @param verdict the verdict
         * @param holdKind what releases it, or null
         * @param reasonIds ids of the reasons
         */
        public Line {
            reasonIds = List.copyOf(reasonIds);
        }
    }

    /**
     * What makes a decision repeatable: the same order under the same stamp gives the same bytes.
     *
     * @param engine the version of this engine, with the digest of the tables that are part of it
     * @param ruleSet the digest of the rules
     * @param listSet the digest of the lists
     * @param listAges the age of each edition in days on the as-of date; null where the edition's date is unknown
     * @param config the digest of the settings
     * @param also the digests of what else was given, by name, such as {@code ownership}, and of the figures that were used of
     *     running totals, {@code totals}; empty if nothing was
     * @param threshold the score from which a name was a hit, in ten-thousandths
     * @param asOf the day whose rules and lists applied: the order's own, else the day of {@code decidedAt} in UTC
     * @param decidedAt the instant that the caller gave
     */
    public record Stamp(
            String engine,
            Digest ruleSet,
            Digest listSet,
            Map<String, @Nullable Long> listAges,
            Digest config,
            SortedMap<String, Digest> also,
            int threshold,
            LocalDate asOf,
            Instant decidedAt) {
        /** The same at another instant. */
        Stamp at(Instant instant) {
            return new Stamp(engine, ruleSet, listSet, listAges, config, also, threshold, asOf, instant);
        }
    }

    void begin(Order screened, @Nullable Stamp under, @Nullable Instant at, List<PartyList.Edition> lists) {
        order = screened;
        stamp = under;
        replay = null;
        decidedAt = at;
        editions = lists;
        reasons.clear();
        matches.clear();
        items.clear();
        ownership.clear();
        totals.clear();
        postings.clear();
        passed.clear();
        changesOn.clear();
        exceptionsBarred = false;
        settings = null;
        askedTotals = null;
        exceptions.clear();
        releases.clear();
    }

    /** Notes the settings, of which the stamp has the digest. */
    void under(Settings used) {
        settings = used;
    }

    /** Begins a part of a decision, which is copied into another and has no stamp. */
    void beginPart(Order screened, boolean noExceptions) {
        begin(screened, null, null, List.of());
        exceptionsBarred = noExceptions;
    }

    /** Adds all that a part of this decision holds. */
    void addAll(Decision part) {
        matches.addAll(part.matches);
        ownership.addAll(part.ownership);
        items.addAll(part.items);
        part.reasons.forEach(this::add);
        part.changesOn.forEach(this::changesOn);
        for (int line = 0; line < part.exceptions.size(); line++) {
            exceptions(line, part.exceptions.get(line));
        }
        exceptionsBarred |= part.exceptionsBarred;
    }

    void add(Reason reason) {
        for (int i = 0; i < reasons.size(); i++) {
            Reason known = reasons.get(i);
            if (known.rule().equals(reason.rule())
                    && known.subject().equals(reason.subject())
                    && known.verdict() == reason.verdict()
                    && known.holdKind() == reason.holdKind()
                    && known.text().equals(reason.text())) {
                return;
            }
        }
        reasons.add(reason);
    }

    /** Notes that a party's listing closes the license exceptions. */
    void barExceptions() {
        exceptionsBarred = true;
    }

    boolean exceptionsBarred() {
        return exceptionsBarred;
    }

    /** Notes which license exceptions were considered for a line. */
    void exceptions(int line, List<LicenseAnswer.ExceptionAnswer> considered) {
        while (exceptions.size() <= line) {
            exceptions.add(List.of());
        }
        exceptions.set(line, considered);
    }

    List<LicenseAnswer.ExceptionAnswer> exceptions(int line) {
        return line < exceptions.size() ? exceptions.get(line) : List.of();
    }

    /** Notes what releases a reason; it counts once the check of the releases has passed, and not before. */
    void release(Reason reason, Release release) {
        releases.putIfAbsent(reason, release);
    }

    void add(PartyMatch match) {
        matches.add(match);
    }

    void add(OwnershipFinding finding) {
        ownership.add(finding);
    }

    void add(ItemFinding finding) {
        items.add(finding);
    }

    void add(TotalUse use) {
        if (!totals.contains(use)) {
            totals.add(use);
        }
    }

    void add(OrderLine line, Posting posting) {
        List<Posting> known = postings.computeIfAbsent(line, key -> new ArrayList<>());
        if (!known.contains(posting)) {
            known.add(posting);
        }
    }

    /** Puts the figures that were used under the stamp, with those that were asked of running totals if there were any. */
    void stampTotals(@Nullable RecordedTotals asked) {
        askedTotals = asked;
        Stamp under = stamp;
        boolean isAsked = asked != null && !asked.isEmpty();
        if (under != null && (isAsked || !totals.isEmpty())) {
            SortedMap<String, Digest> also = new TreeMap<>(under.also());
            also.put("totals", Digest.of(isAsked ? totals + "\n" + asked : totals.toString()));
            replay = null;
            stamp = new Stamp(
                    under.engine(),
                    under.ruleSet(),
                    under.listSet(),
                    under.listAges(),
                    under.config(),
                    Collections.unmodifiableSortedMap(also),
                    under.threshold(),
                    under.asOf(),
                    under.decidedAt());
        }
    }

    void changesOn(LocalDate day, String what) {
        changesOn.merge(day, what, (a, b) -> a.equals(b) ? a : a + "; " + b);
    }

    void passed(Screener.Check check) {
        passed.add(check);
        if (check == Screener.Check.RELEASES && !releases.isEmpty()) {
            reasons.replaceAll(reason -> {
                Release release = releases.get(reason);
                return release == null ? reason : reason.releasedBy(release);
            });
        }
    }

    /**
     * The order that was decided.
     *
     * @return the order
     */
    public Order order() {
        return order;
    }

    /**
     * The verdict on the whole order: the gravest of its reasons that nothing releases.
     *
     * @return {@link Verdict#CLEAR} only if every check ran to its end
     */
    public Verdict verdict() {
        return gravest(reasons);
    }

    /**
     * What releases the order, if it is held.
     *
     * @return the kind that is hardest to release among its holds, or null if the verdict is not HOLD
     */
    public @Nullable HoldKind holdKind() {
        return hardest(verdict(), reasons);
    }

    private Verdict gravest(List<Reason> binding) {
        Verdict gravest = passed.size() == Screener.CHECKS.length ? Verdict.CLEAR : Verdict.NEEDS_DATA;
        for (int i = 0; i < binding.size(); i++) {
            Reason reason = binding.get(i);
            if (reason.isOpen() && reason.verdict().compareTo(gravest) > 0) {
                gravest = reason.verdict();
            }
        }
        return gravest;
    }

    private static @Nullable HoldKind hardest(Verdict verdict, List<Reason> binding) {
        HoldKind hardest = null;
        if (verdict == Verdict.HOLD) {
            for (int i = 0; i < binding.size(); i++) {
                HoldKind kind = binding.get(i).holdKind();
                if (kind != null && binding.get(i).isOpen() && (hardest == null || kind.compareTo(hardest) < 0)) {
                    hardest = kind;
                }
            }
        }
        return hardest;
    }

    /**
     * The verdict on each line. A line ships on its own unless a reason binds its party or the whole order.
     *
     * @return one entry a line, in the order's own sequence; makes a new list
     */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < order.items().size(); i++) {
            List<Reason> binding = new ArrayList<>();
            List<String> ids = new ArrayList<>();
            for (Reason reason : reasons) {
                if (reason.subject().binds(i)) {
                    binding.add(reason);
                    ids.add(reason.id());
                }
            }
            Verdict verdict = gravest(binding);
            lines.add(new Line(order.items().get(i).line(), verdict, hardest(verdict, binding), ids));
        }
        return lines;
    }

    /**
     * Every reason, in the sequence of the checks; advisories have the verdict CLEAR, and one that is released keeps its own.
     *
     * @return a view that cannot be changed
     */
    public List<Reason> reasons() {
        return Collections.unmodifiableList(reasons);
    }

    /**
     * Every listed party that was found, best first for each party of the order.
     *
     * @return a view that cannot be changed
     */
    public List<PartyMatch> matches() {
        return Collections.unmodifiableList(matches);
    }

    /**
     * What the ownership rules say of the parties behind whom a listed party stands, each with its chain of stakes.
     *
     * @return a view that cannot be changed
     */
    public List<OwnershipFinding> ownership() {
        return Collections.unmodifiableList(ownership);
    }

    /**
     * The running totals that were looked at, each with the figures that were used.
     *
     * @return a view that cannot be changed
     */
    public List<TotalUse> totals() {
        return Collections.unmodifiableList(totals);
    }

    /**
     * What was asked of the running totals that the screener was given, to decide the same again without them.
     *
     * @return every sum that was read, whether a reason came of it or not; null if the screener was given no running totals
     */
    public @Nullable RecordedTotals askedTotals() {
        return askedTotals;
    }

    /**
     * What the order adds to running totals, to be reserved by order line before the decision that counts. Only lines whose
     * amounts are known, and only where totals or a cap were given; of licenses only what an authorization that covers its reason would use up.
     *
     * @return a view that cannot be changed
     */
    public SortedMap<OrderLine, List<Posting>> postings() {
        return Collections.unmodifiableSortedMap(postings);
    }

    /**
     * What was found out about each line's item.
     *
     * @return a view that cannot be changed
     */
    public List<ItemFinding> items() {
        return Collections.unmodifiableList(items);
    }

    /**
     * The facts that are missing, each once.
     *
     * @return names of facts, in the sequence of the reasons
     */
    public List<String> missing() {
        Set<String> missing = new LinkedHashSet<>();
        for (Reason reason : reasons) {
            if (reason.isOpen()) {
                missing.addAll(reason.missing());
            }
        }
        return List.copyOf(missing);
    }

    /**
     * Days after the as-of date on which a rule behind this answer changes.
     *
     * @return the days and what changes on them, soonest first
     */
    public SortedMap<LocalDate, String> changesOn() {
        return Collections.unmodifiableSortedMap(changesOn);
    }

    /**
     * The checks that did not run to their end; while there are any, the verdict cannot be CLEAR.
     *
     * @return a new set, empty once all have passed
     */
    public Set<Screener.Check> unfinished() {
        return EnumSet.complementOf(passed);
    }

    /**
     * Under which engine, rules, lists and settings this was decided. Allocates.
     *
     * @return the stamp, or null if nothing was screened yet
     */
    public @Nullable Stamp stamp() {
        return stamp == null || decidedAt == null ? null : stamp.at(decidedAt);
    }

    /**
     * The settings under which this was decided; the stamp has their digest.
     *
     * @return the settings, or null if nothing was screened yet
     */
    public @Nullable Settings settings() {
        return settings;
    }

    /**
     * The editions of the lists against which this was decided. The stamp has their digest; when they were retrieved is no part
     * of it, as it changes no answer.
     *
     * @return the editions in the order of loading; cannot be changed
     */
    public List<PartyList.Edition> editions() {
        return editions;
    }

    /**
     * The digest of everything that went in: order, engine, rules, lists, settings and dates. Two decisions with the same
     * digest are the same bytes.
     *
     * @return the digest
     */
    public Digest replay() {
        Digest known = replay;
        if (known == null) {
            known = Digest.of(order + "\n" + stamp());
            replay = known;
        }
        return known;
    }
}
