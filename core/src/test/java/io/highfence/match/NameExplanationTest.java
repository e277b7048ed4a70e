package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.list.ListedParty;
import io.highfence.list.MadeParty;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import io.highfence.match.NameExplanation.Channel;
import io.highfence.match.NameExplanation.Group;
import io.highfence.match.NameExplanation.Lowered;
import io.highfence.match.NameExplanation.Lowered.Cause;
import io.highfence.match.NameExplanation.Word;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An explanation tells how the score came about, so that the score can be counted again from it. */
class NameExplanationTest {
    private static final int THRESHOLD = MatchSettings.DEFAULT_THRESHOLD;

    /** Searched and listed, in every script that is read and in every disguise. */
    private static final String PAIRS = """
            Huawei Tecnologies|Huawei Technologies Co., Ltd.
            HuaweiTechnologies|Huawei Technologies Co., Ltd.
            Hu4wei Technologies|Huawei Technologies Co., Ltd.
            Huаwei Tech|Huawei Technologies Co., Ltd.
            H u a w e i   T e c h n o l o g i e s|Huawei Technologies Co., Ltd.
            Ｈｕａｗｅｉ Ｔｅｃｈ|Huawei Technologies Co., Ltd.
            RustankerLLC|Rustanker
            V. Putin|PUTIN, Vladimir Vladimirovich
            Владимир Путин|PUTIN, Vladimir Vladimirovich
            Wladimir Putin|Путин Владимир Владимирович
            SMIC|Semiconductor Manufacturing International Corporation
            SMIC|Semiconductor Manufacturing International Corporation (SMIC)
            Shanghai IC R&D|Semiconductor Manufacturing International (Shanghai) Corporation
            CETC 14|China Electronics Technology Group Corporation (CETC) 13th Institute
            Institute 13|13th Institute
            Bank Melli|BANK MELLAT
            Zelenskyy|Zelensky
            Yangtse Memroy Technologis|Yangtze Memory Technologies Co., Ltd.
            Trading General Company International|General International Trading Company
            Memory Technologies Yangtze Storage|Yangtze Storage Memory Technologies
            长沙银行|Bank of Changsha
            廈門銀行|Xiamen Bank
            曾庆红|Zeng Qinghong
            欧阳娜娜|Ouyang Na
            万向集团|Wanxiang Group Corporation
            부산은행|Busan Bank
            정몽준|Chung Mong-joon
            タカラ|Takara Co., Ltd.
            クボタ|Kubota Corporation
            توفيق الحكيم|Tawfiq al-Hakim
            محمد نجيب|Mohamed Naguib
            Mohamed Naguib|محمد نجيب
            جامعة بغداد|University of Baghdad
            מנחם אלון|Menachem Elon
            בנק דיסקונט|Discount Bank
            Χαρίλαος Τρικούπης|Charilaos Trikoupis
            Ευάγγελος Μεϊμαράκης|Meimarakis Evangelos A.
            Ռաֆֆի Հովհաննիսյան|Raffi Hovhannisyan
            კონსტანტინე გამსახურდია|Konstantine Gamsakhurdia
            Эльвира Набиуллина|NABIULLINA Elvira Sakhipzadovna
            Сбербанк|Sberbank of Russia
            สวัสดี|Sawatdi
            General Trading|General Supply
            ...|Huawei
            Huawei|...
            No 5 Plant 7|Plant No 55
            """;

    private final PartyMatcher matcher = new PartyMatcher(MatchSettings.defaults());

    /** The score by the arithmetic that the explanation states. */
    private static int rebuilt(NameExplanation why) {
        long score = switch (why.channel()) {
            case EQUAL -> 10_000;
            case GLUED -> {
                Group whole = why.groups().get(0);
                int longer = Math.max(whole.searched().length(), whole.listed().length());
                yield 10_000L * (longer - whole.edits()) / longer;
            }
            case WORDS -> {
                long need = why.contradiction();
                long gain = 0;
                for (Group group : why.groups()) {
                    need += group.weight();
                    gain += group.weight() * group.likeness();
                }
                for (Word word : why.searched().alone()) {
                    need += word.weight();
                }
                for (Word word : why.listed().alone()) {
                    need += word.weight();
                }
                assertEquals(need, why.need());
                yield need == 0 ? 0 : 10 * gain / need;
            }
        };
        for (Lowered lowered : why.lowered()) {
            assertEquals(score, lowered.from(), () -> lowered + " in " + why);
            score = switch (lowered.cause()) {
                case NOT_EQUAL, READING -> 9_990;
                case NUMBERS -> score * 70 / 100;
                case ORDER -> score * 98 / 100;
                case NEAR_WORD_ALONE, LOOSE, GROUP -> score * 90 / 100;
                case GENERIC -> 6_000;
                case TYPE -> score * 90 / 100;
            };
            assertEquals(score, lowered.to());
            assertTrue(lowered.to() < lowered.from());
        }
        return (int) score;
    }

