package io.highfence;

import io.highfence.base.Country;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The record of an authorization that the caller holds: what it allows, to whom, for how much, until when and on which conditions.
 *
 * <p>It releases a hold only where it covers all of it. What is not said is missing and covers nothing. Immutable.
 *
 * @param id the caller's own id, such as the number of the license
 * @param type what kind of authorization it is, or null if it is not said or was not understood
 * @param issuer who issued it, such as {@code BIS} or {@code OFAC}; blank if not said
 * @param exception the symbol of a license exception, such as {@code ACA}; blank if not said, and then the id counts
 * @param validFrom the first legal day on which it may be used, or null if not said
 * @param validTo the last such day, or null if not said
 * @param eccns the ECCNs that it covers, each as a line has it
 * @param parties whom it names
 * @param destinations where items may go
 * @param quantityMillionths how many pieces it allows, in millionths of a piece, or null if not said
 * @param usedMillionths how many of them were used before this order, in millionths, or null if not said
 * @param valueMillionths which value it allows, in millionths of its own unit of money, or null if not said
 * @param usedValueMillionths which value was used before this order, in millionths, or null if not said
 * @param conditions its conditions, each with what meets it
 * @param purchaseOrder the written purchase order, for License Exceptions NAC and ACA; blank if not said
 * @param sample whether the items are samples, for which no purchase order is asked
 * @param notice what was notified, for License Exception NAC, or null
 */
