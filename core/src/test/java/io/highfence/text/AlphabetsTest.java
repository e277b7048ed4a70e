package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.anyascii.AnyAscii;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Armenian, Georgian, Cyrillic and Greek letters against the romanisations of lists, and against ICU4J and AnyAscii. */
class AlphabetsTest {
    /** BGN and PCGN's romanisation without apostrophes; ե and ո have a glide at the beginning of a word. */
    @ParameterizedTest
    @CsvSource({
        "Երևան, yerevan",
        "Որոտան, vorotan",
        "Գյումրի, gyumri",
        "Վանաձոր, vanadzor",
        "Սյունիք, syunik",
        "Ղազարյան, ghazaryan",
        "Խաչատրյան, khachatryan",
        "Ծառուկյան, tsarukyan",
        "Ճամբարակ, chambarak",
        "Ջերմուկ, jermuk",
        "Շիրակ, shirak",
        "Ցաղկաձոր, tsaghkadzor",
        "Ժիրայր, zhirayr",
        "Ռուբեն, ruben",
        "Օհանյան, ohanyan",
        "Ֆրունզիկ, frunzik",
        "ՀԱՅԱՍՏԱՆ, hayastan"
    })
    void armenian(String written, String folded) {
        assertEquals(folded, Folding.fold(written));
    }

    /** The national system of 2002 without apostrophes. */
    @ParameterizedTest
    @CsvSource({
        "თბილისი, tbilisi",
        "ქუთაისი, kutaisi",
        "ბათუმი, batumi",
        "ფოთი, poti",
        "ზუგდიდი, zugdidi",
        "მცხეთა, mtskheta",
        "ჯავახეთი, javakheti",
        "ყვარელი, qvareli",
        "ღვინო, ghvino",
        "შოთა, shota",
        "ჩოხატაური, chokhatauri",
        "ძეგვი, dzegvi",
        "წყალტუბო, tsqaltubo",
        "ჭიათურა, chiatura",
        "ჟვანია, zhvania",
        "ჰერეთი, hereti",
        "ᲗᲑᲘᲚᲘᲡᲘ, tbilisi"
    })
    void georgian(String written, String folded) {
        assertEquals(folded, Folding.fold(written));
    }

    @ParameterizedTest
    @CsvSource({
        "Щербаков, shcherbakov",
        "Юрий, yuriy",
        "Сергей, sergey",
        "Йошкар-Ола, yoshkar-ola",
        "Хабаровск, khabarovsk",
        "Жуковский, zhukovskiy",
        "Цой, tsoy",
        "Чайка, chayka",
        "Эльбрус, elbrus",
        "Подъячев, podyachev",
        "Київ, kiiv",
        "Ґонта, gonta",
        "Њаго, njago",
        "Ђинђић, djindjic",
        "Қазақстан, kazakstan"
    })
    void cyrillic(String written, String folded) {
        assertEquals(folded, Folding.fold(written));
    }

    @ParameterizedTest
    @CsvSource({
        "Αθήνα, athina",
        "Θεσσαλονίκη, thessaloniki",
        "Χανιά, chania",
        "Ψαρά, psara",
        "Ξάνθη, xanthi",
        "Φλώρινα, florina",
        "ΡΟΔΟΣ, rodos",
        "Ζάκυνθος, zakynthos"
    })
    void greek(String written, String folded) {
        assertEquals(folded, Folding.fold(written));
    }

    /** Digits of every script are numbers: institute ١٣ is institute 13. */
    @ParameterizedTest
    @CsvSource({"معهد ١٣, 13", "پژوهشگاه ۱۳, 13", "संस्थान १३, 13", "สถาบัน ๑๓, 13", "研究所１３, 13"})
    void digitsOfEveryScriptAreDigits(String written, String digits) {
        assertTrue(Folding.fold(written).endsWith(digits), () -> Folding.fold(written));
    }

    /** Letters that stand behind another one, where no letter has a glide. What differs by custom is named. */
    @Test
    void singleLettersAreThoseOfAnyAscii() {
        List<String> differences = new ArrayList<>();
        compare(
                0x10D0,
                0x10F0,
                AnyAscii::transliterate,
                Map.of("ჟ", "zh", "ღ", "gh", "ხ", "kh", "ფ", "p", "ყ", "q"),
                differences);
        compare(0x0561, 0x0586, AnyAscii::transliterate, Map.of("ռ", "r", "ւ", "v"), differences);
        compare(0x0430, 0x044F, AnyAscii::transliterate, Map.of(), differences);
        assertEquals(List.of(), differences);
    }

    /** ICU4J writes ISO 9 and its kin: marks and apostrophes aside, the plain letters agree. */
    @Test
    void plainLettersAreThoseOfIcu() {
        UnaryOperator<String> georgian = icu("Georgian-Latin");
        UnaryOperator<String> armenian = icu("Armenian-Latin");
        List<String> differences = new ArrayList<>();
        for (char c : "აბგდევზთიკლმნოპრსტუქშჩცძჯჰ".toCharArray()) {
            compare(c, c, georgian, Map.of(), differences);
        }
        for (char c : "աբգդզէիլկհմնրստվֆ".toCharArray()) {
            compare(c, c, armenian, Map.of(), differences);
        }
        assertEquals(List.of(), differences);
    }

    private static UnaryOperator<String> icu(String id) {
        Transliterator icu = Transliterator.getInstance(id + "; NFD; [:Mn:] Remove; NFC; Lower");
        return icu::transliterate;
    }

    private static void compare(
            int first, int last, UnaryOperator<String> oracle, Map<String, String> customs, List<String> differences) {
        for (int c = first; c <= last; c++) {
            String letter = Character.toString(c);
            // Behind a letter that both read in the same way.
            String before = c >= 0x10D0 ? "ნ" : c >= 0x531 ? "ն" : "н";
            String theirs =
                    oracle.apply(before + letter).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            String expected = customs.containsKey(letter) ? "n" + customs.get(letter) : theirs;
            String ours = Folding.fold(before + letter);
            if (!ours.equals(expected)) {
                differences.add(letter + ": " + expected.substring(1) + ", ours " + ours.substring(1));
            }
        }
    }
}
