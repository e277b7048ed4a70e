package io.highfence.chip;

import io.highfence.base.Decimal;
import io.highfence.chip.Chip.Answer;
import io.highfence.chip.Chip.Form;
import io.highfence.chip.Chip.Hbm;
import io.highfence.chip.ChipLaw.Formula;
import io.highfence.chip.ChipLaw.Limb;
import io.highfence.chip.Evidence.Outcome;
import io.highfence.chip.Evidence.Paragraph;
import io.highfence.law.Rule;
import io.highfence.law.Rule.Limit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries that a classification asked, in their order, and what became of each paragraph.
 *
 * <p>Outcomes are those that the classifier left; only the words are made here.
 */
final class ParagraphTree {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS_HELD = 6;

    /** A value under a name: a plain one over a divisor of one, or a quotient that is never rounded. */
    private record Measure(String name, long dividend, long divisor) {
        static Measure plain(String name, long value) {
            return new Measure(name, value, Decimal.ONE);
        }

        boolean known() {
            return dividend >= 0 && divisor > 0;
        }

        boolean passes(Limit limit) {
            return known() && limit.admitsQuotient(dividend, divisor);
        }

        String shown() {
            return name + " " + (known() ? Decimal.quotient(dividend, divisor, decimals()) : "not known");
        }

        private int decimals() {
            return divisor == Decimal.ONE ? DECIMALS_HELD : Arithmetic.DECIMALS_SHOWN;
        }

        /** By how much a limit is missed. */
        String miss(Limit limit) {
            BigDecimal bound = BigDecimal.valueOf(limit.value()).multiply(BigDecimal.valueOf(divisor));
            BigDecimal value = BigDecimal.valueOf(dividend).multiply(BigDecimal.valueOf(Decimal.ONE));
            BigDecimal difference = value.subtract(bound).abs();
            String beginning = shown() + " is ";
            if (difference.signum() == 0) {
                return beginning + "the limit itself, which " + limit + " leaves out";
            }
            BigDecimal unit = BigDecimal.valueOf(divisor).multiply(BigDecimal.valueOf(Decimal.ONE));
            BigDecimal cut = difference.divide(unit, decimals(), RoundingMode.DOWN);
            String by = cut.signum() == 0
                    ? "less than " + BigDecimal.ONE.movePointLeft(decimals()).toPlainString()
                    : plain(cut);
            String percent = bound.signum() == 0
                    ? ""
                    : " ("
                            + plain(difference
                                    .multiply(HUNDRED)
                                    .divide(bound, Arithmetic.DECIMALS_SHOWN, RoundingMode.DOWN))
                            + " %)";
            String side = value.compareTo(bound) < 0 ? " below " : " above ";
            return beginning + by + percent + side + Decimal.toString(limit.value());
        }

        private static String plain(BigDecimal value) {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
    }

    private final Classification answer;
    private final CircuitNumbers circuit;
    private final ChipLaw law;
    private final boolean assembly;
    private final Answer datacenter;

    private ParagraphTree(Classification answer) {
        this.answer = answer;
        this.circuit = answer.circuit();
        this.law = answer.law();
        this.assembly = answer.chip().form() != Form.IC;
        this.datacenter = answer.circuitDatacenter();
    }

    static List<Paragraph> of(Classification answer) {
        ParagraphTree tree = new ParagraphTree(answer);
        return switch (answer.law().formula) {
            case UNREAD -> List.of(tree.edition(Outcome.NOT_ASKED, "these rules begin later"));
            case STAGED -> List.of(tree.edition(Outcome.OPEN, Remark.STAGED.sentence()));
            case OF_2022, TPP -> tree.all();
        };
    }

    private Paragraph edition(Outcome outcome, String why) {
        return new Paragraph("3A090", law.rule("3A090.edition"), "", "", outcome, why, List.of());
    }

