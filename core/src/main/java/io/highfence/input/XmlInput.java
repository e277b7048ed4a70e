package io.highfence.input;

import io.highfence.base.BadInput;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML file read from front to back, in which every fault has its line and column.
 *
 * <p>Nothing is fetched and nothing is expanded: a document type declaration is a fault, and with it every entity but the five
 * of the language. Depth, texts, attributes and the elements of one record are bounded, and so is what the parser may take in
 * before it says what it has read.
 */
public final class XmlInput implements AutoCloseable {
    /** Published files are at most about fifteen deep. */
    private static final int MAX_DEPTH = 64;

    /** The longest text of an element, in characters; as long as a cell of a table may be. */
    private static final int MAX_TEXT = 400_000;

    private static final int MAX_ATTRIBUTES = 200;

    /** The most elements in one record; the largest published one has some thousands. */
    private static final int MAX_ELEMENTS = 200_000;

    /** The most characters in one record. */
    private static final int MAX_RECORD = 16_000_000;

    /** The most bytes that the parser may take for one event; a text is several events. */
    private static final int MAX_EVENT = 4 << 20;

    private static final Pattern MESSAGE = Pattern.compile("(?s).*\\nMessage: (.*)");

    private static final XMLInputFactory FACTORY = factory();

    private final String file;
    private final XmlBytes bytes;
    private final XMLStreamReader xml;
    private final Set<String> known;
    private final Set<String> knownAttributes = new HashSet<>();
    private final Set<String> unknown = new TreeSet<>();
    private boolean watching = true;
    private int depth;
    private int elements;
    private int characters;

