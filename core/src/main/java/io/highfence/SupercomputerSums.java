package io.highfence;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Decimal;
import io.highfence.chip.Chip;
import io.highfence.law.Known;
import io.highfence.law.LicenseAdvisor;
import io.highfence.law.Rule;
import io.highfence.law.RuleBook;
import io.highfence.ledger.Account;
import io.highfence.ledger.Totals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether the lines of an order, with what earlier orders brought to the same consignee or user, may make a supercomputer of section 744.23(a)(1), which no tier of 3A090 says (F3.19,
 * F3.20, FLAG-37).
 *
 * <p>Every sum is exact. What is not stated is bounded: total processing performance is the highest of rate times bits over the
 * formats, so a rate at 64 or 32 bits is at most that performance over 64 or 32. What no bound settles is asked for. What an order
 * adds to a site is posted as stated, else as bounded, so that no later order takes it for nothing.
 */
final class SupercomputerSums {
    /** Petaflops to teraflops, and millionths of a piece to pieces. */
    private static final BigInteger SCALE = BigInteger.valueOf(1000 * Decimal.ONE);

    private static final BigInteger MILLION = BigInteger.valueOf(Decimal.ONE);
    private static final BigInteger NOTHING = BigInteger.ZERO;

    private final RuleBook rules;
    private final LicenseAdvisor advisor;
    private final @Nullable Totals totals;

    SupercomputerSums(RuleBook rules, LicenseAdvisor advisor, @Nullable Totals totals) {
        this.rules = rules;
        this.advisor = advisor;
        this.totals = totals;
    }

    /** The two precisions in which a supercomputer is measured. */
    private enum Precision {
        DOUBLE(64, "pflops64", "fp64Tflops", Account.Kind.FP64_SITE),
        SINGLE(32, "pflops32", "fp32Tflops", Account.Kind.FP32_SITE);

        private final int bits;
        private final String limit;
        private final String fact;
        private final Account.Kind account;

        Precision(int bits, String limit, String fact, Account.Kind account) {
            this.bits = bits;
            this.limit = limit;
            this.fact = fact;
            this.account = account;
        }

        /** The rate of one piece in millionths of a teraFLOPS, that of its parts where they are counted, or unknown. */
        long rate(@Nullable Chip chip) {
            if (chip == null) {
                return Chip.UNKNOWN;
            }
            long own = this == DOUBLE ? chip.fp64Tflops() : chip.fp32Tflops();
            return own >= 0 || chip.form() != Chip.Form.IC ? own : ofParts(chip);
        }

        private long ofParts(Chip chip) {
            long sum = chip.parts().isEmpty() ? Chip.UNKNOWN : 0;
            for (Chip part : chip.parts()) {
                long rate = rate(part);
                if (rate < 0) {
                    return Chip.UNKNOWN;
                }
                sum += rate;
            }
            return sum;
        }
    }

    /** A line that counts. */
    private record Counted(
            int index, Item item, Known reached, @Nullable BigInteger bound) {
        /** What is stated, in millionths of millionths of a teraFLOPS; nothing where quantity or rate is not. */
        BigInteger least(Precision precision) {
            long rate = precision.rate(item.chip());
            Long pieces = item.quantityMillionths();
            return rate < 0 || pieces == null
                    ? NOTHING
                    : BigInteger.valueOf(rate).multiply(BigInteger.valueOf(pieces));
        }

        /** The most that it may be, times the bits; null where nothing bounds it. */
        @Nullable
        BigInteger most(Precision precision) {
            long rate = precision.rate(item.chip());
            BigInteger one = rate >= 0 ? BigInteger.valueOf(rate).multiply(BigInteger.valueOf(precision.bits)) : bound;
            Long pieces = item.quantityMillionths();
            if (one != null && one.signum() == 0) {
                return NOTHING;
            }
            return one == null || pieces == null ? null : one.multiply(BigInteger.valueOf(pieces));
        }

        /** What is posted, in millionths of a teraFLOPS, rounded up: what is stated, else the most; null where neither is known. */
        @Nullable
        Long posted(Precision precision) {
            BigInteger most = most(precision);
            return most == null ? null : ceiling(most, MILLION.multiply(BigInteger.valueOf(precision.bits)));
        }

        boolean adds(Precision precision) {
            return !NOTHING.equals(most(precision));
        }

        void open(Precision precision, TreeSet<String> missing) {
            String path = "items[" + index + "].";
            if (item.quantityMillionths() == null) {
                missing.add(path + "quantity");
            }
            if (precision.rate(item.chip()) < 0) {
                missing.add(path + (item.chip() == null ? "chip" : precision.fact));
            }
        }
    }

