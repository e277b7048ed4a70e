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
            json.put("ruleSet", health.ruleSet())
                    .put("listSet", health.listSet())
                    .put("config", health.config());
        });
    }
}
