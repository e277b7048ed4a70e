package io.highfence;

import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Authorizations and dispositions that stand in a file beside the orders, as orders from a table have no room for them: JSON Lines, each
 * an object {@code {id, authorizations, dispositions}} with the id of the order and nothing else, in the form that {@link OrderReader}
 * reads. Immutable.
 */
public final class OrderReleases {
    private final Map<String, Order> byOrder;

    private OrderReleases(Map<String, Order> byOrder) {
        this.byOrder = byOrder;
    }

    /**
     * Reads a file. A file with a fault is refused whole.
     *
     * @param in the bytes, UTF-8; not closed
     * @param file the name for messages
     * @return what each order has; nothing if the file is empty
     * @throws IOException if the stream cannot be read
     * @throws BadInput if an object cannot be read, has no id, the id of one above, or says anything else of the order
     */
    public static OrderReleases read(InputStream in, String file) throws IOException, BadInput {
        Map<String, Order> byOrder = new LinkedHashMap<>();
        OrderReader reader = new OrderReader(in, file);
        for (Order next = reader.next(); next != null; next = reader.next()) {
            if (!nothingElse(next)) {
                throw reader.fault(
                        "of the order '" + next.id() + "' only authorizations and dispositions may stand here");
            }
            if (byOrder.put(next.id(), next) != null) {
                throw reader.fault("the order '" + next.id() + "' stood above already");
            }
        }
        return new OrderReleases(byOrder);
    }

    /** A value of theirs that is not known is passed on; a field of the order's own would be lost in silence. */
    private static boolean nothingElse(Order order) {
        Order.Builder same = Order.builder(order.id());
        order.authorizations().forEach(same::authorization);
        order.dispositions().forEach(same::disposition);
        order.unread().forEach(same::unread);
        order.unjudged().forEach(same::unjudged);
        List<String> notes = new ArrayList<>(order.unread());
        notes.addAll(order.unjudged());
        return order.equals(same.build())
                && notes.stream()
                        .allMatch(path -> path.startsWith("authorizations[") || path.startsWith("dispositions["));
    }

    /**
     * The orders that the file is about.
     *
     * @return their ids in the sequence of the file; cannot be changed
     */
    public Set<String> ids() {
        return Collections.unmodifiableSet(byOrder.keySet());
    }

    /**
     * An order with what the file has for it, behind what it has itself.
     *
     * @param order the order
     * @return a copy with more authorizations and dispositions, or the order itself if the file has nothing for it
     */
    public Order addTo(Order order) {
        Order more = byOrder.get(order.id());
        return more == null ? order : order.releasedBy(more);
    }
}
