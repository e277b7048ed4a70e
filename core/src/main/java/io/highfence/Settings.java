package io.highfence;

import com.fasterxml.jackson.core.JsonToken;
import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.Decimal;
import io.highfence.base.Digest;
import io.highfence.input.JsonInput;
import io.highfence.law.RedFlag;
import io.highfence.law.RuleBook;
import io.highfence.list.ListTerms;
import io.highfence.match.MatchSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a screener screens: which lists it demands, how old they may be, and which risks a named person has accepted.
 *
 * <p>Part of every stamp through {@link #digest()}. What each setting is for, {@link Setting} says. Immutable and safe for many
 * threads.
 *
 * @param profile the kind of user whose settings these began as, or null
 * @param match how names are matched
 * @param requiredLists short codes of the lists without which no order is CLEAR, sorted
 * @param maxListAgeDays how old a list may be in days, whichever it is; null if each list has its own age,
 *     {@link io.highfence.list.ListTerms#maxAgeDays()}
 * @param horizonDays how many days past the day through which the law was read an order may lie
 * @param acceptedThrough who accepts rules that were not verified up to the as-of date, or null
 * @param relyOnNonEnforcement who accepts reliance on an announced non-enforcement, or null
 * @param timeBudget the time that one decision may take; what is not done by then is missing
 * @param demo whether the bundled sample list may lead to CLEAR, which only a demonstration wants
 * @param requiredRoles for a kind of transaction the roles that must be filled, or said to be none, beside those that the kind
 *     requires of everybody
 * @param hubs countries through which goods are often sent on; an order with one of them has the indicator {@link #HUB}
 * @param heldIndicators combinations of indicators on which an order is held
 * @param tenantCap how much computing power a tenant may be given, or null if no cap is set
 * @param secondApprover whether a disposition lifts something only with a second approver
 */
public record Settings(
        @Nullable Profile profile,
        MatchSettings match,
        List<String> requiredLists,
        @Nullable Integer maxListAgeDays,
        int horizonDays,
        @Nullable Acceptance acceptedThrough,
        @Nullable Reliance relyOnNonEnforcement,
        Duration timeBudget,
        boolean demo,
        Map<Order.Kind, Set<Party.Role>> requiredRoles,
        List<Country> hubs,
        List<Combination> heldIndicators,
        @Nullable TenantCap tenantCap,
        boolean secondApprover) {

    /** The indicator of an order that goes to a country among the {@link #hubs()}, or has a party there. */
    public static final String HUB = "hub";

    /** The longest time budget, and the greatest number of days, that a settings file can say. */
    private static final long MOST = Decimal.MAX / Decimal.ONE;

    /** The lists that a US exporter must screen: 15 CFR parts 744 and 764, and OFAC's blocked persons. */
    private static final List<String> US_LISTS = List.of("DPL", "EL", "MEU", "SDN", "UVL");

    /** Scores count ten-thousandths; settings files give millionths. */
    private static final long SCORE_STEP = Decimal.ONE / 10_000;

    private static final Duration DEFAULT_TIME_BUDGET = Duration.ofSeconds(30);

    /** A kind of user. Settings of a profile are where such a user begins, and every one of them may be changed. */
    public enum Profile {
        /** A maker of chips or machines with a pipeline of orders: time to look, and everybody on the way is named. */
        VENDOR,
        /** A distributor's checkout: an answer while the customer waits, and both bill and parcel have a name. */
        CHECKOUT,
        /** A cloud that admits tenants to computing power: an answer before the gate's proxy gives up, and nobody behind a reseller. */
        COMPUTE_GATE;

        /**
         * The profile's name in a settings file.
         *
         * @return for example {@code computeGate}
         */
        public String word() {
            return Words.of(this);
        }
    }

    /**
     * Indicators that together hold an order, though each alone is only shown. Immutable.
     *
     * @param name what the combination is called in answers
     * @param indicators names of flags of the level INDICATOR, or {@link #HUB}; sorted
     */
    public record Combination(String name, List<String> indicators) {
        /**
         * Sorts the indicators.
         *
         * @param name what it is called, not blank
         * @param indicators at least one name
         * @throws IllegalArgumentException if there is no name or no indicator
         */
        public Combination {
            indicators = List.copyOf(new TreeSet<>(indicators));
            if (name.isBlank() || indicators.isEmpty()) {
                throw new IllegalArgumentException("A combination has a name and at least one indicator");
            }
        }
    }

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
     * How much total processing performance a tenant may be given within some days running: a policy of the caller's, not law.
     *
     * @param tpp the most, in millionths
     * @param days the number of days, 1 to 366
     */
    public record TenantCap(long tpp, int days) {
        private static final int MOST_DAYS = 366;

        /**
         * Checks the ranges.
         *
         * @param tpp the most, in millionths, not negative
         * @param days the number of days
         * @throws IllegalArgumentException if a number is out of its range
         */
        public TenantCap {
            if (tpp < 0 || days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException("tenantCap has a tpp that is not negative, and 1 to 366 days");
            }
        }
    }

    /**
     * Checks ranges, copies and sorts.
     *
     * @param profile the kind of user, or null
     * @param match how names are matched
     * @param requiredLists short codes of lists
     * @param maxListAgeDays the greatest age in days, not negative, or null
     * @param horizonDays days past the verified law, not negative
     * @param acceptedThrough an acceptance, or null
     * @param relyOnNonEnforcement a reliance, or null
     * @param timeBudget the time a decision may take, not negative
     * @param demo whether the sample may lead to CLEAR
     * @param requiredRoles roles by kind of transaction
     * @param hubs countries
     * @param heldIndicators combinations
     * @param tenantCap a cap, or null
     * @param secondApprover whether a disposition needs a second approver
     * @throws IllegalArgumentException if a number is negative or larger than a thousand million (days, milliseconds)
     */
    public Settings {
        requiredLists = List.copyOf(new TreeSet<>(requiredLists));
        requiredRoles = copy(requiredRoles);
        hubs = List.copyOf(new TreeSet<>(hubs));
        heldIndicators = List.copyOf(new LinkedHashSet<>(heldIndicators));
        checkRange(maxListAgeDays == null ? 0 : maxListAgeDays, "maxListAgeDays");
        checkRange(horizonDays, "horizonDays");
        checkRange(timeBudget.isNegative() ? -1 : timeBudget.plusNanos(999_999).toMillis(), "timeBudgetMillis");
    }

    private static void checkRange(long value, String name) {
        if (value < 0 || value > MOST) {
            throw new IllegalArgumentException(name + " lies between 0 and " + MOST + ": " + value);
        }
    }

    /** By kind and role in their own order, without kinds for which nothing is required. */
    private static Map<Order.Kind, Set<Party.Role>> copy(Map<Order.Kind, Set<Party.Role>> roles) {
        Map<Order.Kind, Set<Party.Role>> sorted = new EnumMap<>(Order.Kind.class);
        roles.forEach((kind, required) -> {
            if (!required.isEmpty()) {
                sorted.put(kind, Collections.unmodifiableSet(EnumSet.copyOf(required)));
            }
        });
        return Collections.unmodifiableMap(sorted);
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
     * The settings with which a kind of user begins, none of which accepts a risk.
     *
     * @param profile the kind of user
     * @return its settings
     */
    public static Settings of(Profile profile) {
        return Profiles.of(profile);
    }

    /**
     * The names that a {@link Combination} may have in a settings file: {@link #HUB}, and the flags of the level INDICATOR among the
     * bundled rules, whatever their dates.
     *
     * @return the names, sorted
     */
    public static Set<String> indicators() {
        Set<String> names = new TreeSet<>(RedFlag.indicators(RuleBook.bundled()));
        names.add(HUB);
        return Collections.unmodifiableSet(names);
    }

    /**
     * Begins settings that differ from these.
     *
     * @return a builder that holds these settings
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.profile = profile;
        builder.match = match;
        builder.requiredLists = requiredLists;
        builder.maxListAgeDays = maxListAgeDays;
        builder.horizonDays = horizonDays;
        builder.acceptedThrough = acceptedThrough;
        builder.relyOnNonEnforcement = relyOnNonEnforcement;
        builder.timeBudget = timeBudget;
        builder.demo = demo;
        builder.requiredRoles = requiredRoles;
        builder.hubs = hubs;
        builder.heldIndicators = heldIndicators;
        builder.tenantCap = tenantCap;
        builder.secondApprover = secondApprover;
        return builder;
    }

    /** Gathers {@link Settings}; begins with the defaults. Not safe for several threads. */
    public static final class Builder {
        private @Nullable Profile profile;
        private MatchSettings match = MatchSettings.defaults();
        private List<String> requiredLists = US_LISTS;
        private @Nullable Integer maxListAgeDays;
        private int horizonDays = RuleBook.HORIZON_DAYS;
        private @Nullable Acceptance acceptedThrough;
        private @Nullable Reliance relyOnNonEnforcement;
        private Duration timeBudget = DEFAULT_TIME_BUDGET;
        private boolean demo;
        private Map<Order.Kind, Set<Party.Role>> requiredRoles = Map.of();
        private List<Country> hubs = List.of();
        private List<Combination> heldIndicators = List.of();
        private @Nullable TenantCap tenantCap;
        private boolean secondApprover;

        private Builder() {}

        /** Says which profile these are of; changes no other setting. */
        Builder profile(@Nullable Profile value) {
            profile = value;
            return this;
        }

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
         * @param acceptance the acceptance, or null for nobody's
         * @return this builder
         */
        public Builder acceptedThrough(@Nullable Acceptance acceptance) {
            acceptedThrough = acceptance;
            return this;
        }

        /**
         * Sets who accepts reliance on an announced non-enforcement.
         *
         * @param reliance the reliance, or null for nobody's
         * @return this builder
         */
        public Builder relyOnNonEnforcement(@Nullable Reliance reliance) {
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
         * Sets the roles that must be filled beside those that a kind of transaction requires of everybody.
         *
         * @param roles roles by kind
         * @return this builder
         */
        public Builder requiredRoles(Map<Order.Kind, Set<Party.Role>> roles) {
            requiredRoles = roles;
            return this;
        }

        /**
         * Sets the countries through which goods are often sent on.
         *
         * @param countries the countries
         * @return this builder
         */
        public Builder hubs(Collection<Country> countries) {
            hubs = List.copyOf(countries);
            return this;
        }

        /**
         * Sets the combinations of indicators that hold an order.
         *
         * @param combinations the combinations
         * @return this builder
         */
        public Builder heldIndicators(List<Combination> combinations) {
            heldIndicators = combinations;
            return this;
        }

        /**
         * Sets how much computing power a tenant may be given.
         *
         * @param cap the cap, or null for none
         * @return this builder
         */
        public Builder tenantCap(@Nullable TenantCap cap) {
            tenantCap = cap;
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
                    profile,
                    match,
                    requiredLists,
                    maxListAgeDays,
                    horizonDays,
                    acceptedThrough,
                    relyOnNonEnforcement,
                    timeBudget,
                    demo,
                    requiredRoles,
                    hubs,
                    heldIndicators,
                    tenantCap,
                    secondApprover);
        }
    }

    /**
     * Reads settings from JSON. The keys are those of {@link Setting}; what is not there keeps its default, or its value in the
     * {@code profile}, which therefore comes first.
     *
     * @param in the bytes, UTF-8; not closed
     * @param file the name for messages
     * @return the settings
     * @throws IOException if the stream cannot be read
     * @throws BadInput with line and column, if it is no JSON object, a key is no setting, or a value is not of its form
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
        private Builder settings = new Builder();
        private boolean begun;

        Reading(JsonInput json) {
            this.json = json;
        }

        Settings settings() {
            return settings.build();
        }

        void field(String name) throws IOException, BadInput {
            switch (name) {
                case "profile" -> profile();
                case "threshold" -> settings.match(settings.match.withThreshold(score(name)));
                case "nearMissMargin" -> settings.match(settings.match.withNearMissMargin(score(name)));
                case "weakAliasesTrigger" ->
                    settings.match(settings.match.withWeakAliasesTrigger(Boolean.TRUE.equals(json.truth(name))));
                case "requiredLists" -> settings.requiredLists(lists());
                case "maxListAgeDays" -> settings.maxListAgeDays(isNull() ? null : whole(name));
                case "horizonDays" -> settings.horizonDays(whole(name));
                case "acceptedThrough" -> settings.acceptedThrough(isNull() ? null : acceptance());
                case "relyOnNonEnforcement" -> settings.relyOnNonEnforcement(isNull() ? null : reliance());
                case "timeBudgetMillis" -> settings.timeBudget(Duration.ofNanos(number(name, Decimal.MAX)));
                case "requiredRoles" -> settings.requiredRoles(roles());
                case "hubs" -> settings.hubs(countries());
                case "heldIndicators" -> settings.heldIndicators(combinations());
                case "tenantCap" -> settings.tenantCap(isNull() ? null : tenantCap());
                case "secondApprover" -> settings.secondApprover(Boolean.TRUE.equals(json.truth(name)));
                default ->
                    throw json.fault(
                            "there is no setting '" + name + "'; there are " + String.join(", ", Setting.keys()));
            }
            begun = true;
        }

        private boolean isNull() {
            return json.current() == JsonToken.VALUE_NULL;
        }

        private void profile() throws IOException, BadInput {
            if (begun) {
                throw json.fault("profile must be the first key, as the others change what it sets");
            }
            if (!isNull()) {
                settings = of(constant(Profile.class, "profile")).toBuilder();
            }
        }

        private int score(String path) throws IOException, BadInput {
            long value = number(path, Decimal.ONE);
            if (value % SCORE_STEP != 0) {
                throw json.fault(path + " has more than four decimals");
            }
            return (int) (value / SCORE_STEP);
        }

        private List<String> lists() throws IOException, BadInput {
            List<String> lists = new ArrayList<>();
            json.array("requiredLists", path -> {
                String list = required(path);
                if (!ListTerms.codes().contains(list)) {
                    throw json.fault(path + ": there is no list '" + list + "'");
                }
                lists.add(list);
            });
            return lists;
        }

        private Map<Order.Kind, Set<Party.Role>> roles() throws IOException, BadInput {
            Map<Order.Kind, Set<Party.Role>> roles = new EnumMap<>(Order.Kind.class);
            json.object("requiredRoles", name -> {
                Order.Kind kind = known(Order.Kind.class, name, "requiredRoles");
                Set<Party.Role> required = EnumSet.noneOf(Party.Role.class);
                json.array("requiredRoles." + name, path -> required.add(constant(Party.Role.class, path)));
                if (roles.put(kind, required) != null) {
                    throw json.fault("requiredRoles has '" + Words.of(kind) + "' twice");
                }
            });
            return roles;
        }

        private List<Country> countries() throws IOException, BadInput {
            List<Country> countries = new ArrayList<>();
            json.array("hubs", path -> {
                try {
                    countries.add(Country.of(required(path)));
                } catch (IllegalArgumentException e) {
                    throw json.fault(path + ": " + e.getMessage());
                }
            });
            return countries;
        }

        private List<Combination> combinations() throws IOException, BadInput {
            Set<String> known = indicators();
            List<Combination> combinations = new ArrayList<>();
            json.array("heldIndicators", path -> {
                String[] name = {""};
                List<String> names = new ArrayList<>();
                json.object(path, key -> {
                    switch (key) {
                        case "name" -> name[0] = required(path + ".name");
                        case "indicators" ->
                            json.array(path + ".indicators", at -> {
                                String indicator = required(at);
                                if (!known.contains(indicator)) {
                                    throw json.fault(at + ": there is no indicator '" + indicator + "'; there are "
                                            + String.join(", ", known));
                                }
                                names.add(indicator);
                            });
                        default -> throw json.fault(path + " has name and indicators, not '" + key + "'");
                    }
                });
                if (name[0].isBlank() || names.isEmpty()) {
                    throw json.fault(path + " needs a name and at least one indicator");
                }
                combinations.add(new Combination(name[0], names));
            });
            return combinations;
        }

        private <E extends Enum<E>> E constant(Class<E> constants, String path) throws IOException, BadInput {
            return known(constants, required(path), path);
        }

        private <E extends Enum<E>> E known(Class<E> constants, String word, String path) throws BadInput {
            for (E constant : constants.getEnumConstants()) {
                if (Words.of(constant).equals(word)) {
                    return constant;
                }
            }
            throw json.fault(path + " does not know '" + word + "'");
        }

        private TenantCap tenantCap() throws IOException, BadInput {
            Long[] tpp = new Long[1];
            int[] days = new int[1];
            json.object("tenantCap", key -> {
                switch (key) {
                    case "tpp" -> tpp[0] = number("tenantCap.tpp", Decimal.MAX);
                    case "days" -> days[0] = whole("tenantCap.days");
                    default -> throw json.fault("tenantCap has tpp and days, not '" + key + "'");
                }
            });
            if (tpp[0] == null) {
                throw json.fault("tenantCap needs tpp and days");
            }
            try {
                return new TenantCap(tpp[0], days[0]);
            } catch (IllegalArgumentException e) {
                throw json.fault(String.valueOf(e.getMessage()));
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
     * These settings as a settings file: every setting, in the sequence of {@link Setting}, on one line of ASCII. Equal settings are the
     * same text, and reading it back gives equal settings, but for those of a demonstration, which no file can ask for.
     *
     * @return one JSON object; makes a new text
     */
    public String json() {
        return SettingsJson.write(this);
    }

    /**
     * The digest of every setting: that of {@link #json()}.
     *
     * @return the same digest for equal settings
     */
    public Digest digest() {
        return Digest.of(json());
    }
}
