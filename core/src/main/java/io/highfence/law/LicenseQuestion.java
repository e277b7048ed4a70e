package io.highfence.law;

import io.highfence.base.Country;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question about a license in plain facts: what goes where, to whom, for what, on which day.
 *
 * <p>A fact that is not given is not known, and the answer says where it turns on it. Immutable and safe for many threads; made
 * by a {@link Builder}.
 */
public final class LicenseQuestion {
    /**
     * A party as far as its headquarters count.
     *
     * @param role its role, such as {@code endUser}
     * @param hq where it is headquartered, or null if that is not known
     * @param parentHq where its ultimate parent is headquartered, or null if that is not known
     * @param halfOwnedFromD5m whether partners from Macau or D:5 hold half of it or more
     */
    public record Party(
            String role, @Nullable Country hq, @Nullable Country parentHq, Known halfOwnedFromD5m) {
        /**
         * Checks that nothing is missing but what may be.
         *
         * @param role its role
         * @param hq where it is headquartered, or null
         * @param parentHq where its ultimate parent is headquartered, or null
         * @param halfOwnedFromD5m whether partners from Macau or D:5 hold half of it or more
         */
        public Party {
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(halfOwnedFromD5m, "halfOwnedFromD5m");
        }
    }

    /**
     * A notice given to BIS for License Exception NAC.
     *
     * @param sent the day it was submitted, or null if it was not
     * @param confirmed whether BIS has confirmed it
     * @param objected whether BIS has objected or asked for a license
     * @param distributor whether a distributor is among the parties
     * @param sameParties whether consignee, end user and items are those of the notice
     */
    public record Notice(
            @Nullable LocalDate sent, Known confirmed, Known objected, Known distributor, Known sameParties) {
        /**
         * Checks that nothing is missing but what may be.
         *
         * @param sent the day it was submitted, or null
         * @param confirmed whether BIS has confirmed it
         * @param objected whether BIS has objected
         * @param distributor whether a distributor is among the parties
         * @param sameParties whether consignee, end user and items are those of the notice
         */
        public Notice {
            Objects.requireNonNull(confirmed, "confirmed");
            Objects.requireNonNull(objected, "objected");
            Objects.requireNonNull(distributor, "distributor");
            Objects.requireNonNull(sameParties, "sameParties");
        }
    }

    /** The kinds of transaction that a question may name. */
    public static final List<String> KINDS = List.of(
            "export",
            "exportFromAbroad",
            "reexport",
            "transferInCountry",
            "deemedExport",
            "deemedReexport",
            "domestic",
            "cloudAccess",
            "service",
            "returnAfterRepair",
            "temporary");

    /** The end uses that a question may name; {@code unknown} says that it was asked and is not known. */
    public static final List<String> END_USES = List.of(
            "civil",
            "military",
            "militaryIntelligence",
            "nuclear",
            "missile",
            "cbw",
            "maritimeNuclear",
            "supercomputer",
            "advancedNodeFab",
            "semiconductorEquipment",
            "aiTrainingForD5",
            "unknown");

    private static final String END_USER = "endUser";

    private final Builder facts;
    private final List<Party> parties;
    private final List<Country> endUserCountries;

    private LicenseQuestion(Builder facts) {
        this.facts = new Builder(facts);
        List<Party> all = new ArrayList<>(facts.parties);
        if (facts.onlyParent != null) {
            all.add(new Party(END_USER, facts.to, facts.onlyParent, Known.NO));
        }
        parties = List.copyOf(all);
        endUserCountries = List.copyOf(facts.endUserCountries);
    }

    /**
     * Whether a text has the form of an ECCN, or is {@code EAR99} or {@code EAR99-or-other}; case and blanks aside.
     *
     * @param text the text
     * @return false for a text about which no rule says anything
     */
    public static boolean isEccn(String text) {
        return EccnText.isWellFormed(text) || EccnText.isOther(text);
    }

    /**
     * Whether an ECCN is of a commodity, and not of software or technology; case and blanks aside.
     *
     * @param text an ECCN
     * @return false for software, technology, and what is no ECCN
     */
    public static boolean isCommodity(String text) {
        return EccnText.isWellFormed(text) && !EccnText.isEar99(text) && EccnText.isCommodity(text);
    }

