package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty.Identifier;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.MadeParty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The screening failures of published enforcement cases that turned on names, addresses or identifiers (the users' sheet, section
 * 3), each with the words of the order and of the list. Names, addresses and numbers are those of the releases and of the lists.
 *
 * <p>A row with a known gap says what the engine does not do; it fails once the engine does it, so that the row is set right.
 */
class RealFailuresTest {
    private enum Outcome {
        NONE,
        HIT,
        ALERT,
        CONFIRMED
    }

    @ParameterizedTest
    @CsvFileSource(resources = "cases/real-failures.csv", numLinesToSkip = 1)
    void theFailureIsNotRepeated(
            String id,
            String input,
            String listed,
            Outcome wanted,
            Outcome forbidden,
            @Nullable String knownGap,
            String reason) {
        Outcome outcome = outcome(query(input), party(listed));
        String told = id + ", " + reason + ": " + input + " / " + listed + " gives " + outcome;
        if (knownGap == null) {
            assertTrue(
                    outcome == wanted || (wanted == Outcome.ALERT && outcome == Outcome.CONFIRMED),
                    told + ", wanted " + wanted);
            assertNotEquals(forbidden, outcome, told);
        } else {
            assertTrue(outcome.compareTo(wanted) < 0, told + "; the gap is closed: " + knownGap);
        }
    }

    private static Outcome outcome(PartyQuery query, MadeParty listed) {
        Matches matches = new Matches();
        new PartyMatcher(PartyIndex.of(MadeParty.list(listed)), MatchSettings.defaults()).match(query, matches);
        if (matches.size() == 0) {
            return Outcome.NONE;
        }
        if (!matches.alert()) {
            return Outcome.HIT;
        }
        return matches.confirmed(0) ? Outcome.CONFIRMED : Outcome.ALERT;
    }

    /** A field and its value, as {@code name: Rosneft}. */
    private record Field(String key, String value) {}

    private static List<Field> fields(String text) {
        List<Field> fields = new ArrayList<>();
        for (String field : text.split(" \\| ", -1)) {
            int colon = field.indexOf(": ");
            fields.add(new Field(field.substring(0, colon), field.substring(colon + 2)));
        }
        return fields;
    }

    private static PartyQuery query(String input) {
        PartyQuery query = new PartyQuery();
        for (Field field : fields(input)) {
            switch (field.key) {
                case "name" -> query.name(field.value);
                case "address" -> query.address(field.value);
                case "country" -> query.country(Country.of(field.value));
                case "born" -> query.birthDate(DateRange.ofYear(Integer.parseInt(field.value)));
                case "id" -> query.identifier(Objects.requireNonNull(Identifier.parse(field.value)));
                default -> throw new IllegalArgumentException(field.key);
            }
        }
        return query;
    }

    private static MadeParty party(String listed) {
        List<Field> fields = fields(listed);
        MadeParty party = MadeParty.of("1", fields.get(0).value);
        for (Field field : fields.subList(1, fields.size())) {
            switch (field.key) {
                case "alias" -> party.alias(field.value, Quality.STRONG);
                case "address" -> {
                    int comma = field.value.indexOf(", ");
                    party.address(field.value.substring(0, comma), field.value.substring(comma + 2), "");
                }
                case "country" -> party.country(field.value);
                case "born" -> party.bornIn(Integer.parseInt(field.value));
                case "id" -> {
                    Identifier identifier = Objects.requireNonNull(Identifier.parse(field.value));
                    party.identifier(identifier.kind(), identifier.value());
                }
                default -> throw new IllegalArgumentException(field.key);
            }
        }
        return party;
    }
}
