package io.highfence;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Decimal;
import io.highfence.chip.ChipClassifier;
import io.highfence.law.Known;
import io.highfence.law.LicenseAdvisor;
import io.highfence.law.LicenseAnswer;
import io.highfence.law.LicenseQuestion;
import io.highfence.law.Rule;
import io.highfence.law.RuleBook;
import io.highfence.law.RuleStatus;
import io.highfence.ledger.Account;
import io.highfence.ledger.OrderLine;
import io.highfence.ledger.Posting;
import io.highfence.ledger.Totals;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What earlier orders have used up of a cap that this order adds to: License Exception LPP (F4.19), the cap of a country (F4.20), the
 * volume cap of the case-by-case review (F5.5, FLAG-42) and a cap on tenants by policy.
 *
 * <p>Figures come from running totals and from the order; where both know one, the graver counts. What this order has reserved or
 * committed itself is left out of the totals and counted once. Sums stop at the largest {@code long} and never wrap. A figure
 * that is not known is never taken for zero, but a tenant of whom the totals have heard nothing has used nothing.
 */
final class TotalsChecks {
    private static final String LPP = "LPP";
    private static final String SHARE_POINT = "(iii)";
    private static final long NOT_KNOWN = -1;
    private static final BigInteger MILLION = BigInteger.valueOf(Decimal.ONE);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100 * Decimal.ONE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final RuleBook rules;
    private final LicenseAdvisor advisor;
    private final Settings settings;
    private final @Nullable TotalsRecorder totals;

    TotalsChecks(RuleBook rules, LicenseAdvisor advisor, Settings settings, @Nullable TotalsRecorder totals) {
        this.rules = rules;
        this.advisor = advisor;
        this.settings = settings;
        this.totals = totals;
    }

    /**
     * A line as totals see it.
     *
     * @param line its index
     * @param item what the order says
     * @param eccn the ECCN that it is worked with, or null
     * @param tpp the TPP of one piece in millionths, or null if it is not known, as of boards and systems
     */
    record Piece(
            int line,
            Item item,
            @Nullable String eccn,
            @Nullable Long tpp) {
        /** The TPP of the line, rounded up to a millionth where pieces are broken, or null. */
        @Nullable
        Long amount() {
            Long pieces = item.quantityMillionths();
            if (tpp == null || pieces == null) {
                return null;
            }
            BigInteger[] exact =
                    BigInteger.valueOf(tpp).multiply(BigInteger.valueOf(pieces)).divideAndRemainder(MILLION);
            return exact[0].add(BigInteger.valueOf(exact[1].signum())).min(MOST).longValueExact();
        }

        /** What is not said and the amount turns on. */
        List<String> missing() {
            List<String> missing = new ArrayList<>();
            if (item.quantityMillionths() == null) {
                missing.add("items[" + line + "].quantity");
            }
            if (tpp == null) {
                missing.add("items[" + line + "].chip, a circuit whose TPP is known");
            }
            return missing;
        }

        /** Whether it is of the .a tier, or may be. */
        boolean mayBeTierA() {
            if (eccn == null) {
                return true;
            }
            String entry = eccn.strip().toUpperCase(Locale.ROOT);
            return (entry.startsWith("3A090") || entry.startsWith("4A090") || entry.endsWith(".Z"))
                    && !entry.startsWith("3A090.B")
                    && !entry.startsWith("3A090.C")
                    && !entry.startsWith("4A090.B")
                    && !eccn.equals(ChipClassifier.OTHER);
        }

        /** What tells one product from another: the part number, else the name of the chip; blank if there is neither. */
        String product() {
            String sku = item.sku();
            if (sku != null && !sku.isBlank()) {
                return sku.strip();
            }
            return item.chip() == null ? "" : item.chip().name().strip();
        }
    }

    /** What the lines of an order add to one account, as far as that is known. */
    private static final class Sum {
        private long known;
        private final Set<String> missing = new LinkedHashSet<>();

        void add(Piece piece) {
            Long amount = piece.amount();
            if (amount == null) {
                missing.addAll(piece.missing());
            } else {
                known = plus(known, amount);
            }
        }

        @Nullable
        Long whole() {
            return missing.isEmpty() ? known : null;
        }
    }

    /** The figures of an order. */
    static final class Count {
        static final Count NOTHING = new Count(List.of());

