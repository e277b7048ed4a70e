package io.highfence;

import io.highfence.base.DateRange;
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
import io.highfence.ownership.OwnershipGraph.Stake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
    private final QuietOwners quiet = new QuietOwners();
    private final Decision part = new Decision();
    private final List<String> holders = new ArrayList<>();

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
        Party party = order.parties().get(index);
        if (graph == null && party.owners().isEmpty()) {
            return;
        }
        if (quiet.into(order, index, asOf, out)) {
            return;
        }
        String role = party.role() == null ? "" : party.role().word();
        part.beginPart(order, false);
        holders.clear();
        owners(order, index, new PartyChecks.Asked(role, things, nexus, asOf), part);
        if (part.matches().isEmpty()
                && part.ownership().isEmpty()
                && part.changesOn().isEmpty()
                && !part.exceptionsBarred()) {
            quiet.keep(order, index, asOf, holders, part.reasons());
        }
        out.addAll(part);
    }

    private void owners(Order order, int index, PartyChecks.Asked asked, Decision out) {
        for (OwnershipGraph.Party root : roots(graph, order.parties().get(index), index)) {
            judge(order, index, root, asked, out);
        }
    }

    /** The companies of a graph that a party of an order can be; the party as the order has it where there is none. */
    static List<OwnershipGraph.Party> roots(@Nullable OwnershipGraph graph, Party party, int index) {
        List<OwnershipGraph.Party> found =
                graph == null ? List.of() : graph.find(party.name(), party.country(), party.identifiers());
        return !found.isEmpty()
                ? found
                : List.of(new OwnershipGraph.Party(
                        "parties[" + index + "]",
                        party.name(),
                        party.type(),
                        party.country(),
                        party.address(),
                        party.identifiers()));
    }

    private void judge(Order order, int index, OwnershipGraph.Party root, PartyChecks.Asked asked, Decision out) {
        OwnershipGraph above = above(graph, order.parties().get(index), root, asked.asOf());
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
                screen(order, index, holder, asked, screened, out);
            }
        }
        unnamed(index, screened, out);
        List<OwnershipFinding> all = above.judge(root.id(), of(screened.possible), rules, asked.asOf());
        List<OwnershipFinding> sure = above.judge(root.id(), of(screened.confirmed), rules, asked.asOf());
        for (OwnershipFinding finding : all) {
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
            if (all.stream().noneMatch(finding -> judges(finding.rule(), record))) {
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

    /** The part of the graph above a party, with the owners that the order names; of one holder the larger stake counts. */
    static OwnershipGraph above(
            @Nullable OwnershipGraph graph, Party party, OwnershipGraph.Party root, LocalDate asOf) {
        List<String> ids = new ArrayList<>(List.of(root.id()));
        Map<Party.Owner, String> holders = new HashMap<>();
        for (Party.Owner owner : party.owners()) {
            List<OwnershipGraph.Party> known =
                    graph == null || owner.name().isBlank() ? List.of() : byIdOrName(graph, owner.name());
            String id = known.size() == 1 ? known.get(0).id() : owner.name();
            holders.put(owner, id);
            known.forEach(one -> ids.add(one.id()));
        }
        OwnershipGraph.Builder builder = graph == null ? OwnershipGraph.builder() : graph.above(ids, asOf);
        builder.party(root);
        OwnershipGraph known = builder.build();
        for (Party.Owner owner : party.owners()) {
            String id = holders.getOrDefault(owner, owner.name());
            long most = known.stakesIn(root.id()).stream()
                    .filter(stake -> stake.holder().id().equals(id))
                    .mapToLong(Stake::most)
                    .sum();
            Long percent = owner.percentMillionths();
            if (percent == null || percent > OwnershipGraph.WHOLE) {
                if (most < OwnershipGraph.WHOLE) {
                    builder.unknownStake(id, root.id(), DateRange.ALWAYS);
                }
            } else if (percent > most) {
                builder.stake(id, root.id(), percent - most);
            }
        }
        return builder.build();
    }

    private static List<OwnershipGraph.Party> byIdOrName(OwnershipGraph graph, String name) {
        OwnershipGraph.Party byId = graph.party(name);
        return byId != null ? List.of(byId) : graph.find(name, null, List.of());
    }

    /** Holds one holder against the lists; another party of the order by all that the order says of it. */
    private void screen(
            Order order,
            int index,
            OwnershipGraph.Party holder,
            PartyChecks.Asked asked,
            Screened screened,
            Decision out) {
        if (holder.country() == null && !holder.name().isBlank()) {
            holders.add(holder.name());
        }
        Party owner = order.parties().stream()
                .filter(other -> !holder.name().isBlank()
                        && other.name().equalsIgnoreCase(holder.name())
                        && holder.country() == null)
                .findFirst()
                .orElseGet(() -> new Party(
                        Party.Role.OWNER,
                        holder.name(),
                        holder.type(),
                        holder.country(),
                        holder.address(),
                        holder.identifiers(),
                        null,
                        null,
                        null,
                        List.of()));
        lists.ask(owner, matches);
        if (!matches.nameUsable() && owner.identifiers().isEmpty()) {
            screened.unnamed.add(holder.id());
        }
        PartyChecks.Asked asOwner =
                new PartyChecks.Asked(Party.Role.OWNER.word(), asked.things(), asked.nexus(), asked.asOf());
        for (int hit = 0; hit < matches.size(); hit++) {
            PartyMatch match = lists.match(index, owner, PartyType.UNKNOWN, matches, hit, asked.asOf());
            out.add(match);
            PartyChecks.reopened(match).forEach(out::add);
            for (int i = 0; i < match.suppressed().size(); i++) {
                Suppression by = match.suppressed().get(i);
                lists.reasons(index, owner, match.records().get(i), matches, hit, asOwner, () -> {})
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
                    screened.asOwner.put(
                            record,
                            lists.reasons(
                                    index, owner, record, matches, hit, asOwner, () -> screened.barring.add(record)));
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
