package io.highfence.gate;

import io.highfence.Decision;
import io.highfence.HoldKind;
import io.highfence.Item;
import io.highfence.LiveLists;
import io.highfence.Order;
import io.highfence.Reason;
import io.highfence.Settings;
import io.highfence.TotalUse;
import io.highfence.Verdict;
import io.highfence.base.Decimal;
import io.highfence.law.RuleBook;
import io.highfence.ledger.Account;
import io.highfence.ledger.Ledger;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a launch may start. It fails closed: a tenant that nobody knows, lists that are too old, a fault or a full cap lets
 * nothing start. What runs is none of its business.
 *
 * <p>Safe for many threads. As many desks are kept as ever decided at once, whichever threads asked.
 */
final class Gate {
    private static final System.Logger LOG = System.getLogger(Gate.class.getName());
    private static final String CAP = "TENANT_CAP";
    private static final int WARM_UP = 500;

    private final Tenants tenants;
    private final LiveLists lists;
    private final LaunchLedger ledger;
    private final Clock clock;
    private final Supplier<Desk> desk;

    /** The desks at which nobody sits; the last one is taken first, as it knows most of what is asked now. */
    private final Deque<Desk> free = new ConcurrentLinkedDeque<>();

    Gate(RuleBook rules, LiveLists lists, Settings settings, Tenants tenants, Ledger ledger, Clock clock) {
        this.tenants = tenants;
        this.lists = lists;
        this.ledger = new LaunchLedger(ledger);
        this.clock = clock;
        this.desk = () -> new Desk(rules, lists, settings, ledger.totals());
    }

    /** Decides a launch, and sets aside what it may start. */
    Answer decide(Launch launch) {
        Answer answer = judgeOrRefuse(launch);
        if (!answer.isAllowed()) {
            LOG.log(
                    Level.INFO,
                    () -> plain("launch " + launch.id() + " of " + launch.tenant() + ": "
                            + answer.code().word() + " " + answer.reasons()));
        }
        return answer;
    }

    private Answer judgeOrRefuse(Launch launch) {
        try {
            return judge(launch);
        } catch (RuntimeException | IOException e) {
            LOG.log(Level.ERROR, plain("The launch " + launch.id() + " could not be judged"), e);
            return Answer.refused(Answer.Code.UNAVAILABLE, launch.id(), "GATE_FAILED");
        }
    }

    /** A line of the log that is one, whatever a request has in it. */
    private static String plain(String line) {
        return line.replaceAll("\\p{Cntrl}", "?");
    }

