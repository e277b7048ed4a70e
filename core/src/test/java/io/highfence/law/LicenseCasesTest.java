package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LicenseCasesTest {
    private static LicenseAdvisor advisor;

    @BeforeAll
    static void make() {
        advisor = LicenseAdvisor.of(RuleBook.bundled());
    }

    static List<LicenseCases.Case> cases() {
        return LicenseCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theAnswerIsTheOneThatTheSectionGives(LicenseCases.Case one) {
        List<String> faults = one.check(advisor);
        assertTrue(faults.isEmpty(), () -> one + " (" + one.cell("section") + "): " + String.join("\n  ", faults));
    }

    @Test
    void everyCaseHasItsOwnIdAndSaysWhatItChecks() {
        Set<String> ids = new HashSet<>();
        for (LicenseCases.Case one : cases()) {
            assertTrue(ids.add(one.id()), () -> "twice: " + one.id());
            assertFalse(one.cell("section").isEmpty(), one::toString);
            assertFalse(one.cell("fact").isEmpty(), one::toString);
            assertFalse(one.cell("says").isEmpty(), one::toString);
            assertFalse(one.cell("date").isEmpty(), one::toString);
        }
        assertEquals(cases().size(), ids.size());
    }
}
