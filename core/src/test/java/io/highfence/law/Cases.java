package io.highfence.law;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.highfence.Decision;
import io.highfence.Item;
import io.highfence.Order;
import io.highfence.Reason;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Decimal;
import io.highfence.chip.ChipCases;
import io.highfence.chip.ChipClassifier;
import io.highfence.chip.ChipColumns;
import io.highfence.chip.RegimeCases;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import io.highfence.ownership.OwnershipCases;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every case of the data files, asked alike: what does a rule book answer wrongly? The files stand under {@code cases/}, one for
 * each family of rules, and a lawyer can read them: each row names the fact or the section that it checks.
 */
final class Cases {
    /** Parties of whom no case asks. */
    private static final PartyIndex NOBODY = PartyIndex.of(PartyList.sample());

    private Cases() {}

    /** One row of a file of cases, and its text as it stands there. */
    record Case(String file, String id, Set<String> facts, String text, Function<Asked, List<String>> check) {
        /** What differs from the expected answer; empty if nothing does. */
        List<String> faults(Asked asked) {
            return check.apply(asked);
        }

        @Override
        public String toString() {
            return file + " " + id;
        }
    }

    /** A rule book and those who answer by it, each made when it is first asked. */
    static final class Asked {
        final RuleBook book;
        private @Nullable LicenseAdvisor advisor;
        private @Nullable ChipClassifier classifier;
        private @Nullable Embargoes embargoes;
        private @Nullable Jurisdiction jurisdiction;
        private @Nullable ListEffects listEffects;
        private @Nullable FoundryPresumption foundry;
        private @Nullable Screener screener;

        Asked(RuleBook book) {
            this.book = book;
        }

        LicenseAdvisor advisor() {
            if (advisor == null) {
                advisor = LicenseAdvisor.of(book);
            }
            return advisor;
        }

        ChipClassifier classifier() {
            if (classifier == null) {
                classifier = new ChipClassifier(book);
            }
            return classifier;
        }

        Embargoes embargoes() {
            if (embargoes == null) {
                embargoes = Embargoes.of(book);
            }
            return embargoes;
        }

        Jurisdiction jurisdiction() {
            if (jurisdiction == null) {
                jurisdiction = Jurisdiction.of(book);
            }
            return jurisdiction;
        }

        ListEffects listEffects() {
            if (listEffects == null) {
                listEffects = ListEffects.of(book);
            }
            return listEffects;
        }

        FoundryPresumption foundry() {
            if (foundry == null) {
                foundry = FoundryPresumption.of(book);
            }
            return foundry;
        }

        Screener screener() {
            if (screener == null) {
                screener = new Screener(book, NOBODY, Settings.defaults());
            }
            return screener;
        }
    }

    /** Every case there is. */
    static List<Case> all() {
        List<Case> all = new ArrayList<>();
        ChipCases.all()
                .forEach(one -> all.add(new Case(
                        "chip/" + one.file(),
                        one.id(),
                        words(one.cell("fact")),
                        text(one.row()),
                        asked -> one.faults(asked.classifier()))));
        RegimeCases.bundled()
                .forEach(one -> all.add(new Case(
                        "chip/" + one.file(),
                        one.cell("id"),
                        words(one.cell("source") + " " + one.cell("rule")),
                        String.join(" ", one.row().values()),
                        asked -> one.faults(asked.classifier()))));
        LicenseCases.all()
                .forEach(one -> all.add(new Case(
                        "law/" + one.file(),
                        one.id(),
                        words(one.cell("fact")),
                        text(one.row()),
                        asked -> one.checkOneDay(asked.advisor()))));
        for (Table table : Table.values()) {
            table.rows().forEach(row -> all.add(row.asCase()));
        }
        return all;
    }

    private static String text(NamedCsvRecord row) {
        return String.join(" ", row.getFields());
    }

