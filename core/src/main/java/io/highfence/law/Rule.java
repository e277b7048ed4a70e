package io.highfence.law;

import io.highfence.base.Citation;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Decimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One fact of law over one span of days, as a rule file states it: what it says, where it is written, how far it is trusted.
 *
 * <p>Immutable and safe for many threads. Which values a rule has depends on its family; the loader has checked that they are
 * all there, so asking for one that the family does not have is an error of the program, never of the data.
 */
public final class Rule {
    /** How well a fact is supported by what was read; see the marks of the fact sheet. */
    public enum Trust {
        /** Seen in two independent sources. */
        TWO_SOURCES("2"),
        /** Seen in one source only. */
        ONE_SOURCE("1"),
        /** From general knowledge, not looked up. */
        UNVERIFIED("M"),
        /** The text itself is unclear. */
        UNCLEAR("?"),
        /** Worked out here from other facts. */
        DERIVED("derived");

        private final String mark;

        Trust(String mark) {
            this.mark = mark;
        }

        /**
         * The mark as rule files write it.
         *
         * @return {@code 2}, {@code 1}, {@code M}, {@code ?} or {@code derived}
         */
        public String mark() {
            return mark;
        }
    }

    /** The side of a limit on which a value must lie; the limit itself counts where the sign says so. */
    public enum Sign {
        /** At least the limit. */
        AT_LEAST(">="),
        /** More than the limit. */
        ABOVE(">"),
        /** At most the limit. */
        AT_MOST("<="),
        /** Less than the limit. */
        BELOW("<");

        private final String mark;

        Sign(String mark) {
            this.mark = mark;
        }

        boolean accepts(int comparison) {
            return switch (this) {
                case AT_LEAST -> comparison >= 0;
                case ABOVE -> comparison > 0;
                case AT_MOST -> comparison <= 0;
                case BELOW -> comparison < 0;
            };
        }

        @Override
        public String toString() {
            return mark;
        }
    }

    /**
     * A limit with its sign, such as {@code >= 4800}: the form in which the law states a threshold.
     *
     * @param sign which side of the value passes
     * @param value the limit in millionths of the unit that the field's name or the paragraph gives, from 0
     */
    public record Limit(Sign sign, long value) {
        /**
         * Whether a value passes. Exact; allocates nothing.
         *
         * @param measured the value in millionths of the same unit
         * @return true if it lies on the side that the sign names
         */
        public boolean admits(long measured) {
            return sign.accepts(Long.compare(measured, value));
        }

        /**
         * Whether a quotient passes, compared as products in 128 bits: nothing is divided or rounded. Allocates nothing.
         *
         * @param dividend the value above the line, in millionths
         * @param divisor the value below the line, in millionths, positive
         * @return true if {@code dividend / divisor} lies on the side that the sign names
         */
        public boolean admitsQuotient(long dividend, long divisor) {
            return sign.accepts(Decimal.compareProducts(dividend, Decimal.ONE, value, divisor));
        }

        /** Whether a part, in percent of the whole, passes; in 128 bits, so that no total is too large. */
        boolean admitsPercent(long part, long whole) {
            return sign.accepts(Decimal.compareProducts(part, 100 * Decimal.ONE, value, whole));
        }

        @Override
        public String toString() {
            return sign + " " + Decimal.toString(value);
        }
    }

    /** The values of a rule, or of an object within one, by name. Immutable. */
    public static final class Values {
        private final Map<String, Object> byName;

        Values(Map<String, Object> byName) {
            this.byName = Map.copyOf(byName);
        }

        /**
         * Whether a value is there; of use for those that a family leaves open.
         *
         * @param name its key in the rule file
         * @return true if it is
         */
        public boolean has(String name) {
            return byName.containsKey(name);
        }

        /**
         * The names of the values that are there.
         *
         * @return the keys, in no particular order
         */
        public Set<String> names() {
            return byName.keySet();
        }

        /**
         * A decimal.
         *
         * @param name its key
         * @return the value in millionths
         * @throws IllegalArgumentException if the rule has no such decimal
         */
        public long decimal(String name) {
            return get(name, Long.class);
        }

        /**
         * A whole number: days, counts, bits.
         *
         * @param name its key
         * @return the number
         * @throws IllegalArgumentException if the rule has no such number
         */
        public int whole(String name) {
            return get(name, Integer.class);
        }

        /**
         * A text.
         *
         * @param name its key
         * @return the text, never blank
         * @throws IllegalArgumentException if the rule has no such text
         */
        public String text(String name) {
            return get(name, String.class);
        }

        /**
         * A yes or no.
         *
         * @param name its key
         * @return true for yes
         * @throws IllegalArgumentException if the rule has no such flag
         */
        public boolean flag(String name) {
            return get(name, Boolean.class);
        }

        /**
         * A day.
         *
         * @param name its key
         * @return the day
         * @throws IllegalArgumentException if the rule has no such day
         */
        public LocalDate date(String name) {
            return get(name, LocalDate.class);
        }

        /**
         * A set of countries.
         *
         * @param name its key
         * @return the countries, possibly none
         * @throws IllegalArgumentException if the rule has no such set
         */
        public Set<Country> countries(String name) {
            return get(name, CountrySet.class).countries();
        }

        /**
         * A list of texts in the order of the file.
         *
         * @param name its key
         * @return the texts, possibly none
         * @throws IllegalArgumentException if the rule has no such list
         */
        public List<String> texts(String name) {
            return get(name, TextList.class).texts();
        }

