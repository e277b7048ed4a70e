package io.highfence;

import io.highfence.match.PartyIndex;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/**
 * Events for Java's flight recorder, without a name, an id or anything else of a person. Where no recording was ever begun in the process,
 * and where there is no recorder, they cost a look at one field.
 */
final class Flight {
    private static final boolean PRESENT = isPresent();

    private Flight() {}

    /** The module jdk.jfr may be missing from an image of Java. */
    private static boolean isPresent() {
        try {
            return FlightRecorder.isAvailable();
        } catch (NoClassDefFoundError e) {
            return false;
        }
    }

    private static boolean isRecording() {
        return PRESENT && FlightRecorder.isInitialized();
    }

    /** Begins the event of a decision; null where nobody records. */
    static @Nullable Decided decision() {
        if (!isRecording()) {
            return null;
        }
        Decided event = new Decided();
        event.begin();
        return event;
    }

    /** Ends the event of a decision. */
    static void end(@Nullable Decided event, Decision decision) {
        if (event != null) {
            event.end();
            if (event.shouldCommit()) {
                event.fill(decision);
                event.commit();
            }
        }
    }

    /** Begins the event of a swap of lists; null where nobody records. */
    static @Nullable Swapped swap() {
        if (!isRecording()) {
            return null;
        }
        Swapped event = new Swapped();
        event.begin();
        return event;
    }

    /** Ends the event of a swap of lists; the index is null where none was taken. */
    static void end(@Nullable Swapped event, @Nullable PartyIndex taken) {
        if (event != null) {
            event.end();
            if (event.shouldCommit()) {
                event.taken = taken != null;
                event.listSet = taken == null ? null : taken.list().digest().hex();
                event.editions = taken == null ? 0 : taken.list().editions().size();
                event.commit();
            }
        }
    }

    /** One order was decided. */
    @Name("io.highfence.Decision")
    @Label("Decision")
    @Category("Highfence")
    @Description("One order was decided")
    @StackTrace(false)
    static final class Decided extends Event {
        @Label("Verdict")
        @Nullable
        String verdict;

        @Label("Kind of Hold")
        @Nullable
        String holdKind;

        @Label("Parties")
        int parties;

        @Label("Lines")
        int lines;

        @Label("Listed Parties Found")
        int matches;

        @Label("Reasons")
        int reasons;

        @Label("Missing Facts")
        int missing;

        @Label("Checks Not Finished")
        int unfinished;

        @Label("Truncated")
        boolean truncated;

        private void fill(Decision decision) {
            HoldKind hold = decision.holdKind();
            verdict = decision.verdict().name();
            holdKind = hold == null ? null : hold.name();
            parties = decision.order().parties().size();
            lines = decision.order().items().size();
            matches = decision.matches().size();
            reasons = decision.reasons().size();
            missing = decision.missing().size();
            unfinished = decision.unfinished().size();
            truncated =
                    decision.reasons().stream().anyMatch(reason -> reason.rule().endsWith("TRUNCATED"));
        }
    }

    /** Another edition of the lists was put in the place of the one before, or was not taken. */
    @Name("io.highfence.ListSwap")
    @Label("List Swap")
    @Category("Highfence")
    @Description("Another edition of the lists took the place of the one before, or was not taken")
    @StackTrace(false)
    static final class Swapped extends Event {
        @Label("Taken")
        boolean taken;

        @Label("Digest of the Lists")
        @Nullable
        String listSet;

        @Label("Editions")
        int editions;
    }
}
