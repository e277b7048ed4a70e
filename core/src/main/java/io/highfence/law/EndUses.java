package io.highfence.law;

import io.highfence.base.Country;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The end-use controls of part 744, which reach items below every table, EAR99 too where they say so. */
final class EndUses {
    static final String UNKNOWN = "unknown";
    static final String CIVIL = "civil";

    private final RuleBook book;
    private final CountryGroups groups;
    private final ListEffects lists;

    EndUses(RuleBook book, CountryGroups groups, ListEffects lists) {
        this.book = book;
        this.groups = groups;
        this.lists = lists;
    }

    /** What an end use asks in the places where the item goes and where its user is; nothing for a civil one. */
    List<Finding> judge(String endUse, List<Country> places, ControlledItem item, LocalDate asOf) {
        List<Finding> findings = new ArrayList<>();
        if (endUse.equals(CIVIL)) {
            return findings;
        }
        boolean known = false;
        for (Rule rule : book.rules(LicenseRules.END_USE)) {
            if (of(rule).equals(endUse)) {
                known = true;
                Finding finding = rule.inForce().contains(asOf) ? judge(rule, places, item, asOf) : null;
                if (finding != null) {
                    findings.add(finding);
                }
            }
        }
        if (!known) {
            findings.add(unknown(endUse, asOf));
        }
        return findings;
    }

    /** Whether an end use asks something of an item in some place that it does not ask in these. */
    boolean turnsOnPlace(String endUse, List<Country> places, ControlledItem item, LocalDate asOf) {
        for (Rule rule : book.rules(LicenseRules.END_USE)) {
            if (of(rule).equals(endUse)
                    && rule.inForce().contains(asOf)
                    && places.stream().noneMatch(place -> place(rule.values(), place, asOf))) {
                Finding there = inItsPlaces(rule, item, asOf);
                Finding here = judge(rule, places, item, asOf);
                if (there != null && (here == null || !there.reason().equals(here.reason()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The end use of a rule: its key up to a colon, which sets apart the rules of one end use. */
    private static String of(Rule rule) {
        String key = rule.key();
        int colon = key.indexOf(':');
        return colon < 0 ? key : key.substring(0, colon);
    }

    private Finding unknown(String endUse, LocalDate asOf) {
        Rule any = book.rules(LicenseRules.END_USE).get(0);
        return new Finding(
                Finding.Level.NEEDS_DATA,
                null,
                "END_USE_UNKNOWN",
                any.id(),
                Finding.Basis.LAW,
                "The end use " + (endUse.equals(UNKNOWN) ? "is not known" : "'" + endUse + "' is none that is known")
                        + " on " + asOf + ": a civil one asks nothing here, others may require a license.",
                new io.highfence.base.Citation("15 CFR 744.2 to 744.6, 744.21, 744.22 and 744.23"),
                List.of("endUse"),
                null,
                false);
    }

    /** Whether an item would need a license for an end use in one of the places: unknown where its ECCN is. */
    Known reaches(String endUse, List<Country> places, ControlledItem item, LocalDate asOf) {
        Rule rule = book.rule(LicenseRules.END_USE, endUse, asOf);
        return rule == null || places.stream().noneMatch(place -> place(rule.values(), place, asOf))
                ? Known.NO
                : reach(rule.values(), item, asOf);
    }

    private @Nullable Finding judge(Rule rule, List<Country> places, ControlledItem item, LocalDate asOf) {
        Rule.Values values = rule.values();
        if (places.stream().noneMatch(place -> place(values, place, asOf))) {
            return lighter(rule, values.text("elsewhere"), "outside the places of the rule");
        }
        return inItsPlaces(rule, item, asOf);
    }

    private @Nullable Finding inItsPlaces(Rule rule, ControlledItem item, LocalDate asOf) {
        Rule.Values values = rule.values();
        return switch (reach(values, item, asOf)) {
            case YES -> full(rule);
            case NO -> lighter(rule, values.text("otherItems"), "for an item that the rule does not name");
            case UNKNOWN -> full(rule).withMissing(List.of("eccn"));
        };
    }

    private boolean place(Rule.Values values, Country to, LocalDate asOf) {
        if (values.countries("exceptCountries").contains(groups.read(to, asOf))) {
            return false;
        }
        boolean everywhere = values.texts("groups").isEmpty()
                && values.countries("countries").isEmpty();
        return everywhere || groups.named(to, values, asOf);
    }

    private Known reach(Rule.Values values, ControlledItem item, LocalDate asOf) {
        String reach = values.text("reach");
        if (reach.equals("all")) {
            return Known.YES;
        }
        if (item.isUnknown()) {
            return Known.UNKNOWN;
        }
        return switch (reach) {
            case "ccl" -> EccnText.isEar99(item.eccn()) ? Known.NO : Known.YES;
            case "entries" -> values.texts("entries").contains(EccnText.entry(item.eccn())) ? Known.YES : Known.NO;
            default -> lists.supplement2(item.eccn(), asOf);
        };
    }

    private static Finding full(Rule rule) {
        Rule.Values values = rule.values();
        return new Finding(
                Finding.Level.valueOf(values.text("level")),
                Finding.hold(values, "hold"),
                values.text("reason"),
                rule.id(),
                Finding.Basis.of(values.text("basis")),
                values.text("says"),
                rule.citation(),
                List.of(),
                null,
                values.flag("exceptionsBarred"));
    }

    private static @Nullable Finding lighter(Rule rule, String hold, String why) {
        if (hold.equals("none")) {
            return null;
        }
        return new Finding(
                Finding.Level.HOLD,
                Finding.Hold.valueOf(hold),
                rule.values().text("reason") + "_" + hold,
                rule.id(),
                Finding.Basis.of(rule.values().text("basis")),
                "This end use " + why + ": a person must look. " + rule.values().text("says"),
                rule.citation(),
                List.of(),
                null,
                false);
    }

    /** The rules of an end use on a day; none for a civil one. */
    List<Rule> rules(String endUse, LocalDate asOf) {
        return book.rules(LicenseRules.END_USE).stream()
                .filter(rule -> of(rule).equals(endUse) && rule.inForce().contains(asOf))
                .toList();
    }

    /** The ids of the facts by which rules reach none of the places and which may not support a lighter answer. */
    List<String> doubts(List<Rule> rules, List<Country> places, LocalDate asOf) {
        Set<String> doubts = new LinkedHashSet<>();
        for (Rule rule : rules) {
            if (!rule.maySupportRelief()) {
                doubts.add(rule.id());
            }
            for (Country place : places) {
                doubts.addAll(groups.doubts(place, rule.values().texts("groups"), asOf));
            }
        }
        return List.copyOf(doubts);
    }

    /** Whether an end use that requires a license has a review policy of its own on a day. */
    boolean hasPolicy(String endUse, LocalDate asOf) {
        return rules(endUse, asOf).stream().anyMatch(rule -> rule.values().has("policy"));
    }

    /** The question to US persons that section 744.6 asks for an end use, or null. */
    @Nullable
    Rule usPersonQuestion(String endUse, LocalDate asOf) {
        Rule rule = book.rule(LicenseRules.US_PERSON_QUESTION, asOf);
        return rule != null && rule.values().texts("endUses").contains(endUse) ? rule : null;
    }
}
