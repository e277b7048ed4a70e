package io.highfence.law;

import io.highfence.base.Country;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The license exceptions of part 740 that the gate of section 740.2(a)(9)(ii) leaves open, and their tests. */
final class Exceptions {
    /** The places of the table of exceptions in which a transaction may lie. */
    private static final String D5M = "d5m";

    private static final String D5M_TRANSFER = "d5m-transfer";
    private static final String OTHER_D = "other-d";
    private static final String ELSEWHERE = "elsewhere";
    private static final String EAR99 = "ear99";

    private final RuleBook book;
    private final CountryGroups groups;
    private final Requirements requirements;

    Exceptions(RuleBook book, CountryGroups groups, Requirements requirements) {
        this.book = book;
        this.groups = groups;
        this.requirements = requirements;
    }

    /** The tests of one exception, gathered: any no closes it, any unknown leaves it open. */
    private static final class Trial {
        private final List<String> refusals = new ArrayList<>();
        private final Set<String> missing = new LinkedHashSet<>();

        void refuse(String why) {
            refusals.add(why);
        }

        void ask(String fact) {
            missing.add(fact);
        }

        LicenseAnswer.ExceptionAnswer answer(Rule rule, boolean unverified) {
            Known eligible = !refusals.isEmpty() ? Known.NO : missing.isEmpty() ? Known.YES : Known.UNKNOWN;
            return new LicenseAnswer.ExceptionAnswer(
                    rule.key(),
                    eligible,
                    eligible == Known.NO ? refusals : rule.values().texts("conditions"),
                    eligible == Known.NO ? List.of() : List.copyOf(missing),
                    rule.citation(),
                    unverified);
        }
    }

    /**
     * Tries every exception for an item of the advanced-computing matrix.
     *
     * @param barred the reason of a finding of part 744 or 746 that closes the exceptions, or null
     * @param required whether a license is required by what is enforced, or null
     * @param endUseSure whether two sources say that the end use closes none
     */
    List<LicenseAnswer.ExceptionAnswer> judge(
            LicenseQuestion question,
            ControlledItem item,
            Known headquartered,
            @Nullable String barred,
            @Nullable Boolean required,
            boolean endUseSure) {
        List<LicenseAnswer.ExceptionAnswer> answers = new ArrayList<>();
        Country to = question.to();
        if (to == null) {
            return answers;
        }
        for (Rule rule : book.rules(LicenseRules.EXCEPTION)) {
            if (rule.inForce().contains(question.asOf())
                    && !rule.values().text("shape").equals(EAR99)
                    && item.mayBe(rule.values().texts("tiers"))) {
                Trial trial = new Trial();
                if (barred != null) {
                    trial.refuse("closed by " + barred);
                }
                common(trial, rule, question, item, to, headquartered);
                shape(trial, rule, question, item, to, headquartered);
                onPaper(trial, rule, question, required);
                boolean verified = endUseSure
                        && rule.maySupportRelief()
                        && groups.d5mDoubts(to, question.asOf()).isEmpty();
                answers.add(trial.answer(rule, !verified));
            }
        }
        return answers;
    }

    /** The exceptions that an embargo names for EAR99 items. */
    List<LicenseAnswer.ExceptionAnswer> underEmbargo(
            LicenseQuestion question, @Nullable String barred, boolean endUseSure) {
        List<LicenseAnswer.ExceptionAnswer> answers = new ArrayList<>();
        for (Rule rule : book.rules(LicenseRules.EXCEPTION)) {
            if (rule.inForce().contains(question.asOf())
                    && rule.values().text("shape").equals(EAR99)) {
                Trial trial = new Trial();
                if (barred != null) {
                    trial.refuse("closed by " + barred);
                }
                kind(trial, rule, question);
                answers.add(trial.answer(rule, !(endUseSure && rule.maySupportRelief())));
            }
        }
        return answers;
    }

    /** An exception of a rule that is not enforced cannot be counted on against a requirement that is. */
    private static void onPaper(Trial trial, Rule rule, LicenseQuestion question, @Nullable Boolean required) {
        boolean dormant = rule.status() == RuleStatus.ON_THE_BOOKS_NOT_ENFORCED && !question.enforceDormant();
        if (dormant && !Boolean.FALSE.equals(required)) {
            trial.ask("whether BIS honors this exception of a rule that it does not enforce");
        }
    }

