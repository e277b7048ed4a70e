package io.highfence.ownership;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Decimal;
import io.highfence.base.Digest;
import io.highfence.law.RuleBook;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which stake in whom: parties and the stakes between them, each an exact percentage, a range, or unknown.
 *
 * <p>Percentages are millionths of a percent in a {@code long}; nothing is rounded. Several stakes of one holder in one party add
 * up, as classes of shares do. A stake of a party in itself is kept and counts for nothing. Immutable and safe for many threads;
 * judging allocates.
 */
public final class OwnershipGraph {
    /** The whole of a company, in millionths of a percent. */
    public static final long WHOLE = 100 * Decimal.ONE;

    /** How many stakes a graph may have. */
    public static final int MAX_STAKES = 20_000_000;

    /**
     * A person or company that holds or is held.
     *
     * @param id what stakes call it by
     * @param name its name, or blank if it is only known by its id
     * @param type what it is
     * @param country where it is, or null if unknown
     * @param address its address in one line, or null if unknown
     * @param identifiers numbers and codes that name it alone
     */
    public record Party(
            String id,
            String name,
            PartyType type,
            @Nullable Country country,
            @Nullable String address,
            List<ListedParty.Identifier> identifiers) {
        /**
         * Copies the identifiers.
         *
         * @param id what stakes call it by
         * @param name its name, or blank
         * @param type what it is
         * @param country where it is, or null
         * @param address its address, or null
         * @param identifiers numbers and codes
         */
        public Party {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
            identifiers = List.copyOf(identifiers);
        }

        /**
         * A party of which only name and country are known; its name is its id.
         *
         * @param name the name
         * @param country where it is, or null if unknown
         * @return the party
         */
        public static Party of(String name, @Nullable Country country) {
            return new Party(name, name, PartyType.UNKNOWN, country, null, List.of());
        }

        /** The name, or the id where there is none. */
        String shown() {
            return name.isBlank() ? id : name;
        }
    }

    /**
     * What one party directly holds of another.
     *
     * @param holder who holds
     * @param owned who is held
     * @param least the least it can be, in millionths of a percent
     * @param most the most it can be, in millionths of a percent
     * @param known whether anything is known of the percentage; if not it is from 0 to 100
     * @param control whether the holder is said to control the other, whatever it holds
     * @param during the days of the stake
     */
    public record Stake(
            Party holder, Party owned, long least, long most, boolean known, boolean control, DateRange during) {
        /**
         * The percentage for people.
         *
         * @return such as {@code 50 percent}, {@code 25 to 50 percent}, {@code an unknown percentage} or {@code control}
         */
        public String percent() {
            String share = !known
                    ? "an unknown percentage"
                    : most == 0 ? "" : least == most ? Share.text(least) : Share.text(least, most);
            return share.isEmpty()
                    ? control ? "control" : "influence without a stake"
                    : share + (control ? " and control" : "");
        }
    }

    private final List<Party> parties;
    private final Map<String, Integer> byId;
    private final Edges edges;

    /** Made when it is first asked for; made twice it is the same. */
    private volatile @Nullable Index index;

    /** The parties by the normal forms of names and identifiers. */
    private record Index(Map<String, List<Party>> byName, Map<String, List<Party>> byIdentifier) {}

    private OwnershipGraph(Builder builder) {
        parties = new ArrayList<>(builder.parties);
        byId = new HashMap<>(builder.byId);
        int size = builder.size;
        edges = new Edges(
                parties.size(),
                Arrays.copyOf(builder.holder, size),
                Arrays.copyOf(builder.owned, size),
                Arrays.copyOf(builder.least, size),
                Arrays.copyOf(builder.most, size),
                Arrays.copyOf(builder.known, size),
                Arrays.copyOf(builder.control, size),
                Arrays.copyOf(builder.during, size));
    }

    /**
     * An empty graph to fill.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads a graph: a table of stakes as CSV with the columns {@code owner, owned, percent} and more, or statements of the
     * Beneficial Ownership Data Standard 0.4 as JSON Lines or one JSON array. Which of the two it is, its first sign tells.
     *
     * @param in the bytes, UTF-8 with or without a byte-order mark; not closed
     * @param file the name for messages
     * @return the graph
     * @throws IOException if the stream cannot be read
     * @throws BadInput if it is neither, or a row or a statement says what cannot be kept; the message names file, line and column
     */
    public static OwnershipGraph read(InputStream in, String file) throws IOException, BadInput {
        return OwnershipFiles.read(in, file);
    }

