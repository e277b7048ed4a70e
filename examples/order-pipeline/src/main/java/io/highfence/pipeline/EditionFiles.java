package io.highfence.pipeline;

import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import io.highfence.law.RuleBook;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Opens editions, and keeps the last index and the last rules, so that the tasks of one process share them. Safe for many threads. */
final class EditionFiles {
    private @Nullable Edition lastLists;
    private @Nullable PartyIndex index;
    private @Nullable Edition lastRules;
    private @Nullable RuleBook rules;

    /**
     * Opens an index.
     *
     * @throws IOException if it is missing or cannot be read
     * @throws BadInput if it is damaged, or another one than the edition says
     */
    synchronized PartyIndex lists(Edition edition) throws IOException, BadInput {
        PartyIndex known = index;
        if (known == null || !edition.equals(lastLists)) {
            check(edition, PartyIndex.verify(edition.file()));
            known = PartyIndex.open(edition.file());
            index = known;
            lastLists = edition;
        }
        return known;
    }

    /**
     * Reads rules.
     *
     * @throws IOException if they are missing or cannot be read
     * @throws BadInput if they are damaged, or others than the edition says
     */
    synchronized RuleBook rules(Edition edition) throws IOException, BadInput {
        RuleBook known = rules;
        if (known == null || !edition.equals(lastRules)) {
            known = RuleBook.load(edition.file());
            check(edition, known.digest());
            rules = known;
            lastRules = edition;
        }
        return known;
    }

    private static void check(Edition edition, Digest found) throws BadInput {
        if (!found.equals(edition.digest())) {
            throw new BadInput(
                    edition.file().toString(),
                    0,
                    0,
                    "its digest is " + found + ", and the edition says " + edition.digest());
        }
    }
}
