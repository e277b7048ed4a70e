package io.highfence.cli;

import io.highfence.PartyAnswer;
import io.highfence.PartyReader;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.base.BadInput;
import io.highfence.law.RuleBook;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Screens parties against lists. */
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        description = {
            "Finds restricted parties behind misspelt and disguised names.",
            "Reads CSV and writes one JSON object a row: alert, verdict, and every hit with its listings."
        },
        footer = {
            "",
            "Columns: id, name, type, country, address, identifiers, birth_date, role. Only name is needed.",
            "identifiers are KIND:VALUE joined by |, kinds bic lei imo tax registration passport national-id other.",
            "",
            "Example:  printf 'name,country\\nHuawei Tecnologies,CN\\n' | highfence screen --parties -"
        })
final class Screen implements Callable<Integer> {
    private static final BigDecimal STEPS = BigDecimal.valueOf(10_000);

    @Spec
    CommandSpec spec;

    @Mixin
    ListOptions lists;

    @Mixin
    Dates dates;

    @Option(
            names = "--parties",
            required = true,
            paramLabel = "FILE.csv",
            description = "The parties; - is standard input.")
    String parties;

    @Option(names = "--threshold", paramLabel = "T", description = "The score from which a name is a hit, 0 to 1.")
    BigDecimal threshold;

    @Option(
            names = "--out",
            defaultValue = "-",
            paramLabel = "FILE",
            description = "Where to write; default: standard output.")
    String out;

    @Override
    public Integer call() throws IOException, BadInput {
        Settings settings = Settings.defaults();
        if (threshold != null) {
            if (threshold.signum() < 0 || threshold.compareTo(BigDecimal.ONE) > 0) {
                throw new CommandLine.ParameterException(spec.commandLine(), "--threshold must lie between 0 and 1");
            }
            settings = settings.toBuilder()
                    .match(settings.match()
                            .withThreshold(threshold.multiply(STEPS).intValue()))
                    .build();
        }
        LocalDate date = dates.orToday();
        PartyList list;
        try (InputStream in = Files.open(parties)) {
            list = lists.load();
            Screener screener = new Screener(RuleBook.bundled(), PartyIndex.of(list), settings);
            PartyAnswer answer = new PartyAnswer();
            Refusals refusals = new Refusals();
            try (Writer answers = Files.create(out, System.out)) {
                PartyReader.read(
                        in,
                        parties,
                        row -> {
                            screener.screen(row.party(), date, answer);
                            try {
                                answers.write(Explanation.json(row, answer, screener, date));
                                answers.write('\n');
                                answers.flush();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        refusals::add);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            return refusals.orElse(Exit.OK, System.err);
        }
    }
}
