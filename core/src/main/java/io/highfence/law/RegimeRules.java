package io.highfence.law;

import io.highfence.law.Rule.Limit;
import io.highfence.law.Rule.Sign;
import io.highfence.law.RuleFamily.Coverage;
import io.highfence.law.RuleFields.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The regimes of several jurisdictions for advanced chips, one profile each: limits of their own in any number of tiers, or a
 * pointer at the entries of the United States, or the statement that the limits are not loaded.
 */
final class RegimeRules {
    static final String REGIME = "regime";

    private static final RuleFields TIER = RuleFields.NONE
            .with(Kind.TEXT, "paragraph")
            .maybe(Kind.LIMITS, "tpp")
            .maybe(Kind.LIMITS, "tppPerMm2");

    static final RuleGroup GROUP = RuleGroup.of(
            "regimes",
            List.of("regimes.json"),
            List.of(RuleFamily.of(
                            REGIME,
                            Coverage.ALWAYS,
                            RuleFields.NONE
                                    .with(Kind.TEXT, "regime")
                                    .with(Kind.TEXT, "name")
                                    .with(Kind.TEXTS, "notLoaded")
                                    .maybeOneOf("sameAs", "US-entries")
                                    .maybeOneOf("assemblies", "circuits", "unread")
                                    .maybe(Kind.GROUPS, "tiers", TIER))
                    .keyedBy("regime")
                    .checkedBy(RegimeRules::fault)));

    private RegimeRules() {}

    private static @Nullable String fault(Rule.Values values) {
        boolean tiers = values.has("tiers");
        if (tiers && values.has("sameAs")) {
            return "a profile has 'tiers' of its own or is 'sameAs' another, not both";
        }
        if (tiers != values.has("assemblies")) {
            return "'tiers' and 'assemblies' go together";
        }
        if (!tiers && !values.has("sameAs") && values.texts("notLoaded").isEmpty()) {
            return "a profile without 'tiers' must say in 'notLoaded' what is missing";
        }
        if (!tiers) {
            return null;
        }
        if (values.groups("tiers").isEmpty()) {
            return "'tiers' holds no tier";
        }
        for (Rule.Values tier : values.groups("tiers")) {
            String paragraph = tier.text("paragraph");
            if (!tier.has("tpp") && !tier.has("tppPerMm2")) {
                return "the tier " + paragraph + " has no limit";
            }
            if ((tier.has("tpp") && isEmpty(tier.limits("tpp")))
                    || (tier.has("tppPerMm2") && isEmpty(tier.limits("tppPerMm2")))) {
                return "no value can pass all limits of the tier " + paragraph;
            }
        }
        return null;
    }

    /** Whether the limits shut every value out; values are whole millionths. */
    private static boolean isEmpty(List<Limit> limits) {
        long lowest = limits.stream()
                .filter(limit -> limit.sign() == Sign.AT_LEAST || limit.sign() == Sign.ABOVE)
                .mapToLong(limit -> limit.sign() == Sign.ABOVE ? limit.value() + 1 : limit.value())
                .max()
                .orElse(0);
        Optional<Long> highest = limits.stream()
                .filter(limit -> limit.sign() == Sign.AT_MOST || limit.sign() == Sign.BELOW)
                .map(limit -> limit.sign() == Sign.BELOW ? limit.value() - 1 : limit.value())
                .min(Long::compare);
        return highest.isPresent() && highest.get() < lowest;
    }
}
