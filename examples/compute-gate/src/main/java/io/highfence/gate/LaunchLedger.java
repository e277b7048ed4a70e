package io.highfence.gate;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What launches have been given, by tenant. Safe for many threads. */
final class LaunchLedger {
    private final long capMillionths;
    private final Map<String, Kept> byLaunch = new HashMap<>();
    private final Map<String, Long> byTenant = new HashMap<>();

    /** What was set aside for a launch. */
    private record Kept(Launch launch, long tppMillionths, boolean runs) {}

    /** What became of a wish to set something aside. */
    enum Reserved {
        /** It is set aside. */
        NOW,
        /** It was before, and was not said to run. */
        BEFORE,
        /** Something else was set aside under the same id, or it runs. */
        OTHERWISE
    }

    LaunchLedger(long capMillionths) {
        this.capMillionths = capMillionths;
    }

    synchronized Reserved reserve(Launch launch) {
        String key = key(launch);
        Kept kept = byLaunch.get(key);
        if (kept != null) {
            return kept.launch().equals(launch) && !kept.runs() ? Reserved.BEFORE : Reserved.OTHERWISE;
        }
        long tpp = launch.tppMillionths();
        byTenant.merge(launch.tenant(), tpp, Math::addExact);
        byLaunch.put(key, new Kept(launch, tpp, false));
        return Reserved.NOW;
    }

    private static String key(Launch launch) {
        return launch.moment() == Launch.Moment.AT_ONCE ? launch.id() + "/" + launch.asks() : launch.id();
    }

    synchronized void release(Launch launch) {
        Kept kept = byLaunch.remove(key(launch));
        if (kept != null) {
            byTenant.merge(launch.tenant(), -kept.tppMillionths(), Math::addExact);
        }
    }

    /** What a tenant may still run with a launch, which is negative if the launch is too large; null without a cap. */
    synchronized Answer.@Nullable Room room(Launch launch) {
        if (capMillionths < 0) {
            return null;
        }
        long used = byTenant.getOrDefault(launch.tenant(), 0L);
        long own = byLaunch.containsKey(key(launch)) ? 0 : launch.tppMillionths();
        return new Answer.Room(capMillionths, capMillionths - used - own);
    }

    synchronized boolean running(String id) {
        Kept kept = byLaunch.get(id);
        if (kept == null) {
            return false;
        }
        byLaunch.put(id, new Kept(kept.launch(), kept.tppMillionths(), true));
        return true;
    }

    synchronized boolean failed(String id) {
        Kept kept = byLaunch.get(id);
        if (kept == null || kept.runs()) {
            return false;
        }
        release(kept.launch());
        return true;
    }
}
