package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.sampler.AnnealedLangevin;
import dev.darkroom.denoise.sampler.LangevinCorrector;
import dev.darkroom.denoise.sampler.PredictorCorrector;
import dev.darkroom.denoise.sampler.ReverseSde;
import dev.darkroom.denoise.sde.Discretization;
import dev.darkroom.denoise.sde.LinearBeta;
import dev.darkroom.denoise.sde.Sde;
import dev.darkroom.denoise.sde.SubVariancePreservingSde;
import dev.darkroom.denoise.sde.TimeGrid;
import dev.darkroom.denoise.sde.VarianceExplodingSde;
import dev.darkroom.denoise.sde.VariancePreservingSde;
import dev.darkroom.golden.Deviation;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensor;
import dev.darkroom.golden.GoldenTensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One stored run of a stochastic score-based sampler: every state, image by image. */
record ScoreTruths(JsonNode json, GoldenTensors tensors, GoldenFolder samplers) {

    private static final double EPS = 1e-3;
    private static final double VE_EPS = 1e-5;

    /** The SDE that a case names. */
    static Sde sde(JsonNode json) {
        LinearBeta beta = new LinearBeta(
                json.path("beta_min").asDouble(0), json.path("beta_max").asDouble(1));
        return switch (json.path("sde").asString()) {
            case "ve" ->
                new VarianceExplodingSde(
                        json.path("sigma_min").asDouble(),
                        json.path("sigma_max").asDouble());
            case "vp" -> new VariancePreservingSde(beta);
            case "subvp" -> new SubVariancePreservingSde(beta);
            default -> throw new AssertionError(json.path("sde"));
        };
    }

    void check(GoldenReport report) {
        String id = json.path("id").asString();
        int images = tensor("x").shape()[1];
        double path = 0;
        double last = 0;
        for (int image = 0; image < images; image++) {
            List<float[]> states = states(image);
            int count = tensor("x").shape()[0];
            assertThat(states).as(id).hasSize(count);
            for (int i = 0; i < count; i++) {
                path = Math.max(path, Deviation.largest(states.get(i), part("x", i, image)));
            }
            last = Math.max(last, Deviation.largest(states.get(count - 1), part("x", count - 1, image)));
        }
        JsonNode tolerance = json.path("tol");
        double finalRatio = last / tolerance.path("final").asDouble();
        report.check(id, Math.max(path / tolerance.path("path").asDouble(), finalRatio), 1);
    }

    private List<float[]> states(int image) {
        return switch (json.path("kind").asString()) {
            case "annealed_langevin" -> langevin(image);
            case "predictor_corrector" -> corrected(image);
            default -> reversed(image);
        };
    }

    private List<float[]> langevin(int image) {
        List<NoiseLevel> levels = new ArrayList<>();
        json.path("sigmas").forEach(sigma -> levels.add(new NoiseLevel(0, 1, sigma.asDouble())));
        NoiseLevel smallest = levels.get(levels.size() - 1);
        levels.add(smallest);
        double rate = json.path("epsilon").asDouble() / (smallest.sigma() * smallest.sigma());
        Sampler sampler =
                new AnnealedLangevin(rate, json.path("steps_per_level").asInt());
        List<float[]> states = new ArrayList<>(List.of(start(image)));
        sampler.sample(
                start(image),
                Schedule.through(levels, sigma -> new NoiseLevel(0, 1, sigma)),
                denoiser((x, level) -> {}),
                noise(image),
                (step, x) -> states.add(x));
        return states;
    }

    /** Every state, then the last one without its noise. */
    private List<float[]> reversed(int image) {
        boolean exploding = json.path("sde").asString().equals("ve");
        Schedule schedule = new TimeGrid(sde(json), exploding ? VE_EPS : EPS)
                .chained(json.path("n").asInt());
        Discretization euler = Discretization.eulerMaruyama(sde(json));
        List<float[]> states = new ArrayList<>(List.of(start(image)));
        new ReverseSde(euler, true)
                .sample(start(image), schedule, denoiser((x, level) -> {}), noise(image), (step, x) -> states.add(x));
        states.add(new ReverseSde(euler, false)
                .sample(start(image), schedule, denoiser((x, level) -> {}), noise(image), StepObserver.none()));
        return states;
    }

    /** What the network saw is what corrector and predictor left; then the last two states. */
    private List<float[]> corrected(int image) {
        TimeGrid grid = new TimeGrid(sde(json), EPS);
        int count = json.path("n").asInt();
        boolean exploding = json.path("sde").asString().equals("ve");
        LinearBeta beta = new LinearBeta(
                json.path("beta_min").asDouble(0), json.path("beta_max").asDouble(1));
        Discretization discretization = switch (json.path("sde").asString()) {
            case "ve" -> Discretization.transition();
            case "vp" -> Discretization.markovChain(beta);
            default -> Discretization.eulerMaruyama(sde(json));
        };
        Schedule schedule = exploding ? listed() : grid.overlapping(count);
        LangevinCorrector corrector = new LangevinCorrector(json.path("snr").asDouble());
        List<float[]> states = new ArrayList<>();
        Denoiser denoiser = denoiser((x, level) -> states.add(x));
        states.add(new PredictorCorrector(discretization, corrector, 1, true)
                .sample(start(image), schedule, denoiser, noise(image), StepObserver.none()));
        states.add(new PredictorCorrector(discretization, corrector, 1, false)
                .sample(start(image), schedule, denoiser((x, level) -> {}), noise(image), StepObserver.none()));
        return states;
    }

    private Schedule listed() {
        List<NoiseLevel> levels = new ArrayList<>();
        json.path("levels")
                .forEach(level -> levels.add(new NoiseLevel(
                        0, level.path(0).asDouble(), level.path(1).asDouble())));
        levels.add(new NoiseLevel(0, 1, 0));
        return Schedule.through(levels, sigma -> new NoiseLevel(0, 1, sigma));
    }

    /** Hears of what the network is asked. */
    private interface Ear {
        void asked(float[] x, NoiseLevel level);
    }

    private Denoiser denoiser(Ear ear) {
        GaussianMixture data = GaussianMixture.read(samplers.tensors("models.safetensors"));
        return new ExactScore(data.restricted(start(0).length), ear);
    }

    /** The mixture's own score, not one derived from a rounded clean latent. */
    private record ExactScore(GaussianMixture data, Ear ear) implements Denoiser {

        @Override
        public float[] denoise(float[] x, NoiseLevel level) {
            ear.asked(x, level);
            return data.evaluate(x, level, OutputForm.of("sample"));
        }

        @Override
        public float[] score(float[] x, NoiseLevel level) {
            ear.asked(x, level);
            return data.evaluate(x, level, OutputForm.of("score"));
        }
    }

    private StoredNoise noise(int image) {
        List<float[]> draws = new ArrayList<>();
        for (int i = 0; i < tensor("noise").shape()[0]; i++) {
            draws.add(part("noise", i, image));
        }
        return new StoredNoise(draws, draws.get(0).length);
    }

    private float[] start(int image) {
        return part("x", 0, image);
    }

    private GoldenTensor tensor(String name) {
        return tensors.get(json.path("id").asString() + "/" + name);
    }

    /** Entry {@code index} of a stacked tensor [n, images, ...], one image of it. */
    private float[] part(String name, int index, int image) {
        GoldenTensor tensor = tensor(name);
        int images = tensor.shape()[1];
        int size = tensor.count() / tensor.shape()[0] / images;
        int begin = (index * images + image) * size;
        return Arrays.copyOfRange(tensor.floats(), begin, begin + size);
    }
}
