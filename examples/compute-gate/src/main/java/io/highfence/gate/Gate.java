package io.highfence.gate;

import io.highfence.Decision;
import io.highfence.HoldKind;
import io.highfence.Item;
import io.highfence.LiveLists;
import io.highfence.LiveScreener;
import io.highfence.Order;
import io.highfence.Reason;
import io.highfence.Settings;
import io.highfence.Verdict;
import io.highfence.base.Decimal;
import io.highfence.law.RuleBook;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a launch may start. It fails closed: a tenant that nobody knows, lists that are too old, a fault or a full cap lets
 * nothing start. What runs is none of its business.
 *
 * <p>Safe for many threads; each has a screener of its own, so let a fixed pool ask.
 */
final class Gate {
    private static final System.Logger LOG = System.getLogger(Gate.class.getName());

    private final Tenants tenants;
    private final LiveLists lists;
    private final LaunchLedger ledger;
    private final Clock clock;
    private final ThreadLocal<Desk> desks;

    /** What one thread decides with. */
    private record Desk(LiveScreener screener, Decision decision) {}

    Gate(RuleBook rules, LiveLists lists, Settings settings, Tenants tenants, LaunchLedger ledger, Clock clock) {
        this.tenants = tenants;
        this.lists = lists;
        this.ledger = ledger;
        this.clock = clock;
        this.desks = ThreadLocal.withInitial(() -> new Desk(new LiveScreener(rules, lists, settings), new Decision()));
    }

    /** Decides a launch, and sets aside what it may start. */
    Answer decide(Launch launch) {
        Answer answer;
        try {
            answer = judge(launch);
            if (answer.isAllowed() && launch.moment() == Launch.Moment.AT_ONCE) {
                ledger.running(launch.id());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The launch " + launch.id() + " could not be judged", e);
            answer = Answer.refused(Answer.Code.UNAVAILABLE, launch.id(), "GATE_FAILED");
        }
        if (!answer.isAllowed()) {
            LOG.log(
                    Level.INFO,
                    "launch {0} of {1}: {2} {3}",
                    launch.id(),
                    launch.tenant(),
                    answer.code().word(),
                    answer.reasons());
        }
        return answer;
    }

    private Answer judge(Launch launch) {
        Order tenant = tenants.find(launch.tenant());
        if (tenant == null) {
            return Answer.refused(Answer.Code.UNKNOWN_TENANT, launch.id(), "TENANT_UNKNOWN");
        }
        boolean starts = launch.moment() != Launch.Moment.DRY_RUN;
        // Set aside first and decide then, so that of launches that are judged at once each sees the others.
        LaunchLedger.Reserved reserved = starts ? ledger.reserve(launch) : LaunchLedger.Reserved.NOW;
        if (reserved == LaunchLedger.Reserved.OTHERWISE
                || (reserved == LaunchLedger.Reserved.BEFORE && !launch.trusted())) {
            return Answer.refused(Answer.Code.REPEATED, launch.id(), "LAUNCH_ID_USED");
        }
        boolean isAllowed = false;
        try {
            Desk desk = desks.get();
            Instant now = clock.instant();
            desk.screener()
                    .screen(order(tenant, launch, LocalDate.ofInstant(now, ZoneOffset.UTC)), now, desk.decision());
            Answer answer = answer(launch, desk.decision());
            isAllowed = answer.isAllowed();
            return answer;
        } finally {
            if (!isAllowed && starts && reserved == LaunchLedger.Reserved.NOW) {
                ledger.release(launch);
            }
        }
    }

    private Answer answer(Launch launch, Decision decision) {
        Verdict verdict = decision.verdict();
        List<String> reasons = new ArrayList<>();
        Reason.Basis basis = null;
        for (Reason reason : decision.reasons()) {
            if (reason.verdict() != Verdict.CLEAR) {
                reasons.add(reason.id());
            }
            if (basis == null && verdict != Verdict.CLEAR && reason.verdict() == verdict) {
                basis = reason.basis();
            }
        }
        String stamp = decision.replay().brief();
        if (verdict != Verdict.CLEAR) {
            return new Answer(refusal(decision), launch.id(), basis, reasons, null, stamp);
        }
        Answer.Room room = ledger.room(launch);
        boolean fits = room == null || room.freeMillionths() >= 0;
        if (room != null && !fits) {
            room = new Answer.Room(room.capMillionths(), room.freeMillionths() + launch.tppMillionths());
        }
        return new Answer(
                fits ? Answer.Code.ALLOWED : Answer.Code.OVER_CAP,
                launch.id(),
                room == null ? null : Reason.Basis.POLICY,
                fits ? List.of() : List.of("TENANT_CAP"),
                room,
                stamp);
    }

    private static Answer.Code refusal(Decision decision) {
        return switch (decision.verdict()) {
            case CLEAR -> Answer.Code.ALLOWED;
            case NEEDS_DATA -> Answer.Code.FACTS_MISSING;
            case HOLD -> decision.holdKind() == HoldKind.STALE ? Answer.Code.UNAVAILABLE : Answer.Code.REVIEW;
            case BLOCK -> Answer.Code.BLOCKED;
        };
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
