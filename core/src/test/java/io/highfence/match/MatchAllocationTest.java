package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListSource;
import io.highfence.list.ListedParty;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.MadeParty;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The hot side of matching: not one byte on the calling thread, after one query of each family. In the interpreter, and with the first
 * compiler alone, which keeps every object on the heap; the second one leaves some hundred bytes on a thread while it replaces code.
 */
class MatchAllocationTest {
    private static final long SEED = 20261130;

    /** One of each: scripts, disguises, brackets, initials, joint names, generic names, the shortest and the longest. */
    static final List<String> FAMILIES = List.of(
            "Huawei Technologies Co., Ltd.",
            "Semiconductor Manufacturing International Corporation (SMIC)",
            "Group (G). Affiliated Entity: Thirteenth Institute No. 13",
            "Y. M. T. C.",
            "V. V. PUTIN",
            "H U A W E I",
            "Hu4we1 Techn0l0gies",
            "RustankerLLC",
            "FRANZULS.A.",
            "\uff28\uff35\uff21\uff37\uff25\uff29",
            "M/V Grace",
            "\u0420\u043e\u0441\u0442\u0435\u0445 \u041c\u0438\u043a\u0440\u043e\u043d",
            "\u041a\u0438\u0457\u0432",
            "\u0645\u062d\u0645\u062f \u0627\u0644\u062d\u0633\u0646",
            "\u05d9\u05d5\u05e1\u05e3 \u05db\u05d4\u05df",
            "\u534e\u4e3a\u6280\u672f\u6709\u9650\u516c\u53f8\u7b2c\u5341\u4e09\u7814\u7a76\u6240",
            "\u30ad\u30e4\u30ce\u30f3\u682a\u5f0f\u4f1a\u793e",
            "\uae40\uc815\uc740",
            "\u03a3\u03bf\u03c6\u03af\u03b1",
            "\u0531\u0580\u0574\u0565\u0576",
            "\u10e1\u10d0\u10e5\u10d0\u10e0\u10d7\u10d5\u10d4\u10da\u10dd",
            "Co Ltd",
            "A",
            "",
            "\ud800 ! \u0000",
            "of the and of the and of the and of the and",
            "al al al al al al al al",
            "Ltd ".repeat(150),
            "Muhammad ".repeat(66),
            "x".repeat(700),
            "\u5f20".repeat(600),
            "\ufdfa".repeat(600),
            "(ab) ".repeat(120));

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long self = Thread.currentThread().getId();

    private static void match(PartyMatcher matcher, PartyQuery query, String name, int turn, Matches out) {
        query.clear().name(name);
        if (turn % 3 == 0) {
            query.type(PartyType.PERSON).country(CHINA).birthDate(BORN);
        }
        if (turn % 4 == 0) {
            query.address(ADDRESSES.get(turn / 4 % ADDRESSES.size()));
        }
        if (turn % 5 == 0) {
            query.identifier(IDENTIFIERS.get(turn / 5 % IDENTIFIERS.size()));
        }
        matcher.match(query, out);
    }

    static final List<String> ADDRESSES = List.of(
            "Bantian, Longgang District, Shenzhen 518129, China",
            "No. 5, Block B, 3rd Floor, 114-116 Renmin South Road, Chengdu 610041",
            "Leninsky prospekt 31, building 4, Moscow 119071, Russia",
            "P.O. Box 1234, Tehran",
            "Unit 2, 17/1 Queen's Road Central, Hong Kong",
            "",
            "1 ".repeat(400),
            "\u6df1\u5733\u5e02 \u5357\u5c71\u533a 518057",
            "Strasse ".repeat(100),
            "\ud800 12, \u0000");

    private static final List<ListedParty.Identifier> IDENTIFIERS = List.of(
            identifier("bic:SBZARUMMXXX"),
            identifier("imo:IMO 9826902"),
            identifier("tax:7718852163"),
            identifier("other:7718-852-163"),
            identifier("registration:1117746521452"),
            identifier("passport:\u0661\u0662\u0663 \u0410\u0411"));

    private static ListedParty.Identifier identifier(String text) {
        return Objects.requireNonNull(ListedParty.Identifier.parse(text));
    }

    private static final Country CHINA = Country.of("CN");
    private static final DateRange BORN = DateRange.ofYear(1960);

