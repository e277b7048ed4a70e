package io.highfence.report;

import io.highfence.Health;
import java.util.List;

/** Whether rules and lists are fit, as a JSON object. */
final class HealthJson {
    private HealthJson() {}

    static String write(Health health) {
        List<String> faults = health.faults();
        return Json.object(json -> {
            json.put("date", health.day()).put("fit", faults.isEmpty()).texts("faults", faults);
            json.objects(
                    "lists",
                    health.lists(),
                    (list, value) -> list.put("edition", value.edition())
                            .put("publishedOn", value.publishedOn())
                            .put("ageDays", value.days())
                            .put("maxAgeDays", value.most())
                            .put("age", value.age()));
            json.texts("missingLists", health.missingLists());
            json.put("verifiedThrough", health.verifiedThrough()).put("rulesOpenUntil", health.rulesOpenUntil());
            json.objects(
                    "ruleDates",
                    List.copyOf(health.ruleDates().entrySet()),
                    (day, value) -> day.put("date", value.getKey()).texts("rules", value.getValue()));
            Health.Suppressed suppressed = health.suppressed();
            if (suppressed == null) {
                json.put("suppressed", null);
            } else {
                json.object(
                        "suppressed",
                        counts -> counts.put("inForce", suppressed.inForce())
                                .put("endingSoon", suppressed.endingSoon())
                                .put("notBegun", suppressed.notBegun())
                                .put("ended", suppressed.ended())
                                .put("reopened", suppressed.reopened())
                                .put("unlisted", suppressed.unlisted()));
            }
            Health.Disposed disposed = health.disposed();
            if (disposed == null) {
                json.put("disposed", null);
            } else {
                json.object(
                        "disposed",
                        counts -> counts.put("inForce", disposed.inForce())
                                .put("endingSoon", disposed.endingSoon())
                                .put("ended", disposed.ended())
                                .put("reopened", disposed.reopened())
                                .put("incomplete", disposed.incomplete()));
            }
            json.put("ruleSet", health.ruleSet())
                    .put("listSet", health.listSet())
                    .put("config", health.config());
        });
    }
}