    private List<Paragraph> all() {
        List<Paragraph> entries = new ArrayList<>();
        entries.add(entry3A090());
        entries.add(entry4A090());
        if (law.formula == Formula.TPP) {
            entries.add(zParagraphs());
        }
        entries.add(lower());
        if (assembly) {
            entries.add(computer("4A003.b", law.computerApp.stated, "4A003.b".equals(answer.eccn())));
            entries.add(computer("4A994.b", law.lowerApp.stated, answer.has(Remark.LOWER_APP)));
        }
        return entries;
    }

    private Paragraph entry3A090() {
        List<Paragraph> below = new ArrayList<>();
        if (law.formula == Formula.OF_2022) {
            below.add(of2022());
        }
        for (int i = 0; i < law.limbs().length; i++) {
            below.add(limb(i));
        }
        Rule note2 = law.rule("3A090.note-2");
        if (note2 != null) {
            below.add(note2(note2));
        }
        Rule memory = law.rule("3A090.c");
        if (memory != null) {
            below.add(memory(memory));
        }
        Outcome outcome;
        String why;
        if (answer.tier != Tier.NONE || answer.memory) {
            outcome = Outcome.MET;
            why = String.join(", ", answer.paragraphs());
        } else if (answer.eccn() == null) {
            outcome = Outcome.OPEN;
            why = missing();
        } else if (circuit.has(Remark.NOTE_2)) {
            outcome = Outcome.TAKEN_OUT;
            why = "by Note 2";
        } else {
            outcome = Outcome.NOT_MET;
            why = "no paragraph is met";
        }
        return new Paragraph("3A090", law.rule("3A090.edition"), "", "", outcome, why, below);
    }

    private String missing() {
        List<String> names = answer.missing();
        return names.isEmpty()
                ? "what is not stated could decide"
                : "missing and could decide: " + String.join(", ", names);
    }

    private Paragraph of2022() {
        Measure product = performance();
        long transfer = circuit.chip == null ? Chip.UNKNOWN : circuit.chip.ioBandwidthGbps();
        Measure rate = Measure.plain("transfer rate in GB/s", transfer);
        String condition =
                and(condition(rate, law.transferRate2022.stated), condition(product, law.product2022.stated));
        Outcome outcome = Outcome.NOT_MET;
        String why;
        if (answer.tier != Tier.NONE) {
            outcome = Outcome.MET;
            why = "both limits are passed";
        } else if (circuit.tierOpen) {
            outcome = Outcome.OPEN;
            why = missing();
        } else {
            List<String> misses = misses(rate, law.transferRate2022.stated);
            misses.addAll(misses(product, law.product2022.stated));
            why = String.join("; ", misses);
        }
        return new Paragraph(
                "3A090 as of 2022", law.rule("3A090.2022"), condition, values(rate, product), outcome, why, List.of());
    }

    private Measure performance() {
        return Measure.plain(law.formula == Formula.OF_2022 ? "bits x TOPS" : "TPP", circuit.tpp);
    }

    private Paragraph limb(int index) {
        Limb limb = law.limbs()[index];
        Measure tpp = performance();
        Measure density = new Measure("performance density", tpp.dividend(), circuit.area);
        List<Limit> tppLimits = limb.tpp().stated;
        List<Limit> densityLimits = limb.density().stated;
        String condition = and(condition(tpp, tppLimits), condition(density, densityLimits));
        String values = densityLimits.isEmpty() ? values(tpp) : values(tpp, density);
        Outcome outcome;
        String why;
        List<String> tppMisses = misses(tpp, tppLimits);
        if ((circuit.limbs & 1 << index) != 0) {
            boolean out = circuit.has(Remark.NOTE_2);
            outcome = out ? Outcome.TAKEN_OUT : Outcome.MET;
            why = (out ? "the numbers meet it, and Note 2 takes the item out" : "the numbers meet it") + reading();
        } else if ((!tpp.known() || !tppMisses.isEmpty()) && mayPass(tppLimits)) {
            outcome = Outcome.OPEN;
            why = answer.missing().contains(Column.CONTAINS.label())
                    ? "what it contains is missing"
                    : tpp.known()
                            ? "the rates that are known do not meet it, those that are missing could"
                            : "no dense rate is known, so TPP is not";
        } else if (!tpp.known()) {
            outcome = Outcome.NOT_MET;
            why = "no rate is stated that could meet it";
        } else if (!tppMisses.isEmpty()) {
            outcome = Outcome.NOT_MET;
            why = String.join("; ", tppMisses);
        } else if (circuit.area == Chip.UNKNOWN) {
            boolean decides = (circuit.missing & Column.DIES.bit()) != 0;
            outcome = decides ? Outcome.OPEN : Outcome.NOT_ASKED;
            why = decides ? "the dies are missing, so the density is not known" : "no die area could change the answer";
        } else if (circuit.area <= 0) {
            outcome = Outcome.NOT_MET;
            why = "no die is known to be a non-planar logic die, so performance density is not defined";
        } else {
            outcome = Outcome.NOT_MET;
            why = String.join("; ", misses(density, densityLimits)) + reading();
        }
        return new Paragraph(limb.paragraph(), limb.rule(), condition, values, outcome, why, List.of());
    }

