package dev.darkroom.denoise.likelihood;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule.LevelFinder;
import dev.darkroom.denoise.ode.DormandPrince;
import dev.darkroom.denoise.ode.DormandPrince.StepListener;
import dev.darkroom.denoise.ode.OrdinarySystem;
import dev.darkroom.denoise.ode.Tolerance;
import dev.darkroom.denoise.sde.FlowOde;
import java.util.Arrays;

/**
 * The log-likelihood of a latent by the probability-flow ODE: Song et al. 2021, equation 39 (instantaneous change of
 * variables, Chen et al. 2018), <a href="https://arxiv.org/abs/2011.13456">arXiv:2011.13456</a>.
 *
 * <p>Over {@code log s} the flow of {@code y = x / alpha} is {@code y - D}, its divergence {@code d - tr dD/dy}, and
 * {@code log p(y at the start) = log prior(y at the end) + integral of the divergence}.
 *
 * @param denoiser the model
 * @param levels the level of a ratio s, in the model's frame
 * @param trace of the denoiser's Jacobian in that frame
 * @param prior at the end
 * @param tolerance of the solver, for the latent and for the integral each
 */
public record LikelihoodFlow(
        Denoiser denoiser, LevelFinder levels, JacobianTrace trace, Prior prior, Tolerance tolerance) {

    /** The state of the ODE: the latent, then one integral for each estimate of the trace. */
    private final class Augmented implements OrdinarySystem {

        private final FlowOde flow = new FlowOde(denoiser, levels);
        private final int size;

        private Augmented(int size) {
            this.size = size;
        }

        @Override
        public double[] slope(double logRatio, double[] state) {
            double[] z = Arrays.copyOf(state, size);
            double[] slope = Arrays.copyOf(flow.slope(logRatio, z), state.length);
            NoiseLevel level = levels.at(Math.exp(logRatio));
            double[] traces = trace.at(FlowOde.latent(z, level), level);
            for (int k = 0; k < traces.length; k++) {
                slope[size + k] = size - level.alpha() * traces[k];
            }
            return slope;
        }

        @Override
        public double size(double[] error, double[] before, double[] after, Tolerance tolerated) {
            return Math.max(
                    tolerated.error(error, before, after, 0, size),
                    tolerated.error(error, before, after, size, error.length));
        }
    }

    /**
     * The likelihood of a latent.
     *
     * @param x clean latent at the level {@code from}
     * @param from ratio of noise to signal, above 0: the density is that of data blurred so much
     * @param to ratio at which nothing but noise is left
     * @param listener hears of the solver's steps, in the logarithm of the ratio
     */
    public Likelihood of(float[] x, double from, double to, StepListener listener) {
        double[] start = Arrays.copyOf(FlowOde.state(x, levels.at(from)), x.length + trace.count());
        double[] end = new DormandPrince(tolerance, FlowOde.LONGEST_STEP)
                .integrate(new Augmented(x.length), Math.log(from), start, Math.log(to), listener);
        double scale = Math.hypot(1, to);
        double[] latent = Arrays.stream(end, 0, x.length).map(z -> scale * z).toArray();
        return new Likelihood(prior.logDensity(latent, to), Arrays.copyOfRange(end, x.length, end.length), latent);
    }
}
