package io.highfence.law;

import io.highfence.base.Country;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Private letters by which an agency has informed the caller that a license is required. They bind their addressee and are not
 * published, so the caller loads them as rules of the group {@code letters}; the id of the rule is the caller's id of the letter.
 *
 * <p>A letter reaches an item by name, or by its parameters where it gives any; one that gives neither reaches every item.
 */
final class Letters {
    private static final String PRODUCT = "product";

    private final RuleBook book;
    private final CountryGroups groups;

    Letters(RuleBook book, CountryGroups groups) {
        this.book = book;
        this.groups = groups;
    }

    /** What the letters say, for the status of an answer. */
    String status(LocalDate asOf) {
        List<Rule> letters = book.rules(LicenseRules.LETTER);
        if (letters.isEmpty()) {
            return "F3.23: no overlay of private letters is loaded; a letter to the exporter may require a license all the same.";
        }
        List<String> inForce = letters.stream()
                .filter(letter -> letter.inForce().contains(asOf))
                .map(Rule::id)
                .toList();
        return "F3.23: private letters are loaded; in force on this date: "
                + (inForce.isEmpty() ? "none" : String.join(", ", inForce)) + ".";
    }

    /** The letters that require a license for the item, or may. */
    List<Finding> judge(LicenseQuestion question, ControlledItem item, Country to) {
        List<Finding> findings = new ArrayList<>();
        for (Rule letter : book.rules(LicenseRules.LETTER)) {
            if (letter.inForce().contains(question.asOf())) {
                Set<String> missing = new TreeSet<>();
                Known reached = both(place(letter, question, to, missing), thing(letter, question, item, missing));
                if (reached != Known.NO) {
                    findings.add(finding(letter, reached, missing));
                }
            }
        }
        return findings;
    }

    private static Finding finding(Rule letter, Known reached, Set<String> missing) {
        boolean sure = reached == Known.YES;
        return new Finding(
                sure ? Finding.Level.HOLD : Finding.Level.NEEDS_DATA,
                sure ? Finding.Hold.LICENSE : null,
                sure ? "LETTER_REQUIREMENT" : "LETTER_FACTS",
                letter.id(),
                Finding.Basis.LAW,
                sure
                        ? "The letter " + letter.id() + " requires a license: " + letter.note()
                        : "The letter " + letter.id() + " may require a license; not known: "
                                + String.join(", ", missing)
                                + ". If it reaches the item a license is required, else it says nothing.",
                letter.citation(),
                sure ? List.of() : List.copyOf(missing),
                sure && letter.values().has("policy") ? letter.values().text("policy") : null,
                sure);
    }

    private Known place(Rule letter, LicenseQuestion question, Country to, Set<String> missing) {
        Rule.Values values = letter.values();
        LocalDate asOf = question.asOf();
        if (values.texts("groups").isEmpty() && values.countries("countries").isEmpty()) {
            return Known.YES;
        }
        if (groups.named(to, values, asOf)
                || question.endUserCountries().stream().anyMatch(user -> groups.named(user, values, asOf))) {
            return Known.YES;
        }
        Known found = Known.NO;
        if (values.flag("headquarters")) {
            for (LicenseQuestion.Party party : question.parties()) {
                found = either(found, either(seat(party.hq(), values, asOf), seat(party.parentHq(), values, asOf)));
            }
        }
        if (found == Known.UNKNOWN) {
            missing.add(Requirements.HEADQUARTERS);
        }
        return found;
    }

    private Known seat(@Nullable Country country, Rule.Values values, LocalDate asOf) {
        return country == null ? Known.UNKNOWN : groups.named(country, values, asOf) ? Known.YES : Known.NO;
    }

    private static Known thing(Rule letter, LicenseQuestion question, ControlledItem item, Set<String> missing) {
        Rule.Values values = letter.values();
        boolean hasNames = !values.texts("names").isEmpty();
        boolean hasParameters =
                !values.texts("eccns").isEmpty() || values.has("tpp") || values.has("dramBandwidthGBps");
        if (!hasNames && !hasParameters) {
            return Known.YES;
        }
        Set<String> asked = new TreeSet<>();
        Known byName = hasNames ? named(values.texts("names"), question, asked) : Known.NO;
        Known byParameters = hasParameters ? parameters(values, question, item, asked) : Known.NO;
        Known reached = either(byName, byParameters);
        if (reached == Known.UNKNOWN) {
            missing.addAll(asked);
        }
        return reached;
    }

    private static Known named(List<String> names, LicenseQuestion question, Set<String> missing) {
        if (question.product() == null && question.chip() == null) {
            missing.add(PRODUCT);
            return Known.UNKNOWN;
        }
        return isNamed(names, question) ? Known.YES : Known.NO;
    }

    /** Whether the product or its chip bears one of these names, as whole words. */
    static boolean isNamed(List<String> names, LicenseQuestion question) {
        for (String name : names) {
            for (String given : new String[] {question.product(), question.chip()}) {
                if (given != null && words(given).contains(words(name))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String words(String name) {
        return " "
                + String.join(" ", name.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{Nd}]+"))
                        .strip() + " ";
    }

    private static Known parameters(
            Rule.Values values, LicenseQuestion question, ControlledItem item, Set<String> missing) {
        Set<String> asked = new TreeSet<>();
        Known holds = both(
                eccn(values.texts("eccns"), item, asked),
                both(
                        within(values, "tpp", question.tpp(), "tpp", asked),
                        within(values, "dramBandwidthGBps", question.dramBandwidth(), "dramBandwidthGbps", asked)));
        if (holds == Known.UNKNOWN) {
            missing.addAll(asked);
        }
        return holds;
    }

    private static Known eccn(List<String> eccns, ControlledItem item, Set<String> missing) {
        if (eccns.isEmpty()) {
            return Known.YES;
        }
        if (item.isUnknown()) {
            missing.add("eccn");
            return Known.UNKNOWN;
        }
        for (String eccn : eccns) {
            String folded = EccnText.fold(eccn);
            if (item.eccn().equals(folded) || item.eccn().startsWith(folded + ".")) {
                return Known.YES;
            }
        }
        return Known.NO;
    }

    private static Known within(Rule.Values values, String name, long measured, String fact, Set<String> missing) {
        if (!values.has(name)) {
            return Known.YES;
        }
        if (measured < 0) {
            missing.add(fact);
            return Known.UNKNOWN;
        }
        return values.limits(name).stream().allMatch(limit -> limit.admits(measured)) ? Known.YES : Known.NO;
    }

    private static Known both(Known one, Known other) {
        return one == Known.NO || other == Known.NO
                ? Known.NO
                : one == Known.YES && other == Known.YES ? Known.YES : Known.UNKNOWN;
    }

    private static Known either(Known one, Known other) {
        return one == Known.YES || other == Known.YES
                ? Known.YES
                : one == Known.NO && other == Known.NO ? Known.NO : Known.UNKNOWN;
    }
}
