package io.highfence.chip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An Export Control Classification Number as somebody stated it, with the shorter numbers that it lies under.
 *
 * @param text the number, such as {@code 3A001.a.7} or {@code EAR99}
 * @param upwards the number itself, then each shorter one, down to the entry
 */
record Eccn(String text, List<String> upwards) {
    static final String EAR99 = "EAR99";

    private static final int ENTRY_LENGTH = 5;
    private static final Pattern FORM = Pattern.compile("[0-9][A-E][0-9]{3}(\\.[a-z0-9]{1,4}){0,6}");

    /** Reads a number, blanks around it and case aside; null if it is none. */
    static @Nullable Eccn parse(String text) {
        String stripped = text.strip();
        if (stripped.equalsIgnoreCase(EAR99)) {
            return new Eccn(EAR99, List.of(EAR99));
        }
        if (stripped.length() < ENTRY_LENGTH) {
            return null;
        }
        String number = stripped.substring(0, ENTRY_LENGTH).toUpperCase(Locale.ROOT)
                + stripped.substring(ENTRY_LENGTH).toLowerCase(Locale.ROOT);
        if (!FORM.matcher(number).matches()) {
            return null;
        }
        List<String> upwards = new ArrayList<>();
        for (String one = number; ; one = one.substring(0, one.lastIndexOf('.'))) {
            upwards.add(one);
            if (one.length() == ENTRY_LENGTH) {
                return new Eccn(number, List.copyOf(upwards));
            }
        }
    }

    String entry() {
        return upwards.get(upwards.size() - 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
