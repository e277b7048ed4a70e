package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.highfence.base.BadInput;
import io.highfence.list.ListSource;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import io.highfence.ownership.OwnershipGraph;
import io.highfence.report.Explanation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The failures of published enforcement cases (the users' sheet, section 3), each in a file of {@code cases/real}: the fields that the
 * company had, an extract of the list, the verdict, the reasons that must stand in it, and the verdicts that must not.
 *
 * <p>An extract holds what the release and the list say of a party and no more: it has no number of an entry and no day that
 * the sheet does not print. Every try is decided on one day of the rules that ship, as the law of the day of the failure does
 * not ship. The customers beside the listed parties are invented.
 */
class RealCasesTest {
    private static final Set<String> HARNESSES = Set.of("decide", "screen", "rescreen");

    @TempDir
    Path folder;

    /** One failure: its records, what they were before, and what is tried against them. */
    private record Case(
            String id,
            String source,
            String list,
            String records,
            @Nullable String before,
            List<Try> tries) {}

    /**
     * One input and what must come of it.
     *
     * @param stakes rows of owner, owner's country, owned and percent; null if none
     * @param profile whose roles the order must name; null for the defaults
     * @param slow whether the time is up before the first check
     */
    record Try(
            String id,
            String told,
            String harness,
            String order,
            @Nullable String stakes,
            Settings.@Nullable Profile profile,
            boolean slow,
            Verdict verdict,
            List<String> reasons,
            List<Verdict> forbidden) {
        @Override
        public String toString() {
            return id + ": " + told;
        }
    }

    private static List<Path> files() {
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(RealCasesTest.class.getResource("cases/real"))
                        .toURI()))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Case> cases() {
        return files().stream().map(RealCasesTest::read).toList();
    }

    static Stream<Try> tries() {
        return cases().stream().flatMap(one -> one.tries.stream());
    }

    private static Case read(Path file) {
        try (JsonParser json = new JsonFactory().createParser(Files.readAllBytes(file))) {
            assertEquals(JsonToken.START_OBJECT, json.nextToken());
            Map<String, String> said = new LinkedHashMap<>();
            List<Try> tries = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String key = json.currentName();
                json.nextToken();
                if (key.equals("tries")) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        tries.add(attempt(said.get("case") + "." + (tries.size() + 1), json));
                    }
                } else {
                    said.put(key, copied(json));
                }
            }
            return new Case(
                    Objects.requireNonNull(said.get("case")),
                    Objects.requireNonNull(said.get("source")),
                    Objects.requireNonNull(said.get("list")),
                    said.getOrDefault("records", "[]"),
                    said.get("before"),
                    tries);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static Try attempt(String id, JsonParser json) throws IOException {
        Map<String, String> said = new LinkedHashMap<>();
        List<String> reasons = new ArrayList<>();
        List<Verdict> forbidden = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "reasons" -> {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        reasons.add(json.getText());
                    }
                }
                case "forbidden" -> {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        forbidden.add(Verdict.valueOf(json.getText()));
                    }
                }
                case "told", "harness", "order", "stakes", "profile", "slow", "verdict" -> said.put(key, copied(json));
                default -> throw new IllegalArgumentException(id + " has '" + key + "'");
            }
        }
        return new Try(
                id,
                Objects.requireNonNull(said.get("told")),
                Objects.requireNonNull(said.get("harness")),
                Objects.requireNonNull(said.get("order")),
                said.get("stakes"),
                said.containsKey("profile")
                        ? Settings.Profile.valueOf(said.get("profile").toUpperCase(Locale.ROOT))
                        : null,
                said.containsKey("slow"),
                Verdict.valueOf(said.get("verdict")),
                reasons,
                forbidden);
    }

    /** A text as it is, and an object or an array as it is written. */
    private static String copied(JsonParser json) throws IOException {
        if (!json.currentToken().isStructStart()) {
            return json.getText();
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = new JsonFactory().createGenerator(text)) {
            copy.copyCurrentStructure(json);
        }
        return text.toString();
    }

    private static Case of(Try one) {
        return cases().stream()
                .filter(c -> one.id.startsWith(c.id + "."))
                .findFirst()
                .orElseThrow();
    }

    private PartyIndex index(String records) throws IOException, BadInput {
        PartyList list = PartyList.sample();
        if (!records.equals("[]")) {
            int count = records.split("\"source\"", -1).length - 1;
            Path file = Files.writeString(
                    folder.resolve("extract.json"),
                    "{\"results\":" + records + ",\"search_performed_at\":\"" + Orders.AS_OF
                            + "T00:00:00+00:00\",\"total\":" + count + "}");
            list = PartyList.load(List.of(ListSource.parse("csl-json:" + file)));
        }
        return PartyIndex.of(list);
    }

    private static Settings settings(PartyIndex index, Settings.@Nullable Profile profile, boolean slow) {
        Settings.Builder settings = Orders.DEMO.toBuilder()
                .requiredRoles((profile == null ? Settings.defaults() : Settings.of(profile)).requiredRoles())
                .requiredLists(index.list().records().stream()
                        .map(ListedParty::list)
                        .distinct()
                        .sorted()
                        .toList());
        return slow ? settings.timeBudget(Duration.ZERO).build() : settings.build();
    }

    private static Order order(String json) throws IOException, BadInput {
        try (OrderReader reader =
                new OrderReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "case.json")) {
            Order order = Objects.requireNonNull(reader.next());
            assertEquals(List.of(), order.unread(), "a field that no order has");
            return order.asOf(Orders.AS_OF);
        }
    }

    private static @Nullable OwnershipGraph stakes(@Nullable String rows) throws IOException, BadInput {
        if (rows == null) {
            return null;
        }
        InputStream in = new ByteArrayInputStream(
                ("owner,owner_country,owned,percent\n" + rows).getBytes(StandardCharsets.UTF_8));
        return OwnershipGraph.read(in, "stakes.csv");
    }

    private static Decision decide(Try one, PartyIndex index, boolean slow) throws IOException, BadInput {
        Decision decision = new Decision();
        Screener.with(Orders.RULES, index, settings(index, one.profile, slow))
                .ownership(stakes(one.stakes))
                .build()
                .screen(order(one.order), Orders.DECIDED_AT, decision);
        return decision;
    }

    private static void assertSays(Try one, Verdict verdict, List<Reason> reasons, String text) {
        assertEquals(one.verdict, verdict, () -> one + "\n" + text);
        assertFalse(one.forbidden.contains(verdict), one::toString);
        Set<String> missing = new TreeSet<>(one.reasons);
        reasons.stream().filter(reason -> reason.verdict() != Verdict.CLEAR).forEach(r -> missing.remove(r.rule()));
        assertEquals(Set.of(), missing, () -> one + "\n" + text);
    }

    @ParameterizedTest
    @MethodSource("tries")
    void theFailureIsNotRepeated(Try one) throws Exception {
        Case of = of(one);
        PartyIndex index = index(of.records);
        Order order = order(one.order);
        switch (one.harness) {
            case "decide" -> {
                Decision decision = decide(one, index, one.slow);
                assertSays(one, decision.verdict(), decision.reasons(), Explanation.text(decision));
            }
            case "screen" -> {
                PartyAnswer answer = new PartyAnswer();
                Screener screener = new Screener(Orders.RULES, index, settings(index, null, false));
                for (Party party : order.parties()) {
                    screener.screen(party, Orders.AS_OF, answer);
                    assertSays(
                            one,
                            answer.verdict(),
                            answer.reasons(),
                            answer.reasons().toString());
                }
            }
            default -> {
                PartyIndex before = index(Objects.requireNonNull(of.before));
                Rescreener rescreener = new Rescreener(Orders.RULES, before, index, settings(index, null, false));
                PartyChange change = new PartyChange();
                for (Party party : order.parties()) {
                    boolean changed = rescreener.screen(party, Orders.AS_OF, change);
                    assertEquals(one.verdict != Verdict.CLEAR, changed, one::toString);
                    if (changed) {
                        assertEquals(Verdict.CLEAR, change.before().verdict(), one::toString);
                        assertSays(
                                one,
                                change.after().verdict(),
                                change.after().reasons(),
                                change.after().reasons().toString());
                    }
                }
            }
        }
    }

    /** CASE-5 and CASE-6 for every case: what is up before its time is not let go. */
    @ParameterizedTest
    @MethodSource("tries")
    void aTimeOutIsNeverClear(Try one) throws Exception {
        Decision late = decide(one, index(of(one).records), true);
        assertNotEquals(Verdict.CLEAR, late.verdict());
        assertTrue(Orders.has(late, "TIME_OUT"));
    }

    /** CASE-2: correctly spelled names went through in several hundred instances. */
    @Test
    void everyListedNameOfTheCasesIsFoundAsItStands() throws Exception {
        int names = 0;
        for (Case one : cases()) {
            PartyIndex index = index(one.records);
            Screener screener = new Screener(Orders.RULES, index, settings(index, null, false));
            PartyAnswer answer = new PartyAnswer();
            for (ListedParty record : one.records.equals("[]")
                    ? List.<ListedParty>of()
                    : index.list().records()) {
                for (ListedParty.Name name : record.names()) {
                    screener.screen(Party.of(Party.Role.OTHER, name.text(), null), Orders.AS_OF, answer);
                    assertTrue(answer.alert(), name::toString);
                    assertEquals(Verdict.HOLD, answer.verdict(), name::toString);
                    names++;
                }
            }
        }
        assertTrue(names >= 15, names + " names");
    }

    @Test
    void everyCaseSaysWhereItIsFromAndWhatMustNotCome() {
        for (Case one : cases()) {
            assertTrue(one.id.matches("CASE-\\d+"), one.id);
            assertFalse(one.source.isBlank(), one.id);
            assertTrue(one.list.startsWith("constructed from the release") || one.list.startsWith("none"), one.id);
            assertFalse(one.records.contains("entity_number"), one.id);
            assertFalse(one.tries.isEmpty(), one.id);
            assertTrue(one.tries.stream().anyMatch(t -> t.forbidden.contains(Verdict.CLEAR)), one.id);
            for (Try each : one.tries) {
                assertTrue(HARNESSES.contains(each.harness), each::toString);
                assertEquals(each.verdict == Verdict.CLEAR, each.reasons.isEmpty(), each::toString);
                assertNotEquals(each.verdict == Verdict.CLEAR, each.forbidden.contains(Verdict.CLEAR), each::toString);
            }
        }
        assertEquals(
                cases().size(),
                cases().stream().map(Case::id).collect(Collectors.toSet()).size());
    }
}
