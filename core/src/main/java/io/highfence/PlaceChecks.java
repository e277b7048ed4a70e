package io.highfence;

import io.highfence.base.Citation;
import io.highfence.base.Country;
import io.highfence.law.Finding;
import io.highfence.law.Known;
import io.highfence.law.LicenseAdvisor;
import io.highfence.law.LicenseAnswer;
import io.highfence.law.LicenseQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the places that an order names fit together: what it is called, where it goes, and where those are who receive and use it. */
final class PlaceChecks {
    /** To whom items go. */
    private static final Set<Party.Role> RECEIVERS = EnumSet.of(
            Party.Role.INTERMEDIATE_CONSIGNEE, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER, Party.Role.SHIP_TO);

    private static final Citation DESTINATION = new Citation("15 CFR 734.13(c), 748.5(e) and (f)");

    private static final Citation EMBARGOES = new Citation("15 CFR part 746");

    private final LicenseAdvisor advisor;

    PlaceChecks(LicenseAdvisor advisor) {
        this.advisor = advisor;
    }

    static boolean isReceiver(Party party) {
        return !party.isNone() && party.role() != null && RECEIVERS.contains(party.role());
    }

    /** Where items go and are used: the destination first, each place once. */
    static List<Country> places(Order order) {
        Set<Country> places = new LinkedHashSet<>();
        if (order.destination().country() != null) {
            places.add(order.destination().country());
        }
        for (Party party : order.parties()) {
            if (isReceiver(party) && party.country() != null) {
                places.add(party.country());
            }
        }
        return List.copyOf(places);
    }

    /** Holds the answer for the destination against what it would be where the receivers are, and against the kind of the order. */
    void judge(
            Order order,
            @Nullable String eccn,
            LicenseQuestion question,
            LicenseAnswer here,
            Reason.Subject subject,
            Decision out) {
        Country to = order.destination().country();
        if (to == null) {
            return;
        }
        deemed(order, eccn, subject, out);
        for (Country place : places(order)) {
            if (!place.equals(to)) {
                elsewhere(order, to, place, advisor.advise(question.goingTo(place)), here, subject, out);
            }
        }
        useIsOpen(order, question, subject, out);
    }

    private static void elsewhere(
            Order order,
            Country to,
            Country place,
            LicenseAnswer there,
            LicenseAnswer here,
            Reason.Subject subject,
            Decision out) {
        if (!asksMore(there, here)) {
            return;
        }
        out.add(new Reason(
                "DESTINATION_CONTRADICTED",
                Verdict.HOLD,
                HoldKind.REVIEW,
                Reason.Basis.LAW,
                subject,
                "The order goes to " + to.code() + ", and " + receivers(order, place) + " in " + place.code()
                        + ", for which the law asks more. If the item is for there, this answer does not count.",
                DESTINATION,
                List.of(),
                "The true destination; or a person finds that nothing goes to " + place.code() + "."));
    }

    private static String receivers(Order order, Country place) {
        List<String> roles = new ArrayList<>();
        for (Party party : order.parties()) {
            if (isReceiver(party) && place.equals(party.country()) && party.role() != null) {
                roles.add(party.role().word());
            }
        }
        return String.join(" and ", roles) + (roles.size() == 1 ? " is" : " are");
    }

    /** Whether an answer asks something that another does not, or leaves less open; of embargoes each party is asked anyway. */
    private static boolean asksMore(LicenseAnswer there, LicenseAnswer here) {
        boolean embargoed = false;
        boolean more = false;
        for (Finding finding : there.findings()) {
            if (finding.level() != Finding.Level.CLEAR) {
                embargoed |= finding.reason().startsWith("EMBARGO")
                        || finding.reason().equals("REGION_NEEDED");
                more |= here.findings().stream().noneMatch(said -> said.reason().equals(finding.reason()));
            }
        }
        if (embargoed || more) {
            return !embargoed;
        }
        boolean held = !Boolean.FALSE.equals(there.required());
        return held && here.exceptions().stream().anyMatch(one -> one.eligible() != Known.NO && !isOpen(one, there));
    }

