package io.highfence;

import io.highfence.base.Digest;
import io.highfence.list.ListedParty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What dispositions of one decision are bound to: the facts behind every reason of one id. Many reasons share a party, and a listing
 * may be behind the hits of several parties; each is written down once. For a decision that does not change meanwhile.
 */
final class Bindings {
    private final Decision decision;
    private final Map<String, List<String>> saidById = new HashMap<>();
    private final Map<Bound, Disposition.Binding> bindings = new HashMap<>();
    private final Map<Integer, Digest> listingsByParty = new HashMap<>();
    private final IdentityHashMap<ListedParty, String> contents = new IdentityHashMap<>();

    /** The order's own facts, by what they are about. */
    private final Map<Reason.Subject, String> facts = new HashMap<>();

    /** What a disposition is about. */
    private record Bound(Reason.Subject subject, String reasonId) {}

    Bindings(Decision decision) {
        this.decision = decision;
        for (Reason reason : decision.reasons()) {
            saidById.computeIfAbsent(reason.id(), k -> new ArrayList<>()).add(said(reason));
        }
        saidById.values().forEach(Collections::sort);
    }

    /** What one disposition is bound to. */
    static Disposition.Binding of(Decision decision, Reason.Subject subject, String reasonId) {
        return new Bindings(decision).of(subject, reasonId);
    }

    /**
     * The digests of the facts behind a reason. A reason about a party rests on that party, every line and the order's own facts; one
     * about a line on that line and every party; so another party, or another line, may change without opening it again. The
     * reason's own words are part of it: what is found differently is another finding.
     */
    Disposition.Binding of(Reason.Subject subject, String reasonId) {
        return bindings.computeIfAbsent(new Bound(subject, reasonId), this::binding);
    }

    private Disposition.Binding binding(Bound bound) {
        Reason.Subject subject = bound.subject();
        StringBuilder input = new StringBuilder(facts.computeIfAbsent(subject, this::facts));
        saidById.getOrDefault(bound.reasonId(), List.of())
                .forEach(said -> input.append('\n').append(said));
        Decision.Stamp stamp = Objects.requireNonNull(decision.stamp(), "a decision that was made");
        return new Disposition.Binding(
                Digest.of(input.toString()),
                stamp.ruleSet(),
                listingsByParty.computeIfAbsent(subject.party(), this::listings));
    }

    private String facts(Reason.Subject subject) {
        Order order = decision.order();
        int party = subject.party();
        int line = subject.line();
        return order.about(
                        party < 0 ? order.parties() : List.of(order.parties().get(party)),
                        line < 0 ? order.items() : List.of(order.items().get(line)))
                .toString();
    }

    private static String said(Reason reason) {
        return String.join(
                "\n",
                reason.rule(),
                String.valueOf(reason.verdict()),
                String.valueOf(reason.holdKind()),
                reason.text(),
                String.valueOf(reason.missing()));
    }

    /** The digest of the listings behind the hits of a party that alert. */
    private Digest listings(int party) {
        SortedSet<String> said = new TreeSet<>();
        for (PartyMatch match : decision.matches()) {
            if (match.party() == party && match.alerts()) {
                match.records().forEach(record -> said.add(contents.computeIfAbsent(record, Bindings::content)));
            }
        }
        StringBuilder listings = new StringBuilder();
        said.forEach(content -> listings.append(content).append('\n'));
        return Digest.of(listings.toString());
    }

    /** All that a record says, and not in which edition. */
    private static String content(ListedParty record) {
        return Stream.of(
                        record.key(),
                        record.list(),
                        record.type(),
                        record.names(),
                        record.addresses(),
                        record.countries(),
                        record.identifiers(),
                        record.birthDates(),
                        record.listing(),
                        record.links(),
                        record.title(),
                        record.remarks(),
                        record.vessel(),
                        record.extras())
                .map(String::valueOf)
                .reduce("", (all, one) -> all + "\n" + one);
    }
}
