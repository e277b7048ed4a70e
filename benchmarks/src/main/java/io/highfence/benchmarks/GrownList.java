package io.highfence.benchmarks;

import io.highfence.base.BadInput;
import io.highfence.list.ListSource;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A list grown to more names: itself, followed by parties with two names each, whose words are those of listed names put together anew
 * by a seeded generator.
 *
 * <p>A new name has as many words as some listed name, and each of them stood at the same place of a listed name, counted from the
 * nearer end: first words stay first words and legal forms last. So words are as frequent as in the list, posting lists grow with the
 * names, and the dictionary of words stays as it is, which a list that really grew would not keep to. For scaling, never for quality.
 */
final class GrownList {
    private static final long SEED = 57;
    private static final int NAMES_A_PARTY = 2;
    private static final Pattern BLANKS = Pattern.compile("[\\s\"|]+");

    private GrownList() {}

    /**
     * Loads a list together with enough new parties.
     *
     * @param source the list
     * @param names how many names there are to be; the list as it is if it has as many
     */
    static PartyList of(ListSource source, int names) throws IOException, BadInput {
        PartyList list = PartyList.load(List.of(source));
        int missing = names - count(list);
        if (missing <= 0) {
            return list;
        }
        Path more = Files.createTempFile("grown", ".csv");
        try {
            write(list, missing, more);
            return PartyList.load(List.of(source, ListSource.parse("custom-csv:" + more)));
        } finally {
            Files.delete(more);
        }
    }

    /** How many names there are to search in. */
    static int count(PartyList list) {
        return list.records().stream().mapToInt(record -> record.names().size()).sum();
    }

    private static void write(PartyList list, int missing, Path file) throws IOException {
        List<String[]> names = new ArrayList<>();
        for (ListedParty record : list.records()) {
            record.names().forEach(name -> names.add(BLANKS.split(name.text())));
        }
        Random random = new Random(SEED);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,name,aliases\n");
            for (int made = 0; made < missing; made += NAMES_A_PARTY) {
                String name = recombined(names, random);
                String alias = name;
                while (alias.equals(name)) {
                    alias = recombined(names, random);
                }
                out.write(made + ",\"" + name + "\",\"" + (made + 1 < missing ? alias : "") + "\"\n");
            }
        }
    }

    /** A new name; out of a word such as "&" alone none can be made. */
    private static String recombined(List<String[]> names, Random random) {
        String name;
        do {
            name = wordsOf(names, random);
        } while (name.codePoints().noneMatch(Character::isLetterOrDigit));
        return name;
    }

    private static String wordsOf(List<String[]> names, Random random) {
        String[] form = names.get(random.nextInt(names.size()));
        String[] words = new String[form.length];
        for (int i = 0; i < words.length; i++) {
            int fromEnd = words.length - 1 - i;
            String[] other;
            do {
                other = names.get(random.nextInt(names.size()));
            } while (other.length <= Math.min(i, fromEnd));
            words[i] = i < fromEnd ? other[i] : other[other.length - 1 - fromEnd];
        }
        return String.join(" ", words);
    }
}
