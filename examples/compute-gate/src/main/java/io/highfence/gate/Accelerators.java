package io.highfence.gate;

import io.highfence.Item;
import io.highfence.base.BadInput;
import io.highfence.base.Decimal;
import io.highfence.chip.Chip;
import io.highfence.chip.ChipCatalogue;
import io.highfence.chip.ChipClassifier;
import io.highfence.chip.Classification;
import io.highfence.law.RuleBook;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The accelerators that a provider has, by the names under which launches ask for them. Immutable. */
final class Accelerators {
    /**
     * One kind of accelerator.
     *
     * @param name the provider's name for it
     * @param item the line of an order that stands for one
     * @param tppMillionths its total processing performance in millionths, above zero
     */
    record Accelerator(String name, Item item, long tppMillionths) {}

    private final Map<String, Accelerator> byName = new HashMap<>();
    private final Map<String, Accelerator> byProduct = new HashMap<>();
    private final Set<String> harmless;

    /** Looks each chip up in the bundled catalogue and works its performance out. */
    Accelerators(List<GateConfig.Accelerator> entries, Set<String> harmless, RuleBook rules, String file)
            throws BadInput {
        this.harmless = Set.copyOf(harmless);
        ChipClassifier classifier = new ChipClassifier(rules);
        Classification classification = new Classification();
        for (GateConfig.Accelerator entry : entries) {
            ChipCatalogue.Entry known = ChipCatalogue.bundled().find(entry.chip());
            if (known == null) {
                throw new BadInput(file, 0, 0, "no chip of the catalogue is called '" + entry.chip() + "'");
            }
            Chip chip = known.chip();
            classifier.classify(chip, LocalDate.EPOCH.plusYears(56), classification);
            long tpp = classification.tpp() == null ? 0 : classification.tppMillionths();
            if (tpp <= 0) {
                throw new BadInput(
                        file, 0, 0, "nobody has published the rates of '" + entry.chip() + "', so it counts nothing");
            }
            Accelerator accelerator = new Accelerator(
                    entry.name(),
                    new Item(entry.name(), entry.name(), chip, entry.eccn(), Decimal.ONE, null, null, null, null),
                    tpp);
            add(byName, entry.name(), accelerator, file);
            if (entry.products().isEmpty()) {
                add(byProduct, key(entry.resource(), null), accelerator, file);
            }
            for (String product : entry.products()) {
                add(byProduct, key(entry.resource(), product), accelerator, file);
            }
        }
    }

    private static void add(Map<String, Accelerator> map, String key, Accelerator accelerator, String file)
            throws BadInput {
        if (map.put(key, accelerator) != null) {
            throw new BadInput(file, 0, 0, "two accelerators answer to '" + key.strip() + "'");
        }
    }

    private static String key(String resource, @Nullable String product) {
        return product == null ? resource : resource + " " + product;
    }

    /** The accelerator of a name, or null. */
    @Nullable
    Accelerator named(String name) {
        return byName.get(name);
    }

    /** The accelerator behind a resource of Kubernetes on nodes of a product; null if nobody said which that is. */
    @Nullable
    Accelerator of(String resource, @Nullable String product) {
        return byProduct.get(key(resource, product));
    }

    /** Whether a resource is known to be no accelerator. */
    boolean isHarmless(String resource) {
        return harmless.contains(resource);
    }
}