    /** Gathers parties and stakes. Not safe for several threads. */
    public static final class Builder {
        private static final int FIRST_ROOM = 16;

        private final List<Party> parties = new ArrayList<>();
        private final Map<String, Integer> byId = new LinkedHashMap<>();
        private int[] holder = new int[FIRST_ROOM];
        private int[] owned = new int[FIRST_ROOM];
        private long[] least = new long[FIRST_ROOM];
        private long[] most = new long[FIRST_ROOM];
        private boolean[] known = new boolean[FIRST_ROOM];
        private boolean[] control = new boolean[FIRST_ROOM];
        private DateRange[] during = new DateRange[FIRST_ROOM];
        private int size;

        private Builder() {}

        /**
         * Adds a party, or says more of one that has only been named by a stake so far.
         *
         * @param party the party
         * @return this builder
         */
        public Builder party(Party party) {
            Integer index = byId.get(party.id());
            if (index == null) {
                byId.put(party.id(), parties.size());
                parties.add(party);
            } else {
                parties.set(index, party);
            }
            return this;
        }

        /**
         * Adds a stake of a known percentage.
         *
         * @param owner the id of the holder; an id that nobody has told of is taken for its name
         * @param of the id of the party held
         * @param percent millionths of a percent, from 0 to {@link #WHOLE}
         * @return this builder
         * @throws IllegalArgumentException if it is no percentage, or there are more than {@link #MAX_STAKES} stakes
         */
        public Builder stake(String owner, String of, long percent) {
            return stake(owner, of, percent, percent, DateRange.ALWAYS);
        }

        /**
         * Adds a stake that lies between two percentages, both of which it may be.
         *
         * @param owner the id of the holder
         * @param of the id of the party held
         * @param from the least it can be, in millionths of a percent
         * @param to the most it can be
         * @param days the days of the stake
         * @return this builder
         * @throws IllegalArgumentException if these are no percentages in this order, or there are too many stakes
         */
        public Builder stake(String owner, String of, long from, long to, DateRange days) {
            if (from < 0 || to < from || to > WHOLE) {
                throw new IllegalArgumentException(
                        "No percentages: " + Decimal.toString(from) + " to " + Decimal.toString(to));
            }
            return add(owner, of, from, to, true, false, days);
        }

        /**
         * Adds a stake of which no percentage is known.
         *
         * @param owner the id of the holder
         * @param of the id of the party held
         * @param days the days of the stake
         * @return this builder
         * @throws IllegalArgumentException if there are too many stakes
         */
        public Builder unknownStake(String owner, String of, DateRange days) {
            return add(owner, of, 0, WHOLE, false, false, days);
        }

        /**
         * Adds that one party controls another, by votes, by its board or in another way than a stake.
         *
         * @param owner the id of who controls
         * @param of the id of who is controlled
         * @param days the days on which it does
         * @return this builder
         * @throws IllegalArgumentException if there are too many stakes
         */
        public Builder control(String owner, String of, DateRange days) {
            return add(owner, of, 0, 0, true, true, days);
        }

        /**
         * Adds that one party has an influence on another that is neither a stake nor control, such as a minority of votes.
         *
         * @param owner the id of who has it
         * @param of the id of the other
         * @param days the days on which it does
         * @return this builder
         * @throws IllegalArgumentException if there are too many stakes
         */
        public Builder influence(String owner, String of, DateRange days) {
            return add(owner, of, 0, 0, true, false, days);
        }

        /**
         * Adds a stake as another graph has it, with both of its parties.
         *
         * @param stake the stake
         * @return this builder
         * @throws IllegalArgumentException if there are too many stakes
         */
        public Builder stake(Stake stake) {
            party(stake.holder()).party(stake.owned());
            return add(
                    stake.holder().id(),
                    stake.owned().id(),
                    stake.least(),
                    stake.most(),
                    stake.known(),
                    stake.control(),
                    stake.during());
        }

        private Builder add(
                String owner, String of, long from, long to, boolean isKnown, boolean controls, DateRange days) {
            if (size == MAX_STAKES) {
                throw new IllegalArgumentException("There are more than " + MAX_STAKES + " stakes");
            }
            if (size == holder.length) {
                grow();
            }
            holder[size] = index(owner);
            owned[size] = index(of);
            least[size] = from;
            most[size] = to;
            known[size] = isKnown;
            control[size] = controls;
            during[size] = days;
            size++;
            return this;
        }

