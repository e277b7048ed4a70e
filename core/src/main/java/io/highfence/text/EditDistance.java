package io.highfence.text;

/**
 * The least number of insertions, deletions, substitutions and swaps of neighbours that turn one word into another
 * (optimal string alignment: no part is edited twice).
 *
 * <p>A word of up to 64 letters is compared by its bits, a column of the table in a few steps (H. Hyyrö, A Bit-Vector Algorithm for
 * Computing Levenshtein and Damerau Edit Distances, 2003); a longer one a cell at a time. Holds its own room, so that calls
 * allocate nothing once it has grown. Not safe for several threads.
 */
public final class EditDistance {
    private static final int BITS = Long.SIZE;
    private static final int DIRECT = 128;
    private static final int ROOM = 1024;

    private final Chars pattern = new Chars();

    /** For each letter its places in the word: below 128 by number, the others one by one. */
    private final long[] places = new long[DIRECT];

    /** How often the word has each letter, once that is asked for; else none. */
    private final int[] counts = new int[DIRECT];

    private boolean isCounted;

    private final char[] others = new char[BITS];
    private final long[] otherPlaces = new long[BITS];
    private int countOfOthers;

    private int[] beforeLast = new int[ROOM];
    private int[] last = new int[ROOM];
    private int[] row = new int[ROOM];

