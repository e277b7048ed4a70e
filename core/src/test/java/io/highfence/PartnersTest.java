package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.Decimal;
import io.highfence.law.Known;
import io.highfence.law.LicenseAdvisor;
import io.highfence.list.PartyType;
import io.highfence.ownership.OwnershipGraph;
import io.highfence.report.Explanation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A14 and decisions, section 7: what is half held from Macau or D:5 is looked at, whatever headquarters and parent are stated. */
class PartnersTest {
    private static final String BUYER = "Blue Lagoon Rendering";
    private static final String CHINESE = "Pearl River Computing";
    private static final String GERMAN = "Wholly Unrelated Zyxwvut";

    private static OwnershipGraph stakes(String rows) throws IOException, BadInput {
        String text = "owner,owner_country,owned,percent,control\n" + rows.replace("; ", ",\n") + "\n";
        return OwnershipGraph.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "stakes.csv");
    }

    private static Order.Builder order(Party.Role role, String eccn, Party.Owner... owners) {
        Order.Builder order = Orders.bare("held");
        for (Party.Role needed : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(needed == role ? buyer(role, owners) : Orders.buyer(needed));
        }
        return order.item(Item.ofEccn("1", eccn));
    }

    private static Party buyer(Party.Role role, Party.Owner... owners) {
        Country place = Country.of("DE");
        return new Party(
                role, BUYER, PartyType.ORGANISATION, place, null, List.of(), null, place, place, List.of(owners));
    }

    private static Screener screener(@Nullable OwnershipGraph stakes) {
        return Screener.with(Orders.RULES, Orders.SAMPLE, Orders.DEMO)
                .ownership(stakes)
                .build();
    }

    private static Decision decide(Order.Builder order, @Nullable OwnershipGraph stakes) {
        Decision decision = new Decision();
        screener(stakes).screen(order.build(), Orders.DECIDED_AT, decision);
        return decision;
    }

    private static Decision decide(String rows) throws Exception {
        return decide(order(Party.Role.END_USER, "3A090.b"), stakes(rows));
    }

    private static Party.Owner owner(String name, @Nullable String percent) {
        return new Party.Owner(name, percent == null ? null : Decimal.parse(percent));
    }

    private static void assertSays(@Nullable String said, Decision decision) {
        assertEquals(
                said != null && said.equals("YES"),
                Orders.has(decision, "JOINT_VENTURE"),
                () -> said + " in " + decision.reasons());
        assertEquals(
                said != null && said.equals("UNKNOWN"),
                Orders.has(decision, "JOINT_VENTURE_UNKNOWN"),
                () -> said + " in " + decision.reasons());
        Verdict verdict = said == null ? Verdict.CLEAR : said.equals("YES") ? Verdict.HOLD : Verdict.NEEDS_DATA;
        assertEquals(verdict, decision.verdict(), () -> decision.reasons().toString());
    }

    @ParameterizedTest
    @CsvSource({
        // The limit, at both of its sides.
        "'Pearl River Computing,CN,Blue Lagoon Rendering,49.999999,',",
        "'Pearl River Computing,CN,Blue Lagoon Rendering,50,', YES",
        "'Pearl River Computing,CN,Blue Lagoon Rendering,50.000001,', YES",
        "'Pearl River Computing,CN,Blue Lagoon Rendering,100,', YES",
        // Macau is no part of D:5; Hong Kong is read as China; who is elsewhere does not count.
        "'Pearl River Computing,MO,Blue Lagoon Rendering,50,', YES",
        "'Pearl River Computing,HK,Blue Lagoon Rendering,50,', YES",
        "'Pearl River Computing,TW,Blue Lagoon Rendering,100,',",
        // The sum of two, of two places.
        "'Pearl River Computing,CN,Blue Lagoon Rendering,25; Lotus Cloud,MO,Blue Lagoon Rendering,24.999999,',",
        "'Pearl River Computing,CN,Blue Lagoon Rendering,25; Lotus Cloud,MO,Blue Lagoon Rendering,25,', YES",
        "'Pearl River Computing,CN,Blue Lagoon Rendering,25; Lotus Cloud,MO,Blue Lagoon Rendering,25.000001,', YES",
        "'Pearl River Computing,CN,Blue Lagoon Rendering,25; Lotus Cloud,SG,Blue Lagoon Rendering,75,',",
        // A chain: the whole stake of a company that is half held counts, and nothing is multiplied.
        "'Pearl River Computing,CN,Middle,50; Middle,SG,Blue Lagoon Rendering,50,', YES",
        "'Pearl River Computing,CN,Middle,49.999999; Middle,SG,Blue Lagoon Rendering,100,',",
        "'Pearl River Computing,CN,Middle,50; Middle,SG,Blue Lagoon Rendering,49.999999,',",
        "'Pearl River Computing,CN,Middle,50; Middle,SG,Blue Lagoon Rendering,30; Lotus Cloud,CN,Blue Lagoon Rendering,20,', YES",
        "'Top,CN,One,60; One,SG,Two,60; Two,SG,Three,60; Three,SG,Blue Lagoon Rendering,60,', YES",
        // A cycle counts for nothing by itself, and hides nothing.
        "'One,SG,Two,60; Two,SG,One,60; One,SG,Blue Lagoon Rendering,60,',",
        "'One,SG,Two,60; Two,SG,One,10; Top,CN,One,50; Two,SG,Blue Lagoon Rendering,60,', YES",
        "'One,SG,Blue Lagoon Rendering,60; Blue Lagoon Rendering,,One,100,',",
        "'Blue Lagoon Rendering,CN,Blue Lagoon Rendering,60,',",
        // A stake of unknown size, as far as others leave room for it.
        "'Pearl River Computing,CN,Blue Lagoon Rendering,,', UNKNOWN",
        "'Pearl River Computing,CN,Blue Lagoon Rendering,25-50,', UNKNOWN",
        "'Pearl River Computing,CN,Blue Lagoon Rendering,25-49.999999,',",
        "'Pearl River Computing,CN,Blue Lagoon Rendering,50-75,', YES",
        "'Pearl River Computing,CN,Blue Lagoon Rendering,; Lotus Cloud,SG,Blue Lagoon Rendering,50,', UNKNOWN",
        "'Pearl River Computing,CN,Blue Lagoon Rendering,; Lotus Cloud,SG,Blue Lagoon Rendering,50.000001,',",
        "'Pearl River Computing,CN,Middle,; Middle,SG,Blue Lagoon Rendering,50,', UNKNOWN",
        "'Pearl River Computing,CN,Middle,; Middle,SG,Blue Lagoon Rendering,49.999999,',",
        "'Pearl River Computing,TW,Blue Lagoon Rendering,,',",
        // A holder at a place that nobody says.
        "'Pearl River Computing,,Blue Lagoon Rendering,50,', UNKNOWN",
        "'Pearl River Computing,,Blue Lagoon Rendering,49.999999,',",
        "'Pearl River Computing,,Blue Lagoon Rendering,25; Lotus Cloud,CN,Blue Lagoon Rendering,25,', UNKNOWN",
        // Control without a stake.
        "'Pearl River Computing,CN,Blue Lagoon Rendering,,yes', YES",
        "'Pearl River Computing,,Blue Lagoon Rendering,,yes', UNKNOWN",
        "'Pearl River Computing,SG,Blue Lagoon Rendering,,yes',"
    })
    void whatIsHalfHeldIsLookedAt(String rows, @Nullable String said) throws Exception {
        assertSays(said, decide(rows));
    }

    /** Whose headquarters count, their owners count. */
    @ParameterizedTest
    @CsvSource({"PURCHASER, true", "ULTIMATE_CONSIGNEE, true", "END_USER, true", "BANK, false", "BILL_TO, false"})
    void theRoleDecides(Party.Role role, boolean counts) throws Exception {
        Order.Builder order = order(role, "3A090.b");
        if (!counts) {
            order.party(buyer(role));
        }
        Decision decision = decide(order, stakes("Pearl River Computing,CN,Blue Lagoon Rendering,80,"));
        assertSays(counts ? "YES" : null, decision);
        if (counts) {
            Reason reason = ItemChecksTest.reason(decision, "JOINT_VENTURE");
            assertEquals(HoldKind.REVIEW, reason.holdKind());
            assertTrue(reason.text().contains(role.word()), reason::text);
        }
    }

    /** The test of headquarters is about advanced items. */
    @Test
    void otherItemsAreLeftAlone() throws Exception {
        OwnershipGraph graph = stakes("Pearl River Computing,CN,Blue Lagoon Rendering,80,");
        assertSays(null, decide(order(Party.Role.END_USER, "EAR99"), graph));
        assertTrue(Orders.has(decide(order(Party.Role.END_USER, "3A090.a"), graph), "JOINT_VENTURE"));
        assertTrue(Orders.has(decide(order(Party.Role.END_USER, "3A090.c"), graph), "JOINT_VENTURE"));
    }

    /** Without a file: owners that the order names, of whom its other parties tell the places. */
    @ParameterizedTest
    @CsvSource({
        "49.999999, CN, CN, CN,",
        "50, CN, CN, CN, YES",
        "50.000001, CN, CN, CN, YES",
        "50, SG, MO, SG, YES",
        "50, SG, SG, CN, YES",
        "50, SG, SG, SG,",
        "50, , , , UNKNOWN",
        ", CN, CN, CN, UNKNOWN"
    })
    void ownersOfTheOrderCount(
            @Nullable String percent,
            @Nullable String country,
            @Nullable String hq,
            @Nullable String parent,
            @Nullable String said) {
        Order.Builder order = order(Party.Role.END_USER, "3A090.b", owner(CHINESE, percent))
                .party(new Party(
                        Party.Role.OTHER,
                        CHINESE.toUpperCase(Locale.ROOT),
                        PartyType.ORGANISATION,
                        place(country),
                        null,
                        List.of(),
                        null,
                        place(hq),
                        place(parent),
                        List.of()));
        Decision decision = decide(order, null);
        assertEquals(
                "YES".equals(said),
                Orders.has(decision, "JOINT_VENTURE"),
                () -> decision.reasons().toString());
        assertEquals(
                "UNKNOWN".equals(said),
                Orders.has(decision, "JOINT_VENTURE_UNKNOWN"),
                () -> decision.reasons().toString());
    }

    private static @Nullable Country place(@Nullable String code) {
        return code == null ? null : Country.of(code);
    }

    /** Of one holder the larger stake counts; those of two add up. */
    @Test
    void orderAndFileAreOnePicture() throws Exception {
        OwnershipGraph graph = stakes("Pearl River Computing,CN,Blue Lagoon Rendering,30; Lotus Cloud,CN,Other,1,");
        Party.Role user = Party.Role.END_USER;
        assertSays(null, decide(order(user, "3A090.b", owner(CHINESE, "49.999999")), graph));
        assertSays("YES", decide(order(user, "3A090.b", owner(CHINESE, "50")), graph));
        assertSays(null, decide(order(user, "3A090.b", owner("Lotus Cloud", "19.999999")), graph));
        assertSays("YES", decide(order(user, "3A090.b", owner("Lotus Cloud", "20")), graph));
    }

    /** A seat that is not said either leaves the license open; the partner is looked at all the same. */
    @Test
    void anUnknownParentDoesNotHideAPartner() throws Exception {
        Country place = Country.of("DE");
        Order.Builder order = order(Party.Role.PURCHASER, "3A090.b")
                .party(new Party(
                        Party.Role.END_USER,
                        BUYER,
                        PartyType.ORGANISATION,
                        place,
                        null,
                        List.of(),
                        null,
                        place,
                        null,
                        List.of()));
        Decision decision = decide(order, stakes("Pearl River Computing,CN,Blue Lagoon Rendering,50,"));
        assertTrue(Orders.has(decision, "LICENSE_FACTS"));
        assertTrue(Orders.has(decision, "JOINT_VENTURE"));
        assertEquals(Verdict.HOLD, decision.verdict());
    }

    /** Where a license is needed whoever holds the party, stakes that are not known ask for nothing more. */
    @Test
    void aLicenseThatIsNeededInAnyCaseSettlesUnknownStakes() throws Exception {
        Order.Builder order = order(Party.Role.END_USER, "3A090.b").destination(Country.of("VN"), null);
        Decision decision = decide(order, stakes("Pearl River Computing,CN,Blue Lagoon Rendering,,"));
        assertTrue(
                Orders.has(decision, "LICENSE_REQUIRED"),
                () -> decision.reasons().toString());
        assertFalse(Orders.has(decision, "JOINT_VENTURE_UNKNOWN"));
    }

    /** What is remembered of a party turns on its owners, and on what other parties say of these. */
    @Test
    void whatIsRememberedTurnsOnTheOwners() throws Exception {
        Order.Builder alone = order(Party.Role.END_USER, "3A090.b", owner(CHINESE, "60"));
        List<Order> orders = List.of(
                alone.build(),
                order(Party.Role.END_USER, "3A090.b", owner(CHINESE, "60"))
                        .party(Orders.party(Party.Role.OTHER, CHINESE, "CN"))
                        .build(),
                order(Party.Role.END_USER, "3A090.b", owner(CHINESE, "60"))
                        .party(Orders.party(Party.Role.OTHER, CHINESE, "SG"))
                        .build(),
                order(Party.Role.END_USER, "3A090.b", owner(CHINESE, "40"), owner(GERMAN, "60"))
                        .build(),
                order(Party.Role.END_USER, "3A090.b").build());
        for (OwnershipGraph graph : new OwnershipGraph[] {null, stakes("Lotus Cloud,CN,Other,1,")}) {
            Screener warm = screener(graph);
            for (int again = 0; again < 2; again++) {
                for (Order order : orders) {
                    assertEquals(answer(screener(graph), order), answer(warm, order), order::toString);
                }
            }
        }
    }

    /** More parties than are kept: all are forgotten, and nothing else changes. */
    @Test
    void whatIsForgottenIsFoundAgain() {
        Partners partners = new Partners(null, LicenseAdvisor.of(Orders.RULES));
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < OwnerMemory.MOST + 10; i++) {
                String name = "Holder " + i;
                Order order = Orders.bare("o")
                        .party(buyer(Party.Role.END_USER, owner(name, "50")))
                        .party(Orders.party(Party.Role.OTHER, name, i % 2 == 0 ? "CN" : "DE"))
                        .build();
                assertEquals(i % 2 == 0 ? Known.YES : Known.NO, partners.holdHalf(order, 0, Orders.AS_OF));
            }
        }
    }

    /** Once met, names that the law asks for and partners are looked up without allocating; a fault would allocate every time. */
    @Test
    void namesAndPartnersAllocateNothingOnceSeen() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            rows.append(i == 0 ? "" : "; ")
                    .append("Partner " + i + (i % 2 == 0 ? ",CN" : ",DE") + ",Nordsee Werft " + i + ",50");
        }
        Screener screener = screener(stakes(rows + ","));
        List<Order> orders = new ArrayList<>();
        for (String code : List.of("AE", "SG")) {
            for (int i = 0; i < 10; i++) {
                Order.Builder order = Orders.bare("o").destination(Country.of(code), null);
                for (Party.Role role :
                        List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
                    order.party(Orders.party(role, "Nordsee Werft " + i, code));
                }
                orders.add(order.item(Item.ofEccn("1", "3A090.b")).build());
            }
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        Decision decision = new Decision();
        long least = Long.MAX_VALUE;
        for (int pass = 0; pass < 5; pass++) {
            long before = threads.getThreadAllocatedBytes(self);
            for (int i = 0; i < orders.size(); i++) {
                screener.screen(orders.get(i), Orders.DECIDED_AT, decision);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(self) - before);
        }
        assertEquals(0, least, "bytes over " + orders.size() + " orders");
    }

    private static String answer(Screener screener, Order order) {
        Decision decision = new Decision();
        screener.screen(order, Orders.DECIDED_AT, decision);
        return Explanation.json(decision);
    }
}
