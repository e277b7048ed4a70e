package io.highfence.cli;

import io.highfence.Decision;
import io.highfence.Order;
import io.highfence.OrderReleases;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.Verdict;
import io.highfence.base.BadInput;
import io.highfence.ledger.Ledger;
import io.highfence.report.AuditLog;
import io.highfence.report.AuditRecord;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Decides orders. */
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = {
            "Decides whether orders, checkouts or launches may go ahead.",
            "Reads one order as JSON, JSON Lines with an order each, or a table (.csv) with a row for each line of an order,",
            "and writes one JSON object an order."
        },
        footer = {
            "",
            "An order: {id, kind, exporter, shipFrom, destination:{country,region}, plannedExportDate, endUse,",
            "  parties:[{role,name,type,country,address,identifiers,hqCountry,ultimateParentCountry,owners}],",
            "  items:[{line, chip|eccn, quantity, ...}], step, authorizations, dispositions}.  Its JSON schema:",
            "  examples/cli/order.schema.json, sample orders: examples/cli/src/main/resources/orders.",
            "  What releases a hold, and the columns of a table: docs/releases.md.",
            "",
            "Settings, all optional: profile, threshold, weakAliasesTrigger, requiredLists, maxListAgeDays,",
            "  horizonDays, acceptedThrough {date, by}, relyOnNonEnforcement {approvedBy, date, scope},",
            "  timeBudgetMillis, requiredRoles, hubs, heldIndicators, tenantCap, secondApprover; explained: highfence settings show.",
            "",
            "Example:",
            "  highfence decide --order order.json --list csl-json:consolidated.json --explain text",
            "",
            "Exit codes: 0 CLEAR, 1 HOLD, 2 BLOCK, 3 NEEDS_DATA; of several orders the gravest (2, 1, 3, 0)."
        })
