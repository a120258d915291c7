package dev.darkroom.denoise.ode;

/** A system {@code dy/dt = slope(t, y)}. */
@FunctionalInterface
public interface OrdinarySystem {

    /** The derivative; {@code y} is not changed, the result belongs to the caller. */
    double[] slope(double t, double[] y);

    /** How large an error is, in units of what is tolerated; a system of parts may take the worst of them. */
    default double size(double[] error, double[] before, double[] after, Tolerance tolerance) {
        return tolerance.error(error, before, after, 0, error.length);
    }
}
