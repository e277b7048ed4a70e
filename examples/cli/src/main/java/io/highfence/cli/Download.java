package io.highfence.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Gets one file over HTTP, bounded in bytes, in time and in redirects.
 *
 * @param maxBytes the most bytes that are taken
 * @param most the longest time for all of it, redirects and body too
 */
record Download(long maxBytes, Duration most) {
    private static final int MAX_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /**
     * What the server said in the end.
     *
     * @param status 200 if the file was written whole
     * @param headers the headers
     * @param bytes how many bytes were written
     */
    record Answer(int status, HttpHeaders headers, long bytes) {}

    /**
     * Asks for a file.
     *
     * @param url its address
     * @param conditions headers for the request
     * @param to where it is written if the status is 200
     * @return the answer that is no redirect
     * @throws IOException if no whole answer came within the bounds; the message says why
     */
    Answer get(URI url, Map<String, String> conditions, Path to) throws IOException {
        long end = System.nanoTime() + most.toNanos();
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        URI at = url;
        for (int redirects = 0; ; redirects++) {
            HttpResponse<Long> response = ask(client, at, conditions, to, end);
            if (!REDIRECTS.contains(response.statusCode())) {
                return new Answer(response.statusCode(), response.headers(), response.body());
            }
            if (redirects == MAX_REDIRECTS) {
                throw new IOException("the server redirects more than " + MAX_REDIRECTS + " times");
            }
            at = next(at, response.headers().firstValue("location").orElse(""));
        }
    }

    private static URI next(URI from, String location) throws IOException {
        URI next;
        try {
            next = from.resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw new IOException("the server redirects to '" + location + "', which is no address", e);
        }
        String fault = location.isBlank() ? "nowhere" : ListAddress.fault(next);
        if (fault == null && !next.getScheme().equalsIgnoreCase(from.getScheme())) {
            fault = "'" + next + "', which is not " + from.getScheme();
        }
        if (fault != null) {
            throw new IOException("the server redirects to " + fault);
        }
        return next;
    }

    private HttpResponse<Long> ask(HttpClient client, URI at, Map<String, String> conditions, Path to, long end)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at).header("User-Agent", "highfence");
        conditions.forEach(request::header);
        try (FileChannel file = FileChannel.open(
                to, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            CompletableFuture<HttpResponse<Long>> answer = client.sendAsync(
                    request.build(), info -> info.statusCode() == 200 ? new IntoFile(file, maxBytes) : unread());
            try {
                return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                answer.cancel(true);
                throw new IOException("it took longer than " + most.toSeconds() + " seconds", e);
            } catch (InterruptedException e) {
                answer.cancel(true);
                Thread.currentThread().interrupt();
                throw new IOException("it was interrupted", e);
            } catch (ExecutionException e) {
                throw new IOException(said(e), e);
            }
        }
    }

    /** What is said of a failure, from the outside in; a refused connection says nothing but its class. */
    private static String said(ExecutionException failure) {
        for (Throwable one = failure.getCause(); one != null; one = one.getCause()) {
            if (one.getMessage() != null) {
                return one.getMessage();
            }
        }
        Throwable cause = failure.getCause();
        return cause == null ? "nothing is known of why" : cause.getClass().getSimpleName();
    }

    /** Leaves the body of an answer that is not wanted unread, since it may never end. */
    private static BodySubscriber<Long> unread() {
        return BodySubscribers.mapping(BodySubscribers.ofInputStream(), Download::close);
    }

    private static Long close(InputStream body) {
        try {
            body.close();
            return 0L;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a body into a file up to a bound. */
    private static final class IntoFile implements BodySubscriber<Long> {
        private final FileChannel file;
        private final long maxBytes;
        private final CompletableFuture<Long> written = new CompletableFuture<>();
        private Flow.@Nullable Subscription source;
        private long bytes;

        IntoFile(FileChannel file, long maxBytes) {
            this.file = file;
            this.maxBytes = maxBytes;
        }

        @Override
        public CompletionStage<Long> getBody() {
            return written;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            source = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            if (written.isDone()) {
                return;
            }
            try {
                for (ByteBuffer buffer : buffers) {
                    bytes += buffer.remaining();
                    if (bytes > maxBytes) {
                        throw new IOException("it has more than " + maxBytes + " bytes");
                    }
                    while (buffer.hasRemaining()) {
                        file.write(buffer);
                    }
                }
            } catch (IOException e) {
                if (source != null) {
                    source.cancel();
                }
                written.completeExceptionally(e);
            }
        }

        @Override
        public void onError(Throwable failure) {
            written.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            try {
                // The file may take the place of another one only when it is on the disk.
                file.force(true);
                written.complete(bytes);
            } catch (IOException e) {
                written.completeExceptionally(e);
            }
        }
    }
}
