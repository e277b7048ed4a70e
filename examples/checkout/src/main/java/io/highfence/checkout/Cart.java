package io.highfence.checkout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person enters on the page. The shop adds what it knows itself and makes an order of it in the form of the API, so that both ways
 * are one.
 *
 * @param id made with the empty page: sending the page twice is one order
 * @param name the customer's name
 * @param type {@code person} or {@code organisation}
 * @param country where the goods go, ISO 3166 alpha-2
 * @param address where exactly
 * @param hqCountry where an organisation has its head office; blank is the same country
 * @param endUse {@code civil}, {@code military} or {@code unknown}
 * @param sku numbers of products
 * @param quantity how many of each; 0 is none
 */
record Cart(
        @Nullable String id,
        @Nullable String name,
        @Nullable String type,
        @Nullable String country,
        @Nullable String address,
        @Nullable String hqCountry,
        @Nullable String endUse,
        @Nullable List<String> sku,
        @Nullable List<Integer> quantity) {

    private static final int MAX_NAME = 300;
    private static final int MAX_ADDRESS = 1000;
    private static final int MAX_QUANTITY = 1000;
    private static final List<String> END_USES = List.of("civil", "military", "unknown");

    /** An empty cart. */
    static Cart empty(String id) {
        return new Cart(id, "", "person", "", "", "", "civil", List.of(), List.of());
    }

    /** How many of a product are in it. */
    public int count(String product) {
        int at = sku == null ? -1 : sku.indexOf(product);
        Integer count = at < 0 || quantity == null || at >= quantity.size() ? null : quantity.get(at);
        return count == null ? 0 : count;
    }

    /** What the person has still to enter, in words for that person; empty if it is an order. */
    List<String> faults(CheckoutProperties shop) {
        List<String> faults = new ArrayList<>();
        if (isNot(name, MAX_NAME)) {
            faults.add("Please enter your name.");
        }
        if (isNot(address, MAX_ADDRESS)) {
            faults.add("Please enter the address.");
        }
        if (!isCountry(country) || !(text(hqCountry).isEmpty() || isCountry(hqCountry))) {
            faults.add("Please choose a country.");
        }
        if (!END_USES.contains(text(endUse))) {
            faults.add("Please say what it is for.");
        }
        if (shop.catalogue().stream().allMatch(product -> count(product.sku()) == 0)) {
            faults.add("The cart is empty.");
        }
        if (shop.catalogue().stream()
                .anyMatch(product -> count(product.sku()) < 0 || count(product.sku()) > MAX_QUANTITY)) {
            faults.add("You can order up to " + MAX_QUANTITY + " of each.");
        }
        return faults;
    }

    /** The order as JSON. */
    String json(CheckoutProperties shop, LocalDate today, JsonMapper mapper) {
        ObjectNode order = mapper.createObjectNode();
        String from = shop.shop().country();
        String to = text(country);
        order.put("id", text(id));
        order.put("kind", from.equals(to) ? "domestic" : "export");
        order.putObject("exporter")
                .put("country", from)
                .put("hqCountry", shop.shop().hqCountry())
                .put("ultimateParentCountry", shop.shop().hqCountry())
                .put("usPerson", shop.shop().usPerson());
        order.put("shipFrom", from);
        order.putObject("destination").put("country", to).put("region", text(address));
        order.put("plannedExportDate", today.toString());
        order.put("endUse", text(endUse)).put("knowledge", "stated");
        ArrayNode parties = order.putArray("parties");
        for (String role : List.of("purchaser", "ultimateConsignee", "endUser")) {
            String hq = text(hqCountry).isEmpty() ? to : text(hqCountry);
            parties.addObject()
                    .put("role", role)
                    .put("name", text(name))
                    .put("type", "organisation".equals(type) ? "organisation" : "person")
                    .put("country", to)
                    .put("address", text(address))
                    .put("hqCountry", hq)
                    .put("ultimateParentCountry", hq);
        }
        ArrayNode items = order.putArray("items");
        for (CheckoutProperties.Product product : shop.catalogue()) {
            int count = count(product.sku());
            if (count > 0) {
                ObjectNode item = items.addObject()
                        .put("line", Integer.toString(items.size()))
                        .put("sku", product.sku())
                        .put("quantity", count);
                Optional.ofNullable(product.chip()).ifPresent(chip -> item.put("chip", chip));
                Optional.ofNullable(product.eccn()).ifPresent(eccn -> item.put("eccn", eccn));
            }
        }
        return mapper.writeValueAsString(order);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static boolean isNot(@Nullable String value, int max) {
        return text(value).isEmpty() || text(value).length() > max;
    }

    private static boolean isCountry(@Nullable String value) {
        return Arrays.binarySearch(Countries.CODES, text(value)) >= 0;
    }
}
