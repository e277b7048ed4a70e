package io.highfence.checkout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** The day whose law and lists apply, which the shop says and never the customer. */
@Component
final class Today {
    /** The day of the demonstration; the bundled rules were read through a day after it. */
    static final LocalDate OF_THE_DEMO = LocalDate.of(2026, 9, 1);

    private final boolean demo;

    Today(CheckoutProperties properties) {
        demo = properties.isDemo();
    }

    /** The day of an order that is decided now. */
    LocalDate asOf(Instant now) {
        return demo ? OF_THE_DEMO : LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
