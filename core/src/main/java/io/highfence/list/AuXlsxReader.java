package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.base.DateRange;
import io.highfence.input.XlsxInput;
import io.highfence.list.ListedParty.Identifier.Kind;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.ListedParty.Role;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The consolidated list of Australia's Department of Foreign Affairs and Trade as a workbook: one row a name. The digits of a
 * reference are the party, and letters behind them count its further names.
 */
final class AuXlsxReader implements ListReader {
    private static final Set<String> COLUMNS = Set.of(
            "reference",
            "name of individual or entity",
            "type",
            "name type",
            "alias strength",
            "date of birth",
            "place of birth",
            "citizenship",
            "address",
            "additional information",
            "listing information",
            "imo number",
            "committees",
            "control date",
            "instrument of designation",
            "targeted financial sanction",
            "travel ban",
            "arms embargo",
            "maritime restriction");

    private static final Pattern REFERENCE = Pattern.compile("([0-9]{1,9})(?:\\.0)?\\s*([A-Za-z]*)");
    private static final Pattern DATES = Pattern.compile("[,;\\n\\r]+| or |(?<=[0-9]{4})\\s+(?=[0-9])");
    private static final Pattern LISTED = Pattern.compile("^Listed on ([0-9]{1,2} [A-Z][a-z]{2,8}\\.? [0-9]{4})");

