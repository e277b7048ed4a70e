package io.highfence.benchmarks;

import io.highfence.base.BadInput;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

/** Who runs in {@link NameScreening}. */
public enum Rival {
    /** This SDK with an index file, which {@code lists build} writes. */
    HIGHFENCE("Highfence", "every name at or above the default threshold", 80, list -> {
        PartyIndex index = mapped(list);
        return () -> NameRivals.Highfence.finding(index);
    }),
    /** This SDK with an index that was built in memory a moment before. */
    HIGHFENCE_BUILT("Highfence, index in memory", "the same answers", 80, list -> {
        PartyIndex index = PartyIndex.of(list);
        return () -> NameRivals.Highfence.finding(index);
    }),
    /** This SDK's own brute force. */
    ORACLE("Highfence, every name scored", "the same score and answers, no name passed over", 80, list -> {
        PartyIndex index = PartyIndex.of(list);
        return () -> NameRivals.Highfence.scoringEveryName(index);
    }),
    /** Commons Text. */
    JARO_WINKLER("Commons Text Jaro-Winkler", "every name, at least 0.90", 60, list -> {
        PlainNames names = new PlainNames(list);
        return () -> new NameRivals.JaroWinkler(names);
    }),
    /** Words sorted, then compared. */
    TOKEN_SORT("Token-sort ratio (Commons Text)", "every name, words sorted, at least 85 of 100", 50, list -> {
        PlainNames names = new PlainNames(list);
        String[] sorted = NameRivals.TokenSort.sorted(names);
        return () -> new NameRivals.TokenSort(names, sorted);
    }),
    /** Lucene's best route. */
    LUCENE_TRIGRAMS(
            "Lucene trigrams", "the 50 best of BM25, of these Jaro-Winkler at least 0.85; drops hits", 60, list -> {
                LuceneNames names = LuceneNames.trigrams(new PlainNames(list));
                return () -> new NameRivals.Lucene(names);
            }),
    /** Lucene's usual route. */
    LUCENE_FUZZY(
            "Lucene FuzzyQuery a word",
            "the 20 best of BM25, of these Jaro-Winkler at least 0.85; drops hits",
            60,
            list -> {
                LuceneNames names = LuceneNames.fuzzy(new PlainNames(list));
                return () -> new NameRivals.Lucene(names);
            });

    private final String label;
    private final String work;
    private final int least;
    private final Function<PartyList, Supplier<NameRival>> index;

    Rival(String label, String work, int least, Function<PartyList, Supplier<NameRival>> index) {
        this.label = label;
        this.work = work;
        this.least = least;
        this.index = index;
    }

    /** The index of a list in a file, mapped. */
    static PartyIndex mapped(PartyList list) {
        try {
            Path file = Files.createTempFile("highfence", ".index");
            PartyIndex.of(list).save(file);
            PartyIndex index = PartyIndex.open(file);
            Files.delete(file);
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadInput e) {
            throw new IllegalStateException(e);
        }
    }

    String label() {
        return label;
    }

    /** What it looks at and returns. */
    String work() {
        return work;
    }

    /** How many in a hundred of the damaged names of {@link Corpus} it must find, or it is not what it is said to be. */
    int least() {
        return least;
    }

    /** Makes ready what all threads share; each call of the result gives the searcher of one thread. */
    Supplier<NameRival> index(PartyList list) {
        return index.apply(list);
    }
}
