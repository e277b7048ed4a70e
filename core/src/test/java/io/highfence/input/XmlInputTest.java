package io.highfence.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlInputTest {
    private static XmlInput open(String text) throws IOException, BadInput {
        return new XmlInput(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "a.xml", Set.of("a", "b", "@x"));
    }

    private static XmlElement root(String text) throws IOException, BadInput {
        try (XmlInput xml = open(text)) {
            xml.root("a");
            XmlElement element = xml.element();
            xml.finish();
            return element;
        }
    }

    @Test
    void anElementHasItsTextAttributesAndChildren() throws Exception {
        XmlElement a = root("<a xmlns='n' x=' 1 '> t <b>one</b>u<b> </b><b>two<![CDATA[<&]]></b><!-- no --></a>");
        assertEquals("1", a.attribute("x"));
        assertEquals("", a.attribute("y"));
        assertEquals("t u", a.value());
        assertEquals("one", a.value("b"));
        assertEquals(List.of("one", "two<&"), a.values("b"));
        assertEquals(3, a.children().size());
        assertEquals(List.of(), a.values("b", "c"));
    }

    @Test
    void whatAChildLeavesUnreadIsPassedOver() throws Exception {
        List<String> seen = new ArrayList<>();
        try (XmlInput xml = open("<a><b><c><d/></c></b><b x='2'/>text<c><b/></c></a>")) {
            xml.root("a");
            xml.children(name -> seen.add(name + xml.attribute("x")));
            assertEquals(Set.of("c", "d"), xml.finish());
        }
        assertEquals(List.of("b", "b2", "c"), seen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a>\\n<b></a>|2",
                "<a>\\n\\n<b|3",
                "<a>\\n|2",
                "<b/>|1",
                "<a/><a/>|1",
                "<a>\\n&x;</a>|2",
                "<a b='1' b='2'/>|1",
                "<!DOCTYPE a><a/>|1",
                "<!DOCTYPE a [<!ENTITY x 'y'>]>\\n<a>&x;</a>|1",
                "no xml|1",
                "''|1"
            })
    void aFaultHasItsLine(String text, long line) {
        BadInput fault = assertThrows(BadInput.class, () -> root(text.replace("\\n", "\n")), text);
        assertEquals("a.xml", fault.file());
        assertEquals(line, fault.line(), fault.getMessage());
        assertTrue(fault.column() >= 1, fault.getMessage());
        assertTrue(!fault.reason().contains("ParseError"), fault.reason());
    }

    @Test
    void theEncodingIsTheOneThatTheFileNames() throws Exception {
        byte[] bytes =
                "<?xml version='1.0' encoding='windows-1252'?><a>\u00e9</a>".getBytes(Charset.forName("windows-1252"));
        try (XmlInput xml = new XmlInput(new ByteArrayInputStream(bytes), "a.xml", Set.of("a"))) {
            xml.root("a");
            assertEquals("\u00e9", xml.element().value());
        }
        byte[] wrong = "<a>\n\u00e9</a>".getBytes(StandardCharsets.ISO_8859_1);
        BadInput fault = assertThrows(BadInput.class, () -> {
            try (XmlInput xml = new XmlInput(new ByteArrayInputStream(wrong), "a.xml", Set.of("a"))) {
                xml.root("a");
                xml.element();
            }
        });
        assertTrue(fault.reason().contains("UTF-8"), fault.reason());
    }

    /** The parser of the JDK would find it later, without its place, and write a line to standard error. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<?xml version='1.0' encoding='us-ascii'?><a>\u00e9</a>|1:45|US-ASCII",
                "<a>\\n  \u00e9</a>|2:3|UTF-8",
                "<a x='\u00e9'/>|1:7|UTF-8",
                "\u00e9<a/>|1:1|UTF-8",
                "<a/>\u00e9|1:5|UTF-8",
                "<?xml version='1.0' encoding='utf-8'?>\\r\\n\\r<a>\u00e9</a>|3:4|UTF-8"
            })
    void aByteOfNoEncodingHasItsPlaceAndNothingIsPrinted(String text, String place, String encoding) {
        byte[] bytes = text.replace("\\n", "\n").replace("\\r", "\r").getBytes(StandardCharsets.ISO_8859_1);
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            BadInput fault = assertThrows(BadInput.class, () -> {
                try (XmlInput xml = new XmlInput(new ByteArrayInputStream(bytes), "a.xml", Set.of("a"))) {
                    xml.root("a");
                    xml.element();
                    xml.finish();
                }
            });
            assertEquals(place, fault.line() + ":" + fault.column(), fault.getMessage());
            assertEquals("here stands a byte that is not " + encoding, fault.reason());
        } finally {
            System.setErr(before);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFileOfTwoByteCharactersIsRead() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] bytes = "<?xml version='1.0' encoding='UTF-16'?><a>\u00e9</a>".getBytes(charset);
            try (XmlInput xml = new XmlInput(new ByteArrayInputStream(bytes), "a.xml", Set.of("a"))) {
                xml.root("a");
                assertEquals("\u00e9", xml.element().value(), charset.name());
            }
        }
    }

    @Test
    void theBoundsAreWhereTheySay() throws Exception {
        root("<a>" + "<b>".repeat(63) + "</b>".repeat(63) + "</a>");
        assertThrows(BadInput.class, () -> root("<a>" + "<b>".repeat(64) + "</b>".repeat(64) + "</a>"));
        assertEquals(400_000, root("<a>" + "x".repeat(400_000) + "</a>").value().length());
        assertThrows(BadInput.class, () -> root("<a>" + "x".repeat(400_001) + "</a>"));
        root("<a x='" + "x".repeat(400_000) + "'/>");
        assertThrows(BadInput.class, () -> root("<a x='" + "x".repeat(400_001) + "'/>"));
        root("<a>" + "<b/>".repeat(199_999) + "</a>");
        assertThrows(BadInput.class, () -> root("<a>" + "<b/>".repeat(200_000) + "</a>"));
    }

    @Test
    void theStreamStaysOpenForItsOwner() throws Exception {
        boolean[] closed = {false};
        ByteArrayInputStream in = new ByteArrayInputStream("<a/>".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        try (XmlInput xml = new XmlInput(in, "a.xml", Set.of("a"))) {
            xml.root("a");
            xml.finish();
        }
        assertEquals(false, closed[0]);
    }
}
