package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Han characters against ICU4J and pinyin4j, and against what everybody who reads them knows. */
class HanTest {
    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;

    /** The usual reading of ICU4J stands first, and no reading of pinyin4j is lost. */
    @Test
    void theReadingsAreThoseOfBothSources() {
        Transliterator icu = Transliterator.getInstance("Han-Latin; NFD; [:Mn:] Remove; NFC; Lower");
        List<String> differences = new ArrayList<>();
        int read = 0;
        for (int c = FIRST; c <= LAST; c++) {
            List<String> ours = AsStrings.han((char) c);
            String usual = icu.transliterate(Character.toString(c));
            if (usual.matches("[a-z]+") && (ours.isEmpty() || !ours.get(0).equals(usual))) {
                differences.add(Character.toString(c) + " " + usual + " is not the first of " + ours);
            }
            String[] all = PinyinHelper.toHanyuPinyinStringArray((char) c);
            for (String reading : all == null ? new String[0] : all) {
                String plain =
                        reading.replaceAll("[0-9]", "").replace("u:", "u").replace("e^", "e");
                if (!ours.contains(plain)) {
                    differences.add(Character.toString(c) + " " + plain + " is not in " + ours);
                }
            }
            read += ours.isEmpty() ? 0 : 1;
        }
        assertEquals(List.of(), differences);
        assertTrue(read > 20_000, read + " characters are read");
    }

    /** A name in traditional characters is read by their simplified forms; no reading may be lost on the way. */
    @Test
    void aTraditionalCharacterKeepsItsReadings() {
        List<String> lost = new ArrayList<>();
        for (int c = FIRST; c <= LAST; c++) {
            char simplified = Han.simplified((char) c);
            if (!AsStrings.han(simplified).containsAll(AsStrings.han((char) c))) {
                lost.add(
                        Character.toString(c) + AsStrings.han((char) c) + " " + simplified + AsStrings.han(simplified));
            }
        }
        assertEquals(List.of(), lost);
    }

    @Test
    void aSimplifiedCharacterIsItsOwnSimplifiedForm() {
        int changed = 0;
        for (int c = FIRST; c <= LAST; c++) {
            char simplified = Han.simplified((char) c);
            assertEquals(simplified, Han.simplified(simplified), () -> "of " + simplified);
            changed += simplified == c ? 0 : 1;
        }
        assertTrue(changed > 2_000, changed + " characters have a simplified form");
    }

    @ParameterizedTest
    @CsvSource({
        "華, 华", "為, 为", "長, 长", "銀, 银", "國, 国", "電, 电", "業, 业", "龍, 龙", "東, 东", "車, 车", "無, 无", "學, 学", "劉, 刘", "陳, 陈",
        "張, 张", "趙, 赵", "黃, 黄", "吳, 吴", "鄭, 郑", "葉, 叶", "蘇, 苏", "蔣, 蒋", "謝, 谢", "馬, 马", "許, 许", "鄧, 邓", "蕭, 萧", "羅, 罗"
    })
    void traditionalCharactersBecomeSimplifiedOnes(char traditional, char simplified) {
        assertEquals(simplified, Han.simplified(traditional));
        assertEquals(String.valueOf(simplified), Folding.fold(String.valueOf(traditional)));
    }

    /** Characters of firms and places that have two readings or more in use. */
    @ParameterizedTest
    @CsvSource({
        "长, chang zhang", "行, xing hang", "重, zhong chong", "乐, le yue", "藏, cang zang", "厦, sha xia", "都, dou du",
                "六, liu lu",
        "传, chuan zhuan", "朝, chao zhao", "大, da dai", "单, dan shan", "曾, ceng zeng", "解, jie xie", "仇, chou qiu",
                "查, cha zha",
        "翟, di zhai", "朴, piao pu", "缪, miao mou", "区, qu ou", "盖, gai ge", "种, zhong chong", "便, bian pian",
                "会, hui kuai",
        "调, diao tiao", "降, jiang xiang", "弹, dan tan", "洞, dong", "参, can shen", "沈, shen chen", "覃, tan qin",
                "尉, wei yu"
    })
    void everyReadingInUseIsKnown(char character, String readings) {
        assertTrue(
                AsStrings.han(character).containsAll(List.of(readings.split(" ", -1))),
                () -> character + " is read " + AsStrings.han(character));
    }

    @ParameterizedTest
    @CsvSource({
        "单, shan",
        "曾, zeng",
        "解, xie",
        "仇, qiu",
        "查, zha",
        "翟, zhai",
        "朴, piao",
        "缪, miao",
        "区, ou",
        "盖, ge",
        "种, chong",
        "任, ren",
        "乐, yue",
        "覃, qin",
        "冼, xian",
        "葛, ge",
        "华, hua",
        "王, wang",
        "宁, ning",
        "尹, yin",
        "沈, shen",
        "员, yun",
        "召, shao"
    })
    void surnamesAreReadAsSurnames(char surname, String reading) {
        assertEquals(reading, Han.surname(surname));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "あ", "한", "。", "㐀"})
    void whatIsNoHanCharacterHasNoReading(char other) {
        assertEquals(List.of(), AsStrings.han(other));
        assertEquals("", Han.surname(other));
        assertEquals(other, Han.simplified(other));
    }
}
