package dev.darkroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.generation.Size;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class SheetWriterTest {

    private final SheetWriter writer = new SheetWriter();

    @Test
    void svgHoldsItsTextsAndNeedsNoStyles() throws Exception {
        Document svg = svg();
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(elements(svg, "text")).extracting(Element::getTextContent).contains("Falling things", "one");
        assertThat(elements(svg, "*"))
                .noneMatch(element -> element.hasAttribute("style"))
                .allMatch(element -> element.getAttribute("font-family").isEmpty()
                        || element.getAttribute("font-family").endsWith("sans-serif"));
    }

    /** A curve of many points is one element, not one for each pair. */
    @Test
    void svgJoinsTheLinesOfACurve() throws Exception {
        assertThat(elements(svg(), "polyline"))
                .extracting(line -> line.getAttribute("points").split(" ").length)
                .contains(100);
        assertThat(elements(svg(), "line")).isEmpty();
    }

    /** Each in its own colour, though the library groups what it draws by the colour of the last thing. */
    @Test
    void svgLinesHaveTheColoursOfTheLegend() throws Exception {
        double[] x = {0, 1, 2};
        List<Curve> curves = IntStream.range(0, 8)
                .mapToObj(i -> new Curve("curve " + i, x, new double[] {i, i + 1.0, i}))
                .toList();
        Panel panel = new Panel("Eight", Axis.linear("x"), Axis.linear("y"), curves);
        Set<String> colours = elements(svg(new Sheet("Eight", "", List.of(panel))), "polyline").stream()
                .filter(line -> line.getAttribute("points").split(" ").length == 3)
                .map(SheetWriterTest::stroke)
                .collect(Collectors.toSet());
        assertThat(colours).hasSize(8);
    }

    @Test
    void theSameSheetGivesTheSameBytes() {
        assertThat(writer.svg(sheet())).isEqualTo(writer.svg(sheet()));
        assertThat(writer.png(sheet(), 640)).isEqualTo(writer.png(sheet(), 640));
    }

    @Test
    void pngHasTheWidthThatWasAskedForAndTheCurvesColour() {
        Picture picture = new PictureDecoder(ImageLimits.defaults()).decode(writer.png(sheet(), 1280));
        assertThat(picture.size()).isEqualTo(new Size(1280, 720));
        int blue = 0;
        for (int y = 0; y < 720; y++) {
            for (int x = 0; x < 1280; x++) {
                boolean first = picture.sample(x, y, 0) == 0x00
                        && picture.sample(x, y, 1) == 0x72
                        && picture.sample(x, y, 2) == 0xB2;
                blue += first ? 1 : 0;
            }
        }
        assertThat(blue).isGreaterThan(500);
    }

    @Test
    void widthIsBounded() {
        assertThatThrownBy(() -> writer.png(sheet(), 319)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.png(sheet(), 3841)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersAreWrittenAsPeopleWriteThem() {
        assertThat(List.of(0.0, 1.0, 0.5, 20.0, 1000.0, -4.0, 0.125).stream().map(PanelChart::label))
                .containsExactly("0", "1", "0.5", "20", "1000", "-4", "0.125");
        assertThat(PanelChart.label(1e-5)).isEqualTo("10⁻⁵");
        assertThat(PanelChart.label(2e4)).isEqualTo("2·10⁴");
    }

    private static String stroke(Element line) {
        Node element = line;
        while (element instanceof Element parent && !parent.hasAttribute("stroke")) {
            element = parent.getParentNode();
        }
        return ((Element) element).getAttribute("stroke");
    }

    private Document svg() throws Exception {
        return svg(sheet());
    }

    private Document svg(Sheet sheet) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(writer.svg(sheet)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Sheet sheet() {
        double[] x = new double[100];
        double[] y = new double[100];
        for (int i = 0; i < 100; i++) {
            x[i] = i * i / 9801.0;
            y[i] = Math.exp(-5 * x[i]);
        }
        Panel panel =
                new Panel("Fall", Axis.linear("time"), Axis.logarithmic("height"), List.of(new Curve("one", x, y)));
        return new Sheet("Falling things", "on Earth", List.of(panel));
    }
}
