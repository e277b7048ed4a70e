package io.highfence.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Addresses of the cases, put together from the words of the tables, and damaged; all from one seeded source. */
final class MadeAddresses {
    /** One of each that must not break anything: empty, broken, endless, and characters that stand for many. */
    static final List<String> HOSTILE = List.of(
            "",
            " , ;",
            "\ud800 5, \udc00 Pitt Street",
            "1/2/3-4 5-6-7",
            "12345678901234567890-1 Pitt Street, Moscow",
            "no1 ".repeat(125),
            "1 ".repeat(300),
            "1,".repeat(300),
            "pitt st ".repeat(70),
            "calle 1 no 2 ".repeat(40),
            "x".repeat(600),
            "\ufdfa".repeat(600),
            "1 " + "\ufdfa".repeat(600),
            ("1 " + "\u3316".repeat(195) + ",").repeat(3),
            "\u2488".repeat(600),
            "\u00bd ".repeat(300),
            "\u0429".repeat(600),
            "\ufdfa,".repeat(300),
            "moscow beijing ".repeat(40));

    private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789 ,-/.#()\u0436\u00df\u00bd\u8def\ud800";
    private static final String[] BETWEEN = {" ", " ", " ", ", ", ", ", "-", "/", "; ", " No. ", " (", "\n"};
    private static final String[] NUMBERS = {
        "1", "2", "12", "12a", "12-14", "17/1", "3/F", "12f", "5th", "115583", "SW1A", "2AA"
    };

    private final Random random;
    private final List<String> written = cases();
    private final List<String> words = new ArrayList<>();

    MadeAddresses(Random random) {
        this.random = random;
        for (String table : List.of(Tables.ADDRESS_WORDS, Tables.PLACES)) {
            Tables.rows(table).forEach(row -> words.addAll(row.subList(1, row.size())));
        }
        for (String address : written) {
            words.addAll(List.of(address.split(" ", -1)));
        }
    }

    /** Both addresses of every case. */
    static List<String> cases() {
        List<String> addresses = new ArrayList<>();
        try (InputStream in = MadeAddresses.class.getResourceAsStream("cases/addresses.csv")) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines()
                    .skip(1)
                    .forEach(line -> addresses.addAll(List.of(line.split("\"", -1)).stream()
                            .filter(cell -> cell.length() > 10)
                            .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return addresses;
    }

    private String oneOf(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String oneOf(String[] some) {
        return some[random.nextInt(some.length)];
    }

    /** An address that is written, made or hostile, damaged or not. */
    String address() {
        String address = switch (random.nextInt(20)) {
            case 0 -> oneOf(HOSTILE);
            case 1, 2, 3, 4, 5, 6, 7, 8 -> made();
            default -> oneOf(written);
        };
        return random.nextInt(3) == 0 ? address : damaged(address);
    }

    private String made() {
        StringBuilder address = new StringBuilder();
        for (int count = 1 + random.nextInt(15); count > 0; count--) {
            address.append(random.nextInt(3) == 0 ? oneOf(NUMBERS) : oneOf(words))
                    .append(oneOf(BETWEEN));
        }
        return address.toString();
    }

    /** What people do to an address: a wrong letter, a part left out, parts in another order, another letter case. */
    String damaged(String address) {
        StringBuilder signs = new StringBuilder(address);
        char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
        int at = random.nextInt(signs.length() + 1);
        switch (random.nextInt(6)) {
            case 0 -> signs.insert(at, sign);
            case 1 -> signs.replace(at, Math.min(at + 1, signs.length()), String.valueOf(sign));
            case 2 -> signs.delete(at, Math.min(at + 1, signs.length()));
            case 3 -> {
                return address.toUpperCase(java.util.Locale.ROOT);
            }
            default -> {
                String between = random.nextBoolean() ? ", " : " ";
                List<String> parts = new ArrayList<>(List.of(address.split(between, -1)));
                Collections.shuffle(parts, random);
                return String.join(between, parts.subList(0, Math.max(1, parts.size() - random.nextInt(2))));
            }
        }
        return signs.toString();
    }
}
