package io.highfence.ledger;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a running total is kept of: a kind and the id of whom or what it belongs to. In text {@code kind:id}, such as
 * {@code tpp-consignee:C-1042}.
 *
 * <p>Immutable. Which year or window counts is no part of an account: postings have days, and {@link Totals} sums days.
 *
 * @param kind what is counted
 * @param id of whom or what, in the caller's own ids; compared letter by letter
 */
public record Account(Kind kind, String id) implements Comparable<Account> {
    private static final Comparator<Account> ORDER =
            Comparator.comparing(Account::kind).thenComparing(Account::id);

    /** What an account counts. */
    public enum Kind {
        /** Total processing performance shipped to an ultimate consignee. */
        TPP_CONSIGNEE("tpp-consignee"),
        /** Total processing performance given to a tenant. */
        TPP_TENANT("tpp-tenant"),
        /** Total processing performance of a product, shipped to China or Macau. */
        TPP_CHINA("tpp-china"),
        /** Total processing performance of a product, shipped to US customers for use in the United States. */
        TPP_US("tpp-us"),
        /** Total processing performance shipped to a country; the id is its code. */
        TPP_COUNTRY("tpp-country"),
        /** TeraFLOPS at 64 bits that a consignee or user has received. */
        FP64_SITE("fp64-site"),
        /** TeraFLOPS at 32 bits that a consignee or user has received. */
        FP32_SITE("fp32-site"),
        /** Pieces that were taken from a license. */
        LICENSE_QUANTITY("license-quantity"),
        /** Value that was taken from a license, in its own currency. */
        LICENSE_VALUE("license-value");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /**
         * The kind in text.
         *
         * @return a word such as {@code tpp-tenant}
         */
        public String word() {
            return word;
        }

        /**
         * Finds a kind by its word.
         *
         * @param word the word, as {@link #word()} gives it
         * @return the kind, or null if there is none of that word
         */
        public static @Nullable Kind find(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            return null;
        }
    }

    /**
     * Checks the id.
     *
     * @param kind what is counted
     * @param id of whom or what
     * @throws IllegalArgumentException if the id is none; see {@link OrderLine#isId}
     */
    public Account {
        OrderLine.check("account", id);
    }

    /**
     * The id of a party to whom the caller gives none: the name in small letters and figures, with the country. Two spellings are two
     * ids.
     *
     * @param name the name
     * @param country the code of its country, or null if that is not known
     * @return such as {@code blue lagoon rendering|DE}, with {@code ?} for the country that is not known; empty if the name has neither
     *     letters nor figures
     */
    public static String idOf(String name, @Nullable String country) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
        return plain.isEmpty() ? "" : plain + "|" + (country == null ? "?" : country);
    }

    /**
     * Reads an account from its text.
     *
     * @param text {@code kind:id}; the id may hold more colons
     * @return the account
     * @throws IllegalArgumentException if the kind is none, or the id; the message says which
     */
    public static Account parse(String text) {
        int colon = text.indexOf(':');
        Kind kind = colon < 0 ? null : Kind.find(text.substring(0, colon));
        if (kind == null) {
            throw new IllegalArgumentException(
                    "An account is kind:id, such as tpp-consignee:C-1042, not '" + text + "'");
        }
        return new Account(kind, text.substring(colon + 1));
    }

    @Override
    public int compareTo(Account other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.word + ":" + id;
    }
}