    /**
     * Begins a question.
     *
     * @param asOf the day on which it is asked
     * @return a builder in which nothing else is known, but that the item is exported from the United States
     */
    public static Builder builder(LocalDate asOf) {
        return new Builder(asOf);
    }

    /**
     * The same question about an item that somebody headquartered in a country developed or produced.
     *
     * @param country the country
     * @return a new question
     */
    public LicenseQuestion developedIn(Country country) {
        Builder other = new Builder(facts);
        other.developerHq = country;
        return new LicenseQuestion(other);
    }

    /**
     * The same question with running totals, in millionths; -1 where one is not known.
     *
     * @param consigneeTpp TPP to the ultimate consignee in the calendar year, all exporters together
     * @param chinaTpp aggregate TPP of the product sent to China and Macau
     * @param usTpp aggregate TPP of the product shipped to US customers for use in the United States
     * @return a new question
     */
    public LicenseQuestion counting(long consigneeTpp, long chinaTpp, long usTpp) {
        Builder other = new Builder(facts);
        other.consigneeTpp = consigneeTpp;
        other.chinaTpp = chinaTpp;
        other.usTpp = usTpp;
        return new LicenseQuestion(other);
    }

    /**
     * The same question about an item that goes to another country, of which no region is known.
     *
     * @param country the country
     * @return a new question
     */
    public LicenseQuestion goingTo(Country country) {
        Builder other = new Builder(facts);
        other.to = Objects.requireNonNull(country, "country");
        other.region = null;
        return other.build();
    }

    /**
     * The same question on another day.
     *
     * @param day the day
     * @return a new question
     */
    public LicenseQuestion on(LocalDate day) {
        Builder other = new Builder(facts);
        other.asOf = Objects.requireNonNull(day, "day");
        return other.build();
    }

    /**
     * The parties whose headquarters are known or asked for.
     *
     * @return them, or none if the question leaves the parties aside
     */
    public List<Party> parties() {
        return parties;
    }

    /**
     * Whether a parent was not given and is taken to be where the party itself is.
     *
     * @return true if it was
     */
    public boolean parentAssumed() {
        return facts.parentAssumed;
    }

    /**
     * Whether only a parent was given, and the party itself is taken to be headquartered at the destination.
     *
     * @return true if it was
     */
    public boolean seatAssumed() {
        return facts.onlyParent != null;
    }

    /**
     * The notice for License Exception NAC.
     *
     * @return the notice, or null if there is none
     */
    public @Nullable Notice notice() {
        return facts.notice;
    }

    /**
     * The day on which the question is asked.
     *
     * @return the day on which the question is asked
     */
    public LocalDate asOf() {
        return facts.asOf;
    }

    /**
     * The ECCN, {@code EAR99}, {@code EAR99-or-other}, or null if it is not known.
     *
     * @return the value
     */
    public @Nullable String eccn() {
        return facts.eccn;
    }

    /**
     * For software and technology, the ECCN of the commodity that it is for, or null.
     *
     * @return the value
     */
    public @Nullable String relatedTo() {
        return facts.relatedTo;
    }

    /**
     * The part number or name of the product, or null.
     *
     * @return the part number or name of the product
     */
    public @Nullable String product() {
        return facts.product;
    }

    /**
     * The name of the chip in it, or null.
     *
     * @return the name of the chip
     */
    public @Nullable String chip() {
        return facts.chip;
    }

    /**
     * The kind of transaction, such as {@code export}, {@code reexport} or {@code transferInCountry}.
     *
     * @return the value
     */
    public String kind() {
        return facts.kind;
    }

    /**
     * The country it leaves from, or null if it is not known; the United States where nothing is said.
     *
     * @return the value
     */
    public @Nullable Country from() {
        return facts.from;
    }

    /**
     * The destination, or null if it is not known.
     *
     * @return the destination
     */
    public @Nullable Country to() {
        return facts.to;
    }

    /**
     * The region of the destination or its address, or null.
     *
     * @return the region of the destination or its address
     */
    public @Nullable String region() {
        return facts.region;
    }

