package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.highfence.base.BadInput;
import io.highfence.base.Decimal;
import io.highfence.law.StrictJson.Array;
import io.highfence.law.StrictJson.Flag;
import io.highfence.law.StrictJson.Members;
import io.highfence.law.StrictJson.Node;
import io.highfence.law.StrictJson.Numeral;
import io.highfence.law.StrictJson.Place;
import io.highfence.law.StrictJson.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No value of a rule file can be wrong by the least there is without a case that notices: each number moves by its last digit
 * and by a millionth, each date by a day, each sign of a limit to its neighbour, each member of a list goes and each yes becomes
 * no, one at a time. Where two rules follow each other, their common border moves too.
 *
 * <p>What the loader refuses counts as noticed. What nobody can notice stands with its reason in {@code
 * cases/mutation-exceptions.csv}, which must stay true: a mutant that is listed and noticed is a fault as well.
 */
@Tag("sweep")
class RuleMutationTest {
    private static final Set<String> NOT_LAW =
            Set.of("id", "family", "cite", "note", "status", "trust", "promoted", "family-group");
    private static final String WITHOUT = "without ";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern LIMIT = Pattern.compile("(>=|>|<=|<) ([0-9.]+)");
    private static final Map<String, String> NEIGHBOUR = Map.of(">=", ">", ">", ">=", "<=", "<", "<", "<=");

    private static final List<Mutant> SURVIVORS = new ArrayList<>();
    private static final List<Mutant> NOTICED = new ArrayList<>();
    private static int refused;

    /** A change of one value, and the whole text of the file with it. */
    record Mutant(String file, String rule, String field, String change, String text) {
        /** How late a case is to be asked: first those that hold what is left out, then those on the fact of the rule. */
        int distance(Cases.Case one) {
            boolean holds = change.startsWith(WITHOUT) && one.text().contains(change.substring(WITHOUT.length()));
            boolean names = one.facts().contains(rule.substring(0, rule.indexOf(' ')));
            return (holds ? 0 : 2) + (names ? 0 : 1);
        }

        @Override
        public String toString() {
            return file + "," + rule + "," + field + "," + change;
        }
    }

    /** A piece of the text and what stands in its place. */
    record Edit(int from, int to, String put) {}

    /** The mutants of one file. */
    private static final class Mutator {
        private final String file;
        private final String text;
        private final List<Integer> lines = new ArrayList<>();
        private final List<Mutant> mutants = new ArrayList<>();
        private String rule = "";

        Mutator(String file) {
            this.file = file;
            text = RuleText.bundled(file);
            lines.add(0);
            for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
                lines.add(i + 1);
            }
        }

        List<Mutant> all() throws BadInput {
            Members root = (Members) StrictJson.read(file, text.getBytes(StandardCharsets.UTF_8));
            List<Members> rules = new ArrayList<>();
            for (Node node : elements(root, "rules")) {
                rules.add((Members) node);
            }
            for (Members one : rules) {
                rule = name(one);
                members(one, "");
                for (Members next : rules) {
                    border(one, next);
                }
            }
            return mutants;
        }

        private static List<Node> elements(Members owner, String name) {
            return ((Array) Objects.requireNonNull(owner.byName().get(name))).elements();
        }

        private static String text(Members rule, String name) {
            return rule.byName().get(name) instanceof Text found ? found.text() : "open";
        }

        private String name(Members rule) {
            return text(rule, "id") + " " + family(rule) + " " + text(rule, "from");
        }

        /** The family, and the key where it has one. */
        private String family(Members rule) {
            String name = text(rule, "family");
            for (RuleGroup group : RuleBook.GROUPS) {
                RuleFamily family = group.families().get(name);
                if (family != null && group.files().contains(file)) {
                    String key = family.keyField();
                    return key == null ? name : name + "[" + text(rule, key) + "]";
                }
            }
            throw new AssertionError(file + ": " + name);
        }

        private void members(Members owner, String path) {
            owner.byName().forEach((name, node) -> {
                if (!NOT_LAW.contains(name)) {
                    value(node, path.isEmpty() ? name : path + "." + name);
                }
            });
        }

        private void value(Node node, String path) {
            if (node instanceof Members inner) {
                members(inner, path);
            } else if (node instanceof Array array) {
                List<Node> elements = array.elements();
                for (int i = 0; i < elements.size(); i++) {
                    removed(elements, i, path);
                    value(elements.get(i), path + "[" + i + "]");
                }
            } else if (node instanceof Flag flag) {
                int start = offset(flag.at());
                int end = start + Boolean.toString(flag.yes()).length();
                add(path, "flipped", new Edit(start, end, Boolean.toString(!flag.yes())));
            } else if (node instanceof Numeral number) {
                int start = offset(number.at());
                number(path, number.text(), start);
            } else if (node instanceof Text words) {
                text(path, words);
            }
        }

