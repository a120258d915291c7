package dev.darkroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.generation.Size;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SheetWriterTest {

    private final SheetWriter writer = new SheetWriter();

    @Test
    void svgIsWellFormedAndNeedsNoStyles() throws Exception {
        String svg = new String(writer.svg(sheet()), StandardCharsets.UTF_8);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg).doesNotContain(" style=").contains(">Falling things</text>", ">one</text>", "sans-serif");
    }

    /** A curve of many points is one element, not one for each pair. */
    @Test
    void svgJoinsTheLinesOfACurve() {
        String svg = new String(writer.svg(sheet()), StandardCharsets.UTF_8);
        long longest = svg.lines()
                .filter(line -> line.startsWith("<polyline"))
                .mapToLong(line -> line.chars().filter(c -> c == ',').count())
                .max()
                .orElse(0);
        assertThat(longest).isGreaterThan(95);
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
