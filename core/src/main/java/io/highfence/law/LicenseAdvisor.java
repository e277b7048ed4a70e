package io.highfence.law;

import io.highfence.base.Citation;
import io.highfence.base.Country;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about licenses for advanced chips and the machines built of them: embargoes first, then the tables of
 * sections 742.6 and 744.23, end uses, exceptions and review policies, by the words of the regulation and by what is enforced.
 *
 * <p>A fact that is not given is judged at every value that it could have; the answer is open only where these differ. Immutable
 * and safe for many threads.
 */
public final class LicenseAdvisor {
    private static final Citation TABLE = new Citation("15 CFR 742.6(a)(6)");
    private static final Pattern SECTION = Pattern.compile("\\b7[3-7]\\d\\.\\d+");
    private static final Set<String> DEEMED = Set.of("deemedExport", "deemedReexport");
    private static final Set<String> NO_SHIPMENT = Set.of("cloudAccess", "service");
    private static final String DOMESTIC = "domestic";

    private final RuleBook book;
    private final CountryGroups groups;
    private final Embargoes embargoes;
    private final Requirements requirements;
    private final EndUses endUses;
    private final Exceptions exceptions;
    private final ReviewPolicies policies;
    private final Letters letters;
    private final List<LocalDate> changes;
    private final Set<Country> approvalPlaces;

    private LicenseAdvisor(RuleBook book) {
        this.book = book;
        groups = new CountryGroups(book);
        embargoes = Embargoes.of(book);
        requirements = new Requirements(book, groups);
        endUses = new EndUses(book, groups, ListEffects.of(book));
        exceptions = new Exceptions(book, groups, requirements);
        policies = new ReviewPolicies(book, groups, requirements);
        letters = new Letters(book, groups);
        changes = changes(book);
        approvalPlaces = requirements.approvalPlaces();
    }

