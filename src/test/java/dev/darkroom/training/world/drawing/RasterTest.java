package dev.darkroom.training.world.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.darkroom.generation.Size;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RasterTest {

    private static final AffineTransform PLACE = new AffineTransform();

    @Property(tries = 200)
    void boxCoversItsArea(
            @ForAll @DoubleRange(min = -10, max = 60) double x,
            @ForAll @DoubleRange(min = 2, max = 28) double y,
            @ForAll @DoubleRange(min = 0, max = 50) double width,
            @ForAll @DoubleRange(min = 0, max = 30) double height) {
        // eight sample lines a pixel from top to bottom: heights are exact in eighths
        double top = Math.rint(y * 8) / 8;
        double bottom = Math.rint((y + height) * 8) / 8;
        var box = new Rectangle2D.Double(x, top, width, bottom - top);
        Rectangle2D seen = box.createIntersection(new Rectangle2D.Double(0, 0, 40, 32));
        double area = seen.getWidth() < 0 || seen.getHeight() < 0 ? 0 : seen.getWidth() * seen.getHeight();

        assertThat(covered(box)).isCloseTo(area, within(0.01));
    }

    @Test
    void circleCoversItsArea() {
        assertThat(covered(Forms.circle(20.3, 16.7, 11.4))).isCloseTo(Math.PI * 11.4 * 11.4, withinPercentage(0.8));
    }

    @Test
    void whatOverlapsCountsOnce() {
        var twice = new Path2D.Double(new Rectangle2D.Double(4, 4, 10, 10));
        twice.append(new Rectangle2D.Double(9, 4, 10, 10), false);

        assertThat(covered(twice)).isCloseTo(150, within(0.01));
    }

    @Test
    void holesStayOpen() {
        assertThat(covered(Forms.without(Forms.box(4, 4, 24, 24, 0), Forms.box(10, 10, 20, 20, 0))))
                .isCloseTo(300, within(0.01));
    }

    @Test
    void lineIsAsWideAsSaidWithRoundEnds() {
        var mask = new Paper(new Size(40, 32)).mask(Edges.along(Forms.path("M 8 16 L 30 16"), PLACE, 6), null);

        assertThat(sum(mask)).isCloseTo(22 * 6 + Math.PI * 9, withinPercentage(1));
        assertThat(mask[16 * 40 + 7]).isEqualTo(1);
        assertThat(mask[16 * 40 + 3]).isZero();
    }

    @Test
    void closedLineHasNoGapAndNoThickerCorner() {
        var mask = new Paper(new Size(40, 32)).mask(Edges.along(new Rectangle2D.Double(6, 6, 20, 20), PLACE, 2), null);

        assertThat(sum(mask)).isCloseTo(22 * 22 - 18 * 18 - (4 - Math.PI), within(0.3));
    }

    private static double covered(Shape form) {
        return sum(new Paper(new Size(40, 32)).mask(Edges.of(form, PLACE), null));
    }

    private static double sum(float[] mask) {
        double sum = 0;
        for (float share : mask) {
            assertThat(share).isBetween(0f, 1f);
            sum += share;
        }
        return sum;
    }
}
