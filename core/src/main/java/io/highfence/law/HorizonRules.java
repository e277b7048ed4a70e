package io.highfence.law;

import io.highfence.law.RuleFamily.Coverage;
import io.highfence.law.RuleFields.Kind;
import java.util.List;

/** How far the rules were read: the day of the newest text, and the amendments that nobody has read. */
final class HorizonRules {
    static final String VERIFIED_THROUGH = "verified-through";
    static final String UNREVIEWED = "unreviewed-amendment";

    static final RuleGroup GROUP = RuleGroup.of(
            "horizon",
            List.of("horizon.json"),
            List.of(
                    RuleFamily.of(VERIFIED_THROUGH, Coverage.ALWAYS, RuleFields.NONE.with(Kind.DATE, "day")),
                    RuleFamily.of(UNREVIEWED, Coverage.ANY, RuleFields.NONE.with(Kind.TEXTS, "sections"))));

    private HorizonRules() {}
}
