package io.highfence.report;

import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import java.io.IOException;
import java.util.TreeMap;

/** What is known of one edition of a list. */
final class EditionJson {
    private EditionJson() {}

    static String write(PartyList list, PartyList.Edition edition) {
        return Json.object(json -> {
            fields(json, list, edition);
            json.put("listSet", list.digest());
        });
    }

    static void fields(Json json, PartyList list, PartyList.Edition edition) throws IOException {
        int index = list.editions().indexOf(edition);
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (ListedParty record : list.records()) {
            if (record.edition() == index) {
                counts.merge(record.list(), 1, Integer::sum);
            }
        }
        json.put("label", edition.label())
                .put("format", edition.format())
                .put("sample", edition.sample())
                .put("publishedOn", edition.publishedOn())
                .put("digest", edition.digest())
                .put("records", edition.recordCount())
                .put("names", edition.nameCount())
                .object("lists", lists -> {
                    for (var count : counts.entrySet()) {
                        lists.put(count.getKey(), count.getValue());
                    }
                })
                .texts("notes", edition.notes());
    }
}