        private void text(String path, Text words) {
            int start = offset(words.at()) + 1;
            Matcher limit = LIMIT.matcher(words.text());
            if (DATE.matcher(words.text()).matches()) {
                for (int days : new int[] {-1, 1}) {
                    add(path, "day " + signed(days), date(words, days));
                }
            } else if (limit.matches()) {
                number(path, limit.group(2), start + limit.start(2));
                String sign = limit.group(1);
                String other = Objects.requireNonNull(NEIGHBOUR.get(sign));
                add(path, sign + " to " + other, new Edit(start, start + sign.length(), other));
            }
        }

        private Edit date(Node node, int days) {
            Text words = (Text) node;
            int start = offset(words.at()) + 1;
            return new Edit(
                    start,
                    start + words.text().length(),
                    LocalDate.parse(words.text()).plusDays(days).toString());
        }

        private static String signed(int days) {
            return days < 0 ? "-" + -days : "+" + days;
        }

        private void number(String path, String digits, int start) {
            BigDecimal value = new BigDecimal(digits);
            Set<BigDecimal> steps = new LinkedHashSet<>();
            steps.add(BigDecimal.ONE.movePointLeft(value.scale()));
            steps.add(new BigDecimal(Decimal.toString(1)));
            for (BigDecimal step : steps) {
                for (BigDecimal other : List.of(value.subtract(step), value.add(step))) {
                    add(
                            path,
                            digits + " to " + other.toPlainString(),
                            new Edit(start, start + digits.length(), other.toPlainString()));
                }
            }
        }

        private void removed(List<Node> elements, int i, String path) {
            int from = i == 0 ? offset(elements.get(0).at()) : end(elements.get(i - 1));
            int to = i == 0 && elements.size() > 1 ? offset(elements.get(1).at()) : end(elements.get(i));
            String what = elements.get(i) instanceof Text words ? words.text() : Integer.toString(i);
            add(path, WITHOUT + what, new Edit(from, to, ""));
        }

        /** Moves the day on which one rule gives way to the next of its family and key. */
        private void border(Members one, Members next) {
            Node to = one.byName().get("to");
            Node from = next.byName().get("from");
            if (to instanceof Text last
                    && from instanceof Text first
                    && family(one).equals(family(next))
                    && LocalDate.parse(last.text()).plusDays(1).equals(LocalDate.parse(first.text()))) {
                for (int days : new int[] {-1, 1}) {
                    add("to", "border " + signed(days), date(to, days), date(from, days));
                }
            }
        }

        private void add(String path, String change, Edit... edits) {
            StringBuilder changed = new StringBuilder(text);
            List<Edit> backwards = new ArrayList<>(List.of(edits));
            backwards.sort((a, b) -> Integer.compare(b.from(), a.from()));
            backwards.forEach(edit -> changed.replace(edit.from(), edit.to(), edit.put()));
            mutants.add(new Mutant(file, rule, path, change, changed.toString()));
        }

        private int offset(Place at) {
            return lines.get((int) at.line() - 1) + at.column() - 1;
        }

