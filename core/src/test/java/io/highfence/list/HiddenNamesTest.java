package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenNamesTest {
    private static String found(String published) {
        return HiddenNames.in(published).stream().map(ListedParty.Name::text).collect(Collectors.joining("|"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "KOLOKOL (AKA: ALDRICH AMES)>KOLOKOL|ALDRICH AMES",
                "K (AKA: AMES, ALDRICH HAZEN)>AMES, ALDRICH HAZEN",
                "PEARL (A.K.A. NEI-CHIEN CHU) LI>PEARL LI|NEI-CHIEN CHU",
                "FERDIE (A.K.A. FERNANDO SERO) RESADA>FERDIE RESADA|FERNANDO SERO",
                "KOW SENG LIM -AKA- ERIC LIM>KOW SENG LIM|ERIC LIM",
                "KOW SENG LIM- AKA- ERIC LIM>KOW SENG LIM|ERIC LIM",
                "ZHENYONG ZHOU -AKA- BENNY  ZHOU>ZHENYONG ZHOU|BENNY ZHOU",
                "JIE LUO -AKA-IVY LUO>JIE LUO|IVY LUO",
                "JIE LUO A.K.A. IVY LUO>JIE LUO|IVY LUO",
                "SIBERIAN AIRLINES D/B/A S7 AIRLINES>SIBERIAN AIRLINES|S7 AIRLINES",
                "LTS Holding Limited (f.k.a. IPP-International Petroleum Products Ltd.)>"
                        + "LTS Holding Limited|IPP-International Petroleum Products Ltd.",
                "SGM Most OOO (f.k.a., Obshchestvo S Ogranichennoi Otvetstvennostyu SGM Most)>"
                        + "SGM Most OOO|Obshchestvo S Ogranichennoi Otvetstvennostyu SGM Most"
            })
    void namesThatHideInANameAreFound(String published, String expected) {
        assertEquals(expected, found(published));
    }

    @Test
    void severalNamesInOneBracketAreFoundEach() {
        assertEquals(
                List.of(
                        "Universal Enterprise Limited",
                        "General Technology Limited",
                        "Beijing Luo Luo Tech Development Limited",
                        "Tiger Force Electronics",
                        "Foshan Nanhai Winhope Trade Company"),
                Arrays.asList(
                        found("Universal Enterprise Limited [aka General Technology Limited, aka Beijing Luo Luo Tech"
                                        + " Development Limited, aka Tiger Force Electronics, aka Foshan Nanhai Winhope Trade"
                                        + " Company] (Hong Kong Entity), and its sub-units and successors")
                                .split("\\|")));
    }

    @Test
    void whatIsCaughtBesideAPartyIsNotPartOfItsName() {
        assertEquals(
                "Russian Aerospace Forces|VKS",
                found("Russian Aerospace Forces (aka VKS); and any successor, sub-unit, or subsidiary thereof"));
        assertEquals(
                "Sinobright Import and Export Company",
                found("Sinobright Import and Export Company; and any successor, sub-unit, or subsidiary thereof"));
    }

    @Test
    void aFormerNameIsToldFromAnAlias() {
        List<ListedParty.Name> names =
                HiddenNames.in("LTS Holding Limited (f.k.a. IPP-International Petroleum Products Ltd.)");
        assertEquals(ListedParty.Role.ALIAS, names.get(0).role());
        assertEquals(ListedParty.Role.FORMER, names.get(1).role());
        assertEquals(
                ListedParty.Role.ALIAS,
                HiddenNames.in("KOLOKOL (AKA: ALDRICH AMES)").get(1).role());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKADEMIK CHERSKIY",
                "OSAKA TRADING",
                "NAKAMURA, Aka",
                "Semiconductor Manufacturing International Corporation (SMIC)",
                "China Electronics Technology Group Corporation 13th Research Institute (CETC 13)",
                "FKAMA",
                "AKA",
                ""
            })
    void aNameThatHidesNoneGivesNone(String published) {
        assertEquals("", found(published));
    }

    @Test
    void theSignsOfOneLetterAreNoName() {
        assertEquals("ERIC LIM", found("K -AKA- ERIC LIM"));
    }

    @Test
    void aVeryLongNameIsAnsweredAtOnce() {
        for (String piece :
                List.of("(", "aka ", "(aka ", "-", " ", ".", "a.k.a.", "and any ", "; and any ", "((aka x) ", "A ")) {
            String name = ("x aka y " + piece.repeat(2_000)).substring(0, 2_000);
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> HiddenNames.in(name), piece);
        }
        assertEquals("", found("x aka y" + "z".repeat(2_000)));
    }

    @Test
    void hiddenNamesStandBehindThePublishedOnesAndAreNotCounted() throws Exception {
        PartyList list = ListFile.loadJson("'source':'" + ListFile.DPL
                + "','name':'KOLOKOL (AKA: ALDRICH AMES)','alt_names':['ALDRICH AMES','JIE LUO A.K.A. IVY LUO']");
        assertEquals(
                List.of(
                        "PRIMARY KOLOKOL (AKA: ALDRICH AMES)",
                        "ALIAS ALDRICH AMES",
                        "ALIAS JIE LUO A.K.A. IVY LUO",
                        "ALIAS KOLOKOL",
                        "ALIAS JIE LUO",
                        "ALIAS IVY LUO"),
                ListFile.names(list.records().get(0)));
        assertEquals(3, list.editions().get(0).nameCount());
    }
}