    private Answer judge(Launch launch) throws IOException {
        Order tenant = tenants.find(launch.tenant());
        if (tenant == null) {
            return Answer.refused(Answer.Code.UNKNOWN_TENANT, launch.id(), "TENANT_UNKNOWN");
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Order order = order(tenant, launch, today);
        if (launch.moment() == Launch.Moment.DRY_RUN) {
            return answer(launch, order, now);
        }
        // Set aside first and decide then, so that of launches that are judged at once each sees the others.
        LaunchLedger.Reserved reserved = ledger.reserve(launch, today);
        if (reserved.other() || (reserved.now().isEmpty() && !launch.trusted())) {
            return Answer.refused(Answer.Code.REPEATED, launch.id(), "LAUNCH_ID_USED");
        }
        boolean isAllowed = false;
        try {
            Answer answer = answer(launch, order, now);
            isAllowed = answer.isAllowed();
            if (isAllowed && launch.moment() == Launch.Moment.AT_ONCE) {
                ledger.commit(reserved.now());
            }
            return answer;
        } finally {
            if (!isAllowed) {
                ledger.release(reserved.now());
            }
        }
    }

    private Answer answer(Launch launch, Order order, Instant now) {
        Desk taken = free.pollFirst();
        Desk at = taken == null ? desk.get() : taken;
        try {
            return answer(launch, at.decide(order, now));
        } finally {
            free.addFirst(at);
        }
    }

    /**
     * Makes desks and decides about some tenants at each, for nobody, so that no launch waits for what they have to learn.
     *
     * @param accelerator what is asked for
     * @param count how many launches will be decided at once
     */
    void warmUp(Accelerators.Accelerator accelerator, int count) {
        List<Desk> made = Stream.generate(desk).limit(count).toList();
        made.forEach(one -> warmUp(accelerator, one));
        made.forEach(free::addFirst);
    }

    private void warmUp(Accelerators.Accelerator accelerator, Desk at) {
        List<String> ids = tenants.ids();
        List<Launch.Ask> asks = List.of(new Launch.Ask(Launch.line(1), accelerator, 1));
        for (int round = 0; round < WARM_UP && !ids.isEmpty(); round++) {
            String id = ids.get(round % ids.size());
            Order tenant = tenants.find(id);
            if (tenant != null) {
                Instant now = clock.instant();
                Launch launch = new Launch("warm-up", false, id, asks, Launch.Moment.DRY_RUN);
                at.decide(order(tenant, launch, LocalDate.ofInstant(now, ZoneOffset.UTC)), now);
            }
        }
    }

    private static Answer answer(Launch launch, Decision decision) {
        List<String> reasons = new ArrayList<>();
        Reason.Basis basis = null;
        boolean onlyTheCap = true;
        for (Reason reason : decision.reasons()) {
            if (reason.verdict() != Verdict.CLEAR) {
                reasons.add(reason.id());
                onlyTheCap &= reason.rule().equals(CAP);
                if (basis == null && reason.verdict() == decision.verdict()) {
                    basis = reason.basis();
                }
            }
        }
        Answer.Code code = code(decision, onlyTheCap);
        TotalUse use = use(decision);
        Answer.Room room =
                use == null || (code != Answer.Code.ALLOWED && code != Answer.Code.OVER_CAP) ? null : room(use);
        if (room != null && use != null && basis == null) {
            basis = use.basis();
        }
        return new Answer(
                code, launch.id(), basis, reasons, room, decision.replay().brief());
    }

    private static Answer.Code code(Decision decision, boolean onlyTheCap) {
        return switch (decision.verdict()) {
            case CLEAR -> Answer.Code.ALLOWED;
            case NEEDS_DATA -> Answer.Code.FACTS_MISSING;
            case HOLD ->
                onlyTheCap
                        ? Answer.Code.OVER_CAP
                        : decision.holdKind() == HoldKind.STALE ? Answer.Code.UNAVAILABLE : Answer.Code.REVIEW;
            case BLOCK -> Answer.Code.BLOCKED;
        };
    }

    /** The figures of the tenant's cap, or null if it has none. */
    private static @Nullable TotalUse use(Decision decision) {
        for (TotalUse use : decision.totals()) {
            if (use.account().kind() == Account.Kind.TPP_TENANT && use.cap() != null) {
                return use;
            }
        }
        return null;
    }

    private static Answer.@Nullable Room room(TotalUse use) {
        Long cap = use.cap();
        Long remaining = use.remaining();
        Long order = use.order();
        if (cap == null || remaining == null || order == null) {
            return null;
        }
        return new Answer.Room(cap, remaining < 0 ? Math.max(0, remaining + order) : remaining);
    }

    /** Takes note that a launch runs; false if nothing was set aside for it. */
    boolean running(String id) {
        return ledger.running(id);
    }

    /** Takes note that a launch never came to run, so that what was set aside is free again; false if nothing was, or it runs. */
    boolean failed(String id) {
        return ledger.failed(id);
    }

    /** What is wrong with the files that were looked at last, or null. */
    @Nullable
    String fault() {
        String ofLists = lists.fault();
        return ofLists != null ? ofLists : tenants.fault();
    }

    /** The order that a launch is: its tenant's facts, the day, and a line for each kind of accelerator. */
    private static Order order(Order tenant, Launch launch, LocalDate today) {
        Order.Builder order = Order.builder(launch.id())
                .kind(Order.Kind.CLOUD_ACCESS)
                .asOf(today)
                .exporter(tenant.exporter())
                .destination(
                        tenant.destination().country(), tenant.destination().region())
                .endUse(tenant.endUse().purpose(), tenant.endUse().knowledge())
                .nexus(tenant.nexus())
                .technicalAnalysis(tenant.technicalAnalysis())
                .knownViolation(tenant.knownViolation());
        if (tenant.shipFrom() != null) {
            order.shipFrom(tenant.shipFrom());
        }
        tenant.parties().forEach(order::party);
        tenant.redFlags().forEach(order::redFlag);
        for (Launch.Ask ask : launch.asks()) {
            Item one = ask.accelerator().item();
            order.item(new Item(
                    ask.line(),
                    one.sku(),
                    one.chip(),
                    one.eccn(),
                    Math.multiplyExact(ask.count(), Decimal.ONE),
                    null,
                    null,
                    null,
                    null));
        }
        return order.build();
    }
}