    private static boolean isOpen(LicenseAnswer.ExceptionAnswer exception, LicenseAnswer answer) {
        return answer.exceptions().stream()
                .anyMatch(other -> other.code().equals(exception.code()) && other.eligible() != Known.NO);
    }

    /** A deemed export releases technology or source code; an item that is a thing is exported. */
    private static void deemed(Order order, @Nullable String eccn, Reason.Subject subject, Decision out) {
        boolean deemed = order.kind() == Order.Kind.DEEMED_EXPORT || order.kind() == Order.Kind.DEEMED_REEXPORT;
        if (deemed && eccn != null && LicenseQuestion.isCommodity(eccn)) {
            out.add(contradicted(
                    subject,
                    "A deemed export releases technology or source code, and " + eccn.toUpperCase(Locale.ROOT)
                            + " is a thing.",
                    List.of("kind", "eccn")));
        }
    }

    /** What an order says of places whatever its lines are: whether its kind fits them, and whether embargoes can be asked of all. */
    void order(Order order, LocalDate asOf, Decision out) {
        kind(order, asOf, out);
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            if (party.country() == null && (isReceiver(party) || isRemote(party))) {
                out.add(unknown(i, party));
            }
        }
    }

    private static boolean isRemote(Party party) {
        return !party.isNone() && (party.role() == Party.Role.TENANT || party.role() == Party.Role.REMOTE_USER);
    }

    private static Reason unknown(int index, Party party) {
        String path = "parties[" + index + "].country";
        return new Reason(
                "PARTY_PLACE",
                Verdict.NEEDS_DATA,
                null,
                Reason.Basis.LAW,
                Reason.Subject.party(index),
                "Where the " + Objects.requireNonNull(party.role()).word()
                        + " is, nobody says. In an embargoed place the order is barred; elsewhere nothing is asked.",
                EMBARGOES,
                List.of(path),
                "Give " + path + ".");
    }

    private void kind(Order order, LocalDate asOf, Decision out) {
        Country from = order.shipFrom();
        Country to = order.destination().country();
        if (order.kind() == null || from == null || to == null) {
            return;
        }
        boolean leavesUs = Screener.isUnitedStates(from);
        switch (order.kind()) {
            case TRANSFER_IN_COUNTRY -> {
                if (!advisor.areOneCountry(from, to, asOf)) {
                    out.add(contradicted(
                            Reason.Subject.ORDER,
                            "The order says that it is a transfer within a country, and goes from " + from.code()
                                    + " to " + to.code() + ".",
                            List.of("kind", "shipFrom")));
                }
            }
            case REEXPORT, EXPORT_FROM_ABROAD, DEEMED_REEXPORT -> {
                if (leavesUs) {
                    out.add(contradicted(
                            Reason.Subject.ORDER,
                            "The order says that it begins abroad, and leaves from the United States.",
                            List.of("kind", "shipFrom")));
                }
            }
            default -> {}
        }
    }

    static Reason contradicted(Reason.Subject subject, String text, List<String> missing) {
        return new Reason(
                "KIND_CONTRADICTED",
                Verdict.NEEDS_DATA,
                null,
                Reason.Basis.POLICY,
                subject,
                text,
                null,
                missing,
                "Give " + String.join(", ", missing) + ".");
    }

    /** Where an end user is decides what an end use asks; where nobody says it, the answer is open if it turns on it. */
    private void useIsOpen(Order order, LicenseQuestion question, Reason.Subject subject, Decision out) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < order.parties().size(); i++) {
            Party party = order.parties().get(i);
            if (!party.isNone() && party.role() == Party.Role.END_USER && party.country() == null) {
                missing.add("parties[" + i + "].country");
            }
        }
        if (missing.isEmpty() || !advisor.turnsOnPlaceOfUse(question)) {
            return;
        }
        out.add(new Reason(
                "END_USER_PLACE",
                Verdict.NEEDS_DATA,
                null,
                Reason.Basis.LAW,
                subject,
                "Where the end user is, nobody says. In some countries this end use needs a license or a look; at the destination it"
                        + " does not.",
                new Citation("15 CFR 744"),
                missing,
                "Give " + String.join(", ", missing) + "."));
    }
}
