package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.guidance.NetworkDenoiser;
import dev.darkroom.denoise.guidance.PredictionType;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.TrainingTable;
import dev.darkroom.golden.Deviation;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every sampling function of k-diffusion on the analytic networks, at the sigmas of the fixture. */
class KDiffusionTrajectoriesTest {

    private static final GoldenFolder SAMPLERS = GoldenFolder.family("samplers");
    private static final String DOCUMENT = "trajectories/k_diffusion.json";

    private final GoldenReport report = new GoldenReport("samplers/trajectories/k_diffusion");
    private final Map<String, GoldenTensors> files = new HashMap<>();

    @Test
    void everyFunctionFollowsItsTrajectory() {
        if (report.present(SAMPLERS, DOCUMENT)) {
            SAMPLERS.cases(DOCUMENT).forEach(this::check);
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private void check(JsonNode json) {
        String file = "trajectories/" + json.path("file").asString();
        if (!report.present(SAMPLERS, file)) {
            return;
        }
        TrajectoryCase trajectory = new TrajectoryCase(json, files.computeIfAbsent(file, SAMPLERS::tensors));
        try {
            Sampler sampler = KDiffusionFunctions.sampler(json);
            double worst = 0;
            for (int image = 0; image < trajectory.images(); image++) {
                worst = Math.max(worst, follow(trajectory, sampler, image));
            }
            report.check(trajectory.id(), worst, 1);
        } catch (UnsupportedOperationException e) {
            report.pending(trajectory.id(), e.getMessage());
        } catch (RuntimeException | AssertionError e) {
            report.failed(trajectory.id(), e);
        }
    }

    /** The largest error of one image, in units of its tolerance. */
    private static double follow(TrajectoryCase trajectory, Sampler sampler, int image) {
        JsonNode json = trajectory.json();
        Schedule schedule = schedule(json);
        float[] start = trajectory.latent("x", 0, image);
        List<float[]> visited = new ArrayList<>(List.of(start));
        boolean afterChurn = json.path("series").asString().equals("x after churn noise");
        Denoiser inner = denoiser(json);
        int[] step = {-1, 0};
        Denoiser denoiser = (x, level) -> {
            if (afterChurn && step[0] != step[1]) {
                visited.add(x);
                step[0] = step[1];
            }
            return inner.denoise(x, level);
        };
        StoredNoise noise = trajectory.noise(image);
        float[] end = sampler.sample(start, schedule, denoiser, noise, (i, x) -> {
            step[1]++;
            if (!afterChurn || i == schedule.size() - 1) {
                visited.add(x);
            }
        });
        assertThat(visited).hasSize(trajectory.count());
        assertThat(noise.usedUp()).as("draws").isTrue();
        double worst = 0;
        for (int i = 0; i < visited.size(); i++) {
            worst = Math.max(worst, Deviation.largest(visited.get(i), trajectory.latent("x", i, image)));
        }
        JsonNode tolerance = json.path("tol_same_tables");
        double last = Deviation.largest(end, trajectory.latent("x", trajectory.count() - 1, image));
        return Math.max(
                worst / tolerance.path("path").asDouble(),
                last / tolerance.path("final").asDouble());
    }

    private static Schedule schedule(JsonNode json) {
        TrainingTable table = table(json);
        boolean quantized = json.path("quantize").asBoolean(false);
        Schedule.LevelFinder levels = sigma -> new NoiseLevel(
                sigma == 0 ? 0 : quantized ? table.nearestTimestep(sigma) : table.timestepOf(sigma), 1, sigma);
        List<NoiseLevel> visited = new ArrayList<>();
        json.path("sigmas").forEach(sigma -> visited.add(levels.at(sigma.asDouble())));
        return Schedule.through(visited, levels);
    }

    private static TrainingTable table(JsonNode json) {
        return TrainingTable.of(new SchedulerConfig(
                "EulerDiscreteScheduler",
                Map.of(
                        "beta_schedule",
                        "scaled_linear",
                        "beta_start",
                        json.path("betas").path(0).asDouble(),
                        "beta_end",
                        json.path("betas").path(1).asDouble())));
    }

    private static Denoiser denoiser(JsonNode json) {
        AnalyticNetwork network = AnalyticNetwork.of(json.path("net").asString(), SAMPLERS);
        if (json.path("wrapper").isNull()) {
            return (x, level) -> network.evaluate(x, level, OutputForm.of("sample"));
        }
        PredictionType type = json.path("wrapper").asString().equals("v") ? PredictionType.V : PredictionType.EPSILON;
        return (x, level) -> new NetworkDenoiser<String>(
                        (input, timestep, conditions) -> List.of(network.evaluate(input, level, OutputForm.of("raw"))),
                        Guidance.none("only"),
                        type,
                        Thresholding.NONE)
                .denoise(x, level);
    }
}
