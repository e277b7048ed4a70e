package io.highfence;

import io.highfence.base.Digest;
import io.highfence.law.Rule;
import io.highfence.law.RuleBook;
import io.highfence.list.ListTerms;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * @param suppressed how many suppressions stand, or null if none were looked at
 * @param disposed how many dispositions stand, or null if none were looked at
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
        @Nullable Suppressed suppressed,
        @Nullable Disposed disposed,
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
     * How many suppressions stand on the day. Each is counted once, except that those that end soon are in force too. What else may reopen
     * one, a customer that changed or a stronger hit, shows when the customer is screened.
     *
     * @param inForce those that hold on the day for a listing that is what it was
     * @param endingSoon those in force that end within the days asked for
     * @param notBegun those whose first day lies ahead
     * @param ended those whose last day is past
     * @param reopened those within their days whose listing is not what it was
     * @param unlisted those within their days whose entry stands in none of the lists
     */
    public record Suppressed(int inForce, int endingSoon, int notBegun, int ended, int reopened, int unlisted) {
        static Suppressed of(Suppressions suppressions, PartyList lists, LocalDate day, int within) {
            Map<String, Set<Digest>> listings = listings(suppressions, lists);
            int inForce = 0;
            int endingSoon = 0;
            int notBegun = 0;
            int ended = 0;
            int reopened = 0;
            int unlisted = 0;
            for (Suppression one : suppressions.all()) {
                Suppression.Grant grant = one.grant();
                Set<Digest> now = listings.getOrDefault(one.source() + '\n' + one.entry(), Set.of());
                if (day.isAfter(grant.expires())) {
                    ended++;
                } else if (day.isBefore(grant.created())) {
                    notBegun++;
                } else if (now.isEmpty()) {
                    unlisted++;
                } else if (!now.contains(one.listing())) {
                    reopened++;
                } else {
                    inForce++;
                    endingSoon += isSoon(grant.expires(), day, within) ? 1 : 0;
                }
            }
            return new Suppressed(inForce, endingSoon, notBegun, ended, reopened, unlisted);
        }

        /** What the lists say of the entries that suppressions are about; of the others nothing is made. */
        private static Map<String, Set<Digest>> listings(Suppressions suppressions, PartyList lists) {
            Map<String, Set<Digest>> found = new HashMap<>();
            suppressions.all().forEach(one -> found.put(one.source() + '\n' + one.entry(), new HashSet<>()));
            if (!found.isEmpty()) {
                for (ListedParty record : lists.records()) {
                    Set<Digest> listing = found.get(record.source() + '\n' + record.entry());
                    if (listing != null) {
                        listing.add(record.content());
                    }
                }
            }
            return found;
        }
    }

    /**
     * How many dispositions stand on the day. Each is counted once, except that those that end soon are in force too. What else may reopen
     * one, an order or a listing that changed, shows when the order is decided.
     *
     * @param inForce those that say all that they must, were made under these rules and have not ended
     * @param endingSoon those in force that end within the days asked for
     * @param ended those whose last day is past
     * @param reopened those that have not ended and were made under other rules
     * @param incomplete those that lift nothing, as they do not say all that they must
     */
    public record Disposed(int inForce, int endingSoon, int ended, int reopened, int incomplete) {
        static Disposed of(
                Collection<Disposition> dispositions, RuleBook rules, Settings settings, LocalDate day, int within) {
            int inForce = 0;
            int endingSoon = 0;
            int ended = 0;
            int reopened = 0;
            int incomplete = 0;
            for (Disposition one : dispositions) {
                Disposition.Binding bound = one.binding();
                LocalDate expires = one.expires();
                if (bound == null || expires == null || !Releases.isComplete(one, settings)) {
                    incomplete++;
                } else if (day.isAfter(expires)) {
                    ended++;
                } else if (!bound.rules().equals(rules.digest())) {
                    reopened++;
                } else {
                    inForce++;
                    endingSoon += isSoon(expires, day, within) ? 1 : 0;
                }
            }
            return new Disposed(inForce, endingSoon, ended, reopened, incomplete);
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
     * @param suppressed counts of suppressions, or null
     * @param disposed counts of dispositions, or null
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
        return of(rules, lists, settings, null, null, day, within);
    }

    /**
     * Looks at rules and lists, and at what persons have suppressed and lifted.
     *
     * @param rules the rules
     * @param lists the lists
     * @param settings the settings
     * @param suppressions the suppressions, or null to look at none
     * @param dispositions those of the orders that are open, or null to look at none
     * @param day the day, today for the morning's look
     * @param within how many days ahead to look for changes of rules and for what ends, not negative
     * @return what was found
     * @throws IllegalArgumentException if {@code within} is negative
     */
    public static Health of(
            RuleBook rules,
            PartyList lists,
            Settings settings,
            @Nullable Suppressions suppressions,
            @Nullable Collection<Disposition> dispositions,
            LocalDate day,
            int within) {
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
                suppressions == null ? null : Suppressed.of(suppressions, lists, day, within),
                dispositions == null ? null : Disposed.of(dispositions, rules, settings, day, within),
                settings.digest());
    }

    private static boolean isSoon(LocalDate last, LocalDate day, int within) {
        return ChronoUnit.DAYS.between(day, last) < within;
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
