package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reading, keeping, loading and comparing addresses: not one byte on the calling thread, after one address of each kind. */
class AddressAllocationTest {
    private static final long SEED = 20261129;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final AddressReader reader = new AddressReader();
    private final AddressForm asked = new AddressForm();
    private final AddressForm read = new AddressForm();
    private final AddressForm listed = new AddressForm();
    private final Chars image = new Chars();
    private int agreeing;

    /** Each address beside the one before it and beside itself. */
    private long work(List<String> addresses) {
        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        long own = threads.getThreadAllocatedBytes(self) - before;
        before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < addresses.size(); i++) {
            reader.read(addresses.get(i), asked);
            compare();
            reader.read(addresses.get(i), read);
            image.clear().add(read.canonical());
            listed.load(image, 0, image.length());
            compare();
        }
        return threads.getThreadAllocatedBytes(self) - before - own;
    }

    private void compare() {
        agreeing += asked.compare(listed) == AddressForm.Likeness.AGREES ? 1 : 0;
        agreeing += listed.finds(asked) ? 1 : 0;
        for (int i = 0; i < asked.numberCount(); i++) {
            agreeing += asked.numberTo(i) - asked.numberFrom(i) > 100 ? 1 : 0;
        }
    }

    @Test
    @Tag("allocation")
    void addressesAllocateNothing() {
        List<String> kinds = new ArrayList<>(MadeAddresses.HOSTILE);
        kinds.addAll(MadeAddresses.cases());
        work(kinds);
        MadeAddresses made = new MadeAddresses(new Random(SEED));
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            addresses.add(made.address());
        }
        agreeing = 0;
        assertEquals(0, work(addresses), "bytes over " + addresses.size() + " addresses, seed " + SEED);
        assertTrue(agreeing > 1_000);
    }
}
