package io.highfence.report;

import io.highfence.Decision;
import io.highfence.DecisionEvents;
import io.highfence.Health;
import io.highfence.Order;
import io.highfence.OrderWriter;
import io.highfence.PartyAnswer;
import io.highfence.PartyChange;
import io.highfence.PartyReader;
import io.highfence.Rescreener;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.SettingsTrial;
import io.highfence.Suppression;
import io.highfence.base.DateRange;
import io.highfence.base.Decimal;
import io.highfence.chip.Classification;
import io.highfence.law.LicenseAnswer;
import io.highfence.law.LicenseQuestion;
import io.highfence.law.Rule;
import io.highfence.law.RuleBook;
import io.highfence.law.RuleChange;
import io.highfence.ledger.Account;
import io.highfence.ledger.Totals;
import io.highfence.list.ListCoverage;
import io.highfence.list.ListDelta;
import io.highfence.list.PartyList;
import io.highfence.match.NameExplanation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a result means, for programs and for people, built from the evidence in the result and from nothing else.
 *
 * <p>Every method makes a new text and leaves the result as it is. JSON is one line without a line end; keys are those of
 * the command line's contract and are only ever added to.
 */
public final class Explanation {
    private Explanation() {}

    /**
     * A decision for programs.
     *
     * @param decision a filled decision
     * @return one JSON object
     */
    public static String json(Decision decision) {
        return DecisionJson.write(decision);
    }

    /**
     * An order in the form that {@link io.highfence.OrderReader} reads.
     *
     * @param order the order
     * @return one JSON object
     */
    public static String json(Order order) {
        return Json.object(OrderWriter.fields(order));
    }

    /**
     * What became of one reason between two decisions, for programs: webhooks and streams.
     *
     * @param event the event
     * @return one JSON object
     */
    public static String json(DecisionEvents.Event event) {
        return DecisionJson.write(event);
    }

    /**
     * What became of one reason between two recorded decisions, for programs: as {@link #json(DecisionEvents.Event)}, with the instant.
     *
     * @param event the event
     * @param decidedAt when the later decision was made
     * @return one JSON object
     */
    public static String json(DecisionEvents.Event event, Instant decidedAt) {
        return DecisionJson.write(event, decidedAt);
    }

    /**
     * A decision for people: verdict, reasons, what would change it, and the stamp.
     *
     * @param decision a filled decision
     * @return several lines without a line end after the last
     */
    public static String text(Decision decision) {
        return DecisionText.write(decision);
    }

    /**
     * A decision for people of the house, in a language: for each reason what it means in law, and as evidence the sentence in English.
     * Citations stay as they are.
     *
     * @param decision a filled decision
     * @param locale the language, one of {@link #languages()}
     * @return several lines without a line end after the last
     * @throws IllegalArgumentException if there are no words in the language
     */
    public static String text(Decision decision, Locale locale) {
        return WordedDecision.text(decision, Words.of(locale));
    }

    /**
     * What a customer may read of a decision: what becomes of the order and of its lines, and what is asked of the customer. Never a list,
     * a hit, a rule, another party or an accusation; an order that cannot be fulfilled has no reason.
     *
     * @param decision a filled decision
     * @param locale the language, one of {@link #languages()}
     * @return several lines without a line end after the last
     * @throws IllegalArgumentException if there are no words in the language
     */
    public static String customer(Decision decision, Locale locale) {
        return WordedDecision.customer(decision, Words.of(locale));
    }

    /**
     * The languages that there are words of.
     *
     * @return codes of ISO 639, such as {@code de}
     */
    public static Set<String> languages() {
        return Words.LANGUAGES;
    }

    /**
     * Decisions for people, as one HTML file: well-formed as XML too, without scripts and without anything from elsewhere.
     *
     * @param decisions filled decisions, a chapter each
     * @return the whole document
     */
    public static String html(Decision... decisions) {
        return DecisionHtml.write(List.of(decisions), false);
    }

    /**
     * The page of {@link #html(Decision...)} to be kept and finished when somebody reads it: why each name has its score, which takes the
     * most time, is left out, and what it is made of stands in its place. It needs neither the lists nor the decision any more.
     *
     * @param decision a filled decision
     * @return a whole document, from which {@link #finished(String)} makes the page
     */
    public static String unfinishedHtml(Decision decision) {
        return DecisionHtml.write(List.of(decision), true);
    }

    /**
     * Finishes a page of {@link #unfinishedHtml(Decision)}.
     *
     * @param page what was kept
     * @return the page of {@link #html(Decision...)}; where another engine finishes it than that which decided, it says so at each score. A
     *     page without anything left out is given back as it is
     * @throws IllegalArgumentException if the page was cut
     */
    public static String finished(String page) {
        return NameScoreNotes.said(page);
    }

    /**
     * A classification for programs.
     *
     * @param classification a filled classification
     * @return one JSON object
     */
    public static String json(Classification classification) {
        return ClassificationJson.write(classification);
    }

    /**
     * A classification for people: the answer, what would change it, the facts and where they come from, the arithmetic,
     * every paragraph that was asked, and the stamp.
     *
     * @param classification a filled classification
     * @return several lines without a line end after the last
     */
    public static String text(Classification classification) {
        return ClassificationText.write(classification);
    }

    /**
     * Classifications for people, as one HTML file: well-formed as XML too, without scripts and without anything from
     * elsewhere.
     *
     * @param classifications filled classifications, a chapter each
     * @return the whole document
     */
    public static String html(Classification... classifications) {
        return ClassificationHtml.write(List.of(classifications));
    }