    /**
     * Where the end users are located; none for the destination.
     *
     * @return the countries, as they were given
     */
    public List<Country> endUserCountries() {
        return endUserCountries;
    }

    /**
     * The tariff number, or null if it is not known.
     *
     * @return the tariff number
     */
    public @Nullable String hts() {
        return facts.hts;
    }

    /**
     * The total processing performance in millionths, or -1 if it is not known.
     *
     * @return the value
     */
    public long tpp() {
        return facts.tpp;
    }

    /**
     * Whether it is designed or marketed for datacenters.
     *
     * @return whether it is designed or marketed for datacenters
     */
    public Known datacenter() {
        return facts.datacenter;
    }

    /**
     * The total DRAM bandwidth in millionths of GB/s, or -1 if it is not known.
     *
     * @return the value
     */
    public long dramBandwidth() {
        return facts.dramBandwidth;
    }

    /**
     * The memory bandwidth density of high-bandwidth memory in millionths of GB/s per mm2, or -1.
     *
     * @return the value
     */
    public long memoryDensity() {
        return facts.memoryDensity;
    }

    /**
     * Whether the ultimate consignee and every end user is an approved entity of Supp. No. 8 to part 740.
     *
     * @return the value
     */
    public Known approvedEntity() {
        return facts.approvedEntity;
    }

    /**
     * The ultimate consignee and every end user by name, as far as they are to be looked for in Supp. No. 8 to part 740.
     *
     * @return the names, in the order in which they were added; none if they are not given
     */
    public List<String> approvedEntityNames() {
        return Collections.unmodifiableList(facts.approvedEntityNames);
    }

    /**
     * The end use, {@code unknown}, or null if the question leaves it aside.
     *
     * @return the end use
     */
    public @Nullable String endUse() {
        return facts.endUse;
    }

    /**
     * Where the exporter is headquartered, or null if it is not known.
     *
     * @return where the exporter is headquartered
     */
    public @Nullable Country exporterHq() {
        return facts.exporterHq;
    }

    /**
     * Where its ultimate parent is headquartered, or null if it is not known.
     *
     * @return the value
     */
    public @Nullable Country exporterParentHq() {
        return facts.exporterParentHq;
    }

    /**
     * Whether a US person takes part.
     *
     * @return whether a US person takes part
     */
    public Known usPerson() {
        return facts.usPerson;
    }

    /**
     * Where the developer of the technology, or the developer or maker of the item, is headquartered, or null if it is not known.
     *
     * @return the value
     */
    public @Nullable Country developerHq() {
        return facts.developerHq;
    }

    /**
     * Whether the item's numbers meet a paragraph of 3A090, whatever the notes make of them.
     *
     * @return the value; where it is unknown the ECCN says it
     */
    public Known parametersOf3A090() {
        return facts.parametersOf3A090;
    }

    /**
     * For technology, whether it is a direct product of US technology or software.
     *
     * @return the value
     */
    public Known directProduct() {
        return facts.directProduct;
    }

    /**
     * The TPP to the ultimate consignee in the calendar year, this transaction and all exporters included, in millionths, or -1.
     *
     * @return the value
     */
    public long consigneeTpp() {
        return facts.consigneeTpp;
    }

    /**
     * The aggregate TPP of the product sent to China and Macau, this transaction included, in millionths, or -1.
     *
     * @return the value
     */
    public long chinaTpp() {
        return facts.chinaTpp;
    }

    /**
     * The aggregate TPP of the product shipped to US customers for use in the United States, in millionths, or -1.
     *
     * @return the value
     */
    public long usTpp() {
        return facts.usTpp;
    }

    /**
     * Whether the product was commercially available in the United States when 91 FR 1684 was published.
     *
     * @return the value
     */
    public Known availableInUs() {
        return facts.availableInUs;
    }

    /**
     * Whether rules that are on the books and not enforced are to be taken as enforced.
     *
     * @return the value
     */
    public boolean enforceDormant() {
        return facts.enforceDormant;
    }

    @Override
    public String toString() {
        return facts.toString();
    }

