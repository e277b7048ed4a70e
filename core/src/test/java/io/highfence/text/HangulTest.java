package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hangul against the Revised Romanization, McCune and Reischauer, and the spellings that firms and people chose. */
class HangulTest {
    private static final int INITIALS = 19;
    private static final int RIEUL = 5;
    private static final int VOWELS = 21;
    private static final int FINALS = 28;

    @ParameterizedTest
    @CsvSource({
        "부산, busan",
        "대구, daegu",
        "인천, incheon",
        "광주, gwangju",
        "대전, daejeon",
        "제주, jeju",
        "경기, gyeonggi",
        "강원, gangwon",
        "김포, gimpo",
        "구미, gumi",
        "옥천, okcheon",
        "한밭, hanbat",
        "팔당, paldang",
        "의정부, uijeongbu",
        "쌍용, ssangyong",
        "떡, tteok",
        "찌개, jjigae",
        "한강, hangang",
        "여의도, yeouido"
    })
    void theRevisedRomanisationOfTheSouth(String hangul, String latin) {
        assertEquals(latin, AsStrings.hangul(hangul, Hangul.Way.REVISED));
    }

    /** Marks left out. Plain consonants are voiced between voiced sounds; aspirated ones never. */
    @ParameterizedTest
    @CsvSource({
        "평양, pyongyang",
        "부산, pusan",
        "대구, taegu",
        "대동강, taedonggang",
        "개성, kaesong",
        "함흥, hamhung",
        "청진, chongjin",
        "인천, inchon",
        "남포, nampo",
        "강계, kanggye",
        "금강, kumgang",
        "단천, tanchon",
        "은파, unpa",
        "조선, choson",
        "고려, koryo",
        "광명성, kwangmyongsong",
        "은하, unha",
        "남흥, namhung",
        "만수대, mansudae"
    })
    void mcCuneAndReischauerAsTheNorthWritesIt(String hangul, String latin) {
        assertEquals(latin, AsStrings.hangul(hangul, Hangul.Way.NORTHERN));
    }

    @ParameterizedTest
    @CsvSource({"삼성, samsung", "기아, kia", "대우, daewoo", "우리, woori", "효성, hyosung", "현무, hyunmoo", "동원, dongwon"})
    void spellingsThatFirmsChose(String hangul, String latin) {
        assertEquals(latin, AsStrings.hangul(hangul, Hangul.Way.CUSTOMARY));
    }

    /**
     * ICU4J transliterates letter by letter. Both agree by definition in open syllables, but for the ㄹ at the beginning, which
     * it writes l, and in syllables that end in n, l, m or ng.
     */
    @Test
    void openSyllablesAndSoundingEndsAreThoseOfIcu() {
        Transliterator icu = Transliterator.getInstance("Hangul-Latin");
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (int initial = 0; initial < INITIALS; initial++) {
            for (int vowel = 0; vowel < VOWELS; vowel++) {
                for (int last : new int[] {0, 4, 8, 16, 21}) {
                    if (initial == RIEUL) {
                        continue;
                    }
                    String syllable = Character.toString(0xAC00 + (initial * VOWELS + vowel) * FINALS + last);
                    String theirs = icu.transliterate(syllable);
                    String ours = AsStrings.hangul(syllable, Hangul.Way.REVISED);
                    if (!theirs.equals(ours)) {
                        differences.add(syllable + ": " + theirs + ", ours " + ours);
                    }
                    compared++;
                }
            }
        }
        assertEquals(List.of(), differences);
        assertEquals(18 * VOWELS * 5, compared);
    }

    /** The seven sounds that a syllable can end in, by the standard of 2000: article 3, table of ends. */
    @ParameterizedTest
    @CsvSource({
        "k, 악앆앜",
        "n, 안",
        "t, 앋앗았앚앛앝앟",
        "l, 알",
        "m, 암",
        "p, 압앞",
        "ng, 앙",
        "k, 앇앍",
        "n, 앉않",
        "l, 앏앐앑앓",
        "m, 앎",
        "p, 앒앖"
    })
    void aSyllableEndsInOneOfSevenSounds(String end, String syllables) {
        for (Hangul.Way way : Hangul.Way.values()) {
            for (char syllable : syllables.toCharArray()) {
                assertEquals("a" + end, AsStrings.hangul(Character.toString(syllable), way), syllable + " " + way);
            }
        }
    }

    /** What most bearers write; every one is a reading of the whole name. */
    @ParameterizedTest
    @CsvSource({
        "김, Kim", "이, Lee", "이, Yi", "리, Ri", "박, Park", "박, Pak", "최, Choi", "최, Choe", "정, Jung", "정, Chung",
                "조, Cho",
        "윤, Yoon", "장, Jang", "임, Lim", "오, Oh", "서, Seo", "신, Shin", "권, Kwon", "황, Hwang", "안, Ahn", "유, Yoo",
                "홍, Hong",
        "문, Moon", "손, Son", "배, Bae", "백, Paek", "허, Heo", "노, Roh", "곽, Kwak", "성, Sung", "구, Koo", "전, Jeon", "지, Ji"
    })
    void surnamesHaveTheirUsualSpellings(String hangul, String latin) {
        String whole = latin.toLowerCase(java.util.Locale.ROOT) + " minho";
        assertTrue(
                AsStrings.nativeReadings(hangul + "민호").stream()
                        .anyMatch(r -> r.strip().equals(whole)),
                () -> hangul + ": " + AsStrings.nativeReadings(hangul + "민호"));
    }
}
