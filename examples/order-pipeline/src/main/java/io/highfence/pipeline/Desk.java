package io.highfence.pipeline;

import io.highfence.Decision;
import io.highfence.DecisionEvents;
import io.highfence.Settings;
import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * Decides the orders of one partition, and decides the open ones again, some at a time, when another edition comes.
 *
 * <p>Everything that it knows is in stores that are committed together with what it has read and what it has sent on. The clock says when
 * the next orders are decided again, and nothing about any answer: a decision has the time of its order, or of its edition if that is
 * later.
 */
final class Desk extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    static final String OPEN_ORDERS = "open-orders";
    static final String EDITIONS_TAKEN = "editions-taken";
    static final String PROGRESS = "progress";

    /** The header of an event that says how many lines its order has; an event without it is the whole order. */
    static final String LINES = "lines";

    /** The header of a decision, and of its events, that says why it was made: {@link #ORDER} or {@link #EDITION}. */
    static final String CAUSE = "cause";

    static final String ORDER = "order";
    static final String EDITION = "edition";

    /** How many open orders one step looks at, at most. */
    static final int STEP = 100;

    /** The pause between two steps. */
    static final Duration PAUSE = Duration.ofMillis(50);

    private static final String THE_STATE = "the state of a task";
    private static final int MAX_ID = 1_000;

    private final InForce inForce;
    private final Decision decision = new Decision();
    private KeyValueStore<String, byte[]> openOrders;
    private TimestampedKeyValueStore<String, byte[]> editions;
    private KeyValueStore<String, byte[]> progress;
    private boolean begun;

    Desk(Settings settings, EditionFiles files) {
        inForce = new InForce(settings, files);
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        super.init(context);
        openOrders = context.getStateStore(OPEN_ORDERS);
        editions = context.getStateStore(EDITIONS_TAKEN);
        progress = context.getStateStore(PROGRESS);
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, now -> step());
    }

    /** Opens what was in force when the task was last committed. Not in init, where nothing can be sent on yet. */
    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        boolean any = false;
        try (KeyValueIterator<String, ValueAndTimestamp<byte[]>> all = editions.all()) {
            while (all.hasNext()) {
                any = true;
                KeyValue<String, ValueAndTimestamp<byte[]>> taken = all.next();
                Edition edition = stored(taken.key, taken.value.value());
                try {
                    inForce.take(edition, taken.value.timestamp());
                } catch (IOException | BadInput e) {
                    inForce.lost(edition.label(), e);
                    report(EditionReport.refused(partition(), edition, e));
                }
            }
        }
        if (any) {
            compare();
        }
    }

    private static Edition stored(String label, byte[] value) {
        try {
            return Edition.read(Texts.bytes(label), value, THE_STATE);
        } catch (BadInput e) {
            throw new IllegalStateException("What was read before cannot be read", e);
        }
    }

    /** Begins to decide the open orders again if they were decided under something else. */
    private void compare() {
        String under = inForce.isWhole() ? inForce.under() : "";
        if (!under.equals(progress().under())) {
            put(new Progress(under, inForce.isWhole(), "", 0, 0));
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        begin();
        RecordMetadata at = context().recordMetadata().orElseThrow();
        if (at.topic().equals(Topics.EDITIONS_FOR_ALL)) {
            edition(record, at);
        } else {
            order(record, at);
        }
    }

    private void edition(Record<byte[], byte[]> record, RecordMetadata at) {
        Edition edition;
        try {
            edition = Edition.read(record.key(), record.value(), DeadLetter.place(at));
        } catch (BadInput e) {
            context().forward(DeadLetter.of(record, at, e), Topics.DEAD_LETTER);
            return;
        }
        try {
            inForce.take(edition, record.timestamp());
        } catch (IOException | BadInput e) {
            report(EditionReport.refused(partition(), edition, e));
            return;
        }
        editions.put(edition.label(), ValueAndTimestamp.make(record.value(), record.timestamp()));
        compare();
    }

    private void order(Record<byte[], byte[]> record, RecordMetadata at) {
        String place = DeadLetter.place(at);
        String id = record.key() == null ? null : Texts.utf8(record.key());
        if (id == null || id.isBlank() || id.length() > MAX_ID) {
            BadInput fault = new BadInput(
                    place, 0, 0, "the key of an order is its id, in UTF-8, of at most " + MAX_ID + " characters");
            context().forward(DeadLetter.of(record, at, fault), Topics.DEAD_LETTER);
            return;
        }
        if (record.value() == null) {
            openOrders.delete(id);
            return;
        }
        byte[] state = openOrders.get(id);
        OpenOrder known = state == null ? null : OpenOrder.of(state);
        try {
            Header header = record.headers().lastHeader(LINES);
            int lines = header == null ? OpenOrder.WHOLE : OpenOrder.lines(header.value(), place);
            decide(id, OpenOrder.after(known, id, record.value(), lines, record.timestamp(), place), ORDER);
        } catch (BadInput e) {
            context().forward(DeadLetter.of(record, at, e), Topics.DEAD_LETTER);
            if (known != null) {
                decide(id, known.unusable(place, record.timestamp()), ORDER);
            }
        }
    }

    /**
     * Decides an order.
     *
     * @param cause {@link #ORDER}, then the decision is sent on in any case, or {@link #EDITION}, then only if it changed
     * @return whether it changed
     */
    private boolean decide(String id, OpenOrder open, String cause) {
        Instant at = Instant.ofEpochMilli(Math.max(open.timestamp(), inForce.since()));
        inForce.screener().screen(open.order(), at, decision);
        byte[] json = Texts.bytes(Explanation.json(decision));
        if (json.length > Topics.MAX_DECISION) {
            String why = "the order, as the decision on it has " + json.length + " bytes";
            inForce.screener().screen(OpenOrder.unknown(id, why), at, decision);
            json = Texts.bytes(Explanation.json(decision));
        }
        OpenOrder.Answer last = open.last();
        String digest = digest(decision);
        boolean changed = last == null || !last.digest().equals(digest);
        if (changed || cause.equals(ORDER)) {
            send(Topics.DECISIONS, id, json, at, cause);
            List<Holds.Kept> before = last == null ? List.of() : last.reasons();
            for (DecisionEvents.Event event : Holds.between(before, decision)) {
                send(Topics.HOLDS, id, Texts.bytes(Explanation.json(event)), at, cause);
            }
        }
        OpenOrder.Answer answer = new OpenOrder.Answer(inForce.under(), digest, Holds.keep(decision));
        openOrders.put(id, open.decided(answer).toBytes());
        return changed;
    }

    private void send(String topic, String id, byte[] json, Instant at, String cause) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(CAUSE, Texts.bytes(cause));
        context().forward(new Record<>(Texts.bytes(id), json, at.toEpochMilli(), headers), topic);
    }

    /** What makes an answer another one: the verdict, and every reason with its words. */
    private static String digest(Decision decision) {
        return Digest.of(decision.verdict() + "\n" + decision.holdKind() + "\n" + decision.reasons())
                .toString();
    }

    /** Decides the next open orders again, if they are to be. */
    private void step() {
        begin();
        Progress now = progress();
        if (!now.running()) {
            return;
        }
        String under = inForce.under();
        String after = now.after();
        long changed = now.changed();
        long unchanged = now.unchanged();
        boolean more;
        try (KeyValueIterator<String, byte[]> orders = openOrders.range(after.isEmpty() ? null : after, null)) {
            int left = STEP;
            while (orders.hasNext() && left > 0) {
                KeyValue<String, byte[]> next = orders.next();
                if (next.key.equals(after)) {
                    continue;
                }
                left--;
                after = next.key;
                OpenOrder order = OpenOrder.of(next.value);
                if (order.last() != null && order.last().under().equals(under)) {
                    continue;
                }
                if (decide(next.key, order, EDITION)) {
                    changed++;
                } else {
                    unchanged++;
                }
            }
            more = orders.hasNext();
        }
        put(new Progress(under, more, more ? after : "", changed, unchanged));
        if (!more) {
            report(EditionReport.taken(partition(), inForce, changed, unchanged));
        }
    }

    private Progress progress() {
        return Progress.of(progress.get(PROGRESS));
    }

    private void put(Progress now) {
        progress.put(PROGRESS, now.toBytes());
    }

    private void report(String report) {
        byte[] key = Texts.bytes(Integer.toString(partition()));
        context().forward(new Record<>(key, Texts.bytes(report), inForce.since()), Topics.EDITION_REPORTS);
    }

    private int partition() {
        return context().taskId().partition();
    }
}
