package io.highfence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a change of settings would do to orders, before it is used: each order is decided under the settings of today and under those on
 * trial, and what differs is told and counted.
 *
 * <p>Holds two screeners, so one trial a thread. Writes nothing and changes neither settings. Allocates.
 */
public final class SettingsTrial {
    private final Screener before;
    private final Screener after;
    private final SortedMap<String, Integer> verdicts = new TreeMap<>();
    private int orders;
    private int changed;

    /**
     * What becomes of one order.
     *
     * @param order the order's id
     * @param before its verdict under the settings of today
     * @param beforeHold what releases it there, or null
     * @param after its verdict under the settings on trial
     * @param afterHold what releases it there, or null
     * @param appeared the reasons that only the settings on trial give, or give another verdict
     * @param gone the reasons that only the settings of today give, or give another verdict
     */
    public record Change(
            String order,
            Verdict before,
            @Nullable HoldKind beforeHold,
            Verdict after,
            @Nullable HoldKind afterHold,
            List<Reason> appeared,
            List<Reason> gone) {
        /**
         * Copies the lists.
         *
         * @param order the order's id
         * @param before the verdict of today
         * @param beforeHold what releases it, or null
         * @param after the verdict on trial
         * @param afterHold what releases it, or null
         * @param appeared reasons that come
         * @param gone reasons that go
         */
        public Change {
            appeared = List.copyOf(appeared);
            gone = List.copyOf(gone);
        }

        /**
         * Whether anything differs.
         *
         * @return false if verdict, hold and reasons are the same
         */
        public boolean isChange() {
            return isOtherVerdict() || !appeared.isEmpty() || !gone.isEmpty();
        }

        private boolean isOtherVerdict() {
            return before != after || beforeHold != afterHold;
        }
    }

    /**
     * A trial.
     *
     * @param before a screener with the settings of today
     * @param after a screener with the settings on trial, and the same rules and lists
     * @throws IllegalArgumentException if their rules or lists differ, as the answer would not be that of the settings
     */
    public SettingsTrial(Screener before, Screener after) {
        if (!before.rules().digest().equals(after.rules().digest())
                || !before.index().list().digest().equals(after.index().list().digest())) {
            throw new IllegalArgumentException("A trial of settings needs the same rules and lists on both sides");
        }
        this.before = before;
        this.after = after;
    }

    /**
     * Decides an order twice and counts it.
     *
     * @param order the order
     * @param decidedAt the instant for both decisions
     * @return what differs
     */
    public Change screen(Order order, Instant decidedAt) {
        Decision today = new Decision();
        Decision trial = new Decision();
        before.screen(order, decidedAt, today);
        after.screen(order, decidedAt, trial);
        Change change = new Change(
                order.id(),
                today.verdict(),
                today.holdKind(),
                trial.verdict(),
                trial.holdKind(),
                without(trial.reasons(), today.reasons()),
                without(today.reasons(), trial.reasons()));
        orders++;
        if (change.isChange()) {
            changed++;
        }
        if (change.isOtherVerdict()) {
            verdicts.merge(
                    words(change.before(), change.beforeHold()) + " > " + words(change.after(), change.afterHold()),
                    1,
                    Integer::sum);
        }
        return change;
    }

    private static String words(Verdict verdict, @Nullable HoldKind hold) {
        return hold == null ? verdict.name() : verdict + "/" + hold;
    }

    /** The reasons of the one that the other has not with the same verdict; their words may differ. */
    private static List<Reason> without(List<Reason> some, List<Reason> others) {
        Set<String> known = new HashSet<>();
        others.forEach(reason -> known.add(words(reason.verdict(), reason.holdKind()) + " " + reason.id()));
        List<Reason> rest = new ArrayList<>();
        for (Reason reason : some) {
            if (!known.contains(words(reason.verdict(), reason.holdKind()) + " " + reason.id())) {
                rest.add(reason);
            }
        }
        return rest;
    }

    /**
     * The settings of today.
     *
     * @return those of the first screener
     */
    public Settings before() {
        return before.settings();
    }

    /**
     * The settings on trial.
     *
     * @return those of the second screener
     */
    public Settings after() {
        return after.settings();
    }

    /**
     * The settings that differ.
     *
     * @return in the sequence of {@link Setting}; makes a new list
     */
    public List<Setting> differing() {
        List<Setting> differing = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            if (!setting.value(before()).equals(setting.value(after()))) {
                differing.add(setting);
            }
        }
        return differing;
    }

    /**
     * How many orders were decided.
     *
     * @return the number of calls of {@link #screen}
     */
    public int orders() {
        return orders;
    }

    /**
     * How many of them differ in anything.
     *
     * @return at most {@link #orders()}
     */
    public int changed() {
        return changed;
    }

    /**
     * How many orders go from one verdict to another.
     *
     * @return by the two verdicts with what releases a hold, such as {@code CLEAR > HOLD/STALE}; a view that cannot be changed
     */
    public SortedMap<String, Integer> verdicts() {
        return Collections.unmodifiableSortedMap(verdicts);
    }
}
