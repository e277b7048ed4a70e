package io.highfence.base;

import com.ibm.icu.impl.ICUData;
import com.ibm.icu.impl.ICUResourceBundle;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.UResourceBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds the table of what countries are called in other languages, from the territory names of CLDR as ICU4J brings them. Run with
 * the file to write.
 *
 * <p>Of each language: the usual, the short and the variant name, as {@link Country#find} compares it; in Latin script also without
 * letters of its own (Lotwa, Suedafrika), in Cyrillic, Greek and Han also in the usual romanisation (Rossiya, Zhongguo); and what
 * stands before a bracket, where nothing else is called so. What could be two countries, or a code of something else, is left out,
 * and so is what {@code countries.txt} says already.
 */
public final class CountryNames {
    /** The official languages of the European Union, and others that orders come in. */
    private static final List<String> LANGUAGES =
            List.of(("bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt pt_PT ro sk sl sv"
                            + " ar be fa he hi id ja ko ms no ru sr th tr uk vi zh zh_Hant")
                    .split(" "));

    private static final List<String> KINDS = List.of("Countries", "Countries%short", "Countries%variant");

    private static final Map<String, String> ROMANISATIONS = Map.of(
            "be", "Belarusian-Latin/BGN",
            "bg", "Bulgarian-Latin/BGN",
            "el", "Greek-Latin/UNGEGN",
            "ru", "Russian-Latin/BGN",
            "sr", "Serbian-Latin/BGN",
            "uk", "Ukrainian-Latin/BGN",
            "zh", "Han-Latin",
            "zh_Hant", "Han-Latin");

    /** Languages that write two letters for one of their own where they have only those of English. */
    private static final Set<String> DIGRAPHS = Set.of("da", "de", "no", "sv");

    private static final Pattern BRACKET = Pattern.compile("(.+?)\\s*[(\\[（].*");

    /** Modifier letters, as romanisations write the soft sign. */
    private static final Pattern MODIFIERS = Pattern.compile("[\u02B0-\u02FF]");

    /** Shorter words in Latin script are codes or abbreviations, or may be taken for one. */
    private static final int LEAST_ABBREVIATION = 4;

    private static final int LEAST_NAME = 3;

    private final Map<String, Set<String>> whole = new TreeMap<>();
    private final Map<String, Set<String>> outsideBrackets = new TreeMap<>();
    private final Set<String> codes = codes();
    private final Transliterator ascii = Transliterator.getInstance("Latin-ASCII");

    private CountryNames() {}

    /**
     * Writes the table.
     *
     * @param args the file
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), build());
    }

    /**
     * The languages of the table, as CLDR calls them.
     *
     * @return the languages
     */
    public static List<String> languages() {
        return LANGUAGES;
    }

    static String build() {
        CountryNames names = new CountryNames();
        for (String language : LANGUAGES) {
            names.read(language);
        }
        return names.table();
    }

    private void read(String language) {
        UResourceBundle bundle = UResourceBundle.getBundleInstance(ICUData.ICU_REGION_BASE_NAME, new ULocale(language));
        String romanisation = ROMANISATIONS.get(language);
        Transliterator latin = romanisation == null ? null : Transliterator.getInstance(romanisation);
        for (String kind : KINDS) {
            for (Country country : Country.all()) {
                try {
                    ICUResourceBundle kinds = (ICUResourceBundle) bundle.get(kind);
                    String name = kinds.getStringWithFallback(country.code());
                    int least = kind.equals(KINDS.get(0)) ? LEAST_NAME : LEAST_ABBREVIATION;
                    add(country, name, language, least);
                    if (latin != null) {
                        String romanised = latin.transliterate(name);
                        add(country, MODIFIERS.matcher(romanised).replaceAll(""), language, least);
                    }
                } catch (MissingResourceException e) {
                    // The language has no such name.
                }
            }
        }
    }

    private void add(Country country, String name, String language, int least) {
        add(whole, country, name, language, least);
        Matcher bracket = BRACKET.matcher(name);
        if (bracket.matches()) {
            add(outsideBrackets, country, bracket.group(1), language, least);
        }
    }

    private void add(Map<String, Set<String>> names, Country country, String name, String language, int least) {
        put(names, country, name, least);
        put(names, country, ascii.transliterate(name), least);
        if (DIGRAPHS.contains(language)) {
            String lower = name.toLowerCase(Locale.ROOT);
            put(
                    names,
                    country,
                    lower.replace("ä", "ae")
                            .replace("ö", "oe")
                            .replace("ø", "oe")
                            .replace("ü", "ue")
                            .replace("å", "aa"),
                    least);
        }
    }

    private void put(Map<String, Set<String>> names, Country country, String name, int least) {
        String key = Country.key(name);
        boolean latin =
                !key.isEmpty() && Character.UnicodeScript.of(key.codePointAt(0)) == Character.UnicodeScript.LATIN;
        if (!key.isEmpty() && !(latin && (key.length() < least || codes.contains(key)))) {
            names.computeIfAbsent(key, k -> new TreeSet<>()).add(country.code());
        }
    }

    private String table() {
        Map<String, Set<String>> rows = new TreeMap<>();
        whole.forEach((name, countries) -> row(rows, name, countries));
        outsideBrackets.forEach((name, countries) -> {
            if (!whole.containsKey(name)) {
                row(rows, name, countries);
            }
        });
        StringBuilder table = new StringBuilder(
                "# ISO 3166-1 alpha-2 code | what the country is called in other languages, as Country.find compares names.\n"
                        + "# Generated by CountryNames; source in NOTICE.\n");
        rows.forEach((code, names) ->
                table.append(code).append('|').append(String.join("|", names)).append('\n'));
        return table.toString();
    }

    private static void row(Map<String, Set<String>> rows, String name, Set<String> countries) {
        if (countries.size() == 1 && !Country.isKnownInEnglish(name)) {
            rows.computeIfAbsent(countries.iterator().next(), k -> new TreeSet<>())
                    .add(name);
        }
    }

    /** The codes of three letters of countries and of currencies, which mean something else than a name that looks alike. */
    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        for (String code : Locale.getISOCountries()) {
            codes.add(new Locale("", code).getISO3Country().toLowerCase(Locale.ROOT));
        }
        for (Currency currency : Currency.getAvailableCurrencies()) {
            codes.add(currency.getCurrencyCode().toLowerCase(Locale.ROOT));
        }
        return codes;
    }
}
