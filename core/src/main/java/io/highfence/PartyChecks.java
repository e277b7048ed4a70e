package io.highfence;

import io.highfence.law.Finding;
import io.highfence.law.Jurisdiction;
import io.highfence.law.Known;
import io.highfence.law.ListEffects;
import io.highfence.law.RuleBook;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import io.highfence.match.Matches;
import io.highfence.match.PartyMatcher;
import io.highfence.match.PartyQuery;
import io.highfence.ownership.OwnershipGraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the lists say of the parties: every name string, and the legal effect of every listing that it hits. */
final class PartyChecks {
    private final ListEffects effects;
    private final PartyMatcher matcher;
    private final PartyQuery query = new PartyQuery();
    private final List<PartyQuery> queries = new ArrayList<>();
    private final List<PartyQuery> asked = new ArrayList<>();
    private final List<Matches> answers = new ArrayList<>();

    /** Whom the queries are about. */
    private final List<Party> different = new ArrayList<>();

    /** The answer about each party of the order that is asked about. */
    private final List<Matches> answerOf = new ArrayList<>();

    private final OwnershipChecks ownership;
    private final Suppressions suppressions;

    PartyChecks(
            RuleBook rules,
            PartyMatcher matcher,
            Settings settings,
            @Nullable OwnershipGraph graph,
            Suppressions suppressions) {
        this.effects = ListEffects.of(rules);
        this.matcher = matcher;
        this.suppressions = suppressions;
        this.ownership = new OwnershipChecks(rules, settings, graph, this);
    }

    /** An item as far as a listing's effect turns on it: its ECCN and whether it is subject to the EAR. */
    record Thing(int line, @Nullable String eccn, Jurisdiction.Status subject) {}

    /** A party's part in an order, and the day. */
    record Asked(String role, List<Thing> things, Known nexus, LocalDate asOf) {
        /** An effect on each thing as reasons: on the whole order where it is the same for every line. */
        List<Reason> reasons(
                int index,
                Function<ListEffects.Part, Finding> effect,
                Consumer<Finding> seen,
                BiFunction<Finding, Reason.Subject, Reason> reason) {
            Map<Finding, List<Integer>> linesByFinding = new LinkedHashMap<>();
            for (Thing thing : things) {
                ListEffects.Part part = new ListEffects.Part(role, thing.subject(), thing.eccn(), nexus);
                linesByFinding
                        .computeIfAbsent(effect.apply(part), k -> new ArrayList<>())
                        .add(thing.line());
            }
            List<Reason> reasons = new ArrayList<>();
            linesByFinding.forEach((finding, lines) -> {
                seen.accept(finding);
                for (int line : linesByFinding.size() == 1 ? List.of(-1) : lines) {
                    reasons.add(reason.apply(finding, new Reason.Subject(index, line)));
                }
            });
            return reasons;
        }
    }

