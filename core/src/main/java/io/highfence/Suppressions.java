package io.highfence;

import com.fasterxml.jackson.core.JsonToken;
import io.highfence.base.BadInput;
import io.highfence.base.Decimal;
import io.highfence.base.Digest;
import io.highfence.input.JsonInput;
import io.highfence.list.ListedParty;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The suppressions of a caller. They hide nothing: a suppressed hit stands in the answer with its scores, its listings and, as
 * advisories, its reasons; it only raises no alert and no verdict.
 *
 * <p>A hit is suppressed if each listing of the listed party has a suppression that holds: customer and listing are what they were,
 * the day is one of its days, neither score is higher, nothing agrees that did not agree, and nothing that told the two apart is gone. A
 * suppression of this customer and listing that does not hold is named with what changed. Immutable and safe for many threads.
 */
public final class Suppressions {
    /** No suppression at all. */
    public static final Suppressions NONE = new Suppressions(List.of());

    private final List<Suppression> all;
    private final Digest digest;
    private final Map<String, List<Suppression>> byCustomer = new HashMap<>();
    private final Map<String, List<Suppression>> byName = new HashMap<>();

    private Suppressions(List<Suppression> all) {
        this.all = all;
        digest = Digest.of(all.toString());
        for (Suppression one : all) {
            String listing = listing(one.source(), one.entry());
            add(byCustomer, listing + one.customer(), one);
            add(byName, listing + Suppression.normal(one.name()), one);
        }
    }

    private static String listing(String source, String entry) {
        return source.length() + " " + source + entry.length() + " " + entry;
    }

    private static void add(Map<String, List<Suppression>> to, String key, Suppression one) {
        to.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
    }

    /**
     * Gathers suppressions.
     *
     * @param suppressions the suppressions; of several about one customer and listing it is enough that one holds
     * @return the set
     */
    public static Suppressions of(Collection<Suppression> suppressions) {
        return new Suppressions(List.copyOf(suppressions));
    }

    /**
     * Reads JSON Lines, as {@code Explanation.json(Suppression)} writes them. A file with a fault is refused whole.
     *
     * @param in the bytes, UTF-8; not closed
     * @param file the name for messages
     * @return the suppressions; none if the file is empty
     * @throws IOException if the stream cannot be read
     * @throws BadInput if a record is no suppression: a key that is missing, unknown or there twice, a value that is none, or a hit that
     *     may not be suppressed
     */
    public static Suppressions read(InputStream in, String file) throws IOException, BadInput {
        List<Suppression> all = new ArrayList<>();
        try (JsonInput json = new JsonInput(in, file)) {
            while (json.next() != null) {
                all.add(new One(json).read());
            }
        }
        return of(all);
    }

    /**
     * Every suppression.
     *
     * @return the suppressions in the order given; cannot be changed
     */
    public List<Suppression> all() {
        return all;
    }

    /**
     * The digest of every suppression.
     *
     * @return the same digest for equal suppressions in the same order
     */
    public Digest digest() {
        return digest;
    }

    /** The hit with the suppressions that silence it, or with those of this customer that do not hold. */
    PartyMatch judge(Party party, PartyMatch hit, LocalDate asOf) {
        if (all.isEmpty() || !hit.alerts()) {
            return hit;
        }
        Digest customer = Suppression.customerOf(party);
        String name = Suppression.normal(party.name());
        List<Suppression> holding = new ArrayList<>();
        List<String> reopened = new ArrayList<>();
        @Nullable ListedParty bare = null;
        for (ListedParty record : hit.records()) {
            String listing = listing(record.source(), record.entry());
            Set<Suppression> about = new LinkedHashSet<>(byCustomer.getOrDefault(listing + customer, List.of()));
            about.addAll(byName.getOrDefault(listing + name, List.of()));
            Suppression holds = about.stream()
                    .filter(one -> one.changes(customer, record, hit, asOf).isEmpty())
                    .findFirst()
                    .orElse(null);
            if (holds != null) {
                holding.add(holds);
                continue;
            }
            bare = bare == null ? record : bare;
            about.stream()
                    .max(Comparator.comparing(one -> one.grant().created()))
                    .ifPresent(last -> reopened.add(last.words() + " Reopened, as "
                            + String.join("; ", last.changes(customer, record, hit, asOf)) + "."));
        }
        if (bare == null) {
            return hit.suppressed(holding);
        }
        for (Suppression one : holding) {
            reopened.add(one.words() + " Reopened, as the same party stands under entry " + bare.entry() + " of "
                    + bare.source() + " too, for which no suppression holds.");
        }
        return hit.reopened(reopened);
    }

