package io.highfence.law;

import io.highfence.base.Citation;
import io.highfence.base.Country;
import io.highfence.base.Decimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Note 1 to 3A090.a: advanced logic that a front-end fabricator or an assembler ships is presumed to be 3A090.a and for
 * datacenters, unless an attestation overcomes that (F1.34 to F1.42). Immutable and safe for many threads.
 */
public final class FoundryPresumption {
    /** The reason of an item that is judged as 3A090.a and for datacenters. */
    public static final String PRESUMED = "FOUNDRY_PRESUMED";

    /** The reason of an item whose attestation overcomes the presumption. */
    public static final String OVERCOME = "FOUNDRY_OVERCOME";

    /** The reason of an item for which the note has no figure or no clear day. */
    public static final String REVIEW = "FOUNDRY_REVIEW";

    /** The reason of an item of which a fact is missing. */
    public static final String NEEDS_DATA = "FOUNDRY_NEEDS_DATA";

    /** The reason of an item of which figures are attested that its ECCN or its chip contradicts. */
    public static final String CONTRADICTED = "FOUNDRY_CONTRADICTED";

    /** What the presumption makes of an item. */
    public static final String ECCN = "3A090.a";

    private static final String LAPSE = "lapseDays";
    private static final long BILLION = 1_000_000_000L;
    private static final String ELSE =
            " If it stands, the item is 3A090.a and for datacenters; if not, it is what its own"
                    + " numbers make of it.";

    private final RuleBook book;
    private final CountryGroups groups;

    private FoundryPresumption(RuleBook book) {
        this.book = book;
        this.groups = new CountryGroups(book);
    }

    /**
     * The presumption of a rule book.
     *
     * @param book the rules
     * @return the presumption
     */
    public static FoundryPresumption of(RuleBook book) {
        return new FoundryPresumption(book);
    }

    /** The conditions of one way out: what fails, what is missing, what is unclear, and which facts are doubtful. */
    private static final class Way {
        private final String name;
        private final Rule rule;
        private final List<String> failed = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private final List<String> unclear = new ArrayList<>();
        private final List<String> doubts = new ArrayList<>();

        Way(String name, Rule rule) {
            this.name = name;
            this.rule = rule;
            restsOn(rule);
        }

        void restsOn(Rule rests) {
            if (!rests.maySupportRelief()) {
                doubts.add(rests.id());
            }
        }

        void ask(Known fact, String field, String failure) {
            if (fact == Known.NO) {
                failed.add(failure);
            } else if (fact == Known.UNKNOWN) {
                missing.add(field);
            }
        }
    }

    /**
     * Judges one item on the day on which the transaction is completed. Never throws for what the facts hold; allocates.
     *
     * @param exporter what the exporter does
     * @param facts the facts of the item; none is assumed
     * @param asOf the day
     * @return a finding whose reason is one of the constants of this class or {@link LicenseAnswer#RULE_UNVERIFIED}, its missing
     *     facts named as an order names them; null where the presumption binds neither the exporter nor the item
     */
    public @Nullable Finding judge(FoundryFacts.Exporter exporter, FoundryFacts facts, LocalDate asOf) {
        Rule rule = book.rule(LicenseRules.FOUNDRY_PRESUMPTION, asOf);
        if (rule == null || exporter == FoundryFacts.Exporter.NEITHER) {
            return null;
        }
        Known advanced = advanced(facts, rule);
        if (advanced == Known.NO) {
            return null;
        }
        Finding answer = attested(facts.attestation(), rule, asOf);
        if (answer.reason().equals(OVERCOME)) {
            return answer;
        }
        List<String> missing = new ArrayList<>();
        if (exporter == FoundryFacts.Exporter.UNKNOWN) {
            missing.add("exporter.role");
        }
        if (advanced == Known.UNKNOWN) {
            missing.addAll(notSaid(facts));
        }
        return missing.isEmpty()
                ? answer
                : needsData(
                                "Whether a fabricator or an assembler ships advanced logic here is not said." + ELSE,
                                rule,
                                missing)
                        .withMissing(answer.missing());
    }

