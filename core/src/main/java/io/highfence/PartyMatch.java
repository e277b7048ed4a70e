package io.highfence;

import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import java.util.List;

/**
 * A listed party that may be a party of the order: one hit, with every record of that party.
 *
 * @param party the index of the party in the order
 * @param searched the name that was searched for: the party's own, or that of one of its owners
 * @param type the type that was searched for
 * @param records every matching record of the listed party, best first
 * @param matched the listed name that matched best
 * @param score the score with all evidence, 0 to 10,000; orders the hits
 * @param nameScore the score of the name alone, 0 to 10,000
 * @param evidence what else agrees or contradicts, such as {@code country agrees}
 * @param confirmed whether a fact beside the name agrees and none contradicts
 * @param alerts whether the hit raises an alert, and is not only shown
 * @param suppressed the suppressions that keep it from alerting, one for each of the records; empty if it is not suppressed
 * @param reopened what suppressions of this customer and listing say and why they do not hold; empty if there are none
 */
public record PartyMatch(
        int party,
        String searched,
        PartyType type,
        List<ListedParty> records,
        String matched,
        int score,
        int nameScore,
        List<String> evidence,
        boolean confirmed,
        boolean alerts,
        List<Suppression> suppressed,
        List<String> reopened) {
    /**
     * Copies the lists.
     *
     * @param party the index of the party
     * @param searched the name that was searched for
     * @param type the type that was searched for
     * @param records the matching records
     * @param matched the listed name
     * @param score the score with all evidence
     * @param nameScore the score of the name
     * @param evidence what else agrees or contradicts
     * @param confirmed whether a fact agrees and none contradicts
     * @param alerts whether it raises an alert
     * @param suppressed the suppressions that keep it from alerting
     * @param reopened which suppressions do not hold
     */
    public PartyMatch {
        records = List.copyOf(records);
        evidence = List.copyOf(evidence);
        suppressed = List.copyOf(suppressed);
        reopened = List.copyOf(reopened);
    }

    /** This hit, kept from alerting. */
    PartyMatch suppressed(List<Suppression> by) {
        return new PartyMatch(
                party, searched, type, records, matched, score, nameScore, evidence, confirmed, false, by, List.of());
    }

    /** This hit, with suppressions that do not hold. */
    PartyMatch reopened(List<String> why) {
        return new PartyMatch(
                party, searched, type, records, matched, score, nameScore, evidence, confirmed, alerts, List.of(), why);
    }
}
