package io.highfence.cli.evaluate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Parties with names in several scripts, from the files of a folder of published lists. Files that are not there are passed over
 * and named. Only names and shared numbers are read.
 */
final class Sources {
    private static final Pattern IN_BRACKETS =
            Pattern.compile("^(.*?)\\s*[(\uFF08]([^()\uFF08\uFF09]*)[)\uFF09]?\\s*$");
    private static final Pattern ORIGINAL_SCRIPT =
            Pattern.compile("(?s)^(.*?)\\s*[(\uFF08]\\s*original script\\s*[:\uFF1A]\\s*(.*?)[)\uFF09]?\\s*$");

    private final Path folder;
    private final List<String> missing = new ArrayList<>();

    /** Reads one file of a publisher. */
    @FunctionalInterface
    private interface Reader {
        List<Party> read(Path file) throws IOException;
    }

    Sources(Path folder) {
        this.folder = folder;
    }

    List<Party> read() throws IOException {
        List<Party> parties = new ArrayList<>();
        read("un/un-consolidated-2026-08-01.xml.gz", Sources::un, parties);
        read("au/dfat-consolidated-2026-08.xlsx", Sources::australia, parties);
        read("uk/ofsi-ConList-2022-05-04.xlsx", Sources::unitedKingdom, parties);
        read("ua/nsdc-sanctions-2022-04.xlsx", Sources::ukraine, parties);
        read("jp/meti-foreign-end-user-list-2025-09-29.extracted.json.gz", Sources::meti, parties);
        read("jp/mof-sanctions-2022-11.xls.gz", Sources::mof, parties);
        read("ae/local-terrorist-list-2025-08.csv.gz", Sources::emirates, parties);
        read("cn/mofcom-lists-2026-07-19.extracted.json.gz", Sources::mofcom, parties);
        read("us/ofac/cons_enhanced-2025-01-10.xml.gz", Sources::ofac, parties);
        return parties;
    }

    List<String> missing() {
        return missing;
    }

