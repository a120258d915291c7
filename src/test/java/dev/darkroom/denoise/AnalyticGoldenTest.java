package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.guidance.AdaptiveProjectedGuidance;
import dev.darkroom.denoise.guidance.ClassifierFreeGuidance;
import dev.darkroom.denoise.guidance.ComposedGuidance;
import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.guidance.InstructGuidance;
import dev.darkroom.denoise.guidance.IntervalGuidance;
import dev.darkroom.denoise.guidance.PerpendicularGuidance;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.guidance.ZeroStarGuidance;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.noise.Slerp;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensor;
import dev.darkroom.golden.GoldenTensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Truths that need no library: guidance, thresholding, interpolation, convergence orders. */
class AnalyticGoldenTest {

    private static final GoldenFolder SAMPLERS = GoldenFolder.family("samplers");

    private final GoldenReport report = new GoldenReport("samplers/analytic");
    private GoldenTensors tensors = GoldenTensors.NONE;

    @Test
    void truthsHold() {
        if (report.present(SAMPLERS, "analytic.json") && report.present(SAMPLERS, "analytic.safetensors")) {
            tensors = SAMPLERS.tensors("analytic.safetensors");
            SAMPLERS.cases("analytic.json").forEach(this::check);
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private void check(JsonNode json) {
        String id = json.path("id").asString();
        String kind = json.path("kind").asString();
        double scale = json.path("scale").asDouble();
        switch (kind) {
            case "cfg" -> guided(id, new ClassifierFreeGuidance<>("cond", "uncond", scale, 0));
            case "cfg_rescale" ->
                guided(
                        id,
                        new ClassifierFreeGuidance<>(
                                "cond", "uncond", scale, json.path("phi").asDouble()));
            case "cfg_instruct" ->
                guided(
                        id,
                        new InstructGuidance<>(
                                "cond",
                                "image_cond",
                                "uncond",
                                json.path("text_scale").asDouble(),
                                json.path("image_scale").asDouble()));
            case "composable" -> guided(id, composed(json, scale));
            case "perp_neg" ->
                guided(
                        id,
                        new PerpendicularGuidance<>(
                                "cond",
                                "uncond",
                                "negative",
                                scale,
                                json.path("neg_scale").asDouble()));
            case "cfg_zero_star" -> guided(id, new ZeroStarGuidance<>("cond", "uncond", scale));
            case "apg" -> apg(id, json, scale);
            case "cfg_interval" -> interval(id, json, scale);
            case "dynamic_threshold" -> {
                Thresholding thresholding = Thresholding.dynamic(
                        json.path("ratio").asDouble(), json.path("max_value").asDouble());
                each(id, tensors.get(id + "/x"), id + "/out", thresholding::apply);
            }
            case "slerp", "slerp_webui" -> slerp(id, json, kind.equals("slerp"));
            case "convergence" -> convergence(id, json);
            case "brownian_tree" -> report.check(id, BrownianCase.worst(json, tensors), 1e-5);
            case "analog_bits" -> new BitTruths(json, tensors).codec(report);
            case "bit_sampling" -> new BitTruths(json, tensors).sampling(report);
            case "guidance_inputs", "convergence_problem", "bit_network" -> report.check(id, true);
            case "probability_flow", "probability_flow_single", "probability_flow_sde" ->
                new FlowTruths(json, tensors, SAMPLERS).check(report);
            case "likelihood" -> new LikelihoodTruths(json, tensors, SAMPLERS).check(report);
            case "annealed_langevin", "reverse_sde_euler_maruyama", "predictor_corrector" ->
                new ScoreTruths(json, tensors, SAMPLERS).check(report);
            default -> report.pending(id, kind);
        }
    }

    private static Guidance<String> composed(JsonNode json, double scale) {
        List<String> names = List.of("cond", "cond2");
        List<ComposedGuidance.Weighted<String>> prompts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double weight = json.path("weights").path(i).asDouble();
            prompts.add(new ComposedGuidance.Weighted<>(names.get(i), weight));
        }
        return new ComposedGuidance<>(prompts, "uncond", scale);
    }

    private void guided(String id, Guidance<String> guidance) {
        GoldenTensor expected = tensors.get(id + "/out");
        double worst = 0;
        for (int image = 0; image < expected.shape()[0]; image++) {
            worst = Math.max(worst, error(guided(guidance, image), id + "/out", image));
        }
        report.check(id, worst, 2e-6);
    }

    private float[] guided(Guidance<String> guidance, int image) {
        List<float[]> outputs = guidance.conditions(Frame.VARIANCE_EXPLODING.level(500, 1)).stream()
                .map(name -> image(tensors.get("guidance/" + name), image))
                .toList();
        return guidance.combine(outputs);
    }

    private void apg(String id, JsonNode json, double scale) {
        double worst = 0;
        for (int image = 0; image < 2; image++) {
            AdaptiveProjectedGuidance<String> guidance = new AdaptiveProjectedGuidance<>(
                    "cond",
                    "uncond",
                    new AdaptiveProjectedGuidance.Settings(
                            scale,
                            json.path("eta").asDouble(),
                            json.path("norm_threshold").asDouble(),
                            json.path("momentum").asDouble(0)));
            worst = Math.max(worst, error(guided(guidance, image), id + "/out.0", image));
            float[] second = guidance.combine(List.of(
                    image(tensors.get("guidance/negative"), image), image(tensors.get("guidance/cond2"), image)));
            worst = Math.max(worst, error(second, id + "/out.1", image));
        }
        report.check(id, worst, 2e-6);
    }

    private void interval(String id, JsonNode json, double scale) {
        Guidance<String> guidance = new IntervalGuidance<>(
                "cond",
                new ClassifierFreeGuidance<>("cond", "uncond", scale, 0),
                json.path("sigma_low").asDouble(),
                json.path("sigma_high").asDouble());
        boolean right = true;
        for (int i = 0; i < json.path("sigmas").size(); i++) {
            double sigma = json.path("sigmas").path(i).asDouble();
            int rows = guidance.conditions(Frame.VARIANCE_PRESERVING.level(0, sigma))
                    .size();
            right &= rows == (json.path("scale_per_step").path(i).asDouble() == 1 ? 1 : 2);
        }
        report.check(id, right);
    }

    private void slerp(String id, JsonNode json, boolean whole) {
        double t = json.path("t").asDouble();
        int[] sizes = tensors.get(id + "/a").shape();
        LatentShape shape = new LatentShape(sizes[0], sizes[1], sizes[2]);
        float[] a = tensors.floats(id + "/a");
        float[] b = tensors.floats(id + "/b");
        float[] mixed = whole ? Slerp.between(t, a, b) : Slerp.byColumns(t, a, b, shape);
        report.check(id, error(mixed, id + "/out", 0), 2e-6);
    }

    /** The error of a sampler at each step count is what the fixture measured, to 1 % and to what floats can hold. */
    private void convergence(String id, JsonNode json) {
        Sampler sampler = ConvergenceProblem.sampler(json.path("sampler").asString());
        ConvergenceProblem problem = ConvergenceProblem.read(tensors, AnalyticNetwork.of("gm", SAMPLERS));
        double worst = 0;
        for (int i = 0; i < json.path("counts").size(); i++) {
            double expected = json.path("max_abs_error").path(i).asDouble();
            double actual = problem.error(sampler, json.path("counts").path(i).asInt());
            worst = Math.max(worst, Math.abs(actual - expected) / (0.01 * expected + 3e-6));
        }
        report.check(id, worst, 1);
    }

    private void each(String id, GoldenTensor inputs, String output, UnaryOperator<float[]> function) {
        double worst = 0;
        for (int image = 0; image < inputs.shape()[0]; image++) {
            worst = Math.max(worst, error(function.apply(image(inputs, image)), output, image));
        }
        report.check(id, worst, 2e-6);
    }

    /** The largest difference to an image of a stored tensor, relative to that tensor's largest value. */
    private double error(float[] actual, String name, int image) {
        double[] expected = tensors.get(name).doubles();
        double largest =
                Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElseThrow());
        double worst = 0;
        for (int i = 0; i < actual.length; i++) {
            worst = Math.max(worst, Math.abs(actual[i] - expected[image * actual.length + i]));
        }
        return worst / largest;
    }

    private static float[] image(GoldenTensor batch, int image) {
        int size = batch.count() / batch.shape()[0];
        return Arrays.copyOfRange(batch.floats(), image * size, (image + 1) * size);
    }
}
