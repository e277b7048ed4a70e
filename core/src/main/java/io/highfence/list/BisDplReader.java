package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.base.DateRange;
import io.highfence.base.Digest;
import io.highfence.input.CsvInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The Denied Persons List as the Bureau of Industry and Security publishes it: cells in quotes, parted by tabulators, a row for
 * each address of a party. A party becomes the same record as in the Consolidated Screening List.
 */
final class BisDplReader implements ListReader {
    private static final Set<String> COLUMNS = Set.of(
            "name",
            "street_address",
            "city",
            "state",
            "country",
            "postal_code",
            "effective_date",
            "expiration_date",
            "standard_order",
            "last_update",
            "action",
            "fr_citation");

    private final Map<String, Order> orders = new LinkedHashMap<>();

    /** An order, which has a row for each address; each row may say of its own what was done to it. */
    private static final class Order {
        private final CslRecord record = new CslRecord();
        private final Set<ListedParty.Address> addresses = new LinkedHashSet<>();
        private final Set<String> actions = new LinkedHashSet<>();

        void addTo(Loading loading) {
            record.addresses.addAll(addresses);
            record.remarks = Published.join("\n\n", List.copyOf(actions));
            record.addTo(loading);
        }
    }

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        CsvInput csv = new CsvInput(loading.file(), COLUMNS, Set.of("name", "standard_order"), loading::refuse)
                .separatedBy('\t');
        for (String column : csv.read(in, row -> take(row, loading))) {
            loading.note("the column '" + column + "' is not known");
        }
        orders.values().forEach(order -> order.addTo(loading));
    }

    private void take(CsvInput.Row row, Loading loading) {
        String name = row.get("name").strip();
        if (!Published.isName(name)) {
            loading.refuse(row, "name", "this row has no name");
            return;
        }
        String from = day(row.get("effective_date"));
        String to = day(row.get("expiration_date"));
        String standard = row.get("standard_order").strip();
        String notice = row.get("fr_citation").strip().replaceAll("\\s+", " ");
        String key = String.join("\n", name, from, to, standard.toUpperCase(Locale.ROOT), notice);
        Order order = orders.computeIfAbsent(key, k -> {
            Order opened = new Order();
            CslRecord made = opened.record;
            made.source = "Denied Persons List (DPL) - Bureau of Industry and Security";
            made.id = Digest.of(k).brief();
            made.name = name;
            made.startDate = from;
            made.endDate = to;
            made.standardOrder = standard;
            made.notice = notice;
            return opened;
        });
        order.actions.add(row.get("action").strip());
        ListedParty.Address address = CslRecord.address(
                row.get("street_address"),
                row.get("city"),
                row.get("state"),
                row.get("postal_code"),
                row.get("country"),
                loading);
        if (address != null) {
            order.addresses.add(address);
        }
        // The days of the last update hold slips such as the year 3017; those of the orders do not.
        loading.notBefore(PublishedDate.day(from, loading));
    }

    /** The day as {@link CslRecord} understands it; what is no day is left for it to note. */
    private static String day(String text) {
        DateRange read = PublishedDate.monthFirst(text);
        return read == null || read.from() == null ? text.strip() : read.from().toString();
    }
}
