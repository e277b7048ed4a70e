package io.highfence.chip;

import io.highfence.base.Decimal;
import io.highfence.law.Rule;
import io.highfence.law.Rule.Limit;
import io.highfence.law.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules on chips as they stand between two days on which one of them changes, laid out to be asked without allocating. */
final class ChipLaw {
    /** By which test 3A090 is met. */
    enum Formula {
        /** The day lies before these rules. */
        UNREAD,
        /** The first rule was taking effect in stages. */
        STAGED,
        /** Transfer rate and summed product. */
        OF_2022,
        /** Total processing performance and performance density. */
        TPP
    }

    /** The tiers of 3A090, from the lightest. */
    enum Tier {
        NONE,
        /** Paragraph .b. */
        B,
        /** Paragraph .a, or the one entry of 2022. */
        A
    }

    /** One paragraph of 3A090.a or .b and its limits. */
    record Limb(Rule rule, String paragraph, Tier tier, List<Limit> tpp, List<Limit> density) {}

    /** A .z paragraph in its two tiers. */
    record Z(Rule rule, String a, String b, boolean conditional) {
        String of(Tier tier) {
            return tier == Tier.A ? a : b;
        }
    }

    private static final List<String> FAMILIES = List.of(
            "3A090.edition",
            "3A090.tpp",
            "3A090.pd",
            "3A090.limb",
            "3A090.note-2",
            "3A090.note-4",
            "3A090.reading",
            "3A090.no-area",
            "3A090.near",
            "3A090.c",
            "3A090.c.exception",
            "3A090.c.processing",
            "3A090.c.compliance",
            "3A090.2022",
            "3A090.2022-elsewhere",
            "4A090",
            "3A991.p.1",
            "3A991.p.2",
            "4A994.l",
            "4A003.b",
            "4A994.b",
            "z",
            "z.numbering",
            "z.order",
            "letter",
            "gp10",
            "supercomputer",
            "supercomputer.watch");

    private static final Limit[] NO_LIMITS = {};

    final Formula formula;
    final Limit[] noArea;
    final Limit[] memoryDensity;
    final Limit[] memoryException;
    final Limit[] transferRate2022;
    final Limit[] product2022;
    final int analogBits2022;
    final Limit[] lowerTops;
    final Limit[] lowerTransferRate;
    final Limit[] computerApp;
    final Limit[] lowerApp;
    final boolean appUnread;
    final boolean zRenumbered;
    final boolean memoryComplianceLater;

    private final LocalDate firstDay;
    private final RuleBook book;
    private final Limb[] limbs;
    private final Limit[][] limbTpp;
    private final Limit[][] limbDensity;
    private final Limit[] note2;
    private final long[] tppLimits;
    private final long nearFactor;
    private final Map<String, Z> zByBase = new HashMap<>();
    private final Map<String, String> zByVagueBase = new HashMap<>();
    private final Map<String, Tier> tierByNumber = new HashMap<>();
    private final String[] letterNames;
    private final Limit[] letterBandwidth;

    private ChipLaw(RuleBook book, LocalDate day) {
        this.book = book;
        firstDay = day;
        formula = formula(book, day);
        List<Limb> limbsOfDay = new ArrayList<>();
        for (Rule rule : inForce("3A090.limb")) {
            limbsOfDay.add(limb(rule));
        }
        limbs = limbsOfDay.toArray(new Limb[0]);
        limbTpp = new Limit[limbs.length][];
        limbDensity = new Limit[limbs.length][];
        for (int i = 0; i < limbs.length; i++) {
            limbTpp[i] = limbs[i].tpp().toArray(NO_LIMITS);
            limbDensity[i] = limbs[i].density().toArray(NO_LIMITS);
        }
        note2 = limits("3A090.note-2", "tpp");
        noArea = limits("3A090.no-area", "tpp");
        memoryDensity = limits("3A090.c", "gbPerSecondPerMm2");
        memoryException = limits("3A090.c.exception", "gbPerSecondPerMm2");
        memoryComplianceLater = rule("3A090.c.compliance") != null;
        transferRate2022 = limits("3A090.2022", "gbPerSecond");
        product2022 = limits("3A090.2022", "product");
        Rule of2022 = rule("3A090.2022");
        analogBits2022 = of2022 == null ? 0 : of2022.values().whole("analogBits");
        lowerTops = limits("3A991.p.1", "tops");
        lowerTransferRate = limits("3A991.p.2", "gbPerSecond");
        computerApp = limits("4A003.b", "wt");
        lowerApp = limits("4A994.b", "wt");
        Rule app = rule("4A003.b");
        appUnread = app != null && app.trust() == Rule.Trust.UNVERIFIED;
        tppLimits = tppLimits();
        Rule near = rule("3A090.near");
        nearFactor = near == null ? 0 : near.values().decimal("percent");
        for (Rule rule : inForce("z")) {
            addZ(rule);
        }
        zRenumbered = rule("z.numbering") != null;
        Rule letter = inForce("letter").stream().findFirst().orElse(null);
        letterNames = letter == null
                ? new String[0]
                : letter.values().texts("names").stream()
                        .map(ChipCatalogue::key)
                        .toArray(String[]::new);
        letterBandwidth = letter == null
                ? NO_LIMITS
                : letter.values().limits("dramGbPerSecond").toArray(NO_LIMITS);
    }

