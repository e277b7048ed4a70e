package io.highfence.pipeline;

import io.highfence.base.BadInput;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Lets through what is an edition, to every partition of {@link Topics#EDITIONS_FOR_ALL}. */
final class EditionCheck extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    /** The sink for what is none. */
    static final String BAD_EDITIONS = "bad-editions";

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata at = context().recordMetadata().orElseThrow();
        try {
            Edition.read(record.key(), record.value(), DeadLetter.place(at));
            context().forward(record, Topics.EDITIONS_FOR_ALL);
        } catch (BadInput e) {
            context().forward(DeadLetter.of(record, at, e), BAD_EDITIONS);
        }
    }
}
