package io.highfence.cli;

import io.highfence.Order;
import io.highfence.OrderReader;
import io.highfence.OrderTable;
import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Files of orders. */
final class OrderFiles {
    /** The endings of files that are tables. */
    private static final Pattern TABLE = Pattern.compile(".*\\.csv(\\.gz)?", Pattern.CASE_INSENSITIVE);

    private OrderFiles() {}

    /** Reads JSON, JSON Lines or a table, by the file's ending; an order that cannot be read is refused, and the others are read. */
    static void read(InputStream in, String file, Consumer<Order> out, Refusals refusals) throws IOException {
        try {
            readAll(in, file, out, refusals);
        } catch (PackedInput.Fault e) {
            refusals.stop(e.badInput());
        }
    }

    private static void readAll(InputStream in, String file, Consumer<Order> out, Refusals refusals)
            throws IOException {
        if (TABLE.matcher(file).matches()) {
            try {
                OrderTable.read(in, file, out, refusals::add);
            } catch (BadInput e) {
                refusals.stop(e);
            }
            return;
        }
        try (OrderReader orders = new OrderReader(in, file)) {
            while (true) {
                try {
                    Order next = orders.next();
                    if (next == null) {
                        return;
                    }
                    out.accept(next);
                } catch (BadInput e) {
                    if (orders.isStopped()) {
                        refusals.stop(e);
                    } else {
                        refusals.add(e);
                    }
                }
            }
        }
    }
}
