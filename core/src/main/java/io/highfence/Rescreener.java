package io.highfence;

import io.highfence.law.RuleBook;
import io.highfence.list.ListDelta;
import io.highfence.match.Matches;
import io.highfence.match.PartyIndex;
import io.highfence.match.PartyMatcher;
import java.time.LocalDate;

/**
 * Says whose answer changes when the lists do.
 *
 * <p>A customer is first held against the listings that changed, in their old and new form, which are few. Who matches none of them has
 * the same answer as before; who matches one is screened with the whole of both lists. The result is that of screening everybody with
 * both. Rules, settings and day are the same on both sides, so that every difference comes from the lists.
 *
 * <p>Making one allocates and takes about as long as comparing the lists. One rescreener a thread; see {@link #another}. Rescreening
 * allocates for those whose answer is looked at in full.
 */
public final class Rescreener {
    private final Screener before;
    private final Screener after;
    private final PartyIndex touched;
    private final HitChanges hitChanges;
    private final PartyChecks first;
    private final Matches met = new Matches(1);

    /**
     * A rescreener.
     *
     * @param rules the rules
     * @param before the lists as they were
     * @param after the lists as they are
     * @param settings how to screen; near misses are not looked for
     */
    public Rescreener(RuleBook rules, PartyIndex before, PartyIndex after, Settings settings) {
        this(rules, before, after, settings, Suppressions.NONE);
    }

    /**
     * A rescreener of customers of whom some have suppressed hits. A suppression whose listing changed is one that reopens.
     *
     * @param rules the rules
     * @param before the lists as they were
     * @param after the lists as they are
     * @param settings how to screen; near misses are not looked for
     * @param suppressions the suppressions, the same on both sides
     */
    public Rescreener(
            RuleBook rules, PartyIndex before, PartyIndex after, Settings settings, Suppressions suppressions) {
        this(
                screener(rules, before, withoutNearMisses(settings), suppressions),
                screener(rules, after, withoutNearMisses(settings), suppressions),
                PartyIndex.of(ListDelta.touched(before.list(), after.list())).withNeighbours(),
                new HitChanges(ListDelta.between(before.list(), after.list())));
    }

    private Rescreener(Screener before, Screener after, PartyIndex touched, HitChanges hitChanges) {
        this.before = before;
        this.after = after;
        this.touched = touched;
        this.hitChanges = hitChanges;
        Settings settings = before.settings();
        first = new PartyChecks(
                before.rules(), new PartyMatcher(touched, settings.match()), settings, null, Suppressions.NONE);
    }

    private static Screener screener(RuleBook rules, PartyIndex lists, Settings settings, Suppressions suppressions) {
        return Screener.with(rules, lists, settings).suppressions(suppressions).build();
    }

    private static Settings withoutNearMisses(Settings settings) {
        return settings.toBuilder()
                .match(settings.match().withNearMissMargin(0))
                .build();
    }

    /**
     * A rescreener with the same lists for another thread. What takes time is shared.
     *
     * @return another one
     */
    public Rescreener another() {
        return new Rescreener(
                screener(before.rules(), before.index(), before.settings(), before.suppressions()),
                screener(after.rules(), after.index(), after.settings(), after.suppressions()),
                touched,
                hitChanges);
    }

    /**
     * Whether the answer about a party is another one than before: its alert, its verdict, or anything that a hit says. The order of
     * equally good hits, and of the further listings of a hit, is no part of the answer.
     *
     * @param party the party
     * @param asOf the day whose listings apply, on both sides
     * @param out takes both answers and what differs, if the answer is another one; otherwise what it held before may be lost
     * @return true if it is another one
     */
    public boolean screen(Party party, LocalDate asOf, PartyChange out) {
        if (!isTouched(party)) {
            return false;
        }
        before.screen(party, asOf, out.before());
        after.screen(party, asOf, out.after());
        Matches earlier = out.before().matches();
        Matches later = out.after().matches();
        out.hits(hitChanges.between(earlier, later));
        return !out.hits().isEmpty() || earlier.total() != later.total();
    }

    /** Whether a party matches a record by which its answer can differ. */
    boolean isTouched(Party party) {
        first.ask(party, met);
        return met.total() > 0;
    }

    /**
     * How many records a party must match for its answer to differ: the changed ones in their old and new form, and those that are joined
     * otherwise.
     *
     * @return from 0 on
     */
    public int touchedRecords() {
        return touched.list().records().size();
    }

    /**
     * The screener with the lists as they were.
     *
     * @return the screener whose answers stand in {@link PartyChange#before()}
     */
    public Screener before() {
        return before;
    }

    /**
     * The screener with the lists as they are.
     *
     * @return the screener whose answers stand in {@link PartyChange#after()}
     */
    public Screener after() {
        return after;
    }
}
