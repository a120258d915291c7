package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.sampler.DpmExponentials.Weights;

/** How a second-order step weighs the slope: both are of order two, they differ in the next term. */
public enum SlopeWeight {

    /** Half of the output's weight, as if the output were taken in the middle of the step. */
    MIDPOINT {
        @Override
        Weights of(Weights exact) {
            return new Weights(
                    exact.h(), exact.state(), exact.output(), exact.output() / 2, exact.curvature(), exact.noise());
        }
    },

    /** The exact integral of a straight line. */
    HEUN {
        @Override
        Weights of(Weights exact) {
            return exact;
        }
    };

    abstract Weights of(Weights exact);
}
