package io.highfence.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The option that names the as-of date. */
final class Dates {
    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            converter = Day.class,
            description = "The as-of date: whose rules and listings apply. Default: today in UTC;"
                    + " decide takes the order's own asOf or plannedExportDate before that.")
    LocalDate date;

    /** A day as people write it. */
    static final class Day implements CommandLine.ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new CommandLine.TypeConversionException("'" + text + "' is no day such as 2026-09-30");
            }
        }
    }

    LocalDate orToday() {
        return date == null ? LocalDate.now(ZoneOffset.UTC) : date;
    }
}
