package io.highfence;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Digest;
import io.highfence.list.ListedParty;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person's finding that a customer is not the party of one listing, so that the hit need not alert again.
 *
 * <p>It is bound to what the customer was and to what the listing said, word for word, and it ends. It silences the hit only while both
 * are the same, on its days, and while the hit is no stronger than it was; {@link Suppressions} says how. An equal identifier is never
 * suppressed, and a strong hit only by two persons. Immutable.
 *
 * @param name the customer's name, for people
 * @param customer the digest of the customer's facts, see {@link #customerOf}
 * @param source the list, as {@link ListedParty#source()} has it
 * @param entry the entry, as {@link ListedParty#entry()} has it
 * @param listing the digest of all that the listing said, see {@link ListedParty#content()}
 * @param strength how strong the hit was
 * @param grant who found it, why and for how long
 */
public record Suppression(
        String name, Digest customer, String source, String entry, Digest listing, Strength strength, Grant grant) {
    /** What a hit's evidence says of an equal identifier. */
    private static final String SAME_IDENTIFIER = "identifier agrees";

    private static final String AGREES = " agrees";
    private static final String DIFFERS = " differs";
    private static final int MOST = 10_000;

    /** From this score of the name on, two names differ in the order of words, in writing or in the legal form, if at all. */
    private static final int SAME_NAME = 9_500;

    private static final Pattern SPACES = Pattern.compile("(?U)\\s+");

    /**
     * How strong a hit was when it was suppressed.
     *
     * @param score the score with all evidence, from 0 to 10,000
     * @param nameScore the score of the name alone, from 0 to 10,000
     * @param evidence what agreed and what disagreed, as {@link PartyMatch#evidence()} has it
     * @param confirmed whether a fact beside the name agreed and none contradicted
     */
    public record Strength(int score, int nameScore, List<String> evidence, boolean confirmed) {
        /**
         * Copies the evidence.
         *
         * @param score the score with all evidence
         * @param nameScore the score of the name
         * @param evidence what agreed and what disagreed
         * @param confirmed whether a fact agreed and none contradicted
         * @throws IllegalArgumentException if a score is not from 0 to 10,000
         */
        public Strength {
            if (Math.min(score, nameScore) < 0 || Math.max(score, nameScore) > MOST) {
                throw new IllegalArgumentException("A score is from 0 to 10,000");
            }
            evidence = List.copyOf(evidence);
        }

        /**
         * Whether one person may not suppress the hit alone: a fact agrees and none contradicts, or the names score 9,500 or more, so
         * that they are the same but for order, writing or legal form, and nothing known tells the two apart.
         *
         * @return true if a second person must approve
         */
        public boolean needsApprover() {
            return confirmed || (nameScore >= SAME_NAME && evidence.stream().noneMatch(fact -> fact.endsWith(DIFFERS)));
        }
    }

    /**
     * Who suppressed a hit, why and for how long.
     *
     * @param author the person who looked; never blank
     * @param approver the second person, or null if there was none
     * @param reason why it is another party; never blank
     * @param created the first day on which it holds
     * @param expires the last day on which it holds
     */
    public record Grant(String author, @Nullable String approver, String reason, LocalDate created, LocalDate expires) {
        /**
         * Checks that persons, reason and days are given.
         *
         * @param author the person who looked
         * @param approver the second person, or null
         * @param reason why it is another party
         * @param created the first day
         * @param expires the last day
         * @throws IllegalArgumentException if a text is blank, the approver is the author, or it ends before it begins
         */
        public Grant {
            if (author.isBlank() || reason.isBlank() || (approver != null && approver.isBlank())) {
                throw new IllegalArgumentException(
                        "A suppression names its author, its approver if there is one, and its reason");
            }
            if (approver != null && normal(approver).equals(normal(author))) {
                throw new IllegalArgumentException("The approver must be another person than the author");
            }
            if (expires.isBefore(created)) {
                throw new IllegalArgumentException(
                        "A suppression must not end on " + expires + " before it begins on " + created);
            }
        }
    }

    /**
     * Checks that the hit may be suppressed.
     *
     * @param name the customer's name
     * @param customer the digest of the customer's facts
     * @param source the list
     * @param entry the entry
     * @param listing the digest of the listing
     * @param strength how strong the hit was
     * @param grant who, why and how long
     * @throws IllegalArgumentException if an identifier was equal, or the hit needs an approver and has none
     */
    public Suppression {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(listing, "listing");
        if (source.isBlank() || entry.isBlank()) {
            throw new IllegalArgumentException("A suppression names the list and the entry that it is about");
        }
        if (strength.evidence().contains(SAME_IDENTIFIER)) {
            throw new IllegalArgumentException("An equal identifier cannot be suppressed: mend the identifier");
        }
        if (strength.needsApprover() && grant.approver() == null) {
            throw new IllegalArgumentException(
                    "A confirmed hit, or one of the same name that nothing known tells apart, needs a second person as approver");
        }
    }

    /**
     * Suppresses a hit: makes a suppression for each listing of the listed party, as each must have one.
     *
     * @param party the customer as it was screened
     * @param hit the hit, as {@link PartyAnswer#hits()} or {@link Decision#matches()} has it
     * @param grant who, why and how long
     * @return one suppression a listing, in the order of {@link PartyMatch#records()}
     * @throws IllegalArgumentException if an identifier is equal, or the hit needs an approver and has none
     */
    public static List<Suppression> of(Party party, PartyMatch hit, Grant grant) {
        Digest customer = customerOf(party);
        List<Suppression> all = new ArrayList<>();
        for (ListedParty record : hit.records()) {
            all.add(new Suppression(
                    party.name(), customer, record.source(), record.entry(), record.content(), strength(hit), grant));
        }
        return List.copyOf(all);
    }

    static Strength strength(PartyMatch hit) {
        return new Strength(hit.score(), hit.nameScore(), hit.evidence(), hit.confirmed());
    }

    /**
     * The digest of the facts by which a customer is held against the lists: name, type, country, address, identifiers and birth date;
     * letter case, runs of white space and the order of identifiers aside. Its role and its owners are no part of it.
     *
     * @param party the customer
     * @return the digest
     */
    public static Digest customerOf(Party party) {
        TreeSet<String> identifiers = new TreeSet<>();
        for (ListedParty.Identifier identifier : party.identifiers()) {
            Country issuer = identifier.country();
            identifiers.add(
                    identifier.kind().word() + ":" + identifier.normal() + (issuer == null ? "" : "@" + issuer.code()));
        }
        Country country = party.country();
        DateRange born = party.birthDate();
        StringBuilder facts = new StringBuilder();
        put(facts, normal(party.name()));
        put(facts, party.type().name());
        put(facts, country == null ? "" : country.code());
        put(facts, party.address() == null ? "" : normal(party.address()));
        identifiers.forEach(identifier -> put(facts, identifier));
        put(facts, born == null ? "" : born.from() + " " + born.to());
        // The characters themselves: in UTF-8 two halves of surrogate pairs would be one.
        ByteBuffer bytes = ByteBuffer.allocate(Character.BYTES * facts.length());
        bytes.asCharBuffer().put(facts.toString());
        return Digest.of(bytes.array());
    }

    private static void put(StringBuilder facts, String fact) {
        facts.append(fact.length()).append(' ').append(fact).append('\n');
    }

    /** A text without regard to letter case and runs of white space. */
    static String normal(String text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    /** What is another than when this was granted, so that it does not hold; empty if it holds. */
    List<String> changes(Digest customerNow, ListedParty record, PartyMatch hit, LocalDate asOf) {
        List<String> changes = new ArrayList<>();
        if (!customer.equals(customerNow)) {
            changes.add("the customer's type, country, address, identifiers or birth date changed");
        }
        if (!listing.equals(record.content())) {
            changes.add("the listing changed");
        }
        if (asOf.isBefore(grant.created())) {
            changes.add("it begins on " + grant.created());
        }
        if (asOf.isAfter(grant.expires())) {
            changes.add("it ended on " + grant.expires());
        }
        if (hit.score() > strength.score()) {
            changes.add("the score rose");
        }
        if (hit.nameScore() > strength.nameScore()) {
            changes.add("the score of the name rose");
        }
        for (String fact : hit.evidence()) {
            if (fact.endsWith(AGREES) && !strength.evidence().contains(fact)) {
                changes.add(fact + ", which was not so");
            }
        }
        for (String fact : strength.evidence()) {
            if (fact.endsWith(DIFFERS) && !hit.evidence().contains(fact)) {
                changes.add(fact + " no longer");
            }
        }
        if (hit.confirmed() && !strength.confirmed()) {
            changes.add("the hit is confirmed, which it was not");
        }
        return changes;
    }

    /** Who suppressed what and why, for people. */
    String words() {
        String by = grant.author() + (grant.approver() == null ? "" : " and " + grant.approver());
        return "'" + name + "' is not entry " + entry + " of " + source + ", say " + by + " from " + grant.created()
                + " to " + grant.expires() + ": " + grant.reason();
    }
}
