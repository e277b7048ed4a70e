package io.highfence.law;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item as the license rules see it: the tiers that its ECCN may stand for, and whether its entry has other reasons for control.
 *
 * @param eccn the ECCN, folded, or an empty text if it is not known
 * @param tiers every tier that it may have; one where the ECCN says it, {@code none} among them where it may be outside
 * @param entryRule the rule of its entry, or null if no entry that is encoded holds it
 * @param otherReasons whether its other reasons for control need a country chart that is not loaded
 * @param missing the fact that would settle the tier, or null if it is settled
 */
record ControlledItem(
        String eccn,
        Set<String> tiers,
        @Nullable Rule entryRule,
        boolean otherReasons,
        @Nullable String missing) {
    static final String NONE = "none";
    private static final Set<String> ANY = Set.of("a", "b", "c", NONE);

    static ControlledItem of(RuleBook book, @Nullable String text, @Nullable String relatedTo, LocalDate asOf) {
        String eccn = text == null ? "" : EccnText.fold(text);
        if (!EccnText.isWellFormed(eccn)) {
            return new ControlledItem(eccn, EccnText.isOther(eccn) ? Set.of(NONE) : ANY, null, true, "eccn");
        }
        Rule rule = entry(book, eccn, asOf);
        if (rule == null) {
            return unlisted(book, eccn, asOf);
        }
        boolean chart = rule.values().text("otherReasons").equals("chart");
        String tier = rule.values().text("tier");
        if (tier.equals(NONE) && eccn.equals(rule.key()) && hasTiers(book, eccn, asOf)) {
            return new ControlledItem(eccn, Set.of("a", "b", NONE), rule, chart, "paragraph of the eccn");
        }
        return switch (tier) {
            case "letter" -> settled(eccn, rule, chart, byLetter(eccn));
            case "digit" -> settled(eccn, rule, chart, byDigit(eccn, rule.key()));
            case "related" -> related(book, eccn, rule, chart, relatedTo, asOf);
            default ->
                eccn.length() > rule.key().length() && existsOnAnotherDay(book, eccn, rule.key())
                        ? new ControlledItem(eccn, Set.of(tier, NONE), rule, true, "eccn on this date")
                        : new ControlledItem(eccn, Set.of(tier), rule, chart, null);
        };
    }

    private static String byLetter(String eccn) {
        return eccn.endsWith(".a") ? "a" : eccn.endsWith(".b") ? "b" : "";
    }

    private static String byDigit(String eccn, String entry) {
        String digit = eccn.length() > entry.length() ? first(eccn.substring(entry.length() + 1)) : "";
        return digit.equals("1") ? "a" : digit.equals("2") ? "b" : "";
    }

    private static ControlledItem related(
            RuleBook book, String eccn, Rule rule, boolean chart, @Nullable String relatedTo, LocalDate asOf) {
        if (relatedTo == null) {
            return new ControlledItem(eccn, ANY, rule, chart, "relatedTo");
        }
        ControlledItem commodity = of(book, relatedTo, null, asOf);
        String open = commodity.isUnknown() ? "relatedTo" : commodity.missing;
        return new ControlledItem(eccn, commodity.tiers, rule, chart, open);
    }

    private static String first(String digits) {
        int dot = digits.indexOf('.');
        return dot < 0 ? digits : digits.substring(0, dot);
    }

    private static ControlledItem settled(String eccn, Rule rule, boolean chart, String tier) {
        return tier.isEmpty()
                ? new ControlledItem(eccn, Set.of("a", "b"), rule, chart, "paragraph of the eccn")
                : new ControlledItem(eccn, Set.of(tier), rule, chart, null);
    }

    /** The rule of the longest part of the ECCN that is an entry on that day. */
    private static @Nullable Rule entry(RuleBook book, String eccn, LocalDate asOf) {
        for (String part = eccn; !part.isEmpty(); part = parent(part)) {
            Rule rule = book.rule(LicenseRules.CONTROLLED_ENTRY, part, asOf);
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }

    private static String parent(String part) {
        int dot = part.lastIndexOf('.');
        return dot < 0 ? "" : part.substring(0, dot);
    }

    private static boolean existsOnAnotherDay(RuleBook book, String eccn, String entry) {
        for (Rule rule : book.rules(LicenseRules.CONTROLLED_ENTRY)) {
            if (rule.key().length() > entry.length()
                    && (eccn.equals(rule.key()) || eccn.startsWith(rule.key() + "."))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an entry has a .z paragraph on that day, so that its bare name may stand for it. */
    private static boolean hasTiers(RuleBook book, String entry, LocalDate asOf) {
        return book.rule(LicenseRules.CONTROLLED_ENTRY, entry + ".z", asOf) != null;
    }

    /** An ECCN without an entry of that day: the whole of an entry that has paragraphs, or one that is not encoded. */
    private static ControlledItem unlisted(RuleBook book, String eccn, LocalDate asOf) {
        Set<String> tiers = new LinkedHashSet<>();
        for (Rule rule : book.rules(LicenseRules.CONTROLLED_ENTRY)) {
            if (rule.key().startsWith(eccn + ".") && rule.inForce().contains(asOf)) {
                tiers.addAll(
                        List.of("a", "b", "c").contains(rule.values().text("tier"))
                                ? List.of(rule.values().text("tier"))
                                : List.of());
            }
        }
        return tiers.isEmpty()
                ? new ControlledItem(eccn, Set.of(NONE), null, true, null)
                : new ControlledItem(eccn, Set.copyOf(tiers), null, false, "paragraph of the eccn");
    }

    /** Whether the tier may be one of these. */
    boolean mayBe(List<String> some) {
        return tiers.stream().anyMatch(some::contains);
    }

    /** Whether the tier is one of these, whatever is missing. */
    boolean is(List<String> some) {
        return some.containsAll(tiers);
    }

    /** Whether it is of one tier of the tables, whatever else is missing. */
    boolean isSettled() {
        return tiers.size() == 1 && inMatrix();
    }

    boolean inMatrix() {
        return !tiers.equals(Set.of(NONE));
    }

    /** The rule that puts the item outside sections 742.6 and 744.23(a)(3), as EAR99 is; null where they may reach it. */
    @Nullable
    Rule outsideTheTables() {
        return inMatrix() || otherReasons || missing != null ? null : entryRule;
    }

    boolean isUnknown() {
        return "eccn".equals(missing);
    }
}
