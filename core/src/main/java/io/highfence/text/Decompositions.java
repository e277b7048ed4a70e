package io.highfence.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What compatibility decomposition (NFKD of the Unicode Standard, annex 15) makes of a character, syllables of Hangul aside. The
 * table belongs to the engine, so that a name reads the same on every Java version. Immutable; looking up allocates nothing.
 */
final class Decompositions {
    private static final int PAGE_BITS = 8;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final String[][] PAGES = new String[(Character.MAX_CODE_POINT + 1) >> PAGE_BITS][];
    private static final String[] EMPTY = new String[PAGE];

    static {
        for (List<String> row : Tables.rows(Tables.DECOMPOSITIONS)) {
            int c = row.get(0).codePointAt(0);
            int page = c >> PAGE_BITS;
            if (PAGES[page] == null) {
                PAGES[page] = new String[PAGE];
            }
            // A decomposition may hold the bar that stands between cells.
            PAGES[page][c & (PAGE - 1)] = String.join("|", row.subList(1, row.size()));
        }
        for (int page = 0; page < PAGES.length; page++) {
            if (PAGES[page] == null) {
                PAGES[page] = EMPTY;
            }
        }
    }

    private Decompositions() {}

    /** The decomposition of a character, or null where it is its own. */
    static @Nullable String of(int c) {
        return PAGES[c >> PAGE_BITS][c & (PAGE - 1)];
    }
}
