package io.highfence.checkout;

import io.highfence.Decision;
import io.highfence.Health;
import io.highfence.LiveScreener;
import io.highfence.Order;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.Verdict;
import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import io.highfence.law.RuleBook;
import io.highfence.report.Explanation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where orders are decided: a few screeners, each in one pair of hands at a time and only while it screens.
 *
 * <p>Who waits too long goes on without a decision, which is a decision that is not CLEAR: the order is accepted and paused, and decided
 * as soon as there is time.
 */
@Component
final class Desk {
    private static final int DAYS_AHEAD = 30;

    private final RuleBook rules = RuleBook.bundled();
    private final Lists lists;
    private final Today today;
    private final Settings settings;
    private final Digest settingsDigest;
    private final Locale language;
    private final Duration patience;
    private final BlockingQueue<LiveScreener> free;
    private final Timer timer;

    Desk(CheckoutProperties properties, Lists lists, Today today, MeterRegistry meters) throws IOException, BadInput {
        this.lists = lists;
        this.today = today;
        this.settings = settings(properties);
        this.settingsDigest = settings.digest();
        this.language = properties.language();
        this.patience = properties.patience();
        this.timer = Timer.builder("checkout.compliance")
                .description("Waiting for a screener, screening, and saying why")
                .publishPercentiles(0.5, 0.99, 0.999)
                .register(meters);
        int seats = properties.screeners() > 0
                ? properties.screeners()
                : Runtime.getRuntime().availableProcessors();
        this.free = new ArrayBlockingQueue<>(seats);
        for (int i = 0; i < seats; i++) {
            free.add(new LiveScreener(rules, lists.live(), settings));
        }
    }

    /**
     * What the desk says of an order.
     *
     * @param verdict the verdict
     * @param message what the customer reads
     * @param json the whole decision
     * @param page the whole decision for operators, to be finished when one of them looks; null if nothing was found
     * @param basis what it rests on: engine, rules, lists, settings and day
     * @param took how long it took
     */
    record Opinion(
            Verdict verdict,
            String message,
            String json,
            @Nullable String page,
            String basis,
            Duration took) {
        /** Whether there was time for a decision. */
        boolean isDecided() {
            return !basis.isEmpty();
        }

        /** Whether the order may be shipped, as far as this is known. */
        boolean ships() {
            return verdict == Verdict.CLEAR;
        }
    }

    /** There was no time for a decision. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("There was no time to decide; ask again");
        }
    }

    /**
     * Decides an order on the shop's own day, for somebody who waits for the answer.
     *
     * @param order the order
     * @return the opinion; not CLEAR if there was no time for one
     */
    Opinion ask(Order order) {
        return ask(order, patience);
    }

    /**
     * The same where nobody waits: a screener that customers need is left to them.
     *
     * @param order the order
     * @return the opinion; not CLEAR if no screener was free
     */
    Opinion askIfFree(Order order) {
        return ask(order, Duration.ZERO);
    }

    private Opinion ask(Order order, Duration longest) {
        long start = System.nanoTime();
        Instant now = Instant.now();
        Order dated = order.asOf(today.asOf(now));
        LiveScreener screener = screener(longest);
        if (screener == null) {
            return undecided(order, start);
        }
        Decision decision = new Decision();
        try {
            screener.screen(dated, now, decision);
        } finally {
            free.add(screener);
        }
        return opinion(decision, start);
    }

    private Opinion undecided(Order order, long start) {
        Decision nothing = new Decision();
        String message = language.getLanguage().equals("de")
                ? "Bestellung " + order.id() + ": angenommen, Versand angehalten."
                : "Order " + order.id() + ": accepted, shipment paused.";
        return new Opinion(nothing.verdict(), message, Explanation.json(nothing), null, "", took(start));
    }

    private Duration took(long start) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        timer.record(took);
        return took;
    }

    private @Nullable LiveScreener screener(Duration longest) {
        try {
            return free.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Opinion opinion(Decision decision, long start) {
        Decision.Stamp stamp = Objects.requireNonNull(decision.stamp());
        boolean plain = decision.verdict() == Verdict.CLEAR
                && decision.reasons().stream().allMatch(reason -> reason.verdict() == Verdict.CLEAR);
        return new Opinion(
                decision.verdict(),
                Explanation.customer(decision, language),
                Explanation.json(decision),
                plain ? null : Explanation.unfinishedHtml(decision),
                basis(stamp.ruleSet(), stamp.listSet(), stamp.asOf()),
                took(start));
    }

    /** Whether lists and rules are fit for the orders of this moment. */
    Health health() {
        return Health.of(rules, lists.current(), settings, today.asOf(Instant.now()), DAYS_AHEAD);
    }

    /** What a decision of this moment would rest on; an order that rests on anything else is decided again. */
    String basis() {
        return basis(rules.digest(), lists.current().digest(), today.asOf(Instant.now()));
    }

    private String basis(Digest ruleSet, Digest listSet, LocalDate asOf) {
        return Digest.of(String.join(
                        " ", Screener.ENGINE, ruleSet.hex(), listSet.hex(), settingsDigest.hex(), asOf.toString()))
                .hex();
    }

    private static Settings settings(CheckoutProperties properties) throws IOException, BadInput {
        if (properties.isDemo()) {
            return Settings.defaults().toBuilder()
                    .acceptedThrough(new Settings.Acceptance(Today.OF_THE_DEMO, "the demonstration itself"))
                    .demo(true)
                    .build();
        }
        Path file = properties.settings();
        if (file == null) {
            return Settings.defaults();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Settings.read(in, file.toString());
        }
    }
}