    void parties(Order order, LocalDate asOf, List<Thing> things, Decision out) {
        Known nexus = mayHaveNexus(order) ? Known.YES : Known.NO;
        askAll(order);
        int next = 0;
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            if (isAsked(party)) {
                Matches hits = answerOf.get(next++);
                if (!isNothing(party, hits)) {
                    found(i, party, hits, new Asked(role(party), things, nexus, asOf), out);
                }
                ownership.owners(order, i, things, nexus, asOf, out);
            }
        }
    }

    /** Whether the lists have nothing to say of a party, as of most. */
    private static boolean isNothing(Party party, Matches hits) {
        return hits.size() == 0
                && !hits.truncated()
                && !hits.nameCut()
                && (hits.nameUsable() || !party.identifiers().isEmpty());
    }

    /** Whether a party is held against the lists: somebody, of whom a name was given. */
    static boolean isAsked(Party party) {
        return !party.isNone() && !party.name().isBlank();
    }

    /** All parties in one call, as they share words; a company that plays several roles is asked about once. */
    private void askAll(Order order) {
        asked.clear();
        different.clear();
        answerOf.clear();
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            if (isAsked(party)) {
                makeRoom(answerOf.size());
                int known = indexOfSame(party);
                if (known == different.size()) {
                    fill(queries.get(known), party);
                    asked.add(queries.get(known));
                    different.add(party);
                }
                answerOf.add(answers.get(known));
            }
        }
        matcher.match(asked, answers);
    }

    /** For as many different parties as the order has parties, so that a later order of as many needs no more. */
    private void makeRoom(int party) {
        if (party == queries.size()) {
            queries.add(new PartyQuery());
            answers.add(new Matches());
        }
    }

    private int indexOfSame(Party party) {
        for (int i = 0; i < different.size(); i++) {
            if (isSame(party, different.get(i))) {
                return i;
            }
        }
        return different.size();
    }

    /** Whether two parties make the same query. */
    static boolean isSame(Party a, Party b) {
        boolean same = a.name().equals(b.name())
                && a.type() == b.type()
                && Objects.equals(a.country(), b.country())
                && Objects.equals(a.address(), b.address())
                && Objects.equals(a.birthDate(), b.birthDate())
                && a.identifiers().size() == b.identifiers().size();
        for (int i = 0; same && i < a.identifiers().size(); i++) {
            same = a.identifiers().get(i).equals(b.identifiers().get(i));
        }
        return same;
    }

    /** Whoever ships from the United States, or is there, has the tie that the order denies. */
    private static boolean mayHaveNexus(Order order) {
        boolean mayExist = order.nexus().mayExist()
                || Screener.isUnitedStates(order.shipFrom())
                || Screener.isUnitedStates(order.exporter().country());
        for (int i = 0; i < order.items().size() && !mayExist; i++) {
            mayExist = Screener.isUnitedStates(order.items().get(i).countryOfOrigin());
        }
        return mayExist;
    }

    void party(Party party, LocalDate asOf, PartyAnswer out) {
        out.begin();
        ask(party, out.matches());
        if (!out.matches().nameUsable() && party.identifiers().isEmpty()) {
            out.add(OrderChecks.needs(
                    "NAME_UNUSABLE", "The name has no letter and no digit to search by.", List.of("name")));
        }
        List<Thing> anything = List.of(new Thing(-1, null, Jurisdiction.Status.SUBJECT));
        Asked asked = new Asked(role(party), anything, Known.UNKNOWN, asOf);
        for (int hit = 0; hit < out.matches().size(); hit++) {
            PartyMatch match = match(0, party, party.type(), out.matches(), hit, asOf);
            out.add(match);
            reasons(match, party, out.matches(), hit, asked, () -> {}).forEach(out::add);
        }
        if (out.matches().nameCut() && out.matches().size() == 0) {
            // Without a hit there is nothing for a person to look at.
            out.add(OrderChecks.needs(
                    "NAME_TOO_LONG",
                    "The name is too long; its end was not searched for, and nothing was found before it.",
                    List.of("name")));
        } else if (out.matches().truncated() || out.matches().nameCut()) {
            out.add(truncated(0, out.matches()));
        }
    }

    private static String role(Party party) {
        return party.role() == null ? "" : party.role().word();
    }

    void ask(Party party, Matches into) {
        ask(party, matcher, into);
    }

    void ask(Party party, PartyMatcher by, Matches into) {
        fill(query, party);
        by.match(query, into);
    }

    private static void fill(PartyQuery query, Party party) {
        query.clear()
                .name(party.name())
                .type(party.type())
                .country(party.country())
                .address(party.address())
                .birthDate(party.birthDate());
        for (int i = 0; i < party.identifiers().size(); i++) {
            query.identifier(party.identifiers().get(i));
        }
    }

    private void found(int index, Party party, Matches hits, Asked asked, Decision out) {
        if (!hits.nameUsable() && party.identifiers().isEmpty()) {
            out.add(new Reason(
                    "NAME_UNUSABLE",
                    Verdict.NEEDS_DATA,
                    null,
                    Reason.Basis.POLICY,
                    Reason.Subject.party(index),
                    "The name has no letter and no digit to search by.",
                    null,
                    List.of("parties[" + index + "].name"),
                    "Give the party's name."));
        }
        for (int hit = 0; hit < hits.size(); hit++) {
            PartyMatch match = match(index, party, party.type(), hits, hit, asked.asOf());
            out.add(match);
            reasons(match, party, hits, hit, asked, out::barExceptions).forEach(out::add);
        }
        if (hits.truncated() || hits.nameCut()) {
            out.add(truncated(index, hits));
        }
    }

    /** A hit, with the suppressions of the party that hold or do not. */
    PartyMatch match(int index, Party party, PartyType type, Matches hits, int hit, LocalDate asOf) {
        PartyMatch match = new PartyMatch(
                index,
                party.name(),
                type,
                hits.records(hit),
                hits.matched(hit).text(),
                hits.score(hit),
                hits.nameScore(hit),
                hits.evidence(hit),
                hits.confirmed(hit),
                hits.triggers(hit),
                List.of(),
                List.of());
        return suppressions.judge(party, match, asOf);
    }

    static Reason truncated(int index, Matches hits) {
        return new Reason(
                "TRUNCATED",
                Verdict.HOLD,
                HoldKind.REVIEW,
                Reason.Basis.POLICY,
                Reason.Subject.party(index),
                hits.truncated()
                        ? "There are " + hits.total() + " hits, of which " + hits.size() + " are kept."
                        : "The name is too long; its end was not searched for.",
                null,
                List.of(),
                "A person must look, or the name must be given without what is not a name.");
    }

    /**
     * The reasons of one hit: for each listing its effect, on the whole order where it is the same for every line. Of a suppressed hit
     * they are advisories. None for a hit that never alerts.
     */
    private List<Reason> reasons(
            PartyMatch match, Party party, Matches hits, int hit, Asked asked, Runnable barExceptions) {
        List<Reason> reasons = new ArrayList<>();
        boolean suppressed = !match.suppressed().isEmpty();
        if (!match.alerts() && !suppressed) {
            return reasons;
        }
        for (int i = 0; i < match.records().size(); i++) {
            ListedParty record = match.records().get(i);
            if (suppressed) {
                Suppression by = match.suppressed().get(i);
                reasons(match.party(), party, record, hits, hit, asked, () -> {})
                        .forEach(reason -> reasons.add(suppressed(reason, by)));
            } else {
                reasons.addAll(reasons(match.party(), party, record, hits, hit, asked, barExceptions));
            }
        }
        reasons.addAll(reopened(match));
        return reasons;
    }

    /** What a suppressed reason says, as an advisory. */
    static Reason suppressed(Reason reason, Suppression by) {
        return new Reason(
                "SUPPRESSED_" + reason.rule(),
                Verdict.CLEAR,
                null,
                Reason.Basis.POLICY,
                reason.subject(),
                "Suppressed: " + by.words() + ". Otherwise this would be " + reason.verdict()
                        + (reason.holdKind() == null ? "" : "/" + reason.holdKind()) + ": " + reason.text(),
                reason.citation(),
                List.of(),
                "");
    }

    /** Suppressions that do not hold, as advisories. */
    static List<Reason> reopened(PartyMatch match) {
        return match.reopened().stream()
                .map(text -> new Reason(
                        "SUPPRESSION_REOPENED",
                        Verdict.CLEAR,
                        null,
                        Reason.Basis.POLICY,
                        Reason.Subject.party(match.party()),
                        text,
                        null,
                        List.of(),
                        ""))
                .toList();
    }

    /** The reasons of one record of a hit. */
    List<Reason> reasons(
            int index, Party party, ListedParty record, Matches hits, int hit, Asked asked, Runnable barExceptions) {
        boolean confirmed = hits.confirmed(hit);
        ListedParty.Listing listing = record.listing();
        ListEffects.Listing listed = new ListEffects.Listing(
                record.list(),
                listing.programs(),
                listing.footnotes(),
                listing.licenseRequirement(),
                listing.licensePolicy(),
                listing.standardOrder(),
                listing.inForce());
        return asked.reasons(
                index,
                part -> effects.effect(listed, part, asked.asOf()),
                finding -> {
                    if (confirmed && finding.exceptionsBarred() && finding.hold() != Finding.Hold.RED_FLAG) {
                        barExceptions.run();
                    }
                },
                (finding, subject) -> reason(finding, confirmed, subject, party, record, hits, hit));
    }

    private static String change(Finding finding) {
        return switch (finding.level()) {
            case CLEAR -> "";
            case NEEDS_DATA -> "Give what is missing, or a person finds that this is another party.";
            case BLOCK -> "A person finds that this is another party. Nothing else in the ordinary course.";
            case HOLD ->
                "A person finds that this is another party"
                        + (finding.hold() == Finding.Hold.LICENSE
                                ? "; or a license, by the policy of the listing."
                                : finding.hold() == Finding.Hold.STATEMENT
                                        ? "; or the statement that the listing asks for."
                                        : ", or writes down why the doubt is settled.");
        };
    }

    /** A name alone never blocks, and never asks for a license that no false alarm could get: a person looks first. */
    private static Reason reason(
            Finding finding,
            boolean confirmed,
            Reason.Subject subject,
            Party party,
            ListedParty record,
            Matches hits,
            int hit) {
        String who = "'" + party.name() + "' matches '" + hits.matched(hit).text() + "' on "
                + record.source()
                + (hits.evidence(hit).isEmpty() ? "" : " (" + String.join(", ", hits.evidence(hit)) + ")")
                + ". ";
        Finding told = finding.saying(who + finding.text());
        boolean grave = finding.level() == Finding.Level.BLOCK
                || finding.hold() == Finding.Hold.LICENSE
                || finding.hold() == Finding.Hold.STATEMENT;
        if (!grave || confirmed) {
            return Findings.reason(told, subject, change(finding));
        }
        return new Reason(
                "POSSIBLE_" + finding.reason(),
                Verdict.HOLD,
                HoldKind.REVIEW,
                Reason.Basis.POLICY,
                subject,
                who + doubt(hits.evidence(hit)) + ". If it is that party: " + finding.text(),
                finding.citation(),
                List.of(),
                "One agreeing fact (country, address, identifier, birth date) confirms the match; a person may dismiss it.");
    }

    private static String doubt(List<String> evidence) {
        boolean agrees = evidence.stream().anyMatch(fact -> fact.endsWith("agrees"));
        boolean differs = evidence.stream().anyMatch(fact -> fact.endsWith("differs"));
        return agrees
                ? "Something speaks for it and something against it"
                : "Only the name speaks for it" + (differs ? ", and something speaks against it" : "");
    }
}