    /**
     * Opens a stream.
     *
     * @param in the bytes
     * @param file the name for messages
     * @param known the names of elements, and of attributes with an {@code @} before them, that the caller understands
     * @throws BadInput if not even the first line is XML
     * @throws IOException if the stream cannot be read
     */
    public XmlInput(InputStream in, String file, Set<String> known) throws IOException, BadInput {
        this.file = file;
        this.known = known;
        known.stream().filter(name -> name.startsWith("@")).forEach(name -> knownAttributes.add(name.substring(1)));
        this.bytes = new XmlBytes(in, MAX_EVENT);
        try {
            this.xml = FACTORY.createXMLStreamReader(bytes);
        } catch (XMLStreamException e) {
            throw fault(e, 1, 1);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        // The JDK counts what stands for quotes and ampersands against the bounds of entities; there are no other
        // entities here.
        for (String bound : List.of("maxGeneralEntitySizeLimit", "totalEntitySizeLimit", "entityExpansionLimit")) {
            for (String of : List.of("jdk.xml.", "http://www.oracle.com/xml/jaxp/properties/")) {
                if (factory.isPropertySupported(of + bound)) {
                    factory.setProperty(of + bound, "0");
                }
            }
        }
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing may be fetched");
        });
        return factory;
    }

    /** Reads one child; the reader stands on its start, and what is left of it is passed over. */
    @FunctionalInterface
    public interface Child {
        /**
         * Reads one child.
         *
         * @param name the local name
         * @throws IOException if the stream cannot be read
         * @throws BadInput if the child is not what it should be
         */
        void read(String name) throws IOException, BadInput;
    }

    /**
     * Moves to the outermost element.
     *
     * @param name the name that it must have
     * @throws IOException if the stream cannot be read
     * @throws BadInput if it has another
     */
    public void root(String name) throws IOException, BadInput {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // What stands before the root says nothing.
        }
        if (!xml.getLocalName().equals(name)) {
            throw fault("the file begins with '" + xml.getLocalName() + "', where '" + name + "' was expected");
        }
    }

    /**
     * An attribute of the element that the reader stands on.
     *
     * @param name the local name
     * @return its value, stripped; blank if there is none
     */
    public String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i).strip();
            }
        }
        return "";
    }

    /**
     * Reads the children of the element that the reader stands on, to its end.
     *
     * @param child takes each child
     * @throws IOException if the stream cannot be read
     * @throws BadInput if the file is not well formed, or a child is not what it should be
     */
    public void children(Child child) throws IOException, BadInput {
        int inside = depth;
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.read(xml.getLocalName());
                while (depth > inside) {
                    next();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
        }
    }

    /**
     * Reads the whole element that the reader stands on.
     *
     * @return the element, with what stands in it
     * @throws IOException if the stream cannot be read
     * @throws BadInput if it is not well formed, or too large for one record
     */
    public XmlElement element() throws IOException, BadInput {
        elements = 0;
        characters = 0;
        return tree();
    }

    private XmlElement tree() throws IOException, BadInput {
        elements++;
        Location place = xml.getLocation();
        XmlElement element = new XmlElement(xml.getLocalName(), place.getLineNumber(), place.getColumnNumber());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.attribute(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            characters += xml.getAttributeValue(i).length();
        }
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> element.child(tree());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (element.text().length() + xml.getTextLength() > MAX_TEXT) {
                        throw fault("the text of '" + element.name() + "' is longer than " + MAX_TEXT + " characters");
                    }
                    characters += xml.getTextLength();
                    element.text().append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return element;
                }
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
            if (elements > MAX_ELEMENTS || characters > MAX_RECORD) {
                throw fault(
                        "one record holds more than " + MAX_ELEMENTS + " elements or " + MAX_RECORD + " characters");
            }
        }
    }

    /**
     * Turns the watch for names that the caller does not know off and on.
     *
     * @param on whether names are watched from here on
     */
    public void watch(boolean on) {
        watching = on;
    }

    /**
     * Reads what stands behind the outermost element, which may be nothing that counts.
     *
     * @return the names that were met and that the caller does not know
     * @throws IOException if the stream cannot be read
     * @throws BadInput if something stands there, or the file was cut
     */
    public Set<String> finish() throws IOException, BadInput {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            // Comments may stand here.
        }
        return unknown;
    }

    /**
     * A fault at the place that the reader has come to.
     *
     * @param reason what is wrong
     * @return the fault
     */
    public BadInput fault(String reason) {
        return new BadInput(
                file,
                Math.max(1, xml.getLocation().getLineNumber()),
                Math.max(1, xml.getLocation().getColumnNumber()),
                reason);
    }

    private int next() throws IOException, BadInput {
        bytes.allow();
        int event;
        try {
            event = xml.next();
        } catch (XMLStreamException e) {
            throw fault(e, line(), column());
        } catch (RuntimeException e) {
            // The parser of the JDK lets some of its own slips through on broken files.
            throw new BadInput(file, line(), column(), "this is not XML that can be read", e);
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD -> throw fault("a document type declaration is not allowed in a list");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw fault("an entity is not allowed in a list");
            default -> {
                // Text is taken by who asks for it.
            }
        }
        return event;
    }

    private void start() throws BadInput {
        if (++depth > MAX_DEPTH) {
            throw fault("elements are nested more than " + MAX_DEPTH + " deep");
        }
        note(xml.getLocalName(), known, "");
        int count = xml.getAttributeCount();
        if (count > MAX_ATTRIBUTES) {
            throw fault("an element has more than " + MAX_ATTRIBUTES + " attributes");
        }
        for (int i = 0; i < count; i++) {
            if (xml.getAttributeValue(i).length() > MAX_TEXT) {
                throw fault("the attribute '" + xml.getAttributeLocalName(i) + "' is longer than " + MAX_TEXT
                        + " characters");
            }
            String space = xml.getAttributeNamespace(i);
            if (space == null || space.isEmpty()) {
                note(xml.getAttributeLocalName(i), knownAttributes, "@");
            }
        }
    }

    private void note(String name, Set<String> among, String mark) {
        // A hostile file could have any number of names; the first ones tell enough.
        if (watching && !among.contains(name) && unknown.size() < MAX_DEPTH) {
            unknown.add(mark + name);
        }
    }

    private long line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    private int column() {
        return Math.max(1, xml.getLocation().getColumnNumber());
    }

    private BadInput fault(XMLStreamException e, long line, int column) throws IOException {
        Throwable cause = e.getNestedException();
        if (cause instanceof XmlBytes.TooMuch) {
            return new BadInput(
                    file, line, column, "a tag, a text or a comment here is longer than " + MAX_EVENT + " bytes", e);
        }
        if (cause instanceof XmlBytes.WrongByte wrong) {
            return new BadInput(file, wrong.line(), wrong.column(), wrong.reason(), e);
        }
        if (cause instanceof CharConversionException) {
            return new BadInput(
                    file,
                    line,
                    column,
                    "on or soon after this line stands a byte that is not in the encoding of the file",
                    e);
        }
        if (cause instanceof IOException io) {
            throw io;
        }
        @Nullable Location place = e.getLocation();
        String words = e.getMessage() == null ? "it cannot be read" : e.getMessage();
        Matcher message = MESSAGE.matcher(words);
        return new BadInput(
                file,
                place == null ? line : Math.max(line, place.getLineNumber()),
                place == null ? column : Math.max(1, place.getColumnNumber()),
                "this is not well-formed XML: " + (message.matches() ? message.group(1) : words),
                e);
    }

    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            // Nothing is open but the caller's stream.
        }
    }
}
