package io.highfence.cli;

import io.highfence.PartyAnswer;
import io.highfence.PartyReader;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.base.BadInput;
import io.highfence.law.RuleBook;
import io.highfence.match.MatchSettings;
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
import picocli.CommandLine.Option;

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
            "Only name is needed. The columns, in any order; others are passed over:",
            "  id           the row's number where it is not given",
            "  name",
            "  type         person, organisation, vessel or aircraft",
            "  country      a code such as CN, or a name",
            "  address, birth_date, role",
            "  identifiers  KIND:VALUE joined by |, KIND bic, lei, imo, tax, registration, passport,",
            "               national-id or other",
            "",
            "A name alone is HOLD at most; with a country, address, identifier or birth date that agrees,",
            "the listing's own effect shows. Exit code 0 whatever was found; 65 bad input.",
            "",
            "Example:  printf 'name,country\\nHuawei Tecnologies,CN\\n' | highfence screen --parties -"
        })
final class Screen implements Callable<Integer> {
    private static final BigDecimal STEPS = BigDecimal.valueOf(10_000);

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

    @Option(
            names = "--threshold",
            paramLabel = "T",
            converter = Score.class,
            description = "The score from which a name is a hit, 0 to 1; four decimals count. Default: 0.78.")
    BigDecimal threshold;

    @Option(
            names = "--near-misses",
            paramLabel = "MARGIN",
            converter = Score.class,
            description = "Also show the ten best parties that miss the threshold by this much or less, such as 0.05,"
                    + " apart from the hits. They alert never and change nothing.")
    BigDecimal margin;

    @Option(
            names = "--explain",
            description = "With every hit and near miss, why its name has this score: the words side by side, what was"
                    + " ignored, and which single change would take it over or under the threshold.")
    boolean explain;

    @Mixin
    SuppressionFile suppressions;

    @Mixin
    OutOption out;

    /** A score as people write it. */
    static final class Score implements CommandLine.ITypeConverter<BigDecimal> {
        @Override
        public BigDecimal convert(String text) {
            try {
                BigDecimal score = new BigDecimal(text);
                if (score.signum() >= 0 && score.compareTo(BigDecimal.ONE) <= 0) {
                    return score;
                }
            } catch (NumberFormatException e) {
                // Told below, with what would be right.
            }
            throw new CommandLine.TypeConversionException("'" + text + "' is no number between 0 and 1");
        }
    }

    @Override
    public Integer call() throws IOException, BadInput {
        Settings settings = Settings.defaults();
        MatchSettings match = settings.match();
        if (threshold != null) {
            match = match.withThreshold(threshold.multiply(STEPS).intValue());
        }
        if (margin != null) {
            match = match.withNearMissMargin(margin.multiply(STEPS).intValue());
        }
        settings = settings.toBuilder().match(match).build();
        LocalDate date = dates.orToday();
        try (InputStream in = Files.open(parties)) {
            Screener screener = Screener.with(RuleBook.bundled(), lists.index(), settings)
                    .suppressions(suppressions.read())
                    .build();
            PartyAnswer answer = new PartyAnswer();
            Refusals refusals = new Refusals("row");
            try (Writer answers = out.create()) {
                PartyReader.read(
                        in,
                        parties,
                        row -> {
                            screener.screen(row.party(), date, answer);
                            try {
                                answers.write(
                                        explain
                                                ? Explanation.explainedJson(row, answer, screener, date)
                                                : Explanation.json(row, answer, screener, date));
                                answers.write('\n');
                                answers.flush();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        refusals::add);
            } catch (BadInput e) {
                refusals.stop(e);
            } catch (PackedInput.Fault e) {
                refusals.stop(e.badInput());
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            return refusals.orElse(Exit.OK, System.err);
        }
    }
}