        private final List<Piece> pieces;
        private final List<Capped> consignees = new ArrayList<>();
        private final Set<Integer> toCountry = new HashSet<>();
        private @Nullable Capped country;
        private final Map<Integer, Share> shares = new HashMap<>();
        private long consigneeTpp = NOT_KNOWN;

        private Count(List<Piece> pieces) {
            this.pieces = pieces;
        }

        /** The question with the figures that it turns on. */
        LicenseQuestion asked(int line, LicenseQuestion question) {
            Share share = shares.get(line);
            if (share == null && consigneeTpp == NOT_KNOWN) {
                return question;
            }
            return question.counting(
                    consigneeTpp,
                    share == null ? NOT_KNOWN : share.china(),
                    share == null ? NOT_KNOWN : share.unitedStates());
        }
    }

    /**
     * An account whose cap counts what all exporters ship together.
     *
     * @param use the figures
     * @param least what is used up with this order in it, as far as it is known
     * @param missing what is not known
     */
    private record Capped(TotalUse use, long least, List<String> missing) {}

    /**
     * The volume of a product.
     *
     * @param toChina what goes to China and Macau, under the cap
     * @param inUnitedStates what stays in the United States
     * @param china the total with this order in it, or -1
     * @param unitedStates the total, or -1
     * @param missing what is not known
     */
    private record Share(
            TotalUse toChina, TotalUse inUnitedStates, long china, long unitedStates, List<String> missing) {}

    /** Whether totals are to be looked at. */
    boolean isAsked(Order order, LocalDate asOf) {
        return totals != null || !order.totals().isEmpty() || settings.tenantCap() != null || isToChina(order, asOf);
    }

