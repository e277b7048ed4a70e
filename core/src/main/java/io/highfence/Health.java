package io.highfence;

import io.highfence.base.Digest;
import io.highfence.law.Rule;
import io.highfence.law.RuleBook;
import io.highfence.list.ListTerms;
import io.highfence.list.PartyList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether rules and lists are fit to decide orders of a day, and what will change soon: what to look at each morning, before orders hold.
 * A pure function of what it is made from. Immutable.
 *
 * @param day the day that it is about
 * @param ruleSet the digest of the rules
 * @param verifiedThrough the day through which the law was read
 * @param rulesOpenUntil the last as-of date that does not hold because of the rules, by the settings' horizon or acceptance
 * @param listSet the digest of the lists
 * @param sample whether nothing but the bundled sample is loaded
 * @param lists each edition and its age
 * @param missingLists the lists that the settings require and nobody loaded, sorted
 * @param ruleDates the days after {@code day}, up to the number asked for, on which rules begin or have ended, with their ids and keys
 * @param config the digest of the settings
 */
public record Health(
        LocalDate day,
        Digest ruleSet,
        LocalDate verifiedThrough,
        LocalDate rulesOpenUntil,
        Digest listSet,
        boolean sample,
        List<ListAge> lists,
        List<String> missingLists,
        SortedMap<LocalDate, Set<String>> ruleDates,
        Digest config) {

    /** What the age of an edition does to an order of the day. */
    public enum Age {
        /** Nothing. */
        GOOD,
        /** It is older than is allowed: every order holds. */
        STALE,
        /** It was published after the day: every order holds. */
        TOO_NEW,
        /** Nobody says when it was published: every order holds. */
        UNDATED,
        /** It is the bundled sample, of which no age is asked. */
        SAMPLE
    }

    /**
     * An edition of a list and its age.
     *
     * @param edition the edition's label
     * @param publishedOn the day of publication, or null if nobody says
     * @param days its age in days, negative before publication, or null
     * @param most the greatest age in days that is allowed
     * @param age what the age does
     */
    public record ListAge(
            String edition,
            @Nullable LocalDate publishedOn,
            @Nullable Long days,
            int most,
            Age age) {
        /** How old an edition is, by the settings' age for all lists or its own. */
        static ListAge of(PartyList.Edition edition, Settings settings, LocalDate day) {
            return new ListAge(
                    edition.label(),
                    edition.publishedOn(),
                    edition.age(day),
                    most(edition, settings),
                    judge(edition, settings, day));
        }

        /** What the age of an edition does. Allocates nothing. */
        static Age judge(PartyList.Edition edition, Settings settings, LocalDate day) {
            LocalDate published = edition.publishedOn();
            if (edition.sample()) {
                return Age.SAMPLE;
            }
            if (published == null) {
                return Age.UNDATED;
            }
            long days = ChronoUnit.DAYS.between(published, day);
            return days > most(edition, settings) ? Age.STALE : days < 0 ? Age.TOO_NEW : Age.GOOD;
        }

        private static int most(PartyList.Edition edition, Settings settings) {
            Integer given = settings.maxListAgeDays();
            return given == null ? ListTerms.maxAgeDays(edition) : given;
        }
    }

    /**
     * Copies the collections.
     *
     * @param day the day
     * @param ruleSet the digest of the rules
     * @param verifiedThrough the day through which the law was read
     * @param rulesOpenUntil the last as-of date for the rules
     * @param listSet the digest of the lists
     * @param sample whether there is only the sample
     * @param lists editions and ages
     * @param missingLists lists that are missing
     * @param ruleDates days on which rules change
     * @param config the digest of the settings
     */
    public Health {
        lists = List.copyOf(lists);
        missingLists = List.copyOf(missingLists);
        ruleDates = Collections.unmodifiableSortedMap(new TreeMap<>(ruleDates));
    }

    /**
     * Looks at rules and lists.
     *
     * @param rules the rules
     * @param lists the lists
     * @param settings the settings
     * @param day the day, today for the morning's look
     * @param within how many days ahead to look for changes of rules, not negative
     * @return what was found
     * @throws IllegalArgumentException if {@code within} is negative
     */
    public static Health of(RuleBook rules, PartyList lists, Settings settings, LocalDate day, int within) {
        if (within < 0) {
            throw new IllegalArgumentException("Days ahead are not negative: " + within);
        }
        List<ListAge> ages = new ArrayList<>();
        Set<String> missing = new TreeSet<>(settings.requiredLists());
        for (PartyList.Edition edition : lists.editions()) {
            missing.removeAll(edition.lists());
            ages.add(ListAge.of(edition, settings, day));
        }
        return new Health(
                day,
                rules.digest(),
                rules.verifiedThrough(),
                openUntil(rules, settings),
                lists.digest(),
                lists.isSample(),
                ages,
                List.copyOf(missing),
                dates(rules, day, within),
                settings.digest());
    }

    private static LocalDate openUntil(RuleBook rules, Settings settings) {
        LocalDate horizon = rules.verifiedThrough().plusDays(settings.horizonDays());
        Settings.Acceptance accepted = settings.acceptedThrough();
        return accepted != null && accepted.date().isAfter(horizon) ? accepted.date() : horizon;
    }

    private static SortedMap<LocalDate, Set<String>> dates(RuleBook rules, LocalDate day, int within) {
        SortedMap<LocalDate, Set<String>> dates = new TreeMap<>();
        for (Rule rule : rules.rules()) {
            LocalDate from = rule.inForce().from();
            LocalDate to = rule.inForce().to();
            note(dates, from, day, within, rule);
            note(dates, to == null || to.equals(LocalDate.MAX) ? null : to.plusDays(1), day, within, rule);
        }
        return dates;
    }

    private static void note(
            SortedMap<LocalDate, Set<String>> dates, @Nullable LocalDate change, LocalDate day, int within, Rule rule) {
        if (change != null && change.isAfter(day) && ChronoUnit.DAYS.between(day, change) <= within) {
            dates.computeIfAbsent(change, k -> new TreeSet<>())
                    .add(rule.id() + " (" + rule.family() + (rule.key().isEmpty() ? "" : " " + rule.key()) + ")");
        }
    }

    /**
     * What keeps orders of the day from being CLEAR, as the rules of their reasons say it.
     *
     * @return ids such as {@code LIST_STALE} with what they are about; empty if rules and lists are fit
     */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (sample) {
            faults.add("SAMPLE_LIST");
        }
        for (ListAge list : lists) {
            if (list.age() != Age.GOOD && list.age() != Age.SAMPLE) {
                faults.add("LIST_" + list.age() + " " + list.edition());
            }
        }
        missingLists.forEach(list -> faults.add("LIST_MISSING " + list));
        if (day.isAfter(rulesOpenUntil)) {
            faults.add("RULES_HORIZON " + rulesOpenUntil);
        }
        return List.copyOf(faults);
    }
}
