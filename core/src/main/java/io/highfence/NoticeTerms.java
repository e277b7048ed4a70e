package io.highfence;

import io.highfence.chip.Chip;
import io.highfence.law.Known;
import io.highfence.law.LicenseQuestion;
import io.highfence.law.Rule;
import io.highfence.law.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What License Exception NAC asks of its notice, 15 CFR 740.8: the clock, the confirmation, and the order as it was notified. */
final class NoticeTerms {
    static final String NAC = "NAC";

    /** The reason of a notice that still holds an order. */
    private static final String HELD = "NAC_NOTICE";

    /** What the law asks and this class compares, so that nobody has to say it. */
    private static final String COMPARED = "consignee, end user and items as in the notice";

    private static final int MAX_ITEMS = 6;

    private NoticeTerms() {}

    /** Of notices that nothing keeps from a line, the one that lacks least; of those alike in that, the earliest. */
    private static final Comparator<LicenseQuestion.Notice> BEST_FIRST = Comparator.comparing(
                    (LicenseQuestion.Notice notice) -> notice.confirmed() != Known.YES)
            .thenComparing(notice -> notice.objected() != Known.NO)
            .thenComparing(notice -> notice.distributor() != Known.NO)
            .thenComparing(LicenseQuestion.Notice::sent, Comparator.nullsLast(Comparator.naturalOrder()));

    /**
     * The notice that the order carries for an item, as the law asks about it; null if there is none. Of several, those count that
     * name no other consignee, end user or item, or all if each does: an objection to one of them, or a distributor in one, closes
     * the exception. So their sequence changes nothing.
     */
    static LicenseQuestion.@Nullable Notice asked(Order order, Item item, @Nullable String eccn) {
        List<Authorization.Notice> all = new ArrayList<>();
        for (Authorization authorization : order.authorizations()) {
            Authorization.Notice notice = authorization.notice();
            if (authorization.type() == Authorization.Type.NOTICE
                    && notice != null
                    && eccn != null
                    && Coverage.contains(authorization.eccns(), eccn)) {
                all.add(notice);
            }
        }
        List<Authorization.Notice> fitting =
                all.stream().filter(notice -> mayMean(notice, order, item)).toList();
        List<LicenseQuestion.Notice> notices = (fitting.isEmpty() ? all : fitting)
                .stream().map(notice -> asked(order, notice)).sorted(BEST_FIRST).toList();
        return notices.stream()
                .filter(notice -> notice.objected() == Known.YES || notice.distributor() == Known.YES)
                .min(Comparator.comparing((LicenseQuestion.Notice notice) -> notice.distributor() != Known.YES)
                        .thenComparing(BEST_FIRST))
                .orElse(notices.isEmpty() ? null : notices.get(0));
    }

    private static LicenseQuestion.Notice asked(Order order, Authorization.Notice notice) {
        return new LicenseQuestion.Notice(
                notice.submittedOn(),
                notice.confirmation().isBlank() ? Known.UNKNOWN : Known.YES,
                switch (notice.objection()) {
                    case NONE -> Known.NO;
                    case RAISED -> Known.YES;
                    case UNKNOWN -> Known.UNKNOWN;
                },
                distributor(order, notice),
                Known.UNKNOWN);
    }

    /** Whether a notice may be about a line: what it does not name may be the line's. */
    private static boolean mayMean(Authorization.Notice notice, Order order, Item item) {
        return isOrBlank(notice.consignee(), names(order, Party.Role.ULTIMATE_CONSIGNEE))
                && isOrBlank(notice.endUser(), names(order, Party.Role.END_USER))
                && (notice.items().isEmpty() || isAmong(notice.items(), item));
    }

    private static boolean isOrBlank(String notified, Set<String> ordered) {
        return notified.isBlank() || ordered.contains(Coverage.fold(notified));
    }

