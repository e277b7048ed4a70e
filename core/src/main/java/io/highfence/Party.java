package io.highfence;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person or company in one role of an order, as the caller knows it.
 *
 * <p>The name {@code none} says that nobody plays the role: an answer, where leaving the role out is none. Immutable.
 *
 * @param role what the party does in the order, or null if the caller's word for it was not understood
 * @param name the name in full, in any script and order
 * @param type person, organisation and so on; unknown if not said
 * @param country the country of the address, or null if unknown
 * @param address the address in one line, or null if unknown
 * @param identifiers numbers and codes that name the party alone, such as a BIC or a passport number
 * @param birthDate the birth date of a person, perhaps only to the year, or null if unknown
 * @param hqCountry the country of the headquarters, or null if unknown
 * @param ultimateParentCountry the country where the ultimate parent is headquartered, or null if unknown
 * @param owners direct holders, as far as known
 * @param account the caller's own id of the party, under which its running totals are kept, or null if it has none
 */
public record Party(
        @Nullable Role role,
        String name,
        PartyType type,
        @Nullable Country country,
        @Nullable String address,
        List<ListedParty.Identifier> identifiers,
        @Nullable DateRange birthDate,
        @Nullable Country hqCountry,
        @Nullable Country ultimateParentCountry,
        List<Owner> owners,
        @Nullable String account) {

    /** What a party does in an order. */
    public enum Role {
        /** Buys the items. */
        PURCHASER,
        /** Takes the items on the way to the ultimate consignee. */
        INTERMEDIATE_CONSIGNEE,
        /** Receives the items abroad, and is no forwarder. */
        ULTIMATE_CONSIGNEE,
        /** Uses the items. */
        END_USER,
        /** Moves the items for others. */
        FREIGHT_FORWARDER,
        /** Is billed. */
        BILL_TO,
        /** Stands on the delivery address. */
        SHIP_TO,
        /** Rents computing power. */
        TENANT,
        /** Holds a stake in another party. */
        OWNER,
        /** Exports the items. */
        EXPORTER,
        /** Sells the items. */
        SELLER,
        /** Sells the items on. */
        RESELLER,
        /** Made the items. */
        MANUFACTURER,
        /** Fabricates wafers. */
        FOUNDRY,
        /** Packages and tests. */
        OSAT,
        /** Designed the items. */
        DESIGNER,
        /** Carries the items. */
        CARRIER,
        /** Handles the payment. */
        BANK,
        /** Pays. */
        PAYER,
        /** Signs for another party. */
        SIGNATORY,
        /** Administers the account. */
        ACCOUNT_ADMIN,
        /** Operates the data center. */
        DATACENTER_OPERATOR,
        /** Reaches the machines from afar. */
        REMOTE_USER,
        /** Performs a service in the order. */
        SERVICE_PROVIDER,
        /** Anything else. */
        OTHER;

        /**
         * The word for this role in orders and answers.
         *
         * @return for example {@code endUser}
         */
        public String word() {
            return Words.of(this);
        }
    }

    /**
     * A direct holder of a stake.
     *
     * @param name the holder's name, by which it is held against the lists, or blank if unknown
     * @param ref what the caller calls the holder: the {@code account} or the name of a party of the order, or an id or a name of the
     *     graph of ownership; it is only looked up. Null if there is none
     * @param percentMillionths the stake in millionths of a percent, or null if unknown
     */
    public record Owner(
            String name, @Nullable String ref, @Nullable Long percentMillionths) {
        /**
         * Keeps the holder as given.
         *
         * @param name the holder's name, or blank
         * @param ref what the caller calls the holder, or null
         * @param percentMillionths the stake in millionths of a percent, or null
         */
        public Owner {
            Objects.requireNonNull(name, "name");
        }

        /**
         * A holder without a reference.
         *
         * @param name the holder's name, or blank
         * @param percentMillionths the stake in millionths of a percent, or null
         */
        public Owner(String name, @Nullable Long percentMillionths) {
            this(name, null, percentMillionths);
        }

        // Digests of orders rest on this text: a reference stands in it only where there is one.
        @Override
        public String toString() {
            return "Owner[name=" + name
                    + (ref == null ? "" : ", ref=" + ref)
                    + ", percentMillionths=" + percentMillionths
                    + "]";
        }
    }

    /**
     * Copies the lists.
     *
     * @param role what the party does, or null
     * @param name the name in full
     * @param type the type
     * @param country the country of the address, or null
     * @param address the address, or null
     * @param identifiers numbers and codes
     * @param birthDate the birth date, or null
     * @param hqCountry the headquarters' country, or null
     * @param ultimateParentCountry the ultimate parent's country, or null
     * @param owners direct holders
     * @param account the caller's own id of the party, or null
     */
    public Party {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        identifiers = List.copyOf(identifiers);
        owners = List.copyOf(owners);
    }

    /**
     * A party without an id of the caller's own.
     *
     * @param role the role, or null
     * @param name the name
     * @param type the type
     * @param country the country, or null
     * @param address the address, or null
     * @param identifiers numbers and codes
     * @param birthDate the birth date, or null
     * @param hqCountry where it is headquartered, or null
     * @param ultimateParentCountry where its ultimate parent is headquartered, or null
     * @param owners direct holders
     */
    public Party(
            @Nullable Role role,
            String name,
            PartyType type,
            @Nullable Country country,
            @Nullable String address,
            List<ListedParty.Identifier> identifiers,
            @Nullable DateRange birthDate,
            @Nullable Country hqCountry,
            @Nullable Country ultimateParentCountry,
            List<Owner> owners) {
        this(
                role,
                name,
                type,
                country,
                address,
                identifiers,
                birthDate,
                hqCountry,
                ultimateParentCountry,
                owners,
                null);
    }

    /**
     * A party of which only role, name and country are known.
     *
     * @param role what it does
     * @param name its name
     * @param country the country of its address, or null
     * @return the party
     */
    public static Party of(Role role, String name, @Nullable Country country) {
        return new Party(role, name, PartyType.UNKNOWN, country, null, List.of(), null, null, null, List.of());
    }

    /**
     * Whether the caller says that nobody plays this role.
     *
     * @return true for the name {@code none}
     */
    public boolean isNone() {
        return name.strip().equalsIgnoreCase("none");
    }

    // As every record says it, but without the formatter of JDK 17: digests of orders rest on this text.
    @Override
    public String toString() {
        return "Party[role=" + role
                + ", name=" + name
                + ", type=" + type
                + ", country=" + country
                + ", address=" + address
                + ", identifiers=" + identifiers
                + ", birthDate=" + birthDate
                + ", hqCountry=" + hqCountry
                + ", ultimateParentCountry=" + ultimateParentCountry
                + ", owners=" + owners
                + ", account=" + account
                + "]";
    }
}
