package io.highfence.benchmarks;

import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * The queries of the name benchmarks, made from the loaded list by a seeded generator: a quarter names as listed, half damaged names,
 * a quarter clean ones.
 *
 * <p>They come in blocks of {@link #SAMPLE} in the same mixture, shuffled within the block, so that the first blocks stand for the
 * whole where a rival is too slow for all of it. Names are drawn evenly from all listed names that are written in Latin letters; the
 * parameters are below and were fixed before anything was measured with them.
 */
final class Corpus {
    /** A block: what the slowest rivals are measured on. */
    static final int SAMPLE = 40;

    /** All of it. */
    static final int SIZE = 2_000;

    private static final long SEED = 20_261_129;

    /** A name with fewer letters than this is not damaged: too little is left. */
    private static final int LEAST_LETTERS = 8;

    /** Typing errors fall on words of at least so many letters. */
    private static final int LEAST_WORD = 4;

    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{IsCommon}\\p{IsInherited}]*");

    /** Other ways to write the same sound; each is tried in both directions. */
    private static final String[][] SPELLINGS = {
        {"kh", "h"}, {"ph", "f"}, {"ou", "u"}, {"ee", "i"}, {"ei", "ey"}, {"ts", "tz"}, {"ck", "k"},
        {"x", "ks"}, {"w", "v"}, {"j", "y"}, {"c", "k"}, {"y", "i"}, {"e", "a"}, {"o", "u"}
    };

    private static final String[] PLACES = {
        "Wexford", "Tamworth", "Salzkotten", "Bergamo", "Ystad", "Malmesbury", "Duluth", "Lugano", "Hobart", "Quimper",
        "Kilkenny", "Boise", "Utrecht", "Toledo", "Ravenna", "Pori", "Aarhus", "Coimbra", "Zwolle", "Napier"
    };
    private static final String[] TRADES = {
        "Quilting", "Orchard", "Dental", "Roofing", "Piano", "Bakery", "Veterinary", "Kitchen", "Cycling", "Furniture",
        "Brewing", "Garden", "Optical", "Printing", "Ceramics", "Upholstery", "Joinery", "Poultry", "Laundry", "Violin"
    };
    private static final String[] ENDINGS = {
        "Supplies Ltd",
        "GmbH",
        "Products Inc",
        "& Sons",
        "International Co., Ltd.",
        "Services LLC",
        "S.A.",
        "Trading Company",
        "Group",
        "Works B.V."
    };
    private static final String[] GIVEN = {
        "Hannah", "Oliver", "Beatrice", "Lars", "Chiara", "Matthew", "Fiona", "Henrik", "Josephine", "Connor",
        "Astrid", "Gareth", "Louise", "Patrick", "Ingrid", "Rupert", "Heather", "Niall", "Veronica", "Douglas"
    };
    private static final String[] SURNAMES = {
        "Lindqvist", "Featherstone", "O'Donoghue", "Winterbottom", "Castellani", "Vandenberg", "Thistlewood", "Haugen",
        "Pemberton", "Gallagher", "Birkeland", "Ashworth", "Delacroix", "Hollingsworth", "Sorensen", "Macpherson",
        "Trevelyan", "Wetherby", "Zimmerli", "Ollivander"
    };

    private final PartyList list;
    private final List<Query> listed = new ArrayList<>();
    private final Random random = new Random(SEED);

    /** What was done to a listed name, and how many of them a block has. */
    enum Kind {
        EXACT(10),
        ONE_TYPO(4),
        TWO_TYPOS(4),
        SWAPPED(4),
        DROPPED(4),
        SPELLING(4),
        CLEAN(10);

        private final int inBlock;

        Kind(int inBlock) {
            this.inBlock = inBlock;
        }
    }

    /**
     * One query.
     *
     * @param kind what it is
     * @param text the name
     * @param party the number of the listed party that it means; -1 if none
     */
    record Query(Kind kind, String text, int party) {
        boolean isDamaged() {
            return kind != Kind.EXACT && kind != Kind.CLEAN;
        }
    }

    private Corpus(PartyList list) {
        this.list = list;
    }

    /** The queries for a list: always the same for the same list. */
    static List<Query> of(PartyList list) {
        return new Corpus(list).queries();
    }

    private List<Query> queries() {
        for (int record = 0; record < list.records().size(); record++) {
            for (ListedParty.Name name : list.records().get(record).names()) {
                if (LATIN.matcher(name.text()).matches() && letters(name.text()) > 0) {
                    listed.add(new Query(Kind.EXACT, name.text(), list.party(record)));
                }
            }
        }
        List<Query> all = new ArrayList<>(SIZE);
        while (all.size() < SIZE) {
            List<Query> block = new ArrayList<>(SAMPLE);
            for (Kind kind : Kind.values()) {
                for (int i = 0; i < kind.inBlock; i++) {
                    block.add(kind == Kind.CLEAN ? new Query(kind, clean(), -1) : fromListed(kind));
                }
            }
            Collections.shuffle(block, random);
            all.addAll(block);
        }
        return List.copyOf(all);
    }

    /** A listed name that can be changed in this way, changed. */
    private Query fromListed(Kind kind) {
        for (int tries = 0; tries < 10_000; tries++) {
            Query from = listed.get(random.nextInt(listed.size()));
            if (kind == Kind.EXACT) {
                return from;
            }
            String changed = letters(from.text()) < LEAST_LETTERS ? from.text() : change(kind, from.text());
            if (!PlainNames.plain(changed).equals(PlainNames.plain(from.text()))) {
                return new Query(kind, changed, from.party());
            }
        }
        throw new IllegalStateException("The list has no name for " + kind);
    }

    private String change(Kind kind, String name) {
        return switch (kind) {
            case ONE_TYPO -> typo(name);
            case TWO_TYPOS -> {
                String once = typo(name);
                String twice = typo(once);
                yield twice.equals(once) ? name : twice;
            }
            case SWAPPED -> swapped(name.split(" "));
            case DROPPED -> dropped(name.split(" "));
            case SPELLING -> otherSpelling(name);
            case EXACT, CLEAN -> name;
        };
    }

    private static long letters(String name) {
        return name.codePoints().filter(Character::isLetter).count();
    }

    /** One letter replaced, left out, put in, or changed places with the next, in a word that is long enough. */
    private String typo(String name) {
        List<Integer> places = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || !Character.isLetter(name.charAt(i))) {
                for (int place = start; i - start >= LEAST_WORD && place < i; place++) {
                    places.add(place);
                }
                start = i + 1;
            }
        }
        if (places.isEmpty()) {
            return name;
        }
        int at = places.get(random.nextInt(places.size()));
        char other = (char) ('a' + random.nextInt('z' - 'a' + 1));
        String before = name.substring(0, at);
        String after = name.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + other + after;
            case 1 -> before + after;
            case 2 -> before + name.charAt(at) + other + after;
            default ->
                after.isEmpty() || !Character.isLetter(after.charAt(0))
                        ? before + other + after
                        : before + after.charAt(0) + name.charAt(at) + after.substring(1);
        };
    }

    /** Two neighbours change places, where there are three words or more, or two. */
    private String swapped(String[] words) {
        if (words.length > 1) {
            int at = random.nextInt(words.length - 1);
            String word = words[at];
            words[at] = words[at + 1];
            words[at + 1] = word;
        }
        return String.join(" ", words);
    }

    /** One of at least three words is left out, but never the longest. */
    private String dropped(String[] words) {
        int longest = 0;
        for (int i = 1; i < words.length; i++) {
            longest = words[i].length() > words[longest].length() ? i : longest;
        }
        int at = random.nextInt(words.length);
        List<String> left = new ArrayList<>(List.of(words));
        if (words.length > 2 && at != longest) {
            left.remove(at);
        }
        return String.join(" ", left);
    }

    private String otherSpelling(String name) {
        String lower = PlainNames.plain(name);
        int first = random.nextInt(SPELLINGS.length);
        for (int i = 0; i < SPELLINGS.length; i++) {
            String[] pair = SPELLINGS[(first + i) % SPELLINGS.length];
            int from = random.nextInt(2);
            int at = lower.indexOf(pair[from]);
            if (at >= 0) {
                return lower.substring(0, at) + pair[1 - from] + lower.substring(at + pair[from].length());
            }
        }
        return name;
    }

    /** An ordinary organisation or person out of words that no list made. */
    private String clean() {
        return random.nextBoolean()
                ? any(PLACES) + " " + any(TRADES) + " " + any(ENDINGS)
                : any(GIVEN) + " " + any(SURNAMES);
    }

    private String any(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
