package io.highfence.chip;

/** The tiers of 3A090, from the lightest. Numbers and no enum, since they are stored for every chip and compared by weight. */
final class Tier {
    /** Nothing of 3A090. */
    static final int NONE = 0;

    /** Paragraph .b. */
    static final int B = 1;

    /** Paragraph .a, or the one entry of 2022. */
    static final int A = 2;

    private Tier() {}
}
