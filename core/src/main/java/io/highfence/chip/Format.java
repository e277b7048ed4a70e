package io.highfence.chip;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number format of a peak rate, known by its name and the bits of its widest input.
 *
 * @param name the name, in lower case
 * @param bits the bit length of the larger input, or 0 where the format has none
 * @param leastBits the bit length on the narrowest reading: for TF32 the 19 bits in use against the 32 in storage
 */
record Format(String name, int bits, int leastBits) {
    /** Wide enough for every format in use, and narrow enough that a rate times a width cannot overflow. */
    static final int MOST_BITS = 128;

    /** Analog and multi-level units, which have no bit length in the text since 2023. */
    static final String ANALOG = "analog";

    private static final Map<String, Format> NAMED = named();

    private static final Pattern BITS = Pattern.compile("(\\d{1,3})b");
    private static final Pattern MIXED = Pattern.compile("(\\d{1,3})x(\\d{1,3})b");

    private static Map<String, Format> named() {
        Map<String, Format> named = new TreeMap<>();
        for (int bits : new int[] {4, 6, 8, 16, 32, 64}) {
            add(named, "fp" + bits, bits, bits);
        }
        for (int bits : new int[] {2, 4, 8, 16, 32, 64}) {
            add(named, "int" + bits, bits, bits);
        }
        for (String name : List.of("mxfp4", "mxfp6", "mxfp8", "mxint8", "nvfp4", "bf16")) {
            int bits = name.charAt(name.length() - 1) - '0';
            add(named, name, name.equals("bf16") ? 16 : bits, name.equals("bf16") ? 16 : bits);
        }
        add(named, "tf32", 32, 19);
        add(named, ANALOG, 0, 0);
        return named;
    }

    private static void add(Map<String, Format> named, String name, int bits, int leastBits) {
        named.put(name, new Format(name, bits, leastBits));
    }

    /** The format of a name such as {@code fp8}, {@code 8b} or {@code 8x4b}, case aside; null if it is none. */
    static @Nullable Format find(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        Format format = NAMED.get(name);
        if (format != null) {
            return format;
        }
        Matcher bits = BITS.matcher(name);
        if (bits.matches()) {
            return ofBits(name, Integer.parseInt(bits.group(1)), 1);
        }
        Matcher mixed = MIXED.matcher(name);
        if (mixed.matches()) {
            return ofBits(name, Integer.parseInt(mixed.group(1)), Integer.parseInt(mixed.group(2)));
        }
        return null;
    }

    /** The larger of two input widths counts; an accumulator is no input. */
    private static @Nullable Format ofBits(String name, int one, int other) {
        int bits = Math.max(one, other);
        boolean sound = Math.min(one, other) >= 1 && bits <= MOST_BITS;
        return sound ? new Format(name, bits, bits) : null;
    }

    static Iterable<String> names() {
        return NAMED.keySet();
    }

    @Override
    public String toString() {
        return name;
    }
}
