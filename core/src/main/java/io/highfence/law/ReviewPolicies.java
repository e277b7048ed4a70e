package io.highfence.law;

import io.highfence.base.Country;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The policies by which an application for a license is reviewed, and what it must be able to show. */
final class ReviewPolicies {
    /**
     * A policy.
     *
     * @param policy its name, or null if the paragraph was not read
     * @param rule the rule that states it, or null if there is none
     * @param checklist what the application must show
     * @param notes why a lighter policy is open or closed
     * @param missing the facts on which a lighter policy turns
     */
    record Policy(
            @Nullable String policy,
            @Nullable Rule rule,
            List<String> checklist,
            List<String> notes,
            List<String> missing) {}

    private final RuleBook book;
    private final CountryGroups groups;
    private final Requirements requirements;

    ReviewPolicies(RuleBook book, CountryGroups groups, Requirements requirements) {
        this.book = book;
        this.groups = groups;
        this.requirements = requirements;
    }

    Policy judge(LicenseQuestion question, ControlledItem item, Known headquartered) {
        LocalDate asOf = question.asOf();
        Country to = question.to();
        boolean d5m = groups.d5m(to, asOf)
                || headquartered == Known.YES
                || (headquartered == Known.UNKNOWN && to != null && !requirements.isDestination(to, asOf));
        if (item.is(List.of("weights"))) {
            return of("weights", asOf);
        }
        if (item.is(List.of("2022"))) {
            return of("2022", asOf);
        }
        if (item.is(List.of("c"))) {
            boolean guest = groups.d5m(to, asOf) && headquartered == Known.NO;
            return of(guest ? "memory-not-headquartered" : "memory", asOf);
        }
        if (!item.is(List.of("a", "b"))) {
            return new Policy(null, null, List.of(), List.of(), List.of());
        }
        if (d5m) {
            return china(question, asOf);
        }
        Rule allies = book.rule(LicenseRules.REVIEW_POLICY, "allies", asOf);
        if (allies != null
                && item.is(List.of("a"))
                && to != null
                && allies.values().countries("countries").contains(to)) {
            return of("allies", asOf);
        }
        return of("other-d", asOf);
    }

