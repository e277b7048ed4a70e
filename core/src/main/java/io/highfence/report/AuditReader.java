package io.highfence.report;

import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was kept of decisions, one after the other: audit records, the records in an {@link AuditLog}, and answers of
 * {@code decide}, alone, in JSON Lines or spread over lines.
 *
 * <p>It does not verify the chain of a log; {@link AuditLog#verify} does. Not safe for several threads.
 */
public final class AuditReader implements AutoCloseable {
    /** The endings of files in which each line is a record. */
    private static final Pattern LINES = Pattern.compile(".*\\.(jsonl|ndjson)(\\.gz)?", Pattern.CASE_INSENSITIVE);

    private final JsonTree tree;
    private final String file;
    private boolean lineByLine;
    private boolean stopped;

    /**
     * Opens a stream of records.
     *
     * @param in the bytes, UTF-8; not closed
     * @param file the name for messages
     * @throws IOException if the stream cannot be read
     */
    public AuditReader(InputStream in, String file) throws IOException {
        this.tree = new JsonTree(in, file, 1);
        this.file = file;
        this.lineByLine = LINES.matcher(file).matches();
        tree.mark();
    }

    /**
     * Reads the next record. Lines of a log that are none, such as a legal hold, are passed over.
     *
     * @return the record, or null at the end of the stream
     * @throws IOException if the stream cannot be read
     * @throws BadInput if what follows is no record; unless {@link #isStopped()}, the next call reads the record behind it
     */
    public @Nullable AuditRecord next() throws IOException, BadInput {
        if (stopped) {
            return null;
        }
        for (Map<String, @Nullable Object> fields = read(); fields != null; fields = read()) {
            if (!LogLine.isOne(fields)) {
                return AuditRecord.of(fields, file, tree.line(), java.util.List.of(), java.util.Set.of());
            }
            LogLine line = LogLine.of(fields, file, tree.line());
            if (line.kind().equals(LogLine.RECORD)) {
                return line.record(file, tree.line());
            }
        }
        return null;
    }

    /** The next object; a fault in it is passed over before it is told. */
    private @Nullable Map<String, @Nullable Object> read() throws IOException, BadInput {
        long before = tree.line();
        try {
            Map<String, @Nullable Object> fields = tree.next();
            if (fields != null) {
                lineByLine = tree.lineHere() == tree.line();
                tree.mark();
            }
            return fields;
        } catch (BadInput e) {
            long begun = tree.line();
            if (tree.finish()) {
                tree.mark();
                throw e;
            }
            stopped = !tree.nextLine(lineByLine);
            throw !stopped && before < begun && begun < e.line() && tree.isBeforeObject()
                    ? new BadInput(file, begun, 1, "line " + begun + " ends in the middle of a record", e)
                    : e;
        }
    }

    /**
     * Whether a fault ended the reading: what stands behind it, if anything does, was not read. So it is with text that is no
     * JSON, unless each record stands on a line of its own.
     *
     * @return true if {@link #next()} finds nothing more for that reason
     */
    public boolean isStopped() {
        return stopped;
    }

    @Override
    public void close() throws IOException {
        tree.close();
    }
}
