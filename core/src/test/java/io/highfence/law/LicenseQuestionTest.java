package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.Decimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenseQuestionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @Test
    void whereOnlyTheParentIsGivenThePartyIsAtTheDestination() {
        LicenseQuestion question = LicenseQuestion.builder(DAY)
                .headquarters(null, Country.of("US"))
                .to(Country.of("CN"))
                .build();
        assertEquals(
                List.of(new LicenseQuestion.Party("endUser", Country.of("CN"), Country.of("US"), Known.NO)),
                question.parties());
        assertTrue(question.seatAssumed());
        assertEquals(question.parties(), question.on(DAY.plusDays(1)).parties());
    }

    @Test
    void whereOnlyTheSeatIsGivenTheParentIsThere() {
        LicenseQuestion question = LicenseQuestion.builder(DAY)
                .to(Country.of("MY"))
                .headquarters(Country.of("DE"), null)
                .build();
        assertEquals(
                List.of(new LicenseQuestion.Party("endUser", Country.of("DE"), Country.of("DE"), Known.NO)),
                question.parties());
        assertTrue(question.parentAssumed());
        assertFalse(question.seatAssumed());
    }

    @Test
    void whereBothAreGivenNothingIsAssumed() {
        LicenseQuestion question = LicenseQuestion.builder(DAY)
                .headquarters(Country.of("DE"), Country.of("US"))
                .build();
        assertFalse(question.parentAssumed());
        assertFalse(question.seatAssumed());
    }

    @Test
    void aQuestionShowsItsFacts() {
        String text = LicenseQuestion.builder(DAY)
                .eccn("3A090.a")
                .to(Country.of("CN"))
                .build()
                .toString();
        assertTrue(text.startsWith("LicenseQuestion{asOf=2026-09-01, eccn=3A090.a, "), text);
        assertTrue(text.contains("to=CN"), text);
    }

    /** FLAG-42: more than 50 percent makes the certificate impossible; the totals are as large as a long holds. */
    @ParameterizedTest
    @CsvSource({
        "4611686018427387903, 9223372036854775806, case-by-case",
        "4611686018427387904, 9223372036854775807, presumption of denial",
        "4611686018427387904, 9223372036854775806, presumption of denial",
        "1, 2, case-by-case",
        "2, 3, presumption of denial"
    })
    void totalsOfAnySizeAreComparedExactly(long china, long us, String policy) {
        LicenseAnswer answer = LicenseAdvisor.of(RuleBook.bundled())
                .advise(LicenseQuestion.builder(DAY)
                        .eccn("3A090.a")
                        .to(Country.of("CN"))
                        .tpp(Decimal.parse("15832"))
                        .dramBandwidth(Decimal.parse("4800"))
                        .chinaTpp(china)
                        .usTpp(us)
                        .build());
        assertEquals(policy, answer.reviewPolicy());
    }

    @Test
    void everyEndUseOfTheRulesMayBeNamed() {
        TreeSet<String> named = new TreeSet<>(List.of("civil", "unknown"));
        for (Rule rule : RuleBook.bundled().rules("end-use")) {
            named.add(rule.key().replaceFirst(":.*", ""));
        }
        assertEquals(named, new TreeSet<>(LicenseQuestion.END_USES));
    }

    /** Facts F2.20 and F3.16: an answer by rules that are in doubt is never the lighter one without saying so. */
    @Tag("sweep")
    @Test
    void noAnswerWithoutALicenseRestsOnADoubtfulRuleInSilence() {
        LicenseAdvisor advisor = LicenseAdvisor.of(RuleBook.bundled());
        for (String eccn : List.of("3A090.a", "3A090.b", "3A090.c")) {
            for (String to : java.util.Locale.getISOCountries()) {
                Country country = Country.find(to);
                if (country == null) {
                    continue;
                }
                for (Known approved : Known.values()) {
                    LicenseAnswer answer = advisor.advise(LicenseQuestion.builder(LocalDate.of(2026, 7, 22))
                            .eccn(eccn)
                            .to(country)
                            .approvedEntity(approved)
                            .build());
                    boolean free = Boolean.FALSE.equals(answer.required()) && !to.equals("US");
                    boolean said = answer.findings().stream()
                            .anyMatch(finding -> finding.reason().equals(LicenseAnswer.RULE_UNVERIFIED));
                    // Before 2026-07-23 every group of countries was read in one source.
                    assertTrue(!free || said, eccn + " to " + to + ": " + answer);
                }
            }
        }
    }
}
