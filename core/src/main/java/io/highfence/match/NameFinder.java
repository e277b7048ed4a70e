package io.highfence.match;

import io.highfence.match.NameIndex.Postings;
import io.highfence.match.NameIndex.Words;
import io.highfence.text.Abbreviations;
import io.highfence.text.NameForm;
import io.highfence.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the records that may reach a threshold, so that only they are scored: all of them, and few others.
 *
 * <p>The sum of gains that the score of words is made of has a bound that needs no alignment: each word of the query gains at
 * most its weight times its greatest likeness to a word of the name, and each word of the name likewise. A name whose bound
 * stays under what the threshold needs is passed over. Names that share a joined word, an acronym or nearly all letters with
 * the query are not passed over at all. Not safe for several threads; allocates.
 */
final class NameFinder {
    /** A word of the list and how alike it is to a word of the query. */
    private record Alike(int word, int alike) {}

    private final NameIndex index;
    private final NameScore scorer;
    private final Map<String, List<Alike>> alikeWords = new HashMap<>();
    private final long[] gains;
    private final int[] seenBy;
    private final int[] bestOfWord;
    private final List<Integer> touchedWords = new ArrayList<>();

    NameFinder(NameIndex index, NameScore scorer) {
        this.index = index;
        this.scorer = scorer;
        gains = new long[index.names()];
        seenBy = new int[index.names()];
        bestOfWord = new int[index.words.count()];
    }

    /** The records of which some reading of a name may reach a threshold with some reading of the query. */
    BitSet records(List<NameForm> forms, int threshold) {
        BitSet found = new BitSet();
        alikeWords.clear();
        for (NameForm form : forms) {
            find(form, threshold, found);
        }
        return found;
    }

    private void find(NameForm form, int threshold, BitSet found) {
        for (int name : index.canonical.getOrDefault(form.canonical(), List.of())) {
            found.set(index.record(name));
        }
        findGlued(form.glued(), found);
        if (!form.whole().equals(form.glued())) {
            findGlued(form.whole(), found);
        }
        findJoined(form, found);
        findAcronyms(form, found);
        findByWords(form, threshold, found);
    }

    private void findGlued(String text, BitSet found) {
        int limit = NameScore.gluedLimit(text.length());
        Postings query = new Postings(text, 0);
        // The longer of the two sets the limit.
        int longest = text.length();
        while (longest + 1 - text.length() <= NameScore.gluedLimit(longest + 1)) {
            longest++;
        }
        Words words = index.glued;
        for (int id = words.from(text.length() - limit); id < words.from(longest + 1); id++) {
            Postings word = words.word(id);
            int most = NameScore.gluedLimit(Math.max(text.length(), word.text.length()));
            if (apart(query.signs, word.signs) <= most && scorer.glued(text, word.text) > 0) {
                addAll(word, found);
            }
        }
    }

    private void findJoined(NameForm form, BitSet found) {
        for (List<String> spans : List.of(form.pairs(), form.triples())) {
            for (String span : spans) {
                if (!span.isEmpty()) {
                    findJoined(span, index.words, found);
                    findJoined(span, index.numbers, found);
                }
            }
        }
        for (Token token : form.tokens()) {
            if (token.kind() != Token.Kind.LEGAL_FORM) {
                findJoined(token.text(), index.joined, found);
            }
        }
    }

    private void findJoined(String text, Words words, BitSet found) {
        for (Alike alike : alike(text, words, NameScore.LEAST_JOINED_ALIKE)) {
            addAll(words.word(alike.word()), found);
        }
    }

    private void findAcronyms(NameForm form, BitSet found) {
        for (int from = 0; from < form.tokens().size(); from++) {
            Token token = form.tokens().get(from);
            if (token.kind() == Token.Kind.WORD) {
                findAcronym(token.text(), found);
            }
        }
        if (form.tokens().size() < NameScore.LEAST_ACRONYM) {
            return;
        }
        Words words = index.words;
        for (int id = words.from(NameScore.LEAST_ACRONYM); id < words.from(NameScore.MOST_ACRONYM + 1); id++) {
            String word = words.word(id).text;
            for (int from = 0; from < form.tokens().size(); from++) {
                if (NameScore.initials(word, form.tokens(), from) > 0) {
                    addAll(words.word(id), found);
                }
            }
        }
    }

    private void findAcronym(String text, BitSet found) {
        if (text.length() >= NameScore.LEAST_ACRONYM && text.length() <= NameScore.MOST_ACRONYM) {
            int id = index.acronyms.find(text.substring(0, NameScore.LEAST_ACRONYM));
            if (id >= 0) {
                addAll(index.acronyms.word(id), found);
            }
        }
    }

    private void addAll(Postings word, BitSet found) {
        for (int name : word.names()) {
            found.set(index.record(name));
        }
    }

