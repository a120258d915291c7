package dev.darkroom.denoise;

import dev.darkroom.denoise.ode.Tolerance;
import dev.darkroom.denoise.sampler.ProbabilityFlow;
import dev.darkroom.denoise.sde.Sde;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensor;
import dev.darkroom.golden.GoldenTensors;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One stored solution of a probability-flow ODE, which the adaptive solver must find. */
record FlowTruths(JsonNode json, GoldenTensors tensors, GoldenFolder samplers) {

    private static final Sampler SOLVER = new ProbabilityFlow(Tolerance.of(1e-7), 1e-3);
    private static final double TOLERANCE = 1e-5;
    private static final Noise NO_NOISE = () -> {
        throw new AssertionError("a deterministic sampler drew noise");
    };

    void check(GoldenReport report) {
        boolean own = json.has("sde");
        double worst = own ? worst("x_end", 0, ownSchedule()) : 0;
        for (int i = 0; i < json.path("sigmas").size(); i++) {
            worst = Math.max(
                    worst, worst("x_at", i, to(json.path("sigmas").path(i).asDouble())));
        }
        report.check(json.path("id").asString(), worst, TOLERANCE);
    }

    /** Largest error of all images relative to the largest value, at entry {@code index} of the stored states. */
    private double worst(String name, int index, Schedule schedule) {
        GoldenTensor start = tensors.get(json.path("id").asString() + "/x_start");
        double[] expected = tensors.get(json.path("id").asString() + "/" + name).doubles();
        int images = start.shape()[0];
        int size = start.count() / images;
        double worst = 0;
        double largest = 1;
        for (int image = 0; image < images; image++) {
            float[] x = Arrays.copyOfRange(start.floats(), image * size, (image + 1) * size);
            float[] end = SOLVER.sample(x, schedule, denoiser(), NO_NOISE, StepObserver.none());
            int begin = (index * images + image) * size;
            for (int i = 0; i < size; i++) {
                worst = Math.max(worst, Math.abs(end[i] - expected[begin + i]));
                largest = Math.max(largest, Math.abs(expected[begin + i]));
            }
        }
        return worst / largest;
    }

    private Denoiser denoiser() {
        if (json.has("std")) {
            return single();
        }
        AnalyticNetwork network = AnalyticNetwork.of("gm", samplers);
        return (x, level) -> network.evaluate(x, level, OutputForm.of("sample"));
    }

    private Denoiser single() {
        double[] mean = tensors.get(json.path("id").asString() + "/mean").doubles();
        double[] std = {json.path("std").asDouble()};
        GaussianMixture data = new GaussianMixture(new double[] {1}, std, new double[][] {mean});
        return (x, level) -> data.evaluate(x, level, OutputForm.of("sample"));
    }

    private Schedule to(double sigma) {
        NoiseLevel start = new NoiseLevel(0, 1, json.path("sigma_max").asDouble());
        return Schedule.through(List.of(start, new NoiseLevel(0, 1, sigma)), s -> new NoiseLevel(0, 1, s));
    }

    private Schedule ownSchedule() {
        Sde sde = ScoreTruths.sde(json);
        NoiseLevel start = sde.level(json.path("t_start").asDouble());
        NoiseLevel end = sde.level(json.path("t_end").asDouble());
        return Schedule.through(List.of(start, end), sde::atRatio);
    }
}
