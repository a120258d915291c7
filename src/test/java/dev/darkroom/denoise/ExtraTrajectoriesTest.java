package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.guidance.ClassifierFreeGuidance;
import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.denoise.guidance.NetworkDenoiser;
import dev.darkroom.denoise.guidance.Preconditioning;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.TrainingTable;
import dev.darkroom.golden.Deviation;
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
        boolean rescaled = json.path("sampler").asString().equals("ddpm");
        List<float[]> visited = new ArrayList<>(List.of(trajectory.latent("x", 0, 0)));
        float[] start = rescaled ? scaled(visited.get(0), schedule.from(0).alpha()) : visited.get(0);
        Denoiser denoiser = denoiser(json);
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

    /** The mixture; where a case is guided, towards the first component of it. */
    private static Denoiser denoiser(JsonNode json) {
        GaussianMixture mixture = (GaussianMixture) AnalyticNetwork.of("gm", SAMPLERS);
        OutputForm clean = OutputForm.of("sample");
        if (json.path("guidance").isNull()) {
            return (x, level) -> mixture.evaluate(x, level, clean);
        }
        double scale = json.path("guidance").asDouble();
        ClassifierFreeGuidance<AnalyticNetwork> guidance =
                new ClassifierFreeGuidance<>(mixture.component(0), mixture, scale, 0);
        Preconditioning plain = level -> new Preconditioning.Factors(1, 0, 1);
        Network<AnalyticNetwork> network = (x, sigma, conditions) -> conditions.stream()
                .map(condition -> condition.evaluate(x, new NoiseLevel(sigma, 1, sigma), clean))
                .toList();
        Denoiser guided = new NetworkDenoiser<>(network, guidance, plain, Thresholding.NONE);
        return new Denoiser() {
            @Override
            public float[] denoise(float[] x, NoiseLevel level) {
                return guided.denoise(x, new NoiseLevel(level.sigma(), 1, level.sigma()));
            }

            @Override
            public float[] denoiseWithUnguided(float[] x, NoiseLevel level) {
                return guided.denoiseWithUnguided(x, new NoiseLevel(level.sigma(), 1, level.sigma()));
            }
        };
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
