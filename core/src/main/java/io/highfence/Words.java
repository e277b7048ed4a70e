package io.highfence;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of orders and answers for the constants of this package: {@code END_USER} is {@code endUser}. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        boolean upper = false;
        String name = constant.name();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                word.append(upper ? c : Character.toLowerCase(c));
                upper = false;
            }
        }
        return word.toString();
    }

    /** The constant of a word, letter case aside, or null if there is none. */
    static <E extends Enum<E>> @Nullable E parse(Class<E> constants, String word) {
        for (E constant : constants.getEnumConstants()) {
            if (of(constant).equalsIgnoreCase(word.strip())) {
                return constant;
            }
        }
        return null;
    }

    /** {@code ioBandwidthGbps} is the column {@code io_bandwidth_gbps}. */
    static String snake(String camel) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (Character.isUpperCase(c)) {
                word.append('_');
            }
            word.append(c);
        }
        return word.toString().toLowerCase(Locale.ROOT);
    }
}
