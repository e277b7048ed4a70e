package io.highfence;

import io.highfence.law.Finding;
import io.highfence.law.Known;
import io.highfence.law.ListEffects;
import io.highfence.law.Rule;
import io.highfence.law.RuleBook;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import io.highfence.match.Matches;
import io.highfence.ownership.OwnershipFinding;
import io.highfence.ownership.OwnershipGraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind the parties: their holders, as the order and the graph of ownership name them, are held against the lists, and
 * the ownership rules are asked what that makes of the parties.
 *
 * <p>A holder's own listing on a list that an ownership rule counts or flags has the effect that the rule gives it; on any other list
 * it has the effect that the list has for an owner.
 */
final class OwnershipChecks {
    /** How many holders of one party are held against the lists. */
    static final int MAX_HOLDERS = 1_000;

    private static final int SHOWN = 5;

    private final RuleBook rules;
    private final Settings settings;
    private final @Nullable OwnershipGraph graph;
    private final PartyChecks lists;
    private final ListEffects effects;
    private final Matches matches = new Matches();
    private final OwnerMemory<List<Reason>> quiet = new OwnerMemory<>();
    private final Decision part = new Decision();
    private final Set<String> holders = new HashSet<>();

    /** Of the order that was judged last. */
    private @Nullable OrderStakes stakes;

    OwnershipChecks(RuleBook rules, Settings settings, @Nullable OwnershipGraph graph, PartyChecks lists) {
        this.rules = rules;
        this.settings = settings;
        this.graph = graph;
        this.lists = lists;
        this.effects = ListEffects.of(rules);
    }

    /** What the lists say of one party's holders. */
    private static final class Screened {
        final Map<String, List<ListedParty>> possible = new HashMap<>();
        final Map<String, List<ListedParty>> confirmed = new HashMap<>();
        final Map<ListedParty, List<Reason>> asOwner = new LinkedHashMap<>();
        final Set<ListedParty> barring = new LinkedHashSet<>();
        final List<String> unnamed = new ArrayList<>();
    }

    void owners(Order order, int index, List<PartyChecks.Thing> things, Known nexus, LocalDate asOf, Decision out) {
        if (graph == null && !namesOwners(order)) {
            return;
        }
        List<Reason> before = quiet.find(order, index, asOf);
        if (before != null) {
            for (int i = 0; i < before.size(); i++) {
                out.add(before.get(i));
            }
            return;
        }
        Party party = order.parties().get(index);
        String role = party.role() == null ? "" : party.role().word();
        OrderStakes all = stakes;
        if (all == null || !all.isOf(order, asOf)) {
            all = new OrderStakes(order, graph, asOf);
            stakes = all;
        }
        part.beginPart(order, false);
        holders.clear();
        for (OwnershipGraph.Party root : all.roots(index)) {
            judge(all, index, root, new PartyChecks.Asked(role, things, nexus, asOf), part);
        }
        if (part.matches().isEmpty()
                && part.ownership().isEmpty()
                && part.changesOn().isEmpty()
                && !part.exceptionsBarred()) {
            holders.addAll(all.names());
            holders.add(OrderStakes.key(party.name()));
            quiet.keep(order, index, asOf, holders, all.refs(), List.copyOf(part.reasons()));
        }
        out.addAll(part);
    }

