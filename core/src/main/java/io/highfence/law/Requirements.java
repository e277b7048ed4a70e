package io.highfence.law;

import io.highfence.base.Country;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The license requirements of sections 742.6 and 744.23(a)(3), by destination and by headquarters.
 *
 * <p>A fact that is not known is judged at every value that it could have: where all give one answer, that is the answer.
 */
final class Requirements {
    /** What the requirements turn on. */
    record Facts(
            ControlledItem item, Country to, Known headquartered, Known approved, Known developer, LocalDate asOf) {
        /** The same where nobody is headquartered in Macau or D:5, unless somebody is known to be. */
        Facts notHeadquartered() {
            return headquartered == Known.UNKNOWN ? new Facts(item, to, Known.NO, approved, developer, asOf) : this;
        }
    }

    /** The answer: true, false or not known; the rules that require a license in some case; and the facts that decide. */
    record Outcome(@Nullable Boolean required, List<Rule> rules, Set<String> missing) {}

    /** One way in which the unknown facts could lie. */
    private record Case(String tier, boolean headquartered, boolean approved, boolean developer) {}

    /** The fact on which the test of headquarters turns. */
    static final String HEADQUARTERS = "hqCountry and ultimateParentCountry";

    private final RuleBook book;
    private final CountryGroups groups;

    Requirements(RuleBook book, CountryGroups groups) {
        this.book = book;
        this.groups = groups;
    }

    Outcome judge(String answer, Facts facts) {
        List<Case> cases = cases(facts);
        List<Boolean> answers = new ArrayList<>();
        Set<Rule> rules = new LinkedHashSet<>();
        for (Case one : cases) {
            List<Rule> fired = fired(answer, one, facts);
            answers.add(!fired.isEmpty());
            rules.addAll(fired);
        }
        Set<String> missing = new TreeSet<>();
        for (int i = 0; i < cases.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!answers.get(i).equals(answers.get(j))) {
                    String fact = onlyDifference(cases.get(i), cases.get(j), facts.item());
                    if (fact != null) {
                        missing.add(fact);
                    }
                }
            }
        }
        boolean some = answers.contains(true);
        boolean all = !answers.contains(false);
        return new Outcome(some == all ? (Boolean) some : null, List.copyOf(rules), missing);
    }

    private static List<Case> cases(Facts facts) {
        List<Case> cases = new ArrayList<>();
        for (String tier : new TreeSet<>(facts.item().tiers())) {
            for (boolean headquartered : values(facts.headquartered())) {
                for (boolean approved : values(facts.approved())) {
                    for (boolean developer : values(facts.developer())) {
                        cases.add(new Case(tier, headquartered, approved, developer));
                    }
                }
            }
        }
        return cases;
    }

    private static boolean[] values(Known fact) {
        return switch (fact) {
            case YES -> new boolean[] {true};
            case NO -> new boolean[] {false};
            case UNKNOWN -> new boolean[] {true, false};
        };
    }

    private static @Nullable String onlyDifference(Case one, Case other, ControlledItem item) {
        boolean tier = !one.tier().equals(other.tier());
        boolean headquartered = one.headquartered() != other.headquartered();
        boolean approved = one.approved() != other.approved();
        boolean developer = one.developer() != other.developer();
        int differences = (tier ? 1 : 0) + (headquartered ? 1 : 0) + (approved ? 1 : 0) + (developer ? 1 : 0);
        if (differences != 1) {
            return null;
        }
        return tier ? item.missing() : headquartered ? HEADQUARTERS : approved ? "approvedEntity" : "developerHq";
    }

    private List<Rule> fired(String answer, Case one, Facts facts) {
        List<Rule> fired = new ArrayList<>();
        for (Rule rule : book.rules(LicenseRules.REQUIREMENT)) {
            if (rule.inForce().contains(facts.asOf()) && answers(rule, answer) && fires(rule, one, facts)) {
                fired.add(rule);
            }
        }
        return fired;
    }

    private static boolean answers(Rule rule, String answer) {
        String own = rule.values().text("answer");
        return own.equals(answer) || own.equals("both");
    }

    private boolean fires(Rule rule, Case one, Facts facts) {
        Rule.Values values = rule.values();
        List<String> tiers = values.texts("tiers");
        if (!tiers.contains(one.tier()) && !(one.developer() && tiers.contains("developer"))) {
            return false;
        }
        if (values.text("test").equals("headquarters") && !one.headquartered()) {
            return false;
        }
        return reaches(values, facts.to(), facts.asOf())
                && !(one.approved() && exempts(values, facts.to(), facts.asOf()));
    }

    /** Whether the places of a rule hold a destination; a country that the rule names itself outweighs an excepted group. */
    boolean reaches(Rule.Values values, Country to, LocalDate asOf) {
        if (values.countries("countries").contains(groups.read(to, asOf))) {
            return true;
        }
        return (values.flag("worldwide") || groups.inAny(to, values.texts("groups"), asOf))
                && !groups.inAny(to, values.texts("exceptGroups"), asOf);
    }

    private boolean exempts(Rule.Values values, Country to, LocalDate asOf) {
        return values.flag("approvedEntityExempt")
                && values.countries("countries").contains(groups.read(to, asOf));
    }

    /** Whether an approved entity makes a difference at a destination on a day. */
    boolean approvalCounts(Country to, LocalDate asOf) {
        return book.rules(LicenseRules.REQUIREMENT).stream()
                .anyMatch(rule -> rule.inForce().contains(asOf) && exempts(rule.values(), to, asOf));
    }

    /** The destinations at which an approved entity makes a difference on some day. */
    Set<Country> approvalPlaces() {
        Set<Country> places = new HashSet<>();
        for (Rule rule : book.rules(LicenseRules.REQUIREMENT)) {
            if (rule.values().flag("approvedEntityExempt")) {
                places.addAll(rule.values().countries("countries"));
            }
        }
        return Set.copyOf(places);
    }

    /** Whether a .b item needs a license at a destination whoever the parties are. */
    boolean isDestination(Country to, LocalDate asOf) {
        return byDestination("enforced", Set.of("b"), asOf).stream().anyMatch(rule -> reaches(rule.values(), to, asOf));
    }

    /** The rules on destinations for some tiers, fired or not: what a license-free answer rests on. */
    List<Rule> byDestination(String answer, Set<String> tiers, LocalDate asOf) {
        return book.rules(LicenseRules.REQUIREMENT).stream()
                .filter(rule -> rule.inForce().contains(asOf)
                        && answers(rule, answer)
                        && rule.values().text("test").equals("destination")
                        && rule.values().texts("tiers").stream().anyMatch(tiers::contains))
                .toList();
    }
}
