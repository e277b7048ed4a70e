package io.highfence.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words and numbers of an address in their order: cut at what is neither letter nor digit, countries left out, a known place under
 * one name. Used again for each address, so that cutting allocates nothing once its characters have grown. Not safe for several
 * threads.
 */
final class AddressParts {
    /**
     * The most parts: as many as {@link AddressForm#MAX_CHARS} characters have with a sign between each two. Only characters that stand
     * for several words have more, the last of which are dropped.
     */
    static final int MAX_PARTS = AddressForm.MAX_CHARS / 2;

    /** What a part is. */
    enum Kind {
        NUMBER,
        STREET,
        STREET_BEFORE,
        MARKER,
        DIRECTION,
        AREA,
        GENERIC,
        DROP,
        PLACE,
        PLAIN
    }

    /** What a number numbers, the more telling first. */
    enum Role {
        UNIT,
        FLOOR,
        BUILDING,
        BOX,
        HOUSE,
        POSTCODE,
        /** A number in the name of a street. */
        NAME,
        /** A district, a phase, a section. */
        AREA
    }

    /** A word or a number. */
    static final class Part {
        int from;
        int to;
        Kind kind = Kind.PLAIN;
        Role role = Role.HOUSE;
        boolean ordinal;

        /** A comma or the like stands before it. */
        boolean apart;

        /** It stands in the name of a street. */
        boolean used;

        private Part() {}

        boolean isNumber() {
            return kind == Kind.NUMBER;
        }

        int length() {
            return to - from;
        }
    }

