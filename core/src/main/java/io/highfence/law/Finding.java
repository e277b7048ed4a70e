package io.highfence.law;

import io.highfence.base.Citation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the law says about a transaction: how grave it is, what would release it, and where it is written.
 *
 * <p>Lists, embargoes, end uses and license requirements all answer in this form. Immutable and safe for many threads.
 *
 * @param level how grave it is; {@link Level#CLEAR} is an advice that holds nothing up
 * @param hold what releases a {@link Level#HOLD}; null for every other level
 * @param reason the stable id of the reason, such as {@code ENTITY_LIST}
 * @param fact the id of the rule that it rests on, such as {@code F3.15}
 * @param basis what kind of authority stands behind it
 * @param text the reason in a sentence for people
 * @param citation where it is written
 * @param missing the facts that could change it, possibly none
 * @param reviewPolicy the policy that an application for a license would meet, or null if it is not known or none is needed
 * @param exceptionsBarred whether it closes the license exceptions
 */
public record Finding(
        Level level,
        @Nullable Hold hold,
        String reason,
        String fact,
        Basis basis,
        String text,
        Citation citation,
        List<String> missing,
        @Nullable String reviewPolicy,
        boolean exceptionsBarred) {
    /** How grave a finding is, from the lightest to the gravest. */
    public enum Level {
        /** An advice; it holds nothing up. */
        CLEAR,
        /** A fact is missing and the answer turns on it. */
        NEEDS_DATA,
        /** A person, a document or a license must release it. */
        HOLD,
        /** Barred on these facts. */
        BLOCK;

        static final String[] WORDS = words(values());
    }

    /** What releases a hold. */
    public enum Hold {
        /** Only a record of an authorization. */
        LICENSE,
        /** A notice, its clock and a confirmation. */
        NOTICE,
        /** A document of the party. */
        STATEMENT,
        /** A person must look. */
        REVIEW,
        /** A warning sign that a disposition resolves. */
        RED_FLAG,
        /** Rules or lists are too old. */
        STALE;

        static final String[] WORDS = words(values());
    }

    /** What kind of authority stands behind a finding. */
    public enum Basis {
        /** A statute or regulation. */
        LAW,
        /** An agency's published reading of it. */
        GUIDANCE,
        /** An agency's announced policy, or the caller's own. */
        POLICY,
        /** A duty taken on by agreement. */
        CONTRACT;

        static final String[] WORDS = Arrays.stream(values())
                .map(basis -> basis.name().toLowerCase(java.util.Locale.ROOT))
                .toArray(String[]::new);

        static Basis of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    private static String[] words(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    /**
     * Copies the list and checks that a hold says what releases it, and nothing else does.
     *
     * @param level how grave it is
     * @param hold what releases a hold, or null
     * @param reason the stable id of the reason
     * @param fact the id of the rule
     * @param basis the kind of authority
     * @param text the reason for people
     * @param citation where it is written
     * @param missing the facts that could change it
     * @param reviewPolicy the policy of an application, or null
     * @param exceptionsBarred whether it closes the license exceptions
     * @throws IllegalArgumentException if a hold says not what releases it, or another level does
     */
    public Finding {
        if ((level == Level.HOLD) != (hold != null)) {
            throw new IllegalArgumentException("A hold, and only a hold, says what releases it: " + reason);
        }
        missing = List.copyOf(missing);
    }

    static @Nullable Hold hold(Rule.Values values, String name) {
        return values.has(name) ? Hold.valueOf(values.text(name)) : null;
    }

    Finding withMissing(List<String> more) {
        List<String> all = new ArrayList<>(missing);
        more.stream().filter(fact -> !all.contains(fact)).forEach(all::add);
        return new Finding(level, hold, reason, fact, basis, text, citation, all, reviewPolicy, exceptionsBarred);
    }

    Finding withPolicy(@Nullable String policy) {
        return new Finding(level, hold, reason, fact, basis, text, citation, missing, policy, exceptionsBarred);
    }

    /**
     * The same finding in other words.
     *
     * @param words a sentence for people
     * @return a finding that differs in its text alone
     */
    public Finding saying(String words) {
        return new Finding(level, hold, reason, fact, basis, words, citation, missing, reviewPolicy, exceptionsBarred);
    }
}
