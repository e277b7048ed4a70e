package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.highfence.base.BadInput;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every case asked of a rule book read anew, up to the first fault. The mutation profile runs this instead of the tests that run
 * each row on its own, since it starts every test of a change separately.
 */
class AllCasesTest {
    private static Map<String, String> ruleFiles() {
        Map<String, String> texts = new TreeMap<>();
        for (RuleGroup group : RuleBook.GROUPS) {
            group.files().forEach(file -> texts.put(file, RuleText.bundled(file)));
        }
        return texts;
    }

    private static void check(String files) throws BadInput {
        Cases.Asked asked = new Cases.Asked(RuleBook.of(ruleFiles()));
        Map<String, List<Cases.Case>> byFile = Cases.all().stream()
                .filter(one -> one.file().startsWith(files))
                .collect(Collectors.groupingBy(Cases.Case::file, TreeMap::new, Collectors.toList()));
        byFile.values()
                .forEach(cases -> cases.forEach(one -> assertEquals(List.of(), one.faults(asked), one::toString)));
    }

    @Test
    void ofChips() throws BadInput {
        check("chip/");
    }

    @Test
    void ofLicenses() throws BadInput {
        check("law/license-");
    }

    @Test
    void ofPlaces() throws BadInput {
        check("law/embargoed-places");
    }

    @Test
    void ofDays() throws BadInput {
        check("law/rule-");
    }

    @Test
    void ofJurisdiction() throws BadInput {
        check("law/jurisdiction");
    }

    @Test
    void ofFoundries() throws BadInput {
        check("law/foundry-presumption");
    }

    @Test
    void ofSupercomputers() throws BadInput {
        check("law/supercomputer-sums");
    }

    @Test
    void ofListsOwnersCountriesAndRedFlags() throws BadInput {
        check("law/list-effects");
        check("law/ownership");
        check("law/country-groups");
        check("law/red-flags");
    }
}
