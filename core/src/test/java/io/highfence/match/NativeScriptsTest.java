package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public names in their own script find the Latin name, and the other way round; those of others do not. */
class NativeScriptsTest {
    private static final int THRESHOLD = MatchSettings.DEFAULT_THRESHOLD;

    /** Each line: the name in its script, its Latin name. */
    private static final String NAMES = """
            广州银行|Bank of Guangzhou
            长沙银行|Bank of Changsha
            重庆银行|Bank of Chongqing
            成都银行|Bank of Chengdu
            廈門銀行|Bank of Xiamen
            苏州大学|Suzhou University
            郑州大学|Zhengzhou University
            云南大学|Yunnan University
            万向集团|Wanxiang Group
            徐工集团|Xugong Group
            玉柴集团|Yuchai Group
            曾庆红|Zeng Qinghong
            解晓东|Xie Xiaodong
            葛优|Ge You
            欧阳娜娜|Ouyang Nana
            歐陽修|Ouyang Xiu
            葉劍英|Ye Jianying
            陈毅|Chen Yi
            彭德怀|Peng Dehuai
            吴邦国|Wu Bangguo
            부산은행|Busan Bank
            경북대학교|Kyungpook University
            제주대학교|Jeju University
            이낙연|Lee Nak-yon
            홍준표|Hong Jun-pyo
            조국|Cho Kuk
            정몽준|Chung Mong-joon
            박봉주|Pak Pong Ju
            김영남|Kim Yong Nam
            タカラ|Takara
            クボタ|Kubota
            コマツ|Komatsu
            ミズノ|Mizuno
            ヤンマー|Yanmar
            ダイキン|Daikin
            クラレ|Kurare
            توفيق الحكيم|Tawfiq al-Hakim
            إسماعيل عبد الفتاح|Ismail Abdel Fattah
            محمد نجيب|Mohamed Naguib
            رياض سلامة|Riad Salameh
            سليم الحص|Salim al-Hoss
            فؤاد السنيورة|Fouad Siniora
            جامعة بغداد|University of Baghdad
            جامعة الكويت|Kuwait University
            بانک تجارت|Bank Tejarat
            محمد باقر قالیباف|Mohammad Bagher Ghalibaf
            قاسم سلیمانی|Ghasem Soleimani
            معمر القذافي|Muammar Gaddafi
            מנחם אלון|Menachem Elon
            רון חולדאי|Ron Huldai
            ניר ברקת|Nir Barkat
            בנק דיסקונט|Discount Bank
            Χαρίλαος Τρικούπης|Charilaos Trikoupis
            Ιωάννης Μεταξάς|Ioannis Metaxas
            Ντόρα Μπακογιάννη|Ntora Mpakogianni
            Ευάγγελος Μεϊμαράκης|Evangelos Meimarakis
            Ռաֆֆի Հովհաննիսյան|Raffi Hovhannisyan
            Վիգեն Սարգսյան|Vigen Sargsyan
            Էդուարդ Նալբանդյան|Eduard Nalbandyan
            Վիկտոր Համբարձումյան|Viktor Hambardzumyan
            კონსტანტინე გამსახურდია|Konstantine Gamsakhurdia
            ვაჟა ფშაველა|Vazha Pshavela
            დავით უსუფაშვილი|Davit Usupashvili
            გრიგოლ ვაშაძე|Grigol Vashadze
            Эльвира Набиуллина|Elvira Nabiullina
            Антон Силуанов|Anton Siluanov
            Виктор Черномырдин|Viktor Chernomyrdin
            Евгений Примаков|Yevgeny Primakov
            Юрий Лужков|Yuri Luzhkov
            Андрей Тарковский|Andrei Tarkovsky
            Александр Солженицын|Alexander Solzhenitsyn
            中国电子科技集团公司第十三研究所|China Electronics Technology Group Corporation 13th Research Institute
            中国电子科技集团公司第四十六研究所|China Electronics Technology Group Corporation 46th Research Institute
            Григорій Сковорода|Hryhorii Skovoroda
            Арсеній Яценюк|Arseniy Yatsenyuk
            Зоран Ђинђић|Zoran Djindjic
            Магнитогорский металлургический комбинат|Magnitogorskiy Metallurgicheskiy Kombinat
            Россети|Rosseti
            """;

    private record Name(String own, String latin) {}

    private final PartyMatcher matcher = new PartyMatcher(MatchSettings.defaults());

    private static List<Name> names() {
        return NAMES.lines()
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Name(cells[0].strip(), cells[1].strip()))
                .toList();
    }

    @Test
    void aNameInItsOwnScriptFindsTheLatinNameAndTheOtherWayRound() {
        List<String> missed = new ArrayList<>();
        for (Name name : names()) {
            int there = matcher.compare(name.own(), name.latin());
            int back = matcher.compare(name.latin(), name.own());
            if (there < THRESHOLD || back < THRESHOLD) {
                missed.add(name + " " + there + " " + back);
            }
        }
        assertEquals(List.of(), missed);
    }

    /** Every name against the Latin names of all others. */
    @Test
    void aNameDoesNotFindOthers() {
        List<String> found = new ArrayList<>();
        List<Name> names = names();
        for (Name one : names) {
            for (Name other : names) {
                if (one.equals(other)) {
                    continue;
                }
                int there = matcher.compare(one.own(), other.latin());
                int back = matcher.compare(other.latin(), one.own());
                if (there >= THRESHOLD || back >= THRESHOLD) {
                    found.add(one.own() + " " + other.latin() + " " + there + " " + back);
                }
            }
        }
        assertEquals(List.of(), found);
    }

    /** What was read by sound or by words is not written the same. Alphabets are folded letter by letter, as marks are. */
    @Test
    void aDerivedReadingIsNeverWhole() {
        for (Name name : names()) {
            char first = name.own().charAt(0);
            if (first >= 0x590 && !(first >= 0x10A0 && first <= 0x10FF)) {
                assertTrue(matcher.compare(name.own(), name.latin()) <= NameScore.ALMOST, name.toString());
                assertTrue(matcher.compare(name.latin(), name.own()) <= NameScore.ALMOST, name.toString());
            }
        }
        assertEquals(NameScore.ALMOST, matcher.compare("葛优", "Ge You"));
        assertEquals(NameScore.EQUAL, matcher.compare("葉劍英", "叶剑英"));
        assertEquals(NameScore.EQUAL, matcher.compare("葛优", "葛优"));
    }

    @ParameterizedTest
    @CsvSource({
        "CETC14, CETC13",
        "CETC 14, CETC 13",
        "Plant 5, Plant 55",
        "研究所14, 研究所13",
        "معهد ١٤, معهد ١٣",
        "Institute ١٤, Institute 13"
    })
    void numbersStayIdentities(String one, String other) {
        assertTrue(matcher.compare(one, other) < THRESHOLD);
        assertTrue(matcher.compare(other, one) < THRESHOLD);
    }
}
