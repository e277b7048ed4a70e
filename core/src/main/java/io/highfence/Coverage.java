package io.highfence;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Decimal;
import io.highfence.law.Known;
import io.highfence.law.LicenseAdvisor;
import io.highfence.law.LicenseAnswer;
import io.highfence.law.RuleBook;
import io.highfence.ledger.Account;
import io.highfence.ledger.OrderLine;
import io.highfence.ledger.Totals;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether one authorization covers all that one reason holds, and what it lacks if it does not. */
final class Coverage {
    /** Whom an authorization need not name: they are behind the item, or beside its way. Nobody else is left out. */
    private static final Set<Party.Role> NOT_NAMED = EnumSet.of(
            Party.Role.EXPORTER,
            Party.Role.SELLER,
            Party.Role.MANUFACTURER,
            Party.Role.FOUNDRY,
            Party.Role.OSAT,
            Party.Role.DESIGNER,
            Party.Role.FREIGHT_FORWARDER,
            Party.Role.CARRIER,
            Party.Role.BANK,
            Party.Role.PAYER,
            Party.Role.BILL_TO,
            Party.Role.SIGNATORY,
            Party.Role.ACCOUNT_ADMIN,
            Party.Role.SERVICE_PROVIDER);

    /** Conditions of NAC and ACA that the record's own facts answer. */
    private static final Pattern ANSWERED = Pattern.compile(
            "a written purchase order .*|a notice in SNAP-R .*|a confirmation by BIS, .*|at most six items, .*");

    private static final Set<String> WITH_PURCHASE_ORDER = Set.of(NoticeTerms.NAC, "ACA");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final RuleBook rules;
    private final LicenseAdvisor advisor;
    private final @Nullable Totals totals;
    private final Order order;
    private final Decision decision;
    private final LocalDate firstDay;
    private final LocalDate lastDay;

    Coverage(
            RuleBook rules,
            LicenseAdvisor advisor,
            @Nullable Totals totals,
            Order order,
            LocalDate asOf,
            Decision decision) {
        this.totals = totals;
        this.rules = rules;
        this.advisor = advisor;
        this.order = order;
        this.decision = decision;
        LocalDate planned = order.plannedExportDate() == null ? asOf : order.plannedExportDate();
        this.firstDay = planned.isBefore(asOf) ? planned : asOf;
        this.lastDay = planned.isAfter(asOf) ? planned : asOf;
    }

    /** What keeps an authorization from covering a reason. */
    static final class Lack {
        private final String path;
        private final Set<String> whys = new TreeSet<>();
        private final Set<String> missing = new TreeSet<>();

        Lack(String path) {
            this.path = path;
        }

        void why(String why) {
            whys.add(why);
        }

        void missing(String field) {
            missing.add(path + "." + field);
        }

        boolean isNone() {
            return whys.isEmpty() && missing.isEmpty();
        }

        List<String> missing() {
            return List.copyOf(missing);
        }

        String text() {
            List<String> all = new ArrayList<>(whys);
            if (!missing.isEmpty()) {
                all.add("it does not say " + String.join(", ", missing));
            }
            return String.join("; ", all);
        }
    }

    /**
     * Holds an authorization against one reason.
     *
     * @param index its place in the order
     * @param type its type
     * @param reason the reason
     * @param relied the lines of all reasons that it might release; its balance must suffice for those of its ECCNs together
     */
    Lack of(int index, Authorization.Type type, Reason reason, Collection<Integer> relied) {
        Authorization held = order.authorizations().get(index);
        Lack lack = new Lack("authorizations[" + index + "]");
        List<Integer> lines = lines(reason);
        said(held, type, lack);
        issuer(held, type, lack);
        days(held, lack);
        places(held, reason, lack);
        parties(held, type, reason, lack);
        eccns(held, lines, lack);
        Set<Integer> together = new TreeSet<>(lines);
        relied.stream()
                .filter(line -> {
                    String eccn = eccn(line);
                    return eccn != null && contains(held.eccns(), eccn);
                })
                .forEach(together::add);
        amounts(held, together, lack);
        for (Authorization.Condition condition : held.conditions()) {
            if (condition.metBy().isBlank()) {
                lack.why("nothing meets its condition '" + condition.text() + "'");
            }
        }
        if (type == Authorization.Type.EXCEPTION || type == Authorization.Type.NOTICE) {
            exception(held, type, lines, lack);
        }
        if (type == Authorization.Type.VEU) {
            outsideD5(lack);
        }
        if (type == Authorization.Type.NOTICE) {
            NoticeTerms.check(held, order, lines, firstDay, rules, lack);
        }
        return lack;
    }