    /** Without a word yet. */
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
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        from(a, 0, a.length());
        return to(b, 0, b.length(), limit);
    }

    /**
     * Takes the word that others are compared with by {@link #to}.
     *
     * @param text a text that holds the word
     * @param from where it begins
     * @param to behind its end
     */
    public void from(CharSequence text, int from, int to) {
        if (pattern.length() > 0 && pattern.regionIs(0, pattern.length(), text, from, to)) {
            return;
        }
        for (int i = 0; i < Math.min(pattern.length(), BITS); i++) {
            char c = pattern.charAt(i);
            if (c < DIRECT) {
                places[c] = 0;
            }
        }
        countOfOthers = 0;
        if (isCounted) {
            countLetters(-1);
            isCounted = false;
        }
        pattern.clear().add(text, from, to);
        for (int i = 0; i < Math.min(pattern.length(), BITS); i++) {
            char c = pattern.charAt(i);
            if (c < DIRECT) {
                places[c] |= 1L << i;
            } else {
                int at = other(c);
                if (at == countOfOthers) {
                    others[at] = c;
                    otherPlaces[at] = 0;
                    countOfOthers++;
                }
                otherPlaces[at] |= 1L << i;
            }
        }
    }

    /** Counts the letters of the word, or takes its counts back. */
    private void countLetters(int by) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c < DIRECT) {
                counts[c] += by;
            }
        }
    }

    private int other(char c) {
        int at = 0;
        while (at < countOfOthers && others[at] != c) {
            at++;
        }
        return at;
    }

    private long places(char c) {
        if (c < DIRECT) {
            return places[c];
        }
        int at = other(c);
        return at < countOfOthers ? otherPlaces[at] : 0;
    }

    /**
     * The distance of the word that {@link #from} took, as far as it matters.
     *
     * @param text a text that holds another word
     * @param from where it begins
     * @param to behind its end
     * @param limit the greatest distance of interest, not negative
     * @return the distance, or {@code limit + 1} if it is greater than the limit
     */
    public int to(CharSequence text, int from, int to, int limit) {
        int n = pattern.length();
        int m = to - from;
        if (Math.abs(n - m) > limit) {
            return limit + 1;
        }
        if (n > BITS) {
            return byCells(text, from, m, limit);
        }
        if (n == 0) {
            return m;
        }
        long top = 1L << (n - 1);
        long plus = -1L;
        long minus = 0;
        long equalBefore = 0;
        long diagonal = 0;
        int edits = n;
        for (int i = from; i < to; i++) {
            long equal = places(text.charAt(i));
            // Bits: where the diagonal below does not rise. A swap needs this letter one place before and the letter
            // before here.
            long swapped = ((~diagonal & equal) << 1) & equalBefore;
            diagonal = (((equal & plus) + plus) ^ plus) | equal | minus | swapped;
            long risen = minus | ~(diagonal | plus);
            long fallen = diagonal & plus;
            edits += (risen & top) != 0 ? 1 : (fallen & top) != 0 ? -1 : 0;
            // The letters that are left can mend one edit each.
            if (edits - (to - i - 1) > limit) {
                return limit + 1;
            }
            risen = (risen << 1) | 1;
            fallen <<= 1;
            plus = fallen | ~(diagonal | risen);
            minus = risen & diagonal;
            equalBefore = equal;
        }
        return Math.min(edits, limit + 1);
    }

    /**
     * Whether the letters of another word, wherever they stand, let it be so near: an edit changes one at most. Letters from 128 on are
     * taken as shared. A first look where most words are far, in less time than {@link #to} takes.
     *
     * @param text a text that holds another word
     * @param from where it begins
     * @param to behind its end
     * @param limit the greatest distance of interest, not negative
     * @return false if the distance is greater
     */
    public boolean mayBeWithin(CharSequence text, int from, int to, int limit) {
        if (!isCounted) {
            countLetters(1);
            isCounted = true;
        }
        int most = limit - Math.max(pattern.length() - (to - from), 0);
        int missing = 0;
        int end = from;
        while (end < to && missing <= most) {
            char c = text.charAt(end++);
            missing += c < DIRECT && --counts[c] < 0 ? 1 : 0;
        }
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c < DIRECT) {
                counts[c]++;
            }
        }
        return missing <= most;
    }

    /**
     * A cell at a time, of which those further from the diagonal than the limit are beyond it. Equal letters at both ends need no edit in
     * some best way.
     */
    private int byCells(CharSequence text, int from, int length, int limit) {
        int shorter = Math.min(pattern.length(), length);
        int before = 0;
        while (before < shorter && pattern.charAt(before) == text.charAt(from + before)) {
            before++;
        }
        int n = pattern.length() - before;
        int m = length - before;
        while (n > 0 && m > 0 && pattern.charAt(before + n - 1) == text.charAt(from + before + m - 1)) {
            n--;
            m--;
        }
        return byCells(before, n, text, from + before, m, limit);
    }

    private int byCells(int patternFrom, int n, CharSequence text, int from, int m, int limit) {
        if (row.length <= m + 1) {
            beforeLast = new int[2 * m + 2];
            last = new int[2 * m + 2];
            row = new int[2 * m + 2];
        }
        int beyond = limit + 1;
        for (int j = 0; j <= Math.min(m, limit); j++) {
            last[j] = j;
        }
        last[Math.min(m, limit) + 1] = beyond;
        for (int i = 1; i <= n; i++) {
            int lowest = Math.max(1, i - limit);
            int highest = Math.min(m, i + limit);
            row[lowest - 1] = lowest == 1 ? i : beyond;
            int least = row[lowest - 1];
            char left = pattern.charAt(patternFrom + i - 1);
            char beforeLeft = i > 1 ? pattern.charAt(patternFrom + i - 2) : 0;
            for (int j = lowest; j <= highest; j++) {
                char right = text.charAt(from + j - 1);
                int cost = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (left == right ? 0 : 1));
                if (i > 1 && j > 1 && beforeLeft == right && left == text.charAt(from + j - 2)) {
                    cost = Math.min(cost, beforeLast[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            row[highest + 1] = beyond;
            // A swap reaches back two rows, so both must be beyond the limit; one more row shows it.
            if (least > beyond) {
                return beyond;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return Math.min(last[m], beyond);
    }

    /**
     * Whether no more than a few edits turn one word into another. Tries them one by one and needs no room, so that several threads may
     * call it; for a limit of one or two that takes hardly longer than to look at the letters.
     */
    static boolean isWithin(Chars a, int aFrom, int aTo, Chars b, int bFrom, int bTo, int limit) {
        int i = aFrom;
        int j = bFrom;
        // Equal letters at the front need no edit in some best way, and so wait for none.
        while (i < aTo && j < bTo && a.charAt(i) == b.charAt(j)) {
            i++;
            j++;
        }
        int longer = Math.max(aTo - i, bTo - j);
        if (longer <= limit) {
            return true;
        }
        if (limit == 0 || Math.abs((aTo - i) - (bTo - j)) > limit) {
            return false;
        }
        boolean both = i < aTo && j < bTo;
        boolean swap = i + 1 < aTo && j + 1 < bTo && a.charAt(i) == b.charAt(j + 1) && a.charAt(i + 1) == b.charAt(j);
        return (both && isWithin(a, i + 1, aTo, b, j + 1, bTo, limit - 1))
                || (i < aTo && isWithin(a, i + 1, aTo, b, j, bTo, limit - 1))
                || (j < bTo && isWithin(a, i, aTo, b, j + 1, bTo, limit - 1))
                || (swap && isWithin(a, i + 2, aTo, b, j + 2, bTo, limit - 1));
    }
}
