package io.highfence;

import io.highfence.base.BadInput;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lists that are searched now, which another edition may take the place of while requests run.
 *
 * <p>Reading takes no lock and allocates nothing. Who holds an index goes on with it: a decision that has begun ends on the edition on
 * which it began. When nobody holds an old index any more it is collected, and what it had mapped with it. Safe for many threads.
 */
public final class LiveLists {
    private volatile PartyIndex current;
    private volatile @Nullable String fault;

    /**
     * Begins with some lists.
     *
     * @param first the lists made ready for searching
     */
    public LiveLists(PartyIndex first) {
        current = Objects.requireNonNull(first, "first");
    }

    /**
     * The lists to search now. Ask once for each decision.
     *
     * @return the index of the newest edition that was good
     */
    public PartyIndex current() {
        return current;
    }

    /**
     * Puts another edition in the place of the one before.
     *
     * @param next the lists made ready for searching
     */
    public void swap(PartyIndex next) {
        Flight.Swapped event = Flight.swap();
        take(next);
        Flight.end(event, next);
    }

    private void take(PartyIndex next) {
        current = Objects.requireNonNull(next, "next");
        fault = null;
    }

    /**
     * Opens an index file and puts it in the place of the one before. One that is missing or damaged changes nothing but {@link #fault()}:
     * the old lists stay, and grow older, until they are too old for a decision.
     *
     * @param file what {@link PartyIndex#save} wrote
     * @return true if it is searched now
     */
    public boolean swap(Path file) {
        Flight.Swapped event = Flight.swap();
        try {
            PartyIndex next = PartyIndex.open(file);
            take(next);
            Flight.end(event, next);
            return true;
        } catch (IOException | BadInput e) {
            fault = e.toString();
            Flight.end(event, null);
            return false;
        }
    }

    /**
     * Why the last edition was not taken.
     *
     * @return what is wrong with it, or null if the last one was good
     */
    public @Nullable String fault() {
        return fault;
    }
}
