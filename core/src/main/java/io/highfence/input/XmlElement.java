package io.highfence.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One element of an XML file with all that stands in it; names are without their namespace. */
public final class XmlElement {
    private final String name;
    private final long line;
    private final int column;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String name, long line, int column) {
        this.name = name;
        this.line = line;
        this.column = column;
    }

    void attribute(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void child(XmlElement child) {
        children.add(child);
    }

    StringBuilder text() {
        return text;
    }

    /**
     * The name.
     *
     * @return the local name
     */
    public String name() {
        return name;
    }

    /**
     * The line on which the element begins.
     *
     * @return counted from 1
     */
    public long line() {
        return line;
    }

    /**
     * The column behind the start of the element.
     *
     * @return counted from 1
     */
    public int column() {
        return column;
    }

    /**
     * An attribute.
     *
     * @param attribute its local name
     * @return its value, stripped; blank if there is none
     */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    /**
     * The text that stands in this element itself.
     *
     * @return the text, stripped
     */
    public String value() {
        return text.toString().strip();
    }

    /**
     * The text of the first child of a name.
     *
     * @param child the name
     * @return its text, stripped; blank if there is no such child
     */
    public String value(String child) {
        for (XmlElement one : children) {
            if (one.name.equals(child)) {
                return one.value();
            }
        }
        return "";
    }

    /**
     * Everything directly in this element.
     *
     * @return the children in their order
     */
    public List<XmlElement> children() {
        return children;
    }

    /**
     * What stands at the end of a path of names, each the name of a child.
     *
     * @param path the names from the outside to the inside
     * @return every element there, in its order
     */
    public List<XmlElement> all(String... path) {
        List<XmlElement> found = List.of(this);
        for (String step : path) {
            List<XmlElement> next = new ArrayList<>();
            for (XmlElement one : found) {
                for (XmlElement child : one.children) {
                    if (child.name.equals(step)) {
                        next.add(child);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /**
     * The texts at the end of a path of names.
     *
     * @param path the names from the outside to the inside
     * @return every text there that is not blank, stripped
     */
    public List<String> values(String... path) {
        return all(path).stream()
                .map(XmlElement::value)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
