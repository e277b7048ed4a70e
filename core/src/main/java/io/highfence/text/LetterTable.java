package io.highfence.text;

import org.jspecify.annotations.Nullable;

/** Letters and what is written for them. Immutable; looking up allocates nothing. */
final class LetterTable {
    private final String[] letters;

    /** Pairs such as {@code ß=ss}, with commas between them; what stands behind the sign may be empty. */
    LetterTable(String pairs) {
        String[] rows = pairs.split(",", -1);
        int last = 0;
        for (String row : rows) {
            last = Math.max(last, row.charAt(0));
        }
        letters = new String[last + 1];
        for (String row : rows) {
            letters[row.charAt(0)] = row.substring(row.indexOf('=', 1) + 1);
        }
    }

    @Nullable
    String get(int c) {
        return c < letters.length ? letters[c] : null;
    }

    boolean has(int c) {
        return get(c) != null;
    }
}
