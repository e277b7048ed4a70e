package io.highfence.law;

import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import io.highfence.law.RuleFamily.Coverage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of dated rules, checked so that every question has exactly one answer on every day that its family covers.
 *
 * <p>Immutable and safe for many threads. The rules that ship inside the jar come from {@link #bundled()}; newer ones are read
 * with {@link #load(Path)} and need no new jar.
 */
public final class RuleBook {
    /** How many days past the day through which the law was read an answer may lie, unless the caller says otherwise. */
    public static final int HORIZON_DAYS = 14;

    /** Every group of families that a rule file may name. */
    static final List<RuleGroup> GROUPS = Stream.concat(
                    Stream.of(
                            HorizonRules.GROUP,
                            ChipRules.ENTRY_3A090,
                            ChipRules.LOWER,
                            ChipRules.Z,
                            ChipRules.WARNINGS,
                            RegimeRules.GROUP,
                            RedFlag.GROUP),
                    LicenseRules.GROUPS.stream())
            .toList();

    private static final Map<String, RuleGroup> BY_NAME = byName(GROUPS);

    /** The rules of one family and key in the order of their days, ready to be asked without allocating. */
    private static final class Timeline {
        private final long[] firstDays;
        private final long[] lastDays;
        private final Rule[] rules;

        Timeline(List<Rule> inOrder) {
            rules = inOrder.toArray(new Rule[0]);
            firstDays = new long[rules.length];
            lastDays = new long[rules.length];
            for (int i = 0; i < rules.length; i++) {
                firstDays[i] = firstDay(rules[i]);
                lastDays[i] = lastDay(rules[i]);
            }
        }

        @Nullable
        Rule on(long day) {
            for (int i = rules.length - 1; i >= 0; i--) {
                if (day >= firstDays[i]) {
                    return day <= lastDays[i] ? rules[i] : null;
                }
            }
            return null;
        }
    }

    /** Holds what is bundled, read when it is first asked for. */
    private static final class Bundled {
        static final List<RuleFile> FILES = readBundled();
        static final RuleBook BOOK = bundledBook();
    }

    private final List<Rule> rules;
    private final Map<String, List<Rule>> byFamily;
    private final Map<String, Timeline> single;
    private final Map<String, Map<String, Timeline>> keyed;
    private final Digest digest;
    private final LocalDate verifiedThrough;

    private RuleBook(List<RuleFile> files) throws BadInput {
        rules = files.stream().flatMap(file -> file.rules().stream()).toList();
        byFamily = new LinkedHashMap<>();
        single = new HashMap<>();
        keyed = new HashMap<>();
        Map<String, String> groupFiles = new HashMap<>();
        files.forEach(file -> groupFiles.putIfAbsent(file.group().name(), file.file()));
        for (RuleGroup group : GROUPS) {
            String file = groupFiles.getOrDefault(group.name(), group.name());
            for (RuleFamily family : group.families().values()) {
                arrange(family, file);
            }
        }
        digest = digest(files);
        verifiedThrough = newestRule(HorizonRules.VERIFIED_THROUGH).values().date("day");
    }

    private void arrange(RuleFamily family, String file) throws BadInput {
        List<Rule> own = new ArrayList<>(rules.stream()
                .filter(rule -> rule.family().equals(family.name()))
                .toList());
        own.sort(Comparator.comparing(Rule::key).thenComparingLong(RuleBook::firstDay));
        byFamily.put(family.name(), List.copyOf(own));
        if (family.coverage() == Coverage.ANY) {
            checkForRepeats(own);
            return;
        }
        if (own.isEmpty()) {
            throw new BadInput(file, 0, 0, "the family " + family.name() + " has no rule");
        }
        Map<String, List<Rule>> byKey = new LinkedHashMap<>();
        for (Rule rule : own) {
            if (rule.status() != RuleStatus.PROPOSED) {
                byKey.computeIfAbsent(rule.key(), key -> new ArrayList<>()).add(rule);
            }
        }
        Map<String, Timeline> timelines = new HashMap<>();
        for (Map.Entry<String, List<Rule>> entry : byKey.entrySet()) {
            checkCoverage(family, entry.getValue());
            timelines.put(entry.getKey(), new Timeline(entry.getValue()));
        }
        if (family.keyField() == null) {
            Timeline only = timelines.get("");
            if (only != null) {
                single.put(family.name(), only);
            }
        } else {
            keyed.put(family.name(), timelines);
        }
    }

    private static void checkCoverage(RuleFamily family, List<Rule> inOrder) throws BadInput {
        Rule first = inOrder.get(0);
        if (family.coverage() == Coverage.ALWAYS && first.inForce().from() != null) {
            throw bad(first, "a gap: nothing is said before " + first.inForce().from());
        }
        for (int i = 1; i < inOrder.size(); i++) {
            Rule before = inOrder.get(i - 1);
            Rule rule = inOrder.get(i);
            if (before.inForce().overlaps(rule.inForce())) {
                throw bad(rule, "an overlap: " + before.inForce() + " and " + rule.inForce() + " share days");
            }
            if (firstDay(rule) != lastDay(before) + 1) {
                throw bad(rule, "a gap: nothing is said between " + before.inForce() + " and " + rule.inForce());
            }
        }
        Rule last = inOrder.get(inOrder.size() - 1);
        if (family.coverage() != Coverage.SPAN && last.inForce().to() != null) {
            throw bad(last, "a gap: nothing is said after " + last.inForce().to());
        }
    }

    private static void checkForRepeats(List<Rule> rules) throws BadInput {
        for (int i = 0; i < rules.size(); i++) {
            for (int j = 0; j < i; j++) {
                Rule rule = rules.get(i);
                Rule other = rules.get(j);
                if (rule.id().equals(other.id())
                        && rule.key().equals(other.key())
                        && rule.inForce().overlaps(other.inForce())) {
                    throw bad(rule, "an overlap: this rule is there twice on the same days");
                }
            }
        }
    }

    private static BadInput bad(Rule rule, String reason) {
        Rule.Place place = rule.place();
        String key = rule.key();
        String which = rule.family() + (key.isEmpty() ? "" : "[" + key + "]");
        return new BadInput(place.file(), place.line(), place.column(), "family " + which + ": " + reason);
    }

    private static long firstDay(Rule rule) {
        LocalDate from = rule.inForce().from();
        return from == null ? Long.MIN_VALUE : from.toEpochDay();
    }

    private static long lastDay(Rule rule) {
        LocalDate to = rule.inForce().to();
        return to == null ? Long.MAX_VALUE : to.toEpochDay();
    }

    private static Map<String, RuleGroup> byName(List<RuleGroup> groups) {
        Map<String, RuleGroup> byName = new LinkedHashMap<>();
        for (RuleGroup group : groups) {
            if (byName.put(group.name(), group) != null) {
                throw new IllegalStateException("Two groups are called " + group.name());
            }
        }
        return byName;
    }

    /**
     * The rules that ship inside the jar. Reads them once; allocates nothing afterwards.
     *
     * @return the bundled book
     * @throws IllegalStateException if the jar is damaged
     */
    public static RuleBook bundled() {
        return Bundled.BOOK;
    }

    private static RuleBook bundledBook() {
        try {
            return new RuleBook(Bundled.FILES);
        } catch (BadInput e) {
            throw damaged(e);
        }
    }

    private static IllegalStateException damaged(BadInput cause) {
        return new IllegalStateException("A bundled rule file is damaged", cause);
    }

    private static List<RuleFile> readBundled() {
        List<RuleFile> files = new ArrayList<>();
        for (RuleGroup group : GROUPS) {
            for (String file : group.files()) {
                try (InputStream in = RuleBook.class.getResourceAsStream(file)) {
                    if (in == null) {
                        throw new IllegalStateException("A rule file is missing from the jar: " + file);
                    }
                    files.add(read(file, in.readAllBytes()));
                } catch (BadInput e) {
                    throw damaged(e);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return List.copyOf(files);
    }

    /**
     * Reads rules from a file, or from every {@code .json} file of a folder.
     *
     * <p>A file takes the place of the bundled files of its {@code family-group}, all of them; groups of which nothing is
     * given stay as they are bundled. Several files may share a group.
     *
     * @param path a rule file, or a folder whose {@code .json} files are all rule files
     * @return a book of these rules and, for the other groups, the bundled ones
     * @throws BadInput if a file is no rule file, a value is unknown, missing, repeated or malformed, or the rules of a family
     *     leave a gap or overlap; the message names file, line and column
     * @throws IOException if a file cannot be read
     */
    public static RuleBook load(Path path) throws IOException, BadInput {
        List<Path> files;
        if (Files.isDirectory(path)) {
            try (Stream<Path> entries = Files.list(path)) {
                files = entries.filter(entry -> entry.toString().endsWith(".json"))
                        .sorted()
                        .toList();
            }
            if (files.isEmpty()) {
                throw new BadInput(path.toString(), 0, 0, "the folder holds no .json file");
            }
        } else {
            files = List.of(path);
        }
        List<RuleFile> given = new ArrayList<>();
        for (Path file : files) {
            if (Files.size(file) > StrictJson.MAX_BYTES) {
                throw new BadInput(file.toString(), 0, 0, "the file is larger than " + StrictJson.MAX_BYTES + " bytes");
            }
            given.add(read(file.toString(), Files.readAllBytes(file)));
        }
        return over(given);
    }

    /** A book of these files over the bundled ones, each a name for messages and its text; for tests and mutators. */
    static RuleBook of(Map<String, String> files) throws BadInput {
        List<RuleFile> given = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            given.add(read(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        return over(given);
    }

    private static RuleFile read(String file, byte[] content) throws BadInput {
        return RuleFile.read(file, content, BY_NAME);
    }

    private static RuleBook over(List<RuleFile> given) throws BadInput {
        TreeSet<String> replaced = new TreeSet<>();
        given.forEach(file -> replaced.add(file.group().name()));
        List<RuleFile> files = new ArrayList<>();
        for (RuleFile file : Bundled.FILES) {
            if (!replaced.contains(file.group().name())) {
                files.add(file);
            }
        }
        files.addAll(given);
        return new RuleBook(files);
    }

    private static Digest digest(List<RuleFile> files) {
        StringBuilder all = new StringBuilder();
        files.stream()
                .map(file -> file.group().name() + " " + file.digest() + "\n")
                .sorted()
                .forEach(all::append);
        return Digest.of(all.toString());
    }

    private Rule newestRule(String family) {
        List<Rule> all = rules(family);
        return all.get(all.size() - 1);
    }

    /**
     * A name for people and stamps: the day through which the rules were verified, and the short digest.
     *
     * @return such as {@code us-ear-2026-09-24-1f2e3d4c5b6a}
     */
    public String id() {
        return "us-ear-" + verifiedThrough + "-" + digest.brief();
    }

    /**
     * The identity of the rules: equal for equal files, whatever they are called.
     *
     * @return the digest over the bytes of every rule file
     */
    public Digest digest() {
        return digest;
    }

    /**
     * The day of the newest text that was read for these rules.
     *
     * @return the day
     */
    public LocalDate verifiedThrough() {
        return verifiedThrough;
    }

    /**
     * The amendments known to exist whose content was not read, so that an answer resting on their sections, on the days of
     * their interval, may be out of date. The value {@code sections} holds the sections, such as {@code 742.6}.
     *
     * @return one rule an amendment, by its first day
     */
    public List<Rule> unreviewedAmendments() {
        return rules(HorizonRules.UNREVIEWED);
    }

    /**
     * The rule of a family on a day. Allocates nothing.
     *
     * @param family the name of a family with one rule a day
     * @param asOf the day
     * @return the rule, or null on days that the family does not cover
     * @throws IllegalArgumentException if there is no such family
     */
    public @Nullable Rule rule(String family, LocalDate asOf) {
        Timeline timeline = single.get(family);
        if (timeline == null) {
            requireFamily(family);
            return null;
        }
        return timeline.on(asOf.toEpochDay());
    }

    /**
     * The rule of one key of a family on a day. Allocates nothing.
     *
     * @param family the name of a family whose rules are told apart by a key
     * @param key the key
     * @param asOf the day
     * @return the rule, or null if the key is not known or not covered on that day
     * @throws IllegalArgumentException if there is no such family
     */
    public @Nullable Rule rule(String family, String key, LocalDate asOf) {
        Map<String, Timeline> timelines = keyed.get(family);
        if (timelines == null) {
            requireFamily(family);
            return null;
        }
        Timeline timeline = timelines.get(key);
        return timeline == null ? null : timeline.on(asOf.toEpochDay());
    }

    private void requireFamily(String family) {
        if (!byFamily.containsKey(family)) {
            throw new IllegalArgumentException("There is no family of rules called '" + family + "'");
        }
    }

    /**
     * All rules of a family, proposals among them, by key and then by day.
     *
     * @param family the name of the family
     * @return its rules
     * @throws IllegalArgumentException if there is no such family
     */
    public List<Rule> rules(String family) {
        requireFamily(family);
        return Objects.requireNonNull(byFamily.get(family));
    }

    /**
     * All rules in the order of the files.
     *
     * @return every rule of the book
     */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * The rules whose interval holds a day.
     *
     * @param asOf the day
     * @return them in the order of the files
     */
    public List<Rule> rules(LocalDate asOf) {
        return rules.stream().filter(rule -> rule.inForce().contains(asOf)).toList();
    }

    /**
     * What differs between the rules of two days, proposals among them.
     *
     * @param from the first day
     * @param to the second day, which may lie before the first
     * @return what begins, ends or changes, in the order of the families, keys and ids
     */
    public List<RuleChange> changes(LocalDate from, LocalDate to) {
        List<RuleChange> changes = new ArrayList<>();
        for (RuleGroup group : GROUPS) {
            for (RuleFamily family : group.families().values()) {
                Map<String, Rule> before = answers(family, from);
                Map<String, Rule> after = answers(family, to);
                TreeSet<String> names = new TreeSet<>(before.keySet());
                names.addAll(after.keySet());
                for (String name : names) {
                    if (before.get(name) != after.get(name)) {
                        changes.add(RuleChange.of(before.get(name), after.get(name)));
                    }
                }
            }
        }
        return changes;
    }

    /** The rules of a family on a day, each by what tells it from the others of that day. */
    private Map<String, Rule> answers(RuleFamily family, LocalDate day) {
        Map<String, Rule> answers = new HashMap<>();
        for (Rule rule : rules(family.name())) {
            if (rule.inForce().contains(day)) {
                boolean alone = family.coverage() != Coverage.ANY && rule.status() != RuleStatus.PROPOSED;
                answers.put(alone ? rule.key() : rule.key() + " " + rule.id() + " " + rule.status(), rule);
            }
        }
        return answers;
    }

    /**
     * The names of all families.
     *
     * @return them in the order of their groups
     */
    public List<String> families() {
        return List.copyOf(byFamily.keySet());
    }

    @Override
    public String toString() {
        return id();
    }
}
