package io.highfence.report;

import io.highfence.list.ListTerms;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** What is known of one edition of a list. */
final class EditionJson {
    private EditionJson() {}

    static String write(PartyList list, PartyList.Edition edition, LocalDate date) {
        return Json.object(json -> {
            fields(json, list, edition);
            json.put("date", date)
                    .put("ageDays", edition.age(date))
                    .put("maxAgeDays", ListTerms.maxAgeDays(edition))
                    .objects("terms", edition.lists(), (one, code) -> terms(one, ListTerms.of(code)))
                    .texts(
                            "exportBarredBy",
                            ListTerms.barringExport(list).stream()
                                    .map(ListTerms::list)
                                    .toList())
                    .put("listSet", list.digest());
        });
    }

    private static void terms(Json json, ListTerms terms) throws IOException {
        json.put("list", terms.list())
                .put("name", terms.name())
                .put("publisher", terms.publisher())
                .put("partner", terms.partner())
                .put("source", terms.source())
                .put("terms", terms.terms())
                .put("attribution", terms.attribution())
                .put("redistribution", terms.redistribution().word())
                .put("maxAgeDays", terms.maxAgeDays())
                .put("why", terms.why())
                .put("maxShrinkPercent", terms.maxShrinkPercent());
    }

    /** What every answer that rests on lists says of each of them. */
    static void brief(Json json, List<PartyList.Edition> editions, LocalDate asOf) throws IOException {
        json.objects(
                "lists",
                editions,
                (one, edition) -> one.put("label", edition.label())
                        .texts("lists", edition.lists())
                        .put("publishedOn", edition.publishedOn())
                        .put("ageDays", edition.age(asOf))
                        .put("retrievedAt", edition.retrievedAt())
                        .put("records", edition.recordCount())
                        .put("digest", edition.digest()));
    }

    /** The same for people. */
    static String words(PartyList.Edition edition, LocalDate asOf) {
        Long age = edition.age(asOf);
        return edition.label() + ": "
                + (age == null
                        ? "day of publication unknown"
                        : "published " + edition.publishedOn() + ", " + age + " days old")
                + (edition.retrievedAt() == null ? "" : ", retrieved " + edition.retrievedAt())
                + ", " + edition.recordCount() + " records, " + edition.digest().brief();
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
                .put("retrievedAt", edition.retrievedAt())
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
