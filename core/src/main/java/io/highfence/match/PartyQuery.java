package io.highfence.match;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a party that is searched for. Only the name is needed; the rest is evidence.
 *
 * <p>Owned by the caller and reusable; not safe for several threads.
 */
public final class PartyQuery {
    private CharSequence name = "";
    private PartyType type = PartyType.UNKNOWN;
    private @Nullable Country country;
    private @Nullable CharSequence address;
    private @Nullable DateRange birthDate;
    private final List<ListedParty.Identifier> identifiers = new ArrayList<>();

    /** A query without a name. */
    public PartyQuery() {}

    /**
     * Forgets everything.
     *
     * @return this query
     */
    public PartyQuery clear() {
        name = "";
        type = PartyType.UNKNOWN;
        country = null;
        address = null;
        birthDate = null;
        identifiers.clear();
        return this;
    }

    /**
     * Sets the name.
     *
     * @param value the name in any script and order
     * @return this query
     */
    public PartyQuery name(CharSequence value) {
        name = value;
        return this;
    }

    /**
     * Sets the type.
     *
     * @param value the type
     * @return this query
     */
    public PartyQuery type(PartyType value) {
        type = value;
        return this;
    }

    /**
     * Sets the country.
     *
     * @param value the country of the address, or null if unknown
     * @return this query
     */
    public PartyQuery country(@Nullable Country value) {
        country = value;
        return this;
    }

    /**
     * Sets the address.
     *
     * @param value the address in one line, or null if unknown
     * @return this query
     */
    public PartyQuery address(@Nullable CharSequence value) {
        address = value;
        return this;
    }

    /**
     * Sets the birth date.
     *
     * @param value the days on which the birth may lie, or null if unknown
     * @return this query
     */
    public PartyQuery birthDate(@Nullable DateRange value) {
        birthDate = value;
        return this;
    }

    /**
     * Adds an identifier.
     *
     * @param value the identifier
     * @return this query
     */
    public PartyQuery identifier(ListedParty.Identifier value) {
        identifiers.add(value);
        return this;
    }

    CharSequence name() {
        return name;
    }

    PartyType type() {
        return type;
    }

    @Nullable
    Country country() {
        return country;
    }

    @Nullable
    CharSequence address() {
        return address;
    }

    @Nullable
    DateRange birthDate() {
        return birthDate;
    }

    List<ListedParty.Identifier> identifiers() {
        return identifiers;
    }
}
