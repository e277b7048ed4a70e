package io.highfence.gate;

import java.util.List;

/**
 * What a tenant wants to start.
 *
 * @param id names the launch for good
 * @param trusted whether the id was given by who asks and not by the tenant: who asks twice under it asks for one launch. A tenant who
 *     does so would launch twice and be counted once
 * @param tenant the tenant's id in the file of tenants
 * @param asks what is asked for, each line under an id of its own
 * @param moment when it starts
 */
record Launch(String id, boolean trusted, String tenant, List<Ask> asks, Moment moment) {
    /** No launch is larger; a number beyond it is a mistake or an attack. */
    static final long MOST = 1_000_000;

    /** When a launch starts. */
    enum Moment {
        /** Later, or never: it is set aside until somebody says that it runs, or that it failed. */
        LATER,
        /** With the answer: something that runs becomes larger. */
        AT_ONCE,
        /** Never: somebody only asks. */
        DRY_RUN
    }

    /**
     * A number of accelerators of one kind.
     *
     * @param line the line's id within the launch
     * @param accelerator the kind
     * @param count how many, from 1 to {@link #MOST}
     */
    record Ask(String line, Accelerators.Accelerator accelerator, long count) {
        /** The total processing performance asked for, in millionths. */
        long tppMillionths() {
            return Math.multiplyExact(accelerator.tppMillionths(), count);
        }
    }

    Launch {
        asks = List.copyOf(asks);
    }

    /** The total processing performance of all that is asked for, in millionths. */
    long tppMillionths() {
        long sum = 0;
        for (Ask ask : asks) {
            sum = Math.addExact(sum, ask.tppMillionths());
        }
        return sum;
    }

    /** The line of a launch, counted from 1. */
    static String line(int number) {
        return Integer.toString(number);
    }
}
