package io.highfence.ownership;

import io.highfence.law.Finding;
import io.highfence.law.Jurisdiction;
import io.highfence.law.Known;
import io.highfence.law.ListEffects;
import io.highfence.law.Rule;
import io.highfence.list.ListedParty;
import io.highfence.ownership.Judgement.Reading;
import io.highfence.ownership.OwnershipGraph.Party;
import io.highfence.ownership.OwnershipGraph.Stake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one ownership rule says of one party on one day, with the chain of stakes that it rests on.
 *
 * <p>Immutable and safe for many threads. Everything but {@link #says()} is worked out when it is asked for, and allocates.
 */
public final class OwnershipFinding {
    /** What a rule says of a party behind which a listed party stands. */
    public enum Says {
        /** Owned up to the limit, however the ranges fall: it is treated as its owners are. */
        RESTRICTED,
        /** The ranges lie on both sides of the limit. */
        STRADDLES,
        /** A percentage is not known at all, and would decide. */
        UNKNOWN,
        /** A stake or tie that does not reach the limit, does not count, or falls under a rule that is not applied. */
        RED_FLAG
    }

    private static final int SHOWN_OWNERS = 5;

    private final Judgement judgement;
    private final int index;
    private final Says says;
    private final Says codified;

    OwnershipFinding(Judgement judgement, int index) {
        this.judgement = judgement;
        this.index = index;
        says = judgement.enforced(index);
        codified = judgement.codified(index);
    }

    /**
     * Who is owned.
     *
     * @return the party that was judged
     */
    public Party party() {
        return judgement.graph().parties().get(index);
    }

    /**
     * The rule, with its dates, status and citation.
     *
     * @return the rule; where none is loaded for the day, the nearest one
     */
    public Rule rule() {
        return judgement.rule();
    }

    /**
     * The day.
     *
     * @return the day whose stakes, listings and rule counted
     */
    public LocalDate asOf() {
        return judgement.asOf();
    }

    /**
     * What the agency applies on the day. Allocates nothing.
     *
     * @return the answer to follow
     */
    public Says says() {
        return says;
    }

    /**
     * What the printed text says, whether or not it is stayed. Allocates nothing.
     *
     * @return the same as {@link #says()} but for a rule that is stayed
     */
    public Says codified() {
        return codified;
    }

    /**
     * The least that is held by listed parties and by those who are owned by them up to the limit.
     *
     * @return the sum of direct stakes, in millionths of a percent
     */
    public long least() {
        return judgement.share(index, Reading.LEAST);
    }

    /**
     * The most that may be held by listed parties and by those who may be owned by them up to the limit.
     *
     * @return the sum of direct stakes, in millionths of a percent, at most the whole unless more is certain
     */
    public long most() {
        long most = judgement.share(index, Reading.MOST);
        return Math.max(least(), Math.min(OwnershipGraph.WHOLE, most));
    }

    /**
     * The stakes that lead from listed parties to this one.
     *
     * @return each stake once, those of the party itself first
     */
    public List<Stake> chain() {
        return judgement.chain(index).stream().map(judgement.graph()::stake).toList();
    }

    /**
     * The listings behind the finding.
     *
     * @return the records of the owners on the chain that count, or at least are a red flag; nearest first
     */
    public List<ListedParty> owners() {
        Set<ListedParty> owners = Collections.newSetFromMap(new LinkedHashMap<>());
        Reading reading = judgement.reading(index);
        for (int holder : holders()) {
            for (ListedParty record : judgement.listed(holder)) {
                if (judgement.begins(record, reading)) {
                    owners.add(record);
                }
            }
        }
        return List.copyOf(owners);
    }

    private Set<Integer> holders() {
        Set<Integer> holders = new LinkedHashSet<>();
        judgement.chain(index).forEach(edge -> holders.add(judgement.graph().edges().holder[edge]));
        return holders;
    }

    /** Whether a step of the chain leads through a company of the United States, under a rule that reaches foreign ones. */
    private boolean leadsThroughUnitedStates() {
        return holders().stream()
                .anyMatch(holder -> !judgement.reaches(holder)
                        && judgement.listed(holder).stream().noneMatch(judgement::counts));
    }

    /**
     * The footnotes of the Entity List that the owners pass on.
     *
     * @return the numbers, in order; none where the party is not and cannot be restricted
     */
    public Set<Integer> footnotes() {
        Set<Integer> footnotes = new TreeSet<>();
        if (says != Says.RED_FLAG) {
            owners().forEach(owner -> footnotes.addAll(owner.listing().footnotes()));
        }
        return Collections.unmodifiableSet(footnotes);
    }

    /**
     * The facts that would settle a doubt.
     *
     * @return names of facts, possibly none
     */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (codified == Says.STRADDLES || codified == Says.UNKNOWN) {
            missing.add("percentages held in " + party().shown() + " and its owners");
        }
        if (codified != Says.RED_FLAG && judgement.lacksPlace(index)) {
            missing.add("country of " + party().shown());
        }
        return missing;
    }

    /**
     * What it does to a transaction: the most restrictive of what the owners' own listings would do, on each of three axes -
     * requirement, exceptions, review policy - or the hold that a doubt or a red flag is.
     *
     * @param effects the effects of listings, of the same rules
     * @param part the party's part in the transaction
     * @return the effect
     */
    public Finding effect(ListEffects effects, ListEffects.Part part) {
        Rule.Values values = rule().values();
        String reason = values.text("reason");
        boolean ofTheEar = values.text("reach").equals("ear");
        if (ofTheEar && part.subject() == Jurisdiction.Status.NOT_SUBJECT) {
            return finding(
                    Finding.Level.CLEAR,
                    null,
                    reason + "_NOT_REACHING_ITEM",
                    " The rule reaches items subject to the EAR, and this item is not one.",
                    false);
        }
        if (values.text("effect").equals("advice")) {
            return finding(Finding.Level.CLEAR, null, reason, "", false);
        }
        return switch (says) {
            case RESTRICTED -> asOwners(effects, part, ofTheEar);
            case STRADDLES -> finding(Finding.Level.HOLD, Finding.Hold.REVIEW, reason + "_RANGE", "", true);
            case UNKNOWN -> finding(Finding.Level.HOLD, Finding.Hold.RED_FLAG, reason + "_UNKNOWN", "", false);
            case RED_FLAG -> finding(Finding.Level.HOLD, Finding.Hold.RED_FLAG, reason + "_RED_FLAG", "", false);
        };
    }

    private Finding asOwners(ListEffects effects, ListEffects.Part part, boolean ofTheEar) {
        // Under the EAR a blocked owner counts by its tag; that it is blocked is the other rule's business.
        ListEffects.Part underTheEar = new ListEffects.Part(part.role(), part.subject(), part.eccn(), Known.NO);
        Finding gravest = null;
        boolean barred = false;
        String policy = null;
        for (ListedParty owner : owners()) {
            ListEffects.Part asked = ofTheEar && judgement.isTaggedList(owner) ? underTheEar : part;
            Finding effect = effects.effect(listing(owner), asked, asOf());
            barred |= effect.exceptionsBarred();
            if (effect.hold() == Finding.Hold.LICENSE) {
                policy = Policy.stricter(policy, Objects.requireNonNullElse(effect.reviewPolicy(), ""));
            }
            if (gravest == null || compare(effect, gravest) > 0) {
                gravest = effect;
            }
        }
        if (gravest == null) {
            throw new IllegalStateException("A restriction without a listed owner: " + party());
        }
        List<String> missing = new ArrayList<>(missing());
        missing.addAll(gravest.missing());
        return new Finding(
                gravest.level(),
                gravest.hold(),
                rule().values().text("reason"),
                rule().id(),
                basis(),
                summary() + " As for its owner: " + gravest.text(),
                rule().citation(),
                missing,
                policy == null || policy.isEmpty() ? null : policy,
                barred);
    }

    private static int compare(Finding one, Finding other) {
        int level = one.level().compareTo(other.level());
        if (level != 0) {
            return level;
        }
        int hold = one.hold() == null || other.hold() == null
                ? 0
                : other.hold().compareTo(one.hold()); // the hardest to release stands first
        return hold != 0 ? hold : one.text().compareTo(other.text());
    }

    static ListEffects.Listing listing(ListedParty owner) {
        ListedParty.Listing listing = owner.listing();
        return new ListEffects.Listing(
                owner.list(),
                listing.programs(),
                listing.footnotes(),
                listing.licenseRequirement(),
                listing.licensePolicy(),
                listing.standardOrder(),
                listing.inForce());
    }

    private Finding finding(
            Finding.Level level, Finding.@Nullable Hold hold, String reason, String more, boolean barred) {
        return new Finding(
                level,
                hold,
                reason,
                rule().id(),
                basis(),
                summary() + more,
                rule().citation(),
                level == Finding.Level.CLEAR ? List.of() : missing(),
                null,
                barred);
    }

    private Finding.Basis basis() {
        return says == Says.RED_FLAG
                ? Finding.Basis.GUIDANCE
                : Finding.Basis.valueOf(rule().values().text("basis").toUpperCase(Locale.ROOT));
    }

    /**
     * The finding in a sentence or two for people.
     *
     * @return who is owned by whom, how far, and what the rule makes of it
     */
    public String summary() {
        return "'" + party().shown() + "' " + held() + ": " + named() + ". " + meaning()
                + (judgement.lacksPlace(index) && codified != Says.RED_FLAG
                        ? " Where it is was not given; it is taken to be a foreign entity."
                        : "")
                + (least() > OwnershipGraph.WHOLE ? " The stakes that were given add up to more than the whole." : "");
    }

    private String held() {
        long least = least();
        long most = most();
        if (codified == Says.RED_FLAG && most == 0) {
            return "has listed parties behind it, who hold nothing of it that counts under the limit";
        }
        if (judgement.isControlRule() && codified != Says.RED_FLAG && most == 0) {
            return "is controlled by listed parties, or by those whom they own or control";
        }
        String share = codified == Says.UNKNOWN
                ? "an unknown share, from " + Share.text(least, most) + ","
                : least == most ? Share.text(least) : Share.text(least, most);
        return "is held " + share + " by listed parties and by those whom they own up to the limit";
    }

    private String named() {
        List<ListedParty> owners = owners();
        List<String> shown = owners.stream()
                .limit(SHOWN_OWNERS)
                .map(owner -> owner.primaryName() + " (" + owner.list() + ")")
                .toList();
        return String.join(", ", shown)
                + (owners.size() > SHOWN_OWNERS ? " and " + (owners.size() - SHOWN_OWNERS) + " more listings" : "");
    }

    private String meaning() {
        Rule.Values values = rule().values();
        String name = values.text("name");
        if (!judgement.isLoaded()) {
            return "What " + name + " said on " + asOf() + " is not loaded: a red flag.";
        }
        if (!values.has("percent")) {
            return "A red flag under " + name + ".";
        }
        String limit = values.limit("percent") + " percent";
        if (says != codified) {
            return "On its printed text "
                    + switch (codified) {
                        case RESTRICTED -> name + " treats it as its owners are (" + limit + ")";
                        case STRADDLES -> "it may fall under " + name + " (" + limit + ")";
                        default -> "it falls under " + name + " if the unknown share reaches the limit (" + limit + ")";
                    }
                    + ", which is " + rule().status() + " on " + asOf() + ": a red flag. " + rule().note();
        }
        return switch (codified) {
            case RESTRICTED -> "It is treated as its owners are, by " + name + " (" + limit + "). " + rule().note();
            case STRADDLES ->
                (leadsThroughUnitedStates()
                                ? "A step leads through a company of the United States, which the rule does not reach. "
                                : "")
                        + "Whether " + name + " reaches it (" + limit
                        + ") cannot be decided: find out the percentages.";
            case UNKNOWN ->
                "A listed party is known to hold a share, and its percentage is not known"
                        + (values.text("reach").equals("ear") ? " (red flag 29 of Supp. No. 3 to part 732)" : "")
                        + ": find it out before going on. The limit of " + name + ": " + limit + ".";
            case RED_FLAG ->
                !judgement.reaches(index)
                        ? "It is in the United States, and " + name + " reaches foreign entities only: a red flag."
                        : "The limit of " + name + " (" + limit + ") is not reached: a red flag.";
        };
    }

    /**
     * The finding with its chain as text of several lines, the whole chain up to a bound that is said.
     *
     * @return the text, each line ended by a line feed
     */
    public String text() {
        return ChainText.of(this);
    }

    /**
     * The chain as a drawing: holders above those they hold, listed parties marked, each stake with its percentage.
     *
     * @return an SVG document that needs nothing else
     */
    public String svg() {
        return ChainSvg.of(this);
    }

    /** Short codes of the lists on which each party of the chain stands. */
    Map<Party, Set<String>> lists() {
        Map<Party, Set<String>> lists = new HashMap<>();
        for (int holder : holders()) {
            Set<String> codes = new TreeSet<>();
            judgement.listed(holder).forEach(record -> codes.add(record.list()));
            lists.put(judgement.graph().parties().get(holder), codes);
        }
        return lists;
    }

    @Override
    public String toString() {
        return rule().key() + " " + says + " " + party().id();
    }
}
