package dev.darkroom.denoise;

import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.guidance.NetworkDenoiser;
import dev.darkroom.denoise.guidance.PredictionType;
import dev.darkroom.denoise.guidance.SelfConditioning;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.sampler.BitDiffusion;
import dev.darkroom.denoise.schedule.AnalogSteps;
import dev.darkroom.golden.Deviation;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensor;
import dev.darkroom.golden.GoldenTensors;
import dev.darkroom.latent.AnalogBits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Analog bits and their sampling, against fixtures whose network is a formula. */
final class BitTruths {

    private final JsonNode json;
    private final GoldenTensors tensors;
    private final String id;

    BitTruths(JsonNode json, GoldenTensors tensors) {
        this.json = json;
        this.tensors = tensors;
        this.id = json.path("id").asString();
    }

    /** Symbols of every channel become planes, and noisy planes symbols. */
    void codec(GoldenReport report) {
        AnalogBits code = new AnalogBits(json.path("bits").asInt());
        GoldenTensor symbols = tensors.get(id + "/ints");
        int cells = symbols.shape()[2] * symbols.shape()[3];
        float[] analog = tensors.floats(id + "/analog");
        float[] noisy = tensors.floats(id + "/noisy");
        double[] decoded = tensors.get(id + "/decoded_noisy").doubles();
        int wrong = 0;
        for (int i = 0; i < symbols.count() / cells; i++) {
            int[] own = ints(Arrays.copyOfRange(symbols.doubles(), i * cells, (i + 1) * cells));
            int from = i * cells * code.bits();
            int to = from + cells * code.bits();
            wrong += Arrays.equals(code.encode(own), Arrays.copyOfRange(analog, from, to)) ? 0 : 1;
            int[] expected = ints(Arrays.copyOfRange(decoded, i * cells, (i + 1) * cells));
            wrong += Arrays.equals(code.decode(Arrays.copyOfRange(noisy, from, to)), expected) ? 0 : 1;
        }
        report.check(id, wrong == 0);
    }

    private static int[] ints(double[] values) {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }

    /** The path of x, then the last prediction. */
    void sampling(GoldenReport report) {
        GoldenTensor path = tensors.get(id + "/x");
        int images = path.shape()[1];
        int size = path.count() / path.shape()[0] / images;
        boolean ancestral = json.path("method").asString().equals("ddpm");
        Schedule schedule = AnalogSteps.of(
                json.path("steps").asInt(), json.path("time_difference").asDouble(), 1);
        double worst = 0;
        double last = 0;
        for (int image = 0; image < images; image++) {
            int own = image;
            int[] draws = new int[1];
            Noise noise = () -> part(tensors.get(id + "/noise"), draws[0]++, own, images, size);
            List<float[]> visited = new ArrayList<>(List.of(part(path, 0, image, images, size)));
            float[] end = new BitDiffusion(ancestral, Thresholding.NONE)
                    .sample(visited.get(0), schedule, network(), noise, (step, x) -> visited.add(x.clone()));
            for (int i = 0; i < visited.size(); i++) {
                worst = Math.max(worst, Deviation.largest(visited.get(i), part(path, i, image, images, size)));
            }
            last = Math.max(last, Deviation.largest(end, part(path, visited.size(), image, images, size)));
        }
        report.check(id + " path", worst, json.path("tol").path("path").asDouble());
        report.check(id + " final", last, json.path("tol").path("final").asDouble());
    }

    private Denoiser network() {
        float[] a = tensors.floats("bits.net/a");
        float[] b = tensors.floats("bits.net/b");
        float[] c = tensors.floats("bits.net/c");
        float[][] last = {new float[0]};
        boolean guessing = json.path("self_conditioning").asBoolean();
        SelfConditioning<String> network = new SelfConditioning<>(
                (input, time, conditions) -> {
                    float[] output = new float[a.length];
                    for (int i = 0; i < a.length; i++) {
                        double sum = a[i] * input[i] + c[i] * input[a.length + i] + b[i] * Math.cos(3 * time);
                        output[i] = (float) Math.tanh(sum);
                    }
                    return List.of(output);
                },
                () -> last[0]);
        Denoiser plain =
                new NetworkDenoiser<>(network, Guidance.none("class"), PredictionType.SAMPLE, Thresholding.clip(1));
        return (x, level) -> {
            float[] denoised = plain.denoise(x, level);
            last[0] = guessing ? denoised.clone() : last[0];
            return denoised;
        };
    }

    private static float[] part(GoldenTensor tensor, int entry, int image, int images, int size) {
        int from = (entry * images + image) * size;
        return Arrays.copyOfRange(tensor.floats(), from, from + size);
    }
}