    private NameExplanation check(String searched, String listed) {
        NameExplanation why = matcher.explain(searched, listed);
        assertEquals(matcher.compare(searched, listed), why.score(), searched + " | " + listed);
        assertEquals(why.score(), rebuilt(why), why::toString);
        assertEquals(searched, why.searched().name());
        assertEquals(listed, why.listed().name());
        assertEquals(THRESHOLD, why.threshold());
        for (NameExplanation.Change change : why.changes()) {
            assertEquals(matcher.compare(change.name(), listed), change.score(), change::toString);
            assertTrue(change.score() >= THRESHOLD != why.score() >= THRESHOLD, change::toString);
        }
        return why;
    }

    @Test
    void theScoreIsCountedAgainFromTheExplanationInEveryScript() {
        List<String[]> pairs = PAIRS.lines().map(line -> line.split("\\|", -1)).toList();
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        for (int i = 0; i < pairs.size(); i++) {
            String[] one = pairs.get(i);
            channels.add(check(one[0], one[1]).channel());
            check(one[1], one[0]);
            check(one[0], one[0]);
            // Names that have little or nothing in common, often in two scripts.
            for (int step : List.of(1, 7, 20)) {
                check(one[0], pairs.get((i + step) % pairs.size())[1]);
            }
        }
        assertEquals(EnumSet.allOf(Channel.class), channels);
    }

    @Test
    void theScoreIsCountedAgainForNamesThatPeopleVaried() {
        MadeNames names = new MadeNames(new Random(20261129));
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        for (int i = 0; i < 1_500; i++) {
            String listed = names.name();
            NameExplanation why = check(names.varied(listed), listed);
            why.lowered().forEach(lowered -> causes.add(lowered.cause()));
        }
        check("Rosneft India Ltd", "Rosneft").lowered().forEach(lowered -> causes.add(lowered.cause()));
        check("\u5a01\u521a", "Gang Wei").lowered().forEach(lowered -> causes.add(lowered.cause()));
        assertEquals(
                EnumSet.of(
                        Cause.NOT_EQUAL,
                        Cause.READING,
                        Cause.NUMBERS,
                        Cause.ORDER,
                        Cause.GENERIC,
                        Cause.NEAR_WORD_ALONE,
                        Cause.LOOSE,
                        Cause.GROUP),
                causes);
    }

