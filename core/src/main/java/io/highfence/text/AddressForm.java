package io.highfence.text;

import io.highfence.base.Country;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address in canonical form: the names of its streets, its telling words, and its numbers by what they number.
 *
 * <p>Numbers are identities: they are equal or they differ. Words are compared by spelling, places by the table of places. The
 * country is no part of it, as it is evidence of its own and people write it in other words, or nowhere. Immutable and safe for
 * many threads.
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

    /** What a number numbers. */
    private enum Role {
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

    private enum Kind {
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

    private static final Map<String, Map<String, String>> WORDS = new HashMap<>();
    private static final Map<String, String> TOWARD = new HashMap<>();
    private static final Map<String, String> PLACES = new HashMap<>();
    private static final Set<String> KNOWN_PLACES = new HashSet<>();
    private static final int LONGEST_PLACE = 4;

    static {
        for (List<String> row : Tables.rows(Tables.ADDRESS_WORDS)) {
            if (row.get(0).equals("street-toward")) {
                TOWARD.put(row.get(1), row.get(2));
                continue;
            }
            Map<String, String> words = WORDS.computeIfAbsent(row.get(0), k -> new HashMap<>());
            row.subList(1, row.size()).forEach(word -> words.put(word, row.get(1)));
        }
        for (List<String> row : Tables.rows(Tables.PLACES)) {
            KNOWN_PLACES.add(row.get(1));
            row.subList(1, row.size()).forEach(word -> PLACES.put(word, row.get(1)));
        }
    }

    /** The kinds of words that say what the number behind them is, the more telling first. */
    private static final Map<String, Role> MARKERS = new LinkedHashMap<>();

    static {
        MARKERS.put("unit", Role.UNIT);
        MARKERS.put("floor", Role.FLOOR);
        MARKERS.put("building", Role.BUILDING);
        MARKERS.put("box", Role.BOX);
        MARKERS.put("area", Role.AREA);
        MARKERS.put("number", Role.HOUSE);
    }

    private static final Map<String, String> ORDINALS = Map.of(
            "first", "1", "second", "2", "third", "3", "fourth", "4", "fifth", "5", "sixth", "6", "seventh", "7",
            "eighth", "8", "ninth", "9", "tenth", "10");

    private static final Pattern ORDINAL = Pattern.compile("(\\d+)(?:st|nd|rd|th)");
    private static final Pattern GLUED_FLOOR = Pattern.compile("(\\d{1,3})f");
    private static final Pattern GLUED_NUMBER = Pattern.compile("no(\\d+[a-z]?)");
    private static final Pattern PLAIN_POSTCODE = Pattern.compile("\\d{5,6}");
    private static final Pattern BRITISH = Pattern.compile("[a-z]{1,2}\\d[a-z\\d]? \\d[a-z]{2}");
    private static final Pattern CANADIAN = Pattern.compile("[a-z]\\d[a-z] \\d[a-z]\\d");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})-(\\d{1,5})");
    private static final int LONGEST_RANGE = 40;

    /** The least letters of a word that tells a place. */
    private static final int TELLING = 3;

    private final List<Street> streets = new ArrayList<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Map<Role, Set<String>> numbers = new EnumMap<>(Role.class);

    /** The name of a street. Bounded if it is certain where the name begins. */
    private record Street(Set<String> words, String glued, Set<String> directions, boolean bounded) {}

    /** A word or a number, and whether a comma or the like stands before it. */
    private static final class Part {
        private String text;
        private final boolean apart;
        private final boolean ordinal;
        private Kind kind;
        private Role role = Role.HOUSE;

        Part(String text, Kind kind, boolean apart, boolean ordinal) {
            this.text = text;
            this.kind = kind;
            this.apart = apart;
            this.ordinal = ordinal;
        }

        boolean isNumber() {
            return kind == Kind.NUMBER;
        }
    }

    private AddressForm(CharSequence text) {
        List<Part> parts = places(parts(text));
        kinds(parts);
        roles(parts);
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            Kind kind = parts.get(i).kind;
            if (kind == Kind.STREET || kind == Kind.STREET_BEFORE) {
                street(parts, i, used);
            }
        }
        if (streets.isEmpty()) {
            streetsWithoutType(parts);
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if ((part.kind == Kind.PLACE && !used.contains(i))
                    || (part.kind == Kind.PLAIN && part.text.length() >= TELLING)) {
                words.add(part.text);
            } else if (part.isNumber() && part.role != Role.NAME && part.role != Role.AREA) {
                number(part);
            }
        }
    }

    /**
     * Brings an address to canonical form.
     *
     * @param address an address in one line
     * @return its form
     */
    public static AddressForm of(CharSequence address) {
        return new AddressForm(address.subSequence(0, Math.min(address.length(), MAX_CHARS)));
    }

    /**
     * The numbers by which an address is found: no two addresses agree precisely that have none of them in common.
     *
     * @return the numbers of houses, buildings and rooms
     */
    public Set<String> numbers() {
        Set<String> all = new HashSet<>(of(Role.HOUSE));
        all.addAll(of(Role.BUILDING));
        all.addAll(of(Role.UNIT));
        return all;
    }

    /**
     * How this address stands to another one.
     *
     * @param other the other address
     * @return whether they agree; the same either way round
     */
    public Likeness compare(AddressForm other) {
        EditDistance distance = new EditDistance();
        if (sameBuilding(other, distance) || sameBox(other, distance)) {
            return Likeness.AGREES;
        }
        if (!isPrecise() || !other.isPrecise()) {
            return Likeness.UNKNOWN;
        }
        boolean turned = sameStreet(other, distance, false) && !sameStreet(other, distance, true);
        boolean houses =
                disjoint(of(Role.HOUSE), other.withBuildings()) && disjoint(other.of(Role.HOUSE), withBuildings());
        return houses || turned || placesDiffer(other) ? Likeness.DIFFERS : Likeness.UNKNOWN;
    }

    /**
     * Whether the two addresses are of one building beyond doubt, so that one finds the other under any name.
     *
     * @param other the other address
     * @return true if they agree and both name the building
     */
    public boolean finds(AddressForm other) {
        return sameBuilding(other, new EditDistance());
    }

    private Set<String> of(Role role) {
        return numbers.getOrDefault(role, Set.of());
    }

    /** The numbers of houses; in {@code Furkasovskiy Lane, building 6} the building is the house. */
    private Set<String> houses() {
        return of(Role.HOUSE).isEmpty() ? of(Role.BUILDING) : of(Role.HOUSE);
    }

    private Set<String> withBuildings() {
        Set<String> all = new HashSet<>(of(Role.HOUSE));
        all.addAll(of(Role.BUILDING));
        return all;
    }

    private boolean isPrecise() {
        return !of(Role.HOUSE).isEmpty() && !streets.isEmpty() && !words.isEmpty();
    }

    private boolean sameBuilding(AddressForm other, EditDistance distance) {
        if (contradicts(other, Role.UNIT)
                || contradicts(other, Role.FLOOR)
                || contradicts(other, Role.BUILDING)
                || placesDiffer(other)) {
            return false;
        }
        Set<String> mine = houses();
        Set<String> others = other.houses();
        boolean houses = !mine.isEmpty() && !others.isEmpty();
        if (houses && (mine.containsAll(others) || others.containsAll(mine)) && sameStreet(other, distance, true)) {
            return true;
        }
        if (!of(Role.HOUSE).isEmpty() && !other.of(Role.HOUSE).isEmpty()) {
            return false;
        }
        boolean numbered =
                !disjoint(of(Role.UNIT), other.of(Role.UNIT)) || !disjoint(of(Role.BUILDING), other.of(Role.BUILDING));
        return numbered && (isWithin(other, distance) || other.isWithin(this, distance));
    }

    /** A box in a post office is shared by many and is no building; it is evidence and finds nobody. */
    private boolean sameBox(AddressForm other, EditDistance distance) {
        return !disjoint(of(Role.BOX), other.of(Role.BOX))
                && disjoint(of(Role.HOUSE), other.of(Role.HOUSE))
                        == of(Role.HOUSE).isEmpty()
                && !placesDiffer(other)
                && samePlace(other, Set.of(), distance);
    }

    /** Whether every telling word of this address stands in another one, and there are two at least. */
    private boolean isWithin(AddressForm other, EditDistance distance) {
        Set<String> all = allWords();
        Set<String> others = other.allWords();
        long telling = all.stream().filter(word -> word.length() > TELLING).count();
        return telling >= 2 && all.stream().allMatch(word -> isAmong(word, others, distance));
    }

    private Set<String> allWords() {
        Set<String> all = new HashSet<>(words);
        streets.forEach(street -> all.addAll(street.words));
        return all;
    }

    private boolean contradicts(AddressForm other, Role role) {
        return !of(role).isEmpty() && !other.of(role).isEmpty() && disjoint(of(role), other.of(role));
    }

    private static boolean disjoint(Set<String> some, Set<String> others) {
        return Collections.disjoint(some, others);
    }

    /** Both name known places, and none of them is the same. */
    private boolean placesDiffer(AddressForm other) {
        Set<String> mine = new HashSet<>(words);
        mine.retainAll(KNOWN_PLACES);
        Set<String> others = new HashSet<>(other.words);
        others.retainAll(KNOWN_PLACES);
        return !mine.isEmpty() && !others.isEmpty() && disjoint(mine, others);
    }

    /** Whether a street is the same, and with it a place or the postcode. */
    private boolean sameStreet(AddressForm other, EditDistance distance, boolean withDirection) {
        Set<String> all = allWords();
        Set<String> others = other.allWords();
        for (Street mine : streets) {
            for (Street theirs : other.streets) {
                boolean turned = !mine.directions.isEmpty()
                        && !theirs.directions.isEmpty()
                        && disjoint(mine.directions, theirs.directions);
                if (withDirection && turned) {
                    continue;
                }
                boolean inOther = mine.words.stream().allMatch(word -> isAmong(word, others, distance));
                boolean inMine = theirs.words.stream().allMatch(word -> isAmong(word, all, distance));
                boolean same = (mine.bounded && theirs.bounded) ? (inOther && inMine) : (inOther || inMine);
                if (same || isGluedNear(mine.glued, theirs.glued, distance)) {
                    Set<String> name = inOther ? mine.words : theirs.words;
                    if (samePlace(other, name, distance)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether they share the postcode or a word beside the name of the street. */
    private boolean samePlace(AddressForm other, Set<String> street, EditDistance distance) {
        return !disjoint(of(Role.POSTCODE), other.of(Role.POSTCODE))
                || words.stream()
                        .filter(word -> !isAmong(word, street, distance))
                        .anyMatch(word -> other.words.stream().anyMatch(o -> isSamePlace(word, o, distance)));
    }

    private static boolean isAmong(String word, Set<String> others, EditDistance distance) {
        return others.contains(word)
                || (!KNOWN_PLACES.contains(word) && others.stream().anyMatch(other -> isNear(word, other, distance)));
    }

    /** Words of streets: one edit from five letters, two from eight; a number is itself alone. */
    private static boolean isNear(String a, String b, EditDistance distance) {
        int shorter = Math.min(a.length(), b.length());
        int limit = shorter < 5 || hasDigit(a) || hasDigit(b) ? 0 : shorter < 8 ? 1 : 2;
        return distance.within(a, b, limit) <= limit;
    }

    /** Names of cities differ by less: Suzhou is not Fuzhou, Hunan not Henan, Changzhou not Zhangzhou. */
    private static boolean isSamePlace(String a, String b, EditDistance distance) {
        return a.equals(b)
                || (Math.min(a.length(), b.length()) >= 7
                        && a.charAt(0) == b.charAt(0)
                        && !KNOWN_PLACES.contains(a)
                        && !KNOWN_PLACES.contains(b)
                        && distance.within(a, b, 1) <= 1);
    }

    /** Names of streets that are joined or split otherwise: {@code Xue Yuan}, {@code Xueyuan}. */
    private static boolean isGluedNear(String a, String b, EditDistance distance) {
        int shorter = Math.min(a.length(), b.length());
        int limit = shorter < 9 || hasDigit(a) || hasDigit(b) ? 0 : shorter < 14 ? 1 : 2;
        return shorter > 0 && distance.within(a, b, limit) <= limit;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /** Cuts a text at what is neither letter nor digit; a hyphen or a slash between digits stays. */
    private static List<Part> parts(CharSequence address) {
        List<Part> parts = new ArrayList<>();
        for (String segment : address.toString().split("[,;\\n\\r|()\\[\\]]", -1)) {
            if (isCountry(segment.strip())) {
                continue;
            }
            String folded = Folding.fold(segment);
            int from = parts.size();
            for (String chunk : folded.split("[^\\p{L}\\p{N}/-]+", -1)) {
                chunk(chunk, parts, parts.size() == from);
            }
            dropCountry(parts, from);
        }
        return parts;
    }

    private static boolean isCountry(String text) {
        return !PLACES.containsKey(Folding.fold(text)) && Country.find(text) != null;
    }

    /** A country behind the other words of its segment, without a comma. */
    private static void dropCountry(List<Part> parts, int from) {
        for (int length = 3; length >= 1; length--) {
            int at = parts.size() - length;
            if (at <= from) {
                continue;
            }
            String last = text(parts, at, length);
            if (last.length() > TELLING && !PLACES.containsKey(last) && Country.find(last) != null) {
                parts.subList(at, parts.size()).clear();
                return;
            }
        }
    }

    private static String text(List<Part> parts, int from, int length) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts.subList(from, from + length)) {
            text.append(text.isEmpty() ? "" : " ").append(part.text);
        }
        return text.toString();
    }

    private static void chunk(String chunk, List<Part> parts, boolean apart) {
        List<String> pieces = new ArrayList<>();
        for (String piece : chunk.split("[/-]", -1)) {
            if (!piece.isEmpty()) {
                pieces.add(piece);
            }
        }
        if (pieces.isEmpty()) {
            return;
        }
        boolean floor = pieces.size() > 1 && isWord("floor", pieces.get(pieces.size() - 1));
        List<String> numbers = floor ? pieces.subList(0, pieces.size() - 1) : pieces;
        boolean one = hasDigit(chunk) && numbers.stream().allMatch(piece -> hasDigit(piece) || piece.length() <= 2);
        if (!one) {
            boolean first = apart;
            for (String piece : pieces) {
                piece(piece, parts, first);
                first = false;
            }
            return;
        }
        if (numbers.size() == 1) {
            piece(numbers.get(0), parts, apart);
        } else {
            // What stands between the pieces tells a range from a part; a slash is a part.
            boolean range = chunk.indexOf('/') < 0 && !floor;
            StringBuilder joined = new StringBuilder();
            for (String number : numbers) {
                Matcher ordinal = ORDINAL.matcher(number);
                joined.append(joined.isEmpty() ? "" : range ? "-" : "/")
                        .append(ordinal.matches() ? ordinal.group(1) : number);
            }
            parts.add(new Part(joined.toString(), Kind.NUMBER, apart, false));
        }
        if (floor) {
            parts.add(new Part("floor", Kind.MARKER, false, false));
        }
    }

    private static void piece(String piece, List<Part> parts, boolean apart) {
        String spelled = ORDINALS.get(piece);
        Matcher ordinal = ORDINAL.matcher(piece);
        Matcher glued = GLUED_NUMBER.matcher(piece);
        if (spelled != null) {
            parts.add(new Part(spelled, Kind.NUMBER, apart, true));
        } else if (ordinal.matches()) {
            parts.add(new Part(ordinal.group(1), Kind.NUMBER, apart, true));
        } else if (glued.matches()) {
            parts.add(new Part("no", Kind.PLAIN, apart, false));
            parts.add(new Part(glued.group(1), Kind.NUMBER, false, false));
        } else if (TOWARD.containsKey(piece)) {
            parts.add(new Part(TOWARD.getOrDefault(piece, piece), Kind.DIRECTION, apart, false));
            parts.add(new Part("street", Kind.STREET, false, false));
        } else {
            parts.add(new Part(piece, hasDigit(piece) ? Kind.NUMBER : Kind.PLAIN, apart, false));
        }
    }

    /** Puts one word for a known place, however it is written. */
    private static List<Part> places(List<Part> parts) {
        List<Part> result = new ArrayList<>();
        for (int i = 0; i < parts.size(); ) {
            int length = Math.min(LONGEST_PLACE, parts.size() - i);
            while (length > 0 && !isPlace(parts, i, length)) {
                length--;
            }
            if (length == 0) {
                result.add(parts.get(i));
                i++;
            } else {
                String place = PLACES.getOrDefault(text(parts, i, length), "");
                result.add(new Part(place, Kind.PLACE, parts.get(i).apart, false));
                i += length;
            }
        }
        return result;
    }

    private static boolean isPlace(List<Part> parts, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (parts.get(i).kind != Kind.PLAIN || (i > from && parts.get(i).apart)) {
                return false;
            }
        }
        return PLACES.containsKey(text(parts, from, length));
    }

    private static boolean isWord(String kind, String word) {
        return WORDS.getOrDefault(kind, Map.of()).containsKey(word);
    }

    private static boolean follows(List<Part> parts, int i) {
        return i > 0 && i < parts.size() && !parts.get(i).apart;
    }

    /** Says what each word is; from the last, as a marker is known by what stands behind it. */
    private static void kinds(List<Part> parts) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (part.kind != Kind.PLAIN) {
                continue;
            }
            boolean marks = follows(parts, i + 1) && isMarked(part.text, parts.get(i + 1));
            boolean named = follows(parts, i) && parts.get(i - 1).kind == Kind.PLAIN && part.text.length() > 1;
            boolean street = isWord("street", part.text);
            if (marks && marker(part.text) != null && !(street && named)) {
                part.kind = Kind.MARKER;
            } else if (street) {
                part.kind = Kind.STREET;
            } else if (isWord("street-before", part.text)) {
                part.kind = Kind.STREET_BEFORE;
            } else if (isWord("direction", part.text)) {
                part.kind = Kind.DIRECTION;
                part.text = WORDS.getOrDefault("direction", Map.of()).getOrDefault(part.text, part.text);
            } else if (isWord("area", part.text)) {
                part.kind = Kind.AREA;
            } else if (isWord("drop", part.text)) {
                part.kind = Kind.DROP;
            } else if (isWord("generic", part.text) || marker(part.text) != null) {
                part.kind = Kind.GENERIC;
            }
        }
    }

    private static boolean isMarked(String word, Part next) {
        return next.kind == Kind.MARKER
                || (next.isNumber() && !next.ordinal)
                || (next.text.length() == 1 && (isWord("unit", word) || isWord("building", word)) && word.length() > 1);
    }

    private static @Nullable Role marker(String word) {
        for (Map.Entry<String, Role> marker : MARKERS.entrySet()) {
            if (isWord(marker.getKey(), word)) {
                return marker.getValue();
            }
        }
        return null;
    }

    private static void roles(List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Role marked = marked(parts, i);
            if (!part.isNumber()) {
                // A block, a flat or a tower may have a letter.
                if (part.text.length() == 1 && (marked == Role.UNIT || marked == Role.BUILDING)) {
                    part.kind = Kind.NUMBER;
                    part.role = marked;
                }
                continue;
            }
            part.role = role(parts, i, marked);
        }
    }

    private static Role role(List<Part> parts, int i, @Nullable Role marked) {
        Part part = parts.get(i);
        boolean behind = follows(parts, i + 1);
        String next = behind ? parts.get(i + 1).text : "";
        if (marked != Role.UNIT) {
            Matcher glued = GLUED_FLOOR.matcher(part.text);
            if (behind && isWord("floor", next)) {
                return Role.FLOOR;
            }
            if (glued.matches()) {
                part.text = glued.group(1);
                return Role.FLOOR;
            }
        }
        boolean street = behind && parts.get(i + 1).kind == Kind.STREET;
        if (part.ordinal) {
            return Role.NAME;
        }
        int before = i - 1;
        while (before >= 0 && parts.get(before).kind == Kind.MARKER && follows(parts, before + 1)) {
            before--;
        }
        boolean named = before >= 0
                && follows(parts, before + 1)
                && (parts.get(before).kind == Kind.PLAIN || parts.get(before).kind == Kind.DIRECTION);
        if (street && named && (marked == null || marked == Role.HOUSE)) {
            return Role.NAME;
        }
        // Calle 30 No. 23B-22: the first number names the street.
        if (marked == null
                && follows(parts, i)
                && parts.get(i - 1).kind == Kind.STREET_BEFORE
                && isNumberedFurther(parts, i)) {
            return Role.NAME;
        }
        if (marked != null && marked != Role.HOUSE) {
            return marked;
        }
        if (behind && isWord("building", next) && !follows(parts, i + 2)) {
            return Role.BUILDING;
        }
        if (marked == null && isPostcode(parts, i)) {
            return Role.POSTCODE;
        }
        return marked == null && Character.isLetter(part.text.charAt(0)) ? Role.UNIT : Role.HOUSE;
    }

    private static boolean isNumberedFurther(List<Part> parts, int i) {
        int next = i + 1;
        while (follows(parts, next) && parts.get(next).kind == Kind.MARKER) {
            next++;
        }
        return follows(parts, next) && parts.get(next).isNumber();
    }

    /** What the words before a number say that it is. */
    private static @Nullable Role marked(List<Part> parts, int number) {
        Role best = null;
        for (int i = number; follows(parts, i); i--) {
            Part before = parts.get(i - 1);
            if (before.kind != Kind.MARKER && before.kind != Kind.AREA) {
                break;
            }
            Role role = before.kind == Kind.AREA ? Role.AREA : marker(before.text);
            if (role != null && (best == null || role.compareTo(best) < 0)) {
                best = role;
            }
        }
        return best;
    }

    /** Five or six digits in a segment without a type of street, or the two halves of a British or Canadian code. */
    private static boolean isPostcode(List<Part> parts, int i) {
        String text = parts.get(i).text;
        if (follows(parts, i + 1) && parts.get(i + 1).isNumber()) {
            String both = text + " " + parts.get(i + 1).text;
            if (BRITISH.matcher(both).matches() || CANADIAN.matcher(both).matches()) {
                return true;
            }
        }
        if (follows(parts, i)
                && parts.get(i - 1).role == Role.POSTCODE
                && parts.get(i - 1).isNumber()) {
            return true;
        }
        if (!PLAIN_POSTCODE.matcher(text).matches()) {
            return false;
        }
        int from = i;
        while (follows(parts, from)) {
            from--;
        }
        for (int j = from; j == from || follows(parts, j); j++) {
            Kind kind = parts.get(j).kind;
            boolean house = j < i && parts.get(j).isNumber() && parts.get(j).role == Role.HOUSE;
            if (house) {
                return true;
            }
            if (kind == Kind.STREET || kind == Kind.STREET_BEFORE) {
                return false;
            }
        }
        return true;
    }

    /** The name of a street before its type, or behind it; a name before that tells nothing gives way. */
    private void street(List<Part> parts, int type, Set<Integer> used) {
        boolean before = parts.get(type).kind == Kind.STREET_BEFORE;
        if (before ? !nameBehind(parts, type, used) : !nameBefore(parts, type, used)) {
            if (before) {
                nameBefore(parts, type, used);
            } else {
                nameBehind(parts, type, used);
            }
        }
    }

    private static boolean isInName(Part part) {
        return switch (part.kind) {
            case PLAIN, PLACE, DIRECTION, GENERIC, DROP -> true;
            case NUMBER -> part.role == Role.NAME;
            default -> false;
        };
    }

    private boolean nameBefore(List<Part> parts, int type, Set<Integer> used) {
        int from = type;
        while (follows(parts, from) && isInName(parts.get(from - 1)) && !used.contains(from - 1)) {
            from--;
        }
        boolean bounded = follows(parts, from);
        // A city before the name, without a comma.
        if (!bounded) {
            while (from < type - 1 && parts.get(from).kind == Kind.PLACE) {
                from++;
            }
        }
        return name(parts, from, type, type, bounded, used);
    }

    private boolean nameBehind(List<Part> parts, int type, Set<Integer> used) {
        int to = type + 1;
        while (follows(parts, to) && isInName(parts.get(to)) && !used.contains(to)) {
            to++;
        }
        return name(
                parts, type + 1, to, type, follows(parts, to) && parts.get(to).isNumber(), used);
    }

    private boolean name(List<Part> parts, int from, int to, int type, boolean bounded, Set<Integer> used) {
        Set<String> telling = new LinkedHashSet<>();
        Set<String> directions = new HashSet<>();
        StringBuilder glued = new StringBuilder();
        boolean letters = false;
        for (Part part : parts.subList(from, to)) {
            if (part.kind == Kind.DIRECTION) {
                directions.add(part.text);
            } else if (part.kind != Kind.DROP) {
                glued.append(part.text);
                if (part.isNumber() || part.text.length() >= 2) {
                    telling.add(part.text);
                    letters |= !part.isNumber();
                }
            }
        }
        if (telling.isEmpty()) {
            return false;
        }
        if (!letters) {
            // Fifth Street is not Fifth Avenue.
            String word = parts.get(type).text;
            String row = parts.get(type).kind == Kind.STREET ? "street" : "street-before";
            telling = Set.of(glued + " " + WORDS.getOrDefault(row, Map.of()).getOrDefault(word, word));
        }
        for (int i = from; i < to; i++) {
            used.add(i);
        }
        streets.add(new Street(telling, glued.toString(), directions, bounded));
        return true;
    }

    /** Without any type of street, the words beside the number of a house. */
    private void streetsWithoutType(List<Part> parts) {
        for (int from = 0; from < parts.size(); ) {
            int to = from + 1;
            while (follows(parts, to)) {
                to++;
            }
            List<Part> segment = parts.subList(from, to);
            if (segment.stream().anyMatch(part -> part.isNumber() && part.role == Role.HOUSE)) {
                Set<String> telling = new LinkedHashSet<>();
                StringBuilder glued = new StringBuilder();
                for (Part part : segment) {
                    if (part.kind == Kind.PLAIN && part.text.length() >= TELLING) {
                        telling.add(part.text);
                        glued.append(part.text);
                    }
                }
                if (!telling.isEmpty()) {
                    streets.add(new Street(telling, glued.toString(), Set.of(), false));
                }
            }
            from = to;
        }
    }

    /** {@code 114-116} is both houses and {@code 17/1} a part of the first; a room keeps its number whole. */
    private void number(Part part) {
        String text = part.text;
        Set<String> same = numbers.computeIfAbsent(part.role, k -> new LinkedHashSet<>());
        if (part.role != Role.HOUSE) {
            same.add(text.replaceAll("[/-]", ""));
            return;
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            int first = Integer.parseInt(range.group(1));
            int last = Integer.parseInt(range.group(2));
            if (last > first && last - first <= LONGEST_RANGE) {
                same.add(range.group(1));
                same.add(range.group(2));
                return;
            }
        }
        List<String> pieces = List.of(text.split("[/-]", -1));
        same.add(pieces.get(0));
        if (pieces.size() > 1) {
            numbers.computeIfAbsent(Role.BUILDING, k -> new LinkedHashSet<>())
                    .add(String.join("", pieces.subList(1, pieces.size())));
        }
    }
}
