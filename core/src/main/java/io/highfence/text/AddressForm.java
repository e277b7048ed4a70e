package io.highfence.text;

import java.util.Arrays;

/**
 * An address in canonical form: the names of its streets, its telling words, and its numbers by what they number.
 *
 * <p>Numbers are identities: they are equal or they differ. Words are compared by spelling, places by the table of places. The
 * country is no part of it, as it is evidence of its own and people write it in other words, or nowhere.
 *
 * <p>The canonical form is a text: items one behind the other, each a capital that says what it is and its word or number in folded
 * signs, among which there are no capitals. So a form is kept as a text and {@linkplain #load loaded} from it again. Filling a form
 * and comparing forms allocates nothing once they have grown. Safe for many threads while nobody fills it.
 */
public final class AddressForm {
    /** The longest address that is read, in characters; the end of a longer one is not looked at. */
    public static final int MAX_CHARS = 500;

    /** How two addresses stand to each other. */
    public enum Likeness {
        /** The same building, as far as both say; no room or floor contradicts. */
        AGREES,
        /** Both are precise, and they are different buildings. */
        DIFFERS,
        /** One of them is too vague to tell, or it is in doubt. */
        UNKNOWN
    }

    /** A street, by its name run together; the words of the name and its directions follow it. */
    static final char STREET = 'S';

    /** A street of which it is certain where its name begins. */
    static final char BOUNDED_STREET = 'T';

    static final char NAME = 'N';
    static final char PLACE_IN_NAME = 'M';
    static final char DIRECTION = 'D';
    static final char WORD = 'W';
    static final char PLACE = 'L';
    static final char UNIT = 'U';
    static final char FLOOR = 'F';
    static final char BUILDING = 'B';
    static final char BOX = 'X';
    static final char HOUSE = 'H';
    static final char POSTCODE = 'P';

    /** The least letters of a word that tells a place. */
    static final int TELLING = 3;

    private final Chars canonical = new Chars(64);
    private int[] ends = new int[16];
    private int count;

    /** The items by which an address is found, each number once. */
    private int[] numbers = new int[ends.length];

    private int numberCount;

    /** An empty form. */
    public AddressForm() {}

    AddressForm clear() {
        canonical.clear();
        count = 0;
        numberCount = 0;
        return this;
    }

