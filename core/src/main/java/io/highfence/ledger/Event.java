package io.highfence.ledger;

import io.highfence.base.Decimal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an order line, and how it stands in a log: tab-separated, as no id holds a tab.
 *
 * @param kind what happens
 * @param key the order line
 * @param postings what is reserved, tidied; empty for the other kinds
 * @param day the day on which it is committed, or null for the days of the reservation
 */
record Event(
        Kind kind,
        OrderLine key,
        List<Posting> postings,
        @Nullable LocalDate day) {
    /** The most postings of one order line. */
    static final int MAX_POSTINGS = 64;

    private static final char TAB = '\t';
    private static final int POSTING_CELLS = 4;
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,13}(\\.[0-9]{1,6})?");
    private static final int DECIMALS = 6;

    enum Kind {
        RESERVE,
        COMMIT,
        CANCEL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Event reserve(OrderLine key, List<Posting> postings) {
        if (postings.isEmpty() || postings.size() > MAX_POSTINGS) {
            throw new IllegalArgumentException(
                    "An order line has 1 to " + MAX_POSTINGS + " postings, not " + postings.size());
        }
        return new Event(Kind.RESERVE, key, tidy(postings), null);
    }

    static Event commit(OrderLine key, @Nullable LocalDate day) {
        if (day != null) {
            Posting.check(day);
        }
        return new Event(Kind.COMMIT, key, List.of(), day);
    }

    static Event cancel(OrderLine key) {
        return new Event(Kind.CANCEL, key, List.of(), null);
    }

    /** Postings in one order, those of one account and day added up: two ways to say the same are the same. */
    static List<Posting> tidy(List<Posting> postings) {
        List<Posting> sorted = new ArrayList<>(postings);
        sorted.sort(Posting.ORDER);
        List<Posting> tidy = new ArrayList<>();
        for (Posting posting : sorted) {
            int last = tidy.size() - 1;
            if (last >= 0 && Posting.ORDER.compare(tidy.get(last), posting) == 0) {
                long sum = Math.addExact(tidy.get(last).amount(), posting.amount());
                tidy.set(last, new Posting(posting.account(), posting.day(), sum));
            } else {
                tidy.add(posting);
            }
        }
        return List.copyOf(tidy);
    }

    String text() {
        StringBuilder text = new StringBuilder(kind.word());
        text.append(TAB).append(key.order()).append(TAB).append(key.line());
        for (Posting posting : postings) {
            text.append(TAB).append(posting.account().kind().word());
            text.append(TAB).append(posting.account().id());
            text.append(TAB).append(posting.day());
            text.append(TAB).append(Decimal.toString(posting.amount()));
        }
        if (day != null) {
            text.append(TAB).append(day);
        }
        return text.toString();
    }

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Event parse(String text) {
        String[] cells = text.split("\t", -1);
        int rest = cells.length - 3;
        if (rest >= 0) {
            OrderLine key = new OrderLine(cells[1], cells[2]);
            if (cells[0].equals(Kind.RESERVE.word()) && rest > 0 && rest % POSTING_CELLS == 0) {
                List<Posting> postings = new ArrayList<>();
                for (int at = 3; at < cells.length; at += POSTING_CELLS) {
                    postings.add(posting(cells, at));
                }
                return reserve(key, postings);
            }
            if (cells[0].equals(Kind.COMMIT.word()) && rest <= 1) {
                return commit(key, rest == 0 ? null : day(cells[3]));
            }
            if (cells[0].equals(Kind.CANCEL.word()) && rest == 0) {
                return cancel(key);
            }
        }
        throw new IllegalArgumentException("no event of a ledger");
    }

    private static Posting posting(String[] cells, int at) {
        Account.Kind kind = Account.Kind.find(cells[at]);
        if (kind == null) {
            throw new IllegalArgumentException("no kind of account: " + cells[at]);
        }
        return new Posting(new Account(kind, cells[at + 1]), day(cells[at + 2]), amount(cells[at + 3]));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no day: " + text, e);
        }
    }

    private static long amount(String text) {
        // No exponent: the digits of 1e99999999 would take all day.
        if (!AMOUNT.matcher(text).matches()) {
            throw new IllegalArgumentException("no amount: " + text);
        }
        try {
            return new BigDecimal(text).movePointRight(DECIMALS).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("no amount that fits: " + text, e);
        }
    }
}
