package io.highfence.match;

import io.highfence.text.Abbreviations;
import io.highfence.text.Consonants;
import io.highfence.text.EditDistance;
import io.highfence.text.Folding;
import io.highfence.text.NameForm;
import io.highfence.text.Sounds;
import io.highfence.text.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Puts into words why two names have their score. It scores nothing itself: {@link NameScore} takes down how it did. */
final class NameExplainer {
    /** So many words of a searched name are changed in turn, since each change is scored anew. */
    private static final int MOST_CHANGED = 12;

    /** So many changes of a name are scored. */
    private static final int MOST_TRIED = 60;

    private final NameScore scorer;
    private final EditDistance distance = new EditDistance();
    private final WordLikeness likeness = new WordLikeness();

    NameExplainer(NameScore scorer) {
        this.scorer = scorer;
    }

    /** A name and the reading of it that scored. */
    record Read(String name, NameForm form) {}

    /** The explanation without types and changes. */
    NameExplanation explain(Read searched, Read listed, int threshold) {
        Working working = new Working();
        int score = scorer.score(searched.form(), listed.form(), scorer::alike, working);
        List<NameExplanation.Group> groups = new ArrayList<>();
        List<NameExplanation.Word> alone = List.of();
        List<NameExplanation.Word> listedAlone = List.of();
        long contradiction = 0;
        switch (working.channel()) {
            case EQUAL -> equal(searched.form(), groups);
            case GLUED -> groups.add(glued(searched.form(), listed.form(), working.glued()));
            case WORDS -> {
                List<Token> left = new ArrayList<>(searched.form().tokens());
                List<Token> listedLeft = new ArrayList<>(listed.form().tokens());
                for (Working.Pair pair : working.aligned()) {
                    List<Token> ours = span(searched.form(), pair.query(), pair.queryLength());
                    List<Token> theirs = span(listed.form(), pair.listed(), pair.listedLength());
                    groups.add(group(pair, ours, theirs));
                    removeThese(ours, left);
                    removeThese(theirs, listedLeft);
                }
                boolean both = hasName(left) && hasName(listedLeft);
                alone = alone(
                        left,
                        NameScore.QUERY_SHARE,
                        both ? "where the listed name has other words" : "not in the listed name");
                listedAlone = alone(
                        listedLeft,
                        NameScore.LISTED_SHARE,
                        both ? "where the searched name has other words" : "left out of the searched name");
                contradiction = working.contradiction();
            }
        }
        return new NameExplanation(
                new NameExplanation.Side(
                        searched.name(), searched.form().canonical().toString(), alone),
                new NameExplanation.Side(
                        listed.name(), listed.form().canonical().toString(), listedAlone),
                working.channel(),
                groups,
                contradiction,
                working.lowered(),
                score,
                threshold,
                ignored(searched, listed),
                List.of());
    }

    private static void equal(NameForm form, List<NameExplanation.Group> groups) {
        for (Token token : form.tokens()) {
            long weight = (long) (NameScore.QUERY_SHARE + NameScore.LISTED_SHARE) * token.weight();
            groups.add(new NameExplanation.Group(token.text(), token.text(), NameScore.ALIKE, 0, weight, "equal"));
        }
    }

    private NameExplanation.Group glued(NameForm searched, NameForm listed, long score) {
        boolean plain = scorer.glued(searched.glued(), listed.glued()) == score;
        String a = (plain ? searched.glued() : searched.whole()).toString();
        String b = (plain ? listed.glued() : listed.whole()).toString();
        int edits = edits(a, b);
        int longer = Math.max(a.length(), b.length());
        return new NameExplanation.Group(
                a,
                b,
                NameScore.ALIKE * (longer - edits) / longer,
                edits,
                (long) NameScore.QUERY_SHARE * searched.totalWeight()
                        + (long) NameScore.LISTED_SHARE * listed.totalWeight(),
                edits == 0 ? "equal without blanks" : "nearly equal without blanks: " + spoken(edits));
    }

