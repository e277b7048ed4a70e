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
                                .objects("before", hit.before(), (old, i) -> hit(old, row, before, i, change.before()))
                                .objects("after", hit.after(), (now, i) -> hit(now, row, after, i, change.after()))
                                .objects("listings", hit.listings(), DeltaJson::fields))
                .texts("notes", row.notes())
                .score("threshold", rescreener.after().settings().match().threshold())
                .put("ruleSet", rescreener.after().rules().digest())
                .put("date", date));
    }

    private static void hit(Json json, PartyReader.Row row, Matches matches, int i, PartyAnswer answer)
            throws IOException {
        PartyJson.hit(json, row.party(), matches, i, null);
        PartyJson.suppressed(json, answer.hits().get(i));
    }

    private static void side(Json json, PartyAnswer answer, Screener screener, LocalDate date) throws IOException {
        Matches matches = answer.matches();
        PartyList list = screener.index().list();
        json.put("alert", answer.alert())
                .put("verdict", answer.verdict())
                .score("best", matches.size() == 0 ? 0 : matches.score(0))
                .put("hitsInAll", matches.total())
                .put("suppressedHits", answer.suppressedHits())
                .put("listSet", list.digest())
                .put("sampleList", list.isSample());
        PartyJson.suppressions(json, screener);
        EditionJson.brief(json, list.editions(), date);
    }
}