    private void findByWords(NameForm form, int threshold, BitSet found) {
        Arrays.fill(gains, 0);
        Arrays.fill(seenBy, -1);
        long everyName = 0;
        for (int i = 0; i < form.tokens().size(); i++) {
            Token token = form.tokens().get(i);
            long weight = (long) NameScore.QUERY_SHARE * token.weight();
            if (token.kind() != Token.Kind.WORD) {
                Words words = index.words(token.kind());
                int id = words.find(token.text());
                if (id >= 0) {
                    gainOfListed(words.word(id), (long) NameScore.ALIKE * NameScore.LISTED_SHARE * token.weight());
                    gainOfQuery(i, words.word(id), NameScore.ALIKE * weight);
                }
                continue;
            }
            if (token.text().length() == 1) {
                // An initial may stand for any word that begins with it: what it could gain is granted to every name.
                everyName += NameScore.ALIKE * weight;
                touchInitial(token.text());
                continue;
            }
            for (Alike alike : alikeWords(token.text())) {
                touch(alike.word(), alike.alike());
                gainOfQuery(i, index.words.word(alike.word()), alike.alike() * weight);
            }
        }
        for (int word : touchedWords) {
            Postings postings = index.words.word(word);
            gainOfListed(postings, (long) bestOfWord[word] * NameScore.LISTED_SHARE * postings.weight);
            bestOfWord[word] = 0;
        }
        touchedWords.clear();
        long need = (long) NameScore.QUERY_SHARE
                * NameScore.weight(form.tokens(), 0, form.tokens().size());
        for (int name = 0; name < gains.length; name++) {
            long least = need + NameScore.LISTED_SHARE * index.need(name);
            if (NameScore.EQUAL * (gains[name] + everyName) >= (long) threshold * NameScore.ALIKE * least) {
                found.set(index.record(name));
            }
        }
    }

    private void touchInitial(String letter) {
        for (int id = 0; id < index.words.count(); id++) {
            String word = index.words.word(id).text;
            int alike = word.length() == 1
                    ? scorer.alike(letter, word)
                    : word.charAt(0) == letter.charAt(0) ? NameScore.INITIAL : 0;
            if (alike > 0) {
                touch(id, alike);
            }
        }
    }

    private void touch(int word, int alike) {
        if (bestOfWord[word] == 0) {
            touchedWords.add(word);
        }
        bestOfWord[word] = Math.max(bestOfWord[word], alike);
    }

    /** A word of the query gains once a name, by the most alike word, which comes first. */
    private void gainOfQuery(int token, Postings word, long gain) {
        for (int name : word.names()) {
            if (seenBy[name] != token) {
                seenBy[name] = token;
                gains[name] += gain;
            }
        }
    }

    private void gainOfListed(Postings word, long gain) {
        for (int name : word.names()) {
            gains[name] += gain;
        }
    }

    /** The words of the list that a word of the query can be aligned with, most alike first. */
    private List<Alike> alikeWords(String text) {
        return alikeWords.computeIfAbsent(text, word -> {
            List<Alike> alike = alike(word, index.words, 1);
            alike.removeIf(found -> index.words.word(found.word()).text.length() == 1);
            int initial = index.words.find(word.substring(0, 1));
            if (initial >= 0) {
                alike.add(new Alike(initial, NameScore.INITIAL));
            }
            alike.sort((a, b) -> Integer.compare(b.alike(), a.alike()));
            return alike;
        });
    }

    /** The words of a dictionary that are at least so alike to a word, from 1. */
    private List<Alike> alike(String text, Words words, int least) {
        List<Alike> found = new ArrayList<>();
        Postings query = new Postings(text, 0);
        int shortest = query.consonants ? 0 : text.length() * NameScore.LEAST_ALIKE / NameScore.ALIKE;
        int longest =
                query.consonants ? Integer.MAX_VALUE - 1 : text.length() * NameScore.ALIKE / NameScore.LEAST_ALIKE;
        for (int id = words.from(shortest); id < words.from(longest + 1); id++) {
            add(query, words, id, least, found);
        }
        if (!query.consonants) {
            for (int id : words.inConsonants()) {
                add(query, words, id, least, found);
            }
        }
        for (String related : Abbreviations.relatedTo(text)) {
            int id = words.find(related);
            if (id >= 0) {
                found.add(new Alike(id, NameScore.ABBREVIATED));
            }
        }
        return found;
    }

    private void add(Postings query, Words words, int id, int least, List<Alike> found) {
        Postings word = words.word(id);
        if (mayBeAlike(query, word, least)) {
            int alike = scorer.alike(query.text, word.text, query.sounds, word.sounds);
            if (alike >= least) {
                found.add(new Alike(id, alike));
            }
        }
    }

    /** False only where words are less alike: each edit removes and adds one sign at most. */
    private static boolean mayBeAlike(Postings a, Postings b, int threshold) {
        int least = Math.max(threshold, NameScore.LEAST_ALIKE);
        return a.consonants != b.consonants
                || apart(a.signs, b.signs) <= NameScore.limit(a.text, b.text, least)
                || apart(a.soundSigns, b.soundSigns) <= NameScore.soundLimit(a.sounds, b.sounds, least);
    }

    /** The least number of edits between words of these signs. */
    private static int apart(long a, long b) {
        return Math.max(Long.bitCount(a & ~b), Long.bitCount(b & ~a));
    }
}
