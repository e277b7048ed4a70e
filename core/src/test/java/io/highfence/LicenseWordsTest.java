package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.chip.ChipCatalogue;
import io.highfence.law.LicenseQuestion;
import io.highfence.law.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order and a question about a license speak the same words, and a letter that is loaded holds an order. */
class LicenseWordsTest {
    @Test
    void ordersAndQuestionsNameTheSameKindsAndEndUses() {
        assertEquals(words(Order.Kind.values()), LicenseQuestion.KINDS);
        assertEquals(words(Order.Purpose.values()), LicenseQuestion.END_USES);
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Words::of).toList();
    }

    /** Features A5 and A6: the H20 is outside 3A090 by its numbers, and a private letter turns the order to HOLD. */
    @Test
    void aPrivateLetterHoldsAnOrderByItsChip(@TempDir Path folder) throws IOException, BadInput {
        Path letters = Files.writeString(folder.resolve("letters.json"), """
                {"family-group": "letters", "rules": [{"id": "OUR-LETTER-7", "family": "informed-letter",
                "cite": "our letter no. 7", "note": "the caller's own.", "status": "IN_FORCE", "trust": "1",
                "from": "2025-04-09", "to": null, "names": ["H20"], "eccns": [], "groups": ["D:5"],
                "countries": ["MO"], "headquarters": true}]}
                """);
        assertTrue(reasons(RuleBook.bundled(), "NVIDIA H20").stream()
                .noneMatch(reason -> reason.rule().equals("LETTER_REQUIREMENT")));
        Reason letter = reasons(RuleBook.load(letters), "NVIDIA H20").stream()
                .filter(reason -> reason.rule().equals("LETTER_REQUIREMENT"))
                .findFirst()
                .orElseThrow();
        assertEquals(Verdict.HOLD, letter.verdict());
        assertEquals(HoldKind.LICENSE, letter.holdKind());
        assertTrue(letter.text().contains("OUR-LETTER-7"), letter::text);
        assertTrue(reasons(RuleBook.load(letters), "NVIDIA L4").stream()
                .noneMatch(reason -> reason.rule().startsWith("LETTER")));
    }

    /** Fact F3.31: an Ascend by name is held, wherever it goes. */
    @Test
    void anAscendIsHeldByTheGuidanceOnGeneralProhibition10() {
        Reason hold = reasons(RuleBook.bundled(), "Huawei Ascend 910C").stream()
                .filter(reason -> reason.rule().equals("GP10_PRESUMPTION"))
                .findFirst()
                .orElseThrow();
        assertEquals(HoldKind.LICENSE, hold.holdKind());
        assertEquals(Reason.Basis.GUIDANCE, hold.basis());
    }

    private static List<Reason> reasons(RuleBook rules, String chip) {
        Order order = Orders.bare("letter")
                .destination(Country.of("CN"), null)
                .party(Orders.party(Party.Role.END_USER, "Technische Universität München", "CN"))
                .item(Item.ofChip("1", ChipCatalogue.bundled().find(chip).chip()))
                .build();
        Decision decision = new Decision();
        new Screener(rules, Orders.SAMPLE, Orders.DEMO).screen(order, Orders.DECIDED_AT, decision);
        return List.copyOf(decision.reasons());
    }
}
