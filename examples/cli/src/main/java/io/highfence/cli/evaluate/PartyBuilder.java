package io.highfence.cli.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers the names of the parties of one source, told apart by the source's own keys. */
final class PartyBuilder {
    /** At the start of a text, or behind the words that announce it; elsewhere it is another party's. */
    private static final Pattern UN_REFERENCE =
            Pattern.compile("(?:^\\s*|UN Ref(?:erence)?\\)?:?\\s*)([A-Z]{2,3}[ie]\\.\\d{3})\\b");

    private final String source;
    private final Map<String, Names> byKey = new LinkedHashMap<>();

    /** The names of one party as they come in. */
    private static final class Names {
        private String primary = "";
        private final Set<String> latin = new LinkedHashSet<>();
        private final Set<String> natives = new LinkedHashSet<>();
        private String group = "";
        private String id = "";
    }

    PartyBuilder(String source) {
        this.source = source;
    }

    private Names names(String key) {
        return byKey.computeIfAbsent(key, k -> new Names());
    }

    /** Adds a name of whatever script; without letters it is none. */
    void add(String key, String name) {
        String clean = name.strip().replaceAll("\\s+", " ");
        String script = Script.of(clean);
        if (script.equals(Script.LATIN)) {
            names(key).latin.add(clean);
        } else if (!script.equals("None") && !script.equals("none")) {
            names(key).natives.add(clean);
        }
    }

    void primary(String key, String name) {
        if (Script.isLatin(name) && names(key).primary.isEmpty()) {
            names(key).primary = name.strip().replaceAll("\\s+", " ");
        }
        add(key, name);
    }

    void group(String key, String group) {
        names(key).group = group;
    }

    /** Keeps the number that the United Nations gave a party, where a text has it. */
    void unReference(String key, String text) {
        Matcher matcher = UN_REFERENCE.matcher(text);
        if (matcher.find()) {
            names(key).id = matcher.group(1);
        }
    }

    /** The parties that have a name in Latin letters. */
    List<Party> parties() {
        List<Party> parties = new ArrayList<>();
        byKey.values().forEach(names -> {
            Set<String> latin = new LinkedHashSet<>();
            if (!names.primary.isEmpty()) {
                latin.add(names.primary);
            }
            latin.addAll(names.latin);
            if (!latin.isEmpty()) {
                parties.add(new Party(
                        source,
                        names.group.isEmpty() ? source : names.group,
                        List.copyOf(latin),
                        List.copyOf(names.natives),
                        names.id));
            }
        });
        return parties;
    }
}
