package io.highfence.law;

import io.highfence.base.DateRange;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a hit on a restricted-party list does: each list has an effect of its own, which turns on the listing, on the role of
 * the party, on the item and on the date.
 *
 * <p>Immutable and safe for many threads.
 */
public final class ListEffects {
    /**
     * A listing as its publisher states it.
     *
     * @param list the list's short code, such as {@code SDN}, {@code EL} or {@code DPL}; an unknown code counts as the
     *     caller's own list; {@code UN}, {@code EU}, {@code UK}, {@code OFSI}, {@code CH}, {@code CA}, {@code AU} and
     *     {@code JP-EUL} are lists of other regimes, as are {@code ALLIED} and {@code COUNTER} in general
     * @param programs the sanctions programs, such as {@code RUSSIA-EO14024}
     * @param footnotes the footnotes of an Entity List entry
     * @param requirement the entry's own license requirement, or blank if it was not given
     * @param policy the entry's own license review policy, or blank if it was not given
     * @param standardOrder whether a denial order is a standard one, or null if that is not known
     * @param inForce the days of the listing; a missing first day counts as in force
     */
    public record Listing(
            String list,
            Collection<String> programs,
            Set<Integer> footnotes,
            String requirement,
            String policy,
            @Nullable Boolean standardOrder,
            DateRange inForce) {
        /**
         * Checks that nothing is missing but what may be.
         *
         * @param list the list's short code
         * @param programs the sanctions programs
         * @param footnotes the footnotes
         * @param requirement the license requirement, or blank
         * @param policy the license review policy, or blank
         * @param standardOrder whether a denial order is standard, or null
         * @param inForce the days of the listing
         */
        public Listing {
            Objects.requireNonNull(list, "list");
            programs = List.copyOf(programs);
            footnotes = Set.copyOf(footnotes);
            Objects.requireNonNull(requirement, "requirement");
            Objects.requireNonNull(policy, "policy");
            Objects.requireNonNull(inForce, "inForce");
        }
    }

    /**
     * The transaction in which the listed party takes part, as far as a list's effect turns on it.
     *
     * @param role the party's role, such as {@code endUser}; an unknown role counts as one that the list binds
     * @param subject whether the item is subject to the EAR
     * @param eccn the item's ECCN, {@code EAR99}, or null if it is not known
     * @param usNexus whether there is a US nexus; not known counts as yes
     */
    public record Part(
            String role,
            Jurisdiction.Status subject,
            @Nullable String eccn,
            Known usNexus) {
        /**
         * Checks that nothing is missing but what may be.
         *
         * @param role the party's role
         * @param subject whether the item is subject to the EAR
         * @param eccn the item's ECCN, or null
         * @param usNexus whether there is a US nexus
         */
        public Part {
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(usNexus, "usNexus");
        }
    }

    private static final String NOT_IN_FORCE = "NOT-IN-FORCE";

    /** The reason where no rule of the day is encoded. */
    private static final String NOT_ENCODED = "LIST_EFFECT_NOT_ENCODED";

    private static final Set<String> ADVISORY = Set.of("CMIC", "SSI", "CAP", "MBS", "PLC", "FSE", "DTC", "ISN", "UVL");
    private static final Set<String> OTHER_REGIMES = Set.of("ALLIED", "COUNTER");

    /** Lists of the United Nations and of other regimes, each by its code. */
    private static final Set<String> ALLIED = Set.of("UN", "EU", "UK", "OFSI", "CH", "CA", "AU", "JP-EUL");

    private static final Set<String> OF_THE_EAR = Set.of("DPL", "EL", "MEU", "UVL");
    private static final Set<String> NOT_BOUND = Set.of(
            "freightForwarder",
            "billTo",
            "shipTo",
            "tenant",
            "owner",
            "exporter",
            "seller",
            "reseller",
            "manufacturer",
            "foundry",
            "osat",
            "designer",
            "carrier",
            "bank",
            "payer",
            "signatory",
            "accountAdmin",
            "datacenterOperator",
            "remoteUser",
            "serviceProvider",
            "other");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** What follows on these words is a license exception that the entry allows, and no item that the entry leaves out. */
    private static final Pattern LICENSE_EXCEPTION = Pattern.compile("\\blicense exceptions? ?\\b");

    private static final Pattern GOV_ALLOWED = Pattern.compile("\\bmay be overcome by gov\\b");

    /** The words by which an entry leaves out some of all the items. */
    private static final Pattern LEAVES_OUT =
            Pattern.compile("\\b(?:except(?:ing|ions?)?|apart from|other than|excluding|excluded|not including)\\b");

    private final RuleBook book;
    private final Map<Rule, Finding> bound = new HashMap<>();
    private final Map<Rule, Finding> unbound = new HashMap<>();

