package io.highfence;

import io.highfence.base.Country;
import io.highfence.law.RedFlag;
import io.highfence.law.RuleBook;
import io.highfence.law.RuleStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The warning signs that an order reports: red flags hold, indicators are shown and counted, and some of them hold together. */
final class FlagChecks {
    /** Whoever stands at the beginning of the way and not on it. */
    private static final Set<Party.Role> SELLERS = EnumSet.of(
            Party.Role.EXPORTER,
            Party.Role.SELLER,
            Party.Role.MANUFACTURER,
            Party.Role.FOUNDRY,
            Party.Role.OSAT,
            Party.Role.DESIGNER);

    private final RuleBook rules;
    private final Settings settings;

    FlagChecks(RuleBook rules, Settings settings) {
        this.rules = rules;
        this.settings = settings;
        Set<String> unknown = new TreeSet<>();
        settings.heldIndicators().forEach(held -> unknown.addAll(held.indicators()));
        unknown.remove(Settings.HUB);
        if (!unknown.isEmpty()) {
            unknown.removeAll(RedFlag.indicators(rules));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "The settings hold on indicators that the rules do not have: " + unknown);
        }
    }

    void flags(Order order, LocalDate asOf, Decision out) {
        if (order.redFlags().isEmpty() && !hasHub(order)) {
            return;
        }
        Set<String> indicators = new TreeSet<>();
        List<String> given = order.redFlags();
        if (!given.isEmpty()) {
            Map<String, RedFlag> written = new TreeMap<>();
            RedFlag.written(rules, asOf).forEach(flag -> written.put(flag.flag(), flag));
            for (int i = 0; i < given.size(); i++) {
                RedFlag flag = written.get(given.get(i));
                if (flag == null) {
                    notWritten(given.get(i), "redFlags[" + i + "]", asOf, out);
                } else {
                    out.add(reason(flag));
                    if (flag.level() == RedFlag.Level.INDICATOR && isInForce(flag)) {
                        indicators.add(flag.flag());
                    }
                }
            }
        }
        hub(order, indicators, out);
        if (!indicators.isEmpty()) {
            counted(indicators, out);
        }
    }

    private static boolean isInForce(RedFlag flag) {
        return flag.rule().status() == RuleStatus.IN_FORCE;
    }

    private static Reason reason(RedFlag flag) {
        boolean holds = flag.level() == RedFlag.Level.RED_FLAG && isInForce(flag);
        return new Reason(
                "OBSERVED_" + flag.flag().toUpperCase(Locale.ROOT).replace('-', '_'),
                holds ? Verdict.HOLD : Verdict.CLEAR,
                holds ? HoldKind.RED_FLAG : null,
                Reason.Basis.GUIDANCE,
                Reason.Subject.ORDER,
                "The order reports " + flag.flag() + ": " + flag.check()
                        + (isInForce(flag)
                                ? ""
                                : " On this day it is " + Words.of(flag.rule().status()) + "."),
                flag.citation(),
                List.of(),
                holds ? "Resolve it and write down how, get a license, or use a license exception." : "");
    }

    private void notWritten(String name, String path, LocalDate asOf, Decision out) {
        if (rules.rules().stream().anyMatch(rule -> RedFlag.is(rule, name))) {
            out.add(OrderChecks.advisory(
                    "RED_FLAG_OF_ANOTHER_DAY", "The flag " + name + " is not written on " + asOf + "."));
        } else {
            out.add(OrderChecks.needs(
                    "VALUE_NOT_UNDERSTOOD",
                    "This value is not understood: " + path + ": " + name + ".",
                    List.of(path + ": " + name)));
        }
    }

    private void hub(Order order, Set<String> indicators, Decision out) {
        Set<String> where = new TreeSet<>();
        if (isHub(order.destination().country())) {
            where.add("destination");
        }
        for (Party party : order.parties()) {
            if (isInHub(party)) {
                where.add(
                        party.role() == null
                                ? "a party without a role"
                                : party.role().word());
            }
        }
        if (!where.isEmpty()) {
            indicators.add(Settings.HUB);
            out.add(OrderChecks.advisory(
                    "HUB",
                    "Through this country goods are often sent on, say the settings: " + String.join(", ", where)
                            + "."));
        }
    }

    private static boolean isSeller(Party.@Nullable Role role) {
        return role != null && SELLERS.contains(role);
    }

    private boolean hasHub(Order order) {
        boolean hub = isHub(order.destination().country());
        for (int i = 0; i < order.parties().size() && !hub; i++) {
            hub = isInHub(order.parties().get(i));
        }
        return hub;
    }

    private boolean isInHub(Party party) {
        return !party.isNone() && !isSeller(party.role()) && isHub(party.country());
    }

    private boolean isHub(@Nullable Country country) {
        return country != null && settings.hubs().contains(country);
    }

    private void counted(Set<String> indicators, Decision out) {
        out.add(OrderChecks.advisory(
                "INDICATORS",
                "Indicators: " + indicators.size() + " (" + String.join(", ", indicators)
                        + "). None holds an order alone."));
        List<Settings.Combination> held = new ArrayList<>();
        for (Settings.Combination combination : settings.heldIndicators()) {
            if (indicators.containsAll(combination.indicators())) {
                held.add(combination);
            }
        }
        if (!held.isEmpty()) {
            out.add(new Reason(
                    "INDICATORS_HELD",
                    Verdict.HOLD,
                    HoldKind.RED_FLAG,
                    Reason.Basis.POLICY,
                    Reason.Subject.ORDER,
                    "The settings hold an order with: "
                            + held.stream()
                                    .map(one -> one.name() + " (" + String.join(", ", one.indicators()) + ")")
                                    .collect(Collectors.joining("; "))
                            + ".",
                    null,
                    List.of(),
                    "A person looks, and writes down why the signs are settled."));
        }
    }
}
