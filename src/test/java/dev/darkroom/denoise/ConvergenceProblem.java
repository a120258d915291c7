package dev.darkroom.denoise;

import dev.darkroom.denoise.sampler.Churn;
import dev.darkroom.denoise.sampler.Dpm2;
import dev.darkroom.denoise.sampler.DpmExponentials;
import dev.darkroom.denoise.sampler.DpmFast;
import dev.darkroom.denoise.sampler.DpmPlusPlus2SAncestral;
import dev.darkroom.denoise.sampler.DpmSolverMultistep;
import dev.darkroom.denoise.sampler.Euler;
import dev.darkroom.denoise.sampler.Heun;
import dev.darkroom.denoise.sampler.Lms;
import dev.darkroom.denoise.sampler.SlopeWeight;
import dev.darkroom.denoise.sampler.SolverFinish;
import dev.darkroom.denoise.schedule.SigmaCurve;
import dev.darkroom.golden.GoldenTensors;
import java.util.Arrays;
import java.util.List;

/**
 * Two latents whose exact way down the probability-flow ODE is known.
 *
 * @param start float latents at the largest sigma, both images
 * @param exact the same at the smallest sigma
 * @param network the exact denoiser
 */
@SuppressWarnings("ArrayRecordComponent")
record ConvergenceProblem(float[] start, double[] exact, AnalyticNetwork network) {

    private static final Noise NO_NOISE = () -> {
        throw new AssertionError("a deterministic sampler drew noise");
    };

    static ConvergenceProblem read(GoldenTensors tensors, AnalyticNetwork network) {
        return new ConvergenceProblem(
                tensors.floats("convergence/x_start"),
                tensors.get("convergence/x_exact").doubles(),
                network);
    }

    static Sampler sampler(String name) {
        SolverFinish full = new SolverFinish(false, false);
        return switch (name) {
            case "euler" -> new Euler(Churn.NONE);
            case "heun" -> new Heun(Churn.NONE);
            case "dpm_2" -> new Dpm2(Churn.NONE);
            case "lms4" -> new Lms(4);
            case "dpmpp_2m" -> new DpmSolverMultistep(DpmExponentials.Data.ODE, 2, SlopeWeight.MIDPOINT, full);
            case "dpmpp_3m" -> new DpmSolverMultistep(DpmExponentials.Data.ODE, 3, SlopeWeight.HEUN, full);
            case "dpmpp_2s" -> new DpmPlusPlus2SAncestral(0, 0);
            case "dpm_fast" -> new DpmFast(0, 1);
            default -> throw new UnsupportedOperationException(name);
        };
    }

    /** The largest error after {@code count} steps on the Karras grid. */
    double error(Sampler sampler, int count) {
        List<NoiseLevel> grid = Arrays.stream(SigmaCurve.karras(count + 1, 0.03, 10, 7))
                .mapToObj(sigma -> Frame.VARIANCE_EXPLODING.level(0, sigma))
                .toList();
        Schedule schedule = Schedule.through(grid, sigma -> Frame.VARIANCE_EXPLODING.level(0, sigma));
        Denoiser denoiser = (x, level) -> network.evaluate(x, level, OutputForm.of("sample"));
        Noise noise = sampler instanceof DpmPlusPlus2SAncestral ? () -> new float[start.length / 2] : NO_NOISE;
        double worst = 0;
        int size = start.length / 2;
        for (int image = 0; image < 2; image++) {
            float[] x = Arrays.copyOfRange(start, image * size, (image + 1) * size);
            float[] end = sampler.sample(x, schedule, denoiser, noise, StepObserver.none());
            for (int i = 0; i < size; i++) {
                worst = Math.max(worst, Math.abs(end[i] - exact[image * size + i]));
            }
        }
        return worst;
    }
}