    /** The lines that a reason binds. */
    List<Integer> lines(Reason reason) {
        return IntStream.range(0, order.items().size())
                .filter(reason.subject()::binds)
                .boxed()
                .toList();
    }

    /** What each type must say; what is not said covers nothing. */
    private void said(Authorization held, Authorization.Type type, Lack lack) {
        boolean ends = type == Authorization.Type.LICENSE || type == Authorization.Type.OFAC_LICENSE;
        boolean counts = type == Authorization.Type.LICENSE || type == Authorization.Type.NOTICE;
        if (held.id().isBlank()) {
            lack.missing("id");
        }
        if (held.validFrom() == null && type != Authorization.Type.NOTICE) {
            lack.missing("validFrom");
        }
        if (held.validTo() == null && ends) {
            lack.missing("validTo");
        }
        if (held.eccns().isEmpty()) {
            lack.missing("eccns");
        }
        if (held.parties().isEmpty()) {
            lack.missing("parties");
        }
        if (held.destinations().isEmpty()) {
            lack.missing("destinations");
        }
        if (held.quantityMillionths() == null && counts) {
            lack.missing("quantity");
        }
        if (held.quantityMillionths() != null
                && used(held, Account.Kind.LICENSE_QUANTITY, held.usedMillionths()) == null) {
            lack.missing("used");
        }
        if (held.valueMillionths() != null
                && used(held, Account.Kind.LICENSE_VALUE, held.usedValueMillionths()) == null) {
            lack.missing("usedValue");
        }
    }

    private static void issuer(Authorization held, Authorization.Type type, Lack lack) {
        Set<String> fitting = switch (type) {
            case LICENSE, VEU -> Set.of("BIS", "BUREAU OF INDUSTRY AND SECURITY");
            case OFAC_GL, OFAC_LICENSE -> Set.of("OFAC", "OFFICE OF FOREIGN ASSETS CONTROL");
            case EXCEPTION, NOTICE, UVL_STATEMENT -> Set.of();
        };
        if (fitting.isEmpty()) {
            return;
        }
        if (held.issuer().isBlank()) {
            lack.missing("issuer");
        } else if (!fitting.contains(fold(held.issuer()))) {
            lack.why("its issuer '" + held.issuer() + "' is not the agency whose authorization is asked for");
        }
    }

    private void days(Authorization held, Lack lack) {
        if (held.validFrom() != null && firstDay.isBefore(held.validFrom())) {
            lack.why(firstDay + " is before its first day " + held.validFrom());
        }
        if (held.validTo() != null && lastDay.isAfter(held.validTo())) {
            lack.why(lastDay + " is after its last day " + held.validTo());
        }
    }

    private void places(Authorization held, Reason reason, Lack lack) {
        if (held.destinations().isEmpty()) {
            return;
        }
        place(held, order.destination().country(), "the destination", lack);
        int party = reason.subject().party();
        if (party >= 0 && reason.rule().startsWith(Releases.EMBARGO)) {
            place(held, order.parties().get(party).country(), "the place of party " + party, lack);
        }
    }

    private static void place(Authorization held, @Nullable Country country, String what, Lack lack) {
        if (country == null) {
            lack.why(what + " is not known");
        } else if (!held.destinations().contains(country)) {
            lack.why(what + " " + country.name() + " is not among its destinations");
        }
    }

