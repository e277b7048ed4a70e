package io.highfence.checkout;

import io.highfence.list.ListTerms;
import io.highfence.list.PartyList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How old the lists are and how long events wait. It is never DOWN: a shop with old lists takes orders and ships none, and a load balancer
 * must not take it away.
 */
@Component
final class ListsHealthIndicator implements HealthIndicator {
    private final Lists lists;
    private final Today today;
    private final Outbox outbox;

    ListsHealthIndicator(Lists lists, Today today, Outbox outbox) {
        this.lists = lists;
        this.today = today;
        this.outbox = outbox;
    }

    @Override
    public Health health() {
        LocalDate day = today.asOf(Instant.now());
        PartyList current = lists.current();
        List<Map<String, Object>> editions = new ArrayList<>();
        boolean stale = false;
        for (PartyList.Edition edition : current.editions()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("edition", edition.label());
            one.put("lists", edition.lists());
            Long age = edition.age(day);
            int most = ListTerms.maxAgeDays(edition);
            one.put("ageDays", age == null ? "unknown" : age);
            one.put("maxAgeDays", most);
            stale |= !edition.sample() && (age == null || age > most);
            editions.add(one);
        }
        Health.Builder health = Health.up()
                .withDetail("sample", current.isSample())
                .withDetail("stale", stale)
                .withDetail("digest", current.digest().brief())
                .withDetail("editions", editions);
        String fault = lists.live().fault();
        if (fault != null) {
            health.withDetail("fault", fault);
        }
        outbox.oldestWaiting().ifPresent(since -> health.withDetail("oldestEventWaitsSince", since.toString()));
        return health.build();
    }
}
