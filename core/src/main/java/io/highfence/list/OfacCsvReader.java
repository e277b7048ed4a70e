package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.input.CsvInput;
import io.highfence.list.ListedParty.Quality;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Treasury's flat files: parties, and beside them their strong aliases, their addresses and what did not fit into their
 * remarks. The parties are read last, when the other files are known.
 *
 * <p>None of the files has a header. Empty is {@code -0-} with a blank behind it, and a lone character 26 ends the file.
 */
final class OfacCsvReader implements ListReader {
    private static final List<String> PARTIES = List.of(
            "number",
            "name",
            "type",
            "programs",
            "title",
            "call sign",
            "vessel type",
            "tonnage",
            "gross tonnage",
            "flag",
            "owner",
            "remarks");

    private static final List<String> ALIASES = List.of("number", "alias number", "type", "name", "remarks");
    private static final List<String> ADDRESSES =
            List.of("number", "address number", "address", "city", "country", "remarks");
    private static final List<String> COMMENTS = List.of("number", "comment");

    private final boolean consolidated;
    private final Map<String, List<Row>> aliases = new HashMap<>();
    private final Map<String, List<Row>> addresses = new HashMap<>();
    private final Map<String, List<Row>> comments = new HashMap<>();

    /** A row of a file beside that of the parties, with its place. */
    private record Row(String file, long line, Map<String, String> cells) {
        String get(String column) {
            return Published.orBlank(raw(column));
        }

        /** The cell as it stands, with the blanks at its ends. */
        String raw(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Begins a reading, of the lists other than that of blocked persons if so said. */
    OfacCsvReader(boolean consolidated) {
        this.consolidated = consolidated;
    }

    void aliases(InputStream in, String file, Loading loading) throws IOException, BadInput {
        gather(in, file, ALIASES, aliases, loading);
    }

    void addresses(InputStream in, String file, Loading loading) throws IOException, BadInput {
        gather(in, file, ADDRESSES, addresses, loading);
    }

    void comments(InputStream in, String file, Loading loading) throws IOException, BadInput {
        gather(in, file, COMMENTS, comments, loading);
    }

    private static void gather(
            InputStream in, String file, List<String> columns, Map<String, List<Row>> into, Loading loading)
            throws IOException, BadInput {
        new CsvInput(file, Set.copyOf(columns), Set.of(), loading::refuse)
                .columns(columns)
                .read(
                        in,
                        row -> into.computeIfAbsent(row.get("number").strip(), number -> new ArrayList<>())
                                .add(new Row(file, row.line(), Map.copyOf(row.cells()))));
    }

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        new CsvInput(loading.file(), Set.copyOf(PARTIES), Set.of(), loading::refuse)
                .columns(PARTIES)
                .read(in, row -> take(row, loading));
        for (Map<String, List<Row>> left : List.of(aliases, addresses, comments)) {
            for (List<Row> rows : left.values()) {
                Row first = rows.get(0);
                String reason = "there is no party with the number '" + first.get("number") + "' of this row";
                if (loading.insists()) {
                    loading.note(reason);
                } else {
                    loading.refuse(new BadInput(first.file(), first.line(), 1, reason));
                }
            }
        }
    }

    private void take(CsvInput.Row row, Loading loading) {
        String number = row.get("number").strip();
        String name = Published.name("", row.get("name"));
        if (!number.matches("[0-9]{1,9}") || !Published.isName(name)) {
            boolean numbered = number.matches("[0-9]{1,9}");
            loading.refuse(new BadInput(
                    loading.file(),
                    row.line(),
                    numbered ? 2 : 1,
                    numbered ? "this row has no name" : "this row does not begin with the number of a party"));
            return;
        }
        String type = Published.orBlank(row.get("type"));
        OfacParty party = new OfacParty(
                number, type.isEmpty() ? PartyType.ORGANISATION : PartyType.parse(type, loading), loading);
        party.name(name, "", Quality.UNKNOWN);
        for (Row alias : taken(aliases, number)) {
            if (!Published.isName(Published.name("", alias.raw("name")))) {
                loading.refuse(new BadInput(alias.file(), alias.line(), 4, "this row has no name"));
            }
            party.name(alias.raw("name"), alias.get("type").isEmpty() ? "aka" : alias.get("type"), Quality.STRONG);
            Published.extra("Alias remarks", alias.get("remarks"), party.party());
        }
        for (Row address : taken(addresses, number)) {
            party.address(address.get("address"), address.get("city"), "", "", address.get("country"));
            Published.extra("Address remarks", address.get("remarks"), party.party());
        }
        // Several programs stand in one cell, without the outer brackets.
        for (String program : Published.orBlank(row.get("programs")).split("\\] *\\[", -1)) {
            party.program(program);
        }
        party.party().title(Published.orBlank(row.get("title")));
        party.vessel(
                row.get("call sign"),
                row.get("vessel type"),
                row.get("flag"),
                row.get("owner"),
                row.get("gross tonnage"),
                row.get("tonnage"));
        String cut = row.get("remarks");
        StringBuilder remarks = new StringBuilder(Published.orBlank(cut).isEmpty() ? "" : cut);
        // Remarks are cut after a thousand characters, in the middle of a word if need be.
        taken(comments, number).forEach(comment -> remarks.append(comment.raw("comment")));
        party.remarks(remarks.toString());
        party.finish(consolidated);
    }

    private static List<Row> taken(Map<String, List<Row>> rows, String number) {
        List<Row> own = rows.remove(number);
        return own == null ? List.of() : own;
    }
}
