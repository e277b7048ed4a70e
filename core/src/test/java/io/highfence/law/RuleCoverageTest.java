package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.highfence.base.Country;
import io.highfence.law.RuleFamily.Coverage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every family of rules over the whole calendar: no gap, no overlap, and an answer on every day that must have one. */
class RuleCoverageTest {
    private static final RuleBook BOOK = RuleBook.bundled();
    private static final Set<String> LICENSE_GROUPS =
            Set.of("countries", "license", "exceptions", "review", "foundry", "end-use");

    /** Every day on which any rule begins or ends, the day before and the day after. */
    private static TreeSet<LocalDate> days() {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Rule rule : BOOK.rules()) {
            for (LocalDate day : Stream.of(rule.inForce().from(), rule.inForce().to())
                    .filter(Objects::nonNull)
                    .toList()) {
                days.add(day.minusDays(1));
                days.add(day);
                days.add(day.plusDays(1));
            }
        }
        days.add(LocalDate.of(1900, 1, 1));
        days.add(LocalDate.of(9999, 12, 30));
        return days;
    }

    private static boolean holds(Rule rule, LocalDate day) {
        LocalDate from = rule.inForce().from();
        LocalDate to = rule.inForce().to();
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    static List<RuleFamily> families() {
        return RuleBook.GROUPS.stream()
                .flatMap(group -> group.families().values().stream())
                .filter(family -> family.coverage() != Coverage.ANY)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("families")
    void aFamilyHasOneAnswerOnEveryDayThatItMustCoverAndNeverTwo(RuleFamily family) {
        // A proposal answers nothing, so it covers nothing.
        List<Rule> all = BOOK.rules().stream()
                .filter(rule -> rule.family().equals(family.name()) && rule.status() != RuleStatus.PROPOSED)
                .toList();
        assertTrue(!all.isEmpty(), family.name());
        for (String key : new TreeSet<>(all.stream().map(Rule::key).toList())) {
            List<Rule> rules =
                    all.stream().filter(rule -> rule.key().equals(key)).toList();
            TreeSet<LocalDate> answered = new TreeSet<>();
            for (LocalDate day : days()) {
                List<Rule> found =
                        rules.stream().filter(rule -> holds(rule, day)).toList();
                String where = family.name() + "[" + key + "] on " + day;
                assertTrue(found.size() <= 1, where + ": " + found);
                Rule answer =
                        family.keyField() == null ? BOOK.rule(family.name(), day) : BOOK.rule(family.name(), key, day);
                if (found.isEmpty()) {
                    assertNull(answer, where);
                } else {
                    assertSame(found.get(0), answer, where);
                    answered.add(day);
                }
            }
            TreeSet<LocalDate> between = new TreeSet<>(days().subSet(answered.first(), true, answered.last(), true));
            assertEquals(between, answered, family.name() + "[" + key + "]: a gap");
            if (family.coverage() != Coverage.SPAN) {
                assertEquals(days().last(), answered.last(), family.name() + "[" + key + "] ends");
            }
            if (family.coverage() == Coverage.ALWAYS) {
                assertEquals(days().first(), answered.first(), family.name() + "[" + key + "] begins late");
            }
        }
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (InputStream in =
                        Objects.requireNonNull(RuleCoverageTest.class.getResourceAsStream("cases/" + file), file);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<NamedCsvRecord> coverage() {
        return rows("rule-coverage.csv");
    }

    @Test
    void everyFamilyAndKeyOfTheLicenseRulesIsInTheTableOfDays() {
        TreeSet<String> inTable = new TreeSet<>();
        for (NamedCsvRecord row : coverage()) {
            inTable.add(row.getField("family") + "/" + row.getField("key"));
        }
        for (RuleGroup group : RuleBook.GROUPS) {
            for (RuleFamily family : group.families().values()) {
                boolean entries = family.name().equals(LicenseRules.CONTROLLED_ENTRY);
                if (LICENSE_GROUPS.contains(group.name()) && family.coverage() != Coverage.ANY && !entries) {
                    for (Rule rule : BOOK.rules(family.name())) {
                        assertTrue(
                                inTable.contains(family.name() + "/" + rule.key())
                                        || inTable.contains(family.name() + "/*"),
                                rule::toString);
                    }
                }
            }
        }
    }

    /** Facts T3, F3.1, F3.2, F3.4: from the day of a tier on, a settled question has an answer on every day. */
    @Tag("sweep")
    @ParameterizedTest
    @MethodSource("settled")
    void aSettledQuestionIsAnsweredOnEveryDay(String eccn, LocalDate first, LocalDate last) {
        LicenseAdvisor advisor = LicenseAdvisor.of(BOOK);
        for (LocalDate day : days()) {
            for (String to : List.of("CN", "MO", "IQ", "KH", "SA", "AE", "IL", "DE", "IR")) {
                LicenseAnswer answer = advisor.advise(LicenseQuestion.builder(day)
                        .eccn(eccn)
                        .to(Country.of(to))
                        .datacenter(Known.YES)
                        .approvedEntity(Known.NO)
                        .endUse("civil")
                        .build());
                boolean must = !day.isBefore(first) && !day.isAfter(last);
                String where = eccn + " to " + to + " on " + day;
                if (must) {
                    assertNotNull(answer.enforced().required(), where);
                    assertNotNull(answer.codified().required(), where);
                    boolean denied = Boolean.TRUE.equals(answer.enforced().required())
                            && Set.of("CN", "HK", "MO", "IQ").contains(to);
                    assertTrue(!denied || "presumption of denial".equals(answer.reviewPolicy()), where + answer);
                } else if (day.isBefore(first) && !Set.of("IR", "RU").contains(to)) {
                    assertNull(answer.enforced().required(), where);
                }
            }
        }
    }

    static List<Object[]> settled() {
        LocalDate end = LocalDate.of(9999, 12, 31);
        List<Object[]> cases = new ArrayList<>();
        cases.add(new Object[] {"3A090", LocalDate.of(2022, 10, 21), LocalDate.of(2023, 11, 16)});
        cases.add(new Object[] {"3A090.a", LocalDate.of(2023, 11, 17), end});
        cases.add(new Object[] {"3A090.b", LocalDate.of(2023, 11, 17), end});
        cases.add(new Object[] {"3A090.c", LocalDate.of(2024, 12, 2), end});
        return cases;
    }
}
