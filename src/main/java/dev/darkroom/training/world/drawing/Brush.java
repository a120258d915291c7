package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Style;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * Lays forms on a picture in the picture's style. Light falls from the upper left. Units are those of the drawer's box.
 * Not thread-safe.
 */
final class Brush {

    private static final float RIM = 4.5f;
    private static final float OUTLINE = 6;
    private static final float BLOCK = 8.5f;
    private static final double DARK = 0.36;
    private static final Shape UNIT_DISC = Forms.circle(0, 0, 1);

    private final Paper paper;
    private final Style style;
    private final AffineTransform place;
    private final float @Nullable [] within;

    private Brush(Paper paper, Style style, AffineTransform place, float @Nullable [] within) {
        this.paper = paper;
        this.style = style;
        this.place = place;
        this.within = within;
    }

    /** @param place from the brush's units to pixels */
    Brush(Paper paper, Style style, AffineTransform place) {
        this(paper, style, place, null);
    }

    boolean outlines() {
        return style == Style.OUTLINE;
    }

    /** A brush whose box lies elsewhere, in units of this one. */
    Brush moved(double x, double y, double scale, double degrees) {
        return new Brush(paper, style, placed(x, y, scale, scale, degrees), within);
    }

    /** A brush that paints only within a form. */
    Brush within(Shape form) {
        return new Brush(paper, style, place, paper.mask(Edges.of(form, place), within));
    }

    private AffineTransform placed(double x, double y, double scaleX, double scaleY, double degrees) {
        AffineTransform other = new AffineTransform(place);
        other.concatenate(Forms.placed(x, y, scaleX, scaleY, degrees));
        return other;
    }

    /** A lit body with its rim. */
    void body(Shape form, Tint tint) {
        fill(form, tint);
        line(form, tint.rim(), RIM);
    }

    /** A lit body without a rim. */
    void fill(Shape form, Tint tint) {
        if (outlines()) {
            paint(form, Color.WHITE);
            return;
        }
        Rectangle2D bounds = Forms.bounds(form);
        double reach = 0.86 * StrictMath.max(bounds.getWidth(), bounds.getHeight());
        AffineTransform light = placed(
                bounds.getX() + 0.36 * bounds.getWidth(), bounds.getY() + 0.27 * bounds.getHeight(), reach, reach, 0);
        lay(form, Shading.radial(tint.light(), tint.base(), tint.shade(), 0.45, light));
    }

    private void lay(Shape form, Shading shading) {
        paper.paint(Edges.of(form, place), shading, within);
    }

    /** A form of one colour, no rim; in outlines only dark ones are filled. */
    void part(Shape form, Color color) {
        if (outlines() && Colours.luma(color) > DARK) {
            paint(form, Color.WHITE);
            line(form, Colours.mix(color, Color.BLACK, 0.4), OUTLINE / 2);
        } else {
            paint(form, color);
        }
    }

    /** A form of one colour in any style. */
    void paint(Shape form, Color color) {
        lay(form, Shading.plain(color));
    }

    /** A form that changes from top to bottom. */
    void fade(Shape form, Color top, Color bottom) {
        Rectangle2D bounds = Forms.bounds(form);
        lay(form, Shading.linear(top, bottom, placed(0, bounds.getMinY(), 1, bounds.getHeight(), 0)));
    }

    /** A line with round ends along a form. */
    void line(Shape form, Color color, double width) {
        double least = outlines() ? OUTLINE : style == Style.PIXEL ? BLOCK : 0;
        paper.paint(Edges.along(form, place, StrictMath.max(width, least)), Shading.plain(color), within);
    }

    /** A mirror of the light: a soft white spot. */
    void gloss(double x, double y, double radiusX, double radiusY, double degrees) {
        if (!outlines()) {
            soft(x, y, radiusX, radiusY, degrees, Color.WHITE, 0.75);
        }
    }

    /** A glow that fades outwards; blush, gloss, shadow. */
    void soft(double x, double y, double radiusX, double radiusY, double degrees, Color color, double strength) {
        if (outlines()) {
            return;
        }
        AffineTransform glow = placed(x, y, radiusX, radiusY, degrees);
        Shading shading = Shading.radial(
                Colours.veil(color, strength), Colours.veil(color, strength * 0.6), Colours.veil(color, 0), 0.5, glow);
        paper.paint(Edges.of(UNIT_DISC, glow), shading, within);
    }

    /** The shadow that a body casts on what it stands on. */
    void shadow(double x, double y, double radiusX, double radiusY) {
        soft(x, y, radiusX, radiusY, 0, new Color(0x1B1440), 0.34);
    }
}
