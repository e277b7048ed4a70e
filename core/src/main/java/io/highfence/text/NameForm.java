package io.highfence.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A name in canonical form: its words in the order of reading.
 *
 * <p>Two names are the same exactly if their canonical forms are equal. The bounds below belong to the form, so that every
 * user of it sees the same cut name. A form is filled anew for each name, so that filling it allocates nothing; what returns a
 * list or a string allocates. Not safe for several threads while it is filled.
 */
public final class NameForm {
    /** From which signs a form was read. */
    public enum Origin {
        /** From those of the name. */
        WRITTEN,
        /** By sound, or out of a disguise: near words count as with any name. */
        READ,
        /** From Han by syllables. Many differ by one letter, so that only equal words count. */
        SYLLABLES,
        /** From those of the name without the place at its end, by which a part of a group is told from the group. */
        GROUP
    }

    /** The longest name, in characters; the longest in a published list has 381. */
    public static final int MAX_CHARS = 600;

    /** The most words of a name; the most in a published list are 57. */
    public static final int MAX_TOKENS = 64;

    private final Chars canonical = new Chars(2 * Folding.MAX_FOLDED);
    private final Chars glued = new Chars();
    private final Chars whole = new Chars();
    private final int[] from = new int[MAX_TOKENS];
    private final int[] to = new int[MAX_TOKENS];
    private final int[] gluedTo = new int[MAX_TOKENS];
    private final int[] weights = new int[MAX_TOKENS];
    private final Token.Kind[] kinds = new Token.Kind[MAX_TOKENS];
    private int count;
    private int totalWeight;
    private Origin origin = Origin.WRITTEN;
    private boolean cut;

    /** A form without words. */
    public NameForm() {}

    /**
     * Brings a name to canonical form.
     *
     * @param name a name as people write it
     * @return the form; without tokens if the name has no letter and no digit
     */
    public static NameForm of(CharSequence name) {
        NameForm form = new NameForm();
        new NameParser().parse(name, 0, name.length(), true, form);
        return form;
    }

    /**
     * Every reading of a name: as it stands; without what is in brackets; a short form or a second name in brackets, as in
     * {@code Semiconductor Manufacturing International Corporation (SMIC)}; and the member of a group that a joint name ends with.
     *
     * @param name a name as people write it
     * @return its readings, as it stands first
     */
    public static List<NameForm> readings(CharSequence name) {
        NameReader reader = new NameReader();
        reader.read(name);
        return forms(reader);
    }

    /**
     * Every reading of a name that is searched for: those of {@link #readings}, and what it says out of a disguise, such as digits
     * for letters. Listed names are not disguised.
     *
     * @param name a name as people write it
     * @return its readings, as it stands first
     */
    public static List<NameForm> searched(CharSequence name) {
        NameReader reader = new NameReader();
        reader.search(name);
        return forms(reader);
    }

    private static List<NameForm> forms(NameReader reader) {
        List<NameForm> forms = new ArrayList<>();
        for (int i = 0; i < reader.count(); i++) {
            forms.add(reader.form(i));
        }
        return List.copyOf(forms);
    }

    /**
     * Takes all words away.
     *
     * @param signs from which signs the words to come are read
     * @return this
     */
    public NameForm clear(Origin signs) {
        canonical.clear();
        glued.clear();
        whole.clear();
        count = 0;
        totalWeight = 0;
        origin = signs;
        cut = false;
        return this;
    }

    /**
     * Appends a word.
     *
     * @param text a text that holds the folded word; for a legal form, its class
     * @param start where the word begins
     * @param end behind its end
     * @param kind what it is
     * @param weight how much it tells
     */
    public void add(CharSequence text, int start, int end, Token.Kind kind, int weight) {
        if (count > 0) {
            canonical.add(' ');
        }
        from[count] = canonical.length();
        canonical.add(text, start, end);
        to[count] = canonical.length();
        if (kind != Token.Kind.LEGAL_FORM) {
            glued.add(text, start, end);
        }
        gluedTo[count] = glued.length();
        kinds[count] = kind;
        weights[count] = weight;
        totalWeight += weight;
        count++;
    }

    /** Takes the last words away. */
    void removeAll() {
        canonical.clear();
        glued.clear();
        count = 0;
        totalWeight = 0;
    }

    void setWeight(int token, int weight) {
        totalWeight += weight - weights[token];
        weights[token] = weight;
    }

    void origin(Origin signs) {
        origin = signs;
    }

    void cut(boolean isCut) {
        cut = isCut;
    }