    /** Whether what is missing or sparse of the rates leaves room for a performance within these limits. */
    private boolean mayPass(List<Limit> limits) {
        if ((circuit.missing & Column.RATES.bit()) == 0) {
            return false;
        }
        for (Limit limit : limits) {
            boolean upper = limit.sign() == Rule.Sign.BELOW || limit.sign() == Rule.Sign.AT_MOST;
            if (!limit.admits(upper ? Math.max(circuit.tpp, 0) : circuit.most)) {
                return false;
            }
        }
        return true;
    }

    private String reading() {
        boolean open = circuit.has(Remark.DIE_ROLE) || circuit.has(Remark.DIE_PROCESS);
        return open ? ", on the open reading of the dies with the highest density" : "";
    }

    private Paragraph note2(Rule rule) {
        Measure tpp = performance();
        List<Limit> limits = rule.values().limits("tpp");
        String condition = and("not designed or marketed for datacenters", condition(tpp, limits));
        String values = and("datacenter " + Chip.lower(datacenter), tpp.shown());
        Outcome outcome = Outcome.NOT_MET;
        String why;
        boolean asked = circuit.limbs != 0 || circuit.has(Remark.NOTE_2) || circuit.has(Remark.DATACENTER_UNKNOWN);
        if (!asked) {
            outcome = Outcome.NOT_ASKED;
            why = circuit.tierOpen ? "whether a paragraph is met is open" : "the numbers meet no paragraph of .a or .b";
        } else if (!misses(tpp, limits).isEmpty()) {
            why = String.join("; ", misses(tpp, limits));
        } else if (datacenter == Answer.UNKNOWN) {
            outcome = Outcome.OPEN;
            why = Remark.DATACENTER_UNKNOWN.sentence();
        } else if (datacenter == Answer.YES) {
            why = "the item is designed or marketed for datacenters";
        } else {
            outcome = Outcome.MET;
            why = "it takes the item out of .a and .b";
        }
        return new Paragraph("Note 2", rule, condition, values, outcome, why, List.of());
    }

    private Paragraph memory(Rule rule) {
        Chip chip = answer.chip();
        Measure density = new Measure("memory bandwidth density", chip.hbmBandwidthGbps(), chip.hbmAreaMm2());
        String condition = condition(density, law.memoryDensity.stated);
        Outcome outcome = Outcome.NOT_ASKED;
        String why;
        String values = "";
        List<Paragraph> below = List.of();
        if (chip.hbm() == Hbm.NONE || chip.hbm() == Hbm.NOT_STATED) {
            why = chip.hbm() == Hbm.NONE ? "there is no high-bandwidth memory" : "no high-bandwidth memory is stated";
        } else if (assembly) {
            why = "the item is an assembly, not memory";
        } else if (answer.has(Remark.MEMORY_WITH_PROCESSING)) {
            why = "the memory shares its package with processing, which is tested under .a and .b";
        } else {
            values = density.shown();
            if (answer.memory) {
                outcome = Outcome.MET;
                why = "the limit is passed";
                below = List.of(memoryException(density));
            } else if (answer.memoryOpen) {
                outcome = Outcome.OPEN;
                why = "bandwidth or area of the memory is not stated";
            } else {
                outcome = Outcome.NOT_MET;
                why = String.join("; ", misses(density, law.memoryDensity.stated));
            }
        }
        return new Paragraph("3A090.c", rule, condition, values, outcome, why, below);
    }