    static boolean namesOwners(Order order) {
        for (int i = 0; i < order.parties().size(); i++) {
            if (!order.parties().get(i).owners().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void judge(OrderStakes all, int index, OwnershipGraph.Party root, PartyChecks.Asked asked, Decision out) {
        OwnershipGraph above = all.above(root);
        if (above.stakes() == 0) {
            if (graph != null) {
                out.add(OrderChecks.advisory(
                        "OWNERSHIP_NOT_GIVEN", "Nobody says who owns '" + root.name() + "'; it was not judged."));
            }
            return;
        }
        if (above.parties().size() > MAX_HOLDERS) {
            out.add(new Reason(
                    "OWNERSHIP_TRUNCATED",
                    Verdict.HOLD,
                    HoldKind.REVIEW,
                    Reason.Basis.POLICY,
                    Reason.Subject.party(index),
                    "'" + root.name() + "' has " + (above.parties().size() - 1)
                            + " direct and indirect holders; at most " + (MAX_HOLDERS - 1)
                            + " are held against the lists.",
                    null,
                    List.of(),
                    "A person must look at who owns it."));
            return;
        }
        Screened screened = new Screened();
        for (OwnershipGraph.Party holder : above.parties()) {
            if (!holder.id().equals(root.id())) {
                screen(all.facesOf(holder), index, holder, asked, screened, out);
            }
        }
        unnamed(index, screened, out);
        List<OwnershipFinding> found = above.judge(root.id(), of(screened.possible), rules, asked.asOf());
        List<OwnershipFinding> sure = above.judge(root.id(), of(screened.confirmed), rules, asked.asOf());
        for (OwnershipFinding finding : found) {
            OwnershipFinding certain = sure.stream()
                    .filter(one -> one.rule() == finding.rule())
                    .findFirst()
                    .orElse(null);
            if (certain == null || certain.says() != finding.says()) {
                add(index, finding, false, asked, out);
            }
            if (certain != null) {
                add(index, certain, true, asked, out);
            }
        }
        screened.asOwner.forEach((record, reasons) -> {
            if (found.stream().noneMatch(finding -> judges(finding.rule(), record))) {
                reasons.forEach(out::add);
                if (screened.barring.contains(record)) {
                    out.barExceptions();
                }
            }
        });
    }

    private static Function<OwnershipGraph.Party, Collection<ListedParty>> of(Map<String, List<ListedParty>> hits) {
        return party -> hits.getOrDefault(party.id(), List.of());
    }

    private static boolean judges(Rule rule, ListedParty record) {
        Rule.Values values = rule.values();
        return values.texts("lists").contains(record.list())
                || values.texts("taggedLists").contains(record.list())
                || values.texts("flagLists").contains(record.list());
    }

    /** Holds one holder against the lists, by each of its faces. */
    private void screen(
            List<Party> faces,
            int index,
            OwnershipGraph.Party holder,
            PartyChecks.Asked asked,
            Screened screened,
            Decision out) {
        holders.add(OrderStakes.key(holder.name()));
        boolean named = false;
        for (Party face : faces) {
            lists.ask(face, matches);
            named |= matches.nameUsable() || !face.identifiers().isEmpty();
            found(face, index, holder, asked, screened, out);
        }
        if (!named) {
            screened.unnamed.add(holder.id());
        }
    }

    private void found(
            Party face,
            int index,
            OwnershipGraph.Party holder,
            PartyChecks.Asked asked,
            Screened screened,
            Decision out) {
        PartyChecks.Asked asOwner =
                new PartyChecks.Asked(Party.Role.OWNER.word(), asked.things(), asked.nexus(), asked.asOf());
        for (int hit = 0; hit < matches.size(); hit++) {
            PartyMatch match = lists.match(index, face, PartyType.UNKNOWN, matches, hit, asked.asOf());
            out.add(match);
            PartyChecks.reopened(match).forEach(out::add);
            for (int i = 0; i < match.suppressed().size(); i++) {
                Suppression by = match.suppressed().get(i);
                lists.reasons(index, face, match.records().get(i), matches, hit, asOwner, () -> {})
                        .forEach(reason -> out.add(PartyChecks.suppressed(reason, by)));
            }
            if (match.alerts()) {
                for (ListedParty record : matches.records(hit)) {
                    screened.possible
                            .computeIfAbsent(holder.id(), id -> new ArrayList<>())
                            .add(record);
                    if (matches.confirmed(hit)) {
                        screened.confirmed
                                .computeIfAbsent(holder.id(), id -> new ArrayList<>())
                                .add(record);
                    }
                    if (matches.confirmed(hit) || !screened.asOwner.containsKey(record)) {
                        screened.asOwner.put(
                                record,
                                lists.reasons(
                                        index,
                                        face,
                                        record,
                                        matches,
                                        hit,
                                        asOwner,
                                        () -> screened.barring.add(record)));
                    }
                }
            }
        }
        if (matches.truncated() || matches.nameCut()) {
            out.add(PartyChecks.truncated(index, matches));
        }
    }

    private static void unnamed(int index, Screened screened, Decision out) {
        if (!screened.unnamed.isEmpty()) {
            List<String> shown = screened.unnamed.stream()
                    .map(id -> id.isBlank() ? "an owner without a name" : id)
                    .limit(SHOWN)
                    .toList();
            int more = screened.unnamed.size() - shown.size();
            out.add(new Reason(
                    "OWNER_UNNAMED",
                    Verdict.NEEDS_DATA,
                    null,
                    Reason.Basis.POLICY,
                    Reason.Subject.party(index),
                    "Holders are known that have no name to search for: " + String.join(", ", shown)
                            + (more > 0 ? " and " + more + " more" : "") + ".",
                    null,
                    List.of("names of the holders"),
                    "Give their names."));
        }
    }

    private void add(int index, OwnershipFinding finding, boolean confirmed, PartyChecks.Asked asked, Decision out) {
        out.add(finding);
        asked.reasons(
                        index,
                        part -> finding.effect(effects, part),
                        effect -> {
                            if (confirmed && effect.exceptionsBarred() && effect.hold() != Finding.Hold.RED_FLAG) {
                                out.barExceptions();
                            }
                        },
                        (effect, subject) -> reason(effect, confirmed, subject))
                .forEach(out::add);
        Rule rule = finding.rule();
        LocalDate last = rule.inForce().to();
        if (last != null && rule.inForce().contains(asked.asOf())) {
            out.changesOn(last.plusDays(1), rule.values().text("name"));
        }
        Findings.amended(
                rules,
                settings,
                section -> rule.citation().text().contains(section),
                asked.asOf(),
                Reason.Subject.party(index),
                out);
    }

    /** A name alone never blocks: where only names speak for the owners, a person looks first. */
    private static Reason reason(Finding effect, boolean confirmed, Reason.Subject subject) {
        boolean grave = effect.level() == Finding.Level.BLOCK
                || effect.hold() == Finding.Hold.LICENSE
                || effect.hold() == Finding.Hold.STATEMENT;
        if (!grave || confirmed) {
            return Findings.reason(effect, subject, change(effect));
        }
        return new Reason(
                "POSSIBLE_" + effect.reason(),
                Verdict.HOLD,
                HoldKind.REVIEW,
                Reason.Basis.POLICY,
                subject,
                "Only names speak for the owners. If they are those parties: " + effect.text(),
                effect.citation(),
                effect.missing(),
                "One agreeing fact (country, address, identifier, birth date) confirms an owner; a person may dismiss it.");
    }

    private static String change(Finding effect) {
        return switch (effect.level()) {
            case CLEAR -> "";
            case NEEDS_DATA -> "Give what is missing.";
            case BLOCK -> "Stakes below the limit, or owners that turn out to be other parties.";
            case HOLD ->
                "Stakes below the limit, owners that turn out to be other parties"
                        + (effect.hold() == Finding.Hold.LICENSE
                                ? "; or a license, by the policy of the owner."
                                : ", or a person writes down why the doubt is settled.");
        };
    }
}