    /** One law for each span of days between two changes, the first open to the past, in order. */
    static ChipLaw[] versions(RuleBook book) {
        TreeSet<LocalDate> firstDays = new TreeSet<>();
        for (String family : FAMILIES) {
            for (Rule rule : book.rules(family)) {
                LocalDate from = rule.inForce().from();
                LocalDate to = rule.inForce().to();
                if (from != null) {
                    firstDays.add(from);
                }
                if (to != null) {
                    firstDays.add(to.plusDays(1));
                }
            }
        }
        List<ChipLaw> versions = new ArrayList<>();
        versions.add(new ChipLaw(book, LocalDate.MIN));
        for (LocalDate day : firstDays) {
            versions.add(new ChipLaw(book, day));
        }
        return versions.toArray(new ChipLaw[0]);
    }

    private static Formula formula(RuleBook book, LocalDate day) {
        Rule edition = book.rule("3A090.edition", day);
        String word = edition == null ? "" : edition.values().text("formula");
        return switch (word) {
            case "staged" -> Formula.STAGED;
            case "2022" -> Formula.OF_2022;
            case "tpp" -> Formula.TPP;
            default -> Formula.UNREAD;
        };
    }

    private static Limb limb(Rule rule) {
        Rule.Values values = rule.values();
        return new Limb(
                rule,
                values.text("paragraph"),
                values.text("tier").equals("a") ? Tier.A : Tier.B,
                values.limits("tpp"),
                values.has("tppPerMm2") ? values.limits("tppPerMm2") : List.of());
    }

    private void addZ(Rule rule) {
        Rule.Values values = rule.values();
        Z z = new Z(rule, values.text("a"), values.text("b"), values.has("provided"));
        String base = values.text("base");
        zByBase.put(base, z);
        for (int dot = base.lastIndexOf('.'); dot > 0; dot = base.lastIndexOf('.', dot - 1)) {
            String vague = base.substring(0, dot);
            zByVagueBase.put(vague, base.substring(0, base.indexOf('.')) + ".z");
        }
        String own = z.a().substring(0, z.a().lastIndexOf('.'));
        zByBase.putIfAbsent(own, z);
        for (int dot = own.lastIndexOf('.'); dot > own.indexOf('.'); dot = own.lastIndexOf('.', dot - 1)) {
            zByVagueBase.put(own.substring(0, dot), own.substring(0, own.indexOf('.')) + ".z");
        }
        tierByNumber.put(z.a(), Tier.A);
        tierByNumber.put(z.b(), Tier.B);
    }

