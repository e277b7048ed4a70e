package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a name in another script is read as, and that no text does harm. */
class NativeReadingsTest {
    /** Sane on a busy machine; a reading takes microseconds. */
    private static final Duration BOUND = Duration.ofSeconds(5);

    private static List<String> readings(String name) {
        return AsStrings.nativeReadings(name).stream()
                .map(reading -> reading.strip().replaceAll("\\s+", " "))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Usual words in English, the rest by sound.
                "哈尔滨银行|harbin bank",
                "广州汽车集团股份有限公司|guangzhou automobile group joint stock co ltd|", // the longest words first
                "廣州銀行|guangzhou bank",
                "万向集团|wanxiang group",
                "国家航天局|national aerospace bureau",
                "第二重型机械|2 zhongxing machinery",
                // By sound only.
                "万向集团|wanxiang jituan",
                "长安汽车|changan qiche",
                "重庆长安|chongqing changan",
                "西藏银行|xizang yinhang",
                // Surnames of persons.
                "单田芳|shan tianfang",
                "解海龙|xie hailong",
                "查良镛|zha liangyong",
                "区文诗|ou wenshi",
                "尉迟恭|yuchi gong",
                "诸葛亮|zhuge liang",
                "欧阳修|ouyang xiu",
                "欧阳娜娜|ouyang nana",
                // Kana, Hangul.
                "ヤマト|yamato",
                "김명수|kim myungsoo",
                "김명수|kim myeongsu",
                "김명수|kim myongsu",
                "부산은행|busan bank",
                "조선중앙은행|korea central bank",
                // Words of alphabets; other letters are left to folding.
                "Институт Курчатова|institute Курчатова",
                "Сургут банк|Сургут bank",
                "جامعة حلب|university حلب",
                "بانک تجارت|bank تجارت",
                "אוניברסיטת חיפה|university חיפה",
                "דוד לוי|david levi",
                // Two scripts in one name.
                "TCL集团|TCL group",
                "ヤマト運輸|yamato yunshu"
            })
    void aNameIsReadAs(String name, String reading) {
        assertTrue(
                readings(name).contains(reading.replace("joint stock ", ""))
                        || readings(name).contains(reading),
                () -> name + " is read " + readings(name));
    }

    /** All in its usual way and all by sound are read however much a long name leaves open. */
    @Test
    void bothPlainReadingsOfALongNameAreKept() {
        String name = "长乐行重藏都传朝单曾解查翟朴区盖集团";
        List<String> readings = readings(name);
        assertEquals(NativeReadings.MOST, readings.size());
        assertTrue(readings.get(0).endsWith(" group"), readings.get(0));
        assertTrue(readings.get(1).endsWith("jituan"), readings.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Huawei", "Société Générale", "12345", "!!", "\uD800", "\u0301\u0301", "İstanbul"})
    void latinNamesHaveNone(String name) {
        assertEquals(Set.of(), AsStrings.nativeReadings(name));
    }

    private static List<String> hostile() {
        return List.of(
                "行".repeat(600),
                "长行重乐藏厦都传朝单".repeat(120),
                "中国银行".repeat(300),
                "行a".repeat(600),
                "行가".repeat(300),
                "가".repeat(5_000),
                "か\u3099".repeat(2_000),
                "\u3099か",
                "\u309A",
                "\u3099\u3099\u3099",
                "ー".repeat(600),
                "っ",
                "ゃゃゃ",
                "\u3002\u3005\u3007",
                "\uD840",
                "\uDC00行\uD800",
                "𠀀𠀁",
                "\u0301行\u0301",
                "華Hуaкгカ한ابאԱა",
                "اال",
                "ال",
                "וו",
                "ու",
                "\u1100\u1161\u11A8",
                "\uFFA1\uFFC2",
                "ﷺ".repeat(600),
                "V.V. ".repeat(200) + "行",
                "١".repeat(700),
                "1a1".repeat(400));
    }

    @Test
    void noTextDoesHarmAndReadingsAreBounded() {
        for (String text : hostile()) {
            assertTimeoutPreemptively(
                    BOUND,
                    () -> {
                        Set<String> readings = AsStrings.nativeReadings(text);
                        assertTrue(readings.size() <= NativeReadings.MOST, () -> readings.size() + " of " + text);
                        List<NameForm> forms = NameForm.searched(text);
                        assertFalse(forms.isEmpty());
                        assertTrue(
                                forms.stream().noneMatch(form -> form.tokens().size() > NameForm.MAX_TOKENS));
                        AsStrings.disguises(text);
                        for (String word : Folding.fold(text).split("[^\\p{L}\\p{N}]+", -1)) {
                            Sounds.of(word);
                            if (!word.isEmpty()) {
                                AsStrings.consonants(word, true);
                                AsStrings.consonants(word);
                            }
                            NativeWords.find(word, 0, word.length());
                        }
                    },
                    text);
        }
    }

    /** Text of all scripts and signs that are read here. */
    static String random(Random random) {
        String[] alphabets = {
            "abcHW 0139.@$",
            "行长單會乾著苧薴々〇",
            "한국각힣가우",
            "かカがガお゚っッャーﾊﾟｶﾞヴヰ",
            "ابتةىیکهءؤآلالـ٣۳",
            "אבגוךםןףץש",
            "жщйёїўіґЂђџҚ",
            "αβΗΜΝΥσςΐάϋ",
            "աեոևւուՈՒֆԵ",
            "აბგჰᲐჲ",
            "\u0301\u0306\u3099\u309A\u200D\u202E\uFE0F\u0338\u0654",
            "\uD800\uDC00\uD840\uDC0B-'’´(),"
        };
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(24); length > 0; length--) {
            String alphabet = alphabets[random.nextInt(alphabets.length)];
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @Test
    void foldedTextFoldsToItself() {
        long seed = 20261129;
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            String text = random(random);
            String folded = Folding.fold(text);
            assertEquals(folded, Folding.fold(folded), () -> "seed " + seed + ": " + text);
        }
    }

    /** A derived form is marked as one, and the name as it stands is first and is not. */
    @Test
    void randomNamesAreReadWithoutHarm() {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String text = random(random);
            List<NameForm> forms = NameForm.searched(text);
            assertFalse(forms.get(0).derived(), () -> "seed " + seed + ": " + text);
            assertTrue(NameForm.of(text).sameAs(forms.get(0)));
            assertEquals(
                    forms.size(),
                    forms.stream().map(NameForm::canonical).distinct().count(),
                    () -> "seed " + seed + ": " + text);
        }
    }
}
