package io.highfence.ownership;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.law.Finding;
import io.highfence.law.Jurisdiction;
import io.highfence.law.Known;
import io.highfence.law.ListEffects;
import io.highfence.law.RuleBook;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import io.highfence.list.Records;
import io.highfence.ownership.OwnershipGraph.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code ownership.csv} as graphs and questions. Stakes are written {@code X 50 A}, with {@code control}, {@code
 * influence} or {@code unknown} for the figure and {@code @FROM..TO} behind it for its days; listings {@code X SDN SDGT}, with {@code
 * fn4}, {@code req=...}, {@code pol=...}; places {@code A US}. Parts are parted by semicolons. A party without a place is in Germany.
 */
public final class OwnershipCases {
    private OwnershipCases() {}

    private static List<String> parts(String cell) {
        List<String> parts = new ArrayList<>();
        for (String part : cell.split(";", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    /** The graph of a row. */
    static OwnershipGraph graph(String stakes, String places) {
        OwnershipGraph.Builder graph = OwnershipGraph.builder();
        Map<String, @Nullable Country> countries = new HashMap<>();
        for (String place : parts(places)) {
            String[] words = place.split(" ");
            countries.put(words[0], words[1].equals("unknown") ? null : Country.of(words[1]));
        }
        Set<String> known = new HashSet<>();
        for (String stake : parts(stakes)) {
            String[] words = stake.split(" ");
            DateRange days = words.length > 3 ? days(words[3].substring(1)) : DateRange.ALWAYS;
            for (String name : List.of(words[0], words[2])) {
                if (known.add(name)) {
                    Country country = countries.containsKey(name) ? countries.get(name) : Country.of("DE");
                    graph.party(new Party(name, name, PartyType.UNKNOWN, country, null, List.of()));
                }
            }
            switch (words[1]) {
                case "control" -> graph.control(words[0], words[2], days);
                case "influence" -> graph.influence(words[0], words[2], days);
                case "unknown" -> graph.unknownStake(words[0], words[2], days);
                default -> {
                    Share share = Objects.requireNonNull(Share.parse(words[1]), stake);
                    graph.stake(words[0], words[2], share.least(), share.most(), days);
                }
            }
        }
        return graph.build();
    }

    private static DateRange days(String text) {
        String[] ends = text.split("\\.\\.", -1);
        return new DateRange(
                ends[0].isEmpty() ? null : LocalDate.parse(ends[0]),
                ends[1].isEmpty() ? null : LocalDate.parse(ends[1]));
    }

    /** The listings of a row. */
    static Function<Party, Collection<ListedParty>> listings(String cell) {
        Map<String, List<ListedParty>> byName = new HashMap<>();
        for (String part : parts(cell)) {
            String[] words = part.split(" ", 3);
            List<String> programs = new ArrayList<>();
            Set<Integer> footnotes = new HashSet<>();
            String requirement = "";
            String policy = "";
            DateRange inForce = DateRange.ALWAYS;
            for (String more : words.length > 2 ? words[2].split("\\|") : new String[0]) {
                if (more.startsWith("req=")) {
                    requirement = more.substring(4);
                } else if (more.startsWith("pol=")) {
                    policy = more.substring(4);
                } else if (more.startsWith("@")) {
                    inForce = days(more.substring(1));
                } else if (more.matches("fn\\d")) {
                    footnotes.add(Integer.valueOf(more.substring(2)));
                } else {
                    programs.add(more);
                }
            }
            byName.computeIfAbsent(words[0], key -> new ArrayList<>())
                    .add(Records.of(words[0], words[1], programs, footnotes, requirement, policy, inForce));
        }
        return party -> byName.getOrDefault(party.id(), List.of());
    }

    /**
     * What a row expects and is not so.
     *
     * @param row column to cell
     * @param rules the rules to ask
     * @return the faults, none if the row is right
     */
    public static List<String> faults(Map<String, String> row, RuleBook rules) {
        OwnershipGraph graph = graph(row.get("stakes"), row.get("places"));
        Function<Party, Collection<ListedParty>> listings = listings(row.get("listed"));
        LocalDate day = LocalDate.parse(row.get("date"));
        List<String> faults = new ArrayList<>();
        Map<String, String> expected = words(row.get("answers"));
        Map<String, String> codified = new LinkedHashMap<>(expected);
        codified.putAll(words(row.get("codified")));
        Map<String, String> shares = words(row.get("shares"));
        for (String party : expected.keySet()) {
            OwnershipFinding found = found(graph.judge(party, listings, rules, day), row.get("rule"));
            same(
                    faults,
                    party,
                    expected.get(party),
                    found == null ? "none" : found.says().name());
            same(
                    faults,
                    party + " codified",
                    codified.get(party),
                    found == null ? "none" : found.codified().name());
            if (shares.containsKey(party) && found != null) {
                Share share = new Share(found.least(), found.most(), true);
                same(faults, party, Share.parse(shares.get(party)), share);
            }
        }
        // The whole graph at once says the same.
        Map<String, String> all = new TreeMap<>();
        for (OwnershipFinding found : graph.judgeAll(listings, rules, day)) {
            if (found.rule().key().equals(row.get("rule"))) {
                all.put(found.party().id(), found.says().name());
            }
        }
        for (Map.Entry<String, String> one : expected.entrySet()) {
            same(faults, one.getKey() + " among all", one.getValue(), all.getOrDefault(one.getKey(), "none"));
        }
        if (!row.get("ask").isEmpty()) {
            detail(row, found(graph.judge(row.get("ask"), listings, rules, day), row.get("rule")), rules, faults);
        }
        return faults;
    }

    private static void detail(
            Map<String, String> row, @Nullable OwnershipFinding found, RuleBook rules, List<String> faults) {
        if (found == null) {
            faults.add("nothing found of " + row.get("ask"));
            return;
        }
        same(
                faults,
                "footnotes",
                row.get("footnotes"),
                found.footnotes().stream().map(String::valueOf).collect(Collectors.joining("|")));
        if (!row.get("owners").isEmpty()) {
            same(
                    faults,
                    "owners",
                    row.get("owners"),
                    found.owners().stream().map(ListedParty::primaryName).collect(Collectors.joining("|")));
        }
        for (String words : row.get("summary").split("\\|")) {
            if (!found.summary().contains(words)) {
                faults.add("expected " + words + " in " + found.summary());
            }
        }
        if (!row.get("effect").isEmpty()) {
            Finding effect = found.effect(
                    ListEffects.of(rules),
                    new ListEffects.Part(
                            row.get("role"),
                            Jurisdiction.Status.valueOf(row.get("subject")),
                            row.get("eccn"),
                            Known.parse(row.get("us_nexus"))));
            same(
                    faults,
                    "effect",
                    row.get("effect"),
                    effect.reason() + " " + effect.level() + (effect.hold() == null ? "" : "/" + effect.hold()));
            same(faults, "exceptions", row.get("no_exception"), effect.exceptionsBarred() ? "yes" : "no");
            same(faults, "policy", row.get("policy"), Objects.requireNonNullElse(effect.reviewPolicy(), ""));
            same(faults, "missing", row.get("missing"), String.join("|", effect.missing()));
            same(faults, "fact", found.rule().id(), effect.fact());
        }
    }

    private static @Nullable OwnershipFinding found(List<OwnershipFinding> findings, String rule) {
        return findings.stream()
                .filter(one -> one.rule().key().equals(rule))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> words(String cell) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String part : parts(cell)) {
            String[] pair = part.split(" ", 2);
            words.put(pair[0], pair[1]);
        }
        return words;
    }

    private static void same(List<String> faults, String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            faults.add(what + ": expected " + expected + ", found " + found);
        }
    }
}
