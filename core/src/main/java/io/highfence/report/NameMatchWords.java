package io.highfence.report;

import io.highfence.Decision;
import io.highfence.PartyMatch;
import io.highfence.match.MatchSettings;
import io.highfence.match.NameExplanation;
import io.highfence.match.PartyMatcher;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Why two names have their score, in words for people. */
final class NameMatchWords {
    private NameMatchWords() {}

    /** A matcher that explains the matches of a decision, of which one is enough for all. */
    static PartyMatcher matcher(Decision decision) {
        Decision.Stamp stamp = Objects.requireNonNull(decision.stamp());
        return new PartyMatcher(MatchSettings.defaults().withThreshold(stamp.threshold()));
    }

    /** Why a match of a decision has its name score, made anew from the two names. */
    static List<String> points(PartyMatcher matcher, PartyMatch match) {
        return points(
                matcher.explain(match.searched(), match.type(), match.records().get(0)));
    }

    static String text(NameExplanation why) {
        Lines lines = new Lines();
        lines.add("", "'" + why.searched().name() + "' and '" + why.listed().name() + "'");
        points(why).forEach(point -> lines.add("  ", point));
        return lines.toString();
    }

    /** The explanation point by point, the names themselves left out. */
    static List<String> points(NameExplanation why) {
        List<String> points = new ArrayList<>();
        points.add("name score " + DecisionWords.score(why.score()) + ", " + overOrUnder(why) + ": "
                + why.channel().words());
        for (NameExplanation.Group group : why.groups()) {
            points.add("'" + group.searched() + "' = '" + group.listed() + "': " + group.reason()
                    + (group.searched().equals(group.listed()) ? "" : ", alike " + hundredths(group.likeness() * 10))
                    + part(why, group.weight()));
        }
        alone("searched", why, why.searched(), points);
        alone("listed", why, why.listed(), points);
        if (why.contradiction() > 0) {
            points.add(
                    "both names have words that the other has not: this contradicts" + part(why, why.contradiction()));
        }
        for (NameExplanation.Lowered lowered : why.lowered()) {
            points.add("lowered from " + DecisionWords.score(lowered.from()) + " to "
                    + DecisionWords.score(lowered.to()) + ": " + lowered.cause().words());
        }
        points.addAll(why.ignored());
        String beyond = why.score() >= why.threshold() ? "under" : "over";
        for (NameExplanation.Change change : why.changes()) {
            points.add(change.what() + " it would score " + DecisionWords.score(change.score()) + ", " + beyond
                    + " the threshold");
        }
        if (why.changes().isEmpty()) {
            points.add("of the single changes that were tried, none would take it " + beyond + " the threshold");
        }
        return points;
    }

    private static void alone(String side, NameExplanation why, NameExplanation.Side name, List<String> points) {
        for (NameExplanation.Word word : name.alone()) {
            points.add(side + " only: '" + word.text() + "', " + word.why() + part(why, word.weight()));
        }
    }

    private static String part(NameExplanation why, long weight) {
        return "; " + hundredths(why.share(weight)) + " of the weight";
    }

    private static String hundredths(int tenThousandths) {
        return (tenThousandths + 50) / 100 + " %";
    }

    private static String overOrUnder(NameExplanation why) {
        int margin = why.score() - why.threshold();
        return (margin == 0 ? "at" : DecisionWords.score(Math.abs(margin)) + (margin > 0 ? " over" : " under"))
                + " the threshold of " + DecisionWords.score(why.threshold());
    }

    /** By how much the score is over the threshold, negative if it is under it. */
    static String margin(NameExplanation why) {
        return BigDecimal.valueOf((long) why.score() - why.threshold(), 4).toPlainString();
    }
}
