package io.highfence.benchmarks;

/** A classifier reduced to the question that all rivals answer: the tier of 3A090 after Note 2. */
interface ChipRival {
    /** No paragraph of 3A090. */
    int NONE = 0;

    /** 3A090.b. */
    int B = 1;

    /** 3A090.a. */
    int A = 2;

    /** The tier of a chip, {@link #NONE}, {@link #B} or {@link #A}. */
    int tier(ChipCase chip);
}
