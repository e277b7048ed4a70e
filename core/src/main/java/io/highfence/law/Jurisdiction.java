package io.highfence.law;

import io.highfence.base.Citation;
import io.highfence.base.Country;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether an item is subject to the EAR, the first question of all: by where it is, where it was made, how much US content it
 * has, and whether it is the direct product of US technology.
 *
 * <p>Immutable and safe for many threads.
 */
public final class Jurisdiction {
    /** Whether an item is subject to the EAR. */
    public enum Status {
        /** It is. */
        SUBJECT,
        /** It is not; other laws may still apply. */
        NOT_SUBJECT,
        /** The facts do not say. */
        UNKNOWN
    }

    /**
     * What is known of an item's origin and way.
     *
     * @param from the country it is sent from, or null if it is not known
     * @param to the country it goes to, or null if it is not known
     * @param eccn its ECCN, {@code EAR99}, or null if it is not known
     * @param usOrigin whether it was made in the United States
     * @param usControlledPercent the share of controlled US content in millionths of a percent, or -1 if it is not known
     * @param noDeMinimisLevel whether section 734.4(a) takes away the de minimis level
     * @param usTechnologyOrPlant whether it is the direct product of US technology or software, or of a plant that is
     * @param footnotes the Entity List footnotes of the parties
     * @param d5mHeadquarters whether a purchaser, ultimate consignee or end user is headquartered in Macau or D:5
     * @param endUse the end use, or null if none is stated
     */
    public record Facts(
            @Nullable Country from,
            @Nullable Country to,
            @Nullable String eccn,
            Known usOrigin,
            long usControlledPercent,
            Known noDeMinimisLevel,
            Known usTechnologyOrPlant,
            Set<Integer> footnotes,
            Known d5mHeadquarters,
            @Nullable String endUse) {
        /**
         * Checks that nothing is missing but what may be.
         *
         * @param from the country it is sent from, or null
         * @param to the country it goes to, or null
         * @param eccn its ECCN, or null
         * @param usOrigin whether it was made in the United States
         * @param usControlledPercent the share of controlled US content in millionths of a percent, or -1
         * @param noDeMinimisLevel whether it has no de minimis level
         * @param usTechnologyOrPlant whether it is a direct product of US technology
         * @param footnotes the Entity List footnotes of the parties
         * @param d5mHeadquarters whether a party is headquartered in Macau or D:5
         * @param endUse the end use, or null
         */
        public Facts {
            Objects.requireNonNull(usOrigin, "usOrigin");
            Objects.requireNonNull(noDeMinimisLevel, "noDeMinimisLevel");
            Objects.requireNonNull(usTechnologyOrPlant, "usTechnologyOrPlant");
            footnotes = Set.copyOf(footnotes);
            Objects.requireNonNull(d5mHeadquarters, "d5mHeadquarters");
        }
    }

    /**
     * The answer, with what it rests on.
     *
     * @param status whether the item is subject to the EAR
     * @param reasons why, in sentences for people
     * @param citations where it is written
     * @param missing the facts that could change it, possibly none
     */
    public record Answer(Status status, List<String> reasons, List<Citation> citations, List<String> missing) {
        /**
         * Copies the lists.
         *
         * @param status whether the item is subject to the EAR
         * @param reasons why
         * @param citations where it is written
         * @param missing the facts that could change it
         */
        public Answer {
            reasons = List.copyOf(reasons);
            citations = List.copyOf(citations);
            missing = List.copyOf(missing);
        }
    }

    private static final Citation SCOPE = new Citation("15 CFR 734.3(a)");
    private static final String PERCENT = "usOriginControlledPercent";
    private static final String TECHNOLOGY = "usTechnologyOrPlant";

    private final RuleBook book;
    private final CountryGroups groups;

    private Jurisdiction(RuleBook book) {
        this.book = book;
        groups = new CountryGroups(book);
    }

    /**
     * The jurisdiction of a rule book.
     *
     * @param book the rules
     * @return the jurisdiction
     */
    public static Jurisdiction of(RuleBook book) {
        return new Jurisdiction(book);
    }

