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
        "Ka$persky L4b, kaspersky l4b",
        "A1rbu5, airbus",
        "A1batros, albatros" // the second reading of 1
    })
    void signsForLettersAreRead(String written, String read) {
        assertTrue(Disguises.of(written).contains(read), () -> written + ": " + Disguises.of(written));
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
        assertEquals(Set.of(), Disguises.of(name));
    }

    @ParameterizedTest
    @CsvSource({
        "YandexLLC, yandex llc",
        "YandexLtd, yandex ltd",
        "SiemensGmbH, siemens gmbh",
    })
    void aLegalFormRunTogetherWithTheNameIsCutOff(String written, String read) {
        assertTrue(Disguises.of(written).contains(read), () -> written + ": " + Disguises.of(written));
    }

    @ParameterizedTest
    @CsvSource({"A.S. Pushkin, A S  Pushkin", "'Chekhov A. P.', 'Chekhov A P '", "L.N. Tolstoy, L N  Tolstoy"})
    void twoInitialsAreTwoNames(String written, String read) {
        assertTrue(Disguises.of(written).contains(read), () -> written + ": " + Disguises.of(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Y.M.T.C.", "A.B.", "U.S.A. Steel Corporation"})
    void initialsOfFirmsStayOneWord(String name) {
        assertEquals(Set.of(), Disguises.of(name));
    }
}
