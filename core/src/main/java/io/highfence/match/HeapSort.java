package io.highfence.match;

/** Sorts by heap: in place, without any room of its own, and without a bad case. Equal items end in no certain order. */
final class HeapSort {
    private HeapSort() {}

    /** Items that are known by their places. */
    interface Items {
        /** Whether one item belongs before another. */
        boolean isBefore(int a, int b);

        void swap(int a, int b);
    }

    /** Sorts the items from one place to another. */
    static void sort(Items items, int from, int to) {
        int count = to - from;
        for (int i = count / 2 - 1; i >= 0; i--) {
            sink(items, from, i, count);
        }
        for (int end = count - 1; end > 0; end--) {
            items.swap(from, from + end);
            sink(items, from, 0, end);
        }
    }

    private static void sink(Items items, int from, int start, int end) {
        int at = start;
        while (2 * at + 1 < end) {
            int child = 2 * at + 1;
            if (child + 1 < end && items.isBefore(from + child, from + child + 1)) {
                child++;
            }
            if (!items.isBefore(from + at, from + child)) {
                return;
            }
            items.swap(from + at, from + child);
            at = child;
        }
    }
}
