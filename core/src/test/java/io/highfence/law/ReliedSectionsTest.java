package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.highfence.base.Country;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer names the sections that it relies on: one that no table controls does not rely on section 742.6. */
class ReliedSectionsTest {
    private static final LicenseAdvisor ADVISOR = LicenseAdvisor.of(RuleBook.bundled());

    @ParameterizedTest
    @CsvSource({
        "EAR99, DE, false",
        "EAR99, CN, false",
        "EAR99, CU, false",
        "3A991.p, CN, false",
        "4A994.l, VN, false",
        "5A992.c, DE, false",
        "3A090.a, DE, true",
        "3A090.b, DE, true",
        "3A090.c, KR, true",
        "4A003.z.1.a, CN, true",
        "EAR99-or-other, DE, true",
        "3E001, DE, true",
        "3A001.a.7, DE, true",
        ", DE, true"
    })
    void onlyWhatSection7426MayReachRestsOnIt(String eccn, String to, boolean rests) {
        LicenseAnswer answer = ADVISOR.advise(LicenseQuestion.builder(LocalDate.of(2026, 9, 1))
                .eccn(eccn)
                .to(Country.of(to))
                .headquarters(Country.of(to), Country.of(to))
                .endUse("civil")
                .build());
        assertEquals(rests, answer.sections().contains("742.6"), answer::toString);
        assertEquals(
                rests,
                answer.status().stream().anyMatch(note -> note.contains("91 FR 46260")),
                answer.status()::toString);
    }
}