    private NameExplanation.Group group(Working.Pair pair, List<Token> ours, List<Token> theirs) {
        String a = text(ours, " ");
        String b = text(theirs, " ");
        Near near = switch (pair.why()) {
            case EQUAL -> new Near("equal", 0);
            case ABBREVIATION, NEAR -> near(a, b, pair.alike());
            case INITIAL -> new Near("an initial of the other", 0);
            case ACRONYM -> new Near("an acronym of the other", 0);
            case JOINED -> joined(text(ours, ""), text(theirs, ""));
        };
        return new NameExplanation.Group(a, b, pair.alike(), near.edits(), pair.gain() / pair.alike(), near.reason());
    }

    /** Why words are alike that are not equal. */
    private record Near(String reason, int edits) {}

    private Near joined(String a, String b) {
        if (a.equals(b)) {
            return new Near("joined, else equal", 0);
        }
        likeness.from(a, 0, a.length());
        Near near = near(a, b, likeness.to(b, 0, b.length()));
        return new Near("joined, " + near.reason(), near.edits());
    }

    private Near near(String a, String b, int alike) {
        if (Abbreviations.related(a, b)) {
            return new Near("one a short form or another form of the other", 0);
        }
        if (Consonants.isOnly(a.charAt(0)) != Consonants.isOnly(b.charAt(0))) {
            boolean same = alike == WordLikeness.IN_CONSONANTS;
            return new Near("consonants " + (same ? "" : "nearly ") + "alike, vowels are not written", 0);
        }
        likeness.from(a, 0, a.length());
        if (likeness.inSound(b, 0, b.length()) == alike) {
            return new Near(Sounds.of(a).equals(Sounds.of(b)) ? "sound alike" : "sound nearly alike", 0);
        }
        int edits = edits(a, b);
        return new Near("spelled nearly alike: " + spoken(edits), edits);
    }

    private int edits(String a, String b) {
        return distance.within(a, b, Math.max(a.length(), b.length()));
    }

    private static String spoken(int edits) {
        return edits + (edits == 1 ? " edit" : " edits");
    }

    private static List<Token> span(NameForm form, int from, int length) {
        List<Token> span = new ArrayList<>();
        for (int i = from; i < from + length; i++) {
            span.add(form.token(i));
        }
        return span;
    }

    /** Removes these very tokens; a name may have two equal ones, of which either may go. */
    private static void removeThese(List<Token> tokens, List<Token> from) {
        tokens.forEach(from::remove);
    }

    private static String text(List<Token> tokens, String between) {
        return String.join(between, tokens.stream().map(Token::text).toList());
    }

