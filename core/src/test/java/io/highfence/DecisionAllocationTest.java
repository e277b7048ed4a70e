package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.sun.management.ThreadMXBean;
import io.highfence.base.Country;
import io.highfence.base.Decimal;
import io.highfence.chip.ChipCatalogue;
import io.highfence.list.PartyType;
import io.highfence.ownership.OwnershipGraph;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The common order, decided into a decision that is used again: not one byte on the calling thread. */
@Tag("allocation")
class DecisionAllocationTest {
    private static final long SEED = 20261130;
    private static final int ORDERS = 250;
    private static final int ORDERS_WITH_OWNERS = 60;

    private static final List<Party.Role> ROLES = List.of(
            Party.Role.PURCHASER,
            Party.Role.ULTIMATE_CONSIGNEE,
            Party.Role.END_USER,
            Party.Role.INTERMEDIATE_CONSIGNEE,
            Party.Role.FREIGHT_FORWARDER,
            Party.Role.BILL_TO,
            Party.Role.BANK,
            Party.Role.SELLER);

    private static final List<String> PLACES = List.of("DE", "FR", "NL", "JP");

    private static final List<String> WORDS = List.of(
            "Nordsee",
            "Rheinland",
            "Hansa",
            "Alpen",
            "Rechenzentrum",
            "Logistik",
            "Spedition",
            "Klima",
            "Forschung",
            "Maschinenbau",
            "Verlag",
            "Handel",
            "Werft",
            "Optik",
            "Druck",
            "Bremen",
            "Lyon",
            "Utrecht",
            "Osaka");

    private static final List<Item> CLEAR = List.of(
            Item.ofEccn("1", "EAR99"),
            ear99("fan", Country.of("CN"), 4),
            ear99("rail", Country.of("US"), 25),
            ear99("cable", Country.of("TW"), 1_000));

    private static final List<Item> HELD = List.of(
            Item.ofEccn("1", "EAR99"),
            Item.ofChip("2", ChipCatalogue.bundled().find("RTX 4090 D").chip()),
            Item.ofChip("3", ChipCatalogue.bundled().find("H100 SXM").chip()),
            Item.ofEccn("4", "5A992.c"));

    private static Item ear99(String sku, Country origin, long quantity) {
        return new Item("n", sku, null, "EAR99", quantity * Decimal.ONE, "847330", origin, null, null);
    }

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long self = Thread.currentThread().getId();

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return name.append("GmbH").toString();
    }

    private static Party party(Party.Role role, String name, Country place) {
        return new Party(
                role,
                name,
                PartyType.ORGANISATION,
                place,
                "Langenstrasse 12, 28195 Bremen",
                List.of(),
                null,
                place,
                place,
                List.of());
    }

    /** A line has an id of its own. */
    private static Item named(Item item, int line) {
        return new Item(
                Integer.toString(line),
                item.sku(),
                item.chip(),
                item.eccn(),
                item.quantityMillionths(),
                item.hts(),
                item.countryOfOrigin(),
                item.usOriginControlledPercent(),
                item.usTechnologyOrPlant(),
                item.foundry(),
                item.valueMillionths());
    }

    private static Order order(Random random, List<String> names, List<Item> items) {
        Country place = Country.of(PLACES.get(random.nextInt(PLACES.size())));
        Order.Builder order = Orders.bare("o").destination(place, null);
        for (Party.Role role : ROLES) {
            order.party(party(role, names.isEmpty() ? name(random) : names.get(random.nextInt(names.size())), place));
        }
        for (int line = 0; line < 10; line++) {
            order.item(named(items.get(random.nextInt(items.size())), line));
        }
        return order.build();
    }

    private long allocated(Screener screener, Decision decision, List<Order> orders) {
        long before = threads.getThreadAllocatedBytes(self);
        long own = threads.getThreadAllocatedBytes(self) - before;
        before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < orders.size(); i++) {
            screener.screen(orders.get(i), Orders.DECIDED_AT, decision);
            decision.verdict();
        }
        return threads.getThreadAllocatedBytes(self) - before - own;
    }

    /** Every item on every line in every setting. */
    private static List<Order> everyLine(List<Item> items) {
        List<Order> orders = new ArrayList<>();
        for (String code : PLACES) {
            Country place = Country.of(code);
            for (Item item : items) {
                Order.Builder order = Orders.bare("o").destination(place, null);
                ROLES.forEach(role -> order.party(party(role, "Hansa Optik GmbH", place)));
                for (int line = 0; line < 10; line++) {
                    order.item(named(item, line));
                }
                orders.add(order.build());
            }
        }
        return orders;
    }

    @Test
    void customersThatWereNeverSeenAllocateNothing() {
        Screener screener = new Screener(Orders.RULES, Orders.SAMPLE, Orders.DEMO);
        Decision decision = new Decision();
        Random random = new Random(SEED);
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            orders.add(order(random, List.of(), CLEAR));
        }
        allocated(screener, decision, everyLine(CLEAR));
        assertEquals(0, allocated(screener, decision, orders), "bytes over " + ORDERS + " orders, seed " + SEED);
        assertEquals(Verdict.CLEAR, decision.verdict(), () -> decision.reasons().toString());
    }

    @Test
    void chipsAndOwnersFourDeepAllocateNothingOnceSeen() {
        OwnershipGraph.Builder graph = OwnershipGraph.builder();
        Random random = new Random(SEED);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String name = name(random) + " " + i;
            names.add(name);
            String owned = name;
            for (int level = 1; level <= 4; level++) {
                String owner = "Holding " + WORDS.get(i % WORDS.size()) + " " + i + " " + level;
                graph.stake(owner, owned, 60 * Decimal.ONE);
                graph.stake(owner + " B", owned, 40 * Decimal.ONE);
                owned = owner;
            }
        }
        Screener screener = Screener.with(Orders.RULES, Orders.SAMPLE, Orders.DEMO)
                .ownership(graph.build())
                .build();
        Decision decision = new Decision();
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS_WITH_OWNERS; i++) {
            orders.add(order(random, names, HELD));
        }
        allocated(screener, decision, everyLine(HELD));
        assertNotEquals(0, allocated(screener, decision, orders), "the owners are looked up once");
        assertEquals(
                0, allocated(screener, decision, orders), "bytes over " + ORDERS_WITH_OWNERS + " orders, seed " + SEED);
        assertEquals(Verdict.HOLD, decision.verdict(), () -> decision.reasons().toString());
    }
}
