package io.highfence.law;

import io.highfence.law.RuleFamily.Coverage;
import io.highfence.law.RuleFields.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The families of everything that decides about a license: places, embargoes, requirements, lists, end uses, exceptions, policies. */
final class LicenseRules {
    static final String COUNTRY_GROUP = "country-group";
    static final String READ_AS = "read-as";
    static final String D5M = "d5m";

    static final String DE_MINIMIS = "de-minimis";
    static final String NO_DE_MINIMIS = "no-de-minimis";
    static final String DIRECT_PRODUCT = "foreign-direct-product";

    static final String EMBARGO = "embargo";
    static final String NO_ADVANCED_COMPUTING = "no-advanced-computing-exception";
    static final String TARIFF_NUMBER = "tariff-number";
    static final String REGION_NEEDED = "region-needed";
    static final String REGION_NAME = "region-name";
    static final String STREET_WORD = "street-word";

    static final String CONTROLLED_ENTRY = "controlled-entry";
    static final String REQUIREMENT = "license-requirement";
    static final String RELIEF = "relief";
    static final String HEADQUARTERS_ROLES = "headquarters-roles";
    static final String APPROVED_ENTITY = "approved-entity";

    static final String LIST_EFFECT = "list-effect";
    static final String SDN_TAGS = "sdn-tags";
    static final String SUPPLEMENT_2 = "supplement-2";
    static final String ENTITY_FOOTNOTE = "entity-footnote";

    static final String OWNERSHIP_RULE = "ownership-rule";

    /** The key of the Affiliates rule among the ownership rules. */
    static final String AFFILIATES = "BIS-AFFILIATES";

    static final String LETTER = "informed-letter";

    static final String END_USE = "end-use";
    static final String US_PERSON_QUESTION = "us-person-question";
    static final String SUPERCOMPUTER_SIZE = "supercomputer-size";
    static final String SUPERCOMPUTER_REVIEW = "supercomputer-review";
    static final String ADVANCED_NODE = "advanced-node";

    static final String EXCEPTION = "exception";
    static final String EXCEPTION_GATE = "exception-gate";
    static final String REVIEW_POLICY = "review-policy";
    static final String CERTIFICATE = "certificate";
    static final String PAPERWORK = "paperwork";
    static final String COUNTRY_CAP = "country-cap";

    static final String FOUNDRY_PRESUMPTION = "foundry-presumption";
    static final String AUTHORIZED_DESIGNER = "authorized-designer";
    static final String TRANSISTOR_COUNT = "transistor-count";

    private static final RuleFields PLACES =
            RuleFields.NONE.with(Kind.TEXTS, "groups").with(Kind.COUNTRIES, "countries");

    static final RuleGroup COUNTRIES = RuleGroup.of(
            "countries",
            List.of("country-groups.json"),
            List.of(
                    RuleFamily.of(
                                    COUNTRY_GROUP,
                                    Coverage.ONCE_BEGUN,
                                    RuleFields.NONE
                                            .with(Kind.TEXT, "group")
                                            .with(Kind.COUNTRIES, "countries")
                                            .maybe(Kind.COUNTRIES, "doubtful"))
                            .keyedBy("group"),
                    RuleFamily.of(
                            READ_AS,
                            Coverage.ONCE_BEGUN,
                            RuleFields.NONE.with(Kind.COUNTRIES, "places").with(Kind.COUNTRIES, "read")),
                    RuleFamily.of(D5M, Coverage.ONCE_BEGUN, PLACES)));

