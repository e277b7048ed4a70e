package io.highfence.rescreen;

import io.highfence.base.BadInput;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.SparkFiles;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a task needs to know of an index: its name among the files that Spark brings to every executor, and its digest. The index itself
 * is in no closure and no broadcast: each JVM maps the file once, outside of the heap, and all its tasks share it.
 *
 * @param name the name of the file
 * @param digest the digest that {@link PartyIndex#verify} must find in it
 */
record IndexFile(String name, String digest) implements Serializable {
    private static final Map<IndexFile, PartyIndex> OPEN = new HashMap<>();

    /**
     * Checks a file and hands it to Spark, which copies it to each executor.
     *
     * @throws IOException if it is missing or cannot be read
     * @throws BadInput if it is damaged, or another one than its digest says
     */
    static IndexFile ship(SparkSession spark, Path path, String digest) throws IOException, BadInput {
        check(path, digest);
        String name = path.toFile().getName();
        if (CollectionConverters.asJava(spark.sparkContext().listFiles()).stream()
                .noneMatch(file -> file.endsWith("/" + name))) {
            spark.sparkContext().addFile(path.toAbsolutePath().toString());
        }
        return new IndexFile(name, digest);
    }

    /** The index, mapped when the first task of this JVM asks. A file that is damaged, or not the one announced, stops the job. */
    PartyIndex open() {
        synchronized (OPEN) {
            PartyIndex index = OPEN.get(this);
            if (index == null) {
                Path path = Path.of(SparkFiles.get(name));
                try {
                    check(path, digest);
                    index = PartyIndex.open(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (BadInput e) {
                    throw new IllegalStateException(e.getMessage(), e);
                }
                OPEN.put(this, index);
            }
            return index;
        }
    }

    private static void check(Path path, String digest) throws IOException, BadInput {
        String found = PartyIndex.verify(path).hex();
        if (!found.equals(digest)) {
            throw new BadInput(path.toString(), 0, 0, "its digest is " + found + ", and the job says " + digest);
        }
    }
}
