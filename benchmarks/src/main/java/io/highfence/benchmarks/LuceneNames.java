package io.highfence.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** The listed names in a Lucene index on the heap, one document a name, merged to one segment. Safe for many threads. */
final class LuceneNames {
    private static final String FIELD = "name";
    private static final int GRAM = 3;
    private static final int BEST_OF_TRIGRAMS = 50;
    private static final int BEST_OF_FUZZY = 20;

    /** Words of fewer letters must be equal, and below the second limit one edit apart: the usual automatic fuzziness. */
    private static final int ONE_EDIT = 3;

    private static final int TWO_EDITS = 6;

    private final PlainNames names;
    private final IndexSearcher searcher;
    private final Function<String, Query> queries;
    private final int best;

    private LuceneNames(PlainNames names, IndexSearcher searcher, Function<String, Query> queries, int best) {
        this.names = names;
        this.searcher = searcher;
        this.queries = queries;
        this.best = best;
    }

    /** Every three letters in a row, blanks at both ends among them; the best fifty by BM25. */
    static LuceneNames trigrams(PlainNames names) {
        Analyzer trigrams = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new NGramTokenizer(GRAM, GRAM));
            }
        };
        QueryBuilder builder = new QueryBuilder(trigrams);
        return new LuceneNames(
                names,
                index(names, trigrams),
                plain -> {
                    Query query = builder.createBooleanQuery(FIELD, padded(plain));
                    return query == null ? new MatchNoDocsQuery() : query;
                },
                BEST_OF_TRIGRAMS);
    }

    /** Every word with the edits that its length allows; the best twenty by BM25. */
    static LuceneNames fuzzy(PlainNames names) {
        return new LuceneNames(names, index(names, new WhitespaceAnalyzer()), LuceneNames::fuzzy, BEST_OF_FUZZY);
    }

    private static Query fuzzy(String plain) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(plain.split(" ")));
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : words) {
            int edits = word.length() < ONE_EDIT ? 0 : word.length() < TWO_EDITS ? 1 : 2;
            query.add(new FuzzyQuery(new Term(FIELD, word), edits), BooleanClause.Occur.SHOULD);
        }
        return query.build();
    }

    private static String padded(String plain) {
        return " " + plain + " ";
    }

    private static IndexSearcher index(PlainNames names, Analyzer analyzer) {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        // Only this policy keeps documents in the order of the names, so that a document's number is a name's number.
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setMergePolicy(new LogDocMergePolicy());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int name = 0; name < names.count(); name++) {
                Document document = new Document();
                document.add(new TextField(FIELD, padded(names.text(name)), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
            writer.commit();
            return new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PlainNames names() {
        return names;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    Query query(String plain) {
        return queries.apply(plain);
    }

    /**
     * The candidates for a plain name, whose document numbers are name numbers. All hits are counted: looking for ways to skip some, as
     * Lucene does unasked, takes longer than it saves on texts as short as names.
     */
    ScoreDoc[] candidates(String plain) {
        try {
            return searcher.search(query(plain), new TopScoreDocCollectorManager(best, null, Integer.MAX_VALUE))
                    .scoreDocs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
