package io.highfence;

import io.highfence.base.Country;
import io.highfence.chip.Chip;
import io.highfence.law.Known;
import io.highfence.law.LicenseAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was found of lines before: the law's answer about a line turns on the line and on a few facts of its order, and orders
 * repeat both. A look-up allocates nothing, where the answer took a hundred thousand bytes.
 *
 * <p>What an answer may turn on stands in {@link OrderFacts} and in {@link #same}; {@code ScreenerMemoryTest} varies every other fact of an
 * order and holds the answer against one without memory. Bounded: when {@value #MOST_LINES} lines or {@value #MOST_ORDERS}
 * sets of such facts are kept, all are forgotten. Not safe for several threads.
 */
final class LineAnswers {
    /** How many lines are kept; a power of two. */
    static final int MOST_LINES = 1 << 13;

    /** How many sets of an order's facts are kept; a power of two. */
    static final int MOST_ORDERS = 1 << 10;

    private final Partners partners;
    private final Approvals approvals;
    private final @Nullable OrderFacts[] orders = new OrderFacts[2 * MOST_ORDERS];
    private final @Nullable Line[] lines = new Line[2 * MOST_LINES];
    private int orderCount;
    private int lineCount;

    LineAnswers(Partners partners, Approvals approvals) {
        this.partners = partners;
        this.approvals = approvals;
    }

    /** What is known of one line; null where it was not asked yet. */
    static final class Line {
        private final OrderFacts facts;
        private final Item item;
        private final int index;

        @Nullable
        List<PartyChecks.Thing> things;

        @Nullable
        Answer answer;

        private Line(OrderFacts facts, Item item, int index) {
            this.facts = facts;
            this.item = item;
            this.index = index;
        }
    }

    /** What a line adds to a decision. */
    record Answer(
            List<Reason> reasons,
            List<ItemFinding> findings,
            SortedMap<LocalDate, String> changesOn,
            List<LicenseAnswer.ExceptionAnswer> exceptions,
            Known supercomputer) {
        /** What was added to a decision that held nothing before. */
        static Answer of(Decision part, int line, Known supercomputer) {
            return new Answer(
                    List.copyOf(part.reasons()),
                    List.copyOf(part.items()),
                    part.changesOn().isEmpty() ? new TreeMap<>() : new TreeMap<>(part.changesOn()),
                    part.exceptions(line),
                    supercomputer);
        }

        void into(int line, Decision out) {
            if (!exceptions.isEmpty()) {
                out.exceptions(line, exceptions);
            }
            for (int i = 0; i < reasons.size(); i++) {
                out.add(reasons.get(i));
            }
            for (int i = 0; i < findings.size(); i++) {
                out.add(findings.get(i));
            }
            if (!changesOn.isEmpty()) {
                for (Map.Entry<LocalDate, String> change : changesOn.entrySet()) {
                    out.changesOn(change.getKey(), change.getValue());
                }
            }
        }
    }

    /** The facts of an order, its lines apart, on which the answer about a line may turn. */
    static final class OrderFacts {
        private final int hash;
        private final LocalDate asOf;
        private final Order.@Nullable Kind kind;
        private final Order.Exporter exporter;
        private final @Nullable Country shipFrom;
        private final Order.Destination destination;
        private final Order.EndUse endUse;
        private final Order.Nexus nexus;
        private final boolean technicalAnalysis;
        private final List<Place> parties = new ArrayList<>();

        /** A party without what names it, unless the law asks for its name. */
        private record Place(
                Party.@Nullable Role role,
                boolean nobody,
                @Nullable Country country,
                @Nullable Country hqCountry,
                @Nullable Country ultimateParentCountry,
                Known halfFromD5m,
                @Nullable String approval) {}

        private OrderFacts(Order order, LocalDate asOf, int hash, Partners partners, Approvals approvals) {
            this.hash = hash;
            this.asOf = asOf;
            this.kind = order.kind();
            this.exporter = order.exporter();
            this.shipFrom = order.shipFrom();
            this.destination = order.destination();
            this.endUse = order.endUse();
            this.nexus = order.nexus();
            this.technicalAnalysis = order.technicalAnalysis();
            for (int i = 0; i < order.parties().size(); i++) {
                Party party = order.parties().get(i);
                parties.add(new Place(
                        party.role(),
                        party.isNone(),
                        party.country(),
                        party.hqCountry(),
                        party.ultimateParentCountry(),
                        partners.holdHalf(order, i, asOf),
                        approvals.name(order, party)));
            }
        }

        private boolean is(Order order, LocalDate day, Partners partners, Approvals approvals) {
            if (order.kind() != kind
                    || order.technicalAnalysis() != technicalAnalysis
                    || order.parties().size() != parties.size()
                    || !day.equals(asOf)
                    || !Objects.equals(order.shipFrom(), shipFrom)
                    || !order.destination().equals(destination)
                    || !order.exporter().equals(exporter)
                    || !order.endUse().equals(endUse)
                    || !order.nexus().equals(nexus)) {
                return false;
            }
            for (int i = 0; i < parties.size(); i++) {
                Party party = order.parties().get(i);
                Place place = parties.get(i);
                if (party.role() != place.role()
                        || party.isNone() != place.nobody()
                        || !Objects.equals(party.country(), place.country())
                        || !Objects.equals(party.hqCountry(), place.hqCountry())
                        || !Objects.equals(party.ultimateParentCountry(), place.ultimateParentCountry())
                        || partners.holdHalf(order, i, day) != place.halfFromD5m()
                        || !Objects.equals(approvals.name(order, party), place.approval())) {
                    return false;
                }
            }
            return true;
        }

        private static int hash(Order order, LocalDate day) {
            int hash = day.hashCode();
            hash = 31 * hash + Objects.hashCode(order.kind());
            hash = 31 * hash + Objects.hashCode(order.shipFrom());
            hash = 31 * hash + Objects.hashCode(order.destination().country());
            hash = 31 * hash + order.endUse().purpose().hashCode();
            for (int i = 0; i < order.parties().size(); i++) {
                Party party = order.parties().get(i);
                hash = 31 * hash + Objects.hashCode(party.role());
                hash = 31 * hash + Objects.hashCode(party.country());
                hash = 31 * hash + Objects.hashCode(party.hqCountry());
                hash = 31 * hash + Objects.hashCode(party.ultimateParentCountry());
            }
            return hash;
        }
    }

    /** The facts of an order, known or new. */
    OrderFacts facts(Order order, LocalDate asOf) {
        int hash = OrderFacts.hash(order, asOf);
        int at = slot(hash, orders.length);
        for (OrderFacts known = orders[at]; known != null; known = orders[at]) {
            if (known.hash == hash && known.is(order, asOf, partners, approvals)) {
                return known;
            }
            at = (at + 1) & (orders.length - 1);
        }
        if (orderCount == MOST_ORDERS) {
            forget();
            at = slot(hash, orders.length);
        }
        OrderFacts facts = new OrderFacts(order, asOf, hash, partners, approvals);
        orders[at] = facts;
        orderCount++;
        return facts;
    }

    /** A line of an order with these facts, known or new. */
    Line line(OrderFacts facts, Item item, int index) {
        int hash = 31 * (31 * facts.hash + index) + hash(item);
        int at = slot(hash, lines.length);
        for (Line known = lines[at]; known != null; known = lines[at]) {
            if (known.facts == facts && known.index == index && same(known.item, item)) {
                return known;
            }
            at = (at + 1) & (lines.length - 1);
        }
        if (lineCount == MOST_LINES) {
            forget();
            return new Line(facts, item, index); // The facts of its order are forgotten with the others.
        }
        Line line = new Line(facts, item, index);
        lines[at] = line;
        lineCount++;
        return line;
    }

    private void forget() {
        Arrays.fill(orders, null);
        Arrays.fill(lines, null);
        orderCount = 0;
        lineCount = 0;
    }

    private static int slot(int hash, int length) {
        return (((hash ^ (hash >>> 15)) * 0x9E3779B1) >>> 7) & (length - 1);
    }

    private static int hash(Item item) {
        return 31 * (31 * Objects.hashCode(item.eccn()) + Objects.hashCode(item.sku()))
                + (item.chip() == null ? 0 : item.chip().id().hashCode());
    }

    /** Whether two lines are the same to the law: the caller's name for a line and the quantity change no answer about it. */
    private static boolean same(Item one, Item other) {
        return Objects.equals(one.eccn(), other.eccn())
                && Objects.equals(one.sku(), other.sku())
                && sameChip(one.chip(), other.chip())
                && Objects.equals(one.hts(), other.hts())
                && Objects.equals(one.countryOfOrigin(), other.countryOfOrigin())
                && Objects.equals(one.usOriginControlledPercent(), other.usOriginControlledPercent())
                && Objects.equals(one.usTechnologyOrPlant(), other.usTechnologyOrPlant())
                && Objects.equals(one.foundry(), other.foundry());
    }

    /** Equal chips may come from different makers: a row of the catalogue knows its own, and numbers typed in have none. */
    private static boolean sameChip(@Nullable Chip one, @Nullable Chip other) {
        return Objects.equals(one, other) && makerSeats(one).equals(makerSeats(other));
    }

    private static List<Country> makerSeats(@Nullable Chip chip) {
        return chip == null ? List.of() : chip.makerSeats();
    }
}
