package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.text.AddressForm.Likeness;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressReaderTest {
    private static final long SEED = 20261129;

    private final AddressReader reader = new AddressReader();

    private String read(String address) {
        AddressForm form = new AddressForm();
        reader.read(address, form);
        return form.toString();
    }

    /**
     * By hand. S and T are streets, T where it is certain where the name begins; N its words, D its direction; W telling words, L known
     * places; H houses, B buildings, U rooms, F floors, X boxes, P postcodes.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "38 Pitt Street, Yau Ma Tei | TpittNpittH38WpittWyauWtei",
                "Pitt Street 38, Peking | SpittNpittWpittH38Lbeijing",
                "Rm A 12F, 300 Lockhart Road | TlockhartNlockhartUaF12H300Wlockhart",
                "Flat 1203, 12/F, Pitt St 38-40 | SpittNpittU1203F12WpittH38H40",
                "17/1 Pitt Street | TpittNpittH17B1Wpitt",
                "38-99 Pitt Street | TpittNpittH38B99Wpitt",
                "Calle 30 No. 23B-22, Cali | S30N30 calleH23bB22Wcali",
                "Fifth Avenue 350 | S5N5 avenueH350",
                "127 Youyi Xilu, Tientsin | TyouyiNyouyiDwestH127WyouyiLtianjin",
                "P.O. Box 30686, Dubai | X30686Ldubai",
                "10 Pitt Street, London NW2 7BR | TpittNpittH10WpittLlondonPnw2P7br",
                "10 Pitt Street, K1A 0B1 | TpittNpittH10WpittPk1aP0b1",
                "10 Pitt Street, 115583 | TpittNpittH10WpittP115583",
                "115583 Pitt Street | TpittNpittH115583Wpitt",
                "47 Yanwachi, Changsha | SyanwachiNyanwachiH47WyanwachiWchangsha",
                "Furkasovskiy Lane, building 6, China | SfurkasovskiyNfurkasovskiyWfurkasovskiyB6",
                "no7 Pitt Street China | TpittNpittH7Wpitt",
                "China | ''"
            })
    void whatEachWordIs(String address, String canonical) {
        assertEquals(canonical, read(address));
    }

    /** A capital begins an item, so none may stand in a word. */
    @Test
    void noFoldedTextHasCapitals() {
        Folding folding = new Folding();
        Chars folded = new Chars();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            folded.clear();
            folding.fold(Character.toString(c), 0, Character.charCount(c), false, folded);
            for (int i = 0; i < folded.length(); i++) {
                assertTrue(folded.charAt(i) < 'A' || folded.charAt(i) > 'Z', "from " + Integer.toHexString(c));
            }
        }
    }

    @Test
    void formsCompareAsSetsOfTheirWordsAndNumbersDo() {
        MadeAddresses made = new MadeAddresses(new Random(SEED));
        AddressForm a = new AddressForm();
        AddressForm b = new AddressForm();
        AddressForm kept = new AddressForm();
        Chars image = new Chars();
        Map<Likeness, Integer> seen = new EnumMap<>(Likeness.class);
        for (int i = 0; i < 10_000; i++) {
            String one = made.address();
            String other = i % 2 == 0 ? made.damaged(one) : made.address();
            String told = "seed " + SEED + ": " + one + " / " + other;
            reader.read(one, a);
            reader.read(other, b);
            AddressOnSets setsOfA = new AddressOnSets(a.toString());
            AddressOnSets setsOfB = new AddressOnSets(b.toString());
            Likeness wanted = setsOfA.compare(setsOfB);
            seen.merge(wanted, 1, Integer::sum);
            assertEquals(wanted, a.compare(b), told);
            assertEquals(setsOfB.compare(setsOfA), b.compare(a), told);
            assertEquals(setsOfA.finds(setsOfB), a.finds(b), told);
            assertEquals(setsOfA.numbers(), AddressForms.numbers(a), told);
            assertEquals(AddressForms.numbers(a).size(), a.numberCount(), told);
            if (a.finds(b)) {
                Set<String> common = new HashSet<>(AddressForms.numbers(a));
                common.retainAll(AddressForms.numbers(b));
                assertTrue(!common.isEmpty(), told);
            }

            image.clear().add("before").add(b.canonical()).add("After");
            kept.load(image, "before".length(), image.length() - "After".length());
            assertEquals(b.toString(), kept.toString(), told);
            assertEquals(AddressForms.numbers(b), AddressForms.numbers(kept), told);
            assertEquals(wanted, a.compare(kept), told);
            assertEquals(setsOfA.finds(setsOfB), a.finds(kept), told);

            assertEquals(AddressForms.of(one).toString(), a.toString(), told);
        }
        assertTrue(seen.values().stream().allMatch(count -> count > 500), seen.toString());
        assertEquals(3, seen.size());
    }

    private static long count(String canonical, char kind) {
        return canonical.chars().filter(c -> c == kind).count();
    }

    @Test
    void whatStandsBehindTheBoundsIsDropped() {
        String streets = read("1 pitt street, ".repeat(40));
        assertEquals(AddressReader.MAX_STREETS, count(streets, 'T'));
        assertEquals(AddressForm.MAX_CHARS / 15, count(streets, 'H') - 1);
        assertEquals(AddressParts.MAX_PARTS, count(read("1 ".repeat(300)), 'H'));
        // A numeral with a dot is one character that is cut behind it.
        assertEquals(AddressParts.MAX_PARTS, count(read("\u2488".repeat(300)), 'H'));
        assertEquals(1 + Folding.MAX_FOLDED, read("\u0429".repeat(400)).length());
    }
}
