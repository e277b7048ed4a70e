package io.highfence.law;

import io.highfence.law.RuleFamily.Coverage;
import io.highfence.law.RuleFields.Kind;
import java.util.List;

/** The families of the advanced-computing thresholds: what makes a chip a 3A090 chip. */
final class ChipRules {
    private static final RuleFields LIMB =
            RuleFields.NONE.with(Kind.LIMITS, "tpp").maybe(Kind.LIMITS, "tppPerMm2");

    static final RuleGroup GROUP = RuleGroup.of(
            "chip-3a090",
            List.of("chip-3a090.json"),
            List.of(
                    RuleFamily.of("3A090.a.1", Coverage.ONCE_BEGUN, LIMB),
                    RuleFamily.of("3A090.a.2", Coverage.ONCE_BEGUN, LIMB),
                    RuleFamily.of("3A090.b.1", Coverage.ONCE_BEGUN, LIMB),
                    RuleFamily.of("3A090.b.2", Coverage.ONCE_BEGUN, LIMB)));

    private ChipRules() {}
}