    static final RuleGroup EMBARGOES = RuleGroup.of(
            "embargo",
            List.of("embargoes.json"),
            List.of(
                    RuleFamily.of(
                                    EMBARGO,
                                    Coverage.ONCE_BEGUN,
                                    effect(RuleFields.NONE.with(Kind.TEXT, "place"))
                                            .oneOf("reach", "all", "ccl-and-tariff", "all-except-ear99-under-exception")
                                            .with(Kind.TEXTS, "exceptions"))
                            .keyedBy("place"),
                    RuleFamily.of(
                            NO_ADVANCED_COMPUTING,
                            Coverage.ONCE_BEGUN,
                            RuleFields.NONE.with(Kind.COUNTRIES, "countries")),
                    RuleFamily.of(
                            REGION_NEEDED, Coverage.ONCE_BEGUN, RuleFields.NONE.with(Kind.COUNTRIES, "countries")),
                    RuleFamily.of(
                            REGION_NAME,
                            Coverage.ANY,
                            RuleFields.NONE
                                    .with(Kind.TEXT, "region")
                                    .oneOf("strength", "region", "city", "code")
                                    .with(Kind.TEXTS, "names")
                                    .with(Kind.COUNTRIES, "firmIn")
                                    .with(Kind.COUNTRIES, "possibleIn")
                                    .with(Kind.TEXTS, "unlessWith")),
                    RuleFamily.of(
                            STREET_WORD,
                            Coverage.ONCE_BEGUN,
                            RuleFields.NONE
                                    .with(Kind.TEXTS, "wordsBefore")
                                    .with(Kind.TEXTS, "wordsAfter")
                                    .with(Kind.TEXTS, "linkWords")
                                    .with(Kind.TEXTS, "areaWords")),
                    RuleFamily.of(TARIFF_NUMBER, Coverage.ANY, RuleFields.NONE.with(Kind.TEXTS, "hts6"))));

    static final RuleGroup REQUIREMENTS = RuleGroup.of(
            "license",
            List.of("license-requirements.json"),
            List.of(
                    RuleFamily.of(
                                    CONTROLLED_ENTRY,
                                    Coverage.SPAN,
                                    RuleFields.NONE
                                            .with(Kind.TEXT, "entry")
                                            .oneOf(
                                                    "tier", "2022", "a", "b", "c", "weights", "letter", "digit",
                                                    "related", "none")
                                            .oneOf("otherReasons", "none", "AT", "chart"))
                            .keyedBy("entry"),
                    RuleFamily.of(
                                    REQUIREMENT,
                                    Coverage.SPAN,
                                    PLACES.with(Kind.TEXT, "seat")
                                            .with(Kind.TEXTS, "tiers")
                                            .oneOf("answer", "codified", "enforced", "both")
                                            .oneOf("test", "destination", "headquarters")
                                            .with(Kind.FLAG, "worldwide")
                                            .with(Kind.TEXTS, "exceptGroups")
                                            .with(Kind.FLAG, "approvedEntityExempt"))
                            .keyedBy("seat"),
                    RuleFamily.of(RELIEF, Coverage.SPAN, RuleFields.NONE.with(Kind.TEXT, "relief"))
                            .keyedBy("relief"),
                    RuleFamily.of(HEADQUARTERS_ROLES, Coverage.ONCE_BEGUN, RuleFields.NONE.with(Kind.TEXTS, "bound")),
                    RuleFamily.of(
                                    APPROVED_ENTITY,
                                    Coverage.SPAN,
                                    RuleFields.NONE.with(Kind.TEXT, "entity").with(Kind.TEXTS, "names"))
                            .keyedBy("entity")));

