package io.highfence.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The work of this room with strings in and out, for tests. */
final class AsStrings {
    private AsStrings() {}

    private static Set<String> all(Texts texts) {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i < texts.count(); i++) {
            all.add(texts.get(i).toString());
        }
        return all;
    }

    static Set<String> nativeReadings(String name) {
        Texts readings = new Texts();
        new NativeReadings().find(new Chars().add(name), readings);
        return all(readings);
    }

    static Set<String> disguises(String name) {
        Texts plain = new Texts();
        new Disguises().find(new Chars().add(name), plain);
        return all(plain);
    }

    static Set<String> consonants(String word) {
        Texts readings = new Texts();
        new Consonants().read(word, 0, word.length(), false, readings);
        return all(readings);
    }

    /** The usual reading. */
    static String consonants(String word, boolean hebrew) {
        Texts readings = new Texts();
        new Consonants().read(word, 0, word.length(), hebrew, readings);
        return readings.get(0).toString();
    }

    static String hangul(String syllables, Hangul.Way way) {
        Chars latin = new Chars();
        Hangul.latin(syllables, 0, syllables.length(), way, latin);
        return latin.toString();
    }

    static List<String> han(char c) {
        List<String> readings = new ArrayList<>();
        for (int i = 0; i < Han.readings(c); i++) {
            readings.add(Han.reading(c, i));
        }
        return readings;
    }

    static Words words(List<String> words) {
        Words row = new Words();
        words.forEach(row::add);
        return row;
    }

    static int legalForm(List<String> words, int from) {
        return new LegalForms().length(words(words), from);
    }

    static String corrected(String word) {
        String right = new LegalForms().corrected(word, 0, word.length());
        return right == null ? word : right;
    }

    static List<String> joins(NameForm form, int length) {
        List<String> joins = new ArrayList<>();
        for (int i = 0; i < form.size(); i++) {
            joins.add(
                    form.joins(i, length)
                            ? form.glued()
                                    .subSequence(form.gluedFrom(i), form.gluedTo(i + length - 1))
                                    .toString()
                            : "");
        }
        return joins;
    }
}
