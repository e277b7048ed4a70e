package io.highfence;

import io.highfence.law.RuleBook;
import io.highfence.match.PartyIndex;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Screener} that goes over to another edition of {@link LiveLists} between two decisions, so that no decision mixes editions: its
 * matches, its ages and its stamp are of one.
 *
 * <p>One a thread, as a screener is. Until its next decision it holds the edition of the last one. Allocates when the edition has
 * changed, beside what a screener does.
 */
public final class LiveScreener {
    private final RuleBook rules;
    private final LiveLists lists;
    private final Settings settings;
    private final UnaryOperator<Screener.Builder> more;
    private @Nullable PartyIndex index;
    private @Nullable Screener screener;

    /**
     * A screener of live lists.
     *
     * @param rules the rules
     * @param lists the lists, which others may swap
     * @param settings how to screen
     */
    public LiveScreener(RuleBook rules, LiveLists lists, Settings settings) {
        this(rules, lists, settings, UnaryOperator.identity());
    }

    /**
     * A screener of live lists that knows more than rules and lists.
     *
     * @param rules the rules
     * @param lists the lists, which others may swap
     * @param settings how to screen
     * @param more adds what it knows, anew for each edition, such as {@code with -> with.totals(totals)}
     */
    public LiveScreener(RuleBook rules, LiveLists lists, Settings settings, UnaryOperator<Screener.Builder> more) {
        this.rules = rules;
        this.lists = lists;
        this.settings = settings;
        this.more = more;
    }

    /**
     * Decides an order by the lists that are current when it begins.
     *
     * @param order the order
     * @param decidedAt the instant of the decision
     * @param out takes the decision; what it held before is forgotten
     */
    public void screen(Order order, Instant decidedAt, Decision out) {
        screener().screen(order, decidedAt, out);
    }

    private Screener screener() {
        PartyIndex now = lists.current();
        Screener known = screener;
        if (known == null || index != now) {
            known = more.apply(Screener.with(rules, now, settings)).build();
            screener = known;
            index = now;
        }
        return known;
    }
}
