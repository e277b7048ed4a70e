package io.highfence.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Han characters: their simplified forms and all their Mandarin readings, the usual one first. Immutable. */
final class Han {
    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;

    private static final String[][] READINGS = new String[LAST - FIRST + 1][];
    private static final char[] SIMPLIFIED = new char[LAST - FIRST + 1];

    /** Characters that are read otherwise where they are a surname. */
    private static final LetterTable SURNAMES =
            new LetterTable("单=shan,曾=zeng,解=xie,仇=qiu,查=zha,翟=zhai,朴=piao,缪=miao,区=ou,盖=ge,种=chong,乐=yue,覃=qin,员=yun,"
                    + "秘=bi,召=shao,长=chang");

    static {
        Map<Character, List<String>> readings = new HashMap<>();
        for (char c = FIRST; c <= LAST; c++) {
            SIMPLIFIED[c - FIRST] = c;
        }
        for (List<String> row : Tables.rows(Tables.HAN)) {
            if (row.get(0).equals("=")) {
                for (int i = 0; i < row.get(1).length(); i++) {
                    SIMPLIFIED[row.get(1).charAt(i) - FIRST] = row.get(2).charAt(i);
                }
                continue;
            }
            for (int i = 0; i < row.get(1).length(); i++) {
                readings.computeIfAbsent(row.get(1).charAt(i), k -> new ArrayList<>())
                        .add(0, row.get(0));
            }
            for (int i = 0; i < row.get(2).length(); i++) {
                readings.computeIfAbsent(row.get(2).charAt(i), k -> new ArrayList<>())
                        .add(row.get(0));
            }
        }
        for (char c = FIRST; c <= LAST; c++) {
            READINGS[c - FIRST] = readings.getOrDefault(c, List.of()).toArray(new String[0]);
        }
    }

    private Han() {}

    static boolean is(int c) {
        return c >= FIRST && c <= LAST;
    }

    static char simplified(char c) {
        return is(c) ? SIMPLIFIED[c - FIRST] : c;
    }

    /** How many readings a character has. */
    static int readings(char c) {
        return is(c) ? READINGS[c - FIRST].length : 0;
    }

    /** A reading of a character, the usual one first. */
    static String reading(char c, int which) {
        return READINGS[c - FIRST][which];
    }

    /** The reading of a character where it is a surname; empty if it has none. */
    static String surname(char c) {
        String own = SURNAMES.get(c);
        return own != null ? own : readings(c) == 0 ? "" : reading(c, 0);
    }
}