    /** The reason of a notice without what is compared here. */
    static Reason held(Reason reason) {
        if (!reason.rule().equals(HELD)) {
            return reason;
        }
        return new Reason(
                reason.rule(),
                reason.verdict(),
                reason.holdKind(),
                reason.basis(),
                reason.subject(),
                reason.text(),
                reason.citation(),
                reason.missing().stream().filter(fact -> !fact.equals(COMPARED)).toList(),
                reason.change());
    }

    /** A reseller is one; a purchaser who is neither consignee nor end user may be one, unless the notice says not. */
    private static Known distributor(Order order, Authorization.Notice notice) {
        if (Boolean.TRUE.equals(notice.distributor())
                || order.parties().stream().anyMatch(p -> p.role() == Party.Role.RESELLER && !p.isNone())) {
            return Known.YES;
        }
        Set<String> receivers = names(order, Party.Role.ULTIMATE_CONSIGNEE);
        receivers.addAll(names(order, Party.Role.END_USER));
        boolean direct = receivers.containsAll(names(order, Party.Role.PURCHASER));
        return direct || notice.distributor() != null ? Known.NO : Known.UNKNOWN;
    }

    private static Set<String> names(Order order, Party.Role role) {
        Set<String> names = new LinkedHashSet<>();
        order.parties().stream()
                .filter(party -> party.role() == role && !party.isNone())
                .forEach(party -> names.add(Coverage.fold(party.name())));
        return names;
    }

    /** Whether the notice lets these lines go on the first of these days. */
    static void check(
            Authorization authorization,
            Order order,
            List<Integer> lines,
            LocalDate firstDay,
            RuleBook rules,
            Coverage.Lack lack) {
        Authorization.Notice notice = authorization.notice();
        Rule rule = rules.rule("exception", NAC, firstDay);
        if (rule == null || notice == null) {
            lack.why("there is no such exception on " + firstDay);
            return;
        }
        if (notice.submittedOn() == null) {
            lack.missing("submittedOn");
        } else {
            int days = rule.values().whole("noticeDays");
            LocalDate first = notice.submittedOn().plusDays(days);
            if (firstDay.isBefore(first)) {
                lack.why(days + " calendar days after the notice of " + notice.submittedOn()
                        + " have not passed; the first day is " + first + ", not " + firstDay);
            }
        }
        switch (notice.objection()) {
            case NONE -> {}
            case RAISED -> lack.why("an objection to the notice was raised");
            case UNKNOWN -> lack.missing("objection");
        }
        if (notice.confirmation().isBlank()) {
            lack.missing("confirmation");
        }
        switch (distributor(order, notice)) {
            case NO -> {}
            case YES -> lack.why("a distributor is among the parties");
            case UNKNOWN -> lack.missing("distributor");
        }
        same("consignee", notice.consignee(), names(order, Party.Role.ULTIMATE_CONSIGNEE), lack);
        same("endUser", notice.endUser(), names(order, Party.Role.END_USER), lack);
        if (notice.items().isEmpty()) {
            lack.missing("items");
        } else if (notice.items().size() > MAX_ITEMS) {
            lack.why("a notice has at most " + MAX_ITEMS + " items, this one has "
                    + notice.items().size());
        } else {
            for (int line : lines) {
                items(notice.items(), order.items().get(line), lack);
            }
        }
    }

    private static void same(String field, String notified, Set<String> ordered, Coverage.Lack lack) {
        if (notified.isBlank()) {
            lack.missing(field);
        } else if (!ordered.equals(Set.of(Coverage.fold(notified)))) {
            lack.why("the " + (field.equals("endUser") ? "end user" : field) + " of the notice is '" + notified
                    + "', not that of the order");
        }
    }

    private static boolean isAmong(List<String> notified, Item item) {
        Chip chip = item.chip();
        boolean bySku = item.sku() != null && Coverage.contains(notified, item.sku());
        return bySku || (chip != null && !chip.name().isBlank() && Coverage.contains(notified, chip.name()));
    }

    private static void items(List<String> notified, Item item, Coverage.Lack lack) {
        if (!isAmong(notified, item)) {
            lack.why("the item of line " + item.line() + " is not among those of the notice");
        }
    }
}
