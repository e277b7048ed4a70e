package io.highfence;

import io.highfence.base.Country;
import io.highfence.law.FoundryFacts;
import io.highfence.ledger.Account;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order, a checkout or a launch of computing power, as the caller knows it: the one input of a decision.
 *
 * <p>Nothing is assumed. A fact that is not given is null or {@code UNKNOWN}, and the decision names it where the answer
 * turns on it. Immutable.
 *
 * @param id the caller's own id
 * @param kind what kind of transaction it is, or null if it is not said or was not understood
 * @param exporter who exports
 * @param shipFrom where the items leave from, or null
 * @param destination where they go
 * @param plannedExportDate the legal day of the export, or null
 * @param asOf the day whose rules and lists apply, or null for the planned export date
 * @param endUse what the items are for
 * @param nexus the ties to the United States that a blocking depends on
 * @param parties everybody in the order
 * @param items the lines
 * @param technicalAnalysis whether the items are bought or used for technical analysis alone, for which the guidance on General
 *     Prohibition 10 leaves room
 * @param knownViolation whether the caller has recorded knowledge of a violation of the EAR about an item of the order
 * @param totals running totals that the caller knows; the graver counts where a ledger knows the same
 * @param authorizations the authorizations that the caller holds
 * @param dispositions what named persons found about reasons of an earlier decision on this order
 * @param step the step at which the order is decided, or null if it is not said; shown, and no answer turns on it
 * @param redFlags names of the red flags and indicators that the caller has seen, as the rules name them
 * @param unread paths of fields that were given and are not known here; shown, never dropped in silence
 * @param unjudged paths of known fields whose value was not understood, with the value
 */
