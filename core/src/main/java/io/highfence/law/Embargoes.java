package io.highfence.law;

import io.highfence.base.Country;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The embargoes, which come before any license table: whole countries, and regions found in the text of an address.
 *
 * <p>Immutable and safe for many threads. Judging a destination without an embargo, or an address without a region, allocates
 * nothing, unless the address writes Korean in single letters.
 */
public final class Embargoes {
    private static final String EAR99 = "EAR99";

    /**
     * An embargoed region that an address names.
     *
     * @param code the region: {@code CRIMEA}, {@code DONETSK} or {@code LUHANSK}
     * @param matched the words of the address that name it or a city in it
     * @param firm whether the name can hardly mean anything else; if not, a person must look
     */
    public record Region(String code, String matched, boolean firm) {
        /**
         * Checks that nothing is missing.
         *
         * @param code the region
         * @param matched the words that name it
         * @param firm whether the name can hardly mean anything else
         */
        public Region {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(matched, "matched");
        }
    }

    private final RuleBook book;
    private final CountryGroups groups;
    private final Gazetteer gazetteer;
    private final Map<Rule, Finding> findings = new HashMap<>();

    private Embargoes(RuleBook book) {
        this.book = book;
        groups = new CountryGroups(book);
        List<Rule> words = book.rules(LicenseRules.STREET_WORD);
        gazetteer = new Gazetteer(
                book.rules(LicenseRules.REGION_NAME),
                words.get(words.size() - 1).values());
        for (Rule rule : book.rules(LicenseRules.EMBARGO)) {
            findings.put(rule, finding(rule));
        }
        for (String region : gazetteer.regions()) {
            if (book.rules(LicenseRules.EMBARGO).stream()
                    .noneMatch(rule -> rule.key().equals(region))) {
                throw new IllegalArgumentException("A region has names and no embargo: " + region);
            }
        }
    }

    /**
     * The embargoes of a rule book.
     *
     * @param book the rules
     * @return the embargoes
     * @throws IllegalArgumentException if the rules contradict each other, such as a region without an embargo
     */
    public static Embargoes of(RuleBook book) {
        return new Embargoes(book);
    }

    /**
     * Finds an embargoed region in the text of an address: the region or one of its cities, as whole words, in the spellings
     * and scripts that the rules list.
     *
     * @param text an address, a city, a region; at best all fields of the address joined
     * @param country the country that the address states, or null if it states none
     * @return the surest region that the text names, or null
     */
    public @Nullable Region region(CharSequence text, @Nullable Country country) {
        return gazetteer.find(text, country);
    }

    /**
     * Whether a destination in a country is not judged without its region, because parts of it are embargoed.
     *
     * @param country the country
     * @param asOf the day
     * @return true if the region must be given
     */
    public boolean needsRegion(Country country, LocalDate asOf) {
        Rule rule = book.rule(LicenseRules.REGION_NEEDED, asOf);
        return rule != null && rule.values().countries("countries").contains(country);
    }

    /**
     * Judges a destination or the address of a party.
     *
     * @param country the country, or null if it is not known
     * @param place the text of the address or region, or null if there is none
     * @param eccn the item's ECCN, {@code EAR99}, or null if it is not known
     * @param hts the item's tariff number, of which the first six digits count, or null if it is not known
     * @param asOf the day
     * @return what the embargo says, or null if there is none
     */
    public @Nullable Finding judge(
            @Nullable Country country,
            @Nullable CharSequence place,
            @Nullable String eccn,
            @Nullable String hts,
            LocalDate asOf) {
        if (place != null) {
            Region region = region(place, country);
            if (region != null) {
                Finding regional = regional(region, asOf);
                if (regional != null) {
                    return regional;
                }
            }
        }
        if (country == null) {
            return null;
        }
        Rule rule = book.rule(LicenseRules.EMBARGO, groups.read(country, asOf).code(), asOf);
        if (rule != null) {
            return national(rule, eccn, hts, asOf);
        }
        if ((place == null || saysNothing(place)) && needsRegion(country, asOf)) {
            Rule needed = Objects.requireNonNull(book.rule(LicenseRules.REGION_NEEDED, asOf));
            return new Finding(
                    Finding.Level.NEEDS_DATA,
                    null,
                    "REGION_NEEDED",
                    needed.id(),
                    Finding.Basis.LAW,
                    "Parts of " + country.name()
                            + " are embargoed: with a region among them every item is barred, without one"
                            + " this rule says nothing. Give the region.",
                    needed.citation(),
                    List.of("region"),
                    null,
                    false);
        }
        return null;
    }

