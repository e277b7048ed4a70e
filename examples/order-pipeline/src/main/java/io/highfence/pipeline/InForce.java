package io.highfence.pipeline;

import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import io.highfence.law.RuleBook;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lists and rules that are in force for one task. Before any lists have come there are none, and every answer is NEEDS_DATA; so it is
 * while an edition that was in force before a restart cannot be opened. Without an edition of the rules the bundled ones are in force.
 */
final class InForce {
    private static final PartyIndex NO_LISTS = noLists();

    private final Settings settings;
    private final EditionFiles files;
    private final Map<String, String> faults = new HashMap<>();

    private PartyIndex lists = NO_LISTS;
    private RuleBook rules = RuleBook.bundled();
    private Screener screener;
    private long since;

    InForce(Settings settings, EditionFiles files) {
        this.settings = settings;
        this.files = files;
        screener = new Screener(rules, lists, settings);
    }

    private static PartyIndex noLists() {
        try {
            return PartyIndex.of(PartyList.load(List.of()));
        } catch (IOException | BadInput e) {
            throw new IllegalStateException("Nothing was to be read", e);
        }
    }

    /**
     * Puts an edition in force; if it cannot be opened, what was in force stays.
     *
     * @param timestamp when the edition was published, in milliseconds since 1970
     */
    void take(Edition edition, long timestamp) throws IOException, BadInput {
        if (edition.label().equals(Edition.LISTS)) {
            lists = files.lists(edition);
        } else {
            rules = files.rules(edition);
        }
        faults.remove(edition.label());
        since = Math.max(since, timestamp);
        screener = faults.isEmpty()
                ? new Screener(rules, lists, settings)
                : new Screener(RuleBook.bundled(), NO_LISTS, settings);
    }

    /** Notes that an edition that was in force cannot be opened: nothing is CLEAR until another one comes, or a restart finds it. */
    void lost(String label, Exception why) {
        faults.put(label, why.toString());
        screener = new Screener(RuleBook.bundled(), NO_LISTS, settings);
    }

    /** Whether nothing is lost. */
    boolean isWhole() {
        return faults.isEmpty();
    }

    Screener screener() {
        return screener;
    }

    /** When the newest edition was published, in milliseconds since 1970. */
    long since() {
        return since;
    }

    /** The digest of everything but the order that an answer depends on. */
    String under() {
        return Digest.of(String.join(
                        " ",
                        Screener.ENGINE,
                        screener.rules().digest().toString(),
                        screener.index().list().digest().toString(),
                        settings.digest().toString()))
                .toString();
    }
}
