package io.highfence.text;

/**
 * The least number of insertions, deletions, substitutions and swaps of neighbours that turn one word into another
 * (optimal string alignment: no part is edited twice).
 *
 * <p>Holds its own rows, so that calls allocate nothing once the rows have grown. Not safe for several threads.
 */
public final class EditDistance {
    private int[] beforeLast = new int[64];
    private int[] last = new int[64];
    private int[] row = new int[64];

    /** A calculator with short rows. */
    public EditDistance() {}

    /**
     * The distance, as far as it matters.
     *
     * @param a a word
     * @param b another word
     * @param limit the greatest distance of interest, not negative
     * @return the distance, or {@code limit + 1} if it is greater than the limit
     */
    public int within(CharSequence a, CharSequence b, int limit) {
        int n = a.length();
        int m = b.length();
        if (Math.abs(n - m) > limit) {
            return limit + 1;
        }
        if (row.length <= m) {
            beforeLast = new int[2 * m];
            last = new int[2 * m];
            row = new int[2 * m];
        }
        for (int j = 0; j <= m; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            row[0] = i;
            int least = i;
            char left = a.charAt(i - 1);
            for (int j = 1; j <= m; j++) {
                char right = b.charAt(j - 1);
                int cost = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (left == right ? 0 : 1));
                if (i > 1 && j > 1 && left == b.charAt(j - 2) && a.charAt(i - 2) == right) {
                    cost = Math.min(cost, beforeLast[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            // A swap reaches back two rows, so both must be beyond the limit; one more row shows it.
            if (least > limit + 1) {
                return limit + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return Math.min(last[m], limit + 1);
    }
}