    /** What earlier orders brought to the consignee or user who got the most of it. */
    private record Before(@Nullable Account account, long used) {
        /** In millionths of millionths of a teraFLOPS. */
        BigInteger exact() {
            return BigInteger.valueOf(used).multiply(MILLION);
        }
    }

    /** Looks at the lines of an order; {@code eccns} holds the ECCN that each is worked with, or null. */
    void judge(Order order, List<@Nullable String> eccns, LocalDate asOf, Decision out) {
        Rule size = rules.rule("supercomputer-size", asOf);
        Rule watch = rules.rule("supercomputer-review", asOf);
        if (size == null
                || watch == null
                || advisor.reachesSupercomputer(null, PlaceChecks.places(order), asOf) == Known.NO) {
            return;
        }
        List<Counted> lines = counted(order, eccns, watch, asOf);
        Map<Precision, Before> before = new EnumMap<>(Precision.class);
        for (Precision precision : Precision.values()) {
            before.put(precision, before(order, precision, size, lines, asOf, out));
        }
        // A stated end use of supercomputer is judged with the end uses, and needs the license that is only feared
        // here.
        if (order.endUse().purpose() == Order.Purpose.SUPERCOMPUTER
                || lines.stream().allMatch(line -> line.reached() == Known.NO)) {
            return;
        }
        for (Precision precision : Precision.values()) {
            Before site = Objects.requireNonNull(before.get(precision));
            BigInteger own = lines.stream().map(line -> line.least(precision)).reduce(NOTHING, BigInteger::add);
            boolean adds = lines.stream().anyMatch(line -> line.reached() != Known.NO && line.adds(precision));
            if (adds && passes(size, precision, own.add(site.exact()), 1)) {
                review(size, precision, own, site, lines, out::add);
                return;
            }
        }
        TreeSet<String> missing = new TreeSet<>();
        for (Precision precision : Precision.values()) {
            BigInteger most =
                    Objects.requireNonNull(before.get(precision)).exact().multiply(BigInteger.valueOf(precision.bits));
            for (Counted line : lines) {
                BigInteger one = line.most(precision);
                most = most == null || one == null ? null : most.add(one);
            }
            if (most == null || passes(size, precision, most, precision.bits)) {
                lines.forEach(line -> line.open(precision, missing));
            }
        }
        if (!missing.isEmpty()) {
            ask(size, List.copyOf(missing), lines, out::add);
        }
    }

