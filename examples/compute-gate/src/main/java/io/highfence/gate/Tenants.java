package io.highfence.gate;

import io.highfence.Order;
import io.highfence.OrderReader;
import io.highfence.Party;
import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who the tenants are: a file in which each line is an order of kind {@code cloudAccess} without items, whose id is the tenant's and the account of its
 * party.
 * Another edition of the file may take the place of the one before while launches are decided. Safe for many threads.
 */
final class Tenants {
    private volatile Map<String, Order> byId;
    private volatile @Nullable String fault;

    Tenants(Path file) throws IOException, BadInput {
        byId = read(file);
    }

    /** What is known of a tenant, or null. */
    @Nullable
    Order find(String id) {
        return byId.get(id);
    }

    /** The ids of all tenants, sorted. */
    List<String> ids() {
        return byId.keySet().stream().sorted().toList();
    }

    /** Why the last edition was not taken, or null if it was. */
    @Nullable
    String fault() {
        return fault;
    }

    /** Takes another edition as a whole; one with a fault anywhere changes nothing but {@link #fault()}. */
    boolean reload(Path file) {
        try {
            byId = read(file);
            fault = null;
            return true;
        } catch (IOException | BadInput e) {
            fault = e.toString();
            return false;
        }
    }

    private static Map<String, Order> read(Path file) throws IOException, BadInput {
        Map<String, Order> read = new HashMap<>();
        try (InputStream in = Files.newInputStream(file);
                OrderReader orders = new OrderReader(in, file.toString())) {
            for (Order tenant = orders.next(); tenant != null; tenant = orders.next()) {
                String unfit = unfit(tenant);
                if (unfit != null) {
                    throw new BadInput(file.toString(), 0, 0, "the tenant '" + tenant.id() + "' " + unfit);
                }
                if (read.put(tenant.id(), tenant) != null) {
                    throw new BadInput(file.toString(), 0, 0, "the tenant '" + tenant.id() + "' stands twice");
                }
            }
        }
        return Map.copyOf(read);
    }

    private static @Nullable String unfit(Order tenant) {
        if (tenant.kind() != Order.Kind.CLOUD_ACCESS) {
            return "must be an order of kind cloudAccess";
        }
        if (!tenant.items().isEmpty() || tenant.ruleDate() != null) {
            return "has items or a date, which come with each launch";
        }
        List<Party> parties = tenant.parties().stream()
                .filter(party -> party.role() == Party.Role.TENANT)
                .toList();
        if (parties.size() != 1 || !tenant.id().equals(parties.get(0).account())) {
            return "must have one party with the role tenant and the account '" + tenant.id() + "'";
        }
        if (!tenant.unread().isEmpty() || !tenant.unjudged().isEmpty()) {
            return "says what is not understood: " + String.join(", ", tenant.unread())
                    + String.join(", ", tenant.unjudged());
        }
        if (!tenant.authorizations().isEmpty()
                || !tenant.dispositions().isEmpty()
                || !tenant.totals().isEmpty()) {
            return "has authorizations, dispositions or totals, which belong to one order";
        }
        return null;
    }
}
