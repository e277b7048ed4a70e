package io.highfence.ledger;

import io.highfence.base.BadInput;
import io.highfence.base.DateRange;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Running totals that survive a crash. An order line reserves amounts on accounts, and later commits or cancels them.
 *
 * <p>Every call is idempotent by order line: the same call again changes nothing and says so; one that contradicts what has
 * happened is {@link Refused}. What a call has returned from is on the disk. Amounts are exact, in millionths; a total that would
 * not fit is an error, never a wrap.
 *
 * <p>To hold a cap among orders that are decided at once, reserve first and decide then: a decision leaves out what its own order
 * holds, and sees what all others do. Cancel if the decision is not CLEAR.
 *
 * <p>In a file, a ledger is a log that is only appended to and never made shorter: some 150 bytes a reservation and 60 a commit
 * or cancel, and as much again in memory. For a new period, begin another one. Safe for many threads; reads do not wait for the
 * disk. One process writes a file at a time, by a lock on a file beside it, {@code NAME.lock}, which stays.
 */
public final class Ledger implements Closeable {
    private static final String CLOSED = "The ledger is closed";

    private final Object writing = new Object();
    private final Book book;
    private final LedgerLog.@Nullable Store store;
    private final boolean readOnly;
    private final long cut;
    private String sum;
    private volatile @Nullable String unusable;

    /** What became of an order line. */
    public enum State {
        /** Nothing was ever reserved. */
        NONE,
        /** Amounts are promised. */
        RESERVED,
        /** The amounts have happened. */
        COMMITTED,
        /** What was reserved is free again. */
        CANCELLED;

        String word() {
            return this == NONE ? "not reserved" : name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a call did.
     *
     * @param changed whether it changed anything; false if the same had happened before
     * @param state what became of the order line
     */
    public record Outcome(boolean changed, State state) {}

    /** A call that contradicts what has happened; it changed nothing. */
    public static final class Refused extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    private Ledger(Book book, LedgerLog.@Nullable Store store, boolean readOnly, String sum, long cut) {
        this.book = book;
        this.store = store;
        this.readOnly = readOnly;
        this.sum = sum;
        this.cut = cut;
    }

    /**
     * A ledger that is gone with the process.
     *
     * @return an empty ledger
     */
    public static Ledger inMemory() {
        return new Ledger(new Book(), null, false, "", 0);
    }

    /**
     * Makes the file of a new ledger and opens it.
     *
     * @param path the file, which must not exist
     * @return an empty ledger
     * @throws FileAlreadyExistsException if there is such a file
     * @throws IOException if it cannot be made
     */
    public static Ledger create(Path path) throws IOException {
        // The head is written beside and moved, so that no crash leaves a ledger without one.
        Path beside = path.resolveSibling(path.getFileName() + ".part");
        try (FileChannel out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer head = ByteBuffer.wrap(LedgerLog.head().getBytes(StandardCharsets.UTF_8));
            while (head.hasRemaining()) {
                out.write(head);
            }
            out.force(true);
        }
        try {
            Files.move(beside, path);
        } finally {
            Files.deleteIfExists(beside);
        }
        try {
            return open(path);
        } catch (BadInput e) {
            throw new IOException(e);
        }
    }

    /**
     * Opens the file of a ledger for writing. A missing file is an error, as totals of zero might be wrong. A last line that a
     * crash has torn was never acknowledged; it is cut off, and {@link #cutBytes} tells how long it was.
     *
     * @param path the file
     * @return the ledger
     * @throws IOException if it cannot be read or written, or is open elsewhere
     * @throws BadInput if it is no ledger or is damaged, with the line; nothing is changed then
     */
    public static Ledger open(Path path) throws IOException, BadInput {
        WriterLock lock = WriterLock.of(path);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Book book = new Book();
            LedgerLog.Found found = LedgerLog.read(path, event -> replay(book, event));
            LedgerLog.FileStore store = new LedgerLog.FileStore(channel, lock, found.end());
            if (found.torn() > 0) {
                channel.truncate(found.end());
                channel.force(true);
            }
            if (found.unended()) {
                store.append(new byte[] {'\n'});
            }
            return new Ledger(book, store, false, found.sum(), found.torn());
        } catch (IOException | BadInput | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            lock.close();
            throw e;
        }
    }

    /**
     * Reads the file of a ledger as it is, without changing or locking it: what happens afterwards is not seen. A line that is
     * being written, or torn, is passed over. Every change of this ledger is {@link Refused}.
     *
     * @param path the file
     * @return a ledger to read
     * @throws IOException if it cannot be read
     * @throws BadInput if it is no ledger or is damaged, with the line
     */
    public static Ledger openReadOnly(Path path) throws IOException, BadInput {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return read(in, path.toString());
        }
    }

    static Ledger read(InputStream in, String file) throws IOException, BadInput {
        Book book = new Book();
        LedgerLog.Found found = LedgerLog.read(in, file, event -> replay(book, event));
        return new Ledger(book, null, true, found.sum(), found.torn());
    }

    static Ledger over(LedgerLog.Store store, String sum) {
        return new Ledger(new Book(), store, false, sum, 0);
    }

    private static void replay(Book book, Event event) {
        if (!book.changes(event)) {
            throw new Refused(event.key() + ": it happened twice");
        }
        book.apply(event);
    }

