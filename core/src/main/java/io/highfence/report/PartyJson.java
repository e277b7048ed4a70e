package io.highfence.report;

import io.highfence.PartyAnswer;
import io.highfence.PartyReader;
import io.highfence.Reason;
import io.highfence.Screener;
import io.highfence.list.ListedParty;
import io.highfence.match.Matches;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The answer about one party as the JSON object of the command line's contract. */
final class PartyJson {
    private PartyJson() {}

    static String write(PartyReader.Row row, PartyAnswer answer, Screener screener, LocalDate date) {
        Matches matches = answer.matches();
        List<Integer> hits = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            hits.add(i);
        }
        return Json.object(json -> {
            json.put("id", row.id())
                    .put("name", row.party().name())
                    .put("alert", matches.alert())
                    .put("verdict", answer.verdict())
                    .score("best", matches.size() == 0 ? 0 : matches.score(0))
                    .score("threshold", screener.settings().match().threshold())
                    .objects("hits", hits, (hit, i) -> hit(hit, matches, i))
                    .put("hitsInAll", matches.total())
                    .texts(
                            "reasons",
                            answer.reasons().stream().map(Reason::text).toList())
                    .texts(
                            "missing",
                            answer.reasons().stream()
                                    .flatMap(reason -> reason.missing().stream())
                                    .distinct()
                                    .toList())
                    .texts("notes", row.notes())
                    .put("listSet", screener.index().list().digest())
                    .put("sampleList", screener.index().list().isSample())
                    .put("ruleSet", screener.rules().digest())
                    .put("date", date);
        });
    }

    private static void hit(Json json, Matches matches, int i) throws IOException {
        ListedParty best = matches.records(i).get(0);
        json.put("source", best.source())
                .put("entry", best.entry())
                .put("name", best.primaryName())
                .put("matched", matches.matched(i).text())
                .put("script", matches.script(i))
                .score("score", matches.score(i))
                .score("nameScore", matches.nameScore(i))
                .texts("evidence", matches.evidence(i))
                .put("triggers", matches.triggers(i))
                .texts("programs", best.listing().programs())
                .put("effectiveFrom", best.listing().inForce().from())
                .put("effectiveTo", best.listing().inForce().to())
                .citation(best.listing().citation())
                .objects("listings", matches.records(i), Listings::write);
    }
}
