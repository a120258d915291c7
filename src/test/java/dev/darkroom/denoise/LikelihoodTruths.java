package dev.darkroom.denoise;

import dev.darkroom.denoise.likelihood.CentralDifference;
import dev.darkroom.denoise.likelihood.HutchinsonTrace;
import dev.darkroom.denoise.likelihood.JacobianTrace;
import dev.darkroom.denoise.likelihood.Likelihood;
import dev.darkroom.denoise.likelihood.LikelihoodFlow;
import dev.darkroom.denoise.likelihood.Prior;
import dev.darkroom.denoise.ode.Tolerance;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensors;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Stored log-likelihoods of mixture data: with the exact trace, and with one probe. */
record LikelihoodTruths(JsonNode json, GoldenTensors tensors, GoldenFolder samplers) {

    private static final Tolerance TIGHT = Tolerance.of(1e-6);

    void check(GoldenReport report) {
        GaussianMixture data = GaussianMixture.read(samplers.tensors("models.safetensors"));
        Denoiser denoiser = (x, level) -> data.evaluate(x, level, OutputForm.of("sample"));
        Prior exact = (y, ratio) -> data.logDensity(y, 1, ratio);
        int images = tensors.get("likelihood/x").shape()[0];
        for (int image = 0; image < images; image++) {
            String id = "likelihood." + image;
            float[] probe = image("probe", image);
            Likelihood closed = flow(denoiser, new ExactTrace(data), exact, image);
            Likelihood probed = flow(
                    denoiser,
                    new HutchinsonTrace(
                            (x, level, v) -> data.jacobianProduct(wide(x), level.alpha(), level.sigma(), wide(v)),
                            List.of(probe)),
                    Prior.noise(),
                    image);
            Likelihood differenced = flow(
                    denoiser,
                    new HutchinsonTrace(new CentralDifference(denoiser, CentralDifference.USUAL_STEP), List.of(probe)),
                    Prior.noise(),
                    image);
            report.check(id, Math.abs(closed.nats() - value("log_density_closed_form", image)), 1e-3);
            report.check(id + ".bits", Math.abs(closed.bitsPerDimension() - value("bits_per_dim", image)), 1e-5);
            report.check(id + ".prior", Math.abs(closed.prior() - value("prior_log_density_exact", image)), 1e-3);
            report.check(
                    id + ".divergence", Math.abs(closed.integrals()[0] - value("integral_of_divergence", image)), 1e-3);
            report.check(id + ".gaussian", Math.abs(probed.prior() - value("prior_log_density_gaussian", image)), 1e-3);
            double expected = value("log_likelihood_gaussian_prior_with_probe", image);
            report.check(id + ".probe", Math.abs(probed.nats() - expected), 1e-3);
            report.check(id + ".differences", Math.abs(differenced.nats() - expected), 1e-2);
        }
    }

    /** All of it, from the analytic Jacobian. */
    private record ExactTrace(GaussianMixture data) implements JacobianTrace {

        @Override
        public int count() {
            return 1;
        }

        @Override
        public double[] at(float[] x, NoiseLevel level) {
            return new double[] {data.jacobianTrace(wide(x), level.alpha(), level.sigma())};
        }
    }

    private Likelihood flow(Denoiser denoiser, JacobianTrace trace, Prior prior, int image) {
        LikelihoodFlow flow = new LikelihoodFlow(denoiser, ratio -> new NoiseLevel(0, 1, ratio), trace, prior, TIGHT);
        double from = json.path("sigma_min").asDouble();
        return flow.of(image("x", image), from, json.path("sigma_max").asDouble(), (s, y) -> {});
    }

    private double value(String name, int image) {
        return json.path(name).path(image).asDouble();
    }

    private float[] image(String name, int image) {
        float[] all = tensors.floats("likelihood/" + name);
        int size = all.length / tensors.get("likelihood/" + name).shape()[0];
        return Arrays.copyOfRange(all, image * size, (image + 1) * size);
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }
}