    private static final String[] NUMERALS = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};

    private static final WordMap ORDINALS = WordMap.of(Map.of(
            "first", 0, "second", 1, "third", 2, "fourth", 3, "fifth", 4, "sixth", 5, "seventh", 6, "eighth", 7,
            "ninth", 8, "tenth", 9));

    /** Between parts that stand apart. */
    private static final String SEPARATORS = ",;\n\r|()[]";

    /** The least letters of a country behind other words. */
    private static final int LEAST_COUNTRY = 4;

    private static final int MOST_WORDS_OF_COUNTRY = 3;

    private final Part[] parts = new Part[MAX_PARTS];
    private int count;

    /** What is written behind the last part that there may be. */
    private final Part dropped = new Part();

    /** The parts as they were cut, a blank behind each, so that neighbours can be read as one; names of places behind them. */
    private final Chars text = new Chars();

    private final Folding folding = new Folding();
    private final Chars address = new Chars(AddressForm.MAX_CHARS);
    private final Chars folded = new Chars();
    private final Words pieces = new Words();
    private final Chars scratch = new Chars();

    AddressParts() {
        for (int i = 0; i < MAX_PARTS; i++) {
            parts[i] = new Part();
        }
    }

    int count() {
        return count;
    }

    Part get(int i) {
        return parts[i];
    }

    /** Where the text of each part is found. */
    Chars text() {
        return text;
    }

    /** Whether there is such a part, and one before it from which nothing parts it. */
    boolean follows(int i) {
        return i > 0 && i < count && !parts[i].apart;
    }

    boolean is(int i, AddressWords words) {
        return words.has(text, parts[i].from, parts[i].to);
    }

    /** Writes a part as another word. */
    void rewrite(Part part, String word) {
        part.from = text.length();
        part.to = text.add(word).length();
        text.add(' ');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean hasDigit(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Behind the digits that a text begins with. */
    static int digitsTo(CharSequence text, int from, int to) {
        int end = from;
        while (end < to && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /**
     * Cuts an address.
     *
     * @param whole an address in one line, the end of which behind {@link AddressForm#MAX_CHARS} characters is not looked at
     */
    void cut(CharSequence whole) {
        count = 0;
        text.clear();
        address.clear().add(whole, 0, Math.min(whole.length(), AddressForm.MAX_CHARS));
        int from = 0;
        for (int i = 0; i <= address.length(); i++) {
            if (i == address.length() || SEPARATORS.indexOf(address.charAt(i)) >= 0) {
                cutSegment(from, i);
                from = i + 1;
            }
        }
        namePlaces();
    }

    private void cutSegment(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(address.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(address.charAt(to - 1))) {
            to--;
        }
        folded.clear();
        folding.fold(address, from, to, false, folded);
        if (!Places.isPlace(folded) && Places.isCountry(address, from, to, scratch)) {
            return;
        }
        int first = count;
        int chunk = 0;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            if (!isInChunk(c)) {
                cutChunk(chunk, i, count == first);
                chunk = i + Character.charCount(c);
            }
            i += Character.charCount(c);
        }
        cutChunk(chunk, folded.length(), count == first);
        dropCountry(first);
    }

    private static boolean isInChunk(int c) {
        return c == '/'
                || c == '-'
                || switch (Character.getType(c)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> Character.isLetter(c);
                };
    }

    /** A hyphen or a slash between numbers stays, any other cuts. */
    private void cutChunk(int from, int to, boolean apart) {
        pieces.clear();
        boolean slash = false;
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || folded.charAt(i) == '/' || folded.charAt(i) == '-') {
                slash |= i < to && folded.charAt(i) == '/';
                if (i > start) {
                    pieces.add(folded, start, i);
                }
                start = i + 1;
            }
        }
        int last = pieces.count() - 1;
        boolean floor = last > 0 && AddressWords.FLOOR.has(pieces.text(), pieces.from(last), pieces.to(last));
        int numbers = floor ? last : last + 1;
        if (!isNumber(numbers)) {
            for (int piece = 0; piece <= last; piece++) {
                addPiece(piece, apart && piece == 0);
            }
            return;
        }
        if (numbers == 1) {
            addPiece(0, apart);
        } else {
            // What stands between the pieces tells a range from a part; a slash is a part.
            addJoined(numbers, slash || floor ? '/' : '-', apart);
        }
        if (floor) {
            add(Kind.MARKER, "floor", 0, "floor".length(), false);
        }
    }

    /** Whether the first pieces are one number. */
    private boolean isNumber(int numbers) {
        for (int piece = 0; piece < numbers; piece++) {
            if (pieces.length(piece) > 2 && !hasDigit(pieces.text(), pieces.from(piece), pieces.to(piece))) {
                return false;
            }
        }
        return hasDigit(pieces.text(), 0, pieces.text().length());
    }

    private void addPiece(int piece, boolean apart) {
        Chars word = pieces.text();
        int from = pieces.from(piece);
        int to = pieces.to(piece);
        int spelled = ORDINALS.get(word, from, to);
        int ordinal = ordinalTo(word, from, to);
        if (spelled != WordMap.NONE) {
            add(Kind.NUMBER, NUMERALS[spelled], 0, NUMERALS[spelled].length(), apart).ordinal = true;
        } else if (ordinal < to) {
            add(Kind.NUMBER, word, from, ordinal, apart).ordinal = true;
        } else if (isGluedNumber(word, from, to)) {
            add(Kind.PLAIN, word, from, from + 2, apart);
            add(Kind.NUMBER, word, from + 2, to, false);
        } else if (AddressWords.TOWARD.has(word, from, to)) {
            String direction = AddressWords.TOWARD.usual(word, from, to);
            add(Kind.DIRECTION, direction, 0, direction.length(), apart);
            add(Kind.STREET, "street", 0, "street".length(), false);
        } else {
            add(hasDigit(word, from, to) ? Kind.NUMBER : Kind.PLAIN, word, from, to, apart);
        }
    }

    private void addJoined(int numbers, char between, boolean apart) {
        scratch.clear();
        for (int piece = 0; piece < numbers; piece++) {
            if (piece > 0) {
                scratch.add(between);
            }
            int from = pieces.from(piece);
            scratch.add(pieces.text(), from, ordinalTo(pieces.text(), from, pieces.to(piece)));
        }
        add(Kind.NUMBER, scratch, 0, scratch.length(), apart);
    }

    /** Behind the digits of a number such as {@code 12th}, or behind any other word. */
    private static int ordinalTo(Chars word, int from, int to) {
        int digits = digitsTo(word, from, to);
        boolean ordinal = digits > from
                && (word.regionIs(digits, to, "st")
                        || word.regionIs(digits, to, "nd")
                        || word.regionIs(digits, to, "rd")
                        || word.regionIs(digits, to, "th"));
        return ordinal ? digits : to;
    }

    /** {@code no12a} */
    private static boolean isGluedNumber(Chars word, int from, int to) {
        if (to - from < 3 || word.charAt(from) != 'n' || word.charAt(from + 1) != 'o') {
            return false;
        }
        int digits = digitsTo(word, from + 2, to);
        boolean letter = digits == to - 1 && word.charAt(digits) >= 'a' && word.charAt(digits) <= 'z';
        return digits > from + 2 && (digits == to || letter);
    }

    private Part add(Kind kind, CharSequence word, int from, int to, boolean apart) {
        if (count == MAX_PARTS) {
            return dropped;
        }
        Part part = parts[count++];
        part.from = text.length();
        part.to = text.add(word, from, to).length();
        text.add(' ');
        part.kind = kind;
        part.role = Role.HOUSE;
        part.ordinal = false;
        part.apart = apart;
        part.used = false;
        return part;
    }

    /** Leaves a country out that stands behind the other words of its segment, without a comma. */
    private void dropCountry(int segment) {
        for (int words = MOST_WORDS_OF_COUNTRY; words >= 1; words--) {
            int first = count - words;
            if (first <= segment) {
                continue;
            }
            int from = parts[first].from;
            int to = parts[count - 1].to;
            if (to - from >= LEAST_COUNTRY
                    && Places.name(text, from, to) == null
                    && Places.isCountry(text, from, to, scratch)) {
                count = first;
                return;
            }
        }
    }

    /** Puts one word for a known place, however it is written. */
    private void namePlaces() {
        int written = 0;
        for (int i = 0; i < count; written++) {
            int words = Math.min(Places.MOST_WORDS, count - i);
            String place = place(i, words);
            while (place == null && words > 1) {
                words--;
                place = place(i, words);
            }
            Part part = parts[i];
            parts[i] = parts[written];
            parts[written] = part;
            if (place != null) {
                part.kind = Kind.PLACE;
                rewrite(part, place);
            }
            i += words;
        }
        count = written;
    }

    private @Nullable String place(int from, int words) {
        for (int i = from; i < from + words; i++) {
            if (parts[i].kind != Kind.PLAIN || (i > from && parts[i].apart)) {
                return null;
            }
        }
        return Places.name(text, parts[from].from, parts[from + words - 1].to);
    }
}