        private void grow() {
            int room = size + (size >> 1);
            holder = Arrays.copyOf(holder, room);
            owned = Arrays.copyOf(owned, room);
            least = Arrays.copyOf(least, room);
            most = Arrays.copyOf(most, room);
            known = Arrays.copyOf(known, room);
            control = Arrays.copyOf(control, room);
            during = Arrays.copyOf(during, room);
        }

        private int index(String id) {
            Integer index = byId.get(id);
            if (index == null) {
                index = parties.size();
                byId.put(id, index);
                parties.add(Party.of(id, null));
            }
            return index;
        }

        boolean has(String id) {
            return byId.containsKey(id);
        }

        @Nullable
        Party party(String id) {
            Integer index = byId.get(id);
            return index == null ? null : parties.get(index);
        }

        int stakes() {
            return size;
        }

        /**
         * The graph of what was added so far.
         *
         * @return a graph of its own
         */
        public OwnershipGraph build() {
            return new OwnershipGraph(this);
        }
    }

    Edges edges() {
        return edges;
    }

    /**
     * Every party.
     *
     * @return the parties in the order in which they were first named
     */
    public List<Party> parties() {
        return Collections.unmodifiableList(parties);
    }

    /**
     * How many stakes there are.
     *
     * @return the number, ties of control among them
     */
    public int stakes() {
        return edges.size();
    }

    /**
     * A party by its id.
     *
     * @param id what stakes call it by
     * @return the party, or null if there is none
     */
    public @Nullable Party party(String id) {
        Integer index = byId.get(id);
        return index == null ? null : parties.get(index);
    }

    /**
     * The parties that a party of an order can be: those with an equal identifier, else those of the same name whose country does
     * not differ; letter case, marks, blanks and punctuation aside.
     *
     * @param name the name
     * @param country the country, or null if unknown
     * @param identifiers numbers and codes that name it alone
     * @return the parties, possibly none
     */
    public List<Party> find(String name, @Nullable Country country, Collection<ListedParty.Identifier> identifiers) {
        Index made = index();
        Set<Party> same = new LinkedHashSet<>();
        for (ListedParty.Identifier identifier : identifiers) {
            same.addAll(made.byIdentifier().getOrDefault(key(identifier), List.of()));
        }
        return !same.isEmpty()
                ? List.copyOf(same)
                : made.byName().getOrDefault(normal(name), List.of()).stream()
                        .filter(party -> country == null || party.country() == null || country.equals(party.country()))
                        .toList();
    }

    private Index index() {
        Index made = index;
        if (made == null) {
            made = new Index(new HashMap<>(), new HashMap<>());
            for (Party party : parties) {
                String key = normal(party.name());
                if (!key.isEmpty()) {
                    made.byName()
                            .computeIfAbsent(key, name -> new ArrayList<>())
                            .add(party);
                }
                for (ListedParty.Identifier identifier : party.identifiers()) {
                    made.byIdentifier()
                            .computeIfAbsent(key(identifier), number -> new ArrayList<>())
                            .add(party);
                }
            }
            index = made;
        }
        return made;
    }

    private static String key(ListedParty.Identifier identifier) {
        return identifier.kind() + ":" + identifier.normal();
    }