    /** Whether a text is blank, or marks such as a dash that people write where they have nothing to say. */
    private static boolean saysNothing(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Finding regional(Region region, LocalDate asOf) {
        Rule rule = book.rule(LicenseRules.EMBARGO, region.code(), asOf);
        if (rule == null) {
            return null;
        }
        Finding finding = Objects.requireNonNull(findings.get(rule));
        if (region.firm()) {
            return finding;
        }
        return new Finding(
                Finding.Level.HOLD,
                Finding.Hold.REVIEW,
                "EMBARGOED_REGION_POSSIBLE",
                rule.id(),
                Finding.Basis.LAW,
                "The address says '" + region.matched() + "', which may be the embargoed region " + region.code()
                        + ": a person must look.",
                rule.citation(),
                List.of("region"),
                null,
                false);
    }

    private Finding national(Rule rule, @Nullable String eccn, @Nullable String hts, LocalDate asOf) {
        Finding finding = Objects.requireNonNull(findings.get(rule));
        String item = eccn == null ? "" : eccn.strip().toUpperCase(Locale.ROOT);
        boolean unknown = item.isEmpty() || item.equals("EAR99-OR-OTHER");
        return switch (rule.values().text("reach")) {
            case "ccl-and-tariff" -> {
                if (unknown) {
                    yield needs(
                            rule,
                            "eccn",
                            "an item of the Commerce Control List is barred, an EAR99 item by its tariff number");
                }
                yield item.equals(EAR99) ? byTariff(rule, finding, hts, asOf) : finding;
            }
            case "all-except-ear99-under-exception" -> {
                if (unknown) {
                    yield needs(
                            rule,
                            "eccn",
                            "an item of the Commerce Control List needs a license, an EAR99 item may go under an exception");
                }
                yield item.equals(EAR99) ? underException(rule) : finding;
            }
            default -> finding;
        };
    }

    private Finding byTariff(Rule rule, Finding barred, @Nullable String hts, LocalDate asOf) {
        if (hts == null || digits(hts).length() < 6) {
            return needs(
                    rule, "hts", "an EAR99 item is barred if its six-digit tariff number stands in the supplements");
        }
        List<Rule> loaded = book.rules(LicenseRules.TARIFF_NUMBER).stream()
                .filter(numbers -> numbers.inForce().contains(asOf))
                .toList();
        if (loaded.isEmpty()) {
            return needs(
                    rule,
                    "tariff numbers of the supplements to part 746",
                    "an EAR99 item is barred if its six-digit tariff number stands in the supplements, which are not loaded");
        }
        String six = digits(hts).substring(0, 6);
        for (Rule numbers : loaded) {
            if (numbers.values().texts("hts6").contains(six)) {
                return barred;
            }
        }
        return new Finding(
                Finding.Level.CLEAR,
                null,
                "EMBARGO_TARIFF_NOT_LISTED",
                rule.id(),
                Finding.Basis.LAW,
                "An EAR99 item whose tariff number " + six + " is not in the supplements that are loaded.",
                rule.citation(),
                List.of(),
                null,
                true);
    }

    private static String digits(String hts) {
        StringBuilder digits = new StringBuilder();
        hts.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    private static Finding needs(Rule rule, String fact, String outcomes) {
        return new Finding(
                Finding.Level.NEEDS_DATA,
                null,
                "EMBARGO_" + rule.key(),
                rule.id(),
                Finding.Basis.LAW,
                rule.note() + " Missing: " + fact + "; " + outcomes + ".",
                rule.citation(),
                List.of(fact),
                null,
                true);
    }

    private static Finding underException(Rule rule) {
        return new Finding(
                Finding.Level.CLEAR,
                null,
                "EMBARGO_" + rule.key() + "_EXCEPTION",
                rule.id(),
                Finding.Basis.LAW,
                "An EAR99 item may go under License Exception "
                        + String.join(", ", rule.values().texts("exceptions"))
                        + ", where no rule of part 744 requires a license.",
                rule.citation(),
                List.of(),
                null,
                false);
    }

    private static Finding finding(Rule rule) {
        return new Finding(
                Finding.Level.valueOf(rule.values().text("level")),
                Finding.hold(rule.values(), "hold"),
                "EMBARGO_" + rule.key(),
                rule.id(),
                Finding.Basis.LAW,
                rule.note(),
                rule.citation(),
                List.of(),
                null,
                true);
    }
}
