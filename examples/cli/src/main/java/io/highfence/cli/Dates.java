package io.highfence.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Option;

/** The option that names the as-of date. */
final class Dates {
    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The as-of date: whose rules and listings apply. Default: today in UTC.")
    LocalDate date;

    LocalDate orToday() {
        return date == null ? LocalDate.now(ZoneOffset.UTC) : date;
    }
}