    private long allocated(PartyMatcher matcher, List<String> names) {
        Matches out = new Matches();
        PartyQuery query = new PartyQuery();
        for (int i = 0; i < FAMILIES.size(); i++) {
            match(matcher, query, FAMILIES.get(i), 0, out);
        }
        for (int i = 0; i < ADDRESSES.size(); i++) {
            match(matcher, query, FAMILIES.get(0), 4 * i, out);
        }
        for (int i = 0; i < IDENTIFIERS.size(); i++) {
            match(matcher, query, FAMILIES.get(0), 5 * i, out);
        }
        long before = threads.getThreadAllocatedBytes(self);
        long own = threads.getThreadAllocatedBytes(self) - before;
        before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < names.size(); i++) {
            match(matcher, query, names.get(i), i, out);
        }
        return threads.getThreadAllocatedBytes(self) - before - own;
    }

    private static List<String> varied(Random random, int count, PartyIndex index) {
        MadeNames made = new MadeNames(random);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var record = index.list()
                    .records()
                    .get(random.nextInt(index.list().records().size()));
            String listed =
                    record.names().get(random.nextInt(record.names().size())).text();
            String family = FAMILIES.get(random.nextInt(FAMILIES.size()));
            names.add(
                    switch (i % 4) {
                        case 0 -> made.varied(listed);
                        case 1 -> made.name();
                        case 2 -> family;
                        default -> listed + " " + family.substring(0, family.length() / 2);
                    });
        }
        return names;
    }

    @Test
    @Tag("allocation")
    void matchingNamesAllocatesNothing() throws Exception {
        Random random = new Random(SEED);
        MadeNames made = new MadeNames(random);
        List<MadeParty> parties = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            MadeParty party = MadeParty.of("list", Integer.toString(i), made.name());
            party.alias(FAMILIES.get(i % 20), i % 5 == 0 ? Quality.WEAK : Quality.STRONG);
            party.identifier(
                    IDENTIFIERS.get(i % IDENTIFIERS.size()).kind(),
                    IDENTIFIERS.get(i % IDENTIFIERS.size()).value());
            party.address(ADDRESSES.get(i % 5), "Shenzhen", "CN");
            parties.add(party);
        }
        PartyIndex index = PartyIndex.of(MadeParty.list(parties));
        PartyMatcher matcher = new PartyMatcher(index, MatchSettings.defaults());
        List<String> names = varied(random, 1_000, index);
        assertEquals(0, allocated(matcher, names), "bytes over " + names.size() + " queries, seed " + SEED);
        assertTrue(hits(matcher, names) > 100);
    }

    @Test
    @Tag("allocation")
    void ordersNamesInBytesAndProfilesAllocateNothing() {
        Random random = new Random(SEED);
        PartyIndex index = PartyIndex.of(PartyList.sample()).withNeighbours();
        ScreeningProfile profile = ScreeningProfile.ALL.withLists(List.of("SDN", "EL"));
        PartyMatcher matcher = new PartyMatcher(index, MatchSettings.defaults(), profile);
        List<String> names = varied(random, 60, index);
        List<byte[]> inBytes = new ArrayList<>();
        FAMILIES.forEach(name -> inBytes.add(name.getBytes(StandardCharsets.UTF_8)));
        names.forEach(name -> inBytes.add(name.getBytes(StandardCharsets.UTF_8)));
        List<PartyQuery> order = new ArrayList<>();
        List<Matches> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            order.add(new PartyQuery());
            answers.add(new Matches());
        }
        run(matcher, order, answers, inBytes, FAMILIES.size());
        long before = threads.getThreadAllocatedBytes(self);
        long own = threads.getThreadAllocatedBytes(self) - before;
        before = threads.getThreadAllocatedBytes(self);
        long hits = run(matcher, order, answers, inBytes, inBytes.size());
        assertEquals(0, threads.getThreadAllocatedBytes(self) - before - own);
        assertTrue(hits > 10, hits + " hits");
    }

    /** Every name in bytes, and orders of eight parties of the names around each. */
    private static long run(
            PartyMatcher matcher, List<PartyQuery> order, List<Matches> answers, List<byte[]> names, int count) {
        long hits = 0;
        for (int i = 0; i < count; i++) {
            matcher.match(names.get(i), 0, names.get(i).length, answers.get(0));
            hits += answers.get(0).total();
            for (int k = 0; k < order.size(); k++) {
                order.get(k).clear().name(FAMILIES.get((i + k) % FAMILIES.size()));
            }
            matcher.match(order, answers);
        }
        return hits;
    }

    private static int hits(PartyMatcher matcher, List<String> names) {
        Matches out = new Matches();
        int hits = 0;
        for (String name : names) {
            matcher.match(name, out);
            hits += out.total();
        }
        return hits;
    }

    @Test
    @Tag("allocation-full")
    void matchingTenThousandNamesWithTheFullListAllocatesNothing() throws Exception {
        String data = System.getProperty("highfence.data");
        assumeTrue(data != null, "no folder of real data is named");
        Path json = Path.of(data, "us", "csl", "consolidated-2026-07-31.reconstructed.json.gz");
        assumeTrue(Files.exists(json), "there is no folder of real data");
        PartyIndex index =
                PartyIndex.of(PartyList.load(List.of(new ListSource(ListSource.Format.CSL_JSON, json, null))));
        PartyMatcher matcher = new PartyMatcher(index, MatchSettings.defaults());
        List<String> names = varied(new Random(SEED), 10_000, index);
        assertEquals(0, allocated(matcher, names), "bytes over " + names.size() + " queries, seed " + SEED);
        assertTrue(hits(matcher, names.subList(0, 400)) > 100);
    }
}
