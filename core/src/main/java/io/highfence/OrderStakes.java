package io.highfence;

import io.highfence.base.DateRange;
import io.highfence.list.PartyType;
import io.highfence.ownership.OwnershipGraph;
import io.highfence.ownership.OwnershipGraph.Stake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who holds whom, as one order and the graph of ownership say it together on one day.
 *
 * <p>A party of the order stands for those of the graph that it can be; what the graph does not know stands for itself, once for all
 * roles that the same name plays in the same country. Every party of the order brings its owners, so that chains within the order and
 * between order and graph are followed. Of one holder of one party the larger stake counts, whoever states it.
 */
final class OrderStakes {
    private final Order order;
    private final @Nullable OwnershipGraph graph;
    private final LocalDate asOf;

    private final Map<String, List<Party>> byName = new HashMap<>();
    private final Map<String, Set<String>> idsByName = new HashMap<>();

    /** The ids of those for whom each party stands; of a party that is not searched for, none. */
    private final List<List<String>> idsOf = new ArrayList<>();

    private final Map<String, OwnershipGraph.Party> added = new LinkedHashMap<>();
    private final Map<String, List<Party>> standing = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Map<String, Set<String>> otherNames = new HashMap<>();
    private final Map<Tie, Stated> stated = new LinkedHashMap<>();
    private final Set<Tie> mayBe = new LinkedHashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> refs = new HashSet<>();

    /** Null as long as the order names no owners: then the graph is the whole picture. */
    private @Nullable OwnershipGraph picture;

    /** Two ids: the holder, and who is held. */
    private record Tie(String holder, String owned) {}

    /** What the order states of one holder in one party, and what the graph does. */
    private static final class Stated {
        List<Long> amounts = new ArrayList<>();
        long sum;
        boolean unknown;
        long least;
        long most;
        boolean control;
        boolean unknownInGraph;

        void add(@Nullable Long percent) {
            if (percent == null || percent < 0 || percent > OwnershipGraph.WHOLE) {
                unknown = true;
            } else {
                amounts.add(percent);
                sum += percent;
            }
        }

        /** The same holder in another role of the same party: no more is held than the larger of the two. */
        void or(Stated other) {
            unknown |= other.unknown;
            if (other.sum > sum) {
                sum = other.sum;
                amounts = other.amounts;
            }
        }

        void inGraph(Stake stake) {
            if (!stake.known()) {
                unknownInGraph = true;
            } else if (isShare(stake)) {
                least += stake.least();
                most += stake.most();
                control |= stake.control();
            }
        }

        /** Whether the order raises what the graph says. */
        boolean isMore() {
            return sum > least;
        }

        void into(OwnershipGraph.Builder all, Tie tie) {
            long ceiling = Math.min(most, OwnershipGraph.WHOLE);
            if (isMore() && sum < ceiling) {
                all.stake(tie.holder(), tie.owned(), sum, ceiling, DateRange.ALWAYS);
            } else if (isMore()) {
                amounts.forEach(amount -> all.stake(tie.holder(), tie.owned(), amount));
            }
            if (isMore() && control) {
                all.control(tie.holder(), tie.owned(), DateRange.ALWAYS);
            }
            if (unknown && !unknownInGraph && Math.max(sum, most) < OwnershipGraph.WHOLE) {
                all.unknownStake(tie.holder(), tie.owned(), DateRange.ALWAYS);
            }
        }
    }

    OrderStakes(Order order, @Nullable OwnershipGraph graph, LocalDate asOf) {
        this.order = order;
        this.graph = graph;
        this.asOf = asOf;
        place();
        if (order.parties().stream().anyMatch(party -> !party.owners().isEmpty())) {
            gather();
            picture = picture();
        }
    }

    /** Whether this is the picture of an order on a day. */
    @SuppressWarnings("ReferenceEquality") // to compare orders would cost more than to look anew
    boolean isOf(Order other, LocalDate day) {
        return order == other && asOf.equals(day);
    }

    /** Whom a party of the order stands for: one, or several where the graph has several that it can be. */
    List<OwnershipGraph.Party> roots(int index) {
        return idsOf.get(index).stream().map(this::party).toList();
    }

    /** The part of the picture above a party. */
    OwnershipGraph above(OwnershipGraph.Party root) {
        OwnershipGraph from = picture == null ? graph : picture;
        OwnershipGraph.Builder part = from == null ? OwnershipGraph.builder() : from.above(List.of(root.id()), asOf);
        return part.party(root).build();
    }

