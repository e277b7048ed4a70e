package io.highfence.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words of one language: what a rule's reasons mean in law, and what a customer may read of them. Immutable. */
final class Words {
    /** The languages that there are words of. */
    static final Set<String> LANGUAGES = Set.of("de", "en");

    /** Any letters, in the key of an entry. */
    private static final char ANY = '*';

    private static final String LEGAL = "legal.";

    private static final Map<String, String> PHRASES = load("phrases.properties");
    private static final Map<String, Words> BY_LANGUAGE =
            Map.of("de", new Words(load("words_de.properties")), "en", new Words(load("words_en.properties")));

    private final Map<String, String> words;

    private Words(Map<String, String> words) {
        this.words = words;
    }

    static Words of(Locale locale) {
        Words words = BY_LANGUAGE.get(locale.getLanguage());
        if (words == null) {
            throw new IllegalArgumentException("There are no words in the language '" + locale.getLanguage()
                    + "'; there are " + new TreeSet<>(LANGUAGES));
        }
        return words;
    }

    /** The words of a key, with its placeholders still in them. */
    String get(String key) {
        String found = words.get(key);
        if (found == null) {
            throw new IllegalArgumentException("There are no words for " + key);
        }
        return found;
    }

    /** The words of a key; each pair is a placeholder and what takes its place, which may hold braces of its own. */
    String get(String key, String... pairs) {
        return fill(get(key), pairs);
    }

    /** What a reason of a rule means in law. */
    String legal(String rule, String... pairs) {
        return fill(get(LEGAL + entry(rule)), pairs);
    }

    /** What a customer may read of a reason of a rule. */
    String customer(String rule) {
        return get("say." + phrase(entry(rule)));
    }

    private static String phrase(String entry) {
        String phrase = PHRASES.get(entry);
        if (phrase == null) {
            throw new IllegalStateException("There is no entry " + entry);
        }
        return phrase;
    }

    /** The entry of a rule: its own, else the pattern with most letters of it, of which the last is the one that fits all. */
    static String entry(String rule) {
        if (PHRASES.containsKey(rule)) {
            return rule;
        }
        String best = null;
        for (String pattern : PHRASES.keySet()) {
            if (fits(pattern, rule) && (best == null || pattern.length() > best.length())) {
                best = pattern;
            }
        }
        return best == null ? String.valueOf(ANY) : best;
    }

    private static boolean fits(String pattern, String rule) {
        int star = pattern.indexOf(ANY);
        return star >= 0
                && rule.length() >= pattern.length()
                && rule.startsWith(pattern.substring(0, star))
                && rule.endsWith(pattern.substring(star + 1));
    }

    private static String fill(String text, String... pairs) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            String value = null;
            int length = 1;
            for (int i = 0; text.charAt(at) == '{' && i < pairs.length; i += 2) {
                String placeholder = "{" + pairs[i] + "}";
                if (text.startsWith(placeholder, at)) {
                    value = pairs[i + 1];
                    length = placeholder.length();
                }
            }
            filled.append(value == null ? text.substring(at, at + length) : value);
            at += length;
        }
        return filled.toString();
    }

    private static Map<String, String> load(String file) {
        Properties read = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the jar");
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> words.put(key, read.getProperty(key)));
        return words;
    }
}
