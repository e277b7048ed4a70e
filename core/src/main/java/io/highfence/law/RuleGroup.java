package io.highfence.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The families that one kind of rule file may hold, and the bundled files that do.
 *
 * <p>To add a group: declare its families in a class of its own, name its files, and add the constant to
 * {@link RuleBook#GROUPS}. Each file names its group under {@code family-group}; several files may share a group.
 *
 * @param name what files write under {@code family-group}
 * @param files the bundled files, beside {@link RuleBook} among the resources
 * @param families the families by name
 */
record RuleGroup(String name, List<String> files, Map<String, RuleFamily> families) {
    static RuleGroup of(String name, List<String> files, List<RuleFamily> families) {
        Map<String, RuleFamily> byName = new LinkedHashMap<>();
        for (RuleFamily family : families) {
            if (byName.put(family.name(), family) != null) {
                throw new IllegalArgumentException("Twice the same family: " + family.name());
            }
        }
        return new RuleGroup(name, List.copyOf(files), byName);
    }
}
