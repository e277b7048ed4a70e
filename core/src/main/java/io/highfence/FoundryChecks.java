package io.highfence;

import io.highfence.chip.Chip;
import io.highfence.chip.Classification;
import io.highfence.law.Finding;
import io.highfence.law.FoundryFacts;
import io.highfence.law.FoundryPresumption;
import io.highfence.law.Known;
import io.highfence.law.LicenseAnswer;
import io.highfence.law.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the lines of an order are presumed to be 3A090.a, because a fabricator or an assembler ships them. */
final class FoundryChecks {
    private final FoundryPresumption presumption;

    FoundryChecks(RuleBook rules) {
        this.presumption = FoundryPresumption.of(rules);
    }

    /** What the presumption makes of a line; null where it binds nobody, or nothing is said that it could bind. */
    @Nullable
    Finding judge(Order order, Item item, LocalDate asOf) {
        FoundryFacts.Exporter exporter = exporter(order, item);
        return exporter == null ? null : presumption.judge(exporter, facts(item), asOf);
    }

    /**
     * Reports what the presumption makes of a line, and when it will make something else of it.
     *
     * @param eccn another ECCN than 3A090.a that the line has by itself, or null
     */
    void report(Order order, int line, @Nullable String eccn, Finding finding, LocalDate asOf, Decision out) {
        Item item = order.items().get(line);
        boolean givesWay = isPresumed(finding) && eccn != null;
        Finding said = givesWay
                ? finding.saying(
                        finding.text() + " What it is by itself, " + eccn + ", gives way where that is lighter.")
                : finding;
        out.add(named(Findings.reason(said, Reason.Subject.line(line), ""), line));
        FoundryFacts.Exporter exporter = exporter(order, item);
        LocalDate next = exporter == null ? null : presumption.changesOn(exporter, facts(item), asOf);
        if (next != null) {
            out.changesOn(next, "the foundry presumption");
        }
    }

    /**
     * Reports where the figures attested of a line contradict its ECCN or its chip.
     *
     * @param eccn the ECCN that the line has by itself, or null
     */
    void contradiction(
            Item item,
            int line,
            @Nullable String eccn,
            @Nullable Classification classification,
            LocalDate asOf,
            Decision out) {
        if (item.foundry() == null) {
            return;
        }
        Finding finding = presumption.contradiction(
                item.foundry(),
                eccn,
                classification == null ? -1 : classification.tppMillionths(),
                item.chip() == null
                        ? Known.UNKNOWN
                        : Known.parse(item.chip().datacenter().name()),
                asOf);
        if (finding != null) {
            out.add(named(Findings.reason(finding, Reason.Subject.line(line), ""), line));
        }
    }

    static boolean isPresumed(@Nullable Finding finding) {
        return finding != null && finding.reason().equals(FoundryPresumption.PRESUMED);
    }

    /** What the exporter does: not known where the order speaks of a foundry and not of who exports. */
    private static FoundryFacts.@Nullable Exporter exporter(Order order, Item item) {
        FoundryFacts.Exporter exporter = order.exporter().role();
        return exporter == null && item.foundry() != null ? FoundryFacts.Exporter.UNKNOWN : exporter;
    }

    /** The names of the order for what is missing, and what to do next. */
    private static Reason named(Reason reason, int line) {
        List<String> missing = reason.missing().stream()
                .map(fact -> fact.startsWith("exporter.") ? fact : "items[" + line + "].foundry." + fact)
                .toList();
        String change = switch (reason.rule()) {
            case FoundryPresumption.OVERCOME -> "";
            case FoundryPresumption.NEEDS_DATA -> "Give " + String.join(", ", missing) + ".";
            case LicenseAnswer.RULE_UNVERIFIED -> "A named person promotes the rule in the rule file.";
            case FoundryPresumption.CONTRADICTED -> "A person settles which figures and which ECCN are right.";
            case FoundryPresumption.REVIEW -> "A person looks, and writes down why the doubt is settled.";
            default ->
                "An attestation of performance and density below 3A090.a by an approved or authorized designer; or of"
                        + " the transistor count, by the fabricator that packaged the die outside Macau and D:5 or by an"
                        + " approved OSAT company.";
        };
        return new Reason(
                reason.rule(),
                reason.verdict(),
                reason.holdKind(),
                reason.basis(),
                reason.subject(),
                reason.text(),
                reason.citation(),
                missing,
                change);
    }

    /** What the line says, and what its chip adds to it; where the two differ, what binds. */
    private static FoundryFacts facts(Item item) {
        FoundryFacts said = item.foundry() == null ? FoundryFacts.UNKNOWN : item.foundry();
        Chip chip = item.chip();
        if (chip == null) {
            return said;
        }
        List<Chip.Die> dies = chip.dies().stream()
                .filter(die -> die.role() == Chip.Role.LOGIC || die.role() == Chip.Role.IO)
                .toList();
        boolean logic = dies.stream().anyMatch(die -> die.role() == Chip.Role.LOGIC);
        Known nonPlanar = processes(dies).anyMatch(process -> process == Chip.ProcessType.NONPLANAR)
                ? Known.YES
                : !dies.isEmpty() && processes(dies).allMatch(process -> process == Chip.ProcessType.PLANAR)
                        ? Known.NO
                        : Known.UNKNOWN;
        return new FoundryFacts(
                logic ? Known.YES : said.logic(),
                said.nodeNm(),
                yesWins(nonPlanar, said.nonPlanar()),
                attestation(said.attestation(), chip.hbm()));
    }

    private static Stream<Chip.ProcessType> processes(List<Chip.Die> dies) {
        return dies.stream().map(Chip.Die::process);
    }

    private static FoundryFacts.@Nullable Attestation attestation(
            FoundryFacts.@Nullable Attestation said, Chip.Hbm hbm) {
        if (said == null) {
            return null;
        }
        Known inChip = switch (hbm) {
            case COPACKAGED, STANDALONE -> Known.YES;
            case NONE -> Known.NO;
            case NOT_STATED -> Known.UNKNOWN;
        };
        FoundryFacts.FinalPackage it = said.finalPackage();
        return new FoundryFacts.Attestation(
                said.by(),
                said.tpp(),
                said.performanceDensity(),
                said.designer(),
                new FoundryFacts.FinalPackage(
                        it.byFabricator(), it.country(), it.transistors(), yesWins(inChip, it.hbm())));
    }

    private static Known yesWins(Known one, Known other) {
        return one == Known.YES || other == Known.UNKNOWN ? one : other;
    }
}
