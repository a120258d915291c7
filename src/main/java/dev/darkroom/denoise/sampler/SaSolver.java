package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * SA-Solver, a stochastic Adams method with predictor and corrector: Xue et al. 2023, algorithm 1,
 * <a href="https://arxiv.org/abs/2309.05019">arXiv:2309.05019</a>. The corrector takes the step again with the same draw
 * once the output at its end is known.
 *
 * @param integral what is integrated over a step
 * @param predictorOrder 1 to 3
 * @param correctorOrder 1 to 4
 * @param tau how stochastic the step from a timestep is: 0 the ODE, 1 the reverse SDE
 * @param lowerOrderFinal let the orders fall at the end
 * @param evaluatesAgain ask the network again where the corrector led (PECE), at twice the cost
 */
public record SaSolver(
        SaIntegral integral,
        int predictorOrder,
        int correctorOrder,
        DoubleUnaryOperator tau,
        boolean lowerOrderFinal,
        boolean evaluatesAgain)
        implements Sampler {

    /** By default stochastic in the middle of the 1000 training timesteps. */
    public static final DoubleUnaryOperator MIDDLE = timestep -> timestep >= 200 && timestep <= 800 ? 1 : 0;

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        List<SaIntegral.Output> outputs = new ArrayList<>();
        float[] start = x;
        float[] draw = {};
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            float[] denoised = denoiser.denoise(x, from);
            outputs.add(0, integral.output(x, denoised, from));
            if (i > schedule.begin()) {
                NoiseLevel before = schedule.from(i - 1);
                int order = Math.min(outputs.size(), atEnd(correctorOrder, schedule.size() - i + 2));
                SaIntegral.Step step = new SaIntegral.Step(before, from, tau.applyAsDouble(before.timestep()));
                x = integral.corrected(start, step, outputs.subList(0, order), draw);
                if (evaluatesAgain) {
                    denoised = denoiser.denoise(x, from);
                    outputs.set(0, integral.output(x, denoised, from));
                }
            }
            int order = Math.min(outputs.size(), atEnd(predictorOrder, schedule.size() - i));
            SaIntegral.Step step = new SaIntegral.Step(from, schedule.to(i), tau.applyAsDouble(from.timestep()));
            start = x;
            draw = noise.next();
            x = schedule.to(i).clean()
                    ? denoised.clone()
                    : integral.predicted(start, step, outputs.subList(0, order), draw);
            observer.finished(i, x);
        }
        return x;
    }

    @Override
    public int evaluations(Schedule schedule) {
        int steps = schedule.remaining();
        return evaluatesAgain ? Math.max(steps, 2 * steps - 1) : steps;
    }

    private int atEnd(int order, int left) {
        return lowerOrderFinal ? Math.min(order, left) : order;
    }
}