    /**
     * What spellings of a name have in common by which {@link #find} takes them for one: letter case, marks, blanks and punctuation
     * aside.
     *
     * @param name the name
     * @return its letters and digits, small; empty if it has none
     */
    public static String normal(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * The part of the graph above some parties on a day: they, everyone who holds them, directly or through others, and the
     * stakes between all of these.
     *
     * @param ids the ids of the parties; what is unknown is passed over
     * @param asOf the day whose stakes count
     * @return a builder that holds that part, to which more can be added
     */
    public Builder above(Collection<String> ids, LocalDate asOf) {
        int[] queue = new int[parties.size()];
        boolean[] reached = new boolean[parties.size()];
        int end = 0;
        for (String id : ids) {
            Integer index = byId.get(id);
            if (index != null && !reached[index]) {
                reached[index] = true;
                queue[end++] = index;
            }
        }
        for (int i = 0; i < end; i++) {
            for (int at = edges.inStart[queue[i]]; at < edges.inStart[queue[i] + 1]; at++) {
                int edge = edges.in[at];
                int holder = edges.holder[edge];
                if (!reached[holder] && edges.during[edge].contains(asOf)) {
                    reached[holder] = true;
                    queue[end++] = holder;
                }
            }
        }
        Builder part = new Builder();
        for (int i = 0; i < end; i++) {
            part.party(parties.get(queue[i]));
        }
        for (int i = 0; i < end; i++) {
            for (int at = edges.inStart[queue[i]]; at < edges.inStart[queue[i] + 1]; at++) {
                if (edges.during[edges.in[at]].contains(asOf)) {
                    part.stake(stake(edges.in[at]));
                }
            }
        }
        return part;
    }

    /**
     * The stakes in a party.
     *
     * @param id the id of the party
     * @return what others hold of it, in the order in which it was given
     */
    public List<Stake> stakesIn(String id) {
        Integer party = byId.get(id);
        List<Stake> stakes = new ArrayList<>();
        if (party != null) {
            for (int at = edges.inStart[party]; at < edges.inStart[party + 1]; at++) {
                stakes.add(stake(edges.in[at]));
            }
        }
        return stakes;
    }

    Stake stake(int edge) {
        return new Stake(
                parties.get(edges.holder[edge]),
                parties.get(edges.owned[edge]),
                edges.least[edge],
                edges.most[edge],
                edges.known[edge],
                edges.control[edge],
                edges.during[edge]);
    }

    /**
     * What every ownership rule says of one party on a day.
     *
     * @param id the id of the party
     * @param listings which listings a party has; asked once for each party above the one judged, and for itself
     * @param rules the rules
     * @param asOf the day, whose stakes and listings count
     * @return a finding for each rule under which a listed party stands behind it, the gravest first; possibly none
     */
    public List<OwnershipFinding> judge(
            String id, Function<Party, Collection<ListedParty>> listings, RuleBook rules, LocalDate asOf) {
        OwnershipGraph part = above(List.of(id), asOf).build();
        Integer index = part.byId.get(id);
        List<OwnershipFinding> findings = new ArrayList<>();
        if (index != null) {
            for (Judgement judgement : Judgement.all(part, listings, rules, asOf)) {
                if (judgement.concerns(index)) {
                    findings.add(new OwnershipFinding(judgement, index));
                }
            }
        }
        findings.sort(Comparator.comparing(OwnershipFinding::says));
        return List.copyOf(findings);
    }

    /**
     * What every ownership rule says of every party on a day, in one go over the whole graph.
     *
     * @param listings which listings a party has; asked once for each party
     * @param rules the rules
     * @param asOf the day, whose stakes and listings count
     * @return a finding for each rule and party behind which a listed party stands, by rule and then in the order of the parties
     */
    public List<OwnershipFinding> judgeAll(
            Function<Party, Collection<ListedParty>> listings, RuleBook rules, LocalDate asOf) {
        List<OwnershipFinding> findings = new ArrayList<>();
        for (Judgement judgement : Judgement.all(this, listings, rules, asOf)) {
            for (int i = 0; i < parties.size(); i++) {
                if (judgement.concerns(i)) {
                    findings.add(new OwnershipFinding(judgement, i));
                }
            }
        }
        return List.copyOf(findings);
    }

    /**
     * The identity of the graph: equal for equal parties and stakes in an equal order.
     *
     * @return the digest over all of them; worked out anew by each call
     */
    public Digest digest() {
        MessageDigest all = Digest.algorithm();
        for (Party party : parties) {
            all.update((party + "\n").getBytes(StandardCharsets.UTF_8));
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < edges.size(); i++) {
            line.setLength(0);
            line.append(edges.holder[i])
                    .append(' ')
                    .append(edges.owned[i])
                    .append(' ')
                    .append(edges.least[i])
                    .append(' ')
                    .append(edges.most[i])
                    .append(edges.known[i] ? " known" : " unknown")
                    .append(edges.control[i] ? " control " : " ")
                    .append(edges.during[i])
                    .append('\n');
            all.update(line.toString().getBytes(StandardCharsets.UTF_8));
        }
        return Digest.finish(all);
    }

    @Override
    public String toString() {
        return parties.size() + " parties, " + stakes() + " stakes";
    }
}
