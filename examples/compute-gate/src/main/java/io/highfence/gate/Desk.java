package io.highfence.gate;

import io.highfence.Decision;
import io.highfence.LiveLists;
import io.highfence.Order;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.law.RuleBook;
import io.highfence.ledger.Totals;
import io.highfence.match.PartyIndex;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one thread decides with: a screener of the lists that are current, and a decision that is used again. */
final class Desk {
    private final RuleBook rules;
    private final LiveLists lists;
    private final Settings settings;
    private final Totals totals;
    private final Decision decision = new Decision();
    private @Nullable PartyIndex index;
    private @Nullable Screener screener;

    Desk(RuleBook rules, LiveLists lists, Settings settings, Totals totals) {
        this.rules = rules;
        this.lists = lists;
        this.settings = settings;
        this.totals = totals;
    }

    /** Decides an order by the lists that are current when it begins; the decision is good until the next one. */
    Decision decide(Order order, Instant now) {
        PartyIndex current = lists.current();
        Screener known = screener;
        if (known == null || index != current) {
            known = Screener.with(rules, current, settings).totals(totals).build();
            screener = known;
            index = current;
        }
        known.screen(order, now, decision);
        return decision;
    }
}
