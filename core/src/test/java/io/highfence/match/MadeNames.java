package io.highfence.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Names put together from ordinary words, and what people do to them; all from one seeded source. */
final class MadeNames {
    private static final String[] WORDS = {
        "North",
        "River",
        "Stone",
        "Bridge",
        "Harbor",
        "Falcon",
        "Maple",
        "Silver",
        "Orchard",
        "Lantern",
        "Copper",
        "Meadow",
        "Granite",
        "Willow",
        "Summit",
        "Anchor",
        "Cedar",
        "Prairie",
        "Compass",
        "Juniper",
        "Trading",
        "Technology",
        "Institute",
        "Research",
        "International",
        "General",
        "National",
        "Bank",
        "Group",
        "Systems",
        "Li",
        "Lu",
        "Wu",
        "Hu",
        "Jon",
        "John",
        "Maria",
        "Ivanov",
        "Petrov",
        "Garcia",
        "13th",
        "14th",
        "5",
        "55",
        "XIII",
        "Tech",
        "Intl",
        "Electronics",
        "Shanghai",
        "Beijing",
        "Moscow",
        "Tehran",
        "Plant",
        "No",
        "of",
        "and"
    };
    private static final String[] FORMS = {"Ltd", "Limited", "LLC", "Co., Ltd.", "Inc", "JSC", "GmbH", "S.A."};
    private static final String[] PLACES = {
        "India", "Japan Ltd", "Hong Kong Limited", "Middle East FZE", "Beijing", "of China"
    };

    private final Random random;

    MadeNames(Random random) {
        this.random = random;
    }

    String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    /** One to five words, at times with a legal form. */
    String name() {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            words.add(word());
        }
        if (random.nextInt(3) == 0) {
            words.add(FORMS[random.nextInt(FORMS.length)]);
        }
        return String.join(" ", words);
    }

    /** The name as somebody else might write it: at times unchanged but for case and signs. */
    String varied(String name) {
        List<String> words = new ArrayList<>(List.of(name.split(" ", -1)));
        switch (random.nextInt(9)) {
            case 0 -> words.add(word());
            case 1 -> words.remove(random.nextInt(words.size()));
            case 2 -> Collections.shuffle(words, random);
            case 3 -> words.set(random.nextInt(words.size()), word());
            case 4 -> words.set(0, edited(words.get(0)));
            case 5 -> words.add(FORMS[random.nextInt(FORMS.length)]);
            case 6 -> {
                return name.toUpperCase(java.util.Locale.ROOT) + ".";
            }
            case 7 -> {
                return name.replaceFirst(" ", "");
            }
            default -> {
                return "  " + name.replace(" ", "  ");
            }
        }
        return String.join(" ", words);
    }

    /** The name of a part of the party, which says where it is. */
    String part(String name) {
        return name + " " + PLACES[random.nextInt(PLACES.length)];
    }

    private String edited(String word) {
        int at = random.nextInt(Math.max(1, word.length()));
        char letter = (char) ('a' + random.nextInt(26));
        return word.substring(0, at) + letter + word.substring(Math.min(word.length(), at + random.nextInt(2)));
    }
}
