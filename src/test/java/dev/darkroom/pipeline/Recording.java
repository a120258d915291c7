package dev.darkroom.pipeline;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.plan.SamplingPlan;
import java.util.ArrayList;
import java.util.List;

/** What happens in a run: the states that the denoiser is asked about, and those after each step. */
final class Recording {

    private final List<float[]> asked = new ArrayList<>();
    private final List<Visited> visited = new ArrayList<>();

    /**
     * A state after a step.
     *
     * @param evaluations of the denoiser until then
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Visited(int step, int evaluations, float[] state) {}

    /** The plan, whose run is recorded. */
    SamplingPlan of(SamplingPlan plan) {
        Sampler loop = plan.sampler();
        Sampler recording = (x, schedule, denoiser, noise, observer) -> {
            Denoiser watched = (state, level) -> {
                asked.add(state.clone());
                return denoiser.denoise(state, level);
            };
            return loop.sample(x, schedule, watched, noise, (step, state) -> {
                visited.add(new Visited(step, asked.size(), state.clone()));
                observer.finished(step, state);
            });
        };
        return plan.with(recording, plan.schedule());
    }

    List<float[]> asked() {
        return asked;
    }

    List<Visited> visited() {
        return visited;
    }

    /** The state after the last step. */
    float[] end() {
        return visited.get(visited.size() - 1).state();
    }
}
