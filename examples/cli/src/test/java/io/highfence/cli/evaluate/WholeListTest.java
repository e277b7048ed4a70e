package io.highfence.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import io.highfence.match.MatchSettings;
import io.highfence.match.Matches;
import io.highfence.match.PartyIndex;
import io.highfence.match.PartyMatcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the evaluation counts is what a search of the whole list answers. */
class WholeListTest {
    @TempDir
    Path folder;

    private final PartyList list = PartyList.sample();
    private final PartyIndex index = PartyIndex.of(list);
    private final Listed listed = new Listed(list);

    @Test
    void aDamagedNameIsFoundExactlyIfTheWholeListFindsIt() {
        PartyMatcher matcher = new PartyMatcher(index, MatchSettings.defaults());
        Matches matches = new Matches();
        for (Damage damage : Damage.all()) {
            Recall recall = Recall.measure(damage, listed.parties(), 1, 12, new Scorer.Highfence());
            assertTrue(recall.asked() > 0, damage.label());
            for (int i = 0; i < recall.asked(); i++) {
                matcher.match(recall.queries().get(i), matches);
                String wanted = recall.parties().get(i).latin().get(0);
                boolean hit = false;
                for (int k = 0; k < matches.size(); k++) {
                    hit |= matches.records(k).stream()
                            .anyMatch(r -> r.primaryName().equals(wanted));
                }
                assertEquals(
                        hit,
                        recall.scores()[i] >= MatchSettings.DEFAULT_THRESHOLD,
                        recall.queries().get(i));
            }
            assertEquals(recall.foundAt(0), recall.asked());
            assertEquals(recall.foundAt(0, 2), Math.min(2, recall.asked()));
        }
    }

    @Test
    void aNameAlertsAtAThresholdExactlyIfTheMatcherOfThatThresholdSaysSo() {
        List<Ordinary> names = new ArrayList<>();
        for (Damage damage : List.of(
                Spelling.all().get(0), Spelling.all().get(3), Structure.all().get(2))) {
            for (Party party : listed.parties().subList(0, 60)) {
                String name = damage.of(party.latin().get(0), new Random(5));
                if (name != null) {
                    names.add(new Ordinary(name, "test", "Latin", true));
                }
            }
        }
        // Very short names and weak aliases raise no alert alone.
        for (String name : List.of("SMI", "ZTEE", "ZTE", "El Chapo", "Chapo", "Siemens AG")) {
            names.add(new Ordinary(name, "test", "Latin", true));
        }
        Alerts alerts = Alerts.measure("test", names, index);
        for (int threshold : Thresholds.all()) {
            PartyMatcher matcher =
                    new PartyMatcher(index, MatchSettings.defaults().withThreshold(threshold));
            Matches matches = new Matches();
            int expected = 0;
            for (int i = 0; i < names.size(); i++) {
                matcher.match(names.get(i).name(), matches);
                assertEquals(matches.alert(), alerts.levels()[i] >= threshold, threshold + " " + names.get(i));
                expected += matches.alert() ? 1 : 0;
            }
            assertEquals(expected, alerts.alertsAt(threshold, Ordinary::drawn));
        }
    }

    /** The short name scores higher and raises no alert alone; the longer one does, up to its own score. */
    @Test
    void aVeryShortNameDoesNotLiftTheThresholdOfItsParty() throws Exception {
        Path file = Files.writeString(folder.resolve("own.csv"), "id,name,aliases\n1,YMT Group Ltd,YMT Ltd\n");
        PartyIndex own = PartyIndex.of(PartyList.load(List.of(ListSource.parse("custom-csv:" + file))));
        Alerts alerts = Alerts.measure("test", List.of(new Ordinary("YMT GmbH", "test", "Latin", true)), own);
        PartyMatcher compare = new PartyMatcher(MatchSettings.defaults());
        int shorter = compare.compare("YMT GmbH", "YMT Ltd");
        int longer = compare.compare("YMT GmbH", "YMT Group Ltd");
        assertTrue(shorter > longer + 200 && longer >= Thresholds.all()[0], shorter + " " + longer);
        assertTrue(alerts.levels()[0] <= longer && alerts.levels()[0] > longer - 200, "level " + alerts.levels()[0]);
        assertEquals("YMT Group Ltd", alerts.by()[0]);
    }

    @Test
    void ordinaryNamesLeaveOutListHitsAndTheOtherPart() throws Exception {
        StringBuilder table = new StringBuilder("name\tlang\tsource\tsource_id\tlist_hit\n");
        for (int i = 0; i < 400; i++) {
            table.append("Firm ").append(i).append("\t\tbig\t").append(i).append("\t\n");
        }
        for (int i = 0; i < 10; i++) {
            table.append("Shop ")
                    .append(i)
                    .append("\t\tsmall\t")
                    .append(i)
                    .append('\t')
                    .append(i == 0 ? "exact" : "")
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("names.tsv"), table);
        List<Ordinary> all = Ordinary.table(file, Part.ALL, 1, 1000);
        assertEquals(409, all.size());
        assertTrue(all.stream().noneMatch(name -> name.name().equals("Shop 0")));
        assertEquals(
                409,
                Ordinary.table(file, Part.TUNE, 1, 1000).size()
                        + Ordinary.table(file, Part.UNSEEN, 1, 1000).size());
        List<Ordinary> few = Ordinary.table(file, Part.ALL, 1, 100);
        assertEquals(100, few.stream().filter(Ordinary::drawn).count());
        assertEquals(few, Ordinary.table(file, Part.ALL, 1, 100), "the same for the same seed");
        assertTrue(
                few.stream().filter(name -> name.source().equals("small")).count() >= 5, "a small source is filled up");
        Path plain = Files.writeString(folder.resolve("plain.txt"), "Bank Melli\nSiemens AG\n");
        assertEquals(2, Ordinary.table(plain, Part.ALL, 1, 10).size());
    }

    @Test
    void theListKnowsItsOwnNamesInAnyOrder() {
        Party party = listed.parties().get(0);
        assertTrue(listed.holds(party.latin().get(0).toLowerCase(java.util.Locale.ROOT)));
        assertTrue(!listed.holds("Siemens AG of Nowhere"));
    }
}