    /**
     * Judges an item.
     *
     * @param facts what is known of it
     * @param asOf the day
     * @return the answer
     */
    public Answer judge(Facts facts, LocalDate asOf) {
        if (facts.from() != null && facts.from().code().equals("US")) {
            return new Answer(Status.SUBJECT, List.of("It leaves from the United States."), List.of(SCOPE), List.of());
        }
        if (facts.usOrigin() == Known.YES) {
            return new Answer(
                    Status.SUBJECT, List.of("It is of US origin, wherever it is."), List.of(SCOPE), List.of());
        }
        Trace trace = new Trace();
        if (facts.from() == null) {
            trace.unknown("shipFrom", "If it leaves from the United States it is subject.", SCOPE);
        }
        if (facts.usOrigin() == Known.UNKNOWN) {
            trace.unknown("countryOfOrigin", "If it is of US origin it is subject.", SCOPE);
        }
        deMinimis(facts, asOf, trace);
        directProduct(facts, asOf, trace);
        return trace.answer();
    }

    /** What the tests said so far. */
    private static final class Trace {
        private final List<String> subject = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private final List<String> free = new ArrayList<>();
        private final List<Citation> citations = new ArrayList<>();
        private final Set<String> missing = new TreeSet<>();

        void subject(String reason, Citation citation) {
            subject.add(reason);
            citations.add(0, citation);
        }

        void unknown(String fact, String reason, Citation citation) {
            unknown(Set.of(fact), reason, citation);
        }

        void unknown(Set<String> facts, String reason, Citation citation) {
            missing.addAll(facts);
            open.add(reason);
            citations.add(citation);
        }

        void free(String reason, Citation citation) {
            free.add(reason);
            citations.add(citation);
        }

        Answer answer() {
            List<Citation> distinct = citations.stream().distinct().toList();
            if (!subject.isEmpty()) {
                return new Answer(Status.SUBJECT, subject, distinct, List.of());
            }
            if (!missing.isEmpty()) {
                return new Answer(Status.UNKNOWN, open, distinct, List.copyOf(missing));
            }
            return new Answer(Status.NOT_SUBJECT, free, distinct, List.of());
        }
    }

    private void deMinimis(Facts facts, LocalDate asOf, Trace trace) {
        Rule none = book.rule(LicenseRules.NO_DE_MINIMIS, asOf);
        Rule embargoed = book.rule(LicenseRules.DE_MINIMIS, "embargoed", asOf);
        Rule other = book.rule(LicenseRules.DE_MINIMIS, "other", asOf);
        if (none == null || embargoed == null || other == null || facts.to() == null) {
            trace.unknown(facts.to() == null ? "to" : "date", "The de minimis level turns on the destination.", SCOPE);
            return;
        }
        boolean grave = groups.inAny(facts.to(), embargoed.values().texts("groups"), asOf);
        Rule level = facts.noDeMinimisLevel() == Known.YES ? none : grave ? embargoed : other;
        long percent = facts.usControlledPercent();
        if (percent < 0) {
            trace.unknown(
                    PERCENT,
                    "It is subject if its controlled US content is " + words(level) + " percent.",
                    level.citation());
        } else if (level.values().limit("percent").admits(percent)) {
            trace.subject("Its controlled US content is " + words(level) + " percent.", level.citation());
        } else if (facts.noDeMinimisLevel() == Known.UNKNOWN
                && none.values().limit("percent").admits(percent)) {
            trace.unknown(
                    "noDeMinimisLevel",
                    "It has US content, and section 734.4(a) takes away the level for some items.",
                    none.citation());
        } else {
            trace.free("Its controlled US content is not " + words(level) + " percent.", level.citation());
        }
    }

    private static String words(Rule level) {
        return level.values().limit("percent").toString();
    }