    private Paragraph memoryException(Measure density) {
        boolean open = answer.hbmExceptionPossible();
        return new Paragraph(
                "License Exception HBM",
                law.rule("3A090.c.exception"),
                condition(density, law.memoryException.stated),
                density.shown(),
                open ? Outcome.MET : Outcome.NOT_MET,
                open
                        ? "the density leaves the exception possible; its other conditions are not asked here"
                        : String.join("; ", misses(density, law.memoryException.stated)),
                List.of());
    }

    private Paragraph entry4A090() {
        Outcome outcome;
        String why;
        if (!assembly) {
            outcome = Outcome.NOT_ASKED;
            why = "the item is an integrated circuit, no computer or assembly";
        } else if (answer.tier != Tier.NONE) {
            outcome = Outcome.MET;
            why = "it contains an integrated circuit that meets 3A090"
                    + (circuit.chip == null || circuit.chip.equals(answer.chip()) ? "" : ": " + circuit.chip.id());
        } else if (answer.eccn() == null) {
            outcome = Outcome.OPEN;
            why = missing();
        } else if (answer.has(Remark.NOTE_2)) {
            outcome = Outcome.TAKEN_OUT;
            why = "an integrated circuit that Note 2 excludes is disregarded here too (Note 4)";
        } else {
            outcome = Outcome.NOT_MET;
            why = "it contains no integrated circuit that meets 3A090";
        }
        return new Paragraph(
                "4A090",
                law.rule("4A090"),
                "contains an integrated circuit that meets 3A090",
                "",
                outcome,
                why,
                List.of());
    }

    private Paragraph zParagraphs() {
        Rule rule = answer.zRule;
        Outcome outcome = Outcome.NOT_ASKED;
        String why;
        String name = ".z paragraphs";
        if (rule != null) {
            outcome = Outcome.MET;
            name = String.valueOf(answer.eccn());
            why = "the item is already in " + rule.values().text("base") + " and meets the limits of 3A090 or 4A090";
        } else if (answer.tier == Tier.NONE) {
            why = "the limits of 3A090 and 4A090 are not met";
        } else if ((answer.missing & (Column.BASE_ECCN.bit() | Column.ENCRYPTION.bit())) != 0) {
            outcome = Outcome.OPEN;
            why = missing();
        } else {
            outcome = Outcome.NOT_MET;
            why = "the item is stated to be in no other entry that has such a paragraph";
        }
        return new Paragraph(
                name,
                rule == null ? law.rule("z.order") : rule,
                "already in another entry, and meets the limits of 3A090 or 4A090",
                "",
                outcome,
                why,
                List.of());
    }

    /** 3A991.p, and 4A994.l around it. */
    private Paragraph lower() {
        String otherwise = notElsewhere();
        Measure tops = Measure.plain("TOPS", circuit.tops);
        long transfer = circuit.chip == null ? Chip.UNKNOWN : circuit.chip.ioBandwidthGbps();
        Measure rate = Measure.plain("transfer rate in GB/s", transfer);
        List<Paragraph> below = List.of(
                lower("3A991.p.1", tops, law.lowerTops.stated, Column.RATES, otherwise),
                lower("3A991.p.2", rate, law.lowerTransferRate.stated, Column.IO_BANDWIDTH_GBPS, otherwise));
        Outcome outcome;
        String why;
        if (otherwise != null) {
            outcome = Outcome.NOT_ASKED;
            why = otherwise;
        } else if (answer.lower) {
            outcome = Outcome.MET;
            why = circuit.lower ? "one of its paragraphs is enough" : "another circuit of it meets 3A991.p";
        } else if (answer.lowerMissing != 0) {
            outcome = Outcome.OPEN;
            why = missing();
        } else {
            outcome = Outcome.NOT_MET;
            why = "no paragraph is met";
        }
        return assembly
                ? new Paragraph(
                        "4A994.l",
                        law.rule("4A994.l"),
                        "contains an integrated circuit that meets 3A991.p, not elsewhere specified",
                        "",
                        outcome,
                        why,
                        below)
                : new Paragraph("3A991.p", null, "not elsewhere specified", "", outcome, why, below);
    }

