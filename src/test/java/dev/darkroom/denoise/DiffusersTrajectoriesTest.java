package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.plan.Repainting;
import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.UnknownNameException;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
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
import tools.jackson.databind.json.JsonMapper;

/** Every scheduler of diffusers on the analytic networks: the latent at every network call and the last one. */
class DiffusersTrajectoriesTest {

    private static final GoldenFolder SAMPLERS = GoldenFolder.family("samplers");
    private static final String DOCUMENT = "trajectories/diffusers.json";

    private final GoldenReport report = new GoldenReport("samplers/trajectories/diffusers");
    private final Map<String, GoldenTensors> files = new HashMap<>();

    @Test
    void everySchedulerFollowsItsTrajectory() {
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
            SchedulerConfig config = config(json);
            if (config.className().equals("RePaintScheduler")) {
                followJumps(trajectory, config);
                return;
            }
            SamplerEntry entry = SamplerCatalog.of(config);
            SamplingPlan plan = entry.recipe().plan(config, steps(json));
            int begin = json.path("begin_index").asInt(0) / entry.facts().evaluations();
            requireNoNeighbours(json);
            follow(trajectory, plan.startingAt(begin));
            followWithoutLastNoise(trajectory, entry.recipe().plan(config.with("noisy_end", false), steps(json)));
        } catch (UnknownNameException e) {
            report.pending(trajectory.id(), json.path("scheduler").asString());
        } catch (UnsupportedOperationException e) {
            report.pending(trajectory.id(), e.getMessage());
        } catch (RuntimeException | AssertionError e) {
            report.failed(trajectory.id(), e);
        }
    }

    /** The corrector of diffusers averages norms over a batch; here a picture does not depend on its neighbours. */
    private static void requireNoNeighbours(JsonNode json) {
        if (json.path("scheduler").asString().equals("ScoreSdeVeScheduler")
                && json.path("shape").path(0).asInt() > 1) {
            throw new UnsupportedOperationException("a corrector that mixes the images of a batch");
        }
    }

    /** RePaint is no sampler of the catalog, since it needs a picture; its driver listed the latent after each step. */
    private void followJumps(TrajectoryCase trajectory, SchedulerConfig config) {
        Repainting repainting = new Repainting(
                config.integer("jump_length", 10), config.integer("jump_n_sample", 10), config.number("eta", 0));
        float[] known = trajectory.tensors().floats(trajectory.id() + "/x0");
        float[] mask = trajectory.tensors().floats(trajectory.id() + "/mask");
        SamplingPlan plan =
                repainting.plan(config, trajectory.json().path("steps").asInt(), known, mask);
        AnalyticNetwork network =
                AnalyticNetwork.of(trajectory.json().path("net").asString(), SAMPLERS);
        List<float[]> finished = new ArrayList<>(List.of(trajectory.latent("x", 0, 0)));
        StoredNoise noise = trajectory.noise(0);
        CaseDenoiser denoiser = new CaseDenoiser(plan, network, trajectory.json());
        plan.run(finished.get(0), denoiser, noise, (step, x) -> finished.add(x));
        assertThat(denoiser.visited()).hasSize(plan.evaluations());
        assertThat(finished).hasSize(trajectory.count());
        assertThat(noise.usedUp()).as("draws").isTrue();
        JsonNode tolerance = trajectory.json().path("tol_own_tables");
        for (int i = 0; i < finished.size(); i++) {
            double error = Deviation.largest(finished.get(i), trajectory.latent("x", i, 0));
            String part = i == finished.size() - 1 ? "final" : "path";
            report.check(trajectory.id() + "." + i, error, tolerance.path(part).asDouble());
        }
    }

    /** Where the library also has the last state without its noise, that is what a pipeline shows. */
    private void followWithoutLastNoise(TrajectoryCase trajectory, SamplingPlan plan) {
        JsonNode json = trajectory.json();
        if (!trajectory.tensors().has(trajectory.id() + "/mean")) {
            return;
        }
        AnalyticNetwork network = AnalyticNetwork.of(json.path("net").asString(), SAMPLERS);
        float[] end = plan.run(
                trajectory.latent("x", 0, 0),
                new CaseDenoiser(plan, network, json),
                trajectory.noise(0),
                StepObserver.none());
        float[] mean = trajectory.tensors().floats(trajectory.id() + "/mean");
        double tolerance = json.path("tol_own_tables").path("final").asDouble();
        report.check(trajectory.id() + ".mean", Deviation.largest(end, mean), tolerance);
    }

    private void follow(TrajectoryCase trajectory, SamplingPlan plan) {
        JsonNode json = trajectory.json();
        JsonNode tolerance = json.path("tol_own_tables");
        AnalyticNetwork network = AnalyticNetwork.of(json.path("net").asString(), SAMPLERS);
        double path = 0;
        double last = 0;
        for (int image = 0; image < trajectory.images(); image++) {
            CaseDenoiser denoiser = new CaseDenoiser(plan, network, json);
            StoredNoise noise = trajectory.noise(image);
            float[] start = trajectory.latent("x", 0, image);
            List<float[]> finished = new ArrayList<>(List.of(start));
            float[] end = plan.run(start, denoiser, noise, (step, x) -> finished.add(x));
            List<float[]> visited = new ArrayList<>(denoiser.visited());
            visited.add(end);
            if (json.path("scheduler").asString().equals("KarrasVeScheduler")) {
                visited = finished; // its driver listed the latent after each step, not at each call
            }
            assertThat(visited).hasSize(trajectory.count());
            assertThat(noise.usedUp()).as("draws").isTrue();
            for (int i = 0; i < visited.size(); i++) {
                path = Math.max(path, Deviation.largest(visited.get(i), trajectory.latent("x", i, image)));
            }
            last = Math.max(
                    last,
                    Deviation.largest(
                            visited.get(visited.size() - 1), trajectory.latent("x", trajectory.count() - 1, image)));
        }
        double pathRatio = path / tolerance.path("path").asDouble();
        double lastRatio = last / tolerance.path("final").asDouble();
        report.check(trajectory.id(), Math.max(pathRatio, lastRatio), 1);
    }

    /** The constructor's options together with the extra arguments of {@code step}, and {@code set_timesteps}, options here. */
    private static SchedulerConfig config(JsonNode json) {
        Map<String, Object> options = new HashMap<>();
        options.putAll(map(json.path("options")));
        options.putAll(map(json.path("step")));
        options.putAll(map(json.path("set_timesteps")));
        if (json.has("tau")) {
            options.put("tau", json.path("tau").asDouble());
        }
        options.put("churn_after_network", true);
        options.put("noisy_end", true);
        String scheduler = json.path("scheduler").asString();
        boolean asked = json.path("set_timesteps").has("original_inference_steps");
        return new SchedulerConfig(scheduler, options)
                .with("use_all_timesteps", scheduler.equals("TCDScheduler") && asked);
    }

    private static Steps steps(JsonNode json) {
        JsonNode arguments = json.path("set_timesteps");
        Steps steps = Steps.of(json.path("steps").asInt());
        if (arguments.has("timesteps")) {
            steps = Steps.timesteps(doubles(arguments.path("timesteps")));
        } else if (arguments.has("sigmas")) {
            steps = Steps.sigmas(doubles(arguments.path("sigmas")));
        }
        return arguments.has("mu") ? steps.shiftedBy(arguments.path("mu").asDouble()) : steps;
    }

    private static double[] doubles(JsonNode list) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.path(i).asDouble();
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonNode node) {
        return new JsonMapper().convertValue(node, Map.class);
    }
}
