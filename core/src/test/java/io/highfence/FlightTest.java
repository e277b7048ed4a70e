package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of the flight recorder: nothing where nobody records, and nothing of a person where somebody does. */
class FlightTest {
    private static final String CUSTOMER = "Technische Universit\u00e4t M\u00fcnchen";

    @TempDir
    Path folder;

    @Test
    void isFreeUntilSomebodyRecordsAndThenSaysNothingOfAPerson() throws Exception {
        Decision decision = Orders.decide(Orders.clean().build());
        // Another test of this process may have begun a recording.
        if (!FlightRecorder.isInitialized()) {
            assertEquals(0, bytesOfThousand(decision));
            assertFalse(FlightRecorder.isInitialized(), "looking starts no recorder");
        }
        List<RecordedEvent> events = recorded();
        List<RecordedEvent> decided = of("io.highfence.Decision", events);
        assertEquals(2, decided.size());
        RecordedEvent clear = decided.get(0);
        assertEquals("CLEAR", clear.getString("verdict"));
        assertNull(clear.getString("holdKind"));
        assertEquals(3, clear.getInt("parties"));
        assertEquals(1, clear.getInt("lines"));
        assertEquals(0, clear.getInt("missing"));
        assertEquals(0, clear.getInt("unfinished"));
        assertFalse(clear.getBoolean("truncated"));
        assertTrue(clear.getDuration().toNanos() > 0);
        RecordedEvent held = decided.get(1);
        assertEquals("HOLD", held.getString("verdict"));
        assertEquals("RED_FLAG", held.getString("holdKind"));
        assertTrue(held.getInt("reasons") > 0);

        List<RecordedEvent> swapped = of("io.highfence.ListSwap", events);
        assertEquals(2, swapped.size());
        assertTrue(swapped.get(0).getBoolean("taken"));
        assertEquals(Orders.SAMPLE.list().digest().hex(), swapped.get(0).getString("listSet"));
        assertFalse(swapped.get(1).getBoolean("taken"));
        assertNull(swapped.get(1).getString("listSet"));

        assertEquals(
                Set.of(
                        "verdict",
                        "holdKind",
                        "parties",
                        "lines",
                        "matches",
                        "reasons",
                        "missing",
                        "unfinished",
                        "truncated"),
                fields(clear));
        assertEquals(Set.of("taken", "listSet", "editions"), fields(swapped.get(0)));
        for (RecordedEvent event : events) {
            assertFalse(event.toString().contains(CUSTOMER), event::toString);
        }
    }

    private static long bytesOfThousand(Decision decision) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1000; i++) {
                Flight.end(Flight.decision(), decision);
                Flight.end(Flight.swap(), Orders.SAMPLE);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private List<RecordedEvent> recorded() throws IOException {
        Path file = folder.resolve("test.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("io.highfence.Decision").withThreshold(java.time.Duration.ZERO);
            recording.enable("io.highfence.ListSwap").withThreshold(java.time.Duration.ZERO);
            recording.start();
            Orders.decide(Orders.clean().build());
            Orders.decide(Orders.clean().redFlag("red-flag-1").build());
            LiveLists lists = new LiveLists(Orders.SAMPLE);
            lists.swap(Orders.SAMPLE);
            Path damaged = Files.writeString(folder.resolve("damaged.index"), "no index");
            assertFalse(lists.swap(damaged));
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file);
    }

    private static List<RecordedEvent> of(String name, List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .sorted(java.util.Comparator.comparing(RecordedEvent::getStartTime))
                .toList();
    }

    private static Set<String> fields(RecordedEvent event) {
        Set<String> names =
                event.getFields().stream().map(ValueDescriptor::getName).collect(Collectors.toCollection(TreeSet::new));
        names.removeAll(Set.of("startTime", "duration", "eventThread", "stackTrace"));
        return names;
    }
}
