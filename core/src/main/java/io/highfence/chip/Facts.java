package io.highfence.chip;

import io.highfence.base.Decimal;
import io.highfence.chip.Chip.Answer;
import io.highfence.chip.Chip.Die;
import io.highfence.chip.Chip.Encryption;
import io.highfence.chip.Chip.Fault;
import io.highfence.chip.Chip.Form;
import io.highfence.chip.Chip.Hbm;
import io.highfence.chip.Chip.Rate;
import io.highfence.chip.Evidence.Fact;
import io.highfence.chip.Evidence.Origin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts behind a classification, each with its unit and with where it comes from. */
final class Facts {
    /** A rack names many parts; the explanation is for reading. */
    private static final int PARTS_SHOWN = 12;

    private final Classification answer;
    private final List<Fact> facts = new ArrayList<>();

    private Facts(Classification answer) {
        this.answer = answer;
    }

    static List<Fact> of(Classification answer) {
        Facts collected = new Facts(answer);
        Chip chip = answer.chip();
        collected.item(chip);
        Chip circuit = answer.circuit().chip;
        if (circuit != null && !circuit.equals(chip)) {
            collected.circuit(circuit, circuit.id() + ": ");
        } else if (chip.form() == Form.IC || chip.parts().isEmpty()) {
            collected.circuit(chip, "");
        }
        collected.rest(chip);
        collected.derived();
        return collected.facts;
    }

    private void add(String name, String value, String unit, Origin origin, String remark) {
        facts.add(new Fact(name, value, unit, origin, remark));
    }

    private static Origin origin(Chip chip, Column column) {
        return chip.fromCatalogue(column) ? Origin.CATALOGUE : Origin.GIVEN;
    }

    private Origin absent(Column column) {
        return (answer.missing & column.bit()) != 0 ? Origin.MISSING : Origin.NOT_STATED;
    }

    private void item(Chip chip) {
        for (Fault fault : chip.faults()) {
            add(fault.column(), "", "", Origin.MISSING, "cannot be judged: " + fault.reason());
        }
        row(chip, "");
        add(
                "form",
                Chip.lower(chip.form()),
                "",
                chip.formStated() ? origin(chip, Column.FORM) : Origin.ASSUMED,
                chip.formStated() ? "" : "an integrated circuit unless stated otherwise");
        List<Chip> parts = chip.parts();
        if (!parts.isEmpty()) {
            List<String> names = parts.stream().limit(PARTS_SHOWN).map(Chip::id).toList();
            String more = parts.size() > PARTS_SHOWN ? " and " + (parts.size() - PARTS_SHOWN) + " more" : "";
            boolean several = chip.circuits().length > 1;
            add(
                    "contains",
                    String.join(", ", names) + more,
                    "",
                    origin(chip, Column.CONTAINS),
                    several ? "the gravest of " + chip.circuits().length + " different circuits answers" : "");
        } else if (chip.form() != Form.IC) {
            add("contains", "", "", absent(Column.CONTAINS), "");
        }
    }

    private void row(Chip chip, String prefix) {
        String name = chip.catalogueName();
        ChipCatalogue.Entry entry =
                name == null ? null : ChipCatalogue.bundled().find(name);
        if (entry == null) {
            return;
        }
        String seen = switch (entry.confidence()) {
            case TWO_SOURCES -> "seen in two sources";
            case ONE_SOURCE -> "seen in one source";
            case UNVERIFIED -> "not verified";
        };
        String flag = entry.flag().isEmpty() ? "" : ". " + entry.flag();
        add(prefix + "catalogue row", name(entry), "", Origin.CATALOGUE, entry.source() + "; " + seen + flag);
    }

    private static String name(ChipCatalogue.Entry entry) {
        return entry.names().get(0);
    }

    private void circuit(Chip circuit, String prefix) {
        if (!prefix.isEmpty()) {
            row(circuit, prefix);
        }
        if (circuit.form() == Form.IC && !circuit.parts().isEmpty()) {
            for (Chip part : circuit.parts()) {
                row(part, prefix + part.id() + ": ");
                rates(part, prefix + part.id() + ": ");
                dies(part, prefix + part.id() + ": ");
            }
            if (!circuit.dies().isEmpty()) {
                dies(circuit, prefix);
            }
        } else {
            rates(circuit, prefix);
            dies(circuit, prefix);
        }
        datacenter(circuit, prefix);
        number(circuit, prefix, Column.IO_BANDWIDTH_GBPS, circuit.ioBandwidthGbps(), "GB/s");
    }

    private void rates(Chip chip, String prefix) {
        for (Rate rate : chip.rates()) {
            String remark = rate.analog() ? "no bit length" : rate.bits() + " bits";
            if (rate.leastBits() != rate.bits()) {
                remark += " in storage, " + rate.leastBits() + " in use";
            }
            if (rate.sparse()) {
                remark += "; sparse, so only an upper limit of the dense rate";
            }
            boolean halved = chip.assumed2to4() && !rate.sparse();
            add(
                    prefix + "rate " + rate.format(),
                    Decimal.toString(rate.teraOps()),
                    "TOPS",
                    origin(chip, Column.RATES),
                    remark + (halved ? "; sparse figures were halved, assuming 2:4 sparsity" : ""));
        }
        if (chip.rates().isEmpty()) {
            add(prefix + "rates", "", "TOPS", absent(Column.RATES), "");
        }
    }

