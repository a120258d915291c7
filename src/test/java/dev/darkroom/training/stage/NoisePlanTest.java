package dev.darkroom.training.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.training.UnusableSettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that has learnt its target perfectly draws the data: what is trained is what the samplers assume. */
class NoisePlanTest {

    private static final float[] DATA = {0.3f, -0.5f, 0.9f, -0.1f};

    @ParameterizedTest
    @CsvSource({
        "DDIMScheduler, epsilon, false",
        "DDIMScheduler, sample, false",
        "DDIMScheduler, v_prediction, false",
        "DDIMScheduler, v_prediction, true",
        "DDPMScheduler, v_prediction, false",
        "EulerDiscreteScheduler, epsilon, false",
        "EulerDiscreteScheduler, v_prediction, true",
        "DPMSolverMultistepScheduler, v_prediction, true",
        "DPMSolverMultistepScheduler, epsilon, false",
        "FlowMatchEulerDiscreteScheduler, flow_prediction, false",
    })
    void perfectNetworkDrawsTheData(String scheduler, String prediction, boolean zeroSnr) {
        Map<String, Object> config = new HashMap<>(Map.of(
                "_class_name",
                scheduler,
                "prediction_type",
                prediction,
                "rescale_betas_zero_snr",
                zeroSnr,
                "timestep_spacing",
                "trailing",
                "clip_sample",
                false,
                "num_train_timesteps",
                1000));
        NoisePlan plan = new TimestepPlan(config, "uniform", "none", 5);
        double whole = prediction.equals("flow_prediction") ? 0 : 0.5;
        assertThat(drawn(config, plan, 12, told -> plan.at((told + whole) / 1000)))
                .containsExactly(DATA, within(0.02f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ve_annealed_langevin", "ve_reverse_sde", "ve_probability_flow"})
    void perfectScoreDrawsTheData(String sampler) {
        Map<String, Object> config = score();
        NoisePlan plan = new ScorePlan(config);
        Steps steps = Steps.of(200);
        SamplingOptions options =
                new SamplingOptions(sampler.isEmpty() ? null : sampler, null, steps, null, null, null);
        SamplingPlan drawing = SamplingPlanner.plan(SchedulerConfig.of(config), options);
        float[] drawn = run(drawing, network(plan, sigma -> new NoiseLevel(0, 1, sigma)));
        assertThat(drawn).containsExactly(DATA, within(0.1f));
    }

    @Test
    void errorOfAScoreCountsAsThatOfTheNoise() {
        NoisePlan plan = new ScorePlan(score());
        SplittableRandom random = new SplittableRandom(1);
        float[] noise = {1, -1, 0.5f, 2};
        for (int i = 0; i < 50; i++) {
            NoiseLevel level = plan.draw(random);
            assertThat(level.sigma()).isBetween(0.0099, 50.01);
            assertThat(plan.told(level)).isEqualTo(level.sigma());
            float[] target = plan.target(DATA, noise, level);
            for (int j = 0; j < noise.length; j++) {
                assertThat(target[j] * level.sigma()).isCloseTo(-noise[j], Offset.offset(2e-3));
            }
            assertThat(plan.weight(level)).isCloseTo(level.sigma() * level.sigma(), within(1e-6 * plan.weight(level)));
        }
    }

    @Test
    void levelsOfScoresAreGeometric() {
        NoisePlan plan = new ScorePlan(score());

        assertThat(plan.at(0.25).sigma() / plan.at(0).sigma())
                .isCloseTo(plan.at(1).sigma() / plan.at(0.75).sigma(), within(1e-6));
        assertThat(plan.at(1).sigma()).isCloseTo(50, within(1e-9));
    }

    @Test
    void otherSchedulersAreRefusedForScores() {
        assertThatThrownBy(() -> new ScorePlan(Map.of("_class_name", "DDPMScheduler")))
                .isInstanceOf(UnusableSettingsException.class)
                .hasMessageContaining("ScoreSdeVeScheduler");
    }

    private static Map<String, Object> score() {
        return Map.of("_class_name", "ScoreSdeVeScheduler", "sigma_min", 0.01, "sigma_max", 50.0);
    }

    private static float[] drawn(Map<String, Object> config, NoisePlan plan, int steps, Told told) {
        SamplingPlan drawing = SamplingPlanner.plan(SchedulerConfig.of(config), SamplingOptions.of(Steps.of(steps)));
        return run(drawing, network(plan, told));
    }

    private static float[] run(SamplingPlan drawing, Network<Integer> network) {
        CpuGenerator generator = new CpuGenerator(3);
        return drawing.run(
                drawing.initial(generator.normals(DATA.length)),
                drawing.denoiser(network, Guidance.none(0)),
                () -> generator.normals(DATA.length),
                StepObserver.none());
    }

    /** Finds the noise in what it is fed, which is all that is left of the data's distribution. */
    private static Network<Integer> network(NoisePlan plan, Told told) {
        return (input, timestep, conditions) -> {
            NoiseLevel level = told.level(timestep);
            float[] noise = new float[DATA.length];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (float) ((input[i] - level.alpha() * DATA[i]) / level.sigma());
            }
            return List.of(plan.target(DATA, noise, level));
        };
    }

    private interface Told {
        NoiseLevel level(double told);
    }
}
