package dev.darkroom.training.world.drawing;

import dev.darkroom.training.world.scene.Style;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * Lays forms on a picture in the picture's style. Light falls from the upper left. Units are those of the drawer's box.
 * Not thread-safe.
 */
final class Brush {

    private static final float RIM = 4.5f;
    private static final float OUTLINE = 6;
    private static final float BLOCK = 8.5f;
    private static final double DARK = 0.36;

    private final Graphics2D graphics;
    private final Style style;

    Brush(Graphics2D graphics, Style style) {
        this.graphics = graphics;
        this.style = style;
    }

    boolean outlines() {
        return style == Style.OUTLINE;
    }

    /** A brush whose box lies elsewhere, in units of this one. */
    Brush moved(double x, double y, double scale, double degrees) {
        return stretched(x, y, scale, scale, degrees);
    }

    Brush stretched(double x, double y, double scaleX, double scaleY, double degrees) {
        Graphics2D other = (Graphics2D) graphics.create();
        other.translate(x, y);
        other.rotate(StrictMath.toRadians(degrees));
        other.scale(scaleX, scaleY);
        return new Brush(other, style);
    }

    /** A brush that paints only within a form. */
    Brush within(Shape form) {
        Graphics2D other = (Graphics2D) graphics.create();
        other.clip(form);
        return new Brush(other, style);
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
        Rectangle2D bounds = form.getBounds2D();
        double reach = StrictMath.max(bounds.getWidth(), bounds.getHeight());
        graphics.setPaint(new RadialGradientPaint(
                new Point2D.Double(bounds.getX() + 0.36 * bounds.getWidth(), bounds.getY() + 0.27 * bounds.getHeight()),
                (float) (0.86 * reach),
                new float[] {0, 0.45f, 1},
                new Color[] {tint.light(), tint.base(), tint.shade()}));
        graphics.fill(form);
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
        graphics.setPaint(color);
        graphics.fill(form);
    }

    /** A form that changes from top to bottom. */
    void fade(Shape form, Color top, Color bottom) {
        Rectangle2D bounds = form.getBounds2D();
        graphics.setPaint(new LinearGradientPaint(
                new Point2D.Double(0, bounds.getMinY()),
                new Point2D.Double(0, bounds.getMaxY()),
                new float[] {0, 1},
                new Color[] {top, bottom}));
        graphics.fill(form);
    }

    /** A line with round ends along a form. */
    void line(Shape form, Color color, double width) {
        graphics.setPaint(color);
        double least = outlines() ? OUTLINE : style == Style.PIXEL ? BLOCK : 0;
        graphics.setStroke(new BasicStroke((float) StrictMath.max(width, least), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(form);
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
        Graphics2D local = (Graphics2D) graphics.create();
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(StrictMath.toRadians(degrees));
        place.scale(radiusX / 100, radiusY / 100);
        local.transform(place);
        local.setPaint(new RadialGradientPaint(new Point2D.Double(0, 0), 100, new float[] {0, 0.5f, 1}, new Color[] {
            Colours.veil(color, strength), Colours.veil(color, strength * 0.6), Colours.veil(color, 0)
        }));
        local.fill(Forms.circle(0, 0, 100));
        local.dispose();
    }

    /** The shadow that a body casts on what it stands on. */
    void shadow(double x, double y, double radiusX, double radiusY) {
        soft(x, y, radiusX, radiusY, 0, new Color(0x1B1440), 0.34);
    }
}
