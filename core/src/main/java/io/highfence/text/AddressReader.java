package io.highfence.text;

import io.highfence.text.AddressParts.Kind;
import io.highfence.text.AddressParts.Part;
import io.highfence.text.AddressParts.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings addresses to canonical form: what each word is, what each number numbers, and where the name of a street begins and ends.
 *
 * <p>Bounded: {@link AddressForm#MAX_CHARS} characters are read, of a segment between commas 1,200 folded letters, 250 words and
 * numbers in all, and of them 16 streets; what stands behind is dropped. One a thread; reading allocates nothing once its characters have grown.
 */
public final class AddressReader {
    /** The most streets; the most in a published address are 9. */
    static final int MAX_STREETS = 16;

    /** The words that say what the number behind them is. */
    private static final AddressWords[] MARKERS = {
        AddressWords.UNIT,
        AddressWords.FLOOR,
        AddressWords.BUILDING,
        AddressWords.BOX,
        AddressWords.NUMBER,
        AddressWords.AREA
    };

    /** And what it is. */
    private static final Role[] MARKED = {Role.UNIT, Role.FLOOR, Role.BUILDING, Role.BOX, Role.HOUSE, Role.AREA};

    /** British and Canadian postcodes, a for a letter and 0 for a digit. */
    private static final WordMap POSTCODES =
            WordMap.of(Set.of("a0 0aa", "aa0 0aa", "a00 0aa", "aa00 0aa", "a0a 0aa", "aa0a 0aa", "a0a 0a0"));

    /** The farthest house of a range such as {@code 114-116}. */
    private static final int LONGEST_RANGE = 40;

    private static final int LONGEST_NUMBER_IN_RANGE = 5;

    private final AddressParts parts = new AddressParts();
    private final Chars text = parts.text();
    private final Chars scratch = new Chars();

    /** Ready to read. */
    public AddressReader() {}

    /**
     * Brings an address to canonical form.
     *
     * @param address an address in one line, of any signs
     * @param out takes its form
     */
    public void read(CharSequence address, AddressForm out) {
        out.clear();
        parts.cut(address);
        setKinds();
        setRoles();
        if (!addStreets(out)) {
            addStreetsWithoutType(out);
        }
        for (int i = 0; i < parts.count(); i++) {
            Part part = parts.get(i);
            if (part.kind == Kind.PLACE && !part.used) {
                out.add(AddressForm.PLACE, text, part.from, part.to);
            } else if (isTelling(part)) {
                out.add(AddressForm.WORD, text, part.from, part.to);
            } else if (part.isNumber()) {
                addNumber(part, out);
            }
        }
    }

    private boolean addStreets(AddressForm out) {
        int streets = 0;
        for (int i = 0; i < parts.count() && streets < MAX_STREETS; i++) {
            Kind kind = parts.get(i).kind;
            if ((kind == Kind.STREET || kind == Kind.STREET_BEFORE) && addStreet(i, out)) {
                streets++;
            }
        }
        return streets > 0;
    }

    private static boolean isTelling(Part part) {
        return part.kind == Kind.PLAIN && part.length() >= AddressForm.TELLING;
    }

    /** Says what each word is; from the last, as a marker is known by what stands behind it. */
    private void setKinds() {
        for (int i = parts.count() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (part.kind != Kind.PLAIN) {
                continue;
            }
            boolean marks = marker(i) != null && isMarked(i);
            boolean named = parts.follows(i) && parts.get(i - 1).kind == Kind.PLAIN && part.length() > 1;
            boolean street = parts.is(i, AddressWords.STREET);
            if (marks && !(street && named)) {
                part.kind = Kind.MARKER;
            } else if (street) {
                part.kind = Kind.STREET;
            } else if (parts.is(i, AddressWords.STREET_BEFORE)) {
                part.kind = Kind.STREET_BEFORE;
            } else if (parts.is(i, AddressWords.DIRECTION)) {
                part.kind = Kind.DIRECTION;
                parts.rewrite(part, AddressWords.DIRECTION.usual(text, part.from, part.to));
            } else if (parts.is(i, AddressWords.AREA)) {
                part.kind = Kind.AREA;
            } else if (parts.is(i, AddressWords.DROP)) {
                part.kind = Kind.DROP;
            } else if (parts.is(i, AddressWords.GENERIC) || marker(i) != null) {
                part.kind = Kind.GENERIC;
            }
        }
    }

    /** Whether what stands behind a marker is what it marks. */
    private boolean isMarked(int marker) {
        if (!parts.follows(marker + 1)) {
            return false;
        }
        Part next = parts.get(marker + 1);
        boolean lettered = parts.is(marker, AddressWords.UNIT) || parts.is(marker, AddressWords.BUILDING);
        return next.kind == Kind.MARKER
                || (next.isNumber() && !next.ordinal)
                || (next.length() == 1 && lettered && parts.get(marker).length() > 1);
    }

    /** What a word says that the number behind it is, or null if it says nothing. */
    private @Nullable Role marker(int i) {
        for (int kind = 0; kind < MARKERS.length; kind++) {
            if (parts.is(i, MARKERS[kind])) {
                return MARKED[kind];
            }
        }
        return null;
    }

    private void setRoles() {
        for (int i = 0; i < parts.count(); i++) {
            Part part = parts.get(i);
            Role marked = marked(i);
            if (part.isNumber()) {
                part.role = role(i, marked);
            } else if (part.length() == 1 && (marked == Role.UNIT || marked == Role.BUILDING)) {
                // A block, a flat or a tower may have a letter.
                part.kind = Kind.NUMBER;
                part.role = marked;
            }
        }
    }

    /** What the words before a number say that it is, the most telling of them. */
    private @Nullable Role marked(int number) {
        Role best = null;
        for (int i = number; parts.follows(i); i--) {
            Kind before = parts.get(i - 1).kind;
            if (before != Kind.MARKER && before != Kind.AREA) {
                break;
            }
            Role role = before == Kind.AREA ? Role.AREA : marker(i - 1);
            if (role != null && (best == null || role.compareTo(best) < 0)) {
                best = role;
            }
        }
        return best;
    }

    private Role role(int i, @Nullable Role marked) {
        Part part = parts.get(i);
        boolean behind = parts.follows(i + 1);
        if (marked != Role.UNIT) {
            if (behind && parts.is(i + 1, AddressWords.FLOOR)) {
                return Role.FLOOR;
            }
            if (isGluedFloor(part)) {
                part.to--;
                return Role.FLOOR;
            }
        }
        if (part.ordinal) {
            return Role.NAME;
        }
        boolean street = behind && parts.get(i + 1).kind == Kind.STREET;
        if (street && isNamedBefore(i) && (marked == null || marked == Role.HOUSE)) {
            return Role.NAME;
        }
        // Calle 30 No. 23B-22: the first number names the street.
        if (marked == null && parts.follows(i) && parts.get(i - 1).kind == Kind.STREET_BEFORE && isNumberedFurther(i)) {
            return Role.NAME;
        }
        if (marked != null && marked != Role.HOUSE) {
            return marked;
        }
        if (behind && parts.is(i + 1, AddressWords.BUILDING) && !parts.follows(i + 2)) {
            return Role.BUILDING;
        }
        if (marked == null && isPostcode(i)) {
            return Role.POSTCODE;
        }
        return marked == null && Character.isLetter(text.charAt(part.from)) ? Role.UNIT : Role.HOUSE;
    }

    /** {@code 12f} */
    private boolean isGluedFloor(Part part) {
        int digits = AddressParts.digitsTo(text, part.from, part.to) - part.from;
        return digits >= 1 && digits <= 3 && digits == part.length() - 1 && text.charAt(part.to - 1) == 'f';
    }

    /** Whether a word or a direction stands before a number and its markers. */
    private boolean isNamedBefore(int number) {
        int i = number;
        while (parts.follows(i) && parts.get(i - 1).kind == Kind.MARKER) {
            i--;
        }
        return parts.follows(i) && (parts.get(i - 1).kind == Kind.PLAIN || parts.get(i - 1).kind == Kind.DIRECTION);
    }

    private boolean isNumberedFurther(int number) {
        int i = number + 1;
        while (parts.follows(i) && parts.get(i).kind == Kind.MARKER) {
            i++;
        }
        return parts.follows(i) && parts.get(i).isNumber();
    }

    /** Five or six digits in a segment without a type of street, or the two halves of a British or Canadian code. */
    private boolean isPostcode(int number) {
        Part part = parts.get(number);
        if (parts.follows(number + 1) && parts.get(number + 1).isNumber() && isPostcode(part, parts.get(number + 1))) {
            return true;
        }
        if (parts.follows(number) && parts.get(number - 1).isNumber() && parts.get(number - 1).role == Role.POSTCODE) {
            return true;
        }
        boolean digits = AddressParts.digitsTo(text, part.from, part.to) == part.to;
        if (!digits || part.length() < 5 || part.length() > 6) {
            return false;
        }
        int i = number;
        while (parts.follows(i)) {
            i--;
        }
        do {
            Kind kind = parts.get(i).kind;
            if (i < number && kind == Kind.NUMBER && parts.get(i).role == Role.HOUSE) {
                return true;
            }
            if (kind == Kind.STREET || kind == Kind.STREET_BEFORE) {
                return false;
            }
            i++;
        } while (parts.follows(i));
        return true;
    }

    private boolean isPostcode(Part first, Part second) {
        scratch.clear();
        addShape(first);
        scratch.add(' ');
        addShape(second);
        return POSTCODES.has(scratch);
    }

    private void addShape(Part part) {
        for (int i = part.from; i < part.to; i++) {
            char c = text.charAt(i);
            scratch.add(c >= 'a' && c <= 'z' ? 'a' : AddressParts.isDigit(c) ? '0' : '?');
        }
    }

    /** Adds the street whose name stands before its type, or behind it; a name before that tells nothing gives way. */
    private boolean addStreet(int type, AddressForm out) {
        return parts.get(type).kind == Kind.STREET_BEFORE
                ? addNamedBehind(type, out) || addNamedBefore(type, out)
                : addNamedBefore(type, out) || addNamedBehind(type, out);
    }

    private static boolean isInName(Part part) {
        return !part.used
                && switch (part.kind) {
                    case PLAIN, PLACE, DIRECTION, GENERIC, DROP -> true;
                    case NUMBER -> part.role == Role.NAME;
                    default -> false;
                };
    }

    private boolean addNamedBefore(int type, AddressForm out) {
        int from = type;
        while (parts.follows(from) && isInName(parts.get(from - 1))) {
            from--;
        }
        boolean bounded = parts.follows(from);
        // A city before the name, without a comma.
        while (!bounded && from < type - 1 && parts.get(from).kind == Kind.PLACE) {
            from++;
        }
        return addName(from, type, type, bounded, out);
    }

    private boolean addNamedBehind(int type, AddressForm out) {
        int to = type + 1;
        while (parts.follows(to) && isInName(parts.get(to))) {
            to++;
        }
        boolean bounded = parts.follows(to) && parts.get(to).isNumber();
        return addName(type + 1, to, type, bounded, out);
    }

    private boolean addName(int from, int to, int type, boolean bounded, AddressForm out) {
        boolean tells = false;
        boolean letters = false;
        scratch.clear();
        for (int i = from; i < to; i++) {
            Part part = parts.get(i);
            if (part.kind != Kind.DIRECTION && part.kind != Kind.DROP) {
                scratch.add(text, part.from, part.to);
                tells |= isNameWord(part);
                letters |= isNameWord(part) && !part.isNumber();
            }
        }
        if (!tells) {
            return false;
        }
        out.add(bounded ? AddressForm.BOUNDED_STREET : AddressForm.STREET, scratch, 0, scratch.length());
        if (!letters) {
            // Fifth Street is not Fifth Avenue.
            Part word = parts.get(type);
            AddressWords types = word.kind == Kind.STREET ? AddressWords.STREET : AddressWords.STREET_BEFORE;
            scratch.add(' ').add(types.usual(text, word.from, word.to));
            out.add(AddressForm.NAME, scratch, 0, scratch.length());
        }
        for (int i = from; i < to; i++) {
            Part part = parts.get(i);
            part.used = true;
            if (part.kind == Kind.DIRECTION) {
                out.add(AddressForm.DIRECTION, text, part.from, part.to);
            } else if (letters && part.kind != Kind.DROP && isNameWord(part)) {
                char kind = part.kind == Kind.PLACE ? AddressForm.PLACE_IN_NAME : AddressForm.NAME;
                out.add(kind, text, part.from, part.to);
            }
        }
        return true;
    }

    private static boolean isNameWord(Part part) {
        return part.isNumber() || part.length() >= 2;
    }

    /** Adds, without any type of street, the words beside the number of a house. */
    private void addStreetsWithoutType(AddressForm out) {
        int streets = 0;
        for (int from = 0; from < parts.count() && streets < MAX_STREETS; ) {
            boolean house = false;
            scratch.clear();
            int to = from;
            do {
                Part part = parts.get(to);
                house |= part.isNumber() && part.role == Role.HOUSE;
                if (isTelling(part)) {
                    scratch.add(text, part.from, part.to);
                }
                to++;
            } while (parts.follows(to));
            if (house && !scratch.isEmpty()) {
                streets++;
                out.add(AddressForm.STREET, scratch, 0, scratch.length());
                for (int i = from; i < to; i++) {
                    if (isTelling(parts.get(i))) {
                        out.add(AddressForm.NAME, text, parts.get(i).from, parts.get(i).to);
                    }
                }
            }
            from = to;
        }
    }

    private void addNumber(Part part, AddressForm out) {
        switch (part.role) {
            case UNIT -> addWhole(AddressForm.UNIT, part.from, part.to, out);
            case FLOOR -> addWhole(AddressForm.FLOOR, part.from, part.to, out);
            case BUILDING -> addWhole(AddressForm.BUILDING, part.from, part.to, out);
            case BOX -> addWhole(AddressForm.BOX, part.from, part.to, out);
            case POSTCODE -> addWhole(AddressForm.POSTCODE, part.from, part.to, out);
            case HOUSE -> addHouse(part, out);
            case NAME, AREA -> {}
        }
    }

    /** Adds a number without the signs inside it. */
    private void addWhole(char kind, int from, int to, AddressForm out) {
        scratch.clear();
        for (int i = from; i < to; i++) {
            if (!isBetween(text.charAt(i))) {
                scratch.add(text.charAt(i));
            }
        }
        out.add(kind, scratch, 0, scratch.length());
    }

    private static boolean isBetween(char c) {
        return c == '/' || c == '-';
    }

    /** {@code 114-116} is both houses and {@code 17/1} a part of the first; a room keeps its number whole. */
    private void addHouse(Part part, AddressForm out) {
        int first = part.from;
        while (first < part.to && !isBetween(text.charAt(first))) {
            first++;
        }
        out.add(AddressForm.HOUSE, text, part.from, first);
        if (first < part.to) {
            if (isRange(part, first)) {
                out.add(AddressForm.HOUSE, text, first + 1, part.to);
            } else {
                addWhole(AddressForm.BUILDING, first, part.to, out);
            }
        }
    }

    /** Whether houses follow each other, up and not too far. */
    private boolean isRange(Part part, int hyphen) {
        if (text.charAt(hyphen) != '-' || !isNumber(part.from, hyphen) || !isNumber(hyphen + 1, part.to)) {
            return false;
        }
        int houses = number(hyphen + 1, part.to) - number(part.from, hyphen);
        return houses > 0 && houses <= LONGEST_RANGE;
    }

    private boolean isNumber(int from, int to) {
        return to > from && to - from <= LONGEST_NUMBER_IN_RANGE && AddressParts.digitsTo(text, from, to) == to;
    }

    private int number(int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
