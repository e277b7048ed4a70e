package io.highfence;

import io.highfence.base.Country;
import io.highfence.base.Digest;
import io.highfence.law.RuleBook;
import io.highfence.ledger.Totals;
import io.highfence.list.PartyList;
import io.highfence.match.Matches;
import io.highfence.match.PartyIndex;
import io.highfence.match.PartyMatcher;
import io.highfence.ownership.OwnershipGraph;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides orders: joins what the lists say of the parties with what the law says of the items.
 *
 * <p>Screening is pure: it reads no clock for its answer, opens no connection and writes nothing. It fails closed: a check
 * that throws, runs out of time or lacks a fact leaves a reason, and a decision without every check passed is never CLEAR.
 * Holds a matcher, so one screener a thread; rules and index are shared.
 *
 * <p>Allocates nothing for an order without hits whose lines, in the setting of their order, were asked about before, and that gives
 * its date: reasons that say the same are kept ({@code LineAnswers}). Everything else, such as a hit, allocates.
 */
public final class Screener {
    /** The version of this engine. */
    public static final String ENGINE = version();

    private static final Order NO_ORDER = Order.builder("").build();

    private final RuleBook rules;
    private final PartyIndex index;
    private final Settings settings;
    private final Suppressions suppressions;
    private final SortedMap<String, Digest> also;
    private Decision.@Nullable Stamp basis;
    private final Pass pass = new Pass();
    private final OrderChecks orderChecks;
    private final FlagChecks flagChecks;
    private final PartyChecks partyChecks;
    private final ItemChecks itemChecks;
    private final Releases releases;
    private final @Nullable TotalsRecorder totals;
    private @Nullable PartyMatcher wide;
    private int wideMargin;

    /** A part of a decision that must run to its end before an order can be CLEAR. */
    public enum Check {
        /** The order says what kind of transaction it is, and everything in it was understood. */
        ORDER,
        /** Every role that the kind of transaction needs is filled, or said to be none. */
        ROLES,
        /** The lists are the ones that are required, and young enough. */
        LISTS,
        /** The rules were verified up to the as-of date, or a named person accepts that they were not. */
        RULES,
        /** Every name of every party was held against the lists. */
        PARTIES,
        /** Every place was held against the embargoes. */
        EMBARGOES,
        /** Every item is classified, and the license that it needs is known. */
        ITEMS,
        /** Every authorization and every disposition was held against the reasons of the other checks; the last one. */
        RELEASES
    }

    /** Every check, in the sequence in which they run. */
    static final Check[] CHECKS = Check.values();

    /**
     * A screener.
     *
     * @param rules the rules
     * @param index the lists
     * @param settings how to screen
     * @throws IllegalArgumentException if the settings hold on an indicator that the rules do not have
     */
    public Screener(RuleBook rules, PartyIndex index, Settings settings) {
        this(with(rules, index, settings));
    }

    private Screener(Builder builder) {
        this.rules = builder.rules;
        this.index = builder.index;
        this.settings = builder.settings;
        this.orderChecks = new OrderChecks(rules, index.list(), settings);
        this.flagChecks = new FlagChecks(rules, settings);
        OwnershipGraph graph = builder.ownership;
        this.suppressions = builder.suppressions;
        this.partyChecks =
                new PartyChecks(rules, new PartyMatcher(index, settings.match()), settings, graph, suppressions);
        this.totals = builder.totals == null ? null : new TotalsRecorder(builder.totals);
        this.itemChecks = new ItemChecks(rules, settings, graph, totals);
        this.releases = new Releases(rules, settings, totals);
        SortedMap<String, Digest> given = new TreeMap<>();
        if (graph != null) {
            given.put("ownership", graph.digest());
        }
        if (suppressions != Suppressions.NONE) {
            given.put("suppressions", suppressions.digest());
        }
        this.also = Collections.unmodifiableSortedMap(given);
    }

    /**
     * Begins a screener that knows more than rules and lists.
     *
     * @param rules the rules
     * @param index the lists
     * @param settings how to screen
     * @return a builder
     */
    public static Builder with(RuleBook rules, PartyIndex index, Settings settings) {
        return new Builder(rules, index, settings);
    }