public record Order(
        String id,
        @Nullable Kind kind,
        Exporter exporter,
        @Nullable Country shipFrom,
        Destination destination,
        @Nullable LocalDate plannedExportDate,
        @Nullable LocalDate asOf,
        EndUse endUse,
        Nexus nexus,
        List<Party> parties,
        List<Item> items,
        boolean technicalAnalysis,
        boolean knownViolation,
        List<Total> totals,
        List<Authorization> authorizations,
        List<Disposition> dispositions,
        @Nullable Step step,
        List<String> redFlags,
        List<String> unread,
        List<String> unjudged) {

    /** A step of an order at which it is decided, and decided again. */
    public enum Step {
        /** When the order is taken. */
        ORDER,
        /** When the goods are picked. */
        PICK,
        /** When the goods leave. */
        GOODS_ISSUE,
        /** Before a shipment that was ordered long ago. */
        LONG_LEAD_SHIPMENT
    }

    /** What kind of transaction an order is. */
    public enum Kind {
        /** From the United States. */
        EXPORT,
        /** From another country, by the exporter of the items. */
        EXPORT_FROM_ABROAD,
        /** From one foreign country to another. */
        REEXPORT,
        /** A change of end use or end user within one foreign country. */
        TRANSFER_IN_COUNTRY,
        /** Technology released to a foreign person in the United States. */
        DEEMED_EXPORT,
        /** Technology released to a third-country person abroad. */
        DEEMED_REEXPORT,
        /** A sale within the United States. */
        DOMESTIC,
        /** Computing power used from afar. */
        CLOUD_ACCESS,
        /** Work without a transfer of items. */
        SERVICE,
        /** Goods that go back after repair. */
        RETURN_AFTER_REPAIR,
        /** Goods that come back. */
        TEMPORARY
    }

    /**
     * Who exports.
     *
     * @param country where the exporter is, or null
     * @param hqCountry where it is headquartered, or null
     * @param ultimateParentCountry where its ultimate parent is headquartered, or null
     * @param role what it does, for the foundry presumption, or null if that is not said
     */
    public record Exporter(
            @Nullable Country country,
            @Nullable Country hqCountry,
            @Nullable Country ultimateParentCountry,
            FoundryFacts.@Nullable Exporter role) {
        /** An exporter of whom nothing is known. */
        public static final Exporter UNKNOWN = new Exporter(null, null, null);

        /**
         * An exporter of whom is not said what it does.
         *
         * @param country where the exporter is, or null
         * @param hqCountry where it is headquartered, or null
         * @param ultimateParentCountry where its ultimate parent is headquartered, or null
         */
        public Exporter(
                @Nullable Country country, @Nullable Country hqCountry, @Nullable Country ultimateParentCountry) {
            this(country, hqCountry, ultimateParentCountry, null);
        }

        // As every record says it, but without the formatter of JDK 17: digests of orders rest on this text.
        @Override
        public String toString() {
            return "Exporter[country=" + country
                    + ", hqCountry=" + hqCountry
                    + ", ultimateParentCountry=" + ultimateParentCountry
                    + ", role=" + role
                    + "]";
        }
    }

    /**
     * Where the items go.
     *
     * @param country the country, or null
     * @param region a region, city or the address within it, in any spelling, or null
     */
    public record Destination(
            @Nullable Country country, @Nullable String region) {
        /** A destination of which nothing is known. */
        public static final Destination UNKNOWN = new Destination(null, null);

        // As every record says it, but without the formatter of JDK 17: digests of orders rest on this text.
        @Override
        public String toString() {
            return "Destination[country=" + country + ", region=" + region + "]";
        }
    }

    /**
     * What the items are for.
     *
     * @param purpose the use
     * @param knowledge how the exporter comes to say so
     */
    public record EndUse(Purpose purpose, Knowledge knowledge) {
        /** An end use of which nothing is known. */
        public static final EndUse UNKNOWN = new EndUse(Purpose.UNKNOWN, Knowledge.STATED);

        // As every record says it, but without the formatter of JDK 17: digests of orders rest on this text.
        @Override
        public String toString() {
            return "EndUse[purpose=" + purpose + ", knowledge=" + knowledge + "]";
        }
    }

    /**
     * A running total that the caller knows: what others than this order have used up of an account in the window that the
     * decision asks about. For a consignee's year it is that of all exporters together.
     *
     * @param account the account
     * @param used the amount in millionths, not negative
     */
    public record Total(Account account, long used) {
        /**
         * Checks the amount.
         *
         * @param account the account
         * @param used the amount
         * @throws IllegalArgumentException if the amount is negative
         */
        public Total {
            if (used < 0) {
                throw new IllegalArgumentException("A total is not negative: " + used);
            }
        }
    }

    /** A use of the items. */
    public enum Purpose {
        /** None of the others. */
        CIVIL,
        /** Military end use, 15 CFR 744.21. */
        MILITARY,
        /** Military-intelligence end use, 15 CFR 744.22. */
        MILITARY_INTELLIGENCE,
        /** Nuclear end use, 15 CFR 744.2. */
        NUCLEAR,
        /** Missiles and unmanned aircraft, 15 CFR 744.3. */
        MISSILE,
        /** Chemical and biological weapons, 15 CFR 744.4. */
        CBW,
        /** Maritime nuclear propulsion, 15 CFR 744.5. */
        MARITIME_NUCLEAR,
        /** Supercomputers, 15 CFR 744.23(a)(1). */
        SUPERCOMPUTER,
        /** Fabrication of advanced-node integrated circuits, 15 CFR 744.23(a)(2). */
        ADVANCED_NODE_FAB,
        /** Semiconductor manufacturing equipment, 15 CFR 744.23(a)(4). */
        SEMICONDUCTOR_EQUIPMENT,
        /** Training of models for a party headquartered in Country Group D:5 or Macau. */
        AI_TRAINING_FOR_D5,
        /** Not known. */
        UNKNOWN
    }

    /** How the exporter comes to say what an item is for. */
    public enum Knowledge {
        /** The customer says so. */
        STATED,
        /** The exporter knows it. */
        KNOWN,
        /** The exporter has reason to know it. */
        REASON_TO_KNOW
    }

    /**
     * Ties to the United States; null is unknown, and unknown counts as yes.
     *
     * @param usPerson whether a US person takes part, or null
     * @param usOrigin whether the items are of US origin, or null
     * @param usdPayment whether dollars are paid, or null
     * @param usServer whether servers in the United States are used, or null
     */
    public record Nexus(
            @Nullable Boolean usPerson,
            @Nullable Boolean usOrigin,
            @Nullable Boolean usdPayment,
            @Nullable Boolean usServer) {
        /** Ties of which nothing is known. */
        public static final Nexus UNKNOWN = new Nexus(null, null, null, null);

        /**
         * Whether a tie to the United States exists or may exist.
         *
         * @return false only if every tie is known to be absent
         */
        public boolean mayExist() {
            return !(isNo(usPerson) && isNo(usOrigin) && isNo(usdPayment) && isNo(usServer));
        }

        private static boolean isNo(@Nullable Boolean tie) {
            return tie != null && !tie;
        }

        // As every record says it, but without the formatter of JDK 17: digests of orders rest on this text.
        @Override
        public String toString() {
            return "Nexus[usPerson=" + usPerson
                    + ", usOrigin=" + usOrigin
                    + ", usdPayment=" + usdPayment
                    + ", usServer=" + usServer
                    + "]";
        }
    }

    /**
     * Copies the lists.
     *
     * @param id the caller's own id
     * @param kind the kind, or null
     * @param exporter who exports
     * @param shipFrom where the items leave from, or null
     * @param destination where they go
     * @param plannedExportDate the day of the export, or null
     * @param asOf the day whose rules apply, or null
     * @param endUse what the items are for
     * @param nexus the ties to the United States
     * @param parties everybody in the order
     * @param items the lines
     * @param technicalAnalysis whether it is for technical analysis alone
     * @param knownViolation whether knowledge of a violation is recorded
     * @param totals running totals that the caller knows
     * @param authorizations the authorizations
     * @param dispositions the dispositions
     * @param step the step, or null
     * @param redFlags names of flags
     * @param unread paths of unknown fields
     * @param unjudged paths of fields not understood
     */
    public Order {
        Objects.requireNonNull(id, "id");
        parties = List.copyOf(parties);
        items = List.copyOf(items);
        totals = List.copyOf(totals);
        authorizations = List.copyOf(authorizations);
        redFlags = List.copyOf(redFlags);
        dispositions = List.copyOf(dispositions);
        unread = List.copyOf(unread);
        unjudged = List.copyOf(unjudged);
    }

    /**
     * Begins an order.
     *
     * @param id the caller's own id
     * @return a builder in which nothing else is known yet
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /**
     * The day whose rules and lists apply.
     *
     * @return the as-of date, else the planned export date, else null
     */
    public @Nullable LocalDate ruleDate() {
        return asOf != null ? asOf : plannedExportDate;
    }

    /**
     * This order under the rules and lists of another day.
     *
     * @param day the as-of date
     * @return a copy that differs only in {@link #asOf()}
     */
    public Order asOf(LocalDate day) {
        return new Order(
                id,
                kind,
                exporter,
                shipFrom,
                destination,
                plannedExportDate,
                day,
                endUse,
                nexus,
                parties,
                items,
                technicalAnalysis,
                knownViolation,
                totals,
                authorizations,
                dispositions,
                step,
                redFlags,
                unread,
                unjudged);
    }

    /**
     * What the order says of some parties and lines, and of the whole; without dates, totals, step, authorizations and dispositions, which
     * are no facts that a person's finding rests on.
     */
    Order about(List<Party> some, List<Item> lines) {
        return new Order(
                id,
                kind,
                exporter,
                shipFrom,
                destination,
                null,
                null,
                endUse,
                nexus,
                some,
                lines,
                technicalAnalysis,
                knownViolation,
                List.of(),
                List.of(),
                List.of(),
                null,
                redFlags,
                List.of(),
                List.of());
    }

    /**
     * This order with other parties and lines, and with other notes on what was not understood: for a caller to whom an order comes in pieces.
     *
     * @param newParties everybody in the order
     * @param newItems the lines
     * @param newUnread paths of unknown fields
     * @param newUnjudged what is not understood or has not come; the decision is NEEDS_DATA while there is any
     * @return a copy that differs only in these
     */
    public Order with(List<Party> newParties, List<Item> newItems, List<String> newUnread, List<String> newUnjudged) {
        return new Order(
                id,
                kind,
                exporter,
                shipFrom,
                destination,
                plannedExportDate,
                asOf,
                endUse,
                nexus,
                newParties,
                newItems,
                technicalAnalysis,
                knownViolation,
                totals,
                authorizations,
                dispositions,
                step,
                redFlags,
                newUnread,
                newUnjudged);
    }

    /** This order with the authorizations and dispositions of another behind its own; its notes on them say where they stand. */
    Order releasedBy(Order more) {
        return new Order(
                id,
                kind,
                exporter,
                shipFrom,
                destination,
                plannedExportDate,
                asOf,
                endUse,
                nexus,
                parties,
                items,
                technicalAnalysis,
                knownViolation,
                totals,
                joined(authorizations, more.authorizations),
                joined(dispositions, more.dispositions),
                step,
                redFlags,
                joined(unread, beside(more.unread)),
                joined(unjudged, beside(more.unjudged)));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static List<String> beside(List<String> paths) {
        return paths.stream().map(path -> "releases." + path).toList();
    }

    /** Gathers the facts of an {@link Order}. Not safe for several threads. */
    public static final class Builder {
        private final String id;
        private @Nullable Kind kind;
        private Exporter exporter = Exporter.UNKNOWN;
        private @Nullable Country shipFrom;
        private Destination destination = Destination.UNKNOWN;
        private @Nullable LocalDate plannedExportDate;
        private @Nullable LocalDate asOf;
        private EndUse endUse = EndUse.UNKNOWN;
        private Nexus nexus = Nexus.UNKNOWN;
        private final List<Party> parties = new ArrayList<>();
        private final List<Item> items = new ArrayList<>();
        private boolean technicalAnalysis;
        private boolean knownViolation;
        private final List<Total> totals = new ArrayList<>();
        private final List<Authorization> authorizations = new ArrayList<>();
        private final List<Disposition> dispositions = new ArrayList<>();
        private @Nullable Step step;
        private final List<String> redFlags = new ArrayList<>();
        private final List<String> unread = new ArrayList<>();
        private final List<String> unjudged = new ArrayList<>();

        private Builder(String id) {
            this.id = Objects.requireNonNull(id, "id");
        }

        /**
         * Says what kind of transaction it is.
         *
         * @param value the kind
         * @return this builder
         */
        public Builder kind(Kind value) {
            kind = value;
            return this;
        }

        /**
         * Says who exports.
         *
         * @param value the exporter
         * @return this builder
         */
        public Builder exporter(Exporter value) {
            exporter = value;
            return this;
        }

        /**
         * Says where the items leave from.
         *
         * @param value the country
         * @return this builder
         */
        public Builder shipFrom(Country value) {
            shipFrom = value;
            return this;
        }

        /**
         * Says where the items go.
         *
         * @param country the country, or null if it was not understood
         * @param region a region, city or address within it, or null
         * @return this builder
         */
        public Builder destination(@Nullable Country country, @Nullable String region) {
            destination = new Destination(country, region);
            return this;
        }

        /**
         * Says on which legal day the export is planned.
         *
         * @param value the day
         * @return this builder
         */
        public Builder plannedExportDate(LocalDate value) {
            plannedExportDate = value;
            return this;
        }

        /**
         * Says which day's rules and lists apply, where that is not the planned export date.
         *
         * @param value the day
         * @return this builder
         */
        public Builder asOf(LocalDate value) {
            asOf = value;
            return this;
        }

        /**
         * Says what the items are for.
         *
         * @param purpose the use
         * @param knowledge how the exporter comes to say so
         * @return this builder
         */
        public Builder endUse(Purpose purpose, Knowledge knowledge) {
            endUse = new EndUse(purpose, knowledge);
            return this;
        }

        /**
         * Says which ties to the United States there are.
         *
         * @param value the ties
         * @return this builder
         */
        public Builder nexus(Nexus value) {
            nexus = value;
            return this;
        }

        /**
         * Adds a party.
         *
         * @param party the party in one role
         * @return this builder
         */
        public Builder party(Party party) {
            parties.add(party);
            return this;
        }

        /**
         * Adds a line.
         *
         * @param item the line
         * @return this builder
         */
        public Builder item(Item item) {
            items.add(item);
            return this;
        }

        /**
         * Says whether the items are bought or used for technical analysis alone.
         *
         * @param value the answer; false where nobody says
         * @return this builder
         */
        public Builder technicalAnalysis(boolean value) {
            technicalAnalysis = value;
            return this;
        }

        /**
         * Says whether the caller has recorded knowledge of a violation of the EAR about an item of the order.
         *
         * @param value the answer; false where nobody says
         * @return this builder
         */
        public Builder knownViolation(boolean value) {
            knownViolation = value;
            return this;
        }

        /**
         * Reports a red flag or an indicator that was seen.
         *
         * @param flag its name in the rules, such as {@code red-flag-4}
         * @return this builder
         */
        public Builder redFlag(String flag) {
            redFlags.add(Objects.requireNonNull(flag, "flag"));
            return this;
        }

        /**
         * Adds an authorization that the caller holds.
         *
         * @param authorization the record
         * @return this builder
         */
        public Builder authorization(Authorization authorization) {
            authorizations.add(authorization);
            return this;
        }

        /**
         * Adds a running total that the caller knows.
         *
         * @param total the total
         * @return this builder
         */
        public Builder total(Total total) {
            totals.add(total);
            return this;
        }

        /**
         * Adds what a named person found.
         *
         * @param disposition the disposition
         * @return this builder
         */
        public Builder disposition(Disposition disposition) {
            dispositions.add(disposition);
            return this;
        }

        /**
         * Says at which step the order is decided.
         *
         * @param value the step
         * @return this builder
         */
        public Builder step(Step value) {
            step = value;
            return this;
        }

        Builder unread(String path) {
            unread.add(path);
            return this;
        }

        Builder unjudged(String pathAndValue) {
            unjudged.add(pathAndValue);
            return this;
        }

        /**
         * Ends the order.
         *
         * @return the order
         */
        public Order build() {
            return new Order(
                    id,
                    kind,
                    exporter,
                    shipFrom,
                    destination,
                    plannedExportDate,
                    asOf,
                    endUse,
                    nexus,
                    parties,
                    items,
                    technicalAnalysis,
                    knownViolation,
                    totals,
                    authorizations,
                    dispositions,
                    step,
                    redFlags,
                    unread,
                    unjudged);
        }
    }

    // As every record says it, but without the formatter of JDK 17: digests of orders rest on this text.
    @Override
    public String toString() {
        return "Order[id=" + id
                + ", kind=" + kind
                + ", exporter=" + exporter
                + ", shipFrom=" + shipFrom
                + ", destination=" + destination
                + ", plannedExportDate=" + plannedExportDate
                + ", asOf=" + asOf
                + ", endUse=" + endUse
                + ", nexus=" + nexus
                + ", parties=" + parties
                + ", items=" + items
                + ", technicalAnalysis=" + technicalAnalysis
                + ", knownViolation=" + knownViolation
                + ", totals=" + totals
                + ", authorizations=" + authorizations
                + ", dispositions=" + dispositions
                + ", step=" + step
                + ", redFlags=" + redFlags
                + ", unread=" + unread
                + ", unjudged=" + unjudged
                + "]";
    }
}
