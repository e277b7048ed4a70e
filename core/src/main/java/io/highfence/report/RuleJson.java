package io.highfence.report;

import io.highfence.law.Rule;
import io.highfence.law.RuleChange;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A rule, and what becomes of it between two days, as JSON objects of the command line's contract. */
final class RuleJson {
    private RuleJson() {}

    static String write(Rule rule, LocalDate date) {
        return Json.object(json -> {
            rule(json, rule);
            json.put("date", date);
        });
    }

    static String write(RuleChange change, LocalDate from, LocalDate to) {
        Rule any = Objects.requireNonNull(change.after() == null ? change.before() : change.after());
        return Json.object(json -> {
            json.put("change", change.kind().name().toLowerCase(Locale.ROOT))
                    .put("family", any.family())
                    .put("key", any.key())
                    .texts("fields", change.fields());
            side(json, "before", change.before());
            side(json, "after", change.after());
            json.put("from", from).put("to", to);
        });
    }

    private static void side(Json json, String name, @Nullable Rule rule) throws IOException {
        if (rule == null) {
            json.put(name, null);
        } else {
            json.object(name, inner -> rule(inner, rule));
        }
    }

    private static void rule(Json json, Rule rule) throws IOException {
        json.put("id", rule.id())
                .put("family", rule.family())
                .put("key", rule.key())
                .citation(rule.citation())
                .put("status", rule.status())
                .put("trust", rule.trust().mark())
                .put("promoted", rule.promoted())
                .object(
                        "interval",
                        interval -> interval.put("from", rule.inForce().from())
                                .put("to", rule.inForce().to()))
                .put("note", rule.note())
                .object("values", values -> {
                    for (String name : new TreeSet<>(rule.values().names())) {
                        values.put(name, rule.values().show(name));
                    }
                });
    }
}
