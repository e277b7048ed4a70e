package io.highfence.report;

import io.highfence.Party;
import io.highfence.PartyAnswer;
import io.highfence.PartyMatch;
import io.highfence.PartyReader;
import io.highfence.Reason;
import io.highfence.Screener;
import io.highfence.Suppressions;
import io.highfence.list.ListedParty;
import io.highfence.match.MatchSettings;
import io.highfence.match.Matches;
import io.highfence.match.NameExplanation;
import io.highfence.match.PartyMatcher;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer about one party as the JSON object of the command line's contract. */
final class PartyJson {
    private PartyJson() {}

    /** The answer; each hit and near miss with its explanation if one is asked for. */
    static String write(PartyReader.Row row, PartyAnswer answer, Screener screener, LocalDate date, boolean explained) {
        Matches matches = answer.matches();
        MatchSettings settings = screener.settings().match();
        PartyMatcher explainer = explained ? new PartyMatcher(settings) : null;
        return Json.object(json -> {
            json.put("id", row.id())
                    .put("name", row.party().name())
                    .put("alert", answer.alert())
                    .put("verdict", answer.verdict())
                    .score("best", matches.size() == 0 ? 0 : matches.score(0))
                    .score("threshold", settings.threshold())
                    .objects("hits", indexes(matches), (hit, i) -> {
                        hit(hit, row.party(), matches, i, explainer);
                        suppressed(hit, answer.hits().get(i));
                    })
                    .put("hitsInAll", matches.total())
                    .put("suppressedHits", answer.suppressedHits());
            if (settings.nearMissMargin() > 0) {
                Matches near = matches.nearMisses();
                json.objects("nearMisses", indexes(near), (hit, i) -> hit(hit, row.party(), near, i, explainer))
                        .put("nearMissesInAll", near.total());
            }
            json.texts("reasons", answer.reasons().stream().map(Reason::text).toList())
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
            suppressions(json, screener);
            EditionJson.brief(json, screener.index().list().editions(), date);
        });
    }

    static List<Integer> indexes(Matches matches) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            indexes.add(i);
        }
        return indexes;
    }

    /** Which suppressions the answer knew of; nothing where none were given. */
    static void suppressions(Json json, Screener screener) throws IOException {
        if (screener.suppressions() != Suppressions.NONE) {
            json.put("suppressions", screener.suppressions().digest());
        }
    }

    /** Whether a hit is kept from alerting, by whom, and which suppressions do not hold. */
    static void suppressed(Json json, PartyMatch hit) throws IOException {
        json.put("suppressed", !hit.suppressed().isEmpty());
        if (!hit.suppressed().isEmpty()) {
            json.objects("suppressedBy", hit.suppressed(), SuppressionJson::grant);
        }
        if (!hit.reopened().isEmpty()) {
            json.texts("reopened", hit.reopened());
        }
    }

    static void hit(Json json, Party party, Matches matches, int i, @Nullable PartyMatcher explainer)
            throws IOException {
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
        if (explainer != null) {
            NameExplanation why = explainer.explain(party.name(), party.type(), best);
            json.object("explanation", inner -> NameMatchJson.write(inner, why));
        }
    }
}
