package io.highfence.report;

import io.highfence.PartyAnswer;
import io.highfence.PartyChange;
import io.highfence.PartyReader;
import io.highfence.Rescreener;
import io.highfence.Screener;
import io.highfence.list.PartyList;
import io.highfence.match.Matches;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;

/** A changed answer about one party as the JSON object of the command line. */
final class RescreeningJson {
    private RescreeningJson() {}

    static String write(PartyReader.Row row, PartyChange change, Rescreener rescreener, LocalDate date) {
        Matches before = change.before().matches();
        Matches after = change.after().matches();
        return Json.object(json -> json.put("id", row.id())
                .put("name", row.party().name())
                .object("before", side -> side(side, change.before(), rescreener.before(), date))
                .object("after", side -> side(side, change.after(), rescreener.after(), date))
                .objects(
                        "hits",
                        change.hits(),
                        (one, hit) -> one.put("change", hit.kind().name().toLowerCase(Locale.ROOT))
                                .objects(
                                        "before",
                                        hit.before(),
                                        (old, i) -> PartyJson.hit(old, row.party(), before, i, null))
                                .objects(
                                        "after",
                                        hit.after(),
                                        (now, i) -> PartyJson.hit(now, row.party(), after, i, null))
                                .objects("listings", hit.listings(), DeltaJson::fields))
                .texts("notes", row.notes())
                .score("threshold", rescreener.after().settings().match().threshold())
                .put("ruleSet", rescreener.after().rules().digest())
                .put("date", date));
    }

    private static void side(Json json, PartyAnswer answer, Screener screener, LocalDate date) throws IOException {
        Matches matches = answer.matches();
        PartyList list = screener.index().list();
        json.put("alert", matches.alert())
                .put("verdict", answer.verdict())
                .score("best", matches.size() == 0 ? 0 : matches.score(0))
                .put("hitsInAll", matches.total())
                .put("listSet", list.digest())
                .put("sampleList", list.isSample());
        EditionJson.brief(json, list.editions(), date);
    }
}
