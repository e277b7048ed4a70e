package io.highfence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.law.RuleBook;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import io.highfence.match.PartyIndex;
import io.highfence.report.Catalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Orders for tests: one that is clean under the sample list, and what is needed to decide it. */
final class Orders {
    static final LocalDate AS_OF = LocalDate.of(2026, 9, 1);
    static final Instant DECIDED_AT = Instant.parse("2026-09-01T12:00:00Z");
    static final PartyIndex SAMPLE = PartyIndex.of(PartyList.sample());
    static final RuleBook RULES = RuleBook.bundled();
    static final Settings DEMO = Settings.defaults().toBuilder()
            .acceptedThrough(new Settings.Acceptance(AS_OF, "a test"))
            .demo(true)
            .build();

    private Orders() {}

    /** An EAR99 item to a German buyer, with everything said: CLEAR under {@link #DEMO}. */
    static Order.Builder clean() {
        return bare("clean")
                .party(buyer(Party.Role.PURCHASER))
                .party(buyer(Party.Role.ULTIMATE_CONSIGNEE))
                .party(buyer(Party.Role.END_USER))
                .item(Item.ofEccn("1", "EAR99"));
    }

    static Order.Builder bare(String id) {
        Country us = Country.of("US");
        return Order.builder(id)
                .kind(Order.Kind.EXPORT)
                .exporter(new Order.Exporter(us, us, us))
                .shipFrom(us)
                .destination(Country.of("DE"), null)
                .plannedExportDate(AS_OF)
                .endUse(Order.Purpose.CIVIL, Order.Knowledge.STATED);
    }

    static Party buyer(Party.Role role) {
        return party(role, "Technische Universität München", "DE");
    }

    static Party party(Party.Role role, String name, String country) {
        Country place = Country.of(country);
        return new Party(role, name, PartyType.UNKNOWN, place, null, List.of(), null, place, place, List.of());
    }

    static Decision decide(Order order) {
        return decide(order, DEMO);
    }

    static Decision decide(Order order, Settings settings) {
        Decision decision = new Decision();
        new Screener(RULES, SAMPLE, settings).screen(order, DECIDED_AT, decision);
        decision.reasons()
                .forEach(reason -> assertTrue(Catalogue.has(reason.rule()), () -> "no words for " + reason.rule()));
        return decision;
    }

    static boolean has(Decision decision, String rule) {
        return decision.reasons().stream().anyMatch(reason -> reason.rule().equals(rule));
    }
}