    private void parties(Authorization held, Authorization.Type type, Reason reason, Lack lack) {
        if (held.parties().isEmpty()) {
            return;
        }
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            boolean meant = i == reason.subject().party();
            boolean onTheWay = type != Authorization.Type.UVL_STATEMENT
                    && !party.isNone()
                    && (party.role() == null || !NOT_NAMED.contains(party.role()));
            if ((meant || onTheWay) && held.parties().stream().noneMatch(named -> isNamed(named, party))) {
                lack.why("it does not name '" + party.name() + "'"
                        + (party.role() == null ? "" : " as " + party.role().word()));
            }
        }
    }

    private static boolean isNamed(Authorization.Named named, Party party) {
        return (named.role() == null || named.role() == party.role())
                && !named.name().isBlank()
                && fold(named.name()).equals(fold(party.name()));
    }

    private void eccns(Authorization held, List<Integer> lines, Lack lack) {
        if (lines.isEmpty()) {
            lack.why("the order has no lines");
        }
        for (int line : lines) {
            String eccn = eccn(line);
            String name = order.items().get(line).line();
            if (eccn == null) {
                lack.why("the ECCN of line " + name + " is not known");
            } else if (!held.eccns().isEmpty() && !contains(held.eccns(), eccn)) {
                lack.why("the ECCN " + eccn + " of line " + name + " is not among its ECCNs");
            }
        }
    }

    private @Nullable String eccn(int line) {
        return decision.items().stream()
                .filter(item -> item.line() == line)
                .findFirst()
                .map(ItemFinding::eccn)
                .orElse(null);
    }

    private void amounts(Authorization held, Collection<Integer> lines, Lack lack) {
        Long quantity = held.quantityMillionths();
        if (quantity != null) {
            Long used = held.usedMillionths();
            amount(
                    "quantity",
                    held,
                    Account.Kind.LICENSE_QUANTITY,
                    quantity,
                    used,
                    lines,
                    Item::quantityMillionths,
                    lack);
        }
        Long value = held.valueMillionths();
        if (value != null) {
            Long used = held.usedValueMillionths();
            amount("value", held, Account.Kind.LICENSE_VALUE, value, used, lines, Item::valueMillionths, lack);
        }
    }

    /** What is used of an authorization by all orders but this one: the graver of what its record and the totals say, or unknown. */
    private @Nullable Long used(Authorization held, Account.Kind kind, @Nullable Long given) {
        Account account = account(held, kind);
        if (totals == null || account == null || (given == null && !totals.knows(account, order.id()))) {
            return given;
        }
        return Math.max(
                totals.sum(account, DateRange.ALWAYS, TotalsChecks.own(order)).used(), given == null ? 0 : given);
    }

    /** The account of an authorization's balance, or null if its id can have none. */
    static @Nullable Account account(Authorization held, Account.Kind kind) {
        return OrderLine.isId(held.id()) ? new Account(kind, held.id()) : null;
    }

    /** Reads an amount of a line. */
    @FunctionalInterface
    private interface Amount {
        @Nullable
        Long of(Item item);
    }

    private void amount(
            String what,
            Authorization held,
            Account.Kind kind,
            long limit,
            @Nullable Long given,
            Collection<Integer> lines,
            Amount amount,
            Lack lack) {
        Long used = used(held, kind, given);
        if (used == null) {
            return; // Said already.
        }
        long balance = limit - used;
        long sum = 0;
        List<String> names = new ArrayList<>();
        for (int line : lines) {
            Item item = order.items().get(line);
            Long one = amount.of(item);
            if (one == null) {
                lack.why("the " + what + " of line " + item.line() + " is not known");
                return;
            }
            sum = one > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + one;
            names.add(item.line());
        }
        noted(held, kind, limit, given, sum, balance - sum);
        if (sum > balance) {
            lack.why(what + " " + Decimal.toString(sum) + " of line" + (names.size() == 1 ? " " : "s ")
                    + String.join(", ", names) + " exceeds the balance of " + Decimal.toString(Math.max(balance, 0)));
        }
    }

    /** The figures of a balance that totals know of, for the decision. */
    private void noted(
            Authorization held, Account.Kind kind, long limit, @Nullable Long given, long sum, long remaining) {
        Account account = account(held, kind);
        if (totals == null || account == null) {
            return;
        }
        Totals.Sum ours = totals.sum(account, DateRange.ALWAYS, TotalsChecks.own(order));
        decision.add(new TotalUse(
                account,
                DateRange.ALWAYS,
                ours.committed(),
                ours.reserved(),
                given,
                sum,
                limit,
                remaining,
                Reason.Basis.CONTRACT,
                null));
    }

    /** 15 CFR 748.15 is not encoded; of what a validated end user may get nothing is taken to go to Macau or Country Group D:5. */
    private void outsideD5(Lack lack) {
        List<Country> places = new ArrayList<>();
        if (order.destination().country() != null) {
            places.add(order.destination().country());
        }
        for (Party party : order.parties()) {
            if (!party.isNone() && (party.role() == null || !NOT_NAMED.contains(party.role()))) {
                for (Country seat : Arrays.asList(party.country(), party.hqCountry(), party.ultimateParentCountry())) {
                    if (seat == null) {
                        lack.why("where '" + party.name() + "' and its ultimate parent are is not known");
                    } else {
                        places.add(seat);
                    }
                }
            }
        }
        places.stream()
                .filter(place -> advisor.isD5m(place, lastDay) || advisor.isD5m(place, firstDay))
                .forEach(place -> lack.why("a VEU is not taken to reach " + place.name()
                        + ", which is Macau or in Country Group D:5 (15 CFR 748.15 is not encoded)"));
    }

    private void exception(Authorization held, Authorization.Type type, List<Integer> lines, Lack lack) {
        String symbol = type == Authorization.Type.NOTICE ? NoticeTerms.NAC : held.symbol();
        if (type == Authorization.Type.EXCEPTION && symbol.equalsIgnoreCase(NoticeTerms.NAC)) {
            lack.why("License Exception NAC asks for a record of the type NOTICE");
        }
        if (decision.exceptionsBarred()) {
            lack.why("a party's listing closes the license exceptions");
        }
        if (WITH_PURCHASE_ORDER.contains(symbol.toUpperCase(Locale.ROOT))
                && held.purchaseOrder().isBlank()
                && !held.sample()) {
            lack.missing("purchaseOrder");
        }
        for (int line : lines) {
            LicenseAnswer.ExceptionAnswer answer = decision.exceptions(line).stream()
                    .filter(one -> one.code().equalsIgnoreCase(symbol))
                    .findFirst()
                    .orElse(null);
            String name = order.items().get(line).line();
            if (answer == null || answer.eligible() != Known.YES) {
                lack.why("License Exception " + symbol + " is not open to line " + name
                        + (answer == null
                                ? ""
                                : ": "
                                        + String.join(
                                                ", ",
                                                answer.eligible() == Known.NO
                                                        ? answer.conditions()
                                                        : answer.missing())));
            } else if (answer.unverified()) {
                lack.why("License Exception " + symbol + " rests on a fact that was not seen in two sources");
            } else {
                answer.conditions().stream()
                        .filter(condition -> !ANSWERED.matcher(condition).matches())
                        .filter(condition -> held.conditions().stream()
                                .noneMatch(one -> fold(one.text()).equals(fold(condition))))
                        .forEach(condition -> lack.why("nothing meets the condition '" + condition + "'"));
            }
        }
    }

    static boolean contains(List<String> texts, String text) {
        return texts.stream().anyMatch(one -> fold(one).equals(fold(text)));
    }

    /** Letter case, widths of letters and runs of blanks aside. */
    static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return BLANKS.matcher(plain).replaceAll(" ").toUpperCase(Locale.ROOT);
    }
}