    private void dies(Chip chip, String prefix) {
        for (Die die : chip.dies()) {
            add(
                    prefix + "die",
                    Decimal.toString(die.areaMm2()),
                    "mm2",
                    origin(chip, Column.DIES),
                    Chip.lower(die.process()) + ", " + Chip.lower(die.role()));
        }
        if (chip.dies().isEmpty()) {
            add(prefix + "dies", "", "mm2", absent(Column.DIES), "");
        }
    }

    private void datacenter(Chip circuit, String prefix) {
        String name = prefix + "designed or marketed for datacenters";
        Answer stated = circuit.datacenter();
        Chip source = circuit;
        if (stated == Answer.UNKNOWN && !circuit.equals(answer.chip())) {
            source = answer.chip();
            stated = source.datacenter();
        }
        if (stated != Answer.UNKNOWN) {
            add(name, Chip.lower(stated), "", origin(source, Column.DATACENTER), "");
        } else if (answer.circuit().has(Remark.DATACENTER_UNKNOWN)) {
            add(name, "yes", "", Origin.ASSUMED, "not known, and decides; treated as yes");
        } else {
            add(name, "", "", Origin.NOT_STATED, "");
        }
    }

    private void number(Chip chip, String prefix, Column column, long value, String unit) {
        String name = prefix + column.label();
        if (value != Chip.UNKNOWN) {
            add(name, Decimal.toString(value), unit, origin(chip, column), "");
        } else if (absent(column) == Origin.MISSING) {
            add(name, "", unit, Origin.MISSING, "");
        }
    }

    /** What is stated of the item as a whole, and what is missing of it. */
    private void rest(Chip chip) {
        if (chip.hbm() != Hbm.NOT_STATED || absent(Column.HBM) == Origin.MISSING) {
            boolean stated = chip.hbm() != Hbm.NOT_STATED;
            add(
                    "hbm",
                    stated ? Chip.lower(chip.hbm()) : "",
                    "",
                    stated ? origin(chip, Column.HBM) : Origin.MISSING,
                    "");
        }
        number(chip, "", Column.HBM_BANDWIDTH_GBPS, chip.hbmBandwidthGbps(), "GB/s");
        number(chip, "", Column.HBM_AREA_MM2, chip.hbmAreaMm2(), "mm2");
        number(chip, "", Column.DRAM_BANDWIDTH_GBPS, chip.dramBandwidthGbps(), "GB/s");
        number(chip, "", Column.APP_WT, chip.appWt(), "WT");
        number(chip, "", Column.TRANSISTORS_BN, chip.transistorsBn(), "thousand million");
        text(chip, Column.BASE_ECCN, chip.baseEccn());
        text(chip, Column.VENDOR_ECCN, chip.vendorEccn());
        encryption(chip);
        if (absent(Column.DATE) == Origin.MISSING) {
            add("date", answer.asOf().toString(), "", Origin.MISSING, "these rules do not reach back to that day");
        }
    }

    private void text(Chip chip, Column column, @Nullable String value) {
        if (value != null) {
            add(column.label(), value, "", origin(chip, column), "");
        } else if (absent(column) == Origin.MISSING) {
            add(column.label(), "", "", Origin.MISSING, "");
        }
    }

    private void encryption(Chip chip) {
        switch (chip.encryption()) {
            case NOT_STATED -> {
                if (answer.has(Remark.ENCRYPTION_NOT_STATED)) {
                    add("encryption", "none", "", Origin.ASSUMED, "nothing is stated");
                }
            }
            case UNKNOWN -> add("encryption", "unknown", "", absent(Column.ENCRYPTION), "");
            default ->
                add(
                        "encryption",
                        word(chip.encryption()),
                        "",
                        origin(chip, Column.ENCRYPTION),
                        answer.has(Remark.ENCRYPTION_AS_A) ? "read as 5A002.a" : "");
        }
    }

    private static String word(Encryption encryption) {
        return switch (encryption) {
            case MASS_MARKET -> "mass market";
            case ECCN_5A002 -> "5A002";
            default -> Chip.lower(encryption);
        };
    }

    private void derived() {
        derived("TPP", answer.tpp(), "TPP", answer.tppFormat() == null ? "" : "of " + answer.tppFormat());
        if (answer.circuit().area >= 0) {
            derived(
                    "applicable die area",
                    new BigDecimal(Decimal.toString(answer.circuit().area)),
                    "mm2",
                    answer.circuit().area == 0 ? "no non-planar logic die" : "");
        }
        derived("performance density", answer.performanceDensity(), "TPP/mm2", "cut after four decimals");
        derived("memory bandwidth density", answer.memoryBandwidthDensity(), "GB/s per mm2", "cut after four decimals");
    }

    private void derived(String name, @Nullable BigDecimal value, String unit, String remark) {
        if (value != null) {
            add(name, value.toPlainString(), unit, Origin.DERIVED, remark);
        }
    }
}
