package io.highfence.cli.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The cells of a workbook as text: enough of the format for columns of names. */
final class Xlsx {
    private Xlsx() {}

    /** The rows of a sheet; each is a map from the letters of a column to its text. */
    static List<Map<String, String>> rows(Path file, int sheet) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return cells(zip, "xl/worksheets/sheet" + sheet + ".xml", shared(zip));
        } catch (XMLStreamException e) {
            throw new IOException(file + " is no workbook that can be read: " + e.getMessage(), e);
        }
    }

    private static XMLStreamReader open(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(zip.getName() + " has no " + name);
        }
        return zip.getInputStream(entry);
    }

    private static List<String> shared(ZipFile zip) throws IOException, XMLStreamException {
        List<String> strings = new ArrayList<>();
        try (InputStream in = entry(zip, "xl/sharedStrings.xml")) {
            XMLStreamReader xml = open(in);
            StringBuilder text = new StringBuilder();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("t")) {
                    text.append(xml.getElementText());
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    strings.add(text.toString());
                    text.setLength(0);
                }
            }
        }
        return strings;
    }

    private static List<Map<String, String>> cells(ZipFile zip, String name, List<String> shared)
            throws IOException, XMLStreamException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (InputStream in = entry(zip, name)) {
            XMLStreamReader xml = open(in);
            Map<String, String> row = new HashMap<>();
            String column = "";
            boolean isShared = false;
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "row" -> {
                        row = new HashMap<>();
                        rows.add(row);
                    }
                    case "c" -> {
                        column = xml.getAttributeValue(null, "r").replaceAll("[0-9]", "");
                        isShared = "s".equals(xml.getAttributeValue(null, "t"));
                    }
                    case "v", "t" -> {
                        String text = xml.getElementText();
                        row.merge(column, isShared ? shared.get(Integer.parseInt(text)) : text, String::concat);
                    }
                    default -> {
                        // Formats and formulas say nothing here.
                    }
                }
            }
        }
        return rows;
    }
}
