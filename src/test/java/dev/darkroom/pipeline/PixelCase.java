package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.Repainting;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenTensors;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One picture of a case of {@code pixel.json}, as this project's own values. */
record PixelCase(GoldenFolder folder, GoldenTensors tensors, JsonNode json, int row) {

    private static final JsonMapper JSON = new JsonMapper();

    String name() {
        return json.path("id").asString() + "[" + row + "]";
    }

    String checkpoint() {
        return json.path("checkpoint").asString();
    }

    /** Pictures that the case made. */
    int rows() {
        return json.path("outputs").path("image").path("shape").get(0).asInt();
    }

    GenerationRequest request() {
        JsonNode labels = json.path("options").path("class_labels");
        return GenerationRequestBuilder.builder(new PipelineCase(folder, json, row).request())
                .label(labels.isMissingNode() ? null : labels.get(row).asString())
                .build();
    }

    SamplingPlan plan() {
        JsonNode options = json.path("options");
        Map<String, Object> config =
                new HashMap<>(JSON.treeToValue(json.path("scheduler").path("config"), Map.class));
        config.put("_class_name", json.path("scheduler").path("class").asString());
        if (options.has("use_clipped_model_output")) {
            config.put("use_clipped_model_output", true);
        }
        if (!options.has("mask_image")) {
            return new PipelineCase(folder, withConfig(config), row).plan();
        }
        return new Repainting(
                        options.path("jump_length").asInt(),
                        options.path("jump_n_sample").asInt(),
                        options.path("eta").asDouble())
                .plan(
                        SchedulerConfig.of(config),
                        options.path("num_inference_steps").asInt(),
                        tensors.floats(options.path("image").path("tensor").asString()),
                        tensors.floats(options.path("mask_image").path("tensor").asString()));
    }

    private JsonNode withConfig(Map<String, Object> config) {
        JsonNode copy = json.deepCopy();
        copy.withObject("scheduler").set("config", JSON.valueToTree(config));
        return copy;
    }

    /** The draws of this picture: its rows of one generator's for all pictures. */
    Noise noise(int size) {
        CpuGenerator joint = new CpuGenerator(json.path("seeds").asLong());
        int rows = rows();
        return () -> Arrays.copyOfRange(joint.normals(rows * size), row * size, (row + 1) * size);
    }

    /** What the network sees at an evaluation. */
    float[] input(int evaluation, int size) {
        float[] all = tensors.floats(
                json.path("outputs").path("unet_inputs").path("tensor").asString());
        int from = (evaluation * rows() + row) * size;
        return Arrays.copyOfRange(all, from, from + size);
    }

    /** Evaluations of the network. */
    int evaluations() {
        return json.path("outputs").path("unet_inputs").path("shape").get(0).asInt();
    }

    /** The finished picture, 0 to 1. */
    float[] picture(int size) {
        float[] all =
                tensors.floats(json.path("outputs").path("image").path("tensor").asString());
        return Arrays.copyOfRange(all, row * size, (row + 1) * size);
    }

    double tolerance() {
        return json.path("outputs").path("image").path("tolerance_abs").asDouble();
    }

    byte[] png() {
        return folder.bytes(json.path("outputs").path("png").get(row).asString());
    }
}
