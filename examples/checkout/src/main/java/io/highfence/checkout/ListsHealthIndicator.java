package io.highfence.checkout;

import io.highfence.Health;
import io.highfence.report.Explanation;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * How old lists and rules are and how long events wait. It is never DOWN: a shop with old lists takes orders and ships none, and a load
 * balancer must not take it away.
 */
@Component
final class ListsHealthIndicator implements HealthIndicator {
    private final Desk desk;
    private final Lists lists;
    private final Outbox outbox;
    private final JsonMapper mapper;

    ListsHealthIndicator(Desk desk, Lists lists, Outbox outbox, JsonMapper mapper) {
        this.desk = desk;
        this.lists = lists;
        this.outbox = outbox;
        this.mapper = mapper;
    }

    @Override
    public org.springframework.boot.health.contributor.Health health() {
        Health found = desk.health();
        var health = org.springframework.boot.health.contributor.Health.up()
                .withDetail("fit", found.faults().isEmpty())
                .withDetail("sample", found.sample())
                .withDetail("found", mapper.readTree(Explanation.json(found)));
        String fault = lists.live().fault();
        if (fault != null) {
            health.withDetail("fault", fault);
        }
        outbox.oldestWaiting().ifPresent(since -> health.withDetail("oldestEventWaitsSince", since.toString()));
        return health.build();
    }
}
