package io.highfence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.chip.ChipCatalogue;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The picture of the README is what the rules and the catalogue make of it. */
class PictureTest {
    private static final Path ROOT = Path.of(System.getProperty("highfence.root", "../.."));
    private static final String DRAWN = ChipMap.draw(LocalDate.of(2026, 9, 1));

    private static List<Element> elements(String tag) throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(DRAWN)));
        List<Element> elements = new ArrayList<>();
        NodeList found = svg.getElementsByTagName(tag);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void theCommittedPictureIsWhatTheCommandMakes() throws Exception {
        assertEquals(
                Files.readString(ROOT.resolve("docs/tpp-pd.svg")),
                DRAWN,
                "make it again: ./highfence picture --out docs/tpp-pd.svg");
    }

    @Test
    void everyChipOfTheCatalogueIsNamedOnce() throws Exception {
        StringBuilder words = new StringBuilder();
        boolean notDrawn = false;
        for (Element text : elements("text")) {
            notDrawn |= text.getTextContent().startsWith("Not drawn");
            words.append(text.getTextContent()).append(notDrawn ? " " : ", ");
        }
        String shown =
                words.toString().strip().replace("published: ", "published, ").replaceAll("\\.$", "");
        List<String> names = List.of(shown.split(", ", -1));
        for (ChipCatalogue.Entry entry : ChipCatalogue.bundled().entries()) {
            String id = entry.chip().id();
            String afterMaker = id.substring(id.indexOf(' ') + 1);
            long times = names.stream()
                    .filter(name -> name.equals(id) || name.equals(afterMaker))
                    .count();
            assertEquals(1, times, id + " in " + names);
        }
    }

    @Test
    void theCornersOfTheParagraphsLieAtTheLimitsOfTheLaw() throws Exception {
        // The frame gives the scale: 1,200 to 180,000 TPP, 1.2 to 120 TPP/mm2.
        List<Element> rects = elements("rect");
        Element frame = rects.get(1);
        double left = number(frame, "x");
        double width = number(frame, "width");
        double bottom = number(frame, "y") + number(frame, "height");
        double height = number(frame, "height");
        double[][] limits = {
            // TPP from and to, density from and to, of a.1, a.2, b.1 and b.2.
            {4800, 180_000, 1.2, 120}, {1600, 180_000, 5.92, 120}, {2400, 4800, 1.6, 5.92}, {1600, 4800, 3.2, 5.92}
        };
        for (int i = 0; i < limits.length; i++) {
            Element region = rects.get(i + 2);
            double fromX = left + width * Math.log10(limits[i][0] / 1200) / Math.log10(150);
            double toX = left + width * Math.log10(limits[i][1] / 1200) / Math.log10(150);
            double fromY = bottom - height * Math.log10(limits[i][2] / 1.2) / Math.log10(100);
            double toY = bottom - height * Math.log10(limits[i][3] / 1.2) / Math.log10(100);
            assertEquals(fromX, number(region, "x"), 0.1);
            assertEquals(toX - fromX, number(region, "width"), 0.15);
            assertEquals(toY, number(region, "y"), 0.1);
            assertEquals(fromY - toY, number(region, "height"), 0.15);
        }
    }

    @Test
    void theBackgroundIsWhiteAndNothingComesFromElsewhere() throws Exception {
        Element background = elements("rect").get(0);
        assertEquals("#ffffff", background.getAttribute("fill"));
        assertEquals("900", elements("svg").get(0).getAttribute("width"));
        assertEquals(number(elements("svg").get(0), "width"), number(background, "width"));
        assertEquals(number(elements("svg").get(0), "height"), number(background, "height"));
        assertTrue(elements("script").isEmpty() && elements("image").isEmpty() && !DRAWN.contains("href"));
    }
}
