package io.highfence.chip;

import io.highfence.chip.Chip.Form;
import io.highfence.chip.RegimeAnswer.Says;
import io.highfence.law.Rule;
import io.highfence.law.Rule.Limit;
import io.highfence.law.Rule.Sign;
import io.highfence.law.RuleBook;
import io.highfence.law.RuleStatus;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Several regimes for advanced chips side by side: what each says about one chip on one day, by its own limits and with its
 * own citation.
 *
 * <p>A profile is a rule of the family {@code regime}. Its limits are data, in any number of tiers. Performance and density are
 * those of the Technical Notes to 3A090. A profile says {@link Says#NOT_CONTROLLED} only if everything that it turns on is
 * loaded and trusted and the law was read not too long before the day; see {@code docs/regimes.md}. Immutable and safe for many threads; allocates.
 */
public final class Regimes {
    private static final String FAMILY = "regime";
    private final RuleBook book;

    /**
     * The regimes of a rule book.
     *
     * @param book the rules
     */
    public Regimes(RuleBook book) {
        this.book = book;
    }

    /**
     * Asks every profile about a chip, on the day for which it was classified.
     *
     * @param classified a classification that has been filled
     * @return one answer for each regime, and one for each proposal that is open on the day, in the order of their codes
     */
    public List<RegimeAnswer> compare(Classification classified) {
        List<RegimeAnswer> answers = new ArrayList<>();
        for (Rule profile : book.rules(FAMILY)) {
            if (profile.inForce().contains(classified.asOf())) {
                answers.add(new Question(profile, classified, book.verifiedThrough()).answer());
            }
        }
        return List.copyOf(answers);
    }

    /** One profile asked about one chip. */
    private static final class Question {
        private final Rule profile;
        private final Classification classified;
        private final LocalDate verifiedThrough;
        private final Set<String> met = new LinkedHashSet<>();
        private final Set<String> possible = new LinkedHashSet<>();
        private final Set<String> missing = new LinkedHashSet<>();
        private final Set<String> review = new LinkedHashSet<>();

        Question(Rule profile, Classification classified, LocalDate verifiedThrough) {
            this.profile = profile;
            this.classified = classified;
            this.verifiedThrough = verifiedThrough;
        }

        RegimeAnswer answer() {
            Rule.Values values = profile.values();
            if (values.has("sameAs")) {
                repeatClassification();
            } else if (values.has("tiers")) {
                judgeTiers(values.groups("tiers"));
            }
            List<String> notLoaded = values.texts("notLoaded");
            boolean reached = !met.isEmpty();
            if (profile.status() == RuleStatus.REPEALED) {
                return repealed(notLoaded);
            }
            if (profile.status() == RuleStatus.PROPOSED) {
                return answer(Says.PROPOSED, met, notLoaded);
            }
            if (reached && profile.status() != RuleStatus.IN_FORCE) {
                review.add("status: the profile is " + profile.status() + " on this day");
                return answer(Says.REVIEW, met, notLoaded);
            }
            if (reached) {
                return answer(Says.CONTROLLED, met, List.of());
            }
            if (!missing.isEmpty() || !notLoaded.isEmpty()) {
                return answer(Says.NEEDS_DATA, possible, notLoaded);
            }
            if (!profile.maySupportRelief()) {
                return answer(Says.NEEDS_DATA, possible, List.of(unverified()));
            }
            return notControlled(possible);
        }

        /** What was taken out of the regulation controls nothing, if that is as well supported as any relief must be. */
        private RegimeAnswer repealed(List<String> notLoaded) {
            missing.clear();
            review.clear();
            if (!notLoaded.isEmpty() || !profile.maySupportRelief()) {
                return answer(Says.NEEDS_DATA, Set.of(), notLoaded.isEmpty() ? List.of(unverified()) : notLoaded);
            }
            return notControlled(Set.of());
        }

        /** What was not controlled when the law was last read may be by now. */
        private RegimeAnswer notControlled(Set<String> paragraphs) {
            LocalDate asOf = classified.asOf();
            if (ChronoUnit.DAYS.between(verifiedThrough, asOf) > RuleBook.HORIZON_DAYS) {
                review.add("horizon: the law was read through " + verifiedThrough + "; " + asOf + " lies more than "
                        + RuleBook.HORIZON_DAYS + " days later");
            }
            return answer(review.isEmpty() ? Says.NOT_CONTROLLED : Says.REVIEW, paragraphs, List.of());
        }

        private String unverified() {
            return profile.key() + " threshold not verified: its mark of trust is "
                    + profile.trust().mark();
        }

        private RegimeAnswer answer(Says says, Collection<String> paragraphs, List<String> notLoaded) {
            missing.addAll(notLoaded);
            return new RegimeAnswer(
                    profile.key(), says, List.copyOf(paragraphs), List.copyOf(missing), List.copyOf(review), profile);
        }

        private void repeatClassification() {
            missing.addAll(classified.missing());
            review.addAll(classified.review());
            String eccn = classified.eccn();
            switch (classified.level()) {
                case A, B, C, ENTRY_OF_2022 -> {
                    if (eccn != null) {
                        met.add(eccn);
                    }
                    met.addAll(classified.paragraphs());
                }
                case NONE, UNKNOWN -> {
                    if (eccn == null && missing.isEmpty()) {
                        missing.add("eccn");
                    }
                }
            }
        }

        private void judgeTiers(List<Rule.Values> tiers) {
            Chip chip = classified.chip();
            Chip[] circuits = chip.circuits().length == 0 ? new Chip[] {chip} : chip.circuits();
            if (chip.form() != Form.IC
                    && chip.circuits().length == 0
                    && chip.rates().isEmpty()) {
                missing.add(Column.CONTAINS.label());
                circuits = new Chip[0];
            }
            for (Chip circuit : circuits) {
                Totals totals = circuit.totals();
                for (Rule.Values tier : tiers) {
                    judge(tier, totals, circuit);
                }
                if ((totals.remarks & Remark.ANALOG.bit()) != 0) {
                    look(Remark.ANALOG);
                }
                if (totals.tpp == 0) {
                    look(Remark.NO_MAC);
                }
                if (circuit.leastConfidence()) {
                    look(Remark.CATALOGUE);
                }
            }
            possible.addAll(met);
            for (Column column : Column.values()) {
                if ((chip.faultBits() & column.bit()) != 0) {
                    missing.add(column.label());
                }
            }
            if (chip.form() != Form.IC && profile.values().text("assemblies").equals("unread") && met.isEmpty()) {
                missing.add("how " + profile.key() + " counts an assembly of several circuits");
            }
        }

        private void look(Remark remark) {
            review.add(remark.code() + ": " + remark.sentence());
        }

        private void judge(Rule.Values tier, Totals totals, Chip circuit) {
            String paragraph = tier.text("paragraph");
            List<Limit> tpp = tier.has("tpp") ? tier.limits("tpp") : List.of();
            List<Limit> density = tier.has("tppPerMm2") ? tier.limits("tppPerMm2") : List.of();
            long known = Math.max(totals.tpp, 0);
            long most = Math.max(totals.most, known);
            long least = Math.min(totals.least, known);
            long lowest = Math.max(least, floor(tpp));
            long highest = Math.min(most, ceiling(tpp));
            if (lowest > highest) {
                lookIfNear(tpp, known);
                return;
            }
            boolean sure = lowest == least && highest == most;
            if (!density.isEmpty()) {
                Density open = new Density(totals, circuit, lowest, highest);
                if (open.undefined()) {
                    look(Remark.NO_AREA);
                    return;
                }
                if (!open.reaches(density)) {
                    return;
                }
                if (!open.holds(density)) {
                    sure = false;
                    if (!circuit.diesKnown() || totals.unknownArea > 0) {
                        missing.add(Column.DIES.label());
                    } else if (totals.doubtfulArea > 0) {
                        look(Remark.DIE_ROLE);
                    }
                }
            }
            if (sure) {
                met.add(paragraph);
                return;
            }
            possible.add(paragraph);
            if (most > known) {
                missing.add(Column.RATES.label());
            }
            if (least < known) {
                look(Remark.TWO_WIDTHS);
            }
        }

        /** A data sheet may understate: up to the margin of 3A090 under a limit a person must look. */
        private void lookIfNear(List<Limit> tpp, long known) {
            for (Limit limit : tpp) {
                if (isFloor(limit) && classified.law().near(known, limit.value())) {
                    look(Remark.NEAR_LIMIT);
                }
            }
        }
    }

    /** The densities that the readings of a circuit's dies leave open between two performances. */
    private static final class Density {
        private final long least;
        private final long most;
        private final long smallest;
        private final long largest;
        private final boolean known;
        private final boolean someArea;

        Density(Totals totals, Chip circuit, long least, long most) {
            this.least = least;
            this.most = most;
            known = circuit.diesKnown();
            largest = totals.certainArea + totals.doubtfulArea + totals.unknownArea;
            smallest = totals.smallestArea();
            someArea = totals.certainArea > 0;
        }

        /** Whether no die can count, so that there is no density. */
        boolean undefined() {
            return known && largest == 0;
        }

        /** Whether some density that is open passes. */
        boolean reaches(List<Limit> limits) {
            if (!known) {
                return true;
            }
            for (Limit limit : limits) {
                if (isFloor(limit) ? !limit.admitsQuotient(most, smallest) : !limit.admitsQuotient(least, largest)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether every density that is open passes. */
        boolean holds(List<Limit> limits) {
            if (!known || !someArea) {
                return false;
            }
            for (Limit limit : limits) {
                if (!limit.admitsQuotient(least, largest) || !limit.admitsQuotient(most, smallest)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean isFloor(Limit limit) {
        return limit.sign() == Sign.AT_LEAST || limit.sign() == Sign.ABOVE;
    }

    /** The least value that passes the lower limits. */
    private static long floor(List<Limit> limits) {
        long floor = 0;
        for (Limit limit : limits) {
            if (isFloor(limit)) {
                floor = Math.max(floor, limit.sign() == Sign.ABOVE ? limit.value() + 1 : limit.value());
            }
        }
        return floor;
    }

    /** The greatest value that passes the upper limits. */
    private static long ceiling(List<Limit> limits) {
        long ceiling = Long.MAX_VALUE;
        for (Limit limit : limits) {
            if (!isFloor(limit)) {
                ceiling = Math.min(ceiling, limit.sign() == Sign.BELOW ? limit.value() - 1 : limit.value());
            }
        }
        return ceiling;
    }
}