    private long[] tppLimits() {
        TreeSet<Long> values = new TreeSet<>();
        for (Limb limb : limbs) {
            limb.tpp().forEach(limit -> values.add(limit.value()));
        }
        for (Limit limit : note2) {
            values.add(limit.value());
        }
        for (Limit limit : product2022) {
            values.add(limit.value());
        }
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    /** The rule of a family on the days of this law, or null. */
    @Nullable
    Rule rule(String family) {
        return book.rule(family, firstDay);
    }

    /** The rule that a remark names: a family, or a family and a key after a slash. */
    @Nullable
    Rule ruleNamed(String name) {
        int slash = name.indexOf('/');
        if (slash >= 0) {
            return book.rule(name.substring(0, slash), name.substring(slash + 1), firstDay);
        }
        Rule single = rule(name);
        return single != null ? single : inForce(name).stream().findFirst().orElse(null);
    }

    List<Rule> inForce(String family) {
        return book.rules(family).stream()
                .filter(rule -> rule.inForce().contains(firstDay))
                .toList();
    }

    private Limit[] limits(String family, String name) {
        Rule rule = rule(family);
        return rule == null ? NO_LIMITS : rule.values().limits(name).toArray(NO_LIMITS);
    }

    LocalDate firstDay() {
        return firstDay;
    }

    RuleBook book() {
        return book;
    }

    int limbCount() {
        return limbs.length;
    }

    Limb limbAt(int index) {
        return limbs[index];
    }

    /** The limits on performance that anything turns on, from the lowest. Not to be changed. */
    long[] tppLimitValues() {
        return tppLimits;
    }

    /** Whether a value passes every limit; none are never passed, since then the law has no such test. Allocates nothing. */
    static boolean passes(Limit[] limits, long value) {
        for (Limit limit : limits) {
            if (!limit.admits(value)) {
                return false;
            }
        }
        return limits.length > 0;
    }

    static boolean passesQuotient(Limit[] limits, long dividend, long divisor) {
        for (Limit limit : limits) {
            if (!limit.admitsQuotient(dividend, divisor)) {
                return false;
            }
        }
        return limits.length > 0;
    }

    /**
     * The paragraphs that performance and area meet, as bits. Without area the density is not defined, and only the paragraphs
     * that do not ask for it can be met. Allocates nothing.
     */
    int limbsMet(long tpp, long area) {
        int met = 0;
        for (int i = 0; i < limbs.length; i++) {
            if (passes(limbTpp[i], tpp)
                    && (limbDensity[i].length == 0 || (area > 0 && passesQuotient(limbDensity[i], tpp, area)))) {
                met |= 1 << i;
            }
        }
        return met;
    }

    /** The paragraphs that some area would meet, as bits. Allocates nothing. */
    int limbsWithin(long tpp) {
        int within = 0;
        for (int i = 0; i < limbs.length; i++) {
            if (passes(limbTpp[i], tpp)) {
                within |= 1 << i;
            }
        }
        return within;
    }

    Tier tier(int limbsMet) {
        Tier tier = Tier.NONE;
        for (int i = 0; i < limbs.length; i++) {
            if ((limbsMet & 1 << i) != 0 && limbs[i].tier().compareTo(tier) > 0) {
                tier = limbs[i].tier();
            }
        }
        return tier;
    }

    /** Whether Note 2 takes an item of this performance out, if it is no datacenter item. */
    boolean note2Reaches(long tpp) {
        return passes(note2, tpp);
    }

    /** Whether a value lies under a limit by no more than the margin that asks for a look. Allocates nothing. */
    boolean near(long value, long limit) {
        long hundred = 100 * Decimal.ONE;
        return value < limit && Decimal.compareProducts(value, hundred, limit, hundred - nearFactor) >= 0;
    }

    /** The .z paragraph of the longest base that a number lies under, or null. Allocates nothing. */
    @Nullable
    Z zOf(Eccn base) {
        List<String> upwards = base.upwards();
        for (int i = 0; i < upwards.size(); i++) {
            Z z = zByBase.get(upwards.get(i));
            if (z != null) {
                return z;
            }
        }
        return null;
    }

    @Nullable
    Z zOf(String base) {
        return zByBase.get(base);
    }

    /** Whether .z paragraphs part below a number, so that it does not say which of them is meant. Allocates nothing. */
    boolean isVague(Eccn base) {
        return zByVagueBase.containsKey(base.text());
    }

    /** The .z of the entry of a vague number, without its paragraph, or null. Allocates nothing. */
    @Nullable
    String zEntry(Eccn base) {
        return zByVagueBase.get(base.text());
    }

    /** The tier that a number of a .z paragraph carries, or null if it is none. Allocates nothing. */
    @Nullable
    Tier tierOfZ(Eccn number) {
        List<String> upwards = number.upwards();
        for (int i = 0; i < upwards.size(); i++) {
            Tier tier = tierByNumber.get(upwards.get(i));
            if (tier != null) {
                return tier;
            }
        }
        return null;
    }

    /** Whether a letter to one company is reported that reaches chips of this name or bandwidth. Allocates nothing. */
    boolean letterReaches(Chip chip) {
        for (String name : letterNames) {
            if (chip.searchName().contains(name)) {
                return true;
            }
        }
        return chip.dramBandwidthGbps() >= 0 && passes(letterBandwidth, chip.dramBandwidthGbps());
    }
}
