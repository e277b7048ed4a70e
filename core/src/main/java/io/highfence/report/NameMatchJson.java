package io.highfence.report;

import io.highfence.match.NameExplanation;
import java.io.IOException;
import java.util.Locale;

/** Why two names have their score, as a JSON object; scores and shares have four decimals. */
final class NameMatchJson {
    private NameMatchJson() {}

    static void write(Json json, NameExplanation why) throws IOException {
        json.object("searched", inner -> side(inner, why, why.searched()))
                .object("listed", inner -> side(inner, why, why.listed()))
                .put("channel", why.channel().name().toLowerCase(Locale.ROOT))
                .objects(
                        "aligned",
                        why.groups(),
                        (group, value) -> group.put("searched", value.searched())
                                .put("listed", value.listed())
                                .put("reason", value.reason())
                                .put("edits", value.edits())
                                .score("likeness", value.likeness() * 10)
                                .score("share", why.share(value.weight())))
                .score("contradiction", why.share(why.contradiction()))
                .objects(
                        "lowered",
                        why.lowered(),
                        (lowered, value) -> lowered.put("reason", value.cause().words())
                                .score("from", value.from())
                                .score("to", value.to()))
                .score("nameScore", why.score())
                .score("threshold", why.threshold())
                .number("margin", NameMatchWords.margin(why))
                .texts("ignored", why.ignored())
                .objects(
                        "changes",
                        why.changes(),
                        (change, value) -> change.put("change", value.what())
                                .put("name", value.name())
                                .score("nameScore", value.score()));
    }

    private static void side(Json json, NameExplanation why, NameExplanation.Side side) throws IOException {
        json.put("name", side.name())
                .put("reading", side.reading())
                .objects(
                        "alone",
                        side.alone(),
                        (alone, word) -> alone.put("word", word.text())
                                .put("reason", word.why())
                                .score("share", why.share(word.weight())));
    }
}
