package io.highfence;

import io.highfence.law.LicenseAdvisor;
import io.highfence.law.LicenseAnswer;
import io.highfence.law.RuleBook;
import io.highfence.ledger.Account;
import io.highfence.ledger.OrderLine;
import io.highfence.ledger.Posting;
import io.highfence.ledger.Totals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What authorizations and dispositions release: the last check, over the reasons of all others. It never takes a reason away and adds
 * none but notes; what it releases counts only once it has run to its end.
 */
final class Releases {
    /** How the rules of embargoes begin. */
    static final String EMBARGO = "EMBARGO_";

    private static final Set<Authorization.Type> BIS_LICENSE = EnumSet.of(Authorization.Type.LICENSE);
    private static final Set<Authorization.Type> OFAC =
            EnumSet.of(Authorization.Type.OFAC_GL, Authorization.Type.OFAC_LICENSE);

    /** Embargoes of whole countries beside which rules of the Office of Foreign Assets Control stand. */
    private static final Set<String> WITH_OFAC = Set.of("EMBARGO_CU", "EMBARGO_IR", "EMBARGO_KP");

    private static final Set<String> WITHOUT_OFAC = Set.of("EMBARGO_RU", "EMBARGO_BY");

    /** Rules of the EAR whose citation is a letter or a notice. */
    private static final Set<String> OF_THE_EAR = Set.of("AFFILIATES_RULE", "LETTER_REQUIREMENT");

    /** What holds an order for whose items no notice is open. */
    private static final Set<String> OF_A_NOTICE = Set.of(LicenseAnswer.LICENSE_REQUIRED, "NAC_NOT_AVAILABLE");

    private static final Set<HoldKind> LIFTED_BY_PERSONS =
            EnumSet.of(HoldKind.REVIEW, HoldKind.RED_FLAG, HoldKind.STATEMENT);

    /** Reviews that have a release of their own: the rule file, the settings, a repair. */
    private static final Set<String> RELEASED_ELSEWHERE =
            Set.of(LicenseAnswer.RULE_UNVERIFIED, LicenseAnswer.NON_ENFORCEMENT_RELIANCE, "CHECK_FAILED");

    private final RuleBook rules;
    private final LicenseAdvisor advisor;
    private final Settings settings;
    private final @Nullable Totals totals;

    Releases(RuleBook rules, Settings settings, @Nullable Totals totals) {
        this.totals = totals;
        this.rules = rules;
        this.advisor = LicenseAdvisor.of(rules);
        this.settings = settings;
    }

    void judge(Order order, LocalDate asOf, Decision out) {
        if (order.authorizations().isEmpty() && order.dispositions().isEmpty()) {
            return;
        }
        List<Reason> reasons = List.copyOf(out.reasons());
        List<Reason> notes = new ArrayList<>();
        authorizations(order, asOf, reasons, new Coverage(rules, advisor, totals, order, asOf, out), out, notes);
        for (int i = 0; i < order.dispositions().size(); i++) {
            disposition(i, order.dispositions().get(i), reasons, asOf, out, notes);
        }
        notes.forEach(out::add);
    }

    /** The types of authorization of which each set must give one, or nothing if no authorization releases the reason. */
    static List<Set<Authorization.Type>> needed(Reason reason) {
        if (reason.verdict() == Verdict.BLOCK) {
            return WITH_OFAC.contains(reason.rule())
                    ? List.of(BIS_LICENSE, OFAC)
                    : WITHOUT_OFAC.contains(reason.rule()) ? List.of(BIS_LICENSE) : List.of();
        }
        HoldKind kind = reason.holdKind();
        if (kind == HoldKind.STATEMENT) {
            return List.of(EnumSet.of(Authorization.Type.UVL_STATEMENT));
        }
        if (kind == HoldKind.NOTICE) {
            return List.of(EnumSet.of(Authorization.Type.NOTICE, Authorization.Type.LICENSE));
        }
        if (kind != HoldKind.LICENSE) {
            return List.of();
        }
        String cited = reason.citation() == null ? "" : reason.citation().text();
        if (reason.rule().equals("BLOCKED_PERSON_TAG") || cited.contains("OFAC") || cited.contains("31 CFR")) {
            return List.of(BIS_LICENSE, OFAC);
        }
        if (!cited.contains("15 CFR") && !OF_THE_EAR.contains(reason.rule())) {
            return List.of();
        }
        return List.of(
                reason.rule().equals(LicenseAnswer.LICENSE_REQUIRED)
                        ? EnumSet.of(Authorization.Type.LICENSE, Authorization.Type.EXCEPTION, Authorization.Type.VEU)
                        : BIS_LICENSE);
    }

    private static boolean mayRelease(Authorization.Type type, Reason reason) {
        return needed(reason).stream().anyMatch(types -> types.contains(type));
    }

