package io.highfence.cli.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A party of one source, with its names as that source gives them.
 *
 * @param source the short name of the source
 * @param group what the report tells apart inside the source
 * @param latin its names in Latin letters, the primary name first; never empty
 * @param nativeNames its other names: in other scripts, or aliases that are asked for
 * @param id an identifier that other sources give too, or empty
 */
record Party(String source, String group, List<String> latin, List<String> nativeNames, String id) {
    Party {
        latin = List.copyOf(latin);
        nativeNames = List.copyOf(nativeNames);
    }

    /** What decides the part, the same on every list: the shared number, or else the words of the primary name. */
    String key() {
        return id.isEmpty() ? NameKey.of(latin.get(0)) : id;
    }

    /** This party as if its primary name were the only one in Latin letters. */
    Party primaryOnly() {
        List<String> others = new ArrayList<>(latin.subList(1, latin.size()));
        others.addAll(nativeNames);
        return new Party(source, group, latin.subList(0, 1), others, id);
    }

    /** Everything that would show another party to be this one. */
    Set<String> marks() {
        Set<String> marks = new LinkedHashSet<>();
        latin.forEach(name -> marks.add(NameKey.core(name)));
        nativeNames.forEach(name -> marks.add(NameKey.core(name)));
        return marks;
    }
}
