package io.highfence.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One way in which people damage a name.
 *
 * @param label what it is called in the report
 * @param family the kind of damage
 * @param maker makes the damaged name, or null where the name has nothing to damage in this way
 */
record Damage(String label, String family, Maker maker) {
    static final String SPELLING = "spelling";
    static final String STRUCTURE = "structure";
    static final String DISGUISE = "disguise";

    /** Makes a damaged name. */
    @FunctionalInterface
    interface Maker {
        @Nullable
        String make(String name, Random random);
    }

    /** The damaged name; null where it would be the name itself. */
    @Nullable
    String of(String name, Random random) {
        String damaged = maker.make(name, random);
        return name.equals(damaged) ? null : damaged;
    }

    static List<Damage> all() {
        List<Damage> all = new ArrayList<>();
        all.addAll(Spelling.all());
        all.addAll(Structure.all());
        all.addAll(LegalFormChange.all());
        all.addAll(Disguise.all());
        return List.copyOf(all);
    }
}
