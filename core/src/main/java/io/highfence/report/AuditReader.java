package io.highfence.report;

import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was kept of decisions, one after the other: audit records, the records in an {@link AuditLog}, and answers of
 * {@code decide}, alone, in JSON Lines or spread over lines.
 *
 * <p>It does not verify the chain of a log; {@link AuditLog#verify} does. Not safe for several threads.
 */
public final class AuditReader implements AutoCloseable {
    private final JsonTree tree;
    private final String file;

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
    }

    /**
     * Reads the next record. Lines of a log that are none, such as a legal hold, are passed over.
     *
     * @return the record, or null at the end of the stream
     * @throws IOException if the stream cannot be read
     * @throws BadInput if what follows is no record; nothing more can then be read
     */
    public @Nullable AuditRecord next() throws IOException, BadInput {
        for (Map<String, @Nullable Object> fields = tree.next(); fields != null; fields = tree.next()) {
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

    @Override
    public void close() throws IOException {
        tree.close();
    }
}