    /**
     * As whom a holder is held against the lists: as each party of the order that it is, by all that the order says of it, and by each
     * name that the order gives it. Where the graph knows its country, the graph's own facts stand.
     */
    List<Party> facesOf(OwnershipGraph.Party holder) {
        List<Party> faces = new ArrayList<>();
        standing.getOrDefault(holder.id(), List.of()).forEach(party -> addFace(faces, party));
        if (faces.isEmpty() && holder.country() == null) {
            byName.getOrDefault(key(holder.name()), List.of()).forEach(party -> addFace(faces, party));
        }
        if (faces.isEmpty()) {
            faces.add(face(holder.name(), holder));
        }
        otherNames.getOrDefault(holder.id(), Set.of()).forEach(name -> faces.add(face(name, holder)));
        return faces;
    }

    private static void addFace(List<Party> faces, Party party) {
        if (faces.stream().noneMatch(face -> PartyChecks.isSame(face, party))) {
            faces.add(party);
        }
    }

    private static Party face(String name, OwnershipGraph.Party holder) {
        return new Party(
                Party.Role.OWNER,
                name,
                holder.type(),
                holder.country(),
                holder.address(),
                holder.identifiers(),
                null,
                null,
                null,
                List.of());
    }

    /** Normal forms of the names by which another party of the order could change the picture. */
    Set<String> names() {
        return names;
    }

    /** The references by which another party of the order could change the picture. */
    Set<String> refs() {
        return refs;
    }

