package io.highfence.cli.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Which part of the labelled names is looked at: four in five are there to tune by, one in five is kept for the end. */
public enum Part {
    /** Four parties in five. */
    TUNE,
    /** The fifth that nobody looks at while tuning. */
    UNSEEN,
    /** Both. */
    ALL;

    private static final int PARTS = 5;

    /** Whether a party belongs to this part; the key is hashed, so it falls the same way in every run and every list. */
    boolean holds(String key) {
        return this == ALL || (this == UNSEEN) == isUnseen(key);
    }

    private static boolean isUnseen(String key) {
        CRC32 hash = new CRC32();
        hash.update(key.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % PARTS == 0;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
