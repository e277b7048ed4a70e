package io.highfence.pipeline;

import io.highfence.Decision;
import io.highfence.OrderReader;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.base.Digest;
import io.highfence.law.RuleBook;
import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import io.highfence.report.Explanation;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Orders and editions for tests. All customers are made up; the lists are lists of one's own. */
final class Shop {
    static final String CLEAN = "Nordhang Maschinenbau";
    static final String LISTED_LATER = "Quellwerk Antriebe";

    static final Settings SETTINGS = Settings.defaults().toBuilder()
            .requiredLists(List.of("CUSTOM"))
            .maxListAgeDays(30)
            .build();

    private Shop() {}

    /** An order of workstation cards to Germany. */
    static byte[] order(String id, String buyer, String... lines) {
        StringBuilder items = new StringBuilder();
        for (String line : lines.length == 0 ? new String[] {"10"} : lines) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"line\":\"" + line + "\",\"chip\":\"NVIDIA RTX 4080\",\"quantity\":2}");
        }
        return Texts.bytes("{\"id\":\"" + id
                + "\",\"kind\":\"export\",\"exporter\":{\"country\":\"US\",\"hqCountry\":\"US\","
                + "\"ultimateParentCountry\":\"US\",\"usPerson\":true},\"shipFrom\":\"US\",\"destination\":{\"country\":\"DE\"},"
                + "\"plannedExportDate\":\"2026-09-01\",\"endUse\":\"civil\",\"knowledge\":\"stated\",\"parties\":["
                + party("purchaser", buyer) + "," + party("ultimateConsignee", buyer) + "," + party("endUser", buyer)
                + "],\"items\":[" + items + "]}");
    }

    private static String party(String role, String name) {
        return "{\"role\":\"" + role + "\",\"name\":\"" + name + "\",\"type\":\"organisation\",\"country\":\"DE\","
                + "\"hqCountry\":\"DE\",\"ultimateParentCountry\":\"DE\"}";
    }

    /** Writes an index of a list of one's own with these names. */
    static PartyIndex index(Path file, String... names) throws Exception {
        StringBuilder rows = new StringBuilder("id,name,type,countries\n");
        for (int i = 0; i < names.length; i++) {
            rows.append(i).append(',').append(names[i]).append(",entity,DE\n");
        }
        Path csv = Files.writeString(file.resolveSibling(file.getFileName() + ".csv"), rows.toString());
        PartyIndex index =
                PartyIndex.of(PartyList.load(List.of(ListSource.parse("custom-csv:" + csv + "@2026-08-31"))));
        index.save(file);
        return index;
    }

    /** The value of an edition. */
    static byte[] edition(Path file, Digest digest) {
        return Texts.bytes("{\"file\":\"" + file + "\",\"digest\":\"" + digest + "\"}");
    }

    static byte[] edition(Path index) throws Exception {
        return edition(index, PartyIndex.verify(index));
    }

    /** What the SDK says of an order without any pipeline. */
    static String decide(byte[] order, PartyIndex index, Instant at) throws Exception {
        return decide(order, new Screener(RuleBook.bundled(), index, SETTINGS), at);
    }

    static String decide(byte[] order, Screener screener, Instant at) throws Exception {
        return Explanation.json(decision(order, screener, at));
    }

    static Decision decision(byte[] order, Screener screener, Instant at) throws Exception {
        Decision decision = new Decision();
        try (OrderReader orders = new OrderReader(new ByteArrayInputStream(order), "order")) {
            screener.screen(orders.next(), at, decision);
        }
        return decision;
    }
}
