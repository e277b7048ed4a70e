package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.text.TokenWeights;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the score must mean, on names that are really listed or really are of somebody else. */
class NameRulesTest {
    private final PartyMatcher matcher = new PartyMatcher(MatchSettings.defaults());

    private int score(String query, String listed) {
        return matcher.compare(query, listed);
    }

    private void less(int lesser, int greater) {
        assertTrue(lesser < greater, lesser + " is not less than " + greater);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Legal forms dropped, added, changed.
                "Huawei Technologies|Huawei Technologies Co., Ltd.",
                "Huawei Technologies Co., Ltd.|Huawei Technologies",
                "Rosneft|OAO Rosneft",
                "Sberbank of Russia OAO|PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA",
                // Order.
                "Vladimir Vladimirovich Putin|PUTIN, Vladimir Vladimirovich",
                "Technologies Huawei|Huawei Technologies Co., Ltd.",
                // A word dropped, a word added.
                "Vladimir Putin|PUTIN, Vladimir Vladimirovich",
                "Oleg Deripaska|DERIPASKA, Oleg Vladimirovich",
                "Kaspersky|AO Kaspersky Lab",
                "Hangzhou Hikvision|HANGZHOU HIKVISION DIGITAL TECHNOLOGY CO., LTD.",
                // One edit: left out, doubled, changed, swapped, at the first letter too.
                "Huwei Technologies|Huawei Technologies Co., Ltd.",
                "Huawwei Technologies|Huawei Technologies Co., Ltd.",
                "Huawai Technologies|Huawei Technologies Co., Ltd.",
                "Hauwei Technologies|Huawei Technologies Co., Ltd.",
                "Tuawei Technologies|Huawei Technologies Co., Ltd.",
                "Nosoboronexport|Rosoboronexport OJSC",
                "Sergey Lavrov|LAVROV, Sergei Viktorovich",
                "Yevgeni Prigozhin|PRIGOZHIN, Yevgeniy Viktorovich",
                // An edit in every word.
                "Yangtse Memroy Technologis|Yangtze Memory Technologies Co., Ltd.",
                // Joined and split.
                "HuaweiTechnologies|Huawei Technologies Co., Ltd.",
                "Hua Wei Technologies|Huawei Technologies Co., Ltd.",
                "YangtzeMemory Technologies|Yangtze Memory Technologies Co., Ltd.",
                "SenseTimeGroup|SENSETIME GROUP LIMITED",
                "Sense Time Group|SENSETIME GROUP LIMITED",
                "H u a w e i Technologies|Huawei Technologies Co., Ltd.",
                // Acronyms, both ways round.
                "SMIC|Semiconductor Manufacturing International Corporation",
                "S.M.I.C.|Semiconductor Manufacturing International Corporation",
                "Semiconductor Manufacturing International Corporation|SMIC",
                "NIOC|NATIONAL IRANIAN OIL COMPANY",
                "National Iranian Oil Company|NIOC",
                "Nuclear Power Corporation of India Limited|NPCIL",
                // Abbreviations.
                "Huawei Tech|Huawei Technologies Co., Ltd.",
                "Beijing Univ of Aeronautics & Astronautics|Beijing University of Aeronautics and Astronautics",
                // A ship with what kind of ship it is.
                "M/V Adrian Darya 1|ADRIAN DARYA 1",
                "M/T Tifani|TIFANI",
                "MV Tifani|TIFANI",
                // Initials of persons.
                "V. Putin|PUTIN, Vladimir Vladimirovich"
            })
    void whatPeopleDoToAListedNameStillAlerts(String query, String listed) {
        assertTrue(matcher.alerts(query, listed), () -> "score " + score(query, listed));
        assertTrue(score(query, listed) < 10_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Another member of the group, another party beside a common word.
                "Gazprom Media|Public Joint Stock Company Gazprom Neft",
                "Bank Melli|BANK MELLAT",
                "Huawei Marine|Huawei Device Co., Ltd.",
                "University of Toronto|University of Electronic Science and Technology of China",
                "Massachusetts Institute of Technology|Harbin Institute of Technology",
                "Deutsche Bank|BANK SEPAH",
                "Positive Thinking|Positive Technologies",
                "Micron Technology|Loongson Technology",
                "Shanghai Institute of Ceramics|Shanghai Institute of Applied Physics, Chinese Academy of Sciences",
                // An initial tells nothing beside a common word; Han read by syllables is another word where one letter
                // differs.
                "H Technologies|Huawei Technologies",
                "出光|Shuguang",
                // A place alone tells no party.
                "Moscow LLC|Moscow Electronics LLC",
                "Hong Kong Ltd|Hong Kong Electronics Ltd",
                "Damascus|Damascus Shipping Company",
                // The letters of an acronym are those of the words, not those of a legal form's class.
                "Shandong Bittel Electronics Co., Ltd.|Sayyed Brothers Engineering Co. (SBEC)",
                "null|Novatek-UST-LUGA, OOO",
                // Another number.
                "China Electronics Technology Group Corporation 14th Research Institute|"
                        + "China Electronics Technology Group Corporation 13th Research Institute",
                "CETC 14|CETC 13",
                "CETC14|CETC13",
                "CETC Institute14|CETC Institute 13",
                "China Electronics Technology Group Institute14|China Electronics Technology Group Institute13",
                "Plant 5|Plant 55",
                "Zavod No. 5|Zavod No. 55",
                "Grace 2|GRACE 1",
                "Sea Star IV|SEA STAR III",
                // Another person.
                "Wei Li|Wei Lu",
                "Xiaoming Wu|Xiaoming Hu",
                "Jane Lee|John Lee",
                "Carrie Fisher|Carrie Lam"
            })
    void anotherPartyDoesNotAlert(String query, String listed) {
        assertFalse(matcher.alerts(query, listed), () -> "score " + score(query, listed));
        assertFalse(matcher.alerts(listed, query), () -> "score " + score(listed, query));
    }

    @Test
    void contradictionCostsMoreThanSilence() {
        less(score("Huawei Lantern", "Huawei Orchard"), score("Huawei", "Huawei Orchard"));
        less(score("Huawei Lantern", "Huawei Orchard"), score("Huawei Lantern", "Huawei"));
        less(score("Putin Igor", "PUTIN, Vladimir"), score("Putin", "PUTIN, Vladimir"));
    }

    @Test
    void anExtraListedWordCostsLessThanAnExtraWordOfTheQuery() {
        less(score("Loongson Orchard", "Loongson"), score("Loongson", "Loongson Orchard"));
        less(score("Sberbank Rossii", "Sberbank"), score("Sberbank", "Sberbank Rossii"));
    }

    @Test
    void aRareWordCarriesMoreThanACommonOne() {
        less(score("Trading Lantern", "Trading Loongson"), score("Lantern Loongson", "Trading Loongson"));
        less(score("Loongson Technology", "Zhaoxin Technology"), score("Loongson Institute", "Loongson Technology"));
    }

    @Test
    void numbersAreIdentities() {
        String listed = "China Electronics Technology Group Corporation 13th Research Institute";
        assertEquals(10_000, score(listed, listed.replace("13th", "XIII")));
        assertEquals(10_000, score("No. 771 Research Institute", "771 Research Institute"));
        assertEquals(10_000, score("Plant Nr. 5", "Plant №5"));
        less(score("Julius No", "Julius 5"), score("Julius", "Julius 5"));
        less(score(listed.replace("13th", "14th"), listed), score(listed.replace("13th ", ""), listed));
        less(score("Zavod 5", "Zavod 55"), score("Zavod", "Zavod 55"));
        less(score("Zavod5", "Zavod6"), score("Zavod", "Zavod6"));
    }

    @Test
    void shortWordsHaveRulesOfTheirOwn() {
        // Near, but not the same.
        less(score("Jon Kowalczyk", "John Kowalczyk"), 10_000);
        less(score("Jane Kowalczyk", "John Kowalczyk"), score("Jon Kowalczyk", "John Kowalczyk"));
        // Two letters are too few to be near: another name, and so a contradiction.
        less(score("Wu Kowalczyk", "Hu Kowalczyk"), score("Kowalczyk", "Hu Kowalczyk"));
        less(score("Li Kowalczyk", "Lu Kowalczyk"), score("Kowalczyk", "Lu Kowalczyk"));
    }

    private static int alike(String a, String b) {
        WordLikeness likeness = new WordLikeness();
        likeness.from(a, 0, a.length());
        return likeness.to(b, 0, b.length());
    }

    @Test
    void neighboursThatChangedPlacesAreHalfAnEditFromThreeLettersOn() {
        assertEquals(1_000 - 1_000 / 6, alike("yon", "yno"));
        assertEquals(1_000 - 1_000 / 10, alike("dubai", "dubia"));
        assertEquals(0, alike("wu", "uw"));
        assertEquals(0, alike("yon", "nyo"));
        assertEquals(0, alike("yon", "yom"));
        less(score("KIM, Kwang Yom", "KIM, Kwang Yon"), score("KIM, Kwang Yno", "KIM, Kwang Yon"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // One word of six letters with one edit, and nothing else that tells.
                "Orkan|OOO ORLAN",
                "Weldom|WELDON",
                "Honda|HODA",
                "Canon, Inc.|CANCON",
                // An article and a single letter are like no word in consonants.
                "جامعة ليوا|Al Gammoh",
                "جامعة ليوا|L-409"
            })
    void aShortWordThatIsOnlyNearTellsNoPartyAlone(String query, String listed) {
        assertFalse(matcher.alerts(query, listed), () -> "score " + score(query, listed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Seven letters; a swap; a sound; a second word that tells.
                "Milandt|MILANDR",
                "Mialndr|MILANDR",
                "Rexxon|REXON",
                "Wildan Mikron|WELDAN MIKRON"
            })
    void aLongerWordASwapOrASecondWordDoes(String query, String listed) {
        assertTrue(matcher.alerts(query, listed), () -> "score " + score(query, listed));
    }

    @Test
    void twoKnownShortWordsThatDifferInAConsonantAreTwoWords() {
        for (String known :
                List.of("kang", "jang", "song", "jong", "yong", "chun", "chu", "jung", "martin", "marvin")) {
            assertTrue(TokenWeights.of(known) < TokenWeights.GREATEST, known);
        }
        assertEquals(TokenWeights.GREATEST, TokenWeights.of("xang"));
        assertEquals(0, alike("kang", "jang"));
        assertEquals(0, alike("song", "jong"));
        // One that the table does not know may be a slip; so may a letter too few, and a vowel is often romanised
        // another way.
        assertEquals(750, alike("xang", "jang"));
        assertEquals(750, alike("chu", "chun"));
        assertEquals(750, alike("jong", "jung"));
        // Six letters are enough to be one word with an edit: five of six are left.
        assertEquals(1_000 * 5 / 6, alike("martin", "marvin"));
        less(score("Kang Kuk-chol", "JANG, Kuk Chol"), MatchSettings.DEFAULT_THRESHOLD);
    }

    @Test
    void aJSoundsLikeAYInLongerWordsOnly() {
        assertEquals(0, alike("jong", "yong"));
        assertFalse(matcher.alerts("Kim Jong Un", "Kim Yong Un"));
        assertTrue(alike("jusuf", "yusuf") > 900);
        assertTrue(matcher.alerts("Jurij Kowalczyk", "Yuriy Kowalczyk"));
        assertTrue(matcher.alerts("Jelena Kowalczyk", "Yelena Kowalczyk"));
    }

    @Test
    void anInitialOfTheListedNameTellsLessThanOneOfTheQuery() {
        // Who gives a name in full is found under an initial, if the rest tells.
        assertTrue(matcher.alerts("Sergey Lavrov", "LAVROV, S."));
        assertTrue(matcher.alerts("S. Lavrov", "LAVROV, Sergey"));
        less(score("Sergey Lavrov", "LAVROV, S."), score("S. Lavrov", "LAVROV, Sergey"));
        // A given name and the first letter of a family name are those of many.
        assertFalse(matcher.alerts("Monika Schnarre", "MONICA S"));
        // Nor does an initial help a word that is only near.
        assertFalse(matcher.alerts("Jade Goody", "G JADES"));
    }

    @Test
    void threeWordsRunTogetherNeedFourConsonants() {
        // Three consonants of two words, in either way round.
        assertTrue(matcher.alerts("علی رضا تهرانی", "Alireza Tehrani"));
        assertTrue(matcher.alerts("علیرضا تهرانی", "Ali Reza Tehrani"));
        assertTrue(matcher.alerts("عبد الله الأحمد", "Abdallah Al Ahmad"));
        // Three of three words.
        assertFalse(matcher.alerts("ريم آل علي", "RUMULI"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Initials that are letters of a legal form too.
                "A. S. ERSHOV|ERSHOV, Aleksandr Sergeyevich",
                "N. V. GUSEV|GUSEV, Nikita Vladimirovich",
                // Digits for letters at both ends of a word.
                "MATTEO 743RR1|MATTEO TAERRI",
                "OOO 50KHR4|OOO SOKHRA",
                // A legal form run together with the name.
                "FRANZULS.A.|FRANZUL S.A.",
                "SYSKONPVT LTD|SYSKON PVT LTD",
                "TROLL PROPERTIES, EINC.|TROLL PROPERTIES, INC.",
                "North-West Technics LBLC|North-West Technics LLC",
                "SHUQUN GLTD|SHUQUN LTD",
                "YSC PKK MILANDR|JSC PKK MILANDR"
            })
    void disguisesInitialsAndMisspeltLegalFormsAreReadAsWhatTheyStandFor(String query, String listed) {
        assertTrue(matcher.alerts(query, listed), () -> "score " + score(query, listed));
        assertTrue(score(query, listed) < 10_000);
    }

    @Test
    void aPlaceInBracketsIsNoNameOfTheParty() {
        assertFalse(matcher.alerts("Huike Electronics (SHENZHEN) CO., LTD.", "SHENZHEN A TECHNOLOGY CO LTD"));
        assertTrue(matcher.alerts("Semiconductor Manufacturing International Corporation (SMIC)", "SMIC"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rosneft India|Rosneft",
                "Rosneft Germany GmbH|Rosneft",
                "ROSNEFT MIDDLE EAST FZE|Rosneft",
                "Hikvision USA Inc|Hikvision",
                "Hikvision UK Limited|Hikvision",
                "Hikvision Asia Pacific Pte. Ltd.|Hikvision",
                "Hikvision Hong Kong|Hikvision",
                "Norinco Guangzhou Co|Norinco",
                "Huawei Technologies Austria GmbH|Huawei Technologies Co., Ltd.",
            })
    void aPartOfAGroupIsFoundByTheNameOfTheGroup(String query, String listed) {
        assertTrue(score(query, listed) >= 7_800, () -> query + " / " + listed + " " + score(query, listed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bank of India|Bank of China",
                "Air Germany|Air",
                "Rosneft of India|Rosneft",
                "India Rosneft Trading|Rosneft",
                "General Trading Germany|General Trading",
                "Rosneft Hikvision|Rosneft",
                "Germany|Rosneft",
            })
    void aPlaceElsewhereOrBesideGenericWordsIsPartOfTheName(String query, String listed) {
        assertTrue(score(query, listed) < 7_800, () -> query + " / " + listed + " " + score(query, listed));
    }

    @Test
    void theGroupsOwnNameIsWorthNineTenthsForItsPart() {
        assertEquals(8_991, score("Rosneft India", "Rosneft"));
        assertEquals(9_990 * 90 / 100, score("Huawei Technologies India Co., Ltd.", "Huawei Technologies Co., Ltd."));
        assertEquals(10_000, score("Rosneft India", "Rosneft India"));
        less(score("Rosneft", "Rosneft India"), 8_991);
    }

    @Test
    void anUnknownWordOfTwoOrThreeLettersWeighsLess() {
        assertEquals(600, weight("qx"));
        assertEquals(800, weight("qxz"));
        assertEquals(1_000, weight("qxzk"));
    }

    private static int weight(String word) {
        return io.highfence.text.NameForm.of(word + " north").tokens().get(0).weight();
    }

    @Test
    void theFathersNameOfThreeIsTheOneThatIsLeftOut() {
        assertTrue(matcher.alerts("Фіськов Микола Миколайович", "FISKOV MYKOLA"));
        assertTrue(matcher.alerts("Mikhail Yurievich Lesin", "LESIN, Mikhail"));
        // The family name has the same ending, and counts in full.
        less(
                score("Roman Arkadyevich Petrov", "Roman Abramovich"),
                score("Roman Arkadyevich Abramovich", "Roman Abramovich"));
        assertTrue(matcher.alerts("Roman Arkadyevich Abramovich", "ABRAMOVICH, Roman"));
        assertFalse(matcher.alerts("Roman Petrov", "ABRAMOVICH, Roman"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bill Gertz Morrow|William Gertz Morrow",
                "Oleksii Reznikov|REZNIKOV, Aleksey",
                "Serhiy Aksyonov|AKSYONOV, Sergey",
                "Volodymyr Saldo|SALDO, Vladimir"
            })
    void formsOfAGivenNameAreTheSame(String query, String listed) {
        assertTrue(matcher.alerts(query, listed), () -> "score " + score(query, listed));
    }

    @Test
    void twoSyllablesOfHanSayLessInAnotherOrderOrWithAWordLeftOver() {
        assertTrue(matcher.alerts("光明", "Guang Ming"));
        less(score("光明", "Ming Guang"), score("光明", "Guang Ming"));
        less(score("光明", "Guang Xiu Ming"), score("Guang Ming", "Guang Xiu Ming"));
        // Of three the family name may stand last.
        assertTrue(matcher.alerts("邓小平", "Xiaoping Deng"));
    }

    @Test
    void everyFurtherEditCostsMore() {
        int none = score("Rosoboronexport", "Rosoboronexport");
        int one = score("Rosoboronexpor", "Rosoboronexport");
        int two = score("Rosoboronexpo", "Rosoboronexport");
        int three = score("Rosoboronexp", "Rosoboronexport");
        less(one, none);
        less(two, one);
        less(three, two);
        assertEquals(10_000, none);
        assertEquals(0, score("Zyxwvut", "Rosoboronexport"));
    }

    @Test
    void orderIsWeakEvidence() {
        assertEquals(
                score("Shanghai Micro Electronics Equipment", "Shanghai Micro Electronics Equipment (Group) Co., Ltd."),
                score("Electronics Equipment Shanghai Micro", "Shanghai Micro Electronics Equipment (Group) Co., Ltd."),
                "a rotation is how family names move");
        less(
                score("Equipment Electronics Micro Shanghai", "Shanghai Micro Electronics Equipment"),
                score("Shanghai Micro Electronics Equipment", "Shanghai Micro Electronics Equipment"));
        assertTrue(matcher.alerts("Equipment Electronics Micro Shanghai", "Shanghai Micro Electronics Equipment"));
    }

    /** Generic words, legal forms and places never alert on what they share, however much it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "General Trading Company|General International Trading Company",
                "International Trading Group|International Trading Services Group",
                "National Research Institute|National Technology Research Institute",
                "Technology Group Limited|International Technology Group Limited",
                "Research Institute|National Research Institute of Technology",
                "General Trading|General Trading and Services",
                "Bank|National Bank"
            })
    void genericNamesDoNotAlertUnlessEqual(String query, String listed) {
        assertFalse(matcher.alerts(query, listed), () -> "score " + score(query, listed));
        assertTrue(score(query, listed) <= 6_000);
        assertEquals(10_000, score(query, query));
        assertTrue(matcher.alerts(query, query));
    }

    /** Far below the threshold the score is still exact: words that share nothing score nothing. */
    @Test
    void namesWithNothingInCommonScoreNothing() {
        assertEquals(0, score("Orchard Lantern", "Rosneft Loongson"));
        assertEquals(0, score("", "Rosneft"));
        assertEquals(0, score("...", "..."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Нuаwеi Tесhnоlоgiеs|Huawei Technologies Co., Ltd.",
                "Hu\u200Bawei Tech\u200Bnologies|Huawei Technologies Co., Ltd.",
                "Ｈｕａｗｅｉ　Ｔｅｃｈｎｏｌｏｇｉｅｓ|Huawei Technologies Co., Ltd.",
                "𝐇𝐮𝐚𝐰𝐞𝐢 𝐓𝐞𝐜𝐡𝐧𝐨𝐥𝐨𝐠𝐢𝐞𝐬|Huawei Technologies Co., Ltd.",
                "\u202EHuawei\u202C Technologies|Huawei Technologies Co., Ltd.",
                "H\u0336u\u0336a\u0336w\u0336e\u0336i\u0336 Technologies|Huawei Technologies Co., Ltd.",
                "H u a w e i T e c h n o l o g i e s|Huawei Technologies Co., Ltd.",
                "huaweitechnologies|Huawei Technologies Co., Ltd.",
                "R o s o b o r o n e x p o r t|Rosoboronexport OJSC"
            })
    void disguisesAlert(String query, String listed) {
        assertTrue(matcher.alerts(query, listed), () -> "score " + score(query, listed));
    }

    /** Run together, a name of common words alone is wholly equal; an acronym passes small words over. */
    @ParameterizedTest
    @CsvSource({
        "MinistryOfStateSecurity, Ministry of State Security",
        "KAIST, Korea Advanced Institute of Science and Technology"
    })
    void commonWordsRunTogetherAndAcronymsAreFound(String query, String listed) {
        assertTrue(matcher.alerts(query, listed), () -> "score " + score(query, listed));
    }
}
