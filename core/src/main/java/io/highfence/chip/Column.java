package io.highfence.chip;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A fact of a chip by the name of its column, as {@code missing} names it; the date of the question is one too. */
enum Column {
    ID,
    NAME,
    CHIP,
    RATES,
    DIES,
    DATACENTER,
    FORM,
    CONTAINS,
    BASE_ECCN,
    ENCRYPTION,
    VENDOR_ECCN,
    DRAM_BANDWIDTH_GBPS,
    IO_BANDWIDTH_GBPS,
    TRANSISTORS_BN,
    HBM,
    HBM_BANDWIDTH_GBPS,
    HBM_AREA_MM2,
    APP_WT,
    FP64_TFLOPS,
    FP32_TFLOPS,
    DATE;

    private static final Column[] ALL = values();

    private final String label = name().toLowerCase(Locale.ROOT);

    String label() {
        return label;
    }

    /** Its bit in a set of columns. */
    @SuppressWarnings("EnumOrdinal") // the order is the set's own business and is never stored
    int bit() {
        return 1 << ordinal();
    }

    static @Nullable Column find(String label) {
        for (Column column : ALL) {
            if (column.label.equals(label)) {
                return column;
            }
        }
        return null;
    }
}