    @Test
    void everyHitIsExplainedByTheNameAndTheScoreThatItHas() {
        MadeNames names = new MadeNames(new Random(20261130));
        PartyList sample = PartyList.sample();
        PartyMatcher whole =
                new PartyMatcher(PartyIndex.of(sample), MatchSettings.defaults().withNearMissMargin(3_000));
        Matches hits = new Matches();
        int conflicts = 0;
        for (int i = 0; i < sample.records().size(); i++) {
            List<ListedParty.Name> listed = sample.records().get(i).names();
            String name = names.varied(listed.get(i % listed.size()).text());
            PartyType type = PartyType.values()[i % PartyType.values().length];
            whole.match(new PartyQuery().name(name).type(type), hits);
            for (Matches some : List.of(hits, hits.nearMisses())) {
                for (int hit = 0; hit < some.size(); hit++) {
                    NameExplanation why =
                            matcher.explain(name, type, some.records(hit).get(0));
                    assertEquals(some.nameScore(hit), why.score());
                    assertEquals(some.matched(hit).text(), why.listed().name());
                    assertEquals(why.score(), rebuilt(why), why::toString);
                    conflicts += why.lowered().stream().anyMatch(l -> l.cause() == Cause.TYPE) ? 1 : 0;
                }
            }
        }
        assertTrue(conflicts > 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Huawei Device | Huawei Device Ltd | huawei | huawei | equal",
                "Huawei Tecnologies | Huawei Technologies | tecnologies | technologies | spelled nearly alike: 1 edit",
                "Yangtse Memroy | Yangtze Memory | memroy | memory | spelled nearly alike: 1 edit",
                "Volodymyr Zelenskyy | Volodymyr Zelensky | zelenskyy | zelensky | sound alike",
                "محمد نجيب | Mohamed Naguib | نجيب | naguib | consonants alike, vowels are not written",
                "Huawei Tech | Huawei Technologies | tech | technologies | one a short form or another form of the other",
                "V Putin | Vladimir Putin | v | vladimir | an initial of the other",
                "SMIC Shanghai | Semiconductor Manufacturing International Corporation Shanghai | smic"
                        + " | semiconductor manufacturing international corporation | an acronym of the other",
                "Yangtze Store House Maple | Yangtze Storehouse | store house | storehouse | 'joined, else equal'",
                "Yangtze Stoore House Maple | Yangtze Storehouse | stoore house | storehouse"
                        + " | 'joined, spelled nearly alike: 1 edit'",
            })
    void eachWordSaysWhyItIsTakenForTheOther(
            String searched, String listed, String ours, String theirs, String reason) {
        List<Group> groups = check(searched, listed).groups();
        Group found = groups.stream()
                .filter(group -> group.searched().equals(ours))
                .findFirst()
                .orElseThrow(() -> new AssertionError(groups));
        assertEquals(theirs, found.listed());
        assertEquals(reason, found.reason());
        assertEquals(reason.contains("edit") ? 1 : 0, found.edits());
        assertEquals(reason.equals("equal"), found.likeness() == 1_000);
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    @Test
    void wordsThatMeetNothingAreToldOnTheirSide() {
        NameExplanation omitted = check("Sberbank", "Sberbank of Russia");
        assertEquals(List.of(), omitted.searched().alone());
        assertEquals(List.of("of", "russia"), texts(omitted.listed().alone()));
        assertEquals(
                "left out of the searched name", omitted.listed().alone().get(0).why());
        assertEquals(0, omitted.contradiction(), "silence is no contradiction");

        NameExplanation added = check("Sberbank of Russia", "Sberbank");
        assertEquals(List.of("of", "russia"), texts(added.searched().alone()));
        assertEquals("not in the listed name", added.searched().alone().get(0).why());
        assertEquals(0, added.contradiction());

        NameExplanation contradicting = check("Bank Melli", "Bank Mellat");
        assertEquals(List.of("melli"), texts(contradicting.searched().alone()));
        assertEquals(List.of("mellat"), texts(contradicting.listed().alone()));
        assertTrue(contradicting.contradiction() > 0);
        assertTrue(contradicting.searched().alone().get(0).why().contains("where the listed name has other words"));

        NameExplanation form = check("Huawei Device Inc", "Huawei Device");
        assertEquals(
                "a legal form, weighs little", form.searched().alone().get(0).why());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Plant 5 Minsk | Plant 55 Minsk | NUMBERS",
                "Alpha Beta Gamma Delta | Alpha Delta Beta Gamma | NOT_EQUAL",
                "General Trading Company | General International Trading Company | GENERIC",
                "长沙银行 | Changsha Bank | READING",
            })
    void whatLoweredTheScoreIsTold(String searched, String listed, Cause cause) {
        NameExplanation why = check(searched, listed);
        assertTrue(
                why.lowered().stream().anyMatch(lowered -> lowered.cause() == cause),
                () -> why.lowered().toString());
    }

    @Test
    void anotherOrderLowersAndARotationDoesNot() {
        NameExplanation turned = check("Maple Orchard Granite Falcon", "Orchard Maple Falcon Granite");
        assertEquals(
                List.of(Cause.NOT_EQUAL, Cause.ORDER),
                turned.lowered().stream().map(Lowered::cause).toList());
        NameExplanation rotated = check("Maple Orchard Granite Falcon", "Granite Falcon Maple Orchard");
        assertEquals(
                List.of(Cause.NOT_EQUAL),
                rotated.lowered().stream().map(Lowered::cause).toList());
    }

