package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a profile looks at, told record by record from the list itself; and the ways to ask that give the same answers. */
class ScreeningProfileTest {
    private static final PartyList LIST = PartyList.sample();
    private static final PartyIndex INDEX = PartyIndex.of(LIST);

    private static void check(ScreeningProfile profile, Predicate<ListedParty> fits) {
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < LIST.records().size(); i++) {
            if (fits.test(LIST.records().get(i))) {
                expected.add(i);
            }
        }
        List<Integer> found = new ArrayList<>();
        INDEX.sets().compile(profile).forEach((int record) -> found.add(record));
        assertEquals(expected, found);
        assertTrue(!expected.isEmpty() && expected.size() < LIST.records().size(), "the sample tells nothing");
    }

    @Test
    void listsAndPrograms() {
        check(
                ScreeningProfile.ALL.withLists(List.of("SDN")),
                record -> record.list().equals("SDN"));
        check(
                ScreeningProfile.ALL.withLists(List.of("SDN", "DPL")),
                record -> Set.of("SDN", "DPL").contains(record.list()));
        String program = LIST.records().stream()
                .flatMap(record -> record.listing().programs().stream())
                .findFirst()
                .orElseThrow();
        check(
                ScreeningProfile.ALL.withPrograms(List.of(program)),
                record -> record.listing().programs().contains(program));
    }

    @Test
    void whatThePublisherDoesNotSayStays() {
        Country russia = Country.of("RU");
        check(
                ScreeningProfile.ALL.withCountries(List.of(russia)),
                record -> record.countries().isEmpty() || record.countries().contains(russia));
        check(
                ScreeningProfile.ALL.withTypes(List.of(PartyType.PERSON)),
                record -> record.type() == PartyType.UNKNOWN || record.type() == PartyType.PERSON);
    }

    @Test
    void daysInForceCountBothEnds() {
        LocalDate first = LIST.records().stream()
                .map(record -> record.listing().inForce().from())
                .filter(day -> day != null)
                .max(LocalDate::compareTo)
                .orElseThrow();
        LocalDate before = first.minusDays(1);
        check(
                ScreeningProfile.ALL.withInForceOn(before),
                record -> record.listing().inForce().contains(before));
        assertTrue(
                INDEX.sets().compile(ScreeningProfile.ALL.withInForceOn(first)).getCardinality()
                        > INDEX.sets()
                                .compile(ScreeningProfile.ALL.withInForceOn(before))
                                .getCardinality());
    }

    @Test
    void aMatcherLooksAtNothingElse() {
        Matches out = new Matches();
        ScreeningProfile sdn = ScreeningProfile.ALL.withLists(List.of("SDN"));
        new PartyMatcher(INDEX, MatchSettings.defaults(), sdn).match("Huawei Technologies", out);
        assertEquals(0, out.total());
        new PartyMatcher(INDEX, MatchSettings.defaults()).match("Huawei Technologies", out);
        assertTrue(out.total() > 0);
    }

    @Test
    void namesInBytesAndInAnOrderHaveTheSameAnswers() {
        PartyMatcher matcher = new PartyMatcher(INDEX, MatchSettings.defaults());
        List<String> names = new ArrayList<>();
        LIST.records().forEach(record -> record.names().forEach(name -> names.add(name.text())));
        List<PartyQuery> order = new ArrayList<>();
        List<Matches> answers = new ArrayList<>();
        Matches one = new Matches();
        Matches inBytes = new Matches();
        for (String name : names) {
            byte[] bytes = ("x" + name + "x").getBytes(StandardCharsets.UTF_8);
            matcher.match(name, one);
            matcher.match(bytes, 1, bytes.length - 1, inBytes);
            assertEquals(scores(one), scores(inBytes), name);
            order.add(new PartyQuery().name(name));
            answers.add(new Matches());
        }
        matcher.match(order, answers);
        for (int i = 0; i < names.size(); i++) {
            matcher.match(names.get(i), one);
            assertTrue(one.total() > 0, names.get(i));
            assertEquals(scores(one), scores(answers.get(i)), names.get(i));
        }
        assertThrows(IllegalArgumentException.class, () -> matcher.match(order, Collections.emptyList()));
        assertThrows(IndexOutOfBoundsException.class, () -> matcher.match(new byte[3], 1, 4, one));
    }

    private static List<String> scores(Matches matches) {
        List<String> scores = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            scores.add(
                    matches.records(i).get(0).key() + " " + matches.matched(i).text() + " " + matches.score(i));
        }
        return scores;
    }
}
