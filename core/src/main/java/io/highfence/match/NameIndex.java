package io.highfence.match;

import io.highfence.text.Consonants;
import io.highfence.text.NameForm;
import io.highfence.text.Sounds;
import io.highfence.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Every word of every listed name, once, with the posting list of the names that hold it: so that a query is compared with each
 * word and not with each name. Immutable after {@link #close}.
 */
final class NameIndex {
    /** A dictionary of words, sorted by length, each with the names that hold it, once for each place where they do. */
    static final class Words {
        private final Map<String, Integer> ids = new HashMap<>();
        private final List<Postings> building = new ArrayList<>();
        private Postings[] words = {};

        /** Where the words of each length begin. */
        private int[] starts = {};

        /** The words without vowels, which length does not tell from others. */
        private int[] inConsonants = {};

        private void add(String text, int name, int weight) {
            int id = ids.computeIfAbsent(text, word -> {
                building.add(new Postings(word, weight));
                return building.size() - 1;
            });
            building.get(id).add(name);
        }

        private void close() {
            building.sort((a, b) -> a.text.length() != b.text.length()
                    ? Integer.compare(a.text.length(), b.text.length())
                    : a.text.compareTo(b.text));
            words = building.toArray(new Postings[0]);
            int longest = words.length == 0 ? 0 : words[words.length - 1].text.length();
            starts = new int[longest + 2];
            for (int i = 0; i < words.length; i++) {
                words[i].close();
                ids.put(words[i].text, i);
                starts[words[i].text.length() + 1] = i + 1;
            }
            for (int length = 1; length < starts.length; length++) {
                starts[length] = Math.max(starts[length], starts[length - 1]);
            }
            inConsonants = IntStream.range(0, words.length)
                    .filter(id -> words[id].consonants)
                    .toArray();
            building.clear();
        }

        int count() {
            return words.length;
        }

        Postings word(int id) {
            return words[id];
        }

        /** The number of a word, or -1. */
        int find(String text) {
            return ids.getOrDefault(text, -1);
        }

        /** The words without vowels. Not to be changed. */
        int[] inConsonants() {
            return inConsonants;
        }

        /** The number of the first word of at least so many signs. */
        int from(int length) {
            return starts[Math.min(Math.max(length, 0), starts.length - 1)];
        }
    }

    /** A word and the names that hold it. */
    static final class Postings {
        final String text;
        final int weight;
        final long signs;
        final String sounds;
        final long soundSigns;
        final boolean consonants;
        private int[] names = new int[2];
        private int size;

        Postings(String text, int weight) {
            this.text = text;
            this.weight = weight;
            signs = signs(text);
            consonants = Consonants.isOnly(text);
            sounds = Sounds.of(text);
            soundSigns = signs(sounds);
        }

        private void add(int name) {
            if (size == names.length) {
                names = Arrays.copyOf(names, 2 * size);
            }
            names[size++] = name;
        }

        private void close() {
            names = Arrays.copyOf(names, size);
        }

        /** Not to be changed. */
        int[] names() {
            return names;
        }
    }

    /** Words, as they are aligned one to one. */
    final Words words = new Words();

    /** Numbers and legal forms, which are alike only if they are equal. */
    final Words numbers = new Words();

    final Words legalForms = new Words();

    /** Two or three neighbours as one word. */
    final Words joined = new Words();

    /** The first initials of neighbours, for which an acronym may stand. */
    final Words acronyms = new Words();

    /** Whole names without blanks. */
    final Words glued = new Words();

    final Map<String, List<Integer>> canonical = new HashMap<>();

    private final List<Integer> records = new ArrayList<>();
    private final List<Long> needs = new ArrayList<>();

    /** Adds a reading of a listed name. */
    void add(int record, NameForm form) {
        int name = records.size();
        records.add(record);
        needs.add(NameScore.weight(form.tokens(), 0, form.tokens().size()));
        for (Token token : form.tokens()) {
            words(token.kind()).add(token.text(), name, token.weight());
        }
        form.pairs().forEach(pair -> addJoined(pair, name));
        form.triples().forEach(triple -> addJoined(triple, name));
        for (int from = 0; from < form.tokens().size(); from++) {
            acronymsFrom(form.tokens(), from).forEach(start -> acronyms.add(start, name, 0));
        }
        glued.add(form.glued(), name, 0);
        if (!form.whole().equals(form.glued())) {
            glued.add(form.whole(), name, 0);
        }
        canonical.computeIfAbsent(form.canonical(), k -> new ArrayList<>()).add(name);
    }

    private void addJoined(String text, int name) {
        if (!text.isEmpty()) {
            joined.add(text, name, 0);
        }
    }

    /** The first letters that an acronym of the words from a position on may have, small words passed over or not. */
    private static Set<String> acronymsFrom(List<Token> tokens, int from) {
        Set<String> whole = new HashSet<>();
        Set<String> begun = Set.of("");
        for (int at = from; at < tokens.size() && !begun.isEmpty(); at++) {
            String word = tokens.get(at).text();
            Set<String> next = new HashSet<>();
            for (String letters : begun) {
                if (!letters.isEmpty() && NameScore.isSmall(word)) {
                    next.add(letters);
                }
                for (char initial : NameScore.initialsOf(tokens.get(at)).toCharArray()) {
                    String longer = letters + initial;
                    (longer.length() == NameScore.LEAST_ACRONYM ? whole : next).add(longer);
                }
            }
            begun = next;
        }
        return whole;
    }

    /** Ends the building. */
    void close() {
        for (Words each : List.of(words, numbers, legalForms, joined, acronyms, glued)) {
            each.close();
        }
    }

    Words words(Token.Kind kind) {
        return switch (kind) {
            case WORD -> words;
            case NUMBER -> numbers;
            case LEGAL_FORM -> legalForms;
        };
    }

    int names() {
        return records.size();
    }

    /** The record that a name stands in. */
    int record(int name) {
        return records.get(name);
    }

    /** The weights of all words of a name. */
    long need(int name) {
        return needs.get(name);
    }

    /** A bit for each sign of a word; two signs may share one, so that a bit missing means that a sign is. */
    static long signs(String word) {
        long signs = 0;
        for (int i = 0; i < word.length(); i++) {
            signs |= 1L << word.charAt(i);
        }
        return signs;
    }
}
