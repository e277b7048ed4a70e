package io.highfence.chip;

import io.highfence.base.Country;
import io.highfence.base.Decimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An integrated circuit, or a module, board or system around some, as facts that somebody states about it.
 *
 * <p>Immutable, safe for many threads, and equal to another chip of the same facts. Numbers are millionths of the unit that
 * their method names, or {@link #UNKNOWN}. A fact that cannot be judged never throws: it is kept as a {@link Fault}, and the
 * classifier answers with NEEDS_DATA and names the column.
 */
public final class Chip {
    /** The value of a number that nobody has stated. */
    public static final long UNKNOWN = -1;

    /** More than any package in production has. */
    static final int MOST_DIES = 128;

    /** More than any data sheet lists. */
    static final int MOST_RATES = 128;

    /** With the other limits, keeps the sum over a package within a {@code long}. */
    static final int MOST_PARTS_OF_A_PACKAGE = 64;

    /** Far more different integrated circuits than a system holds. */
    static final int MOST_PARTS = 1000;

    /** Yes, no, or nobody knows. */
    public enum Answer {
        /** It is so. */
        YES,
        /** It is not so. */
        NO,
        /** Not known, which is not "no". */
        UNKNOWN
    }

    /** What kind of thing is classified. */
    public enum Form {
        /** One package: an integrated circuit, of one die or several. */
        IC,
        /** A module that carries integrated circuits. */
        MODULE,
        /** A board or card. */
        BOARD,
        /** A computer. */
        SYSTEM
    }

    /** Whether there is high-bandwidth memory, and how it stands to the logic. */
    public enum Hbm {
        /** Nothing is stated. */
        NOT_STATED,
        /** There is none. */
        NONE,
        /** The item is the memory, or memory with a mere control interface. */
        STANDALONE,
        /** Memory and logic share a package. */
        COPACKAGED
    }

    /** Whether the item has encryption that places it in category 5 part 2. */
    public enum Encryption {
        /** Nothing is stated. */
        NOT_STATED,
        /** It has none. */
        NONE,
        /** It is mass market, 5A992.c. */
        MASS_MARKET,
        /** It is 5A002. */
        ECCN_5A002,
        /** Not known. */
        UNKNOWN
    }

    /** The transistors of the process on which a die is made. */
    public enum ProcessType {
        /** FinFET, gate-all-around and the like. */
        NONPLANAR,
        /** Planar transistors. */
        PLANAR,
        /** Not known. */
        UNKNOWN
    }

    /** What a die does in its package. */
    public enum Role {
        /** It computes. */
        LOGIC,
        /** It joins the others to the outside, or is the base beneath them. */
        IO,
        /** It stores. */
        MEMORY,
        /** It carries the others. */
        INTERPOSER
    }

    /**
     * A peak rate as data sheets count it: a multiply-accumulate is two operations.
     *
     * @param format the name of the format, such as {@code fp8}, {@code 8b} or {@code 8x4b}
     * @param bits the bit length of the larger input; 0 for analog units
     * @param leastBits the bit length on the narrowest reading, 19 for {@code tf32}
     * @param teraOps millionths of a tera-operation a second, from 0
     * @param sparse true if the figure counts on structured zeros, so that only an upper limit of the dense rate is known
     */
    public record Rate(String format, int bits, int leastBits, long teraOps, boolean sparse) {
        boolean analog() {
            return bits == 0;
        }

        @Override
        public String toString() {
            return (sparse ? "sparse-" : "") + format + ":" + Decimal.toString(teraOps);
        }
    }

    /**
     * One die of a package.
     *
     * @param areaMm2 millionths of a square millimetre, more than 0
     * @param process the transistors
     * @param role what it does
     */
    public record Die(long areaMm2, ProcessType process, Role role) {
        @Override
        public String toString() {
            return Decimal.toString(areaMm2) + ":" + lower(process) + ":" + lower(role);
        }
    }

    /**
     * A fact that cannot be judged.
     *
     * @param column the column it stands in, by the name of {@link ChipColumns#NAMES}
     * @param reason what is wrong with it
     */
    public record Fault(String column, String reason) {
        @Override
        public String toString() {
            return column + ": " + reason;
        }
    }

    private final String id;
    private final String name;
    private final Answer datacenter;
    private final Form form;
    private final Hbm hbm;
    private final Encryption encryption;
    private final @Nullable Eccn baseEccn;
    private final @Nullable Eccn vendorEccn;
    private final long dramBandwidth;
    private final long ioBandwidth;
    private final long transistors;
    private final long hbmBandwidth;
    private final long hbmArea;
    private final long appWt;
    private final long fp64;
    private final long fp32;
    private final boolean assumed2to4;
    private final boolean leastConfidence;
    private final boolean sparseSuspected;
    private final boolean formStated;
    private final @Nullable String catalogueName;
    private final int givenBits;
    private final @Nullable Country makerHq;
    private final List<Country> makerSeats;
    private final List<Chip> parts;
    private final List<Fault> faults;
    private final List<Rate> rates;
    private final List<Die> dies;
    private final int faultBits;
    private final Rate[][] units;
    private final Die[] allDies;
    private final Totals totals;
    private final boolean diesKnown;
    private final Chip[] circuits;
    private final boolean severalPackages;
    private final String searchName;
    private final long searchSigns;
    private final @Nullable PlainFacts plain;
    private @Nullable String text;

    private Chip(Builder b) {
        id = b.id;
        name = b.name;
        datacenter = b.datacenter;
        form = b.form;
        hbm = b.hbm;
        encryption = b.encryption;
        baseEccn = b.baseEccn;
        vendorEccn = b.vendorEccn;
        dramBandwidth = b.get(Column.DRAM_BANDWIDTH_GBPS);
        ioBandwidth = b.get(Column.IO_BANDWIDTH_GBPS);
        transistors = b.get(Column.TRANSISTORS_BN);
        hbmBandwidth = b.get(Column.HBM_BANDWIDTH_GBPS);
        hbmArea = b.get(Column.HBM_AREA_MM2);
        appWt = b.get(Column.APP_WT);
        fp64 = b.get(Column.FP64_TFLOPS);
        fp32 = b.get(Column.FP32_TFLOPS);
        assumed2to4 = b.assumed2to4;
        leastConfidence = b.leastConfidence || b.parts.stream().anyMatch(Chip::leastConfidence);
        sparseSuspected = b.sparseSuspected || b.parts.stream().anyMatch(Chip::sparseSuspected);
        formStated = b.formStated;
        catalogueName = b.catalogueName;
        givenBits = b.givenBits;
        makerHq = b.makerHq;
        makerSeats = b.makerSeats();
        parts = List.copyOf(b.parts);
        rates = List.copyOf(b.rates);
        dies = List.copyOf(b.dies);
        units = b.units();
        allDies = b.allDies();
        diesKnown = b.diesKnown();
        totals = new Totals(units, allDies, diesKnown, hbm == Hbm.STANDALONE);
        circuits = b.circuits();
        severalPackages =
                form != Form.IC && (b.parts.size() > 1 || b.parts.stream().anyMatch(Chip::severalPackages));
        faults = List.copyOf(b.faults);
        int bits = 0;
        for (Fault fault : faults) {
            bits |= Objects.requireNonNull(Column.find(fault.column())).bit();
        }
        faultBits = bits;
        searchName = ChipCatalogue.key(id + " " + name);
        searchSigns = ChipCatalogue.signs(searchName);
        plain = PlainFacts.of(this);
    }

    /**
     * Begins a chip about which nothing is stated yet.
     *
     * @param id the caller's name for it in answers
     * @return a builder that never throws for the values it is given
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /**
     * The caller's name for it.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * What people call it.
     *
     * @return the name, empty if none is stated
     */
    public String name() {
        return name;
    }

    /**
     * Whether it is designed or marketed for datacenters; either one is yes.
     *
     * @return the answer as stated
     */
    public Answer datacenter() {
        return datacenter;
    }

    /**
     * What kind of thing it is.
     *
     * @return the form, {@link Form#IC} unless stated otherwise
     */
    public Form form() {
        return form;
    }

    /**
     * How high-bandwidth memory stands to it.
     *
     * @return the kind
     */
    public Hbm hbm() {
        return hbm;
    }

    /**
     * Whether it has encryption.
     *
     * @return the kind
     */
    public Encryption encryption() {
        return encryption;
    }

    /**
     * The entry in which it already is, apart from its computing power.
     *
     * @return such as {@code 3A001.a.7}, or null if none is stated
     */
    public @Nullable String baseEccn() {
        return baseEccn == null ? null : baseEccn.text();
    }

    /**
     * The number that its vendor states.
     *
     * @return such as {@code 3A090.a}, or null if none is stated
     */
    public @Nullable String vendorEccn() {
        return vendorEccn == null ? null : vendorEccn.text();
    }

    /**
     * The peak rates stated for it, not those of its parts.
     *
     * @return them in the order given
     */
    public List<Rate> rates() {
        return rates;
    }

    /**
     * The dies stated for it, not those of its parts.
     *
     * @return them in the order given
     */
    public List<Die> dies() {
        return dies;
    }

    /**
     * What it contains.
     *
     * @return the parts in the order given
     */
    public List<Chip> parts() {
        return parts;
    }

    /**
     * What cannot be judged, its parts' faults among them.
     *
     * @return the faults, by column
     */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * Total bandwidth to its DRAM.
     *
     * @return millionths of a GB/s, or {@link #UNKNOWN}
     */
    public long dramBandwidthGbps() {
        return dramBandwidth;
    }

    /**
     * Aggregate bidirectional transfer rate to and from integrated circuits other than volatile memories.
     *
     * @return millionths of a GB/s, or {@link #UNKNOWN}
     */
    public long ioBandwidthGbps() {
        return ioBandwidth;
    }

    /**
     * Transistors in the final package.
     *
     * @return millionths of a thousand million, or {@link #UNKNOWN}
     */
    public long transistorsBn() {
        return transistors;
    }

    /**
     * Bandwidth of the high-bandwidth memory's package or stack.
     *
     * @return millionths of a GB/s, or {@link #UNKNOWN}
     */
    public long hbmBandwidthGbps() {
        return hbmBandwidth;
    }

    /**
     * Area of the high-bandwidth memory's package or stack.
     *
     * @return millionths of a square millimetre, or {@link #UNKNOWN}
     */
    public long hbmAreaMm2() {
        return hbmArea;
    }

    /**
     * Adjusted peak performance of a computer.
     *
     * @return millionths of a weighted teraFLOPS, or {@link #UNKNOWN}
     */
    public long appWt() {
        return appWt;
    }

    /**
     * Double-precision performance: what is stated, or a stated rate of {@code fp64} if that is more.
     *
     * @return millionths of a teraFLOPS, or {@link #UNKNOWN}
     */
    public long fp64Tflops() {
        return Math.max(fp64, rateOf("fp64"));
    }

    /**
     * Single-precision performance: what is stated, or a stated rate of {@code fp32} if that is more.
     *
     * @return millionths of a teraFLOPS, or {@link #UNKNOWN}
     */
    public long fp32Tflops() {
        return Math.max(fp32, rateOf("fp32"));
    }

    private long rateOf(String format) {
        long most = UNKNOWN;
        for (Rate rate : rates) {
            if (!rate.sparse() && rate.format().equals(format)) {
                most = Math.max(most, rate.teraOps());
            }
        }
        return most;
    }

    @Nullable
    Eccn base() {
        return baseEccn;
    }

    @Nullable
    Eccn vendor() {
        return vendorEccn;
    }

    /** The number of a column as it was stated, apart from what a rate says of it. */
    long stated(Column column) {
        return switch (column) {
            case DRAM_BANDWIDTH_GBPS -> dramBandwidth;
            case IO_BANDWIDTH_GBPS -> ioBandwidth;
            case TRANSISTORS_BN -> transistors;
            case HBM_BANDWIDTH_GBPS -> hbmBandwidth;
            case HBM_AREA_MM2 -> hbmArea;
            case APP_WT -> appWt;
            case FP64_TFLOPS -> fp64;
            case FP32_TFLOPS -> fp32;
            default -> UNKNOWN;
        };
    }

    /** True if a sparse figure was halved on the caller's word that two of four values are zero. */
    boolean assumed2to4() {
        return assumed2to4;
    }

    /** True if facts of it or of a part come from a catalogue row that nothing but general knowledge supports. */
    boolean leastConfidence() {
        return leastConfidence;
    }

    /** True if a rate stated as dense, of it or of a part, is twice the catalogue's. */
    boolean sparseSuspected() {
        return sparseSuspected;
    }

    /** True if somebody said that it is an integrated circuit, and it is not just taken as one. */
    boolean formStated() {
        return formStated;
    }

    /** The row of the catalogue that its facts come from unless they were given, or null. Like its origin, no fact of it. */
    @Nullable
    String catalogueName() {
        return catalogueName;
    }

    /** True if what is known of a column comes from the catalogue. */
    boolean fromCatalogue(Column column) {
        return catalogueName != null && (givenBits & column.bit()) == 0;
    }

    /**
     * Where the companies are headquartered that designed it and what it contains, as far as the catalogue of chips knows them.
     * Like what else comes from the row of a catalogue and not from a fact of the chip, no part of {@link #equals}.
     *
     * @return each country once; empty if none is known
     */
    public List<Country> makerSeats() {
        return makerSeats;
    }

    /** Where the company is headquartered that designed it, its parts apart, or null if that is not known. */
    @Nullable
    Country makerHq() {
        return makerHq;
    }

    int faultBits() {
        return faultBits;
    }

    /** What the rates and dies of the whole package add up to. */
    Totals totals() {
        return totals;
    }

    /** The rates that may run at once are in different units; the formats of one unit share its hardware. Not to be changed. */
    Rate[][] units() {
        return units;
    }

    /** The dies of the whole package. Not to be changed. */
    Die[] allDies() {
        return allDies;
    }

    /** True if every part of the package states its dies. */
    boolean diesKnown() {
        return diesKnown;
    }

    /** The different integrated circuits of a module, board or system. Not to be changed. */
    Chip[] circuits() {
        return circuits;
    }

    /** True if a module, board or system holds more than one packaged circuit, be they alike or not. */
    boolean severalPackages() {
        return severalPackages;
    }

    /** Id and name in letters and digits alone, for rules that know a chip by name. */
    String searchName() {
        return searchName;
    }

    /** The signs that {@link #searchName()} holds, as bits. */
    long searchSigns() {
        return searchSigns;
    }

    /** What decides about it if it is plain, or null. */
    @Nullable
    PlainFacts plain() {
        return plain;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Chip chip && toString().equals(chip.toString()));
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /**
     * All facts in a fixed order: equal texts mean equal chips. Allocates the first time.
     *
     * @return the facts that are stated
     */
    @Override
    public String toString() {
        String known = text; // A race writes equal texts.
        if (known == null) {
            known = facts();
            text = known;
        }
        return known;
    }

    private String facts() {
        StringBuilder text = new StringBuilder("Chip{id=").append(id);
        add(text, "name", name);
        add(text, "rates", rates);
        add(text, "dies", dies);
        add(text, "datacenter", lower(datacenter));
        add(text, "form", lower(form));
        add(text, "contains", parts.stream().map(Chip::id).toList());
        add(text, "circuits", form == Form.IC ? parts : List.of(circuits));
        add(text, "base_eccn", baseEccn);
        add(text, "encryption", encryption == Encryption.NOT_STATED ? null : lower(encryption));
        add(text, "vendor_eccn", vendorEccn);
        add(text, "dram_bandwidth_gbps", dramBandwidth);
        add(text, "io_bandwidth_gbps", ioBandwidth);
        add(text, "transistors_bn", transistors);
        add(text, "hbm", hbm == Hbm.NOT_STATED ? null : lower(hbm));
        add(text, "hbm_bandwidth_gbps", hbmBandwidth);
        add(text, "hbm_area_mm2", hbmArea);
        add(text, "app_wt", appWt);
        add(text, "fp64_tflops", fp64);
        add(text, "fp32_tflops", fp32);
        add(text, "assumed_2_to_4", assumed2to4 ? true : null);
        add(text, "least_confidence", leastConfidence ? true : null);
        add(text, "sparse_suspected", sparseSuspected ? true : null);
        add(text, "faults", faults);
        return text.append('}').toString();
    }

    private static void add(StringBuilder text, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty() && !value.toString().equals("[]")) {
            text.append(", ").append(name).append('=').append(value);
        }
    }

    private static void add(StringBuilder text, String name, long millionths) {
        if (millionths != UNKNOWN) {
            add(text, name, Decimal.toString(millionths));
        }
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Collects the facts of a chip. Never throws for a value: what cannot be judged becomes a fault of its column. */
    public static final class Builder {
        private final String id;
        private String name = "";
        private Answer datacenter = Answer.UNKNOWN;
        private Form form = Form.IC;
        private Hbm hbm = Hbm.NOT_STATED;
        private Encryption encryption = Encryption.NOT_STATED;
        private @Nullable Eccn baseEccn;
        private @Nullable Eccn vendorEccn;
        private final Map<Column, Long> numbers = new EnumMap<>(Column.class);
        private boolean assumed2to4;
        private boolean leastConfidence;
        private boolean sparseSuspected;
        private boolean formStated;
        private boolean again;
        private @Nullable String catalogueName;
        private int givenBits;
        private @Nullable Country makerHq;
        private final List<Rate> rates = new ArrayList<>();
        private final List<Die> dies = new ArrayList<>();
        private final List<Chip> parts = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();

        private Builder(String id) {
            this.id = id;
        }

        /**
         * States what people call it.
         *
         * @param name the name
         * @return this builder
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * States a dense peak rate as data sheets count it. Where matrix and vector units run at once, state their sum.
         *
         * @param format {@code fp4 fp6 fp8 fp16 fp32 fp64 bf16 tf32 int4 int8 …}, bits such as {@code 8b} or {@code 8x4b}
         * @param teraOps millionths of a tera-operation a second, from 0 to {@link Decimal#MAX}
         * @return this builder
         */
        public Builder rate(String format, long teraOps) {
            return rate(format, teraOps, false);
        }

        /**
         * States a sparse peak rate, from which only an upper limit of the dense rate follows.
         *
         * @param format as for {@link #rate(String, long)}
         * @param teraOps millionths of a tera-operation a second, from 0 to {@link Decimal#MAX}
         * @return this builder
         */
        public Builder sparseRate(String format, long teraOps) {
            return rate(format, teraOps, true);
        }

        /**
         * States a sparse peak rate of hardware that skips two of every four values: the dense rate is half of it, an odd
         * millionth rounded up.
         *
         * @param format as for {@link #rate(String, long)}
         * @param teraOps millionths of a tera-operation a second, from 0 to {@link Decimal#MAX}
         * @return this builder
         */
        public Builder sparse2to4Rate(String format, long teraOps) {
            assumed2to4 = true;
            boolean inRange = teraOps >= 0 && teraOps <= Decimal.MAX;
            return rate(format, inRange ? teraOps / 2 + teraOps % 2 : teraOps, false);
        }

        private Builder rate(String formatName, long teraOps, boolean sparse) {
            Format format = Format.find(formatName);
            if (format == null) {
                return fault(
                        Column.RATES,
                        "'" + formatName + "' is no known format; known are " + Format.names()
                                + ", or bits such as 8b and 8x4b");
            }
            if (teraOps < 0 || teraOps > Decimal.MAX) {
                return fault(Column.RATES, "the rate of " + formatName + " is out of range");
            }
            if (rates.size() == MOST_RATES) {
                return fault(Column.RATES, "more than " + MOST_RATES + " rates");
            }
            rates.add(new Rate(format.name(), format.bits(), format.leastBits(), teraOps, sparse));
            return this;
        }

        /**
         * States a die of the package.
         *
         * @param areaMm2 millionths of a square millimetre, more than 0, at most {@link Decimal#MAX}
         * @param process the transistors
         * @param role what it does
         * @return this builder
         */
        public Builder die(long areaMm2, ProcessType process, Role role) {
            if (areaMm2 <= 0 || areaMm2 > Decimal.MAX) {
                return fault(Column.DIES, "the area of a die must be more than 0 and at most a thousand million mm2");
            }
            if (dies.size() == MOST_DIES) {
                return fault(Column.DIES, "more than " + MOST_DIES + " dies");
            }
            dies.add(new Die(areaMm2, process, role));
            return this;
        }

        /**
         * States whether it is designed or marketed for datacenters.
         *
         * @param datacenter the answer
         * @return this builder
         */
        public Builder datacenter(Answer datacenter) {
            this.datacenter = datacenter;
            return this;
        }

        /**
         * States what kind of thing it is.
         *
         * @param form the form
         * @return this builder
         */
        public Builder form(Form form) {
            this.form = form;
            formStated = true;
            return this;
        }

        /**
         * Adds a part: an integrated circuit of a module, board or system, or a chip within one package.
         *
         * @param part the part; named again, it is there again
         * @return this builder
         */
        public Builder contains(Chip part) {
            parts.add(part);
            return this;
        }

        /**
         * States the entry in which it already is.
         *
         * @param eccn the number, such as {@code 5A992.c}
         * @return this builder
         */
        public Builder baseEccn(String eccn) {
            baseEccn = eccn(Column.BASE_ECCN, eccn);
            return this;
        }

        /**
         * States what its vendor classifies it as.
         *
         * @param eccn the number, such as {@code 3A090.a} or {@code EAR99}
         * @return this builder
         */
        public Builder vendorEccn(String eccn) {
            vendorEccn = eccn(Column.VENDOR_ECCN, eccn);
            return this;
        }

        private @Nullable Eccn eccn(Column column, String text) {
            Eccn eccn = Eccn.parse(text);
            if (eccn == null) {
                fault(column, "'" + text + "' is no Export Control Classification Number");
            }
            return eccn;
        }

        /**
         * States whether it has encryption.
         *
         * @param encryption the kind
         * @return this builder
         */
        public Builder encryption(Encryption encryption) {
            this.encryption = encryption;
            return this;
        }

        /**
         * States how high-bandwidth memory stands to it.
         *
         * @param hbm the kind
         * @return this builder
         */
        public Builder hbm(Hbm hbm) {
            this.hbm = hbm;
            return this;
        }

        /**
         * States the total bandwidth to its DRAM.
         *
         * @param gbps millionths of a GB/s, from 0 to {@link Decimal#MAX}
         * @return this builder
         */
        public Builder dramBandwidthGbps(long gbps) {
            return number(Column.DRAM_BANDWIDTH_GBPS, gbps);
        }

        /**
         * States the aggregate bidirectional transfer rate to integrated circuits other than volatile memories.
         *
         * @param gbps millionths of a GB/s, from 0 to {@link Decimal#MAX}
         * @return this builder
         */
        public Builder ioBandwidthGbps(long gbps) {
            return number(Column.IO_BANDWIDTH_GBPS, gbps);
        }

        /**
         * States the transistors of the final package.
         *
         * @param billions millionths of a thousand million, from 0 to {@link Decimal#MAX}
         * @return this builder
         */
        public Builder transistorsBn(long billions) {
            return number(Column.TRANSISTORS_BN, billions);
        }

        /**
         * States the bandwidth of the high-bandwidth memory's package or stack.
         *
         * @param gbps millionths of a GB/s, from 0 to {@link Decimal#MAX}
         * @return this builder
         */
        public Builder hbmBandwidthGbps(long gbps) {
            return number(Column.HBM_BANDWIDTH_GBPS, gbps);
        }

        /**
         * States the area of the high-bandwidth memory's package or stack.
         *
         * @param mm2 millionths of a square millimetre, more than 0, at most {@link Decimal#MAX}
         * @return this builder
         */
        public Builder hbmAreaMm2(long mm2) {
            return mm2 == 0
                    ? fault(Column.HBM_AREA_MM2, "an area of 0 gives no density")
                    : number(Column.HBM_AREA_MM2, mm2);
        }

        /**
         * States the adjusted peak performance of a computer.
         *
         * @param weightedTeraFlops millionths of a weighted teraFLOPS, from 0 to {@link Decimal#MAX}
         * @return this builder
         */
        public Builder appWt(long weightedTeraFlops) {
            return number(Column.APP_WT, weightedTeraFlops);
        }

        /**
         * States the double-precision performance.
         *
         * @param tflops millionths of a teraFLOPS, from 0 to {@link Decimal#MAX}
         * @return this builder
         */
        public Builder fp64Tflops(long tflops) {
            return number(Column.FP64_TFLOPS, tflops);
        }

        /**
         * States the single-precision performance.
         *
         * @param tflops millionths of a teraFLOPS, from 0 to {@link Decimal#MAX}
         * @return this builder
         */
        public Builder fp32Tflops(long tflops) {
            return number(Column.FP32_TFLOPS, tflops);
        }

        private long get(Column column) {
            return numbers.getOrDefault(column, UNKNOWN);
        }

        private void put(Column column, long known) {
            if (known != UNKNOWN) {
                numbers.put(column, known);
            }
        }

        Builder number(Column column, long millionths) {
            if (millionths < 0 || millionths > Decimal.MAX) {
                return fault(column, "the number is out of range");
            }
            numbers.put(column, millionths);
            return this;
        }

        Builder fault(Column column, String reason) {
            Fault fault = new Fault(column.label(), reason);
            if (!again || !faults.contains(fault)) {
                faults.add(fault);
            }
            return this;
        }

        Builder assumed2to4(boolean value) {
            assumed2to4 = value;
            return this;
        }

        /** Names the row of the catalogue that facts come from, without taking any from it. */
        Builder catalogue(String row) {
            catalogueName = row;
            return this;
        }

        /** Names the headquarters of who designed it. */
        Builder makerHq(@Nullable Country country) {
            makerHq = country;
            return this;
        }

        private List<Country> makerSeats() {
            Set<Country> seats = new LinkedHashSet<>();
            if (makerHq != null) {
                seats.add(makerHq);
            }
            for (Chip part : parts) {
                seats.addAll(part.makerSeats);
            }
            return List.copyOf(seats);
        }

        /** Makes a chip of the facts of one that was made before, whose faults are among them: none is added twice. */
        Chip buildAgain() {
            again = true;
            return build();
        }

        Builder leastConfidence() {
            leastConfidence = true;
            return this;
        }

        Builder sparseSuspected() {
            sparseSuspected = true;
            return this;
        }

        List<Rate> rates() {
            return rates;
        }

        /** Notes that the caller states a column, whatever the catalogue has there. */
        Builder given(Column column) {
            givenBits |= column.bit();
            return this;
        }

        /** Notes that all facts stated up to now come from a row of the catalogue. */
        Builder fromCatalogue(String row) {
            catalogueName = row;
            givenBits = 0;
            return this;
        }

        /** Takes the facts of a catalogue chip as a beginning, to be overridden by what the caller states. */
        Builder like(Chip known) {
            catalogueName = known.catalogueName;
            makerHq = known.makerHq;
            formStated = known.formStated;
            name = known.name;
            datacenter = known.datacenter;
            form = known.form;
            hbm = known.hbm;
            encryption = known.encryption;
            baseEccn = known.baseEccn;
            vendorEccn = known.vendorEccn;
            put(Column.DRAM_BANDWIDTH_GBPS, known.dramBandwidth);
            put(Column.IO_BANDWIDTH_GBPS, known.ioBandwidth);
            put(Column.TRANSISTORS_BN, known.transistors);
            put(Column.HBM_BANDWIDTH_GBPS, known.hbmBandwidth);
            put(Column.HBM_AREA_MM2, known.hbmArea);
            put(Column.APP_WT, known.appWt);
            put(Column.FP64_TFLOPS, known.fp64);
            put(Column.FP32_TFLOPS, known.fp32);
            leastConfidence = known.leastConfidence;
            rates.addAll(known.rates);
            dies.addAll(known.dies);
            parts.addAll(known.parts);
            return this;
        }

        Builder withoutRates() {
            rates.clear();
            return this;
        }

        Builder withoutDies() {
            dies.clear();
            return this;
        }

        /**
         * Makes the chip; facts that contradict each other become faults.
         *
         * @return the chip
         */
        public Chip build() {
            long bandwidth = get(Column.HBM_BANDWIDTH_GBPS);
            long area = get(Column.HBM_AREA_MM2);
            if (hbm == Hbm.NONE && (bandwidth > 0 || area > 0)) {
                fault(Column.HBM, "'none' contradicts the bandwidth or area stated for high-bandwidth memory");
            }
            if (hbm == Hbm.STANDALONE && form != Form.IC) {
                fault(Column.HBM, "'standalone' contradicts the form '" + lower(form) + "'");
            }
            String unfit = baseEccn == null ? "" : unfit(encryption, baseEccn.entry());
            if (!unfit.isEmpty()) {
                fault(Column.ENCRYPTION, "'" + unfit + "' contradicts the base_eccn " + baseEccn);
            }
            checkParts();
            return new Chip(this);
        }

        /**
         * The word for encryption that an item of this entry cannot have, or nothing: a 5A entry is encryption of some kind, and
         * what is released to the mass market is in 5A992 and no longer in 5A002.
         */
        private static String unfit(Encryption encryption, String entry) {
            return switch (encryption) {
                case NONE -> entry.startsWith("5A") ? "none" : "";
                case MASS_MARKET -> entry.equals("5A002") ? "massMarket" : "";
                case ECCN_5A002 -> entry.equals("5A992") ? "5A002" : "";
                case UNKNOWN, NOT_STATED -> "";
            };
        }

        private void checkParts() {
            Set<Chip> told = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Chip part : parts) {
                // One fault of each part: parts may share parts of their own, and all paths to one fault are too many.
                if (!part.faults().isEmpty() && told.add(part)) {
                    fault(Column.CONTAINS, part.id() + ": " + part.faults().get(0));
                }
            }
            if (form != Form.IC || parts.isEmpty()) {
                return;
            }
            if (parts.size() > MOST_PARTS_OF_A_PACKAGE) {
                fault(Column.CONTAINS, "a package of more than " + MOST_PARTS_OF_A_PACKAGE + " parts");
                parts.clear();
            }
            for (Chip part : List.copyOf(parts)) {
                if (part.form() != Form.IC || !part.parts().isEmpty()) {
                    fault(Column.CONTAINS, part.id() + " is no plain integrated circuit, so no package can hold it");
                    parts.remove(part);
                }
            }
            if (!rates.isEmpty() && !parts.isEmpty()) {
                fault(Column.CONTAINS, "a package states its own rates or those of its parts, not both");
                parts.clear();
            }
            boolean partsHaveDies = parts.stream().anyMatch(part -> !part.dies().isEmpty());
            if (partsHaveDies && dies.removeIf(die -> die.role() == Role.LOGIC)) {
                // Counted twice, they would halve the density.
                fault(Column.DIES, "a package states its own logic dies or those of its parts, not both");
            }
        }

        private Rate[][] units() {
            List<Rate[]> units = new ArrayList<>();
            if (!rates.isEmpty() || form != Form.IC || parts.isEmpty()) {
                units.add(rates.toArray(new Rate[0]));
            } else {
                for (Chip part : parts) {
                    Collections.addAll(units, part.units);
                }
            }
            return units.toArray(new Rate[0][]);
        }

        private Die[] allDies() {
            List<Die> all = new ArrayList<>(dies);
            if (form == Form.IC) {
                for (Chip part : parts) {
                    Collections.addAll(all, part.allDies);
                }
            }
            return all.toArray(new Die[0]);
        }

        private boolean diesKnown() {
            if (form != Form.IC || parts.isEmpty()) {
                return !dies.isEmpty();
            }
            for (Chip part : parts) {
                if (!part.diesKnown) {
                    return false;
                }
            }
            return true;
        }

        private Chip[] circuits() {
            if (form == Form.IC) {
                return new Chip[0];
            }
            Set<Chip> different = Collections.newSetFromMap(new IdentityHashMap<>());
            List<Chip> inOrder = new ArrayList<>();
            for (Chip part : parts) {
                Chip[] within = part.form == Form.IC || part.circuits.length == 0 ? new Chip[] {part} : part.circuits;
                for (Chip circuit : within) {
                    if (different.add(circuit)) {
                        inOrder.add(circuit);
                    }
                }
            }
            if (inOrder.size() > MOST_PARTS) {
                fault(Column.CONTAINS, "more than " + MOST_PARTS + " different integrated circuits");
                return new Chip[0];
            }
            return inOrder.toArray(new Chip[0]);
        }
    }
}