    /**
     * Reserves amounts for an order line, all or none. A line that was cancelled can be reserved again.
     *
     * @param key the order line
     * @param postings 1 to 64 amounts; those of one account and day are added up
     * @return whether it changed anything, and what became of the line: it may be committed already
     * @throws Refused if the line is reserved or committed with other postings
     * @throws ArithmeticException if a total would not fit; nothing is changed then
     * @throws IllegalArgumentException if there are too few or too many postings
     * @throws IllegalStateException if the ledger is closed, or failed to write before
     * @throws IOException if it cannot be written; whether it happened shows when the ledger is opened anew
     */
    public Outcome reserve(OrderLine key, List<Posting> postings) throws IOException {
        return happen(Event.reserve(key, postings));
    }

    /**
     * Reserves one amount for an order line, as {@link #reserve(OrderLine, List)} does.
     *
     * @param key the order line
     * @param account the account
     * @param amount the amount in millionths, not negative
     * @param day the day on which it counts
     * @return whether it changed anything, and what became of the line
     * @throws IOException if it cannot be written
     */
    public Outcome reserve(OrderLine key, Account account, long amount, LocalDate day) throws IOException {
        return reserve(key, List.of(new Posting(account, day, amount)));
    }

    /**
     * Commits what an order line has reserved: it has happened, on the days of the reservation.
     *
     * @param key the order line
     * @return whether it changed anything, and what became of the line
     * @throws Refused if nothing is reserved
     * @throws IllegalStateException if the ledger is closed, or failed to write before
     * @throws IOException if it cannot be written; whether it happened shows when the ledger is opened anew
     */
    public Outcome commit(OrderLine key) throws IOException {
        return happen(Event.commit(key, null));
    }

    /**
     * Commits what an order line has reserved, all of it on one day: goods that were planned for December may go in January.
     *
     * @param key the order line
     * @param day the day on which it happened
     * @return whether it changed anything, and what became of the line
     * @throws Refused if nothing is reserved, or it is committed on another day
     * @throws IllegalStateException if the ledger is closed, or failed to write before
     * @throws IOException if it cannot be written; whether it happened shows when the ledger is opened anew
     */
    public Outcome commit(OrderLine key, LocalDate day) throws IOException {
        return happen(Event.commit(key, day));
    }

    /**
     * Cancels what an order line has reserved. A line that was never reserved stays so.
     *
     * @param key the order line
     * @return whether it changed anything, and what became of the line
     * @throws Refused if it is committed
     * @throws IllegalStateException if the ledger is closed, or failed to write before
     * @throws IOException if it cannot be written; whether it happened shows when the ledger is opened anew
     */
    public Outcome cancel(OrderLine key) throws IOException {
        return happen(Event.cancel(key));
    }

    private Outcome happen(Event event) throws IOException {
        synchronized (writing) {
            check();
            if (readOnly) {
                throw new Refused("This ledger was opened to be read");
            }
            // Only who holds this lock changes the book.
            if (!book.changes(event)) {
                return new Outcome(false, book.state(event.key()));
            }
            if (store != null) {
                append(store, event);
            }
            synchronized (book) {
                book.apply(event);
            }
            return new Outcome(true, book.state(event.key()));
        }
    }

    private void append(LedgerLog.Store to, Event event) throws IOException {
        String line = LedgerLog.line(sum, event.text());
        try {
            to.append(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            // Nobody knows what of it is on the disk, so neither totals nor further lines can be trusted.
            unusable = "The ledger failed to write; open it anew: " + e;
            throw e;
        }
        sum = LedgerLog.sumOf(line);
    }

    private void check() {
        String why = unusable;
        if (why != null) {
            throw new IllegalStateException(why);
        }
    }

    /**
     * The totals of this ledger, which follow it. Reading throws {@link IllegalStateException} once the ledger is closed or
     * failed to write.
     *
     * @return a view to be read
     */
    public Totals totals() {
        return new View();
    }

    /** The totals, for those who may not change them. */
    private final class View implements Totals {
        @Override
        public Sum sum(Account account, DateRange window, Set<OrderLine> own) {
            check();
            synchronized (book) {
                return book.sum(account, window, own);
            }
        }

        @Override
        public boolean knows(Account account, String order) {
            check();
            synchronized (book) {
                return book.knows(account, order);
            }
        }
    }

    /**
     * What became of an order line.
     *
     * @param key the order line
     * @return its state
     */
    public State state(OrderLine key) {
        check();
        synchronized (book) {
            return book.state(key);
        }
    }

    /**
     * What an order line holds.
     *
     * @param key the order line
     * @return its postings by account and day; empty if none was reserved, or it was cancelled
     */
    public List<Posting> postings(OrderLine key) {
        check();
        synchronized (book) {
            return book.postings(key);
        }
    }

    /**
     * The accounts that were ever used.
     *
     * @return the accounts by kind and id; makes a new list
     */
    public List<Account> accounts() {
        check();
        synchronized (book) {
            return book.accounts();
        }
    }

    /**
     * How many bytes of a torn last line were cut off when the file was opened, or passed over.
     *
     * @return the number of bytes, 0 if the file was whole
     */
    public long cutBytes() {
        return cut;
    }

    /** Closes the file, and lets others open it. Totals cannot be read afterwards. Closing again does nothing. */
    @Override
    public void close() throws IOException {
        synchronized (writing) {
            if (CLOSED.equals(unusable)) {
                return;
            }
            unusable = CLOSED;
            if (store != null) {
                store.close();
            }
        }
    }
}