    static final RuleGroup LISTS = RuleGroup.of(
            "lists",
            List.of("list-effects.json"),
            List.of(
                    RuleFamily.of(
                                    LIST_EFFECT,
                                    Coverage.ONCE_BEGUN,
                                    effect(RuleFields.NONE.with(Kind.TEXT, "case"))
                                            .with(Kind.TEXT, "reason")
                                            .with(Kind.TEXT, "says")
                                            .oneOf("basis", Finding.Basis.WORDS)
                                            .maybeOneOf("otherLevel", Finding.Level.WORDS)
                                            .maybeOneOf("otherHold", Finding.Hold.WORDS)
                                            .with(Kind.FLAG, "exceptionsBarred")
                                            .with(Kind.TEXTS, "missing"))
                            .keyedBy("case"),
                    RuleFamily.of(SDN_TAGS, Coverage.ONCE_BEGUN, RuleFields.NONE.with(Kind.TEXTS, "tags")),
                    RuleFamily.of(SUPPLEMENT_2, Coverage.ONCE_BEGUN, RuleFields.NONE.with(Kind.TEXTS, "entries")),
                    RuleFamily.of(
                                    ENTITY_FOOTNOTE,
                                    Coverage.ONCE_BEGUN,
                                    RuleFields.NONE.with(Kind.TEXT, "footnote").with(Kind.TEXTS, "questions"))
                            .keyedBy("footnote")));

    static final RuleGroup OWNERSHIP = RuleGroup.of(
            "ownership",
            List.of("ownership.json"),
            List.of(RuleFamily.of(
                            OWNERSHIP_RULE,
                            Coverage.ONCE_BEGUN,
                            RuleFields.NONE
                                    .with(Kind.TEXT, "rule")
                                    .with(Kind.TEXT, "name")
                                    .with(Kind.TEXT, "reason")
                                    .oneOf("basis", Finding.Basis.WORDS)
                                    .oneOf("reach", "any", "ear")
                                    .oneOf("effect", "as-owner", "red-flag", "advice")
                                    .with(Kind.TEXTS, "lists")
                                    .with(Kind.TEXTS, "taggedLists")
                                    .with(Kind.TEXTS, "flagLists")
                                    .maybe(Kind.LIMIT, "percent")
                                    .maybe(Kind.FLAG, "foreignOnly")
                                    .maybe(Kind.FLAG, "control"))
                    .keyedBy("rule")
                    .checkedBy(LicenseRules::ownershipFault)));

    static final RuleGroup END_USES = RuleGroup.of(
            "end-use",
            List.of("end-uses.json"),
            List.of(
                    RuleFamily.of(
                                    END_USE,
                                    Coverage.ONCE_BEGUN,
                                    effect(PLACES.with(Kind.TEXT, "endUse"))
                                            .with(Kind.TEXT, "reason")
                                            .with(Kind.TEXT, "says")
                                            .oneOf("basis", Finding.Basis.WORDS)
                                            .oneOf("reach", "all", "ccl", "entries", "supplement-2")
                                            .with(Kind.TEXTS, "entries")
                                            .with(Kind.COUNTRIES, "exceptCountries")
                                            .oneOf("elsewhere", "none", "RED_FLAG", "REVIEW")
                                            .oneOf("otherItems", "none", "RED_FLAG", "REVIEW")
                                            .with(Kind.FLAG, "exceptionsBarred")
                                            .maybe(Kind.TEXT, "policy"))
                            .keyedBy("endUse"),
                    RuleFamily.of(
                            US_PERSON_QUESTION,
                            Coverage.ONCE_BEGUN,
                            RuleFields.NONE.with(Kind.TEXTS, "endUses").with(Kind.TEXT, "says")),
                    RuleFamily.of(
                            SUPERCOMPUTER_SIZE,
                            Coverage.ONCE_BEGUN,
                            RuleFields.NONE
                                    .with(Kind.LIMIT, "pflops64")
                                    .with(Kind.LIMIT, "pflops32")
                                    .with(Kind.LIMIT, "cubicFeet")),
                    RuleFamily.of(ADVANCED_NODE, Coverage.ONCE_BEGUN, RuleFields.NONE),
                    RuleFamily.of(
                            SUPERCOMPUTER_REVIEW, Coverage.ONCE_BEGUN, RuleFields.NONE.with(Kind.LIMIT, "tops"))));

