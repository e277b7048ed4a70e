package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisguisesTest {
    @ParameterizedTest
    @CsvSource({
        "Hu4we1, huawei", // a digit at the end counts once one stands between letters
        "H1kvis1on, hikvision",
        "5b3rb4nk, sberbank",
        "G4zpr0m, gazprom",
        "R0sn3ft, rosneft",
        "K4l4shn1k0v C0nc3rn, kalashnikov concern",
        "Y@ndex, yandex",
        "Ka$persky L4b, kaspersky lab", // a short word too, where another is disguised
        "A1rbu5, airbus",
        "A1batros, albatros" // the second reading of 1
    })
    void signsForLettersAreRead(String written, String read) {
        assertTrue(AsStrings.disguises(written).contains(read), () -> written + ": " + AsStrings.disguises(written));
    }

    /** A number behind or before a word is a number; short words, numbers and words of one letter are none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CETC14",
                "CETC 14",
                "CETC13",
                "CASC805",
                "Institute 13",
                "13th Institute",
                "5G",
                "M4A",
                "3M",
                "7eleven",
                "A380",
                "B2B",
                "Plant 55",
                "2026",
                "s7",
                "T1000",
                "x0",
                "Huawei",
                ""
            })
    void numbersStay(String name) {
        assertEquals(Set.of(), AsStrings.disguises(name));
    }

    @ParameterizedTest
    @CsvSource({
        "YandexLLC, yandex llc",
        "YandexLtd, yandex ltd",
        "SiemensGmbH, siemens gmbh",
    })
    void aLegalFormRunTogetherWithTheNameIsCutOff(String written, String read) {
        assertTrue(AsStrings.disguises(written).contains(read), () -> written + ": " + AsStrings.disguises(written));
    }

    @ParameterizedTest
    @CsvSource({"L.N. Tolstoy, l n tolstoy", "'Chekhov A. P.', chekhov a p", "J. R. R. Tolkien, j r r tolkien"})
    void initialsOfAPersonAreSeveralNames(String written, String read) {
        assertTrue(
                NameForm.searched(written).stream()
                        .anyMatch(form -> form.toString().equals(read)),
                written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Y.M.T.C.", "Y. M. T. C.", "Y.M. T.C.", "A.B."})
    void initialsAloneStayOneWord(String name) {
        assertEquals(1, NameForm.searched(name).size());
        assertEquals(1, NameForm.of(name).tokens().size());
    }

    @ParameterizedTest
    @CsvSource({
        "H u a w e i, huawei",
        "'H u a w e i   D e v i c e', huawei device",
        "'B o t a n i c a   2 0 0 0', botanica 2000",
        "J. R. R. Tolkien, jrr tolkien"
    })
    void aWiderGapStandsBetweenWordsThatWereSpacedOut(String written, String canonical) {
        assertEquals(canonical, NameForm.of(written).toString());
    }

    @ParameterizedTest
    @CsvSource({"\u0420\u0422 Technology, pt technology", "\u0420\u0430\u0440\u0430 Faal, papa faal"})
    void wordsMadeOfLookAlikesAreReadByTheirShape(String written, String read) {
        assertTrue(AsStrings.disguises(written).contains(read), () -> written + ": " + AsStrings.disguises(written));
    }
}
