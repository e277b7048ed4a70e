package io.highfence.chip;

import io.highfence.base.Decimal;
import io.highfence.law.Rule;
import io.highfence.law.RuleBook;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** One paragraph of 3A090.a or .b, its tier, and its limits. */
    record Limb(Rule rule, String paragraph, int tier, Limits tpp, Limits density) {}

    /** A .z paragraph in its two tiers. */
    record Z(Rule rule, String a, String b, boolean conditional) {
        String of(int tier) {
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
            "gp10");

    final Formula formula;
    final Limits noArea;
    final Limits memoryDensity;
    final Limits memoryException;
    final Limits transferRate2022;
    final Limits product2022;
    final int analogBits2022;
    final Limits lowerTops;
    final Limits lowerTransferRate;
    final Limits computerApp;
    final Limits lowerApp;
    final boolean appUnread;
    final boolean zRenumbered;
    final boolean memoryComplianceLater;

    private final LocalDate firstDay;
    private final RuleBook book;
    private final Limb[] limbs;
    private final int[] tierOfLimbs;
    private final Limits note2;
    private final long[] tppLimits;
    private final long nearFactor;
    private final Map<String, Z> zByBase = new HashMap<>();
    private final Map<String, String> zByVagueBase = new HashMap<>();
    private final Map<String, Integer> tierByNumber = new HashMap<>();
    private final LimbTable table;
    private final String[] letterNames;
    private final long[] letterSigns;
    private final Limits letterBandwidth;

    private ChipLaw(RuleBook book, LocalDate day) {
        this.book = book;
        firstDay = day;
        formula = formula(book, day);
        List<Limb> limbsOfDay = new ArrayList<>();
        for (Rule rule : inForce("3A090.limb")) {
            limbsOfDay.add(limb(rule));
        }
        limbs = limbsOfDay.toArray(new Limb[0]);
        tierOfLimbs = tiers(limbs);
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
        letterSigns = Arrays.stream(letterNames).mapToLong(ChipCatalogue::signs).toArray();
        letterBandwidth =
                letter == null ? Limits.NONE : new Limits(letter.values().limits("dramGbPerSecond"));
        table = new LimbTable(this);
        table.fillPlain();
    }

    /** The gravest tier of every set of paragraphs. */
    private static int[] tiers(Limb[] limbs) {
        int[] tiers = new int[1 << limbs.length];
        for (int met = 0; met < tiers.length; met++) {
            for (int i = 0; i < limbs.length; i++) {
                if ((met & 1 << i) != 0) {
                    tiers[met] = Math.max(tiers[met], limbs[i].tier());
                }
            }
        }
        return tiers;
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
                new Limits(values.limits("tpp")),
                values.has("tppPerMm2") ? new Limits(values.limits("tppPerMm2")) : Limits.NONE);
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
            limb.tpp().stated.forEach(limit -> values.add(limit.value()));
        }
        note2.stated.forEach(limit -> values.add(limit.value()));
        product2022.stated.forEach(limit -> values.add(limit.value()));
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

    private Limits limits(String family, String name) {
        Rule rule = rule(family);
        return rule == null ? Limits.NONE : new Limits(rule.values().limits(name));
    }

    LocalDate firstDay() {
        return firstDay;
    }

    RuleBook book() {
        return book;
    }

    /** The paragraphs of .a and .b; a set of them is written as bits in this order. Not to be changed. */
    Limb[] limbs() {
        return limbs;
    }

    /** The performance that Note 2 takes out if an item is no datacenter item. */
    Limits note2() {
        return note2;
    }

    /** What performance, area and market come to. */
    LimbTable table() {
        return table;
    }

    /** The limits on performance that anything turns on, from the lowest. Not to be changed. */
    long[] tppLimitValues() {
        return tppLimits;
    }

    /** The gravest tier of a set of paragraphs. */
    int tier(int limbsMet) {
        return tierOfLimbs[limbsMet];
    }

    /** Whether a value lies under a limit by no more than the margin that asks for a look. Allocates nothing. */
    boolean near(long value, long limit) {
        long hundred = 100 * Decimal.ONE;
        return value < limit && Decimal.compareProducts(value, hundred, limit, hundred - nearFactor) >= 0;
    }

    /** The least value that is near a limit, or the limit itself if none is. */
    long nearFrom(long limit) {
        BigInteger hundred = BigInteger.valueOf(100 * Decimal.ONE);
        BigInteger[] least = BigInteger.valueOf(limit)
                .multiply(hundred.subtract(BigInteger.valueOf(nearFactor)))
                .divideAndRemainder(hundred);
        return least[0].longValueExact() + least[1].signum();
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

    /** The tier that a number of a .z paragraph carries, or NONE if it is no such number. Allocates nothing. */
    int tierOfZ(Eccn number) {
        List<String> upwards = number.upwards();
        for (int i = 0; i < upwards.size(); i++) {
            Integer tier = tierByNumber.get(upwards.get(i));
            if (tier != null) {
                return tier;
            }
        }
        return Tier.NONE;
    }

    /** Whether a letter to one company is reported that reaches chips of this name or bandwidth. Allocates nothing. */
    boolean letterReaches(Chip chip) {
        for (int i = 0; i < letterNames.length; i++) {
            // A name is looked for only where all its signs occur.
            if ((letterSigns[i] & ~chip.searchSigns()) == 0 && chip.searchName().contains(letterNames[i])) {
                return true;
            }
        }
        return letterBandwidth.admit(chip.dramBandwidthGbps());
    }
}
