package io.highfence.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does the same work on every value with several threads, and gives the answers in the order of the values, on the caller's thread.
 * Values go out in small batches, of which no more wait than keep the threads busy; so memory is bounded however many values there are.
 *
 * @param <T> a value
 * @param <R> an answer
 */
final class InOrder<T, R> implements AutoCloseable {
    private static final int BATCH = 64;

    /** Batches for each thread, so that one that takes long keeps no other thread waiting. */
    private static final int AHEAD = 8;

    private final int most;
    private final ExecutorService threads;
    private final BlockingQueue<Function<T, @Nullable R>> workers = new LinkedBlockingQueue<>();
    private final Consumer<@Nullable R> answers;
    private final Deque<Future<List<@Nullable R>>> running = new ArrayDeque<>();
    private List<T> batch = new ArrayList<>();

    /** Makes a worker a thread; a worker is used by one thread at a time. */
    InOrder(int count, Supplier<Function<T, @Nullable R>> worker, Consumer<@Nullable R> answers) {
        this.answers = answers;
        most = count * AHEAD;
        for (int i = 0; i < count; i++) {
            workers.add(worker.get());
        }
        threads = Executors.newFixedThreadPool(count);
    }

    /** Hands out a value; gives answers to earlier ones where there are enough of them underway. */
    void put(T value) {
        batch.add(value);
        if (batch.size() == BATCH) {
            submit();
        }
    }

    /** Gives the answers to all values. */
    void finish() {
        submit();
        while (!running.isEmpty()) {
            take();
        }
    }

    private void submit() {
        if (running.size() == most) {
            take();
        }
        List<T> values = batch;
        batch = new ArrayList<>();
        running.add(threads.submit(() -> work(values)));
    }

    private List<@Nullable R> work(List<T> values) throws InterruptedException {
        Function<T, @Nullable R> worker = workers.take();
        try {
            List<@Nullable R> done = new ArrayList<>();
            for (T value : values) {
                done.add(worker.apply(value));
            }
            return done;
        } finally {
            workers.add(worker);
        }
    }

    private void take() {
        try {
            running.remove().get().forEach(answers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
