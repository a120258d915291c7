package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.sampler.DpmExponentials.Weights;

/**
 * Singlestep DPM-Solver and DPM-Solver++: Lu et al. 2022, algorithm 1,
 * <a href="https://arxiv.org/abs/2211.01095">arXiv:2211.01095</a>. Steps come in groups of as many as the order; each
 * step of a group starts again from the group's first latent and knows one output more.
 *
 * @param exponentials what is integrated, and whether noise is added
 * @param order 1, 2 or 3
 * @param slope how the slope is weighed
 * @param lowerOrderFinal let the orders fall at the end, and allow every number of steps
 */
public record DpmSolverSinglestep(DpmExponentials exponentials, int order, SlopeWeight slope, boolean lowerOrderFinal)
        implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        float[] start = x;
        float[][] outputs = new float[order][];
        NoiseLevel[] levels = new NoiseLevel[order];
        int stage = 0;
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            stage = stage(i, schedule) == 0 || i == schedule.begin() ? 0 : stage + 1;
            start = stage == 0 ? x : start;
            float[] denoised = denoiser.denoise(x, from);
            outputs[stage] = exponentials.output(x, denoised, from);
            levels[stage] = from;
            Weights weights = exponentials.between(levels[0], schedule.to(i));
            x = schedule.to(i).clean()
                    ? denoised.clone()
                    : combine(factors(stage, levels, weights), terms(stage, start, outputs));
            if (exponentials.stochastic()) {
                x = combine(1, x, weights.noise(), noise.next());
            }
            observer.finished(i, x);
        }
        return x;
    }

    /**
     * Place of a step in its group, 0 for the first. The last step is by itself where orders fall, and where no noise is
     * left behind it: lambda has no end there, and the first order's limit is the clean latent.
     */
    private int stage(int i, Schedule schedule) {
        boolean whole = schedule.size() % order == 0;
        boolean alone = schedule.to(i).clean() || lowerOrderFinal && whole;
        return schedule.last(i) && alone ? 0 : i % order;
    }

    private static float[][] terms(int stage, float[] start, float[][] outputs) {
        float[][] terms = new float[stage + 2][];
        terms[0] = start;
        System.arraycopy(outputs, 0, terms, 1, stage + 1);
        return terms;
    }

    /** Weights of the start and of the outputs, oldest first. */
    private double[] factors(int stage, NoiseLevel[] levels, Weights weights) {
        double[] factors = new double[stage + 2];
        factors[0] = weights.state();
        factors[1] = weights.output();
        double r1 = stage > 0 ? (levels[1].lambda() - levels[0].lambda()) / weights.h() : 0;
        if (stage == 1) {
            addDifference(factors, 1, slope.of(weights).slope() / r1);
        } else if (stage == 2) {
            double r2 = (levels[2].lambda() - levels[0].lambda()) / weights.h();
            double first = 0;
            double second = weights.slope();
            if (slope == SlopeWeight.HEUN) {
                double curvature = 2 * weights.curvature() / (r2 - r1);
                first = weights.slope() * r2 / (r2 - r1) - curvature;
                second = -weights.slope() * r1 / (r2 - r1) + curvature;
            }
            addDifference(factors, 1, first / r1);
            addDifference(factors, 2, second / r2);
        }
        return factors;
    }

    /** Adds {@code weight} times the difference of output {@code k} and the first one. */
    private static void addDifference(double[] factors, int k, double weight) {
        factors[k + 1] += weight;
        factors[1] -= weight;
    }
}
