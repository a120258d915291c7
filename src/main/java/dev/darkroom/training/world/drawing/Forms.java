package dev.darkroom.training.world.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Iterator;
import java.util.List;

/** Outlines in a drawer's box, −100 to 100, y downwards. */
final class Forms {

    /** Numbers that belong to a part of a path: move, line, quadratic, cubic, close. */
    private static final int[] COORDINATES = {2, 2, 4, 6, 0};

    private Forms() {}

    static Shape ellipse(double x, double y, double radiusX, double radiusY) {
        return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
    }

    static Shape circle(double x, double y, double radius) {
        return ellipse(x, y, radius, radius);
    }

    /** A box with round corners, from its edges. */
    static Shape box(double left, double top, double right, double bottom, double radius) {
        return new RoundRectangle2D.Double(left, top, right - left, bottom - top, 2 * radius, 2 * radius);
    }

    /** An outline in the words of SVG: {@code M x y}, {@code L}, {@code Q}, {@code C}, {@code Z}, all absolute. */
    static Shape path(String words) {
        Path2D path = new Path2D.Double();
        Iterator<String> word = List.of(words.trim().split("\\s+")).iterator();
        while (word.hasNext()) {
            String command = word.next();
            switch (command) {
                case "M" -> path.moveTo(number(word), number(word));
                case "L" -> path.lineTo(number(word), number(word));
                case "Q" -> path.quadTo(number(word), number(word), number(word), number(word));
                case "C" ->
                    path.curveTo(number(word), number(word), number(word), number(word), number(word), number(word));
                case "Z" -> path.closePath();
                default -> throw new IllegalArgumentException("no path command: " + command);
            }
        }
        return path;
    }

    private static double number(Iterator<String> word) {
        return Double.parseDouble(word.next());
    }

    /** A closed curve through all points (x, y, x, y, …), as a centripetal spline would run. */
    static Shape smooth(double... xy) {
        int points = xy.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 0; i < points; i++) {
            double[] p = new double[8];
            for (int k = 0; k < 4; k++) {
                int at = (i + k - 1 + points) % points;
                p[2 * k] = xy[2 * at];
                p[2 * k + 1] = xy[2 * at + 1];
            }
            path.curveTo(
                    p[2] + (p[4] - p[0]) / 6,
                    p[3] + (p[5] - p[1]) / 6,
                    p[4] - (p[6] - p[2]) / 6,
                    p[5] - (p[7] - p[3]) / 6,
                    p[4],
                    p[5]);
        }
        path.closePath();
        return path;
    }

    /** A polygon (x, y, x, y, …) whose corners are rounded. */
    static Shape rounded(double radius, double... xy) {
        int points = xy.length / 2;
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points; i++) {
            int before = (i + points - 1) % points;
            int after = (i + 1) % points;
            double x = xy[2 * i];
            double y = xy[2 * i + 1];
            double in = part(radius, x - xy[2 * before], y - xy[2 * before + 1]);
            double out = part(radius, x - xy[2 * after], y - xy[2 * after + 1]);
            double fromX = x + (xy[2 * before] - x) * in;
            double fromY = y + (xy[2 * before + 1] - y) * in;
            if (i == 0) {
                path.moveTo(fromX, fromY);
            } else {
                path.lineTo(fromX, fromY);
            }
            path.quadTo(x, y, x + (xy[2 * after] - x) * out, y + (xy[2 * after + 1] - y) * out);
        }
        path.closePath();
        return path;
    }

    private static double part(double radius, double dx, double dy) {
        return StrictMath.min(0.5, radius / StrictMath.hypot(dx, dy));
    }

    /** A star of the given number of points, the first one upwards. */
    static Shape star(int points, double outer, double inner, double corner) {
        double[] xy = new double[4 * points];
        for (int i = 0; i < 2 * points; i++) {
            double angle = StrictMath.PI * i / points - StrictMath.PI / 2;
            double radius = i % 2 == 0 ? outer : inner;
            xy[2 * i] = radius * StrictMath.cos(angle);
            xy[2 * i + 1] = radius * StrictMath.sin(angle);
        }
        return rounded(corner, xy);
    }

    /** The box around all points of an outline, those that steer its curves included; the same on every Java. */
    static Rectangle2D bounds(Shape shape) {
        double[] c = new double[6];
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int numbers = COORDINATES[path.currentSegment(c)];
            for (int i = 0; i < numbers; i += 2) {
                left = StrictMath.min(left, c[i]);
                right = StrictMath.max(right, c[i]);
                top = StrictMath.min(top, c[i + 1]);
                bottom = StrictMath.max(bottom, c[i + 1]);
            }
        }
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    /** Left and right exchanged. */
    static Shape mirrored(Shape shape) {
        return AffineTransform.getScaleInstance(-1, 1).createTransformedShape(shape);
    }

    static Shape moved(Shape shape, double x, double y, double scale, double degrees) {
        return placed(x, y, scale, scale, degrees).createTransformedShape(shape);
    }

    /** Scaled, then turned, then moved. */
    static AffineTransform placed(double x, double y, double scaleX, double scaleY, double degrees) {
        double cos = StrictMath.cos(StrictMath.toRadians(degrees));
        double sin = StrictMath.sin(StrictMath.toRadians(degrees));
        return new AffineTransform(cos * scaleX, sin * scaleX, -sin * scaleY, cos * scaleY, x, y);
    }

    /** What two outlines have in common. */
    static Shape common(Shape one, Shape other) {
        Area area = new Area(one);
        area.intersect(new Area(other));
        return area;
    }

    /** One outline without the other. */
    static Shape without(Shape one, Shape other) {
        Area area = new Area(one);
        area.subtract(new Area(other));
        return area;
    }

    /** All outlines as one. */
    static Shape union(Shape... shapes) {
        Area area = new Area();
        for (Shape shape : shapes) {
            area.add(new Area(shape));
        }
        return area;
    }
}