    /** Gathers the facts of a question. Not safe for many threads. */
    public static final class Builder {
        private LocalDate asOf;
        private @Nullable String eccn;
        private @Nullable String relatedTo;
        private @Nullable String product;
        private @Nullable String chip;
        private String kind = "export";
        private @Nullable Country from = Country.of("US");
        private @Nullable Country to;
        private @Nullable String region;
        private final List<Country> endUserCountries = new ArrayList<>();
        private @Nullable String hts;
        private long tpp = -1;
        private Known datacenter = Known.UNKNOWN;
        private long dramBandwidth = -1;
        private long memoryDensity = -1;
        private Known approvedEntity = Known.UNKNOWN;
        private final List<String> approvedEntityNames = new ArrayList<>();
        private @Nullable String endUse;
        private @Nullable Country exporterHq;
        private @Nullable Country exporterParentHq;
        private Known usPerson = Known.UNKNOWN;
        private @Nullable Country developerHq;
        private Known parametersOf3A090 = Known.UNKNOWN;
        private Known directProduct = Known.UNKNOWN;
        private long consigneeTpp = -1;
        private long chinaTpp = -1;
        private long usTpp = -1;
        private Known availableInUs = Known.UNKNOWN;
        private boolean enforceDormant = false;
        private boolean parentAssumed;
        private @Nullable Country onlyParent;
        private @Nullable Notice notice;
        private final List<Party> parties = new ArrayList<>();

        private Builder(LocalDate asOf) {
            this.asOf = Objects.requireNonNull(asOf, "asOf");
        }

        private Builder(Builder other) {
            asOf = other.asOf;
            eccn = other.eccn;
            relatedTo = other.relatedTo;
            product = other.product;
            chip = other.chip;
            kind = other.kind;
            from = other.from;
            to = other.to;
            region = other.region;
            endUserCountries.addAll(other.endUserCountries);
            hts = other.hts;
            tpp = other.tpp;
            datacenter = other.datacenter;
            dramBandwidth = other.dramBandwidth;
            memoryDensity = other.memoryDensity;
            approvedEntity = other.approvedEntity;
            approvedEntityNames.addAll(other.approvedEntityNames);
            endUse = other.endUse;
            exporterHq = other.exporterHq;
            exporterParentHq = other.exporterParentHq;
            usPerson = other.usPerson;
            developerHq = other.developerHq;
            parametersOf3A090 = other.parametersOf3A090;
            directProduct = other.directProduct;
            consigneeTpp = other.consigneeTpp;
            chinaTpp = other.chinaTpp;
            usTpp = other.usTpp;
            availableInUs = other.availableInUs;
            enforceDormant = other.enforceDormant;
            parentAssumed = other.parentAssumed;
            onlyParent = other.onlyParent;
            notice = other.notice;
            parties.addAll(other.parties);
        }

        /**
         * Adds a party with its headquarters.
         *
         * @param party the party
         * @return this builder
         */
        public Builder party(Party party) {
            parties.add(Objects.requireNonNull(party, "party"));
            return this;
        }

        /**
         * Adds one party that stands for purchaser, ultimate consignee and end user. Where no parent is given, it is taken to be
         * where the party is; where only the parent is given, the party is taken to be at the destination. The answer says so.
         *
         * @param hq where it is headquartered, or null if that is not given
         * @param parentHq where its ultimate parent is headquartered, or null if that is not given
         * @return this builder
         */
        public Builder headquarters(@Nullable Country hq, @Nullable Country parentHq) {
            if (hq != null) {
                parentAssumed |= parentHq == null;
                parties.add(new Party(END_USER, hq, parentHq == null ? hq : parentHq, Known.NO));
            } else if (parentHq != null) {
                onlyParent = parentHq;
            }
            return this;
        }

        /**
         * Sets the notice for License Exception NAC.
         *
         * @param value the notice, or null if there is none
         * @return this builder
         */
        public Builder notice(@Nullable Notice value) {
            notice = value;
            return this;
        }

        /**
         * Sets the ECCN, {@code EAR99}, {@code EAR99-or-other}, or null if it is not known.
         *
         * @param value the value
         * @return this builder
         */
        public Builder eccn(@Nullable String value) {
            eccn = value;
            return this;
        }

        /**
         * Sets for software and technology, the ECCN of the commodity that it is for, or null.
         *
         * @param value the value
         * @return this builder
         */
        public Builder relatedTo(@Nullable String value) {
            relatedTo = value;
            return this;
        }