    /**
     * How many words it has.
     *
     * @return from 0 to {@link #MAX_TOKENS}
     */
    public int size() {
        return count;
    }

    /**
     * What a word is.
     *
     * @param token from 0 to {@link #size} less 1
     * @return its kind
     */
    public Token.Kind kind(int token) {
        return kinds[token];
    }

    /**
     * How much a word tells.
     *
     * @param token from 0 to {@link #size} less 1
     * @return its weight
     */
    public int weight(int token) {
        return weights[token];
    }

    /**
     * How much some neighbours tell together.
     *
     * @param token the first
     * @param length how many
     * @return the sum of their weights
     */
    public int weight(int token, int length) {
        int weight = 0;
        for (int i = token; i < token + length; i++) {
            weight += weights[i];
        }
        return weight;
    }

    /**
     * How much all words tell together.
     *
     * @return the sum of their weights
     */
    public int totalWeight() {
        return totalWeight;
    }

    /**
     * Where a word begins in {@link #canonical}.
     *
     * @param token from 0 to {@link #size} less 1
     * @return the place of its first letter
     */
    public int from(int token) {
        return from[token];
    }

    /**
     * Where a word ends in {@link #canonical}.
     *
     * @param token from 0 to {@link #size} less 1
     * @return the place behind its last letter
     */
    public int to(int token) {
        return to[token];
    }

    /**
     * Where a word begins in {@link #glued}; a legal form is empty there.
     *
     * @param token from 0 to {@link #size} less 1
     * @return the place of its first letter
     */
    public int gluedFrom(int token) {
        return token == 0 ? 0 : gluedTo[token - 1];
    }

    /**
     * Where a word ends in {@link #glued}.
     *
     * @param token from 0 to {@link #size} less 1
     * @return the place behind its last letter
     */
    public int gluedTo(int token) {
        return gluedTo[token];
    }

    /**
     * Whether neighbours can be run together: there are so many, and no legal form is among them. Then they are what stands
     * in {@link #glued} from the first to the last.
     *
     * @param token the first
     * @param length how many
     * @return true if they can
     */
    public boolean joins(int token, int length) {
        if (token + length > count) {
            return false;
        }
        for (int i = token; i < token + length; i++) {
            if (kinds[i] == Token.Kind.LEGAL_FORM) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a word is too common to find a party by.
     *
     * @param token from 0 to {@link #size} less 1
     * @return true for legal forms and for words below {@link TokenWeights#GENERIC}
     */
    public boolean isGeneric(int token) {
        return kinds[token] == Token.Kind.LEGAL_FORM || weights[token] < TokenWeights.GENERIC;
    }

    /**
     * How many words are no legal forms.
     *
     * @return their number
     */
    public int names() {
        int names = 0;
        for (int i = 0; i < count; i++) {
            names += kinds[i] == Token.Kind.LEGAL_FORM ? 0 : 1;
        }
        return names;
    }

    /**
     * The words joined by blanks, legal forms by their class.
     *
     * @return a text that changes when the form is filled anew
     */
    public Chars canonical() {
        return canonical;
    }

    /**
     * The words without legal forms, joined without blanks.
     *
     * @return a text that changes when the form is filled anew
     */
    public Chars glued() {
        return glued;
    }

    /**
     * All words as they are written, joined without blanks.
     *
     * @return a text that changes when the form is filled anew
     */
    public Chars whole() {
        return whole;
    }

    /**
     * From which signs it was read.
     *
     * @return the origin
     */
    public Origin origin() {
        return origin;
    }

    /**
     * Whether it was read from other signs than those of the name; such a form is wholly equal to no other.
     *
     * @return true if it was
     */
    public boolean derived() {
        return origin != Origin.WRITTEN;
    }

    /**
     * Whether the name was longer than {@link #MAX_CHARS} or {@link #MAX_TOKENS}, and its end was dropped.
     *
     * @return true if it was
     */
    public boolean cut() {
        return cut;
    }

    /**
     * Whether another form has the same words.
     *
     * @param other another form
     * @return true if the canonical forms are equal
     */
    public boolean sameAs(NameForm other) {
        return canonical.is(other.canonical);
    }

    /**
     * A word as one object.
     *
     * @param token from 0 to {@link #size} less 1
     * @return the word
     */
    public Token token(int token) {
        return new Token(canonical.subSequence(from[token], to[token]).toString(), kind(token), weights[token]);
    }

    /**
     * The words.
     *
     * @return a new list of them
     */
    public List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tokens.add(token(i));
        }
        return tokens;
    }

    @Override
    public String toString() {
        return canonical.toString();
    }
}
