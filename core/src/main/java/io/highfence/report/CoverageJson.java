package io.highfence.report;

import io.highfence.list.ListCoverage;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import java.util.List;
import java.util.Map;

/** Which partner lists which party. */
final class CoverageJson {
    private CoverageJson() {}

    static String write(ListCoverage coverage, PartyList list) {
        return Json.object(json -> json.texts("partners", coverage.partners())
                .put("parties", coverage.rows().size())
                .object("listed", counts -> {
                    for (String partner : coverage.partners()) {
                        counts.put(partner, coverage.count(partner));
                    }
                })
                .objects(
                        "combinations",
                        coverage.combinations().entrySet(),
                        (one, entry) -> one.texts("on", entry.getKey()).put("parties", entry.getValue()))
                .objects("editions", list.editions(), (one, edition) -> EditionJson.fields(one, list, edition))
                .put("listSet", list.digest()));
    }

    static String write(ListCoverage coverage, ListCoverage.Row row) {
        ListedParty first = row.records().get(0);
        List<String> absent = coverage.partners().stream()
                .filter(partner -> !row.lists().containsKey(partner))
                .toList();
        return Json.object(json -> json.put("name", first.primaryName())
                .put("type", first.type())
                .object("on", on -> {
                    for (Map.Entry<String, List<String>> partner : row.lists().entrySet()) {
                        on.texts(partner.getKey(), partner.getValue());
                    }
                })
                .texts("notOn", absent)
                .objects(
                        "listings",
                        row.records(),
                        (one, record) -> one.put("list", record.list())
                                .put("source", record.source())
                                .put("entry", record.entry())
                                .put("name", record.primaryName())));
    }
}
