package io.highfence.report;

import io.highfence.Setting;
import io.highfence.Settings;

/** Settings for people: each with its value, its default, what it does and why. */
final class SettingsText {
    private SettingsText() {}

    static String write(Settings settings) {
        Lines lines = new Lines();
        lines.add("", "digest " + settings.digest());
        for (Setting setting : Setting.values()) {
            String value = setting.value(settings);
            String usual = setting.value(Settings.defaults());
            lines.add("", "");
            lines.add("", setting.key() + " = " + value);
            lines.add("  ", value.equals(usual) ? "the default" : "default: " + usual);
            lines.add("  form: ", setting.form());
            lines.add("  what: ", setting.what());
            lines.add("  why:  ", setting.why());
        }
        return lines.toString();
    }
}
