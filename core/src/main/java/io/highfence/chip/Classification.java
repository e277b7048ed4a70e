package io.highfence.chip;

import io.highfence.base.Citation;
import io.highfence.base.Decimal;
import io.highfence.chip.Chip.Answer;
import io.highfence.chip.ChipLaw.Limb;
import io.highfence.law.Rule;
import io.highfence.law.Rule.Limit;
import io.highfence.law.RuleBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a chip was classified as, and why.
 *
 * <p>Owned and reused by the caller, one a thread: {@link ChipClassifier#classify} fills it without allocating. The methods
 * that give texts, numbers and lists build them on request from what the classifier left, and allocate.
 */
public final class Classification {
    /** How far the answer can be relied on. */
    public enum Verdict {
        /** The facts given decide it. */
        CLASSIFIED,
        /** The best answer; a person must look, for the reasons of {@link #review()}. */
        REVIEW,
        /** A fact named by {@link #missing()} could change the answer, or cannot be judged. */
        NEEDS_DATA
    }

    /** The level of control that the numbers and the notes leave: what a license turns on. */
    public enum Level {
        /** Nothing of 3A090. */
        NONE,
        /** Paragraph .a of 3A090 or 4A090, or a .z paragraph of that tier. */
        A,
        /** Paragraph .b of 3A090 or 4A090, or a .z paragraph of that tier. */
        B,
        /** High-bandwidth memory, 3A090.c. */
        C,
        /** The one entry of the rule of 2022, 3A090 or 4A090. */
        ENTRY_OF_2022,
        /** A missing fact decides. */
        UNKNOWN
    }

    /**
     * How far a value is from a limit.
     *
     * @param threshold the paragraph and the quantity, such as {@code 3A090.b.1 tpp}
     * @param value the value, cut to four decimals where it is a quotient
     * @param limit the limit
     * @param marginPercent how far the value lies above the limit in percent of it, negative below; cut to four decimals
     */
    public record Nearest(String threshold, BigDecimal value, BigDecimal limit, BigDecimal marginPercent) {}

    private static final int DECIMALS_SHOWN = 4;
    private static final int DECIMALS_HELD = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    // Written by the classifier, read by the methods below.
    CircuitNumbers circuit = new CircuitNumbers();
    private boolean circuitOutstanding;
    CircuitNumbers spare = new CircuitNumbers();
    long remarks;
    int missing;
    int lowerMissing;
    int tier = Tier.NONE;
    boolean tierOpen;
    boolean lower;
    boolean memory;
    boolean memoryOpen;

    @Nullable
    Rule zRule;

    private @Nullable Chip chip;
    private @Nullable LocalDate asOf;
    private @Nullable ChipLaw law;
    private @Nullable String eccn;

    /** Makes an empty result, to be filled again and again. */
    public Classification() {}

    /** Whether the last answer was by the rules of a book on a day: then its law is the law of the day. */
    boolean isOf(RuleBook book, LocalDate day) {
        return law != null && law.book() == book && day.equals(asOf);
    }

    /** Sets the law of the answers to come. */
    void apply(ChipLaw newLaw, LocalDate day) {
        law = newLaw;
        asOf = day;
    }

    /** Forgets the last answer. */
    void begin(Chip newChip) {
        chip = newChip;
        zRule = null;
        circuitOutstanding = false;
        remarks = 0;
        missing = 0;
        lowerMissing = 0;
        tier = Tier.NONE;
        tierOpen = false;
        lower = false;
        memory = false;
        memoryOpen = false;
    }

    /** Takes an answer that was looked up; the numbers of the circuit are worked out where they are asked for. */
    void take(Chip newChip, PlainAnswer answer, long remarksOnFacts) {
        chip = newChip;
        // To store a reference costs more than to see that there is none.
        if (zRule != null) {
            zRule = null;
        }
        circuitOutstanding = true;
        memory = false;
        memoryOpen = false;
        remarks = answer.remarks | (remarksOnFacts & answer.onFacts);
        missing = answer.missing;
        lowerMissing = answer.lowerMissing;
        tier = answer.tier;
        tierOpen = answer.tierOpen;
        lower = answer.lower;
        eccn = answer.eccn;
    }

    /** What the numbers of the circuit that answers come to. */
    CircuitNumbers circuit() {
        if (circuitOutstanding) {
            circuitOutstanding = false;
            circuit.judge(filledChip(), filledLaw(), filledChip().datacenter());
        }
        return circuit;
    }

    /** Makes the circuit just judged the one that answers. */
    void takeSpare() {
        CircuitNumbers other = circuit;
        circuit = spare;
        spare = other;
    }

    /** Takes over what the answering circuit came to. */
    void adopt() {
        tier = circuit.tier;
        tierOpen = circuit.tierOpen;
        lower = circuit.lower;
        lowerMissing = circuit.lowerMissing;
        remarks |= circuit.remarks;
        missing |= circuit.missing;
    }

    void end(@Nullable String answer) {
        eccn = answer;
    }

    private Chip filledChip() {
        return Objects.requireNonNull(chip, "Nothing has been classified into this result yet");
    }

    /** The law of the day, for those who judge the same chip by other rules. */
    ChipLaw law() {
        return filledLaw();
    }

    private ChipLaw filledLaw() {
        return Objects.requireNonNull(law, "Nothing has been classified into this result yet");
    }

    /**
     * The chip that was classified.
     *
     * @return the chip
     */
    public Chip chip() {
        return filledChip();
    }

    /**
     * The day whose law was applied.
     *
     * @return the day
     */
    public LocalDate asOf() {
        return Objects.requireNonNull(asOf, "Nothing has been classified into this result yet");
    }

    /**
     * How far the answer can be relied on. Allocates nothing.
     *
     * @return the verdict; NEEDS_DATA before the first use
     */
    public Verdict verdict() {
        if (chip == null || missing != 0) {
            return Verdict.NEEDS_DATA;
        }
        return (remarks & Remark.REVIEW_BITS) != 0 ? Verdict.REVIEW : Verdict.CLASSIFIED;
    }

    /** Whether the circuit that answers was judged as made for datacenters: by its own word, or else by that of the whole. */
    Answer circuitDatacenter() {
        Chip judged = circuit().chip;
        return judged == null || judged.datacenter() == Answer.UNKNOWN
                ? filledChip().datacenter()
                : judged.datacenter();
    }

    /**
     * The number after the notes: the best answer, whatever the verdict. Allocates nothing.
     *
     * @return such as {@code 3A090.a}, {@link ChipClassifier#OTHER}, or null where the facts allow no answer
     */
    public @Nullable String eccn() {
        return eccn;
    }

    /**
     * The level of control behind the number. Allocates nothing.
     *
     * @return the level; {@link Level#UNKNOWN} where {@link #eccn()} is null
     */
    public Level level() {
        if (chip == null || eccn == null) {
            return Level.UNKNOWN;
        }
        if (tier != Tier.NONE) {
            if (filledLaw().formula == ChipLaw.Formula.OF_2022) {
                return Level.ENTRY_OF_2022;
            }
            return tier == Tier.A ? Level.A : Level.B;
        }
        return memory ? Level.C : Level.NONE;
    }

    /**
     * Total processing performance of the chip, or of the gravest circuit within it. Allocates nothing.
     *
     * @return millionths, or {@link Chip#UNKNOWN}
     */
    public long tppMillionths() {
        return circuit().tpp;
    }

    /**
     * The area of the logic dies that count for performance density. Allocates nothing.
     *
     * @return millionths of a square millimetre, 0 if none counts, or {@link Chip#UNKNOWN}
     */
    public long applicableAreaMm2() {
        return circuit().area;
    }

    /**
     * Whether the numbers meet a paragraph of 3A090, whatever the notes make of it: the facts on which the presumption of
     * General Prohibition 10 turns (FLAG-39). Allocates nothing.
     *
     * @return true if they do
     */
    public boolean meetsParametersOf3A090() {
        return circuit().limbs != 0 || tier != Tier.NONE || memory;
    }

    /**
     * Whether the chip is one that the guidance on General Prohibition 10 names, by its id, name or parts.
     *
     * @return true if it is
     */
    public boolean namedByGeneralProhibition10() {
        Chip named = filledChip();
        for (Rule rule : filledLaw().inForce("gp10")) {
            for (String name : rule.values().texts("names")) {
                String key = ChipCatalogue.key(name);
                if (named.searchName().contains(key)) {
                    return true;
                }
                for (Chip part : named.circuits()) {
                    if (part.searchName().contains(key)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /**
     * Whether License Exception HBM could be open for this memory: 3A090.c with a density below the exception's limit.
     * Allocates nothing.
     *
     * @return true if it could
     */
    public boolean hbmExceptionPossible() {
        return (remarks & Remark.MEMORY_EXCEPTION_OPEN.bit()) != 0;
    }

    /**
     * The paragraphs of 3A090 that the numbers meet, before the notes.
     *
     * @return such as {@code 3A090.a.1}, in the order of the entry
     */
    public List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        for (Limb limb : limbsMet()) {
            paragraphs.add(limb.paragraph());
        }
        if (level() == Level.ENTRY_OF_2022) {
            paragraphs.add("3A090");
        }
        if (memory) {
            paragraphs.add("3A090.c");
        }
        return paragraphs;
    }

    private List<Limb> limbsMet() {
        List<Limb> met = new ArrayList<>();
        Limb[] limbs = filledLaw().limbs();
        for (int i = 0; i < limbs.length; i++) {
            if ((circuit().limbs & 1 << i) != 0) {
                met.add(limbs[i]);
            }
        }
        return met;
    }

    /**
     * The columns whose absence, or whose value, keeps the answer open.
     *
     * @return the names of {@link ChipColumns#NAMES}, or {@code date}
     */
    public List<String> missing() {
        List<String> names = new ArrayList<>();
        for (Column column : Column.values()) {
            if ((missing & column.bit()) != 0) {
                names.add(column.label());
            }
        }
        return names;
    }

    /**
     * What shaped the answer without leaving it in doubt: a short code each, and each fault of the input in words.
     *
     * @return the notes
     */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (Remark remark : remarks(false)) {
            notes.add(remark.code());
            if (remark == Remark.OTHER_ORDER) {
                notes.add("also " + ChipClassifier.byPerformance(filledChip().form() != Chip.Form.IC, tier));
            }
        }
        if ((remarks & Remark.ANALOG.bit()) != 0) {
            addAnalogFigures(notes);
        }
        if (chip != null && namedByGeneralProhibition10()) {
            notes.add("general-prohibition-10-named");
        }
        for (Chip.Fault fault : filledChip().faults()) {
            notes.add(fault.toString());
        }
        return notes;
    }

    /** For information: what the analog rates would have counted under the text of 2022. */
    private void addAnalogFigures(List<String> notes) {
        List<Rule> of2022 = filledLaw().book().rules("3A090.2022");
        if (circuit().chip == null || of2022.isEmpty()) {
            return;
        }
        int bits = of2022.get(0).values().whole("analogBits");
        for (Chip.Rate[] unit : circuit().chip.units()) {
            for (Chip.Rate rate : unit) {
                if (rate.analog()) {
                    notes.add("analog-figure-of-2022: " + Decimal.toString(rate.teraOps() * bits));
                }
            }
        }
    }

    /**
     * What a person must look at: a code, a colon, and why.
     *
     * @return the reasons, none if the verdict is CLASSIFIED
     */
    public List<String> review() {
        List<String> reasons = new ArrayList<>();
        for (Remark remark : remarks(true)) {
            reasons.add(remark.code() + ": " + remark.sentence() + detail(remark));
        }
        return reasons;
    }

    private String detail(Remark remark) {
        if (remark == Remark.VENDOR_ECCN) {
            return ": " + filledChip().vendorEccn() + " against " + eccn;
        }
        if (remark == Remark.Z_PROVIDED && zRule != null && zRule.values().has("provided")) {
            return ": " + zRule.values().text("provided");
        }
        return "";
    }

    private List<Remark> remarks(boolean review) {
        List<Remark> all = new ArrayList<>();
        for (Remark remark : Remark.values()) {
            if ((remarks & remark.bit()) != 0 && remark.review() == review) {
                all.add(remark);
            }
        }
        return all;
    }

    /**
     * The rules that the answer rests on.
     *
     * @return them, the gravest first
     */
    public List<Rule> rules() {
        ChipLaw rules = filledLaw();
        Set<Rule> used = new LinkedHashSet<>();
        for (Limb limb : limbsMet()) {
            used.add(limb.rule());
        }
        if (rules.formula == ChipLaw.Formula.OF_2022) {
            add(used, rules.rule("3A090.2022"));
        }
        if (circuit().tpp >= 0) {
            add(used, rules.rule("3A090.tpp"));
        }
        if (circuit().area >= 0) {
            add(used, rules.rule("3A090.pd"));
        }
        if (memory) {
            add(used, rules.rule("3A090.c"));
        }
        add(used, zRule);
        if (filledChip().form() != Chip.Form.IC) {
            add(used, rules.rule("4A090"));
            if ("4A994.l".equals(eccn)) {
                add(used, rules.rule("4A994.l"));
            }
            if ("4A003.b".equals(eccn)) {
                add(used, rules.rule("4A003.b"));
            }
        }
        for (Remark remark : Remark.values()) {
            String named = remark.rule();
            if ((remarks & remark.bit()) != 0 && named != null) {
                add(used, rules.ruleNamed(named));
            }
        }
        if (used.isEmpty()) {
            add(used, rules.rule("3A090.edition"));
        }
        return List.copyOf(used);
    }

    private static void add(Set<Rule> used, @Nullable Rule rule) {
        if (rule != null) {
            used.add(rule);
        }
    }

    /**
     * Where the rules of the answer are written.
     *
     * @return each citation once
     */
    public List<Citation> citations() {
        Set<Citation> citations = new LinkedHashSet<>();
        for (Rule rule : rules()) {
            citations.add(rule.citation());
        }
        return List.copyOf(citations);
    }

    /**
     * Total processing performance, exact.
     *
     * @return the number, or null if it is not known
     */
    public @Nullable BigDecimal tpp() {
        return circuit().tpp < 0 ? null : exact(circuit().tpp);
    }

    /**
     * The format whose rate gives the performance.
     *
     * @return its name, {@code sum} over the parts of a package, or null if the performance is not known
     */
    public @Nullable String tppFormat() {
        if (circuit().tpp < 0) {
            return null;
        }
        return circuit().best() == null ? "sum" : circuit().best().format();
    }

    /**
     * Performance density, cut to four decimals and never rounded.
     *
     * @return the quotient, or null if performance or applicable area is not known or the area is nothing
     */
    public @Nullable BigDecimal performanceDensity() {
        return circuit().tpp < 0 || circuit().area <= 0 ? null : quotient(circuit().tpp, circuit().area);
    }

    /**
     * Memory bandwidth density in GB/s per square millimetre, cut to four decimals and never rounded.
     *
     * @return the quotient, or null if bandwidth or area of high-bandwidth memory is not stated
     */
    public @Nullable BigDecimal memoryBandwidthDensity() {
        long bandwidth = filledChip().hbmBandwidthGbps();
        long area = filledChip().hbmAreaMm2();
        return bandwidth < 0 || area <= 0 ? null : quotient(bandwidth, area);
    }

    private static BigDecimal exact(long millionths) {
        return new BigDecimal(Decimal.toString(millionths));
    }

    private static BigDecimal quotient(long dividend, long divisor) {
        return new BigDecimal(Decimal.quotient(dividend, divisor, DECIMALS_SHOWN));
    }

    /**
     * The limits that lie nearest to the values of the chip, on either side.
     *
     * @return them, the nearest first
     */
    public List<Nearest> nearest() {
        ChipLaw rules = filledLaw();
        List<Nearest> all = new ArrayList<>();
        Map<BigDecimal, String> tppLimits = new LinkedHashMap<>();
        Map<BigDecimal, String> densityLimits = new LinkedHashMap<>();
        for (Limb limb : rules.limbs()) {
            for (Limit limit : limb.tpp().stated) {
                tppLimits.putIfAbsent(exact(limit.value()), limb.paragraph() + " tpp");
            }
            for (Limit limit : limb.density().stated) {
                densityLimits.putIfAbsent(exact(limit.value()), limb.paragraph() + " performanceDensity");
            }
        }
        put(tppLimits, "3A090 tpp", rules.product2022);
        if (circuit().tpp >= 0) {
            addAround(all, BigDecimal.valueOf(circuit().tpp), BigDecimal.valueOf(Decimal.ONE), tppLimits);
        }
        if (circuit().tpp >= 0 && circuit().area > 0) {
            addAround(all, BigDecimal.valueOf(circuit().tpp), BigDecimal.valueOf(circuit().area), densityLimits);
        }
        Chip facts = circuit().chip == null ? filledChip() : circuit().chip;
        addAround(all, facts.ioBandwidthGbps(), "3A090 io_bandwidth_gbps", rules.transferRate2022);
        addMemory(all, rules);
        if (level() == Level.NONE) {
            addAround(all, circuit().tops, "3A991.p.1 tops", rules.lowerTops);
            addAround(all, facts.ioBandwidthGbps(), "3A991.p.2 io_bandwidth_gbps", rules.lowerTransferRate);
            addAround(all, filledChip().appWt(), "4A003.b app_wt", rules.computerApp);
        }
        all.sort(Comparator.comparing(one -> one.marginPercent().abs()));
        return all;
    }

    private void addMemory(List<Nearest> all, ChipLaw rules) {
        long bandwidth = filledChip().hbmBandwidthGbps();
        long area = filledChip().hbmAreaMm2();
        if (bandwidth < 0 || area <= 0 || (remarks & Remark.MEMORY_WITH_PROCESSING.bit()) != 0) {
            return;
        }
        Map<BigDecimal, String> limits = new LinkedHashMap<>();
        put(limits, "3A090.c memoryBandwidthDensity", rules.memoryDensity);
        put(limits, "740.25 memoryBandwidthDensity", rules.memoryException);
        addAround(all, BigDecimal.valueOf(bandwidth), BigDecimal.valueOf(area), limits);
    }

    private static void put(Map<BigDecimal, String> named, String name, Limits limits) {
        for (Limit limit : limits.stated) {
            named.putIfAbsent(exact(limit.value()), name);
        }
    }

    private static void addAround(List<Nearest> all, long value, String name, Limits limits) {
        if (value >= 0) {
            Map<BigDecimal, String> named = new LinkedHashMap<>();
            put(named, name, limits);
            addAround(all, BigDecimal.valueOf(value), BigDecimal.valueOf(Decimal.ONE), named);
        }
    }

    /** Adds the nearest limit above a quotient and the nearest at or below it. */
    private static void addAround(
            List<Nearest> all, BigDecimal dividend, BigDecimal divisor, Map<BigDecimal, String> limits) {
        BigDecimal above = null;
        BigDecimal below = null;
        for (BigDecimal limit : limits.keySet()) {
            if (limit.signum() == 0) {
                continue;
            }
            if (dividend.compareTo(limit.multiply(divisor)) < 0) {
                above = above == null ? limit : above.min(limit);
            } else {
                below = below == null ? limit : below.max(limit);
            }
        }
        for (BigDecimal limit : new BigDecimal[] {below, above}) {
            if (limit != null) {
                all.add(nearest(Objects.requireNonNull(limits.get(limit)), dividend, divisor, limit));
            }
        }
    }

    private static Nearest nearest(String name, BigDecimal dividend, BigDecimal divisor, BigDecimal limit) {
        BigDecimal scaled = limit.multiply(divisor);
        BigDecimal margin =
                dividend.subtract(scaled).multiply(HUNDRED).divide(scaled, DECIMALS_SHOWN, RoundingMode.DOWN);
        int decimals = divisor.compareTo(BigDecimal.valueOf(Decimal.ONE)) == 0 ? DECIMALS_HELD : DECIMALS_SHOWN;
        return new Nearest(name, plain(dividend.divide(divisor, decimals, RoundingMode.DOWN)), limit, plain(margin));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Why the answer is what it is, for people to follow. What it says agrees with the other methods of this result.
     *
     * @return facts, arithmetic, every paragraph that was asked, and the next day on which the answer changes
     */
    public Evidence evidence() {
        return Evidence.of(this);
    }

    /** True for a remark that was made. */
    boolean has(Remark remark) {
        return (remarks & remark.bit()) != 0;
    }

    /**
     * The rules that were applied.
     *
     * @return the id of the rule book
     */
    public String ruleSet() {
        return filledLaw().book().id();
    }

    /**
     * The whole answer under the keys of the command line's contract, in its order.
     *
     * @return texts, {@link BigDecimal} numbers, nulls, lists of texts, and for {@code nearest} a list of maps
     */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", filledChip().id());
        answer.put("name", filledChip().name());
        answer.put("date", asOf().toString());
        answer.put("tpp", tpp());
        answer.put("tppFormat", tppFormat());
        answer.put("performanceDensity", performanceDensity());
        answer.put("memoryBandwidthDensity", memoryBandwidthDensity());
        answer.put("paragraphs", paragraphs());
        answer.put("eccn", eccn);
        answer.put("verdict", verdict().name());
        answer.put("notes", notes());
        List<Map<String, Object>> margins = new ArrayList<>();
        for (Nearest one : nearest()) {
            Map<String, Object> margin = new LinkedHashMap<>();
            margin.put("threshold", one.threshold());
            margin.put("value", one.value());
            margin.put("limit", one.limit());
            margin.put("marginPercent", one.marginPercent());
            margins.add(margin);
        }
        answer.put("nearest", margins);
        answer.put("missing", missing());
        answer.put("review", review());
        answer.put("citations", citations().stream().map(Citation::text).toList());
        answer.put("ruleSet", ruleSet());
        return answer;
    }

    @Override
    public String toString() {
        return chip == null ? "Classification{}" : toMap().toString();
    }
}
