package io.highfence.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * The right to write a ledger: a lock on a file beside it that nothing else opens. POSIX takes a lock from a process that closes any
 * other channel to the locked file, so who holds it within this process is known here, before the file is touched.
 */
final class WriterLock implements Closeable {
    private static final Set<Path> HELD = new HashSet<>();

    private final Path ledger;
    private final FileChannel channel;

    private WriterLock(Path ledger, FileChannel channel) {
        this.ledger = ledger;
        this.channel = channel;
    }

    static WriterLock of(Path path) throws IOException {
        Path ledger = path.toRealPath();
        synchronized (HELD) {
            if (HELD.contains(ledger)) {
                throw new FileSystemException(path.toString(), null, "the ledger is open in this process");
            }
            FileChannel channel = FileChannel.open(
                    ledger.resolveSibling(ledger.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            boolean locked = false;
            try {
                locked = channel.tryLock() != null;
            } catch (OverlappingFileLockException e) {
                throw new IOException("The lock of " + path + " is held by another class loader of this process", e);
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
            if (!locked) {
                throw new FileSystemException(path.toString(), null, "the ledger is open in another process");
            }
            HELD.add(ledger);
            return new WriterLock(ledger, channel);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            HELD.remove(ledger);
            channel.close();
        }
    }
}