    static final RuleGroup EXCEPTIONS = RuleGroup.of(
            "exceptions",
            List.of("exceptions.json"),
            List.of(
                    RuleFamily.of(
                                    EXCEPTION,
                                    Coverage.SPAN,
                                    RuleFields.NONE
                                            .with(Kind.TEXT, "code")
                                            .oneOf(
                                                    "shape",
                                                    "terms",
                                                    "advanced-computing",
                                                    "memory",
                                                    "allies",
                                                    "low-performance",
                                                    "ear99")
                                            .maybe(Kind.TEXTS, "tiers")
                                            .maybe(Kind.TEXTS, "where")
                                            .with(Kind.TEXTS, "kinds")
                                            .with(Kind.TEXTS, "conditions")
                                            .with(Kind.TEXTS, "missing")
                                            .maybe(Kind.WHOLE, "noticeDays")
                                            .maybe(Kind.LIMIT, "tpp")
                                            .maybe(Kind.LIMIT, "density")
                                            .maybe(Kind.TEXTS, "exporterGroups")
                                            .maybe(Kind.COUNTRIES, "exporterCountries")
                                            .maybe(Kind.COUNTRIES, "countries")
                                            .maybe(Kind.LIMIT, "yearlyTpp")
                                            .maybe(Kind.LIMIT, "noticeTpp"))
                            .keyedBy("code")
                            .checkedBy(LicenseRules::exceptionFault),
                    RuleFamily.of(
                            EXCEPTION_GATE,
                            Coverage.ONCE_BEGUN,
                            RuleFields.NONE.with(Kind.TEXTS, "groups").with(Kind.TEXTS, "exceptGroups"))));

    static final RuleGroup REVIEW = RuleGroup.of(
            "review",
            List.of("review-policies.json"),
            List.of(
                    RuleFamily.of(
                                    REVIEW_POLICY,
                                    Coverage.SPAN,
                                    RuleFields.NONE
                                            .with(Kind.TEXT, "rule")
                                            .maybeOneOf(
                                                    "policy",
                                                    "presumption of denial",
                                                    "presumption of approval",
                                                    "case-by-case")
                                            .maybe(Kind.TEXTS, "kinds")
                                            .maybe(Kind.COUNTRIES, "fromCountries")
                                            .maybe(Kind.COUNTRIES, "endUserCountries")
                                            .maybe(Kind.TEXTS, "groups")
                                            .maybe(Kind.COUNTRIES, "countries")
                                            .maybe(Kind.LIMIT, "tpp")
                                            .maybe(Kind.LIMIT, "dramBandwidthGBps")
                                            .maybe(Kind.LIMIT, "sharePercent"))
                            .keyedBy("rule"),
                    RuleFamily.of(
                                    CERTIFICATE,
                                    Coverage.SPAN,
                                    RuleFields.NONE.with(Kind.TEXT, "point").with(Kind.TEXT, "says"))
                            .keyedBy("point"),
                    RuleFamily.of(
                                    PAPERWORK,
                                    Coverage.SPAN,
                                    RuleFields.NONE.with(Kind.TEXT, "point").with(Kind.TEXT, "says"))
                            .keyedBy("point"),
                    RuleFamily.of(
                            COUNTRY_CAP,
                            Coverage.SPAN,
                            RuleFields.NONE
                                    .with(Kind.TEXTS, "tiers")
                                    .with(Kind.TEXTS, "kinds")
                                    .with(Kind.LIMIT, "tpp")
                                    .with(Kind.WHOLE, "factorWithAgreement")
                                    .with(Kind.WHOLE, "firstYear")
                                    .with(Kind.WHOLE, "lastYear"))));

