package io.highfence.report;

import io.highfence.list.ListDelta;
import io.highfence.list.PartyList;
import io.highfence.list.Shrinkage;
import java.io.IOException;
import java.util.Locale;

/** What became of a list between two editions. */
final class DeltaJson {
    private DeltaJson() {}

    static String write(ListDelta delta, PartyList before, PartyList after) {
        return Json.object(json -> {
            side(json, "from", before);
            side(json, "to", after);
            for (ListDelta.Kind kind : ListDelta.Kind.values()) {
                json.put(word(kind), delta.count(kind));
            }
            json.put("unchanged", delta.unchanged())
                    .objects(
                            "shrunk",
                            Shrinkage.between(before, after),
                            (one, shrunk) -> one.put("list", shrunk.list())
                                    .put("before", shrunk.before())
                                    .put("after", shrunk.after())
                                    .put("maxPercent", shrunk.maxPercent()));
        });
    }

    private static void side(Json json, String key, PartyList list) throws IOException {
        json.object(
                key,
                side -> side.objects(
                                "editions", list.editions(), (one, edition) -> EditionJson.fields(one, list, edition))
                        .put("listSet", list.digest()));
    }

    static String write(ListDelta.Change change) {
        return Json.object(json -> fields(json, change));
    }

    static void fields(Json json, ListDelta.Change change) throws IOException {
        json.put("change", word(change.kind()));
        Listings.write(json, change.record());
        json.objects(
                "differences",
                change.differences(),
                (one, difference) -> one.put("field", difference.field())
                        .texts("gone", difference.gone())
                        .texts("come", difference.come()));
    }

    private static String word(ListDelta.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
