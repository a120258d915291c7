package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.plan.SamplingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;

/** Runs a case's analytic network behind the plan's prediction type; remembers every latent it was asked about. */
final class CaseDenoiser implements Denoiser {

    private final SamplingPlan plan;
    private final AnalyticNetwork network;
    private final JsonNode json;
    private final List<float[]> visited = new ArrayList<>();

    CaseDenoiser(SamplingPlan plan, AnalyticNetwork network, JsonNode json) {
        this.plan = plan;
        this.network = network;
        this.json = json;
    }

    @Override
    public float[] denoise(float[] x, NoiseLevel level) {
        return network(x, level).denoise(x, level);
    }

    @Override
    public float[] denoiseWithVariance(float[] x, NoiseLevel level) {
        return network(x, level).denoiseWithVariance(x, level);
    }

    @Override
    public float[] score(float[] x, NoiseLevel level) {
        return network(x, level).score(x, level);
    }

    /** The latents of all calls, in order. */
    List<float[]> visited() {
        return visited;
    }

    private Denoiser network(float[] x, NoiseLevel level) {
        boolean whole = json.path("timestep_type").asString().startsWith("int");
        assertThat(level.timestep())
                .isCloseTo(json.path("call_t").path(visited.size()).asDouble(), Offset.offset(whole ? 0 : 5e-3));
        visited.add(x);
        double in = plan.preconditioning().at(level).in();
        NoiseLevel scaled = new NoiseLevel(level.timestep(), level.alpha() * in, level.sigma() * in);
        OutputForm output = OutputForm.of(json);
        return plan.<String>denoiser(
                (input, timestep, conditions) ->
                        List.of(withVariance(network.evaluate(input, scaled, output), input, timestep)),
                Guidance.none("only"));
    }

    /** The second half of the output of a network that learns its variance. */
    private float[] withVariance(float[] output, float[] input, double timestep) {
        if (!json.has("variance_half")) {
            return output;
        }
        boolean range = json.path("variance_half").asString().equals("range");
        float[] both = Arrays.copyOf(output, 2 * output.length);
        for (int i = 0; i < output.length; i++) {
            double v = Math.tanh(0.8 * input[i] - 0.3 + 0.1 * Math.sin(timestep / 100));
            both[output.length + i] = (float) (range ? v : 0.02 * (1.1 + v));
        }
        return both;
    }
}
