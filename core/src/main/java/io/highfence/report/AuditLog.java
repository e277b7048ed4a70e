package io.highfence.report;

import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A file of audit records in JSON Lines that is only ever appended to: each line has the hash of the line before it and its
 * own, so that a line that is changed, removed, put in or moved is found.
 *
 * <p>Personal values stand beside the chained part of their line, which holds a salted hash of each. So the values of a
 * subject can be erased, and the chain still verifies; that they were erased, when and why is a line of the log itself. A
 * subject under legal hold is not erased. With a key, a log holds no personal value at all: a keyed hash (HMAC-SHA-256)
 * stands in its place.
 *
 * <p>A line is on the disk when {@link #append} returns. A line that a crash left half written is named when the log is
 * opened, and cut on request only. The file is locked while it is open. Not safe for several threads. Allocates.
 */
public final class AuditLog implements AutoCloseable {
    private static final int LONGEST_LINE = 1 << 28;
    private static final int SALT_BYTES = 16;
    private static final String EVERYBODY = "*";

    private final Path path;
    private final byte @Nullable [] key;
    private final SecureRandom random = new SecureRandom();
    private FileChannel channel;
    private FileLock lock;
    private long lines;
    private Digest head;

    private AuditLog(Path path, byte @Nullable [] key, FileChannel channel, FileLock lock) {
        this.path = path;
        this.key = key;
        this.channel = channel;
        this.lock = lock;
        this.head = LogLine.FIRST;
    }

    /**
     * What a verification found.
     *
     * @param lines how many whole lines were read up to the end or the fault
     * @param head the hash of the last good line: kept elsewhere, it shows later that no lines were cut off the end
     * @param line the first line that is broken, counted from 1, or 0 if none is
     * @param fault what is wrong with it, or null
     */
    public record Verification(
            long lines, Digest head, long line, @Nullable String fault) {
        /**
         * Whether the log is whole.
         *
         * @return true if no line is broken
         */
        public boolean isWhole() {
            return fault == null;
        }

        /**
         * The answer for programs.
         *
         * @return one JSON object in one line
         */
        public String json() {
            return Json.object(json -> json.put("whole", isWhole())
                    .put("lines", lines)
                    .put("head", head)
                    .put("line", fault == null ? null : line)
                    .put("fault", fault));
        }
    }

    /**
     * What an erasure did.
     *
     * @param records in how many records values were erased
     * @param values how many values were erased
     * @param held how many values were left because their subject is under legal hold; an erasure by subject is then refused as
     *     a whole
     */
    public record Erasure(long records, long values, long held) {
        /**
         * The answer for programs.
         *
         * @return one JSON object in one line
         */
        public String json() {
            return Json.object(
                    json -> json.put("records", records).put("values", values).put("held", held));
        }
    }

    /**
     * Opens a log, which is made if there is none.
     *
     * @param path the file
     * @return the log, locked against other writers
     * @throws IOException if it cannot be opened, or is open elsewhere
     * @throws BadInput if its last line is not whole; {@link #cut} removes one that is half written
     */
    public static AuditLog open(Path path) throws IOException, BadInput {
        return opened(path, null);
    }

    /**
     * Opens a log that holds no personal values but their keyed hashes. Equal values have equal hashes, and who has the key
     * can ask whether a value is among them.
     *
     * @param path the file
     * @param key the key of the hashes, at least 16 bytes; kept while the log is open
     * @return the log, locked against other writers
     * @throws IOException if it cannot be opened, or is open elsewhere
     * @throws BadInput if its last line is not whole
     * @throws IllegalArgumentException if the key is too short
     */
    public static AuditLog open(Path path, byte[] key) throws IOException, BadInput {
        if (key.length < SALT_BYTES) {
            throw new IllegalArgumentException("A key has at least " + SALT_BYTES + " bytes");
        }
        return opened(path, key.clone());
    }

    @SuppressWarnings("resource") // The log closes its channel.
    private static AuditLog opened(Path path, byte @Nullable [] key) throws IOException, BadInput {
        FileChannel channel = channel(path);
        try {
            AuditLog log = new AuditLog(path, key, channel, lock(channel, path));
            log.readTail();
            return log;
        } catch (IOException | BadInput | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel channel(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static FileLock lock(FileChannel channel, Path path) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (IllegalStateException e) {
            lock = null; // This very process has it open.
        }
        if (lock == null) {
            throw new FileSystemException(path.toString(), null, "somebody else is writing to it");
        }
        return lock;
    }

    /** Reads the last line, which is found from the end. */
    private void readTail() throws IOException, BadInput {
        long end = channel.size();
        if (end == 0) {
            return;
        }
        long start = end - 1;
        ByteBuffer one = ByteBuffer.allocate(1);
        if (byteAt(start, one) != '\n') {
            throw new BadInput(name(), 0, 0, "the last line is half written; cut it off first, or restore the file");
        }
        while (start > 0 && byteAt(start - 1, one) != '\n') {
            start--;
            if (end - start > LONGEST_LINE) {
                throw new BadInput(name(), 0, 0, "the last line is longer than any that is written");
            }
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) (end - 1 - start));
        while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {
            // Reads on.
        }
        LogLine last = line(bytes.array(), name(), 0);
        String fault = last.fault();
        if (fault != null) {
            throw new BadInput(name(), last.number(), 1, fault);
        }
        lines = last.number();
        head = last.hash();
        channel.position(end);
    }

    private int byteAt(long position, ByteBuffer one) throws IOException {
        one.clear();
        return channel.read(one, position) < 1 ? -1 : one.get(0);
    }

    private String name() {
        return String.valueOf(path.getFileName());
    }

    private static LogLine line(byte[] bytes, String file, long number) throws BadInput {
        return LogLine.of(JsonTree.read(bytes, file, Math.max(number, 1)), file, Math.max(number, 1));
    }

    /**
     * How many lines the log has.
     *
     * @return the number, 0 for a new log
     */
    public long lines() {
        return lines;
    }

    /**
     * The hash of the last line. Kept elsewhere, it shows later that no lines were cut off the end, which the chain alone
     * cannot show.
     *
     * @return the hash; 64 zeros for a new log
     */
    public Digest head() {
        return head;
    }

    /**
     * Appends a record, and returns when it is on the disk.
     *
     * @param record the record
     * @return the hash of the new line
     * @throws IOException if it cannot be written
     */
    public Digest append(AuditRecord record) throws IOException {
        return append(LogLine.RECORD, record.fields(), PersonalValues.of(record.fields()));
    }

    private Digest append(String kind, Map<String, @Nullable Object> body, PersonalValues personal) throws IOException {
        LogLine line = key == null ? sealed(kind, body, personal) : keyed(kind, body, personal, key);
        ByteBuffer bytes = ByteBuffer.wrap(line.bytes());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
        lines = line.number();
        head = line.hash();
        return head;
    }

    private LogLine sealed(String kind, Map<String, @Nullable Object> body, PersonalValues personal) {
        Map<String, LogLine.Seal> seals = new LinkedHashMap<>();
        Map<String, LogLine.Value> values = new LinkedHashMap<>();
        Map<String, @Nullable Object> marked = personal.replaceIn(body, found -> {
            LogLine.Seal seal = seals.computeIfAbsent(found.getKey(), text -> {
                byte[] salt = new byte[SALT_BYTES];
                random.nextBytes(salt);
                LogLine.Value value = new LogLine.Value(HexFormat.of().formatHex(salt), text);
                values.put(value.id(), value);
                PersonalValues.Value what = found.getValue();
                return new LogLine.Seal(value.id(), what.kind(), List.copyOf(what.of()));
            });
            return "sealed:" + seal.id();
        });
        return LogLine.make(lines + 1, head, kind, marked, List.copyOf(seals.values()), values);
    }

    private LogLine keyed(String kind, Map<String, @Nullable Object> body, PersonalValues personal, byte[] with) {
        Map<String, @Nullable Object> marked =
                new LinkedHashMap<>(personal.replaceIn(body, found -> "keyed:" + hash(found.getKey(), with)));
        marked.put("keyed", true);
        return LogLine.make(lines + 1, head, kind, marked, List.of(), Map.of());
    }

    private static String hash(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform must bring HMAC-SHA-256", e);
        }
    }

    /**
     * The keyed hash that stands for a personal value in a log of this key.
     *
     * @param value the value as it was given
     * @param key the key
     * @return {@code keyed:} and 64 hexadecimal digits
     */
    public static String keyed(String value, byte[] key) {
        return "keyed:" + hash(value, key);
    }

    /**
     * Puts a subject under legal hold: nothing of it is erased until the hold is released.
     *
     * @param subject a name or the number of a document, as in the orders; {@code *} for everybody
     * @param reason why, without the subject's name
     * @param at when
     * @throws IOException if it cannot be written
     */
    public void hold(String subject, String reason, Instant at) throws IOException {
        event(LogLine.HOLD, subject, reason, at);
    }

    /**
     * Ends a legal hold.
     *
     * @param subject the subject of the hold
     * @param reason why, without the subject's name
     * @param at when
     * @throws IOException if it cannot be written
     */
    public void release(String subject, String reason, Instant at) throws IOException {
        event(LogLine.RELEASE, subject, reason, at);
    }

    private void event(String kind, String subject, String reason, Instant at) throws IOException {
        if (key != null) {
            throw new IllegalStateException("A keyed log holds no personal values that could be held");
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("at", at);
        body.put("subject", subject);
        body.put("reason", reason);
        append(kind, body, PersonalValues.of(Set.of(subject), RetentionClass.NAME, "subject"));
    }

    /**
     * Erases every personal value of a subject, unless some of it is under legal hold. The file is written anew beside the old
     * one and takes its place when it is whole; a line about the erasure is appended.
     *
     * @param subject a name or the number of a document, as in the orders; letter case and punctuation aside
     * @param reason why, without the subject's name
     * @param at when
     * @return what was erased; nothing if something of it is held
     * @throws IOException if the file cannot be written; the old one is then as it was
     * @throws BadInput if the log is broken, which must be looked into first
     */
    public Erasure erase(String subject, String reason, Instant at) throws IOException, BadInput {
        return erase(line -> idsOf(line, line.owners(subject)), true, reason, at);
    }

    /**
     * Erases every personal value of a class in the records of decisions made before a day, but for those under legal hold.
     *
     * @param kind the class
     * @param before the day in UTC; records of it and later ones stay as they are
     * @param reason why
     * @param at when
     * @return what was erased
     * @throws IOException if the file cannot be written; the old one is then as it was
     * @throws BadInput if the log is broken
     */
    public Erasure erase(RetentionClass kind, LocalDate before, String reason, Instant at)
            throws IOException, BadInput {
        Instant end = before.atStartOfDay(ZoneOffset.UTC).toInstant();
        return erase(
                line -> {
                    Set<String> ids = new TreeSet<>();
                    if (line.kind().equals(LogLine.RECORD)
                            && Instant.parse(String.valueOf(line.body().get("decidedAt")))
                                    .isBefore(end)) {
                        for (LogLine.Seal seal : line.sealed()) {
                            if (seal.kind() == kind && line.values().containsKey(seal.id())) {
                                ids.add(seal.id());
                            }
                        }
                    }
                    return ids;
                },
                false,
                reason,
                at);
    }

    /** Says which of the values of a line are meant. */
    @FunctionalInterface
    private interface Choice {
        Set<String> ids(LogLine line);
    }

    private static Set<String> idsOf(LogLine line, Set<String> owners) {
        Set<String> ids = new TreeSet<>();
        for (LogLine.Seal seal : line.sealed()) {
            if (line.values().containsKey(seal.id()) && seal.of().stream().anyMatch(owners::contains)) {
                ids.add(seal.id());
            }
        }
        return ids;
    }

    private Erasure erase(Choice choice, boolean allOrNone, String reason, Instant at) throws IOException, BadInput {
        Verification whole = verify(path, head);
        if (!whole.isWhole()) {
            throw new BadInput(name(), whole.line(), 1, String.valueOf(whole.fault()));
        }
        Set<String> holds = holds();
        Map<Long, Set<String>> erased = new TreeMap<>();
        Set<String> texts = new TreeSet<>();
        long[] counts = new long[2];
        each(path, line -> {
            Set<String> ids = choice.ids(line);
            Set<String> held = held(line, holds);
            int before = ids.size();
            ids.removeAll(held);
            counts[0] += before - ids.size();
            if (!ids.isEmpty()) {
                erased.put(line.number(), ids);
                counts[1] += ids.size();
                line.values().forEach((id, value) -> {
                    if (ids.contains(id)) {
                        texts.add(value.text());
                    }
                });
            }
        });
        if (erased.isEmpty() || (allOrNone && counts[0] > 0)) {
            return new Erasure(0, 0, counts[0]);
        }
        try {
            rewrite(erased);
            append(erased, unnamed(reason, texts), at);
        } finally {
            Files.deleteIfExists(beside());
        }
        return new Erasure(erased.size(), counts[1], counts[0]);
    }

    /** Whoever gives the reason may have named the subject all the same. */
    private static String unnamed(String reason, Set<String> erased) {
        Map<String, @Nullable Object> why = new LinkedHashMap<>();
        why.put("reason", reason);
        return String.valueOf(PersonalValues.of(erased, RetentionClass.NAME, "subject")
                .replaceIn(why, found -> "the subject")
                .get("reason"));
    }

    /** The line about the erasure stands in the new file before that takes the place of the old one. */
    private void append(Map<Long, Set<String>> erased, String reason, Instant at) throws IOException {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("at", at);
        body.put("reason", reason);
        List<Map<String, Object>> values = new ArrayList<>();
        erased.forEach((number, ids) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("line", number);
            one.put("ids", List.copyOf(ids));
            values.add(one);
        });
        body.put("erased", values);
        LogLine line = LogLine.make(lines + 1, head, LogLine.ERASURE, body, List.of(), Map.of());
        Path beside = beside();
        Files.write(beside, line.bytes(), StandardOpenOption.APPEND);
        try (FileChannel written = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        lock.release();
        channel.close();
        Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        channel = channel(path);
        lock = lock(channel, path);
        channel.position(channel.size());
        lines = line.number();
        head = line.hash();
    }

    private Path beside() {
        return path.resolveSibling(path.getFileName() + ".erasing");
    }

    private void rewrite(Map<Long, Set<String>> erased) throws IOException, BadInput {
        Path beside = beside();
        Files.deleteIfExists(beside);
        Files.createFile(beside);
        try {
            Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(path));
        } catch (UnsupportedOperationException e) {
            // Where files have no such permissions, the folder's hold for both.
        }
        try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            each(path, line -> {
                Set<String> ids = erased.get(line.number());
                ByteBuffer bytes = ByteBuffer.wrap((ids == null ? line : line.without(ids)).bytes());
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            });
        }
    }

    /** The subjects that are under legal hold, as they are compared. */
    private Set<String> holds() throws IOException, BadInput {
        Set<String> holds = new LinkedHashSet<>();
        each(path, line -> {
            if (line.kind().equals(LogLine.HOLD) || line.kind().equals(LogLine.RELEASE)) {
                String subject = subject(String.valueOf(line.opened(null).get("subject")));
                if (line.kind().equals(LogLine.HOLD)) {
                    holds.add(subject);
                } else {
                    holds.remove(subject);
                }
            }
        });
        return holds;
    }

    private static String subject(String text) {
        return text.strip().equals(EVERYBODY) ? EVERYBODY : PersonalValues.key(text);
    }

    /** The values of a line that stay because of a hold. */
    private static Set<String> held(LogLine line, Set<String> holds) {
        if (holds.contains(EVERYBODY)) {
            return new TreeSet<>(line.values().keySet());
        }
        Set<String> owners = new TreeSet<>();
        for (String hold : holds) {
            owners.addAll(line.owners(hold));
        }
        return idsOf(line, owners);
    }

    /**
     * Everything that the log holds of a subject: for each record the decision with that subject's values in their places, and
     * marks in the place of everybody else's.
     *
     * @param subject a name or the number of a document, as in the orders; letter case and punctuation aside
     * @param out takes one JSON object a record, without a line end
     * @throws IOException if the file cannot be read
     * @throws BadInput if a line is no line of a log
     */
    public void export(String subject, Consumer<String> out) throws IOException, BadInput {
        each(path, line -> {
            Set<String> owners = line.owners(subject);
            if (!owners.isEmpty()) {
                out.accept(Json.object(json -> json.put("line", line.number())
                        .texts("subject", owners)
                        .object(line.kind(), body -> body.putAll(line.opened(owners)))));
            }
        });
    }

    /** Takes a line; may throw. */
    @FunctionalInterface
    private interface Use {
        void line(LogLine line) throws IOException, BadInput;
    }

    private static void each(Path path, Use use) throws IOException, BadInput {
        String file = String.valueOf(path.getFileName());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            byte[] bytes = nextLine(in);
            for (long number = 1; bytes != null; number++) {
                use.line(line(bytes, file, number));
                bytes = nextLine(in);
            }
        }
    }

    /** The next line without its end; null at the end of the file. A line without an end is none. */
    private static byte @Nullable [] nextLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (line.size() >= LONGEST_LINE) {
                throw new IOException("A line is longer than any that is written");
            }
            line.write(b);
        }
        return line.toByteArray();
    }

    /**
     * Verifies a log from its first line to its last: every hash, every link, every personal value that is there, and for
     * every one that is not, the line that says that it was erased.
     *
     * @param path the file
     * @param head the hash of the last line as it was noted elsewhere, which must be the hash of some line; null if none was
     *     noted: then lines that were cut off the end are not missed
     * @return the first fault, or that there is none
     * @throws IOException if the file cannot be read
     */
    public static Verification verify(Path path, @Nullable Digest head) throws IOException {
        String file = String.valueOf(path.getFileName());
        Digest previous = LogLine.FIRST;
        boolean seen = head == null || head.equals(LogLine.FIRST);
        Map<Long, Set<String>> absent = new TreeMap<>();
        long number = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            for (byte[] bytes = nextLine(in); bytes != null; bytes = nextLine(in)) {
                LogLine line;
                try {
                    line = line(bytes, file, number + 1);
                } catch (BadInput e) {
                    return new Verification(number, previous, number + 1, String.valueOf(e.reason()));
                }
                String fault = fault(line, bytes, number + 1, previous);
                if (fault != null) {
                    return new Verification(number, previous, number + 1, fault);
                }
                number++;
                previous = line.hash();
                seen |= previous.equals(head);
                note(line, absent);
            }
        }
        if (endsWithinALine(path)) {
            return new Verification(number, previous, number + 1, "the last line is half written");
        }
        if (!absent.isEmpty()) {
            long first = absent.keySet().iterator().next();
            return new Verification(
                    number, previous, first, "a personal value is missing that no line says was erased");
        }
        return seen
                ? new Verification(number, previous, 0, null)
                : new Verification(number, previous, number + 1, "the noted hash is on no line: lines were cut off");
    }

    private static boolean endsWithinALine(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    private static @Nullable String fault(LogLine line, byte[] bytes, long number, Digest previous) {
        String fault = line.fault();
        if (fault != null) {
            return fault;
        }
        if (!line.previous().equals(previous)) {
            return "the line does not follow the one before it: lines were removed, put in or moved";
        }
        if (line.number() != number) {
            return "the line says that it is line " + line.number();
        }
        return java.util.Arrays.equals((line.text() + "\n").getBytes(StandardCharsets.UTF_8), withEnd(bytes))
                ? null
                : "the line is not written as a log writes it";
    }

    private static byte[] withEnd(byte[] bytes) {
        byte[] line = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        line[bytes.length] = '\n';
        return line;
    }

    /** Notes which values a line lacks, and which lacks an erasure explains. */
    private static void note(LogLine line, Map<Long, Set<String>> absent) {
        Set<String> missing = new TreeSet<>();
        for (LogLine.Seal seal : line.sealed()) {
            if (!line.values().containsKey(seal.id())) {
                missing.add(seal.id());
            }
        }
        if (!missing.isEmpty()) {
            absent.put(line.number(), missing);
        }
        if (line.kind().equals(LogLine.ERASURE) && line.body().get("erased") instanceof List<?> erased) {
            Map<Long, Set<String>> explained = new HashMap<>();
            for (Object one : erased) {
                if (one instanceof Map<?, ?> from && from.get("ids") instanceof List<?> ids) {
                    Set<String> texts = new TreeSet<>();
                    ids.forEach(id -> texts.add(String.valueOf(id)));
                    explained.put(Long.parseLong(String.valueOf(from.get("line"))), texts);
                }
            }
            explained.forEach((number, ids) -> absent.computeIfPresent(number, (n, lacking) -> {
                lacking.removeAll(ids);
                return lacking.isEmpty() ? null : lacking;
            }));
        }
    }

    /**
     * Cuts a half-written last line off, and notes in the log how long it was and its digest.
     *
     * @param path the file
     * @param at when
     * @return what was cut off; empty if the last line is whole
     * @throws IOException if the file cannot be written, or is open elsewhere
     * @throws BadInput if the line before it is broken too
     */
    public static byte[] cut(Path path, Instant at) throws IOException, BadInput {
        byte[] torn;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            lock(channel, path);
            long size = channel.size();
            long start = size;
            ByteBuffer one = ByteBuffer.allocate(1);
            while (start > 0) {
                one.clear();
                if (channel.read(one, start - 1) < 1 || one.get(0) == '\n') {
                    break;
                }
                start--;
            }
            ByteBuffer rest = ByteBuffer.allocate((int) Math.min(size - start, LONGEST_LINE));
            while (rest.hasRemaining() && channel.read(rest, start + rest.position()) >= 0) {
                // Reads on.
            }
            torn = rest.array();
            if (torn.length == 0) {
                return torn;
            }
            channel.truncate(start);
            channel.force(true);
        }
        try (AuditLog log = open(path)) {
            Map<String, @Nullable Object> body = new LinkedHashMap<>();
            body.put("at", at);
            body.put("bytes", torn.length);
            body.put("digest", Digest.of(torn));
            log.append(LogLine.CUT, body, PersonalValues.of(Set.of(), RetentionClass.NAME, ""));
        }
        return torn;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
