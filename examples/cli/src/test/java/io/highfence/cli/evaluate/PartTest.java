package io.highfence.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The split is the same in every run, every list and every spelling of one name. */
class PartTest {
    /** The rests were worked out with another program's CRC-32; 123456789 is the check value of the standard, CBF43926. */
    @ParameterizedTest
    @CsvSource({
        "123456789, false",
        "HUAWEI TECHNOLOGIES, false",
        "GAZPROM, false",
        "ROSNEFT, false",
        "SMIC, false",
        "HIKVISION, false",
        "ZTE, true",
        "IQi.001, false",
        "SBERBANK, false",
        "YANDEX, false",
        "LUKOIL, true",
        "AEROFLOT, true",
        "PHYTIUM, false"
    })
    void theSplitNeverMoves(String key, boolean unseen) {
        assertEquals(unseen, Part.UNSEEN.holds(key));
        assertEquals(!unseen, Part.TUNE.holds(key));
        assertTrue(Part.ALL.holds(key));
    }

    @Test
    void aboutOneInFiveIsUnseen() {
        int unseen = 0;
        for (int i = 0; i < 10_000; i++) {
            unseen += Part.UNSEEN.holds("party " + i) ? 1 : 0;
        }
        assertTrue(unseen > 1_800 && unseen < 2_200, "unseen: " + unseen);
    }

    @Test
    void orderCaseMarksAndSignsDoNotMoveAParty() {
        assertEquals(NameKey.of("PUTIN, Vladimir"), NameKey.of("Vladimir Putin"));
        assertEquals(NameKey.of("Universit\u00E4t M\u00FCnchen"), NameKey.of("MUNCHEN UNIVERSITAT"));
        assertNotEquals(NameKey.of("CETC 13"), NameKey.of("CETC 14"));
        assertEquals(NameKey.core("Huawei Co., Ltd."), NameKey.core("HUAWEI LIMITED"));
        assertEquals(NameKey.of("Company Limited"), NameKey.core("Limited Company"));
    }

    @Test
    void aSharedNumberDecidesWhereThereIsOne() {
        Party un = new Party("UN", "", List.of("SADDAM HUSSEIN"), List.of(), "IQi.001");
        Party uk = new Party("UK", "", List.of("Saddam Hussein AL-TIKRITI"), List.of(), "IQi.001");
        assertEquals(un.key(), uk.key());
    }
}
