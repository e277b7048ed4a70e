package io.highfence.benchmarks;

import io.highfence.base.BadInput;
import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The list to measure with: the full Consolidated Screening List in the folder that a system property names. */
final class ListData {
    /** The system property that names the folder of public lists. */
    static final String PROPERTY = "highfence.data";

    private static final String CSL = "us/csl/consolidated-2026-07-31.reconstructed.json.gz";

    private ListData() {}

    static PartyList load() throws IOException, BadInput {
        return PartyList.load(List.of(source()));
    }

    /** The file of the list; a figure measured on anything less would say nothing, so there is no other to fall back on. */
    static ListSource source() {
        String folder = System.getProperty(PROPERTY);
        if (folder == null || !Files.exists(Path.of(folder, CSL))) {
            throw new IllegalStateException("Give the folder that holds " + CSL + ": java -D" + PROPERTY
                    + "=FOLDER -jar benchmarks/target/benchmarks.jar NAME"
                    + (folder == null ? "" : " (it is not in " + folder + ")"));
        }
        return ListSource.parse("csl-json:" + Path.of(folder, CSL));
    }
}