    /** Whether there is anything but legal forms. */
    private static boolean hasName(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.kind() != Token.Kind.LEGAL_FORM);
    }

    private static List<NameExplanation.Word> alone(List<Token> left, int share, String why) {
        List<NameExplanation.Word> alone = new ArrayList<>();
        for (Token token : left) {
            boolean legal = token.kind() == Token.Kind.LEGAL_FORM;
            alone.add(new NameExplanation.Word(
                    token.text(), (long) share * token.weight(), legal ? "a legal form, weighs little" : why));
        }
        return alone;
    }

    private static List<String> ignored(Read searched, Read listed) {
        List<String> ignored = new ArrayList<>();
        ignored("searched", searched, ignored);
        ignored("listed", listed, ignored);
        return ignored;
    }

    private static void ignored(String side, Read read, List<String> ignored) {
        List<String> folded = new ArrayList<>();
        for (String word : words(read.name())) {
            String plain = Folding.fold(word);
            if (!plain.equals(word.toLowerCase(Locale.ROOT)) && folded.size() < MOST_CHANGED) {
                folded.add("'" + word + "' as '" + plain + "'");
            }
        }
        if (!folded.isEmpty()) {
            ignored.add("The " + side + " name is read in plain letters: " + String.join(", ", folded) + ".");
        }
        NameForm form = read.form();
        NameForm asItStands = NameForm.of(read.name());
        if (!form.sameAs(asItStands)) {
            ignored.add(
                    "The " + side + " name is read " + reading(read, asItStands) + " as '" + form.canonical() + "'.");
        }
        if (form.cut()) {
            ignored.add("The " + side + " name is too long, and its end is not compared.");
        }
        List<String> legal = form.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.LEGAL_FORM)
                .map(token -> "'" + token.text() + "'")
                .distinct()
                .toList();
        if (!legal.isEmpty()) {
            ignored.add("The legal form of the " + side + " name weighs little and is compared by its class: "
                    + String.join(", ", legal) + ".");
        }
    }

    private static String reading(Read read, NameForm asItStands) {
        NameForm form = read.form();
        return switch (form.origin()) {
            case GROUP -> "without the place at its end, by the name of its group,";
            case SYLLABLES -> "by its syllables, of which only equal ones count,";
            case READ ->
                NameForm.readings(read.name()).stream().anyMatch(form::sameAs)
                        ? "in Latin letters"
                        : "out of a disguise";
            case WRITTEN ->
                form.glued().toString().contentEquals(asItStands.glued())
                        ? "with its initials apart"
                        : "in part, by its brackets or as a joint name,";
        };
    }

    /**
     * Single changes of the searched name that cross the threshold: a word left out, a word as the listed name has it, a word of the
     * listed name added.
     */
    static List<NameExplanation.Change> changes(NameExplanation why, Read searched, ToIntFunction<String> scoreOf) {
        String name = searched.name();
        if (name.length() > NameForm.MAX_CHARS) {
            return List.of();
        }
        Trial trial = new Trial(why, scoreOf);
        List<String> words = words(name);
        int tried = Math.min(words.size(), MOST_CHANGED);
        for (int i = 0; i < tried && words.size() > 1; i++) {
            trial.of("without '" + words.get(i) + "'", replaced(words, i, 1, ""));
        }
        for (NameExplanation.Group group : why.groups()) {
            int length = group.searched().split(" ", -1).length;
            for (int i = 0; i + length <= tried && group.likeness() < NameScore.ALIKE; i++) {
                String ours = String.join(" ", words.subList(i, i + length));
                if (NameForm.of(ours).toString().equals(group.searched())) {
                    trial.of(
                            "with '" + group.listed() + "' for '" + ours + "'",
                            replaced(words, i, length, group.listed()));
                }
            }
        }
        // A Latin word in a name of another script would make a name that nobody writes.
        if (!searched.form().derived()) {
            for (NameExplanation.Word listed : why.listed().alone()) {
                for (int i = 0; i < tried; i++) {
                    if (isAlone(words.get(i), why.searched())) {
                        trial.of(
                                "with '" + listed.text() + "' for '" + words.get(i) + "'",
                                replaced(words, i, 1, listed.text()));
                    }
                }
                trial.of("with '" + listed.text() + "' added", String.join(" ", words) + " " + listed.text());
            }
        }
        return trial.changes;
    }

    private static boolean isAlone(String word, NameExplanation.Side side) {
        String folded = NameForm.of(word).toString();
        return side.alone().stream().anyMatch(alone -> alone.text().equals(folded));
    }

    /** Scores changed names and keeps those that cross the threshold. */
    private static final class Trial {
        private final NameExplanation why;
        private final ToIntFunction<String> scoreOf;
        private final List<NameExplanation.Change> changes = new ArrayList<>();
        private final Set<String> tried = new HashSet<>();

        Trial(NameExplanation why, ToIntFunction<String> scoreOf) {
            this.why = why;
            this.scoreOf = scoreOf;
        }

        void of(String what, String name) {
            if (tried.size() < MOST_TRIED && tried.add(name)) {
                int score = scoreOf.applyAsInt(name);
                if (score >= why.threshold() != why.score() >= why.threshold()) {
                    changes.add(new NameExplanation.Change(what, name, score));
                }
            }
        }
    }

    private static String replaced(List<String> words, int from, int length, String by) {
        List<String> changed = new ArrayList<>(words.subList(0, from));
        if (!by.isEmpty()) {
            changed.add(by);
        }
        changed.addAll(words.subList(from + length, words.size()));
        return String.join(" ", changed);
    }

    /** The name cut at its blanks, as people see it. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split("[\\s\\p{Z}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
