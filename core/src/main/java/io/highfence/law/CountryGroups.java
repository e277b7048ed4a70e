package io.highfence.law;

import io.highfence.base.Country;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The country groups of the EAR on any day: who is in which, and how well that is known. Immutable; allocates only where it says so. */
final class CountryGroups {
    private final RuleBook book;

    CountryGroups(RuleBook book) {
        this.book = book;
    }

    /** The place as the EAR reads it: Hong Kong is China. */
    Country read(Country country, LocalDate asOf) {
        Rule reading = book.rule(LicenseRules.READ_AS, asOf);
        if (reading != null && reading.values().countries("places").contains(country)) {
            return reading.values().countries("read").iterator().next();
        }
        return country;
    }

    boolean in(Country country, String group, LocalDate asOf) {
        Rule rule = book.rule(LicenseRules.COUNTRY_GROUP, group, asOf);
        return rule != null && rule.values().countries("countries").contains(read(country, asOf));
    }

    boolean inAny(Country country, List<String> groups, LocalDate asOf) {
        for (int i = 0; i < groups.size(); i++) {
            if (in(country, groups.get(i), asOf)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a place is named by the groups or countries of a rule. */
    boolean named(Country country, Rule.Values values, LocalDate asOf) {
        return values.countries("countries").contains(read(country, asOf))
                || inAny(country, values.texts("groups"), asOf);
    }

    /** Macau, or a destination in Country Group D:5. */
    boolean d5m(@Nullable Country country, LocalDate asOf) {
        Rule rule = book.rule(LicenseRules.D5M, asOf);
        return country != null && rule != null && named(country, rule.values(), asOf);
    }

    /** The ids of the facts by which a place is in or out of these groups and which may not support a lighter answer; allocates. */
    List<String> doubts(Country country, List<String> groups, LocalDate asOf) {
        List<String> doubts = new ArrayList<>();
        for (String group : groups) {
            Rule rule = book.rule(LicenseRules.COUNTRY_GROUP, group, asOf);
            if (rule != null && doubtful(rule, read(country, asOf))) {
                doubts.add(rule.id() + " (" + group + ")");
            }
        }
        return doubts;
    }

    /** The ids of the facts by which a headquarters is in or out of Macau or D:5 and which may not support a lighter answer. */
    List<String> d5mDoubts(@Nullable Country country, LocalDate asOf) {
        Rule rule = book.rule(LicenseRules.D5M, asOf);
        return country == null || rule == null
                ? List.of()
                : doubts(country, rule.values().texts("groups"), asOf);
    }

    private static boolean doubtful(Rule rule, Country country) {
        return !rule.maySupportRelief()
                || (rule.values().has("doubtful")
                        && rule.values().countries("doubtful").contains(country));
    }
}
