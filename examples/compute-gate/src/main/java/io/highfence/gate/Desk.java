package io.highfence.gate;

import io.highfence.Decision;
import io.highfence.LiveLists;
import io.highfence.LiveScreener;
import io.highfence.Order;
import io.highfence.Settings;
import io.highfence.law.RuleBook;
import io.highfence.ledger.Totals;
import java.time.Instant;

/** What one thread decides with: a screener of the lists that are current, and a decision that is used again. */
final class Desk {
    private final LiveScreener screener;
    private final Decision decision = new Decision();

    Desk(RuleBook rules, LiveLists lists, Settings settings, Totals totals) {
        screener = new LiveScreener(rules, lists, settings, with -> with.totals(totals));
    }

    /** Decides an order by the lists that are current when it begins; the decision is good until the next one. */
    Decision decide(Order order, Instant now) {
        screener.screen(order, now, decision);
        return decision;
    }
}