    void add(char kind, CharSequence text, int from, int to) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        ends[count] = canonical.add(kind).add(text, from, to).length();
        count++;
        if ((kind == HOUSE || kind == BUILDING || kind == UNIT) && !isNumber(count - 1)) {
            numbers[numberCount++] = count - 1;
        }
    }

    private boolean isNumber(int item) {
        for (int i = 0; i < numberCount; i++) {
            if (same(numbers[i], this, item)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Fills this form with one that was kept.
     *
     * @param text a text that holds the {@link #canonical} form of an address
     * @param start where it begins
     * @param end behind its end
     */
    public void load(CharSequence text, int start, int end) {
        clear();
        for (int from = start; from < end; ) {
            int to = from + 1;
            while (to < end && !isKind(text.charAt(to))) {
                to++;
            }
            add(text.charAt(from), text, from + 1, to);
            from = to;
        }
    }

    private static boolean isKind(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /**
     * The whole form as a text, from which it can be {@linkplain #load loaded}.
     *
     * @return a text that changes when the form is filled anew
     */
    public Chars canonical() {
        return canonical;
    }

    /**
     * How many numbers there are by which an address is found: of houses, buildings and rooms, each once. No two addresses that
     * {@linkplain #finds find} each other have none of them in common.
     *
     * @return their number
     */
    public int numberCount() {
        return numberCount;
    }

    /**
     * Where a number begins in {@link #canonical}.
     *
     * @param number from 0 to {@link #numberCount} less 1
     * @return the place of its first sign
     */
    public int numberFrom(int number) {
        return from(numbers[number]);
    }

    /**
     * Where a number ends in {@link #canonical}.
     *
     * @param number from 0 to {@link #numberCount} less 1
     * @return the place behind its last sign
     */
    public int numberTo(int number) {
        return ends[numbers[number]];
    }

    /**
     * How this address stands to another one.
     *
     * @param other the other address
     * @return whether they agree
     */
    public Likeness compare(AddressForm other) {
        if (finds(other) || sameBox(other)) {
            return Likeness.AGREES;
        }
        if (!isPrecise() || !other.isPrecise()) {
            return Likeness.UNKNOWN;
        }
        boolean turned = sameStreet(other, false) && !sameStreet(other, true);
        boolean houses = !hasHouseOf(other) && !other.hasHouseOf(this);
        return houses || turned || placesDiffer(other) ? Likeness.DIFFERS : Likeness.UNKNOWN;
    }

    /**
     * Whether the two addresses are of one building beyond doubt, so that one finds the other under any name.
     *
     * @param other the other address
     * @return true if they agree and both name the building
     */
    public boolean finds(AddressForm other) {
        if (contradicts(other, UNIT)
                || contradicts(other, FLOOR)
                || contradicts(other, BUILDING)
                || placesDiffer(other)) {
            return false;
        }
        char mine = houses();
        char others = other.houses();
        boolean houses =
                has(mine) && other.has(others) && (hasAll(mine, other, others) || other.hasAll(others, this, mine));
        if (houses && sameStreet(other, true)) {
            return true;
        }
        if (has(HOUSE) && other.has(HOUSE)) {
            return false;
        }
        boolean numbered = shares(UNIT, other, UNIT) || shares(BUILDING, other, BUILDING);
        return numbered && (isWithin(other) || other.isWithin(this));
    }

    /** The numbers of houses; in {@code Furkasovskiy Lane, building 6} the building is the house. */
    private char houses() {
        return has(HOUSE) ? HOUSE : BUILDING;
    }

    private boolean hasHouseOf(AddressForm other) {
        return shares(HOUSE, other, HOUSE) || shares(BUILDING, other, HOUSE);
    }

    private boolean isPrecise() {
        return has(HOUSE) && (has(STREET) || has(BOUNDED_STREET)) && (has(WORD) || has(PLACE));
    }

    private boolean contradicts(AddressForm other, char kind) {
        return has(kind) && other.has(kind) && !shares(kind, other, kind);
    }

    /** Both name known places, and none of them is the same. */
    private boolean placesDiffer(AddressForm other) {
        return contradicts(other, PLACE);
    }

    /** A box in a post office is shared by many and is no building; it is evidence and finds nobody. */
    private boolean sameBox(AddressForm other) {
        return shares(BOX, other, BOX)
                && (!has(HOUSE) || shares(HOUSE, other, HOUSE))
                && !placesDiffer(other)
                && samePlace(other, this, count);
    }

    /** Whether every telling word of this address stands in another one, and there are two at least. */
    private boolean isWithin(AddressForm other) {
        int telling = -1;
        boolean two = false;
        for (int i = 0; i < count; i++) {
            if (isWord(i)) {
                if (!other.hasWord(this, i)) {
                    return false;
                }
                if (length(i) > TELLING) {
                    two |= telling >= 0 && !same(telling, this, i);
                    telling = i;
                }
            }
        }
        return two;
    }

    /** Whether a street is the same, and with it a place or the postcode. */
    private boolean sameStreet(AddressForm other, boolean withDirection) {
        for (int mine = 0; mine < count; mine++) {
            if (!isStreet(mine)) {
                continue;
            }
            boolean inOther = isNameIn(mine, other);
            if (inOther && !samePlace(other, this, mine)) {
                continue;
            }
            for (int theirs = 0; theirs < other.count; theirs++) {
                if (!other.isStreet(theirs) || (withDirection && isTurned(mine, other, theirs))) {
                    continue;
                }
                boolean bounded = is(mine, BOUNDED_STREET) && other.is(theirs, BOUNDED_STREET);
                boolean same =
                        bounded ? inOther && other.isNameIn(theirs, this) : inOther || other.isNameIn(theirs, this);
                if ((same || isGluedNear(mine, other, theirs)) && (inOther || samePlace(other, other, theirs))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether all words in the name of a street stand in another address. */
    private boolean isNameIn(int street, AddressForm other) {
        for (int i = street + 1; isOfStreet(i); i++) {
            if (!is(i, DIRECTION) && !other.hasWord(this, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether both streets have directions, and none is the same. */
    private boolean isTurned(int street, AddressForm other, int theirs) {
        boolean turned = false;
        for (int i = street + 1; isOfStreet(i); i++) {
            for (int j = theirs + 1; is(i, DIRECTION) && other.isOfStreet(j); j++) {
                if (other.is(j, DIRECTION)) {
                    if (same(i, other, j)) {
                        return false;
                    }
                    turned = true;
                }
            }
        }
        return turned;
    }

    /** Whether they share the postcode or a word beside the name of a street, which is one of {@code named}. */
    private boolean samePlace(AddressForm other, AddressForm named, int street) {
        if (shares(POSTCODE, other, POSTCODE)) {
            return true;
        }
        for (int i = 0; i < count; i++) {
            if (isBesideName(i) && !named.hasInName(street, this, i)) {
                for (int j = 0; j < other.count; j++) {
                    if (other.isBesideName(j) && isSamePlace(i, other, j)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean hasInName(int street, AddressForm other, int word) {
        for (int i = street + 1; isOfStreet(i); i++) {
            if (!is(i, DIRECTION) && other.isSameWord(word, this, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasWord(AddressForm other, int word) {
        for (int i = 0; i < count; i++) {
            if (isWord(i) && other.isSameWord(word, this, i)) {
                return true;
            }
        }
        return false;
    }

    /** Words of streets: one edit from five letters, two from eight; a number and a known place is itself alone. */
    private boolean isSameWord(int item, AddressForm other, int theirs) {
        boolean place = is(item, PLACE) || is(item, PLACE_IN_NAME);
        return place ? same(item, other, theirs) : isNear(item, other, theirs, 5, 8);
    }

    /** Names of streets that are joined or split otherwise: {@code Xue Yuan}, {@code Xueyuan}. */
    private boolean isGluedNear(int street, AddressForm other, int theirs) {
        return isNear(street, other, theirs, 9, 14);
    }

    /** Whether two words are equal or, without digits, one edit apart from so many letters on, and two from so many. */
    private boolean isNear(int item, AddressForm other, int theirs, int oneEdit, int twoEdits) {
        int shorter = Math.min(length(item), other.length(theirs));
        int limit = shorter < oneEdit ? 0 : shorter < twoEdits ? 1 : 2;
        if (limit == 0 || hasDigit(item) || other.hasDigit(theirs)) {
            return same(item, other, theirs);
        }
        return isNear(item, other, theirs, limit);
    }

    private boolean isNear(int item, AddressForm other, int theirs, int limit) {
        return EditDistance.isWithin(
                canonical, from(item), to(item), other.canonical, other.from(theirs), other.to(theirs), limit);
    }

    /** Names of cities differ by less: Suzhou is not Fuzhou, Hunan not Henan, Changzhou not Zhangzhou. */
    private boolean isSamePlace(int item, AddressForm other, int theirs) {
        return same(item, other, theirs)
                || (Math.min(length(item), other.length(theirs)) >= 7
                        && canonical.charAt(from(item)) == other.canonical.charAt(other.from(theirs))
                        && !is(item, PLACE)
                        && !other.is(theirs, PLACE)
                        && isNear(item, other, theirs, 1));
    }

    private int from(int item) {
        return item == 0 ? 1 : ends[item - 1] + 1;
    }

    private int to(int item) {
        return ends[item];
    }

    private int length(int item) {
        return to(item) - from(item);
    }

    private boolean is(int item, char kind) {
        return canonical.charAt(from(item) - 1) == kind;
    }

    private boolean isStreet(int item) {
        return is(item, STREET) || is(item, BOUNDED_STREET);
    }

    private boolean isInName(int item) {
        return is(item, NAME) || is(item, PLACE_IN_NAME);
    }

    /** Whether there is such an item, and it belongs to the street before it. */
    private boolean isOfStreet(int item) {
        return item < count && (isInName(item) || is(item, DIRECTION));
    }

    private boolean isBesideName(int item) {
        return is(item, WORD) || is(item, PLACE);
    }

    private boolean isWord(int item) {
        return isBesideName(item) || isInName(item);
    }

    private boolean hasDigit(int item) {
        return AddressParts.hasDigit(canonical, from(item), to(item));
    }

    private boolean same(int item, AddressForm other, int theirs) {
        return canonical.regionIs(from(item), to(item), other.canonical, other.from(theirs), other.to(theirs));
    }

    private boolean has(char kind) {
        for (int i = 0; i < count; i++) {
            if (is(i, kind)) {
                return true;
            }
        }
        return false;
    }

    private boolean has(char kind, AddressForm other, int theirs) {
        for (int i = 0; i < count; i++) {
            if (is(i, kind) && same(i, other, theirs)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one item of this kind is one of that kind in another address. */
    private boolean shares(char kind, AddressForm other, char otherKind) {
        for (int i = 0; i < other.count; i++) {
            if (other.is(i, otherKind) && has(kind, other, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether every item of that kind in another address is one of this kind. */
    private boolean hasAll(char kind, AddressForm other, char otherKind) {
        for (int i = 0; i < other.count; i++) {
            if (other.is(i, otherKind) && !has(kind, other, i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return canonical.toString();
    }
}
