package io.highfence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Looks at HTML pages through the JDK's XML parser. */
@SuppressWarnings("exports") // the rooms of the tests share it, nobody else
public final class Pages {
    /** Names as somebody with bad intentions, bad encoding or another script writes them. */
    public static final List<String> HOSTILE = List.of(
            "<script>alert('x')</script>",
            "\"' onmouseover=\"x\" & &amp; &#60;b&#62; ]]> <!-- -->",
            "</title></style></h2><img src=x onerror=x>",
            "lone \uD800 and \uDC00 halves",
            "nul \0, bell \u0007, escape \u001B[31m, line\nbreak, tab\t, next line \u0085, \u2028",
            "no characters \uFFFE \uFFFF",
            "turned \u202Eevil\u202C and \u2066apart\u2069",
            "شركة هواوي للتقنيات",
            "שלום Ltd. עולם");

    private Pages() {}

    /** Parses a page; fails if it is not well-formed. */
    public static Document wellFormed(String html) {
        assertTrue(html.startsWith("<!DOCTYPE html>\n"), "the doctype comes first");
        // What is no character in UTF-8 would be lost on the way to a file.
        assertEquals(html, new String(html.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new InputSource(new StringReader(html)));
        } catch (SAXException e) {
            throw new AssertionError(e.getMessage() + "\n" + html, e);
        } catch (ParserConfigurationException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    public static List<Element> elements(Document page, String tag) {
        List<Element> elements = new ArrayList<>();
        NodeList found = page.getElementsByTagName(tag);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    public static List<String> texts(Document page, String tag) {
        return elements(page, tag).stream().map(Element::getTextContent).toList();
    }

    /** The cells of the rows of one heading and one cell. */
    public static Map<String, String> rows(Document page) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (Element row : elements(page, "tr")) {
            NodeList headings = row.getElementsByTagName("th");
            NodeList cells = row.getElementsByTagName("td");
            if (headings.getLength() == 1 && cells.getLength() == 1) {
                rows.putIfAbsent(
                        headings.item(0).getTextContent(), cells.item(0).getTextContent());
            }
        }
        return rows;
    }

    /** The points of the list that follows a heading; none if no list does. */
    public static List<String> pointsAfter(Document page, String heading) {
        List<String> points = new ArrayList<>();
        for (Element found : elements(page, "h3")) {
            if (found.getTextContent().equals(heading)) {
                var next = found.getNextSibling();
                while (!(next instanceof Element)) {
                    next = next.getNextSibling();
                }
                if (((Element) next).getTagName().equals("ul")) {
                    NodeList items = ((Element) next).getElementsByTagName("li");
                    for (int i = 0; i < items.getLength(); i++) {
                        points.add(items.item(i).getTextContent());
                    }
                }
            }
        }
        return points;
    }

    /** Fails for anything that could run, load, mislead a reader of the page's structure, or lack a heading. */
    public static void assertHarmless(Document page) {
        Set<String> allowed = Set.of(
                "html", "head", "meta", "title", "style", "body", "article", "div", "h1", "h2", "h3", "p", "ul", "li",
                "table", "thead", "tbody", "tr", "th", "td", "span", "bdi", "a");
        Set<String> attributes =
                Set.of("lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "scope", "dir");
        Set<String> drawn = Set.of("svg", "title", "rect", "line", "text", "g");
        Set<String> ofDrawings = Set.of(
                "xmlns",
                "viewBox",
                "width",
                "height",
                "role",
                "font-family",
                "font-size",
                "fill",
                "stroke",
                "stroke-width",
                "x",
                "y",
                "x1",
                "x2",
                "y1",
                "y2",
                "rx",
                "text-anchor");
        Set<String> ids = new HashSet<>();
        int level = 0;
        for (Element element : elements(page, "*")) {
            String tag = element.getTagName();
            boolean inDrawing = isInDrawing(element);
            assertTrue((inDrawing ? drawn : allowed).contains(tag), tag);
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                String attribute = element.getAttributes().item(i).getNodeName();
                assertTrue((inDrawing ? ofDrawings : attributes).contains(attribute), tag + " " + attribute);
            }
            String target = element.getAttribute("href");
            assertTrue(target.isEmpty() || target.startsWith("#"), target);
            assertTrue(element.getAttribute("id").isEmpty() || ids.add(element.getAttribute("id")));
            if (tag.matches("h[1-3]")) {
                int next = tag.charAt(1) - '0';
                assertTrue(next <= level + 1, "a level of headings is left out before " + element.getTextContent());
                level = next;
            }
            if (tag.equals("table")) {
                assertTrue(element.getElementsByTagName("th").getLength() > 0, "a table without headers");
            }
            if (tag.equals("th")) {
                assertTrue(element.getAttribute("scope").matches("row|col"));
            }
        }
        assertEquals("en", page.getDocumentElement().getAttribute("lang"));
        assertEquals(1, elements(page, "h1").size());
        String style = texts(page, "style").get(0);
        assertFalse(style.contains("url(") || style.contains("@import"), "the style fetches nothing");
    }

    private static boolean isInDrawing(Element element) {
        for (org.w3c.dom.Node node = element; node instanceof Element one; node = node.getParentNode()) {
            if (one.getTagName().equals("svg")) {
                return true;
            }
        }
        return false;
    }
}