    /** The reading of one record. */
    private static final class One {
        /** A score has four decimals, a decimal of ours six. */
        private static final int SCORE_STEP = 100;

        private final JsonInput json;
        private final Map<String, String> texts = new HashMap<>();
        private final List<String> evidence = new ArrayList<>();
        private @Nullable Boolean confirmed;
        private boolean evidenceGiven;

        One(JsonInput json) {
            this.json = json;
        }

        Suppression read() throws IOException, BadInput {
            json.object("a suppression", this::field);
            if (!evidenceGiven) {
                throw json.fault("a suppression needs evidence");
            }
            if (confirmed == null) {
                throw json.fault("a suppression needs confirmed");
            }
            try {
                return new Suppression(
                        text("name"),
                        digest("customer"),
                        text("source"),
                        text("entry"),
                        digest("listing"),
                        new Suppression.Strength(score("score"), score("nameScore"), evidence, confirmed),
                        new Suppression.Grant(
                                text("author"),
                                texts.get("approver"),
                                text("reason"),
                                LocalDate.parse(text("created")),
                                LocalDate.parse(text("expires"))));
            } catch (IllegalArgumentException e) {
                throw json.fault(String.valueOf(e.getMessage()));
            }
        }

        private String text(String name) throws BadInput {
            String text = texts.get(name);
            if (text == null) {
                throw json.fault("a suppression needs " + name);
            }
            return text;
        }

        private Digest digest(String name) throws BadInput {
            return new Digest(text(name));
        }

        private int score(String name) throws BadInput {
            return (int) (Decimal.parse(text(name)) / SCORE_STEP);
        }

        /** Reads one value, and checks its form where it stands. */
        private void field(String name) throws IOException, BadInput {
            switch (name) {
                case "name", "source", "entry", "author", "reason" -> texts.put(name, said(name));
                case "approver" -> {
                    if (json.current() != JsonToken.VALUE_NULL) {
                        texts.put(name, said(name));
                    }
                }
                case "customer", "listing" -> {
                    texts.put(name, said(name));
                    try {
                        digest(name);
                    } catch (IllegalArgumentException e) {
                        throw json.fault(name + ": " + e.getMessage());
                    }
                }
                case "score", "nameScore" -> score(name, said(name));
                case "created", "expires" -> {
                    texts.put(name, said(name));
                    try {
                        LocalDate.parse(text(name));
                    } catch (DateTimeException e) {
                        throw json.fault(name + " must be a day such as 2026-09-30");
                    }
                }
                case "evidence" -> {
                    evidenceGiven = true;
                    json.array(name, path -> evidence.add(said(path)));
                }
                case "confirmed" -> {
                    confirmed = json.truth(name);
                    if (confirmed == null) {
                        throw json.fault("confirmed must be true or false");
                    }
                }
                default -> throw json.fault("a suppression has no '" + name + "'");
            }
        }

        private void score(String name, String text) throws BadInput {
            texts.put(name, text);
            try {
                long value = Decimal.parse(text);
                if (value > Decimal.ONE || value % SCORE_STEP != 0) {
                    throw json.fault(name + " must be from 0 to 1 with at most four decimals");
                }
            } catch (NumberFormatException e) {
                throw json.fault(name + ": " + e.getMessage());
            }
        }

        private String said(String path) throws IOException, BadInput {
            String text = json.text(path);
            if (text == null || text.isBlank()) {
                throw json.fault(path + " must not be blank");
            }
            return text;
        }
    }
}
