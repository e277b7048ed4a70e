package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.law.RuleFamily.Coverage;
import io.highfence.law.RuleFields.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How families, their fields and their groups are put together; a slip there is an error of the program. */
class RuleFamilyTest {
    private static final RuleFields FIELDS =
            RuleFields.NONE.with(Kind.TEXT, "name").maybe(Kind.TEXT, "alias").with(Kind.WHOLE, "number");

    @Test
    void onlyARequiredFieldHasAKindToRelyOn() {
        assertEquals(Kind.TEXT, FIELDS.kind("name"));
        assertEquals(Kind.WHOLE, FIELDS.kind("number"));
        assertNull(FIELDS.kind("alias"));
        assertNull(FIELDS.kind("colour"));
    }

    @Test
    void aFieldIsNamedOnce() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> FIELDS.maybe(Kind.FLAG, "name"));
        assertTrue(refused.getMessage().contains("name"), refused.getMessage());
    }

    @Test
    void aKeyIsARequiredText() {
        RuleFamily family = RuleFamily.of("colours", Coverage.ANY, FIELDS);
        assertNull(family.keyField());
        assertEquals("name", family.keyedBy("name").keyField());
        for (String field : List.of("alias", "number", "colour")) {
            assertThrows(IllegalArgumentException.class, () -> family.keyedBy(field), field);
        }
    }

    @Test
    void aGroupHoldsAFamilyOnce() {
        RuleFamily one = RuleFamily.of("one", Coverage.ANY, FIELDS);
        RuleFamily two = RuleFamily.of("two", Coverage.ANY, FIELDS);
        assertEquals(
                List.of("one", "two"),
                List.copyOf(RuleGroup.of("both", List.of(), List.of(one, two))
                        .families()
                        .keySet()));
        assertThrows(IllegalArgumentException.class, () -> RuleGroup.of("twice", List.of(), List.of(one, two, one)));
    }
}