    /** Posts what the lines add to each consignee and user, and says what the gravest of them had before. */
    private Before before(
            Order order, Precision precision, Rule size, List<Counted> lines, LocalDate asOf, Decision out) {
        Set<Account> sites = new LinkedHashSet<>();
        for (Party.Role role : List.of(Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            for (Party party : TotalsChecks.named(order, role)) {
                Account account = TotalsChecks.account(precision.account, party);
                if (account != null) {
                    sites.add(account);
                }
            }
        }
        Before gravest = new Before(null, 0);
        for (Account site : sites) {
            lines.stream()
                    .filter(line -> line.adds(precision))
                    .forEach(line -> TotalsChecks.post(order, line.item(), line.posted(precision), site, asOf, out));
            Totals.Sum ours = totals == null ? null : totals.sum(site, DateRange.ALWAYS, TotalsChecks.own(order));
            Long given = TotalsChecks.given(order, site, true);
            Long used = TotalsChecks.graver(ours == null ? null : (Long) ours.used(), given, true);
            if (used != null) {
                out.add(use(site, ours, given, used, precision, size, lines));
                gravest = used > gravest.used() ? new Before(site, used) : gravest;
            }
        }
        return gravest;
    }

    private static TotalUse use(
            Account site,
            Totals.@Nullable Sum ours,
            @Nullable Long given,
            long used,
            Precision precision,
            Rule size,
            List<Counted> lines) {
        BigInteger own = NOTHING;
        for (Counted line : lines) {
            Long one = line.posted(precision);
            own = own == null || one == null ? null : own.add(BigInteger.valueOf(one));
        }
        Long adds = own == null
                ? null
                : (Long) own.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
        Rule.Limit limit = size.values().limit(precision.limit);
        long bar = Math.multiplyExact(limit.value(), 1000L);
        long cap = limit.admits(limit.value()) ? bar - 1 : bar;
        return new TotalUse(
                site,
                DateRange.ALWAYS,
                ours == null ? null : (Long) ours.committed(),
                ours == null ? null : (Long) ours.reserved(),
                given,
                adds,
                cap,
                adds == null ? null : (Long) (cap - TotalsChecks.plus(used, adds)),
                Reason.Basis.LAW,
                size.citation());
    }

    private static long ceiling(BigInteger dividend, BigInteger divisor) {
        BigInteger[] exact = dividend.divideAndRemainder(divisor);
        return exact[0].add(BigInteger.valueOf(exact[1].signum()))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    /** Whether section 744.23(a)(1) reaches an item of this ECCN where the order goes. */
    Known reached(Order order, @Nullable String eccn, LocalDate asOf) {
        return advisor.reachesSupercomputer(eccn, PlaceChecks.places(order), asOf);
    }

    private List<Counted> counted(Order order, List<@Nullable String> eccns, Rule watch, LocalDate asOf) {
        List<Country> places = PlaceChecks.places(order);
        List<Counted> lines = new ArrayList<>();
        for (int i = 0; i < order.items().size(); i++) {
            Item item = order.items().get(i);
            String eccn = eccns.get(i);
            Known reached = advisor.reachesSupercomputer(eccn, places, asOf);
            // A chip of another entry does not need this license, and adds to what those that do may make.
            boolean computes = item.chip() != null || reached != Known.NO;
            if (computes && mayHave(item.chip(), watch.values().limit("tops"))) {
                lines.add(new Counted(i, item, reached, bound(item.chip(), eccn, asOf)));
            }
        }
        return lines;
    }

    /** Whether an item may have the tera-operations from which it is watched; what states no rate may have any. */
    private static boolean mayHave(@Nullable Chip chip, Rule.Limit tops) {
        if (chip == null || (chip.form() != Chip.Form.IC && !chip.parts().isEmpty())) {
            return true;
        }
        if (chip.hbm() == Chip.Hbm.STANDALONE) {
            return false;
        }
        List<Chip> units = chip.parts().isEmpty() ? List.of(chip) : chip.parts();
        long sum = 0;
        for (Chip unit : units) {
            if (unit.rates().isEmpty()) {
                return true;
            }
            sum += unit.rates().stream().mapToLong(Chip.Rate::teraOps).max().orElse(0);
        }
        return tops.admits(sum);
    }

    /** The most that the rates of one piece allow, in millionths of teraFLOPS times bits, or null if nothing bounds it. */
    private @Nullable BigInteger bound(@Nullable Chip chip, @Nullable String eccn, LocalDate asOf) {
        BigInteger byRates = chip == null ? null : byRates(chip);
        boolean circuit = chip == null || chip.form() == Chip.Form.IC;
        return byRates != null || !circuit ? byRates : byEntry(eccn, asOf);
    }

    private static @Nullable BigInteger byRates(Chip chip) {
        // A board or system names the circuits in it, not how many: its parts bound nothing.
        if (!chip.rates().isEmpty()) {
            return BigInteger.valueOf(chip.rates().stream()
                    .mapToLong(rate -> Math.multiplyExact(rate.teraOps(), (long) rate.bits()))
                    .max()
                    .orElse(0));
        }
        if (chip.form() != Chip.Form.IC || chip.parts().isEmpty()) {
            return null;
        }
        BigInteger sum = NOTHING;
        for (Chip part : chip.parts()) {
            BigInteger one = byRates(part);
            if (one == null) {
                return null;
            }
            sum = sum.add(one);
        }
        return sum;
    }

    /** A circuit of 3A991 is below the performance from which every circuit is in 3A090.a. */
    private @Nullable BigInteger byEntry(@Nullable String eccn, LocalDate asOf) {
        if (eccn == null || !eccn.strip().toUpperCase(Locale.ROOT).startsWith("3A991")) {
            return null;
        }
        for (Rule rule : rules.rules("3A090.limb")) {
            if (rule.inForce().contains(asOf) && rule.values().text("paragraph").equals("3A090.a.1")) {
                return BigInteger.valueOf(rule.values().limits("tpp").get(0).value());
            }
        }
        return null;
    }

    /** Whether a sum, times a factor, passes the limit; nothing is divided. */
    private static boolean passes(Rule size, Precision precision, BigInteger sum, int factor) {
        Rule.Limit limit = size.values().limit(precision.limit);
        BigInteger bar = BigInteger.valueOf(limit.value()).multiply(SCALE).multiply(BigInteger.valueOf(factor));
        return limit.admits(limit.value() + Integer.signum(sum.compareTo(bar)));
    }

    private static void review(
            Rule size, Precision precision, BigInteger own, Before site, List<Counted> lines, Consumer<Reason> out) {
        List<Counted> within =
                lines.stream().filter(line -> line.adds(precision)).toList();
        String before = site.account() == null
                ? ""
                : " Earlier orders brought " + petaflops(site.exact()) + " to " + site.account() + ", with which it is "
                        + petaflops(own.add(site.exact())) + ".";
        String text = "Lines " + names(within)
                + " come to " + petaflops(own) + " petaflops or more at " + precision.bits + " bits." + before + " "
                + words(size)
                + " Whether it is meant for one, and within that space, the order does not say.";
        out(size, Verdict.HOLD, HoldKind.REVIEW, "SUPERCOMPUTER_REVIEW", text, List.of(), within, out);
    }

    private static String petaflops(BigInteger sum) {
        return new BigDecimal(sum, 15).stripTrailingZeros().toPlainString();
    }

    private static void ask(Rule size, List<String> missing, List<Counted> lines, Consumer<Reason> out) {
        String text = "Whether the quantity may reach a supercomputer turns on facts that are not known: "
                + String.join(", ", missing) + ". " + words(size)
                + " At the limit or above it, with all lines together, a person must look; below it nothing is asked.";
        out(size, Verdict.NEEDS_DATA, null, "SUPERCOMPUTER_FACTS", text, missing, lines, out);
    }

    /** One reason for each line that section 744.23(a)(1) may reach; items of 3A090 have a license of their own to ask for. */
    private static void out(
            Rule size,
            Verdict verdict,
            @Nullable HoldKind hold,
            String rule,
            String text,
            List<String> missing,
            List<Counted> lines,
            Consumer<Reason> out) {
        for (Counted line : lines) {
            if (line.reached() != Known.NO) {
                out.accept(new Reason(
                        rule,
                        verdict,
                        hold,
                        Reason.Basis.LAW,
                        Reason.Subject.line(line.index()),
                        text,
                        size.citation(),
                        missing,
                        missing.isEmpty()
                                ? "A person finds out what the quantity is for; for a supercomputer it takes a license."
                                : "Give " + String.join(", ", missing) + "."));
            }
        }
    }

    private static String words(Rule size) {
        Rule.Values values = size.values();
        return "A supercomputer has petaflops " + values.limit(Precision.DOUBLE.limit) + " at 64 bits or "
                + values.limit(Precision.SINGLE.limit) + " at 32 bits in cubic feet " + values.limit("cubicFeet")
                + ", and for one in Macau or Country Group D:5 these items need a license.";
    }

    private static String names(List<Counted> lines) {
        return String.join(", ", lines.stream().map(line -> line.item().line()).toList());
    }
}