    private void authorizations(
            Order order, LocalDate asOf, List<Reason> reasons, Coverage coverage, Decision out, List<Reason> notes) {
        int count = order.authorizations().size();
        for (int i = 0; i < count; i++) {
            relevance(i, order.authorizations().get(i), reasons, coverage, notes);
        }
        for (Reason reason : reasons) {
            List<Set<Authorization.Type>> needed = needed(reason);
            List<Authorization> found = new ArrayList<>();
            List<Reason> lacking = new ArrayList<>();
            int covered = 0;
            for (Set<Authorization.Type> types : needed) {
                boolean isCovered = false;
                for (int i = 0; i < count && !isCovered; i++) {
                    Authorization held = order.authorizations().get(i);
                    Authorization.Type type = held.type();
                    if (type != null && types.contains(type)) {
                        Coverage.Lack lack = coverage.of(i, type, reason, relied(type, reasons, coverage));
                        if (lack.isNone()) {
                            isCovered = true;
                            found.add(held);
                        } else {
                            lacking.add(notCovering(held, reason.subject(), reason.id(), lack));
                        }
                    }
                }
                covered += isCovered ? 1 : 0;
            }
            notes.addAll(lacking);
            if (!needed.isEmpty() && covered == needed.size()) {
                out.release(reason, release(found));
                found.forEach(held -> post(held, order, asOf, coverage.lines(reason), out));
            } else if (covered > 0) {
                notes.add(note(
                        "AUTHORIZATION_NOT_COVERING",
                        reason.subject(),
                        names(found) + " covers " + reason.id()
                                + ", which two agencies hold: a license of BIS and an authorization of OFAC are needed.",
                        List.of()));
            }
        }
    }

    /** What the lines use up of an authorization, to be reserved; only where there are totals to reserve it in. */
    private void post(Authorization held, Order order, LocalDate day, Collection<Integer> lines, Decision out) {
        if (totals == null || !OrderLine.isId(order.id())) {
            return;
        }
        for (int line : lines) {
            Item item = order.items().get(line);
            if (OrderLine.isId(item.line())) {
                OrderLine posted = new OrderLine(order.id(), item.line());
                post(
                        held.quantityMillionths(),
                        item.quantityMillionths(),
                        held,
                        Account.Kind.LICENSE_QUANTITY,
                        posted,
                        day,
                        out);
                post(
                        held.valueMillionths(),
                        item.valueMillionths(),
                        held,
                        Account.Kind.LICENSE_VALUE,
                        posted,
                        day,
                        out);
            }
        }
    }

    private static void post(
            @Nullable Long limit,
            @Nullable Long amount,
            Authorization held,
            Account.Kind kind,
            OrderLine line,
            LocalDate day,
            Decision out) {
        Account account = Coverage.account(held, kind);
        if (limit != null && amount != null && amount >= 0 && account != null) {
            out.add(line, new Posting(account, day, amount));
        }
    }

    private static Release release(List<Authorization> found) {
        return new Release(
                Release.Kind.AUTHORIZATION,
                found.stream().map(Authorization::id).collect(Collectors.joining(", ")),
                names(found) + (found.size() == 1 ? " covers it." : " cover it."));
    }

    private static String names(List<Authorization> found) {
        return found.stream().map(Releases::name).collect(Collectors.joining(" and "));
    }

    private static String name(Authorization held) {
        return held.type() + " " + held.id();
    }

    /** The lines that rely on an authorization of one type, whichever reason holds them. */
    private static Set<Integer> relied(Authorization.Type type, List<Reason> reasons, Coverage coverage) {
        Set<Integer> lines = new TreeSet<>();
        reasons.stream()
                .filter(reason -> mayRelease(type, reason))
                .forEach(reason -> lines.addAll(coverage.lines(reason)));
        return lines;
    }

    /** Says of an authorization that nothing can be released by it, and why. */
    private static void relevance(
            int index, Authorization held, List<Reason> reasons, Coverage coverage, List<Reason> notes) {
        Authorization.Type type = held.type();
        String path = "authorizations[" + index + "]";
        if (type == null) {
            notes.add(note(
                    "AUTHORIZATION_NOT_COVERING",
                    Reason.Subject.ORDER,
                    "The authorization '" + held.id() + "' releases nothing: an id alone does not say what it covers.",
                    List.of(
                            path + ".type",
                            path + ".issuer",
                            path + ".validFrom",
                            path + ".validTo",
                            path + ".eccns",
                            path + ".parties",
                            path + ".destinations",
                            path + ".quantity",
                            path + ".used")));
            return;
        }
        if (reasons.stream().anyMatch(reason -> mayRelease(type, reason))) {
            return;
        }
        if (type == Authorization.Type.NOTICE) {
            for (Reason reason : reasons) {
                if (OF_A_NOTICE.contains(reason.rule())) {
                    Coverage.Lack lack = coverage.of(index, type, reason, coverage.lines(reason));
                    if (!lack.isNone()) {
                        notes.add(notCovering(held, reason.subject(), reason.id(), lack));
                    }
                }
            }
        }
        List<String> locked = reasons.stream()
                .filter(reason -> reason.verdict() == Verdict.BLOCK || reason.holdKind() == HoldKind.LICENSE)
                .map(Reason::id)
                .distinct()
                .toList();
        notes.add(note(
                locked.isEmpty() ? "AUTHORIZATION_NOT_NEEDED" : "AUTHORIZATION_NOT_COVERING",
                Reason.Subject.ORDER,
                locked.isEmpty()
                        ? name(held)
                                + " releases nothing: nothing of this order waits for an authorization of this type."
                        : name(held) + " releases nothing: an authorization of this type does not lift "
                                + String.join(", ", locked) + ".",
                List.of()));
    }