    /** Why nothing "not elsewhere specified" was asked, or null if it was. */
    private @Nullable String notElsewhere() {
        String eccn = answer.eccn();
        if (eccn == null) {
            return "whether 3A090 is met is open";
        }
        if (answer.tier != Tier.NONE || answer.memory) {
            return "3A090 is met, so the item is specified elsewhere";
        }
        boolean asked = eccn.equals(ChipClassifier.OTHER) || eccn.equals("3A991.p") || eccn.equals("4A994.l");
        return asked ? null : "the item is in " + eccn + ", so it is specified elsewhere";
    }

    private Paragraph lower(
            String name, Measure measure, List<Limit> limits, Column column, @Nullable String otherwise) {
        Outcome outcome;
        String why;
        if (otherwise != null) {
            outcome = Outcome.NOT_ASKED;
            why = otherwise;
        } else if (measure.known() && misses(measure, limits).isEmpty()) {
            outcome = Outcome.MET;
            why = "the limit is passed";
        } else if ((circuit.lowerMissing & column.bit()) != 0) {
            outcome = Outcome.OPEN;
            why = "missing: " + column.label();
        } else if (!measure.known()) {
            outcome = Outcome.NOT_ASKED;
            why = column.label() + " is not stated, and could not change the answer";
        } else {
            outcome = Outcome.NOT_MET;
            why = String.join("; ", misses(measure, limits));
        }
        return new Paragraph(
                name, law.rule(name), condition(measure, limits), measure.shown(), outcome, why, List.of());
    }

    /** The paragraphs that turn on the adjusted peak performance of a computer. */
    private Paragraph computer(String name, List<Limit> limits, boolean met) {
        Measure app =
                Measure.plain("adjusted peak performance in WT", answer.chip().appWt());
        Outcome outcome;
        String why;
        if (met) {
            outcome = Outcome.MET;
            why = app.known() && misses(app, limits).isEmpty()
                    ? "the limit is passed"
                    : "the item is stated to be in this entry";
        } else if (!app.known()) {
            outcome = Outcome.NOT_ASKED;
            why = "app_wt is not stated";
        } else if (!misses(app, limits).isEmpty()) {
            outcome = Outcome.NOT_MET;
            why = String.join("; ", misses(app, limits));
        } else {
            outcome = Outcome.NOT_ASKED;
            why = answer.eccn() == null ? "whether 3A090 is met is open" : "the item is in " + answer.eccn() + " first";
        }
        return new Paragraph(name, law.rule(name), condition(app, limits), app.shown(), outcome, why, List.of());
    }

    private static List<String> misses(Measure measure, List<Limit> limits) {
        List<String> misses = new ArrayList<>();
        for (Limit limit : limits) {
            if (measure.known() && !measure.passes(limit)) {
                misses.add(measure.miss(limit));
            }
        }
        return misses;
    }

    private static String condition(Measure measure, List<Limit> limits) {
        StringBuilder condition = new StringBuilder();
        for (Limit limit : limits) {
            condition
                    .append(condition.isEmpty() ? measure.name() + " " : " and ")
                    .append(limit);
        }
        return condition.toString();
    }

    private static String and(String one, String other) {
        return other.isEmpty() ? one : one + ", " + other;
    }

    private static String values(Measure... measures) {
        StringBuilder values = new StringBuilder();
        for (Measure measure : measures) {
            values.append(values.isEmpty() ? "" : ", ").append(measure.shown());
        }
        return values.toString();
    }
}
