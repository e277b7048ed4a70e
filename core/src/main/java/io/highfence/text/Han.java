package io.highfence.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Han characters: their simplified forms and all their Mandarin readings, the usual one first. Immutable. */
final class Han {
    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;

    private static final Map<Character, List<String>> READINGS = new HashMap<>();
    private static final Map<Character, Character> SIMPLIFIED = new HashMap<>();

    /** Characters that are read otherwise where they are a surname. */
    private static final Map<Character, String> SURNAMES = Map.ofEntries(
            Map.entry('单', "shan"),
            Map.entry('曾', "zeng"),
            Map.entry('解', "xie"),
            Map.entry('仇', "qiu"),
            Map.entry('查', "zha"),
            Map.entry('翟', "zhai"),
            Map.entry('朴', "piao"),
            Map.entry('缪', "miao"),
            Map.entry('区', "ou"),
            Map.entry('盖', "ge"),
            Map.entry('种', "chong"),
            Map.entry('乐', "yue"),
            Map.entry('覃', "qin"),
            Map.entry('员', "yun"),
            Map.entry('秘', "bi"),
            Map.entry('召', "shao"),
            Map.entry('长', "chang"));

    static {
        for (List<String> row : Tables.rows(Tables.HAN)) {
            if (row.get(0).equals("=")) {
                for (int i = 0; i < row.get(1).length(); i++) {
                    SIMPLIFIED.put(row.get(1).charAt(i), row.get(2).charAt(i));
                }
                continue;
            }
            for (int i = 0; i < row.get(1).length(); i++) {
                READINGS.computeIfAbsent(row.get(1).charAt(i), k -> new ArrayList<>())
                        .add(0, row.get(0));
            }
            for (int i = 0; i < row.get(2).length(); i++) {
                READINGS.computeIfAbsent(row.get(2).charAt(i), k -> new ArrayList<>())
                        .add(row.get(0));
            }
        }
    }

    private Han() {}

    static boolean is(int c) {
        return c >= FIRST && c <= LAST;
    }

    static char simplified(char c) {
        return SIMPLIFIED.getOrDefault(c, c);
    }

    /** All readings of a character, the usual one first; none if it has none. */
    static List<String> readings(char c) {
        return READINGS.getOrDefault(c, List.of());
    }

    /** The reading of a character where it is a surname. */
    static List<String> surname(char c) {
        String own = SURNAMES.get(c);
        return own == null ? readings(c).stream().limit(1).toList() : List.of(own);
    }
}
