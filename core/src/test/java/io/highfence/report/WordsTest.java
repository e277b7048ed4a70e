package io.highfence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.Decision;
import io.highfence.HoldKind;
import io.highfence.Item;
import io.highfence.Order;
import io.highfence.OrderReader;
import io.highfence.Party;
import io.highfence.Reason;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.Verdict;
import io.highfence.base.Country;
import io.highfence.law.Rule;
import io.highfence.law.RuleBook;
import io.highfence.list.ListTerms;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogues of words against the ids that code and rules can produce, against each other, and against what a customer may read. */
class WordsTest {
    private static final Path ROOT = Path.of(System.getProperty("highfence.root", ".."));
    private static final Path RESOURCES = ROOT.resolve("core/src/main/resources/io/highfence/report");
    private static final Path SOURCES = ROOT.resolve("core/src/main/java/io/highfence");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 1);
    private static final RuleBook RULES = RuleBook.bundled();
    private static final PartyIndex SAMPLE = PartyIndex.of(PartyList.sample());

    /** Literals in capitals of the rooms that make reasons which are no reasons: lists, levels, units, codes. */
    private static final Set<String> NO_REASONS = Set.of(
            "ACA",
            "ALLIED",
            "BIS",
            "LPP",
            "OFAC",
            "CAP",
            "CMIC",
            "COUNTER",
            "CUSTOM",
            "DPL",
            "DTC",
            "EAR99",
            "EMBARGO",
            "FSE",
            "GP10",
            "INDICATOR",
            "ISN",
            "MBS",
            "MEU",
            "NAC",
            "OFSI",
            "OUTSIDE",
            "PLC",
            "POLICY_NOT_LOADED",
            "RED_FLAG",
            "REVIEW",
            "SDN",
            "SSI",
            "TPP",
            "UVL");

    /** In either language, what would tell a customer of a list, a hit, a foreign rule or a suspicion. */
    private static final List<String> NOT_FOR_CUSTOMERS = List.of(
            "list",
            "sanction",
            "sanktion",
            "denied",
            "denial",
            "entity",
            "blocked",
            "block",
            "gesperrt",
            "sperr",
            "embargo",
            "restrict",
            "beschränk",
            "hit",
            "match",
            "treffer",
            "export",
            "ausfuhr",
            "foreign",
            "fremd",
            "ausländ",
            "suspic",
            "suspect",
            "verdacht",
            "verdächt",
            "violat",
            "verstoß",
            "military",
            "militär",
            "flag",
            "warn",
            "screen",
            "ofac",
            "commerce",
            "treasury",
            "united states",
            "usa",
            "china",
            "russia",
            "russland",
            "law",
            "recht",
            "gesetz",
            "illegal",
            "prohibit",
            "verboten",
            "barred",
            "refus",
            "verweiger",
            "ablehn",
            "reject");

    private static Map<String, String> file(String name) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String line : Files.readAllLines(RESOURCES.resolve(name))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] halves = line.split(" = ", 2);
                assertEquals(2, halves.length, line);
                assertFalse(entries.containsKey(halves[0]), () -> name + " has " + halves[0] + " twice");
                assertFalse(halves[1].isBlank(), line);
                entries.put(halves[0], halves[1]);
            }
        }
        return entries;
    }

    /** Every id that a decision can carry: what stands in the code, what stands in the rules, and what the code makes of those. */
    private static Set<String> ids() throws IOException {
        Set<String> ids = new TreeSet<>(literals());
        ids.removeAll(NO_REASONS);
        Set<String> ofRecords = new TreeSet<>();
        for (Rule rule : RULES.rules()) {
            String reason = rule.values().has("reason") ? rule.values().text("reason") : "";
            switch (rule.family()) {
                case "embargo" -> {
                    ids.add("EMBARGO_" + rule.key());
                    ids.add("EMBARGO_" + rule.key() + "_EXCEPTION");
                }
                case "red-flag" ->
                    ids.add("OBSERVED_"
                            + rule.values()
                                    .text("flag")
                                    .toUpperCase(Locale.ROOT)
                                    .replace('-', '_'));
                case "end-use" -> Stream.of("", "_RED_FLAG", "_REVIEW").forEach(end -> ids.add(reason + end));
                case "ownership-rule" -> {
                    Stream.of("", "_NOT_REACHING_ITEM", "_RANGE", "_UNKNOWN", "_RED_FLAG")
                            .forEach(end -> ids.add(reason + end));
                    ofRecords.add(reason);
                }
                default -> {
                    if (!reason.isEmpty()) {
                        ids.add(reason);
                        ofRecords.add(reason);
                    }
                }
            }
        }
        ofRecords.forEach(reason -> ids.add("POSSIBLE_" + reason));
        ofRecords.forEach(reason -> ids.add("SUPPRESSED_" + reason));
        return ids;
    }

    private static Set<String> literals() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String room : List.of(".", "law", "ownership")) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(room))) {
                for (Path source :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    LITERAL.matcher(Files.readString(source))
                            .results()
                            .map(result -> result.group(1))
                            .filter(literal -> literal.length() > 2)
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    @Test
    void everyIdHasAnEntry() throws IOException {
        Set<String> without = new TreeSet<>();
        ids().stream().filter(id -> !Catalogue.has(id)).forEach(without::add);
        assertEquals(Set.of(), without, "an id needs words, or stands among NO_REASONS");
    }

    @Test
    void everyEntryIsProduced() throws IOException {
        Set<String> used = new HashSet<>();
        ids().forEach(id -> used.add(Words.entry(id)));
        Set<String> idle = new TreeSet<>(file("phrases.properties").keySet());
        idle.removeAll(used);
        assertEquals(Set.of("*"), idle, "nothing produces these");
        Set<String> gone = new TreeSet<>(NO_REASONS);
        gone.removeAll(literals());
        assertEquals(Set.of(), gone, "nobody writes these");
    }

    @Test
    void theLanguagesHaveTheSameEntriesAndPlaceholders() throws IOException {
        Map<String, String> english = file("words_en.properties");
        Map<String, String> german = file("words_de.properties");
        assertEquals(english.keySet(), german.keySet());
        english.forEach((key, text) -> {
            assertEquals(placeholders(text), placeholders(german.get(key)), key);
            assertFalse(german.get(key).contains("\u00c3"), key);
        });
        assertTrue(Words.of(Locale.GERMANY).get("hold.REVIEW").contains("pr\u00fcft"), "the bytes are UTF-8");
        assertEquals(Set.of("de", "en"), Explanation.languages());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyConstantAndPhraseHasWords() throws IOException {
        Map<String, String> english = file("words_en.properties");
        Set<String> expected = new TreeSet<>();
        for (Verdict verdict : Verdict.values()) {
            Stream.of("order.", "line.", "verdict.").forEach(kind -> expected.add(kind + verdict));
        }
        Arrays.stream(HoldKind.values()).forEach(hold -> expected.add("hold." + hold));
        Arrays.stream(Reason.Basis.values()).forEach(basis -> expected.add("basis." + basis));
        Arrays.stream(Party.Role.values()).forEach(role -> expected.add("role." + role.word()));
        Map<String, String> phrases = file("phrases.properties");
        phrases.forEach((rule, phrase) -> {
            expected.add("say." + phrase);
            expected.add("legal." + rule);
        });
        expected.add("order.PARTS");
        Set<String> found = new TreeSet<>(english.keySet());
        found.removeIf(key -> key.startsWith("word."));
        assertEquals(expected, found);
        english.forEach((key, text) -> {
            if (key.startsWith("legal.")) {
                assertTrue(Set.of("{rule}", "{party}", "{role}", "{line}").containsAll(placeholders(text)), key);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aCustomerReadsOfNoListNoRuleAndNoSuspicion(String language) throws IOException {
        List<String> codes = ListTerms.codes();
        assertTrue(codes.contains("SDN"));
        file("words_" + language + ".properties").forEach((key, text) -> {
            if (key.startsWith("say.") || key.startsWith("order.") || key.startsWith("line.")) {
                checkForCustomers(text);
                for (String word : text.split("[^A-Za-z-]+")) {
                    assertFalse(
                            codes.contains(word)
                                    || Set.of("BIS", "EAR", "OFAC", "ECCN", "ITAR")
                                            .contains(word),
                            () -> text + " names " + word);
                }
            }
        });
    }

    private static void checkForCustomers(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : NOT_FOR_CUSTOMERS) {
            assertFalse(lower.contains(word), () -> "'" + text + "' says '" + word + "'");
        }
    }

    private static Decision decide(Order order, Settings settings) {
        Decision decision = new Decision();
        new Screener(RULES, SAMPLE, settings)
                .screen(order.asOf(AS_OF), Instant.parse("2026-09-01T12:00:00Z"), decision);
        return decision;
    }

    private static Settings demo() {
        return Settings.defaults().toBuilder()
                .acceptedThrough(new Settings.Acceptance(AS_OF, "a test"))
                .demo(true)
                .build();
    }

    /** The sample orders of all three kinds of user, under the settings of a demonstration, of nobody, and of each profile. */
    private static List<Decision> corpus() throws Exception {
        List<Settings> settings = new ArrayList<>(List.of(demo(), Settings.defaults()));
        for (Settings.Profile profile : Settings.Profile.values()) {
            settings.add(Settings.of(profile));
        }
        List<Decision> decisions = new ArrayList<>();
        for (String shop : List.of("vendor", "checkout", "cloud")) {
            Path file = ROOT.resolve("examples/cli/src/main/resources/orders/" + shop + ".jsonl");
            try (InputStream in = Files.newInputStream(file);
                    OrderReader orders = new OrderReader(in, file.toString())) {
                for (Order order = orders.next(); order != null; order = orders.next()) {
                    for (Settings one : settings) {
                        decisions.add(decide(order, one));
                    }
                }
            }
        }
        return decisions;
    }

    @Test
    void everyDecisionOfTheCorpusIsSaidInBothLanguages() throws Exception {
        Set<String> ids = ids();
        Set<Verdict> verdicts = new TreeSet<>();
        for (Decision decision : corpus()) {
            verdicts.add(decision.verdict());
            for (Reason reason : decision.reasons()) {
                assertTrue(ids.contains(reason.rule()), () -> reason.rule() + " was not found in code and rules");
            }
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                String house = Explanation.text(decision, locale);
                assertEquals(Set.of(), placeholders(house), house);
                for (Reason reason : decision.reasons()) {
                    assertTrue(house.contains(reason.rule()), house);
                }
                String customer = Explanation.customer(decision, locale);
                assertEquals(Set.of(), placeholders(customer), customer);
                checkForCustomers(customer.replace(decision.order().id(), ""));
                for (Party party : decision.order().parties()) {
                    assertTrue(party.isNone() || !customer.contains(party.name()), customer);
                }
            }
            assertNotEquals(
                    Explanation.customer(decision, Locale.ENGLISH), Explanation.customer(decision, Locale.GERMAN));
        }
        assertEquals(Set.of(Verdict.values()), verdicts);
    }

    private static Order.Builder clean(String buyer) {
        Country us = Country.of("US");
        Country de = Country.of("DE");
        Order.Builder order = Order.builder("A-1")
                .kind(Order.Kind.EXPORT)
                .exporter(new Order.Exporter(us, us, us))
                .shipFrom(us)
                .destination(de, null)
                .plannedExportDate(AS_OF)
                .endUse(Order.Purpose.CIVIL, Order.Knowledge.STATED)
                .item(Item.ofEccn("1", "EAR99"));
        for (Party.Role role : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(new Party(
                    role, buyer, io.highfence.list.PartyType.UNKNOWN, de, null, List.of(), null, de, de, List.of()));
        }
        return order;
    }

    /** REG-33: an answer is never "cleared", and says what it rests on and what it leaves out. */
    @Test
    void clearSaysUnderWhatAndNeverCleared() {
        Decision decision =
                decide(clean("Technische Universit\u00e4t M\u00fcnchen").build(), demo());
        assertEquals(Verdict.CLEAR, decision.verdict());
        String text = Explanation.text(decision, Locale.ENGLISH).replaceAll("\\s+", " ");
        assertTrue(text.contains("No restriction found under the lists "), text);
        assertTrue(text.contains(decision.stamp().ruleSet().brief()), text);
        assertTrue(text.contains("as of 2026-09-01, threshold 0.7800; not covered: "), text);
        assertFalse(text.toLowerCase(Locale.ROOT).contains("cleared"), text);
        String german = Explanation.text(decision, Locale.GERMAN).replaceAll("\\s+", " ");
        assertTrue(german.contains("Keine Beschr\u00e4nkung gefunden unter den Listen "), german);
        assertFalse(german.contains("freigegeben"), german);
        assertEquals(
                "Order A-1: accepted. There is nothing for you to do.", Explanation.customer(decision, Locale.ENGLISH));
    }

    @Test
    void aHitIsAcceptedAndPausedForTheCustomer() {
        Decision decision = decide(clean("Huawei Technologies Co., Ltd.").build(), demo());
        assertEquals(Verdict.HOLD, decision.verdict());
        assertEquals(
                "Order A-1: accepted, shipment paused.\n"
                        + "- We are checking this order before it ships. There is nothing for you to do now.",
                Explanation.customer(decision, Locale.ENGLISH));
        assertEquals(
                "Bestellung A-1: angenommen; der Versand ruht.\n"
                        + "- Wir pr\u00fcfen diese Bestellung, bevor sie versandt wird. Sie m\u00fcssen derzeit nichts tun.",
                Explanation.customer(decision, Locale.GERMANY));
        String house = Explanation.text(decision, Locale.GERMAN);
        assertTrue(house.contains("Entity List"), house);
        assertTrue(house.contains("(K\u00e4ufer"), house);
    }

    /** A place under an embargo cannot be served; why, no customer is told. */
    @Test
    void aBarredOrderHasNoReasonForTheCustomer() {
        Decision decision = decide(
                clean("Biblioteca del Sur").destination(Country.of("CU"), null).build(), demo());
        assertEquals(Verdict.BLOCK, decision.verdict());
        assertEquals(
                "Order A-1: we cannot fulfil this order. Please write to us if you have a question.",
                Explanation.customer(decision, Locale.ENGLISH));
    }

    @Test
    void anOrderIdIsNoPlaceholderAndMovesNoCursor() {
        Order order = Order.builder("{order}{line}\u001b[2J").build();
        String customer = Explanation.customer(decide(order, demo()), Locale.ENGLISH);
        assertTrue(customer.startsWith("Order {order}{line}\ufffd[2J: accepted, shipment paused until"), customer);
    }

    @Test
    void anotherLanguageIsRefused() {
        Decision decision = new Decision();
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Explanation.customer(decision, Locale.FRENCH));
        assertEquals("There are no words in the language 'fr'; there are [de, en]", refused.getMessage());
        assertTrue(
                Explanation.customer(decision, Locale.ENGLISH).startsWith("Order : accepted, shipment paused until"));
    }

    /** Rule files of a caller's own may name reasons that no catalogue knows. */
    @Test
    void aForeignIdHasTheWordsOfAll() {
        assertEquals("*", Words.entry("SOMETHING_ELSE"));
        assertEquals(
                Words.of(Locale.ENGLISH).get("say.review"),
                Words.of(Locale.ENGLISH).customer("SOMETHING_ELSE"));
        assertEquals("POSSIBLE_*", Words.entry("POSSIBLE_ENTITY_LIST"));
        assertEquals("EMBARGO_*_EXCEPTION", Words.entry("EMBARGO_SY_EXCEPTION"));
        assertEquals("EMBARGO_*", Words.entry("EMBARGO_SY"));
        assertEquals("*_END_USE_REVIEW", Words.entry("MILITARY_END_USE_REVIEW"));
    }
}