    /** Gathers what a {@link Screener} knows. Not safe for several threads. */
    public static final class Builder {
        private final RuleBook rules;
        private final PartyIndex index;
        private final Settings settings;
        private @Nullable OwnershipGraph ownership;
        private @Nullable Totals totals;
        private Suppressions suppressions = Suppressions.NONE;

        private Builder(RuleBook rules, PartyIndex index, Settings settings) {
            this.rules = rules;
            this.index = index;
            this.settings = settings;
        }

        /**
         * Says who owns whom.
         *
         * @param graph the stakes behind parties of orders, or null if none are known but those that an order names
         * @return this builder
         */
        public Builder ownership(@Nullable OwnershipGraph graph) {
            ownership = graph;
            return this;
        }

        /**
         * Says what earlier orders have used up. They are read and never written; the figures that a decision used stand in it
         * and, as a digest, in its stamp.
         *
         * @param running the running totals, or null if none are known but those that an order names
         * @return this builder
         */
        public Builder totals(@Nullable Totals running) {
            totals = running;
            return this;
        }

        /**
         * Says which hits persons have found to be other parties.
         *
         * @param found the suppressions, which hide no hit and no stronger one
         * @return this builder
         */
        public Builder suppressions(Suppressions found) {
            suppressions = found;
            return this;
        }

        /**
         * Ends the screener.
         *
         * @return a screener
         * @throws IllegalArgumentException if the settings hold on an indicator that the rules do not have
         */
        public Screener build() {
            return new Screener(this);
        }
    }

    /**
     * Decides an order.
     *
     * @param order the order
     * @param decidedAt the instant of the decision, for the stamp; it also gives the as-of date of an order without one
     * @param out takes the decision; what it held before is forgotten
     */
    public void screen(Order order, Instant decidedAt, Decision out) {
        Flight.Decided event = Flight.decision();
        LocalDate given = order.ruleDate();
        LocalDate asOf = given == null ? LocalDate.ofInstant(decidedAt, ZoneOffset.UTC) : given;
        out.begin(order, basis(asOf), decidedAt, index.list().editions());
        out.under(settings);
        pass.order = order;
        pass.asOf = asOf;
        pass.out = out;
        if (totals != null) {
            totals.begin();
        }
        runAll(pass, out);
        out.stampTotals(totals == null ? null : totals.asked());
        pass.order = NO_ORDER;
        Flight.end(event, out);
    }

    /** One screening, kept so that the next needs none of its own. */
    private final class Pass implements Runner {
        private Order order = NO_ORDER;
        private LocalDate asOf = LocalDate.EPOCH;
        private Decision out = new Decision();

        @Override
        public void run(Check check) {
            Screener.this.run(check, order, asOf, out);
        }
    }

    /** Runs one check; it may throw. */
    @FunctionalInterface
    interface Runner {
        void run(Check check);
    }

    /** Runs every check and records which of them ended in time. A check that fails does not keep the others from running. */
    void runAll(Runner runner, Decision out) {
        long end = System.nanoTime() + settings.timeBudget().toNanos();
        for (Check check : CHECKS) {
            try {
                runner.run(check);
            } catch (RuntimeException | StackOverflowError e) {
                out.add(failed(check, e));
                continue;
            }
            // What ended too late did not end: the caller has stopped waiting for it.
            if (System.nanoTime() - end >= 0) {
                out.add(timeOut(check));
                return;
            }
            out.passed(check);
        }
    }

    private Reason timeOut(Check check) {
        return new Reason(
                "TIME_OUT",
                Verdict.NEEDS_DATA,
                null,
                Reason.Basis.POLICY,
                Reason.Subject.ORDER,
                "The time budget of " + settings.timeBudget().toMillis() + " ms ran out before every check had run.",
                null,
                List.of("time to finish the check " + check),
                "Decide again, or raise timeBudgetMillis.");
    }

