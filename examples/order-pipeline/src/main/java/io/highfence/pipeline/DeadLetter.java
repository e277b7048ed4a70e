package io.highfence.pipeline;

import io.highfence.base.BadInput;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * A record that cannot be used: its key, value, timestamp and headers as they came, with headers that say what is wrong with it, where
 * in it, and where it stood.
 */
final class DeadLetter {
    static final String REASON = "dead-letter.reason";
    static final String FILE = "dead-letter.file";
    static final String LINE = "dead-letter.line";
    static final String COLUMN = "dead-letter.column";
    static final String TOPIC = "dead-letter.topic";
    static final String PARTITION = "dead-letter.partition";
    static final String OFFSET = "dead-letter.offset";

    private DeadLetter() {}

    static Record<byte[], byte[]> of(Record<byte[], byte[]> record, RecordMetadata at, BadInput fault) {
        Headers headers = new RecordHeaders(record.headers());
        add(headers, REASON, fault.reason());
        add(headers, FILE, fault.file());
        add(headers, LINE, Long.toString(fault.line()));
        add(headers, COLUMN, Integer.toString(fault.column()));
        add(headers, TOPIC, at.topic());
        add(headers, PARTITION, Integer.toString(at.partition()));
        add(headers, OFFSET, Long.toString(at.offset()));
        return record.withHeaders(headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, Texts.bytes(value));
    }

    /** What a record is called in messages. */
    static String place(RecordMetadata at) {
        return at.topic() + "-" + at.partition() + "@" + at.offset();
    }
}
