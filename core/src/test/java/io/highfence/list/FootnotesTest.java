package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The footnote of the Entity List follows from the section that its license requirement names, never from a digit. */
class FootnotesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "For all items subject to the EAR. (See \u00A7\u00A7 734.9(e)1 and 744.11 of the EAR)2>1",
                "For all items subject to the EAR (See \u00A7 734.9(e)(1) and \u00A7 744.11 of the EAR2>1",
                "For all items subject to the EAR. (See \u00A7\u00A7 734.9(e)(2) and 744.11 of the EAR)4>4",
                "For all items subject to the EAR. (See \u00A7\u00A7 734.9(e)(3) and 744.11 of the EAR)5>5",
                "For all items subject to the EAR. (See \u00A7\u00A7 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)>3",
                "(See \u00A7734.9(e)(2))>4",
                "(See \u00A7 734.9 (e) (3))>5",
                "(See \u00A7 734.9(g))>3"
            })
    void theSectionDecides(String requirement, int footnote) {
        assertEquals(Set.of(footnote), CslRecord.footnotes(requirement));
    }

    @Test
    void theDigitBehindTheSectionDoesNotDecide() {
        assertEquals(Set.of(4), CslRecord.footnotes("(See \u00A7 734.9(e)(2) of the EAR)1"));
        assertEquals(Set.of(1), CslRecord.footnotes("(See \u00A7 734.9(e)(1) of the EAR)5"));
        assertEquals(Set.of(3), CslRecord.footnotes("(See \u00A7 734.9(g),4 of the EAR)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "For all items subject to the EAR. (See \u00A7\u00A7 734.9(e) and 744.11 of the EAR)4>4",
                "For all items subject to the EAR. (See \u00A7\u00A7 734.9(e) and 744.11 of the EAR) 4>4",
                "For All Items Subject to the EAR (See \u00A7734.9(e), and 744.11 of the EAR)4.>4"
            })
    void theSignDecidesWhereTheSectionHasNoParagraph(String requirement, int footnote) {
        assertEquals(Set.of(footnote), CslRecord.footnotes(requirement));
    }

    @Test
    void sectionsAddUp() {
        assertEquals(Set.of(3, 4), CslRecord.footnotes("(See \u00A7\u00A7 734.9(e)(2) and 734.9(g) of the EAR)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "For all items subject to the EAR. (See \u00A7 744.11 of the EAR)",
                "For all items subject to the EAR. (See \u00A7 744.11 of the EAR)4",
                "(See \u00A7 734.9(h) of the EAR)",
                "(See \u00A7 734.9 of the EAR)",
                "(See \u00A7 734.13(e)(2) of the EAR)",
                "(See \u00A7 734.99(g) of the EAR)"
            })
    void anotherSectionSetsNone(String requirement) {
        assertEquals(Set.of(), CslRecord.footnotes(requirement));
    }

    @Test
    void theListingHasIt() throws Exception {
        ListedParty party = ListFile.loadJson(
                        "'source':'" + ListFile.EL
                                + "','name':'Huawei','license_requirement':'(See \u00A7\u00A7 734.9(e)(1) and 744.11 of the EAR)'")
                .records()
                .get(0);
        assertEquals(Set.of(1), party.listing().footnotes());
    }

    @Test
    void aSectionWithoutItsParagraphAndWithoutASignSetsNoneAndIsNoted() throws Exception {
        PartyList list = ListFile.loadJson("'source':'" + ListFile.EL
                + "','name':'Huawei','license_requirement':'(See \u00A7 734.9(e) of the rules)'");
        assertEquals(Set.of(), list.records().get(0).listing().footnotes());
        assertEquals(
                1,
                list.editions().get(0).notes().stream()
                        .filter(note -> note.contains("no footnote is taken"))
                        .count());
    }
}
