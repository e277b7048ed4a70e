package io.highfence.benchmarks;

import io.highfence.list.PartyList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One rival over one list, and the queries of {@link Corpus}. Shared by all threads, each of which gets a searcher of its own. */
final class Race {
    /** What stands in a benchmark's state before it is set up. */
    static final Race NONE = new Race(Rival.HIGHFENCE, List.of(), () -> {
        throw new IllegalStateException("not set up");
    });

    /** Of a hundred clean names, a rival that finds anything for more than these is not the one it is said to be. */
    private static final int MOST_CLEAN_FOUND = 40;

    private final Rival rival;
    private final List<Corpus.Query> queries;
    private final String[] names;
    private final ThreadLocal<NameRival> searcher;

    Race(Rival rival, List<Corpus.Query> queries, Supplier<NameRival> searchers) {
        this.rival = rival;
        this.queries = queries;
        this.names = queries.stream().map(Corpus.Query::text).toArray(String[]::new);
        this.searcher = ThreadLocal.withInitial(searchers);
    }

    /** Makes the rival ready for a list; the queries may be those of a smaller list at the head of it. */
    static Race over(Rival rival, PartyList list, List<Corpus.Query> queries) {
        return new Race(rival, queries, rival.index(list));
    }

    /** The searcher of the calling thread. */
    NameRival searcher() {
        return searcher.get();
    }

    /** Frees the searcher of the calling thread, which otherwise lives, with its index, as long as the thread. */
    void letGo() {
        searcher.remove();
    }

    /** A query's name. */
    String name(int query) {
        return names[query];
    }

    /** Runs the first queries of the corpus once, and returns how many parties they brought up. */
    int run(int count) {
        NameRival own = searcher.get();
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += own.find(names[i]);
        }
        return found;
    }

    /** Of each kind, how many queries there were and how many were answered by their party; for clean ones, by any party. */
    Map<Corpus.Kind, int[]> answers(int count) {
        NameRival own = searcher.get();
        Map<Corpus.Kind, int[]> answers = new EnumMap<>(Corpus.Kind.class);
        for (Corpus.Query query : queries.subList(0, count)) {
            int total = own.find(query.text());
            boolean found = query.kind() == Corpus.Kind.CLEAN ? total > 0 : own.found(query.party());
            int[] of = answers.computeIfAbsent(query.kind(), k -> new int[2]);
            of[0]++;
            of[1] += found ? 1 : 0;
        }
        return answers;
    }

    /** Fails unless the first queries get the answers that the rival must give: a fast wrong answer is no rival. */
    void check(int count) {
        int[] clean = checkFound(count);
        if (clean[1] * 100 > clean[0] * MOST_CLEAN_FOUND) {
            throw new IllegalStateException(
                    rival + " found something for " + clean[1] + " of " + clean[0] + " clean names");
        }
    }

    /**
     * The same for names of the list alone: in a list grown by names that nobody bears, a clean name may well resemble one.
     *
     * @return how many clean names there were, and for how many something was found
     */
    int[] checkFound(int count) {
        int[] exact = new int[2];
        int[] damaged = new int[2];
        int[] clean = new int[2];
        answers(count).forEach((kind, of) -> {
            int[] sum = kind == Corpus.Kind.EXACT ? exact : kind == Corpus.Kind.CLEAN ? clean : damaged;
            sum[0] += of[0];
            sum[1] += of[1];
        });
        if (exact[1] < exact[0] || damaged[1] * 100 < damaged[0] * rival.least()) {
            throw new IllegalStateException(rival + " found " + exact[1] + " of " + exact[0] + " listed names, and "
                    + damaged[1] + " of " + damaged[0] + " damaged ones, where " + rival.least()
                    + " in a hundred are due");
        }
        return clean;
    }

    /**
     * Fails unless Highfence gives its oracle's whole answer to each of the first queries. Asked when the clock has stopped, so
     * that the compiler has seen nothing but the search when it runs.
     */
    void compareWithOracle(int count) {
        if (!(searcher.get() instanceof NameRivals.Highfence own)) {
            return;
        }
        NameRivals.Highfence oracle = own.oracle();
        for (int i = 0; i < count; i++) {
            own.find(names[i]);
            oracle.find(names[i]);
            if (!own.answer().equals(oracle.answer())) {
                throw new IllegalStateException("For '" + names[i] + "' Highfence says " + own.answer()
                        + "\nbut scoring every name says " + oracle.answer());
            }
        }
    }
}