    private static void kind(Trial trial, Rule rule, LicenseQuestion question) {
        if (!rule.values().texts("kinds").contains(question.kind())) {
            trial.refuse("not for a transaction of the kind " + question.kind());
        }
    }

    private void common(
            Trial trial, Rule rule, LicenseQuestion question, ControlledItem item, Country to, Known headquartered) {
        kind(trial, rule, question);
        if (!item.is(rule.values().texts("tiers"))) {
            trial.ask(item.missing() == null ? "eccn" : item.missing());
        }
        List<String> open = rule.values().texts("where");
        boolean there = open.stream().anyMatch(places(to, question, true)::contains);
        boolean free = open.stream().anyMatch(places(to, question, false)::contains);
        Known located = groups.d5m(to, question.asOf()) ? Known.YES : headquartered;
        boolean fits = located == Known.YES ? there : located == Known.NO ? free : there || free;
        if (!fits) {
            trial.refuse("not open for this destination and these parties");
        } else if (located == Known.UNKNOWN && there != free) {
            trial.ask("hqCountry and ultimateParentCountry");
        }
    }

    private Set<String> places(Country to, LicenseQuestion question, boolean d5m) {
        if (d5m) {
            return question.kind().equals("transferInCountry") ? Set.of(D5M, D5M_TRANSFER) : Set.of(D5M);
        }
        return Set.of(requirements.isDestination(to, question.asOf()) ? OTHER_D : ELSEWHERE);
    }

    private void shape(
            Trial trial, Rule rule, LicenseQuestion question, ControlledItem item, Country to, Known headquartered) {
        Rule.Values values = rule.values();
        values.texts("missing").forEach(trial::ask);
        switch (values.text("shape")) {
            case "advanced-computing" -> advancedComputing(trial, values, question, item, to);
            case "memory" -> memory(trial, values, question);
            case "allies" -> allies(trial, values, question, to, headquartered);
            case "low-performance" -> lowPerformance(trial, values, question);
            default -> {
                // terms that are not encoded: the rule itself names them as missing
            }
        }
    }

    private void advancedComputing(
            Trial trial, Rule.Values values, LicenseQuestion question, ControlledItem item, Country to) {
        Rule never = book.rule(LicenseRules.NO_ADVANCED_COMPUTING, question.asOf());
        if (never != null && never.values().countries("countries").contains(groups.read(to, question.asOf()))) {
            trial.refuse("never offered for " + to.name());
        }
        if (!item.mayBe(List.of("a"))) {
            if (question.datacenter() == Known.NO && item.is(List.of("b"))) {
                trial.refuse("a .b item that is not for datacenters is outside 3A090 by Note 2,"
                        + " so the ECCN must be looked at again");
            } else if (item.is(List.of("b"))
                    && question.tpp() >= 0
                    && values.limit("tpp").admits(question.tpp())) {
                // Such performance is the .a tier (F1.1), whose items for datacenters are not open to it.
                trial.ask("eccn");
            }
            return;
        }
        boolean settled = item.is(List.of("a"));
        switch (question.datacenter()) {
            case YES -> {
                if (settled) {
                    trial.refuse("designed or marketed for datacenters and in the .a tier");
                }
            }
            case UNKNOWN -> trial.ask("datacenter");
            case NO -> {
                if (settled && question.tpp() >= 0 && !values.limit("tpp").admits(question.tpp())) {
                    trial.refuse("not for datacenters and TPP not " + values.limit("tpp")
                            + ": outside 3A090 by Note 2, so the ECCN must be looked at again");
                }
            }
        }
    }

    private void memory(Trial trial, Rule.Values values, LicenseQuestion question) {
        if (question.memoryDensity() < 0) {
            trial.ask("memoryBandwidthDensity");
        } else if (!values.limit("density").admits(question.memoryDensity())) {
            trial.refuse("memory bandwidth density not " + values.limit("density") + " GB/s per mm2");
        }
        Country exporter = question.exporterHq();
        if (exporter == null) {
            trial.ask("exporter.hqCountry");
        } else if (!values.countries("exporterCountries").contains(exporter)
                && !groups.inAny(exporter, values.texts("exporterGroups"), question.asOf())) {
            trial.refuse("the exporter is not headquartered in the United States or A:5");
        }
        if (question.exporterParentHq() == null) {
            trial.ask("exporter.ultimateParentCountry");
        } else if (groups.d5m(question.exporterParentHq(), question.asOf())) {
            trial.refuse("the exporter's ultimate parent is headquartered in Macau or D:5");
        }
    }