    /** Day 0 of a workbook, which counts a 29 February 1900 that there was not. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private final Map<Integer, String> header = new HashMap<>();
    private final Map<String, GroupedParty> parties = new LinkedHashMap<>();
    private final Map<String, Long> rows = new HashMap<>();
    private @Nullable LocalDate latest;

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        XlsxInput.read(in, loading.file(), (number, cells) -> {
            if (header.isEmpty()) {
                header(number, cells, loading);
            } else {
                take(number, cells, loading);
            }
        });
        if (header.isEmpty()) {
            throw new BadInput(loading.file(), 1, 1, "the sheet is empty; its first row must name the columns");
        }
        parties.forEach((reference, party) -> {
            if (party.isNameless()) {
                loading.refuse(new BadInput(
                        loading.file(),
                        rows.getOrDefault(reference, 0L),
                        1,
                        "the party " + reference + " has no name"));
            } else {
                party.finish();
            }
        });
        loading.notBefore(latest);
    }

    private void header(long number, Map<Integer, String> cells, Loading loading) throws BadInput {
        for (Map.Entry<Integer, String> cell : cells.entrySet()) {
            String column = cell.getValue().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            if (header.containsValue(column)) {
                throw new BadInput(
                        loading.file(),
                        number,
                        cell.getKey(),
                        "the column '" + Published.shortened(column) + "' stands twice");
            }
            header.put(cell.getKey(), column);
            if (!COLUMNS.contains(column)) {
                loading.note("the column '" + Published.shortened(column) + "' is not known");
            }
        }
        for (String needed : List.of("reference", "name of individual or entity", "name type")) {
            if (!header.containsValue(needed)) {
                throw new BadInput(
                        loading.file(),
                        number,
                        1,
                        "the first row must name the columns, and '" + needed + "' is not among them");
            }
        }
    }

    private int column(String name) {
        return header.entrySet().stream()
                .filter(column -> column.getValue().equals(name))
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(1);
    }

    private void take(long number, Map<Integer, String> cells, Loading loading) {
        Map<String, String> row = new HashMap<>();
        cells.forEach((column, text) -> {
            String name = header.get(column);
            if (name != null) {
                row.put(name, text.replace('\u00A0', ' ').strip());
            } else {
                loading.note("a cell stands beside the named columns");
            }
        });
        Matcher reference = REFERENCE.matcher(row.getOrDefault("reference", ""));
        String name = row.getOrDefault("name of individual or entity", "");
        if (!reference.matches() || !Published.isName(name)) {
            boolean named = Published.isName(name);
            loading.refuse(new BadInput(
                    loading.file(),
                    number,
                    column(named ? "reference" : "name of individual or entity"),
                    named ? "this row has no reference of digits and letters" : "this row has no name"));
            return;
        }
        String id = reference.group(1);
        rows.putIfAbsent(id, number);
        GroupedParty party = parties.computeIfAbsent(
                id, key -> new GroupedParty("DFAT Consolidated List (Australia)", "AU", key, loading));
        name(name, row.getOrDefault("name type", ""), row.getOrDefault("alias strength", ""), party, loading);
        party.publishedOne();
        party.type(row.getOrDefault("type", ""));
        births(row.getOrDefault("date of birth", ""), party);
        party.extra("Place of birth", row.getOrDefault("place of birth", ""));
        for (String country : row.getOrDefault("citizenship", "").split(";", -1)) {
            // A comma parts countries too, but for that of Congo, Democratic Republic of the.
            for (String one : Published.country(country) == null ? country.split(",", -1) : new String[] {country}) {
                party.country("Citizenship", one);
            }
        }
        for (String address : row.getOrDefault("address", "").split(";", -1)) {
            if (!Published.orBlank(address).isEmpty()) {
                ListedParty.Address parts = CslRecord.addressOf(address.strip());
                party.address(parts.street(), "", "", "", parts.country() == null ? "" : parts.countryText());
            }
        }
        party.remarks(row.getOrDefault("additional information", ""));
        String listing = row.getOrDefault("listing information", "");
        party.remarks(listing);
        Matcher listed = LISTED.matcher(listing);
        if (listed.find()) {
            DateRange day = PublishedDate.parse(listed.group(1).replace(".", ""));
            party.from(day == null ? null : day.from());
        }
        party.identifier(Kind.IMO, row.getOrDefault("imo number", ""), "IMO number");
        party.program(row.getOrDefault("committees", ""));
        String instrument = row.getOrDefault("instrument of designation", "");
        party.citation(instrument.isEmpty() ? "Australia, DFAT reference " + id : instrument);
        for (String measure :
                List.of("targeted financial sanction", "travel ban", "arms embargo", "maritime restriction")) {
            if (row.getOrDefault(measure, "").matches("1|(?i)true|yes")) {
                party.extra("Measure", measure);
            }
        }
        LocalDate control = day(row.getOrDefault("control date", ""));
        if (control != null && (latest == null || control.isAfter(latest))) {
            latest = control;
        }
    }

    private static void name(String name, String type, String strength, GroupedParty party, Loading loading) {
        Role role = switch (type.toLowerCase(Locale.ROOT)) {
            case "primary name" -> Role.PRIMARY;
            case "original script" -> Role.ORIGINAL_SCRIPT;
            case "formerly known as", "fka" -> Role.FORMER;
            case "alias", "aka" -> Role.ALIAS;
            default -> {
                loading.note("the name type '" + Published.shortened(type) + "' is not known");
                yield Role.ALIAS;
            }
        };
        party.name(
                name,
                role,
                switch (strength.toLowerCase(Locale.ROOT)) {
                    case "strong" -> Quality.STRONG;
                    case "weak" -> Quality.WEAK;
                    default -> Quality.UNKNOWN;
                });
    }

    /** Dates joined by commas, or one that the workbook keeps as a number: of a day, or of a year. */
    private static void births(String text, GroupedParty party) {
        for (String one : DATES.split(text, -1)) {
            String said =
                    Published.orBlank(one).replaceFirst("(?i)^(?:approximately|approx\\.?|about):?\\s+", "circa ");
            if (said.isEmpty()) {
                continue;
            }
            LocalDate day = day(said);
            party.birth(
                    said,
                    day == null
                            ? PublishedDate.dayFirst(
                                    said.replaceFirst("(?i)between ([0-9]{4}) (?:and|to) ([0-9]{4})$", "$1 to $2"))
                            : DateRange.on(day));
        }
    }

    /** The day of a number that is too great for a year. */
    private static @Nullable LocalDate day(String number) {
        return number.matches("[0-9]{4,6}") && Integer.parseInt(number) > 2_200
                ? DAY_ZERO.plusDays(Integer.parseInt(number))
                : null;
    }
}
