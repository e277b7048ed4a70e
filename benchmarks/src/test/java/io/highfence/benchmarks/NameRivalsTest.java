package io.highfence.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rivals find: a race counts only among those that do what is said of them. */
class NameRivalsTest {
    private static final PartyList LIST = PartyList.sample();

    private static NameRival searcher(Rival rival) {
        return rival.index(LIST).get();
    }

    private static int party(String name) {
        for (int record = 0; record < LIST.records().size(); record++) {
            for (ListedParty.Name listed : LIST.records().get(record).names()) {
                if (listed.text().equals(name)) {
                    return LIST.party(record);
                }
            }
        }
        throw new AssertionError("The sample has no " + name);
    }

    @ParameterizedTest
    @EnumSource
    void everyListedNameIsFoundAsItIsListed(Rival rival) {
        NameRival searcher = searcher(rival);
        for (int record = 0; record < LIST.records().size(); record++) {
            for (ListedParty.Name name : LIST.records().get(record).names()) {
                assertTrue(searcher.find(name.text()) >= 1, name.text());
                assertTrue(searcher.found(LIST.party(record)), name.text());
            }
        }
    }

    /** One edit in so long a name is within the threshold of every measure, in a word that keeps most of its trigrams. */
    @ParameterizedTest
    @EnumSource
    void aNameWithOneEditIsFound(Rival rival) {
        NameRival searcher = searcher(rival);
        assertTrue(searcher.find("Yangtze Memory Technologeis Co., Ltd.") >= 1);
        assertTrue(searcher.found(party("Yangtze Memory Technologies Co., Ltd.")));
        searcher.find("Yangtze Memory Technlogies Co., Ltd.");
        assertTrue(searcher.found(party("Yangtze Memory Technologies Co., Ltd.")));
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatResemblesNothingIsNotFound(Rival rival) {
        NameRival searcher = searcher(rival);
        assertEquals(0, searcher.find("Wexford Quilting Bee"));
        assertFalse(searcher.found(party("Yangtze Memory Technologies Co., Ltd.")));
    }

    /** What was found before is forgotten. */
    @ParameterizedTest
    @EnumSource
    void anAnswerIsThatOfTheLastSearch(Rival rival) {
        NameRival searcher = searcher(rival);
        int found = searcher.find("Yangtze Memory Technologies Co., Ltd.");
        searcher.find("Wexford Quilting Bee");
        assertFalse(searcher.found(party("Yangtze Memory Technologies Co., Ltd.")));
        assertEquals(found, searcher.find("Yangtze Memory Technologies Co., Ltd."));
    }

    @ParameterizedTest
    @EnumSource(names = {"HIGHFENCE", "ORACLE", "TOKEN_SORT"})
    void aNameTurnedRoundIsFoundByWhatLooksAtWords(Rival rival) {
        NameRival searcher = searcher(rival);
        searcher.find("Technologies Memory Yangtze Co., Ltd.");
        assertTrue(searcher.found(party("Yangtze Memory Technologies Co., Ltd.")));
    }

    @ParameterizedTest
    @EnumSource(names = {"JARO_WINKLER", "LUCENE_TRIGRAMS", "LUCENE_FUZZY"})
    void aNameTurnedRoundIsLostByWholeNameJaroWinkler(Rival rival) {
        NameRival searcher = searcher(rival);
        searcher.find("Technologies Memory Yangtze Co., Ltd.");
        assertFalse(searcher.found(party("Yangtze Memory Technologies Co., Ltd.")));
    }

    @Test
    void highfenceAnswersAsItsOracle() {
        NameRivals.Highfence highfence = assertInstanceOf(NameRivals.Highfence.class, searcher(Rival.HIGHFENCE));
        NameRivals.Highfence oracle = highfence.oracle();
        for (Corpus.Query query : Corpus.of(LIST)) {
            highfence.find(query.text());
            oracle.find(query.text());
            assertEquals(oracle.answer(), highfence.answer(), query.text());
        }
    }

    @Test
    void trigramsAreWhatLuceneLooksFor() {
        LuceneNames names = LuceneNames.trigrams(new PlainNames(LIST));
        assertInstanceOf(BM25Similarity.class, names.searcher().getSimilarity());
        assertEquals(
                Set.of(" hu", "hua", "uaw", "awe", "wei", "ei "),
                clauses(names.query("huawei"), TermQuery.class)
                        .map(query -> query.getTerm().text())
                        .collect(Collectors.toSet()));
    }

    @Test
    void fuzzyWordsAreWhatLuceneLooksFor() {
        LuceneNames names = LuceneNames.fuzzy(new PlainNames(LIST));
        assertInstanceOf(BM25Similarity.class, names.searcher().getSimilarity());
        assertEquals(
                Set.of(
                        new FuzzyQuery(new Term("name", "huawei"), 2),
                        new FuzzyQuery(new Term("name", "tech"), 1),
                        new FuzzyQuery(new Term("name", "co"), 0)),
                clauses(names.query("huawei tech co"), FuzzyQuery.class).collect(Collectors.toSet()));
    }

    private static <T> Stream<T> clauses(Query query, Class<T> kind) {
        return assertInstanceOf(BooleanQuery.class, query).clauses().stream()
                .peek(clause -> assertEquals(BooleanClause.Occur.SHOULD, clause.getOccur()))
                .map(clause -> assertInstanceOf(kind, clause.getQuery()));
    }

    @Test
    void thePlainFormHasWordsOfLettersAndDigits() {
        assertEquals("sis doo 3", PlainNames.plain(" S.I.S. d.o.o. (3)"));
        assertEquals("technische universitat munchen", PlainNames.plain("Technische Universität München"));
        assertEquals("nur addin", PlainNames.plain("NUR-AD'DIN"));
    }
}
