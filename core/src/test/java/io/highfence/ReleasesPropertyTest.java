package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.Digest;
import io.highfence.chip.ChipColumns;
import io.highfence.report.Explanation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Over random orders: records that do not fit never make a verdict lighter, and never hide a reason. */
class ReleasesPropertyTest {
    private static final int ORDERS = 400;
    private static final String[] NAMES = {
        "Blue Lagoon Rendering",
        "HiSilicon Tecnologies Co Ltd",
        "Sun Yat-Sen University",
        "Sberbank of Russia",
        "Mahan Airways",
        "Shenyang Aircraft Corporation"
    };
    private static final String[] PLACES = {"CN", "DE", "VN", "RU", "IR", "KP", "SA"};
    private static final String[] ECCNS = {"EAR99", "3A090.a", "3A090.b", "5A992.c", "3A991.p"};
    private static final String[] CHIPS = {"NVIDIA H100 SXM", "RTX 4090", "RTX 4090 D"};
    private static final LocalDate DAY = Orders.AS_OF;

    private static <T> T one(Random random, T[] of) {
        return of[random.nextInt(of.length)];
    }

    private static Order.Builder order(Random random) {
        Order.Builder order = Orders.bare("random").destination(Country.of(one(random, PLACES)), null);
        for (Party.Role role : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(Orders.party(role, one(random, NAMES), one(random, PLACES)));
        }
        if (random.nextBoolean()) {
            order.party(Orders.party(one(random, Party.Role.values()), one(random, NAMES), one(random, PLACES)));
        }
        for (int i = 0; i <= random.nextInt(3); i++) {
            boolean known = random.nextBoolean();
            order.item(new Item(
                    "" + i,
                    null,
                    known ? ChipColumns.chip(Map.of("id", "" + i, "chip", one(random, CHIPS))) : null,
                    known ? null : one(random, ECCNS),
                    random.nextInt(5) == 0 ? null : (1 + random.nextInt(100)) * 1_000_000L,
                    null,
                    null,
                    null,
                    null));
        }
        return order;
    }

    /** A record that covers the order but for one thing. */
    private static Authorization almost(Random random, Order order, int lack) {
        Authorization.Type type = one(random, Authorization.Type.values());
        Authorization.Builder builder = Authorization.builder("A")
                .type(lack == 0 ? null : type)
                .issuer(type.name().startsWith("OFAC") ? "OFAC" : "BIS")
                .exception(random.nextBoolean() ? "ACA" : "NAC")
                .valid(lack == 1 ? DAY.plusDays(1) : DAY.minusDays(30), lack == 2 ? DAY.minusDays(1) : DAY)
                .quantity(1_000_000_000L, lack == 3 ? 1_000_000_000L : 0L)
                .purchaseOrder("PO")
                .condition("c", lack == 4 ? "" : "met")
                .notice(new Authorization.Notice(
                        DAY.minusDays(40),
                        Authorization.Objection.NONE,
                        "C",
                        false,
                        order.parties().get(1).name(),
                        order.parties().get(2).name(),
                        List.of("RTX 4090")));
        for (String eccn : ECCNS) {
            builder.eccn(lack == 5 ? eccn + ".x" : eccn);
        }
        for (Party party : order.parties()) {
            builder.party(lack == 6 ? party.name() + " Two" : party.name(), null);
        }
        for (String place : PLACES) {
            if (lack != 7) {
                builder.destination(Country.of(place));
            }
        }
        return builder.build();
    }

    private static Disposition unbound(Random random, Decision decision, Reason reason) {
        Disposition.Binding binding = Bindings.of(decision, reason.subject(), reason.id());
        Digest other = Digest.of("other");
        int lack = random.nextInt(6);
        return new Disposition(
                reason.id(),
                lack == 0
                        ? null
                        : new Disposition.Binding(
                                lack == 1 ? other : binding.input(),
                                lack == 2 ? other : binding.rules(),
                                lack == 3 ? other : binding.lists()),
                lack == 4 ? "" : "A",
                lack == 4 ? "A" : "",
                "e",
                "",
                lack == 5 ? DAY.minusDays(1) : DAY);
    }

    @Test
    void whatDoesNotFitNeverMakesAVerdictLighter() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int held = 0;
        for (int i = 0; i < ORDERS; i++) {
            Order.Builder builder = order(random);
            Decision before = Orders.decide(builder.build());
            for (int lack = 0; lack < 8; lack++) {
                if (random.nextBoolean()) {
                    builder.authorization(almost(random, before.order(), lack));
                }
            }
            for (Reason reason : before.reasons()) {
                builder.disposition(unbound(random, before, reason));
            }
            Decision after = Orders.decide(builder.build());
            String told =
                    "seed " + seed + ", order " + i + "\n" + Explanation.text(before) + "\n" + Explanation.text(after);
            assertTrue(after.verdict().compareTo(before.verdict()) >= 0, told);
            assertTrue(after.reasons().stream().allMatch(reason -> reason.released() == null), told);
            for (int line = 0; line < before.lines().size(); line++) {
                assertTrue(
                        after.lines()
                                        .get(line)
                                        .verdict()
                                        .compareTo(before.lines().get(line).verdict())
                                >= 0,
                        told);
            }
            held += before.reasons().stream().anyMatch(reason -> reason.verdict() == Verdict.HOLD) ? 1 : 0;
        }
        assertTrue(held > ORDERS / 10, "seed " + seed + ": hardly any order was held, so little was tried");
    }

    /** Whatever fits: no reason is lost or changed but for its release, and a disposition never lifts what it must not. */
    @Test
    void whateverIsReleasedStaysInSightAndIsOfAKindThatMayBe() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < ORDERS / 2; i++) {
            Order.Builder builder = order(random);
            Decision before = Orders.decide(builder.build());
            builder.authorization(almost(random, before.order(), -1));
            for (Reason reason : before.reasons()) {
                builder.disposition(new Disposition(
                        reason.id(), Bindings.of(before, reason.subject(), reason.id()), "A", "B", "e", "n", DAY));
            }
            Decision after = Orders.decide(builder.build());
            String told = "seed " + seed + ", order " + i;
            List<String> found = new ArrayList<>();
            for (Reason reason : after.reasons()) {
                Release release = reason.released();
                found.add(reason.id() + reason.text());
                if (release != null && release.kind() == Release.Kind.DISPOSITION) {
                    assertEquals(Verdict.HOLD, reason.verdict(), told);
                    assertTrue(Releases.isLiftable(reason), told);
                }
                if (release != null && reason.verdict() == Verdict.BLOCK) {
                    assertTrue(reason.rule().startsWith("EMBARGO_"), told);
                }
            }
            // A notice that the order carries takes the place of the license that it stands for.
            assertTrue(
                    before.reasons().stream()
                            .filter(reason -> !reason.rule().equals("LICENSE_REQUIRED"))
                            .allMatch(reason -> found.contains(reason.id() + reason.text())),
                    told);
        }
    }
}
