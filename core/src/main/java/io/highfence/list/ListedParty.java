package io.highfence.list;

import io.highfence.base.Citation;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One record of one list: a party as its publisher prints it, with the legal effect of that listing.
 *
 * <p>A party that stands on five lists has five records; {@link PartyList#party(int)} says which belong together. Nothing
 * that the publisher gave is thrown away or improved: names keep their role, their quality and their order of words.
 * Two records are equal if they say the same, whichever edition they came from. Immutable.
 */
public final class ListedParty {
    private final String source;
    private final String list;
    private final String entry;
    private final PartyType type;
    private final List<Name> names;
    private final List<Address> addresses;
    private final List<Country> countries;
    private final List<Identifier> identifiers;
    private final List<DateRange> birthDates;
    private final Listing listing;
    private final List<Link> links;
    private final String title;
    private final String remarks;
    private final @Nullable Vessel vessel;
    private final List<Extra> extras;
    private final int edition;

    private ListedParty(Builder b) {
        source = b.source;
        list = b.list;
        names = List.copyOf(b.names.values());
        type = b.type;
        addresses = List.copyOf(b.addresses);
        identifiers = List.copyOf(b.identifiers.values());
        birthDates = List.copyOf(b.birthDates);
        listing = b.listing;
        links = List.copyOf(b.links);
        title = b.title;
        remarks = b.remarks;
        vessel = b.vessel;
        extras = List.copyOf(b.extras);
        edition = b.edition;
        Set<Country> places = new LinkedHashSet<>();
        for (Address address : addresses) {
            if (address.country() != null) {
                places.add(address.country());
            }
        }
        places.addAll(b.countries);
        countries = List.copyOf(places);
        entry = b.entry.isBlank() ? digestOf(source, names.get(0).text(), listing.citation()) : b.entry;
    }

    private ListedParty(ListedParty other, int edition) {
        source = other.source;
        list = other.list;
        entry = other.entry;
        type = other.type;
        names = other.names;
        addresses = other.addresses;
        countries = other.countries;
        identifiers = other.identifiers;
        birthDates = other.birthDates;
        listing = other.listing;
        links = other.links;
        title = other.title;
        remarks = other.remarks;
        vessel = other.vessel;
        extras = other.extras;
        this.edition = edition;
    }

    /** The same record as part of another edition. */
    ListedParty inEdition(int number) {
        return number == edition ? this : new ListedParty(this, number);
    }

    private static String digestOf(String source, String name, @Nullable Citation notice) {
        return Digest.of(source + "\n" + name + "\n" + (notice == null ? "" : notice.text()))
                .brief();
    }

    /** What a name is to its party. */
    public enum Role {
        /** The name under which the party is listed. */
        PRIMARY,
        /** Also known as. */
        ALIAS,
        /** Formerly known as. */
        FORMER,
        /** The name in the script of its home. */
        ORIGINAL_SCRIPT
    }

    /** How far a publisher trusts a name to find its party. */
    public enum Quality {
        /** Good enough to search by. */
        STRONG,
        /** Too common to search by alone. */
        WEAK,
        /** The publisher does not say. */
        UNKNOWN
    }

    /**
     * A name of a listed party.
     *
     * @param text the name as published; never blank
     * @param role what the name is to the party
     * @param quality how far the publisher trusts it
     */
    public record Name(String text, Role role, Quality quality) {
        /**
         * Checks that there is a name.
         *
         * @param text the name as published
         * @param role what the name is
         * @param quality how far it is trusted
         * @throws IllegalArgumentException if the text is blank
         */
        public Name {
            if (text.isBlank()) {
                throw new IllegalArgumentException("A name must not be blank");
            }
        }
    }

    /**
     * An address of a listed party, in the parts that the publisher gives.
     *
     * @param text the whole address as published, or its parts joined by commas
     * @param street house, street, building; blank if not given apart
     * @param city the city; blank if not given apart
     * @param state state or province; blank if not given
     * @param postcode the postal code; blank if not given apart
     * @param country the country, or null if not given or not understood
     * @param countryText the publisher's word for the country; blank if not given
     */
    public record Address(
            String text,
            String street,
            String city,
            String state,
            String postcode,
            @Nullable Country country,
            String countryText) {}

    /**
     * A number or code that names one party alone.
     *
     * @param kind what kind of identifier it is
     * @param value the identifier as published
     * @param publishedType the publisher's own word for the kind; blank if none
     * @param country the issuing country, or null
     * @param validity issue and expiry, open where not given
     */
    public record Identifier(
            Kind kind,
            String value,
            String publishedType,
            @Nullable Country country,
            DateRange validity) {

        /** Kinds of identifiers. */
        public enum Kind {
            /** Bank identifier code, ISO 9362. */
            BIC("bic"),
            /** Legal entity identifier, ISO 17442. */
            LEI("lei"),
            /** Ship number of the International Maritime Organization. */
            IMO("imo"),
            /** A tax number. */
            TAX("tax"),
            /** A number in a register of companies. */
            REGISTRATION("registration"),
            /** A passport. */
            PASSPORT("passport"),
            /** A national identity number. */
            NATIONAL_ID("national-id"),
            /** Any other number that names one party alone. */
            OTHER("other");

            private final String word;

            Kind(String word) {
                this.word = word;
            }

            /**
             * The word for this kind in orders and files.
             *
             * @return for example {@code national-id}
             */
            public String word() {
                return word;
            }

            /**
             * Appends the form in which identifiers of this kind are compared, as {@link Identifier#normal()} has it. Allocates
             * nothing while there is room.
             *
             * @param value the number or code as written
             * @param normal takes the normal form
             */
            public void appendNormal(CharSequence value, StringBuilder normal) {
                int start = normal.length();
                for (int i = 0; i < value.length(); ) {
                    int c = Character.codePointAt(value, i);
                    if (Character.isLetterOrDigit(c)) {
                        normal.appendCodePoint(Character.toUpperCase(c));
                    }
                    i += Character.charCount(c);
                }
                if (this == IMO && normal.indexOf("IMO", start) == start) {
                    normal.delete(start, start + 3);
                }
                if (this == BIC && normal.length() == start + 11 && normal.indexOf("XXX", start + 8) == start + 8) {
                    normal.setLength(start + 8);
                }
            }
        }

        /**
         * Reads {@code kind:value}.
         *
         * @param text such as {@code bic:KRRIRU22}; letter case of the kind does not matter
         * @return the identifier, or null if the kind is unknown or the value has no letter or digit
         */
        public static @Nullable Identifier parse(String text) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                return null;
            }
            String word = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            for (Kind kind : Kind.values()) {
                if (kind.word.equals(word)) {
                    Identifier identifier =
                            new Identifier(kind, text.substring(colon + 1).strip(), "", null, DateRange.ALWAYS);
                    return identifier.normal().isEmpty() ? null : identifier;
                }
            }
            return null;
        }

        /**
         * The form in which identifiers are compared: letters and digits only, in upper case; an IMO number without its
         * letters, a BIC of eleven signs that ends in XXX cut to eight.
         *
         * @return the normal form; empty if the value has no letter or digit
         */
        public String normal() {
            StringBuilder normal = new StringBuilder(value.length());
            kind.appendNormal(value, normal);
            return normal.toString();
        }
    }

    /**
     * The legal effect of one listing.
     *
     * @param programs program tags as published, such as {@code SDGT}
     * @param licenseRequirement the publisher's text on what needs a license; blank if none
     * @param licensePolicy the publisher's text on how applications are reviewed; blank if none
     * @param footnotes footnotes of the Entity List that set a foreign-direct-product rule: 1, 3, 4, 5
     * @param citation the notice that made the listing, or null if not given
     * @param inForce the days on which it holds; open where not given, which counts as in force
     * @param standardOrder for a denial order, whether it has the standard terms; null if not said
     * @param url the publisher's page; blank if none
     */
    public record Listing(
            List<String> programs,
            String licenseRequirement,
            String licensePolicy,
            Set<Integer> footnotes,
            @Nullable Citation citation,
            DateRange inForce,
            @Nullable Boolean standardOrder,
            String url) {
        /** A listing of which nothing is known. */
        static final Listing UNSPECIFIED = new Listing(List.of(), "", "", Set.of(), null, DateRange.ALWAYS, null, "");

        /**
         * Copies the programs and sorts the footnotes.
         *
         * @param programs program tags
         * @param licenseRequirement what needs a license
         * @param licensePolicy how applications are reviewed
         * @param footnotes footnotes
         * @param citation the notice, or null
         * @param inForce the days on which it holds
         * @param standardOrder whether a denial order has the standard terms, or null
         * @param url the publisher's page
         */
        public Listing {
            programs = List.copyOf(programs);
            footnotes = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(footnotes));
        }

        /**
         * What the text of the license requirement means, read anew by each call.
         *
         * @return the meaning, {@link LicenseRequirement#UNKNOWN} where the wording is not one that is known
         */
        public LicenseRequirement requirement() {
            return LicenseRequirement.of(licenseRequirement);
        }

        /**
         * What the text of the license review policy means, read anew by each call.
         *
         * @return the meaning, {@link LicensePolicy#UNKNOWN} where the wording is not one that is known
         */
        public LicensePolicy policy() {
            return LicensePolicy.of(licensePolicy);
        }
    }

    /**
     * Another party that the publisher names beside this one. Not a name of this party.
     *
     * @param relation the publisher's word for the tie, such as {@code Linked To}
     * @param name the other party as published
     */
    public record Link(String relation, String name) {}

    /**
     * What is said of a ship.
     *
     * @param callSign the call sign; blank if not given
     * @param kind the kind of ship; blank if not given
     * @param flag the flag; blank if not given
     * @param owner the owner; blank if not given
     * @param tonnage gross tonnage, or else gross registered tonnage, as published; blank if not given
     */
    public record Vessel(String callSign, String kind, String flag, String owner, String tonnage) {}

    /**
     * Something that the publisher says and that has no field of its own: a web site, a ticker, a directive.
     *
     * @param key the publisher's word for it
     * @param value the text as published
     */
    public record Extra(String key, String value) {}

    /**
     * The key of this record among all records: the source with the publisher's id, or with a digest of source, primary
     * name and notice where the publisher gives no id.
     *
     * @return a key that stays the same from edition to edition
     */
    public String key() {
        return source + "#" + entry;
    }

    /**
     * The list as the publisher calls it.
     *
     * @return for example {@code Entity List (EL) - Bureau of Industry and Security}
     */
    public String source() {
        return source;
    }

    /**
     * The short code of the list, by which rules name it.
     *
     * @return for example {@code EL}, {@code SDN}, {@code DPL}
     */
    public String list() {
        return list;
    }

    /**
     * The publisher's id of the entry.
     *
     * @return the id, or a digest where the publisher gives none
     */
    public String entry() {
        return entry;
    }

    /**
     * What kind of party it is.
     *
     * @return the type; unknown for every CSL list that the Treasury does not publish
     */
    public PartyType type() {
        return type;
    }

    /**
     * Every name.
     *
     * @return the names, the primary one first; never empty
     */
    public List<Name> names() {
        return names;
    }

    /**
     * The name under which the party is listed.
     *
     * @return the primary name as published
     */
    public String primaryName() {
        return names.get(0).text();
    }

    /**
     * Every address.
     *
     * @return the addresses as published
     */
    public List<Address> addresses() {
        return addresses;
    }

    /**
     * The countries of addresses, citizenships and nationalities.
     *
     * @return each country once
     */
    public List<Country> countries() {
        return countries;
    }

    /**
     * Numbers and codes that name the party alone.
     *
     * @return the identifiers
     */
    public List<Identifier> identifiers() {
        return identifiers;
    }

    /**
     * Birth dates, each perhaps only known to the year.
     *
     * @return the dates as intervals; empty if none is given
     */
    public List<DateRange> birthDates() {
        return birthDates;
    }

    /**
     * The legal effect of this record.
     *
     * @return the listing
     */
    public Listing listing() {
        return listing;
    }

    /**
     * Other parties that the publisher names beside this one.
     *
     * @return the links
     */
    public List<Link> links() {
        return links;
    }

    /**
     * Titles and positions.
     *
     * @return the text as published; blank if none
     */
    public String title() {
        return title;
    }

    /**
     * The publisher's remarks, which may name other parties and are never searched.
     *
     * @return the text as published; blank if none
     */
    public String remarks() {
        return remarks;
    }

    /**
     * What is said of a ship.
     *
     * @return the data, or null if the party is none
     */
    public @Nullable Vessel vessel() {
        return vessel;
    }

    /**
     * What else the publisher says.
     *
     * @return key and value as published
     */
    public List<Extra> extras() {
        return extras;
    }

    /**
     * Which edition the record came from.
     *
     * @return the index into {@link PartyList#editions()}
     */
    public int edition() {
        return edition;
    }

    /**
     * The digest of everything that this record says, the edition apart. Allocates.
     *
     * @return equal for equal records, and another one if anything that the publisher says is another
     */
    public Digest content() {
        return StoredParties.content(this);
    }

    /**
     * Whether another record says the same in every field; the edition is not asked.
     *
     * @param other anything
     * @return true for a record of the same content
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ListedParty record
                        && entry.equals(record.entry)
                        && source.equals(record.source)
                        && list.equals(record.list)
                        && type == record.type
                        && names.equals(record.names)
                        && addresses.equals(record.addresses)
                        && countries.equals(record.countries)
                        && identifiers.equals(record.identifiers)
                        && birthDates.equals(record.birthDates)
                        && listing.equals(record.listing)
                        && links.equals(record.links)
                        && title.equals(record.title)
                        && remarks.equals(record.remarks)
                        && Objects.equals(vessel, record.vessel)
                        && extras.equals(record.extras));
    }

    /**
     * A number that equal records share.
     *
     * @return the hash of source, entry and names, which tell most records apart
     */
    @Override
    public int hashCode() {
        return 31 * (31 * source.hashCode() + entry.hashCode()) + names.hashCode();
    }

    @Override
    public String toString() {
        return key() + " " + primaryName();
    }

    /** Gathers a record. Not safe for several threads. */
    static final class Builder {
        private final String source;
        private final String list;
        private final int edition;
        private String entry = "";
        private PartyType type = PartyType.UNKNOWN;
        private final Map<String, Name> names = new LinkedHashMap<>();
        private final List<Address> addresses = new ArrayList<>();
        private final List<Country> countries = new ArrayList<>();
        private final Map<String, Identifier> identifiers = new LinkedHashMap<>();
        private final List<DateRange> birthDates = new ArrayList<>();
        private Listing listing = Listing.UNSPECIFIED;
        private final List<Link> links = new ArrayList<>();
        private String title = "";
        private String remarks = "";
        private @Nullable Vessel vessel;
        private final List<Extra> extras = new ArrayList<>();

        Builder(String source, String list, int edition) {
            this.source = Objects.requireNonNull(source);
            this.list = list;
            this.edition = edition;
        }

        /** The same party on another list; the listing is not taken over. */
        Builder on(String otherSource, String otherList) {
            Builder other = new Builder(otherSource, otherList, edition);
            other.entry = entry;
            other.type = type;
            other.names.putAll(names);
            other.addresses.addAll(addresses);
            other.countries.addAll(countries);
            other.identifiers.putAll(identifiers);
            other.birthDates.addAll(birthDates);
            other.links.addAll(links);
            other.title = title;
            other.remarks = remarks;
            other.vessel = vessel;
            other.extras.addAll(extras);
            return other;
        }

        Builder entry(String value) {
            entry = value;
            return this;
        }

        Builder type(PartyType value) {
            type = value;
            return this;
        }

        /**
         * Adds a name unless it stands there already, is blank, or is an alias without a letter and a digit; one that is given as weak
         * and as strong is strong. The first name, and no other, is the primary one, whatever its publisher calls it.
         */
        Builder name(String text, Role role, Quality quality) {
            String stripped = text.strip();
            if (Published.isName(stripped) || (names.isEmpty() && !stripped.isEmpty())) {
                Role rank = names.isEmpty() ? Role.PRIMARY : role == Role.PRIMARY ? Role.ALIAS : role;
                Name known = names.putIfAbsent(stripped, new Name(stripped, rank, quality));
                if (known != null && known.quality() == Quality.WEAK && quality == Quality.STRONG) {
                    names.put(stripped, new Name(stripped, known.role(), quality));
                }
            }
            return this;
        }

        Builder address(Address value) {
            addresses.add(value);
            return this;
        }

        Builder country(@Nullable Country value) {
            if (value != null) {
                countries.add(value);
            }
            return this;
        }

        /** Adds a number unless it stands there already, under whatever words. */
        Builder identifier(Identifier value) {
            identifiers.putIfAbsent(value.kind() + value.normal(), value);
            return this;
        }

        Builder birthDate(DateRange value) {
            birthDates.add(value);
            return this;
        }

        Builder listing(Listing value) {
            listing = value;
            return this;
        }

        Builder link(Link value) {
            links.add(value);
            return this;
        }

        Builder title(String value) {
            title = value;
            return this;
        }

        Builder remarks(String value) {
            remarks = value;
            return this;
        }

        Builder vessel(Vessel value) {
            vessel = value;
            return this;
        }

        Builder extra(Extra value) {
            extras.add(value);
            return this;
        }

        int nameCount() {
            return names.size();
        }

        /** Whether there is no primary name by which the party could be found. */
        boolean isNameless() {
            return names.isEmpty()
                    || !Published.isName(names.keySet().iterator().next());
        }

        ListedParty build() {
            return new ListedParty(this);
        }
    }
}