    private static Reason failed(Check check, Throwable fault) {
        return new Reason(
                "CHECK_FAILED",
                Verdict.HOLD,
                HoldKind.REVIEW,
                Reason.Basis.POLICY,
                Reason.Subject.ORDER,
                "The check " + check + " failed: " + fault.getClass().getSimpleName() + ".",
                null,
                List.of(),
                "This is a fault of the engine. A person must decide; please report it.");
    }

    private void run(Check check, Order order, LocalDate asOf, Decision out) {
        switch (check) {
            case ORDER -> {
                orderChecks.order(order, out);
                flagChecks.flags(order, asOf, out);
            }
            case ROLES -> orderChecks.roles(order, out);
            case LISTS -> orderChecks.lists(asOf, out);
            case RULES -> orderChecks.rules(asOf, out);
            case PARTIES -> partyChecks.parties(order, asOf, itemChecks.things(order, asOf), out);
            case EMBARGOES -> itemChecks.embargoes(order, asOf, out);
            case ITEMS -> itemChecks.items(order, asOf, out);
            case RELEASES -> releases.judge(order, asOf, out);
        }
    }

    /**
     * Asks the lists about one party, without an order.
     *
     * @param party the party; its role matters for what a listing does
     * @param asOf the day whose listings apply
     * @param out takes the answer; what it held before is forgotten
     */
    public void screen(Party party, LocalDate asOf, PartyAnswer out) {
        partyChecks.party(party, asOf, out);
    }

    /**
     * Asks the lists about one party and shows what fell short of a hit, too: what an audit keeps beside the decision.
     *
     * @param party the party
     * @param margin how far under the threshold a listed party is a near miss, in ten-thousandths, 0 to 10,000
     * @param out takes the hits and {@link Matches#nearMisses()}; what it held before is forgotten
     */
    public void candidates(Party party, int margin, Matches out) {
        if (wide == null || wideMargin != margin) {
            wide = new PartyMatcher(index, settings.match().withNearMissMargin(margin));
            wideMargin = margin;
        }
        partyChecks.ask(party, wide, out);
    }

    /** What decisions of one day rest on: the same object for decisions of the same day in succession. */
    private Decision.Stamp basis(LocalDate asOf) {
        Decision.Stamp before = basis;
        if (before != null && before.asOf().equals(asOf)) {
            return before;
        }
        Map<String, @Nullable Long> ages = new TreeMap<>();
        for (PartyList.Edition edition : index.list().editions()) {
            Long age = edition.age(asOf);
            Long other = ages.get(edition.label());
            // Of files of one name the oldest stands for all; an unknown age is graver than any.
            boolean graver = !ages.containsKey(edition.label()) || (other != null && (age == null || age > other));
            if (graver) {
                ages.put(edition.label(), age);
            }
        }
        Decision.Stamp of = new Decision.Stamp(
                ENGINE,
                rules.digest(),
                index.list().digest(),
                ages,
                settings.digest(),
                also,
                settings.match().threshold(),
                asOf,
                Instant.EPOCH);
        basis = of;
        return of;
    }

    /**
     * The rules of this screener.
     *
     * @return the rule book
     */
    public RuleBook rules() {
        return rules;
    }

    /**
     * The lists of this screener.
     *
     * @return the index
     */
    public PartyIndex index() {
        return index;
    }

    /**
     * The settings of this screener.
     *
     * @return the settings
     */
    public Settings settings() {
        return settings;
    }

    /**
     * The suppressions of this screener.
     *
     * @return those that were given, or {@link Suppressions#NONE}
     */
    public Suppressions suppressions() {
        return suppressions;
    }

    static boolean isUnitedStates(@Nullable Country country) {
        return country != null && country.code().equals("US");
    }

    private static String version() {
        try (InputStream in = Screener.class.getResourceAsStream("engine.properties")) {
            Properties engine = new Properties();
            if (in != null) {
                engine.load(in);
            }
            String version = engine.getProperty("version");
            if (version == null) {
                throw new IllegalStateException("The jar does not say its version");
            }
            return version + "+" + PartyMatcher.engine().brief();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