    private void gather() {
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            if (party.owners().isEmpty() || !PartyChecks.isAsked(party)) {
                continue;
            }
            names.add(key(party.name()));
            Collection<String> owned = idsOf.get(i);
            Map<String, Stated> holders = new LinkedHashMap<>();
            for (Party.Owner owner : party.owners()) {
                Long percent = owner.percentMillionths();
                if (percent == null || percent != 0) {
                    holders.computeIfAbsent(holder(owner, owned), id -> new Stated())
                            .add(percent);
                }
            }
            for (String of : owned) {
                holders.forEach((holder, stake) -> stated.computeIfAbsent(new Tie(holder, of), tie -> new Stated())
                        .or(stake));
            }
        }
    }

    private OwnershipGraph picture() {
        OwnershipGraph.Builder all = OwnershipGraph.builder();
        if (graph != null) {
            Set<String> ids = new LinkedHashSet<>();
            idsOf.forEach(ids::addAll);
            stated.keySet().forEach(tie -> ids.add(tie.holder()));
            mayBe.forEach(tie -> ids.add(tie.holder()));
            OwnershipGraph known = graph.above(ids, asOf).build();
            known.parties().forEach(all::party);
            List<Stake> stakes = new ArrayList<>();
            for (OwnershipGraph.Party party : known.parties()) {
                stakes.addAll(known.stakesIn(party.id()));
            }
            for (Stake stake : stakes) {
                Stated by = stated.get(tie(stake));
                if (by != null) {
                    by.inGraph(stake);
                }
            }
            for (Stake stake : stakes) {
                Stated by = stated.get(tie(stake));
                if (by == null || !by.isMore() || !isShare(stake)) {
                    all.stake(stake);
                }
            }
        }
        added.values().forEach(all::party);
        stated.forEach((tie, stake) -> stake.into(all, tie));
        mayBe.forEach(tie -> all.stake(tie.holder(), tie.owned(), 0, OwnershipGraph.WHOLE, DateRange.ALWAYS));
        return all.build();
    }

    private static Tie tie(Stake stake) {
        return new Tie(stake.holder().id(), stake.owned().id());
    }

    private static boolean isShare(Stake stake) {
        return stake.known() && stake.most() > 0;
    }

    /**
     * The id of a holder. A reference is only looked up; who has a name is held against the lists by it, whatever else is known. What
     * more the holder may be, as a name says that several bear, holds it from nothing to the whole, so that a person must look.
     */
    private String holder(Party.Owner owner, Collection<String> owned) {
        String ref = owner.ref();
        String name = owner.name();
        Set<String> referred = ref == null ? Set.of() : referred(ref);
        Set<String> named = name.isBlank() ? Set.of() : named(name);
        names.add(key(name));
        String id = referred.size() == 1
                ? referred.iterator().next()
                : referred.isEmpty() && named.size() == 1 ? named.iterator().next() : added(owner);
        if (!isNamed(id, name) && owned.contains(id)) {
            id = added(owner); // nobody holds itself under another name
        }
        for (Set<String> others : List.of(referred, named)) {
            for (String other : others) {
                if (!other.equals(id)) {
                    mayBe.add(new Tie(other, id));
                }
            }
        }
        if (!isNamed(id, name)) {
            otherNames.computeIfAbsent(id, any -> new LinkedHashSet<>()).add(name);
        }
        return id;
    }

    private boolean isNamed(String id, String name) {
        return name.isBlank() || key(party(id).name()).equals(key(name));
    }

    /** Whom a reference means: the caller's own id of a party, an id of the graph, or else a name. */
    private Set<String> referred(String ref) {
        refs.add(ref);
        names.add(key(ref));
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < order.parties().size(); i++) {
            if (ref.equals(order.parties().get(i).account())
                    && PartyChecks.isAsked(order.parties().get(i))) {
                ids.addAll(idsOf.get(i));
            }
        }
        if (graph != null && graph.party(ref) != null) {
            ids.add(ref);
        }
        return ids.isEmpty() ? named(ref) : ids;
    }

    /** Whom a name means in the order; in the graph too, unless what the order means stands there. */
    private Set<String> named(String name) {
        Set<String> ids = new LinkedHashSet<>();
        ids.addAll(idsByName.getOrDefault(key(name), Set.of()));
        if (graph != null && ids.stream().allMatch(added::containsKey)) {
            if (graph.party(name) != null) {
                ids.add(name);
            } else {
                graph.find(name, null, List.of()).forEach(party -> ids.add(party.id()));
            }
        }
        return ids;
    }

    /** A holder that neither the order nor the graph knows for certain. */
    private String added(Party.Owner owner) {
        String name = owner.name();
        if (name.isBlank()) {
            String id = owner.ref() == null ? "" : "ref " + owner.ref();
            return add(new OwnershipGraph.Party(id, "", PartyType.UNKNOWN, null, null, List.of()));
        }
        return add(OwnershipGraph.Party.of(spellings.computeIfAbsent(key(name), any -> name), null));
    }

    private String add(OwnershipGraph.Party party) {
        if (graph == null || graph.party(party.id()) == null) {
            added.putIfAbsent(party.id(), party);
        }
        return party.id();
    }

    private OwnershipGraph.Party party(String id) {
        OwnershipGraph.Party known = added.get(id);
        return known != null
                ? known
                : Objects.requireNonNull(Objects.requireNonNull(graph).party(id));
    }

    /**
     * The ids of those for whom each party of the order stands: those of the graph; else what the same name in the same country stands
     * for; else, without a country, all that the name stands for; else itself.
     */
    private void place() {
        List<List<String>> found = new ArrayList<>();
        Map<String, Map<String, Set<String>>> byPlace = new HashMap<>();
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            List<String> ids = List.of();
            if (PartyChecks.isAsked(party)) {
                ids = inGraph(party);
                byName.computeIfAbsent(key(party.name()), name -> new ArrayList<>())
                        .add(party);
                byPlace.computeIfAbsent(key(party.name()), name -> new LinkedHashMap<>())
                        .computeIfAbsent(place(party), place -> new LinkedHashSet<>())
                        .addAll(ids);
            }
            found.add(ids);
        }
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            List<String> ids = found.get(i);
            if (PartyChecks.isAsked(party) && ids.isEmpty()) {
                Map<String, Set<String>> places = Objects.requireNonNull(byPlace.get(key(party.name())));
                Set<String> same = Objects.requireNonNull(places.get(place(party)));
                if (same.isEmpty() && (party.country() != null || places.size() == 1)) {
                    same.add("parties[" + i + "]");
                }
                ids = List.copyOf(same);
            }
            idsOf.add(ids);
        }
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            if (PartyChecks.isAsked(party) && idsOf.get(i).isEmpty()) {
                Set<String> anywhere = new LinkedHashSet<>();
                Objects.requireNonNull(byPlace.get(key(party.name()))).values().forEach(anywhere::addAll);
                idsOf.set(i, List.copyOf(anywhere));
            }
            idsOf.get(i).forEach(id -> stand(party, id));
            idsByName
                    .computeIfAbsent(key(party.name()), name -> new LinkedHashSet<>())
                    .addAll(idsOf.get(i));
        }
    }

    private static String place(Party party) {
        return party.country() == null ? "" : party.country().code();
    }

    private void stand(Party party, String id) {
        if (graph == null || graph.party(id) == null) {
            added.putIfAbsent(
                    id,
                    new OwnershipGraph.Party(
                            id, party.name(), party.type(), party.country(), party.address(), party.identifiers()));
            addFace(standing.computeIfAbsent(id, any -> new ArrayList<>()), party);
        }
    }

    private List<String> inGraph(Party party) {
        return graph == null
                ? List.of()
                : graph.find(party.name(), party.country(), party.identifiers()).stream()
                        .map(OwnershipGraph.Party::id)
                        .toList();
    }

    /** What two spellings of a name have in common; of a name without letters and digits, itself. */
    static String key(String name) {
        String normal = OwnershipGraph.normal(name);
        return normal.isEmpty() ? name : normal;
    }
}
