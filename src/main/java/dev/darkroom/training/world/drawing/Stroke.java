package dev.darkroom.training.world.drawing;

/**
 * A line of some width, put together from a box along each segment and a disc on each corner. All parts turn the same
 * way round, so that where they overlap they count as one.
 */
final class Stroke {

    private static final double SAME_POINT = 1e-9;

    private final double radius;
    private final double[] disc;
    private final Edges edges = new Edges();
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;

    /** @param radius half the width, pixels */
    Stroke(double radius) {
        this.radius = radius;
        this.disc = disc(radius);
    }

    void segment(double x0, double y0, double x1, double y1) {
        if (x0 != lastX || y0 != lastY) {
            disc(x0, y0);
        }
        double length = StrictMath.hypot(x1 - x0, y1 - y0);
        if (length > SAME_POINT) {
            double nx = (y1 - y0) / length * radius;
            double ny = (x0 - x1) / length * radius;
            edges.add(x0 - nx, y0 - ny, x0 + nx, y0 + ny);
            edges.add(x0 + nx, y0 + ny, x1 + nx, y1 + ny);
            edges.add(x1 + nx, y1 + ny, x1 - nx, y1 - ny);
            edges.add(x1 - nx, y1 - ny, x0 - nx, y0 - ny);
        }
        disc(x1, y1);
        lastX = x1;
        lastY = y1;
    }

    /** The corners of a disc around the origin, the first one again at the end. */
    private static double[] disc(double radius) {
        int corners = (int) StrictMath.max(8, StrictMath.min(40, 4 * StrictMath.sqrt(radius) + 6));
        double[] disc = new double[2 * corners + 2];
        for (int i = 0; i <= corners; i++) {
            double angle = 2 * StrictMath.PI * (i % corners) / corners;
            disc[2 * i] = radius * StrictMath.cos(angle);
            disc[2 * i + 1] = radius * StrictMath.sin(angle);
        }
        return disc;
    }

    private void disc(double x, double y) {
        for (int i = 2; i < disc.length; i += 2) {
            edges.add(x + disc[i - 2], y + disc[i - 1], x + disc[i], y + disc[i + 1]);
        }
    }

    Edges edges() {
        return edges;
    }
}
