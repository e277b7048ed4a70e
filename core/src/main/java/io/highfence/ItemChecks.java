package io.highfence;

import io.highfence.base.Citation;
import io.highfence.base.Country;
import io.highfence.base.Decimal;
import io.highfence.chip.Chip;
import io.highfence.chip.ChipClassifier;
import io.highfence.chip.Classification;
import io.highfence.law.Embargoes;
import io.highfence.law.Finding;
import io.highfence.law.FoundryPresumption;
import io.highfence.law.Jurisdiction;
import io.highfence.law.Known;
import io.highfence.law.LicenseAdvisor;
import io.highfence.law.LicenseAnswer;
import io.highfence.law.LicenseQuestion;
import io.highfence.law.RuleBook;
import io.highfence.ownership.OwnershipGraph;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the law says of the items: what they are, where they may not go, and what license they need. */
final class ItemChecks {
    /** Makers and sellers stand where the items come from; an embargo looks at where they go. */
    private static final Set<Party.Role> BEHIND_THE_ITEM = EnumSet.of(
            Party.Role.EXPORTER,
            Party.Role.SELLER,
            Party.Role.MANUFACTURER,
            Party.Role.DESIGNER,
            Party.Role.FOUNDRY,
            Party.Role.OSAT);

    /** Whose headquarters count for sections 742.6(a)(6) and 744.23(a)(3). */
    static final Set<Party.Role> BOUND_BY_HEADQUARTERS =
            EnumSet.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER);

    /** Who develops or produces an item. */
    private static final Set<Party.Role> MAKERS =
            EnumSet.of(Party.Role.MANUFACTURER, Party.Role.DESIGNER, Party.Role.FOUNDRY);

    private static final String REGION = "region";

    private static final Citation GP10 = new Citation("15 CFR 736.2(b)(10)");
    private static final Country CHINA = Country.of("CN");
    private static final Reason KNOWN_VIOLATION = new Reason(
            "GP10_KNOWN_VIOLATION",
            Verdict.BLOCK,
            null,
            Reason.Basis.LAW,
            Reason.Subject.ORDER,
            "The order records knowledge of a violation of the EAR about an item: nobody may sell, transfer, finance, use or service"
                    + " such an item, or deal in it otherwise, knowing that.",
            GP10,
            List.of(),
            "An authorization of BIS, or the record is found to be wrong.");

    private static final Citation REMOTE =
            new Citation("15 CFR 744.6; BIS policy statement of 2025-05-13 on training AI models");

    /** An embargo of items binds where they go; these only stand beside the way. */
    private static final Set<Party.Role> BESIDE_THE_ITEM = EnumSet.of(
            Party.Role.BANK,
            Party.Role.PAYER,
            Party.Role.BILL_TO,
            Party.Role.CARRIER,
            Party.Role.SIGNATORY,
            Party.Role.SERVICE_PROVIDER,
            Party.Role.OTHER);

    /** Who uses computing power from afar, or stands behind who does. */
    private static final Set<Party.Role> REMOTE_USERS = EnumSet.of(
            Party.Role.TENANT,
            Party.Role.OWNER,
            Party.Role.REMOTE_USER,
            Party.Role.END_USER,
            Party.Role.PURCHASER,
            Party.Role.RESELLER);

    private static final PartyChecks.Thing UNKNOWN_THING = new PartyChecks.Thing(-1, null, Jurisdiction.Status.UNKNOWN);

    private final RuleBook rules;
    private final Settings settings;
    private final ChipClassifier classifier;
    private final Embargoes embargoes;
    private final Jurisdiction jurisdiction;
    private final LicenseAdvisor advisor;
    private final FoundryChecks foundry;
    private final PlaceChecks places;
    private final SupercomputerSums supercomputers;
    private final Partners partners;
    private final Approvals approvals;
    private final LineAnswers known;
    private final List<PartyChecks.Thing> things = new ArrayList<>();
    private final Decision part = new Decision();
    private final TotalsChecks totals;

    ItemChecks(RuleBook rules, Settings settings, @Nullable OwnershipGraph graph, @Nullable TotalsRecorder running) {
        this.rules = rules;
        this.settings = settings;
        this.classifier = new ChipClassifier(rules);
        this.embargoes = Embargoes.of(rules);
        this.jurisdiction = Jurisdiction.of(rules);
        this.advisor = LicenseAdvisor.of(rules);
        this.partners = new Partners(graph, advisor);
        this.approvals = new Approvals(advisor);
        this.known = new LineAnswers(partners, approvals);
        this.foundry = new FoundryChecks(rules);
        this.places = new PlaceChecks(advisor);
        this.supercomputers = new SupercomputerSums(rules, advisor, running);
        this.totals = new TotalsChecks(rules, advisor, settings, running);
    }

    /**
     * The items of an order as far as the effect of a listing turns on them; one unknown item if there is none. A line that is
     * presumed to be 3A090.a stands there as that and as what it is by itself, so that the graver effect is found.
     *
     * @return a list that the next call fills anew
     */
    List<PartyChecks.Thing> things(Order order, LocalDate asOf) {
        things.clear();
        LineAnswers.OrderFacts facts = known.facts(order, asOf);
        for (int line = 0; line < order.items().size(); line++) {
            LineAnswers.Line before = known.line(facts, order.items().get(line), line);
            if (before.things == null) {
                before.things = things(order, line, asOf);
            }
            for (int i = 0; i < before.things.size(); i++) {
                things.add(before.things.get(i));
            }
        }
        if (things.isEmpty()) {
            things.add(UNKNOWN_THING);
        }
        return things;
    }

    private List<PartyChecks.Thing> things(Order order, int line, LocalDate asOf) {
        Item item = order.items().get(line);
        String eccn = eccn(item, classification(item, asOf));
        PartyChecks.Thing itself = new PartyChecks.Thing(
                line, eccn, jurisdiction(order, item, eccn, asOf).status());
        String presumed = FoundryPresumption.ECCN;
        if (!FoundryChecks.isPresumed(presumption(order, item, asOf)) || presumed.equals(eccn)) {
            return List.of(itself);
        }
        return List.of(
                itself,
                new PartyChecks.Thing(
                        line,
                        presumed,
                        jurisdiction(order, item, presumed, asOf).status()));
    }

    private @Nullable Classification classification(Item item, LocalDate asOf) {
        if (item.chip() == null) {
            return null;
        }
        Classification classification = new Classification();
        classifier.classify(item.chip(), asOf, classification);
        return classification;
    }

    /** The ECCN to work with: ours where the numbers give one, else the caller's. */
    private static @Nullable String eccn(Item item, @Nullable Classification classification) {
        String stated = stated(item);
        if (classification == null) {
            return stated;
        }
        String ours = classification.eccn();
        return ours == null || ours.equals(ChipClassifier.OTHER) ? stated == null ? ours : stated : ours;
    }

    /** The ECCN that the caller states, or null if there is none or it is not understood. */
    private static @Nullable String stated(Item item) {
        String eccn = item.eccn();
        return eccn == null || eccn.isBlank() || !LicenseQuestion.isEccn(eccn) ? null : eccn;
    }

    /** Values of a line that are there and cannot be judged. */
    private static void notUnderstood(int line, Item item, Decision out) {
        String eccn = item.eccn();
        if (eccn != null && !eccn.isBlank() && !LicenseQuestion.isEccn(eccn)) {
            notUnderstood(
                    line, "eccn", "'" + eccn + "' is no Export Control Classification Number, and not EAR99", out);
        }
        if (item.chip() != null) {
            item.chip().faults().forEach(fault -> notUnderstood(line, fault.column(), fault.reason(), out));
        }
    }

    private static void notUnderstood(int line, String field, String why, Decision out) {
        String path = "items[" + line + "]." + field;
        out.add(reason(
                LicenseAnswer.VALUE_NOT_UNDERSTOOD,
                Verdict.NEEDS_DATA,
                null,
                Reason.Subject.line(line),
                "This value is not understood: " + path + ": " + why + ".",
                List.of(path),
                "Give " + path + "."));
    }

    private Jurisdiction.Answer jurisdiction(Order order, Item item, @Nullable String eccn, LocalDate asOf) {
        Known usOrigin = item.countryOfOrigin() == null
                ? known(order.nexus().usOrigin())
                : Screener.isUnitedStates(item.countryOfOrigin()) ? Known.YES : Known.NO;
        Long percent = item.usOriginControlledPercent();
        return jurisdiction.judge(
                new Jurisdiction.Facts(
                        order.shipFrom(),
                        order.destination().country(),
                        eccn,
                        usOrigin,
                        percent == null ? -1 : percent,
                        Known.UNKNOWN,
                        known(item.usTechnologyOrPlant()),
                        Set.of(),
                        headquartered(order, asOf),
                        Words.of(order.endUse().purpose())),
                asOf);
    }

    /** Whether a party that the test of headquarters binds is headquartered, or has its parent, in Macau or D:5. */
    private Known headquartered(Order order, LocalDate asOf) {
        boolean all = false;
        boolean open = false;
        for (Party party : order.parties()) {
            if (party.isNone() || party.role() == null || !BOUND_BY_HEADQUARTERS.contains(party.role())) {
                continue;
            }
            all = true;
            for (Country seat : Arrays.asList(party.hqCountry(), party.ultimateParentCountry())) {
                if (seat != null && advisor.isD5m(seat, asOf)) {
                    return Known.YES;
                }
                open |= seat == null;
            }
        }
        return open || !all ? Known.UNKNOWN : Known.NO;
    }

    private static Known known(@Nullable Boolean fact) {
        return fact == null ? Known.UNKNOWN : fact ? Known.YES : Known.NO;
    }

    void embargoes(Order order, LocalDate asOf, Decision out) {
        things(order, asOf);
        embargo(
                order,
                order.destination().country(),
                order.destination().region(),
                -1,
                asOf,
                "Another destination.",
                out);
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            if (!party.isNone() && (party.role() == null || !BEHIND_THE_ITEM.contains(party.role()))) {
                embargo(order, party.country(), party.address(), i, asOf, "Another place of this party.", out);
            }
        }
    }

    /** Holds one place against the embargoes: on the whole order where every line finds the same. */
    private void embargo(
            Order order,
            @Nullable Country country,
            @Nullable String place,
            int party,
            LocalDate asOf,
            String change,
            Decision out) {
        Map<Finding, List<Integer>> linesByFinding = null;
        for (int i = 0; i < things.size(); i++) {
            PartyChecks.Thing thing = things.get(i);
            String hts =
                    thing.line() < 0 ? null : order.items().get(thing.line()).hts();
            Finding finding = embargoes.judge(country, place, thing.eccn(), hts, asOf);
            if (finding != null) {
                linesByFinding = linesByFinding == null ? new LinkedHashMap<>() : linesByFinding;
                linesByFinding.computeIfAbsent(finding, k -> new ArrayList<>()).add(thing.line());
            }
        }
        if (linesByFinding != null) {
            embargoed(order, party, linesByFinding, change, out);
        }
    }

    private void embargoed(
            Order order, int party, Map<Finding, List<Integer>> linesByFinding, String change, Decision out) {
        linesByFinding.forEach((finding, lines) -> {
            for (int line : lines.size() == things.size() ? List.of(-1) : lines) {
                String other = finding.level() == Finding.Level.NEEDS_DATA
                        ? "Give " + String.join(", ", finding.missing()) + ". Or: " + change
                        : finding.level() == Finding.Level.CLEAR ? "" : change;
                Reason reason = Findings.reason(finding, new Reason.Subject(party, line), other);
                boolean beside = party >= 0 && isBeside(order.parties().get(party));
                out.add(place(beside ? beside(reason) : reason));
            }
        });
    }

    private static boolean isBeside(Party party) {
        return party.role() != null && BESIDE_THE_ITEM.contains(party.role());
    }

    /** What would need a license or a fact at a consignee needs a look at a party that no item goes to. */
    private static Reason beside(Reason reason) {
        boolean turnsOnItems = reason.verdict() == Verdict.HOLD
                || (reason.verdict() == Verdict.NEEDS_DATA && !reason.missing().contains(REGION));
        if (!turnsOnItems) {
            return reason;
        }
        return new Reason(
                "EMBARGO_OTHER_ROLE",
                Verdict.HOLD,
                HoldKind.REVIEW,
                reason.basis(),
                reason.subject(),
                "No item goes to this party by its role, but if one did: " + reason.text(),
                reason.citation(),
                List.of(),
                "A person finds that nothing goes to this party, or another party.");
    }

    /** Says which field of the order a missing region would stand in. */
    private static Reason place(Reason reason) {
        int party = reason.subject().party();
        String field = party < 0 ? "destination.region" : "parties[" + party + "].address";
        return new Reason(
                reason.rule(),
                reason.verdict(),
                reason.holdKind(),
                reason.basis(),
                reason.subject(),
                reason.text(),
                reason.citation(),
                reason.missing().stream()
                        .map(fact -> fact.equals(REGION) ? field : fact)
                        .toList(),
                reason.change());
    }

    /** The lines as far as running totals turn on them. */
    private List<TotalsChecks.Piece> pieces(Order order, LocalDate asOf) {
        List<TotalsChecks.Piece> pieces = new ArrayList<>();
        for (int line = 0; line < order.items().size(); line++) {
            Item item = order.items().get(line);
            Classification classification = classification(item, asOf);
            boolean presumed = FoundryChecks.isPresumed(presumption(order, item, asOf));
            String eccn = presumed ? FoundryPresumption.ECCN : eccn(item, classification);
            pieces.add(new TotalsChecks.Piece(line, item, eccn, ofOnePiece(classification)));
        }
        return pieces;
    }

    /** The TPP of a circuit; what a board or system has in it is not counted by its chip. */
    private static @Nullable Long ofOnePiece(@Nullable Classification classification) {
        return classification == null
                        || classification.tpp() == null
                        || classification.chip().form() != Chip.Form.IC
                ? null
                : (Long) classification.tppMillionths();
    }

    void items(Order order, LocalDate asOf, Decision out) {
        TotalsChecks.Count count = totals.isAsked(order, asOf)
                ? totals.count(order, pieces(order, asOf), asOf, out)
                : TotalsChecks.Count.NOTHING;
        // What turns on running totals, on an authorization or on a party's listing is asked anew.
        boolean fresh = count != TotalsChecks.Count.NOTHING
                || out.exceptionsBarred()
                || !order.authorizations().isEmpty();
        boolean supercomputer = false;
        LineAnswers.OrderFacts facts = known.facts(order, asOf);
        for (int line = 0; line < order.items().size(); line++) {
            if (fresh) {
                item(order, line, asOf, count, out);
                supercomputer |= supercomputer(order, line, asOf) != Known.NO;
            } else {
                LineAnswers.Answer answer = answer(order, line, facts, asOf);
                answer.into(line, out);
                supercomputer |= answer.supercomputer() != Known.NO;
            }
        }
        places.order(order, asOf, out);
        if (order.kind() == Order.Kind.CLOUD_ACCESS || order.kind() == Order.Kind.SERVICE) {
            remote(order, asOf, out);
            totals.tenants(order, count, asOf, out);
        }
        if (order.knownViolation()) {
            out.add(KNOWN_VIOLATION);
        }
        // Items that the section does not name add to what a site has.
        if (supercomputer || (count != TotalsChecks.Count.NOTHING && needsLicenseAnswer(order))) {
            supercomputers(order, asOf, out);
        }
    }

    /** What one line adds, found before or found now. */
    private LineAnswers.Answer answer(Order order, int line, LineAnswers.OrderFacts facts, LocalDate asOf) {
        LineAnswers.Line before = known.line(facts, order.items().get(line), line);
        if (before.answer == null) {
            part.beginPart(order, false);
            item(order, line, asOf, TotalsChecks.Count.NOTHING, part);
            before.answer = LineAnswers.Answer.of(part, line, supercomputer(order, line, asOf));
        }
        return before.answer;
    }

    private Known supercomputer(Order order, int line, LocalDate asOf) {
        Item item = order.items().get(line);
        return needsLicenseAnswer(order)
                ? supercomputers.reached(order, eccn(item, classification(item, asOf)), asOf)
                : Known.NO;
    }

    private void supercomputers(Order order, LocalDate asOf, Decision out) {
        List<@Nullable String> eccns = new ArrayList<>();
        for (Item item : order.items()) {
            eccns.add(eccn(item, classification(item, asOf)));
        }
        supercomputers.judge(order, eccns, asOf, out);
    }

    private void item(Order order, int line, LocalDate asOf, TotalsChecks.Count count, Decision out) {
        Item item = order.items().get(line);
        Reason.Subject subject = Reason.Subject.line(line);
        Classification classification = classification(item, asOf);
        String own = eccn(item, classification);
        Finding presumption = presumption(order, item, asOf);
        boolean presumed = FoundryChecks.isPresumed(presumption);
        String eccn = presumed ? FoundryPresumption.ECCN : own;
        String another = own == null || own.equals(eccn) || own.equals(ChipClassifier.OTHER) ? null : own;
        notUnderstood(line, item, out);
        if (presumption != null) {
            foundry.report(order, line, another, presumption, asOf, out);
        }
        if (!presumed && needsLicenseAnswer(order)) {
            foundry.contradiction(item, line, own, classification, asOf, out);
        }
        LicenseQuestion.Notice notice = out.exceptionsBarred() ? null : NoticeTerms.asked(order, item, eccn);
        LicenseQuestion question =
                count.asked(line, question(order, item, classification, eccn, presumed, notice, asOf));
        prohibition10(order, item, question, subject, out);
        if (classification == null && eccn == null) {
            out.add(reason(
                    "ITEM_UNKNOWN",
                    Verdict.NEEDS_DATA,
                    null,
                    subject,
                    "The item is known by no chip and no ECCN.",
                    List.of("items[" + line + "].chip or eccn"),
                    "Give the chip's parameters, its catalogue name, or an ECCN."));
            return;
        }
        if (classification != null) {
            classified(item, classification, eccn, subject, out);
        }
        LicenseAnswer asked = needsLicenseAnswer(order) ? advisor.advise(question) : null;
        Jurisdiction.Answer reach = asked == null ? null : jurisdiction(order, item, eccn, asOf);
        boolean free = reach != null && reach.status() == Jurisdiction.Status.NOT_SUBJECT;
        if (asked != null && reach != null && free) {
            notSubject(asked, reach, subject, out);
        }
        LicenseAnswer license = free ? null : asked;
        out.add(new ItemFinding(
                line, eccn, classification, summary(eccn, classification, license), notes(classification, license)));
        if (license != null) {
            licensed(license, finding -> true, asOf, subject, out);
            places.judge(order, eccn, question, license, subject, out);
            totals.judge(count, line, question, license, out);
            boolean twice = presumed && another != null;
            out.exceptions(line, twice ? List.of() : license.exceptions());
            if (twice) {
                LicenseAnswer byItself =
                        advisor.advise(question(order, item, classification, another, false, null, asOf));
                licensed(byItself, finding -> isGraver(finding, license), asOf, subject, out);
            }
        }
    }

    /**
     * What is not subject to the EAR needs no license of it. Of an advanced chip a person must find that, as the rule on direct products
     * reaches nearly all of them.
     */
    private static void notSubject(
            LicenseAnswer asked, Jurisdiction.Answer reach, Reason.Subject subject, Decision out) {
        boolean advanced = asked.findings().stream()
                .anyMatch(finding -> finding.reason().equals(LicenseAnswer.LICENSE_REQUIRED)
                        || finding.reason().equals(LicenseAnswer.NON_ENFORCEMENT_RELIANCE));
        out.add(new Reason(
                advanced ? "NOT_SUBJECT_UNLIKELY" : "NOT_SUBJECT",
                advanced ? Verdict.HOLD : Verdict.CLEAR,
                advanced ? HoldKind.REVIEW : null,
                Reason.Basis.LAW,
                subject,
                "By the facts given the item is not subject to the EAR, and no license of it is asked for. "
                        + String.join(" ", reach.reasons())
                        + (advanced
                                ? " Nearly every advanced chip, wherever it is made, is the direct product of US technology."
                                : ""),
                reach.citations().get(0),
                List.of(),
                advanced
                        ? "A person finds that the item is no direct product of US technology, software or plants."
                        : ""));
    }

    private @Nullable Finding presumption(Order order, Item item, LocalDate asOf) {
        return needsLicenseAnswer(order) ? foundry.judge(order, item, asOf) : null;
    }

    /** Whether what an item asks by itself is not asked of it as 3A090.a: the presumption makes nothing lighter. */
    private static boolean isGraver(Finding finding, LicenseAnswer presumed) {
        boolean settled = Boolean.TRUE.equals(presumed.required())
                && finding.level() != Finding.Level.BLOCK
                && finding.hold() != Finding.Hold.LICENSE;
        return finding.level() != Finding.Level.CLEAR
                && !settled
                && presumed.findings().stream().noneMatch(said -> said.reason().equals(finding.reason()));
    }

    private static void classified(
            Item item, Classification classification, @Nullable String eccn, Reason.Subject subject, Decision out) {
        if (classification.verdict() == Classification.Verdict.NEEDS_DATA) {
            out.add(reason(
                    "CLASSIFICATION_NEEDS_DATA",
                    Verdict.NEEDS_DATA,
                    null,
                    subject,
                    "The classification turns on facts that are missing.",
                    classification.missing().isEmpty() ? List.of("chip") : classification.missing(),
                    "Give " + String.join(", ", classification.missing()) + "."));
        } else if (classification.verdict() == Classification.Verdict.REVIEW) {
            out.add(reason(
                    "CLASSIFICATION_REVIEW",
                    Verdict.HOLD,
                    HoldKind.REVIEW,
                    subject,
                    String.join(" ", classification.review()),
                    List.of(),
                    "A person confirms the classification."));
        }
        String ours = classification.eccn();
        String stated = stated(item);
        if (stated != null && ours != null && !ours.equals(ChipClassifier.OTHER) && !ours.equals(stated)) {
            out.add(reason(
                    "ECCN_DIFFERS",
                    Verdict.HOLD,
                    HoldKind.REVIEW,
                    subject,
                    "The order says " + stated + ", the numbers say " + ours + "; the decision works with " + eccn
                            + ".",
                    List.of(),
                    "A person settles which ECCN is right."));
        }
        boolean open = eccn == null || eccn.equals(ChipClassifier.OTHER);
        if (open && classification.verdict() != Classification.Verdict.NEEDS_DATA) {
            out.add(reason(
                    "ECCN_OPEN",
                    Verdict.NEEDS_DATA,
                    null,
                    subject,
                    "By its numbers the item is in none of the paragraphs for advanced computing; which ECCN it has instead is"
                            + " not said.",
                    List.of("eccn"),
                    "Give the item's ECCN, or EAR99."));
        }
    }

    /** Computing power that is used from afar, and services, are no exports of the hardware. */
    private static boolean needsLicenseAnswer(Order order) {
        return order.kind() != Order.Kind.CLOUD_ACCESS
                && order.kind() != Order.Kind.SERVICE
                && order.kind() != Order.Kind.DOMESTIC;
    }

    private LicenseQuestion question(
            Order order,
            Item item,
            @Nullable Classification classification,
            @Nullable String eccn,
            boolean presumed,
            LicenseQuestion.@Nullable Notice notice,
            LocalDate asOf) {
        LicenseQuestion.Builder question = LicenseQuestion.builder(asOf)
                .eccn(eccn)
                .product(item.sku())
                .kind(order.kind() == null ? "export" : Words.of(order.kind()))
                .from(order.shipFrom())
                .to(order.destination().country())
                .region(order.destination().region())
                .hts(item.hts())
                .endUse(Words.of(order.endUse().purpose()))
                .exporterHq(order.exporter().hqCountry())
                .exporterParentHq(order.exporter().ultimateParentCountry())
                .usPerson(known(order.nexus().usPerson()))
                .notice(notice);
        approvals.names(order, asOf).forEach(question::approvedEntityName);
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            if (!party.isNone() && party.role() != null) {
                question.party(new LicenseQuestion.Party(
                        party.role().word(),
                        party.hqCountry(),
                        party.ultimateParentCountry(),
                        partners.holdHalf(order, i, asOf)));
                if (party.role() == Party.Role.END_USER) {
                    question.endUserCountry(party.country());
                }
            }
        }
        order.parties().stream().filter(ItemChecks::isMaker).forEach(maker -> {
            for (Country seat : Arrays.asList(maker.ultimateParentCountry(), maker.hqCountry())) {
                if (seat != null && advisor.isD5m(seat, asOf)) {
                    question.developerHq(seat);
                }
            }
        });
        if (classification != null) {
            Chip chip = classification.chip();
            d5mMaker(chip, asOf).ifPresent(question::developerHq);
            question.chip(names(chip))
                    .parametersOf3A090(parametersOf3A090(classification))
                    .tpp(classification.tpp() == null ? -1 : classification.tppMillionths())
                    .datacenter(Known.parse(classification.chip().datacenter().name()))
                    .dramBandwidth(classification.chip().dramBandwidthGbps());
            BigDecimal density = classification.memoryBandwidthDensity();
            if (density != null) {
                question.memoryDensity(density.movePointRight(6).longValue());
            }
        }
        if (presumed) {
            question.datacenter(Known.YES);
        }
        return question.build();
    }

    /** Where a maker of a chip, or of something in it, is headquartered in Macau or D:5, by the catalogue of chips. */
    private Optional<Country> d5mMaker(Chip chip, LocalDate asOf) {
        return chip.makerSeats().stream()
                .filter(seat -> advisor.isD5m(seat, asOf))
                .findFirst();
    }

    /** What a chip and everything in it are called; a name that the catalogue does not know stands among the faults. */
    private static String names(Chip chip) {
        Set<Chip> all = Collections.newSetFromMap(new IdentityHashMap<>());
        List<String> names = new ArrayList<>();
        names(chip, all, names);
        return String.join("; ", names);
    }

    private static void names(Chip chip, Set<Chip> known, List<String> names) {
        if (known.add(chip)) {
            names.add(chip.id() + " " + chip.name());
            chip.faults().forEach(fault -> names.add(fault.reason()));
            chip.parts().forEach(part -> names(part, known, names));
        }
    }

    private static Known parametersOf3A090(Classification classification) {
        if (classification.meetsParametersOf3A090()) {
            return Known.YES;
        }
        return classification.verdict() == Classification.Verdict.NEEDS_DATA ? Known.UNKNOWN : Known.NO;
    }

    /** Whoever made or designed the items: headquartered in Macau or D:5, they put them under General Prohibition 10. */
    private static boolean isMaker(Party party) {
        return !party.isNone() && party.role() != null && MAKERS.contains(party.role());
    }

    /** General Prohibition 10 binds everybody in every kind of transaction, so it is asked whether or not there is an export. */
    private void prohibition10(Order order, Item item, LicenseQuestion question, Reason.Subject subject, Decision out) {
        Finding finding = advisor.generalProhibition10(question);
        if (finding == null) {
            makerUnknown(order, item, question, subject, out);
            return;
        }
        boolean held = finding.level() == Finding.Level.HOLD;
        StringBuilder text = new StringBuilder(finding.text());
        if (item.chip() != null) {
            d5mMaker(item.chip(), question.asOf())
                    .ifPresent(seat -> text.append(" By the catalogue of chips, its maker or that of something in it is"
                                    + " headquartered in ")
                            .append(seat.code())
                            .append('.'));
        }
        if (held && order.technicalAnalysis()) {
            text.append(
                    " The order says that it is for technical analysis: whether that room is large enough for it, a person"
                            + " must find.");
        }
        Finding said = finding.saying(text.toString());
        out.add(Findings.reason(
                said,
                subject,
                held
                        ? order.technicalAnalysis()
                                ? "An authorization, or a person finds that the guidance's room for technical analysis covers it."
                                : "An authorization; or the item is for technical analysis alone (purpose)."
                        : "Give " + String.join(", ", finding.missing()) + "."));
    }

    /** Where a maker's headquarters are not said, both answers are possible if one of them holds. */
    private void makerUnknown(Order order, Item item, LicenseQuestion question, Reason.Subject subject, Decision out) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            if (isMaker(party)) {
                if (party.hqCountry() == null) {
                    missing.add("parties[" + i + "].hqCountry");
                }
                if (party.ultimateParentCountry() == null) {
                    missing.add("parties[" + i + "].ultimateParentCountry");
                }
            }
        }
        Country origin = item.countryOfOrigin();
        if (origin != null
                && advisor.isD5m(origin, question.asOf())
                && order.parties().stream().noneMatch(ItemChecks::isMaker)) {
            missing.add("parties: " + Party.Role.MANUFACTURER.word());
        }
        if (missing.isEmpty() || advisor.generalProhibition10(question.developedIn(CHINA)) == null) {
            return;
        }
        out.add(new Reason(
                "GP10_MAKER",
                Verdict.NEEDS_DATA,
                null,
                Reason.Basis.GUIDANCE,
                subject,
                "Who developed or produced this item is headquartered where nobody says. In Macau or Country Group D:5, it is"
                        + " presumed made in breach of the EAR and held; elsewhere nothing is asked.",
                GP10,
                missing,
                "Give " + String.join(", ", missing) + "."));
    }

    private void licensed(
            LicenseAnswer license, Predicate<Finding> which, LocalDate asOf, Reason.Subject subject, Decision out) {
        Settings.Reliance reliance = settings.relyOnNonEnforcement();
        for (Finding finding : license.findings()) {
            if (!which.test(finding)
                    || finding.reason().startsWith("EMBARGO")
                    || finding.reason().equals("REGION_NEEDED")
                    || finding.reason().startsWith("GP10")) {
                continue; // Said already: of each place, and of the item in whatever kind of transaction.
            }
            Reason reason = out.exceptionsBarred() && finding.hold() == Finding.Hold.LICENSE
                    ? Findings.reason(
                            finding,
                            "that of the party's listing",
                            subject,
                            "A license, by the policy of the party's listing; while that party takes part, no license"
                                    + " exception.")
                    : Findings.reason(finding, subject, change(finding, license));
            if (finding.reason().equals(LicenseAnswer.NON_ENFORCEMENT_RELIANCE) && reliance != null) {
                out.add(new Reason(
                        "NON_ENFORCEMENT_ACCEPTED",
                        Verdict.CLEAR,
                        null,
                        Reason.Basis.POLICY,
                        subject,
                        finding.text() + " " + reliance.approvedBy() + " accepted this reliance on " + reliance.date()
                                + ": " + reliance.scope() + ".",
                        finding.citation(),
                        List.of(),
                        ""));
            } else {
                out.add(NoticeTerms.held(reason));
            }
        }
        Findings.amended(rules, settings, license.sections()::contains, asOf, subject, out);
        if (license.changesOn() != null) {
            out.changesOn(license.changesOn(), "a rule behind the license answer");
        }
    }

    private static String withoutLicense(Finding finding) {
        if (finding.level() == Finding.Level.CLEAR) {
            return "";
        }
        if (finding.level() == Finding.Level.NEEDS_DATA && !finding.missing().isEmpty()) {
            return "Give " + String.join(", ", finding.missing()) + ".";
        }
        return switch (finding.reason()) {
            case LicenseAnswer.NON_ENFORCEMENT_RELIANCE ->
                "A named person accepts the reliance in the settings (relyOnNonEnforcement), or a license.";
            case LicenseAnswer.RULE_UNVERIFIED -> "A named person promotes the rule in the rule file.";
            default ->
                finding.hold() == Finding.Hold.NOTICE
                        ? "The clock runs out and the confirmation is entered."
                        : "A person looks, and writes down why the doubt is settled.";
        };
    }

    private static String change(Finding finding, LicenseAnswer license) {
        if (finding.hold() != Finding.Hold.LICENSE) {
            return withoutLicense(finding);
        }
        StringBuilder change = new StringBuilder("A license");
        if (license.reviewPolicy() != null) {
            change.append(" (").append(license.reviewPolicy()).append(')');
        }
        for (LicenseAnswer.ExceptionAnswer exception : license.exceptions()) {
            if (exception.eligible() != Known.NO) {
                change.append(", or License Exception ").append(exception.code());
                if (!exception.conditions().isEmpty()) {
                    change.append(" (")
                            .append(String.join("; ", exception.conditions()))
                            .append(')');
                }
            }
        }
        return change.append('.').toString();
    }

    private void remote(Order order, LocalDate asOf, Decision out) {
        for (int i = 0; i < order.parties().size(); i++) {
            remoteUser(i, order.parties().get(i), asOf, out);
        }
        if (order.endUse().purpose() == Order.Purpose.UNKNOWN) {
            out.add(reason(
                    "REMOTE_END_USE",
                    Verdict.NEEDS_DATA,
                    null,
                    Reason.Subject.ORDER,
                    "Access from afar is no export, but sections 744.6, 744.22 and 744.23 ask what it is for.",
                    List.of("endUse"),
                    "Say what the computing power is for."));
        } else if (order.endUse().purpose() != Order.Purpose.CIVIL) {
            out.add(reason(
                    "REMOTE_END_USE",
                    Verdict.HOLD,
                    HoldKind.REVIEW,
                    Reason.Subject.ORDER,
                    "Access from afar is no export, but for this end use a license may be needed under sections 744.6, 744.22"
                            + " or 744.23.",
                    List.of(),
                    "A person answers the questions of section 744.6 to US persons."));
        } else {
            out.add(OrderChecks.advisory(
                    "REMOTE_QUESTION",
                    "Access from afar is no export of the hardware. For US persons: do you know of support for a use named in"
                            + " section 744.6? Duties attached to the hardware's own authorization are not judged."));
        }
    }

    /** Section 744.6 asks US persons a question about each user from Macau or D:5; no answer of the order's own settles it. */
    private void remoteUser(int index, Party party, LocalDate asOf, Decision out) {
        if (party.isNone() || party.role() == null || !REMOTE_USERS.contains(party.role())) {
            return;
        }
        Country parent = party.ultimateParentCountry();
        if (isD5m(party.country(), asOf) || isD5m(party.hqCountry(), asOf) || isD5m(parent, asOf)) {
            out.add(new Reason(
                    "REMOTE_USER_D5M",
                    Verdict.HOLD,
                    HoldKind.REVIEW,
                    Reason.Basis.GUIDANCE,
                    Reason.Subject.party(index),
                    "The " + party.role().word()
                            + " is in Macau or Country Group D:5, or it or its ultimate parent is headquartered there."
                            + " Access from afar is no export, but a license may be needed where it is known that models are"
                            + " trained for a military-intelligence or weapons end use.",
                    REMOTE,
                    List.of(),
                    "A US person answers the question of section 744.6 for this party."));
        } else if (party.hqCountry() == null || parent == null) {
            List<String> missing = new ArrayList<>();
            if (party.hqCountry() == null) {
                missing.add("parties[" + index + "].hqCountry");
            }
            if (parent == null) {
                missing.add("parties[" + index + "].ultimateParentCountry");
            }
            out.add(new Reason(
                    "REMOTE_USER_UNKNOWN",
                    Verdict.NEEDS_DATA,
                    null,
                    Reason.Basis.GUIDANCE,
                    Reason.Subject.party(index),
                    "Where the " + party.role().word()
                            + " and its ultimate parent are headquartered is not said. In Macau or"
                            + " Country Group D:5 a person must look; elsewhere nothing is asked.",
                    REMOTE,
                    missing,
                    "Give " + String.join(", ", missing) + "."));
        }
    }

    private boolean isD5m(@Nullable Country place, LocalDate asOf) {
        return place != null && advisor.isD5m(place, asOf);
    }

    private static String summary(
            @Nullable String eccn, @Nullable Classification classification, @Nullable LicenseAnswer license) {
        StringBuilder summary = new StringBuilder("ECCN ").append(eccn == null ? "unknown" : eccn);
        if (classification != null) {
            if (classification.tpp() != null) {
                summary.append(", TPP ").append(Decimal.toString(classification.tppMillionths()));
            }
            if (classification.performanceDensity() != null) {
                summary.append(", performance density ")
                        .append(classification.performanceDensity().toPlainString());
            }
        }
        if (license != null) {
            Boolean required = license.required();
            summary.append("; license ")
                    .append(required == null ? "unknown" : required ? "required" : "not required")
                    .append(" (")
                    .append(license.enforced().citation())
                    .append(')');
            if (!Objects.equals(license.codified().required(), required)) {
                Boolean codified = license.codified().required();
                summary.append(", by the codified text ")
                        .append(codified == null ? "unknown" : codified ? "required" : "not required")
                        .append(" (")
                        .append(license.codified().citation())
                        .append(')');
            }
        }
        return summary.toString();
    }

    private static List<String> notes(@Nullable Classification classification, @Nullable LicenseAnswer license) {
        List<String> notes = new ArrayList<>();
        if (classification != null) {
            if (!classification.paragraphs().isEmpty()) {
                notes.add("paragraphs met by the numbers: " + String.join(", ", classification.paragraphs()));
            }
            if (!classification.notes().isEmpty()) {
                notes.add("notes: " + String.join(", ", classification.notes()));
            }
        }
        if (license != null) {
            notes.addAll(license.status());
        }
        return notes;
    }

    private static Reason reason(
            String rule,
            Verdict verdict,
            @Nullable HoldKind hold,
            Reason.Subject subject,
            String text,
            List<String> missing,
            String change) {
        return new Reason(rule, verdict, hold, Reason.Basis.POLICY, subject, text, null, missing, change);
    }
}
