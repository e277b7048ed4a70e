package io.highfence;

import java.util.Arrays;
import java.util.List;

/**
 * A setting as it stands in a settings file: its key, the form of its value, what it does, and why it is there and has the default that it
 * has.
 */
public enum Setting {
    /** Which profile the other settings begin as. */
    PROFILE(
            "profile",
            "vendor | checkout | computeGate, or null",
            "The kind of user whose settings the others begin as. It must be the first key.",
            "Whoever begins should not have to find out which roles and lists their trade needs; whoever knows better changes one "
                    + "key and keeps the rest."),

    /** The score from which a name is a hit. */
    THRESHOLD(
            "threshold",
            "0 to 1, at most four decimals",
            "The score from which a listed party is a hit.",
            "The weight between a missed party and a false alarm. The default was chosen on the measured curve of "
                    + "docs/score-semantics.md, on parties that were not tuned on. Lower it and people look at more; raise it and the "
                    + "recall printed there no longer holds."),

    /** How far under the threshold a party is shown. */
    NEAR_MISS_MARGIN(
            "nearMissMargin",
            "0 to 1, at most four decimals",
            "How far under the threshold a party is a near miss, which alerts never.",
            "For whoever tunes the threshold and wants to see what lies under it. 0, as nothing may hang on it."),

    /** Whether weak aliases and very short names alert on their own. */
    WEAK_ALIASES_TRIGGER(
            "weakAliasesTrigger",
            "true | false",
            "Whether an alias that its publisher calls weak, or a very short name, is a hit on its own.",
            "OFAC calls aliases weak that match many honest people, and says that they serve to confirm. True is for whoever has few "
                    + "customers and many reviewers."),

    /** The lists without which no order is clear. */
    REQUIRED_LISTS(
            "requiredLists",
            "array of short codes of lists (lists info)",
            "The lists without which an order is NEEDS_DATA.",
            "A list that was not loaded finds nothing, and that looks like an honest customer. The default are the lists that 15 CFR "
                    + "parts 744 and 764 and OFAC's blocking make a US exporter look at."),

    /** How old a list may be. */
    MAX_LIST_AGE_DAYS(
            "maxListAgeDays",
            "whole number of days, or null",
            "How old any list may be on the as-of date; an older one holds. Null: each list has its own age (lists info).",
            "Lists were applied late in case after case. Each publisher has a rhythm of its own, so that one number for all is too "
                    + "strict for one and too lax for another."),

    /** How far past the verified law an order may lie. */
    HORIZON_DAYS(
            "horizonDays",
            "whole number of days",
            "How many days past the day through which the law was read an order may lie before it holds.",
            "Rules that nobody has read since are as stale as a list. Two weeks is about the time between a rule's publication and "
                    + "its being felt, and is ours, not the law's."),

    /** Who accepts rules that were not verified. */
    ACCEPTED_THROUGH(
            "acceptedThrough",
            "{date, by}, or null",
            "A named person's acceptance of the rules for as-of dates up to a day, though they were not read up to it.",
            "Somebody must answer for going on under old rules; the name stands in every answer. Nobody by default."),

    /** Who relies on an announced non-enforcement. */
    RELY_ON_NON_ENFORCEMENT(
            "relyOnNonEnforcement",
            "{approvedBy, date, scope}, or null",
            "A named person's decision to rely on an agency's word that it does not enforce a rule that is on the books.",
            "What is only not enforced is still law, and a word can be taken back. Nobody by default."),

    /** The time that a decision may take. */
    TIME_BUDGET_MILLIS(
            "timeBudgetMillis",
            "milliseconds, at most six decimals",
            "The time that one decision may take; what is not checked by then is missing, and the order is NEEDS_DATA.",
            "A timeout once let an order through. Set it below the time after which your own caller stops waiting: an answer that comes "
                    + "later is not heard. 30 seconds by default, as a batch has time."),

    /** The roles that must be filled. */
    REQUIRED_ROLES(
            "requiredRoles",
            "{kind: [role, ...]}",
            "Roles that an order of a kind must fill, or say that they are 'none', beside those that the kind requires of everybody.",
            "The party that was never typed in was never screened. A role can be added here and none taken away."),

    /** The countries through which goods are often sent on. */
    HUBS(
            "hubs",
            "array of ISO 3166 codes",
            "Countries through which goods are often sent on. An order that goes to one, or has a party there, has the indicator "
                    + "'hub'.",
            "A caution of yours and no rule of law: honest trade goes through hubs, so that a hub alone is shown and holds nothing. "
                    + "None by default; the profiles take countries that public cases name."),

    /** Which indicators together hold an order. */
    HELD_INDICATORS(
            "heldIndicators",
            "array of {name, indicators: [name, ...]}",
            "Combinations of indicators that hold an order for review as a red flag, where each alone is only shown.",
            "One sign is common, and to hold on each would teach people to click it away; two together seldom are. None by default, "
                    + "as which ones fit turns on the trade."),

    /** How much computing power a tenant may be given. */
    TENANT_CAP(
            "tenantCap",
            "{tpp, days}, or null",
            "The most total processing performance that a tenant may be given within so many days running; more holds.",
            "A policy of yours and no rule of law: many small launches are one large one. None by default, as only you know what is "
                    + "usual among your tenants."),

    /** Whether a disposition needs a second approver. */
    SECOND_APPROVER(
            "secondApprover",
            "true | false",
            "Whether what a named person found about a reason lifts it only with a second, other person's approval.",
            "Lists of harmless customers were kept by one person who was wrong. False, as a shop may have one person.");

    private final String key;
    private final String form;
    private final String what;
    private final String why;

    Setting(String key, String form, String what, String why) {
        this.key = key;
        this.form = form;
        this.what = what;
        this.why = why;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }

    /**
     * The key in a settings file.
     *
     * @return for example {@code maxListAgeDays}
     */
    public String key() {
        return key;
    }

    /**
     * What a value looks like.
     *
     * @return words
     */
    public String form() {
        return form;
    }

    /**
     * What the setting does.
     *
     * @return a sentence or two
     */
    public String what() {
        return what;
    }

    /**
     * Why the setting is there, and why its default is what it is.
     *
     * @return a sentence or more
     */
    public String why() {
        return why;
    }

    /**
     * The value of this setting.
     *
     * @param settings the settings
     * @return JSON, as in {@link Settings#json()}; makes a new text
     */
    public String value(Settings settings) {
        return SettingsJson.value(this, settings);
    }
}
