package io.highfence;

import io.highfence.law.Finding;
import io.highfence.law.Rule;
import io.highfence.law.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the law finds, as reasons of a decision: one to one, nothing decided here. */
final class Findings {
    private Findings() {}

    static Reason reason(Finding finding, Reason.Subject subject, String change) {
        return reason(finding, finding.reviewPolicy(), subject, change);
    }

    static Reason reason(Finding finding, @Nullable String policy, Reason.Subject subject, String change) {
        return new Reason(
                finding.reason(),
                verdict(finding.level()),
                hold(finding.hold()),
                basis(finding.basis()),
                subject,
                policy == null ? finding.text() : finding.text() + " Review policy: " + policy + ".",
                finding.citation(),
                finding.level() == Finding.Level.NEEDS_DATA && finding.missing().isEmpty()
                        ? List.of(finding.reason())
                        : finding.missing(),
                change);
    }

    static Verdict verdict(Finding.Level level) {
        return switch (level) {
            case CLEAR -> Verdict.CLEAR;
            case NEEDS_DATA -> Verdict.NEEDS_DATA;
            case HOLD -> Verdict.HOLD;
            case BLOCK -> Verdict.BLOCK;
        };
    }

    static @Nullable HoldKind hold(Finding.@Nullable Hold hold) {
        return hold == null
                ? null
                : switch (hold) {
                    case LICENSE -> HoldKind.LICENSE;
                    case NOTICE -> HoldKind.NOTICE;
                    case STATEMENT -> HoldKind.STATEMENT;
                    case REVIEW -> HoldKind.REVIEW;
                    case RED_FLAG -> HoldKind.RED_FLAG;
                    case STALE -> HoldKind.STALE;
                };
    }

    /** An answer that rests on a section with an amendment that nobody has read holds until a named person accepts it. */
    static void amended(
            RuleBook rules,
            Settings settings,
            Predicate<String> isRelied,
            LocalDate asOf,
            Reason.Subject subject,
            Decision out) {
        Settings.Acceptance accepted = settings.acceptedThrough();
        boolean isAccepted = accepted != null && !asOf.isAfter(accepted.date());
        for (Rule amendment : rules.unreviewedAmendments()) {
            if (amendment.inForce().contains(asOf)
                    && amendment.values().texts("sections").stream().anyMatch(isRelied)) {
                out.add(new Reason(
                        "RELIES_ON_UNREVIEWED_AMENDMENT",
                        isAccepted ? Verdict.CLEAR : Verdict.HOLD,
                        isAccepted ? null : HoldKind.STALE,
                        Reason.Basis.POLICY,
                        subject,
                        "The answer rests on a section that was amended, and the amendment was not read. "
                                + amendment.note(),
                        amendment.citation(),
                        List.of(),
                        isAccepted ? "" : "Load newer rules, or let a named person accept these (acceptedThrough)."));
            }
        }
    }

    private static Reason.Basis basis(Finding.Basis basis) {
        return switch (basis) {
            case LAW -> Reason.Basis.LAW;
            case GUIDANCE -> Reason.Basis.GUIDANCE;
            case POLICY -> Reason.Basis.POLICY;
            case CONTRACT -> Reason.Basis.CONTRACT;
        };
    }
}
