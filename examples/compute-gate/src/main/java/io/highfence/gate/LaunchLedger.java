package io.highfence.gate;

import io.highfence.ledger.Account;
import io.highfence.ledger.Ledger;
import io.highfence.ledger.OrderLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What launches were given, in a {@link Ledger}: a line of a launch is an order line, on the account of its tenant. */
final class LaunchLedger {
    private final Ledger ledger;

    LaunchLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What setting a launch aside did.
     *
     * @param now the lines that are set aside only now
     * @param other whether something else was set aside under its id, or it runs
     */
    record Reserved(List<OrderLine> now, boolean other) {}

    /** Sets aside what a launch asks for; all of it, or nothing if something else is there under its id. */
    Reserved reserve(Launch launch, LocalDate day) throws IOException {
        Account account = new Account(Account.Kind.TPP_TENANT, launch.tenant());
        List<OrderLine> now = new ArrayList<>();
        for (Launch.Ask ask : launch.asks()) {
            OrderLine line = new OrderLine(launch.id(), ask.line());
            try {
                Ledger.Outcome outcome = ledger.reserve(line, account, ask.tppMillionths(), day);
                if (outcome.changed()) {
                    now.add(line);
                } else if (outcome.state() == Ledger.State.COMMITTED && launch.moment() == Launch.Moment.LATER) {
                    release(now);
                    return new Reserved(List.of(), true);
                }
            } catch (Ledger.Refused e) {
                release(now);
                return new Reserved(List.of(), true);
            }
        }
        return new Reserved(now, false);
    }

    /** Frees what {@link #reserve} has set aside. */
    void release(List<OrderLine> lines) throws IOException {
        for (OrderLine line : lines) {
            ledger.cancel(line);
        }
    }

    /** Counts lines for good. */
    void commit(List<OrderLine> lines) throws IOException {
        for (OrderLine line : lines) {
            ledger.commit(line);
        }
    }

    /** Counts a launch for good; false if nothing is set aside for it. */
    boolean running(String id) {
        return each(id, (line, state) -> {
            if (state == Ledger.State.RESERVED) {
                ledger.commit(line);
            }
            return state == Ledger.State.RESERVED || state == Ledger.State.COMMITTED;
        });
    }

    /** Frees what a launch has set aside; false if that is nothing, or it runs. */
    boolean failed(String id) {
        return each(id, (line, state) -> {
            if (state == Ledger.State.RESERVED) {
                ledger.cancel(line);
            }
            return state == Ledger.State.RESERVED;
        });
    }

    /** Does something with one line of a launch. */
    @FunctionalInterface
    private interface Step {
        boolean take(OrderLine line, Ledger.State state) throws IOException;
    }

    private boolean each(String id, Step step) {
        if (!OrderLine.isId(id)) {
            return false;
        }
        boolean any = false;
        try {
            for (int number = 1; ; number++) {
                OrderLine line = new OrderLine(id, Launch.line(number));
                Ledger.State state = ledger.state(line);
                if (state == Ledger.State.NONE) {
                    return any;
                }
                any |= step.take(line, state);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
