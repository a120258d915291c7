package dev.darkroom.denoise;

import dev.darkroom.golden.GoldenTensor;
import dev.darkroom.golden.GoldenTensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One stored trajectory: the case's JSON and its tensors, taken apart by image. */
record TrajectoryCase(JsonNode json, GoldenTensors tensors) {

    String id() {
        return json.path("id").asString();
    }

    int images() {
        return json.path("shape").path(0).asInt();
    }

    int count() {
        return json.path("x_count").asInt();
    }

    /** Entry {@code index} of a series ({@code x} or {@code noise}), rows of one image. */
    float[] latent(String series, int index, int image) {
        GoldenTensor tensor = tensors.get("%s/%s.%03d".formatted(id(), series, index));
        float[] values = tensor.floats();
        int size = values.length / images();
        return Arrays.copyOfRange(values, image * size, (image + 1) * size);
    }

    /** The draws of an image, without the initial one. */
    StoredNoise noise(int image) {
        List<float[]> draws = new ArrayList<>();
        for (int i = 0; i < json.path("noise_count").asInt(); i++) {
            draws.add(latent("noise", i, image));
        }
        return new StoredNoise(draws, latent("x", 0, image).length);
    }
}
