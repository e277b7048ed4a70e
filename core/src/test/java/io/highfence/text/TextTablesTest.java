package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Digest;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTablesTest {
    /**
     * A changed table changes scores, and so is a change of the engine: it belongs into the changelog, beside a new measurement
     * in docs/score-semantics.md. The numbers are those of {@code sha256sum} on the files.
     */
    @ParameterizedTest
    @CsvSource({
        "decompositions.txt, 7cc281e5cdea9dba02a17d88f2c174c4b945c0609eb94a593865e1ff0e4630da",
        "han.txt, c1215a76d731c8002f778ba767aee46228fc56ef66c5862329bbe8e1b7c92210",
        "address-words.txt, 3b6a42a5a45a0fc47682241cc23d15b4cd8ebf8a83538af6e0bbc3882b47aee7",
        "places.txt, 6dd7c6842b152c448551c826d91b40152a1c0c6841130c5fe5c7395b820fa43e",
        "native-words.txt, 6054a1cf2dcd7c9ddd84e88f27078de5dde64ad342e1f2e25feae35054d706c3",
        "token-weights.txt, 852daeab9dcfcdebe04e9bd4606a0c9d45d83ab008d94c8da9032ce534b8c14c",
        "legal-forms.txt, 85d9a25f264f8f24b944c4aba9550b901a8dbc29f0c9d6af109c18ef8a172262",
        "abbreviations.txt, bfed9fc098f30fc619e53882709f06c81c3914bb5883e7b044374e1a3026680f"
    })
    void theTablesAreFixed(String table, String sha256) throws Exception {
        try (var in = Tables.class.getResourceAsStream(table)) {
            assertEquals(sha256, Digest.of(in.readAllBytes()).hex());
        }
    }

    /** ICU4J and pinyin4j give the table that is committed. */
    @Test
    void theTableOfHanIsThatOfItsSources() throws Exception {
        try (var in = Tables.class.getResourceAsStream("han.txt")) {
            assertEquals(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8), HanTable.build());
        }
    }

    /** ICU4J gives the table that is committed. */
    @Test
    void theTableOfDecompositionsIsThatOfItsSource() throws Exception {
        try (var in = Tables.class.getResourceAsStream("decompositions.txt")) {
            assertEquals(
                    new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8), DecompositionTable.build());
        }
    }

    /** Java's own normalizer says the same of every character that this Java knows, in the order of marks aside. */
    @Test
    void everyCharacterDecomposesAsItDoesInJava() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            boolean surrogate = Character.getType(c) == Character.SURROGATE;
            if (!surrogate && Character.isDefined(c) && !Hangul.is(c)) {
                String own = Decompositions.of(c);
                String character = Character.toString(c);
                String java = Normalizer.normalize(character, Normalizer.Form.NFKD);
                assertEquals(java, own == null ? character : own, () -> Integer.toHexString(character.codePointAt(0)));
            }
        }
    }

    @Test
    void everyWeightLiesInItsRangeAndEveryWordStandsOnce() {
        Set<String> words = new HashSet<>();
        int before = 0;
        for (List<String> row : Tables.rows(Tables.TOKEN_WEIGHTS)) {
            assertEquals(2, row.size());
            int weight = Integer.parseInt(row.get(0));
            assertTrue(weight > before, "rows rise: " + weight);
            assertTrue(weight >= TokenWeights.LEAST && weight < TokenWeights.GREATEST, "weight " + weight);
            before = weight;
            for (String word : row.get(1).split(" ", -1)) {
                assertTrue(words.add(word), word + " stands twice");
                assertEquals(weight, TokenWeights.of(word));
            }
        }
        assertTrue(words.size() > 1_000);
    }

    @Test
    void anUnknownWordTellsMost() {
        assertEquals(TokenWeights.GREATEST, TokenWeights.of("zyxwvutsrq"));
        assertEquals(TokenWeights.GREATEST, TokenWeights.of(""));
        assertTrue(TokenWeights.LEGAL_FORM < TokenWeights.LEAST);
    }

    /** By hand: 20,000 in a million is the commonest, 30 is rare, half way between them in logarithms is the middle. */
    @Test
    void weightsFallWithFrequencyBetweenTheirEnds() {
        assertEquals(1000, TokenWeights.fromFrequencies(0, 0));
        assertEquals(1000, TokenWeights.fromFrequencies(0, 30));
        assertEquals(100, TokenWeights.fromFrequencies(0, 20_000));
        assertEquals(100, TokenWeights.fromFrequencies(0, 1_000_000));
        assertEquals(550, TokenWeights.fromFrequencies(0, Math.sqrt(20_000.0 * 30)));
        // Common among listed names alone counts an eighth.
        assertEquals(TokenWeights.fromFrequencies(0, 500), TokenWeights.fromFrequencies(4_000, 0));
        assertEquals(TokenWeights.fromFrequencies(0, 500), TokenWeights.fromFrequencies(100, 500));
        int before = 1000;
        for (int frequency = 0; frequency < 30_000; frequency += 7) {
            int weight = TokenWeights.fromFrequencies(0, frequency);
            assertTrue(weight <= before && weight >= 100 && weight % 10 == 0, "at " + frequency);
            before = weight;
        }
    }

    @Test
    void everyLegalFormHasOneClassAndIsKnownBehindAName() {
        Map<String, String> classes = new HashMap<>();
        for (List<String> row : Tables.rows(Tables.LEGAL_FORMS)) {
            for (String form : row.subList(1, row.size())) {
                assertNull(classes.put(form, row.get(0)), form + " stands twice");
                List<Token> tokens = NameForm.of("Zyxwvut " + form).tokens();
                assertEquals(
                        "zyxwvut " + row.get(0), NameForm.of("Zyxwvut " + form).toString(), form);
                assertEquals(
                        Token.Kind.LEGAL_FORM, tokens.get(tokens.size() - 1).kind(), form);
            }
        }
    }

    @Test
    void aLegalFormIsTakenAtItsFullLength() {
        List<String> words = List.of("foo", "private", "limited", "bar");
        assertEquals(0, AsStrings.legalForm(words, 0));
        assertEquals(2, AsStrings.legalForm(words, 1));
        assertEquals(1, AsStrings.legalForm(words, 2));
        assertEquals(0, AsStrings.legalForm(words, 3));
    }

    /** One edit in four letters of a long word, a swap of a short one, and only a word that no table knows. */
    @Test
    void onlyUnknownWordsNearALegalFormAreCorrected() {
        assertEquals("limited", AsStrings.corrected("limted"));
        assertEquals("company", AsStrings.corrected("cmopany"));
        assertEquals("ltd", AsStrings.corrected("tld"));
        assertEquals("ltdx", AsStrings.corrected("ltdx"));
        assertEquals("zyxwvut", AsStrings.corrected("zyxwvut"));
        assertEquals("limitee", AsStrings.corrected("limitee"));
        for (List<String> row : Tables.rows(Tables.TOKEN_WEIGHTS)) {
            for (String known : row.get(1).split(" ", -1)) {
                assertEquals(known, AsStrings.corrected(known));
            }
        }
    }

    private static boolean isKnown(String word) {
        return Abbreviations.find(word, 0, word.length()) != WordMap.NONE;
    }

    @Test
    void abbreviationsRelateBothWaysAndToNothingElse() {
        assertTrue(Abbreviations.related("tech", "technology"));
        assertTrue(Abbreviations.related("technology", "tech"));
        assertTrue(Abbreviations.related("intl", "international"));
        assertTrue(isKnown("tech") && isKnown("technology"));
        assertFalse(Abbreviations.related("tech", "tech"));
        assertFalse(Abbreviations.related("tech", "institute"));
        assertFalse(Abbreviations.related("zyx", "zyxwvut"));
        assertFalse(isKnown("zyxwvut"));
    }

    /** An address is read word by word, so every row must be written as its words are after folding. */
    @Test
    void everyWordAndPlaceOfAddressesIsFoldedAndEveryPlaceStandsOnce() {
        Set<String> places = new HashSet<>();
        for (List<String> row : Tables.rows(Tables.PLACES)) {
            assertTrue(
                    Set.of("national", "postal", "language", "former", "short").contains(row.get(0)), row.toString());
            for (String place : row.subList(1, row.size())) {
                assertEquals(place, Folding.fold(place));
                assertTrue(places.add(place), place + " stands twice");
            }
        }
        for (List<String> row : Tables.rows(Tables.ADDRESS_WORDS)) {
            row.subList(1, row.size()).forEach(word -> assertEquals(word, Folding.fold(word)));
        }
    }

    /** What the matcher may skip without looking: no table is asked where neither word is known. */
    @Test
    void everyAbbreviationIsKnownAndWrittenFolded() {
        for (List<String> row : Tables.rows(Tables.ABBREVIATIONS)) {
            for (String word : row) {
                assertTrue(isKnown(word), word);
                assertEquals(word, Folding.fold(word));
            }
            for (String longForm : row.subList(1, row.size())) {
                assertTrue(Abbreviations.related(row.get(0), longForm));
            }
        }
    }
}
