package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.TrainingTable;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Samplers of webui and ComfyUI beyond k-diffusion, at the sigmas of the fixture. */
class ExtraTrajectoriesTest {

    private static final GoldenFolder SAMPLERS = GoldenFolder.family("samplers");

    private final GoldenReport report = new GoldenReport("samplers/trajectories/extras");

    @Test
    void everySamplerFollowsItsTrajectory() {
        String document = "trajectories/extras.json";
        if (report.present(SAMPLERS, document) && report.present(SAMPLERS, "trajectories/extras.safetensors")) {
            GoldenTensors tensors = SAMPLERS.tensors("trajectories/extras.safetensors");
            for (JsonNode json : SAMPLERS.cases(document)) {
                check(new TrajectoryCase(json, tensors));
            }
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private void check(TrajectoryCase trajectory) {
        try {
            Sampler sampler = ExtraSamplers.sampler(trajectory.json());
            report.check(trajectory.id(), follow(trajectory, sampler), 1);
        } catch (UnsupportedOperationException e) {
            report.pending(trajectory.id(), e.getMessage());
        } catch (RuntimeException | AssertionError e) {
            report.failed(trajectory.id(), e);
        }
    }

    private static double follow(TrajectoryCase trajectory, Sampler sampler) {
        JsonNode json = trajectory.json();
        Schedule schedule = schedule(json);
        AnalyticNetwork network = AnalyticNetwork.of("gm", SAMPLERS);
        boolean rescaled = json.path("sampler").asString().equals("ddpm");
        List<float[]> visited = new ArrayList<>(List.of(trajectory.latent("x", 0, 0)));
        float[] start = rescaled ? scaled(visited.get(0), schedule.from(0).alpha()) : visited.get(0);
        Denoiser denoiser = (x, level) -> network.evaluate(x, level, OutputForm.of("sample"));
        sampler.sample(start, schedule, denoiser, trajectory.noise(0), (step, x) -> {
            double alpha = rescaled ? schedule.to(step).alpha() : 1;
            visited.add(alpha == 1 ? x : scaled(x, 1 / alpha));
        });
        assertThat(visited).hasSize(trajectory.count());
        double worst = 0;
        for (int i = 0; i < visited.size(); i++) {
            String part = i == visited.size() - 1 ? "final" : "path";
            double error = Deviation.largest(visited.get(i), trajectory.latent("x", i, 0));
            worst = Math.max(worst, error / json.path("tol").path(part).asDouble());
        }
        return worst;
    }

    private static float[] scaled(float[] x, double factor) {
        return LinearCombination.combine(factor, x);
    }

    private static Schedule schedule(JsonNode json) {
        TrainingTable table = TrainingTable.of(new SchedulerConfig(
                "EulerDiscreteScheduler",
                Map.of("beta_schedule", "scaled_linear", "beta_start", 0.00085, "beta_end", 0.012)));
        Frame frame = ExtraSamplers.frame(json);
        Schedule.LevelFinder levels = sigma -> frame.level(sigma == 0 ? 0 : table.timestepOf(sigma), sigma);
        List<NoiseLevel> visited = new ArrayList<>();
        json.path("sigmas").forEach(sigma -> visited.add(levels.at(sigma.asDouble())));
        for (JsonNode timestep : json.path("timesteps")) {
            visited.add(0, frame.level(timestep.asInt(), table.sigma(timestep.asInt())));
        }
        return Schedule.through(visited, levels);
    }
}