    private ListEffects(RuleBook book) {
        this.book = book;
        for (Rule rule : book.rules(LicenseRules.LIST_EFFECT)) {
            Rule.Values values = rule.values();
            bound.put(rule, finding(rule, Finding.Level.valueOf(values.text("level")), Finding.hold(values, "hold")));
            if (values.has("otherLevel")) {
                unbound.put(
                        rule,
                        finding(
                                        rule,
                                        Finding.Level.valueOf(values.text("otherLevel")),
                                        Finding.hold(values, "otherHold"))
                                .saying(
                                        "The listing does not bind a party in this role, but that it takes part is a red"
                                                + " flag. For those it binds: " + values.text("says")));
            }
        }
    }

    private static Finding finding(Rule rule, Finding.Level level, Finding.@Nullable Hold hold) {
        return new Finding(
                level,
                hold,
                rule.values().text("reason"),
                rule.id(),
                Finding.Basis.of(rule.values().text("basis")),
                rule.values().text("says"),
                rule.citation(),
                rule.values().texts("missing"),
                null,
                rule.values().flag("exceptionsBarred"));
    }

    /**
     * The effects of a rule book.
     *
     * @param book the rules
     * @return the effects
     * @throws IllegalArgumentException if an effect is no hold and says what releases it, or the other way round
     */
    public static ListEffects of(RuleBook book) {
        return new ListEffects(book);
    }

    /**
     * What a listing does to a transaction. On a day of which no effect of the list is encoded a person must look.
     *
     * @param listing the listing
     * @param part the party's part in the transaction
     * @param asOf the day
     * @return the effect; an advice where the list does not reach the transaction
     */
    public Finding effect(Listing listing, Part part, LocalDate asOf) {
        Finding finding = judge(listing, part, asOf);
        if (!listing.policy().isBlank() && finding.hold() == Finding.Hold.LICENSE) {
            finding = finding.withPolicy(listing.policy().strip());
        }
        return finding;
    }

    private Finding judge(Listing listing, Part part, LocalDate asOf) {
        String list = listing.list().toUpperCase(Locale.ROOT);
        LocalDate from = listing.inForce().from();
        if (from != null && asOf.isBefore(from)) {
            return found(NOT_IN_FORCE, part, asOf);
        }
        if (!list.equals("DPL") && !listing.inForce().contains(asOf)) {
            return found(NOT_IN_FORCE, part, asOf);
        }
        if (OF_THE_EAR.contains(list) && part.subject() == Jurisdiction.Status.NOT_SUBJECT) {
            return found("OUTSIDE", part, asOf);
        }
        Finding finding = found(kase(list, listing, part, asOf), part, asOf);
        if (OF_THE_EAR.contains(list) && part.subject() == Jurisdiction.Status.UNKNOWN) {
            return subjectUnknown(listing, part, asOf, finding);
        }
        return finding;
    }

    /** The name of the row of the table of effects. */
    private String kase(String list, Listing listing, Part part, LocalDate asOf) {
        return switch (list) {
            case "DPL" ->
                Boolean.TRUE.equals(listing.standardOrder())
                                && listing.inForce().from() != null
                                && listing.inForce().contains(asOf)
                        ? "DPL.standard"
                        : "DPL.read";
            case "EL" -> entity(listing.requirement(), part.eccn());
            case "MEU" -> military(part.eccn(), asOf);
            case "SDN" -> blocked(listing, part, asOf);
            default ->
                ALLIED.contains(list)
                        ? "ALLIED"
                        : ADVISORY.contains(list) || OTHER_REGIMES.contains(list) ? list : "CUSTOM";
        };
    }

    /** The row for the requirement column of an Entity List entry; all items where it says nothing that is known. */
    static String entity(String requirement, @Nullable String eccn) {
        String words = BLANKS.matcher(requirement.replace('\u00A0', ' ').strip().toLowerCase(Locale.ROOT))
                .replaceAll(" ");
        if (words.contains("when used in projects")) {
            return "EL.projects";
        }
        if (words.contains("items on the ccl") && !words.contains("all items subject to the ear")) {
            return listedItems(words, eccn);
        }
        if (words.contains("all items subject to the ear") || words.equals("all items")) {
            return allItems(words);
        }
        return "EL.unread";
    }

    private static String allItems(String words) {
        String rest = LICENSE_EXCEPTION.matcher(words).replaceAll("");
        if (LEAVES_OUT.matcher(rest).find()) {
            return "EL.part";
        }
        return GOV_ALLOWED.matcher(rest).find() ? "EL.gov" : "EL.all";
    }

    private static String listedItems(String words, @Nullable String eccn) {
        if (!EccnText.isEar99(eccn)) {
            return "EL.listed";
        }
        return words.contains("ear99") || words.contains("ear 99") ? "EL.supplement" : "EL.unlisted";
    }

