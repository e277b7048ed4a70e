package io.highfence;

import io.highfence.law.Finding;
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
                        ? java.util.List.of(finding.reason())
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

    private static Reason.Basis basis(Finding.Basis basis) {
        return switch (basis) {
            case LAW -> Reason.Basis.LAW;
            case GUIDANCE -> Reason.Basis.GUIDANCE;
            case POLICY -> Reason.Basis.POLICY;
            case CONTRACT -> Reason.Basis.CONTRACT;
        };
    }
}