        /**
         * One limit with its sign.
         *
         * @param name its key
         * @return the limit
         * @throws IllegalArgumentException if the rule has no such limit
         */
        public Limit limit(String name) {
            return get(name, Limit.class);
        }

        /**
         * Limits that must all hold, such as a lower and an upper bound.
         *
         * @param name its key
         * @return the limits in the order of the file, at least one
         * @throws IllegalArgumentException if the rule has no such limits
         */
        public List<Limit> limits(String name) {
            return get(name, LimitList.class).limits();
        }

        /**
         * A group of values under one key.
         *
         * @param name its key
         * @return the values inside
         * @throws IllegalArgumentException if the rule has no such group
         */
        public Values group(String name) {
            return get(name, Values.class);
        }

        /**
         * A list of groups of values in the order of the file.
         *
         * @param name its key
         * @return the groups, possibly none
         * @throws IllegalArgumentException if the rule has no such list
         */
        public List<Values> groups(String name) {
            return get(name, GroupList.class).groups();
        }

        /**
         * Any value as a text for people: a decimal in plain digits, countries by their codes.
         *
         * @param name its key
         * @return the text
         * @throws IllegalArgumentException if the rule has no such value
         */
        public String show(String name) {
            Object value = get(name, Object.class);
            return value instanceof Long decimal ? Decimal.toString(decimal) : String.valueOf(value);
        }

        private <T> T get(String name, Class<T> type) {
            Object value = byName.get(name);
            if (!type.isInstance(value)) {
                throw new IllegalArgumentException(
                        "There is no " + type.getSimpleName() + " called '" + name + "' among " + byName.keySet());
            }
            return type.cast(value);
        }

        @Override
        public String toString() {
            List<String> names = new ArrayList<>(byName.keySet());
            names.sort(null);
            StringBuilder text = new StringBuilder("{");
            for (String name : names) {
                text.append(text.length() == 1 ? "" : ", ")
                        .append(name)
                        .append(": ")
                        .append(show(name));
            }
            return text.append('}').toString();
        }
    }

    /** A set that keeps its order for people and answers without allocating. */
    record CountrySet(Set<Country> countries) {
        @Override
        public String toString() {
            return countries.stream().sorted().toList().toString();
        }
    }

    record TextList(List<String> texts) {
        @Override
        public String toString() {
            return texts.toString();
        }
    }

    record LimitList(List<Limit> limits) {
        @Override
        public String toString() {
            return limits.toString();
        }
    }

    record GroupList(List<Values> groups) {
        @Override
        public String toString() {
            return groups.toString();
        }
    }

    /** Where a rule was read, for messages about how it fits with its neighbours. */
    record Place(String file, long line, int column) {}

    private final String id;
    private final RuleFamily family;
    private final Citation citation;
    private final String note;
    private final RuleStatus status;
    private final Trust trust;
    private final @Nullable String promoted;
    private final DateRange inForce;
    private final Values values;
    private final Place place;

    @SuppressWarnings("TooManyParameters") // a rule is what it is made of; only the loader calls this
    Rule(
            String id,
            RuleFamily family,
            Citation citation,
            String note,
            RuleStatus status,
            Trust trust,
            @Nullable String promoted,
            DateRange inForce,
            Values values,
            Place place) {
        this.id = id;
        this.family = family;
        this.citation = citation;
        this.note = note;
        this.status = status;
        this.trust = trust;
        this.promoted = promoted;
        this.inForce = inForce;
        this.values = values;
        this.place = place;
    }

    /**
     * The id of the fact that the rule encodes.
     *
     * @return such as {@code F1.1} or {@code T15}
     */
    public String id() {
        return id;
    }

    /**
     * The family: the question to which this rule is the answer on the days of its interval.
     *
     * @return the name of the family
     */
    public String family() {
        return family.name();
    }

    /**
     * What tells this rule from others of its family that hold on the same days, such as the country group of a list.
     *
     * @return the key, or an empty text where a family has one rule a day
     */
    public String key() {
        String field = family.keyField();
        return field == null ? "" : values.text(field);
    }

    /**
     * Where the rule is written.
     *
     * @return the paragraph or notice
     */
    public Citation citation() {
        return citation;
    }

    /**
     * What the rule says in plain words, and where the encoding departs from the text.
     *
     * @return the note for people
     */
    public String note() {
        return note;
    }

    /**
     * Where the rule stands on the days of its interval.
     *
     * @return the status
     */
    public RuleStatus status() {
        return status;
    }

    /**
     * How well the fact is supported.
     *
     * @return the mark of trust
     */
    public Trust trust() {
        return trust;
    }

    /**
     * Who has promoted a doubtful fact, and when, in the rule file.
     *
     * @return the name and date as written, or null if nobody has
     */
    public @Nullable String promoted() {
        return promoted;
    }

    /**
     * Whether a result that is lighter for the customer may rest on this rule: it was seen in two sources, or a named person
     * has promoted it. Any other rule may make an answer graver, never lighter.
     *
     * @return true if it may
     */
    public boolean maySupportRelief() {
        return trust == Trust.TWO_SOURCES || promoted != null;
    }

    /**
     * The days on which the rule is the answer of its family.
     *
     * @return the span, both ends included
     */
    public DateRange inForce() {
        return inForce;
    }

    /**
     * What the rule says, as values.
     *
     * @return the values of its family
     */
    public Values values() {
        return values;
    }

    Place place() {
        return place;
    }

    @Override
    public String toString() {
        String key = key();
        return id + " " + family.name() + (key.isEmpty() ? "" : "[" + key + "]") + " " + inForce + " " + status + " "
                + trust.mark() + " " + values + " (" + citation + ")";
    }
}
