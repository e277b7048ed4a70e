package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty;
import io.highfence.list.ListedParty.Identifier.Kind;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.MadeParty;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which records are hits and which hits alert, held against a loop that knows the definition and nothing else. */
class HitsTest {
    private static final long SEED = 20261125;
    private static final int RECORDS = 2_000;
    private static final String[] CITIES = {"Shenzhen", "Tehran", "Minsk", "Karachi"};
    private static final String[] COUNTRIES = {"CN", "IR", "BY", "PK"};
    private static PartyList list;
    private static PartyIndex index;

    private final PartyMatcher pairs = new PartyMatcher(MatchSettings.defaults());

    @BeforeAll
    static void makeAList() {
        Random random = new Random(SEED);
        MadeNames names = new MadeNames(random);
        List<MadeParty> parties = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            MadeParty party = MadeParty.of("list " + i % 3, Integer.toString(i), names.name())
                    .type(PartyType.values()[random.nextInt(PartyType.values().length)]);
            for (int aliases = random.nextInt(3); aliases > 0; aliases--) {
                party.alias(names.name(), random.nextInt(3) == 0 ? Quality.WEAK : Quality.STRONG);
            }
            int place = random.nextInt(4);
            if (i % 2 == 0) {
                party.address(random.nextInt(90) + 1 + " Orchard Road", CITIES[place], COUNTRIES[place]);
            }
            if (i % 3 == 0) {
                party.identifier(Kind.values()[i % Kind.values().length], "AB-" + (1000 + i / 9));
            }
            if (i % 5 == 0) {
                party.bornIn(1950 + random.nextInt(40));
            }
            parties.add(party);
        }
        list = MadeParty.list(parties);
        index = PartyIndex.of(list);
    }

    /** What is asked, in the words of the test. */
    private record Asked(String name, PartyType type, String address, Kind kind, String number) {
        PartyQuery query() {
            PartyQuery query = new PartyQuery().name(name).type(type);
            if (address != null) {
                query.address(address);
            }
            if (number != null) {
                query.identifier(new ListedParty.Identifier(kind, number, "", null, DateRange.ALWAYS));
            }
            return query;
        }
    }

    private static Asked random(Random random, MadeNames names) {
        ListedParty record = list.records().get(random.nextInt(RECORDS));
        ListedParty other = list.records().get(random.nextInt(RECORDS / 3) * 3);
        String address = record.addresses().isEmpty() || random.nextInt(3) > 0
                ? null
                : "Unit 7, " + record.addresses().get(0).street().toUpperCase(Locale.ROOT) + " / "
                        + record.addresses().get(0).city();
        boolean numbered = random.nextInt(3) == 0;
        ListedParty.Identifier identifier = other.identifiers().get(0);
        return new Asked(
                names.varied(record.names()
                        .get(random.nextInt(record.names().size()))
                        .text()),
                PartyType.values()[random.nextInt(PartyType.values().length)],
                address,
                identifier.kind(),
                numbered ? identifier.value().toLowerCase(Locale.ROOT).replace("-", " ") : null);
    }

    private int nameScore(Asked asked, ListedParty record, boolean triggeringOnly) {
        int best = -1;
        for (ListedParty.Name name : record.names()) {
            int score = pairs.compare(asked.name, name.text());
            long letters =
                    name.text().chars().filter(Character::isLetterOrDigit).count();
            boolean weak = name.quality() == Quality.WEAK || letters <= 3;
            if (!triggeringOnly || !weak) {
                best = Math.max(best, score);
            }
        }
        boolean conflict =
                asked.type != PartyType.UNKNOWN && record.type() != PartyType.UNKNOWN && asked.type != record.type();
        return conflict && best > 0 ? best * 9 / 10 : best;
    }

    private static boolean sameNumber(Asked asked, ListedParty record) {
        // Every number of the list has two letters and four digits, enough to be told without its kind.
        return asked.number != null
                && record.identifiers().stream()
                        .anyMatch(i -> (i.kind() == asked.kind || i.kind() == Kind.OTHER || asked.kind == Kind.OTHER)
                                && plain(i.value()).equals(plain(asked.number)));
    }

    private static String plain(String number) {
        return number.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    }

    private static boolean sameAddress(Asked asked, ListedParty record) {
        if (asked.address == null) {
            return false;
        }
        // The number of a room is no number of a house.
        List<String> parts = List.of(
                asked.address.toLowerCase(Locale.ROOT).replace("unit 7, ", "").split(" / ", -1));
        return record.addresses().stream()
                .anyMatch(a -> parts.equals(
                        List.of(a.street().toLowerCase(Locale.ROOT), a.city().toLowerCase(Locale.ROOT))));
    }

    @Test
    void hitsAreExactlyTheRecordsOfTheDefinition() {
        Random random = new Random(SEED + 1);
        MadeNames names = new MadeNames(random);
        Matches matches = new Matches(RECORDS);
        int hitsInAll = 0;
        int alerts = 0;
        for (int round = 0; round < 40; round++) {
            Asked asked = random(random, names);
            int threshold = new int[] {5_000, 7_000, MatchSettings.DEFAULT_THRESHOLD, 9_500}[round % 4];
            new PartyMatcher(index, MatchSettings.defaults().withThreshold(threshold)).match(asked.query(), matches);
            Map<String, Integer> wanted = new TreeMap<>();
            boolean alert = false;
            for (ListedParty record : list.records()) {
                int score = nameScore(asked, record, false);
                boolean other = sameNumber(asked, record) || sameAddress(asked, record);
                if (score >= threshold || other) {
                    wanted.put(record.key(), Math.max(score, 0));
                    alert |= other || score == 10_000 || nameScore(asked, record, true) >= threshold;
                }
            }
            Map<String, Integer> found = new TreeMap<>();
            for (int i = 0; i < matches.size(); i++) {
                assertEquals(1, matches.records(i).size());
                found.put(matches.records(i).get(0).key(), Math.max(matches.nameScore(i), 0));
            }
            String told = "seed " + SEED + ", round " + round + ": " + asked + " at " + threshold;
            assertEquals(wanted, found, told);
            assertEquals(alert, matches.alert(), told);
            assertEquals(wanted.size(), matches.total(), told);
            assertFalse(matches.truncated(), told);
            hitsInAll += wanted.size();
            alerts += alert ? 1 : 0;
        }
        assertTrue(hitsInAll > 100 && alerts > 10 && alerts < 40, hitsInAll + " hits, " + alerts + " alerts");
    }

    @Test
    void hitsComeBestFirstAndTiesBySourceThenEntry() {
        Random random = new Random(SEED + 2);
        MadeNames names = new MadeNames(random);
        Matches matches = new Matches(RECORDS);
        PartyMatcher matcher = new PartyMatcher(index, MatchSettings.defaults().withThreshold(3_000));
        int ties = 0;
        for (int round = 0; round < 20; round++) {
            matcher.match(random(random, names).query(), matches);
            for (int i = 1; i < matches.size(); i++) {
                ListedParty before = matches.records(i - 1).get(0);
                ListedParty after = matches.records(i).get(0);
                assertTrue(matches.score(i - 1) >= matches.score(i));
                if (matches.score(i - 1) == matches.score(i) && matches.nameScore(i - 1) == matches.nameScore(i)) {
                    int order = before.source().compareTo(after.source());
                    order = order != 0 ? order : before.entry().compareTo(after.entry());
                    assertTrue(order < 0, "seed " + SEED + ": " + before + " before " + after);
                    ties++;
                }
            }
        }
        assertTrue(ties > 20, ties + " ties");
    }

    /** The records of one party have the same order whichever file was loaded first. */
    @Test
    void theOrderOfLoadingDoesNotShow() {
        List<String> sources = List.of("list a", "list b");
        for (List<String> order : List.of(sources, List.of("list b", "list a"))) {
            List<MadeParty> parties = order.stream()
                    .map(source -> MadeParty.of(source, "SDN", "17018", "Sberbank of Russia"))
                    .toList();
            Matches matches = new Matches();
            new PartyMatcher(PartyIndex.of(MadeParty.list(parties)), MatchSettings.defaults())
                    .match("Sberbank of Russia", matches);
            assertEquals(1, matches.size(), "one party");
            assertEquals(
                    sources,
                    matches.records(0).stream().map(ListedParty::source).toList());
        }
    }

    @Test
    void theThresholdIsMetByItsOwnValueAndMissedByOneMore() {
        PartyIndex one = PartyIndex.of(MadeParty.list(MadeParty.of("1", "Huawei Technologies Co., Ltd.")));
        Matches matches = new Matches();
        for (String query : List.of("Huawei", "Tuawei Technologies", "Huawei Marine", "Huawei Technologies")) {
            int score = pairs.compare(query, "Huawei Technologies Co., Ltd.");
            assertTrue(score > 0 && score < 10_000);
            new PartyMatcher(one, MatchSettings.defaults().withThreshold(score)).match(query, matches);
            assertEquals(1, matches.size());
            assertTrue(matches.alert());
            new PartyMatcher(one, MatchSettings.defaults().withThreshold(score + 1)).match(query, matches);
            assertEquals(0, matches.size());
            assertFalse(matches.alert());
        }
    }

    @Test
    void aThresholdLiesInTheRangeOfTheScore() {
        assertEquals(0, MatchSettings.defaults().withThreshold(0).threshold());
        assertEquals(10_000, MatchSettings.defaults().withThreshold(10_000).threshold());
        assertThrows(
                IllegalArgumentException.class, () -> MatchSettings.defaults().withThreshold(-1));
        assertThrows(
                IllegalArgumentException.class, () -> MatchSettings.defaults().withThreshold(10_001));
    }

    @Test
    void aFullResultKeepsTheBestAndSaysHowManyThereWere() {
        List<MadeParty> parties = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            parties.add(MadeParty.of(Integer.toString(i), "Rosoboronexport"));
        }
        parties.add(MadeParty.of("9", "Rosoboronexpor"));
        PartyMatcher matcher = new PartyMatcher(PartyIndex.of(MadeParty.list(parties)), MatchSettings.defaults());
        Matches enough = new Matches(10);
        matcher.match("Rosoboronexport", enough);
        assertEquals(10, enough.size());
        assertEquals(10, enough.total());
        assertFalse(enough.truncated());
        Matches small = new Matches(9);
        matcher.match("Rosoboronexport", small);
        assertEquals(9, small.size());
        assertEquals(10, small.total());
        assertTrue(small.truncated());
        assertTrue(small.alert());
        for (int i = 0; i < 9; i++) {
            assertEquals(Integer.toString(i), small.records(i).get(0).entry());
        }
        matcher.match("Nobody Listed", small);
        assertEquals(0, small.total());
        assertFalse(small.truncated());
        assertThrows(IllegalArgumentException.class, () -> new Matches(0));
        assertThrows(IndexOutOfBoundsException.class, () -> small.score(0));
        matcher.match("Rosoboronexport", new Matches(1));
    }

    /** An alert of a hit that did not fit is an alert all the same. */
    @Test
    void aHitThatWasDroppedStillAlerts() {
        PartyIndex two = PartyIndex.of(MadeParty.list(
                MadeParty.of("1", "Zyxwvut Nobody").alias("Rosoboronexpor", Quality.WEAK),
                MadeParty.of("2", "Rosoboronexpo")));
        Matches one = new Matches(1);
        new PartyMatcher(two, MatchSettings.defaults()).match("Rosoboronexport", one);
        assertFalse(one.triggers(0));
        assertTrue(one.truncated());
        assertTrue(one.alert());
    }

    /** Country and birth date, in agreement or not, order hits and neither add nor remove any. */
    @Test
    void evidenceNeitherAddsNorRemovesAHit() {
        Random random = new Random(SEED + 3);
        MadeNames names = new MadeNames(random);
        PartyMatcher matcher = new PartyMatcher(index, MatchSettings.defaults().withThreshold(6_000));
        Matches plain = new Matches(RECORDS);
        Matches weighed = new Matches(RECORDS);
        for (int round = 0; round < 30; round++) {
            Asked asked = random(random, names);
            matcher.match(asked.query(), plain);
            matcher.match(
                    asked.query()
                            .country(Country.of(COUNTRIES[random.nextInt(4)]))
                            .birthDate(DateRange.ofYear(1950 + random.nextInt(40))),
                    weighed);
            assertEquals(nameScores(plain), nameScores(weighed), "seed " + SEED + ": " + asked);
        }
    }

    private static Map<String, Integer> nameScores(Matches matches) {
        Map<String, Integer> scores = new HashMap<>();
        for (int i = 0; i < matches.size(); i++) {
            scores.put(matches.records(i).get(0).key(), matches.nameScore(i));
        }
        return scores;
    }

    private static Map<String, Integer> scores(Matches matches) {
        Map<String, Integer> scores = new HashMap<>();
        for (int i = 0; i < matches.size(); i++) {
            scores.put(matches.records(i).get(0).key(), matches.score(i));
        }
        return scores;
    }

    /** Each fact is taken from one listed record and added to a query that may hold other facts already. */
    @Test
    void agreeingEvidenceNeverLowersAScoreAndNeverRemovesAHit() {
        Random random = new Random(SEED + 4);
        MadeNames names = new MadeNames(random);
        PartyMatcher matcher = new PartyMatcher(index, MatchSettings.defaults().withThreshold(6_000));
        Matches before = new Matches(RECORDS);
        Matches after = new Matches(RECORDS);
        int raised = 0;
        for (int round = 0; round < 60; round++) {
            ListedParty record = list.records().get(random.nextInt(RECORDS / 30) * 30);
            PartyQuery query = new PartyQuery().name(names.varied(record.primaryName()));
            if (round % 2 == 0) {
                query.country(Country.of("PT"));
            }
            matcher.match(query, before);
            for (int fact : new int[] {0, 1, 2, 3}) {
                switch (fact) {
                    case 0 -> query.country(record.countries().get(0));
                    case 1 -> query.birthDate(record.birthDates().get(0));
                    case 2 -> query.address(record.addresses().get(0).text());
                    default -> query.identifier(record.identifiers().get(0));
                }
                matcher.match(query, after);
                String told = "seed " + SEED + ", round " + round + ", fact " + fact + ": " + record;
                assertTrue(
                        nameScores(after)
                                .keySet()
                                .containsAll(nameScores(before).keySet()),
                        told);
                Integer was = scores(before).get(record.key());
                Integer is = scores(after).get(record.key());
                if (was != null) {
                    assertTrue(is >= was, told + ": " + was + " to " + is);
                    raised += is > was ? 1 : 0;
                }
                assertTrue(!before.alert() || after.alert(), told);
                matcher.match(query, before);
            }
            assertTrue(scores(before).containsKey(record.key()), "identifier and address find it alone");
        }
        assertTrue(raised > 60, raised + " raised");
    }

    @Test
    void disagreementIsShownAndLowersButNotToNothing() {
        PartyIndex one = PartyIndex.of(MadeParty.list(
                MadeParty.of("1", "PUTIN, Vladimir").country("RU").born(LocalDate.of(1952, 10, 7))));
        PartyMatcher matcher = new PartyMatcher(one, MatchSettings.defaults());
        Matches matches = new Matches();
        matcher.match(
                new PartyQuery()
                        .name("Putin Vladimir")
                        .country(Country.of("PT"))
                        .birthDate(DateRange.ofYear(1953)),
                matches);
        assertEquals(List.of("country differs", "birth date differs"), matches.evidence(0));
        assertEquals(10_000, matches.nameScore(0));
        assertTrue(matches.score(0) < 10_000 && matches.score(0) > 5_000);
        assertTrue(matches.alert());
        assertFalse(matches.confirmed(0));
        matcher.match(
                new PartyQuery()
                        .name("Putin Vladimir")
                        .country(Country.of("RU"))
                        .birthDate(DateRange.on(LocalDate.of(1952, 10, 7))),
                matches);
        assertEquals(List.of("country agrees", "birth date agrees"), matches.evidence(0));
        assertTrue(matches.confirmed(0));
        // One fact on each side: shown both, confirmed by neither.
        matcher.match(
                new PartyQuery()
                        .name("Putin Vladimir")
                        .country(Country.of("RU"))
                        .birthDate(DateRange.on(LocalDate.of(1952, 10, 8))),
                matches);
        assertEquals(List.of("country agrees", "birth date differs"), matches.evidence(0));
        assertFalse(matches.confirmed(0));
    }
}