    /**
     * The answer about one party for programs.
     *
     * @param row the party as it was read
     * @param answer the filled answer
     * @param screener the screener that filled it
     * @param date the as-of date that it was filled for
     * @return one JSON object
     */
    public static String json(PartyReader.Row row, PartyAnswer answer, Screener screener, LocalDate date) {
        return PartyJson.write(row, answer, screener, date, false);
    }

    /**
     * The answer about one party for programs, with the explanation of the name of each hit and near miss.
     *
     * @param row the party as it was read
     * @param answer the filled answer
     * @param screener the screener that filled it
     * @param date the as-of date that it was filled for
     * @return one JSON object
     */
    public static String explainedJson(PartyReader.Row row, PartyAnswer answer, Screener screener, LocalDate date) {
        return PartyJson.write(row, answer, screener, date, true);
    }

    /**
     * What a change of lists does to the answer about one party.
     *
     * @param row the party as it was read
     * @param change the filled change
     * @param rescreener the rescreener that filled it
     * @param date the as-of date that it was filled for
     * @return one JSON object
     */
    public static String json(PartyReader.Row row, PartyChange change, Rescreener rescreener, LocalDate date) {
        return RescreeningJson.write(row, change, rescreener, date);
    }

    /**
     * A suppression for programs: a line of the file that {@link io.highfence.Suppressions#read} reads.
     *
     * @param suppression the suppression
     * @return one JSON object
     */
    public static String json(Suppression suppression) {
        return SuppressionJson.write(suppression);
    }

    /**
     * Why two names have their score, for people.
     *
     * @param why the explanation of the matcher
     * @return several lines without a line end after the last
     */
    public static String text(NameExplanation why) {
        return NameMatchWords.text(why);
    }

    /**
     * The answer to a question about a license for programs.
     *
     * @param question the question
     * @param answer its answer
     * @param rules the rules that gave it
     * @return one JSON object
     */
    public static String json(LicenseQuestion question, LicenseAnswer answer, RuleBook rules) {
        return LicenseJson.write(question, answer, rules);
    }

    /**
     * Settings for people: each with its value, its default, what it does and why it is there.
     *
     * @param settings the settings
     * @return several lines without a line end after the last
     */
    public static String text(Settings settings) {
        return SettingsText.write(settings);
    }

    /**
     * What a change of settings does to one order, for programs.
     *
     * @param change the change
     * @return one JSON object
     */
    public static String json(SettingsTrial.Change change) {
        return SettingsTrialJson.write(change);
    }

    /**
     * How many orders a change of settings touches, and which settings differ, for programs.
     *
     * @param trial the trial after its last order
     * @return one JSON object
     */
    public static String json(SettingsTrial trial) {
        return SettingsTrialJson.write(trial);
    }

    /**
     * Whether rules and lists are fit to decide orders of a day, for programs.
     *
     * @param health what was found
     * @return one JSON object
     */
    public static String json(Health health) {
        return HealthJson.write(health);
    }

    /**
     * A rule for programs.
     *
     * @param rule the rule
     * @param date the day for which it was asked
     * @return one JSON object
     */
    public static String json(Rule rule, LocalDate date) {
        return RuleJson.write(rule, date);
    }

    /**
     * What becomes of a rule between two days, for programs.
     *
     * @param change the change
     * @param from the first day
     * @param to the second day
     * @return one JSON object
     */
    public static String json(RuleChange change, LocalDate from, LocalDate to) {
        return RuleJson.write(change, from, to);
    }

    /**
     * What is known of one edition of a list, its age and the terms of the lists in it, for programs.
     *
     * @param list the lists that the edition is part of
     * @param edition the edition
     * @param date the day for which its age is asked
     * @return one JSON object
     */
    public static String json(PartyList list, PartyList.Edition edition, LocalDate date) {
        return EditionJson.write(list, edition, date);
    }

    /**
     * Two editions and how many records were added, removed or changed between them, for programs.
     *
     * @param delta the delta
     * @param before the edition that it starts from
     * @param after the edition that it leads to
     * @return one JSON object
     */
    public static String json(ListDelta delta, PartyList before, PartyList after) {
        return DeltaJson.write(delta, before, after);
    }

    /**
     * What became of one record between two editions, for programs.
     *
     * @param change the change
     * @return one JSON object
     */
    public static String json(ListDelta.Change change) {
        return DeltaJson.write(change);
    }

    /**
     * What stands on an account within a window, for programs.
     *
     * @param account the account
     * @param window the days that count
     * @param sum the sums
     * @return one JSON object
     */
    public static String json(Account account, DateRange window, Totals.Sum sum) {
        return Json.object(json -> json.put("account", account)
                .put("from", window.from())
                .put("to", window.to())
                .number("committed", Decimal.toString(sum.committed()))
                .number("reserved", Decimal.toString(sum.reserved())));
    }

    /**
     * How many parties which partners list, for programs.
     *
     * @param coverage who lists whom
     * @param list the lists that it was made from
     * @return one JSON object
     */
    public static String json(ListCoverage coverage, PartyList list) {
        return CoverageJson.write(coverage, list);
    }

    /**
     * Which partners list one party and which do not, for programs.
     *
     * @param coverage who lists whom
     * @param row one party of it
     * @return one JSON object
     */
    public static String json(ListCoverage coverage, ListCoverage.Row row) {
        return CoverageJson.write(coverage, row);
    }
}
