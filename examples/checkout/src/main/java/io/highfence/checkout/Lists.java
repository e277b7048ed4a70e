package io.highfence.checkout;

import io.highfence.LiveLists;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches the folder of the lists and swaps in what is put there, while orders are decided.
 *
 * <p>The shop opens without lists too: then it has the bundled sample, under which nothing ships, and the cart works.
 */
@Component
final class Lists {
    private static final Logger LOG = LoggerFactory.getLogger(Lists.class);

    private final LiveLists live = new LiveLists(PartyIndex.of(PartyList.sample()));
    private final @Nullable Path file;
    private @Nullable Seen last;

    Lists(CheckoutProperties properties) {
        Path folder = properties.listsFolder();
        file = folder == null ? null : folder.resolve("lists.index");
        look();
    }

    /** What tells one file of the same name from another. */
    private record Seen(
            FileTime modified, long size, @Nullable Object key) {}

    /** The lists, which change. */
    LiveLists live() {
        return live;
    }

    /** The lists of this moment. */
    PartyList current() {
        return live.current().list();
    }

    /** Looks whether there is another file. One that cannot be read is reported and changes nothing. */
    @Scheduled(fixedDelayString = "${checkout.poll:1s}")
    synchronized void look() {
        if (file == null) {
            return;
        }
        Seen now = seen(file);
        if (now == null || now.equals(last)) {
            return;
        }
        last = now;
        if (live.swap(file)) {
            LOG.info("Lists {} are searched now", current().digest().brief());
        } else {
            LOG.error("The lists stay as they were: {}", live.fault());
        }
    }

    private static @Nullable Seen seen(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new Seen(found.lastModifiedTime(), found.size(), found.fileKey());
        } catch (IOException e) {
            return null;
        }
    }
}