        /** The offset after a value. */
        private int end(Node node) {
            int start = offset(node.at());
            if (node instanceof Text) {
                int i = start + 1;
                while (text.charAt(i) != '"') {
                    i += text.charAt(i) == '\\' ? 2 : 1;
                }
                return i + 1;
            }
            if (node instanceof Members members) {
                int i = start + 1;
                for (Node member : members.byName().values()) {
                    i = Math.max(i, end(member));
                }
                return text.indexOf('}', i) + 1;
            }
            if (node instanceof Array array) {
                int last = array.elements().isEmpty()
                        ? start
                        : end(array.elements().get(array.elements().size() - 1));
                return text.indexOf(']', last) + 1;
            }
            Matcher bare = Pattern.compile("[^,\\s\\]}]+").matcher(text);
            return bare.find(start) ? bare.end() : start;
        }
    }

    /** The files of cases whose questions read the rules of a group; all of them read the tables of days. */
    private static List<Cases.Case> readers(RuleGroup group, List<Cases.Case> cases) {
        List<String> files = switch (group.name()) {
            case "chip-3a090", "chip-warnings" -> List.of("chip/", "law/license-");
            case "chip-lower", "chip-z", "regimes" -> List.of("chip/");
            case "red-flags" -> List.of("law/red-flags");
            case "countries" -> List.of("law/country-groups");
            case "embargo" -> List.of("law/license-", "law/embargoed-places");
            case "jurisdiction" -> List.of("law/jurisdiction");
            case "lists" -> List.of("law/list-effects", "law/license-");
            case "ownership" -> List.of("law/ownership");
            case "foundry" -> List.of("law/foundry-presumption");
            case "end-use" -> List.of("law/license-", "law/supercomputer-sums");
            default -> List.of("law/license-");
        };
        return cases.stream()
                .filter(one ->
                        one.file().startsWith("law/rule-") || files.stream().anyMatch(one.file()::startsWith))
                .toList();
    }

    @BeforeAll
    static void tryThemAll() throws BadInput {
        List<Cases.Case> cases = Cases.all();
        for (RuleGroup group : RuleBook.GROUPS) {
            for (String file : group.files()) {
                // A case that has noticed one change of a file is asked first about the next.
                LinkedList<Cases.Case> inTurn = new LinkedList<>(readers(group, cases));
                for (Mutant mutant : new Mutator(file).all()) {
                    tryOne(mutant, inTurn);
                }
            }
        }
    }

    private static void tryOne(Mutant mutant, LinkedList<Cases.Case> inTurn) {
        RuleBook book;
        try {
            book = RuleBook.of(Map.of(mutant.file(), mutant.text()));
        } catch (BadInput e) {
            refused++;
            return;
        }
        List<Cases.Case> nearestFirst = new ArrayList<>(inTurn);
        nearestFirst.sort(Comparator.comparing(one -> mutant.distance(one)));
        Cases.Case noticing = noticing(new Cases.Asked(book), nearestFirst);
        if (noticing == null) {
            SURVIVORS.add(mutant);
        } else {
            NOTICED.add(mutant);
            inTurn.remove(noticing);
            inTurn.addFirst(noticing);
        }
    }

    private static Cases.@Nullable Case noticing(Cases.Asked asked, List<Cases.Case> inTurn) {
        for (Cases.Case one : inTurn) {
            try {
                if (!one.faults(asked).isEmpty()) {
                    return one;
                }
            } catch (RuntimeException e) {
                return one;
            }
        }
        return null;
    }

    /** A line of the exceptions; {@code *} at the end of a cell stands for anything. */
    private static boolean lists(NamedCsvRecord row, Mutant mutant) {
        return fits(row.getField("file"), mutant.file())
                && fits(row.getField("rule"), mutant.rule())
                && fits(row.getField("field"), mutant.field())
                && fits(row.getField("change"), mutant.change());
    }

    private static boolean fits(String pattern, String text) {
        return pattern.endsWith("*")
                ? text.startsWith(pattern.substring(0, pattern.length() - 1))
                : text.equals(pattern);
    }

    private static List<NamedCsvRecord> exceptions() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                        RuleMutationTest.class.getResourceAsStream("/io/highfence/cases/mutation-exceptions.csv"));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        }
    }

    @Test
    void everyChangeIsNoticedByACaseOrIsListedWithItsReason() throws IOException {
        List<NamedCsvRecord> exceptions = exceptions();
        List<Mutant> unlisted = SURVIVORS.stream()
                .filter(mutant -> exceptions.stream().noneMatch(row -> lists(row, mutant)))
                .toList();
        assertEquals(0, unlisted.size(), () -> "no case notices:\n" + lines(unlisted));
    }

    @Test
    void everyExceptionIsStillOne() throws IOException {
        List<String> untrue = new ArrayList<>();
        for (NamedCsvRecord row : exceptions()) {
            assertFalse(row.getField("reason").isBlank(), row::toString);
            if (SURVIVORS.stream().noneMatch(mutant -> lists(row, mutant))) {
                untrue.add("no such survivor: " + row.getFields());
            }
            NOTICED.stream()
                    .filter(mutant -> lists(row, mutant))
                    .forEach(mutant -> untrue.add("noticed after all: " + mutant));
        }
        assertEquals(List.of(), untrue, () -> String.join("\n", untrue));
    }

    private static String lines(List<Mutant> mutants) {
        StringBuilder lines = new StringBuilder();
        mutants.forEach(mutant -> lines.append(mutant).append('\n'));
        return lines.toString();
    }

    /** Every rule has its own name, so that an exception means one rule; and the rules as they are break nothing. */
    @Test
    void everyRuleIsChangedAndTheRulesAsTheyAreBreakNothing() throws BadInput {
        Map<String, Integer> names = new HashMap<>();
        for (RuleGroup group : RuleBook.GROUPS) {
            for (String file : group.files()) {
                Mutator mutator = new Mutator(file);
                Members root = (Members) StrictJson.read(file, mutator.text.getBytes(StandardCharsets.UTF_8));
                for (Node rule : Mutator.elements(root, "rules")) {
                    names.merge(file + " " + mutator.name((Members) rule), 1, Integer::sum);
                }
            }
        }
        names.forEach((name, count) -> assertEquals(1, count, name));
        assertEquals(RuleBook.bundled().rules().size(), names.size());
        Cases.Asked asked = new Cases.Asked(RuleBook.bundled());
        for (Cases.Case one : Cases.all()) {
            assertEquals(List.of(), one.faults(asked), one::toString);
        }
    }
}