        /**
         * Sets the part number or name of the product, or null.
         *
         * @param value the value
         * @return this builder
         */
        public Builder product(@Nullable String value) {
            product = value;
            return this;
        }

        /**
         * Sets the name of the chip in it, or null.
         *
         * @param value the value
         * @return this builder
         */
        public Builder chip(@Nullable String value) {
            chip = value;
            return this;
        }

        /**
         * Sets the kind of transaction, such as {@code export}, {@code reexport} or {@code transferInCountry}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder kind(String value) {
            kind = Objects.requireNonNull(value, "kind");
            return this;
        }

        /**
         * Sets the country it leaves from, or null if it is not known.
         *
         * @param value the value
         * @return this builder
         */
        public Builder from(@Nullable Country value) {
            from = value;
            return this;
        }

        /**
         * Sets the destination, or null if it is not known.
         *
         * @param value the value
         * @return this builder
         */
        public Builder to(@Nullable Country value) {
            to = value;
            return this;
        }

        /**
         * Sets the region of the destination or its address, or null.
         *
         * @param value the value
         * @return this builder
         */
        public Builder region(@Nullable String value) {
            region = value;
            return this;
        }

        /**
         * Adds where an end user is located, if that is not the destination; there may be several.
         *
         * @param value the country, or null to add none
         * @return this builder
         */
        public Builder endUserCountry(@Nullable Country value) {
            if (value != null) {
                endUserCountries.add(value);
            }
            return this;
        }

        /**
         * Sets the tariff number, or null if it is not known.
         *
         * @param value the value
         * @return this builder
         */
        public Builder hts(@Nullable String value) {
            hts = value;
            return this;
        }

        /**
         * Sets the total processing performance in millionths, or -1 if it is not known.
         *
         * @param value the value
         * @return this builder
         */
        public Builder tpp(long value) {
            tpp = Math.max(-1, value);
            return this;
        }

        /**
         * Sets whether it is designed or marketed for datacenters.
         *
         * @param value the value
         * @return this builder
         */
        public Builder datacenter(Known value) {
            datacenter = Objects.requireNonNull(value, "datacenter");
            return this;
        }

        /**
         * Sets the total DRAM bandwidth in millionths of GB/s, or -1 if it is not known.
         *
         * @param value the value
         * @return this builder
         */
        public Builder dramBandwidth(long value) {
            dramBandwidth = Math.max(-1, value);
            return this;
        }

        /**
         * Sets the memory bandwidth density of high-bandwidth memory in millionths of GB/s per mm2, or -1.
         *
         * @param value the value
         * @return this builder
         */
        public Builder memoryDensity(long value) {
            memoryDensity = Math.max(-1, value);
            return this;
        }

        /**
         * Sets whether the ultimate consignee and every end user is an approved entity of Supp. No. 8 to part 740.
         *
         * @param value the value
         * @return this builder
         */
        public Builder approvedEntity(Known value) {
            approvedEntity = Objects.requireNonNull(value, "approvedEntity");
            return this;
        }

        /**
         * Adds the name of the ultimate consignee or of an end user, to be looked for in Supp. No. 8 to part 740. A name that is not there
         * outweighs every other word on approval. Where all are there, a person must still find that they are those entities, unless
         * {@link #approvedEntity} says so too.
         *
         * @param value the name, or null to add none
         * @return this builder
         */
        public Builder approvedEntityName(@Nullable String value) {
            if (value != null) {
                approvedEntityNames.add(value);
            }
            return this;
        }

        /**
         * Sets the end use, {@code unknown}, or null if the question leaves it aside.
         *
         * @param value the value
         * @return this builder
         */
        public Builder endUse(@Nullable String value) {
            endUse = value;
            return this;
        }

        /**
         * Sets where the exporter is headquartered, or null if it is not known.
         *
         * @param value the value
         * @return this builder
         */
        public Builder exporterHq(@Nullable Country value) {
            exporterHq = value;
            return this;
        }