    private void allies(Trial trial, Rule.Values values, LicenseQuestion question, Country to, Known headquartered) {
        if (!values.countries("countries").contains(to)) {
            trial.refuse("the destination is not in Supplement No. 5(a) to part 740");
        }
        for (LicenseQuestion.Party party : question.parties()) {
            for (Country seat : java.util.Arrays.asList(party.hq(), party.parentHq())) {
                if (seat == null) {
                    trial.ask("hqCountry and ultimateParentCountry");
                } else if (!values.countries("countries").contains(seat)) {
                    trial.refuse("a party is headquartered in " + seat.name());
                }
            }
        }
        if (headquartered == Known.YES) {
            trial.refuse("a party is headquartered in Macau or D:5");
        }
    }

    private static void lowPerformance(Trial trial, Rule.Values values, LicenseQuestion question) {
        if (question.consigneeTpp() < 0) {
            trial.ask("TPP to the ultimate consignee in the calendar year");
        } else if (!values.limit("yearlyTpp").admits(question.consigneeTpp())) {
            trial.refuse("TPP to the ultimate consignee in the calendar year not " + values.limit("yearlyTpp"));
        }
    }

    /** What the notice for NAC holds up, or null if it holds nothing up any more. */
    @Nullable
    Finding notice(LicenseQuestion question) {
        LicenseQuestion.Notice notice = question.notice();
        Rule rule = book.rule(LicenseRules.EXCEPTION, "NAC", question.asOf());
        if (notice == null || rule == null) {
            return null;
        }
        if (notice.distributor() == Known.YES || notice.objected() == Known.YES) {
            return finding(
                    rule,
                    Finding.Hold.LICENSE,
                    "NAC_NOT_AVAILABLE",
                    notice.distributor() == Known.YES
                            ? "A distributor is among the parties, so NAC is not available."
                            : "BIS has objected to the notice or asked for a license, so NAC is not available.",
                    List.of());
        }
        int days = rule.values().whole("noticeDays");
        List<String> missing = new ArrayList<>();
        if (notice.sent() == null) {
            missing.add("day of the notice");
        }
        if (notice.confirmed() != Known.YES) {
            missing.add("confirmation of the notice");
        }
        if (notice.sameParties() != Known.YES) {
            missing.add("consignee, end user and items as in the notice");
        }
        if (notice.distributor() == Known.UNKNOWN) {
            missing.add("whether a distributor is among the parties");
        }
        if (notice.objected() == Known.UNKNOWN) {
            missing.add("whether BIS has objected");
        }
        boolean early =
                notice.sent() != null && question.asOf().isBefore(notice.sent().plusDays(days));
        if (!early && missing.isEmpty()) {
            return null;
        }
        String until = notice.sent() == null
                ? ""
                : " The first day on which the shipment may leave is "
                        + notice.sent().plusDays(days) + ".";
        return finding(
                rule,
                Finding.Hold.NOTICE,
                "NAC_NOTICE",
                "NAC asks for a notice " + days + " calendar days before shipment and its confirmation." + until,
                missing);
    }

    private static Finding finding(Rule rule, Finding.Hold hold, String reason, String text, List<String> missing) {
        return new Finding(
                Finding.Level.HOLD,
                hold,
                reason,
                rule.id(),
                Finding.Basis.LAW,
                text,
                rule.citation(),
                missing,
                null,
                false);
    }

    /** Whether a destination or headquarters stand behind the gate. */
    @Nullable
    Rule gate(LicenseQuestion question, Known headquartered) {
        Rule gate = book.rule(LicenseRules.EXCEPTION_GATE, question.asOf());
        Country to = question.to();
        if (gate == null || to == null) {
            return null;
        }
        boolean place = groups.inAny(to, gate.values().texts("groups"), question.asOf())
                && !groups.inAny(to, gate.values().texts("exceptGroups"), question.asOf());
        return place || headquartered == Known.YES ? gate : null;
    }
}
