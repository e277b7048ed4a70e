package io.highfence.report;

import io.highfence.Decision;
import io.highfence.DecisionEvents;
import io.highfence.Order;
import io.highfence.OrderReader;
import io.highfence.Party;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.Verdict;
import io.highfence.base.BadInput;
import io.highfence.base.DateRange;
import io.highfence.law.RuleBook;
import io.highfence.ledger.Account;
import io.highfence.ledger.RecordedTotals;
import io.highfence.ledger.Totals;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.match.Matches;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a decision: a JSON object of one line that says by itself what it is, and from which, with the rules and
 * lists it names, the same decision can be made again to the byte.
 *
 * <p>It holds the order and the settings in the forms that their readers take, the whole decision with every reason, every
 * edition of a list, and for every party the hits and the near misses down to {@link #NEAR_MISS_MARGIN} under the threshold.
 * Its form is written down in {@code docs/audit.md}; a version is read for ever, and within a version keys are only added.
 * It holds personal data as given; {@link AuditLog} keeps those apart. Immutable and safe for many threads.
 */
public final class AuditRecord {
    /** The word that stands under {@code format}. */
    public static final String FORMAT = "highfence.audit";

    /** The version of the form that is written; all up to it are read. */
    public static final int VERSION = 1;

    /** How far under the threshold a listed party is kept as a near miss, in ten-thousandths. */
    public static final int NEAR_MISS_MARGIN = 1000;

    /** What is gone from the record of a keyed log. */
    static final String KEYED = "every personal value, as the log is keyed";

    /** The decimals of an amount, which is kept in millionths. */
    private static final int DECIMALS = 6;

    /** What follows from another engine, list, rule or setting, and says no more than that. */
    private static final Pattern OF_A_SNAPSHOT =
            Pattern.compile("(rules|lists)[.\\[].*|(decision\\.)?(replay|stamp\\.(?!threshold|asOf|decidedAt).*)");

    private static final Set<String> VERDICTS =
            Stream.of(Verdict.values()).map(Verdict::name).collect(Collectors.toUnmodifiableSet());

    private final Map<String, @Nullable Object> fields;
    private final String file;
    private final long line;
    private final List<String> gone;
    private final Set<String> erased;

    private AuditRecord(
            Map<String, @Nullable Object> fields, String file, long line, List<String> gone, Set<String> erased) {
        this.fields = fields;
        this.file = file;
        this.line = line;
        this.gone = List.copyOf(gone);
        this.erased = Set.copyOf(erased);
    }

    /**
     * Records a decision.
     *
     * @param decision a filled decision
     * @param screener the screener that made it; it is asked for the near misses, so this belongs to its thread
     * @return the record
     * @throws IllegalArgumentException if nothing was screened yet
     */
    public static AuditRecord of(Decision decision, Screener screener) {
        return of(decision, screener, NEAR_MISS_MARGIN);
    }

    private static AuditRecord of(Decision decision, Screener screener, int margin) {
        Decision.Stamp stamp = decision.stamp();
        if (stamp == null) {
            throw new IllegalArgumentException("Nothing was screened yet");
        }
        RuleBook rules = screener.rules();
        String json = Json.object(record -> {
            record.put("format", FORMAT)
                    .put("version", VERSION)
                    .put("id", decision.order().id())
                    .put("verdict", decision.verdict())
                    .put("holdKind", decision.holdKind())
                    .put("asOf", stamp.asOf())
                    .put("decidedAt", stamp.decidedAt())
                    .put("replayable", isReadBack(decision.order()))
                    .object(
                            "rules",
                            of -> of.put("digest", rules.digest())
                                    .put(
                                            "bundled",
                                            rules.digest()
                                                    .equals(RuleBook.bundled().digest()))
                                    .put("verifiedThrough", rules.verifiedThrough()))
                    .objects("lists", decision.editions(), AuditRecord::edition)
                    .object("inputs", inputs -> DecisionJson.inputs(inputs, decision))
                    .object("decision", inner -> DecisionJson.write(inner, decision))
                    .object("candidates", inner -> candidates(inner, decision.order(), screener, margin));
        });
        return ofOwn(json);
    }

    private static AuditRecord ofOwn(String json) {
        return new AuditRecord(JsonTree.own(json), "a record", 1, List.of(), Set.of());
    }

    /** Whether the reader of orders makes this very order of what is written of it. */
    private static boolean isReadBack(Order order) {
        try {
            return order.equals(order(Explanation.json(order), "a record"));
        } catch (BadInput e) {
            return false;
        }
    }

    private static @Nullable Order order(String json, String file) throws BadInput {
        try (OrderReader reader =
                new OrderReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), file)) {
            return reader.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void edition(Json json, PartyList.Edition edition) throws IOException {
        json.put("label", edition.label())
                .put("format", edition.format())
                .put("sample", edition.sample())
                .texts("lists", edition.lists())
                .put("publishedOn", edition.publishedOn())
                .put("retrievedAt", edition.retrievedAt())
                .put("digest", edition.digest())
                .put("records", edition.recordCount())
                .put("names", edition.nameCount())
                .texts("notes", edition.notes());
    }

    private static void candidates(Json json, Order order, Screener screener, int margin) throws IOException {
        Matches matches = new Matches();
        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < order.parties().size(); i++) {
            if (!order.parties().get(i).isNone()) {
                asked.add(i);
            }
        }
        json.score("threshold", screener.settings().match().threshold())
                .score("margin", margin)
                .objects("parties", asked, (one, i) -> {
                    Party party = order.parties().get(i);
                    screener.candidates(party, margin, matches);
                    Matches near = matches.nearMisses();
                    one.put("partyIndex", i)
                            .put("name", party.name())
                            .objects("hits", PartyJson.indexes(matches), (hit, at) -> candidate(hit, matches, at))
                            .put("hitsInAll", matches.total())
                            .objects("nearMisses", PartyJson.indexes(near), (hit, at) -> candidate(hit, near, at))
                            .put("nearMissesInAll", near.total());
                });
    }

    private static void candidate(Json json, Matches matches, int i) throws IOException {
        ListedParty best = matches.records(i).get(0);
        json.put("source", best.source())
                .put("entry", best.entry())
                .put("matched", matches.matched(i).text())
                .put("script", matches.script(i))
                .score("score", matches.score(i))
                .score("nameScore", matches.nameScore(i))
                .texts("evidence", matches.evidence(i))
                .put("triggers", matches.triggers(i));
    }

    /** A record, or the answer of {@code decide}, from its fields; of values that are gone, what they were and their salted hashes. */
    static AuditRecord of(
            Map<String, @Nullable Object> fields, String file, long line, List<String> gone, Set<String> erased)
            throws BadInput {
        if (FORMAT.equals(fields.get("format"))) {
            checkVersion(fields, file, line);
            if (!(fields.get("decision") instanceof Map)) {
                throw new BadInput(file, line, 1, "the record has no decision");
            }
        } else if (!fields.containsKey("verdict") || !(fields.get("stamp") instanceof Map)) {
            throw new BadInput(file, line, 1, "this is neither an audit record nor an answer of decide");
        }
        return new AuditRecord(fields, file, line, gone, erased);
    }

    static void checkVersion(Map<String, @Nullable Object> fields, String file, long line) throws BadInput {
        String version = String.valueOf(fields.get("version"));
        if (!version.matches("[1-9][0-9]{0,8}")) {
            throw new BadInput(file, line, 1, "the version '" + version + "' is no number");
        }
        if (Integer.parseInt(version) > VERSION) {
            throw new BadInput(
                    file,
                    line,
                    1,
                    "version " + version + " of the form is newer than this engine, which reads up to " + VERSION);
        }
    }

    /**
     * The record as it is kept.
     *
     * @return one JSON object in one line, without a line end
     */
    public String json() {
        return Json.object(fields);
    }

    /**
     * The order's own id.
     *
     * @return the id
     */
    public String id() {
        return String.valueOf(fields.get("id"));
    }

    /**
     * The verdict that is recorded.
     *
     * @return its word, such as {@code HOLD}
     */
    public String verdict() {
        return String.valueOf(fields.get("verdict"));
    }

    /**
     * How the reasons of the recorded decision stand, to tell what became of them by the next decision on the order. Where a value was
     * erased, a text has its mark.
     *
     * @return one for each reason that is no note, in the sequence of the record; a new list
     * @throws BadInput if the record has no reasons that can be read
     */
    public List<DecisionEvents.Standing> standings() throws BadInput {
        if (!(decision().get("reasons") instanceof List<?> reasons)) {
            throw new BadInput(file, line, 1, "the record has no reasons");
        }
        List<DecisionEvents.Standing> standings = new ArrayList<>();
        for (Object reason : reasons) {
            Map<String, @Nullable Object> one = object(Collections.singletonMap("", reason), "");
            String id = one == null ? null : text(one.get("id"));
            String verdict = one == null ? null : text(one.get("verdict"));
            if (one == null || id == null || verdict == null || !VERDICTS.contains(verdict)) {
                throw new BadInput(file, line, 1, "the record has a reason without an id or a verdict");
            }
            if (!verdict.equals(Verdict.CLEAR.name())) {
                Map<String, @Nullable Object> released = object(one, "released");
                String words = text(released == null ? one.get("text") : released.get("text"));
                standings.add(new DecisionEvents.Standing(
                        id, Verdict.valueOf(verdict), released == null, words == null ? "" : words));
            }
        }
        return standings;
    }

    /**
     * Where the record begins in the file that it was read from.
     *
     * @return the line, counted from 1
     */
    public long line() {
        return line;
    }

    /**
     * What is no longer in the record because it was erased, or never was because only its keyed hash was kept.
     *
     * @return for example {@code birthDate of parties[0]}; empty for a record that can be replayed
     */
    public List<String> gone() {
        return gone;
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }

    /**
     * The order that was decided.
     *
     * @return the order, or null if the record holds none
     * @throws BadInput if it holds one that cannot be read
     */
    public @Nullable Order order() throws BadInput {
        Map<String, @Nullable Object> order = object(object(fields, "inputs"), "order");
        return order == null ? null : order(Json.object(order), file);
    }

    /**
     * The settings under which it was decided.
     *
     * @return the settings, or null if the record holds none
     * @throws BadInput if it holds some that cannot be read
     */
    public @Nullable Settings settings() throws BadInput {
        Map<String, @Nullable Object> inputs = object(fields, "inputs");
        Map<String, @Nullable Object> settings = object(inputs, "settings");
        if (inputs == null || settings == null) {
            return null;
        }
        byte[] json = Json.object(settings).getBytes(StandardCharsets.UTF_8);
        try {
            Settings read = Settings.read(new ByteArrayInputStream(json), file);
            return Boolean.TRUE.equals(inputs.get("demo"))
                    ? read.toBuilder().demo(true).build()
                    : read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The running totals that the decision looked at, with the figures of then, for a screener that decides it again.
     *
     * @return the totals, or null if none were given to the screener of then
     * @throws BadInput if they cannot be read
     */
    public @Nullable Totals totals() throws BadInput {
        Map<String, @Nullable Object> inputs = object(fields, "inputs");
        try {
            return inputs != null && inputs.get("totals") instanceof List<?> asked
                    ? marked(asked(asked))
                    : marked(shown());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new BadInput(file, line, 1, "totals cannot be read: " + e.getMessage(), e);
        }
    }

    private @Nullable Totals marked(@Nullable RecordedTotals totals) {
        return totals == null || gone.isEmpty() ? totals : new MarkedTotals(totals);
    }

    /** Every figure that was asked for. */
    private static RecordedTotals asked(List<?> totals) {
        Map<Account, Map<DateRange, Totals.Sum>> sums = new LinkedHashMap<>();
        Map<Account, Boolean> known = new LinkedHashMap<>();
        for (Object one : totals) {
            if (one instanceof Map<?, ?> entry) {
                Account account = Account.parse(String.valueOf(entry.get("account")));
                sums.computeIfAbsent(account, k -> new LinkedHashMap<>());
                if (entry.get("known") instanceof Boolean knows) {
                    known.put(account, knows);
                }
                if (entry.get("sums") instanceof List<?> windows) {
                    windows.forEach(window -> put(sums, account, window, "committed"));
                }
            }
        }
        return new RecordedTotals(sums, known);
    }

    /** Of a record that does not have what was asked for: the figures that the decision shows. */
    private @Nullable RecordedTotals shown() {
        Map<Account, Map<DateRange, Totals.Sum>> sums = new LinkedHashMap<>();
        if (decision().get("totals") instanceof List<?> totals) {
            for (Object one : totals) {
                if (one instanceof Map<?, ?> use && use.get("used") != null) {
                    put(sums, Account.parse(String.valueOf(use.get("account"))), use, "used");
                }
            }
        }
        return sums.isEmpty() ? null : new RecordedTotals(sums, Map.of());
    }

    private static void put(
            Map<Account, Map<DateRange, Totals.Sum>> sums, Account account, @Nullable Object window, String committed) {
        if (window instanceof Map<?, ?> sum) {
            sums.computeIfAbsent(account, k -> new LinkedHashMap<>())
                    .put(
                            new DateRange(day(sum.get("from")), day(sum.get("to"))),
                            new Totals.Sum(millionths(sum.get(committed)), millionths(sum.get("reserved")), 0));
        }
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        return value == null ? null : LocalDate.parse(value.toString());
    }

    private static long millionths(@Nullable Object value) {
        return new BigDecimal(String.valueOf(value)).movePointRight(DECIMALS).longValueExact();
    }

    @SuppressWarnings("unchecked") // The keys of an object are texts.
    private static @Nullable Map<String, @Nullable Object> object(
            @Nullable Map<String, @Nullable Object> in, String key) {
        return in != null && in.get(key) instanceof Map<?, ?> inner ? (Map<String, @Nullable Object>) inner : null;
    }

    private Map<String, @Nullable Object> decision() {
        Map<String, @Nullable Object> inner = object(fields, "decision");
        return inner == null ? fields : inner;
    }

    private Map<String, @Nullable Object> stamp() {
        Map<String, @Nullable Object> stamp = object(decision(), "stamp");
        return stamp == null ? Map.of() : stamp;
    }

    /**
     * Decides the recorded order again, as of the recorded instant, and compares.
     *
     * @param screener a screener of the rules, lists and settings that the record names, as far as they are at hand; what is
     *     another is named among the differences
     * @return the same bytes, or what differs
     * @throws BadInput if the record's order or instant cannot be read
     */
    public Replay replay(Screener screener) throws BadInput {
        return replay(screener, null);
    }

    /**
     * Decides an order again in the place of the recorded one, as of the recorded instant, and compares.
     *
     * @param screener a screener of the rules, lists and settings that the record names
     * @param given the order, or null for the one in the record
     * @return the same bytes, or what differs
     * @throws BadInput if the record's order or instant cannot be read
     */
    public Replay replay(Screener screener, @Nullable Order given) throws BadInput {
        return replay(screener, given, null);
    }

    /**
     * Decides an order again in the place of the recorded one, as of the recorded instant, and compares. A value that is gone from the
     * record is not compared, which a note says, but that it is the same wherever it stands.
     *
     * @param screener a screener of the rules, lists and settings that the record names
     * @param given the order, or null for the one in the record
     * @param key the key of a keyed log, with which its values are compared by their hashes; null if there is none
     * @return the same bytes, or what differs
     * @throws BadInput if the record's order or instant cannot be read
     */
    public Replay replay(Screener screener, @Nullable Order given, byte @Nullable [] key) throws BadInput {
        if (given == null && !gone.isEmpty()) {
            return refused(
                    "values are gone from the record",
                    "it was erased or kept as a keyed hash: " + String.join(", ", gone));
        }
        Order order = given == null ? order() : given;
        if (order == null) {
            return refused("the record holds no order", "give the order beside it");
        }
        Decision decision = new Decision();
        screener.screen(order, decidedAt(), decision);
        boolean whole = object(fields, "decision") != null;
        AuditRecord now = whole ? of(decision, screener, margin()) : ofOwn(Explanation.json(decision));
        if (!whole && !fields.containsKey("inputs")) {
            now.fields.remove("inputs");
        }
        Map<String, @Nullable Object> inputs = object(fields, "inputs");
        Map<String, @Nullable Object> found = object(now.fields, "inputs");
        if (inputs != null && found != null && !inputs.containsKey("totals")) {
            found.remove("totals"); // What was asked for is not in every record, and follows from the figures that are.
        }
        return compare(now, key);
    }

    private Replay refused(String recorded, String says) {
        return new Replay(
                id(),
                line,
                false,
                null,
                List.of(new Replay.Difference("order", "inputs.order", recorded, null, says)),
                0,
                List.of());
    }

    /**
     * When it was decided.
     *
     * @return the instant
     * @throws BadInput if the record has none that can be read
     */
    public Instant decidedAt() throws BadInput {
        try {
            return Instant.parse(String.valueOf(stamp().get("decidedAt")));
        } catch (DateTimeException e) {
            throw new BadInput(file, line, 1, "stamp.decidedAt is no instant", e);
        }
    }

    private int margin() {
        Map<String, @Nullable Object> candidates = object(fields, "candidates");
        String margin = candidates == null ? "" : String.valueOf(candidates.get("margin"));
        return margin.matches("[01]\\.[0-9]{4}") ? Math.min(Integer.parseInt(margin.replace(".", "")), 10_000) : 0;
    }

    private Replay compare(AuditRecord now, byte @Nullable [] key) {
        List<Replay.Difference> differs = new ArrayList<>(snapshots(now));
        boolean named = !differs.isEmpty();
        List<String> notes = new ArrayList<>();
        gone.stream()
                .filter(what -> key == null || !what.equals(KEYED))
                .forEach(what -> notes.add("not compared, as it is gone from the record: " + what));
        Map<String, @Nullable Object> recorded =
                gone.isEmpty() ? fields : Marks.opened(fields, now.fields, erased, key);
        for (Replay.Difference one : Replay.between(recorded, now.fields)) {
            String path = one.path();
            if (path.endsWith(".retrievedAt")) {
                notes.add(path + ": recorded " + one.recorded() + ", now " + one.now() + "; it changes no answer");
            } else if (!named || !OF_A_SNAPSHOT.matcher(path).matches()) {
                differs.add(new Replay.Difference(what(path), path, one.recorded(), one.now(), one.says()));
            }
        }
        int kept = Math.min(differs.size(), Replay.MOST);
        return new Replay(
                id(), line, differs.isEmpty(), now.verdict(), differs.subList(0, kept), differs.size() - kept, notes);
    }

    private static String what(String path) {
        String start = path.startsWith("inputs.") ? path.substring("inputs.".length()) : path;
        int end = 0;
        while (end < start.length() && Character.isLetter(start.charAt(end))) {
            end++;
        }
        String word = start.substring(0, end);
        return switch (word) {
            case "order", "settings", "totals", "candidates", "rules", "lists" -> word;
            default -> "decision";
        };
    }

    /** The digests that differ: which engine, rules, lists and settings would be wanted. */
    private List<Replay.Difference> snapshots(AuditRecord now) {
        List<Replay.Difference> differs = new ArrayList<>();
        Map<String, @Nullable Object> before = stamp();
        Map<String, @Nullable Object> after = now.stamp();
        digest(differs, "engine", "engine", before, after, "the decision was made by another version of the engine");
        digest(differs, "rules", "ruleSet", before, after, "rules with the recorded digest are wanted");
        if (!same(before, after, "listSet")) {
            lists(differs, before, after);
        }
        digest(differs, "settings", "config", before, after, "settings with the recorded digest are wanted");
        Map<String, Boolean> also = new LinkedHashMap<>();
        before.keySet().forEach(key -> also.put(key, true));
        after.keySet().forEach(key -> also.put(key, true));
        also.keySet().removeAll(List.of("engine", "ruleSet", "listSet", "config", "lists", "listAges"));
        also.keySet().removeAll(List.of("threshold", "asOf", "decidedAt"));
        for (String key : also.keySet()) {
            digest(differs, key, key, before, after, "the " + key + " with the recorded digest is wanted");
        }
        if (differs.isEmpty()) {
            String says = "the order, or a date, is not the one that was decided";
            Replay.Difference order = difference("order", "replay", decision(), now.decision(), says);
            if (order != null) {
                differs.add(order);
            }
        }
        return differs;
    }

    private static boolean same(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, String key) {
        Object recorded = before.get(key);
        return recorded == null ? after.get(key) == null : recorded.equals(after.get(key));
    }

    private static void digest(
            List<Replay.Difference> differs,
            String what,
            String key,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            String says) {
        Replay.Difference one = difference(what, key, before, after, says);
        if (one != null) {
            differs.add(new Replay.Difference(what, "stamp." + key, one.recorded(), one.now(), says));
        }
    }

    private static Replay.@Nullable Difference difference(
            String what,
            String key,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            String says) {
        return same(before, after, key)
                ? null
                : new Replay.Difference(what, key, text(before.get(key)), text(after.get(key)), says);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static void lists(
            List<Replay.Difference> differs,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        Map<String, String> wanted = digests(before);
        Map<String, String> loaded = digests(after);
        int known = differs.size();
        wanted.forEach((digest, name) -> {
            if (!loaded.containsKey(digest)) {
                differs.add(new Replay.Difference(
                        "list",
                        name,
                        digest,
                        null,
                        "the edition of " + name + " with digest " + digest + " is wanted"));
            }
        });
        loaded.forEach((digest, name) -> {
            if (!wanted.containsKey(digest)) {
                differs.add(new Replay.Difference("list", name, null, digest, "this edition was not loaded then"));
            }
        });
        if (differs.size() == known) {
            digest(differs, "lists", "listSet", before, after, "the sequence of the lists or a day of publication");
        }
    }

    private static Map<String, String> digests(Map<String, @Nullable Object> stamp) {
        Map<String, String> digests = new LinkedHashMap<>();
        if (stamp.get("lists") instanceof List<?> lists) {
            for (Object list : lists) {
                if (list instanceof Map<?, ?> edition) {
                    Object published = edition.get("publishedOn");
                    digests.put(
                            String.valueOf(edition.get("digest")),
                            edition.get("label") + (published == null ? "" : " of " + published));
                }
            }
        }
        return digests;
    }
}
