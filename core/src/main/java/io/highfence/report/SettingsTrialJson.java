package io.highfence.report;

import io.highfence.HoldKind;
import io.highfence.Reason;
import io.highfence.Setting;
import io.highfence.SettingsTrial;
import io.highfence.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a change of settings does to orders, as JSON objects. */
final class SettingsTrialJson {
    private SettingsTrialJson() {}

    static String write(SettingsTrial.Change change) {
        return Json.object(json -> {
            json.put("id", change.order());
            json.object("before", side -> side(side, change.before(), change.beforeHold()));
            json.object("after", side -> side(side, change.after(), change.afterHold()));
            reasons(json, "appeared", change.appeared());
            reasons(json, "gone", change.gone());
        });
    }

    private static void side(Json json, Verdict verdict, @Nullable HoldKind hold) throws IOException {
        json.put("verdict", verdict).put("holdKind", hold);
    }

    private static void reasons(Json json, String key, List<Reason> reasons) throws IOException {
        json.objects(
                key,
                reasons,
                (reason, value) -> reason.put("id", value.id())
                        .put("rule", value.rule())
                        .put("verdict", value.verdict())
                        .put("holdKind", value.holdKind())
                        .put("text", value.text()));
    }

    static String write(SettingsTrial trial) {
        return Json.object(json -> {
            json.put("orders", trial.orders()).put("changed", trial.changed());
            json.object("verdicts", verdicts -> {
                for (Map.Entry<String, Integer> count : trial.verdicts().entrySet()) {
                    verdicts.put(count.getKey(), count.getValue());
                }
            });
            json.texts("settings", trial.differing().stream().map(Setting::key).toList());
            json.put("from", trial.before().digest()).put("to", trial.after().digest());
        });
    }
}
