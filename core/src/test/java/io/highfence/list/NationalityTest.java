package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalityTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Russian|RU",
                "SYRIAN|SY",
                "(1) Iraqi (2) Syrian|IQ SY",
                "1) Uzbek 2) Afghan|UZ AF",
                "a) South Sudan, b) Ugandan|SS UG",
                "Iranian (Iranian citizenship)|IR",
                "Indonesian (as at December 2003)|ID",
                "Kuwaiti citizenship|KW",
                "Syrian national|SY",
                "Lebanon citizenship|LB",
                "DRC and Belgian nationalities|CD BE",
                "Russian/Syrian|RU SY",
                "Russian and Ukrainian|RU UA",
                "French, Swiss|FR CH",
                "Trinidad and Tobago|TT",
                "Korea, North|KP",
                "Nigerian|NG",
                "Nigerien|NE",
                "Guinea-Bissau|GW",
                "Niger|NE"
            })
    void theCountriesOfANationality(String written, String codes) throws Exception {
        assertEquals(codes, codes(written));
        assertFalse(noted(written), written);
    }

    /** People of two countries are called so, a word is no nationality, or one of several is not known: kept and noted. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Congolese",
                "Dominican",
                "Korean",
                "Stateless",
                "Russianx",
                "Russian/Martian",
                "Russian or",
                "and"
            })
    void whatIsNotUnderstoodIsNoted(String written) throws Exception {
        assertEquals("", codes(written));
        assertTrue(noted(written), written);
    }

    @Test
    void ofSeveralNumberedOnesEachCountsForItself() throws Exception {
        assertEquals("RU", codes("(1) Russian (2) USSR (until 1991)"));
        assertTrue(noted("(1) Russian (2) USSR (until 1991)"));
    }

    /** Every member of the United Nations but those whose people share a word with another's, and no country by another's name. */
    @Test
    void theTableIsWholeAndSaysNothingElseThanNames() throws Exception {
        Set<String> codes;
        try (var in = Demonyms.class.getResourceAsStream("demonyms.txt")) {
            List<String> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            codes = rows.stream().map(row -> row.substring(0, 2)).collect(Collectors.toSet());
            for (String row : rows) {
                for (String word : row.substring(3).split("\\|")) {
                    assertEquals(word.toLowerCase(Locale.ROOT), word);
                    Country named = Country.find(word);
                    assertTrue(named == null || named.code().equals(row.substring(0, 2)), word);
                }
            }
        }
        Set<String> without = Set.of("CD", "CG", "DM", "DO");
        // Territories of ISO 3166-1 that are no members; Palestine, Taiwan and Kosovo have a row all the same.
        Set<String> territories =
                Set.of(("AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF"
                                + " MO MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TC TF TK UM VA VG VI WF YT")
                        .split(" "));
        for (String code : Locale.getISOCountries()) {
            assertEquals(!without.contains(code) && !territories.contains(code), codes.contains(code), code);
        }
        assertNotNull(Demonyms.country("Kosovar"));
    }

    private static String codes(String nationality) throws Exception {
        return person(nationality).records().get(0).countries().stream()
                .map(Country::code)
                .collect(Collectors.joining(" "));
    }

    private static boolean noted(String nationality) throws Exception {
        return person(nationality).editions().get(0).notes().stream().anyMatch(note -> note.contains("country"));
    }

    private static PartyList person(String nationality) throws Exception {
        return ListFile.loadInsisting(
                ListSource.Format.OFSI_CSV,
                SampleFiles.table(
                                "Last Updated,27/04/2020\r\n",
                                SampleFiles.OFSI_2020,
                                ",",
                                List.of(Arrays.asList(
                                        "Name 6=EXAMPLE",
                                        "Nationality=" + nationality,
                                        "Group Type=Individual",
                                        "Regime=Example",
                                        "Listed On=01/04/2016",
                                        "Group ID=1")))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
