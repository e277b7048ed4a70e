package io.highfence.law;

import io.highfence.base.Citation;
import io.highfence.law.RuleFamily.Coverage;
import io.highfence.law.RuleFields.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A warning sign that the regulation or an agency's guidance names, as it stands on one day. Immutable.
 *
 * <p>A flag is a question to ask of an order, never a ban: nothing is barred by flags alone.
 *
 * @param flag its name, stable from day to day, such as {@code red-flag-19}
 * @param number its number in Supp. No. 3 to 15 CFR part 732, paragraph (b), or null if it stands elsewhere
 * @param level what it does to an order
 * @param check what is looked for
 * @param data the facts that looking for it takes
 * @param rule the rule behind it, with its citation, trust, status, days and note
 */
public record RedFlag(String flag, @Nullable Integer number, Level level, String check, List<String> data, Rule rule) {
    /** What a flag does to an order. */
    public enum Level {
        /** It is shown and counted; the caller may hold on a combination of several. */
        INDICATOR,
        /** It holds the order until somebody has resolved it. */
        RED_FLAG
    }

    static final String FAMILY = "red-flag";

    static final RuleGroup GROUP = RuleGroup.of(
            "red-flags",
            List.of("red-flags.json"),
            List.of(RuleFamily.of(
                            FAMILY,
                            Coverage.ONCE_BEGUN,
                            RuleFields.NONE
                                    .with(Kind.TEXT, "flag")
                                    .maybe(Kind.WHOLE, "number")
                                    .oneOf("level", "INDICATOR", "RED_FLAG")
                                    .with(Kind.TEXT, "check")
                                    .with(Kind.TEXTS, "data")
                                    .maybe(Kind.LIMIT, "transistorsBn")
                                    .maybe(Kind.FLAG, "hbm"))
                    .keyedBy("flag")
                    .checkedBy(RedFlag::fault)));

    private static final String NUMBERED = "red-flag-";

    /**
     * Copies the list.
     *
     * @param flag its name
     * @param number its number, or null
     * @param level what it does
     * @param check what is looked for
     * @param data the facts that it takes
     * @param rule the rule behind it
     */
    public RedFlag {
        Objects.requireNonNull(flag, "flag");
        data = List.copyOf(data);
    }

    private static @Nullable String fault(Rule.Values values) {
        String flag = values.text("flag");
        if (values.has("number") ? !flag.equals(NUMBERED + values.whole("number")) : flag.startsWith(NUMBERED)) {
            return "a flag with a 'number' is called " + NUMBERED + "number, and no other flag is: " + flag;
        }
        if (values.texts("data").isEmpty()) {
            return "'data' names no fact, so nobody can look for " + flag;
        }
        return null;
    }

    /**
     * The flags that are in force on a day: neither stayed, nor merely proposed, nor left unenforced.
     *
     * @param book the rules
     * @param asOf the day
     * @return them in the order of the rule file
     */
    public static List<RedFlag> inForce(RuleBook book, LocalDate asOf) {
        return written(book, asOf).stream()
                .filter(flag -> flag.rule().status() == RuleStatus.IN_FORCE)
                .toList();
    }

    /**
     * The flags that are written on a day, whatever their status, so that a stayed one can be shown as such.
     *
     * @param book the rules
     * @param asOf the day
     * @return them in the order of the rule file
     */
    public static List<RedFlag> written(RuleBook book, LocalDate asOf) {
        List<RedFlag> flags = new ArrayList<>();
        for (Rule rule : book.rules(asOf)) {
            if (rule.family().equals(FAMILY)) {
                flags.add(of(rule));
            }
        }
        return List.copyOf(flags);
    }

    /**
     * The names of the flags that are indicators on some day.
     *
     * @param book the rules
     * @return the names, sorted
     */
    public static Set<String> indicators(RuleBook book) {
        Set<String> names = new TreeSet<>();
        for (Rule rule : book.rules()) {
            if (rule.family().equals(FAMILY) && rule.values().text("level").equals(Level.INDICATOR.name())) {
                names.add(rule.values().text("flag"));
            }
        }
        return names;
    }

    /**
     * Whether a rule is of a flag.
     *
     * @param rule any rule
     * @param flag the flag's name
     * @return true if it says what the flag is on its days
     */
    public static boolean is(Rule rule, String flag) {
        return rule.family().equals(FAMILY) && rule.values().text("flag").equals(flag);
    }

    private static RedFlag of(Rule rule) {
        Rule.Values values = rule.values();
        return new RedFlag(
                values.text("flag"),
                values.has("number") ? values.whole("number") : null,
                Level.valueOf(values.text("level")),
                values.text("check"),
                values.texts("data"),
                rule);
    }

    /**
     * Where the flag is written.
     *
     * @return the paragraph or guidance
     */
    public Citation citation() {
        return rule.citation();
    }
}
