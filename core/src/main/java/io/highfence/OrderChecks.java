package io.highfence;

import io.highfence.base.Citation;
import io.highfence.base.Country;
import io.highfence.law.RuleBook;
import io.highfence.list.PartyList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether the order says enough, and whether lists and rules are fit to judge it. */
final class OrderChecks {
    private static final EnumSet<Party.Role> BUYER_TO_USER =
            EnumSet.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER);

    private final RuleBook rules;
    private final PartyList lists;
    private final Settings settings;
    private final Map<Order.Kind, EnumSet<Party.Role>> required = new EnumMap<>(Order.Kind.class);
    private final EnumSet<Party.Role> open = EnumSet.noneOf(Party.Role.class);
    private final LineIds lineIds = new LineIds();
    private final List<String> absent;
    private final boolean isSampleAlone;
    private final @Nullable Reason rulesAccepted;

    private static final Citation RED_FLAGS = new Citation("15 CFR part 732, Supplement No. 3");

    /** An order needs somebody; each role may be nobody's, but not all of them. */
    private static final Reason NOBODY = needs(
            "NOBODY_NAMED",
            "Every party that this order must name is 'none': somebody takes part in it.",
            List.of("parties"));

    OrderChecks(RuleBook rules, PartyList lists, Settings settings) {
        this.rules = rules;
        this.lists = lists;
        this.settings = settings;
        for (Order.Kind kind : Order.Kind.values()) {
            EnumSet<Party.Role> roles = EnumSet.copyOf(required(kind));
            roles.addAll(settings.requiredRoles().getOrDefault(kind, Set.of()));
            required.put(kind, roles);
        }
        this.isSampleAlone = lists.isSample();
        Set<String> present = new TreeSet<>();
        lists.editions().forEach(edition -> present.addAll(edition.lists()));
        this.absent = settings.requiredLists().stream()
                .filter(list -> !present.contains(list))
                .toList();
        Settings.Acceptance accepted = settings.acceptedThrough();
        this.rulesAccepted = accepted == null
                ? null
                : advisory(
                        "RULES_ACCEPTED",
                        accepted.by() + " accepts rules read through " + rules.verifiedThrough()
                                + " for as-of dates up to " + accepted.date() + ".");
    }

    void order(Order order, Decision out) {
        if (order.kind() == null
                || order.exporter().country() == null
                || order.shipFrom() == null
                || order.destination().country() == null
                || order.ruleDate() == null
                || order.items().isEmpty()) {
            incomplete(order, out);
        }
        lineIds.check(order.items(), out);
        if (order.kind() == Order.Kind.DOMESTIC) {
            domestic(order, out);
        }
        for (int i = 0; i < order.unjudged().size(); i++) {
            String path = order.unjudged().get(i);
            out.add(needs("VALUE_NOT_UNDERSTOOD", "This value is not understood: " + path + ".", List.of(path)));
        }
        for (int i = 0; i < order.unread().size(); i++) {
            String path = order.unread().get(i);
            out.add(advisory("FIELD_NOT_KNOWN", "The field " + path + " is not known and was not used."));
        }
    }

    private static void incomplete(Order order, Decision out) {
        List<String> missing = new ArrayList<>();
        if (order.kind() == null) {
            missing.add("kind");
        }
        if (order.exporter().country() == null) {
            missing.add("exporter.country");
        }
        if (order.shipFrom() == null) {
            missing.add("shipFrom");
        }
        if (order.destination().country() == null) {
            missing.add("destination.country");
        }
        if (order.ruleDate() == null) {
            missing.add("plannedExportDate");
        }
        if (order.items().isEmpty()) {
            missing.add("items");
        }
        out.add(needs("ORDER_INCOMPLETE", "The order does not say: " + String.join(", ", missing) + ".", missing));
    }

    /** A sale inside the United States needs no license, so an order must not be called one and cross a border. */
    private static void domestic(Order order, Decision out) {
        List<String> abroad = new ArrayList<>();
        if (order.shipFrom() != null && !Screener.isUnitedStates(order.shipFrom())) {
            abroad.add("shipFrom");
        }
        if (order.destination().country() != null
                && !Screener.isUnitedStates(order.destination().country())) {
            abroad.add("destination.country");
        }
        if (!abroad.isEmpty()) {
            abroad.add(0, "kind");
            out.add(needs(
                    "KIND_CONTRADICTED",
                    "The order says that it is domestic, and names a place outside the United States.",
                    abroad));
        }
        for (int i = 0; abroad.isEmpty() && i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            Country place = party.country();
            if (PlaceChecks.isReceiver(party) && place != null && !Screener.isUnitedStates(place)) {
                out.add(onward(i, party, place));
            }
        }
        out.add(
                advisory(
                        "DOMESTIC_ONWARD",
                        "A sale inside the United States is no export; knowledge that the item will be exported is a red flag."));
    }

    private static Reason onward(int index, Party party, Country place) {
        return new Reason(
                "ONWARD_EXPORT",
                Verdict.HOLD,
                HoldKind.RED_FLAG,
                Reason.Basis.GUIDANCE,
                Reason.Subject.party(index),
                "The order says that it is domestic, and its "
                        + Objects.requireNonNull(party.role()).word() + " is in " + place.code()
                        + ": who knows that the item will be exported must not go on as if it stayed.",
                RED_FLAGS,
                List.of(),
                "An export order for that place; or a person finds that the item stays in the United States.");
    }

    void roles(Order order, Decision out) {
        if (order.kind() == null) {
            return;
        }
        open.clear();
        open.addAll(Objects.requireNonNull(required.get(order.kind())));
        boolean somebody = open.isEmpty();
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            if (party.role() != null) {
                open.remove(party.role());
                somebody |= !party.isNone()
                        && Objects.requireNonNull(required.get(order.kind())).contains(party.role());
            } else {
                out.add(needs(
                        "ROLE_MISSING",
                        "Party " + i + " has no role that is understood.",
                        List.of("parties[" + i + "].role")));
            }
            if (party.name().isBlank()) {
                out.add(needs("NAME_MISSING", "Party " + i + " has no name.", List.of("parties[" + i + "].name")));
            }
        }
        if (!open.isEmpty()) {
            nobody(out);
        } else if (!somebody) {
            out.add(NOBODY);
        }
    }

    private void nobody(Decision out) {
        for (Party.Role role : open) {
            out.add(new Reason(
                    "ROLE_MISSING",
                    Verdict.NEEDS_DATA,
                    null,
                    Reason.Basis.POLICY,
                    Reason.Subject.ORDER,
                    "Nobody is named as " + role.word() + ".",
                    null,
                    List.of("parties: " + role.word()),
                    "Add a party with the role " + role.word() + "; its name is 'none' if nobody plays it."));
        }
    }

    private static EnumSet<Party.Role> required(Order.Kind kind) {
        return switch (kind) {
            case CLOUD_ACCESS -> EnumSet.of(Party.Role.TENANT, Party.Role.OWNER);
            case SERVICE -> EnumSet.of(Party.Role.PURCHASER, Party.Role.END_USER);
            case DEEMED_EXPORT, DEEMED_REEXPORT -> EnumSet.of(Party.Role.END_USER);
            case DOMESTIC -> EnumSet.of(Party.Role.PURCHASER, Party.Role.END_USER);
            case EXPORT, EXPORT_FROM_ABROAD, REEXPORT, TRANSFER_IN_COUNTRY, RETURN_AFTER_REPAIR, TEMPORARY ->
                BUYER_TO_USER;
        };
    }

    void lists(LocalDate asOf, Decision out) {
        if (isSampleAlone && !settings.demo()) {
            out.add(needs(
                    "SAMPLE_LIST",
                    "Only the bundled sample list is loaded; it cannot show that a party is not restricted.",
                    List.of("published lists (--list)")));
        }
        for (int i = 0; i < lists.editions().size(); i++) {
            PartyList.Edition edition = lists.editions().get(i);
            Health.Age age = Health.ListAge.judge(edition, settings, asOf);
            if (age != Health.Age.GOOD && age != Health.Age.SAMPLE) {
                out.add(unfit(edition, Health.ListAge.of(edition, settings, asOf), asOf));
            }
        }
        if (!absent.isEmpty()) {
            out.add(needs(
                    "LIST_MISSING",
                    "These lists are required and not loaded: " + String.join(", ", absent) + ".",
                    absent.stream().map(list -> "list " + list).toList()));
        }
    }

    private static Reason unfit(PartyList.Edition edition, Health.ListAge found, LocalDate asOf) {
        return switch (found.age()) {
            case UNDATED ->
                stale(
                        "LIST_UNDATED",
                        "Nobody says when " + edition.label() + " was published.",
                        "Name the day: --list " + edition.format() + ":PATH@YYYY-MM-DD.");
            case TOO_NEW ->
                stale(
                        "LIST_TOO_NEW",
                        edition.label() + " was published on " + edition.publishedOn() + ", after the as-of date "
                                + asOf + "; what was listed then cannot be seen in it.",
                        "Load the edition of that date.");
            default ->
                stale(
                        "LIST_STALE",
                        edition.label() + " was published on " + edition.publishedOn() + ", " + found.days()
                                + " days before " + asOf + "; at most " + found.most() + " are allowed.",
                        "Load a newer edition.");
        };
    }

    void rules(LocalDate asOf, Decision out) {
        LocalDate verified = rules.verifiedThrough();
        Settings.Acceptance accepted = settings.acceptedThrough();
        if (accepted != null && rulesAccepted != null && !asOf.isAfter(accepted.date())) {
            out.add(rulesAccepted);
        } else if (ChronoUnit.DAYS.between(verified, asOf) > settings.horizonDays()) {
            out.add(stale(
                    "RULES_HORIZON",
                    "The law was read through " + verified + "; " + asOf + " lies more than " + settings.horizonDays()
                            + " days later.",
                    "Load newer rules, or let a named person accept them (acceptedThrough)."));
        }
    }

    static Reason needs(String rule, String text, List<String> missing) {
        return new Reason(
                rule,
                Verdict.NEEDS_DATA,
                null,
                Reason.Basis.POLICY,
                Reason.Subject.ORDER,
                text,
                null,
                missing,
                "Give " + String.join(", ", missing) + ".");
    }

    static Reason advisory(String rule, String text) {
        return new Reason(
                rule, Verdict.CLEAR, null, Reason.Basis.POLICY, Reason.Subject.ORDER, text, null, List.of(), "");
    }

    private static Reason stale(String rule, String text, String change) {
        return new Reason(
                rule,
                Verdict.HOLD,
                HoldKind.STALE,
                Reason.Basis.POLICY,
                Reason.Subject.ORDER,
                text,
                null,
                List.of(),
                change);
    }
}
