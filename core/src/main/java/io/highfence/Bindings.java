package io.highfence;

import io.highfence.base.Digest;
import io.highfence.list.ListedParty;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a disposition is bound to: the facts behind every reason of one id. */
final class Bindings {
    private Bindings() {}

    /**
     * The digests of the facts behind a reason. A reason about a party rests on that party, every line and the order's own facts; one
     * about a line on that line and every party; so another party, or another line, may change without opening it again. The
     * reason's own words are part of it: what is found differently is another finding.
     */
    static Disposition.Binding of(Decision decision, Reason.Subject subject, String reasonId) {
        Order order = decision.order();
        int party = subject.party();
        int line = subject.line();
        StringBuilder input = new StringBuilder();
        input.append(order.about(
                party < 0 ? order.parties() : List.of(order.parties().get(party)),
                line < 0 ? order.items() : List.of(order.items().get(line))));
        decision.reasons().stream()
                .filter(reason -> reason.id().equals(reasonId))
                .map(reason -> String.join(
                        "\n",
                        reason.rule(),
                        String.valueOf(reason.verdict()),
                        String.valueOf(reason.holdKind()),
                        reason.text(),
                        String.valueOf(reason.missing())))
                .sorted()
                .forEach(said -> input.append('\n').append(said));
        StringBuilder listings = new StringBuilder();
        decision.matches().stream()
                .filter(match -> match.party() == party && match.alerts())
                .flatMap(match -> match.records().stream())
                .map(Bindings::content)
                .sorted()
                .distinct()
                .forEach(content -> listings.append(content).append('\n'));
        Decision.Stamp stamp = Objects.requireNonNull(decision.stamp(), "a decision that was made");
        return new Disposition.Binding(Digest.of(input.toString()), stamp.ruleSet(), Digest.of(listings.toString()));
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
