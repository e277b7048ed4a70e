package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.highfence.base.Country;
import io.highfence.law.RuleBook;
import io.highfence.list.ListSource;
import io.highfence.list.ListedParty;
import io.highfence.list.MadeParty;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import io.highfence.match.Matches;
import io.highfence.match.PartyIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rescreening by what changed against full screening before and after: the same customers, the same answers. */
class RescreenerTest {
    private static final RuleBook RULES = RuleBook.bundled();
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private static Party customer(
            String name, PartyType type, @Nullable Country country, List<ListedParty.Identifier> numbers) {
        return new Party(null, name, type, country, null, numbers, null, null, null, List.of());
    }

    private static Party customer(String name) {
        return customer(name, PartyType.UNKNOWN, null, List.of());
    }

    /** Everything that full screening says of a party, in words; equally good hits and further listings in no order. */
    private static String said(PartyAnswer answer) {
        Matches matches = answer.matches();
        List<String> hits = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            List<String> records = new ArrayList<>();
            for (ListedParty record : matches.records(i)) {
                records.add(whole(record));
            }
            String best = records.get(0);
            records.sort(null);
            hits.add(best + " " + matches.matched(i) + " " + matches.score(i) + " " + matches.nameScore(i) + " "
                    + matches.evidence(i) + " " + matches.confirmed(i) + " " + matches.triggers(i) + " " + records);
        }
        hits.sort(null);
        List<String> reasons =
                answer.reasons().stream().map(Reason::toString).sorted().toList();
        return matches.alert() + " " + answer.verdict() + " " + matches.total() + "\n" + String.join("\n", hits) + "\n"
                + reasons;
    }

    /** Every field that a record says, whatever it is. */
    private static String whole(ListedParty record) {
        return record.key()
                + record.type()
                + record.names()
                + record.addresses()
                + record.countries()
                + record.identifiers()
                + record.birthDates()
                + record.listing()
                + record.links()
                + record.title()
                + record.remarks()
                + record.vessel()
                + record.extras();
    }

    private static String said(Screener screener, Party party) {
        PartyAnswer answer = new PartyAnswer();
        screener.screen(party, DAY, answer);
        return said(answer);
    }

    /** Compares both ways for each customer, and says how many answers changed and how many customers were looked at in full. */
    private static int[] check(PartyIndex before, PartyIndex after, List<Party> customers) {
        Settings settings = Settings.defaults();
        Screener earlier = new Screener(RULES, before, settings);
        Screener later = new Screener(RULES, after, settings);
        Rescreener rescreener = new Rescreener(RULES, before, after, settings);
        PartyChange change = new PartyChange();
        int changed = 0;
        int looked = 0;
        for (Party party : customers) {
            String old = said(earlier, party);
            String now = said(later, party);
            boolean differs = rescreener.screen(party, DAY, change);
            assertEquals(!old.equals(now), differs, party.name() + "\n" + old + "\n" + now);
            if (differs) {
                changed++;
                assertEquals(old, said(change.before()));
                assertEquals(now, said(change.after()));
                checkHits(change);
            }
            looked += rescreener.isTouched(party) ? 1 : 0;
        }
        return new int[] {changed, looked};
    }

    /** A change names each hit once, and what it leaves out is the same on both sides. */
    private static void checkHits(PartyChange change) {
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (PartyChange.HitChange hit : change.hits()) {
            before.addAll(hit.before());
            after.addAll(hit.after());
        }
        assertEquals(before.size(), new TreeSet<>(before).size());
        assertEquals(after.size(), new TreeSet<>(after).size());
        assertEquals(
                change.before().matches().size() - before.size(),
                change.after().matches().size() - after.size());
    }

    private static final List<String> WORDS = List.of(
            "Volga",
            "Machine",
            "Building",
            "Plant",
            "Ural",
            "Optical",
            "Institute",
            "Baltic",
            "Shipping",
            "Ltd",
            "Trading",
            "Northern",
            "Star",
            "Electronics",
            "Harbin",
            "Precision",
            "Ivanov",
            "Petrov",
            "Ivan",
            "Anna");

    private static String madeName(Random random) {
        StringBuilder name = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            name.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return name.toString();
    }

    /** What a made record says, so that an edit can be made of it. */
    private record Line(String list, String entry, String name, String alias, String country, String lei, int born) {
        static Line random(Random random) {
            return new Line(
                    List.of("SDN", "EL", "EU", "UK").get(random.nextInt(4)),
                    String.valueOf(random.nextInt(40)),
                    madeName(random),
                    random.nextInt(3) == 0 ? madeName(random) : "",
                    List.of("RU", "CN", "BY").get(random.nextInt(3)),
                    random.nextInt(3) == 0 ? "5493001KJTIIGC8Y1R" + (10 + random.nextInt(9)) : "",
                    random.nextInt(4) == 0 ? 1950 + random.nextInt(3) : 0);
        }

        /** This record with one thing changed. */
        Line edited(Random random) {
            Line other = random(random);
            return switch (random.nextInt(6)) {
                case 0 -> new Line(list, entry, other.name, alias, country, lei, born);
                case 1 -> new Line(list, entry, name, other.alias, country, lei, born);
                case 2 -> new Line(list, entry, name, alias, other.country, lei, born);
                case 3 -> new Line(list, entry, name, alias, country, other.lei, born);
                case 4 -> new Line(list, other.entry, name, alias, country, lei, born);
                default -> new Line(list, entry, name, alias, country, lei, other.born);
            };
        }

        MadeParty record() {
            MadeParty party = MadeParty.of(list, list, entry, name).country(country);
            party.type(born > 0 ? PartyType.PERSON : PartyType.ORGANISATION);
            if (!alias.isEmpty()) {
                party.alias(alias, born % 2 == 0 ? ListedParty.Quality.STRONG : ListedParty.Quality.WEAK);
            }
            if (!lei.isEmpty()) {
                party.identifier(ListedParty.Identifier.Kind.LEI, lei);
            }
            return born > 0 ? party.bornIn(born) : party;
        }
    }

    private static PartyIndex index(List<Line> lines) {
        return PartyIndex.of(MadeParty.list(lines.stream().map(Line::record).toList()));
    }

    @Test
    void madeListsGiveTheSameAsFullScreening() {
        int changed = 0;
        int spared = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<Line> before = new ArrayList<>();
            for (int i = 0; i < 5 + random.nextInt(50); i++) {
                // Names and numbers that repeat are what makes records join.
                Line line = Line.random(random);
                before.add(line);
                if (random.nextInt(3) == 0) {
                    before.add(new Line("EU", "e" + i, line.name, "", line.country, line.lei, line.born));
                }
                if (random.nextInt(9) == 0) {
                    before.add(line);
                }
            }
            List<Line> after = new ArrayList<>(before);
            for (int i = 0; i < random.nextInt(5); i++) {
                int place = random.nextInt(after.size());
                switch (random.nextInt(4)) {
                    case 0 -> after.remove(place);
                    case 1 -> after.add(place, Line.random(random));
                    case 2 -> after.add(after.remove(place));
                    default -> after.set(place, after.get(place).edited(random));
                }
                if (after.isEmpty()) {
                    break;
                }
            }
            List<Party> customers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                List<Line> lines = random.nextBoolean() ? before : after;
                Line line = lines.isEmpty() ? Line.random(random) : lines.get(random.nextInt(lines.size()));
                customers.add(customer(
                        random.nextInt(3) == 0 ? madeName(random) : line.alias.isEmpty() ? line.name : line.alias,
                        random.nextInt(3) == 0 ? PartyType.PERSON : PartyType.UNKNOWN,
                        random.nextInt(2) == 0 ? null : Country.of("RU"),
                        random.nextInt(4) > 0
                                ? List.of()
                                : List.of(ListedParty.Identifier.parse(
                                        "lei:5493001KJTIIGC8Y1R" + (10 + random.nextInt(9))))));
            }
            int[] counts = check(index(before), index(after), customers);
            changed += counts[0];
            spared += customers.size() - counts[1];
        }
        assertTrue(changed > 60, changed + " answers changed");
        assertTrue(spared > 300, spared + " customers were not looked at in full");
    }

    @Test
    void theSameListsChangeNothing() {
        Line line = Line.random(new Random(1));
        PartyIndex list = index(List.of(line));
        Rescreener rescreener = new Rescreener(RULES, list, index(List.of(line)), Settings.defaults());
        assertEquals(0, rescreener.touchedRecords());
        assertFalse(rescreener.screen(customer(line.name), DAY, new PartyChange()));
    }

    private static Line firm(String list, String entry, String name, String country) {
        return new Line(list, entry, name, "", country, "", 0);
    }

    @Test
    void aHitComesGoesAndChanges() {
        List<Line> before = List.of(
                firm("SDN", "1", "Volga Machine Plant", "RU"),
                firm("SDN", "2", "Ural Optical Institute", "RU"),
                firm("SDN", "3", "Baltic Shipping Trading", "RU"));
        List<Line> after = List.of(
                firm("SDN", "1", "Volga Machine Plant", "BY"),
                firm("SDN", "3", "Baltic Shipping Trading", "RU"),
                firm("EL", "a", "Harbin Precision Electronics", "CN"));
        Rescreener rescreener = new Rescreener(RULES, index(before), index(after), Settings.defaults()).another();
        assertEquals(
                4, rescreener.touchedRecords(), "the old and the new form of one, one that went and one that came");
        PartyChange change = new PartyChange();
        assertTrue(rescreener.screen(customer("Harbin Precision Electronics"), DAY, change));
        PartyChange.HitChange came = change.hits().get(0);
        assertEquals(PartyChange.Kind.CAME, came.kind());
        assertEquals(Verdict.CLEAR, change.before().verdict());
        assertEquals("EL#a", came.listings().get(0).record().key());
        assertTrue(rescreener.screen(customer("Ural Optical Institute"), DAY, change));
        assertEquals(PartyChange.Kind.WENT, change.hits().get(0).kind());
        assertFalse(change.after().matches().alert());
        assertTrue(rescreener.screen(customer("Volga Machine Plant"), DAY, change));
        assertEquals(PartyChange.Kind.CHANGED, change.hits().get(0).kind());
        assertEquals(
                "countries",
                change.hits().get(0).listings().get(0).differences().get(0).field());
        assertFalse(rescreener.screen(customer("Baltic Shipping Trading"), DAY, change));
    }

    /** A new record that two old ones join with changes the answer of whoever matches one of these alone. */
    @Test
    void whatJoinsOtherwiseIsRescreened() {
        Line one = new Line("SDN", "1", "Volga Machine Plant", "Northern Star Trading", "RU", "", 0);
        Line two = firm("EL", "a", "Volga Machine Plant", "BY");
        assertEquals(
                2,
                PartyIndex.of(MadeParty.list(one.record(), two.record())).list().party(1) + 1);
        PartyIndex before = index(List.of(one, two));
        PartyIndex after = PartyIndex.of(MadeParty.list(
                one.record(),
                two.record(),
                firm("EU", "1", "Volga Machine Plant", "RU").record().country("BY")));
        Rescreener rescreener = new Rescreener(RULES, before, after, Settings.defaults());
        PartyChange change = new PartyChange();
        assertTrue(rescreener.screen(customer("Northern Star Trading"), DAY, change));
        assertEquals(1, change.before().matches().records(0).size());
        assertEquals(3, change.after().matches().records(0).size());
        assertEquals(
                List.of("EU#1"),
                change.hits().get(0).listings().stream()
                        .map(listing -> listing.record().key())
                        .toList());
    }

    @Test
    void twoPublishedEditionsGiveTheSameAsFullScreening() throws Exception {
        String data = System.getProperty("highfence.data");
        assumeTrue(data != null, "no folder of real data is named");
        Path old = Path.of(data, "us", "ofac", "sdn-2023-12-05.csv.gz");
        Path now = Path.of(data, "us", "ofac", "sdn-2024-05-03.csv.gz");
        assumeTrue(Files.exists(old) && Files.exists(now), "there are no two editions");
        PartyList before = PartyList.load(List.of(new ListSource(ListSource.Format.OFAC_SDN_CSV, old, null, true)));
        PartyList after = PartyList.load(List.of(new ListSource(ListSource.Format.OFAC_SDN_CSV, now, null, true)));
        Random random = new Random(11);
        List<Party> customers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            List<ListedParty> records = i % 2 == 0 ? after.records() : before.records();
            // One in two of the newest or oldest records, among which most of the changes stand.
            int place = i % 4 < 2 ? records.size() - 1 - random.nextInt(800) : random.nextInt(records.size());
            ListedParty record = records.get(place);
            String name = record.primaryName();
            int cut = random.nextInt(name.length());
            customers.add(customer(
                    i % 3 == 0 ? name : name.substring(0, cut) + name.substring(cut + 1),
                    i % 5 == 0 ? PartyType.ORGANISATION : PartyType.UNKNOWN,
                    record.countries().isEmpty() || i % 7 == 0
                            ? null
                            : record.countries().get(0),
                    List.of()));
        }
        int[] counts = check(PartyIndex.of(before), PartyIndex.of(after), customers);
        assertTrue(counts[0] >= 30 && counts[0] <= counts[1] && counts[1] < 400, counts[0] + " of " + counts[1]);
    }
}
