package io.highfence;

import com.fasterxml.jackson.core.JsonToken;
import io.highfence.base.BadInput;
import io.highfence.base.Decimal;
import io.highfence.base.Digest;
import io.highfence.input.JsonInput;
import io.highfence.law.RuleBook;
import io.highfence.match.MatchSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a screener screens: which lists it demands, how old they may be, and which risks a named person has accepted.
 *
 * <p>Part of every stamp through {@link #digest()}. Immutable and safe for many threads.
 *
 * @param match how names are matched
 * @param requiredLists short codes of the lists without which no order is CLEAR, sorted
 * @param maxListAgeDays how old a list may be in days, whichever it is; null if each list has its own age,
 *     {@link io.highfence.list.ListTerms#maxAgeDays()}
 * @param horizonDays how many days past the day through which the law was read an order may lie
 * @param acceptedThrough who accepts rules that were not verified up to the as-of date, or null
 * @param relyOnNonEnforcement who accepts reliance on an announced non-enforcement, or null
 * @param timeBudget the time that one decision may take; what is not done by then is missing
 * @param demo whether the bundled sample list may lead to CLEAR, which only a demonstration wants
 * @param secondApprover whether a disposition lifts something only with a second approver
 */
public record Settings(
        MatchSettings match,
        List<String> requiredLists,
        @Nullable Integer maxListAgeDays,
        int horizonDays,
        @Nullable Acceptance acceptedThrough,
        @Nullable Reliance relyOnNonEnforcement,
        Duration timeBudget,
        boolean demo,
        boolean secondApprover) {

    /** The lists that a US exporter must screen: 15 CFR parts 744 and 764, and OFAC's blocked persons. */
    private static final List<String> US_LISTS = List.of("DPL", "EL", "MEU", "SDN", "UVL");

    /** Scores count ten-thousandths; settings files give millionths. */
    private static final long SCORE_STEP = Decimal.ONE / 10_000;

    private static final Duration DEFAULT_TIME_BUDGET = Duration.ofSeconds(30);

    /**
     * A named person's acceptance of rules that were not verified up to the as-of date.
     *
     * @param date the last as-of date for which it holds
     * @param by the person
     */
    public record Acceptance(LocalDate date, String by) {}

    /**
     * A named person's decision to rely on an announced non-enforcement.
     *
     * @param approvedBy the person
     * @param date the day of the approval
     * @param scope what it covers, in that person's words
     */
    public record Reliance(String approvedBy, LocalDate date, String scope) {}

    /**
     * Checks ranges and sorts the lists.
     *
     * @param match how names are matched
     * @param requiredLists short codes of lists
     * @param maxListAgeDays the greatest age in days, not negative, or null
     * @param horizonDays days past the verified law, not negative
     * @param acceptedThrough an acceptance, or null
     * @param relyOnNonEnforcement a reliance, or null
     * @param timeBudget the time a decision may take, positive
     * @param demo whether the sample may lead to CLEAR
     * @param secondApprover whether a disposition needs a second approver
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Settings {
        requiredLists = List.copyOf(new TreeSet<>(requiredLists));
        if ((maxListAgeDays != null && maxListAgeDays < 0) || horizonDays < 0 || timeBudget.isNegative()) {
            throw new IllegalArgumentException("Ages, horizons and time budgets are not negative");
        }
    }

    /**
     * The settings for a US exporter who accepts no risk.
     *
     * @return the defaults
     */
    public static Settings defaults() {
        return new Builder().build();
    }

    /**
     * Begins settings that differ from these.
     *
     * @return a builder that holds these settings
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.match = match;
        builder.requiredLists = requiredLists;
        builder.maxListAgeDays = maxListAgeDays;
        builder.horizonDays = horizonDays;
        builder.acceptedThrough = acceptedThrough;
        builder.relyOnNonEnforcement = relyOnNonEnforcement;
        builder.timeBudget = timeBudget;
        builder.demo = demo;
        builder.secondApprover = secondApprover;
        return builder;
    }

    /** Gathers {@link Settings}; begins with the defaults. Not safe for several threads. */
    public static final class Builder {
        private MatchSettings match = MatchSettings.defaults();
        private List<String> requiredLists = US_LISTS;
        private @Nullable Integer maxListAgeDays;
        private int horizonDays = RuleBook.HORIZON_DAYS;
        private @Nullable Acceptance acceptedThrough;
        private @Nullable Reliance relyOnNonEnforcement;
        private Duration timeBudget = DEFAULT_TIME_BUDGET;
        private boolean demo;
        private boolean secondApprover;

        private Builder() {}

        /**
         * Sets how names are matched.
         *
         * @param value the settings of the matcher
         * @return this builder
         */
        public Builder match(MatchSettings value) {
            match = value;
            return this;
        }

        /**
         * Sets the lists without which no order is CLEAR.
         *
         * @param codes short codes of lists, such as {@code EL}
         * @return this builder
         */
        public Builder requiredLists(List<String> codes) {
            requiredLists = codes;
            return this;
        }

        /**
         * Sets the greatest age of every list, in place of each list's own.
         *
         * @param days the age in days, or null for the age that each list has of its own
         * @return this builder
         */
        public Builder maxListAgeDays(@Nullable Integer days) {
            maxListAgeDays = days;
            return this;
        }

        /**
         * Sets how far past the verified law an order may lie.
         *
         * @param days the number of days
         * @return this builder
         */
        public Builder horizonDays(int days) {
            horizonDays = days;
            return this;
        }

        /**
         * Sets who accepts rules that were not verified up to the as-of date.
         *
         * @param acceptance the acceptance
         * @return this builder
         */
        public Builder acceptedThrough(Acceptance acceptance) {
            acceptedThrough = acceptance;
            return this;
        }

        /**
         * Sets who accepts reliance on an announced non-enforcement.
         *
         * @param reliance the reliance
         * @return this builder
         */
        public Builder relyOnNonEnforcement(Reliance reliance) {
            relyOnNonEnforcement = reliance;
            return this;
        }

        /**
         * Sets the time that one decision may take.
         *
         * @param budget the time; zero lets no check finish
         * @return this builder
         */
        public Builder timeBudget(Duration budget) {
            timeBudget = budget;
            return this;
        }

        /**
         * Lets the bundled sample list lead to CLEAR, for a demonstration and never for a real order.
         *
         * @param value true for a demonstration
         * @return this builder
         */
        public Builder demo(boolean value) {
            demo = value;
            return this;
        }

        /**
         * Asks for a second approver of every disposition.
         *
         * @param value true to ask
         * @return this builder
         */
        public Builder secondApprover(boolean value) {
            secondApprover = value;
            return this;
        }

        /**
         * Ends the settings.
         *
         * @return the settings
         */
        public Settings build() {
            return new Settings(
                    match,
                    requiredLists,
                    maxListAgeDays,
                    horizonDays,
                    acceptedThrough,
                    relyOnNonEnforcement,
                    timeBudget,
                    demo,
                    secondApprover);
        }
    }

    /**
     * Reads settings from JSON; what is not there keeps its default. Keys: {@code threshold} (0 to 1),
     * {@code weakAliasesTrigger}, {@code requiredLists}, {@code maxListAgeDays}, {@code horizonDays},
     * {@code acceptedThrough {date, by}}, {@code relyOnNonEnforcement {approvedBy, date, scope}},
     * {@code timeBudgetMillis}, {@code secondApprover}.
     *
     * @param in the bytes, UTF-8; not closed
     * @param file the name for messages
     * @return the settings
     * @throws IOException if the stream cannot be read
     * @throws BadInput if it is no JSON object, or a key or value is not one of the above
     */
    @SuppressWarnings("resource") // The stream belongs to the caller.
    public static Settings read(InputStream in, String file) throws IOException, BadInput {
        JsonInput json = new JsonInput(in, file);
        if (json.next() == null) {
            throw new BadInput(file, 0, 0, "the file is empty");
        }
        Reading reading = new Reading(json);
        json.object("settings", reading::field);
        return reading.settings();
    }

    /** The reading of one file. */
    private static final class Reading {
        private final JsonInput json;
        private final Builder settings = new Builder();

        Reading(JsonInput json) {
            this.json = json;
        }

        Settings settings() {
            return settings.build();
        }

        void field(String name) throws IOException, BadInput {
            switch (name) {
                case "threshold" ->
                    settings.match(settings.match.withThreshold((int) (number(name, Decimal.ONE) / SCORE_STEP)));
                case "weakAliasesTrigger" ->
                    settings.match(settings.match.withWeakAliasesTrigger(Boolean.TRUE.equals(json.truth(name))));
                case "requiredLists" -> {
                    List<String> lists = new ArrayList<>();
                    json.array(name, path -> lists.add(required(path)));
                    settings.requiredLists(lists);
                }
                case "maxListAgeDays" -> settings.maxListAgeDays(whole(name));
                case "horizonDays" -> settings.horizonDays(whole(name));
                case "acceptedThrough" -> settings.acceptedThrough(acceptance());
                case "relyOnNonEnforcement" -> settings.relyOnNonEnforcement(reliance());
                case "timeBudgetMillis" -> settings.timeBudget(Duration.ofMillis(whole(name)));
                case "secondApprover" -> settings.secondApprover(Boolean.TRUE.equals(json.truth(name)));
                default -> throw json.fault("there is no setting '" + name + "'");
            }
        }

        private Acceptance acceptance() throws IOException, BadInput {
            @Nullable LocalDate[] date = new LocalDate[1];
            String[] by = {""};
            json.object("acceptedThrough", key -> {
                switch (key) {
                    case "date" -> date[0] = day("acceptedThrough.date");
                    case "by" -> by[0] = required("acceptedThrough.by");
                    default -> throw json.fault("acceptedThrough has date and by, not '" + key + "'");
                }
            });
            LocalDate through = date[0];
            if (through == null || by[0].isBlank()) {
                throw json.fault("acceptedThrough needs date and by");
            }
            return new Acceptance(through, by[0]);
        }

        private Reliance reliance() throws IOException, BadInput {
            @Nullable LocalDate[] date = new LocalDate[1];
            String[] words = {"", ""};
            json.object("relyOnNonEnforcement", key -> {
                switch (key) {
                    case "approvedBy" -> words[0] = required("relyOnNonEnforcement.approvedBy");
                    case "date" -> date[0] = day("relyOnNonEnforcement.date");
                    case "scope" -> words[1] = required("relyOnNonEnforcement.scope");
                    default ->
                        throw json.fault("relyOnNonEnforcement has approvedBy, date and scope, not '" + key + "'");
                }
            });
            LocalDate approved = date[0];
            if (approved == null || words[0].isBlank() || words[1].isBlank()) {
                throw json.fault("relyOnNonEnforcement needs approvedBy, date and scope");
            }
            return new Reliance(words[0], approved, words[1]);
        }

        private String required(String path) throws IOException, BadInput {
            String text = json.text(path);
            if (text == null || text.isBlank()) {
                throw json.fault(path + " must not be blank");
            }
            return text;
        }

        private LocalDate day(String path) throws IOException, BadInput {
            try {
                return LocalDate.parse(required(path));
            } catch (DateTimeException e) {
                throw json.fault(path + " must be a date such as 2026-09-30");
            }
        }

        private int whole(String path) throws IOException, BadInput {
            long value = number(path, Integer.MAX_VALUE * Decimal.ONE);
            if (value % Decimal.ONE != 0) {
                throw json.fault(path + " must be a whole number");
            }
            return (int) (value / Decimal.ONE);
        }

        private long number(String path, long max) throws IOException, BadInput {
            if (json.current() == null || json.current() == JsonToken.VALUE_STRING) {
                throw json.fault(path + " must be a number");
            }
            try {
                long value = Decimal.parse(required(path));
                if (value > max) {
                    throw json.fault(path + " is larger than " + Decimal.toString(max));
                }
                return value;
            } catch (NumberFormatException e) {
                throw json.fault(path + ": " + e.getMessage());
            }
        }
    }

    /**
     * The digest of every setting.
     *
     * @return the same digest for equal settings
     */
    public Digest digest() {
        return Digest.of(toString());
    }
}
