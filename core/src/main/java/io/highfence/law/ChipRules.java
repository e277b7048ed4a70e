package io.highfence.law;

import io.highfence.law.RuleFamily.Coverage;
import io.highfence.law.RuleFields.Kind;
import java.util.List;

/** The families of the advanced-computing thresholds: what makes a chip or a computer what entry of the control list. */
final class ChipRules {
    static final String KNOWN_LETTER = "letter";
    static final String GP10 = "gp10";
    static final String LIMB_3A090 = "3A090.limb";
    static final String NOTE_2 = "3A090.note-2";

    private static final RuleFields NONE = RuleFields.NONE;
    private static final RuleFields LIMB = NONE.with(Kind.TEXT, "paragraph")
            .oneOf("tier", "a", "b")
            .with(Kind.LIMITS, "tpp")
            .maybe(Kind.LIMITS, "tppPerMm2");
    private static final RuleFields DENSITY = NONE.with(Kind.LIMITS, "gbPerSecondPerMm2");
    private static final RuleFields WT = NONE.with(Kind.LIMITS, "wt");

    /** ECCN 3A090 with its notes, in every version since 2022. */
    static final RuleGroup ENTRY_3A090 = RuleGroup.of(
            "chip-3a090",
            List.of("chip-3a090.json"),
            List.of(
                    RuleFamily.of(
                            "3A090.edition", Coverage.ALWAYS, NONE.oneOf("formula", "unread", "staged", "2022", "tpp")),
                    RuleFamily.of("3A090.tpp", Coverage.ONCE_BEGUN, NONE),
                    RuleFamily.of("3A090.pd", Coverage.ONCE_BEGUN, NONE),
                    RuleFamily.of(LIMB_3A090, Coverage.ONCE_BEGUN, LIMB).keyedBy("paragraph"),
                    RuleFamily.of(NOTE_2, Coverage.ONCE_BEGUN, NONE.with(Kind.LIMITS, "tpp")),
                    RuleFamily.of("3A090.note-4", Coverage.ONCE_BEGUN, NONE),
                    RuleFamily.of("3A090.reading", Coverage.ONCE_BEGUN, NONE.with(Kind.TEXT, "point"))
                            .keyedBy("point"),
                    RuleFamily.of("3A090.no-area", Coverage.ONCE_BEGUN, NONE.with(Kind.LIMITS, "tpp")),
                    RuleFamily.of("3A090.near", Coverage.ONCE_BEGUN, NONE.with(Kind.DECIMAL, "percent")),
                    RuleFamily.of("3A090.c", Coverage.ONCE_BEGUN, DENSITY),
                    RuleFamily.of("3A090.c.exception", Coverage.ONCE_BEGUN, DENSITY),
                    RuleFamily.of("3A090.c.processing", Coverage.ONCE_BEGUN, NONE),
                    RuleFamily.of("3A090.c.compliance", Coverage.SPAN, NONE),
                    RuleFamily.of(
                            "3A090.2022",
                            Coverage.SPAN,
                            NONE.with(Kind.LIMITS, "gbPerSecond")
                                    .with(Kind.LIMITS, "product")
                                    .with(Kind.WHOLE, "analogBits")),
                    RuleFamily.of("3A090.2022-elsewhere", Coverage.SPAN, NONE)));

    /** What is below 3A090, and what stands around the chip. */
    static final RuleGroup LOWER = RuleGroup.of(
            "chip-lower",
            List.of("chip-lower.json"),
            List.of(
                    RuleFamily.of("4A090", Coverage.ONCE_BEGUN, NONE),
                    RuleFamily.of("3A991.p.1", Coverage.ONCE_BEGUN, NONE.with(Kind.LIMITS, "tops")),
                    RuleFamily.of("3A991.p.2", Coverage.ONCE_BEGUN, NONE.with(Kind.LIMITS, "gbPerSecond")),
                    RuleFamily.of("4A994.l", Coverage.ONCE_BEGUN, NONE),
                    RuleFamily.of("4A003.b", Coverage.ONCE_BEGUN, WT),
                    RuleFamily.of("4A994.b", Coverage.ONCE_BEGUN, WT)));

    /** The .z paragraphs: items of other entries that meet the limits. */
    static final RuleGroup Z = RuleGroup.of(
            "chip-z",
            List.of("chip-z.json"),
            List.of(
                    RuleFamily.of(
                                    "z",
                                    Coverage.ONCE_BEGUN,
                                    NONE.with(Kind.TEXT, "base")
                                            .with(Kind.TEXT, "a")
                                            .with(Kind.TEXT, "b")
                                            .maybe(Kind.TEXT, "provided"))
                            .keyedBy("base"),
                    RuleFamily.of("z.numbering", Coverage.SPAN, NONE),
                    RuleFamily.of("z.order", Coverage.ONCE_BEGUN, NONE)));

    /** What a chip is warned of beyond its paragraph. */
    static final RuleGroup WARNINGS = RuleGroup.of(
            "chip-warnings",
            List.of("chip-warnings.json"),
            List.of(
                    RuleFamily.of(
                            KNOWN_LETTER,
                            Coverage.ANY,
                            NONE.with(Kind.TEXTS, "names").with(Kind.LIMITS, "dramGbPerSecond")),
                    RuleFamily.of(GP10, Coverage.ANY, NONE.with(Kind.TEXTS, "names"))));

    private ChipRules() {}
}
