package io.highfence.ownership;

import io.highfence.base.DateRange;

/** Stakes as columns, those of each holder and those in each party found by a table of starts. Never changed once made. */
final class Edges {
    final int[] holder;
    final int[] owned;

    /** Millionths of a percent. */
    final long[] least;

    final long[] most;
    final boolean[] known;
    final boolean[] control;
    final DateRange[] during;

    /** The stakes of party {@code p} are {@code out[outStart[p]]} up to, without, {@code out[outStart[p + 1]]}. */
    final int[] outStart;

    final int[] out;

    /** The stakes in a party, likewise. */
    final int[] inStart;

    final int[] in;

    Edges(
            int parties,
            int[] holder,
            int[] owned,
            long[] least,
            long[] most,
            boolean[] known,
            boolean[] control,
            DateRange[] during) {
        this.holder = holder;
        this.owned = owned;
        this.least = least;
        this.most = most;
        this.known = known;
        this.control = control;
        this.during = during;
        outStart = starts(holder, parties);
        out = byStart(holder, outStart);
        inStart = starts(owned, parties);
        in = byStart(owned, inStart);
    }

    private static int[] starts(int[] ends, int parties) {
        int[] starts = new int[parties + 1];
        for (int end : ends) {
            starts[end + 1]++;
        }
        for (int i = 0; i < parties; i++) {
            starts[i + 1] += starts[i];
        }
        return starts;
    }

    private static int[] byStart(int[] ends, int[] starts) {
        int[] next = starts.clone();
        int[] order = new int[ends.length];
        for (int edge = 0; edge < ends.length; edge++) {
            order[next[ends[edge]]++] = edge;
        }
        return order;
    }

    int size() {
        return holder.length;
    }
}