    /**
     * Whether the figures attested of an item contradict what else is known of it: overcoming the presumption shows that it is
     * not 3A090.a, and takes nothing out of 3A090.b (F1.3, F1.4, F1.37). Figures are taken from whoever attests them. Allocates.
     *
     * @param facts the facts of the item
     * @param eccn the ECCN that it has apart from the presumption, or null if it is not known
     * @param tpp the total processing performance of its chip in millionths, or -1 if it is not known
     * @param datacenter whether its chip is designed or marketed for datacenters
     * @param asOf the day
     * @return a hold, or null where nothing contradicts, no figure is attested or the note is not in force
     */
    public @Nullable Finding contradiction(
            FoundryFacts facts, @Nullable String eccn, long tpp, Known datacenter, LocalDate asOf) {
        FoundryFacts.Attestation attestation = facts.attestation();
        Rule note = book.rule(LicenseRules.FOUNDRY_PRESUMPTION, asOf);
        if (attestation == null || note == null) {
            return null;
        }
        if (attestation.tpp() >= 0 && tpp >= 0 && attestation.tpp() != tpp) {
            return look(
                    CONTRADICTED,
                    note,
                    "The performance attested is " + Decimal.toString(attestation.tpp()) + ", that of the chip "
                            + Decimal.toString(tpp)
                            + ": one of the two is wrong, or the attestation is of another item.");
        }
        Rule limb = met("a", attestation, asOf);
        List<String> tiers = limb == null ? List.of("a", "b") : List.of("a");
        limb = limb == null ? met("b", attestation, asOf) : limb;
        Rule out = book.rule(ChipRules.NOTE_2, asOf);
        boolean outside = datacenter == Known.NO && out != null && met(out.values(), "tpp", attestation.tpp());
        if (limb == null
                || outside
                || eccn == null
                || ControlledItem.of(book, eccn, null, asOf).mayBe(tiers)) {
            return null;
        }
        return look(
                CONTRADICTED,
                limb,
                "The figures attested are those of " + limb.values().text("paragraph") + ", and the ECCN is " + eccn
                        + ": that the item is not presumed to be 3A090.a takes it out of no paragraph whose figures it has.");
    }