public record Authorization(
        String id,
        @Nullable Type type,
        String issuer,
        String exception,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<String> eccns,
        List<Named> parties,
        List<Country> destinations,
        @Nullable Long quantityMillionths,
        @Nullable Long usedMillionths,
        @Nullable Long valueMillionths,
        @Nullable Long usedValueMillionths,
        List<Condition> conditions,
        String purchaseOrder,
        boolean sample,
        @Nullable Notice notice) {

    /** What kind of authorization it is. */
    public enum Type {
        /** A license of the Bureau of Industry and Security. */
        LICENSE,
        /** A license exception of 15 CFR part 740 that asks for no notice. */
        EXCEPTION,
        /** The notice of License Exception NAC, 15 CFR 740.8. */
        NOTICE,
        /** The authorization of a validated end user, 15 CFR 748.15. */
        VEU,
        /** A general license of the Office of Foreign Assets Control. */
        OFAC_GL,
        /** A specific license of the Office of Foreign Assets Control. */
        OFAC_LICENSE,
        /** The statement of a party on the Unverified List, 15 CFR 744.15(b). */
        UVL_STATEMENT
    }

    /**
     * Somebody whom an authorization names.
     *
     * @param name the name as the authorization has it
     * @param role the role in which it is named, or null for any
     */
    public record Named(String name, Party.@Nullable Role role) {
        /**
         * Checks that there is a name.
         *
         * @param name the name
         * @param role the role, or null
         */
        public Named {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * A condition of an authorization.
     *
     * @param text the condition in its own words
     * @param metBy what meets it: a document, a person's attestation; blank while nothing does
     */
    public record Condition(String text, String metBy) {
        /**
         * Checks that nothing is null.
         *
         * @param text the condition
         * @param metBy what meets it, or blank
         */
        public Condition {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(metBy, "metBy");
        }
    }

    /** Whether the agency has raised an objection to a notice. */
    public enum Objection {
        /** None was raised. */
        NONE,
        /** One was raised, or a license was asked for. */
        RAISED,
        /** Not known. */
        UNKNOWN
    }

    /**
     * A notice for License Exception NAC as it was given.
     *
     * @param submittedOn the day of its submission, or null if not said
     * @param objection whether an objection was raised
     * @param confirmation the agency's confirmation, such as its number; blank until it is entered
     * @param distributor whether a distributor is among the parties, or null if not said
     * @param consignee the ultimate consignee of the notice; blank if not said
     * @param endUser the end user of the notice; blank if not said
     * @param items the items of the notice, each by part number or name
     */
    public record Notice(
            @Nullable LocalDate submittedOn,
            Objection objection,
            String confirmation,
            @Nullable Boolean distributor,
            String consignee,
            String endUser,
            List<String> items) {
        /**
         * Copies the list.
         *
         * @param submittedOn the day of the submission, or null
         * @param objection whether an objection was raised
         * @param confirmation the confirmation, or blank
         * @param distributor whether a distributor is among the parties, or null
         * @param consignee the ultimate consignee, or blank
         * @param endUser the end user, or blank
         * @param items the items
         */
        public Notice {
            Objects.requireNonNull(objection, "objection");
            Objects.requireNonNull(confirmation, "confirmation");
            Objects.requireNonNull(consignee, "consignee");
            Objects.requireNonNull(endUser, "endUser");
            items = List.copyOf(items);
        }
    }

    /**
     * Copies the lists.
     *
     * @param id the caller's own id
     * @param type the kind, or null
     * @param issuer who issued it, or blank
     * @param exception the symbol of an exception, or blank
     * @param validFrom the first day, or null
     * @param validTo the last day, or null
     * @param eccns the ECCNs
     * @param parties whom it names
     * @param destinations where items may go
     * @param quantityMillionths how many, or null
     * @param usedMillionths how many were used, or null
     * @param valueMillionths which value, or null
     * @param usedValueMillionths which value was used, or null
     * @param conditions the conditions
     * @param purchaseOrder the purchase order, or blank
     * @param sample whether the items are samples
     * @param notice what was notified, or null
     */
    public Authorization {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(exception, "exception");
        Objects.requireNonNull(purchaseOrder, "purchaseOrder");
        eccns = List.copyOf(eccns);
        parties = List.copyOf(parties);
        destinations = List.copyOf(destinations);
        conditions = List.copyOf(conditions);
    }

    /**
     * Begins a record of which only the id is known.
     *
     * @param id the caller's own id
     * @return a builder
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /**
     * The symbol of the license exception that is claimed.
     *
     * @return {@link #exception()}, else the id
     */
    public String symbol() {
        return exception.isBlank() ? id.strip() : exception.strip();
    }

    /** Gathers the facts of an {@link Authorization}. Not safe for several threads. */
    public static final class Builder {
        private final String id;
        private @Nullable Type type;
        private String issuer = "";
        private String exception = "";
        private @Nullable LocalDate validFrom;
        private @Nullable LocalDate validTo;
        private final List<String> eccns = new ArrayList<>();
        private final List<Named> parties = new ArrayList<>();
        private final List<Country> destinations = new ArrayList<>();
        private @Nullable Long quantity;
        private @Nullable Long used;
        private @Nullable Long value;
        private @Nullable Long usedValue;
        private final List<Condition> conditions = new ArrayList<>();
        private String purchaseOrder = "";
        private boolean sample;
        private @Nullable Notice notice;

        private Builder(String id) {
            this.id = Objects.requireNonNull(id, "id");
        }

        /**
         * Says what kind of authorization it is.
         *
         * @param kind the kind, or null
         * @return this builder
         */
        public Builder type(@Nullable Type kind) {
            type = kind;
            return this;
        }

        /**
         * Says who issued it.
         *
         * @param agency the agency, or blank
         * @return this builder
         */
        public Builder issuer(String agency) {
            issuer = agency;
            return this;
        }

        /**
         * Says which license exception is claimed.
         *
         * @param symbol its symbol, or blank
         * @return this builder
         */
        public Builder exception(String symbol) {
            exception = symbol;
            return this;
        }

        /**
         * Says when it may be used.
         *
         * @param from the first day, or null
         * @param to the last day, or null
         * @return this builder
         */
        public Builder valid(@Nullable LocalDate from, @Nullable LocalDate to) {
            validFrom = from;
            validTo = to;
            return this;
        }

        /**
         * Adds an ECCN.
         *
         * @param eccn an ECCN, or {@code EAR99}
         * @return this builder
         */
        public Builder eccn(String eccn) {
            eccns.add(eccn);
            return this;
        }

        /**
         * Adds somebody whom it names.
         *
         * @param name the name
         * @param role the role, or null for any
         * @return this builder
         */
        public Builder party(String name, Party.@Nullable Role role) {
            parties.add(new Named(name, role));
            return this;
        }

        /**
         * Adds a place where items may go.
         *
         * @param country the country
         * @return this builder
         */
        public Builder destination(Country country) {
            destinations.add(country);
            return this;
        }

        /**
         * Says how many pieces it allows.
         *
         * @param allowed in millionths of a piece, or null
         * @param usedBefore how many of them were used, in millionths, or null
         * @return this builder
         */
        public Builder quantity(@Nullable Long allowed, @Nullable Long usedBefore) {
            quantity = allowed;
            used = usedBefore;
            return this;
        }

        /**
         * Says which value it allows.
         *
         * @param allowed in millionths of its unit of money, or null
         * @param usedBefore which part was used, in millionths, or null
         * @return this builder
         */
        public Builder value(@Nullable Long allowed, @Nullable Long usedBefore) {
            value = allowed;
            usedValue = usedBefore;
            return this;
        }

        /**
         * Adds a condition.
         *
         * @param text the condition
         * @param metBy what meets it, or blank
         * @return this builder
         */
        public Builder condition(String text, String metBy) {
            conditions.add(new Condition(text, metBy));
            return this;
        }

        /**
         * Says which purchase order there is.
         *
         * @param number the purchase order, or blank
         * @return this builder
         */
        public Builder purchaseOrder(String number) {
            purchaseOrder = number;
            return this;
        }

        /**
         * Says whether the items are samples.
         *
         * @param isSample the answer; false where nobody says
         * @return this builder
         */
        public Builder sample(boolean isSample) {
            sample = isSample;
            return this;
        }

        /**
         * Says what was notified.
         *
         * @param given the notice, or null
         * @return this builder
         */
        public Builder notice(@Nullable Notice given) {
            notice = given;
            return this;
        }

        /**
         * Ends the record.
         *
         * @return the record
         */
        public Authorization build() {
            return new Authorization(
                    id,
                    type,
                    issuer,
                    exception,
                    validFrom,
                    validTo,
                    eccns,
                    parties,
                    destinations,
                    quantity,
                    used,
                    value,
                    usedValue,
                    conditions,
                    purchaseOrder,
                    sample,
                    notice);
        }
    }
}
