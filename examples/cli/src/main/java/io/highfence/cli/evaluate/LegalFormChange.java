package io.highfence.cli.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Legal forms that are added, left out, changed for another, or said in another language. */
final class LegalFormChange {
    private static final List<String> FORMS =
            List.of("Co., Ltd.", "Ltd", "LLC", "Inc.", "GmbH", "JSC", "Corporation", "S.A.", "Pte. Ltd.", "Limited");

    /** At the end of a name, or a Russian form before it. */
    private static final Pattern FORM =
            Pattern.compile("(?i)(?:,? \\(?(CO\\.?,? ?LTD\\.?|COMPANY LIMITED|LIMITED LIABILITY COMPANY"
                    + "|(?:(?:OPEN |CLOSED |PUBLIC )?JOINT STOCK|PRIVATE LIMITED) COMPANY|(?:PRIVATE |PVT\\.? )?(?:LIMITED|LTD\\.?)"
                    + "|(?:FZ[- ])?L\\.?L\\.?C\\.?|INC\\.?|INCORPORATED|GMBH|CORPORATION|CORP\\.?|[OPC]?JSC|OOO|OAO|PAO|ZAO|AO"
                    + "|S\\.A\\. DE C\\.V\\.|S\\.A\\.R\\.L\\.|S\\.A\\.|FZE)\\)?$)"
                    + "|^(OOO|OAO|PAO|ZAO|AO|LLC|[OPC]?JSC|LIMITED LIABILITY COMPANY"
                    + "|(?:OPEN |CLOSED |PUBLIC )?JOINT STOCK COMPANY) ");

    private static final Map<String, String> TRANSLATED = Map.ofEntries(
            Map.entry("LIMITED LIABILITY COMPANY", "OOO"),
            Map.entry("LLC", "OOO"),
            Map.entry("OOO", "LLC"),
            Map.entry("JOINT STOCK COMPANY", "AO"),
            Map.entry("PUBLIC JOINT STOCK COMPANY", "PAO"),
            Map.entry("JSC", "AO"),
            Map.entry("OJSC", "OAO"),
            Map.entry("PJSC", "PAO"),
            Map.entry("AO", "JSC"),
            Map.entry("OAO", "OJSC"),
            Map.entry("PAO", "PJSC"),
            Map.entry("ZAO", "CJSC"),
            Map.entry("GMBH", "Limited Liability Company"),
            Map.entry("S.A.", "Joint Stock Company"));

    private LegalFormChange() {}

    static List<Damage> all() {
        return List.of(
                new Damage("legal form added", Damage.STRUCTURE, LegalFormChange::added),
                new Damage("legal form dropped", Damage.STRUCTURE, (name, random) -> dropped(name)),
                new Damage("legal form changed", Damage.STRUCTURE, LegalFormChange::changed),
                new Damage("legal form translated", Damage.STRUCTURE, (name, random) -> translated(name)));
    }

    /** The legal form of a name as it is written, or null. */
    static @Nullable String formOf(String name) {
        Matcher matcher = FORM.matcher(name);
        return matcher.find() ? form(matcher) : null;
    }

    private static String form(Matcher matcher) {
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    static @Nullable String added(String name, Random random) {
        // A comma without a legal form is a person's.
        return formOf(name) != null || name.indexOf(',') >= 0
                ? null
                : name + " " + FORMS.get(random.nextInt(FORMS.size()));
    }

    static @Nullable String dropped(String name) {
        Matcher matcher = FORM.matcher(name);
        return matcher.find() ? matcher.replaceFirst("").strip() : null;
    }

    static @Nullable String changed(String name, Random random) {
        String bare = dropped(name);
        String own = formOf(name);
        if (bare == null || own == null) {
            return null;
        }
        String other = FORMS.get(random.nextInt(FORMS.size()));
        boolean like =
                NameKey.of(other).contains(NameKey.of(own)) || NameKey.of(own).contains(NameKey.of(other));
        return like ? null : bare + " " + other;
    }

    static @Nullable String translated(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.find()) {
            return null;
        }
        String other = TRANSLATED.get(form(matcher).toUpperCase(java.util.Locale.ROOT));
        return other == null
                ? null
                : name.substring(0, matcher.start())
                        + matcher.group().replace(form(matcher), other)
                        + name.substring(matcher.end());
    }
}
