package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.denoise.inpaint.KnownRegion;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known stays, whatever the sampler. */
class KnownRegionTest {

    private static final SchedulerConfig MODEL = new SchedulerConfig(
            "DPMSolverMultistepScheduler", Map.of("beta_schedule", "scaled_linear", "beta_start", 0.00085));
    private static final int SIZE = 64;
    private static final int STEPS = 8;

    private final float[] clean = new CpuGenerator(1).normals(SIZE);
    private final float[] draw = new CpuGenerator(2).normals(SIZE);
    private int evaluations;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "euler",
                "euler_ancestral",
                "heun",
                "dpmpp_2m",
                "dpmpp_sde",
                "lms",
                "uni_pc",
                "dpm_adaptive",
                "dpm_fast",
                "restart",
                "ddpm",
                "sa_solver"
            })
    void theNetworkSeesTheKnownPartAtItsLevelAndTheLatentEndsWithIt(String sampler) {
        SamplingPlan plan = plan(sampler);
        float[] mask = half();
        KnownRegion known = new KnownRegion(plan.schedule(), mask, clean, draw, false);
        float[] latent = known.finished(run(plan, known, mask));
        for (int i = 0; i < SIZE; i++) {
            if (mask[i] == 0) {
                assertThat(latent[i]).isEqualTo(clean[i]);
            } else {
                assertThat(latent[i]).isNotEqualTo(clean[i]).isFinite();
            }
        }
        assertThat(evaluations).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"euler", "heun", "dpmpp_2m", "dpmpp_sde", "ddim", "uni_pc"})
    void resamplingWalksEveryStretchAgain(String sampler) {
        SamplingPlan plan = plan(sampler).resampled(3, 2);
        float[] mask = half();
        KnownRegion known = new KnownRegion(plan.schedule(), mask, clean, draw, false);
        List<Integer> told = new ArrayList<>();
        float[] latent = run(plan, known, mask, told);
        assertThat(latent).doesNotContain(Float.NaN);
        assertThat(told)
                .hasSize(plan.steps())
                .startsWith(0, 1, 2, 0, 1, 2, 0, 1, 2, 3)
                .endsWith(6, 7, 6, 7, 6, 7);
        assertThat(evaluations).isEqualTo(plan.evaluations());
    }

    /** A position of value m is painted in the last m of the steps. */
    @Test
    void aGrayPositionIsPaintedLate() {
        SamplingPlan plan = plan("euler");
        float[] mask = new float[SIZE];
        Arrays.fill(mask, 0.5f);
        KnownRegion known = new KnownRegion(plan.schedule(), mask, clean, draw, false);
        List<Boolean> painted = new ArrayList<>();
        Denoiser network = (x, level) -> {
            painted.add(Math.abs(x[0] - level.alpha() * clean[0] - level.sigma() * draw[0]) > 1e-4);
            return new float[SIZE];
        };
        float[] start = new float[SIZE];
        plan.run(start, known.around(shown(known, network)), () -> new float[SIZE], StepObserver.none());
        assertThat(painted).containsExactly(false, false, false, false, true, true, true, true);
    }

    /** The known part goes into the network's own input; what the sampler holds is not copied and not touched. */
    @Test
    void theKnownPartIsShownToTheNetworkAlone() {
        SamplingPlan plan = plan("heun");
        KnownRegion known = new KnownRegion(plan.schedule(), half(), clean, draw, false);
        NoiseLevel level = plan.schedule().from(2);
        double scale = plan.preconditioning().at(level).in();
        float[] x = new CpuGenerator(4).normals(SIZE);
        float[] before = x.clone();
        List<float[]> inputs = new ArrayList<>();
        Network<String> network = (input, timestep, conditions) -> {
            inputs.add(input);
            return List.of(new float[SIZE]);
        };
        float[] answer = known.around(plan.denoiser(network, Guidance.none("only"), known))
                .denoise(x, level);
        assertThat(x).isEqualTo(before);
        assertThat(inputs).hasSize(1);
        for (int i = 0; i < SIZE; i++) {
            boolean isKnown = i < SIZE / 2;
            double shown = isKnown ? level.alpha() * clean[i] + level.sigma() * draw[i] : x[i];
            assertThat((double) inputs.get(0)[i]).isCloseTo(scale * shown, within(1e-5));
            assertThat(answer[i] == clean[i]).isEqualTo(isKnown);
        }
    }

    /** A denoiser whose network sees what the region shows. */
    private static Denoiser shown(KnownRegion known, Denoiser network) {
        return (x, level) -> {
            float[] seen = x.clone();
            known.show(seen, 1, level);
            return network.denoise(seen, level);
        };
    }

    private static SamplingPlan plan(String sampler) {
        SamplingOptions options = new SamplingOptions(sampler, null, Steps.of(STEPS), null, null, null);
        return SamplingPlanner.plan(MODEL, options);
    }

    private static float[] half() {
        float[] mask = new float[SIZE];
        Arrays.fill(mask, SIZE / 2, SIZE, 1);
        return mask;
    }

    private float[] run(SamplingPlan plan, KnownRegion known, float[] mask) {
        return run(plan, known, mask, new ArrayList<>());
    }

    private float[] run(SamplingPlan plan, KnownRegion known, float[] mask, List<Integer> told) {
        Denoiser network = (x, level) -> {
            evaluations++;
            float[] denoised = new float[SIZE];
            for (int i = 0; i < SIZE; i++) {
                if (mask[i] == 0) {
                    double noised = level.alpha() * clean[i] + level.sigma() * draw[i];
                    assertThat((double) x[i]).isCloseTo(noised, within(1e-4 * (1 + Math.abs(noised))));
                }
                denoised[i] = (float) Math.tanh(x[i] / Math.hypot(level.alpha(), level.sigma()));
            }
            return denoised;
        };
        float[] start = plan.noised(clean, draw);
        return plan.run(
                start,
                known.around(shown(known, network)),
                new CpuGenerator(3).noise(SIZE),
                (step, x) -> told.add(step));
    }
}