    /**
     * The next day on which the answer is another one, because a figure, a cut-off or a lapse changes. Allocates.
     *
     * @param exporter what the exporter does
     * @param facts the facts of the item
     * @param asOf the day
     * @return the first day after it with another reason or other missing facts, or null if there is none
     */
    public @Nullable LocalDate changesOn(FoundryFacts.Exporter exporter, FoundryFacts facts, LocalDate asOf) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (String family : List.of(
                LicenseRules.FOUNDRY_PRESUMPTION,
                LicenseRules.AUTHORIZED_DESIGNER,
                LicenseRules.TRANSISTOR_COUNT,
                LicenseRules.COUNTRY_GROUP,
                ChipRules.LIMB_3A090)) {
            for (Rule rule : book.rules(family)) {
                if (rule.inForce().from() != null) {
                    days.add(rule.inForce().from());
                }
                if (rule.inForce().to() != null) {
                    days.add(rule.inForce().to().plusDays(1));
                }
                addLapse(facts, rule, days);
            }
        }
        String now = gist(judge(exporter, facts, asOf));
        return days.tailSet(asOf, false).stream()
                .filter(day -> !now.equals(gist(judge(exporter, facts, day))))
                .findFirst()
                .orElse(null);
    }

    /** The day of the application, and the days around the end of what it gives. */
    private static void addLapse(FoundryFacts facts, Rule rule, Set<LocalDate> days) {
        LocalDate applied = facts.attestation() == null
                ? null
                : facts.attestation().designer().appliedOn();
        if (applied != null && rule.values().has(LAPSE)) {
            LocalDate lapse = applied.plusDays(rule.values().whole(LAPSE));
            days.addAll(List.of(applied, lapse, lapse.plusDays(1)));
        }
    }

    private static String gist(@Nullable Finding finding) {
        return finding == null ? "" : finding.reason() + finding.missing();
    }

    /** Whether the item is an applicable advanced logic integrated circuit (F1.35). */
    private static Known advanced(FoundryFacts facts, Rule rule) {
        if (facts.logic() == Known.NO) {
            return Known.NO;
        }
        boolean nodeKnown = facts.nodeNm() >= 0;
        boolean small = nodeKnown && rule.values().limit("nodeNm").admits(facts.nodeNm());
        if (small || facts.nonPlanar() == Known.YES) {
            return facts.logic();
        }
        return nodeKnown && facts.nonPlanar() == Known.NO ? Known.NO : Known.UNKNOWN;
    }

    private static List<String> notSaid(FoundryFacts facts) {
        List<String> missing = new ArrayList<>();
        if (facts.logic() == Known.UNKNOWN) {
            missing.add("logic");
        }
        if (facts.nodeNm() < 0 && facts.nonPlanar() != Known.YES) {
            missing.add("nodeNm");
        }
        if (facts.nonPlanar() == Known.UNKNOWN) {
            missing.add("nonPlanar");
        }
        return missing;
    }

    /** What the attestation makes of an item that the note reaches. */
    private Finding attested(FoundryFacts.@Nullable Attestation attestation, Rule rule, LocalDate asOf) {
        if (attestation == null) {
            return presumed(rule, "No attestation is given.");
        }
        return switch (attestation.by()) {
            case UNKNOWN -> needsData("Who gives the attestation is not said." + ELSE, rule, List.of("attestation.by"));
            case END_USER -> presumed(rule, "An end user's own statement is not enough (paragraph d, F1.41).");
            case OTHER -> presumed(rule, "The note names nobody else whose attestation counts.");
            case APPROVED_DESIGNER -> answer(designer("approved", rule, attestation, asOf));
            case AUTHORIZED_DESIGNER -> answer(authorized(rule, attestation, asOf));
            case FRONT_END_FABRICATOR -> answer(fabricator(rule, attestation.finalPackage(), asOf));
            case APPROVED_OSAT -> answer(assembler(rule, attestation.finalPackage(), asOf));
        };
    }

    /** Way (a): total processing performance and performance density that are not those of 3A090.a (F1.37). */
    private Way designer(String kind, Rule rule, FoundryFacts.Attestation attestation, LocalDate asOf) {
        Way way = new Way("an " + kind + " designer attests the performance and its density", rule);
        List<String> missing = new ArrayList<>();
        if (attestation.tpp() < 0) {
            missing.add("attestation.tpp");
        }
        if (attestation.performanceDensity() < 0) {
            missing.add("attestation.performanceDensity");
        }
        limbs("a", asOf).forEach(way::restsOn);
        if (met("a", attestation, asOf) != null) {
            way.failed.add("the figures attested are those of 3A090.a");
        } else {
            way.missing.addAll(missing);
        }
        return way;
    }

    private List<Rule> limbs(String tier, LocalDate asOf) {
        return book.rules(ChipRules.LIMB_3A090).stream()
                .filter(limb -> limb.inForce().contains(asOf)
                        && limb.values().text("tier").equals(tier))
                .toList();
    }

    /** A paragraph of a tier that the figures attested surely meet, or null. */
    private @Nullable Rule met(String tier, FoundryFacts.Attestation attestation, LocalDate asOf) {
        for (Rule limb : limbs(tier, asOf)) {
            if (met(limb.values(), "tpp", attestation.tpp())
                    && met(limb.values(), "tppPerMm2", attestation.performanceDensity())) {
                return limb;
            }
        }
        return null;
    }

    /** Whether a figure surely meets what a paragraph asks of it; one that is not known does not. */
    private static boolean met(Rule.Values limb, String name, long measured) {
        return !limb.has(name)
                || (measured >= 0 && limb.limits(name).stream().allMatch(limit -> limit.admits(measured)));
    }

    /** Whether a designer is authorized on a day, and what it attests. */
    private Way authorized(Rule note, FoundryFacts.Attestation attestation, LocalDate asOf) {
        Rule status = book.rule(LicenseRules.AUTHORIZED_DESIGNER, asOf);
        Way way = designer("authorized", status == null ? note : status, attestation, asOf);
        if (status == null) {
            way.failed.add("nobody is authorized on this day");
            return way;
        }
        FoundryFacts.Designer designer = attestation.designer();
        Country hq = designer.hqCountry();
        Rule.Values values = status.values();
        way.ask(
                hq == null ? Known.UNKNOWN : yes(groups.named(hq, values, asOf)),
                "attestation.designer.hqCountry",
                "the designer is not headquartered in Taiwan, A:1 or A:5");
        if (hq != null && !values.countries("countries").contains(hq)) {
            way.doubts.addAll(groups.doubts(hq, inGroups(hq, values, asOf), asOf));
        }
        outside(
                designer.country(),
                "attestation.designer.country",
                "the designer is located in Macau or D:5",
                way,
                asOf);
        outside(
                designer.ultimateParentCountry(),
                "attestation.designer.ultimateParentCountry",
                "the designer's ultimate parent is headquartered in Macau or D:5",
                way,
                asOf);
        way.ask(
                designer.agreedToReport(),
                "attestation.designer.agreedToReport",
                "the designer has not agreed to give the information of section 743.9(b)");
        if (values.flag("application")) {
            applied(designer.appliedOn(), values, way, asOf);
        }
        return way;
    }

    /** The groups of a rule that hold a country: one of them is enough. */
    private List<String> inGroups(Country country, Rule.Values values, LocalDate asOf) {
        List<String> with = values.texts("groups").stream()
                .filter(group -> groups.in(country, group, asOf))
                .toList();
        return with.stream()
                .filter(group -> groups.doubts(country, List.of(group), asOf).isEmpty())
                .findFirst()
                .map(List::of)
                .orElse(with);
    }

    private void outside(@Nullable Country country, String field, String failure, Way way, LocalDate asOf) {
        way.ask(country == null ? Known.UNKNOWN : yes(!groups.d5m(country, asOf)), field, failure);
        way.doubts.addAll(groups.d5mDoubts(country, asOf));
    }

    /** From the cut-off on a designer must have applied, and not too long ago. */
    private static void applied(@Nullable LocalDate appliedOn, Rule.Values values, Way way, LocalDate asOf) {
        String field = "attestation.designer.appliedOn";
        if (appliedOn == null) {
            way.missing.add(field);
        } else if (appliedOn.isAfter(asOf)) {
            way.failed.add("the designer had not applied to become approved by this day");
        } else {
            long days = ChronoUnit.DAYS.between(appliedOn, asOf);
            int lapse = values.whole(LAPSE);
            if (days > lapse) {
                way.failed.add("the designer's status lapsed " + lapse + " days after its application");
            } else if (days == lapse) {
                way.unclear.add("the designer's status lapses " + lapse
                        + " days after its application, and whether it holds on that day the text does not say");
            }
        }
    }

    /** Way (b): the fabricator packaged the die outside Macau and D:5 and attests the count (F1.38). */
    private Way fabricator(Rule note, FoundryFacts.FinalPackage finalPackage, LocalDate asOf) {
        Way way = count(
                "the fabricator that packaged the die outside Macau and D:5 attests the transistor count",
                note,
                finalPackage,
                asOf);
        way.ask(
                finalPackage.byFabricator(),
                "attestation.package.byFabricator",
                "the die was not packaged by the fabricator");
        outside(
                finalPackage.country(),
                "attestation.package.country",
                "the die was packaged in Macau or D:5",
                way,
                asOf);
        return way;
    }

    /** Way (c): an approved OSAT company attests the count; whether the place of (b) binds it too is not said (F1.39). */
    private Way assembler(Rule note, FoundryFacts.FinalPackage finalPackage, LocalDate asOf) {
        Way way = count("an approved OSAT company attests the transistor count", note, finalPackage, asOf);
        if (groups.d5m(finalPackage.country(), asOf)) {
            way.unclear.add("whether the attestation of an OSAT company counts for a die packaged in Macau or D:5");
        }
        return way;
    }

    /** The aggregated approximated transistor count against the figures of the day (F1.38, F1.40). */
    private Way count(String name, Rule note, FoundryFacts.FinalPackage finalPackage, LocalDate asOf) {
        Rule rule = book.rule(LicenseRules.TRANSISTOR_COUNT, asOf);
        Way way = new Way(name, rule == null ? note : rule);
        if (rule == null) {
            way.failed.add("no transistor count is stated for this day");
            return way;
        }
        Rule.Values values = rule.values();
        long transistors = finalPackage.transistors();
        if (transistors < 0) {
            way.missing.add("attestation.package.transistors");
            return way;
        }
        if (admits(values, "billions", transistors)) {
            return way;
        }
        boolean withoutHbm = admits(values, "billionsWithoutHbm", transistors);
        boolean review = values.has("review") && admits(values, "review", transistors);
        String failure = "the transistor count is not below "
                + Decimal.toString(values.limit("billions").value())
                + " billion, nor is any figure for packages without high-bandwidth memory met";
        if (!withoutHbm && !review) {
            way.failed.add(failure);
        } else if (finalPackage.hbm() == Known.NO && !withoutHbm) {
            way.unclear.add(
                    "for this year the note states no figure for packages without high-bandwidth memory (F1.40)");
        } else {
            way.ask(not(finalPackage.hbm()), "attestation.package.hbm", failure);
        }
        return way;
    }

    private static boolean admits(Rule.Values values, String name, long transistors) {
        return values.limit(name).admitsQuotient(transistors, BILLION);
    }

    private static Known yes(boolean fact) {
        return fact ? Known.YES : Known.NO;
    }

    private static Known not(Known fact) {
        return fact == Known.UNKNOWN ? fact : yes(fact == Known.NO);
    }

    private static Finding answer(Way way) {
        Rule rule = way.rule;
        if (!way.failed.isEmpty()) {
            return presumed(rule, "The attestation does not overcome it: " + String.join("; ", way.failed) + ".");
        }
        if (!way.missing.isEmpty()) {
            return needsData(
                    "Whether the attestation overcomes the presumption is not known." + ELSE, rule, way.missing);
        }
        if (!way.unclear.isEmpty()) {
            return look(REVIEW, rule, "The note is not clear: " + String.join("; ", way.unclear) + "." + ELSE);
        }
        if (!way.doubts.isEmpty()) {
            return look(
                    LicenseAnswer.RULE_UNVERIFIED,
                    rule,
                    "That the foundry presumption is overcome rests on rules that were not seen in two sources ("
                            + String.join(", ", way.doubts.stream().distinct().toList())
                            + "): a named person must promote them." + ELSE);
        }
        return finding(
                Finding.Level.CLEAR,
                null,
                OVERCOME,
                rule,
                "The foundry presumption is overcome, if what is stated is so: " + way.name + ".",
                List.of());
    }

    private static Finding presumed(Rule rule, String why) {
        return finding(
                Finding.Level.CLEAR,
                null,
                PRESUMED,
                rule,
                "Advanced logic that a fabricator or an OSAT company ships is presumed to be 3A090.a and for datacenters, and is"
                        + " judged so here. " + why,
                List.of());
    }

    private static Finding needsData(String text, Rule rule, List<String> missing) {
        return finding(Finding.Level.NEEDS_DATA, null, NEEDS_DATA, rule, "The foundry presumption: " + text, missing);
    }

    private static Finding look(String reason, Rule rule, String text) {
        return finding(Finding.Level.HOLD, Finding.Hold.REVIEW, reason, rule, text, List.of());
    }

    private static Finding finding(
            Finding.Level level,
            Finding.@Nullable Hold hold,
            String reason,
            Rule rule,
            String text,
            List<String> missing) {
        Citation citation = rule.citation();
        return new Finding(level, hold, reason, rule.id(), Finding.Basis.LAW, text, citation, missing, null, false);
    }
}