    private void read(String name, Reader reader, List<Party> into) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            into.addAll(reader.read(file));
        } else {
            missing.add(name);
        }
    }

    private static List<Party> un(Path file) throws IOException {
        PartyBuilder parties = new PartyBuilder("UN");
        org.w3c.dom.Document document = Xml.read(file);
        for (String tag : List.of("INDIVIDUAL", "ENTITY")) {
            for (Element party : Xml.all(document, tag)) {
                String key = Xml.text(party, "DATAID");
                parties.group(key, tag.equals("ENTITY") ? "UN, organisations" : "UN, persons");
                String name = String.join(
                        " ",
                        Xml.text(party, "FIRST_NAME"),
                        Xml.text(party, "SECOND_NAME"),
                        Xml.text(party, "THIRD_NAME"),
                        Xml.text(party, "FOURTH_NAME"));
                parties.primary(key, name);
                parties.add(key, Xml.text(party, "NAME_ORIGINAL_SCRIPT"));
                for (Element alias : Xml.all(party, tag + "_ALIAS")) {
                    parties.add(key, Xml.text(alias, "ALIAS_NAME"));
                }
                parties.unReference(key, Xml.text(party, "REFERENCE_NUMBER"));
            }
        }
        return parties.parties();
    }

    private static List<Party> australia(Path file) throws IOException {
        PartyBuilder parties = new PartyBuilder("DFAT");
        List<Map<String, String>> rows = Xlsx.rows(file, 1);
        for (Map<String, String> row : rows.subList(1, rows.size())) {
            // References are numbers, with a letter behind them for each further name.
            String key = row.getOrDefault("A", "").replaceAll("[a-zA-Z]+$", "");
            String name = row.getOrDefault("B", "");
            parties.group(key, row.getOrDefault("C", "").equals("Individual") ? "DFAT, persons" : "DFAT, others");
            if (row.getOrDefault("D", "").equals("Primary Name")) {
                parties.primary(key, name);
                parties.unReference(key, row.getOrDefault("J", ""));
            } else {
                parties.add(key, name);
            }
        }
        return parties.parties();
    }

    private static List<Party> unitedKingdom(Path file) throws IOException {
        PartyBuilder parties = new PartyBuilder("UK");
        List<Map<String, String>> rows = Xlsx.rows(file, 1);
        for (Map<String, String> row : rows.subList(2, rows.size())) {
            String key = row.getOrDefault("AJ", "");
            parties.group(key, row.getOrDefault("AC", "").equals("Individual") ? "UK, persons" : "UK, others");
            StringBuilder name = new StringBuilder();
            for (String column : List.of("B", "C", "D", "E", "F", "A")) {
                name.append(row.getOrDefault(column, "")).append(' ');
            }
            if (row.getOrDefault("AD", "").equals("Primary name")) {
                parties.primary(key, name.toString());
            } else {
                parties.add(key, name.toString());
            }
            parties.add(key, row.getOrDefault("H", ""));
            parties.unReference(key, row.getOrDefault("AB", ""));
        }
        return parties.parties();
    }

    private static List<Party> ukraine(Path file) throws IOException {
        PartyBuilder parties = new PartyBuilder("UA");
        for (int sheet = 1; sheet <= 2; sheet++) {
            List<Map<String, String>> rows = Xlsx.rows(file, sheet);
            for (Map<String, String> row : rows.subList(1, rows.size())) {
                String key = sheet + " " + row.getOrDefault("A", "");
                parties.group(key, sheet == 1 ? "UA, persons" : "UA, organisations");
                parties.add(key, row.getOrDefault("J", ""));
                parties.add(key, row.getOrDefault("K", ""));
                for (String other : row.getOrDefault("L", "").split(";")) {
                    parties.add(key, other);
                }
            }
        }
        return parties.parties();
    }

    /** A name in Latin letters with the Han name in brackets; names of North Korea are read the Korean way. */
    private static List<Party> meti(Path file) throws IOException {
        PartyBuilder parties = new PartyBuilder("METI");
        int key = 0;
        for (Json.Named named : Json.read(file, "entity_name")) {
            String id = String.valueOf(key++);
            boolean korean = named.addresses().stream().anyMatch(address -> address.contains("Korea"));
            parties.group(id, korean ? "METI, Korean" : "METI, others");
            bracketed(parties, id, named.name());
            named.aliases().forEach(alias -> bracketed(parties, id, alias));
        }
        return parties.parties();
    }

    private static void bracketed(PartyBuilder parties, String key, String name) {
        Matcher matcher = IN_BRACKETS.matcher(name);
        if (matcher.matches() && !Script.isLatin(matcher.group(2))) {
            parties.primary(key, matcher.group(1));
            parties.add(key, matcher.group(2));
        } else {
            parties.primary(key, name);
        }
    }

    private static List<Party> mof(Path file) throws IOException {
        PartyBuilder parties = new PartyBuilder("MOF");
        int key = 0;
        for (Map<Integer, String> row : Xls.rows(file)) {
            String id = String.valueOf(key++);
            String latin = row.getOrDefault(3, "");
            Matcher matcher = ORIGINAL_SCRIPT.matcher(latin);
            if (matcher.matches()) {
                latin = matcher.group(1);
                parties.add(id, matcher.group(2));
            }
            if (Script.isLatin(latin) && !Script.isLatin(row.getOrDefault(2, ""))) {
                parties.primary(id, latin);
                parties.add(id, row.getOrDefault(2, ""));
            }
        }
        return parties.parties();
    }

    private static List<Party> emirates(Path file) throws IOException {
        PartyBuilder parties = new PartyBuilder("UAE");
        try (CsvReader<CsvRecord> rows =
                CsvReader.builder().ofCsvRecord(new InputStreamReader(Xml.open(file), StandardCharsets.UTF_8))) {
            int key = 0;
            for (CsvRecord row : rows) {
                if (row.getFieldCount() > 6) {
                    String id = String.valueOf(key++);
                    parties.add(id, row.getField(5));
                    parties.primary(id, row.getField(6));
                }
            }
        }
        return parties.parties();
    }

    private static List<Party> mofcom(Path file) throws IOException {
        PartyBuilder parties = new PartyBuilder("MOFCOM");
        int key = 0;
        for (Json.Named named : Json.read(file, "entity_name")) {
            String id = String.valueOf(key++);
            parties.primary(id, named.name());
            named.aliases().forEach(alias -> parties.add(id, alias));
        }
        return parties.parties();
    }

    private static List<Party> ofac(Path file) throws IOException {
        PartyBuilder parties = new PartyBuilder("OFAC");
        for (Element entity : Xml.all(Xml.read(file), "entity")) {
            for (Element name : Xml.all(entity, "name")) {
                boolean primary = Xml.text(name, "isPrimary").equals("true");
                for (Element form : Xml.all(name, "translation")) {
                    String text = Xml.text(form, "formattedFullName");
                    if (primary) {
                        parties.primary(entity.getAttribute("id"), text);
                    } else {
                        parties.add(entity.getAttribute("id"), text);
                    }
                }
            }
        }
        return parties.parties();
    }
}