    private String military(@Nullable String eccn, LocalDate asOf) {
        return switch (supplement2(eccn, asOf)) {
            case YES -> "MEU.listed";
            case NO -> "MEU.other";
            case UNKNOWN -> eccn == null ? "MEU.listed" : "MEU.unread";
        };
    }

    /** Whether Supplement No. 2 to part 744 names an item: EAR99 is not, an entry that is not loaded is not known. */
    Known supplement2(@Nullable String eccn, LocalDate asOf) {
        if (EccnText.isEar99(eccn)) {
            return Known.NO;
        }
        Rule rule = book.rule(LicenseRules.SUPPLEMENT_2, asOf);
        boolean named =
                eccn != null && rule != null && rule.values().texts("entries").contains(EccnText.entry(eccn));
        return named ? Known.YES : Known.UNKNOWN;
    }

    private String blocked(Listing listing, Part part, LocalDate asOf) {
        if (part.usNexus() != Known.NO) {
            return "SDN.nexus";
        }
        boolean reached = part.subject() != Jurisdiction.Status.NOT_SUBJECT;
        return reached && isTagged(listing.programs(), asOf) ? "SDN.tagged" : "SDN.other";
    }

    /**
     * Whether section 744.8 names one of a blocked person's programs; blanks, hyphens and case aside.
     *
     * @param programs the programs as published
     * @param asOf the day
     * @return true if it does
     */
    public boolean isTagged(Collection<String> programs, LocalDate asOf) {
        Rule rule = book.rule(LicenseRules.SDN_TAGS, asOf);
        if (rule == null) {
            return false;
        }
        for (String program : programs) {
            for (String tag : rule.values().texts("tags")) {
                if (fold(program).equals(fold(tag))) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The tags of section 744.8 that no party of a list bears. With a full list of blocked persons there should be none; a tag
     * that matches nobody is misspelled or gone.
     *
     * @param programs every program of every party of the list
     * @param asOf the day
     * @return the tags without a party, in order
     */
    public List<String> tagsWithoutParty(Collection<String> programs, LocalDate asOf) {
        Rule rule = book.rule(LicenseRules.SDN_TAGS, asOf);
        if (rule == null) {
            return List.of();
        }
        Set<String> borne = new TreeSet<>();
        programs.forEach(program -> borne.add(fold(program)));
        return rule.values().texts("tags").stream()
                .filter(tag -> !borne.contains(fold(tag)))
                .sorted()
                .toList();
    }

    private static String fold(String program) {
        StringBuilder folded = new StringBuilder(program.length());
        program.codePoints().filter(Character::isLetterOrDigit).forEach(folded::appendCodePoint);
        return folded.toString().toUpperCase(Locale.ROOT);
    }

    private Finding found(String kase, Part part, LocalDate asOf) {
        Rule rule = book.rule(LicenseRules.LIST_EFFECT, kase, asOf);
        if (rule == null) {
            Rule later = oldest(kase);
            return kase.equals(NOT_IN_FORCE) ? Objects.requireNonNull(bound.get(later)) : notEncoded(later, asOf);
        }
        Finding other = unbound.get(rule);
        return other != null && NOT_BOUND.contains(part.role()) ? other : Objects.requireNonNull(bound.get(rule));
    }

    /** The first rule for a row of the table, of whatever days. */
    private Rule oldest(String kase) {
        return book.rules(LicenseRules.LIST_EFFECT).stream()
                .filter(rule -> kase.equals(rule.key()))
                .min(Comparator.comparing(
                        rule -> rule.inForce().from(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElseThrow(() -> new IllegalStateException("There is no effect for " + kase));
    }

    /** A list may have bound more parties and items than it does on the days that are encoded, so a person must look. */
    private static Finding notEncoded(Rule later, LocalDate asOf) {
        return new Finding(
                Finding.Level.HOLD,
                Finding.Hold.REVIEW,
                NOT_ENCODED,
                later.id(),
                Finding.Basis.of(later.values().text("basis")),
                "The effect of this list on " + asOf + " is not encoded: a person must look.",
                later.citation(),
                List.of(),
                null,
                true);
    }

    private Finding subjectUnknown(Listing listing, Part part, LocalDate asOf, Finding otherwise) {
        Finding finding = found("UNKNOWN-SUBJECT", part, asOf);
        if (finding.reason().equals(NOT_ENCODED)) {
            return finding;
        }
        for (int footnote : listing.footnotes()) {
            Rule rule = book.rule(LicenseRules.ENTITY_FOOTNOTE, Integer.toString(footnote), asOf);
            if (rule != null) {
                finding = finding.withMissing(rule.values().texts("questions"));
            }
        }
        return finding.saying(
                finding.text() + " If it is: " + otherwise.text() + " If not: this listing does not reach it.");
    }
}