    private static List<LocalDate> changes(RuleBook book) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Rule rule : book.rules()) {
            if (rule.inForce().from() != null) {
                days.add(rule.inForce().from());
            }
            if (rule.inForce().to() != null) {
                days.add(rule.inForce().to().plusDays(1));
            }
        }
        return List.copyOf(days);
    }

    /**
     * The advisor of a rule book.
     *
     * @param book the rules
     * @return the advisor
     * @throws IllegalArgumentException if the rules contradict each other
     */
    public static LicenseAdvisor of(RuleBook book) {
        return new LicenseAdvisor(book);
    }

    /**
     * Whether a place is Macau or in Country Group D:5; Hong Kong is read as China.
     *
     * @param place the country of a headquarters or an ultimate parent
     * @param asOf the day
     * @return true if it is
     */
    public boolean isD5m(Country place, LocalDate asOf) {
        return groups.d5m(place, asOf);
    }

    /**
     * Whether two places are of one country to the rules; Hong Kong is read as China.
     *
     * @param one a place
     * @param other another
     * @param asOf the day
     * @return true if they are
     */
    public boolean areOneCountry(Country one, Country other, LocalDate asOf) {
        return groups.read(one, asOf).equals(groups.read(other, asOf));
    }

    /**
     * Whether a place is one to which the volume cap of the case-by-case review counts: China or Macau; Hong Kong is read as China.
     *
     * @param place where items go, or where their end user is
     * @param asOf the day
     * @return true if it is, and there is such a review on that day
     */
    public boolean isUnderVolumeCap(Country place, LocalDate asOf) {
        Rule rule = book.rule(LicenseRules.REVIEW_POLICY, "case-by-case", asOf);
        return rule != null && rule.values().countries("endUserCountries").contains(groups.read(place, asOf));
    }

    /**
     * Whether section 744.23(a)(1) reaches an item where it is for a supercomputer. Allocates.
     *
     * @param eccn the item's ECCN, or null if it is not known
     * @param places where it goes and where it is used
     * @param asOf the day
     * @return no where the section names neither the entry nor one of the places; unknown where that turns on the ECCN
     */
    public Known reachesSupercomputer(@Nullable String eccn, List<Country> places, LocalDate asOf) {
        return endUses.reaches("supercomputer", places, ControlledItem.of(book, eccn, null, asOf), asOf);
    }

    /**
     * Answers a question. Never throws for what the question holds; allocates.
     *
     * @param question the question
     * @return the answer, and the next day that changes it
     */
    public LicenseAnswer advise(LicenseQuestion question) {
        LicenseAnswer answer = answer(question, null);
        String now = gist(answer);
        for (LocalDate day : changes) {
            if (day.isAfter(question.asOf()) && !now.equals(gist(answer(question.on(day), null)))) {
                return answer(question, day);
            }
        }
        return answer;
    }

    /** What counts as a change of the answer. */
    private static String gist(LicenseAnswer answer) {
        StringBuilder gist = new StringBuilder();
        gist.append(answer.codified().required()).append(answer.enforced().required());
        answer.exceptions()
                .forEach(exception -> gist.append(' ').append(exception.code()).append(exception.eligible()));
        return gist.append(answer.reviewPolicy()).append(answer.missing()).toString();
    }

    /** The parts of an answer as they are gathered. */
    private static final class Draft {
        private @Nullable Boolean codified = false;
        private @Nullable Boolean enforced = false;
        private Citation codifiedBy = TABLE;
        private Citation enforcedBy = TABLE;
        private List<LicenseAnswer.ExceptionAnswer> exceptions = List.of();
        private List<String> endUseDoubts = List.of();
        private @Nullable String policy = "none";
        private final List<String> checklist = new ArrayList<>();
        private final Set<String> reasons = new LinkedHashSet<>();
        private final Set<Citation> citations = new LinkedHashSet<>();
        private final Set<String> status = new LinkedHashSet<>();
        private final Set<String> missing = new LinkedHashSet<>();
        private final List<Finding> findings = new ArrayList<>();
        private final Set<String> doubts = new LinkedHashSet<>();
        private Citation doubtedIn = TABLE;

        /** Adds facts by which there is no license and which were not seen in two sources; one finding names them all. */
        void doubt(List<String> facts, Citation citation) {
            if (doubts.isEmpty()) {
                doubtedIn = citation;
            }
            doubts.addAll(facts);
        }

        void reason(Rule rule) {
            reasons.add(rule.id() + ": " + rule.note());
            citations.add(rule.citation());
        }

        void status(Rule rule) {
            status.add(rule.id() + ": " + rule.note());
            citations.add(rule.citation());
        }

        void finding(Finding finding) {
            findings.add(finding);
            reasons.add(finding.fact() + ": " + finding.text());
            citations.add(finding.citation());
            missing.addAll(finding.missing());
        }

        /** The sections of every citation, those of the two results included. */
        Set<String> sections() {
            citations.add(codifiedBy);
            citations.add(enforcedBy);
            TreeSet<String> sections = new TreeSet<>();
            for (Citation citation : citations) {
                Matcher matcher = SECTION.matcher(citation.text());
                while (matcher.find()) {
                    sections.add(matcher.group());
                }
            }
            return sections;
        }

        LicenseAnswer answer(@Nullable LocalDate changesOn) {
            return new LicenseAnswer(
                    new LicenseAnswer.Result(codified, codifiedBy),
                    new LicenseAnswer.Result(enforced, enforcedBy),
                    exceptions,
                    policy,
                    checklist,
                    List.copyOf(reasons),
                    List.copyOf(citations),
                    List.copyOf(status),
                    List.copyOf(missing),
                    findings,
                    List.copyOf(sections()),
                    changesOn);
        }
    }

    /** The answer of one day, with a day of change that somebody else has found; a tenth of the work of {@link #advise}. */
    LicenseAnswer answer(LicenseQuestion question, @Nullable LocalDate changesOn) {
        Draft draft = new Draft();
        LocalDate asOf = question.asOf();
        Country to = question.to();
        if (book.rule(LicenseRules.READ_AS, asOf) == null) {
            return open(
                    draft,
                    "date",
                    "The rules of " + asOf + " are not encoded: the oldest are of 2022-10-07.",
                    changesOn);
        }
        ControlledItem item = ControlledItem.of(book, question.eccn(), question.relatedTo(), asOf);
        understand("eccn", question.eccn(), draft);
        understand("relatedTo", question.relatedTo(), draft);
        Rule entry = item.outsideTheTables();
        if (entry != null) {
            draft.reason(entry);
            draft.codifiedBy = entry.citation();
            draft.enforcedBy = entry.citation();
        }
        if (to == null) {
            prohibition10(question, item, draft);
            return open(draft, "to", "Every rule turns on the destination.", changesOn);
        }
        if (isDomestic(question, to)) {
            draft.codifiedBy = new Citation("15 CFR 734.13");
            draft.enforcedBy = draft.codifiedBy;
            draft.status.add(
                    "A transaction inside the United States is no export; knowledge of an onward export is a red flag.");
            prohibition10(question, item, draft);
            if (question.kind().equals(DOMESTIC) && isAbroad(question, to)) {
                return open(
                        draft,
                        "kind",
                        "The kind is domestic, and a place outside the United States is named.",
                        changesOn);
            }
            return draft.answer(changesOn);
        }
        Known headquartered = headquartered(question, to, item, draft);
        contradiction(question, item, draft);
        embargo(question, to, draft);
        prohibition10(question, item, draft);
        if (!NO_SHIPMENT.contains(question.kind())) {
            table(question, to, item, headquartered, draft);
            letters(question, to, item, headquartered, draft);
        } else {
            draft.status.add("A transaction of the kind " + question.kind()
                    + " is no export, so section 742.6 is not applied; embargoes, denial orders, blocked persons, section 744.6"
                    + " and the terms on which the hardware was shipped still bind.");
        }
        endUse(question, to, item, draft);
        affiliates(asOf, draft);
        release(question, item, headquartered, draft);
        unverified(draft);
        horizon(asOf, draft);
        return draft.answer(changesOn);
    }

    /** What is no ECCN leaves the answer open: no rule says anything about it. */
    private static void understand(String fact, @Nullable String eccn, Draft draft) {
        if (eccn == null || eccn.isBlank() || LicenseQuestion.isEccn(eccn)) {
            return;
        }
        leaveOpen(draft, TABLE);
        draft.finding(new Finding(
                Finding.Level.NEEDS_DATA,
                null,
                LicenseAnswer.VALUE_NOT_UNDERSTOOD,
                "F3.15",
                Finding.Basis.LAW,
                "'" + eccn + "' is no Export Control Classification Number, such as 3A090.a, and not EAR99.",
                TABLE,
                List.of(fact),
                null,
                false));
        draft.status.add(LicenseAnswer.VALUE_NOT_UNDERSTOOD + ": " + fact + " '" + eccn + "'.");
    }

    private static LicenseAnswer open(Draft draft, String fact, String why, @Nullable LocalDate changesOn) {
        draft.codified = null;
        draft.enforced = Boolean.TRUE.equals(draft.enforced) ? draft.enforced : null;
        draft.policy = null;
        draft.missing.add(fact);
        draft.reasons.add(why);
        draft.findings.add(new Finding(
                Finding.Level.NEEDS_DATA,
                null,
                "LICENSE_FACTS",
                "F3.15",
                Finding.Basis.LAW,
                why,
                TABLE,
                List.of(fact),
                null,
                false));
        return draft.answer(changesOn);
    }

    private static boolean isDomestic(LicenseQuestion question, Country to) {
        return question.kind().equals(DOMESTIC) || (to.code().equals("US") && !DEEMED.contains(question.kind()));
    }

    private static boolean isAbroad(LicenseQuestion question, Country to) {
        Country from = question.from();
        return !to.code().equals("US") || (from != null && !from.code().equals("US"));
    }

    /** Whether a purchaser, ultimate consignee or end user is headquartered in Macau or D:5. */
    private Known headquartered(LicenseQuestion question, Country to, ControlledItem item, Draft draft) {
        LocalDate asOf = question.asOf();
        if (question.parties().isEmpty()) {
            draft.status.add("Answered for parties headquartered at the destination, and so their ultimate parents.");
            return groups.d5m(to, asOf) ? Known.YES : Known.NO;
        }
        if (question.parentAssumed()) {
            draft.status.add("The ultimate parent is taken to be headquartered where the party is.");
        }
        if (question.seatAssumed()) {
            draft.status.add("The party is taken to be headquartered at the destination: only its parent was given.");
        }
        Rule roles = book.rule(LicenseRules.HEADQUARTERS_ROLES, asOf);
        boolean anyBound = false;
        Known bound = Known.NO;
        Set<String> joint = new LinkedHashSet<>();
        for (LicenseQuestion.Party party : question.parties()) {
            Known one = headquartered(party, asOf);
            if (isBound(roles, party)) {
                anyBound = true;
                bound = one == Known.YES || bound == Known.YES ? Known.YES : one == Known.NO ? bound : one;
                if (one != Known.YES && party.halfOwnedFromD5m() == Known.YES) {
                    joint.add(party.role());
                }
            } else if (item.inMatrix() && one == Known.YES) {
                draft.finding(look(
                        "HEADQUARTERS_OTHER_ROLE",
                        roles,
                        "The " + party.role()
                                + " is headquartered in Macau or D:5, or its ultimate parent is; the test does not bind this role, so a"
                                + " person must look."));
            }
        }
        if (item.inMatrix() && !joint.isEmpty()) {
            draft.finding(look(
                    "JOINT_VENTURE",
                    roles,
                    "Partners from Macau or D:5 hold half or more of the " + String.join(", ", joint)
                            + ", or control it: whether it counts as headquartered there, a person must say."));
        }
        return anyBound ? bound : Known.UNKNOWN;
    }

    /** Where stakes that are not known could make half held from Macau or D:5; a license that is needed in any case settles it. */
    private void openStakes(LicenseQuestion question, ControlledItem item, Draft draft) {
        if (!item.inMatrix() || Boolean.TRUE.equals(draft.enforced)) {
            return;
        }
        Rule roles = book.rule(LicenseRules.HEADQUARTERS_ROLES, question.asOf());
        Set<String> open = new LinkedHashSet<>();
        for (LicenseQuestion.Party party : question.parties()) {
            if (isBound(roles, party) && party.halfOwnedFromD5m() == Known.UNKNOWN) {
                open.add(party.role());
            }
        }
        if (open.isEmpty()) {
            return;
        }
        String held = String.join(", ", open);
        draft.finding(new Finding(
                Finding.Level.NEEDS_DATA,
                null,
                "JOINT_VENTURE_UNKNOWN",
                roles == null ? "F3.15" : roles.id(),
                Finding.Basis.LAW,
                "Stakes of unknown size, or of holders at unknown places, could make half of the " + held
                        + " held from Macau or D:5. If so, a person must say whether it counts as headquartered there; if"
                        + " not, nothing is asked.",
                roles == null ? TABLE : roles.citation(),
                List.of("percentages and countries of those who hold the " + held),
                null,
                false));
    }

    /** Whether the test of headquarters looks at a party. */
    private static boolean isBound(@Nullable Rule roles, LicenseQuestion.Party party) {
        return roles == null || roles.values().texts("bound").contains(party.role());
    }

    private Known headquartered(LicenseQuestion.Party party, LocalDate asOf) {
        if (groups.d5m(party.hq(), asOf) || groups.d5m(party.parentHq(), asOf)) {
            return Known.YES;
        }
        return party.hq() == null || party.parentHq() == null ? Known.UNKNOWN : Known.NO;
    }

    private static Finding look(String reason, @Nullable Rule rule, String text) {
        return new Finding(
                Finding.Level.HOLD,
                Finding.Hold.REVIEW,
                reason,
                rule == null ? "F3.15" : rule.id(),
                Finding.Basis.LAW,
                text,
                rule == null ? TABLE : rule.citation(),
                List.of(),
                null,
                false);
    }

    private void embargo(LicenseQuestion question, Country to, Draft draft) {
        Finding embargo = embargoes.judge(to, question.region(), question.eccn(), question.hts(), question.asOf());
        if (embargo == null) {
            return;
        }
        draft.finding(embargo);
        switch (embargo.level()) {
            case BLOCK -> require(draft, embargo.citation());
            case HOLD -> {
                if (embargo.hold() == Finding.Hold.LICENSE) {
                    require(draft, embargo.citation());
                } else {
                    leaveOpen(draft, embargo.citation());
                }
            }
            case NEEDS_DATA -> leaveOpen(draft, embargo.citation());
            case CLEAR -> {
                if (embargo.reason().endsWith("_EXCEPTION")) {
                    require(draft, embargo.citation());
                }
            }
        }
    }

    private static void require(Draft draft, Citation citation) {
        if (!Boolean.TRUE.equals(draft.codified)) {
            draft.codified = true;
            draft.codifiedBy = citation;
        }
        if (!Boolean.TRUE.equals(draft.enforced)) {
            draft.enforced = true;
            draft.enforcedBy = citation;
        }
    }

    private static void leaveOpen(Draft draft, Citation citation) {
        if (Boolean.FALSE.equals(draft.codified)) {
            draft.codified = null;
            draft.codifiedBy = citation;
        }
        if (Boolean.FALSE.equals(draft.enforced)) {
            draft.enforced = null;
            draft.enforcedBy = citation;
        }
    }

    /** The tables of sections 742.6 and 744.23(a)(3). */
    private void table(LicenseQuestion question, Country to, ControlledItem item, Known headquartered, Draft draft) {
        LocalDate asOf = question.asOf();
        Rule deemed = book.rule(LicenseRules.RELIEF, "deemed", asOf);
        if (deemed != null && DEEMED.contains(question.kind()) && item.inMatrix()) {
            draft.status(deemed);
            otherReasons(item, draft);
            if (draft.enforced == null) {
                open(draft, List.of(), false);
            } else {
                draft.doubt(List.of(deemed.id()), TABLE);
            }
            return;
        }
        Known approved = requirements.approvalCounts(to, asOf) ? approved(question) : Known.NO;
        Requirements.Facts facts =
                new Requirements.Facts(item, to, headquartered, approved, developer(question, item), asOf);
        Requirements.Outcome codified = requirements.judge("codified", facts);
        Requirements.Outcome enforced = question.enforceDormant() ? codified : requirements.judge("enforced", facts);
        draft.codified = combine(draft.codified, codified.required());
        draft.enforced = combine(draft.enforced, enforced.required());
        if (!codified.rules().isEmpty() && draft.codifiedBy.equals(TABLE)) {
            draft.codifiedBy = codified.rules().get(0).citation();
        }
        if (!enforced.rules().isEmpty() && draft.enforcedBy.equals(TABLE)) {
            draft.enforcedBy = enforced.rules().get(0).citation();
        }
        enforced.rules().forEach(draft::reason);
        codified.rules().forEach(draft::reason);
        codified.rules().stream()
                .filter(rule -> rule.status() == RuleStatus.ON_THE_BOOKS_NOT_ENFORCED)
                .forEach(draft::status);
        cap(asOf, to, item, draft);
        draft.missing.addAll(codified.missing());
        draft.missing.addAll(enforced.missing());
        otherReasons(item, draft);
        if (Boolean.TRUE.equals(enforced.required())) {
            Rule rule = enforced.rules().get(0);
            draft.findings.add(new Finding(
                    Finding.Level.HOLD,
                    Finding.Hold.LICENSE,
                    LicenseAnswer.LICENSE_REQUIRED,
                    rule.id(),
                    Finding.Basis.LAW,
                    "A license is required: " + rule.note(),
                    rule.citation(),
                    headquartered == Known.UNKNOWN ? List.of(Requirements.HEADQUARTERS) : List.of(),
                    null,
                    false));
        } else if (draft.enforced == null) {
            open(draft, enforced.rules(), isDormant(codified, facts));
        }
        if (Boolean.FALSE.equals(enforced.required()) && item.inMatrix()) {
            relief(question, to, item, approved, codified, draft);
        } else if (enforced.required() == null && item.isSettled()) {
            // What holds if the open facts turn out the lighter way: the other way a license holds it, so it is held in
            // any case.
            relief(question, to, item, approved, requirements.judge("codified", facts.notHeadquartered()), draft);
        }
        openStakes(question, item, draft);
    }

    /** Whether the words of the regulation ask for a license even where nobody is headquartered in Macau or D:5. */
    private boolean isDormant(Requirements.Outcome codified, Requirements.Facts facts) {
        return Boolean.TRUE.equals(codified.required())
                && Boolean.TRUE.equals(
                        requirements.judge("codified", facts.notHeadquartered()).required());
    }

    /** Says on which facts it turns whether a license is required, and both outcomes. */
    private static void open(Draft draft, List<Rule> rules, boolean dormant) {
        List<String> open = new ArrayList<>(draft.missing);
        draft.findings.add(new Finding(
                Finding.Level.NEEDS_DATA,
                null,
                "LICENSE_FACTS",
                rules.isEmpty() ? "F2.20" : rules.get(0).id(),
                Finding.Basis.LAW,
                "Whether a license is required turns on facts that are not known: " + String.join(", ", open) + ". "
                        + (open.equals(List.of(Requirements.HEADQUARTERS))
                                ? "Headquartered, or with an ultimate parent, in Macau or D:5: a license is required."
                                        + (dormant
                                                ? " Elsewhere: none is by what is enforced, while the codified text requires one."
                                                : " Elsewhere: none is.")
                                : "With some values a license is required, with others not."),
                draft.enforcedBy,
                open,
                null,
                false));
    }

    /** Numbers that a paragraph of 3A090 cannot have: the ECCN must be looked at again. */
    private void contradiction(LicenseQuestion question, ControlledItem item, Draft draft) {
        Rule note = book.rule(ChipRules.NOTE_2, question.asOf());
        if (note == null || !EccnText.entry(item.eccn()).equals("3A090")) {
            return;
        }
        boolean known = question.tpp() >= 0;
        boolean below = known && note.values().limits("tpp").stream().allMatch(limit -> limit.admits(question.tpp()));
        boolean outside =
                question.datacenter() == Known.NO && (item.is(List.of("b")) || (item.is(List.of("a", "b")) && below));
        boolean higher = item.is(List.of("b")) && known && !below;
        if (outside || higher) {
            draft.finding(look(
                    "ECCN_CONTRADICTED",
                    note,
                    higher
                            ? "An item of this performance is in 3A090.a, never in .b: the ECCN must be looked at again."
                            : "An item that is not for datacenters and below the performance of Note 2 is outside 3A090: the"
                                    + " ECCN must be looked at again."));
        }
    }

    /** The cap by country that goes with the worldwide requirement, for information. */
    private void cap(LocalDate asOf, Country to, ControlledItem item, Draft draft) {
        Rule cap = countryCap(to, item, asOf);
        if (cap != null) {
            draft.status.add(cap.id() + ": " + cap.note());
        }
    }

    /**
     * The cap by country under which licenses for an item may be granted, on the books or in force: for all exporters together. Allocates.
     *
     * @param to where the item goes
     * @param eccn its ECCN, or null if it is not known
     * @param asOf the day
     * @return the rule, or null if there is none on that day for that place, or the item is of another tier
     */
    public @Nullable Rule countryCap(Country to, @Nullable String eccn, LocalDate asOf) {
        return countryCap(to, ControlledItem.of(book, eccn, null, asOf), asOf);
    }

    private @Nullable Rule countryCap(Country to, ControlledItem item, LocalDate asOf) {
        Rule cap = book.rule(LicenseRules.COUNTRY_CAP, asOf);
        Rule allies = book.rule(LicenseRules.REVIEW_POLICY, "allies", asOf);
        return cap != null
                        && allies != null
                        && item.mayBe(cap.values().texts("tiers"))
                        && !groups.d5m(to, asOf)
                        && !allies.values().countries("countries").contains(to)
                ? cap
                : null;
    }

    /**
     * What General Prohibition 10 says of an item, in whatever kind of transaction, and whether or not a destination is known: it
     * reaches what was made in breach, whoever deals in it and wherever. Allocates.
     *
     * @param question the question
     * @return a hold for what is presumed made in breach, a question where that turns on the ECCN, or null
     */
    public @Nullable Finding generalProhibition10(LicenseQuestion question) {
        LocalDate asOf = question.asOf();
        ControlledItem item = ControlledItem.of(book, question.eccn(), question.relatedTo(), asOf);
        return prohibition10(question, item);
    }

    private @Nullable Finding prohibition10(LicenseQuestion question, ControlledItem item) {
        for (Rule rule : book.rules(ChipRules.GP10)) {
            if (!rule.inForce().contains(question.asOf())) {
                continue;
            }
            Known made = groups.d5m(question.developerHq(), question.asOf()) ? parameters(question, item) : Known.NO;
            if (made == Known.YES || names(rule.values().texts("names"), question)) {
                return new Finding(
                        Finding.Level.HOLD,
                        Finding.Hold.LICENSE,
                        LicenseAnswer.GP10_PRESUMPTION,
                        rule.id(),
                        Finding.Basis.GUIDANCE,
                        "An integrated circuit with the parameters of 3A090 that a company headquartered in Macau or D:5"
                                + " developed or produced is presumed made in breach of the EAR: use, sale, finance or service"
                                + " by anyone, anywhere, may need an authorization. The guidance leaves room for technical"
                                + " analysis.",
                        rule.citation(),
                        List.of(),
                        null,
                        true);
            }
            if (made == Known.UNKNOWN) {
                return new Finding(
                        Finding.Level.NEEDS_DATA,
                        null,
                        "GP10_FACTS",
                        rule.id(),
                        Finding.Basis.GUIDANCE,
                        "A company headquartered in Macau or D:5 developed or produced the item. With the parameters of 3A090 it"
                                + " is presumed made in breach of the EAR and held; without them nothing is asked here.",
                        rule.citation(),
                        List.of(item.missing() == null ? "eccn" : item.missing()),
                        null,
                        false);
            }
        }
        return null;
    }

    /** Whether an item has the parameters of 3A090: by its numbers, else by its ECCN. */
    private static Known parameters(LicenseQuestion question, ControlledItem item) {
        List<String> tiers = List.of("a", "b", "c");
        if (question.parametersOf3A090() != Known.UNKNOWN) {
            return question.parametersOf3A090();
        }
        if (!EccnText.isCommodity(question.eccn()) || !item.mayBe(tiers)) {
            return Known.NO;
        }
        return item.is(tiers) ? Known.YES : Known.UNKNOWN;
    }

    /** Whether product or chip bears a name; a version of it, such as 910B2, is of the same name. */
    private static boolean names(List<String> names, LicenseQuestion question) {
        for (String name : names) {
            for (String given : new String[] {question.product(), question.chip()}) {
                if (given != null && fold(given).contains(fold(name))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void prohibition10(LicenseQuestion question, ControlledItem item, Draft draft) {
        Finding finding = prohibition10(question, item);
        if (finding == null) {
            return;
        }
        draft.finding(finding);
        if (finding.level() != Finding.Level.HOLD) {
            leaveOpen(draft, finding.citation());
        } else if (!Boolean.TRUE.equals(draft.enforced)) {
            draft.enforced = true;
            draft.enforcedBy = finding.citation();
        }
    }

    /** Letters that the caller has loaded, and the one that is known of without being published. */
    private void letters(LicenseQuestion question, Country to, ControlledItem item, Known headquartered, Draft draft) {
        draft.status.add(letters.status(question.asOf()));
        for (Finding finding : letters.judge(question, item, to)) {
            draft.finding(finding);
            if (finding.hold() == Finding.Hold.LICENSE) {
                require(draft, finding.citation());
            } else {
                leaveOpen(draft, finding.citation());
            }
        }
        boolean reach =
                (groups.d5m(to, question.asOf()) || headquartered == Known.YES) && !item.is(List.of("a", "b", "c"));
        for (Rule known : book.rules(ChipRules.KNOWN_LETTER)) {
            boolean wide = question.dramBandwidth() >= 0
                    && known.values().limits("dramGbPerSecond").stream()
                            .allMatch(limit -> limit.admits(question.dramBandwidth()));
            if (reach
                    && known.inForce().contains(question.asOf())
                    && (wide || Letters.isNamed(known.values().texts("names"), question))) {
                draft.status.add(known.id() + ": " + known.note());
            }
        }
    }

    /** While ownership counts, a clean answer about an item says nothing about who owns the parties. */
    private void affiliates(LocalDate asOf, Draft draft) {
        Rule rule = book.rule(LicenseRules.OWNERSHIP_RULE, LicenseRules.AFFILIATES, asOf);
        if (rule != null
                && rule.status() == RuleStatus.IN_FORCE
                && rule.values().has("percent")) {
            draft.status.add(rule.id() + ": " + rule.note() + " Ownership is not judged here.");
        }
    }

    private static @Nullable Boolean combine(@Nullable Boolean one, @Nullable Boolean other) {
        if (Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other)) {
            return true;
        }
        return (one == null || other == null) ? null : (Boolean) false;
    }

    /** The base entry's other reasons for control need the country chart, which is not loaded. */
    private static void otherReasons(ControlledItem item, Draft draft) {
        if (!item.otherReasons()) {
            return;
        }
        String fact = item.isUnknown()
                ? "eccn"
                : item.missing() != null && item.tiers().contains(ControlledItem.NONE)
                        ? item.missing()
                        : "country chart for " + EccnText.entry(item.eccn());
        if (!Boolean.TRUE.equals(draft.codified)) {
            draft.codified = null;
        }
        if (!Boolean.TRUE.equals(draft.enforced)) {
            draft.enforced = null;
            draft.missing.add(fact);
        }
        draft.status.add(
                "F2.20: the entry's other reasons for control turn on the country chart of part 738, which is not"
                        + " loaded; they are not judged here.");
    }

    private Known approved(LicenseQuestion question) {
        List<String> names = question.approvedEntityNames();
        if (names.isEmpty()) {
            return question.approvedEntity();
        }
        return names.stream().allMatch(name -> isApproved(name, question.asOf())) ? Known.YES : Known.NO;
    }

    /**
     * Whether a destination is one at which it counts, on some day, that consignee and end users are entities approved by Supplement
     * No. 8 to part 740.
     *
     * @param to the destination, or null if it is not known
     * @return true if it is
     */
    public boolean mayCountApproval(@Nullable Country to) {
        return to != null && approvalPlaces.contains(to);
    }

    /**
     * Whether Supplement No. 8 to part 740 names an entity on a day; blanks, punctuation and case aside. Subsidiaries are not
     * found by their own names.
     *
     * @param name the entity's name
     * @param asOf the day
     * @return true if it does
     */
    public boolean isApproved(String name, LocalDate asOf) {
        for (Rule rule : book.rules(LicenseRules.APPROVED_ENTITY)) {
            if (rule.inForce().contains(asOf)
                    && rule.values().texts("names").stream()
                            .anyMatch(known -> fold(known).equals(fold(name)))) {
                return true;
            }
        }
        return false;
    }

    private static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        name.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Whether technology for 3A090 was developed by an entity headquartered in Macau or D:5 and leaves from there. */
    private Known developer(LicenseQuestion question, ControlledItem item) {
        if (!EccnText.entry(item.eccn()).equals("3E001") || !groups.d5m(question.from(), question.asOf())) {
            return Known.NO;
        }
        String commodity = question.relatedTo();
        if (commodity != null
                && EccnText.isWellFormed(commodity)
                && !EccnText.entry(commodity).equals("3A090")) {
            return Known.NO;
        }
        if (question.directProduct() == Known.NO
                || (question.developerHq() != null && !groups.d5m(question.developerHq(), question.asOf()))) {
            return Known.NO;
        }
        return question.directProduct() == Known.YES && question.developerHq() != null ? Known.YES : Known.UNKNOWN;
    }

    /** What an answer without a license rests on, where that is less than the words of two sources. */
    private void relief(
            LicenseQuestion question,
            Country to,
            ControlledItem item,
            Known approved,
            Requirements.Outcome codified,
            Draft draft) {
        LocalDate asOf = question.asOf();
        Set<String> doubts = new LinkedHashSet<>();
        List<Rule> tables = requirements.byDestination("enforced", item.tiers(), asOf);
        if (tables.stream().noneMatch(table -> table.maySupportRelief() || table.trust() == Rule.Trust.DERIVED)) {
            // Which places the requirement leaves out is then known from less than two sources.
            tables.forEach(table -> doubts.add(table.id()));
        }
        for (Rule table : tables) {
            draft.citations.add(table.citation());
            List<String> asked = new ArrayList<>(table.values().texts("groups"));
            asked.addAll(table.values().texts("exceptGroups"));
            doubts.addAll(groups.doubts(to, asked, asOf));
            if (approved != Known.NO && requirements.reaches(table.values(), to, asOf)) {
                Rule relief = book.rule(LicenseRules.RELIEF, "approved-entity", asOf);
                if (relief != null) {
                    draft.status(relief);
                    doubts.add(relief.id());
                    approvedByName(question, approved, relief, draft);
                }
            }
        }
        Rule memory = book.rule(LicenseRules.RELIEF, "memory-outside-d5m", asOf);
        if (memory != null
                && item.is(List.of("c"))
                && groups.inAny(to, List.of("D:1", "D:4"), asOf)
                && !groups.d5m(to, asOf)) {
            draft.status(memory);
            doubts.add(memory.id());
        }
        Rule roles = book.rule(LicenseRules.HEADQUARTERS_ROLES, asOf);
        for (LicenseQuestion.Party party : question.parties()) {
            if (isBound(roles, party)) {
                doubts.addAll(groups.d5mDoubts(party.hq(), asOf));
                doubts.addAll(groups.d5mDoubts(party.parentHq(), asOf));
            }
        }
        reliance(asOf, item, codified, draft);
        draft.doubt(List.copyOf(doubts), TABLE);
    }

    /** An equal name does not say that it is that entity. */
    private static void approvedByName(LicenseQuestion question, Known approved, Rule relief, Draft draft) {
        if (approved == Known.YES
                && !question.approvedEntityNames().isEmpty()
                && question.approvedEntity() != Known.YES) {
            draft.finding(look(
                    "APPROVED_ENTITY_NAME",
                    relief,
                    "Only names say that consignee and end users are entities of Supplement No. 8 to part 740 ("
                            + String.join("; ", question.approvedEntityNames())
                            + "): whether they are these, a person must find."));
        }
    }

    /** What lets an item go without the license that the words alone require. */
    private void reliance(LocalDate asOf, ControlledItem item, Requirements.Outcome codified, Draft draft) {
        Rule words = codified.rules().stream()
                .filter(rule -> rule.values().text("answer").equals("codified"))
                .findFirst()
                .orElse(null);
        if (words == null) {
            return; // What may be required is enforced: without a license it goes by a fact that is not known.
        }
        for (String date : List.of("compliance-date", "compliance-date-memory")) {
            Rule rule = book.rule(LicenseRules.RELIEF, date, asOf);
            if (rule != null && item.is(List.of("c")) == date.endsWith("memory")) {
                draft.status(rule);
            }
        }
        Rule policy = book.rule(LicenseRules.RELIEF, "announced-policy", asOf);
        if (policy == null || item.is(List.of("c"))) {
            return;
        }
        draft.status(policy);
        draft.findings.add(new Finding(
                Finding.Level.HOLD,
                Finding.Hold.REVIEW,
                LicenseAnswer.NON_ENFORCEMENT_RELIANCE,
                policy.id(),
                Finding.Basis.POLICY,
                "The codified text " + (Boolean.TRUE.equals(codified.required()) ? "requires" : "may require")
                        + " a license (" + words.citation() + "); only the announced policy not to enforce it ("
                        + policy.citation()
                        + ") lets this go without one. A named person must accept that reliance.",
                words.citation(),
                List.of(),
                null,
                false));
    }

    /** The one finding on facts that were not seen in two sources, whatever rests on them. */
    private static void unverified(Draft draft) {
        if (draft.doubts.isEmpty()) {
            return;
        }
        String facts = String.join(", ", draft.doubts);
        draft.status.add(LicenseAnswer.RULE_UNVERIFIED + ": rests on " + facts + ", not seen in two sources.");
        draft.findings.add(new Finding(
                Finding.Level.HOLD,
                Finding.Hold.REVIEW,
                LicenseAnswer.RULE_UNVERIFIED,
                draft.doubts.iterator().next(),
                Finding.Basis.LAW,
                "No license by rules that were not seen in two sources (" + facts
                        + "): a named person must promote them.",
                draft.doubtedIn,
                List.of(),
                null,
                false));
    }

    /** Where an item is used: at the destination, and where end users are, if that is elsewhere. */
    private static List<Country> places(LicenseQuestion question, Country to) {
        Set<Country> places = new LinkedHashSet<>();
        places.add(to);
        places.addAll(question.endUserCountries());
        return List.copyOf(places);
    }

    /**
     * Whether the end use of a question asks something of its item in some country that it does not ask where the item goes and is
     * used, so that the answer turns on a place of use that is not known. Allocates.
     *
     * @param question the question
     * @return true if there is such a country; false without an end use or a destination
     */
    public boolean turnsOnPlaceOfUse(LicenseQuestion question) {
        String endUse = question.endUse();
        Country to = question.to();
        if (endUse == null || to == null) {
            return false;
        }
        LocalDate asOf = question.asOf();
        ControlledItem item = ControlledItem.of(book, question.eccn(), question.relatedTo(), asOf);
        return endUses.turnsOnPlace(endUse, places(question, to), item, asOf);
    }

    private void endUse(LicenseQuestion question, Country to, ControlledItem item, Draft draft) {
        String endUse = question.endUse();
        if (endUse == null) {
            draft.status.add(
                    "No end use was given: sections 744.2 to 744.6, 744.21, 744.22 and 744.23(a)(1), (2) and (4) are not"
                            + " judged.");
            return;
        }
        List<Country> places = places(question, to);
        List<Finding> found = endUses.judge(endUse, places, item, question.asOf());
        for (Finding finding : found) {
            draft.finding(finding);
            if (finding.hold() == Finding.Hold.LICENSE) {
                require(draft, finding.citation());
            } else if (finding.level() == Finding.Level.NEEDS_DATA || finding.hold() == Finding.Hold.REVIEW) {
                leaveOpen(draft, finding.citation());
            }
        }
        if (found.isEmpty()) {
            notReached(endUse, places, question.asOf(), draft);
        }
        Rule node = book.rule(LicenseRules.ADVANCED_NODE, question.asOf());
        if (node != null && endUse.equals("advancedNodeFab")) {
            draft.checklist.add(node.citation() + ": " + node.note());
        }
        Rule question744 = endUses.usPersonQuestion(endUse, question.asOf());
        if (question744 != null) {
            draft.status.add(question744.id() + ": " + question744.values().text("says"));
            draft.checklist.add(
                    question744.citation() + ": " + question744.values().text("says"));
            if (question.usPerson() != Known.NO) {
                draft.findings.add(look(
                        "US_PERSON_SUPPORT", question744, question744.values().text("says")));
            }
        }
    }

    /** An end use for which nothing is asked: who says so, and whether that is enough. */
    private void notReached(String endUse, List<Country> places, LocalDate asOf, Draft draft) {
        List<Rule> rules = endUses.rules(endUse, asOf);
        rules.forEach(rule -> draft.citations.add(rule.citation()));
        draft.endUseDoubts = endUses.doubts(rules, places, asOf);
        if (!Boolean.TRUE.equals(draft.enforced)) { // A license is for the end use that its application states.
            draft.doubt(
                    draft.endUseDoubts, rules.isEmpty() ? TABLE : rules.get(0).citation());
        }
    }

    /** Exceptions, the notice, and the policy of an application. */
    private void release(LicenseQuestion question, ControlledItem item, Known headquartered, Draft draft) {
        if (Boolean.FALSE.equals(draft.enforced) && Boolean.FALSE.equals(draft.codified)) {
            return;
        }
        String barred = draft.findings.stream()
                .filter(Finding::exceptionsBarred)
                .map(Finding::reason)
                .findFirst()
                .orElse(null);
        if (item.inMatrix()) {
            draft.exceptions = exceptions.judge(
                    question, item, headquartered, barred, draft.enforced, draft.endUseDoubts.isEmpty());
            Rule gate = exceptions.gate(question, headquartered);
            if (gate != null) {
                draft.status(gate);
            }
        } else if (EccnText.isEar99(question.eccn())
                && draft.findings.stream().anyMatch(finding -> finding.reason().endsWith("_EXCEPTION"))) {
            draft.exceptions = exceptions.underEmbargo(question, barred, draft.endUseDoubts.isEmpty());
        }
        draft.exceptions.stream()
                .filter(exception -> exception.eligible() == Known.YES && exception.unverified())
                .forEach(exception -> draft.status.add(LicenseAnswer.RULE_UNVERIFIED + ": License Exception "
                        + exception.code() + " rests on a fact not seen in two sources."));
        notice(question, draft);
        if (Boolean.FALSE.equals(draft.enforced)) {
            return;
        }
        policy(question, item, headquartered, draft);
        if (item.inMatrix()) {
            draft.checklist.addAll(0, policies.paperwork(question.asOf()));
        }
    }

    /** With a notice for NAC in hand, its clock stands in the place of the license. */
    private void notice(LicenseQuestion question, Draft draft) {
        LicenseAnswer.ExceptionAnswer open = draft.exceptions.stream()
                .filter(exception -> exception.code().equals("NAC") && exception.eligible() == Known.YES)
                .findFirst()
                .orElse(null);
        if (question.notice() == null || open == null) {
            return;
        }
        Finding clock = exceptions.notice(question);
        draft.findings.removeIf(finding -> finding.reason().equals(LicenseAnswer.LICENSE_REQUIRED));
        if (clock != null) {
            draft.finding(clock);
        } else {
            draft.status.add("License Exception NAC: the notice has run its time and is confirmed.");
        }
        if (open.unverified()) {
            draft.doubt(List.of("License Exception NAC"), open.citation());
        }
    }

    private void policy(LicenseQuestion question, ControlledItem item, Known headquartered, Draft draft) {
        String endUse = question.endUse();
        boolean byEndUse = endUse != null
                && endUses.hasPolicy(endUse, question.asOf())
                && draft.findings.stream().anyMatch(finding -> finding.reason().endsWith("_END_USE"));
        ReviewPolicies.Policy policy = byEndUse
                ? policies.endUse(question, item, headquartered)
                : policies.judge(question, item, headquartered);
        draft.policy = policy.policy();
        draft.checklist.addAll(policy.checklist());
        draft.status.addAll(policy.notes());
        draft.missing.addAll(policy.missing());
        if (policy.rule() != null) {
            draft.citations.add(policy.rule().citation());
            draft.reasons.add(policy.rule().id() + ": " + policy.rule().note());
            if (policy.policy() != null
                    && !policy.policy().equals("presumption of denial")
                    && !policy.rule().maySupportRelief()) {
                draft.status.add(LicenseAnswer.RULE_UNVERIFIED + ": the review policy rests on "
                        + policy.rule().id() + ", not seen in two sources.");
            }
        }
        if (policy.policy() == null && !item.inMatrix()) {
            draft.policy = draft.findings.stream()
                    .map(Finding::reviewPolicy)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (draft.policy == null) {
            draft.status.add(LicenseAnswer.POLICY_NOT_LOADED
                    + ": the review policy for this item and destination was not read.");
        }
        String found = draft.policy;
        draft.findings.replaceAll(finding -> finding.hold() == Finding.Hold.LICENSE && finding.reviewPolicy() == null
                ? finding.withPolicy(found)
                : finding);
    }

    /** Amendments that nobody has read, to sections that the answer relies on. */
    private void horizon(LocalDate asOf, Draft draft) {
        Set<String> relied = draft.sections();
        for (Rule amendment : book.unreviewedAmendments()) {
            if (amendment.inForce().contains(asOf)
                    && amendment.values().texts("sections").stream().anyMatch(relied::contains)) {
                draft.status.add("One amendment not reviewed: " + amendment.citation() + ". " + amendment.note());
            }
        }
        if (asOf.isAfter(book.verifiedThrough())) {
            draft.status.add("The law was read to " + book.verifiedThrough() + ", before this date.");
        }
    }
}
