package io.highfence.ledger;

/**
 * One line of one order: the key under which a {@link Ledger} reserves, commits and cancels.
 *
 * @param order the order's own id
 * @param line the line's own id within the order
 */
public record OrderLine(String order, String line) {
    /** The longest id, in UTF-16 units. */
    public static final int MAX_ID = 2_000;

    /**
     * Checks the ids.
     *
     * @param order the order's id
     * @param line the line's id
     * @throws IllegalArgumentException if one is none; see {@link #isId}
     */
    public OrderLine {
        check("order", order);
        check("line", line);
    }

    /**
     * Whether a text can be an id in a ledger: not blank, at most {@link #MAX_ID} long, without control characters and halves of
     * surrogate pairs, so that it stands in a log as it is. Allocates nothing.
     *
     * @param id the text
     * @return true if it can
     */
    public static boolean isId(String id) {
        if (id.isBlank() || id.length() > MAX_ID) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (Character.isISOControl(c)) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < id.length()
                        && Character.isLowSurrogate(id.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    static void check(String what, String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("The id of the " + what + " must not be blank, longer than " + MAX_ID
                    + ", or hold control characters or broken UTF-16");
        }
    }

    @Override
    public String toString() {
        return order + " line " + line;
    }
}
