package io.highfence.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of one kind that order an address and do not tell where it is, each with the usual form of its row. Immutable, safe for
 * many threads; looking up allocates nothing.
 */
final class AddressWords {
    private static final List<List<String>> ROWS = Tables.rows(Tables.ADDRESS_WORDS);

    static final AddressWords STREET = new AddressWords("street");
    static final AddressWords STREET_BEFORE = new AddressWords("street-before");
    /** A type of street glued to a direction, the usual form of which is the direction. */
    static final AddressWords TOWARD = new AddressWords("street-toward");

    static final AddressWords DIRECTION = new AddressWords("direction");
    static final AddressWords UNIT = new AddressWords("unit");
    static final AddressWords FLOOR = new AddressWords("floor");
    static final AddressWords BUILDING = new AddressWords("building");
    static final AddressWords BOX = new AddressWords("box");
    static final AddressWords NUMBER = new AddressWords("number");
    static final AddressWords AREA = new AddressWords("area");
    static final AddressWords GENERIC = new AddressWords("generic");
    static final AddressWords DROP = new AddressWords("drop");

    private final List<String> usual = new ArrayList<>();
    private final WordMap rows;

    private AddressWords(String kind) {
        boolean toward = kind.equals("street-toward");
        Map<String, Integer> words = new HashMap<>();
        for (List<String> row : ROWS) {
            if (row.get(0).equals(kind)) {
                for (String word : row.subList(1, toward ? 2 : row.size())) {
                    words.put(word, usual.size());
                }
                usual.add(row.get(toward ? 2 : 1));
            }
        }
        rows = WordMap.of(words);
    }

    boolean has(CharSequence text, int from, int to) {
        return rows.has(text, from, to);
    }

    /** The usual form of a word that is of this kind. */
    String usual(CharSequence text, int from, int to) {
        return usual.get(rows.get(text, from, to));
    }
}