    private static Reason notCovering(Authorization held, Reason.Subject subject, String reasonId, Coverage.Lack lack) {
        return note(
                "AUTHORIZATION_NOT_COVERING",
                subject,
                name(held) + " does not release " + reasonId + ": " + lack.text() + ".",
                lack.missing());
    }

    private void disposition(
            int index, Disposition given, List<Reason> reasons, LocalDate asOf, Decision out, List<Reason> notes) {
        List<Reason> meant = reasons.stream()
                .filter(reason -> reason.id().equals(given.reasonId()))
                .toList();
        String path = "dispositions[" + index + "]";
        if (meant.isEmpty()) {
            notes.add(note(
                    "DISPOSITION_WITHOUT_REASON",
                    Reason.Subject.ORDER,
                    "There is no reason '" + given.reasonId() + "', so " + path + " lifts nothing.",
                    List.of()));
            return;
        }
        Reason.Subject subject = meant.get(0).subject();
        List<Reason> liftable = meant.stream().filter(Releases::isLiftable).toList();
        if (liftable.isEmpty()) {
            Reason first = meant.get(0);
            notes.add(note(
                    "DISPOSITION_NOT_LIFTING",
                    subject,
                    "A disposition does not lift " + first.id() + ", which is " + first.verdict()
                            + (first.holdKind() == null ? "" : "/" + first.holdKind()) + ": it lifts "
                            + "REVIEW, RED_FLAG and STATEMENT that have no release of their own.",
                    List.of()));
            return;
        }
        List<String> missing = missing(given, path, settings);
        boolean alone = isAlone(given);
        Disposition.Binding bound = given.binding();
        if (!missing.isEmpty() || alone || bound == null) {
            notes.add(note(
                    "DISPOSITION_INCOMPLETE",
                    subject,
                    path + " does not lift " + given.reasonId() + ": "
                            + (alone
                                    ? "author and second approver are the same."
                                    : "it does not say all that it must."),
                    missing));
            return;
        }
        List<String> changed = changed(bound, Bindings.of(out, subject, given.reasonId()));
        LocalDate expires = given.expires();
        if (expires == null || asOf.isAfter(expires)) {
            changed.add("it held until " + expires);
        }
        if (!changed.isEmpty()) {
            notes.add(note(
                    "DISPOSITION_REOPENED",
                    subject,
                    given.reasonId() + " is open again, which " + given.author() + " had lifted: "
                            + String.join("; ", changed) + ".",
                    List.of()));
            return;
        }
        Release release = new Release(
                Release.Kind.DISPOSITION,
                given.author(),
                given.author()
                        + (given.secondApprover().isBlank() ? "" : ", with " + given.secondApprover() + ",")
                        + " lifted it until " + expires + ": " + given.evidence()
                        + (given.note().isBlank() ? "" : "; " + given.note()) + ".");
        liftable.forEach(reason -> out.release(reason, release));
    }

    static boolean isLiftable(Reason reason) {
        return reason.holdKind() != null
                && LIFTED_BY_PERSONS.contains(reason.holdKind())
                && !RELEASED_ELSEWHERE.contains(reason.rule());
    }

    /** Whether a disposition says all that it must, and a second approver is another person. */
    static boolean isComplete(Disposition given, Settings settings) {
        return missing(given, "", settings).isEmpty() && !isAlone(given);
    }

    private static boolean isAlone(Disposition given) {
        return !given.secondApprover().isBlank()
                && Coverage.fold(given.secondApprover()).equals(Coverage.fold(given.author()));
    }

    private static List<String> missing(Disposition given, String path, Settings settings) {
        List<String> missing = new ArrayList<>();
        if (given.binding() == null) {
            missing.add(path + ".binding");
        }
        if (given.author().isBlank()) {
            missing.add(path + ".author");
        }
        if (given.evidence().isBlank()) {
            missing.add(path + ".evidence");
        }
        if (given.expires() == null) {
            missing.add(path + ".expires");
        }
        if (settings.secondApprover() && given.secondApprover().isBlank()) {
            missing.add(path + ".secondApprover");
        }
        return missing;
    }

    private static List<String> changed(Disposition.Binding bound, Disposition.Binding now) {
        List<String> changed = new ArrayList<>();
        if (!bound.input().equals(now.input())) {
            changed.add("what the order says, or what was found, has changed (input)");
        }
        if (!bound.rules().equals(now.rules())) {
            changed.add("the rules have changed (rules)");
        }
        if (!bound.lists().equals(now.lists())) {
            changed.add("the listings that it rests on have changed (lists)");
        }
        return changed;
    }

    private static Reason note(String rule, Reason.Subject subject, String text, List<String> missing) {
        return new Reason(rule, Verdict.CLEAR, null, Reason.Basis.CONTRACT, subject, text, null, missing, "");
    }
}
