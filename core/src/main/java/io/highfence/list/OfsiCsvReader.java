package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.input.CsvInput;
import io.highfence.input.Utf8Stream;
import io.highfence.list.ListedParty.Identifier.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The consolidated list of OFSI, which the UK Sanctions List has replaced: it is refused unless the caller insists.
 *
 * <p>In windows-1252 or UTF-8. The columns of 2020 and those of 2022, which part documents into number and details and have
 * names in other scripts and their quality.
 */
final class OfsiCsvReader implements ListReader {
    /** The day from which the UK Sanctions List is the only one. */
    private static final String CLOSED = "2026-01-28";

    private static final Set<String> COLUMNS =
            Set.of(("name 6|name 1|name 2|name 3|name 4|name 5|title|name non-latin script|non-latin script type"
                            + "|non-latin script language|dob|town of birth|country of birth|nationality|passport details"
                            + "|passport number|ni number|national identification number|national identification details"
                            + "|position|address 1|address 2|address 3|address 4|address 5|address 6|post/zip code|country"
                            + "|other information|group type|alias type|alias quality|regime|listed on"
                            + "|uk sanctions list date designated|last updated|group id")
                    .split("\\|"));

    /** A tag of the tagged text, as in {@code (Parent company):}. */
    private static final Pattern TAG = Pattern.compile("\\(([A-Z][^():]{1,60})\\):");

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        String closed = "this list was closed on " + CLOSED + "; the UK Sanctions List has taken its place";
        if (!loading.insists()) {
            throw new BadInput(
                    loading.file(), 1, 1, closed + ". To load it all the same, write ofsi-csv! for the format");
        }
        loading.note(closed);
        new UkRows("OFSI Consolidated List (closed)", "OFSI", "group id", loading)
                .read(new Utf8Stream(in), COLUMNS, OfsiCsvReader::take);
    }

    private static void take(CsvInput.Row row, UkParty party) {
        GroupedParty group = party.group();
        party.name(part -> row.get("name " + part), row.get("alias type"), row.get("alias quality"));
        party.original(
                row.get("name non-latin script"),
                row.get("non-latin script type"),
                row.get("non-latin script language"));
        party.designation(
                row.get("group type"),
                row.get("regime"),
                "",
                row.get("listed on"),
                "",
                "",
                row.get("other information"),
                "");
        group.title(row.get("title"));
        group.title(row.get("position"));
        party.address(line -> row.get("address " + line), row.get("post/zip code"), row.get("country"));
        group.extra("UK Sanctions List date designated", row.get("uk sanctions list date designated"));
        group.extra("Last updated", row.get("last updated"));
        party.birth(row.get("dob"));
        group.country("Nationality", row.get("nationality"));
        group.extra("Place of birth", Published.join(", ", row.get("town of birth"), row.get("country of birth")));
        if (row.column("passport number") > 0) {
            party.document(Kind.PASSPORT, "Passport", row.get("passport number"), row.get("passport details"));
        } else {
            party.documentIn(Kind.PASSPORT, "Passport", row.get("passport details"));
        }
        party.documentIn(Kind.NATIONAL_ID, "National identification", row.get("ni number"));
        party.document(
                Kind.NATIONAL_ID,
                "National identification",
                row.get("national identification number"),
                row.get("national identification details"));
        tagged(row.get("other information"), party);
    }

    /** The tagged text of 2022, which has what the UK Sanctions List has columns for. */
    private static void tagged(String text, UkParty party) {
        Matcher tag = TAG.matcher(text);
        String before = "";
        int from = 0;
        while (tag.find()) {
            tag(before, text.substring(from, tag.start()), party);
            before = tag.group(1);
            from = tag.end();
        }
        tag(before, text.substring(from), party);
    }

    private static void tag(String tag, String text, UkParty party) {
        GroupedParty group = party.group();
        String value = text.strip();
        switch (tag.toLowerCase(Locale.ROOT)) {
            case "parent company" -> Published.numbered(value).forEach(one -> group.link("Parent company", one));
            case "subsidiaries" -> Published.numbered(value).forEach(one -> group.link("Subsidiary", one));
            case "business reg no" -> party.registration(value);
            case "imo number" -> party.imo(value);
            case "current owners" -> party.owner(value);
            case "flag of ship" -> group.vessel("flag", value);
            case "type of ship" -> group.vessel("type", value);
            case "tonnage of ship" -> group.vessel("tonnage", value);
            case "un ref" -> group.extra("UN reference", value);
            case "uk sanctions list ref" -> group.extra("UK Sanctions List reference", value);
            case "gender" -> group.extra("Gender", value);
            case "website" -> group.extra("Website", value);
            case "email address" -> group.extra("Email address", value);
            case "type of entity" -> group.extra("Type of entity", value);
            default -> {
                // The whole text is kept as remarks.
            }
        }
    }
}
