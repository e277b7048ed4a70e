package io.highfence.checkout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The countries of the page. */
final class Countries {
    /** ISO 3166 alpha-2 codes, sorted. */
    static final String[] CODES = sorted();

    /** Codes with English names, sorted by name. */
    static final List<Choice> CHOICES = Arrays.stream(CODES)
            .map(code -> new Choice(code, Locale.forLanguageTag("und-" + code).getDisplayCountry(Locale.ENGLISH)))
            .sorted(Comparator.comparing(Choice::name))
            .toList();

    private Countries() {}

    /** A country to choose. */
    record Choice(String code, String name) {}

    private static String[] sorted() {
        String[] codes = Locale.getISOCountries();
        Arrays.sort(codes);
        return codes;
    }
}