        /**
         * Sets where its ultimate parent is headquartered, or null if it is not known.
         *
         * @param value the value
         * @return this builder
         */
        public Builder exporterParentHq(@Nullable Country value) {
            exporterParentHq = value;
            return this;
        }

        /**
         * Sets whether a US person takes part.
         *
         * @param value the value
         * @return this builder
         */
        public Builder usPerson(Known value) {
            usPerson = Objects.requireNonNull(value, "usPerson");
            return this;
        }

        /**
         * Sets where the developer of the technology, or the developer or maker of the item, is headquartered, or null.
         *
         * @param value the value
         * @return this builder
         */
        public Builder developerHq(@Nullable Country value) {
            developerHq = value;
            return this;
        }

        /**
         * Sets whether the item's numbers meet a paragraph of 3A090, whatever the notes make of them.
         *
         * @param value the value
         * @return this builder
         */
        public Builder parametersOf3A090(Known value) {
            parametersOf3A090 = Objects.requireNonNull(value, "parametersOf3A090");
            return this;
        }

        /**
         * Sets for technology, whether it is a direct product of US technology or software.
         *
         * @param value the value
         * @return this builder
         */
        public Builder directProduct(Known value) {
            directProduct = Objects.requireNonNull(value, "directProduct");
            return this;
        }

        /**
         * Sets the TPP to the ultimate consignee in the calendar year, this transaction and all exporters included, in millionths, or -1.
         *
         * @param value the value
         * @return this builder
         */
        public Builder consigneeTpp(long value) {
            consigneeTpp = Math.max(-1, value);
            return this;
        }

        /**
         * Sets the aggregate TPP of the product sent to China and Macau, this transaction included, in millionths, or -1.
         *
         * @param value the value
         * @return this builder
         */
        public Builder chinaTpp(long value) {
            chinaTpp = Math.max(-1, value);
            return this;
        }

        /**
         * Sets the aggregate TPP of the product shipped to US customers for use in the United States, in millionths, or -1.
         *
         * @param value the value
         * @return this builder
         */
        public Builder usTpp(long value) {
            usTpp = Math.max(-1, value);
            return this;
        }

        /**
         * Sets whether the product was commercially available in the United States when 91 FR 1684 was published.
         *
         * @param value the value
         * @return this builder
         */
        public Builder availableInUs(Known value) {
            availableInUs = Objects.requireNonNull(value, "availableInUs");
            return this;
        }

        /**
         * Sets whether rules that are on the books and not enforced are to be taken as enforced.
         *
         * @param value the value
         * @return this builder
         */
        public Builder enforceDormant(boolean value) {
            enforceDormant = value;
            return this;
        }

        /**
         * Makes the question.
         *
         * @return the question
         */
        public LicenseQuestion build() {
            return new LicenseQuestion(this);
        }

        @Override
        public String toString() {
            return "LicenseQuestion{"
                    + "asOf=" + asOf
                    + ", eccn=" + eccn
                    + ", relatedTo=" + relatedTo
                    + ", product=" + product
                    + ", chip=" + chip
                    + ", kind=" + kind
                    + ", from=" + from
                    + ", to=" + to
                    + ", region=" + region
                    + ", endUserCountries=" + endUserCountries
                    + ", hts=" + hts
                    + ", tpp=" + tpp
                    + ", datacenter=" + datacenter
                    + ", dramBandwidth=" + dramBandwidth
                    + ", memoryDensity=" + memoryDensity
                    + ", approvedEntity=" + approvedEntity
                    + ", approvedEntityNames=" + approvedEntityNames
                    + ", endUse=" + endUse
                    + ", exporterHq=" + exporterHq
                    + ", exporterParentHq=" + exporterParentHq
                    + ", usPerson=" + usPerson
                    + ", developerHq=" + developerHq
                    + ", parametersOf3A090=" + parametersOf3A090
                    + ", directProduct=" + directProduct
                    + ", consigneeTpp=" + consigneeTpp
                    + ", chinaTpp=" + chinaTpp
                    + ", usTpp=" + usTpp
                    + ", availableInUs=" + availableInUs
                    + ", enforceDormant=" + enforceDormant
                    + ", parties=" + parties
                    + ", onlyParent=" + onlyParent
                    + ", notice=" + notice
                    + "}";
        }
    }
}