    /** Whether items go to China or Macau, or their user is there. */
    private boolean isToChina(Order order, LocalDate asOf) {
        Country to = order.destination().country();
        if (to != null && advisor.isUnderVolumeCap(to, asOf)) {
            return true;
        }
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            if (party.role() == Party.Role.END_USER
                    && !party.isNone()
                    && party.country() != null
                    && advisor.isUnderVolumeCap(party.country(), asOf)) {
                return true;
            }
        }
        return false;
    }

    Count count(Order order, List<Piece> pieces, LocalDate asOf, Decision out) {
        Count count = new Count(pieces);
        Set<OrderLine> own = own(order);
        switch (order.kind() == null ? Order.Kind.EXPORT : order.kind()) {
            case CLOUD_ACCESS -> {
                for (Party tenant : named(order, Party.Role.TENANT)) {
                    pieces.forEach(piece -> post(order, piece, tenant(tenant), asOf, out));
                }
            }
            case DOMESTIC -> {
                if (Screener.isUnitedStates(order.destination().country())) {
                    pieces.forEach(piece -> post(order, piece, product(Account.Kind.TPP_US, piece), asOf, out));
                }
            }
            case SERVICE -> {
                // No item changes hands.
            }
            default -> {
                consignees(order, count, own, asOf, out);
                country(order, count, own, asOf, out);
                if (isToChina(order, asOf)) {
                    shares(order, count, own, asOf, out);
                }
            }
        }
        return count;
    }

    private static void post(Order order, Piece piece, @Nullable Account account, LocalDate day, Decision out) {
        post(order, piece.item(), piece.amount(), account, day, out);
    }

    /** What a line adds to an account, to be reserved; nothing where it is not known, or the line has no name of its own. */
    static void post(
            Order order, Item item, @Nullable Long amount, @Nullable Account account, LocalDate day, Decision out) {
        if (account != null
                && amount != null
                && amount < Long.MAX_VALUE
                && OrderLine.isId(order.id())
                && OrderLine.isId(item.line())) {
            out.add(new OrderLine(order.id(), item.line()), new Posting(account, day, amount));
        }
    }

    private void consignees(Order order, Count count, Set<OrderLine> own, LocalDate asOf, Decision out) {
        Rule rule = rules.rule("exception", LPP, asOf);
        List<Piece> counted = count.pieces.stream().filter(Piece::mayBeTierA).toList();
        if (rule == null || counted.isEmpty()) {
            return;
        }
        Sum sum = new Sum();
        counted.forEach(sum::add);
        DateRange year = DateRange.ofYear(asOf.getYear());
        Rule.Limit cap = rule.values().limit("yearlyTpp");
        boolean all = true;
        for (Party party : named(order, Party.Role.ULTIMATE_CONSIGNEE)) {
            Account account = account(Account.Kind.TPP_CONSIGNEE, party);
            if (account == null) {
                all = false;
                continue;
            }
            counted.forEach(piece -> post(order, piece, account, asOf, out));
            Capped consignee = capped(order, account, year, "in " + asOf.getYear(), cap, rule, sum, own);
            count.consignees.add(consignee);
            all &= consignee.missing().isEmpty();
        }
        // The gravest consignee decides. Where a figure is open, what is known of it can only close the exception.
        long gravest = count.consignees.stream().mapToLong(Capped::least).max().orElse(NOT_KNOWN);
        if (all || (gravest >= 0 && !cap.admits(gravest))) {
            count.consigneeTpp = gravest;
        }
    }

    /** Totals know what this exporter ships; all exporters together only the caller knows. */
    private Capped capped(
            Order order,
            Account account,
            DateRange window,
            String when,
            Rule.Limit cap,
            Rule rule,
            Sum sum,
            Set<OrderLine> own) {
        Totals.Sum ours = totals == null ? null : totals.sum(account, window, own);
        Long given = given(order, account, true);
        long others = Math.max(ours == null ? 0 : ours.used(), given == null ? 0 : given);
        long least = plus(others, sum.known);
        Set<String> missing = new LinkedHashSet<>(sum.missing);
        if (given == null) {
            missing.add("totals: " + account + " " + when + ", all exporters together");
        }
        TotalUse use = new TotalUse(
                account,
                window,
                ours == null ? null : ours.committed(),
                ours == null ? null : ours.reserved(),
                given,
                sum.whole(),
                cap.value(),
                missing.isEmpty() ? cap.value() - least : null,
                Reason.Basis.LAW,
                rule.citation());
        return new Capped(use, least, List.copyOf(missing));
    }

    private void country(Order order, Count count, Set<OrderLine> own, LocalDate asOf, Decision out) {
        Country to = order.destination().country();
        String kind = order.kind() == null ? Words.of(Order.Kind.EXPORT) : Words.of(order.kind());
        Rule rule = null;
        Sum sum = new Sum();
        for (Piece piece : count.pieces) {
            Rule cap = to == null ? null : advisor.countryCap(to, piece.eccn(), asOf);
            if (cap != null && cap.values().texts("kinds").contains(kind)) {
                rule = cap;
                sum.add(piece);
                count.toCountry.add(piece.line());
            }
        }
        if (to == null || rule == null) {
            return;
        }
        Account account = new Account(Account.Kind.TPP_COUNTRY, to.code());
        for (Piece piece : count.pieces) {
            if (count.toCountry.contains(piece.line())) {
                post(order, piece, account, asOf, out);
            }
        }
        int first = rule.values().whole("firstYear");
        int last = rule.values().whole("lastYear");
        DateRange years = new DateRange(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
        Rule.Limit cap = rule.values().limit("tpp");
        count.country = capped(order, account, years, "in " + first + " to " + last, cap, rule, sum, own);
    }

    private void shares(Order order, Count count, Set<OrderLine> own, LocalDate asOf, Decision out) {
        Rule rule = rules.rule("review-policy", "case-by-case", asOf);
        if (rule == null) {
            return;
        }
        Map<String, List<Piece>> products = new LinkedHashMap<>();
        for (Piece piece : count.pieces) {
            products.computeIfAbsent(piece.product(), key -> new ArrayList<>()).add(piece);
        }
        products.forEach((product, pieces) -> {
            Account toChina = product(Account.Kind.TPP_CHINA, pieces.get(0));
            Account inStates = product(Account.Kind.TPP_US, pieces.get(0));
            if (toChina == null || inStates == null) {
                return;
            }
            pieces.forEach(piece -> post(order, piece, toChina, asOf, out));
            Share share = share(order, pieces, toChina, inStates, rule.values().limit("sharePercent"), own, asOf);
            pieces.forEach(piece -> count.shares.put(piece.line(), share));
        });
    }

    /** What is shipped to China and Macau counts with all that is promised; what is shipped in the United States must have been. */
    private Share share(
            Order order,
            List<Piece> pieces,
            Account toChina,
            Account inStates,
            Rule.Limit percent,
            Set<OrderLine> own,
            LocalDate asOf) {
        Sum sum = new Sum();
        pieces.forEach(sum::add);
        DateRange untilToday = new DateRange(null, asOf);
        Totals.Sum china =
                totals != null && totals.knows(toChina, order.id()) ? totals.sum(toChina, DateRange.ALWAYS, own) : null;
        Totals.Sum states =
                totals != null && totals.knows(inStates, order.id()) ? totals.sum(inStates, untilToday, own) : null;
        Long chinaGiven = given(order, toChina, true);
        Long statesGiven = given(order, inStates, false);
        Long chinaUsed = graver(china == null ? null : (Long) china.used(), chinaGiven, true);
        Long statesUsed = graver(states == null ? null : (Long) states.committed(), statesGiven, false);
        Set<String> missing = new LinkedHashSet<>();
        if (chinaUsed == null) {
            missing.add("totals: " + toChina);
        }
        if (statesUsed == null) {
            missing.add("totals: " + inStates);
        }
        missing.addAll(sum.missing);
        long least = plus(chinaUsed == null ? 0 : chinaUsed, sum.known);
        Long cap = statesUsed == null ? null : part(statesUsed, percent);
        boolean settled = missing.isEmpty() || (cap != null && least > cap);
        Rule point = point(asOf);
        TotalUse over = new TotalUse(
                toChina,
                DateRange.ALWAYS,
                china == null ? null : china.committed(),
                china == null ? null : china.reserved(),
                chinaGiven,
                sum.whole(),
                cap,
                cap != null && missing.isEmpty() ? (Long) (cap - least) : null,
                Reason.Basis.LAW,
                point == null ? null : point.citation());
        TotalUse base = new TotalUse(
                inStates,
                untilToday,
                states == null ? null : states.committed(),
                states == null ? null : states.reserved(),
                statesGiven,
                null,
                null,
                null,
                Reason.Basis.LAW,
                point == null ? null : point.citation());
        return new Share(
                over,
                base,
                settled ? least : NOT_KNOWN,
                statesUsed == null ? NOT_KNOWN : statesUsed,
                List.copyOf(missing));
    }

    private @Nullable Rule point(LocalDate asOf) {
        for (Rule rule : rules.rules("certificate")) {
            if (rule.inForce().contains(asOf) && rule.values().text("point").equals(SHARE_POINT)) {
                return rule;
            }
        }
        return null;
    }

    /** What the totals say beside the license answer of a line. */
    void judge(Count count, int line, LicenseQuestion question, LicenseAnswer license, Decision out) {
        for (LicenseAnswer.ExceptionAnswer exception : license.exceptions()) {
            if (exception.code().equals(LPP)) {
                count.consignees.forEach(consignee -> lpp(consignee, exception, line, question.asOf(), out));
            }
        }
        Capped country = count.country;
        if (country != null
                && count.toCountry.contains(line)
                && !Boolean.FALSE.equals(license.codified().required())) {
            country(country, line, question.asOf(), out);
        }
        Share share = count.shares.get(line);
        Rule rule = rules.rule("review-policy", "case-by-case", question.asOf());
        if (share != null && rule != null && rule.values().has("policy")) {
            share(share, rule.values().text("policy"), line, question, license, out);
        }
    }

    private void lpp(
            Capped consignee, LicenseAnswer.ExceptionAnswer exception, int line, LocalDate asOf, Decision out) {
        Rule rule = rules.rule("exception", LPP, asOf);
        TotalUse use = consignee.use();
        if (rule == null || use.cap() == null) {
            return;
        }
        boolean over = !rule.values().limit("yearlyTpp").admits(consignee.least());
        boolean onlyOver = over && exception.conditions().size() == 1;
        if (exception.eligible() == Known.NO && !onlyOver) {
            return; // Closed by something else, whatever the total.
        }
        out.add(use);
        boolean dormant = rule.status() == RuleStatus.ON_THE_BOOKS_NOT_ENFORCED;
        boolean relied = dormant && settings.relyOnNonEnforcement() != null;
        String words = words(use) + " License Exception LPP allows "
                + rule.values().limit("yearlyTpp") + " in a calendar year, all exporters together.";
        Verdict verdict = relied ? Verdict.CLEAR : Verdict.HOLD;
        if (over) {
            out.add(reason(
                    "LPP_CAP",
                    verdict,
                    relied ? null : dormant ? HoldKind.REVIEW : HoldKind.LICENSE,
                    Reason.Subject.line(line),
                    use,
                    words + " The exception is not available.",
                    List.of(),
                    relied ? "" : "A license, another exception, or less."));
        } else if (!consignee.missing().isEmpty()) {
            out.add(reason(
                    "LPP_TOTAL",
                    relied ? Verdict.CLEAR : Verdict.NEEDS_DATA,
                    null,
                    Reason.Subject.line(line),
                    use,
                    words + " Not known: " + String.join("; ", consignee.missing()) + ".",
                    relied ? List.of() : consignee.missing(),
                    relied ? "" : give(consignee.missing())));
        } else {
            out.add(reason("LPP_TOTAL", Verdict.CLEAR, null, Reason.Subject.line(line), use, words, List.of(), ""));
        }
        if (!over) {
            notice(consignee, rule.values().limit("noticeTpp"), line, out);
        }
    }

    /** The notice is a condition of the exception, which an authorization must attest; this only says when it is due. */
    private static void notice(Capped consignee, Rule.Limit above, int line, Decision out) {
        boolean due = above.admits(consignee.least());
        if (due || !consignee.missing().isEmpty()) {
            out.add(reason(
                    "LPP_NOTICE",
                    Verdict.CLEAR,
                    null,
                    Reason.Subject.line(line),
                    consignee.use(),
                    "License Exception LPP asks for a notice to BIS before a shipment that makes the aggregate " + above
                            + " TPP. "
                            + (due
                                    ? "With this order it is " + Decimal.toString(consignee.least()) + " or more."
                                    : "Whether it does is not known: " + String.join("; ", consignee.missing()) + "."),
                    due ? List.of() : consignee.missing(),
                    due ? "Where the exception is used: the notice before shipment." : give(consignee.missing())));
        }
    }

    /** Whatever the total is, the line needs its license: only what may be granted turns on it. */
    private void country(Capped country, int line, LocalDate asOf, Decision out) {
        Rule rule = rules.rule("country-cap", asOf);
        if (rule == null) {
            return;
        }
        TotalUse use = country.use();
        out.add(use);
        Rule.Limit cap = rule.values().limit("tpp");
        int factor = rule.values().whole("factorWithAgreement");
        String words =
                words(use) + " Licenses may be granted for TPP " + cap + " a country, all exporters together, and for "
                        + factor + " times as much with an agreement between the governments.";
        boolean relied =
                rule.status() == RuleStatus.ON_THE_BOOKS_NOT_ENFORCED && settings.relyOnNonEnforcement() != null;
        if (!cap.admits(country.least())) {
            // The cap once more for each time that the agreement counts it.
            long within = country.least() - (factor - 1) * cap.value();
            boolean evenSo = !cap.admits(within);
            out.add(reason(
                    "COUNTRY_CAP",
                    relied ? Verdict.CLEAR : Verdict.HOLD,
                    relied ? null : HoldKind.REVIEW,
                    Reason.Subject.line(line),
                    use,
                    words + (evenSo ? " It is passed with an agreement too." : " It is passed without an agreement."),
                    evenSo ? List.of() : List.of("whether there is an agreement between the governments"),
                    relied
                            ? ""
                            : evenSo
                                    ? "Less, or a person finds that the license is granted all the same."
                                    : "Less, or a person finds that there is an agreement."));
        } else if (!country.missing().isEmpty()) {
            out.add(reason(
                    "COUNTRY_CAP_FACTS",
                    Verdict.CLEAR,
                    null,
                    Reason.Subject.line(line),
                    use,
                    words + " Not known: " + String.join("; ", country.missing()) + ".",
                    country.missing(),
                    give(country.missing())));
        } else {
            out.add(reason("COUNTRY_CAP", Verdict.CLEAR, null, Reason.Subject.line(line), use, words, List.of(), ""));
        }
    }

    private void share(
            Share share, String lighter, int line, LicenseQuestion question, LicenseAnswer license, Decision out) {
        boolean open = lighter.equals(license.reviewPolicy());
        boolean closedByShare = !open
                && share.china() != NOT_KNOWN
                && share.unitedStates() != NOT_KNOWN
                && lighter.equals(advisor.advise(question.counting(question.consigneeTpp(), NOT_KNOWN, NOT_KNOWN))
                        .reviewPolicy());
        if (!open && !closedByShare) {
            return;
        }
        TotalUse use = share.toChina();
        out.add(use);
        out.add(share.inUnitedStates());
        String words = words(use) + " The cap is the part of what was shipped to US customers that the certificate for"
                + " case-by-case review allows.";
        if (closedByShare) {
            out.add(reason(
                    "CHINA_SHARE",
                    Verdict.HOLD,
                    HoldKind.REVIEW,
                    Reason.Subject.line(line),
                    use,
                    words + " The certificate is impossible.",
                    List.of(),
                    "More shipped in the United States, or less to China and Macau."));
        } else if (!share.missing().isEmpty()) {
            out.add(reason(
                    "CHINA_SHARE_FACTS",
                    // Whatever the totals are, the line needs its license: only the review of an application turns on
                    // them.
                    Verdict.CLEAR,
                    null,
                    Reason.Subject.line(line),
                    use,
                    words + " Not known: " + String.join("; ", share.missing())
                            + ". Above the cap the review is under a presumption of denial, within it case by case.",
                    share.missing(),
                    give(share.missing())));
        } else {
            out.add(reason("CHINA_SHARE", Verdict.CLEAR, null, Reason.Subject.line(line), use, words, List.of(), ""));
        }
    }

    /** The cap on tenants. */
    void tenants(Order order, Count count, LocalDate asOf, Decision out) {
        Settings.TenantCap cap = settings.tenantCap();
        if (cap == null || order.kind() != Order.Kind.CLOUD_ACCESS) {
            return;
        }
        boolean any = false;
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            if (party.role() == Party.Role.TENANT && !party.isNone()) {
                any = true;
                tenant(order, i, party, count, cap, asOf, out);
            }
        }
        if (!any) {
            out.add(OrderChecks.needs(
                    "TENANT_CAP", "A cap on tenants is set, and no tenant is named.", List.of("parties: tenant")));
        }
    }

    private void tenant(
            Order order, int index, Party party, Count count, Settings.TenantCap cap, LocalDate asOf, Decision out) {
        Sum sum = new Sum();
        count.pieces.forEach(sum::add);
        Set<String> missing = new LinkedHashSet<>(sum.missing);
        Account account = tenant(party);
        if (account == null) {
            out.add(OrderChecks.needs(
                    "TENANT_CAP",
                    "A cap on tenants is set, and the tenant has neither an account nor a name.",
                    List.of("parties[" + index + "].account")));
            return;
        }
        DateRange window = new DateRange(asOf.minusDays(cap.days() - 1L), asOf);
        Totals.Sum ours = null;
        if (totals != null) {
            // Any days running that hold this one: a launch today also counts beside those that are planned.
            Set<OrderLine> own = own(order);
            for (int later = 0; later < cap.days(); later++) {
                DateRange days = new DateRange(asOf.minusDays(cap.days() - 1L - later), asOf.plusDays(later));
                Totals.Sum found = totals.peek(account, days, own);
                if (ours == null || found.used() > ours.used()) {
                    ours = found;
                    window = days;
                }
            }
            if (ours != null) {
                totals.note(account, window, ours);
            }
        }
        Long given = given(order, account, true);
        Long used = graver(ours == null ? null : (Long) ours.used(), given, true);
        if (used == null) {
            missing.add("totals: " + account + " in " + cap.days() + " days");
        }
        long least = plus(used == null ? 0 : used, sum.known);
        TotalUse use = new TotalUse(
                account,
                window,
                ours == null ? null : ours.committed(),
                ours == null ? null : ours.reserved(),
                given,
                sum.whole(),
                cap.tpp(),
                missing.isEmpty() ? (Long) (cap.tpp() - least) : null,
                Reason.Basis.POLICY,
                null);
        out.add(use);
        String words = words(use) + " The cap of the settings is " + Decimal.toString(cap.tpp()) + " in " + cap.days()
                + " days running.";
        if (least > cap.tpp()) {
            out.add(reason(
                    "TENANT_CAP",
                    Verdict.HOLD,
                    HoldKind.REVIEW,
                    Reason.Subject.party(index),
                    use,
                    words + " Free before this order: "
                            + Decimal.toString(Math.max(0, cap.tpp() - (used == null ? 0 : used))) + ".",
                    List.of(),
                    "Less, later, or another cap (tenantCap)."));
        } else if (!missing.isEmpty()) {
            List<String> facts = List.copyOf(missing);
            out.add(reason(
                    "TENANT_CAP",
                    Verdict.NEEDS_DATA,
                    null,
                    Reason.Subject.party(index),
                    use,
                    words + " Not known: " + String.join("; ", facts) + ". Above the cap the order is held, within it"
                            + " nothing is asked.",
                    facts,
                    give(facts)));
        } else {
            out.add(reason("TENANT_CAP", Verdict.CLEAR, null, Reason.Subject.party(index), use, words, List.of(), ""));
        }
    }

    /** The lines of an order, whose own postings its decision leaves out. */
    static Set<OrderLine> own(Order order) {
        Set<OrderLine> own = new HashSet<>();
        if (OrderLine.isId(order.id())) {
            for (Item item : order.items()) {
                if (OrderLine.isId(item.line())) {
                    own.add(new OrderLine(order.id(), item.line()));
                }
            }
        }
        return own;
    }

    static List<Party> named(Order order, Party.Role role) {
        return order.parties().stream()
                .filter(party -> party.role() == role && !party.isNone())
                .toList();
    }

    private static @Nullable Account tenant(Party party) {
        return account(Account.Kind.TPP_TENANT, party);
    }

    /** The account of a party: by the caller's own id, else by the name in small letters and figures with the country. */
    static @Nullable Account account(Account.Kind kind, Party party) {
        String id = party.account() == null ? "" : party.account().strip();
        if (id.isEmpty()) {
            id = Account.idOf(
                    party.name(),
                    party.country() == null ? null : party.country().code());
        }
        return OrderLine.isId(id) ? new Account(kind, id) : null;
    }

    private static @Nullable Account product(Account.Kind kind, Piece piece) {
        return OrderLine.isId(piece.product()) ? new Account(kind, piece.product()) : null;
    }

    /** What the order says of an account; of several figures the graver. */
    static @Nullable Long given(Order order, Account account, boolean moreIsGraver) {
        Long figure = null;
        for (Order.Total total : order.totals()) {
            if (total.account().equals(account)) {
                figure = graver(figure, total.used(), moreIsGraver);
            }
        }
        return figure;
    }

    static @Nullable Long graver(@Nullable Long one, @Nullable Long other, boolean moreIsGraver) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return moreIsGraver ? Math.max(one, other) : Math.min(one, other);
    }

    static long plus(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** The percentage of an amount, cut to a millionth: what is not above it is not above the exact one. */
    private static long part(long whole, Rule.Limit percent) {
        return BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(percent.value()))
                .divide(HUNDRED)
                .min(MOST)
                .longValueExact();
    }

    private static String words(TotalUse use) {
        StringBuilder words = new StringBuilder("TPP of ").append(use.account());
        if (use.window().from() != null) {
            words.append(", ")
                    .append(use.window().from())
                    .append(" to ")
                    .append(use.window().to());
        }
        figure(words.append(": "), "used ", use.used());
        figure(words, "reserved by other orders ", use.reserved());
        figure(words, "given by the order ", use.given());
        figure(words, "this order ", use.order());
        figure(words, "cap ", use.cap());
        Long remaining = use.remaining();
        if (remaining != null && remaining < 0) {
            figure(words, "exceeded by ", remaining == Long.MIN_VALUE ? Long.MAX_VALUE : -remaining);
        } else {
            figure(words, "remaining ", remaining);
        }
        words.setLength(words.length() - 2);
        return words.append('.').toString();
    }

    private static void figure(StringBuilder words, String name, @Nullable Long amount) {
        if (amount != null) {
            words.append(name).append(Decimal.toString(amount)).append(", ");
        }
    }

    private static String give(List<String> missing) {
        return "Give " + String.join(", ", missing) + ".";
    }

    private static Reason reason(
            String rule,
            Verdict verdict,
            @Nullable HoldKind hold,
            Reason.Subject subject,
            TotalUse use,
            String text,
            List<String> missing,
            String change) {
        return new Reason(rule, verdict, hold, use.basis(), subject, text, use.citation(), missing, change);
    }
}