    private static Set<String> words(String cell) {
        return Stream.of(cell.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A file whose rows need no class of their own. */
    enum Table {
        /** Names of places, and the region under embargo that each means. */
        PLACES("embargoed-places.csv") {
            @Override
            List<String> faults(Row row, Asked asked) {
                Embargoes.Region found = asked.embargoes().region(row.cell("text"), row.country("country"));
                String says = found == null ? " " : found.code() + " " + (found.firm() ? "yes" : "no");
                return differs(row.cell("region") + " " + row.cell("firm"), says);
            }
        },
        /** Who is in which country group, Hong Kong counted as China, and of whom it is doubtful. */
        COUNTRY_GROUPS("country-groups.csv") {
            @Override
            List<String> faults(Row row, Asked asked) {
                CountryGroups groups = new CountryGroups(asked.book);
                Requirements requirements = new Requirements(asked.book, groups);
                LocalDate day = Objects.requireNonNull(row.date("date"));
                String group = row.cell("group");
                TreeSet<String> members = new TreeSet<>();
                TreeSet<String> doubted = new TreeSet<>();
                for (String code : Locale.getISOCountries()) {
                    Country country = Country.of(code);
                    if (switch (group) {
                        case "D5M" -> groups.d5m(country, day);
                        case "tier b" ->
                            requirements.byDestination("enforced", Set.of("b"), day).stream()
                                    .anyMatch(rule -> requirements.reaches(rule.values(), country, day));
                        default -> groups.in(country, group, day);
                    }) {
                        members.add(code);
                    }
                    if (!groups.doubts(country, List.of(group), day).isEmpty()) {
                        doubted.add(code);
                    }
                }
                List<String> faults = differs(row.cell("members"), String.join(" ", members));
                switch (row.cell("doubted")) {
                    case "all" -> faults.addAll(differs(Locale.getISOCountries().length + "", doubted.size() + ""));
                    case "none" -> faults.addAll(differs("[]", doubted.toString()));
                    default -> faults.addAll(differs(row.cell("doubted"), String.join(" ", doubted)));
                }
                return faults;
            }
        },
        /** Whether an item is subject to the EAR. */
        JURISDICTION("jurisdiction.csv") {
            @Override
            List<String> faults(Row row, Asked asked) {
                Jurisdiction.Answer answer = asked.jurisdiction()
                        .judge(
                                new Jurisdiction.Facts(
                                        row.country("from"),
                                        row.country("to"),
                                        row.orNull("eccn"),
                                        row.known("us_origin"),
                                        row.decimal("us_percent"),
                                        row.known("no_level"),
                                        row.known("us_technology"),
                                        row.footnotes(),
                                        row.known("d5m_hq"),
                                        row.orNull("end_use")),
                                LocalDate.parse(row.cell("date")));
                List<String> faults =
                        differs(row.cell("status"), answer.status().name());
                faults.addAll(row.namedIn("missing", answer.missing().toString()));
                faults.addAll(row.namedIn("cites", answer.citations().toString()));
                return faults;
            }
        },
        /** What a listing does to a transaction. */
        LIST_EFFECTS("list-effects.csv") {
            @Override
            List<String> faults(Row row, Asked asked) {
                ListEffects.Listing listing = new ListEffects.Listing(
                        row.cell("list"),
                        row.parts("programs"),
                        row.footnotes(),
                        row.cell("requirement"),
                        row.cell("policy"),
                        row.cell("standard").isEmpty()
                                ? null
                                : row.cell("standard").equals("yes"),
                        new DateRange(row.date("listed"), row.date("until")));
                Finding found = asked.listEffects()
                        .effect(
                                listing,
                                new ListEffects.Part(
                                        row.cell("role"),
                                        Jurisdiction.Status.valueOf(row.cell("subject")),
                                        row.orNull("eccn"),
                                        row.known("us_nexus")),
                                LocalDate.parse(row.cell("date")));
                String hold = found.hold() == null ? "" : "/" + found.hold();
                List<String> faults = differs(row.cell("expected"), found.reason() + " " + found.level() + hold);
                faults.addAll(differs(row.cell("no_exception"), found.exceptionsBarred() ? "yes" : "no"));
                faults.addAll(differs(row.cell("review_policy"), Objects.requireNonNullElse(found.reviewPolicy(), "")));
                faults.addAll(row.namedIn("missing", found.missing().toString()));
                if (row.cell("missing").isEmpty() && !found.missing().isEmpty()) {
                    faults.add("expected nothing missing, found " + found.missing());
                }
                return faults;
            }
        },
        /** What owners on a list make of what they own. */
        OWNERSHIP("ownership.csv") {
            @Override
            List<String> faults(Row row, Asked asked) {
                Map<String, String> cells = new LinkedHashMap<>();
                row.record().getHeader().forEach(column -> cells.put(column, row.cell(column)));
                return OwnershipCases.faults(cells, asked.book);
            }
        },
        /** Note 1 to 3A090.a: what a foundry or a packager must presume. */
        FOUNDRY("foundry-presumption.csv") {
            @Override
            List<String> faults(Row row, Asked asked) {
                Finding found = asked.foundry()
                        .judge(
                                FoundryFacts.Exporter.valueOf(
                                        row.cell("exporter").toUpperCase(Locale.ROOT)),
                                facts(row),
                                LocalDate.parse(row.cell("date")));
                if (found == null) {
                    return differs(row.cell("answer"), "none");
                }
                List<String> faults = differs(
                        row.cell("answer") + " " + level(row.cell("answer")), found.reason() + " " + found.level());
                faults.addAll(differs(row.cell("missing"), String.join("|", found.missing())));
                faults.addAll(row.namedIn("text_says", found.text()));
                if (!found.citation().text().contains("Note 1 to 3A090.a")) {
                    faults.add("cites " + found.citation());
                }
                return faults;
            }

            private Finding.Level level(String answer) {
                return switch (answer) {
                    case FoundryPresumption.PRESUMED, FoundryPresumption.OVERCOME -> Finding.Level.CLEAR;
                    case FoundryPresumption.NEEDS_DATA -> Finding.Level.NEEDS_DATA;
                    default -> Finding.Level.HOLD;
                };
            }

            private FoundryFacts facts(Row row) {
                return new FoundryFacts(
                        row.known("logic"),
                        row.decimal("node_nm"),
                        row.known("non_planar"),
                        row.cell("by").isEmpty()
                                ? null
                                : new FoundryFacts.Attestation(
                                        FoundryFacts.By.valueOf(row.cell("by").toUpperCase(Locale.ROOT)),
                                        row.decimal("tpp"),
                                        row.decimal("density"),
                                        new FoundryFacts.Designer(
                                                row.country("designer_country"),
                                                row.country("designer_hq"),
                                                row.country("designer_parent"),
                                                row.known("agreed"),
                                                row.date("applied")),
                                        new FoundryFacts.FinalPackage(
                                                row.known("by_fabricator"),
                                                row.country("packaged_in"),
                                                row.cell("transistors").isEmpty()
                                                        ? -1
                                                        : Long.parseLong(row.cell("transistors")),
                                                row.known("hbm"))));
            }
        },
        /** One line of an order whose quantity may make a supercomputer, or whose facts leave that open. */
        SUPERCOMPUTER("supercomputer-sums.csv") {
            @Override
            List<String> faults(Row row, Asked asked) {
                Decision decision = new Decision();
                asked.screener().screen(order(row), Instant.parse(row.cell("date") + "T12:00:00Z"), decision);
                List<Reason> found = decision.reasons().stream()
                        .filter(reason -> reason.rule().startsWith("SUPERCOMPUTER_"))
                        .toList();
                List<String> faults = differs(
                        row.cell("answer"),
                        found.isEmpty() ? "none" : found.get(0).rule());
                for (Reason reason : found) {
                    faults.addAll(differs(row.cell("missing"), String.join("|", reason.missing())));
                    faults.addAll(row.namedIn("text_says", reason.text()));
                }
                return faults;
            }

            private Order order(Row row) {
                Country us = Country.of("US");
                return Order.builder(row.cell("id"))
                        .kind(Order.Kind.EXPORT)
                        .exporter(new Order.Exporter(us, us, us))
                        .shipFrom(us)
                        .destination(row.country("to"), null)
                        .plannedExportDate(row.date("date"))
                        .endUse(Order.Purpose.CIVIL, Order.Knowledge.STATED)
                        .item(item(row))
                        .build();
            }

            private Item item(Row row) {
                Map<String, String> columns = new LinkedHashMap<>(Map.of("id", "1"));
                for (String column : row.cell("chip").split(";")) {
                    if (!column.isBlank()) {
                        String[] parts = column.split("=", 2);
                        columns.put(parts[0].strip(), parts[1].strip());
                    }
                }
                return new Item(
                        "1",
                        null,
                        row.cell("chip").isEmpty() ? null : ChipColumns.chip(columns),
                        row.orNull("eccn"),
                        row.cell("pieces").isEmpty() ? null : Decimal.parse(row.cell("pieces")),
                        null,
                        null,
                        null,
                        null);
            }
        },
        /** The red flags of the guidance, from day to day. */
        RED_FLAGS("red-flags.csv") {
            @Override
            List<String> faults(Row row, Asked asked) {
                List<String> faults = new ArrayList<>();
                LocalDate first = Objects.requireNonNull(row.date("first"));
                LocalDate last = row.date("last");
                for (LocalDate day : List.of(first, last == null ? LocalDate.of(2040, 1, 1) : last)) {
                    faults.addAll(differs(flag(row), flags(row, asked.book, day)));
                }
                faults.addAll(absent(row, asked.book, first.minusDays(1)));
                if (last != null) {
                    faults.addAll(absent(row, asked.book, last.plusDays(1)));
                }
                return faults;
            }

            private String flag(Row row) {
                return Stream.of("fact", "number", "level", "status", "trust", "data", "transistors_bn", "hbm")
                        .map(row::cell)
                        .collect(Collectors.joining(" | "));
            }

            private String flags(Row row, RuleBook book, LocalDate day) {
                return RedFlag.written(book, day).stream()
                        .filter(flag -> flag.flag().equals(row.cell("flag"))
                                && flag.citation().text().contains(row.cell("cite")))
                        .map(flag -> Stream.of(
                                        flag.rule().id(),
                                        flag.number() == null
                                                ? ""
                                                : flag.number().toString(),
                                        flag.level().name(),
                                        flag.rule().status().name(),
                                        flag.rule().trust().mark(),
                                        String.join("|", flag.data()),
                                        shown(flag.rule(), "transistorsBn"),
                                        shown(flag.rule(), "hbm"))
                                .collect(Collectors.joining(" | ")))
                        .collect(Collectors.joining(" and "));
            }

            private List<String> absent(Row row, RuleBook book, LocalDate day) {
                return RedFlag.written(book, day).stream()
                        .filter(flag -> flag.flag().equals(row.cell("flag"))
                                && flag.rule().status().name().equals(row.cell("status")))
                        .map(flag -> "not expected on " + day + ": " + flag)
                        .toList();
            }
        },
        /** The first and the last day of a family or key. */
        COVERAGE("rule-coverage.csv") {
            @Override
            List<String> faults(Row row, Asked asked) {
                List<Rule> rules = asked.book.rules(row.cell("family"));
                Map<String, List<Rule>> own = rules.stream()
                        .filter(rule -> List.of("*", rule.key(), rule.id()).contains(row.cell("key")))
                        .collect(Collectors.groupingBy(Rule::key));
                List<String> faults = own.isEmpty() ? differs("a rule", "none") : new ArrayList<>();
                own.values()
                        .forEach(some -> faults.addAll(
                                uncovered(some, Objects.requireNonNull(row.date("first")), row.date("last"))));
                return faults;
            }
        },
        /** What changes on which day. */
        DATES("rule-dates.csv") {
            @Override
            List<String> faults(Row row, Asked asked) {
                LocalDate day = Objects.requireNonNull(row.date("date"));
                List<Rule> rules = asked.book.rules(row.cell("family")).stream()
                        .filter(rule -> rule.key().equals(row.cell("key"))
                                && rule.status() != RuleStatus.PROPOSED
                                && rule.inForce().contains(day))
                        .toList();
                if (rules.isEmpty()) {
                    return differs(row.cell("id"), "none");
                }
                // Of several rules of a day the row means the one that it names.
                Rule rule = rules.stream()
                        .filter(one -> one.id().equals(row.cell("id")))
                        .findFirst()
                        .orElse(rules.get(0));
                List<String> faults = differs(row.cell("id"), rule.id());
                faults.addAll(differs(row.cell("status"), rule.status().name()));
                if (!row.cell("value").isEmpty()) {
                    faults.addAll(differs(row.cell("is"), rule.values().show(row.cell("value"))));
                }
                faults.addAll(row.namedIn("cite", rule.citation().text()));
                return faults;
            }
        };

        private final String file;

        Table(String file) {
            this.file = file;
        }

        /** What differs from the expected answer; empty if nothing does. */
        abstract List<String> faults(Row row, Asked asked);

        List<Row> rows() {
            return Cases.rows(file).stream().map(row -> new Row(this, row)).toList();
        }

        static String shown(Rule rule, String value) {
            return rule.values().has(value) ? rule.values().show(value) : "";
        }

        static List<String> differs(String expected, String found) {
            List<String> faults = new ArrayList<>();
            if (!expected.equals(found)) {
                faults.add("expected " + expected + ", found " + found);
            }
            return faults;
        }

        /** The days from the first to the last on which there is not exactly one rule, and those around with any. */
        private static List<String> uncovered(List<Rule> rules, LocalDate first, @Nullable LocalDate last) {
            TreeSet<LocalDate> days = new TreeSet<>(List.of(first.minusDays(1), first));
            if (last != null) {
                days.addAll(List.of(last, last.plusDays(1)));
            }
            days.add(LocalDate.of(9999, 12, 30));
            for (Rule rule : rules) {
                for (LocalDate day : Stream.of(
                                rule.inForce().from(), rule.inForce().to())
                        .filter(Objects::nonNull)
                        .toList()) {
                    days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
                }
            }
            List<String> faults = new ArrayList<>();
            for (LocalDate day : days) {
                long found = rules.stream()
                        .filter(rule -> rule.inForce().contains(day))
                        .count();
                boolean must = !day.isBefore(first) && (last == null || !day.isAfter(last));
                if (found != (must ? 1 : 0)) {
                    faults.add(found + " rules on " + day);
                }
            }
            return faults;
        }
    }

    /** A row of a table. */
    record Row(Table table, NamedCsvRecord record) {
        String cell(String name) {
            return record.findField(name).map(String::strip).orElse("");
        }

        @Nullable
        String orNull(String name) {
            return cell(name).isEmpty() ? null : cell(name);
        }

        @Nullable
        Country country(String name) {
            return cell(name).isEmpty() ? null : Country.of(cell(name));
        }

        @Nullable
        LocalDate date(String name) {
            return cell(name).isEmpty() ? null : LocalDate.parse(cell(name));
        }

        Known known(String name) {
            return Known.parse(cell(name));
        }

        /** Millionths, or -1 for a blank cell. */
        long decimal(String name) {
            return cell(name).isEmpty() ? -1 : Decimal.parse(cell(name));
        }

        List<String> parts(String name) {
            return cell(name).isEmpty() ? List.of() : List.of(cell(name).split("\\|"));
        }

        Set<Integer> footnotes() {
            return parts("footnotes").stream().map(Integer::valueOf).collect(Collectors.toSet());
        }

        List<String> namedIn(String name, String found) {
            return parts(name).stream()
                    .filter(part -> !found.contains(part))
                    .map(part -> name + ": expected " + part + " in " + found)
                    .toList();
        }

        List<String> faults(Asked asked) {
            return table.faults(this, asked);
        }

        /** What tells the row from the others of its table. */
        String id() {
            return Stream.of("id", "flag", "family", "key", "date", "first", "status", "value")
                    .map(this::cell)
                    .filter(cell -> !cell.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        Case asCase() {
            return new Case("law/" + table.file, id(), words(cell("fact")), text(record), this::faults);
        }

        @Override
        public String toString() {
            return table.file + " " + record;
        }
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (InputStream in = Objects.requireNonNull(Cases.class.getResourceAsStream("cases/" + file), file);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
