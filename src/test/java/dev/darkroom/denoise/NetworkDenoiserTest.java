package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.guidance.ClassifierFreeGuidance;
import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.denoise.guidance.NetworkDenoiser;
import dev.darkroom.denoise.guidance.PredictionType;
import dev.darkroom.denoise.guidance.Thresholding;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NetworkDenoiserTest {

    private static final NoiseLevel LEVEL = Frame.VARIANCE_EXPLODING.level(500, 2);

    @Test
    void withoutGuidanceOnlyTheConditionalRowIsEvaluated() {
        List<List<String>> asked = new ArrayList<>();
        denoiser(asked, new ClassifierFreeGuidance<>("prompt", "negative", 1, 0))
                .denoise(new float[4], LEVEL);
        denoiser(asked, new ClassifierFreeGuidance<>("prompt", "negative", 7.5, 0))
                .denoise(new float[4], LEVEL);
        assertThat(asked).containsExactly(List.of("prompt"), List.of("negative", "prompt"));
    }

    @Test
    void inputHasUnitVarianceInEveryFrame() {
        List<Float> inputs = new ArrayList<>();
        Network<String> network = (input, timestep, conditions) -> {
            inputs.add(input[0]);
            return List.of(input);
        };
        for (Frame frame : List.of(Frame.VARIANCE_EXPLODING, Frame.VARIANCE_PRESERVING)) {
            NoiseLevel level = frame.level(500, 2);
            float x = (float) Math.hypot(level.alpha(), level.sigma());
            new NetworkDenoiser<>(network, Guidance.none("only"), PredictionType.EPSILON, Thresholding.NONE)
                    .denoise(new float[] {x}, level);
        }
        assertThat(inputs).containsExactly(1f, 1f);
    }

    @Test
    void networksWithoutLearnedVarianceSayWhatToUse() {
        Denoiser denoiser = denoiser(new ArrayList<>(), Guidance.none("only"));
        assertThatThrownBy(() -> denoiser.denoiseWithVariance(new float[4], LEVEL))
                .hasMessageContaining("fixed_small");
    }

    /** Whatever a network predicts, the denoiser finds the clean latent that the prediction stands for. */
    @Property
    void everyPredictionTypeReadsBackTheCleanLatent(
            @ForAll @DoubleRange(min = -3, max = 3) double clean,
            @ForAll @DoubleRange(min = -3, max = 3) double noise,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double sigma) {
        NoiseLevel level = Frame.VARIANCE_PRESERVING.level(0, sigma);
        NoiseLevel flow = Frame.FLOW.level(0, sigma);
        check(PredictionType.EPSILON, level, clean, noise, noise);
        check(PredictionType.SAMPLE, level, clean, noise, clean);
        check(PredictionType.V, level, clean, noise, level.alpha() * noise - level.sigma() * clean);
        check(PredictionType.FLOW, flow, clean, noise, noise - clean);
        check(PredictionType.DATA_FLOW, flow, clean, noise, clean - noise);
    }

    private static void check(PredictionType type, NoiseLevel level, double clean, double noise, double output) {
        float[] x = {(float) (level.alpha() * clean + level.sigma() * noise)};
        Denoiser denoiser = new NetworkDenoiser<>(
                (input, timestep, conditions) -> List.of(new float[] {(float) output}),
                Guidance.none("only"),
                type,
                Thresholding.NONE);
        assertThat((double) denoiser.denoise(x, level)[0]).isCloseTo(clean, within(1e-5));
        double score = -noise / level.sigma();
        assertThat((double) denoiser.score(x, level)[0])
                .isCloseTo(score, within(2e-4 * (1 + Math.abs(score)) / level.sigma()));
    }

    private static Denoiser denoiser(List<List<String>> asked, Guidance<String> guidance) {
        Network<String> network = (input, timestep, conditions) -> {
            asked.add(List.copyOf(conditions));
            return conditions.stream().map(condition -> input).toList();
        };
        return new NetworkDenoiser<>(network, guidance, PredictionType.EPSILON, Thresholding.NONE);
    }
}
