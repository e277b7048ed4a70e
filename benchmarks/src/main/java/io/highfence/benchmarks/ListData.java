package io.highfence.benchmarks;

import io.highfence.base.BadInput;
import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The list to measure with: the full Consolidated Screening List named by the system property, else the bundled sample. */
final class ListData {
    private static final String CSL = "us/csl/consolidated-2026-07-31.reconstructed.json.gz";

    private ListData() {}

    /** The full list's file, which need not be there. */
    static Path csl() {
        return Path.of(System.getProperty("highfence.data", "../shared/data")).resolve(CSL);
    }

    static PartyList load() throws IOException, BadInput {
        return Files.exists(csl())
                ? PartyList.load(List.of(ListSource.parse("csl-json:" + csl())))
                : PartyList.sample();
    }
}