    private void directProduct(Facts facts, LocalDate asOf, Trace trace) {
        Citation rules = new Citation("15 CFR 734.9");
        if (facts.usTechnologyOrPlant() == Known.NO) {
            trace.free("It is no direct product of US technology, software or plants.", rules);
            return;
        }
        boolean reached = false;
        for (Rule rule : book.rules(LicenseRules.DIRECT_PRODUCT)) {
            Set<String> open = new TreeSet<>();
            if (!rule.inForce().contains(asOf) || !mayReach(rule, facts, asOf, open)) {
                continue;
            }
            reached = true;
            if (facts.usTechnologyOrPlant() != Known.YES) {
                open.add(TECHNOLOGY);
            }
            if (open.isEmpty()) {
                trace.subject("A foreign-direct-product rule reaches it: " + rule.note(), rule.citation());
            } else {
                trace.unknown(
                        open,
                        "A foreign-direct-product rule reaches it, and it is subject, if "
                                + (open.equals(Set.of(TECHNOLOGY))
                                        ? "it is a direct product of US technology, software or plants: "
                                        : "these facts are so: " + String.join(", ", open) + ". ")
                                + rule.note(),
                        rule.citation());
            }
        }
        if (!reached) {
            trace.unknown(
                    Set.of(facts.usTechnologyOrPlant() == Known.YES ? "otherForeignDirectProductRules" : TECHNOLOGY),
                    "The foreign-direct-product rules that are encoded do not reach it; others of section 734.9 might.",
                    rules);
        }
    }

    /** Whether a rule reaches an item or may; where that is not known, {@code open} takes the facts on which it turns. */
    private boolean mayReach(Rule rule, Facts facts, LocalDate asOf, Set<String> open) {
        Rule.Values values = rule.values();
        if (values.has("footnote") && !facts.footnotes().contains(Integer.valueOf(values.text("footnote")))) {
            return false;
        }
        Known use = values.has("endUse") ? endUse(values.text("endUse"), facts.endUse()) : Known.YES;
        Known item = item(values, facts.eccn());
        Known place = place(values, facts, asOf);
        if (use == Known.NO || item == Known.NO || place == Known.NO) {
            return false;
        }
        if (use == Known.UNKNOWN) {
            open.add("endUse");
        }
        if (item == Known.UNKNOWN) {
            open.add("eccn");
        }
        if (place == Known.UNKNOWN) {
            open.add(facts.to() == null ? "to" : Requirements.HEADQUARTERS);
        }
        return true;
    }

    private static Known endUse(String ofRule, @Nullable String stated) {
        if (stated == null || stated.equals(EndUses.UNKNOWN)) {
            return Known.UNKNOWN;
        }
        return stated.equals(ofRule) ? Known.YES : Known.NO;
    }

    /** Whether a rule names an item; what is no ECCN, and an entry without the paragraph that a rule names, may be named. */
    private static Known item(Rule.Values values, @Nullable String eccn) {
        String test = values.text("entryTest");
        if (test.equals("any")) {
            return Known.YES;
        }
        if (eccn == null || !EccnText.isWellFormed(eccn)) {
            return Known.UNKNOWN;
        }
        if (test.equals("ccl")) {
            return EccnText.isEar99(eccn) ? Known.NO : Known.YES;
        }
        String folded = EccnText.fold(eccn);
        List<String> entries = values.texts("entries");
        if (entries.stream()
                .anyMatch(entry ->
                        folded.equals(entry) || folded.startsWith(test.equals("category") ? entry : entry + "."))) {
            return Known.YES;
        }
        return entries.stream().anyMatch(entry -> entry.startsWith(folded + ".")) ? Known.UNKNOWN : Known.NO;
    }

    private Known place(Rule.Values values, Facts facts, LocalDate asOf) {
        if (values.flag("worldwide")) {
            return Known.YES;
        }
        Known headquarters = values.flag("headquarters") ? facts.d5mHeadquarters() : Known.NO;
        boolean destination = facts.to() != null
                && groups.named(facts.to(), values, asOf)
                && !groups.inAny(facts.to(), values.texts("exceptGroups"), asOf);
        if (destination || headquarters == Known.YES) {
            return Known.YES;
        }
        return facts.to() == null ? Known.UNKNOWN : headquarters;
    }
}