    /** Note 1 to 3A090.a. */
    static final RuleGroup FOUNDRY = RuleGroup.of(
            "foundry",
            List.of("foundry.json"),
            List.of(
                    RuleFamily.of(FOUNDRY_PRESUMPTION, Coverage.ONCE_BEGUN, RuleFields.NONE.with(Kind.LIMIT, "nodeNm")),
                    RuleFamily.of(
                            AUTHORIZED_DESIGNER,
                            Coverage.ONCE_BEGUN,
                            PLACES.with(Kind.DATE, "cutOff")
                                    .with(Kind.FLAG, "application")
                                    .maybe(Kind.WHOLE, "lapseDays")),
                    RuleFamily.of(
                            TRANSISTOR_COUNT,
                            Coverage.ONCE_BEGUN,
                            RuleFields.NONE
                                    .with(Kind.LIMIT, "billions")
                                    .with(Kind.LIMIT, "billionsWithoutHbm")
                                    .maybe(Kind.LIMIT, "review"))));

    /** Private letters that the caller loads; no file of them is bundled. */
    static final RuleGroup LETTERS = RuleGroup.of(
            "letters",
            List.of(),
            List.of(RuleFamily.of(
                    LETTER,
                    Coverage.ANY,
                    PLACES.with(Kind.TEXTS, "names")
                            .with(Kind.TEXTS, "eccns")
                            .with(Kind.FLAG, "headquarters")
                            .maybe(Kind.LIMITS, "tpp")
                            .maybe(Kind.LIMITS, "dramBandwidthGBps")
                            .maybeOneOf(
                                    "policy", "presumption of denial", "presumption of approval", "case-by-case"))));

    static final RuleGroup JURISDICTION = RuleGroup.of(
            "jurisdiction",
            List.of("jurisdiction.json"),
            List.of(
                    RuleFamily.of(
                                    DE_MINIMIS,
                                    Coverage.ONCE_BEGUN,
                                    RuleFields.NONE
                                            .with(Kind.TEXT, "destination")
                                            .with(Kind.LIMIT, "percent")
                                            .with(Kind.TEXTS, "groups"))
                            .keyedBy("destination"),
                    RuleFamily.of(NO_DE_MINIMIS, Coverage.ONCE_BEGUN, RuleFields.NONE.with(Kind.LIMIT, "percent")),
                    RuleFamily.of(
                                    DIRECT_PRODUCT,
                                    Coverage.SPAN,
                                    PLACES.with(Kind.TEXT, "rule")
                                            .oneOf("entryTest", "any", "ccl", "entries", "category")
                                            .with(Kind.TEXTS, "entries")
                                            .with(Kind.FLAG, "worldwide")
                                            .with(Kind.TEXTS, "exceptGroups")
                                            .with(Kind.FLAG, "headquarters")
                                            .maybe(Kind.TEXT, "footnote")
                                            .maybe(Kind.TEXT, "endUse"))
                            .keyedBy("rule")));

    static final List<RuleGroup> GROUPS = List.of(
            COUNTRIES,
            EMBARGOES,
            JURISDICTION,
            REQUIREMENTS,
            LISTS,
            OWNERSHIP,
            END_USES,
            EXCEPTIONS,
            REVIEW,
            FOUNDRY,
            LETTERS);

    /** An exception for EAR99 items hangs on an embargo; every other one needs tiers and places. */
    private static @Nullable String exceptionFault(Rule.Values values) {
        boolean open = values.has("tiers") && values.has("where");
        return open || values.text("shape").equals("ear99") ? null : "'tiers' and 'where' are missing";
    }

    /** Where ownership is no more than a red flag there is no limit to reach; everywhere else there is one. */
    private static @Nullable String ownershipFault(Rule.Values values) {
        for (String needed : List.of("percent", "foreignOnly", "control")) {
            if (values.has(needed) == values.text("effect").equals("red-flag")) {
                return "'" + needed + "' and the effect " + values.text("effect") + " do not go together";
            }
        }
        return null;
    }

    private static RuleFields effect(RuleFields fields) {
        return fields.oneOf("level", Finding.Level.WORDS).maybeOneOf("hold", Finding.Hold.WORDS);
    }

    private LicenseRules() {}
}
