package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.highfence.base.BadInput;
import io.highfence.law.RuleBook;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of {@code cases/classify.csv}, both sides of each limit by one unit among them. */
class ChipCasesTest {
    private static final ChipClassifier CLASSIFIER = new ChipClassifier(RuleBook.bundled());

    static Stream<ChipCases.Case> cases() throws IOException, BadInput {
        return ChipCases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseComesOutAsTheSheetSays(ChipCases.Case one) {
        assertEquals(List.of(), one.differences(CLASSIFIER), one::toString);
    }
}
