package io.highfence;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Searches for orders that break the reader or the screener; see docs/testing.md. One method is searched at a time. */
class OrdersFuzzTest {
    /** How long each search lasts, unless the command says otherwise. */
    private static final String DURATION = "3m";

    @FuzzTest(maxDuration = DURATION)
    void reader(byte[] bytes) {
        OrderProperty.reads(bytes, "orders.jsonl");
    }

    @FuzzTest(maxDuration = DURATION)
    void screener(byte[] bytes) {
        OrderProperty.decides(bytes);
    }
}