final class Decide implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    ListOptions lists;

    @Mixin
    Dates dates;

    @Mixin
    RuleFiles rules;

    @Option(names = "--order", required = true, paramLabel = "FILE", description = "The orders; - is standard input.")
    String order;

    @Option(
            names = "--releases",
            paramLabel = "FILE.jsonl",
            description = {
                "Authorizations and dispositions of orders that have no room for them, such as those of a table:",
                "an object {id, authorizations, dispositions} an order."
            })
    @Nullable
    String releases;

    @Option(names = "--settings", paramLabel = "FILE", description = "Settings as JSON: threshold, requiredLists, ...")
    String settingsFile;

    @Option(
            names = "--max-list-age",
            paramLabel = "DAYS",
            description = "How old every list may be, in days; default: each list's own (lists info).")
    Integer maxListAge;

    @Mixin
    Stakes ownership;

    @Mixin
    AuditOption audit;

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "Running totals to be read, never written: docs/ledger.md.")
    String ledger;

    @Mixin
    SuppressionFile suppressions;

    @Option(
            names = "--explain",
            defaultValue = "json",
            paramLabel = "text|json|html|customer",
            description = {
                "json (default) for programs; text or one html document for people;",
                "customer for what a customer may read."
            })
    As explain;

    @Option(
            names = "--language",
            paramLabel = "en|de",
            description = "The language of --explain customer (default en) and, with legal words, of --explain text.")
    @Nullable
    String language;

    @Mixin
    OutOption out;

    /** How a decision is written. */
    enum As {
        /** For people of the house. */
        TEXT,
        /** For programs. */
        JSON,
        /** One page for all. */
        HTML,
        /** For a customer. */
        CUSTOMER
    }

    @Override
    public Integer call() throws IOException, BadInput {
        if (maxListAge != null && maxListAge < 0) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--max-list-age must not be negative");
        }
        checkLanguage();
        Settings settings = SettingsFiles.read(settingsFile);
        if (maxListAge != null) {
            settings = settings.toBuilder().maxListAgeDays(maxListAge).build();
        }
        Refusals refusals = new Refusals("order");
        int worst;
        try (InputStream in = Files.open(order)) {
            Screener screener = Screener.with(rules.load(), lists.index(), settings)
                    .ownership(ownership.load())
                    .totals(
                            ledger == null
                                    ? null
                                    : Ledger.openReadOnly(Path.of(ledger)).totals())
                    .suppressions(suppressions.read())
                    .build();
            try (AuditLog log = audit.open();
                    Writer answers = out.create()) {
                OrderReleases released = readReleases();
                Answers given = new Answers(screener, log, answers, released);
                OrderFiles.read(in, order, given::decide, refusals);
                worst = given.end();
                given.unreleased()
                        .forEach(id -> refusals.add(new BadInput(
                                String.valueOf(releases), 0, 0, "there is no order '" + id + "' for these releases")));
                if (!given.any && refusals.none()) {
                    throw new BadInput(order, 1, 1, "there is no order in this file");
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return refusals.orElse(worst, System.err);
    }

    private @Nullable OrderReleases readReleases() throws IOException, BadInput {
        if (releases == null) {
            return null;
        }
        try (InputStream in = Files.open(releases)) {
            return OrderReleases.read(in, releases);
        }
    }

    private void checkLanguage() {
        if (language != null && !Explanation.languages().contains(language)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--language is one of " + new TreeSet<>(Explanation.languages()));
        }
        if (language != null && (explain == As.JSON || explain == As.HTML)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--language goes with --explain text or customer");
        }
    }

    private String words(Decision decision) {
        return switch (explain) {
            case TEXT ->
                language == null
                        ? Explanation.text(decision)
                        : Explanation.text(decision, Locale.forLanguageTag(language));
            case CUSTOMER ->
                Explanation.customer(decision, language == null ? Locale.ENGLISH : Locale.forLanguageTag(language));
            case JSON, HTML -> Explanation.json(decision);
        };
    }

    /** The answers of one run, written as they come; a page of all of them at the end. */
    private final class Answers {
        private final Screener screener;
        private final @Nullable AuditLog log;
        private final Writer out;
        private final @Nullable OrderReleases releases;
        private final Set<String> unreleased = new LinkedHashSet<>();
        private final List<Decision> chapters = new ArrayList<>();
        private Decision decision = new Decision();
        private int worst = Exit.OK;
        private boolean any;

        Answers(Screener screener, @Nullable AuditLog log, Writer out, @Nullable OrderReleases releases) {
            this.screener = screener;
            this.log = log;
            this.out = out;
            this.releases = releases;
            if (releases != null) {
                unreleased.addAll(releases.ids());
            }
        }

        void decide(Order next) {
            Instant decidedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            Order order = releases == null ? next : releases.addTo(next);
            unreleased.remove(next.id());
            screener.screen(dates.date == null ? order : order.asOf(dates.date), decidedAt, decision);
            worst = any ? graver(worst, code(decision.verdict())) : code(decision.verdict());
            any = true;
            keep();
            if (explain == As.HTML) {
                chapters.add(decision);
                decision = new Decision();
                return;
            }
            try {
                out.write(words(decision));
                out.write('\n');
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Orders that the releases are about and that were not decided. */
        Set<String> unreleased() {
            return unreleased;
        }

        /** No answer is written that is not on record. */
        private void keep() {
            if (log != null) {
                try {
                    log.append(AuditRecord.of(decision, screener));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        /** The exit code of what was decided. */
        int end() throws IOException {
            if (any && explain == As.HTML) {
                out.write(Explanation.html(chapters.toArray(Decision[]::new)));
            }
            return worst;
        }
    }

    private static int code(Verdict verdict) {
        return switch (verdict) {
            case CLEAR -> Exit.OK;
            case HOLD -> 1;
            case BLOCK -> 2;
            case NEEDS_DATA -> 3;
        };
    }

    private static int graver(int a, int b) {
        return rank(a) >= rank(b) ? a : b;
    }

    /** 2 before 1 before 3 before 0. */
    private static int rank(int code) {
        return switch (code) {
            case 2 -> 3;
            case 1 -> 2;
            case 3 -> 1;
            default -> 0;
        };
    }
}
