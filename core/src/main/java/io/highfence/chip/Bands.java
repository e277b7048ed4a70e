package io.highfence.chip;

import java.util.SortedSet;

/**
 * A line of numbers from 0, cut into bands. A number finds its band by its leading bits: they name a stretch of the line no
 * longer than a 32nd of where it lies, within which there is rarely a cut to compare with. Immutable; asking allocates nothing.
 */
final class Bands {
    private static final int LEADING_BITS = 5;
    private static final int STRETCHES = (Long.SIZE - LEADING_BITS) << LEADING_BITS;

    /** Where each band but the first begins, and a last cut that nothing reaches. */
    private final long[] cuts;

    /** The band in which each stretch begins. */
    private final int[] firstBand = new int[STRETCHES];

    Bands(SortedSet<Long> from) {
        cuts = new long[from.size() + 1];
        int next = 0;
        for (long cut : from) {
            cuts[next++] = cut;
        }
        cuts[next] = Long.MAX_VALUE;
        for (int i = 0; i < next; i++) {
            for (int later = stretch(cuts[i]) + 1; later < STRETCHES; later++) {
                firstBand[later]++;
            }
        }
    }

    int count() {
        return cuts.length;
    }

    /** Where a band begins. */
    long start(int band) {
        return band == 0 ? 0 : cuts[band - 1];
    }

    /** The band of a number from 0 to below {@link Long#MAX_VALUE}: how many cuts it reaches. */
    int of(long number) {
        return of(number, stretch(number));
    }

    /** The same where the stretch of the number is known. */
    int of(long number, int stretch) {
        int band = firstBand[stretch];
        while (number >= cuts[band]) {
            band++;
        }
        return band;
    }

    /** The stretch of the line that a number lies in: the same on every line. */
    static int stretch(long number) {
        int shift = Math.max(Long.SIZE - 1 - LEADING_BITS - Long.numberOfLeadingZeros(number), 0);
        return (shift << LEADING_BITS) + (int) (number >>> shift);
    }
}
