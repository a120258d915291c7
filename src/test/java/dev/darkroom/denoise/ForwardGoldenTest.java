package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.forward.ForwardProcess;
import dev.darkroom.denoise.forward.LossWeights;
import dev.darkroom.denoise.forward.Posterior;
import dev.darkroom.denoise.forward.VariationalBound;
import dev.darkroom.denoise.schedule.BetaSchedule;
import dev.darkroom.denoise.schedule.TrainingTable;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensors;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** q(x_t | x0), posteriors, targets, weights and bound terms; scalars to 1e-9, latents (floats here) to 1e-6. */
class ForwardGoldenTest {

    private static final GoldenFolder SAMPLERS = GoldenFolder.family("samplers");
    private static final int IMAGE = 256;

    private final GoldenReport report = new GoldenReport("samplers/forward");
    private GoldenTensors tensors = GoldenTensors.NONE;

    @Test
    void forwardProcessIsRight() {
        if (report.present(SAMPLERS, "forward.json") && report.present(SAMPLERS, "forward.safetensors")) {
            tensors = SAMPLERS.tensors("forward.safetensors");
            for (JsonNode json : SAMPLERS.cases("forward.json")) {
                String id = json.path("id").asString();
                switch (json.path("kind").asString()) {
                    case "weights" -> report.check(id, weightsError(json), 1e-9);
                    case "posterior" -> report.check(id, posteriorError(json), 1e-9);
                    case "forward" ->
                        report.check(
                                id,
                                forwardError(
                                        id, process(json).level(json.path("t").asInt())),
                                1e-6);
                    case "forward_sigma" ->
                        report.check(
                                id,
                                forwardError(
                                        id,
                                        new NoiseLevel(0, 1, json.path("sigma").asDouble())),
                                1e-6);
                    case "forward_flow" ->
                        report.check(id, flowError(id, json.path("sigma").asDouble()), 1e-6);
                    default -> report.pending(id, json.path("kind").asString());
                }
            }
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private static ForwardProcess process(JsonNode json) {
        String schedule = json.path("schedule").asString();
        boolean latent = schedule.equals("scaled_linear");
        String name = schedule.equals("cosine") ? "squaredcos_cap_v2" : schedule;
        double[] betas = BetaSchedule.of(name).betas(1000, latent ? 0.00085 : 0.0001, latent ? 0.012 : 0.02);
        return new ForwardProcess(TrainingTable.ofBetas(betas));
    }

    private double forwardError(String id, NoiseLevel level) {
        float[] noisy = ForwardProcess.noised(tensors.floats("x0"), tensors.floats("noise"), level);
        double error = difference(noisy, id + "/x_t", Math.max(1, level.sigma()));
        if (!tensors.has(id + "/velocity")) {
            return error;
        }
        float[] velocity = ForwardProcess.velocity(tensors.floats("x0"), tensors.floats("noise"), level);
        return Math.max(error, difference(velocity, id + "/velocity", 1));
    }

    private double flowError(String id, double sigma) {
        NoiseLevel level = Frame.FLOW.level(0, sigma);
        float[] noisy = ForwardProcess.noised(tensors.floats("x0"), tensors.floats("noise"), level);
        float[] velocity = ForwardProcess.flowVelocity(tensors.floats("x0"), tensors.floats("noise"));
        return Math.max(difference(noisy, id + "/x_t", 1), difference(velocity, id + "/velocity", 1));
    }

    private double difference(float[] actual, String name, double scale) {
        double[] expected = tensors.get(name).doubles();
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
        }
        return largest / scale;
    }

    private double weightsError(JsonNode json) {
        ForwardProcess process = process(json);
        double gamma = json.path("gamma").asDouble();
        DoubleUnaryOperator none = snr -> snr;
        Map<String, DoubleUnaryOperator> ofSnr = Map.of(
                "snr", none,
                "half_log_snr", snr -> Math.log(snr) / 2,
                "sigma", snr -> 1 / Math.sqrt(snr),
                "min_snr_epsilon", snr -> LossWeights.minSnrEpsilon(snr, gamma),
                "min_snr_v", snr -> LossWeights.minSnrVelocity(snr, gamma),
                "min_snr_x0", snr -> LossWeights.minSnrClean(snr, gamma),
                "p2_k1_gamma1", snr -> LossWeights.p2(snr, 1, 1),
                "p2_k1_gamma0.5", snr -> LossWeights.p2(snr, 1, 0.5));
        double worst = 0;
        for (Map.Entry<String, DoubleUnaryOperator> weight : ofSnr.entrySet()) {
            for (int i = 0; i < json.path("t").size(); i++) {
                double snr = process.signalToNoise(json.path("t").path(i).asInt());
                double expected = json.path(weight.getKey()).path(i).asDouble();
                double actual = weight.getValue().applyAsDouble(snr);
                boolean logarithm = weight.getKey().equals("half_log_snr");
                worst = Math.max(worst, logarithm ? Math.abs(actual - expected) : relative(actual, expected));
            }
        }
        double alphaBar = process.table().alphaBar(process.table().size() - 1);
        double[] clean = tensors.get("x0").doubles();
        double prior = nats(json.path("prior_kl_at_T_nats_per_image"), i -> VariationalBound.prior(clean[i], alphaBar));
        return Math.max(worst, prior);
    }

    private double posteriorError(JsonNode json) {
        ForwardProcess process = process(json);
        int t = json.path("t").asInt();
        Posterior posterior = process.posterior(t, json.path("prev_t").asInt());
        double worst = relative(posterior.cleanFactor(), json.path("coef_x0").asDouble());
        worst = Math.max(
                worst, relative(posterior.noisyFactor(), json.path("coef_xt").asDouble()));
        worst = Math.max(worst, relative(posterior.beta(), json.path("beta").asDouble()));
        worst = Math.max(
                worst, relative(posterior.variance(), json.path("fixed_small").asDouble()));
        for (Map.Entry<String, JsonNode> at : json.path("learned_range_at").properties()) {
            double variance = posterior.varianceAt(Double.parseDouble(at.getKey()));
            worst = Math.max(worst, relative(variance, at.getValue().asDouble()));
        }
        return Math.max(worst, boundError(json, process.level(t), posterior));
    }

    /** The terms for the noise estimate {@code noise + eps_error}. */
    private double boundError(JsonNode json, NoiseLevel level, Posterior posterior) {
        double[] clean = tensors.get("x0").doubles();
        double[] noise = tensors.get("noise").doubles();
        double[] error = tensors.get("eps_error").doubles();
        double[] fraction = tensors.get("variance_fraction").doubles();
        IntToDoubleFunction noisy = i -> level.alpha() * clean[i] + level.sigma() * noise[i];
        IntToDoubleFunction guess = i -> clean[i] - level.sigma() / level.alpha() * error[i];
        IntToDoubleFunction mean = i -> posterior.mean(guess.applyAsDouble(i), noisy.applyAsDouble(i));
        Map<String, IntToDoubleFunction> variances = Map.of(
                "fixed_small", i -> posterior.variance(),
                "fixed_large", i -> posterior.beta(),
                "learned_range", i -> posterior.varianceAt(fraction[i]));
        double worst = 0;
        for (Map.Entry<String, JsonNode> term : json.path("kl_nats_per_image").properties()) {
            IntToDoubleFunction variance = variances.get(term.getKey());
            worst = Math.max(
                    worst,
                    nats(
                            term.getValue(),
                            i -> VariationalBound.divergence(
                                    posterior.mean(clean[i], noisy.applyAsDouble(i)),
                                    posterior.variance(),
                                    mean.applyAsDouble(i),
                                    variance.applyAsDouble(i))));
        }
        for (Map.Entry<String, JsonNode> term :
                json.path("decoder_nll_nats_per_image").properties()) {
            IntToDoubleFunction variance = variances.get(term.getKey());
            worst = Math.max(
                    worst,
                    nats(
                            term.getValue(),
                            i -> VariationalBound.decoder(clean[i], mean.applyAsDouble(i), variance.applyAsDouble(i))));
        }
        return worst;
    }

    /** The largest relative error of the sums over each image; absolute below 1e-4 nats, where the fixture cancels. */
    private static double nats(JsonNode expected, IntToDoubleFunction term) {
        double worst = 0;
        for (int image = 0; image < expected.size(); image++) {
            int start = image * IMAGE;
            double[] terms = new double[IMAGE];
            Arrays.setAll(terms, i -> term.applyAsDouble(start + i));
            double nats = expected.path(image).asDouble();
            double difference = Math.abs(Arrays.stream(terms).sum() - nats);
            worst = Math.max(worst, difference / Math.max(Math.abs(nats), 1e-4));
        }
        return worst;
    }

    private static double relative(double actual, double expected) {
        return Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-12);
    }
}