    private Policy of(String name, LocalDate asOf) {
        Rule rule = book.rule(LicenseRules.REVIEW_POLICY, name, asOf);
        return new Policy(
                rule != null && rule.values().has("policy") ? rule.values().text("policy") : null,
                rule,
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * The policy of an end use of section 744.23: denial, with the lighter ones that its words name for such parties or such an
     * item, until a named person promotes one.
     */
    Policy endUse(LicenseQuestion question, ControlledItem item, Known headquartered) {
        LocalDate asOf = question.asOf();
        List<Rule> lighter = new ArrayList<>();
        Rule allied = book.rule(LicenseRules.REVIEW_POLICY, "end-use-allied", asOf);
        if (allied != null && headquartered == Known.NO && allNamed(question, allied)) {
            lighter.add(allied);
        }
        Rule other = book.rule(LicenseRules.REVIEW_POLICY, "end-use-item", asOf);
        boolean gravest = question.datacenter() != Known.NO && item.mayBe(List.of("a"));
        if (other != null && !gravest) {
            lighter.add(other);
        }
        for (Rule rule : lighter) {
            if (rule.maySupportRelief()) {
                return of(rule.key(), asOf);
            }
        }
        Policy denial = of("end-use-d5m", asOf);
        return new Policy(
                denial.policy(),
                denial.rule(),
                List.of(),
                lighter.stream().map(rule -> rule.id() + ": " + rule.note()).toList(),
                List.of());
    }

    /** Whether parties are stated, and each of them and of their parents is headquartered in the places of a rule. */
    private boolean allNamed(LicenseQuestion question, Rule rule) {
        for (LicenseQuestion.Party party : question.parties()) {
            if (party.hq() == null
                    || party.parentHq() == null
                    || !groups.named(party.hq(), rule.values(), question.asOf())
                    || !groups.named(party.parentHq(), rule.values(), question.asOf())) {
                return false;
            }
        }
        return !question.parties().isEmpty();
    }

    private Policy china(LicenseQuestion question, LocalDate asOf) {
        Policy denial = of("d5m", asOf);
        Rule lighter = book.rule(LicenseRules.REVIEW_POLICY, "case-by-case", asOf);
        if (lighter == null) {
            return denial;
        }
        List<String> closed = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        test(lighter.values(), question, asOf, closed, missing);
        if (!closed.isEmpty()) {
            return new Policy(
                    denial.policy(),
                    denial.rule(),
                    List.of(),
                    List.of(lighter.id() + ": case-by-case review is not open: " + String.join("; ", closed) + "."),
                    List.of());
        }
        if (!missing.isEmpty()) {
            return new Policy(
                    denial.policy(),
                    denial.rule(),
                    List.of(),
                    List.of(lighter.id() + ": case-by-case review would be open at TPP "
                            + lighter.values().limit("tpp") + " and total DRAM bandwidth "
                            + lighter.values().limit("dramBandwidthGBps")
                            + " GB/s; not known: " + String.join(", ", missing) + "."),
                    missing);
        }
        List<String> certificate = new ArrayList<>();
        for (Rule point : book.rules()) { // the order of the file is the order of the certificate
            if (point.family().equals(LicenseRules.CERTIFICATE)
                    && point.inForce().contains(asOf)) {
                certificate.add(point.citation() + ": " + point.values().text("says"));
            }
        }
        return new Policy(
                lighter.values().text("policy"),
                lighter,
                certificate,
                List.of(lighter.id()
                        + ": case-by-case review with the certificate; the license is required all the same."),
                shareKnown(question) ? List.of() : List.of("aggregate TPP to China and Macau, and to US customers"));
    }

    private static boolean shareKnown(LicenseQuestion question) {
        return question.chinaTpp() >= 0 && question.usTpp() >= 0;
    }

    private void test(
            Rule.Values rule, LicenseQuestion question, LocalDate asOf, List<String> closed, List<String> missing) {
        Country from = question.from();
        if (!rule.texts("kinds").contains(question.kind())) {
            closed.add(
                    "it is for exports from the United States, not for a transaction of the kind " + question.kind());
        }
        if (from == null) {
            missing.add("shipFrom");
        } else if (!rule.countries("fromCountries").contains(from)) {
            closed.add("it is for exports from the United States");
        }
        Set<Country> located = rule.countries("endUserCountries");
        if (!users(question).stream().allMatch(user -> located.contains(groups.read(user, asOf)))) {
            closed.add("not every end user is located in China or Macau");
        }
        if (!EccnText.isCommodity(question.eccn())) {
            closed.add("its certificate counts and tests units that are shipped, so it is for commodities");
        }
        limit(rule.limit("tpp"), question.tpp(), "tpp", "TPP", closed, missing);
        limit(
                rule.limit("dramBandwidthGBps"),
                question.dramBandwidth(),
                "dramBandwidthGbps",
                "total DRAM bandwidth",
                closed,
                missing);
        if (question.availableInUs() == Known.NO) {
            closed.add("the product was not commercially available in the United States when the rule was published");
        }
        if (shareKnown(question) && !withinShare(rule.limit("sharePercent"), question)) {
            closed.add("aggregate TPP to China and Macau is not " + rule.limit("sharePercent")
                    + " percent of the aggregate TPP to US customers, so the certificate is impossible");
        }
    }

    /** Where the end users are: at the destination, unless another place was given. */
    private static List<Country> users(LicenseQuestion question) {
        Country to = question.to();
        return question.endUserCountries().isEmpty() && to != null ? List.of(to) : question.endUserCountries();
    }

    private static void limit(
            Rule.Limit limit, long value, String fact, String name, List<String> closed, List<String> missing) {
        if (value < 0) {
            missing.add(fact);
        } else if (!limit.admits(value)) {
            closed.add(name + " is not " + limit);
        }
    }

    private static boolean withinShare(Rule.Limit percent, LicenseQuestion question) {
        return question.usTpp() == 0
                ? question.chinaTpp() == 0
                : percent.admitsPercent(question.chinaTpp(), question.usTpp());
    }

    /** What every application for items of the matrix needs. */
    List<String> paperwork(LocalDate asOf) {
        List<String> papers = new ArrayList<>();
        for (Rule paper : book.rules(LicenseRules.PAPERWORK)) {
            if (paper.inForce().contains(asOf)) {
                papers.add(paper.citation() + ": " + paper.values().text("says"));
            }
        }
        return papers;
    }
}
