package dev.darkroom.training.world.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/** The outline of a form as straight edges in pixels. Curves are cut into pieces that no eye can tell from them. */
final class Edges {

    private static final int MOST_PIECES = 48;

    /** {@code x0, y0, x1, y1} of each edge. */
    private double[] ends = new double[256];

    private int used;

    /** The edges of a filled form; open parts are closed. */
    static Edges of(Shape form, AffineTransform toPixels) {
        var edges = new Edges();
        new Walk(toPixels) {
            @Override
            void line(double x0, double y0, double x1, double y1) {
                edges.add(x0, y0, x1, y1);
            }

            @Override
            void end(boolean closed, double x0, double y0, double x1, double y1) {
                edges.add(x0, y0, x1, y1);
            }
        }.go(form);
        return edges;
    }

    /** The edges of a line with round ends and corners along a form. */
    static Edges along(Shape form, AffineTransform toPixels, double width) {
        double scale = StrictMath.sqrt(StrictMath.abs(toPixels.getDeterminant()));
        var stroke = new Stroke(width * scale / 2);
        new Walk(toPixels) {
            @Override
            void line(double x0, double y0, double x1, double y1) {
                stroke.segment(x0, y0, x1, y1);
            }

            @Override
            void end(boolean closed, double x0, double y0, double x1, double y1) {
                if (closed) {
                    stroke.segment(x0, y0, x1, y1);
                }
            }
        }.go(form);
        return stroke.edges();
    }

    void add(double x0, double y0, double x1, double y1) {
        if (used + 4 > ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        ends[used++] = x0;
        ends[used++] = y0;
        ends[used++] = x1;
        ends[used++] = y1;
    }

    int count() {
        return used / 4;
    }

    /** An end of an edge: {@code part} 0 to 3 is x0, y0, x1, y1. */
    double end(int edge, int part) {
        return ends[4 * edge + part];
    }

    /** Goes along a path in straight pieces. */
    private abstract static class Walk {

        private final AffineTransform toPixels;
        private final double[] c = new double[6];
        private double x;
        private double y;

        Walk(AffineTransform toPixels) {
            this.toPixels = toPixels;
        }

        abstract void line(double x0, double y0, double x1, double y1);

        /** From where a part ended back to its start. */
        abstract void end(boolean closed, double x0, double y0, double x1, double y1);

        void go(Shape form) {
            double startX = 0;
            double startY = 0;
            boolean open = false;
            for (PathIterator path = form.getPathIterator(toPixels); !path.isDone(); path.next()) {
                int kind = path.currentSegment(c);
                if (kind == PathIterator.SEG_MOVETO || kind == PathIterator.SEG_CLOSE) {
                    if (open) {
                        end(kind == PathIterator.SEG_CLOSE, x, y, startX, startY);
                    }
                    open = false;
                    x = kind == PathIterator.SEG_MOVETO ? c[0] : startX;
                    y = kind == PathIterator.SEG_MOVETO ? c[1] : startY;
                    startX = x;
                    startY = y;
                    continue;
                }
                open = true;
                switch (kind) {
                    case PathIterator.SEG_LINETO -> to(c[0], c[1]);
                    case PathIterator.SEG_QUADTO ->
                        cubic(
                                x + (c[0] - x) * 2 / 3,
                                y + (c[1] - y) * 2 / 3,
                                c[2] + (c[0] - c[2]) * 2 / 3,
                                c[3] + (c[1] - c[3]) * 2 / 3,
                                c[2],
                                c[3]);
                    default -> cubic(c[0], c[1], c[2], c[3], c[4], c[5]);
                }
            }
            if (open) {
                end(false, x, y, startX, startY);
            }
        }

        private void to(double nextX, double nextY) {
            line(x, y, nextX, nextY);
            x = nextX;
            y = nextY;
        }

        private void cubic(double x1, double y1, double x2, double y2, double x3, double y3) {
            double x0 = x;
            double y0 = y;
            double length = StrictMath.hypot(x1 - x0, y1 - y0)
                    + StrictMath.hypot(x2 - x1, y2 - y1)
                    + StrictMath.hypot(x3 - x2, y3 - y2);
            int pieces = (int) StrictMath.max(2, StrictMath.min(MOST_PIECES, 2 * StrictMath.sqrt(length) + 1));
            for (int i = 1; i <= pieces; i++) {
                double t = (double) i / pieces;
                double s = 1 - t;
                double a = s * s * s;
                double b = 3 * s * s * t;
                double d = 3 * s * t * t;
                double e = t * t * t;
                to(a * x0 + b * x1 + d * x2 + e * x3, a * y0 + b * y1 + d * y2 + e * y3);
            }
        }
    }
}