    @Test
    void typesThatDifferLowerTheScoreAndMayBeWhatWouldChangeIt() {
        ListedParty person = MadeParty.list(
                        MadeParty.of("1", "Orchard Maple Falcon").type(PartyType.PERSON))
                .records()
                .get(0);
        String name = "Orchard Maple Falco";
        NameExplanation agreed = matcher.explain(name, PartyType.PERSON, person);
        NameExplanation unknown = matcher.explain(name, PartyType.UNKNOWN, person);
        NameExplanation differing = matcher.explain(name, PartyType.ORGANISATION, person);
        assertEquals(agreed, unknown);
        assertEquals(agreed.score() * 9 / 10, differing.score());
        assertEquals(
                Cause.TYPE,
                differing.lowered().get(differing.lowered().size() - 1).cause());

        PartyMatcher strict = new PartyMatcher(MatchSettings.defaults().withThreshold(agreed.score()));
        List<NameExplanation.Change> changes =
                strict.explain(name, PartyType.ORGANISATION, person).changes();
        assertTrue(
                changes.contains(new NameExplanation.Change("with types that agree", name, agreed.score())),
                changes::toString);
    }

    @Test
    void aSingleChangeIsNamedThatCrossesTheThreshold() {
        assertEquals(
                List.of("with 'russia' added"),
                check("Sberbank", "Sberbank of Russia").changes().stream()
                        .map(NameExplanation.Change::what)
                        .toList());
        assertEquals(
                List.of(new NameExplanation.Change("with '13' for '14'", "CETC 13", 10_000)),
                check("CETC 14", "CETC 13").changes());
        assertEquals(
                List.of("without 'Huawei'"),
                check("Huawei Technologies", "Huawei Technologies Co., Ltd.").changes().stream()
                        .map(NameExplanation.Change::what)
                        .toList());
        assertEquals(List.of(), check("Orchard", "Falcon Granite Maple").changes());
    }

    @Test
    void aHostileNameIsExplainedInBoundedTime() {
        String long1 = "ab cd ef gh ".repeat(50);
        String listed = "ab ce ef gi ".repeat(50);
        check(long1, listed);
        NameExplanation cut = check(long1 + "x", listed);
        assertEquals(List.of(), cut.changes(), "a name beyond the bound is not tried");
        assertTrue(cut.ignored().toString().contains("too long"), cut.ignored()::toString);
    }

    @Test
    void whatWasIgnoredIsTold() {
        assertIgnored("Huawei Device Co., Ltd.", "Huawei Device", "The legal form of the searched name weighs little");
        assertIgnored(
                "Huаwei Device", "Huawei Device", "The searched name is read in plain letters: 'Huаwei' as 'huawei'");
        assertIgnored(
                "Hu4wei Device", "Huawei Device", "The searched name is read out of a disguise as 'huawei device'");
        assertIgnored("SMIC", "Semiconductor Manufacturing International (SMIC)", "The listed name is read in part");
        assertIgnored("长沙银行", "Bank of Changsha", "The searched name is read by its syllables");
        assertIgnored("タカラ", "Takara", "The searched name is read in Latin letters as 'takara'");
        assertEquals(List.of(), check("Orchard Maple", "ORCHARD MAPLE").ignored(), "case and signs go without saying");
    }

    private void assertIgnored(String searched, String listed, String beginning) {
        List<String> ignored = check(searched, listed).ignored();
        assertTrue(ignored.stream().anyMatch(line -> line.startsWith(beginning)), ignored::toString);
    }

    @Test
    void sharesOfTheWeightAddUpToTheWhole() {
        NameExplanation why = check("Huawei Tecnologies Inc", "Huawei Technologies Co., Ltd.");
        int sum = why.share(why.contradiction());
        for (Group group : why.groups()) {
            sum += why.share(group.weight());
        }
        for (Word word : why.searched().alone()) {
            sum += why.share(word.weight());
        }
        for (Word word : why.listed().alone()) {
            sum += why.share(word.weight());
        }
        assertTrue(sum > 9_990 && sum <= 10_000, "cut to ten-thousandths: " + sum);
    }
}
