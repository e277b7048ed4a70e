package io.highfence.match;

import io.highfence.base.Country;
import io.highfence.list.PartyType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which listings a search looks at: those of some lists, programs, countries and types, in force on a day. What is not named does not
 * narrow; of what is named one value must fit, and each kind must. It is compiled once for each index, by the matcher that takes it.
 *
 * <p>A listing of which the publisher does not say what a profile asks for, its country or its type, stays: leaving it out would miss
 * a party by a gap in the file. Immutable and safe for many threads.
 *
 * @param lists short codes of lists, such as {@code EL}; empty for all
 * @param programs program tags as published, such as {@code SDGT}; empty for all. A listing without programs has none that could fit
 * @param countries countries of addresses and nationalities; empty for all
 * @param types kinds of party; empty for all
 * @param inForceOn the day on which a listing must hold, or null for any; a listing without dates holds on every day
 */
public record ScreeningProfile(
        Set<String> lists,
        Set<String> programs,
        Set<Country> countries,
        Set<PartyType> types,
        @Nullable LocalDate inForceOn) {
    /** Every listing. */
    public static final ScreeningProfile ALL = new ScreeningProfile(Set.of(), Set.of(), Set.of(), Set.of(), null);

    /**
     * Copies the sets.
     *
     * @param lists short codes of lists
     * @param programs program tags
     * @param countries countries
     * @param types kinds of party
     * @param inForceOn the day, or null
     */
    public ScreeningProfile {
        lists = Set.copyOf(lists);
        programs = Set.copyOf(programs);
        countries = Set.copyOf(countries);
        types = Set.copyOf(types);
    }

    /**
     * This profile narrowed to some lists.
     *
     * @param codes short codes
     * @return another profile
     */
    public ScreeningProfile withLists(Collection<String> codes) {
        return new ScreeningProfile(Set.copyOf(codes), programs, countries, types, inForceOn);
    }

    /**
     * This profile narrowed to some programs.
     *
     * @param tags program tags as published
     * @return another profile
     */
    public ScreeningProfile withPrograms(Collection<String> tags) {
        return new ScreeningProfile(lists, Set.copyOf(tags), countries, types, inForceOn);
    }

    /**
     * This profile narrowed to some countries.
     *
     * @param some countries
     * @return another profile
     */
    public ScreeningProfile withCountries(Collection<Country> some) {
        return new ScreeningProfile(lists, programs, Set.copyOf(some), types, inForceOn);
    }

    /**
     * This profile narrowed to some kinds of party.
     *
     * @param some kinds of party
     * @return another profile
     */
    public ScreeningProfile withTypes(Collection<PartyType> some) {
        return new ScreeningProfile(lists, programs, countries, Set.copyOf(some), inForceOn);
    }

    /**
     * This profile narrowed to listings in force.
     *
     * @param day the day on which they hold
     * @return another profile
     */
    public ScreeningProfile withInForceOn(LocalDate day) {
        return new ScreeningProfile(lists, programs, countries, types, day);
    }
}
